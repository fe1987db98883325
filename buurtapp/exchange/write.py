"""Writing lists for other programs: XLSX and CSV. Every text stays a text, whatever it begins with.

A spreadsheet would take "=1+1" in a CSV for a formula: there it gets a tab in front, which our own reader takes off.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LONGEST_CELL = 32_767
"""Characters in a cell of a spreadsheet (limit of the XLSX format)."""
_WIDEST = 40
Cell = str | int | None


def write_xlsx(sheet: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a workbook with one sheet: headings in bold, a filter on them, texts as texts and numbers as numbers."""
    import xlsxwriter  # noqa: PLC0415 - only when a list goes out

    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    page = book.add_worksheet(sheet[:31])
    bold = book.add_format({"bold": True})
    widths = [len(heading) for heading in headings]
    for column, heading in enumerate(headings):
        page.write_string(0, column, heading, bold)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(last, column, cell)
            elif cell:
                page.write_string(last, column, cell[:_LONGEST_CELL])
                widths[column] = max(widths[column], len(cell))
    for column, width in enumerate(widths):
        page.set_column(column, column, min(width, _WIDEST) + 2)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, last, len(headings) - 1)
    book.close()
    return target.getvalue()


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a CSV as a Dutch spreadsheet opens it: UTF-8 with a mark, semicolons, everything between quotes."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> str | int:
    if isinstance(cell, str):
        return f"\t{cell}" if cell.startswith(_DANGEROUS) else cell
    return "" if cell is None else cell
