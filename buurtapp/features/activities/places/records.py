"""What the form of an activity knows of a place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere something was done: its name as it was written last, and its capacity, when that was ever told."""

    name: str
    capacity: int | None = None
