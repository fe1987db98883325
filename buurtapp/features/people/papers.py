"""What a paper for people is asked for: whom, how, on which sheet. Records between commands, screens and paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from buurtapp.features.people.records import Door, PersonCard

Per = Literal["address", "person"]
"""One label or letter for each address, or for each person."""


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet of labels as shops sell it. Lengths in mm; `left` and `top` are the margins to the first label."""

    name: str
    maker: str
    columns: int
    rows: int
    width_mm: float
    height_mm: float
    left_mm: float
    top_mm: float
    gap_x_mm: float = 0.0
    gap_y_mm: float = 0.0

    @property
    def count(self) -> int:
        """Labels on one sheet of A4."""
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom something goes: the lines of the address, and how the letter begins ("Beste Henk en Ria,")."""

    lines: tuple[str, ...]
    salutation: str
    door: Door
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LabelsJob:
    """Labels to print: on which sheet, and which label of the first sheet is the first that is still there (1 …)."""

    addressees: tuple[Addressee, ...]
    sheet: LabelSheet
    start_at: int = 1
    with_edges: bool = False


@dataclass(frozen=True, slots=True)
class EnvelopesJob:
    """Envelopes to print, one on each page; the sender stands small at the top left."""

    addressees: tuple[Addressee, ...]
    size: Literal["C5", "DL"] = "C5"
    sender: str = ""


@dataclass(frozen=True, slots=True)
class LetterJob:
    """A letter to print for each addressee. `body` may hold {salutation}, {street} and {name}.

    `slip` are the words of a slip at the foot, to fill in and hand in: what it is for, and what is to be written.
    """

    addressees: tuple[Addressee, ...]
    subject: str
    body: str
    day: date
    group_name: str
    place: str = ""
    signed_by: str = ""
    contact: str = ""
    logo: bytes | None = None
    slip: tuple[str, ...] = ()


ListField = Literal["address", "phone", "email", "labels", "note", "tick", "signature"]
LIST_FIELDS: tuple[ListField, ...] = ("address", "phone", "email", "labels", "note", "tick", "signature")


@dataclass(frozen=True, slots=True)
class PeopleListJob:
    """A list of people with chosen columns, by street as people walk or by name."""

    title: str
    people: tuple[PersonCard, ...]
    fields: tuple[ListField, ...]
    day: date
    group_name: str
    by_street: bool = True


BADGE_DETAILS = ("name", "roles", "languages")
"""The columns of badges with details, as the log of prints keeps them."""


@dataclass(frozen=True, slots=True)
class BadgesJob:
    """Name badges: the name large, the group small; `role` is a line below it for all of them.

    With `details` whoever has a role of their own gets that one, and what somebody speaks stands below it.
    """

    people: tuple[PersonCard, ...]
    group_name: str
    role: str = ""
    logo: bytes | None = None
    details: bool = False
