"""Who came: a list that came home, the door, and the count of heads."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import (
    DONE,
    NOW,
    add_activity,
    add_people,
    add_person,
    new_store,
    person_draft,
    printed,
    refused,
    signed_up,
    taken_back,
    unchanged,
)
from buurtapp.core.clock import FixedClock
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.store import Store
from buurtapp.core.text import fold
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.records import EntryResult, SheetAnswers, WalkIn
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import listing
from buurtapp.features.sheets import queries as sheets


def _list(store: Store, count: int = 4) -> tuple[int, int, list[int]]:
    """Return an activity, its printed list, and the people on it in the order of the paper."""
    numbers = add_people(store, count)
    soup = add_activity(store)
    signed_up(store, soup, numbers)
    sheet = store.read(sheets.find, printed(store, soup).code)
    return soup, sheet.id, numbers


def _enter(store: Store, sheet: int, *rows: int, **more: object) -> EntryResult:
    answers = SheetAnswers(frozenset(rows), **more)  # type: ignore[arg-type]
    return store.write(attend.entered_label("7K3Q2-M", "Soep"), attend.enter_sheet, sheet, answers)


def test_ticks_become_who_was_there_and_one_undo_takes_the_whole_list_back(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, numbers = _list(store)
        with taken_back(store):
            done = _enter(store, sheet, 1, 3, walk_ins=(WalkIn("Yonas Tesfay"),), guests=2, children=1)

        assert (done.stored, done.changed, done.unchanged) == (3, 0, 0)
        there = store.read(queries.presence, soup)
        assert there.present == (numbers[0], numbers[2])
        assert there.walk_ins == (WalkIn("Yonas Tesfay", done.new_people[0]),)
        assert (there.guests, there.children, there.head_count) == (2, 1, 6)
        counts = store.read(queries.card, soup).counts
        assert (counts.came, counts.came_along) == (3, 3)
        assert store.read(sheets.still_out) == []


def test_entering_again_says_what_is_new_what_is_corrected_and_what_stays(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, numbers = _list(store)
        _enter(store, sheet, 1, 3, guests=2)
        home = store.read(sheets.of_subject, "attendance", soup)[0].came_home_at

        same = _enter(store, sheet, 1, 3, guests=2)
        assert (same.stored, same.changed, same.unchanged) == (0, 0, 2)

        with taken_back(store):
            other = _enter(store, sheet, 1, 4, guests=3)
        assert (other.stored, other.changed, other.unchanged) == (1, 2, 1), "row 3 off and the tally, row 4 on"
        assert store.read(queries.presence, soup).present == (numbers[0], numbers[3])
        assert store.read(sheets.of_subject, "attendance", soup)[0].came_home_at == home, "the first time counts"


def test_what_was_not_read_stays_as_it_was(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, _ = _list(store)
        _enter(store, sheet, 1, guests=2, children=4)
        _enter(store, sheet, 1)
        there = store.read(queries.presence, soup)
        assert (there.guests, there.children) == (2, 4)


def test_a_row_that_is_not_on_the_list_stops_everything(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        _, sheet, _ = _list(store)
        before = unchanged(store)
        with refused("unknown_row"):
            _enter(store, sheet, 1, 99)
        assert unchanged(store) == before


def test_a_tick_on_a_blank_line_alone_is_nobody(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, _ = _list(store)
        _enter(store, sheet, 5)
        assert store.read(queries.presence, soup).head_count == 0


@pytest.mark.parametrize("written", ["Toos van 't Hek", "toos van t hek", "van 't Hek, Toos", " Toos  van ’t Hek "])
def test_a_walk_in_we_know_is_not_made_again(tmp_path: Path, written: str) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, _ = _list(store)
        toos = add_person(store, "Toos van 't Hek", "Klaverstraat 11")
        done = _enter(store, sheet, walk_ins=(WalkIn(written),))
        assert done.new_people == ()
        assert [one.person_id for one in store.read(queries.presence, soup).walk_ins] == [toos]


def test_a_walk_in_who_was_printed_after_all_counts_once(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, _ = _list(store)
        name = store.read(sheets.find, store.read(sheets.of_subject, "attendance", soup)[0].code).rows[1].text
        _enter(store, sheet, 2, walk_ins=(WalkIn(name),))
        assert store.read(queries.presence, soup).head_count == 1


def test_a_name_of_two_neighbours_stays_a_name_until_somebody_chooses(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, _ = _list(store)
        add_person(store, "Jan Jansen", "Klaverstraat 90")
        second = add_person(store, "Jan Jansen", "Vlierhof 2")

        _enter(store, sheet, walk_ins=(WalkIn("Jan Jansen"), WalkIn("jan jansen")))
        assert [one.person_id for one in store.read(queries.presence, soup).walk_ins] == [None, None]
        assert store.read(queries.presence, soup).head_count == 2

        _enter(store, sheet, walk_ins=(WalkIn("Jan Jansen", second),))
        assert store.read(queries.presence, soup).walk_ins == (WalkIn("Jan Jansen", second),)
        with refused("not_found"):
            _enter(store, sheet, walk_ins=(WalkIn("Jan Jansen", 999),))


def test_who_was_noted_at_the_door_is_not_taken_off_by_a_list(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, numbers = _list(store)
        store.write(DONE, attend.set_present, soup, numbers[3], present=True)
        _enter(store, sheet, 1)
        assert set(store.read(queries.presence, soup).present) == {numbers[0], numbers[3]}


def test_two_lists_of_one_activity_add_up(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, first, numbers = _list(store)
        second = store.read(sheets.find, printed(store, soup).code).id
        assert second != first
        _enter(store, first, 1, guests=1)
        _enter(store, second, 1, 2, guests=2)
        _enter(store, second, 2)
        there = store.read(queries.presence, soup)
        assert set(there.present) == {numbers[0], numbers[1]}
        assert there.guests == 3


def test_what_is_known_fills_the_screen_that_looks_like_the_paper(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, numbers = _list(store)
        store.write(DONE, attend.set_present, soup, numbers[1], present=True)
        assert store.read(queries.entered, sheet) == SheetAnswers(frozenset({2}))
        done = _enter(store, sheet, 1, 2, walk_ins=(WalkIn("Yonas Tesfay"),), guests=0, children=3)
        assert store.read(queries.entered, sheet) == SheetAnswers(
            frozenset({1, 2}), (WalkIn("Yonas Tesfay", done.new_people[0]),), 0, 3
        )


def test_odd_walk_ins_are_kept_as_written(tmp_path: Path, cases: Path) -> None:
    names = [name.strip() for name in json.loads((cases / "odd-names.json").read_text("utf-8"))]
    # "=1+1" and "＝1+1" are one name to whoever looks people up.
    odd = list({fold(name) or name: name for name in reversed(names)}.values())[::-1]
    assert len(odd) >= len(names) - 3
    with new_store(tmp_path) as store:
        soup, sheet, _ = _list(store)
        _enter(store, sheet, walk_ins=tuple(WalkIn(name) for name in odd))
        assert [one.name for one in store.read(queries.presence, soup).walk_ins] == odd
        again = _enter(store, sheet, walk_ins=tuple(WalkIn(name) for name in odd))
        assert (again.stored, again.changed, again.new_people) == (0, 0, ())


def test_at_the_door_the_time_is_noted_only_while_it_is_going_on(tmp_path: Path) -> None:
    clock = FixedClock(NOW)
    with new_store(tmp_path, clock) as store:
        numbers = add_people(store, 3)
        soup = add_activity(store, starts_at=datetime(2026, 10, 14, 12), ends_at=datetime(2026, 10, 14, 13, 30))
        store.write(DONE, attend.set_present, soup, numbers[0], present=True)
        clock.set(datetime(2026, 10, 14, 12, 4).astimezone())
        with taken_back(store):
            store.write(DONE, attend.set_present, soup, numbers[1], present=True)
        times = {row.name: row.arrived_at for row in store.read(queries.at_the_door, soup)}
        assert list(times.values()) == [None, datetime(2026, 10, 14, 12, 4).astimezone(UTC)]


def test_a_mistake_at_the_door_is_put_right(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        (number,) = add_people(store, 1)
        soup = add_activity(store)
        store.write(DONE, attend.set_present, soup, number, present=True)
        before = unchanged(store)
        store.write(DONE, attend.set_present, soup, number, present=True)
        assert unchanged(store) == before
        with taken_back(store):
            store.write(DONE, attend.set_present, soup, number, present=False)
        assert store.read(queries.presence, soup).head_count == 0


def test_a_new_neighbour_at_the_door_is_added_and_inside_in_one_step(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        with taken_back(store):
            number = store.write(DONE, attend.add_at_the_door, soup, person_draft("Annie van Loon", "Berkenpad 2"))
        assert store.read(queries.presence, soup).present == (number,)
        before = unchanged(store)
        with pytest.raises(DraftInvalid):
            store.write(DONE, attend.add_at_the_door, soup, person_draft(""))
        assert unchanged(store) == before


def test_heads_are_counted_without_names(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        with taken_back(store):
            store.write(DONE, attend.count_heads, soup, 12, 3)
        store.write(DONE, attend.count_heads, soup, 10, 3)
        assert store.read(queries.presence, soup).head_count == 13
        with pytest.raises(DraftInvalid):
            store.write(DONE, attend.count_heads, soup, -1, 0)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.frozensets(st.integers(1, 4)),
            st.lists(st.sampled_from(["Yonas Tesfay", "yonas tesfay", "Buur Nummer-ab", "", "😀"]), max_size=3),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_the_last_entry_is_what_counts(entries: list[tuple[frozenset[int], list[str]]]) -> None:
    """However often and differently a list is entered: in the end it says what the last entry said."""
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        soup, sheet, numbers = _list(store)
        people_before = store.read(listing.count)
        for rows, names in entries:
            found = store.read(queries.presence, soup)
            before = [*found.present, *found.walk_ins]
            done = _enter(store, sheet, *rows, walk_ins=tuple(WalkIn(name) for name in names))
            assert done.unchanged <= len(before) + len(names)
        rows, names = entries[-1]
        there = store.read(queries.presence, soup)
        known = {numbers[row - 1] for row in rows} | ({numbers[1]} if "Buur Nummer-ab" in names else set())
        ids = {*there.present, *(one.person_id for one in there.walk_ins)}
        assert known <= ids
        strangers = {name.lower() for name in names if name not in {"", "Buur Nummer-ab"}}
        assert there.head_count == len(known) + len(strangers)
        assert store.read(listing.count) <= people_before + 2


def test_a_person_made_from_a_walk_in_can_be_merged_with_who_they_are(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, sheet, numbers = _list(store)
        done = _enter(store, sheet, 1, walk_ins=(WalkIn("Bur Nummer-ab"),))
        with taken_back(store):
            store.write(DONE, people.merge_people, numbers[1], done.new_people[0])
        assert store.read(queries.presence, soup).head_count == 2
