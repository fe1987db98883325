"""A number that is typed over at once, and that the mouse wheel does not change while something is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox


class NumberBox(QSpinBox):
    """A small number; what stands there is chosen when the keyboard comes, so that typing replaces it."""

    def __init__(self) -> None:
        super().__init__()
        # The style sheet's padding does not reach the figures (QSpinBox, 6.11).
        self.lineEdit().setTextMargins(8, 0, 8, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the whole number, also after a click has put the cursor somewhere."""
        super().focusInEvent(event)
        self.selectAll()
        QTimer.singleShot(0, self, self.selectAll)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the number chosen after a click on an arrow."""
        super().mouseReleaseEvent(event)
        self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()
