"""Signing up: places, the waiting list, guests."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import (
    DONE,
    add_activity,
    add_people,
    new_store,
    person_draft,
    refused,
    signed_up,
    taken_back,
    unchanged,
)
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import plan, sign_up
from buurtapp.features.activities.records import SignupDraft
from buurtapp.features.people.queries import listing
from buurtapp.sample.make import make_sample


def _waiting(store: Store, activity: int) -> list[int]:
    return [row.person.id for row in store.read(queries.signups, activity) if row.waiting]


def _row(store: Store, activity: int, person: int) -> int:
    return next(row.id for row in store.read(queries.signups, activity) if row.person.id == person)


def test_people_are_signed_up_once(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 3)
        soup = add_activity(store)
        with taken_back(store):
            first = store.write(sign_up.signed_up_label("Soep", 2), sign_up.sign_up, soup, people[:2])
        again = store.write(DONE, sign_up.sign_up, soup, [*people, people[2]])
        assert first.new == tuple(people[:2])
        assert again.new == (people[2],)
        assert store.read(queries.card, soup).counts.names == 3


def test_a_full_activity_lets_the_others_wait(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 5)
        soup = add_activity(store, capacity=3)
        done = store.write(DONE, sign_up.sign_up, soup, people)
        assert done.waiting == tuple(people[3:])
        assert _waiting(store, soup) == people[3:]


def test_nobody_of_that_number_is_signed_up_and_then_nobody_else(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 2)
        soup = add_activity(store)
        before = unchanged(store)
        with refused("not_found"):
            store.write(DONE, sign_up.sign_up, soup, [*people, 99])
        assert unchanged(store) == before


def test_who_waited_longest_gets_the_place_that_comes_free(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 5)
        soup = add_activity(store, capacity=3)
        signed_up(store, soup, people)
        with taken_back(store):
            moved = store.write(sign_up.taken_off_label("Soep"), sign_up.take_off, _row(store, soup, people[0]))
        assert moved == [people[3]]
        assert _waiting(store, soup) == [people[4]]


def test_a_newcomer_does_not_pass_who_waits(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 4)
        soup = add_activity(store, capacity=3)
        signed_up(store, soup, people[:3])
        store.write(DONE, sign_up.set_company, _row(store, soup, people[0]), 1, 0)
        signed_up(store, soup, [people[3]])
        assert _waiting(store, soup) == [people[3]]
        assert store.read(queries.card, soup).counts.heads == 4, "guests count as heads"


def test_fewer_guests_make_room(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 3)
        soup = add_activity(store, capacity=4)
        signed_up(store, soup, people[:2])
        row = _row(store, soup, people[0])
        store.write(DONE, sign_up.set_company, row, 1, 1)
        signed_up(store, soup, [people[2]])
        assert _waiting(store, soup) == [people[2]]
        with taken_back(store):
            moved = store.write(DONE, sign_up.set_company, row, 0, 0)
        assert moved == [people[2]]


@pytest.mark.parametrize(("guests", "children"), [(-1, 0), (0, 1000)])
def test_impossible_guests_are_refused(tmp_path: Path, guests: int, children: int) -> None:
    with new_store(tmp_path) as store:
        (person,) = add_people(store, 1)
        soup = add_activity(store)
        signed_up(store, soup, [person])
        row = _row(store, soup, person)
        before = unchanged(store)
        with pytest.raises(DraftInvalid):
            store.write(DONE, sign_up.set_company, row, guests, children)
        assert unchanged(store) == before


def test_a_whole_town_is_signed_up_at_once(tmp_path: Path) -> None:
    with make_sample(tmp_path / "dorp.buurt", 100, 1_500) as store:
        everybody = [person.id for person in store.read(listing.listed)]
        party = add_activity(store, "Dorpsfeest", capacity=1_000)
        done = store.write(DONE, sign_up.sign_up, party, everybody)
        assert (len(done.new), len(done.waiting)) == (1_500, 500)
        assert store.undo() is not None


SAID = SignupDraft(1, 2, lift=True, brings="taart", note="geen vlees")


def test_what_somebody_says_is_kept_and_taken_back(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 2)
        soup = add_activity(store)
        with taken_back(store):
            store.write(DONE, sign_up.sign_up, soup, people[:1], SAID)
        row = store.read(queries.signups, soup)[0]
        assert (row.guests, row.children, row.lift, row.brings, row.note) == (1, 2, True, "taart", "geen vlees")
        with taken_back(store):
            store.write(DONE, sign_up.change_signup, row.id, SignupDraft(note="  eet mee "))
        assert store.read(queries.signups, soup)[0].note == "eet mee"
        store.write(DONE, sign_up.set_company, row.id, 3, 0)
        assert store.read(queries.signups, soup)[0].note == "eet mee", "company alone leaves the rest"


def test_company_is_counted_before_somebody_gets_a_place(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 3)
        soup = add_activity(store, capacity=4)
        signed_up(store, soup, people[:1])
        done = store.write(DONE, sign_up.sign_up, soup, people[1:], SAID)
        assert done.waiting == tuple(people[1:]), "four heads do not fit beside one, and nobody passes who waits"
        assert store.read(queries.card, soup).counts.heads == 1


def test_every_field_that_is_wrong_is_told_and_nothing_changes(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 1)
        soup = add_activity(store)
        before = unchanged(store)
        wrong = SignupDraft(-1, 1000, brings="x" * 61, note="y" * 61)
        with pytest.raises(DraftInvalid) as caught:
            store.write(DONE, sign_up.sign_up, soup, people, wrong)
        assert [problem.field for problem in caught.value.problems] == ["guests", "children", "brings", "note"]
        with pytest.raises(DraftInvalid):
            store.write(DONE, sign_up.sign_up_newcomer, soup, person_draft("Nieuwe Buur", ""), wrong)
        assert unchanged(store) == before


def test_a_new_neighbour_is_added_and_signed_up_in_one_step(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store, capacity=1)
        with taken_back(store):
            done = store.write(
                sign_up.newcomer_label("Nieuwe Buur", "Soep"),
                sign_up.sign_up_newcomer,
                soup,
                person_draft("Nieuwe Buur", "Klaverstraat 3"),
            )
        assert (len(done.new), done.waiting) == (1, ())


def test_several_are_taken_off_at_once_and_a_stranger_stops_it(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 5)
        soup = add_activity(store, capacity=2)
        signed_up(store, soup, people[:4])
        before = unchanged(store)
        with refused("not_found"):
            store.write(DONE, sign_up.take_people_off, soup, [people[0], people[4]])
        assert unchanged(store) == before
        with taken_back(store):
            moved = store.write(DONE, sign_up.take_people_off, soup, people[:2])
        assert moved == people[2:4]


def test_a_place_can_be_given_by_hand_though_it_is_full(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 3)
        soup = add_activity(store, capacity=1)
        signed_up(store, soup, people)
        with taken_back(store):
            store.write(sign_up.placed_label("Buur", "Soep"), sign_up.give_place, _row(store, soup, people[2]))
        assert _waiting(store, soup) == [people[1]]


def test_more_room_lets_them_in_and_less_room_puts_nobody_off(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 4)
        soup = add_activity(store, capacity=2)
        signed_up(store, soup, people)
        draft = store.read(queries.card, soup).draft
        with taken_back(store):
            store.write(DONE, plan.change_activity, soup, replace(draft, capacity=3))
        assert _waiting(store, soup) == people[3:]
        store.write(DONE, plan.change_activity, soup, replace(draft, capacity=1))
        assert store.read(queries.card, soup).counts.heads == 3
        assert _waiting(store, soup) == people[3:]


KINDS = st.sampled_from(["on", "with", "off", "guests", "room"])
STEPS = st.lists(st.tuples(KINDS, st.integers(0, 7), st.integers(0, 3)), max_size=14)


def _step(store: Store, soup: int, people: list[int], step: tuple[str, int, int]) -> set[int]:
    """Do one thing; return whom it adds to the list."""
    kind, pick, guests = step
    rows = store.read(queries.signups, soup)
    if kind in {"on", "with"}:
        said = SignupDraft(guests if kind == "with" else 0)
        return set(store.write(DONE, sign_up.sign_up, soup, [people[pick]], said).new)
    if kind == "room":
        draft = store.read(queries.card, soup).draft
        store.write(DONE, plan.change_activity, soup, replace(draft, capacity=pick + 1))
    elif rows and kind == "off":
        store.write(DONE, sign_up.take_off, rows[pick % len(rows)].id)
    elif rows:
        store.write(DONE, sign_up.set_company, rows[pick % len(rows)].id, guests, 0)
    return set()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_whoever_comes_and_goes_places_are_kept_and_undo_brings_all_back(steps: list[tuple[str, int, int]]) -> None:
    """Nobody waits while the first of the queue fits, nobody is lost or passed, and undo ends at the start.

    There are never more heads than places, but where somebody with a place brings more guests, or the room shrinks.
    """
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        people = add_people(store, 8)
        soup = add_activity(store, capacity=4)
        start, before = store.check().digest, len(store.history(1000))
        for step in steps:
            was = store.read(queries.signups, soup)
            heads_before = store.read(queries.card, soup).counts.heads
            added = _step(store, soup, people, step)
            rows, card = store.read(queries.signups, soup), store.read(queries.card, soup)
            heads, room = card.counts.heads, card.draft.capacity
            assert room is not None
            queue = [row for row in rows if row.waiting]
            assert not queue or heads + 1 + queue[0].guests > room
            assert heads <= room or step[0] in {"guests", "room"} or heads <= heads_before
            gone = {row.person.id for row in was} - {row.person.id for row in rows}
            assert {row.person.id for row in rows} == ({row.person.id for row in was} | added) - gone
            assert len(gone) == (1 if step[0] == "off" and was else 0)
            waited = [row.person.id for row in was if row.waiting and row.person.id not in gone]
            stayed = [row.person.id for row in queue if row.person.id not in added]
            assert stayed == waited[len(waited) - len(stayed) :], "the queue shrinks from its front only"
        for _ in range(len(store.history(1000)) - before):
            store.undo()
        assert store.check().digest == start
