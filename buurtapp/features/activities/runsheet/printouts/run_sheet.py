"""The run sheet on one page: facts, jobs with a box each, whom to ring, what to bring, emergencies, plan B, afterwards.

It comes home by keyboard or photo, so what it draws it also returns as a layout. Rows are never split; on a second
page the head of the table and the band of the phase stand again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from buurtapp.core.errors import UserError
from buurtapp.core.geometry import Box, PageLayout, SheetLayout, TextField
from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.features.activities.printouts.attendance_frame import Place
from buurtapp.features.activities.runsheet.printouts import boxes, rows
from buurtapp.features.activities.runsheet.printouts import measures as m
from buurtapp.features.activities.runsheet.printouts.boxes import Block
from buurtapp.features.activities.runsheet.printouts.head import Head, draw_footer
from buurtapp.features.activities.runsheet.printouts.rows import Band, Row
from buurtapp.features.activities.runsheet.records import RUN_SHEET, PaperSheet
from buurtapp.printing import codes, fonts, marks
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import Pen

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on a page: rows, and blocks below them."""

    items: tuple[Band | Row, ...]
    blocks: tuple[Block, ...]


def run_sheet(sheet: PaperSheet, progress: Progress | None = None) -> PrintedPages:
    """Return the run sheet as PDF in the present language, with the layout of every page.

    `progress` is called before the first page and after each one. Raises UserError "too_many_pages".
    """
    form = codes.parse_code(sheet.code)
    head = Head.of(sheet)
    pages, cut = _closest(sheet, head)
    if len(pages) > codes.MOST_PAGES:
        raise _too_many(len(pages))
    pen = Pen(_("Run sheet {code}").format(code=codes.human_code(form)))
    layouts = []
    for number, page in enumerate(pages, 1):
        if progress is not None:
            progress(number - 1, len(pages))
        if number > 1:
            pen.next_page()
        fiducials = marks.fiducials(pen.width_mm, pen.height_mm, form, number)
        pen.fiducials(fiducials)
        place = Place(codes.human_code(form), number, len(pages))
        head.draw(pen, sheet, place)
        ticks, fields = _draw_page(pen, sheet, page, head.top_mm if number == 1 else head.next_mm)
        draw_footer(pen, sheet, place)
        layouts.append(PageLayout(number, pen.width_mm, pen.height_mm, tuple(ticks), tuple(fields), fiducials))
    pdf = pen.finish()
    if progress is not None:
        progress(len(pages), len(pages))
    layout = SheetLayout(RUN_SHEET, codes.human_code(form), tuple(layouts))
    return PrintedPages(pdf, layout, len(pages), (*head.warnings, *_warnings(sheet, cut)))


def _closest(sheet: PaperSheet, head: Head) -> tuple[list[_Page], list[str]]:
    """Return the pages in the roomiest way that needs no more of them, and what was cut."""
    blocks = boxes.blocks_of(sheet)
    best: list[_Page] = []
    cut: list[str] = []
    for density in m.DENSITIES:
        phases = rows.items_of(sheet.jobs, density)
        pages = _paged(phases, blocks, head)
        if not best or len(pages) < len(best):
            best, cut = pages, [words for _band, several in phases for row in several for words in row.cut]
        if len(best) == 1:
            break
    return best, [*cut, *(words for block in blocks for words in boxes.cut_in(block))]


def _paged(phases: Sequence[tuple[Band, Sequence[Row]]], blocks: Sequence[Block], head: Head) -> list[_Page]:
    first, following = (m.BOTTOM_MM - top - m.HEAD_MM for top in (head.top_mm, head.next_mm))
    shared = rows.share_out(phases, first, following)
    pages = [_Page(tuple(items), ()) for items in shared]
    left = (first if len(pages) == 1 else following) - rows.used_mm(shared[-1])
    if not shared[-1]:
        left += m.HEAD_MM
    for block in blocks:
        need = block.height_mm + m.GAP_MM
        if need > left:
            pages.append(_Page((), ()))
            left = m.BOTTOM_MM - head.next_mm
        pages[-1] = _Page(pages[-1].items, (*pages[-1].blocks, block))
        left -= need
    return pages


def _draw_page(pen: Pen, sheet: PaperSheet, page: _Page, top: float) -> tuple[list[Box], list[TextField]]:
    ticks: list[Box] = []
    y = top
    if page.items:
        y = rows.draw_head(pen, y)
        ticks = list(rows.draw_items(pen, page.items, y, saving=sheet.saving))
        y += rows.used_mm(page.items)
    elif pen.page == 1 and not sheet.jobs:
        pen.text(_("There are no jobs left to do."), m.WHEN_MM, y + 6.0, fonts.face("text"), 11)
        y += m.HEAD_MM
    fields: list[TextField] = []
    for block in page.blocks:
        y += m.GAP_MM
        fields += block.draw(pen, y)
        y += block.height_mm
    return ticks, fields


def _too_many(pages: int) -> UserError:
    return UserError(
        "too_many_pages",
        text(N_("This run sheet would have {pages} pages; {most} is the most."), pages=pages, most=codes.MOST_PAGES),
        text(N_("Shorten the jobs, or split the activity in two.")),
    )


def _warnings(sheet: PaperSheet, cut: Sequence[str]) -> list[Text]:
    found = []
    written = "".join(
        [sheet.title, sheet.place, *(f"{job.title}{job.who}{job.needs}" for job in sheet.jobs), *_facts(sheet)]
    )
    missing = fonts.missing(" ".join(written.split()))
    if missing:
        found.append(
            text(N_("There are no letters for these signs; they are printed as boxes: {signs}"), signs=missing[:40])
        )
    if cut:
        found.append(text(N_("Too long to print in full: {names}"), names=", ".join(f"{one[:60]}…" for one in cut)))
    return found


def _facts(sheet: PaperSheet) -> tuple[str, ...]:
    return sheet.facts.supplies, sheet.facts.emergency, sheet.facts.plan_b, sheet.notice
