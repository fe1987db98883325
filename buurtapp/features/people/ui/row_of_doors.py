"""Saying which doors somebody wrote at once, and which of them are there already."""

from __future__ import annotations

from collections.abc import Sequence

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.uikit.words import figure

_SHOWN_FIRST, _SHOWN_ALL = 3, 6


def row_of_doors(doors: Sequence[tuple[int, str]]) -> str:
    """Return doors on one line, those in the middle left out: "1, 3, 5 … 55"."""
    said = [f"{number} {addition}".strip() for number, addition in doors]
    if len(said) <= _SHOWN_ALL:
        return ", ".join(said)
    return f"{', '.join(said[:_SHOWN_FIRST])} … {said[-1]}"


def foreseen(doors: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> Text:
    """Return how many doors somebody wrote, which, and how many of them are there already."""
    known = len(doors) - len(new)
    counted_doors = plural_text("{count} address", "{count} addresses", len(doors))
    if not known:
        return text(N_("{addresses}: {doors}"), addresses=counted_doors, doors=row_of_doors(doors))
    there = [house for house in doors if house not in set(new)]
    return text(
        N_("{addresses}: {doors}. There already: {known} ({there})"),
        addresses=counted_doors,
        doors=row_of_doors(doors),
        known=figure(known),
        there=row_of_doors(there),
    )
