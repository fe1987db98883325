"""Where we are in the import: four circles with their names, the present one filled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.uikit import icons
from buurtapp.uikit import theme as look

_GAP, _LINE, _SHORTEST = 8, 40, 12
_SLACK = 4
"""Pixels more than a word measures: letters may reach over their own width."""


class Stepper(QWidget):
    """Shows steps in a row. Where there is no room for all names only the present one has its name."""

    def __init__(self, names: Sequence[Text]) -> None:
        super().__init__()
        self._names = names
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    def set_step(self, at: int) -> None:
        """Show that this step is the present one, counted from 0."""
        self._at = at
        self._say()
        self.update()

    def _say(self) -> None:
        said = text(
            N_("Step {number} of {count}: {name}"),
            number=self._at + 1,
            count=len(self._names),
            name=self._names[self._at],
        )
        self.setAccessibleName(said.render())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size with only the present name."""
        return QSize(240, look.current().px(28) + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: the names go when there is no room."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language; grow with the text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.update()
        elif event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw circles, names and the lines between them, from right to left where people read so."""
        theme = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, measure = theme.px(28), QFontMetrics(theme.font("body", 700))
        wide = [measure.horizontalAdvance(name.render()) + _SLACK for name in self._names]
        bare = len(wide) * (side + _GAP) + sum(wide) + (len(wide) - 1) * 2 * _GAP
        fits = bare + (len(wide) - 1) * _SHORTEST <= self.width()
        spare = (self.width() - bare) // max(1, len(wide) - 1)
        line = min(_LINE, spare) if fits else _SHORTEST
        x = 0
        for at, name in enumerate(self._names):
            if at:
                self._paint_line(painter, x, line)
                x += line + _GAP
            self._paint_circle(painter, QRectF(self._place(x, side), (self.height() - side) / 2, side, side), at)
            x += side + _GAP
            if fits or at == self._at:
                room = wide[at] if fits else min(wide[at], self.width() - x - (3 - at) * (side + 2 * _GAP + _SHORTEST))
                self._paint_name(painter, QRect(round(self._place(x, room)), 0, room, self.height()), at, name)
                x += room + _GAP

    def _place(self, x: float, wide: float) -> float:
        return self.width() - x - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x

    def _paint_line(self, painter: QPainter, x: int, line: int) -> None:
        painter.setPen(QPen(look.current().color("line-strong"), 2))
        left = round(self._place(x, line))
        painter.drawLine(left, self.height() // 2, left + line, self.height() // 2)

    def _paint_circle(self, painter: QPainter, place: QRectF, at: int) -> None:
        theme = look.current()
        is_done, is_here = at < self._at, at == self._at
        painter.setBrush(theme.color("primary" if is_here else "tint" if is_done else "surface"))
        painter.setPen(QPen(theme.color("primary" if is_here or is_done else "control"), 2))
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_done:
            size = theme.px(16)
            tick = icons.pixmap("check", theme.color("primary").name(), size, self.devicePixelRatioF())
            painter.drawPixmap(round(place.center().x() - size / 2), round(place.center().y() - size / 2), tick)
            return
        painter.setFont(theme.font("small", 700))
        painter.setPen(theme.color("on-primary" if is_here else "ink-2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(at + 1))

    def _paint_name(self, painter: QPainter, place: QRect, at: int, name: Text) -> None:
        theme = look.current()
        font = theme.font("body", 700 if at == self._at else 400)
        painter.setFont(font)
        painter.setPen(theme.color("ink" if at == self._at else "ink-2"))
        said = QFontMetrics(font).elidedText(name.render(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, said)
