"""What stands in the calendar of another program, and what reading it would do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Literal

from buurtapp.core.i18n import Text

State = Literal["new", "changed", "same"]
ALL_DAY = timedelta(hours=23, minutes=59)
"""An activity of a whole day lasts from midnight until a minute before the next: we know no days without times."""


def is_whole_day(starts_at: datetime, ends_at: datetime) -> bool:
    """Return whether something lasts one or more whole days."""
    midnight = time()
    return starts_at.time() == midnight and (ends_at - ALL_DAY).time() == midnight


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something in a calendar. Times are wall-clock times in the Netherlands; `line` is where it stands in the file.

    `cost`, `for_whom`, `kind` and `source` are only told by our own files; None leaves them as they are. `whole_day`:
    no time was told.
    """

    uid: str
    title: str
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    text: str = ""
    cost: str | None = None
    for_whom: str | None = None
    kind: str | None = None
    source: str | None = None
    whole_day: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class LineProblem:
    """What could not be read, and where: the number of the line in the file, 0 when it is about all of it."""

    line: int
    text: Text


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar that was read: its events in the order of their days, and what could not be read."""

    name: str
    events: tuple[CalendarEvent, ...]
    problems: tuple[LineProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class EventPlan:
    """What reading an event would do. `changes` are the names of the fields that change."""

    event: CalendarEvent
    state: State
    activity_id: int | None = None
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What reading a calendar did: the numbers of what was added and changed, and how many were as they were."""

    added: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class OutgoingEvent:
    """An activity on its way to a calendar. `changed_at` is when it was changed last, aware, in UTC."""

    event: CalendarEvent
    changed_at: datetime
    sequence: int = field(default=0)
