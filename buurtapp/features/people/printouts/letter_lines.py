"""Breaking the text of a letter into lines, with hyphens, and sharing the lines over pages without widows.

Ragged on the right, as our readers read best. Only plain small-letter words are broken, and only where a line would
otherwise end far too early; names, dates, phone numbers and postcodes stay whole. Nothing is drawn here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from buurtapp.core.i18n import language
from buurtapp.printing import fonts, lines
from buurtapp.printing.lines import Line

LEADING = 1.38
_SHORTEST = 8
"""A word with fewer letters is not broken."""
_GAP = 0.12
"""A line that ends so much of its width too early may take a part of the next word."""
_HYPHENS = {"nl": "nl_NL", "en": "en_GB", "pl": "pl_PL"}
_BROKEN_WORD = re.compile(r"([(\"'“‘]*)([^\W\d_]+)([.,;:!?)\"'”’]*)")
_TIE = "\ue000"
_TIED = re.compile(
    r"(?<=\d) (?=\d|uur\b|euro\b|[A-Z]{2}\b|(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december|January|February|March|May|June|July|August|October|December)\b)"
    r"|(?<=\d) (?=– \d)|(?<=–) (?=\d)"
    r"|(?<=[a-z]{3}straat) (?=\d)|(?<=[a-z]{3}laan) (?=\d)|(?<=[a-z]{3}plein) (?=\d)|(?<=[a-z]{3}weg) (?=\d)"
)
"""Spaces at which a line does not end: in "13 oktober", "06 1234 5678", "19.30 uur", "1234 AB", "Klaverstraat 5"."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a letter, the white above it (none at the top of a page), and whether a page may begin with it."""

    line: Line
    above_mm: float
    height_mm: float
    may_begin_page: bool


@functools.lru_cache(maxsize=512)
def paragraph_lines(paragraph: str, face: str, size: float, width_mm: float, code: str) -> tuple[Line, ...]:
    """Return the lines of a paragraph in this language; its own line breaks are kept."""
    made: list[Line] = []
    for part in paragraph.split("\n"):
        if lines.needs_shaping(part):
            made += lines.wrap(part, face, size, width_mm * mm)
        else:
            made += [lines.line(one, face, size) for one in _broken(part, face, size, width_mm * mm, code)]
    return tuple(made)


def _broken(part: str, face: str, size: float, width: float, code: str) -> list[str]:
    words = [word for word in re.split(r"[ \t]+", _TIED.sub(_TIE, part)) if word]
    made: list[str] = []
    now = ""
    while words:
        word = words.pop(0).replace(_TIE, " ")
        longer = f"{now} {word}" if now else word
        if fonts.width(longer, face, size) <= width:
            now = longer
            continue
        if now:
            taken, rest = ("", word)
            used = fonts.width(now, face, size)
            if used < width * (1 - _GAP) and not (len(made) > 0 and made[-1].endswith("-")):
                taken, rest = _hyphenated(word, face, size, width - fonts.width(f"{now} ", face, size), code)
            made.append(f"{now} {taken}" if taken else now)
            now = ""
            words.insert(0, rest)
            continue
        # One word wider than the paper, or one with tied spaces: as a last resort it is cut anywhere.
        pieces = [one.text for one in lines.wrap(word, face, size, width)]
        made += pieces[:-1]
        now = pieces[-1] if pieces else ""
    return [*made, now] if now else made


def _hyphenated(word: str, face: str, size: float, room: float, code: str) -> tuple[str, str]:
    """Return the longest beginning of a word that fits with its hyphen, and the rest; nothing and the word if none."""
    match = _BROKEN_WORD.fullmatch(word)
    if match is None or code not in _HYPHENS or len(match[2]) < _SHORTEST or not match[2].islower():
        return "", word
    before, letters, after = match.groups()
    for place in reversed(_places(letters, code)):
        start = f"{before}{letters[:place]}-"
        if fonts.width(start, face, size) <= room:
            return start, f"{letters[place:]}{after}"
    return "", word


@functools.lru_cache(maxsize=4096)
def _places(word: str, code: str) -> tuple[int, ...]:
    import pyphen  # noqa: PLC0415 - reads its patterns at first use

    found = pyphen.Pyphen(lang=_HYPHENS[code]).positions(word)
    return tuple(int(place) for place in found if 3 <= place <= len(word) - 3)


def text_rows(paragraphs: Sequence[str], face: str, size: float, width_mm: float) -> list[Row]:
    """Return the rows of a text. Of a paragraph at least two lines stay together at the foot or head of a page."""
    pitch = size * LEADING / mm
    rows: list[Row] = []
    for paragraph in paragraphs:
        made = paragraph_lines(paragraph, face, size, width_mm, language())
        for at, line in enumerate(made):
            alone = at > 0 and (at < 2 or len(made) - at < 2)
            above = 0.0 if at or not rows else pitch * 0.62
            rows.append(Row(line, above, pitch, not alone))
    return rows


def share_out(rows: Sequence[Row], first_mm: float, next_mm: float) -> list[list[Row]]:
    """Return the rows of each page: the first page has another height than the next ones."""
    pages: list[list[Row]] = []
    left = list(rows)
    while left:
        room = next_mm if pages else first_mm
        count = _fitting(left, room)
        pages.append(left[:count])
        left = left[count:]
    return pages or [[]]


def _fitting(rows: Sequence[Row], room_mm: float) -> int:
    """Return how many rows go on a page, at least one: up to the last place where a new page may begin."""
    used, best = 0.0, 0
    for at, row in enumerate(rows):
        if at and row.may_begin_page:
            best = at
        used += row.height_mm + (row.above_mm if at else 0.0)
        if used > room_mm + 1e-6:
            return best or max(at, 1)
    return len(rows)
