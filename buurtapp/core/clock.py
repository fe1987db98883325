"""The only clock. Moments are aware UTC datetimes; days are those of the place where the laptop stands."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import Literal, Protocol


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> datetime:
        """Return the moment, aware, in UTC."""

    def today(self) -> date:
        """Return the day on the wall calendar here."""


class SystemClock:
    """The clock of the computer."""

    def now(self) -> datetime:
        """Return the moment, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the day on the wall calendar here."""
        return local(self.now()).date()


class FixedClock:
    """A clock that stands still: for the sample neighbourhood, the pictures and the tests."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        """Return the moment it was set to."""
        return self._moment

    def today(self) -> date:
        """Return the day it was set to."""
        return local(self._moment).date()

    def set(self, moment: datetime) -> None:
        """Put the clock to another moment."""
        self._moment = moment.astimezone(UTC)


def clock() -> Clock:
    """Return the clock of this computer; `BUURTAPP_NOW` (ISO 8601) makes it stand still, for tests and pictures."""
    fixed = os.environ.get("BUURTAPP_NOW")
    return FixedClock(datetime.fromisoformat(fixed).astimezone()) if fixed else SystemClock()


def local(moment: datetime) -> datetime:
    """Return the wall-clock time here, without zone: what people read and write down."""
    return moment.astimezone().replace(tzinfo=None)


def clock_change(wall: datetime) -> Literal["", "missing", "twice"]:
    """Return whether a wall-clock time is skipped here as the clock goes forward, or comes twice as it goes back.

    By the zone of the place where the laptop stands, and the meaning of `fold` in PEP 495: a time that is skipped does
    not come back as itself.
    """
    first, second = (wall.replace(fold=fold).astimezone() for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return ""
    return "twice" if first.replace(tzinfo=None) == second.replace(tzinfo=None) else "missing"
