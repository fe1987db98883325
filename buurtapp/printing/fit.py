"""Breaking text into lines by arithmetic alone, so that many sizes can be tried in the blink of an eye.

Widths are taken once for each word, at 1,000 points; a size then only scales them.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from buurtapp.printing import fonts

MM_OF_POINT = 25.4 / 72
_UNIT = 1000.0
_LONG_WORD = 17
_HOPELESS_WORD = 30


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Words:
    """A text ready to be broken: paragraphs of words with their widths at 1,000 points, and the width of a space."""

    face: str
    paragraphs: tuple[tuple[_Word, ...], ...]
    space: float

    @property
    def count(self) -> int:
        """How many words there are."""
        return sum(len(paragraph) for paragraph in self.paragraphs)


@functools.lru_cache(maxsize=256)
def words(text: str, face: str) -> Words:
    """Return a text ready to be broken in this face. Hard spaces keep words together; line breaks begin a paragraph."""
    paragraphs = tuple(
        tuple(_Word(word, fonts.width(word, face, _UNIT)) for word in re.split(r"[ \t]+", line.strip(" \t")) if word)
        for line in text.splitlines()
    )
    return Words(face, tuple(one for one in paragraphs if one), fonts.width(" ", face, _UNIT))


def wrap(text: Words, size: float, width_mm: float) -> list[str] | None:
    """Return the lines of a text in this size and width; None when a word is wider than the box.

    Words of 17 letters and more may be broken where Dutch breaks them, and endless ones anywhere.
    """
    width = width_mm / MM_OF_POINT * _UNIT / size
    lines: list[str] = []
    for paragraph in text.paragraphs:
        line, used = "", 0.0
        for word in paragraph:
            for piece, piece_width, glued in _pieces(word, text.face, width, used, text.space):
                gap = 0.0 if glued or not line else text.space
                if line and used + gap + piece_width > width:
                    lines.append(line)
                    line, used, gap = "", 0.0, 0.0
                if piece_width > width:
                    return None
                line += (" " if gap else "") + piece
                used += gap + piece_width
        if line:
            lines.append(line)
    return lines


def _pieces(word: _Word, face: str, width: float, used: float, space: float) -> list[tuple[str, float, bool]]:
    """Return a word whole, or in two or more pieces when it does not fit and may be broken: (text, width, glued)."""
    if word.width <= width or len(word.text) < _LONG_WORD:
        return [(word.text, word.width, False)]
    del used, space
    parts = _syllables(word.text)
    made: list[tuple[str, float, bool]] = []
    now = ""
    for at, part in enumerate(parts):
        dash = "-" if at < len(parts) - 1 and part.isalpha() and len(word.text) < _HOPELESS_WORD * 3 else ""
        if now and fonts.width(now + part + dash, face, _UNIT) > width:
            ending = "-" if dash and not now.endswith("-") else ""
            made.append((now + ending, fonts.width(now + ending, face, _UNIT), bool(made)))
            now = part
        else:
            now += part
    made.append((now, fonts.width(now, face, _UNIT), bool(made)))
    return made


@functools.lru_cache(maxsize=512)
def _syllables(word: str) -> tuple[str, ...]:
    import pyphen  # noqa: PLC0415 - only for words that are too long

    found = tuple(pyphen.Pyphen(lang="nl_NL").inserted(word, "\u200b").split("\u200b"))
    return found if len(found) > 1 or len(word) < _HOPELESS_WORD else tuple(word)


def balanced(text: Words, size: float, width_mm: float) -> list[str] | None:
    """Return the lines of a title, of nearly equal length: the width shrinks while the number of lines stays."""
    lines = wrap(text, size, width_mm)
    if lines is None or len(lines) < 2 or len(text.paragraphs) > 1:
        return lines
    low, high = width_mm / len(lines), width_mm
    for _ in range(12):
        middle = (low + high) / 2
        tried = wrap(text, size, middle)
        if tried is not None and len(tried) == len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return lines
