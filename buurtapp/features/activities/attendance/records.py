"""What screens and commands know of lists that come home, and of people at the door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from buurtapp.features.people.records import PersonDraft


@dataclass(frozen=True, slots=True)
class SheetShape:
    """What a printed list looks like besides its names: lines with a box "photo ok", and streets above lines.

    `homes` says at which address the people on its lines live now: line → address.
    """

    photos: frozenset[int] = frozenset()
    bands: Mapping[int, str] = field(default_factory=dict)
    homes: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """Somebody who was there and whose name nobody could read: on which list, and which line of it."""

    id: int
    code: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Attended:
    """Who was there, told at once: people, everybody at the addresses of others, and new neighbours.

    `absent` were noted and were not there after all. `guests` and `children` None: leave them as they are.
    """

    present: tuple[int, ...] = ()
    households: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    walk_ins: tuple[PersonDraft, ...] = ()
    guests: int | None = None
    children: int | None = None


@dataclass(frozen=True, slots=True)
class AttendResult:
    """What telling who was there did: who came in, who went off, and people that were made."""

    came: tuple[int, ...]
    went: tuple[int, ...]
    new_people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody as far as finding a name needs: the name folded, family name last, and the family name alone."""

    id: int
    words: str
    family: str
