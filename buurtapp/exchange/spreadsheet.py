"""Reading XLSX, XLS and ODS with calamine, after a look inside the archive so that a bomb is never unpacked."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta

from buurtapp.core.errors import BuurtappError
from buurtapp.exchange import refusals
from buurtapp.exchange.sheet_facts import SheetFacts, facts_of
from buurtapp.exchange.table import MOST_COLUMNS, MOST_ROWS, CellProblem, ListFile, Progress, Table, make_table

_MOST_BYTES = 100 << 20
_MOST_RATIO = 100
_MOST_ENTRIES = 5_000
_SMALL = 1 << 20
_ERRORS = frozenset(
    {
        "#N/A",
        "#REF!",
        "#NAME?",
        "#VALUE!",
        "#DIV/0!",
        "#NUM!",
        "#NULL!",
        "#N/B",
        "#VERW!",
        "#NAAM?",
        "#WAARDE!",
        "#DEEL/0!",
    }
)


def check_archive(data: bytes, name: str) -> str:
    """Return "xlsx" or "ods" for a spreadsheet that is safe to unpack; raises UserError else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise refusals.damaged(name) from error
    if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise refusals.too_large(name)
    if any(
        entry.file_size > _SMALL and entry.file_size > _MOST_RATIO * max(entry.compress_size, 1) for entry in entries
    ):
        raise refusals.too_large(name)
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return "xlsx"
    if "content.xml" in names:
        return "ods"
    raise refusals.not_a_list(name)


def read_spreadsheet(data: bytes, name: str, kind: str, progress: Progress | None = None) -> ListFile:
    """Return all sheets of a spreadsheet as text."""
    import python_calamine as calamine  # noqa: PLC0415 - only when a spreadsheet is read

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        facts = facts_of(data, kind)
        tables = []
        for at, sheet_name in enumerate(book.sheet_names):
            if progress is not None:
                progress(at, len(book.sheet_names))
            tables.append(
                _table(book.get_sheet_by_name(sheet_name), sheet_name, facts.get(sheet_name, SheetFacts()), name)
            )
    except calamine.PasswordError as error:
        raise refusals.password(name) from error
    except (calamine.CalamineError, OSError, ValueError, KeyError) as error:
        if isinstance(error, BuurtappError):
            raise
        raise refusals.damaged(name) from error
    return ListFile(kind, tuple(tables))


def _table(sheet: object, sheet_name: str, facts: SheetFacts, name: str) -> Table:
    size = getattr(sheet, "total_height", 0), getattr(sheet, "total_width", 0)
    if size[0] > MOST_ROWS * 12 or size[1] > 20_000:
        raise refusals.too_large(name)
    problems: list[CellProblem] = []
    rows: list[tuple[int, list[str]]] = []
    for at, values in enumerate(sheet.iter_rows()):  # type: ignore[attr-defined]
        number = at + 1 + _first_row(sheet)
        cells = [_text(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MOST_COLUMNS or len(rows) > MOST_ROWS:
            raise refusals.too_large(name)
        for column, cell in enumerate(cells):
            if cell in _ERRORS:
                problems.append(CellProblem(number, column, "cell_error", cell))
                cells[column] = ""
        if cells:
            rows.append((number, cells))
    problems += [
        CellProblem(row, column, "formula_without_value", formula)
        for (row, column), formula in facts.formulas_without_value.items()
    ]
    return make_table(sheet_name, rows, problems, hidden=facts.hidden_columns, merged_down=_merged_down(sheet))


def _first_row(sheet: object) -> int:
    """Return how many rows the reader left out at the top: iter_rows begins at row 1 in every version we allow."""
    del sheet
    return 0


def _merged_down(sheet: object) -> frozenset[int]:
    """Return the columns in which cells are merged downwards."""
    ranges = getattr(sheet, "merged_cell_ranges", None) or []
    return frozenset(start[1] for start, end in ranges if end[0] > start[0])


def _text(value: object) -> str:
    """Return a value as people read it: 4.0 is 4, a date is 16-5-2025."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        clock = "" if value.time() == time() else f" {value:%H:%M}"
        return f"{value.day}-{value.month}-{value.year}{clock}"
    if isinstance(value, date):
        return f"{value.day}-{value.month}-{value.year}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)
