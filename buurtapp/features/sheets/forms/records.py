"""What is asked for when forms are printed, what was read from one that came home, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from buurtapp.core.i18n import Text
from buurtapp.features.people.forms import FormWord
from buurtapp.features.people.names_and_consents import PURPOSES, Answer, Purpose
from buurtapp.features.people.records import Door, PersonCard
from buurtapp.features.sheets.records import SheetInfo


@dataclass(frozen=True, slots=True)
class FormsWanted:
    """Which forms to print: for these people, for one address, or blank; copies count for those without a person."""

    people: tuple[int, ...] = ()
    address_id: int | None = None
    copies: int = 1
    language: str = "nl"
    purposes: tuple[Purpose, ...] = PURPOSES


@dataclass(frozen=True, slots=True)
class FormEntry:
    """What somebody read from a form: ids of crossed boxes, what is written in which field, and which copy it is.

    `person_id` says whose form it is when that is not printed on it: somebody who was in the list already.
    """

    marks: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)
    serial: int | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class ConsentRead:
    """A yes or a no as it was crossed, with the text that stood beside it."""

    purpose: Purpose
    state: Answer
    text_version: int | None
    text_language: str


@dataclass(frozen=True, slots=True)
class FormRead:
    """A form, understood: what is written by field, the consents, and what could not be understood and is left out."""

    texts: Mapping[str, str]
    contact: str = ""
    words: tuple[FormWord, ...] = ()
    consents: tuple[ConsentRead, ...] = ()
    day: date | None = None
    problems: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class FormResult:
    """What entering a form did: answers that are new, that replaced another, and that were known.

    `doubles` may be the same person as the one who was added; `problems` is what was left out, and why.
    """

    person_id: int
    stored: int
    changed: int
    unchanged: int
    new_people: tuple[int, ...] = ()
    doubles: tuple[int, ...] = ()
    problems: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class FormBox:
    """A box on a form, with what a cross in it means."""

    id: str
    shape: str
    meaning: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FormInHand:
    """A form that came home: what stands on it, whose it is, and which of its copies were entered before.

    `door` is where it was printed for; `texts` are the sentences beside the consents, by purpose.
    """

    sheet: SheetInfo
    serial: int
    serials: int
    entered: frozenset[int]
    boxes: tuple[FormBox, ...]
    texts: Mapping[str, str]
    card: PersonCard | None
    door: Door
    printed_name: str = ""
