"""A row of a card that is one large button: words of several sizes inside, Enter opens it, arrows go on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import paint_ring

_RADIUS = 6


class Row(QAbstractButton):
    """What opens something; the widgets inside only show. `stepped` asks for the row above (-1) or below (1)."""

    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        # A button of Qt keeps the width it would like; a row of words may break them.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def seal(self) -> None:
        """Let clicks on the words inside through to the row; called when they are all there."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open on Enter as on Space; go up and down."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what is under the words: nothing, the mouse, the keyboard."""
        theme = look.current()
        if self.isDown() or self.underMouse():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if self.isDown() else "tint-hover"))
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
            painter.end()
        if self.hasFocus():
            paint_ring(self, "", "focus", _RADIUS)
