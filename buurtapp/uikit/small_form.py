"""A few fields that open in a side panel, and close again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.errors import DraftProblem
from buurtapp.uikit.controls import Button, Card
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.form import Form


class SmallForm(Card):
    """A form on a ground of its own, with its buttons below; Escape closes it, and nothing else."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__("sunken")
        self.form = Form()

    def put(self, parts: Iterable[QWidget], buttons: Iterable[Button], narrow: Iterable[str] = ()) -> None:
        """Put the parts below each other and the buttons below them; fields that are `narrow` widen no panel."""
        for name in narrow:
            self.form.field(name).input.setMinimumWidth(1)
        together = QWidget()
        flow = Flow(together, 8, 8)
        for button in buttons:
            flow.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 10, 10, 10)
        box.setSpacing(10)
        for part in (*parts, together):
            box.addWidget(part)

    def show_problems(self, problems: Sequence[DraftProblem]) -> None:
        """Tell what is wrong below its field."""
        self.form.show_problems(problems)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
