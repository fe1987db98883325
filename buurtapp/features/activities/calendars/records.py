"""What the calendar shows: activities with what they still need, days that fall out, and the last lesson."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from buurtapp.features.activities.records import Ideas
from buurtapp.features.activities.rows import ActivityRow
from buurtapp.features.activities.rules import ListState

FlyerState = Literal["done", "due", "later", "over"]
"""Of the flyer: printed, to be made now, time enough, or not needed any more."""
Need = Literal["room", "unasked", "list", "flyer", "jobs"]
"""What an activity to come still needs: another room or hour, a neighbour who asks for it, paper, or hands."""
Which = Literal["month", "coming", "past", "all"]
Whose = Literal["", "own", "theirs"]
"""Whose idea: anybody's, of neighbours (helpers too), or of organisations (the council too)."""
OWN_SOURCES = frozenset({"resident", "helper"})


@dataclass(frozen=True, slots=True)
class Planned:
    """An activity, and how it is with its list, its flyer and its jobs.

    `jobs_late` counts jobs that should have been done by now; `same_room` says that something else is on in the same
    place at the same time.
    """

    row: ActivityRow
    list_state: ListState
    flyer_state: FlyerState = "later"
    jobs_late: int = 0
    same_room: bool = False

    @property
    def is_over(self) -> bool:
        """Whether it has been."""
        return self.list_state == "over"

    @property
    def is_own_idea(self) -> bool:
        """Whether it is an idea of the neighbourhood, and no plan of an organisation."""
        return self.row.source in OWN_SOURCES

    @property
    def day(self) -> date:
        """The day it starts."""
        return self.row.starts_at.date()


@dataclass(frozen=True, slots=True)
class Coming:
    """An activity to come; `also_on` when it comes again under the same title."""

    planned: Planned
    also_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A time of a series that is left out, with why."""

    title: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the last activity taught for the next time."""

    day: date
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class MonthPlan:
    """What is on in the weeks of a month, earliest first, and what falls out in them; `first` is its first day."""

    planned: tuple[Planned, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    first: date | None = None

    def on(self, day: date) -> list[Planned]:
        """Return what is on a day."""
        return [one for one in self.planned if one.day == day]


@dataclass(frozen=True, slots=True)
class Side:
    """What stands beside the month: what comes next, what was last, whose ideas, and the last lesson.

    `is_any` tells whether there is any activity at all.
    """

    coming: tuple[Coming, ...] = ()
    been: tuple[Planned, ...] = ()
    ideas: Ideas = field(default_factory=lambda: Ideas(0, 0, 0))
    lesson: Lesson | None = None
    is_any: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An activity as it is searched and filtered; `words` are its title and place, folded."""

    id: int
    starts_at: datetime
    ends_at: datetime | None
    source: str
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is asked of the list. `month` is any day of the month that is shown."""

    which: Which
    month: date
    whose: Whose = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """All that the screen shows; `entries` are only there when a list is shown."""

    month: MonthPlan = field(default_factory=MonthPlan)
    side: Side = field(default_factory=Side)
    entries: tuple[Entry, ...] | None = None


# The poster of a month


@dataclass(frozen=True, slots=True)
class PosterRow:
    """An activity as far as a poster tells of it."""

    title: str
    kind: str
    place: str
    starts_at: datetime
    ends_at: datetime | None = None
    cost: str = ""
    for_whom: str = ""
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class Weekly:
    """What comes every week, by its first time of the month; `not_on` are the days of the month it falls out."""

    first: PosterRow
    not_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Poster:
    """Everything that stands on the agenda of a month. `month` is its first day; texts are as they are printed.

    `weekly` comes every week, `dated` has a day of its own; the first of them with `highlight` stands out. `address`
    are the name and the address of the place that is told once, at the foot. `is_free` and `is_open` are true of all.
    """

    group_name: str
    month: date
    dated: tuple[PosterRow, ...] = ()
    weekly: tuple[Weekly, ...] = ()
    logo: bytes | None = field(default=None, repr=False)
    address: tuple[str, str] | None = None
    is_free: bool = False
    is_open: bool = False
    contact: str = ""
    phone: str = ""
    email: str = ""
