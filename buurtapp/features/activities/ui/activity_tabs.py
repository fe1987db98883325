"""A tab of an activity: its name, and in lighter letters how many or how far."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton

from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, paint_ring
from buurtapp.uikit.words import Words, say

_PAD, _GAP, _BAR = 14, 8, 4


class TabButton(Button):
    """A tab. `text()` is the name with the count behind it, for whoever hears it."""

    def __init__(self) -> None:
        self._name: Words = ""
        self._count: Words = ""
        super().__init__("", "tab")

    def show_tab(self, name: Words, count: Words = "") -> None:
        """Say what is on the tab, and how many."""
        self._name, self._count = name, count
        self._say_both()

    def _say_both(self) -> None:
        self.set_words(" ".join(part for part in (say(self._name), say(self._count)) if part))
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_both()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that both take, the name in the heavy letters of a tab that is shown."""
        wide = 2 * _PAD + self._wide(say(self._name), "body", 700)
        if say(self._count):
            wide += _GAP + self._wide(say(self._count), "small", 400)
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: neither is cut."""
        return self.sizeHint()

    def _wide(self, words: str, size: str, weight: int) -> int:
        return QFontMetrics(look.current().font(size, weight)).horizontalAdvance(words)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the tab without its words, then both parts in their own letters."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        theme = look.current()
        strong = self.isChecked() or self.underMouse()
        place = QRect(_PAD, 0, self.width() - 2 * _PAD, self.height() - _BAR)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        weight = 700 if self.isChecked() else 600
        painter.setFont(theme.font("body", weight))
        painter.setPen(theme.color("ink" if strong else "ink-2"))
        painter.drawText(place, middle, say(self._name))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink-2"))
        left = self._wide(say(self._name), "body", weight) + _GAP
        painter.drawText(place.adjusted(left, 0, 0, 0), middle, say(self._count))
        painter.end()
        if self.hasFocus():
            paint_ring(self, "", "focus", 6)
