"""Names on lists that nobody could read, sorted out afterwards."""

from __future__ import annotations

from pathlib import Path

from builders import DONE, add_activity, add_people, add_person, new_store, printed, refused, signed_up, taken_back
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend, pile
from buurtapp.features.activities.attendance.queries import unread
from buurtapp.features.activities.records import EntryResult, SheetAnswers, WalkIn
from buurtapp.features.people.queries import listing
from buurtapp.features.sheets import queries as sheets

LINES = (4, 5)


def _entered(store: Store) -> tuple[int, int, list[int]]:
    """Return an activity, its list with two names that could not be read, and their numbers in the pile."""
    soup = add_activity(store)
    signed_up(store, soup, add_people(store, 3))
    sheet = store.read(sheets.find, printed(store, soup).code).id
    _enter(store, sheet)
    return soup, sheet, [row.id for row in store.read(unread, soup)]


def _enter(store: Store, sheet: int) -> EntryResult:
    walk_ins = tuple(WalkIn("", None, line, unreadable=True) for line in LINES)
    return store.write(DONE, attend.enter_sheet, sheet, SheetAnswers(frozenset({1}), walk_ins))


def test_a_name_in_the_pile_is_a_head_and_becomes_somebody(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, (first, second) = _entered(store)
        there = store.read(queries.presence, soup)
        assert (there.unreadable, there.unknown, there.head_count) == (2, 0, 3)
        toos = add_person(store, "Toos van 't Hek", "Klaverstraat 11")

        with taken_back(store):
            store.write(pile.settled_label("Toos"), pile.settle_as, first, toos)

        there = store.read(queries.presence, soup)
        assert toos in there.present
        assert (there.unreadable, there.head_count) == (1, 3)
        assert [row.id for row in store.read(unread, soup)] == [second]
        again = _enter(store, sheet)
        assert (again.stored, again.changed, again.unchanged) == (0, 0, 3), "what was sorted out stays"


def test_somebody_who_was_noted_already_is_not_counted_twice(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, _sheet, (first, _second) = _entered(store)
        here = store.read(queries.presence, soup).present[0]
        with taken_back(store):
            store.write(DONE, pile.settle_as, first, here)
        assert store.read(queries.presence, soup).head_count == 2


def test_a_name_that_is_typed_is_the_one_we_know_or_a_new_neighbour_or_only_a_name(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, _sheet, (first, second) = _entered(store)
        add_person(store, "Jan Jansen", "Klaverstraat 90")
        add_person(store, "Jan Jansen", "Vlierhof 2")
        with taken_back(store):
            new = store.write(DONE, pile.settle_name, first, "Karel Nieuw")
        with taken_back(store):
            assert store.write(DONE, pile.settle_name, second, " jan jansen ") is None
        assert store.read(listing.find_ids, "karel nieuw") == [new]
        there = store.read(queries.presence, soup)
        assert (there.unreadable, there.head_count) == (0, 3)
        assert there.walk_ins == (WalkIn("jan jansen"),)


def test_a_name_can_stay_unknown_and_is_then_left_alone(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, (first, _second) = _entered(store)
        with taken_back(store):
            store.write(pile.left_unknown_label(), pile.leave_unknown, first)
        there = store.read(queries.presence, soup)
        assert (there.unreadable, there.unknown, there.head_count) == (1, 1, 3)
        again = _enter(store, sheet)
        assert (again.stored, again.changed) == (0, 0)
        with refused("sorted_out"):
            store.write(DONE, pile.leave_unknown, first)


def test_a_name_is_needed(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        _soup, _sheet, (first, _second) = _entered(store)
        with refused("draft_invalid"):
            store.write(DONE, pile.settle_name, first, "  ")


def test_a_name_that_turned_out_readable_leaves_the_pile(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, _pile = _entered(store)
        read = SheetAnswers(frozenset({1}), (WalkIn("Karel Nieuw", None, 4), WalkIn("", None, 5, unreadable=True)))
        with taken_back(store):
            done = store.write(DONE, attend.enter_sheet, sheet, read)
        assert (done.stored, done.changed, done.unchanged) == (1, 1, 2)
        assert store.read(queries.presence, soup).unreadable == 1


def test_the_piles_of_two_lists_are_told_apart(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, _sheet, _pile = _entered(store)
        other = store.read(sheets.find, printed(store, soup).code).id
        assert _enter(store, other).stored == 2
        assert _enter(store, other).stored == 0
        assert store.read(queries.presence, soup).unreadable == 4
