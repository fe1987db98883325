"""The steps of an import as the window and the command line take them: look, choose, plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from buurtapp.exchange import refusals
from buurtapp.exchange.read import read_data, read_list
from buurtapp.exchange.table import ListFile, Progress, Table
from buurtapp.features.people.importing import columns, headings
from buurtapp.features.people.importing.actions import with_mapping
from buurtapp.features.people.importing.plan import make_plan
from buurtapp.features.people.importing.records import Choice, Known, Plan

_LOOK_FOR_HEADINGS = 15
_TABS = "sep=\t\n"
"""The first row by which a text says itself what stands between its cells: a name may have commas."""


def look(path: Path, progress: Progress | None = None) -> ListFile:
    """Return what is in a file; raises UserError or OutsideTrouble with its own sentence."""
    return read_list(path, progress)


def look_at_text(written: str, name: str, progress: Progress | None = None) -> ListFile:
    """Return the list in a text that was copied: rows of a spreadsheet have tabs between their cells.

    Raises UserError as `look` does.
    """
    if not written.strip():
        raise refusals.no_rows(name)
    if "\t" not in written:
        return read_data(written.encode(), name, progress)
    found = read_data((_TABS + written).encode(), name, progress)
    return replace(found, tables=tuple(_counted_from_one(table) for table in found.tables))


def _counted_from_one(table: Table) -> Table:
    """Return the table without the row that told of the tabs."""
    lines = tuple(replace(line, number=line.number - 1) for line in table.lines)
    return replace(table, lines=lines, problems=tuple(replace(one, row=one.row - 1) for one in table.problems))


def choose_sheet(found: ListFile, name: str, sheet: str | None = None) -> Table:
    """Return the sheet that looks most like a list of neighbours, or the one asked for."""
    if sheet is None:
        return max(found.tables, key=lambda table: (columns.header_score(table), len(table.lines)))
    for table in found.tables:
        if table.name.casefold() == sheet.casefold():
            return table
    raise refusals.no_such_sheet(name, sheet)


def candidate(table: Table) -> Choice:
    """Return what the columns may mean: the guess, or else the first row as headings without any meaning."""
    return columns.guess(table) or columns.first_row(table)


def begin(table: Table, mappings: Mapping[str, Mapping[str, str]]) -> tuple[Choice, bool]:
    """Return what the columns mean to begin with, and whether that is how a list with these headings was read before.

    `mappings` are those of `queries.mappings`. Headings that were chosen by hand are found again in whatever row.
    """
    guessed = candidate(table)
    if columns.signature(guessed) in mappings:
        return as_before(guessed, mappings[columns.signature(guessed)]), True
    for row in [line.number for line in table.lines[:_LOOK_FOR_HEADINGS]] if mappings else ():
        found = with_headings_in(table, row, guessed)
        if columns.signature(found) in mappings:
            return as_before(found, mappings[columns.signature(found)]), True
    return guessed, False


def choose_columns(
    table: Table,
    name: str,
    *,
    begun: Choice | None = None,
    remembered: Mapping[str, str] | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Choice:
    """Return what the columns mean: guessed (or as `begin` says), as chosen before, and as they are chosen now.

    Raises UserError "no_columns" when this is text without columns, "no_rows" when there is nothing under the headings.
    """
    choice = as_before(begun or candidate(table), remembered or {})
    if mapping:
        choice = with_mapping(choice, mapping)
    if not columns.is_enough(choice):
        raise refusals.no_columns(name)
    if not any(line.number > choice.header_row for line in table.lines):
        raise refusals.no_rows(name)
    return choice


def as_before(choice: Choice, remembered: Mapping[str, str]) -> Choice:
    """Return a choice with what was chosen before for columns with these headings."""
    return with_mapping(choice, {name: meaning for name, meaning in remembered.items() if name in choice.headings})


def with_meaning(choice: Choice, column: int, meaning: str) -> Choice:
    """Return a choice in which a column means this. Another column that did is kept in the note, so nothing is lost."""
    alone = meaning not in columns.SEVERAL
    meanings = [headings.OTHER if alone and one == meaning else one for one in choice.meanings]
    meanings[column] = meaning
    return replace(choice, meanings=tuple(meanings))


def with_headings_in(table: Table, row: int, before: Choice) -> Choice:
    """Return what the columns mean when their headings stand in this row; 0: there are none above the rows.

    Where nothing can be known of rows without headings, the columns keep the meaning they had.
    """
    found = columns.guess(table, row)
    if found is not None:
        return found
    bare = columns.nameless(table)
    width = len(bare.meanings)
    return replace(bare, meanings=(*before.meanings, *bare.meanings[len(before.meanings) :])[:width])


def plan(table: Table, choice: Choice, known: Known, source: str, progress: Progress | None = None) -> Plan:
    """Return what the import would do; raises UserError "no_rows" when no row describes anybody or anything."""
    made = make_plan(table, choice, known, source, progress)
    if not made.rows:
        raise refusals.no_rows(source)
    return made
