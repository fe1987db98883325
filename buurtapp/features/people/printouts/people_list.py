"""A list of people with chosen columns: by street as people walk, under street signs, or by family name.

On it stands the name and what was chosen, nothing else; the footer names exactly that. Whom to leave out is decided
before (`rules/for_lists.py`); who does not want to be approached, or has a bell that is not to be rung, is marked so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from buurtapp.core.i18n import _, n_, p_
from buurtapp.features.people.papers import PeopleListJob
from buurtapp.features.people.printouts.list_frame import (
    CAP,
    FOOTER_MM,
    GREY,
    MARGIN_MM,
    POINT_MM,
    Fitted,
    Foot,
    Head,
    day_in_words,
    draw_lines,
    draw_plate,
    plate_height_mm,
    warnings_of,
)
from buurtapp.features.people.printouts.people_list_rows import (
    MARK_GAP_MM,
    PADDING_MM,
    Column,
    Heading,
    ListRow,
    Rows,
    columns_of,
    fields_of,
    is_bell_told,
    is_lying,
    share_out,
)
from buurtapp.printing import fonts
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import A4_MM, Pen, fit_line

Progress = Callable[[int, int], None]

TICK_MM = 4.5
_COLUMN_HEADS_MM = 6.0
_RULE_GREY = 0.62


def draw_people_list(job: PeopleListJob, progress: Progress | None = None) -> PrintedPages:
    """Return the list as PDF in the present language; `progress` is called before the first page and after each one."""
    fields = fields_of(job)
    paper = A4_MM[::-1] if is_lying(fields) else A4_MM
    columns = columns_of(fields, MARGIN_MM, paper[0] - MARGIN_MM)
    count = n_("{count} person", "{count} people", len(job.people)).format(count=len(job.people))
    head = Head.of(
        job.title.strip() or _("List of people"),
        [job.group_name, day_in_words(job.day), count],
        paper[0] - 2 * MARGIN_MM,
    )
    rows = Rows.of(job, columns)
    top = head.bottom_mm + _COLUMN_HEADS_MM
    pages = share_out(rows.items, paper[1] - FOOTER_MM - 2.0 - top)
    foot = Foot.of(_on_it(job, fields), _("Confidential, destroy after 4 weeks"), job.day, len(pages))
    pen = Pen(_("List of people"), paper)
    for number, items in enumerate(pages, 1):
        if progress is not None:
            progress(number - 1, len(pages))
        if number > 1:
            pen.next_page()
        head.draw(pen)
        _draw_column_heads(pen, columns, top)
        _draw_items(pen, items, columns, top)
        foot.draw(pen)
    pdf = pen.finish()
    if progress is not None:
        progress(len(pages), len(pages))
    return PrintedPages(pdf, None, len(pages), warnings_of(rows.unreadable, [*head.cut, *rows.cut]))


def _on_it(job: PeopleListJob, fields: Sequence[str]) -> list[str]:
    """Return the kinds of data on the paper, in words; an empty box to tick is none."""
    words = {
        "name": _("name"),
        "street": _("street"),
        "house": _("house number"),
        "address": _("address"),
        "phone": _("phone number"),
        "email": _("e-mail address"),
        "labels": _("labels"),
        "note": _("note"),
        "signature": _("signature"),
    }
    shown = {"name", *fields}
    if job.by_street and any(card.door.street for card in job.people):
        shown.add("street")
    told = [word for field, word in words.items() if field in shown]
    if any(card.do_not_approach for card in job.people):
        told.append(_("who does not want to be approached"))
    if any(is_bell_told(card, job) for card in job.people):
        told.append(_("where not to ring the bell"))
    return told


def _head_of(field: str) -> str:
    """Return the heading of a column."""
    return {
        "house": _("No."),
        "name": p_("column of a printed list", "Name"),
        "address": _("Address"),
        "phone": p_("column of a printed list", "Phone"),
        "email": _("E-mail"),
        "labels": _("Labels"),
        "note": _("Note"),
        "signature": p_("column of a printed list", "Signature"),
    }.get(field, "")


def _draw_column_heads(pen: Pen, columns: Sequence[Column], bottom_mm: float) -> None:
    face = fonts.face("text", 700)
    for column in columns:
        heading = _head_of(column.field)
        if heading:
            made = fit_line(heading, face, 10, 7, column.room_mm)[0]
            pen.line_of_text(made, column.from_mm + PADDING_MM, bottom_mm - 1.7)
    pen.rule(MARGIN_MM, bottom_mm, pen.width_mm - MARGIN_MM, bottom_mm, 0.4)


def _draw_items(pen: Pen, items: Sequence[Heading | ListRow], columns: Sequence[Column], top_mm: float) -> None:
    if not items:
        pen.text(_("There is nobody on this list."), MARGIN_MM + PADDING_MM, top_mm + 8.0, fonts.face("text"), 11)
    y = top_mm
    for item in items:
        if isinstance(item, Heading):
            _draw_heading(pen, item, y)
        else:
            _draw_row(pen, item, columns, y)
        y += item.height_mm
        heavy = isinstance(item, Heading)
        pen.rule(MARGIN_MM, y, pen.width_mm - MARGIN_MM, y, 0.3 if heavy else 0.15, 0.0 if heavy else _RULE_GREY)


def _draw_heading(pen: Pen, heading: Heading, y: float) -> None:
    top = y + heading.sign_from_mm
    wide = draw_plate(pen, heading.words, MARGIN_MM, top)
    beside = n_("{count} person", "{count} people", heading.people).format(count=heading.people)
    if heading.continued:
        beside = _("continued")
    base = top + plate_height_mm(heading.words) / 2 + 10 * CAP * POINT_MM
    pen.text(beside, MARGIN_MM + wide + 2.5, base, fonts.face("text"), 10, "left", GREY)


def _draw_row(pen: Pen, row: ListRow, columns: Sequence[Column], y: float) -> None:
    middle = y + row.line_mm / 2
    for column, cell in zip(columns, row.cells, strict=True):
        x = column.from_mm + PADDING_MM
        if column.field == "tick":
            left = (column.from_mm + column.to_mm - TICK_MM) / 2
            pen.frame(left, middle - TICK_MM / 2, TICK_MM, TICK_MM, 0.3)
        elif column.field == "signature":
            base = y + row.line_mm - 2.2
            pen.rule(x, base, column.to_mm - PADDING_MM, base, 0.2, GREY)
        elif column.field == "name":
            _draw_name(pen, row, cell, x, y)
        elif cell is not None:
            draw_lines(pen, cell, x, y + row.top_mm(cell.height_mm), 0.08)


def _draw_name(pen: Pen, row: ListRow, name: Fitted | None, x: float, y: float) -> None:
    """Draw the name, and beside or below it that somebody is to be left alone."""
    block = name.height_mm if name is not None else 0.0
    below = row.mark.height_mm + 1.6 if row.mark is not None and not row.mark_beside else 0.0
    top = y + row.top_mm(block + below)
    if name is not None:
        draw_lines(pen, name, x, top, 0.08)
    if row.mark is None:
        return
    mark_x = x + (name.width_mm + MARK_GAP_MM if name is not None and row.mark_beside else 0.0)
    mark_y = y + row.top_mm(row.mark.height_mm) if row.mark_beside else top + block + 1.0
    pen.frame(mark_x, mark_y - 0.5, row.mark.width_mm + 3.0, row.mark.height_mm + 1.0, 0.35, radius_mm=0.8)
    draw_lines(pen, row.mark, mark_x + 1.5, mark_y, 0.08)
