"""The jobs of a run sheet as rows: laid out once, shared out over pages, drawn with their box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from buurtapp.core.geometry import Box
from buurtapp.core.i18n import _, p_
from buurtapp.features.activities.runsheet.printouts import measures as m
from buurtapp.features.activities.runsheet.printouts.icons import draw_icon
from buurtapp.features.activities.runsheet.records import PHASES, PaperJob
from buurtapp.features.activities.runsheet.wording import PHASE_WORDS
from buurtapp.features.people.printouts.list_frame import CAP, LEADING, POINT_MM, Fitted, Type, draw_lines, fitted
from buurtapp.printing import fonts
from buurtapp.printing.pen import Pen

_MOST_MM = 40.0


@dataclass(frozen=True, slots=True)
class Row:
    """A job, with its words broken into lines."""

    job: PaperJob
    when: Fitted
    title: Fitted
    who: Fitted
    needs: Fitted
    height_mm: float

    @classmethod
    def of(cls, job: PaperJob, density: m.Density) -> Row:
        """Lay out a job."""
        plain, bold = fonts.face("text"), fonts.face("text", 700)
        size = density.size
        is_clock = len(job.when) <= 5
        heavy = Type(fonts.face("text", 800), min(12.5, size + 2.0) if is_clock else size, 7.5)
        # Nobody yet: a line to write on says more than a gap.
        who = job.who or "…………………"
        cells = (
            fitted(job.when, heavy, m.TITLE_MM - m.WHEN_MM - 1.0, 9.0),
            fitted(job.title, Type(plain, size, size), m.WHO_MM - m.TITLE_MM - 2.0, _MOST_MM),
            fitted(who, Type(bold if job.is_for_all else plain, size, size), m.NEEDS_MM - m.WHO_MM - 2.0, _MOST_MM),
            fitted(job.needs, Type(plain, size, size), m.TICK_MM - m.NEEDS_MM - 1.0, _MOST_MM),
        )
        return cls(job, *cells, max(density.row_mm, _block_mm(cells) + 2 * density.pad_mm))

    @property
    def cut(self) -> list[str]:
        """What could not be printed in full."""
        cells = (self.title, self.who, self.needs)
        return [cell.lines[0].text for cell in cells if cell.is_cut and cell.lines]


@dataclass(frozen=True, slots=True)
class Band:
    """The band above a phase; `goes_on`: its jobs began on the page before."""

    phase: str
    goes_on: bool = False
    height_mm: float = m.BAND_MM


def _shift_mm(cell: Fitted, cells: Sequence[Fitted]) -> float:
    """Return how much lower a cell begins, so that the first lines of a row stand on one base line."""
    sizes = [one.lines[0].size for one in cells if one.lines]
    return (max(sizes) - cell.lines[0].size) * (LEADING / 2 + CAP) * POINT_MM if cell.lines else 0.0


def _block_mm(cells: Sequence[Fitted]) -> float:
    """Return how high the words of a row are together."""
    return max((_shift_mm(cell, cells) + cell.height_mm for cell in cells), default=0.0)


def items_of(jobs: Sequence[PaperJob], density: m.Density) -> list[tuple[Band, list[Row]]]:
    """Return the phases that have jobs, with their rows."""
    found = []
    for phase in PHASES:
        rows = [Row.of(job, density) for job in jobs if job.phase == phase]
        if rows:
            found.append((Band(phase), rows))
    return found


def share_out(phases: Sequence[tuple[Band, Sequence[Row]]], first_mm: float, next_mm: float) -> list[list[Band | Row]]:
    """Return the bands and rows of each page; a row is never split and a band never stands alone at the foot.

    `first_mm` and `next_mm` are how much room the first and the following pages have below the head of the table.
    """
    pages: list[list[Band | Row]] = [[]]
    left = first_mm
    for band, rows in phases:
        for at, row in enumerate(rows):
            need = row.height_mm + (band.height_mm if at == 0 else 0.0)
            if need > left and pages[-1]:
                pages.append([])
                left = next_mm
                if at:
                    pages[-1].append(Band(band.phase, goes_on=True))
                    left -= band.height_mm
            if at == 0:
                pages[-1].append(band)
            pages[-1].append(row)
            left -= need
    return pages


def used_mm(items: Sequence[Band | Row]) -> float:
    """Return how high these rows are together."""
    return sum(item.height_mm for item in items)


def draw_head(pen: Pen, y: float) -> float:
    """Draw the heads of the columns; return where the rows begin."""
    face = fonts.face("text", 700)
    base = y + m.HEAD_MM - 2.0
    heads = (
        (m.WHEN_MM, p_("column of the run sheet", "when")),
        (m.TITLE_MM, p_("column of the run sheet", "what")),
        (m.WHO_MM, p_("column of the run sheet", "who")),
        (m.NEEDS_MM, p_("column of the run sheet", "what is needed")),
    )
    for x, words in heads:
        pen.text(words, x, base, face, 9.5)
    pen.text(p_("column of the run sheet", "done"), m.RIGHT_MM, base, face, 9.5, "right")
    pen.rule(m.LEFT_MM, y + m.HEAD_MM, m.RIGHT_MM, y + m.HEAD_MM, 0.35)
    return y + m.HEAD_MM


def draw_items(pen: Pen, items: Sequence[Band | Row], y: float, *, saving: bool) -> Iterator[Box]:
    """Draw the rows of a page from a height downwards; yield their boxes."""
    for item in items:
        if isinstance(item, Band):
            _draw_band(pen, item, y, saving=saving)
        else:
            box = _draw_row(pen, item, y, saving=saving)
            if box is not None:
                yield box
        y += item.height_mm


def _draw_band(pen: Pen, band: Band, y: float, *, saving: bool) -> None:
    words = PHASE_WORDS[band.phase].render()
    if band.goes_on:
        words = _("{phase} (continued)").format(phase=words)
    base = y + band.height_mm / 2 + 10.5 * CAP * POINT_MM
    if saving:
        pen.text(words, m.WHEN_MM, base, fonts.face("text", 700), 10.5)
        pen.rule(m.LEFT_MM, y + band.height_mm, m.RIGHT_MM, y + band.height_mm, 0.35)
        return
    pen.frame(m.LEFT_MM, y, m.WIDTH_MM, band.height_mm, 0.0, filling=m.GREEN)
    pen.text(words, m.WHEN_MM, base, fonts.face("text", 700), 10.5, "left", m.WHITE)


def _draw_row(pen: Pen, row: Row, y: float, *, saving: bool) -> Box | None:
    high = row.height_mm
    if row.job.is_for_all and not saving:
        pen.frame(m.LEFT_MM, y, m.TICK_MM - m.LEFT_MM, high, 0.0, filling=m.TINT)
    columns = ((m.WHEN_MM, row.when), (m.TITLE_MM, row.title), (m.WHO_MM, row.who), (m.NEEDS_MM, row.needs))
    # The first lines stand on one base line, however many there are.
    top = y + (high - _block_mm([cell for _x, cell in columns])) / 2
    for x, cell in columns:
        draw_lines(pen, cell, x, top + _shift_mm(cell, [one for _x, one in columns]), m.INK)
    pen.rule(m.LEFT_MM, y + high, m.TICK_MM, y + high, 0.15, m.RULE_GREY)
    middle, x = y + high / 2, (m.TICK_MM + m.RIGHT_MM) / 2 + 1.5
    if row.job.is_done:
        draw_icon(pen, "check", x - 2.4, middle - 2.4, 4.8)
        return None
    box = Box(
        f"j{row.job.id}.done",
        round(x - m.BOX_MM / 2, 3),
        round(middle - m.BOX_MM / 2, 3),
        m.BOX_MM,
        m.BOX_MM,
        "square",
        {"job": row.job.id, "field": "done"},
    )
    pen.frame(box.x_mm, box.y_mm, box.w_mm, box.h_mm, m.BOX_LINE_MM, 0.0, filling=1.0)
    return box
