"""What an account still misses, each with a button that leads to where it is filled in, and what is there already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.money.records import Gap, GapKind
from buurtapp.uikit.controls import Button, Card, Heading, Icon, Line, PlainLabel
from buurtapp.uikit.words import Words

_BUTTONS: dict[GapKind, str] = {
    "receipt": N_("Add it"),
    "amount": N_("Write it down"),
    "plan": N_("Fill in the plan"),
    "over": N_("Look at the plan"),
    "granted": N_("Look at the fund"),
    "attendance": N_("Count"),
    "evaluation": N_("Look back"),
    "photo": N_("Choose photo"),
    "reference": N_("Fill in"),
    "deadline": N_("Fill in"),
    "signature": N_("Look at the fund"),
}


class MissingList(Card):
    """The list; `wanted` has the gap whose button was pressed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("card")
        self.buttons: list[Button] = []
        self._shown: tuple[tuple[Gap, ...], tuple[Text, ...]] | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(14, 12, 14, 12)
        self._box.setSpacing(8)
        self.title = Heading(text(N_("What is still missing?")), "h2")
        self.count = PlainLabel("", "second", wrap=False)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.count)
        self._box.addLayout(top)
        self._rows = QWidget()
        self._box.addWidget(self._rows)

    def show_gaps(self, gaps: Sequence[Gap], done: Sequence[Text]) -> None:
        """Show what is missing and what is there; the keyboard stays at the row it was on."""
        if self._shown == (tuple(gaps), tuple(done)):
            return
        self._shown = (tuple(gaps), tuple(done))
        at = next((number for number, button in enumerate(self.buttons) if button.hasFocus()), -1)
        rows = QWidget()
        box = QVBoxLayout(rows)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.buttons = []
        for gap in gaps:
            box.addWidget(Line())
            box.addLayout(self._row(gap))
        if done:
            box.addWidget(Line())
            box.addLayout(_done(done, is_all=not gaps))
        self._box.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows
        self.count.set_words(
            plural_text("{count} thing", "{count} things", len(gaps)) if gaps else text(N_("nothing: it is complete"))
        )
        if at >= 0 and self.buttons:
            self.buttons[min(at, len(self.buttons) - 1)].setFocus()

    def _row(self, gap: Gap) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(gap.title, strong=True))
        if gap.more is not None:
            words.addWidget(PlainLabel(gap.more, "second", size="small"))
        button = Button(text(_BUTTONS[gap.kind]))
        button.set_words(text(_BUTTONS[gap.kind]), _named(gap))
        button.clicked.connect(lambda: self.wanted.emit(gap))
        self.buttons.append(button)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Icon("circle-alert", "care"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


def _named(gap: Gap) -> Words:
    return text("{what}: {title}", what=text(_BUTTONS[gap.kind]), title=gap.title)


def _done(done: Sequence[Text], *, is_all: bool) -> QHBoxLayout:
    listed = text("{first}", first=done[0])
    for one in done[1:]:
        listed = text("{first}, {next}", first=listed, next=one)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Icon("circle-check", "primary"), 0, Qt.AlignmentFlag.AlignTop)
    said = text(N_("Everything is there: {what}"), what=listed) if is_all else text(N_("Ready: {what}"), what=listed)
    row.addWidget(PlainLabel(said, size="small"), 1)
    return row
