"""What an activity still needs, when it is over, and times as people type them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest

from builders import activity_draft, dutch_clock
from buurtapp.features.activities import rules

NOON = datetime(2026, 10, 14, 12)
END = datetime(2026, 10, 14, 13, 30)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14.30", time(14, 30)),
        ("14:30", time(14, 30)),
        ("14u30", time(14, 30)),
        ("1430", time(14, 30)),
        ("930", time(9, 30)),
        ("14", time(14)),
        (" 9 ", time(9)),
        ("14 uur", time(14)),
        ("14.30 uur", time(14, 30)),
        ("14u", time(14)),
        ("0.00", time(0)),
        ("24.00", None),
        ("14.60", None),
        ("14.3", None),
        ("half drie", None),
        ("", None),
    ],
)
def test_times_are_understood_as_people_type_them(typed: str, meant: time | None) -> None:
    assert rules.parse_time(typed) == meant


@pytest.mark.parametrize(
    ("here", "printed", "state"),
    [
        (datetime(2026, 10, 10, 23), False, "later"),
        (datetime(2026, 10, 11, 0), False, "due"),
        (datetime(2026, 10, 14, 13), False, "due"),
        (datetime(2026, 10, 1, 9), True, "done"),
        (datetime(2026, 10, 14, 13, 31), True, "over"),
        (datetime(2026, 10, 14, 13, 31), False, "over"),
    ],
)
def test_the_list_is_due_three_days_before(here: datetime, printed: bool, state: str) -> None:
    assert rules.list_state(NOON, END, here, printed=printed) == state


@pytest.mark.parametrize(
    ("ends_at", "here", "situation"),
    [
        (END, datetime(2026, 10, 13, 23, 59), "before"),
        (END, datetime(2026, 10, 14, 8), "today"),
        (END, datetime(2026, 10, 14, 13, 30), "today"),
        (END, datetime(2026, 10, 14, 13, 31), "after"),
        (None, datetime(2026, 10, 14, 14), "today"),
        (None, datetime(2026, 10, 14, 14, 1), "after"),
        (datetime(2026, 10, 15, 2), datetime(2026, 10, 15, 1), "today"),
    ],
)
def test_an_activity_is_before_today_or_after(ends_at: datetime | None, here: datetime, situation: str) -> None:
    assert rules.situation(NOON, ends_at, here) == situation


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "offered"),
    [
        (datetime(2026, 10, 14, 21), datetime(2026, 10, 14, 1), True),
        (datetime(2026, 10, 14, 17), datetime(2026, 10, 14, 17), True),
        (datetime(2026, 10, 14, 12), datetime(2026, 10, 14, 1), False),
        (datetime(2026, 10, 14, 21), datetime(2026, 10, 15, 1), False),
        (datetime(2026, 10, 14, 21), datetime(2026, 10, 13, 23), False),
    ],
)
def test_the_next_day_is_offered_for_what_starts_in_the_evening(
    starts_at: datetime, ends_at: datetime, *, offered: bool
) -> None:
    assert rules.may_end_next_day(starts_at, ends_at) is offered


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "wrong"),
    [
        (datetime(2027, 3, 28, 2, 30), None, {"starts_at"}),
        (datetime(2027, 3, 27, 20), datetime(2027, 3, 28, 2, 30), {"ends_at"}),
        (datetime(2027, 3, 27, 20), datetime(2027, 3, 28, 3), set()),
        (datetime(2026, 10, 25, 2, 30), None, set()),
        (datetime(202, 10, 14, 12), None, {"starts_at"}),
        (datetime(9202, 10, 14, 12), None, {"starts_at"}),
        (NOON, NOON, {"ends_at"}),
    ],
)
def test_times_that_cannot_be_are_told(starts_at: datetime, ends_at: datetime | None, wrong: set[str]) -> None:
    with dutch_clock():
        found = rules.problems(activity_draft(starts_at=starts_at, ends_at=ends_at))
    assert {problem.field for problem in found} == wrong


def test_a_time_that_comes_twice_is_known() -> None:
    with dutch_clock():
        assert rules.comes_twice(activity_draft(starts_at=datetime(2026, 10, 25, 2, 30), ends_at=None))
        assert rules.comes_twice(
            activity_draft(starts_at=datetime(2026, 10, 24, 20), ends_at=datetime(2026, 10, 25, 2))
        )
        assert not rules.comes_twice(activity_draft())


@pytest.mark.parametrize(
    ("source", "asked_by", "anyway", "wants"),
    [
        ("council", None, "", True),
        ("organisation", None, "  ", True),
        ("organisation", 3, "", False),
        ("council", None, "het moet van de wet", False),
        ("resident", None, "", False),
        ("helper", None, "", False),
    ],
)
def test_a_plan_of_others_wants_somebody_who_asked(
    source: str, asked_by: int | None, anyway: str, *, wants: bool
) -> None:
    assert rules.wants_asking(source, asked_by, anyway) is wants


@pytest.mark.parametrize("name", ["asked_by", "expected"])
def test_a_number_of_people_is_at_least_one_or_left_empty(name: str) -> None:
    for number, wrong in ((0, {name}), (-2, {name}), (100_001, {name}), (1, set()), (None, set())):
        found = rules.problems(replace(activity_draft(), **{name: number}))  # type: ignore[arg-type]
        assert {problem.field for problem in found} == wrong
