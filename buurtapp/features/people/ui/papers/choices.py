"""What is chosen for a paper, the people it is for, and what came out: records between the screen and the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import Text
from buurtapp.features.group.records import Group
from buurtapp.features.people.papers import LabelSheet, ListField, Per
from buurtapp.features.people.records import AddressRow, PersonCard
from buurtapp.printing.pages import PrintedPages


@dataclass(frozen=True, slots=True)
class Source:
    """Whom a paper is for, in the order of the list, who makes it, on which day; and where nobody is known."""

    cards: tuple[PersonCard, ...]
    group: Group
    day: date
    empty: tuple[AddressRow, ...] = ()


EmptyDoors = str
"""To which addresses where nobody is known something goes too: "" none, "here", "all", or "street:" and its name."""


@dataclass(frozen=True, slots=True)
class LabelsChoice:
    """Labels: which sheet, from which label on, for each address or each person, and for which empty addresses."""

    sheet: LabelSheet
    start_at: int
    per: Per
    with_edges: bool
    empty: EmptyDoors = ""


@dataclass(frozen=True, slots=True)
class ListChoice:
    """A list: its title, its columns, its order."""

    title: str
    fields: tuple[ListField, ...]
    by_street: bool


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """A letter: its words, and for each address or each person."""

    subject: str
    body: str
    signed_by: str
    per: Per
    empty: EmptyDoors = ""


@dataclass(frozen=True, slots=True)
class BadgesChoice:
    """Badges: what stands below each name, also for who does not want to be approached, also role and languages."""

    role: str
    everybody: bool = False
    details: bool = False


@dataclass(frozen=True, slots=True)
class EnvelopesChoice:
    """Envelopes: their size, the sender, and for each address or each person."""

    size: Literal["C5", "DL"]
    sender: str
    per: Per
    empty: EmptyDoors = ""


Choice = LabelsChoice | ListChoice | LetterChoice | BadgesChoice | EnvelopesChoice


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a paper reaches: how many things are printed, who may not be on it, and whose address is not known."""

    things: int
    may_not: Sequence[PersonCard] = ()
    no_address: Sequence[PersonCard] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was drawn, whole or its first part; without pages there is nobody to print for, or an error."""

    choice: Choice
    who: Who
    pages: PrintedPages | None = None
    sizes_mm: Sequence[tuple[float, float]] = ()
    sheets: int = 0
    is_part: bool = False
    error: UserError | None = None
    warnings: Sequence[Text] = ()
