"""A paper that is told from top to bottom: blocks that are put on pages one after the other, none torn in two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from buurtapp.printing import fonts, lines
from buurtapp.printing.pen import INK, Color, Pen

MARGIN_MM = 18.0
TOP_MM, BOTTOM_MM = 18.0, 275.0
WIDE_MM = 210.0 - 2 * MARGIN_MM
POINT_MM = 25.4 / 72
GREY = 0.36
GREEN: Color = (0.090, 0.380, 0.310)
SOFT: Color = (0.369, 0.624, 0.529)
PALE: Color = (0.612, 0.780, 0.710)
REST: Color = (0.922, 0.910, 0.863)
AMBER: Color = (0.541, 0.294, 0.0)
BRICK: Color = (0.639, 0.188, 0.102)
AMBER_TINT: Color = (0.988, 0.922, 0.820)
Draw = Callable[[Pen, float], None]


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a height, drawn from a top downwards; `stays` keeps it on the page of the next one.

    `head` is drawn once more above it when it begins a page: the heads of the columns.
    """

    height_mm: float
    draw: Draw
    stays: bool = False
    head: Block | None = None
    begins_page: bool = False


Placed = tuple[float, Block]
"""From the top of the paper, in mm, and what stands there."""


def share_out(blocks: Sequence[Block]) -> list[list[Placed]]:
    """Return the pages: for each what stands where."""
    pages: list[list[Placed]] = [[]]
    y = TOP_MM
    at = 0
    while at < len(blocks):
        together = [blocks[at]]
        while together[-1].stays and at + len(together) < len(blocks):
            together.append(blocks[at + len(together)])
        if y > TOP_MM and (together[0].begins_page or y + sum(block.height_mm for block in together) > BOTTOM_MM):
            pages.append([])
            y = TOP_MM
            head = together[0].head
            if head is not None:
                pages[-1].append((y, head))
                y += head.height_mm
        pages[-1].append((y, blocks[at]))
        y += blocks[at].height_mm
        at += 1
    return pages


def next_page() -> Block:
    """Return what sends all that comes behind it to the next page."""
    return Block(0.0, lambda _pen, _y: None, stays=True, begins_page=True)


def gap(height_mm: float) -> Block:
    """Return nothing, so high."""
    return Block(height_mm, lambda _pen, _y: None, stays=False)


def heading(words: str, size: float = 15.0) -> list[Block]:
    """Return a heading with room above it; what comes next stays below it."""
    face = fonts.face("display", 800)
    made = lines.wrap(words, face, size, WIDE_MM / POINT_MM)
    pitch = size * 1.15 * POINT_MM
    blocks = [Block(pitch, _putting(line, 0.0, pitch, INK), stays=True) for line in made]
    return [Block(5.0, lambda _pen, _y: None, stays=True), *blocks, Block(1.6, lambda _pen, _y: None, stays=True)]


def _putting(line: lines.Line, indent_mm: float, pitch: float, color: Color) -> Draw:
    """Return what draws a line; one that runs from right to left begins at the right."""

    def draw(pen: Pen, y: float) -> None:
        if line.right_to_left:
            pen.line_of_text(line, MARGIN_MM + WIDE_MM, y + pitch * 0.78, "right", color)
        else:
            pen.line_of_text(line, MARGIN_MM + indent_mm, y + pitch * 0.78, "left", color)

    return draw


def paragraph(
    words: str, size: float = 11.0, weight: int = 400, color: Color = INK, indent_mm: float = 0.0
) -> list[Block]:
    """Return a text as lines, each of which may stand on the next page."""
    made = lines.wrap(words, fonts.face("text", weight), size, (WIDE_MM - indent_mm) / POINT_MM)
    pitch = size * 1.38 * POINT_MM
    return [Block(pitch, _putting(line, indent_mm, pitch, color)) for line in made]


def quote(words: str) -> list[Block]:
    """Return a text beside a green bar."""
    face, size = fonts.face("text", 500), 11.5
    made = lines.wrap(words, face, size, (WIDE_MM - 6) / POINT_MM)
    pitch = size * 1.38 * POINT_MM

    def draw(pen: Pen, y: float) -> None:
        pen.frame(MARGIN_MM, y, 1.0, pitch * len(made), 0.0, filling=GREEN)
        for at, line in enumerate(made):
            _putting(line, 5.0, pitch, INK)(pen, y + at * pitch)

    return [gap(3.0), Block(pitch * len(made), draw)]


def short(words: str, face: str, size: float, wide_mm: float) -> lines.Line:
    """Return a text on one line: smaller where it must be, and then with its end left out."""
    flat = " ".join(words.split())
    for tried in (size, size * 0.92, size * 0.84):
        made = lines.line(flat, face, tried)
        if made.width * POINT_MM <= wide_mm:
            return made
    cut = lines.wrap(flat, face, size * 0.84, wide_mm / POINT_MM - fonts.width("…", face, size * 0.84))
    return lines.line(f"{cut[0].text.rstrip()}…", face, size * 0.84)


def dashed(pen: Pen, x: float, y: float, wide: float, high: float) -> None:
    """Draw an amber frame of dashes: something is missing here."""
    pen.frame(x, y, wide, high, 0.0, filling=AMBER_TINT, radius_mm=0.8)
    pen.canvas.setDash([3, 2])
    pen.frame(x, y, wide, high, 0.35, AMBER, radius_mm=0.8)
    pen.canvas.setDash([])


def gap_box(words: str, x: float = MARGIN_MM, wide: float = WIDE_MM) -> list[Block]:
    """Return words in an amber frame of dashes, over several lines when need be."""
    face, size = fonts.face("text", 600), 10.5
    made = lines.wrap(words, face, size, (wide - 6) / POINT_MM)
    pitch = size * 1.32 * POINT_MM
    high = pitch * len(made) + 3.2

    def draw(pen: Pen, y: float) -> None:
        dashed(pen, x, y, wide, high)
        for at, line in enumerate(made):
            pen.line_of_text(line, x + 3, y + 1.6 + at * pitch + pitch * 0.76, "left", AMBER)

    return [Block(high + 1.6, draw)]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, how wide it is in mm, and whether its words stand at the right."""

    heading: str
    wide_mm: float
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: words, missing ones in amber; or a bar, filled for a part from 0 to 1 or over it."""

    words: str = ""
    is_gap: bool = False
    is_strong: bool = False
    bar: float | None = None


ROW_MM = 7.2


def table(
    columns: Sequence[Column], rows: Iterable[Sequence[Cell]], total: Sequence[Cell] | None = None
) -> list[Block]:
    """Return a table; its heads stand above it on each page."""
    head = Block(6.6, partial(_draw_head, columns), stays=True)
    made = [Block(ROW_MM, partial(_draw_row, columns, row), head=head) for row in rows]
    if total is None:
        return [head, *made]
    if made:
        made[-1] = Block(ROW_MM, made[-1].draw, stays=True, head=head)
    return [head, *made, Block(ROW_MM + 0.6, partial(_draw_total, columns, total), head=head)]


def _draw_head(columns: Sequence[Column], pen: Pen, y: float) -> None:
    x = MARGIN_MM
    for column in columns:
        line = short(column.heading, fonts.face("text", 700), 9.5, column.wide_mm - 1)
        right = column.is_right
        pen.line_of_text(line, x + (column.wide_mm if right else 0), y + 4.2, "right" if right else "left")
        x += column.wide_mm
    pen.rule(MARGIN_MM, y + 6.4, MARGIN_MM + WIDE_MM, y + 6.4, 0.35)


def _draw_row(columns: Sequence[Column], row: Sequence[Cell], pen: Pen, y: float) -> None:
    _draw_cells(pen, columns, row, y)
    pen.rule(MARGIN_MM, y + ROW_MM, MARGIN_MM + WIDE_MM, y + ROW_MM, 0.15, 0.72)


def _draw_total(columns: Sequence[Column], row: Sequence[Cell], pen: Pen, y: float) -> None:
    pen.rule(MARGIN_MM, y + 0.2, MARGIN_MM + WIDE_MM, y + 0.2, 0.5)
    _draw_cells(pen, columns, row, y + 0.6)


def _draw_cells(pen: Pen, columns: Sequence[Column], row: Sequence[Cell], y: float) -> None:
    x = MARGIN_MM
    for column, cell in zip(columns, row, strict=True):
        if cell.bar is not None:
            _draw_bar(pen, x + 3, y + ROW_MM / 2 - 1.6, column.wide_mm - 6, cell.bar)
        elif cell.words:
            _draw_words(pen, column, cell, x, y)
        x += column.wide_mm


def _draw_words(pen: Pen, column: Column, cell: Cell, x: float, y: float) -> None:
    face = fonts.face("text", 700 if cell.is_strong or cell.is_gap else 400)
    room = column.wide_mm - (4 if cell.is_gap else 1)
    line = short(cell.words, face, 10.0, room)
    wide = line.width * POINT_MM
    left = x + column.wide_mm - wide if column.is_right else x
    if cell.is_gap:
        left += -1.5 if column.is_right else 1.5
        dashed(pen, left - 1.5, y + 0.9, wide + 3, ROW_MM - 1.8)
    pen.line_of_text(line, left, y + ROW_MM / 2 + 1.25, "left", AMBER if cell.is_gap else INK)


def _draw_bar(pen: Pen, x: float, y: float, wide: float, part: float) -> None:
    pen.frame(x, y, wide, 3.2, 0.0, filling=REST)
    if part > 0:
        pen.frame(x, y, wide * min(part, 1.0), 3.2, 0.0, filling=AMBER if part > 1 else SOFT)
    pen.frame(x, y, wide, 3.2, 0.15, 0.6)
