"""What the screen shows of a plan: one record for each row of the list, worked out away from the screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.exchange.table import Table
from buurtapp.features.people.importing import actions, wording
from buurtapp.features.people.importing.changes import outcome
from buurtapp.features.people.importing.records import (
    Change,
    Choice,
    Doubles,
    Known,
    Plan,
    Planned,
    Problem,
    ReadRow,
)
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.doors import door_key
from buurtapp.features.people.rules.reach import parse_phones
from buurtapp.features.people.ui.importing import words

State = Literal["good", "care", "wrong", "double"]
_NO_PROBLEM = frozenset({"birthday_left_out"})
"""A whole column of birthdays is left out: that is said once, not at each row."""
_NAMES = frozenset({"full name", "given name", "initials", "infix + family name", "family name"})
_AT_DOOR = frozenset({"address_no_number", "address_unreadable", "street_missing"})


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row as it will come in. `seen` says what we see; `phones` are stored numbers, `unread` one as written."""

    number: int
    name: str
    address: str
    phones: tuple[str, ...]
    unread: str
    state: State
    seen: Text
    has_problem: bool
    has_door: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class DoubleRow:
    """A row with somebody who is there already: in the group (`person`), or in another row of the list (`other`).

    `updates` and `adds` are what would change about them when the list wins, and when what is new is added.
    """

    number: int
    planned: Planned
    person: int | None
    other: Planned | None
    other_name: str
    updates: tuple[Change, ...] = ()
    adds: tuple[Change, ...] = ()

    @property
    def is_news(self) -> bool:
        """Whether the row tells anything the group does not know."""
        return bool(self.updates)

    @property
    def first_thought(self) -> Doubles:
        """What is done with the row when nobody decides: who moved comes in as a new person, a double is left out."""
        return "keep" if self.planned.is_moved else "skip"


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything the screen shows of a plan."""

    plan: Plan
    known: Known
    rows: tuple[PreviewRow, ...]
    doubles: tuple[DoubleRow, ...]
    good: int
    problems: int
    new_addresses: int
    people: Mapping[int, PersonCard] = field(default_factory=dict)

    @property
    def is_again(self) -> bool:
        """Whether this is a new version of a list that was read before."""
        return self.plan.earlier is not None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would be saved: new people, new addresses, and people who change, with how."""

    people: int
    addresses: int
    changed: int
    changes: tuple[Change, ...] = ()


def preview(plan: Plan, known: Known, people: Mapping[int, PersonCard] | None = None) -> Preview:
    """Return what to show of a plan; `people` are those of `queries.matched`."""
    problems: defaultdict[int, list[Problem]] = defaultdict(list)
    for problem in plan.problems:
        problems[problem.row].append(problem)
    here = people or {}
    doubles = _doubles(plan, {number: name for number, name, _door in known.people}, here)
    by_row: dict[int, DoubleRow] = {}
    for double in doubles:
        if double.number not in by_row or (double.is_news and not by_row[double.number].is_news):
            by_row[double.number] = double
    has_names = bool(_NAMES & set(plan.choice.meanings))
    rows = tuple(
        _row(row, problems[row.number], by_row.get(row.number), has_names=has_names, is_again=plan.earlier is not None)
        for row in plan.rows
    )
    good = sum(1 for row in rows if row.state == "good")
    addresses = actions.foresee(plan, known, "skip").addresses_added
    return Preview(plan, known, rows, doubles, good, sum(1 for row in rows if row.has_problem), addresses, here)


def foreseen(shown: Preview, decided: Mapping[int, Doubles]) -> Foreseen:
    """Return what would be saved with these decisions about doubles."""
    ends = actions.outcomes(shown.plan, decided, shown.people)
    changed = sum(1 for one in ends.values() if one.is_change)
    added = len(actions.wanted_people(shown.plan, decided))
    return Foreseen(added, shown.new_addresses, changed, actions.in_order(ends.values()))


def double_rows(shown: Preview) -> tuple[int, ...]:
    """Return the rows that hold doubles, each once."""
    return tuple(dict.fromkeys(double.number for double in shown.doubles))


def loose_rows(plan: Plan) -> int:
    """Return from how many rows something stays to be sorted out by hand."""
    return len({problem.row for problem in plan.problems} | {row.number for row in plan.rows if row.loose})


def news_rows(shown: Preview) -> tuple[int, ...]:
    """Return the rows that tell something new of somebody who is there already, each once."""
    return tuple(dict.fromkeys(double.number for double in shown.doubles if double.is_news))


def _doubles(plan: Plan, names: dict[int, Name], people: Mapping[int, PersonCard]) -> tuple[DoubleRow, ...]:
    found = []
    for one in plan.people:
        if not (one.is_double or one.is_moved):
            continue
        person = one.known_as if one.known_as is not None else one.same_as_person
        if person is not None:
            name = names[person].spoken if person in names else ""
            card = people.get(person)
            found.append(DoubleRow(one.row, one, person, None, name, *(_both(card, one) if card is not None else ())))
        elif one.same_as_planned is not None:
            other = plan.people[one.same_as_planned]
            found.append(DoubleRow(one.row, one, None, other, other.person.name.spoken))
    return tuple(found)


def _both(card: PersonCard, one: Planned) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    return outcome(card, [(one, True)]).changes, outcome(card, [(one, False)]).changes


def _row(
    row: ReadRow, problems: Sequence[Problem], double: DoubleRow | None, *, has_names: bool, is_again: bool
) -> PreviewRow:
    real = [problem for problem in problems if problem.kind not in _NO_PROBLEM]
    nobody = not row.people and has_names and bool(row.loose or row.note)
    door = next((" ".join(problem.text.split()) for problem in real if problem.kind in _AT_DOOR), "")
    unread = next((problem.text for problem in real if problem.kind == "phone_unreadable"), "")
    phones = dict.fromkeys(phone for person in row.people for phone in person.phones)
    if not row.people:
        phones = dict.fromkeys(parse_phones(row.note or row.loose).values)
    if is_again and double is not None and double.person is not None:
        state, seen = _seen_again(double)
    else:
        state, seen = _seen(row, real, double, nobody=nobody)
    name = ", ".join(person.name.spoken for person in row.people)
    return PreviewRow(
        row.number,
        name,
        row.door.line or door,
        tuple(phones),
        unread,
        state,
        seen,
        has_problem=bool(real) or nobody,
        has_door=door_key(row.door) is not None,
        problems=tuple(real),
    )


def _seen_again(double: DoubleRow) -> tuple[State, Text]:
    """Return what we see of somebody who stood in the list before."""
    if not double.is_news:
        return "good", text(N_("Known, nothing new"))
    if any(change.field == "address" for change in double.updates):
        return "double", text(N_("Other address"))
    if len(double.updates) == 1:
        return "double", text(N_("New: {field}"), field=wording.field_name(double.updates[0].field))
    return "double", plural_text("{count} thing is new", "{count} things are new", len(double.updates))


def _seen(row: ReadRow, real: list[Problem], double: DoubleRow | None, *, nobody: bool) -> tuple[State, Text]:
    if double is not None:
        if double.other is not None:
            return "double", text(N_("Is in row {row} too"), row=double.other.row)
        if double.planned.is_moved:
            return "double", text(N_("Moved? Looks like {name}"), name=double.other_name)
        return "double", text(N_("Looks like {name}"), name=double.other_name)
    if nobody:
        organisation = any(problem.kind == "organisation_only" for problem in real)
        return "wrong", text(N_("An organisation, no person")) if organisation else text(N_("No name"))
    if real:
        return "care", words.of_problem(real[0])
    if not row.people:
        return "good", text(N_("Address without a person"))
    return "good", text(N_("Good"))


def tip(table: Table, plan: Plan) -> tuple[str, Name] | None:
    """Return a name that the list has the other way round, "Boer, G. de", and what it becomes; None without one."""
    if "full name" not in plan.choice.meanings:
        return None
    column = plan.choice.meanings.index("full name")
    people = {one.row: one.person.name for one in reversed(plan.people)}
    for line in table.lines:
        written = line.cell(column).strip()
        if "," in written and line.number in people and people[line.number].family:
            return written, people[line.number]
    return None


def example(table: Table, choice: Choice, column: int) -> str:
    """Return the first text in a column, or "" when it is empty."""
    for line in table.lines:
        if line.number > choice.header_row and line.cell(column).strip():
            return " ".join(line.cell(column).split())[:200]
    return ""
