"""What the steps of an import hand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from buurtapp.features.people.records import Door, Name

Doubles = Literal["skip", "merge", "keep"]
DoublesChoice = Doubles | Mapping[int, Doubles]
"""What to do with doubles: one thing for all, or one for each row of the list; a row that is not named is skipped."""


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
class ReadPerson:
    """One person a row describes, in parts."""

    name: Name
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of data. Without people it is an address, an organisation or a loose phone number.

    `loose` is what must be sorted out by hand because there is nobody to keep it with.
    """

    number: int
    people: tuple[ReadPerson, ...]
    door: Door
    note: str = ""
    loose: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """One person and what will happen: `same_as` is the double, a person of the file or (`person_id`) of the group."""

    row: int
    person: ReadPerson
    door: Door
    same_as_person: int | None = None
    same_as_planned: int | None = None


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

    @property
    def rows_with_data(self) -> int:
        """How many rows describe somebody or something."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do."""

    people_added: int
    addresses_added: int
    people_changed: int
    people_total: int
    addresses_total: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the group file knows already, as far as an import needs it.

    `people` (number, name, door) of everybody, `doors` of all addresses, `streets` their names by folded name.
    """

    people: tuple[tuple[int, Name, Door], ...] = ()
    doors: tuple[Door, ...] = ()
    streets: Mapping[str, str] = field(default_factory=dict)
