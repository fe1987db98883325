"""What the rest of the house knows of a printed sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """One line as it was printed. `person_id` None: a blank line, or somebody who was deleted since."""

    row: int
    page: int
    person_id: int | None
    text: str


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """One printed list: its code as people read it, what it is about and whether it came home."""

    id: int
    code: str
    kind: str
    subject_id: int
    title: str
    printed_at: datetime
    pages: int
    came_home_at: datetime | None
    rows: tuple[FrozenRow, ...] = ()
