"""What the steps of an import hand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from buurtapp.features.people.names_and_consents import Answer, ConsentHow, Name, Purpose
from buurtapp.features.people.records import ContactPreference, Door, Relation, Sticker

Doubles = Literal["skip", "merge", "keep", "update"]
DoublesChoice = Doubles | Mapping[int, Doubles]
"""What to do with doubles: one thing for all, or one for each row of the list; a row that is not named is skipped.

"skip" leaves what is known, "merge" adds what is new, "update" lets the list win, "keep" makes a new person.
"""
Said = Mapping[str, frozenset[str]]
"""What an earlier list said of somebody: fingerprints by field."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rows are data, and what each column means. `header_row` 0: the list has no headings.

    `headings` are told apart ("Telefoon (2)"); `meanings` has one word of `columns.MEANINGS` for each column.
    """

    sheet: str
    header_row: int
    headings: tuple[str, ...]
    meanings: tuple[str, ...]

    def described(self) -> dict[str, str]:
        """Return {heading: meaning} in the words of the command line."""
        return dict(zip(self.headings, self.meanings, strict=True))


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that could not be understood; its text stays readable in a note. `column` is the heading."""

    row: int
    column: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadConsent:
    """What a list says somebody answered. `on_day` None: the list does not say when."""

    purpose: Purpose
    state: Answer
    on_day: date | None = None
    how: ConsentHow = "other"


@dataclass(frozen=True, slots=True)
class Details:
    """What a list says of a person beside name, door and how to reach them. Empty: the list does not say."""

    contact_preference: ContactPreference = ""
    best_time: str = ""
    do_not_approach: bool = False
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    relation: Relation | None = None
    birth_year: int | None = None
    member_from: date | None = None
    member_until: date | None = None
    consents: tuple[ReadConsent, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """One person a row describes, in parts."""

    name: Name
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    note: str = ""
    details: Details = Details()


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of data. Without people it is an address, an organisation or a loose phone number.

    `loose` is what must be sorted out by hand because there is nobody to keep it with; `member` is the number in the
    list by which its owner knows somebody; `no_bell` and `sticker` are of the door.
    """

    number: int
    people: tuple[ReadPerson, ...]
    door: Door
    note: str = ""
    loose: str = ""
    member: str = ""
    no_bell: bool = False
    sticker: Sticker = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """One person and what will happen.

    `same_as_person` and `same_as_planned` are certain doubles: somebody of the group, somebody above in the list.
    `known_as` is who an earlier version of the list, or the same name with the same phone, says this is: they may have
    moved. `before` is what that version said; None: it was never taken over. `key` tells the rows of a list apart.
    """

    row: int
    person: ReadPerson
    door: Door
    same_as_person: int | None = None
    same_as_planned: int | None = None
    known_as: int | None = None
    before: Said | None = None
    key: str = ""

    @property
    def is_double(self) -> bool:
        """Whether this is certainly somebody who is there already."""
        return self.same_as_person is not None or self.same_as_planned is not None

    @property
    def is_moved(self) -> bool:
        """Whether this seems to be somebody we know at another address, or with another name."""
        return self.known_as is not None and not self.is_double


@dataclass(frozen=True, slots=True)
class ListedBefore:
    """One row of a list that was read earlier: who it was, and what it said."""

    key: str
    person_id: int
    said: Said | None


@dataclass(frozen=True, slots=True)
class EarlierList:
    """A list with the same headings that was read before."""

    id: int
    source: str
    read_on: date
    entries: tuple[ListedBefore, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody who stood in the earlier list, and stands in this one no more."""

    person_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """What will be different about somebody; as conflict: what the list says, and is not taken over."""

    row: int
    person_id: int
    name: str
    field: str
    old: str
    new: str
    is_conflict: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything an import will do, worked out before anything is saved."""

    source: str
    choice: Choice
    rows: tuple[ReadRow, ...]
    problems: tuple[Problem, ...]
    people: tuple[Planned, ...]
    doubles_within_file: tuple[tuple[int, int], ...]
    doubles_with_previous: tuple[tuple[int, int], ...]
    addresses: int
    people_without_address: int
    earlier: EarlierList | None = None
    missing: tuple[Missing, ...] = ()

    @property
    def rows_with_data(self) -> int:
        """How many rows describe somebody or something."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do. `changes` are of people who were there before, in the order of the rows."""

    people_added: int
    addresses_added: int
    people_changed: int
    people_total: int
    addresses_total: int
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What an import leaves for the next one.

    `remember`: the next list with these headings begins with these meanings. `missing`: who of `Plan.missing` gets a
    label that says so, after which they are no longer looked for in this list; None looks for them again.
    """

    remember: bool = True
    missing: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the group file knows already, as far as an import needs it.

    `people` (number, name, door) of everybody, `doors` of all addresses, `streets` their names by folded name; `reach`
    who has a phone number or an e-mail address; `lists` that were read before with the same headings.
    """

    people: tuple[tuple[int, Name, Door], ...] = ()
    doors: tuple[Door, ...] = ()
    streets: Mapping[str, str] = field(default_factory=dict)
    reach: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    lists: tuple[EarlierList, ...] = ()
