"""The small choice below the bar of the ladder: another step than the rule says, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.rules.steps import STEP_WORDS, STEPS, Step
from buurtapp.features.people.ui.private_hint import PrivateHint
from buurtapp.uikit.controls import Button, Card
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.form import Form, choice, line


class StepChoice(Card):
    """Asks for a step and its reason. `chosen` tells both; Escape closes without changing anything."""

    chosen = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("sunken")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form = Form()
        self.form.add(("step", choice(text(N_("Step")), [(step, STEP_WORDS[step]) for step in STEPS])))
        self.form.add(("reason", line(text(N_("Why")), text(N_("For example: keeps the key of De Kas.")))))
        for name in ("step", "reason"):
            self.form.field(name).input.setMinimumWidth(1)
        self.warning = PrivateHint()
        self.save = Button(text(N_("Save")), "secondary", "check")
        self.cancel = Button(text(N_("Cancel")), "quiet")
        buttons = QWidget()
        flow = Flow(buttons, 8, 8)
        for button in (self.save, self.cancel):
            flow.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 10, 10, 10)
        box.setSpacing(10)
        for widget in (self.form, self.warning, buttons):
            box.addWidget(widget)

    def _connect(self) -> None:
        reason = self.form.field("reason").input
        if isinstance(reason, QLineEdit):
            reason.textChanged.connect(self.warning.look_at)
            reason.returnPressed.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)

    # Public

    def begin(self, step: Step, reason: str) -> None:
        """Begin with the step that counts now, and the reason that was given before."""
        self.form.set_value("step", step)
        self.form.set_value("reason", reason)
        self.form.show_problems(())

    def show_problems(self, problems: Sequence[DraftProblem]) -> None:
        """Tell what is wrong below its field."""
        self.form.show_problems(problems)

    def focus_first(self) -> None:
        """Put the keyboard on the steps."""
        self.form.field("step").input.setFocus()

    # Slots

    def _on_save(self) -> None:
        self.chosen.emit(str(self.form.value("step")), self.form.text("reason"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes the choice, and nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
