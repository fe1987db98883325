"""How involved one person is, shown beside the person: a bar with the steps, why in words, and a choice by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.ladder import queries
from buurtapp.features.activities.ui.step_choice import StepChoice
from buurtapp.features.people.actions import step as actions
from buurtapp.features.people.queries import cards
from buurtapp.features.people.rules.steps import STEP_WORDS, STEPS
from buurtapp.features.people.ui.panel_page import bring_in_view
from buurtapp.features.people.ui.wording import breakable
from buurtapp.uikit.controls import Button, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.windows import StepBar
from buurtapp.uikit.words import one_line

if TYPE_CHECKING:
    from buurtapp.core.errors import DraftInvalid
    from buurtapp.core.store.changes import Changes
    from buurtapp.features.activities.ladder.rules import Involvement

_SHOWN = STEPS[1:]
"""Living here is no step up: then the whole bar is dark."""


class LadderPanel(QWidget):
    """The bar and the reason for one person; below them the way to choose a step by hand, and back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("involvement")
        self._desk = desk
        self._person: int | None = None
        self._found: Involvement | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        heading = text(N_("Involved"))
        self.choose = Button(text(N_("Choose yourself")), "link")
        top = QHBoxLayout()
        top.addWidget(Heading(heading, "body"), 1)
        top.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignRight)
        self.bar = StepBar(heading, [STEP_WORDS[step] for step in _SHOWN])
        self.chosen = PlainLabel("", size="small")
        self.reason = PlainLabel("", "second", size="small")
        for label in (self.chosen, self.reason):
            label.setMinimumWidth(1)
        self.again = Button(text(N_("Let it be worked out again")), "link")
        ways = QWidget()
        Flow(ways, 8, 4).addWidget(self.again)
        self._ways = ways
        self.choice = StepChoice()
        self.choice.hide()
        box.addLayout(top)
        for widget in (self.bar, self.chosen, self.reason, ways, self.choice):
            box.addWidget(widget)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._on_choose)
        self.again.clicked.connect(self._on_again)
        self.choice.chosen.connect(self._on_chosen)
        self.choice.closed.connect(self.close_choice)

    # Public

    def show_subject(self, number: int) -> None:
        """Show how involved this person is."""
        if number != self._person:
            self.choice.hide()
        self._person = number
        self.refresh()

    def refresh(self, _changes: Changes | None = None) -> None:
        """Show what is true now."""
        if self._person is None:
            return
        here = local(self._desk.clock.now())
        found = self._desk.read(queries.involvement, here, [self._person])[self._person]
        self._found = found
        self.bar.show_step(STEPS.index(found.step) - 1)
        derived = text(N_("{step}: {reason}."), step=STEP_WORDS[found.derived], reason=found.reason)
        if found.is_chosen:
            why = breakable(one_line(found.chosen_reason).rstrip("."))
            self.chosen.set_words(text(N_("{step}, chosen by you: {reason}."), step=STEP_WORDS[found.step], reason=why))
            derived = text(N_("From what happened: {derived}"), derived=derived)
        self.reason.set_words(derived)
        self.chosen.setVisible(found.is_chosen)
        self._ways.setVisible(found.is_chosen)
        can_write = self._desk.store is not None and not self._desk.store.read_only
        for button in (self.choose, self.again):
            button.setEnabled(can_write)

    def ask(self) -> None:
        """Open the choice with the step that counts now."""
        if self._found is not None:
            self.choice.begin(self._found.step, self._found.chosen_reason)
            self.choice.show()
            self.choice.focus_first()
            bring_in_view(self.choice)

    def close_choice(self) -> None:
        """Close the choice and stand on the way to it again."""
        self.choice.hide()
        self.choose.setFocus()

    # Slots

    def _on_choose(self) -> None:
        if self.choice.isVisible():
            self.close_choice()
        else:
            self.ask()

    def _on_chosen(self, step: str, reason: str) -> None:
        if self._person is None:
            return
        name = self._desk.read(cards.card, self._person).name
        label = actions.chosen_label(name, next(one for one in STEPS if one == step))
        doing = self._desk.do(label, actions.set_step, self._person, step, reason)
        doing.then(self._on_done).failed(self._on_failed)

    def _on_done(self, _nothing: None) -> None:
        self.close_choice()

    def _on_failed(self, error: DraftInvalid) -> None:
        self.choice.show_problems(error.problems)

    def _on_again(self) -> None:
        if self._person is None:
            return
        name = self._desk.read(cards.card, self._person).name
        self._desk.do(actions.derived_label(name), actions.set_step, self._person, "")
        self.choice.hide()
        self.choose.setFocus()
