"""The street sign: a blue plate with a thin white line. It stands for a place, and for nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurtapp.uikit import theme as look

_PADDING, _RADIUS, _LINE = 11, 5, 1.5


def plate_width(text: str, font: QFont) -> int:
    """Return how wide a plate with this text is, in logical pixels."""
    return QFontMetrics(font).horizontalAdvance(text) + 2 * _PADDING


def paint_plate(painter: QPainter, place: QRectF, text: str, font: QFont) -> None:
    """Draw a plate; a text that is too long is shortened at its end."""
    theme = look.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("plate"))
    painter.drawRoundedRect(place, _RADIUS, _RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("on-plate"), _LINE))
    painter.drawRoundedRect(place.adjusted(2.5, 2.5, -2.5, -2.5), _RADIUS - 2, _RADIUS - 2)
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, round(place.width()) - _PADDING)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
    painter.restore()


class StreetSign(QWidget):
    """A plate as a widget: the name of the neighbourhood, or of a street."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another place; screen readers hear it too."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that shows the whole text."""
        return QSize(plate_width(self._text, self._font()), look.current().px(24) + 8)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: a long name is shortened, the plate stays as high."""
        return QSize(40, self.sizeHint().height())

    def _font(self) -> QFont:
        return look.current().font("body", 700)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the plate over the whole widget."""
        painter = QPainter(self)
        paint_plate(painter, QRectF(self.rect()), self._text, self._font())
        painter.end()
