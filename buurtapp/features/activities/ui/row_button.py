"""Rows: one that can be pressed as a whole, an icon with its words, and things that go on the next line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import PlainLabel, paint_ring
from buurtapp.uikit.words import Words, say


class RowButton(QAbstractButton):
    """The whole row is the button; what stands on it is put in `row`."""

    def __init__(self, name: Words) -> None:
        super().__init__()
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Not Minimum: Qt would take the height of words that break where they need not.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 6, 16, 7)
        self.row.setSpacing(12)
        self.setAccessibleName(say(name))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground, the line below, and the ring."""
        theme = look.current()
        painter = QPainter(self)
        if self.isDown() or self.underMouse():
            painter.fillRect(self.rect().adjusted(1, 0, -1, 0), theme.color("tint" if self.isDown() else "tint-hover"))
        painter.setPen(theme.color("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
        if self.hasFocus():
            paint_ring(self, "", "focus", 4)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Rest again."""
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter does what Space does; up and down go to the next row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class Pair(QWidget):
    """An icon with its words, on one line."""

    def __init__(self, icon: QWidget, label: PlainLabel) -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(icon)
        box.addWidget(label, 1)
