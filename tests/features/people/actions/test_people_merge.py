"""Merging two people: whatever was known of either is known of the one that stays, and one undo brings both back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from builders import DONE, NOW, add_activity, add_person, new_store, printed, refused, signed_up, taken_back, unchanged
from buurtapp.core.clock import FixedClock
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.actions import attend, sign_up
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import cards, doubles, listing
from buurtapp.features.sheets import queries as sheets


def _two(store: Store) -> tuple[int, int]:
    henk = add_person(store, "H. de Boer", "Klaverstraat 12", phones=["0600000111"], labels=["soep"], note="een")
    again = add_person(
        store, "Henk de Boer", "Klaverstraat 12", phones=["0600000222"], labels=["auto", "soep"], note="twee"
    )
    return henk, again


@pytest.mark.parametrize("keeps_first", [True, False])
def test_nothing_is_lost_whoever_stays(tmp_path: Path, *, keeps_first: bool) -> None:
    with new_store(tmp_path) as store:
        keep, gone = _two(store) if keeps_first else _two(store)[::-1]
        both, first, second = (add_activity(store, title) for title in ("Soep", "Wandelen", "Kaarten"))
        signed_up(store, both, [keep, gone])
        signed_up(store, first, [keep])
        signed_up(store, second, [gone])
        for activity, number in ((both, keep), (both, gone), (second, gone)):
            store.write(DONE, attend.set_present, activity, number, present=True)
        sheet = printed(store, second)

        with taken_back(store):
            store.write(DONE, people.merge_people, keep, gone)

        card = store.read(cards.card, keep)
        assert card.name.spoken == "Henk de Boer"
        assert set(card.phones) == {"+31600000111", "+31600000222"}
        assert set(card.labels) == {"soep", "auto"}
        assert set(card.note.splitlines()) == {"een", "twee"}
        for activity in (both, first, second):
            assert [row.person.id for row in store.read(activities.signups, activity)] == [keep]
        assert store.read(activities.presence, both).present == (keep,)
        assert store.read(activities.presence, second).present == (keep,)
        assert store.read(sheets.find, sheet.code).rows[0].person_id == keep
        assert store.read(listing.count) == 1


def test_a_wish_not_to_be_approached_stays_whoever_had_it(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep = add_person(store, "Henk de Boer", "Klaverstraat 12")
        gone = add_person(store, "H. de Boer", "Klaverstraat 12", do_not_approach=True)
        store.write(DONE, people.merge_people, keep, gone)
        assert store.read(cards.card, keep).asked_not_to


def test_signed_up_twice_the_larger_company_and_the_place_stay(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep, gone = _two(store)
        soup = add_activity(store, capacity=1)
        signed_up(store, soup, [gone, keep])
        rows = {row.person.id: row for row in store.read(activities.signups, soup)}
        assert rows[keep].waiting
        store.write(DONE, sign_up.set_company, rows[gone].id, 0, 2)

        with taken_back(store):
            store.write(DONE, people.merge_people, keep, gone)

        (row,) = store.read(activities.signups, soup)
        assert (row.person.id, row.children, row.waiting) == (keep, 2, False)


def test_signed_up_twice_the_first_of_both_keeps_the_place_in_the_queue(tmp_path: Path) -> None:
    clock = FixedClock(NOW)
    with new_store(tmp_path, clock) as store:
        keep, gone = _two(store)
        guest, other = add_person(store, "Toos van 't Hek", "Vlierhof 1"), add_person(store, "Kees Smit", "Vlierhof 2")
        soup = add_activity(store, capacity=1)
        for number in (guest, gone, other, keep):
            clock.set(clock.now() + timedelta(hours=1))
            signed_up(store, soup, [number])

        store.write(DONE, people.merge_people, keep, gone)

        assert [row.person.id for row in store.read(activities.signups, soup)] == [guest, keep, other]


def test_an_address_with_nobody_left_stays_a_door(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep = add_person(store, "Henk de Boer", "", phones=["0600000111"])
        gone = add_person(store, "Henk de Boer", "Vlierhof 3", phones=["0600000111"])
        store.write(DONE, people.merge_people, keep, gone)
        assert store.read(cards.card, keep).door.line == "Vlierhof 3"

        third = add_person(store, "Henk de Boer", "Klaverstraat 12")
        store.write(DONE, people.merge_people, keep, third)
        assert [row.door.line for row in store.read(cards.addresses)] == ["Klaverstraat 12", "Vlierhof 3"]


def test_somebody_who_is_gone_or_the_same_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep, gone = _two(store)
        before = unchanged(store)
        with refused("same_person"):
            store.write(DONE, people.merge_people, keep, keep)
        for one, other in ((keep, 999), (999, gone)):
            with refused("not_found"):
                store.write(DONE, people.merge_people, one, other)
        assert unchanged(store) == before


def test_what_is_merged_is_a_double_no_more(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep, gone = _two(store)
        (pair,) = store.read(doubles.likely)
        assert (pair.first.id, pair.second.id) == (keep, gone)
        store.write(DONE, people.merge_people, keep, gone)
        assert store.read(doubles.likely) == []
        store.undo()
        assert [(one.first.id, one.second.id) for one in store.read(doubles.likely)] == [(keep, gone)]
