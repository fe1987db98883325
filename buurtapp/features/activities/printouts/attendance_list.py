"""The attendance list: known names with a box to cross, empty lines for who comes along, and counts at the foot.

It comes home by keyboard, scan or photo, so what it draws it also returns as a layout: each box and writing line with
its meaning, on the tenth of a mm. Measures follow what was found about reading paper: boxes of 4.5 mm, white around
them, at least 8 mm apart, nothing that is read near the edge. On paper stands only what is needed: names, and a
house number where two are alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from buurtapp.core.errors import UserError
from buurtapp.core.geometry import Band, Box, PageLayout, SheetLayout, TextField
from buurtapp.core.i18n import N_, _, text
from buurtapp.features.activities.printouts import attendance_frame as frame
from buurtapp.features.activities.printouts.attendance_rows import (
    BAND_MM,
    WALK_IN_HEADING_MM,
    ListRow,
    band_above,
    measures_of,
    rows_of,
    share_out,
    stretch_mm,
)
from buurtapp.features.activities.records import AttendanceSheet
from buurtapp.printing import codes, fonts, marks
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import Pen, fit_line

Progress = Callable[[int, int], None]

BOX_MM = 4.5
_BOX_LINE_MM = 0.25
_NUMBER_X = 26.5
_NAME_INSET_MM = 1.0
_GREY = 0.35
_RULE_GREY = 0.62
_EVERY = 5
_LEADING = 1.25
_POINT_MM = 25.4 / 72
_CAP = 0.33
"""From the middle of a line of text down to its base line, in parts of its size."""
_INSET_MM = 0.4


@dataclass(slots=True)
class _Page:
    """A page while it is drawn: what stands on it, and how far down it is."""

    y: float
    columns: tuple[frame.Column, ...]
    photo: bool
    boxes: list[Box] = field(default_factory=list)
    fields: list[TextField] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)

    @property
    def names_from_mm(self) -> float:
        return self.columns[0].from_mm

    @property
    def name_x_mm(self) -> float:
        return self.names_from_mm + _NAME_INSET_MM


def attendance_list(sheet: AttendanceSheet, progress: Progress | None = None) -> PrintedPages:
    """Return the list as PDF in the present language, with the layout of every page.

    `progress` is called before the first page and after each one.
    """
    form = codes.parse_code(sheet.code)
    columns = frame.columns_of(sheet.column, photo=sheet.photo)
    listed = rows_of(sheet, columns[0].to_mm - columns[0].from_mm - _NAME_INSET_MM - 2.0)
    header = frame.Header.of(sheet)
    room = frame.BOTTOM_MM - header.rows_from_mm
    sizes = measures_of(sheet)
    shared = share_out(listed.rows, room, sizes.names)
    if len(shared) > codes.MOST_PAGES:
        raise _too_many(len(shared))
    stretch = stretch_mm(shared, room, sizes)
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
        frame.draw_column_heads(pen, columns, header.rows_from_mm, photo=sheet.photo)
        page = _Page(header.rows_from_mm, columns, sheet.photo)
        _draw_rows(pen, rows, page, stretch)
        if number == len(shared):
            frame.draw_notes(pen, page.y)
            page.fields += frame.draw_counts(pen)
        frame.draw_footer(pen, sheet, place)
        made = (tuple(page.boxes), tuple(page.fields), fiducials, tuple(page.bands))
        layouts.append(PageLayout(number, pen.width_mm, pen.height_mm, *made))
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


def _draw_rows(pen: Pen, rows: list[ListRow], page: _Page, stretch: float) -> None:
    """Draw the rows of a page from where it is; note their boxes, writing lines and streets."""
    start = page.y
    for place, row in enumerate(rows):
        band = band_above(rows, place)
        if band or (row.is_walk_in and (place == 0 or not rows[place - 1].is_walk_in)):
            _draw_separators(pen, page, start)
            if band:
                page.bands.append(Band(row.number, band))
                _draw_band(pen, page, band)
            else:
                _draw_walk_in_heading(pen, page, alone=row.number == 1)
            start = page.y
        height = row.height_mm + (0 if row.is_walk_in else stretch)
        _draw_row(pen, row, page, height)
        page.fields += _fields(row, page.columns, page.y, height)
        page.y += height
        last = place + 1 == len(rows) or rows[place + 1].is_walk_in != row.is_walk_in or band_above(rows, place + 1)
        heavy = last or row.number % _EVERY == 0
        _rule(pen, page, 0.3 if heavy else 0.2, 0.0 if heavy else _RULE_GREY)
    _draw_separators(pen, page, start)


def _rule(pen: Pen, page: _Page, thick: float, color: float) -> None:
    """Draw a line under a row, with white left and right of the boxes: a line near a box could be taken for ink."""
    pen.rule(frame.LEFT_MM, page.y, _NUMBER_X, page.y, thick, color)
    pen.rule(page.names_from_mm, page.y, frame.RIGHT_MM, page.y, thick, color)


def _draw_row(pen: Pen, row: ListRow, page: _Page, height: float) -> None:
    middle = page.y + height / 2
    pen.text(str(row.number), _NUMBER_X, middle + 9 * _CAP * _POINT_MM, fonts.face("text"), 9, "right", _GREY)
    for name, center in (("present", frame.PRESENT_MIDDLE_MM), ("photo", frame.PHOTO_MIDDLE_MM)):
        if name == "present" or page.photo:
            meaning = {"row": row.number, "person_id": row.person_id, "field": name}
            left, top = round(center - BOX_MM / 2, 3), round(middle - BOX_MM / 2, 3)
            page.boxes.append(Box(f"r{row.number}.{name}", left, top, BOX_MM, BOX_MM, "square", meaning))
            pen.frame(left, top, BOX_MM, BOX_MM, _BOX_LINE_MM, 0.0)
    below = () if row.note_beside else row.note
    block = sum(line.size for line in (*row.name, *below)) * _LEADING * _POINT_MM
    at = middle - block / 2
    for line, color in [*((line, 0.0) for line in row.name), *((line, _GREY) for line in below)]:
        pitch = line.size * _LEADING * _POINT_MM
        base = at + pitch / 2 + line.size * _CAP * _POINT_MM
        wide = pen.line_of_text(line, page.name_x_mm, base, "left", color)
        if row.note_beside:
            pen.line_of_text(row.note[0], page.name_x_mm + wide + 2.0, base, "left", _GREY)
        at += pitch


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


def _draw_walk_in_heading(pen: Pen, page: _Page, *, alone: bool) -> None:
    face = fonts.face("text", 700)
    if alone:
        sentence = _("Write your name and put a cross.")
    else:
        sentence = _("Not on the list, but here? Write your name and put a cross.")
    pen.text(sentence, page.name_x_mm, page.y + WALK_IN_HEADING_MM - 1.6, face, 10.5)
    page.y += WALK_IN_HEADING_MM
    pen.rule(page.names_from_mm, page.y, frame.RIGHT_MM, page.y, 0.3)


def _draw_band(pen: Pen, page: _Page, street: str) -> None:
    """Draw the street above those who live there, on one line."""
    face, room = fonts.face("text", 700), frame.RIGHT_MM - page.name_x_mm
    made = fit_line(street, face, 11.0, 8.0, room)
    pen.line_of_text(made[0], page.name_x_mm, page.y + BAND_MM - 1.9)
    page.y += BAND_MM
    _rule(pen, page, 0.3, 0.0)


def _draw_separators(pen: Pen, page: _Page, top: float) -> None:
    for column in page.columns[1:]:
        if page.y > top:
            pen.rule(column.from_mm, top, column.from_mm, page.y, 0.2, _RULE_GREY)
