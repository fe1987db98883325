"""The cells of one row of a list by what they mean, and which of them say nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from buurtapp.core.text import fold
from buurtapp.exchange.table import Line
from buurtapp.features.people.importing.records import Choice, Problem

_NOTHING = frozenset({"", "-", "--", "—", "–", "x", "nvt", "n v t", "onbekend", "geen"})


@dataclass(slots=True)
class Cells:
    """The cells of one row by meaning, and what comes of them on the way."""

    line: Line
    choice: Choice
    problems: list[Problem]
    notes: list[str] = field(default_factory=list)

    def first(self, meaning: str) -> str:
        """Return the first filled cell of this meaning."""
        return next((value for _, value in self.of(meaning)), "")

    def of(self, *meanings: str) -> list[tuple[str, str]]:
        """Return (heading, text) of the filled cells of these meanings."""
        found = []
        for column, meaning in enumerate(self.choice.meanings):
            if meaning in meanings:
                value = self.line.cell(column)
                if not is_nothing(value):
                    found.append((self.choice.headings[column], value.strip()))
        return found

    def raw(self, meaning: str) -> list[tuple[str, str]]:
        """Return as `of` does, of columns where "x" and "geen" say something; "-" alone is still nothing."""
        cells = ((at, self.line.cell(at).strip()) for at, one in enumerate(self.choice.meanings) if one == meaning)
        return [(self.choice.headings[at], value) for at, value in cells if value.strip("-–—. ")]

    def heading(self, *meanings: str) -> str:
        """Return the heading of the first column of these meanings."""
        for meaning in meanings:
            if meaning in self.choice.meanings:
                return self.choice.headings[self.choice.meanings.index(meaning)]
        return self.choice.headings[0] if self.choice.headings else ""

    def problem(self, heading: str, kind: str, text: str) -> None:
        """List a cell, and keep its text in the note."""
        self.problems.append(Problem(self.line.number, heading, kind, text))


def is_nothing(value: str) -> bool:
    """Return whether a cell says nothing: empty, or a sign for that."""
    stripped, letters = value.strip(), fold(value)
    if not stripped or not letters:
        return len(stripped) < 9 and not any(char.isalnum() for char in stripped)
    # "x", "(leeg)" and "n.v.t." say nothing; "../../x" is what somebody wrote.
    return len(stripped) < 9 and letters in _NOTHING and len(stripped) <= len(letters) + 2 and not stripped.isdigit()
