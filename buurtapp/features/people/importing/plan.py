"""From a table and a choice of columns to a plan: which rows are data, who is in them, who is a double of whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from buurtapp.core.text import fold
from buurtapp.exchange.table import Line, Progress, Table
from buurtapp.features.people.importing import headings, matching, own, rows
from buurtapp.features.people.importing.cells import is_nothing
from buurtapp.features.people.importing.records import Choice, Known, Plan, Planned, Problem, ReadRow
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.rules.doors import (
    door_key,
    nice_street,
    parse_address,
    parse_house,
    sounds_like_street,
    street_key,
)
from buurtapp.features.people.rules.doubles import DoubleKey, double_key, same_person

_TOTAL = re.compile(r"(sub)?tota(a)?l( .*)?|aantal( .*)?|som|sum|gemiddeld.*|average")
_EVERY = 200
_DOORS = ("street", "number", "number + addition", "street + number + addition", "street + number + addition (spare)")
_ENOUGH_CELLS = 2


def make_plan(table: Table, choice: Choice, known: Known, source: str = "", progress: Progress | None = None) -> Plan:
    """Return everything an import of this table would do. Nothing is saved; `progress` may raise Cancelled."""
    data = [line for line in table.lines if line.number > choice.header_row]
    streets = _streets(data, choice) | frozenset(known.streets)
    found: list[ReadRow] = []
    problems: list[Problem] = []
    street_above = ""
    is_own = own.is_own(choice)
    for at, line in enumerate(data):
        if progress is not None and at % _EVERY == 0:
            progress(at, len(data))
        if is_own:
            row = own.read_own_row(line, choice)
            found += [row] if row is not None else []
            continue
        if _is_header_again(line, choice) or _is_total(line):
            continue
        section = _section(line, choice, streets)
        if section:
            street_above = nice_street(section)
            continue
        street_above = _street_of(line, choice) or street_above
        row, trouble = _read(line, choice, street_above, streets)
        if row is not None:
            found.append(row)
            problems += trouble
    problems += _table_problems(table, choice, {row.number for row in found})
    problems.sort(key=lambda problem: (problem.row, problem.column))
    return _compare(source, choice, found, problems, known)


def _read(
    line: Line, choice: Choice, street_above: str, streets: frozenset[str]
) -> tuple[ReadRow | None, list[Problem]]:
    if rows.is_organisation_card(line, choice):
        # The name on such a card is that of the organisation.
        name, org = choice.meanings.index("full name"), choice.meanings.index("organisation")
        cells = list(line.cells) + [""] * (len(choice.meanings) - len(line.cells))
        cells[org], cells[name] = cells[org] or cells[name], ""
        line = Line(line.number, tuple(cells))
    return rows.read_row(line, choice, street_above, streets)


def _filled(line: Line) -> list[tuple[int, str]]:
    return [(column, cell.strip()) for column, cell in enumerate(line.cells) if not is_nothing(cell)]


def _is_header_again(line: Line, choice: Choice) -> bool:
    """Whether a row repeats the headings, as lists do at the top of each page."""
    filled = _filled(line)
    same = sum(
        1
        for column, cell in filled
        if column < len(choice.headings) and cell.casefold() == choice.headings[column].casefold()
    )
    return choice.header_row > 0 and same >= _ENOUGH_CELLS and same >= len(filled) - 1


def _is_total(line: Line) -> bool:
    filled = _filled(line)
    return (
        0 < len(filled) <= 4
        and bool(_TOTAL.fullmatch(fold(filled[0][1])))
        and not any(len(cell) > 30 for _, cell in filled)
    )


def _streets(data: Sequence[Line], choice: Choice) -> frozenset[str]:
    """Return the folded names of all streets in the list."""
    found: set[str] = set()
    for line in data:
        for column, meaning in enumerate(choice.meanings):
            if meaning == "street" and line.cell(column).strip():
                found.add(street_key(line.cell(column)))
            elif meaning.startswith("street +") and line.cell(column).strip():
                street = parse_address(line.cell(column)).door.street
                if street:
                    found.add(street_key(street))
    return frozenset(found)


def _section(line: Line, choice: Choice, streets: frozenset[str]) -> str:
    """Return the street of a row that is nothing but a heading between rows: one cell, in the first headings."""
    filled = _filled(line)
    if len(filled) != 1 or not choice.header_row:
        return ""
    column, cell = filled[0]
    meaning = choice.meanings[column] if column < len(choice.meanings) else headings.OTHER
    key = street_key(cell)
    is_street = key in streets or (headings.meaning_of(cell) is None and sounds_like_street(cell, streets))
    if (
        meaning
        in {
            "full name",
            headings.MEMBER,
            headings.OTHER,
            "street",
            headings.IGNORE,
            "infix + family name",
            "given name",
        }
        and is_street
    ):
        return cell
    if meaning == headings.MEMBER and not any(char.isdigit() for char in cell):
        return cell
    return ""


def _street_of(line: Line, choice: Choice) -> str:
    """Return the street of this row's own street column, to go on below where the cell was merged downwards."""
    if "street" not in choice.meanings:
        return ""
    cell = line.cell(choice.meanings.index("street")).strip()
    return "" if is_nothing(cell) or parse_house(cell) else nice_street(cell)


def _table_problems(table: Table, choice: Choice, numbers: set[int]) -> list[Problem]:
    found = []
    for problem in table.problems:
        if problem.row in numbers or problem.kind == "quote_not_closed":
            heading = choice.headings[problem.column] if problem.column < len(choice.headings) else ""
            found.append(Problem(problem.row, heading, problem.kind, problem.text))
    if choice.header_row:
        width = _heading_width(table, choice)
        found += [
            Problem(line.number, choice.headings[width], "too_many_cells", " | ".join(line.cells[width:]))
            for line in table.lines
            if line.number in numbers and any(cell.strip() for cell in line.cells[width:])
        ]
    return found


def _heading_width(table: Table, choice: Choice) -> int:
    """Return how many columns the header row has; in CSV more cells in a row are a slip."""
    header = next(line for line in table.lines if line.number == choice.header_row)
    return len(header.cells) if table.cuts_rows else len(choice.headings)


def _compare(source: str, choice: Choice, found: list[ReadRow], problems: list[Problem], known: Known) -> Plan:
    people, within, previous = _doubles(found, known)
    people, read_before, missing = matching.recognised(people, known)
    doors = {place for row in found if (place := door_key(row.door)) is not None}
    homeless = sum(1 for planned in people if door_key(planned.door) is None)
    return Plan(
        source,
        choice,
        tuple(found),
        tuple(problems),
        tuple(people),
        tuple(within),
        tuple(previous),
        len(doors),
        homeless,
        read_before,
        missing,
    )


def _doubles(
    found: list[ReadRow], known: Known
) -> tuple[list[Planned], dict[tuple[int, int], None], dict[tuple[int, int], None]]:
    """Return everybody with who they certainly are, the pairs of rows, and the pairs of a row and a person."""
    every = [Planned(row.number, person, row.door) for row in found for person in row.people]
    people = matching.with_keys(found, every)
    before: defaultdict[DoubleKey, list[tuple[int, Name]]] = defaultdict(list)
    for number, name, door in known.people:
        key = double_key(name, door)
        if key is not None:
            before[key].append((number, name))
    here: defaultdict[DoubleKey, list[int]] = defaultdict(list)
    within: dict[tuple[int, int], None] = {}
    previous: dict[tuple[int, int], None] = {}
    for at, planned in enumerate(people):
        key = double_key(planned.person.name, planned.door)
        if key is None:
            continue
        earlier = [
            other
            for other in here[key]
            if people[other].row != planned.row and same_person(people[other].person.name, planned.person.name)
        ]
        same = [number for number, name in before[key] if same_person(name, planned.person.name)]
        within.update(((people[other].row, planned.row), None) for other in earlier)
        previous.update(((planned.row, number), None) for number in same)
        people[at] = replace(
            planned, same_as_planned=earlier[0] if earlier else None, same_as_person=same[0] if same else None
        )
        here[key].append(at)
    return people, within, previous
