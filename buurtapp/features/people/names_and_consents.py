"""Names, and what people said yes and no to: what the home screen needs of people before anything else is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

PersonKind = Literal["person", "household", "organisation"]
"""What a name is the name of; "organisation" stands in no file: it comes from the relation of a person."""
Purpose = Literal["phone", "letter", "photo", "email", "newsletter", "share_neighbours", "app_group"]
PURPOSES: tuple[Purpose, ...] = ("phone", "letter", "photo", "email", "newsletter", "share_neighbours", "app_group")
"""What people can say yes or no to, in the order of screens and lists."""
Answer = Literal["not_asked", "asked", "given", "withdrawn"]
ANSWERS: tuple[Answer, ...] = ("not_asked", "asked", "given", "withdrawn")
"""How it stands with a purpose; "asked" still waits for an answer, "withdrawn" is also a no from the beginning."""
ConsentHow = Literal["paper", "spoken", "mail", "other"]
CONSENT_HOWS: tuple[ConsentHow, ...] = ("paper", "spoken", "mail", "other")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts. `infix` is the tussenvoegsel ("van der"); a household has only a family name."""

    title: str = ""
    given: str = ""
    initials: str = ""
    infix: str = ""
    family: str = ""
    kind: PersonKind = "person"

    @property
    def spoken(self) -> str:
        """The name as people say it: "Henk van der Meer", "fam. Jansen", "mw. De Vries".

        Right after a title the tussenvoegsel has a capital, after a first name or initials it is small.
        """
        first = self.given or self.initials or self.title
        after_title = first and not (self.given or self.initials)
        infix = self.infix[:1].upper() + self.infix[1:] if after_title else self.infix
        return " ".join(part for part in (first, infix, self.family) if part)

    @property
    def listed(self) -> str:
        """The name as it stands on lists sorted by family name: "van der Meer, Henk"."""
        last = " ".join(part for part in (self.infix, self.family) if part)
        return ", ".join(part for part in (last, self.given or self.initials or self.title) if part)


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """One line of the log of somebody's consents. `text_version` None: no text was shown."""

    id: int
    purpose: Purpose
    state: Answer
    on_day: date
    how: ConsentHow
    form_number: str = ""
    text_version: int | None = None
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class ConsentState:
    """How it stands with one purpose now. `on_day` is the day of the answer, `asked_on` the last day of asking."""

    purpose: Purpose
    state: Answer = "not_asked"
    on_day: date | None = None
    asked_on: date | None = None
    how: ConsentHow = "other"
    form_number: str = ""
    text_version: int | None = None
    entered_by: str = ""
