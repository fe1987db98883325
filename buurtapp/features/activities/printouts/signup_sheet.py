"""The sign-up sheet, for a noticeboard or a door: what, when, where, places left, and lines to write on.

It comes home like the attendance list: its lines and boxes are also returned as a layout. On paper stands nothing of
anybody, unless first names are asked for.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.utils import ImageReader

from buurtapp.core.errors import UserError
from buurtapp.core.geometry import Box, PageLayout, SheetLayout, TextField
from buurtapp.core.i18n import N_, Text, _, n_, p_, text
from buurtapp.features.activities.printouts.attendance_frame import day_in_words, hours_in_words
from buurtapp.features.activities.records import SignupSheet
from buurtapp.features.people.printouts.list_frame import Fitted, Type, draw_lines, fitted
from buurtapp.printing import codes, fonts, marks
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import Pen, fit_line

KIND = "sign-up"
LEFT_MM, RIGHT_MM = 19.0, 191.0
BOX_MM = 4.5
_NUMBER_X, _ROW_MM = 25.5, 10.0
_BOTTOM_MM = 271.0
_HEAD_TOP_MM, _HEADS_MM = 10.5, 11.0
_LOGO_MM = 15.0
_TEXT_TO_MM = 168.0
_FOOT_X, _FOOT_Y = 42.0, (282.9, 286.7)
_GREY, _RULE_GREY = 0.35, 0.62
_INSET_MM = 0.4
_COLUMNS = (("name", 28.0, 84.0), ("phone", 84.0, 126.0), ("guests", 126.0, 149.0), ("children", 149.0, 170.0))
_LIFT = (170.0, RIGHT_MM)


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of every page, laid out once."""

    parts: tuple[tuple[Fitted, float, float], ...]
    """What stands there, how far below the part above it, and how dark."""
    logo: ImageReader | None
    left_mm: float
    bottom_mm: float
    warnings: tuple[Text, ...]


def signup_sheet(sheet: SignupSheet) -> PrintedPages:
    """Return the sheet as PDF in the present language, with the layout of every page."""
    form, head = codes.parse_code(sheet.code), _head(sheet)
    top = head.bottom_mm + _HEADS_MM
    on_a_page = max(1, int((_BOTTOM_MM - top) / _ROW_MM))
    pages = max(1, -(-sheet.lines // on_a_page))
    if pages > codes.MOST_PAGES:
        raise UserError(
            "too_many_pages",
            text(N_("This list would have {pages} pages; {most} is the most."), pages=pages, most=codes.MOST_PAGES),
            text(N_("Print it with fewer lines.")),
        )
    each = -(-sheet.lines // pages)
    high = min(_ROW_MM * 1.3, (_BOTTOM_MM - top) / max(each, 1))
    pen = Pen(_("Sign-up sheet {code}").format(code=codes.human_code(form)))
    layouts = []
    for page in range(1, pages + 1):
        if page > 1:
            pen.next_page()
        drawn = marks.fiducials(pen.width_mm, pen.height_mm, form, page)
        pen.fiducials(drawn)
        _draw_head(pen, head, f"{codes.human_code(form)} · {page}/{pages}")
        _draw_column_heads(pen, top)
        numbers = range((page - 1) * each + 1, min(page * each, sheet.lines) + 1)
        boxes, fields = _draw_rows(pen, numbers, top, high)
        _draw_foot(pen, sheet, codes.human_code(form))
        layouts.append(PageLayout(page, pen.width_mm, pen.height_mm, tuple(boxes), tuple(fields), drawn))
    layout = SheetLayout(KIND, codes.human_code(form), tuple(layouts))
    return PrintedPages(pen.finish(), layout, pages, head.warnings)


def _facts(sheet: SignupSheet) -> list[str]:
    left = sheet.places_left
    room = ""
    if left == 0:
        room = _("It is full. Write your name down, then you are on the waiting list.")
    elif left is not None:
        room = n_("{count} place left", "{count} places left", left).format(count=left)
    when = f"{day_in_words(sheet.starts_at.date())}, {hours_in_words(sheet.starts_at, sheet.ends_at)}"
    return [fact for fact in (when, " · ".join(one for one in (sheet.place, sheet.cost) if one.strip()), room) if fact]


def _head(sheet: SignupSheet) -> _Head:
    logo, warnings = None, []
    if sheet.logo:
        try:
            logo = ImageReader(io.BytesIO(sheet.logo))
            logo.getRGBData()
        except (OSError, ValueError, SyntaxError):  # what Pillow says of a damaged or unknown picture
            logo = None
            warnings.append(text(N_("The logo of the group cannot be drawn and was left out.")))
    left = LEFT_MM + 1.0 + (_LOGO_MM + 3.0 if logo else 0.0)
    wide = _TEXT_TO_MM - left
    plain, bold = fonts.face("text"), fonts.face("text", 700)
    parts = [
        (fitted(_("Are you coming too?"), Type(fonts.face("display", 800), 22.0, 14.0), wide, 10.0), 0.0, 0.08),
        (fitted(sheet.title, Type(bold, 15.0, 11.0), wide, 16.0), 0.8, 0.08),
    ]
    parts += [(fitted(fact, Type(plain, 12.0, 10.0), wide, 12.0), 0.5, 0.08) for fact in _facts(sheet)]
    if sheet.first_names:
        who = _("Already coming: {names}").format(names=", ".join(sheet.first_names))
        parts.append((fitted(who, Type(plain, 11.0, 9.0), wide, 24.0), 1.0, _GREY))
    bottom = _HEAD_TOP_MM + sum(part.height_mm + above for part, above, _dark in parts)
    missing = fonts.missing("".join((sheet.title, sheet.place, sheet.cost, sheet.group_name, *sheet.first_names)))
    if missing:
        warnings.append(
            text(N_("There are no letters for these signs; they are printed as boxes: {signs}"), signs=missing)
        )
    cut = [f"{part.lines[0].text}…" for part, _above, _dark in parts if part.is_cut]
    if cut:
        warnings.append(text(N_("Too long to print in full: {names}"), names=", ".join(cut)))
    return _Head(tuple(parts), logo, left, max(bottom, 32.0), tuple(warnings))


def _draw_head(pen: Pen, head: _Head, caption: str) -> None:
    if head.logo is not None:
        pen.picture(head.logo, LEFT_MM + 1.0, _HEAD_TOP_MM, _LOGO_MM, _LOGO_MM)
    y = _HEAD_TOP_MM
    for part, above, dark in head.parts:
        y += above
        draw_lines(pen, part, head.left_mm, y, dark)
        y += part.height_mm
    pen.text(caption, 180.0, 28.0, fonts.face("text", 700), 7.5, "center")


def _draw_column_heads(pen: Pen, bottom: float) -> None:
    bold, plain = fonts.face("text", 700), fonts.face("text")
    column = "column of a printed list"
    base, above = bottom - 1.8, bottom - 5.8
    pen.text(p_(column, "Name"), _COLUMNS[0][1] + 1.0, base, bold, 10)
    x, to = _COLUMNS[1][1:]
    pen.line_of_text(fit_line(_("House number or phone"), bold, 10, 7.5, to - x - 2.0)[0], x + 1.0, base)
    along = (_COLUMNS[2][1] + _COLUMNS[3][2]) / 2
    pen.text(_("Who comes along?"), along, above, plain, 9, "center")
    for (_field, left, right), words in zip(_COLUMNS[2:], (_("adults"), _("children")), strict=True):
        pen.line_of_text(fit_line(words, bold, 9, 7.5, right - left - 1.0)[0], (left + right) / 2, base, "center")
    middle = sum(_LIFT) / 2
    pen.text(_("A lift?"), middle, above, plain, 9, "center")
    pen.text(_("yes, please"), middle, base, bold, 9, "center")
    pen.rule(LEFT_MM, bottom, RIGHT_MM, bottom, 0.35)


def _draw_rows(pen: Pen, numbers: Sequence[int], top: float, high: float) -> tuple[list[Box], list[TextField]]:
    boxes: list[Box] = []
    fields: list[TextField] = []
    y = top
    for number in numbers:
        meaning = {"row": number, "person_id": None}
        pen.text(str(number), _NUMBER_X, y + high / 2 + 1.2, fonts.face("text"), 9, "right", _GREY)
        for field, left, right in _COLUMNS:
            fields.append(
                TextField(
                    f"r{number}.{field}",
                    left + _INSET_MM,
                    round(y + _INSET_MM, 3),
                    right - left - 2 * _INSET_MM,
                    round(high - 2 * _INSET_MM, 3),
                    {**meaning, "field": field},
                )
            )
        x = round(sum(_LIFT) / 2 - BOX_MM / 2, 3)
        box = Box(
            f"r{number}.lift",
            x,
            round(y + (high - BOX_MM) / 2, 3),
            BOX_MM,
            BOX_MM,
            "square",
            {**meaning, "field": "lift"},
        )
        pen.frame(box.x_mm, box.y_mm, box.w_mm, box.h_mm, 0.25)
        boxes.append(box)
        y += high
        heavy = number % 5 == 0 or number == numbers[-1]
        # White left and right of the box: a line near it could be taken for ink.
        pen.rule(LEFT_MM, y, _LIFT[0] + 2.0, y, 0.3 if heavy else 0.2, 0.0 if heavy else _RULE_GREY)
    for _field, left, _right in _COLUMNS[1:]:
        pen.rule(left, top, left, y, 0.2, _RULE_GREY)
    pen.rule(_LIFT[0], top, _LIFT[0], y, 0.2, _RULE_GREY)
    return boxes, fields


def _draw_foot(pen: Pen, sheet: SignupSheet, code: str) -> None:
    bold, plain = fonts.face("text", 700), fonts.face("text")
    wide = pen.text(code, RIGHT_MM, _FOOT_Y[0] + 0.4, bold, 11, "right")
    room = RIGHT_MM - _FOOT_X - wide - 4.0
    asked = _("Would you rather call? {contact}").format(contact=sheet.contact) if sheet.contact.strip() else ""
    told = (
        " · ".join(part for part in (sheet.group_name, asked) if part.strip()),
        _("We use your name and number only for this activity and to reach you about it."),
    )
    for sentence, face, y in zip(told, (bold, plain), _FOOT_Y, strict=True):
        if sentence:
            draw_lines(pen, fitted(sentence, Type(face, 8.5, 7.0), room, 3.6), _FOOT_X, y - 2.6, _GREY)
