"""The rows of an attendance list: how high each is, and on which page it stands. Nothing is drawn here."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.activities.records import AttendanceSheet, ListName
from buurtapp.printing import fonts, lines
from buurtapp.printing.lines import Line
from buurtapp.printing.pen import fit_line

ROW_MM = 8.0
WALK_IN_ROW_MM = 9.0
WALK_IN_HEADING_MM = 5.5
BAND_MM = 6.5
NAMES_ON_PAGE = 24
_EVEN_SMALLER = (7.5, 6.0)
_LEADING = 1.25
_TALLEST_ROW_MM = 80.0
_NOTE_GAP_MM = 2.0


@dataclass(frozen=True, slots=True)
class Measures:
    """How high rows are in mm, how many names a page holds, and the sizes of letters in points."""

    row_mm: float
    stretched_mm: float
    walk_in_mm: float
    names: int
    name_size: float
    smallest: float
    note_size: float


USUAL = Measures(ROW_MM, 9.5, WALK_IN_ROW_MM, NAMES_ON_PAGE, 12.5, 9.5, 9.5)
BIG = Measures(10.0, 11.0, 11.0, 20, 15.0, 11.5, 12.0)
"""For who needs large letters: 20 rows of 10 mm, names of 15 points."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: its number on the list, whose it is, the lines of the name, and the note beside or under it.

    `street` is the heading it stands under, "" on a list by name.
    """

    number: int
    person_id: int | None
    name: tuple[Line, ...]
    note: tuple[Line, ...]
    note_beside: bool
    height_mm: float
    street: str = ""

    @property
    def is_walk_in(self) -> bool:
        """Tell whether this is an empty line for somebody who comes along unannounced."""
        return self.person_id is None


@dataclass(frozen=True, slots=True)
class ListRows:
    """All rows of a list, and what the user should know about them."""

    rows: tuple[ListRow, ...]
    warnings: tuple[Text, ...]


def measures_of(sheet: AttendanceSheet) -> Measures:
    """Return the measures of a list."""
    return BIG if sheet.is_big else USUAL


def rows_of(sheet: AttendanceSheet, width_mm: float) -> ListRows:
    """Return the rows: the known names in the given order, then the empty lines; numbers run on."""
    rows: list[ListRow] = []
    unreadable: list[str] = []
    cut: list[str] = []
    sizes = measures_of(sheet)
    for number, entry in enumerate(sheet.names, 1):
        name = _name_lines(entry.name, sizes, width_mm)
        if name is None:
            cut.append(entry.name)
            name = _name_lines(f"{' '.join(entry.name.split())[: _kept_letters(width_mm)]}…", sizes, width_mm) or ()
        if fonts.missing(entry.name):
            unreadable.append(entry.name)
        rows.append(_row(number, entry, name, width_mm, sizes))
    first = len(rows) + 1
    rows += [
        ListRow(number, None, (), (), note_beside=False, height_mm=sizes.walk_in_mm)
        for number in range(first, first + sheet.walk_in_lines)
    ]
    return ListRows(tuple(rows), _warnings(unreadable, cut))


def _warnings(unreadable: list[str], cut: list[str]) -> tuple[Text, ...]:
    warnings = []
    if unreadable:
        warnings.append(
            text(
                N_("These names have signs that we have no letters for; they are printed as boxes: {names}"),
                names=", ".join(unreadable),
            )
        )
    if cut:
        warnings.append(
            text(N_("Too long to print in full: {names}"), names=", ".join(f"{name[:60]}…" for name in cut))
        )
    return tuple(warnings)


def _kept_letters(width_mm: float) -> int:
    """Return how many letters surely fit in the tallest row in the smallest size, however wide they are."""
    size = _EVEN_SMALLER[-1]
    return int(width_mm * mm / (size * 1.2)) * int(_TALLEST_ROW_MM * mm / (size * _LEADING) - 1)


def _name_lines(name: str, sizes: Measures, width_mm: float) -> tuple[Line, ...] | None:
    """Return the name in the largest size in which it fits on one line, else on more lines; nothing if far too long."""
    if len(name) > 4 * _kept_letters(width_mm):
        return None
    for smallest in (sizes.smallest, *_EVEN_SMALLER):
        made = fit_line(name, fonts.face("text"), sizes.name_size, smallest, width_mm)
        if _height_mm(made) <= _TALLEST_ROW_MM:
            return tuple(made)
    return None


def _height_mm(made: Sequence[Line]) -> float:
    return sum(line.size * _LEADING for line in made) / float(mm)


def _row(number: int, entry: ListName, name: tuple[Line, ...], width_mm: float, sizes: Measures) -> ListRow:
    note_face = fonts.face("text")
    beside: Line | None = None
    below: tuple[Line, ...] = ()
    if entry.note:
        note = f"({entry.note})"
        beside = lines.line(note, note_face, sizes.note_size)
        room = width_mm - name[0].width / mm - _NOTE_GAP_MM if len(name) == 1 else 0
        if beside.width / mm > room or "\n" in note:
            below = tuple(lines.wrap(note, note_face, min(sizes.smallest, sizes.note_size), width_mm * mm))
            beside = None
    block = _height_mm(name) + _height_mm(below)
    height = sizes.row_mm if len(name) + len(below) == 1 else max(sizes.row_mm, math.ceil(block + 2.0))
    notes = (beside,) if beside else below
    return ListRow(number, entry.person_id, name, notes, beside is not None, height, entry.street)


def share_out(rows: Sequence[ListRow], room_mm: float, most_names: int = NAMES_ON_PAGE) -> list[list[ListRow]]:
    """Return the rows of each page: as few pages as can be, filled evenly, at least one."""
    pages = _fill(rows, room_mm, most_names)
    names = sum(not row.is_walk_in for row in rows)
    for most in range(max(1, math.ceil(names / len(pages))), most_names):
        evenly = _fill(rows, room_mm, most)
        if len(evenly) == len(pages):
            return evenly
    return pages


def _fill(rows: Sequence[ListRow], room_mm: float, most_names: int) -> list[list[ListRow]]:
    pages: list[list[ListRow]] = [[]]
    for row in rows:
        page = pages[-1]
        names = sum(not other.is_walk_in for other in page)
        full = not row.is_walk_in and names >= most_names
        if page and (full or used_mm([*page, row]) > room_mm):
            pages.append([])
        pages[-1].append(row)
    return pages


def band_above(page: Sequence[ListRow], place: int) -> str:
    """Return the street that stands above a row of a page: where it begins, and again at the top of a page."""
    row = page[place]
    if row.is_walk_in or (place and page[place - 1].street == row.street):
        return ""
    return row.street


def used_mm(page: Sequence[ListRow]) -> float:
    """Return how high the rows of a page are together, with streets and the heading above the first empty line."""
    heading = WALK_IN_HEADING_MM if any(row.is_walk_in for row in page) else 0.0
    bands = sum(bool(band_above(page, place)) for place in range(len(page)))
    return heading + bands * BAND_MM + sum(row.height_mm for row in page)


def stretch_mm(pages: Sequence[Sequence[ListRow]], room_mm: float, sizes: Measures = USUAL) -> float:
    """Return how much higher every row of a known name can be, on every page alike."""
    spare = [(room_mm - used_mm(page)) / names for page in pages if (names := sum(not row.is_walk_in for row in page))]
    return max(0.0, min([sizes.stretched_mm - sizes.row_mm, *spare]))
