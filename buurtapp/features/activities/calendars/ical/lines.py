"""The lines of a calendar file: what belongs together, with the number of its line, so that we can tell where.

Lines that begin with a space go on with the line before (RFC 5545, 3.1). Nothing is understood here, only counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.activities.calendars.ical.records import LineProblem

MOST_BYTES = 5_000_000
MOST_EVENTS = 5_000
_LONGEST_LINE = 200_000
_NAME = re.compile(r"[A-Za-z0-9-]+[;:]")
_MOST_PROBLEMS = 50
_BREAKS = re.compile(r"\r\n|\n|\r")


@dataclass(slots=True)
class Block:
    """An event or a zone as it stands in the file; `line` is that of its BEGIN."""

    kind: str
    line: int
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Blocks:
    """All events and zones of a file, and lines that are none."""

    events: list[Block] = field(default_factory=list)
    zones: list[Block] = field(default_factory=list)
    problems: list[LineProblem] = field(default_factory=list)


def decoded(data: bytes, name: str) -> str:
    """Return the text of a calendar file; raises UserError when it is too large or none at all."""
    if len(data) > MOST_BYTES:
        raise UserError(
            "calendar_too_large",
            text(N_("The file {name} is larger than {most} MB. Nothing was read."), name=name, most=5),
            text(N_("Export one calendar, or fewer months of it, and try again.")),
        )
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = data.decode("cp1252", errors="replace")
    if not words.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        raise UserError(
            "no_calendar",
            text(N_("The file {name} is not a calendar. Nothing was read."), name=name),
            text(N_("Choose a file that ends in .ics, as your calendar program exports it.")),
        )
    return words


def blocks_of(words: str, name: str) -> Blocks:
    """Return the events and zones of a calendar; raises UserError when there are too many."""
    cutter = _Cutter(name)
    for number, line in _unfolded(words):
        cutter.take(number, line)
    return cutter.end()


class _Cutter:
    """Goes through the lines and keeps the event or zone it is in; what lies in that (an alarm) goes with it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._found = Blocks()
        self._block: Block | None = None

    def take(self, number: int, line: str) -> None:
        """Take the next line."""
        upper = line.strip().upper()
        if not _is_line(line):
            if upper:
                self._note(number, text(N_("This is no line of a calendar: “{words}”."), words=line.strip()[:40]))
            return
        if upper == "BEGIN:VEVENT" or (upper == "BEGIN:VTIMEZONE" and self._block is None):
            self._begin(number, upper[6:])
        if self._block is not None:
            self._block.lines.append(line)
            if upper == f"END:{self._block.kind}":
                self._close(self._block)

    def end(self) -> Blocks:
        """Return what was found."""
        if self._block is not None:
            self._tell_endless(self._block)
        return self._found

    def _begin(self, number: int, kind: str) -> None:
        if self._block is not None:
            self._tell_endless(self._block)
        self._block = Block(kind, number)

    def _close(self, block: Block) -> None:
        self._block = None
        (self._found.events if block.kind == "VEVENT" else self._found.zones).append(block)
        if len(self._found.events) > MOST_EVENTS:
            raise UserError(
                "calendar_too_large",
                text(
                    N_("There are more than {most} events in {name}. Nothing was read."),
                    most=MOST_EVENTS,
                    name=self._name,
                ),
                text(N_("Export one calendar, or fewer months of it, and try again.")),
            )

    def _tell_endless(self, block: Block) -> None:
        self._note(block.line, text(N_("The event that begins here has no end. It was left out.")))

    def _note(self, line: int, words: Text) -> None:
        if len(self._found.problems) < _MOST_PROBLEMS:
            self._found.problems.append(LineProblem(line, words))


def _is_line(line: str) -> bool:
    return _NAME.match(line) is not None and len(line) <= _LONGEST_LINE


def _unfolded(words: str) -> list[tuple[int, str]]:
    """Return (number of the first line, whole line)."""
    made: list[tuple[int, list[str]]] = []
    for number, line in enumerate(_BREAKS.split(words), 1):
        if line[:1] in {" ", "\t"} and made:
            made[-1][1].append(line[1:])
        else:
            made.append((number, [line]))
    return [(number, "".join(parts)) for number, parts in made]
