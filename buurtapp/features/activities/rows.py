"""One line of the list of activities: what the home screen knows of them before anything else is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Counts:
    """How many: signed up by name, all heads with guests and children, on the waiting list, and who came.

    `came` is None as long as nobody has said who came; `came_along` are their guests and children, told apart.
    """

    names: int = 0
    heads: int = 0
    waiting: int = 0
    came: int | None = None
    came_along: int = 0


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One line of the list of activities."""

    id: int
    title: str
    kind: str
    place: str
    starts_at: datetime
    ends_at: datetime | None
    capacity: int | None
    counts: Counts
    source: str = "resident"
    expected: int | None = None
    asked_by: int | None = None
    anyway: str = ""
    series_id: int | None = None
