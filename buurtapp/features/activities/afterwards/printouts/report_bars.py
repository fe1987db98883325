"""Bars of a report: straight from the numbers, each with its value beside it, no axis and no grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buurtapp.core.i18n import _
from buurtapp.features.activities.afterwards.printouts.colours import ACCENT, INK, WHITE
from buurtapp.features.activities.afterwards.printouts.report_sheet import GREY, LEFT_MM, RIGHT_MM, WIDE_MM, Sheet
from buurtapp.features.activities.afterwards.reporting.records import MonthVisits
from buurtapp.features.people.printouts.list_frame import Type, draw_lines, fitted
from buurtapp.printing import fonts

_ROW_MM, _BAR_MM, _NAME_MM = 8.0, 5.6, 46.0
_COLUMN_MM, _MOST_MONTHS = 46.0, 12
_LEAST_MM = 0.6


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar from left to right: what, how much, and quiet words behind; None: too few to tell."""

    name: str
    value: int | None
    more: str = ""
    is_pale: bool = False


def rows_mm(count: int) -> float:
    """Return how high so many bars are."""
    return count * _ROW_MM


def draw_rows(sheet: Sheet, rows: Sequence[BarRow], most: int = 0) -> None:
    """Draw bars below each other; `most` is as long as there is room for, else the largest value is."""
    most = max(most, *(row.value or 0 for row in rows), 1)
    longest = WIDE_MM - _NAME_MM - 42.0
    for row in rows:
        sheet.need(_ROW_MM)
        name = fitted(row.name, Type(fonts.face("text"), 10.8, 8.5), _NAME_MM - 2.0, _ROW_MM - 0.5)
        draw_lines(sheet.pen, name, LEFT_MM, sheet.y + (_BAR_MM - name.height_mm) / 2, INK)
        x = LEFT_MM + _NAME_MM
        if row.value is None:
            sheet.pen.text(_("fewer than 5"), x, sheet.y + 4.1, fonts.face("text"), 10, "left", GREY)
        else:
            _draw_row(sheet, row, x, longest * row.value / most)
        sheet.y += _ROW_MM


def _draw_row(sheet: Sheet, row: BarRow, x: float, wide: float) -> None:
    if row.value:
        thick = 0.35 if row.is_pale else 0.0
        filling = WHITE if row.is_pale else sheet.color
        sheet.pen.frame(x, sheet.y, max(wide, _LEAST_MM), _BAR_MM, thick, sheet.color, filling=filling)
    at = x + max(wide, _LEAST_MM) + 1.8
    at += sheet.pen.text(str(row.value), at, sheet.y + 4.1, fonts.face("text", 700), 10.8, "left", INK) + 2.0
    if row.more:
        more = fitted(row.more, Type(fonts.face("text"), 10, 8.5), max(RIGHT_MM - at, 20.0), _ROW_MM)
        draw_lines(sheet.pen, more, at, sheet.y + (_BAR_MM - more.height_mm) / 2, GREY)


def draw_months(sheet: Sheet, months: Sequence[MonthVisits], names: Sequence[str]) -> None:
    """Draw a column for each month, that of the year before as an outline; twelve in a row, more below each other."""
    for at in range(0, len(months), _MOST_MONTHS):
        _draw_columns(sheet, months[at : at + _MOST_MONTHS], names[at : at + _MOST_MONTHS])


def _draw_columns(sheet: Sheet, months: Sequence[MonthVisits], names: Sequence[str]) -> None:
    sheet.need(_COLUMN_MM + 14.0)
    most = max(*(max(month.visits, month.year_before) for month in months), 1)
    has_before = any(month.year_before for month in months)
    step = WIDE_MM / max(len(months), 6)
    wide = min(step * 0.38, 9.0)
    base = sheet.y + 6.0 + _COLUMN_MM
    top = max(month.visits for month in months)
    for at, (month, name) in enumerate(zip(months, names, strict=True)):
        middle = LEFT_MM + step * (at + 0.5)
        left = middle + 0.3 if has_before else middle - wide / 2
        before = _COLUMN_MM * month.year_before / most
        if month.year_before:
            sheet.pen.frame(middle - wide - 0.3, base - before, wide, before, 0.35, sheet.color, filling=WHITE)
        high = _COLUMN_MM * month.visits / most
        if month.visits:
            filling = ACCENT if month.visits == top and len(months) > 1 else sheet.color
            sheet.pen.frame(left, base - high, wide, high, 0.0, filling=filling)
        value = str(month.visits)
        sheet.pen.text(value, left + wide / 2, base - high - 1.3, fonts.face("text", 700), 9.5, "center", INK)
        sheet.pen.text(name, middle, base + 5.0, fonts.face("text"), 10.5, "center", INK)
    sheet.pen.rule(LEFT_MM, base, LEFT_MM + step * len(months), base, 0.4, INK)
    sheet.y = base + 8.0
