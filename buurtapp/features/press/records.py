"""What a flyer says and how it looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Format = Literal["A6", "A5", "A4", "A3"]
Ink = Literal["colour", "saving", "grey"]
FORMATS: tuple[Format, ...] = ("A6", "A5", "A4", "A3")
INKS: tuple[Ink, ...] = ("colour", "saving", "grey")


@dataclass(frozen=True, slots=True)
class FlyerText:
    """The words on a flyer; an empty one vanishes and the others close up."""

    title: str
    kicker: str = ""
    body: str = ""
    when: str = ""
    time: str = ""
    where: str = ""
    where_more: str = ""
    who: str = ""
    cost: str = ""
    group: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Flyer:
    """A flyer to draw. `up` is how many lie on one sheet of A4."""

    text: FlyerText
    style: str = "tafel"
    format: Format = "A4"
    up: int = 1
    theme: str = "tomaat"
    ink: Ink = "colour"
    logo: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Printed:
    """One line of the print log; `printed_at` is filled in when it is read back."""

    kind: str
    description: str
    copies: int
    pages: int
    printed_at: datetime | None = field(default=None, compare=False)
