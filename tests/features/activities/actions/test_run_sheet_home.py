"""A run sheet that came home: undone to the same content, and what else was counted is not counted twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from builders import DONE, NOW, add_activity, add_people, new_store, printed, refused, taken_back
from buurtapp.core.clock import FixedClock
from buurtapp.core.geometry import Box, PageLayout, SheetLayout
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.actions import attend, plan, run_sheet_home
from buurtapp.features.activities.records import AttendanceSheet
from buurtapp.features.activities.runsheet import actions, paper
from buurtapp.features.activities.runsheet.records import SheetRead
from runsheet_builders import NOON, add_jobs, job, rows


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path, FixedClock(NOW)) as made:
        yield made


def sheet_of(store: Store, activity: int) -> tuple[int, str]:
    """Keep a run sheet as it would be printed; return its number and its code."""
    composed = store.read(paper.compose, activity, store.clock.today())
    boxes = tuple(
        Box(f"j{one.id}.done", 180, 50 + at * 8, 4.5, 4.5, "square", {"job": one.id, "field": "done"})
        for at, one in enumerate(composed.jobs)
        if not one.is_done
    )
    layout = SheetLayout("run-sheet", composed.code, (PageLayout(1, 210, 297, boxes),))
    number = store.write(DONE, actions.keep_run_sheet, activity, composed, layout, b"%PDF")
    return number, composed.code


def test_it_is_kept_entered_and_undone(store: Store) -> None:
    soup = add_activity(store, starts_at=NOON)
    first, _second = add_jobs(store, soup, job("Een", days=-7), job("Twee", "day", 0, 0))
    with taken_back(store):
        number, code = sheet_of(store, soup)

    hand = store.read(run_sheet_home.in_hand, code)
    given = run_sheet_home.read(hand, [f"j{first}.done"], {"went_well": " Veel  lachen "}, 9)
    with taken_back(store):
        done = store.write(DONE, run_sheet_home.enter_run_sheet, number, given)

    assert (done.stored, done.changed, done.unchanged, done.gone) == (3, 0, 0, 0)
    assert [tick.title for tick in hand.ticks] == ["Een", "Twee"]
    after = store.read(run_sheet_home.in_hand, code)
    assert [tick.is_done for tick in after.ticks] == [True, False]
    assert (after.went_well, after.next_time, after.head_count) == ("Veel lachen", "", 9)
    assert after.sheet.came_home_at is not None


def test_people_who_are_known_by_name_are_not_counted_twice(store: Store) -> None:
    soup = add_activity(store, starts_at=NOON)
    add_jobs(store, soup, job())
    for person in add_people(store, 5):
        store.write(DONE, attend.set_present, soup, person, present=True)
    number, _code = sheet_of(store, soup)

    store.write(DONE, run_sheet_home.enter_run_sheet, number, SheetRead(frozenset(), head_count=8))
    assert store.read(activities.presence, soup).head_count == 8
    again = store.write(DONE, run_sheet_home.enter_run_sheet, number, SheetRead(frozenset(), head_count=8))
    assert (again.stored, again.changed, again.unchanged) == (0, 0, 1)
    store.write(DONE, run_sheet_home.enter_run_sheet, number, SheetRead(frozenset(), head_count=3))
    assert store.read(activities.presence, soup).head_count == 5


def test_a_job_that_was_ticked_in_another_way_stays_done(store: Store) -> None:
    soup = add_activity(store, starts_at=NOON)
    mine, other = add_jobs(store, soup, job("Een", days=-7), job("Twee", "day", 0, 0))
    number, _code = sheet_of(store, soup)
    store.write(DONE, run_sheet_home.enter_run_sheet, number, SheetRead(frozenset({mine})))
    clock = store.clock
    assert isinstance(clock, FixedClock)
    clock.set(datetime.fromisoformat("2026-10-15T10:00:00+00:00"))
    store.write(DONE, actions.set_done, other, done=True)

    with taken_back(store):
        done = store.write(DONE, run_sheet_home.enter_run_sheet, number, SheetRead(frozenset()))

    assert (done.stored, done.changed) == (0, 1)
    found = rows(store, soup)
    assert found["Een"].done_at is None
    assert found["Twee"].done_at is not None


def test_an_activity_that_is_gone_and_another_paper_are_told(store: Store) -> None:
    soup, bikes = add_activity(store, starts_at=NOON), add_activity(store, "Fietsen", NOON)
    add_jobs(store, soup, job())
    number, _code = sheet_of(store, soup)
    other: AttendanceSheet = printed(store, bikes)
    store.write(DONE, plan.delete_activity, soup)

    with refused("activity_gone"):
        store.write(DONE, run_sheet_home.enter_run_sheet, number, SheetRead(frozenset()))
    with refused("no_run_sheet"):
        store.read(run_sheet_home.in_hand, other.code)
    with refused("unknown_code"):
        store.read(run_sheet_home.in_hand, "7K3Q2-9")


def test_blank_lines_write_nothing(store: Store) -> None:
    soup = add_activity(store, starts_at=NOON)
    add_jobs(store, soup, job())
    number, code = sheet_of(store, soup)

    given = run_sheet_home.read(store.read(run_sheet_home.in_hand, code), [], {"went_well": " ", "next_time": ""})
    done = store.write(DONE, run_sheet_home.enter_run_sheet, number, given)

    assert (done.stored, done.changed, done.unchanged) == (0, 0, 0)
