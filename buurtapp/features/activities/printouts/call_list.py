"""The call list of an activity: name, address, phone, best time, a box for who was reached, and room for a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buurtapp.core.i18n import _, n_, p_
from buurtapp.features.activities.printouts.attendance_frame import day_in_words
from buurtapp.features.activities.records import CallList, CallRow
from buurtapp.features.people.printouts.list_frame import (
    FOOTER_MM,
    GREY,
    MARGIN_MM,
    Fitted,
    Foot,
    Head,
    Type,
    draw_lines,
    fitted,
    warnings_of,
)
from buurtapp.printing import fonts
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import A4_MM, Pen, fit_line

_PAPER = (A4_MM[1], A4_MM[0])
_TICK_MM, _PAD_MM = 5.0, 2.0
_HEADS_MM, _LEAST_MM, _MOST_MM = 7.0, 13.0, 60.0
_RULE_GREY = 0.62
_COLUMNS = (("name", 14.0, 74.0), ("address", 74.0, 122.0), ("phone", 122.0, 160.0), ("time", 160.0, 190.0))
_REACHED, _NOTE = (190.0, 210.0), (210.0, 283.0)


@dataclass(frozen=True, slots=True)
class _Row:
    """Somebody, laid out: the cells, what stands below the name, and how high that is."""

    cells: tuple[Fitted, ...]
    hint: Fitted | None
    height_mm: float


def draw_call_list(job: CallList, who: str) -> PrintedPages:
    """Return the list as PDF in the present language; `who` says in words who is called."""
    count = n_("{count} person", "{count} people", len(job.people)).format(count=len(job.people))
    head = Head.of(
        _("Call list: {who}").format(who=who),
        [job.title, day_in_words(job.starts_at.date()), job.group_name, count],
        _PAPER[0] - 2 * MARGIN_MM,
    )
    rows = [_laid_out(one) for one in job.people]
    top = head.bottom_mm + _HEADS_MM
    pages = _shared(rows, _PAPER[1] - FOOTER_MM - 2.0 - top)
    on_it = [_("name"), _("address"), _("phone number")]
    on_it += [_("best time to call")] if any(one.best_time for one in job.people) else []
    on_it += [_("who comes along and who needs a lift")] if any(one.hint for one in job.people) else []
    foot = Foot.of(on_it, _("Confidential, destroy after 4 weeks"), job.printed_on, len(pages))
    pen = Pen(_("Call list"), _PAPER)
    for number, items in enumerate(pages):
        if number:
            pen.next_page()
        head.draw(pen)
        _draw_heads(pen, top)
        _draw_rows(pen, items, top)
        foot.draw(pen)
    unreadable = [one.name for one in job.people if fonts.missing(one.name)]
    cut = [one.name for one, row in zip(job.people, rows, strict=True) if any(cell.is_cut for cell in row.cells)]
    return PrintedPages(pen.finish(), None, len(pages), warnings_of(unreadable, [*head.cut, *cut]))


def _laid_out(one: CallRow) -> _Row:
    phones = "\n".join(one.phones) or _("no number known")
    words = {"name": one.name, "address": one.address, "phone": phones, "time": one.best_time}
    cells = []
    for field, left, right in _COLUMNS:
        face = fonts.face("text", 700 if field in {"name", "phone"} else 400)
        cells.append(
            fitted(words[field], Type(face, 11.5, 9.0), right - left - _PAD_MM, _MOST_MM)
            if words[field]
            else Fitted(())
        )
    wide = _COLUMNS[0][2] - _COLUMNS[0][1] - _PAD_MM
    hint = fitted(one.hint, Type(fonts.face("text"), 9.5, 8.5), wide, 12.0) if one.hint else None
    below = hint.height_mm if hint is not None else 0.0
    high = max(cells[0].height_mm + below, *(cell.height_mm for cell in cells[1:]))
    return _Row(tuple(cells), hint, max(_LEAST_MM, high + 3.0))


def _shared(rows: Sequence[_Row], room_mm: float) -> list[list[_Row]]:
    pages: list[list[_Row]] = [[]]
    used = 0.0
    for row in rows:
        if pages[-1] and used + row.height_mm > room_mm:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += row.height_mm
    return pages


def _draw_heads(pen: Pen, bottom: float) -> None:
    bold = fonts.face("text", 700)
    column = "column of a printed list"
    words = (p_(column, "Name"), _("Address"), p_(column, "Phone"), _("Best time"))
    for (_field, left, right), said in zip(_COLUMNS, words, strict=True):
        pen.line_of_text(fit_line(said, bold, 10, 7, right - left - _PAD_MM)[0], left, bottom - 1.8)
    pen.line_of_text(fit_line(_("Reached"), bold, 10, 7, 19.0)[0], sum(_REACHED) / 2, bottom - 1.8, "center")
    pen.text(p_(column, "Remark"), _NOTE[0] + 2.0, bottom - 1.8, bold, 10)
    pen.rule(MARGIN_MM, bottom, _NOTE[1], bottom, 0.4)


def _draw_rows(pen: Pen, rows: Sequence[_Row], top: float) -> None:
    y = top
    for row in rows:
        middle = y + row.height_mm / 2
        for (_field, left, _right), cell in zip(_COLUMNS, row.cells, strict=True):
            below = row.hint.height_mm if row.hint is not None and left == _COLUMNS[0][1] else 0.0
            start = middle - (cell.height_mm + below) / 2
            draw_lines(pen, cell, left, start, 0.08)
            if row.hint is not None and below:
                draw_lines(pen, row.hint, left, start + cell.height_mm, GREY)
        x = sum(_REACHED) / 2 - _TICK_MM / 2
        pen.frame(x, middle - _TICK_MM / 2, _TICK_MM, _TICK_MM, 0.3)
        pen.rule(_NOTE[0] + 2.0, y + row.height_mm - 3.0, _NOTE[1], y + row.height_mm - 3.0, 0.2, 0.45)
        y += row.height_mm
        pen.rule(MARGIN_MM, y, _NOTE[1], y, 0.15, _RULE_GREY)
