"""Labels on sheets, and blocks of address lines that stay inside their box. Lengths in mm, type sizes in points.

A line first shrinks, then is broken over more lines, then all of the block shrinks; only what does not even fit in six
points is cut, with "…". The cut text is the first: a name may lose its end, street and place never do.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from buurtapp.printing import fonts, lines
from buurtapp.printing.fit import MM_OF_POINT
from buurtapp.printing.lines import Line
from buurtapp.printing.pen import Pen, fit_line

Progress = Callable[[int, int], None]

SAFE_MM = 3.0
"""At least this much of every label stays white: sheets shift a little in the printer."""
_LEADING = 1.25
_CAP = 0.33
"""From the middle of a line of text down to its base line, in parts of its size."""
Sizes = tuple[tuple[float, float], ...]
NORMAL: Sizes = ((12.0, 10.0), (10.5, 9.0), (9.0, 8.0), (7.5, 7.0), (6.0, 6.0))
LARGE: Sizes = ((13.0, 11.0), *NORMAL)
SMALL: Sizes = NORMAL[2:]
"""Size of a line that fits, and the size down to which a longer one shrinks before it is broken; tried in turn."""
_SMALLEST = 6.0
_HAIR_MM, _GREY = 0.1, 0.6


class Sheet(Protocol):
    """How the labels lie on a sheet of A4."""

    @property
    def columns(self) -> int:
        """Labels beside each other."""

    @property
    def rows(self) -> int:
        """Labels below each other."""

    @property
    def width_mm(self) -> float:
        """Width of a label."""

    @property
    def height_mm(self) -> float:
        """Height of a label."""

    @property
    def left_mm(self) -> float:
        """White left of the first label."""

    @property
    def top_mm(self) -> float:
        """White above the first label."""

    @property
    def gap_x_mm(self) -> float:
        """White between labels beside each other."""

    @property
    def gap_y_mm(self) -> float:
        """White between labels below each other."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One label on a sheet, from the top left corner of the paper."""

    x_mm: float
    y_mm: float
    w_mm: float
    h_mm: float


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that fit their box; `is_cut` when not all of the text does."""

    lines: tuple[Line, ...]
    is_cut: bool = False

    @property
    def height_mm(self) -> float:
        """How high the lines are together."""
        return sum(line.size for line in self.lines) * _LEADING * MM_OF_POINT


@dataclass(frozen=True, slots=True)
class DrawnLabels:
    """A finished print of labels; `cut` has the places, from 0, of the labels on which not everything fits."""

    pdf: bytes
    pages: int
    cut: tuple[int, ...]


def cells(sheet: Sheet) -> list[Cell]:
    """Return the labels of a sheet in the order in which they are filled: row by row, from left to right."""
    return [
        Cell(
            sheet.left_mm + column * (sheet.width_mm + sheet.gap_x_mm),
            sheet.top_mm + row * (sheet.height_mm + sheet.gap_y_mm),
            sheet.width_mm,
            sheet.height_mm,
        )
        for row in range(sheet.rows)
        for column in range(sheet.columns)
    ]


def inside(cell: Cell) -> Cell:
    """Return the part of a label that may be printed on: at least 3 mm from its edges, more when it is large."""
    across, down = min(max(SAFE_MM, cell.w_mm / 10), 7.0), min(max(SAFE_MM, cell.h_mm / 6), 6.0)
    return Cell(cell.x_mm + across, cell.y_mm + down, cell.w_mm - 2 * across, cell.h_mm - 2 * down)


def draw_labels(  # noqa: PLR0913 - a sheet, what stands on it, where it begins, and how it is watched
    title: str,
    sheet: Sheet,
    labels: Sequence[Sequence[str]],
    *,
    start_at: int = 1,
    used: str | None = None,
    progress: Progress | None = None,
) -> DrawnLabels:
    """Return sheets of labels, each with its lines, the first one bold; they begin at label `start_at` of a sheet.

    With `used` it is a test print: the edges of all labels as hair lines, and that word in the labels that are gone.
    `progress` is called before the first sheet and after each one; what it raises stops the print.
    """
    places = cells(sheet)
    total = max(1, -(-(start_at - 1 + len(labels)) // len(places)))
    pen = Pen(title)
    cut: list[int] = []
    for page in range(total):
        if progress is not None:
            progress(page, total)
        if page:
            pen.next_page()
        if used is not None:
            _draw_edges(pen, sheet, start_at - 1 if page == 0 else 0, used)
        for place, number in _filled(page, len(places), start_at, len(labels)):
            if not _draw_label(pen, places[place], labels[number]):
                cut.append(number)
    pdf = pen.finish()
    if progress is not None:
        progress(total, total)
    return DrawnLabels(pdf, total, tuple(cut))


def _filled(page: int, on_sheet: int, start_at: int, count: int) -> Iterator[tuple[int, int]]:
    """Yield each place of a page that gets a label, with the number of the label; both from 0."""
    for place in range(on_sheet):
        number = page * on_sheet + place - (start_at - 1)
        if 0 <= number < count:
            yield place, number


def _draw_label(pen: Pen, cell: Cell, texts: Sequence[str]) -> bool:
    """Draw the lines of one label in the middle of its height; return whether all of them fit."""
    box = inside(cell)
    block = fitted(texts, box.w_mm, box.h_mm)
    if block.is_cut:
        # Rather a narrower margin above and below than a name without its end.
        block = fitted(texts, box.w_mm, cell.h_mm - 2 * SAFE_MM)
    draw_block(pen, block, box.x_mm, cell.y_mm + (cell.h_mm - block.height_mm) / 2)
    return not block.is_cut


def _draw_edges(pen: Pen, sheet: Sheet, gone: int, used: str) -> None:
    for place, cell in enumerate(cells(sheet)):
        pen.frame(cell.x_mm, cell.y_mm, cell.w_mm, cell.h_mm, _HAIR_MM, _GREY)
        if place < gone:
            box = inside(cell)
            block = fitted([used], box.w_mm, box.h_mm, first=fonts.face("text", italic=True))
            draw_block(pen, block, box.x_mm, box.y_mm + (box.h_mm - block.height_mm) / 2, _GREY)


def fitted(texts: Sequence[str], width_mm: float, height_mm: float, first: str = "", sizes: Sizes = NORMAL) -> Block:
    """Return lines that fit in a box, as large as they can be; the first text is bold, or in the face `first`."""
    faces = [first or _bold() if at == 0 else _plain() for at in range(len(texts))]
    # More letters than ever fit are not worth measuring: none is narrower than a point.
    most = int(width_mm / MM_OF_POINT) * _lines_in(height_mm)
    if sum(map(len, texts)) <= most:
        parts = [(part, face) for text, face in zip(texts, faces, strict=True) for part in text.splitlines() if part]
        for largest, smallest in sizes:
            made: list[Line] = []
            for at, (part, face) in enumerate(parts):
                made += fit_line(part, face, largest if at == 0 else max(smallest, largest - 1), smallest, width_mm)
            block = Block(tuple(made))
            if block.height_mm <= height_mm:
                return block
    whole = [(" ".join(text.splitlines())[:most], face) for text, face in zip(texts, faces, strict=True)]
    return _cut(whole, width_mm, _lines_in(height_mm))


def _lines_in(height_mm: float) -> int:
    """Return how many lines of the smallest size fit below each other."""
    return int(height_mm / (_SMALLEST * _LEADING * MM_OF_POINT))


@functools.cache
def _bold() -> str:
    return fonts.face("text", 700)


@functools.cache
def _plain() -> str:
    return fonts.face("text")


def _cut(parts: Sequence[tuple[str, str]], width_mm: float, room: int) -> Block:
    """Return the block in the smallest size, with "…" where it ends too early: the first text gives way first."""
    broken = [fit_line(part, face, _SMALLEST, _SMALLEST, width_mm) for part, face in parts[-room:]]
    kept = [len(made) for made in broken]
    for at in range(len(kept)):
        # From the first on: each gives what is too much, but keeps one line.
        kept[at] = max(1, kept[at] - max(0, sum(kept) - room))
    made = []
    for lines_of, count in zip(broken, kept, strict=True):
        made += lines_of[:count]
        if count < len(lines_of):
            made[-1] = _with_dots(made[-1], width_mm)
    return Block(tuple(made), len(parts) > room or sum(kept) < sum(map(len, broken)))


def _with_dots(line: Line, width_mm: float) -> Line:
    text = line.text.rstrip()
    made = lines.line(f"{text}…", line.face, line.size)
    while text and made.width * MM_OF_POINT > width_mm:
        # A joiner alone at the end would draw as nothing, or as a box.
        text = text[:-1].rstrip("\u200d\ufe0f ")
        made = lines.line(f"{text}…", line.face, line.size)
    return made


def draw_block(pen: Pen, block: Block, x_mm: float, y_mm: float, color: float = 0.0) -> None:
    """Draw lines below each other; the first begins at y."""
    for line in block.lines:
        pitch = line.size * _LEADING * MM_OF_POINT
        pen.line_of_text(line, x_mm, y_mm + pitch / 2 + line.size * _CAP * MM_OF_POINT, "left", color)
        y_mm += pitch
