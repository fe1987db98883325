"""A list that is being read back: what was on the paper, which row is in hand, and what was found there so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buurtapp.features.activities.records import SheetAnswers, WalkIn
from buurtapp.features.sheets.records import SheetInfo


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the paper: its number, the page it is on, the name as printed; `is_blank` to write a name on.

    `is_gone`: somebody who was deleted since, of whom no name is left.
    """

    number: int
    page: int
    name: str
    is_blank: bool = False
    is_gone: bool = False


def lines_of(sheet: SheetInfo, walk_ins: int = 0) -> tuple[Line, ...]:
    """Return the lines of a paper in their order, with room for at least so many names below the list."""
    last = max((at for at, row in enumerate(sheet.rows) if row.person_id is not None or row.text), default=-1)
    made = [
        Line(row.row, row.page, row.text, at > last, at <= last and row.person_id is None and not row.text)
        for at, row in enumerate(sheet.rows)
    ]
    blanks = sum(line.is_blank for line in made)
    number, page = (made[-1].number, made[-1].page) if made else (0, 1)
    made += [Line(number + more, page, "", is_blank=True) for more in range(1, walk_ins - blanks + 1)]
    return tuple(made)


class SheetState:
    """What was read so far. `is_saved` until something changes."""

    def __init__(self, sheet: SheetInfo, known: SheetAnswers) -> None:
        self.sheet = sheet
        self.lines = lines_of(sheet, len(known.walk_ins))
        self.ticked: set[int] = set()
        self.seen: set[int] = set()
        self.walk_ins: dict[int, WalkIn] = {}
        self.guests: int | None = None
        self.children: int | None = None
        self.at = 0
        self.is_saved = True
        self.take(sheet, known)

    def take(self, sheet: SheetInfo, known: SheetAnswers) -> None:
        """Begin with what the file knows of this list."""
        self.sheet = sheet
        self.lines = lines_of(sheet, len(known.walk_ins))
        self.ticked = set(known.rows)
        blanks = [line.number for line in self.lines if line.is_blank]
        self.walk_ins = dict(zip(blanks, known.walk_ins, strict=False))
        self.guests, self.children = known.guests, known.children
        self.seen = {line.number for line in self.lines} if sheet.came_home_at is not None else set()
        self.at = min(self.at, max(0, len(self.lines) - 1))
        self.is_saved = True

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

    def is_ticked(self, line: Line) -> bool:
        """Return whether there is a cross on this line."""
        return line.number in self.ticked or line.number in self.walk_ins

    def tick(self, at: int) -> bool:
        """Put a cross on a printed line, or take it away; return whether there is one now."""
        line = self.lines[at]
        self.seen.add(line.number)
        if line.is_blank or line.is_gone:
            return False
        self.ticked ^= {line.number}
        self.is_saved = False
        return line.number in self.ticked

    def write(self, number: int, walk_in: WalkIn | None) -> None:
        """Note the name on a blank line, or take it away."""
        before = self.walk_ins.get(number)
        if walk_in is None or not walk_in.name.strip():
            self.walk_ins.pop(number, None)
        else:
            self.walk_ins[number] = walk_in
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
            self.is_saved = self.is_saved and self.sheet.came_home_at is not None
        return self.go(self.at + 1)

    def answers(self) -> SheetAnswers:
        """Return what is to be saved."""
        return SheetAnswers(frozenset(self.ticked), tuple(self._written()), self.guests, self.children)

    def _written(self) -> Sequence[WalkIn]:
        return [self.walk_ins[line.number] for line in self.lines if line.number in self.walk_ins]
