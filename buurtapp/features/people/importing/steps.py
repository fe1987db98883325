"""The steps of an import as the window and the command line take them: look, choose, plan."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from buurtapp.exchange import refusals
from buurtapp.exchange.read import read_list
from buurtapp.exchange.table import ListFile, Progress, Table
from buurtapp.features.people.importing import columns
from buurtapp.features.people.importing.actions import with_mapping
from buurtapp.features.people.importing.plan import make_plan
from buurtapp.features.people.importing.records import Choice, Known, Plan


def look(path: Path, progress: Progress | None = None) -> ListFile:
    """Return what is in a file; raises UserError or OutsideTrouble with its own sentence."""
    return read_list(path, progress)


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


def choose_columns(
    table: Table, name: str, *, remembered: Mapping[str, str] | None = None, mapping: Mapping[str, str] | None = None
) -> Choice:
    """Return what the columns mean: guessed, as they were chosen before, and as they are chosen now.

    Raises UserError "no_columns" when this is text without columns, "no_rows" when there is nothing under the headings.
    """
    choice = candidate(table)
    if remembered:
        fitting = {heading: meaning for heading, meaning in remembered.items() if heading in choice.headings}
        choice = with_mapping(choice, fitting)
    if mapping:
        choice = with_mapping(choice, mapping)
    if not columns.is_enough(choice):
        raise refusals.no_columns(name)
    if not any(line.number > choice.header_row for line in table.lines):
        raise refusals.no_rows(name)
    return choice


def plan(table: Table, choice: Choice, known: Known, source: str, progress: Progress | None = None) -> Plan:
    """Return what the import would do; raises UserError "no_rows" when no row describes anybody or anything."""
    made = make_plan(table, choice, known, source, progress)
    if not made.rows:
        raise refusals.no_rows(source)
    return made
