"""Questions about activities: lists, counts, the door, ideas."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from builders import DONE, activity_draft, add_activity, add_people, add_person, new_store, refused, signed_up
from buurtapp.core.clock import local
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend, plan
from buurtapp.features.activities.rows import Counts
from buurtapp.features.people.actions import people
from buurtapp.features.people.rules.history import Place

NOON = datetime(2026, 10, 14, 12)


def test_activities_come_in_the_order_of_the_days(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        later = add_activity(store, "Later", datetime(2026, 11, 1, 10))
        first = add_activity(store, "Eerst", datetime(2026, 9, 1, 10))
        assert [row.id for row in store.read(queries.listed)] == [first, later]


def test_what_goes_on_now_still_comes_and_what_is_over_does_not(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_activity(store, "Voorbij", datetime(2026, 10, 14, 9), ends_at=datetime(2026, 10, 14, 11, 59))
        now = add_activity(store, "Nu", datetime(2026, 10, 14, 11), ends_at=datetime(2026, 10, 14, 13))
        next_one = add_activity(store, "Straks", datetime(2026, 10, 14, 12))
        assert [row.id for row in store.read(queries.upcoming, NOON)] == [now, next_one]
        assert [row.id for row in store.read(queries.upcoming, NOON, 1)] == [now]


def test_counts_tell_names_heads_queue_and_who_came(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        numbers = add_people(store, 4)
        soup = add_activity(store, capacity=3)
        signed_up(store, soup, numbers)
        assert store.read(queries.card, soup).counts == Counts(3, 3, 1, None, 0)
        store.write(DONE, attend.set_present, soup, numbers[0], present=True)
        store.write(DONE, attend.count_heads, soup, 2, 1)
        assert store.read(queries.card, soup).counts == Counts(3, 3, 1, 1, 3)


def test_heads_alone_are_an_answer_too(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        store.write(DONE, attend.count_heads, soup, 20, 0)
        counts = store.read(queries.card, soup).counts
        assert (counts.came, counts.came_along) == (0, 20)


def test_sign_ups_go_by_family_name_and_the_queue_by_time(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        zwart, brink, waits, waits_too = (
            add_person(store, name, "Vlierhof 1") for name in ("A Zwart", "Z Brink", "Y Zo", "X Aa")
        )
        soup = add_activity(store, capacity=2)
        signed_up(store, soup, [zwart, brink, waits, waits_too])
        assert [row.person.id for row in store.read(queries.signups, soup)] == [brink, zwart, waits, waits_too]


def test_what_somebody_did_newest_first(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        toos = add_person(store, "Toos van 't Hek", "Klaverstraat 11")
        other = add_person(store, "Henk Bos", "Klaverstraat 1")
        old = add_activity(store, "Soep", datetime(2026, 9, 9, 12))
        missed = add_activity(store, "Straatfeest", datetime(2026, 9, 20, 12))
        uncounted = add_activity(store, "Plantenruil", datetime(2026, 9, 21, 12))
        new = add_activity(store, "Wandeling", datetime(2026, 10, 25, 14))
        full = add_activity(store, "Beweegles", datetime(2026, 10, 26, 14), capacity=1)
        add_activity(store, "Zonder Toos", datetime(2026, 10, 1, 14))
        signed_up(store, full, [other])
        for activity in (new, missed, uncounted, full):
            signed_up(store, activity, [toos])
        store.write(DONE, attend.set_present, old, toos, present=True)
        store.write(DONE, attend.set_present, missed, other, present=True)
        mine = store.write(
            DONE, plan.add_activity, activity_draft("Koffie", datetime(2026, 10, 27, 9), None, contact=toos)
        )

        found = store.read(queries.happenings, local(store.clock.now()), toos)

        assert [(one.title, one.kind) for one in found] == [
            ("Koffie", "contact"),
            ("Beweegles", "waiting"),
            ("Wandeling", "coming"),
            ("Plantenruil", "signed_up"),
            ("Straatfeest", "missed"),
            ("Soep", "came"),
        ]
        assert found[0].where == Place("activities", mine)


def test_the_door_knows_who_is_expected_who_is_inside_and_who_is_new(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store, "Henk van der Meer", "Klaverstraat 5")
        joke = add_person(store, "Joke Meerman", "Vlierhof 9")
        sjaak = add_person(store, "Sjaak van Meel", "Berkenpad 11")
        marijke = add_person(store, "Marijke van der Meer", "Klaverstraat 5")
        add_person(store, "Amina Jansen", "Meerstraat 1")
        before = add_activity(store, "Soep", datetime(2026, 10, 7, 12))
        for number in (henk, marijke):
            store.write(DONE, attend.set_present, before, number, present=True)
        soup = add_activity(store)
        signed_up(store, soup, [henk, joke, marijke])
        store.write(DONE, attend.set_present, soup, marijke, present=True)

        found = store.read(queries.door_matches, soup, "mee")

        assert [row.name for row in found] == [
            "Henk van der Meer",
            "Joke Meerman",
            "Sjaak van Meel",
            "Marijke van der Meer",
        ]
        assert [row.signed_up for row in found] == [True, True, False, True]
        assert [row.first_time for row in found] == [False, True, True, False]
        assert found[-1].present
        assert store.read(queries.door_matches, soup, "  ") == []
        assert store.read(queries.door_matches, soup, "zzz") == []

        store.write(DONE, attend.set_present, soup, sjaak, present=True)
        door = store.read(queries.at_the_door, soup)
        assert [(row.name, row.signed_up, row.present) for row in door] == [
            ("Henk van der Meer", True, False),
            ("Joke Meerman", True, False),
            ("Marijke van der Meer", True, True),
            ("Sjaak van Meel", False, True),
        ]
        assert store.read(queries.first_timers, soup, [henk, joke, sjaak, marijke]) == {joke, sjaak}


def test_somebody_deleted_was_there_all_the_same(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store)
        soup = add_activity(store)
        store.write(DONE, attend.set_present, soup, henk, present=True)
        store.write(DONE, people.delete_person, henk)
        assert store.read(queries.presence, soup).unknown == 1
        assert [row.person for row in store.read(queries.at_the_door, soup)] == [None]


def test_ideas_count_once_however_often_something_is_done(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for day in (1, 7, 14):
            add_activity(store, "Soep", datetime(2026, 10, day, 12))
        add_activity(store, "Fietsen", datetime(2026, 10, 3, 12), source="helper")
        add_activity(store, "Inloop", datetime(2026, 10, 2, 12), source="council")
        add_activity(store, "Beweegles", datetime(2026, 10, 29, 12), source="organisation")
        add_activity(store, "Vorig jaar", datetime(2025, 12, 31, 12))
        found = store.read(queries.ideas, 2026, datetime(2026, 10, 13, 14, 5))
        assert (found.residents, found.organisations, found.times_done) == (2, 2, 4)


def test_an_activity_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, refused("not_found"):
        store.read(queries.card, 12)
