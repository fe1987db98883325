"""The attendance list: known names with a box to cross, empty lines for who comes along, and counts at the foot.

It comes home by keyboard, scan or photo, so what it draws it also returns as a layout: each box and writing line with
its meaning, on the tenth of a mm. Measures follow what was found about reading paper: boxes of 4.5 mm, white around
them, at least 8 mm apart, nothing that is read near the edge. On paper stands only what is needed: names, and a
house number where two are alike.
"""

from __future__ import annotations

from collections.abc import Callable

from buurtapp.core.errors import UserError
from buurtapp.core.geometry import Box, PageLayout, SheetLayout, TextField
from buurtapp.core.i18n import N_, _, text
from buurtapp.features.activities.printouts import attendance_frame as frame
from buurtapp.features.activities.printouts.attendance_rows import (
    WALK_IN_HEADING_MM,
    ListRow,
    rows_of,
    share_out,
    stretch_mm,
)
from buurtapp.features.activities.records import AttendanceSheet
from buurtapp.printing import codes, fonts, marks
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import Pen

Progress = Callable[[int, int], None]

BOX_MM = 4.5
_BOX_LINE_MM = 0.25
_BOX_X = 29.0
_NUMBER_X = 26.5
_NAME_X = 37.0
_GREY = 0.35
_RULE_GREY = 0.62
_EVERY = 5
_LEADING = 1.25
_POINT_MM = 25.4 / 72
_CAP = 0.33
"""From the middle of a line of text down to its base line, in parts of its size."""
_INSET_MM = 0.4


def attendance_list(sheet: AttendanceSheet, progress: Progress | None = None) -> PrintedPages:
    """Return the list as PDF in the present language, with the layout of every page.

    `progress` is called before the first page and after each one.
    """
    form = codes.parse_code(sheet.code)
    columns = frame.columns_of(sheet.column)
    listed = rows_of(sheet, columns[0].to_mm - _NAME_X - 2.0)
    header = frame.Header.of(sheet)
    room = frame.BOTTOM_MM - header.rows_from_mm
    shared = share_out(listed.rows, room)
    if len(shared) > codes.MOST_PAGES:
        raise _too_many(len(shared))
    stretch = stretch_mm(shared, room)
    pen = Pen(_("Attendance list {code}").format(code=codes.human_code(form)))
    layouts = []
    for number, rows in enumerate(shared, 1):
        if progress is not None:
            progress(number - 1, len(shared))
        if number > 1:
            pen.next_page()
        fiducials = marks.fiducials(pen.width_mm, pen.height_mm, form, number)
        pen.fiducials(fiducials)
        place = frame.Place(codes.human_code(form), number, len(shared))
        header.draw(pen, place)
        frame.draw_column_heads(pen, columns, header.rows_from_mm)
        boxes, fields, used = _draw_rows(pen, rows, columns, header.rows_from_mm, stretch)
        if number == len(shared):
            frame.draw_notes(pen, used)
            fields += frame.draw_counts(pen)
        frame.draw_footer(pen, sheet, place)
        layouts.append(PageLayout(number, pen.width_mm, pen.height_mm, tuple(boxes), tuple(fields), fiducials))
    pdf = pen.finish()
    if progress is not None:
        progress(len(shared), len(shared))
    layout = SheetLayout("attendance", codes.human_code(form), tuple(layouts))
    return PrintedPages(pdf, layout, len(shared), (*listed.warnings, *header.warnings))


def _too_many(pages: int) -> UserError:
    return UserError(
        "too_many_pages",
        text(N_("This list would have {pages} pages; {most} is the most."), pages=pages, most=codes.MOST_PAGES),
        text(N_("Split the activity in two, and print a list for each.")),
    )


def _draw_rows(
    pen: Pen, rows: list[ListRow], columns: tuple[frame.Column, ...], top: float, stretch: float
) -> tuple[list[Box], list[TextField], float]:
    """Draw the rows of a page; return their boxes and writing lines, and where the last row ends."""
    boxes: list[Box] = []
    fields: list[TextField] = []
    y = start = top
    for place, row in enumerate(rows):
        if row.is_walk_in and (place == 0 or not rows[place - 1].is_walk_in):
            _draw_separators(pen, columns, start, y)
            start = y = _draw_walk_in_heading(pen, y, alone=row.number == 1)
        height = row.height_mm + (0 if row.is_walk_in else stretch)
        boxes.append(_draw_row(pen, row, y, height))
        fields += _fields(row, columns, y, height)
        y += height
        last = place + 1 == len(rows) or rows[place + 1].is_walk_in != row.is_walk_in
        heavy = last or row.number % _EVERY == 0
        _rule(pen, y, 0.3 if heavy else 0.2, 0.0 if heavy else _RULE_GREY)
    _draw_separators(pen, columns, start, y)
    return boxes, fields, y


def _rule(pen: Pen, y: float, thick: float, color: float) -> None:
    """Draw a line under a row, with white left and right of the boxes: a line near a box could be taken for ink."""
    pen.rule(frame.LEFT_MM, y, _NUMBER_X, y, thick, color)
    pen.rule(frame.NAMES_FROM_MM, y, frame.RIGHT_MM, y, thick, color)


def _draw_row(pen: Pen, row: ListRow, y: float, height: float) -> Box:
    middle = y + height / 2
    pen.text(str(row.number), _NUMBER_X, middle + 9 * _CAP * _POINT_MM, fonts.face("text"), 9, "right", _GREY)
    box = Box(
        f"r{row.number}.present",
        _BOX_X,
        round(middle - BOX_MM / 2, 3),
        BOX_MM,
        BOX_MM,
        "square",
        {"row": row.number, "person_id": row.person_id, "field": "present"},
    )
    pen.frame(box.x_mm, box.y_mm, box.w_mm, box.h_mm, _BOX_LINE_MM, 0.0)
    below = () if row.note_beside else row.note
    block = sum(line.size for line in (*row.name, *below)) * _LEADING * _POINT_MM
    at = middle - block / 2
    for line, color in [*((line, 0.0) for line in row.name), *((line, _GREY) for line in below)]:
        pitch = line.size * _LEADING * _POINT_MM
        base = at + pitch / 2 + line.size * _CAP * _POINT_MM
        wide = pen.line_of_text(line, _NAME_X, base, "left", color)
        if row.note_beside:
            pen.line_of_text(row.note[0], _NAME_X + wide + 2.0, base, "left", _GREY)
        at += pitch
    return box


def _fields(row: ListRow, columns: tuple[frame.Column, ...], y: float, height: float) -> list[TextField]:
    """Return the writing lines of a row: the name of who came along, and the columns beside the names."""
    return [
        TextField(
            f"r{row.number}.{column.field}",
            column.from_mm + _INSET_MM,
            round(y + _INSET_MM, 3),
            column.to_mm - column.from_mm - 2 * _INSET_MM,
            round(height - 2 * _INSET_MM, 3),
            {"row": row.number, "person_id": row.person_id, "field": column.field},
        )
        for column in columns
        if row.is_walk_in or column.field != "name"
    ]


def _draw_walk_in_heading(pen: Pen, y: float, *, alone: bool) -> float:
    face = fonts.face("text", 700)
    if alone:
        sentence = _("Write your name and put a cross.")
    else:
        sentence = _("Not on the list, but here? Write your name and put a cross.")
    pen.text(sentence, _NAME_X, y + WALK_IN_HEADING_MM - 1.6, face, 10.5)
    bottom = y + WALK_IN_HEADING_MM
    pen.rule(frame.NAMES_FROM_MM, bottom, frame.RIGHT_MM, bottom, 0.3)
    return bottom


def _draw_separators(pen: Pen, columns: tuple[frame.Column, ...], top: float, bottom: float) -> None:
    for column in columns[1:]:
        if bottom > top:
            pen.rule(column.from_mm, top, column.from_mm, bottom, 0.2, _RULE_GREY)
