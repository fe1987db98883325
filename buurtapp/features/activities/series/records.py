"""What the rest of the house knows of activities that come again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Every = Literal["week", "2weeks", "month", "monthday", "year"]
EVERY: tuple[Every, ...] = ("week", "2weeks", "month", "monthday", "year")
"""Each week, each two weeks, each month on the n-th weekday, each month on the date, each year on the date."""
DayState = Literal["past", "coming", "moved", "skipped"]


@dataclass(frozen=True, slots=True)
class Repeat:
    """How an activity comes again, as it was chosen: so many times in all, up to a day, or without an end."""

    every: Every
    times: int | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """One time of a series: `at` is its time in the rule, `starts_at` when it really is; both wall-clock times.

    A time that is skipped has a `skip_id` and perhaps a `why`, and no activity.
    """

    at: datetime
    starts_at: datetime
    state: DayState
    activity_id: int | None = None
    skip_id: int | None = None
    why: str = ""
    signed_up: int = 0


@dataclass(frozen=True, slots=True)
class SeriesCard:
    """A series with all its days, in the order of the rule. `can_extend`: its rule gives more days."""

    id: int
    title: str
    rule: str
    starts_at: datetime
    ended: bool
    can_extend: bool
    days: tuple[SeriesDay, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """What repeating did: the series, and all its activities in order, with the one it was made from."""

    series_id: int
    activity_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """What ending a series did: how many coming times were taken away, and how many stay as people count on them."""

    removed: int
    kept: int
