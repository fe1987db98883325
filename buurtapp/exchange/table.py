"""What every reader gives: rows of text with the row numbers a person sees, and what was odd about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[int, int], None]
"""Told (done, total) now and then; may raise Cancelled."""

LONGEST_CELL = 10_000
"""Characters of one cell that are kept; more is cut, with a mention."""
MOST_ROWS = 100_000
MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class CellProblem:
    """Something odd about one cell. `column` counts from 0; `kind` is a word for programs."""

    row: int
    column: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row with its cells as text. `number` is the row a person sees, from 1."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Return a cell, or "" beyond the end."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. Blank lines are left out. `hidden` names columns nobody sees in the spreadsheet.

    `cuts_rows`: cells are cut by a sign (CSV), so a row with more cells than the header has a slip in it.
    `headings` is only given by readers that know them (contacts); else somebody must find the header row.
    """

    name: str
    lines: tuple[Line, ...]
    problems: tuple[CellProblem, ...] = ()
    hidden: frozenset[int] = frozenset()
    headings: tuple[str, ...] | None = None
    merged_down: frozenset[int] = frozenset()
    cuts_rows: bool = False


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list as it was read: what kind of file, and its sheets."""

    kind: str
    tables: tuple[Table, ...]


def make_table(  # noqa: PLR0913 - what readers know of a table, by name
    name: str,
    numbered: list[tuple[int, list[str]]],
    problems: list[CellProblem],
    *,
    hidden: frozenset[int] = frozenset(),
    headings: tuple[str, ...] | None = None,
    merged_down: frozenset[int] = frozenset(),
    cuts_rows: bool = False,
) -> Table:
    """Return a table without blank lines, with cells of a length that can be kept."""
    lines = []
    for number, cells in numbered:
        if not any(cell.strip() for cell in cells):
            continue
        for column, cell in enumerate(cells):
            if len(cell) > LONGEST_CELL:
                problems.append(CellProblem(number, column, "text_cut", cell[:200]))
                cells[column] = cell[:LONGEST_CELL]
        lines.append(Line(number, tuple(cells)))
    return Table(name, tuple(lines), tuple(problems), hidden, headings, merged_down, cuts_rows)
