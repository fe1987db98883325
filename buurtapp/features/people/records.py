"""What the rest of the house knows of addresses and people: frozen records, no rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from buurtapp.core.i18n import Text
from buurtapp.features.people.names_and_consents import (
    Answer,
    ConsentHow,
    ConsentState,
    Name,
    Purpose,
)

ContactPreference = Literal["", "phone", "letter", "door", "email", "whatsapp"]
CONTACT_PREFERENCES: tuple[ContactPreference, ...] = ("", "phone", "letter", "door", "email", "whatsapp")


Relation = Literal["resident", "helper", "professional", "organisation"]
RELATIONS: tuple[Relation, ...] = ("resident", "helper", "professional", "organisation")
"""What somebody is to the group: a neighbour, a helper from elsewhere, somebody who is paid for it, an organisation."""

Walk = Literal["", "odd_first", "even_first"]
WALKS: tuple[Walk, ...] = ("", "odd_first", "even_first")
"""How a street is walked: by number, or out along one side and back along the other."""


Sticker = Literal["", "nee_nee", "nee_ja"]
STICKERS: tuple[Sticker, ...] = ("", "nee_nee", "nee_ja")
"""What stands on a letterbox: nothing; no print at all without a name on it; no advertising, but local papers."""


NoteKind = Literal["spoken", "called", "visited", "mail", "other"]
NOTE_KINDS: tuple[NoteKind, ...] = ("spoken", "called", "visited", "mail", "other")
"""How we met or reached somebody; "mail" is post, a flyer or a message."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where a person lives, or nothing. `number` None means that it is not known.

    `walk_key` sorts doors of all streets as people walk, where a query knows it (see rules/walking.py).
    """

    street: str = ""
    number: int | None = None
    addition: str = ""
    postcode: str = ""
    place: str = ""
    walk_key: str = field(default="", compare=False, repr=False)

    @property
    def house(self) -> str:
        """Number and addition as one word: "12 a"."""
        return " ".join(part for part in (str(self.number) if self.number else "", self.addition) if part)

    @property
    def line(self) -> str:
        """Street and number: "Klaverstraat 12 a"."""
        return " ".join(part for part in (self.street, self.house) if part)


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What the coordinator typed about one person, before it is checked. Without a street there is no address.

    `languages` are codes where we know the language ("tr"), else the word as it was written.
    """

    name: Name
    door: Door = Door()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    contact_preference: ContactPreference = ""
    best_time: str = ""
    note: str = ""
    do_not_approach: bool = False
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    relation: Relation = "resident"
    birth_year: int | None = None
    member_from: date | None = None
    member_until: date | None = None


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """What somebody answered, or that they were asked. Without a version the text of that day is taken.

    Without `entered_by` the contact of the group is taken.
    """

    state: Answer
    on_day: date
    how: ConsentHow = "spoken"
    form_number: str = ""
    text_version: int | None = None
    language: str = "nl"
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What was typed about a meeting. Without `entered_by` the contact of the group is taken."""

    text: str
    on_day: date
    kind: NoteKind = "spoken"
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note about somebody, with a day."""

    id: int
    person_id: int
    text: str
    on_day: date
    kind: NoteKind
    entered_by: str


@dataclass(frozen=True, slots=True)
class ConsentTextRow:
    """What people are shown when they are asked."""

    id: int
    purpose: Purpose
    version: int
    language: str
    text: str
    since: date


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list of people."""

    id: int
    name: Name
    address_id: int | None
    door: Door
    labels: tuple[str, ...]
    contact_preference: str
    do_not_approach: bool


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything about one person.

    `asked_not_to` is their own wish not to be approached; `do_not_approach` is that, or the wish of the address.
    `consents` holds the purposes they were ever asked about; `no_bell` and `sticker` are those of the address.
    `step_override` is the step of the ladder that was chosen by hand, "" when it is worked out.
    """

    id: int
    name: Name
    address_id: int | None
    door: Door
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    labels: tuple[str, ...]
    contact_preference: str
    best_time: str
    note: str
    do_not_approach: bool
    asked_not_to: bool
    housemates: tuple[PersonRow, ...] = ()
    consents: tuple[ConsentState, ...] = ()
    no_bell: bool = False
    sticker: Sticker = ""
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    relation: Relation = "resident"
    birth_year: int | None = None
    member_from: date | None = None
    member_until: date | None = None
    step_override: str = ""
    step_reason: str = ""


@dataclass(frozen=True, slots=True)
class StreetCount:
    """A street with how many addresses and people it has."""

    id: int
    name: str
    addresses: int
    people: int


@dataclass(frozen=True, slots=True)
class AddressRow:
    """One door with the numbers of the people who live there, and the street it is in."""

    id: int
    door: Door
    do_not_approach: bool
    note: str
    people: tuple[int, ...]
    no_bell: bool = False
    sticker: Sticker = ""
    stairwell: str = ""
    street_id: int = 0


@dataclass(frozen=True, slots=True)
class StreetRow:
    """A street on the round. `unknown` counts its doors where nobody is known; `walk_position` None is by name."""

    id: int
    name: str
    area_id: int | None
    area: str
    walk: Walk
    walk_position: int | None
    addresses: int
    people: int
    unknown: int
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class DoorRow:
    """A door on the walk along its street, with who lives there, by name."""

    id: int
    door: Door
    stairwell: str
    people: tuple[PersonRow, ...]
    no_bell: bool
    sticker: Sticker
    do_not_approach: bool
    by_hand: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A part of the neighbourhood. `connector_id` None: nobody was chosen."""

    id: int
    name: str
    connector_id: int | None
    connector: Name
    streets: tuple[str, ...]
    addresses: int
    people: int


@dataclass(frozen=True, slots=True)
class LabelCount:
    """A label and on how many people it is."""

    id: int
    name: str
    people: int


class ListedPerson(NamedTuple):
    """A person in the order of the list, with what the list needs to group by street before it shows a row.

    A tuple, because a list may hold 100,000 of them.
    """

    id: int
    street_id: int | None
    address_id: int | None


@dataclass(frozen=True, slots=True)
class DoublePair:
    """Two people who may be the same one: why, and how sure, from 0 to 100; it is an order and no chance."""

    first: PersonRow
    second: PersonRow
    reason: Text | str = ""
    score: int = 100


@dataclass(frozen=True, slots=True)
class LooseEndRow:
    """A row of an import that still has to be sorted out by hand."""

    id: int
    source: str
    row: int
    column: str
    kind: str
    text: str
