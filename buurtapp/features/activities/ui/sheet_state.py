"""A list that is being read back: what was on the paper, which row is in hand, and what was found there so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from buurtapp.features.activities.attendance.records import SheetShape
from buurtapp.features.activities.records import EntryResult, SheetAnswers, WalkIn
from buurtapp.features.activities.rules import printed_rows
from buurtapp.features.sheets.records import SheetInfo


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the paper: its number, the page it is on, the name as printed; `is_blank` to write a name on.

    `is_gone`: somebody who was deleted since, of whom no name is left; a cross there is somebody unknown.
    """

    number: int
    page: int
    name: str
    is_blank: bool = False
    is_gone: bool = False


def lines_of(sheet: SheetInfo, walk_ins: int = 0) -> tuple[Line, ...]:
    """Return the lines of a paper in their order, with room for at least so many names below the list."""
    printed = printed_rows(sheet.rows)
    made = [
        Line(
            row.row, row.page, row.text, row.row not in printed, row.row in printed and not (row.person_id or row.text)
        )
        for row in sheet.rows
    ]
    blanks = sum(line.is_blank for line in made)
    number, page = (made[-1].number, made[-1].page) if made else (0, 1)
    made += [Line(number + more, page, "", is_blank=True) for more in range(1, walk_ins - blanks + 1)]
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Difference:
    """What a second reading changes: names that are added, and names that go."""

    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class SheetState:
    """What was read so far. `is_saved` until something changes; `known` is what the file knows of this list.

    `result` is what saving it did, as long as it is on the screen.
    """

    def __init__(self, sheet: SheetInfo, known: SheetAnswers, shape: SheetShape | None = None) -> None:
        self.sheet = sheet
        self.shape = shape or SheetShape()
        self.known = known
        self.lines = lines_of(sheet, len(known.walk_ins))
        self.ticked: set[int] = set()
        self.photos: set[int] = set()
        self.seen: set[int] = set()
        self.walk_ins: dict[int, WalkIn] = {}
        self.guests: int | None = None
        self.children: int | None = None
        self.at = 0
        self.is_saved = True
        self.result: EntryResult | None = None
        self.take(sheet, known)

    def take(self, sheet: SheetInfo, known: SheetAnswers) -> None:
        """Begin with what the file knows of this list."""
        if known != self.known:
            self.result = None
        self.sheet, self.known = sheet, known
        self.lines = lines_of(sheet, len(known.walk_ins))
        self.ticked = set(known.rows)
        self.photos = set(known.photos & self.shape.photos)
        self.walk_ins = self._on_lines(known.walk_ins)
        self._before = dict(self.walk_ins)
        self.guests, self.children = known.guests, known.children
        self.seen = {line.number for line in self.lines} if sheet.came_home_at is not None else set()
        self.at = min(self.at, max(0, len(self.lines) - 1))
        self.is_saved = True

    def _on_lines(self, walk_ins: Sequence[WalkIn]) -> dict[int, WalkIn]:
        """Return names on the lines where they stand; those of which that is not known on the first free ones."""
        blanks = [line.number for line in self.lines if line.is_blank]
        placed = {one.row: one for one in walk_ins if one.row in blanks}
        free = [number for number in blanks if number not in placed]
        rest = [one for one in walk_ins if one.row not in placed or placed[one.row] is not one]
        found = {number: one for number, one in placed.items() if number is not None}
        found |= dict(zip(free, rest, strict=False))
        return {number: replace(one, row=None) for number, one in found.items()}

    @property
    def line(self) -> Line | None:
        """The line in hand; None for a paper without lines."""
        return self.lines[self.at] if 0 <= self.at < len(self.lines) else None

    @property
    def names(self) -> int:
        """How many names were printed."""
        return sum(not line.is_blank for line in self.lines)

    @property
    def read(self) -> int:
        """How many printed names were looked at."""
        return sum(not line.is_blank and line.number in self.seen for line in self.lines)

    @property
    def was_home(self) -> bool:
        """Tell whether this list was entered before."""
        return self.sheet.came_home_at is not None

    def is_ticked(self, line: Line) -> bool:
        """Return whether there is a cross on this line."""
        return line.number in self.ticked or line.number in self.walk_ins

    def has_photo(self, line: Line) -> bool:
        """Return whether this line has a box "photo ok"."""
        return line.number in self.shape.photos

    def housemates(self, line: Line | None) -> list[Line]:
        """Return the lines of everybody on this list who lives at the address of this line, itself among them."""
        home = self.shape.homes.get(line.number) if line is not None else None
        if home is None:
            return []
        return [one for one in self.lines if self.shape.homes.get(one.number) == home]

    # What is read

    def tick(self, at: int) -> bool:
        """Put a cross on a printed line, or take it away; return whether there is one now."""
        line = self.lines[at]
        self.seen.add(line.number)
        if line.is_blank:
            return False
        self.ticked ^= {line.number}
        if line.number not in self.ticked:
            self.photos.discard(line.number)
        self.is_saved = False
        return line.number in self.ticked

    def tick_photo(self, at: int) -> bool:
        """Put a cross at "photo ok", and so also one for being there; or take it away. Return whether there is one."""
        line = self.lines[at]
        self.seen.add(line.number)
        if not self.has_photo(line) or (line.is_blank and line.number not in self.walk_ins):
            return False
        self.photos ^= {line.number}
        if line.number in self.photos and not line.is_blank:
            self.ticked.add(line.number)
        self.is_saved = False
        return line.number in self.photos

    def tick_home(self, at: int) -> bool:
        """Put a cross for everybody of this address, or take them all away; return whether there are crosses now."""
        numbers = {line.number for line in self.housemates(self.lines[at])}
        self.seen |= numbers
        if not numbers:
            return False
        are_ticked = numbers <= self.ticked
        self.ticked = self.ticked - numbers if are_ticked else self.ticked | numbers
        self.photos &= self.ticked | set(self.walk_ins)
        self.is_saved = False
        return not are_ticked

    def write(self, number: int, walk_in: WalkIn | None) -> None:
        """Note the name on a blank line, or that it cannot be read, or take it away."""
        before = self.walk_ins.get(number)
        if walk_in is None or not (walk_in.unreadable or walk_in.name.strip()):
            self.walk_ins.pop(number, None)
            self.photos.discard(number)
        else:
            self.walk_ins[number] = replace(walk_in, row=None)
        if self.walk_ins.get(number) != before:
            self.is_saved = False

    def tally(self, guests: int | None, children: int | None) -> None:
        """Note how many came along without a name; None as long as that was not read."""
        if (guests, children) != (self.guests, self.children):
            self.guests, self.children = guests, children
            self.is_saved = False

    def go(self, at: int) -> bool:
        """Take another line in hand; return whether there is one."""
        if not 0 <= at < len(self.lines):
            return False
        self.at = at
        return True

    def go_on(self) -> bool:
        """Leave the line in hand as it is; return whether there is a next one."""
        if self.line is not None:
            self.seen.add(self.line.number)
            # Looking at a row without a cross is work too: it would be lost if the list were closed now.
            self.is_saved = self.is_saved and self.was_home
        return self.go(self.at + 1)

    # What comes of it

    def is_changed(self, line: Line) -> bool:
        """Return whether a line of a list that was entered before is read in another way now."""
        if not self.was_home:
            return False
        if line.is_blank:
            return self.walk_ins.get(line.number) != self._before.get(line.number)
        return (line.number in self.ticked) != (line.number in self.known.rows)

    def before(self, line: Line) -> WalkIn | None:
        """Return the name that was read on a blank line before."""
        return self._before.get(line.number)

    def difference(self) -> Difference:
        """Return what is added and what goes when this is saved; nothing for a list that was not entered before."""
        added, gone = [], []
        for line in self.lines:
            if not self.is_changed(line):
                continue
            if line.is_blank:
                gone += [self._before[line.number].name] if line.number in self._before else []
                added += [self.walk_ins[line.number].name] if line.number in self.walk_ins else []
            else:
                (added if line.number in self.ticked else gone).append(line.name)
        return Difference(tuple(added), tuple(gone))

    def answers(self) -> SheetAnswers:
        """Return what is to be saved."""
        photos = frozenset(self.photos & self.shape.photos)
        return SheetAnswers(frozenset(self.ticked), tuple(self._written()), self.guests, self.children, photos)

    def _written(self) -> Sequence[WalkIn]:
        """Return the names below the list; a line that the paper does not have has no number."""
        own = {row.row for row in self.sheet.rows}
        return [
            replace(self.walk_ins[line.number], row=line.number if line.number in own else None)
            for line in self.lines
            if line.number in self.walk_ins
        ]
