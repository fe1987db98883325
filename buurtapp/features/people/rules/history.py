"""What the history of one person is made of: things that happened, told by every feature in the same shape."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from buurtapp.core.i18n import Text

HappeningKind = Literal[
    "came",
    "coming",
    "waiting",
    "signed_up",
    "missed",
    "contact",
    "listed",
    "consent",
    "note",
    "added",
    "changed",
    "promised",
    "kept",
]
"""What happened: was there, is coming, waits, signed up, did not come, was contact person, stood on a printed list,
answered or was asked, a note, was put in the file, was changed there, was promised (by or about them), was kept."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where more can be seen: the word of a workspace ("activities"), or "note", and a number there."""

    page: str
    number: int


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened with somebody. Title and detail are whole words to show; `icon` is a name of ours."""

    day: date
    kind: HappeningKind
    icon: str
    title: Text | str
    detail: Text | str = ""
    where: Place | None = None


def newest_first(happenings: Iterable[Happening]) -> list[Happening]:
    """Return what happened, newest first; what happened on one day stays in its order."""
    return sorted(happenings, key=lambda one: one.day, reverse=True)
