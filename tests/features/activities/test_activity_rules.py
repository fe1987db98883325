"""What an activity still needs, when it is over, and times as people type them."""

from __future__ import annotations

from datetime import datetime, time

import pytest

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
