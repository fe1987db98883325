"""What papers about people share: fitting words of any length, street signs, the head and the footer of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from buurtapp.core.i18n import N_, Text, _, language, text
from buurtapp.printing import fonts, lines
from buurtapp.printing.lines import Line
from buurtapp.printing.pen import Pen, fit_line

POINT_MM = 25.4 / 72
MARGIN_MM = 14.0
GREY = 0.35
LEADING = 1.22
CAP = 0.33
"""From the middle of a line of text down to its base line, in parts of its size."""
FOOTER_MM = 20.0
"""From the bottom of the paper up to the line above the footer."""
PLATE = (0.114, 0.298, 0.549)
"""The blue of the street signs on the screen."""
WHITE = (1.0, 1.0, 1.0)
_MOST_LETTERS = 4000
_SMALLER = (15.0, 12.0, 10.0, 8.5, 7.0, 6.0)
"""Sizes to try below the smallest that is good, before the end of a text is left out."""
_FOOTER_SIZE = 9.0
_TITLE_SIZE, _TITLE_SMALLEST, _TITLE_LINES = 21.0, 14.0, 3
_SUBJECT_SIZE, _SUBJECT_LINES = 11.0, 3


def day_in_words(day: date) -> str:
    """Return a day as on paper: "13 oktober 2026"."""
    from babel.dates import format_date  # noqa: PLC0415 - loads its tables at first use

    return str(format_date(day, "long", locale="en_GB" if language() == "en" else language()))


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as lines that fit, and whether its end had to be left out."""

    lines: tuple[Line, ...]
    is_cut: bool = False

    @property
    def height_mm(self) -> float:
        """How high the lines are together."""
        return sum(line.size for line in self.lines) * LEADING * POINT_MM

    @property
    def width_mm(self) -> float:
        """How wide the widest line is."""
        return max((line.width for line in self.lines), default=0.0) * POINT_MM


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: its face, the size it has when there is room, and the smallest before it is wrapped."""

    face: str
    size: float
    smallest: float


def fitted(words: str, kind: Type, width_mm: float, most_mm: float) -> Fitted:
    """Return a text that fits: smaller first, then on several lines, then tiny; only then is its end left out."""
    parts = [part.strip() for part in words[:_MOST_LETTERS].splitlines() if part.strip()]
    made: list[Line] = []
    for size, smallest in _tries(kind):
        made = [line for part in parts for line in fit_line(part, kind.face, size, smallest, width_mm)]
        if Fitted(tuple(made)).height_mm <= most_mm:
            is_cut = len(words) > _MOST_LETTERS
            return Fitted((*made[:-1], _ended(made[-1])) if is_cut and made else tuple(made), is_cut)
    kept: list[Line] = []
    for line in made:
        if kept and Fitted((*kept, line)).height_mm > most_mm:
            break
        kept.append(line)
    return Fitted((*kept[:-1], _ended(kept[-1])), is_cut=True)


def _tries(kind: Type) -> Iterator[tuple[float, float]]:
    """Yield sizes to try, from the best: the largest for one line, and the one at which lines are broken."""
    yield kind.size, kind.smallest
    for share in (0.7, 0.5):
        if kind.size * share > kind.smallest:
            yield kind.size * share, kind.smallest
    yield kind.smallest, kind.smallest
    yield from ((size, size) for size in _SMALLER if size < kind.smallest)


def _ended(line: Line) -> Line:
    """Return a line whose end says that more is left out, no wider than it was."""
    return lines.line(f"{line.text.rstrip()[:-2].rstrip()}…", line.face, line.size)


def draw_lines(pen: Pen, made: Fitted, x_mm: float, top_mm: float, color: float | tuple[float, float, float]) -> None:
    """Draw lines under each other from a height downwards."""
    at = top_mm
    for line in made.lines:
        pitch = line.size * LEADING * POINT_MM
        pen.line_of_text(line, x_mm, at + pitch / 2 + line.size * CAP * POINT_MM, "left", color)
        at += pitch


def plate_of(street: str, width_mm: float) -> Fitted:
    """Return the words of a street sign that is at most so wide."""
    return fitted(street, Type(fonts.face("text", 700), 12.0, 9.0), width_mm - 7.0, 24.0)


def plate_height_mm(words: Fitted) -> float:
    """Return how high a street sign is."""
    return words.height_mm + 2.6


def draw_plate(pen: Pen, words: Fitted, x_mm: float, top_mm: float) -> float:
    """Draw a street sign: blue with a thin white line; return how wide it is."""
    wide, high = words.width_mm + 7.0, plate_height_mm(words)
    pen.frame(x_mm, top_mm, wide, high, 0.0, filling=PLATE, radius_mm=1.4)
    pen.frame(x_mm + 0.55, top_mm + 0.55, wide - 1.1, high - 1.1, 0.3, WHITE, radius_mm=1.0)
    draw_lines(pen, words, x_mm + 3.5, top_mm + 1.3, WHITE)
    return wide


@dataclass(frozen=True, slots=True)
class Head:
    """The head of every page: the title, and below it whose paper it is, of which day, and how many are on it."""

    title: Fitted
    subject: Fitted

    @classmethod
    def of(cls, title: str, facts: list[str], width_mm: float) -> Head:
        """Lay out the head once for all pages."""
        display = Type(fonts.face("display", 800), _TITLE_SIZE, _TITLE_SMALLEST)
        plain = Type(fonts.face("text"), _SUBJECT_SIZE, 9.0)
        together = " · ".join(" ".join(fact.split()) for fact in facts if fact.strip())
        return cls(
            fitted(title, display, width_mm, _TITLE_LINES * _TITLE_SMALLEST * LEADING * POINT_MM + 0.1),
            fitted(together, plain, width_mm, _SUBJECT_LINES * _SUBJECT_SIZE * LEADING * POINT_MM),
        )

    @property
    def bottom_mm(self) -> float:
        """Where the head ends, from the top of the paper."""
        return 10.5 + self.title.height_mm + self.subject.height_mm + 2.0

    @property
    def cut(self) -> list[str]:
        """What could not be printed in full."""
        return [f"{part.lines[0].text}…" for part in (self.title, self.subject) if part.is_cut]

    def draw(self, pen: Pen) -> None:
        """Draw the head of a page."""
        draw_lines(pen, self.title, MARGIN_MM, 10.5, 0.08)
        draw_lines(pen, self.subject, MARGIN_MM, 10.5 + self.title.height_mm + 0.5, GREY)


@dataclass(frozen=True, slots=True)
class Foot:
    """The footer of every page: what data is on it, what becomes of the paper, when it was printed."""

    told: tuple[str, str]
    pages: int

    @classmethod
    def of(cls, on_it: list[str], becomes: str, day: date, pages: int) -> Foot:
        """Word the footer: `on_it` names the data on the paper, `becomes` what is done with it."""
        printed = _("printed {day}").format(day=day_in_words(day))
        return cls((_("On this sheet: {data}.").format(data=", ".join(on_it)), f"{becomes} · {printed}"), pages)

    def draw(self, pen: Pen) -> None:
        """Draw the footer of the page the pen is on."""
        top = pen.height_mm - FOOTER_MM
        right = pen.width_mm - MARGIN_MM
        pen.rule(MARGIN_MM, top, right, top, 0.25, GREY)
        page = _("page {page} of {pages}").format(page=pen.page, pages=self.pages)
        wide = pen.text(page, right, top + 4.6, fonts.face("text", 700), _FOOTER_SIZE, "right", GREY)
        room = right - MARGIN_MM - wide - 5.0
        y = top + 1.3
        for sentence, weight, most in ((self.told[0], 700, 8.1), (self.told[1], 400, 4.1)):
            made = fitted(sentence, Type(fonts.face("text", weight), _FOOTER_SIZE, 8.5), room, most)
            draw_lines(pen, made, MARGIN_MM, y, GREY)
            y += made.height_mm


def warnings_of(unreadable: list[str], cut: list[str]) -> tuple[Text, ...]:
    """Return what the user should know: names with signs we have no letters for, and what was cut."""
    found = []
    if unreadable:
        found.append(
            text(
                N_("These names have signs that we have no letters for; they are printed as boxes: {names}"),
                names=", ".join(dict.fromkeys(unreadable)),
            )
        )
    if cut:
        short = [f"{' '.join(words.split())[:60]}…" for words in dict.fromkeys(cut)]
        found.append(text(N_("Too long to print in full: {names}"), names=", ".join(short)))
    return tuple(found)
