"""What a registration form is asked for, and what came out: records between commands, screens and paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from buurtapp.core.geometry import SheetLayout
from buurtapp.core.i18n import Text
from buurtapp.features.people.names_and_consents import Name, Purpose
from buurtapp.features.people.records import Door

FORM = "form"
"""The kind of sheet that a registration form is."""

MOST_WORDS = 6
"""So many words of the group stand on a form with a box to cross."""

MOST_COPIES = 500


@dataclass(frozen=True, slots=True)
class FormConsent:
    """What people are asked on the form: the text as it is printed, its version and language.

    `is_own` False: the group has no text about this yet; ours is printed, and kept as its first version.
    """

    purpose: Purpose
    text: str
    version: int
    language: str
    is_own: bool = True


@dataclass(frozen=True, slots=True)
class FormWord:
    """A word with a box: something people can do or like. It is noted as a skill, or as a label."""

    kind: Literal["skill", "label"]
    word: str


@dataclass(frozen=True, slots=True)
class FormFor:
    """Whose form it is: a person, or only the door where somebody may fill it in. What is known is printed."""

    name: Name = field(default_factory=Name)
    door: Door = field(default_factory=Door)
    person_id: int | None = None
    address_id: int | None = None


@dataclass(frozen=True, slots=True)
class RegistrationForm:
    """One form: its code, for whom, and how many copies of it; copies of a blank one are numbered from 1."""

    code: str
    group_name: str
    contact: str
    logo: bytes | None
    consents: tuple[FormConsent, ...]
    words: tuple[FormWord, ...]
    printed_on: date
    whom: FormFor = field(default_factory=FormFor)
    copies: int = 1

    @property
    def is_blank(self) -> bool:
        """Whether anybody may fill it in; its copies are then numbered."""
        return self.whom.person_id is None


@dataclass(frozen=True, slots=True)
class PrintedForms:
    """Finished forms: one PDF, where everything lies on each form, and what the user should know."""

    pdf: bytes
    layouts: tuple[SheetLayout, ...]
    pages: int
    warnings: tuple[Text, ...] = ()
