"""Signing up: places, the waiting list, guests."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import DONE, add_activity, add_people, new_store, refused, signed_up, taken_back, unchanged
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import sign_up
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


STEPS = st.lists(st.tuples(st.sampled_from(["on", "off", "guests"]), st.integers(0, 7), st.integers(0, 3)), max_size=14)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_whoever_comes_and_goes_places_are_kept_and_undo_brings_all_back(steps: list[tuple[str, int, int]]) -> None:
    """Nobody waits while the first of the queue fits, and the undo of every step ends at the start."""
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        people = add_people(store, 8)
        soup = add_activity(store, capacity=4)
        start, before = store.check().digest, len(store.history(1000))
        for kind, pick, guests in steps:
            rows = store.read(queries.signups, soup)
            if kind == "on":
                signed_up(store, soup, [people[pick]])
            elif rows and kind == "off":
                store.write(DONE, sign_up.take_off, rows[pick % len(rows)].id)
            elif rows:
                store.write(DONE, sign_up.set_company, rows[pick % len(rows)].id, guests, 0)
            rows = store.read(queries.signups, soup)
            heads = sum(1 + row.guests + row.children for row in rows if not row.waiting)
            waiting = [row for row in rows if row.waiting]
            if waiting:
                assert heads + 1 + waiting[0].guests > 4
        for _ in range(len(store.history(1000)) - before):
            store.undo()
        assert store.check().digest == start
