"""Several people let in at once: a household, or everybody that was told of."""

from __future__ import annotations

from pathlib import Path

from builders import DONE, add_activity, add_person, new_store, person_draft, refused, signed_up, taken_back, unchanged
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend, door
from buurtapp.features.activities.attendance.queries import counted_by_hand
from buurtapp.features.activities.attendance.records import Attended


def test_a_whole_household_comes_in_and_is_taken_back_at_once(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        henk, marijke = add_person(store), add_person(store, "Marijke de Vries")
        add_person(store, "Toos van 't Hek", "Klaverstraat 11")
        signed_up(store, soup, [henk])
        with taken_back(store):
            new = store.write(door.household_label("Henk", 1), door.let_household_in, soup, henk)
        assert new == [henk, marijke]
        assert set(store.read(queries.presence, soup).present) == {henk, marijke}
        store.undo()
        assert store.read(queries.presence, soup).head_count == 0


def test_of_a_household_only_who_is_not_in_yet_comes_in(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        henk, marijke = add_person(store), add_person(store, "Marijke de Vries")
        store.write(DONE, attend.set_present, soup, marijke, present=True)
        assert store.write(DONE, door.let_household_in, soup, henk) == [henk]
        assert store.write(DONE, door.let_household_in, soup, henk) == []


def test_somebody_without_an_address_is_a_household_alone(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        one, _other = add_person(store, "Karel Los", ""), add_person(store, "Wim Los", "")
        assert store.write(DONE, door.let_household_in, soup, one) == [one]


def test_what_is_told_at_once_is_one_step(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        henk, wim = add_person(store), add_person(store, "Wim Bos", "Vlierhof 3")
        store.write(DONE, attend.set_present, soup, wim, present=True)
        new = person_draft("Karel Nieuw", "Vlierhof 9")
        told = Attended(present=(henk,), absent=(wim,), walk_ins=(new,), guests=2)
        with taken_back(store):
            done = store.write(door.attended_label("Soep"), door.note_attended, soup, told)
        assert (done.came, done.went) == ((henk, *done.new_people), (wim,))
        assert store.read(counted_by_hand, soup) == (2, 0)


def test_a_walk_in_is_the_one_of_that_name_at_that_address(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        add_person(store, "Jan Jansen", "Klaverstraat 90")
        there = add_person(store, "Jan Jansen", "Vlierhof 2")
        drafts = (person_draft("Jan Jansen", "vlierhof 2"), person_draft("Jan Jansen", "Berkenpad 1"))
        done = store.write(DONE, door.note_attended, soup, Attended(walk_ins=drafts))
        assert done.came[0] == there
        assert len(done.new_people) == 1


def test_nobody_we_do_not_know_is_noted(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        before = unchanged(store)
        with refused("not_found"):
            store.write(DONE, door.note_attended, soup, Attended(present=(77,)))
        assert unchanged(store) == before
