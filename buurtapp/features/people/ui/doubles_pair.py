"""The pair of people that is looked at: why they may be one, both side by side, and what to do with them."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.records import DoublePair, PersonCard
from buurtapp.features.people.ui import doubles_lines
from buurtapp.features.people.ui.importing.compare import Compare
from buurtapp.features.people.ui.importing.parts import scrolling, stacked
from buurtapp.features.people.ui.panel_page import card_of
from buurtapp.uikit.controls import Button, Card, Heading, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.words import Words

Decision = Literal["left", "right", "two"]
DECISIONS: tuple[Decision, ...] = ("left", "right", "two")
"""What can be decided of a pair, in the order of the keys 1, 2 and 3."""


class PairCard(Card):
    """Shows a pair. `decided` tells who stays, or that they are two people; `asked_again` takes that back."""

    decided = Signal(str)
    asked_again = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget()
        box = stacked(inner, (16, 14, 16, 16), 12)
        self.reason = Note("info")
        self.compare = Compare(doubles_lines.NAMES)
        self.buttons: dict[Decision, Button] = {
            "left": Button(text(N_("Merge: keep left")), "primary", "merge"),
            "right": Button(text(N_("Merge: keep right")), "secondary", "merge"),
            "two": Button(text(N_("These are two people")), "secondary", "users"),
        }
        self.again = Button(text(N_("Compare these two again")), "primary", "refresh-cw")
        self._question = Heading(text(N_("Is this one person?")), "h2", wrap=True)
        means = N_(
            "When you merge, phone, e-mail, labels, notes, consents, sign-ups and attendance of both stay. "
            "Name and address are those of the one you keep."
        )
        box.addWidget(self._question)
        box.addWidget(self.reason)
        box.addWidget(self.compare)
        self._deciding = FlowRow(list(self.buttons.values()), 8)
        self._means = PlainLabel(text(means), "second", size="small")
        self._keys = PlainLabel(text(N_("In the list the keys 1, 2 and 3 do the same.")), "second", size="caption")
        self._taking_back = FlowRow([self.again], 8)
        for widget in (self._deciding, self._means, self._keys, self._taking_back):
            box.addWidget(widget)
        self.show_mode(apart=False)
        box.addStretch(1)
        stacked(self, (1, 1, 1, 1)).addWidget(scrolling(inner))

    def _connect(self) -> None:
        self.again.clicked.connect(self.asked_again)
        for decision, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, decision=decision: self.decided.emit(decision))

    def show_mode(self, *, apart: bool) -> None:
        """Ask what to do with a pair; or, of a pair that was told apart, whether that is to be taken back."""
        self._question.set_words(text(N_("These are two people")) if apart else text(N_("Is this one person?")))
        for widget in (self._deciding, self._means, self._keys):
            widget.setVisible(not apart)
        self._taking_back.setVisible(apart)

    def show_pair(self, pair: DoublePair | None) -> None:
        """Show two people side by side, as they are now."""
        if pair is None:
            return
        left, right = card_of(self._desk, pair.first.id), card_of(self._desk, pair.second.id)
        if left is None or right is None:
            # Taken away in the meantime: the list is made anew in a moment.
            return
        self.show_cards(left, right, pair.reason)

    def show_cards(self, left: PersonCard, right: PersonCard, reason: Words) -> None:
        """Show these two, and why they may be one."""
        self.reason.set_words(reason)
        self.compare.show_two(
            (text(N_("Left")), text(N_("Right"))), doubles_lines.lines(left), doubles_lines.lines(right)
        )

    def allow(self, *, writing: bool) -> None:
        """Say whether the file may be changed."""
        for button in (*self.buttons.values(), self.again):
            button.setEnabled(writing)
