"""Two people side by side: one of the list, and who may be the same one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.importing.records import Planned
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.ui.importing.preview import DoubleRow
from buurtapp.features.people.ui.wording import breakable
from buurtapp.uikit.controls import Card, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import Words, one_line

_LONGEST = 200
_MAIL = re.compile(r"\S+@\S+")
_JOINT = re.compile(r"[@.](?=\w)")


@dataclass(frozen=True, slots=True)
class _Side:
    """What is shown of one of the two, in the order of the lines."""

    heading: Words
    lines: tuple[str, ...]


class Compare(Card):
    """A small table without keys: what, of the one, of the other. `more` names lines below the usual ones."""

    def __init__(self, more: Sequence[Words] = ()) -> None:
        super().__init__("sunken")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 10, 12, 10)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        names: Sequence[Words] = (
            "",
            text(N_("Name")),
            text(N_("Address")),
            text(N_("Phone")),
            text(N_("E-mail")),
            text(N_("Labels")),
            text(N_("Note")),
            *more,
        )
        self._names: list[PlainLabel] = []
        self.cells: list[tuple[PlainLabel, PlainLabel]] = []
        for at, name in enumerate(names):
            self._names.append(PlainLabel(name, "second", size="small", wrap=False))
            self._grid.addWidget(self._names[-1], at, 0, Qt.AlignmentFlag.AlignTop)
            pair = (PlainLabel("", size="small", strong=at <= 1), PlainLabel("", size="small", strong=at <= 1))
            for column, label in enumerate(pair, 1):
                # A word of 300 letters is cut at the edge and stretches nothing.
                label.setMinimumWidth(1)
                # Aligned by the label: a cell of the grid that is aligned gets too low for words on two lines.
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
                self._grid.addWidget(label, at, column)
            self.cells.append(pair)

    def show_two(self, headings: tuple[Words, Words], left: Sequence[str], right: Sequence[str]) -> None:
        """Show two people; what is alike is quieter, and what is known of neither is left out."""
        sides = [headings, *zip(left, right, strict=True)]
        for name, pair, said in zip(self._names, self.cells, sides, strict=True):
            for label, words in zip(pair, said, strict=True):
                label.set_words(_in_a_cell(words) if isinstance(words, str) else words)
                label.set_kind("second" if said[0] == said[1] else "")
            for label in (name, *pair):
                label.setVisible(any(said))

    def show_double(self, desk: Desk, row: DoubleRow) -> None:
        """Show somebody of the list beside who it may be."""
        left = _of_list(row.planned)
        right = _of_list(row.other) if row.other is not None else _of_group(desk, row)
        for (here, there), one, other in zip(self.cells[1:], left.lines, right.lines, strict=True):
            here.set_words(_in_a_cell(one))
            there.set_words(_in_a_cell(other))
        self.cells[0][0].set_words(left.heading)
        self.cells[0][1].set_words(right.heading)


def _of_list(one: Planned) -> _Side:
    person = one.person
    lines = (
        person.name.spoken,
        one.door.line,
        ", ".join(map(nice_phone, person.phones)),
        ", ".join(person.emails),
        ", ".join(person.labels),
        person.note,
    )
    return _Side(text(N_("List, row {row}"), row=one.row), tuple(_cut(line) for line in lines))


def _of_group(desk: Desk, row: DoubleRow) -> _Side:
    heading = text(N_("In Buurtapp"))
    card: PersonCard | None = None
    try:
        card = desk.read(cards.card, row.person or 0)
    except UserError:
        # Taken away since the list was compared; it is compared anew in a moment.
        return _Side(heading, (row.other_name, "", "", "", "", ""))
    return _Side(heading, card_lines(card))


def card_lines(card: PersonCard) -> tuple[str, ...]:
    """Return what is shown of somebody, in the order of the lines."""
    lines = (
        card.name.spoken,
        card.door.line,
        ", ".join(map(nice_phone, card.phones)),
        ", ".join(card.emails),
        ", ".join(card.labels),
        card.note,
    )
    return tuple(_cut(line) for line in lines)


def _in_a_cell(line: str) -> str:
    """Return a line for a narrow cell: an e-mail address goes on below its @ or a dot, rather than be cut off."""
    return breakable(_MAIL.sub(lambda found: _JOINT.sub("\\g<0>\u200b", found[0]), line)) or "–"


def _cut(line: str) -> str:
    whole = one_line(line)
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"
