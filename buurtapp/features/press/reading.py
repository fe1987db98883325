"""How easy the words of a flyer are to read, by counting: short sentences are read by more neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Ease = Literal["", "easy", "fair", "long"]
EASY_MOST, FAIR_MOST = 12, 20
"""Words in a sentence, on average: up to the first is easy, above the second is long."""

_END = re.compile(r"[.!?…]+[\"'”’)]*(?:\s+|$)|[\n\r\u2028\u2029]+")
_LETTER_OR_FIGURE = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Reading:
    """How many sentences and words a text has."""

    sentences: int
    words: int

    @property
    def ease(self) -> Ease:
        """How easy it is: "easy", "fair" or "long"; nothing is said of an empty text."""
        if not self.words:
            return ""
        mean = self.words / self.sentences
        return "easy" if mean <= EASY_MOST else "fair" if mean <= FAIR_MOST else "long"


def reading_of(written: str) -> Reading:
    """Return the count of a text. A full stop before a small letter ("bijv. soep") ends no sentence."""
    counts = [_words_in(sentence) for sentence in _sentences(written)]
    return Reading(sum(1 for count in counts if count), sum(counts))


def _sentences(written: str) -> list[str]:
    found, begin = [], 0
    for end in _END.finditer(written):
        is_abbreviation = end[0].startswith(".") and written[end.end() : end.end() + 1].islower()
        if not is_abbreviation:
            found.append(written[begin : end.end()])
            begin = end.end()
    return [*found, written[begin:]]


def _words_in(sentence: str) -> int:
    return sum(1 for word in sentence.split() if _LETTER_OR_FIGURE.search(word))
