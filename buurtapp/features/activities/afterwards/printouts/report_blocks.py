"""Blocks that reports share: what it is about with a photo beside it, a quotation, money, and streets."""

from __future__ import annotations

from collections.abc import Sequence

from buurtapp.core.i18n import _
from buurtapp.features.activities.afterwards.printouts import report_words as say
from buurtapp.features.activities.afterwards.printouts.colours import INK, PALE
from buurtapp.features.activities.afterwards.printouts.report_bars import BarRow, draw_rows, rows_mm
from buurtapp.features.activities.afterwards.printouts.report_sheet import (
    BODY,
    GREY,
    LEADING,
    LEFT_MM,
    PHOTO_MM,
    RIGHT_MM,
    WIDE_MM,
    Sheet,
    readable,
)
from buurtapp.features.activities.afterwards.reporting.records import LEAST_TOLD, Money, Reach, ReportPhoto
from buurtapp.features.activities.afterwards.words import bare
from buurtapp.features.people.printouts.list_frame import POINT_MM, Type, draw_lines, fitted
from buurtapp.printing import fonts

_QUOTE, _MOST_ROWS, _MOST_STREETS = 15.0, 14, 10
_ROW_MM = 6.4


def draw_in_short(sheet: Sheet, parts: Sequence[str], photo: ReportPhoto | None) -> None:
    """Tell in words what it is about, beside a photo when there is one; without it the words go all across."""
    picture = readable(photo.content) if photo is not None else None
    wide, high = PHOTO_MM
    x, room = (LEFT_MM + wide + 7.0, WIDE_MM - wide - 7.0) if picture is not None else (LEFT_MM, WIDE_MM)
    sheet.need(high + 14.0 if picture is not None else 24.0)
    top = sheet.y
    if picture is not None and photo is not None:
        sheet.pen.picture(picture, LEFT_MM, top, wide, high)
        said = f"{photo.caption.strip().rstrip('.')}." if photo.caption.strip() else ""
        words = _("{caption} Photo with consent.").format(caption=said).strip()
        caption = fitted(words, Type(fonts.face("text"), 9, 8.5), wide, 9.0)
        draw_lines(sheet.pen, caption, LEFT_MM, top + high + 1.0, INK)
    sheet.pen.text(_("In short"), x, top + 5.0, fonts.face("display", 700), 16, "left", INK)
    sheet.y = top + 9.0
    for part in parts:
        if part.strip():
            sheet.paragraphs(part, x, room)
            sheet.y += 1.8
    if picture is not None:
        sheet.y = max(sheet.y, top + high + 11.0)
    sheet.gap()


def draw_quote(sheet: Sheet, said: str) -> None:
    """Draw what somebody said, without saying who."""
    made = fitted(f"“{bare(said)}”", Type(fonts.face("serif", 500, italic=True), _QUOTE, 12), WIDE_MM - 16.0, 40.0)
    high = made.height_mm + 8.0
    sheet.need(high)
    sheet.pen.frame(LEFT_MM, sheet.y, WIDE_MM, high, 0.0, filling=PALE, radius_mm=2.0)
    draw_lines(sheet.pen, made, LEFT_MM + 8.0, sheet.y + 4.0, INK)
    sheet.y += high + 4.0


def draw_learned(sheet: Sheet, parts: Sequence[tuple[str, str]]) -> None:
    """Draw short headings with words below each, as far as there are words."""
    for heading, words in parts:
        if words.strip():
            sheet.need(16.0)
            sheet.paragraphs(heading, face=fonts.face("text", 700))
            sheet.paragraphs(words)
            sheet.y += 2.5


def draw_streets(sheet: Sheet, reach: Reach) -> None:
    """Draw how many addresses of each street took part, as far as that does not tell who."""
    told = [row for row in reach.streets if row[1] is not None][:_MOST_STREETS]
    if not told:
        return
    sheet.heading(_("Addresses by street"), rows_mm(len(told)) + 8.0)
    draw_rows(sheet, [BarRow(name, count, say.reached(Reach(of=there))) for name, count, there in told])
    if len(told) < len(reach.streets):
        words = _("Streets where fewer than {least} addresses took part are not told, nor what would give them away.")
        sheet.paragraphs(words.format(least=LEAST_TOLD), size=9, color=GREY)
    sheet.gap()


def draw_money(sheet: Sheet, money: Money) -> None:
    """Draw what was planned and paid; nothing when there is no money in it."""
    if not money.lines:
        return
    rows = list(say.money_rows(money))
    shown = rows if len(rows) <= _MOST_ROWS else [*rows[: _MOST_ROWS - 1], rows[-1]]
    sheet.heading(_("Money"), _ROW_MM * (len(shown) + 1))
    columns = (RIGHT_MM - 34.0, RIGHT_MM)
    for words, x in ((_("planned"), columns[0]), (_("paid"), columns[1])):
        sheet.pen.text(words, x, sheet.y + 3.5, fonts.face("text"), 10, "right", GREY)
    sheet.y += _ROW_MM
    for at, row in enumerate(shown):
        is_sum = at == len(shown) - 1
        sheet.need(_ROW_MM)
        sheet.pen.rule(LEFT_MM, sheet.y, RIGHT_MM, sheet.y, 0.4 if is_sum else 0.15, INK if is_sum else 0.7)
        face = fonts.face("text", 700 if is_sum else 400)
        name = fitted(" ".join(row[0].split()), Type(face, BODY, 8.5), WIDE_MM - 74.0, _ROW_MM - 0.4)
        draw_lines(sheet.pen, name, LEFT_MM, sheet.y + (_ROW_MM - name.height_mm) / 2, INK)
        for words, x in zip(row[1:], columns, strict=True):
            sheet.pen.text(words, x, sheet.y + _ROW_MM / 2 + BODY * 0.33 * POINT_MM, face, BODY, "right", INK)
        sheet.y += _ROW_MM
    if len(shown) < len(rows):
        words = _("{count} more lines are in the sums.").format(count=len(rows) - len(shown))
        sheet.paragraphs(words, size=9, color=GREY)
    sheet.y += BODY * LEADING * POINT_MM
