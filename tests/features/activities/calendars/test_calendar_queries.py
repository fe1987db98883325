"""What the calendar is asked of a file: a month, what stands beside it, needs, and the poster."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from builders import DONE, activity_draft, add_activity, add_person, new_store, printed, signed_up
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.activities.actions import plan
from buurtapp.features.activities.calendars import queries
from buurtapp.features.activities.calendars.records import Lesson, Planned, Skipped
from buurtapp.features.activities.tables.afterwards import Evaluation
from buurtapp.features.activities.tables.runsheet import Job
from buurtapp.features.activities.tables.series import Series, SeriesSkip
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.records import Group
from buurtapp.features.people.actions import consents
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.press import actions as press
from buurtapp.features.press.records import Printed

HERE = datetime(2026, 10, 13, 14, 5)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def one(store: Store, number: int) -> Planned:
    (found,) = store.read(queries.planned, HERE, [number])
    assert found is not None
    return found


def job(store: Store, activity: int, day_offset: int, phase: str = "before", *, done: bool = False) -> None:
    def add(work: Work) -> int:
        blank = {"position": 0, "needs": "", "step": "", "places": 1, "who": ""}
        done_at = work.now if done else None
        return work.add(
            Job(activity_id=activity, phase=phase, title="Flyers", day_offset=day_offset, done_at=done_at, **blank)
        ).id

    store.write(DONE, add)


def test_a_month_holds_the_days_of_its_weeks_and_no_others(store: Store) -> None:
    for day in (datetime(2026, 9, 27, 23), datetime(2026, 9, 28, 0), datetime(2026, 11, 1, 23), datetime(2026, 11, 2)):
        add_activity(store, f"{day:%d}", day)

    month = store.read(queries.month, HERE, date(2026, 10, 20))

    assert [one.row.title for one in month.planned] == ["28", "01"]
    assert month.first == date(2026, 10, 1)


def test_a_skipped_time_of_a_series_is_told_on_its_day(store: Store) -> None:
    def skip(work: Work) -> int:
        starts_at = datetime(2026, 10, 7, 12)
        series = work.add(Series(title="Soep", rule="FREQ=WEEKLY", starts_at=starts_at, minutes=None, ended=False))
        return work.add(SeriesSkip(series_id=series.id, at=datetime(2026, 10, 21, 12), why="herfstvakantie")).id

    store.write(DONE, skip)

    assert store.read(queries.month, HERE, date(2026, 10, 1)).skipped == (
        Skipped("Soep", datetime(2026, 10, 21, 12), "herfstvakantie"),
    )
    assert store.read(queries.month, HERE, date(2026, 12, 1)).skipped == ()


def test_flyer_and_list_are_known_of_each_activity(store: Store) -> None:
    soup, walk = add_activity(store), add_activity(store, "Wandeling", datetime(2026, 10, 20, 12))
    printed(store, soup)
    store.write(DONE, press.log_print, walk, Printed("flyer", "tafel A6", 60, 15))

    assert [(one(store, number).list_state, one(store, number).flyer_state) for number in (soup, walk)] == [
        ("done", "due"),
        ("later", "done"),
    ]


def test_late_jobs_are_those_of_before_that_should_be_done_by_now(store: Store) -> None:
    number = add_activity(store, starts_at=datetime(2026, 10, 20, 12))
    job(store, number, -7)
    job(store, number, -21)
    job(store, number, -6)
    job(store, number, -21, done=True)
    job(store, number, -21, "day")

    assert one(store, number).jobs_late == 2


def test_two_in_one_room_are_both_told_of_it_also_when_one_is_not_asked_for(store: Store) -> None:
    soup = add_activity(store)
    add_activity(store, "Koffie", datetime(2026, 10, 14, 13))
    apart = add_activity(store, "Ver weg", datetime(2026, 10, 15, 13))

    assert one(store, soup).same_room
    assert not one(store, apart).same_room


def test_what_is_gone_leaves_its_place_empty(store: Store) -> None:
    number = add_activity(store)

    assert [found is None for found in store.read(queries.planned, HERE, [99, number])] == [True, False]


def test_beside_the_month_each_title_stands_once_with_its_other_days(store: Store) -> None:
    for day in (21, 14, 28):
        add_activity(store, starts_at=datetime(2026, 10, day, 12))
    add_activity(store, "Wandeling", datetime(2026, 10, 15, 12), ends_at=datetime(2026, 10, 15, 13))
    for day in (1, 2, 3, 4):
        add_activity(store, f"Geweest {day}", datetime(2026, 10, day, 12))

    side = store.read(queries.side, HERE)

    assert [(coming.planned.row.title, coming.also_on) for coming in side.coming] == [
        ("Soep op woensdag", (date(2026, 10, 21), date(2026, 10, 28))),
        ("Wandeling", ()),
    ]
    assert [been.row.title for been in side.been] == ["Geweest 4", "Geweest 3", "Geweest 2"]
    assert side.is_any
    assert (side.ideas.residents, side.ideas.times_done) == (6, 4)


def test_what_goes_on_now_is_coming_and_what_just_ended_has_been(store: Store) -> None:
    add_activity(store, "Bezig", datetime(2026, 10, 13, 12), ends_at=datetime(2026, 10, 13, 14, 5))
    add_activity(store, "Zonder eind", datetime(2026, 10, 13, 12, 5))
    add_activity(store, "Klaar", datetime(2026, 10, 13, 12), ends_at=datetime(2026, 10, 13, 14, 4))

    side = store.read(queries.side, HERE)

    assert [coming.planned.row.title for coming in side.coming] == ["Bezig", "Zonder eind"]
    assert [been.row.title for been in side.been] == ["Klaar"]
    assert all(one(store, coming.planned.row.id).list_state != "over" for coming in side.coming)


def learn(store: Store, number: int, words: str) -> None:
    def add(work: Work) -> int:
        at = datetime(2026, 10, 2, tzinfo=UTC)
        return work.add(Evaluation(activity_id=number, went_well="", next_time=words, said="", made_at=at)).id

    store.write(DONE, add)


def test_the_last_lesson_is_that_of_the_last_activity_that_taught_something(store: Store) -> None:
    numbers = [add_activity(store, f"Ding {day}", datetime(2026, 10, day, 12)) for day in (1, 5, 7)]
    for number, words in zip(numbers, ("Vraag eerst drie buren.", "Meer stoelen.", ""), strict=True):
        learn(store, number, words)

    assert store.read(queries.last_lesson, HERE) == Lesson(date(2026, 10, 5), "Ding 5", "Meer stoelen.")


def test_the_lesson_of_what_comes_again_is_told_only_when_there_is_no_other(store: Store) -> None:
    soup = add_activity(store, starts_at=datetime(2026, 10, 7, 12))
    add_activity(store, starts_at=datetime(2026, 10, 14, 12))
    learn(store, soup, "Een pan zonder vlees.")
    alone = store.read(queries.last_lesson, HERE)
    learn(store, add_activity(store, "Inloop", datetime(2026, 10, 1, 19)), "Vraag eerst drie buren.")

    assert alone == Lesson(date(2026, 10, 7), "Soep op woensdag", "Een pan zonder vlees.")
    assert store.read(queries.last_lesson, HERE) == Lesson(date(2026, 10, 1), "Inloop", "Vraag eerst drie buren.")


def test_entries_are_searched_without_accents(store: Store) -> None:
    add_activity(store, "Soep mét brood")

    (entry,) = store.read(queries.entries)

    assert entry.words == "soep met brood de kas esdoornplein 2"


# The poster


def draft(store: Store, contact: int) -> int:
    return store.write(DONE, plan.add_activity, activity_draft(contact=contact))


def test_a_poster_tells_of_its_month_and_names_only_the_contact_of_the_group(store: Store) -> None:
    store.write(DONE, change_group, Group("Klaverhoek", contact_name="Marijke", contact_phone="+31600001111"))
    person = add_person(store, "Piet Verborgen", phones=("0600002222",))
    signed_up(store, draft(store, person), [person])
    add_activity(store, "Later", datetime(2026, 11, 1, 0))

    poster = store.read(queries.poster, date(2026, 10, 31))

    assert [row.title for row in poster.dated] == ["Soep op woensdag"]
    assert (poster.contact, poster.phone) == ("Marijke", "06 0000 1111")
    assert "Verborgen" not in repr(poster)


def test_without_a_contact_of_the_group_it_is_who_may_be_told_of(store: Store) -> None:
    shy, open_ = (
        add_person(store, name, f"Klaverstraat {at}", phones=(f"060000333{at}",))
        for at, name in enumerate(("Piet Stil", "Coby Open"), 1)
    )
    for _time in range(2):
        draft(store, shy)
    draft(store, open_)
    store.write(DONE, consents.note_consent, [shy], ["share_neighbours"], ConsentDraft("withdrawn", date(2026, 10, 1)))

    poster = store.read(queries.poster, date(2026, 10, 1))

    assert (poster.contact, poster.phone) == ("Coby Open", "06 0000 3332")


def test_a_month_of_nothing_is_a_poster_too(store: Store) -> None:
    poster = store.read(queries.poster, date(2028, 2, 29))

    assert (poster.dated, poster.weekly, poster.month) == ((), (), date(2028, 2, 1))
