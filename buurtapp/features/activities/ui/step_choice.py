"""The small choice below the bar of the ladder: another step than the rule says, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.rules.steps import STEP_WORDS, STEPS, Step
from buurtapp.features.people.ui.private_hint import PrivateHint
from buurtapp.uikit.controls import Button
from buurtapp.uikit.form import choice, line
from buurtapp.uikit.small_form import SmallForm


class StepChoice(SmallForm):
    """Asks for a step and its reason. `chosen` tells both; Escape closes without changing anything."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form.add(("step", choice(text(N_("Step")), [(step, STEP_WORDS[step]) for step in STEPS])))
        self.form.add(("reason", line(text(N_("Why")), text(N_("For example: keeps the key of De Kas.")))))
        self.warning = PrivateHint()
        self.save = Button(text(N_("Save")), "secondary", "check")
        self.cancel = Button(text(N_("Cancel")), "quiet")
        self.put((self.form, self.warning), (self.save, self.cancel), narrow=("step", "reason"))

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

    def focus_first(self) -> None:
        """Put the keyboard on the steps."""
        self.form.field("step").input.setFocus()

    # Slots

    def _on_save(self) -> None:
        self.chosen.emit(str(self.form.value("step")), self.form.text("reason"))
