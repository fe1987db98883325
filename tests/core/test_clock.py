"""The only clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from builders import dutch_clock
from buurtapp.core.clock import FixedClock, SystemClock, clock_change, local


def test_the_system_clock_knows_its_zone() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - now) < timedelta(seconds=5)


def test_a_fixed_clock_stands_still() -> None:
    moment = datetime(2026, 10, 13, 12, 5, tzinfo=UTC)
    clock = FixedClock(moment)
    assert clock.now() == clock.now() == moment


def test_local_is_wall_clock_time_of_the_same_moment() -> None:
    moment = datetime(2026, 10, 13, 12, 5, tzinfo=UTC)
    assert local(moment).tzinfo is None
    assert local(moment).astimezone(UTC) == moment


def test_times_of_the_nights_when_the_clock_changes_are_known() -> None:
    with dutch_clock():
        assert clock_change(datetime(2027, 3, 28, 2, 30)) == "missing"
        assert clock_change(datetime(2027, 3, 28, 1, 59)) == clock_change(datetime(2027, 3, 28, 3)) == ""
        assert clock_change(datetime(2026, 10, 25, 2, 30)) == "twice"
        assert clock_change(datetime(2026, 10, 25, 3)) == clock_change(datetime(2026, 10, 14, 12)) == ""
