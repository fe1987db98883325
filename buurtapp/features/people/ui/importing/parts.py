"""What the steps of the import share: a label on one line, and two cards beside or below each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import PlainLabel
from buurtapp.uikit.words import Words, one_line, say

_LEFT, _SMALLEST_LEFT, _SMALLEST_RIGHT, _GAP, _HIGH = 390, 320, 340, 16, 300


class ShortLabel(PlainLabel):
    """Words on one line that end in … where there is no room; a screen reader reads all of them."""

    def __init__(self, words: Words = "", kind: str = "", *, size: str = "body", strong: bool = False) -> None:
        self._all: Words = ""
        super().__init__("", kind, size=size, strong=strong, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_words(words)

    def set_words(self, words: Words) -> None:
        """Show other words."""
        self._all = words
        self._fit()

    def _fit(self) -> None:
        whole = one_line(say(self._all))
        self.setAccessibleName(whole)
        shown = QFontMetrics(self.font()).elidedText(whole, Qt.TextElideMode.ElideRight, max(self.width() - 2, 12))
        if shown != self.text():
            super().set_words(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language, measure other letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()


class SideBySide(QScrollArea):
    """Two cards beside each other; below each other, and scrolling, where the window is narrow."""

    def __init__(self, left: QWidget, right: QWidget, left_px: int = _LEFT) -> None:
        super().__init__()
        self._left, self._right, self._left_px = left, right, left_px
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("kind", "scrolled")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._box.setContentsMargins(24, 0, 24, 16)
        self._box.setSpacing(_GAP)
        self._box.addWidget(left)
        self._box.addWidget(right, 1)
        self.setWidget(inner)
        self._arrange()

    def is_narrow(self) -> bool:
        """Return whether the cards lie below each other."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def _arrange(self) -> None:
        theme = look.current()
        room = self.width() - 48 - _GAP
        wanted = round(self._left_px * (1 + (theme.percent - 100) / 200))
        left = min(wanted, max(round(room * 0.48), 280))
        narrow = room - left < theme.px(_SMALLEST_RIGHT) or left < theme.px(_SMALLEST_LEFT)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(way)
        self._left.setMinimumWidth(0 if narrow else left)
        self._left.setMaximumWidth(16_777_215 if narrow else left)
        for card in (self._left, self._right):
            card.setMinimumHeight(theme.px(_HIGH) if narrow else theme.px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the cards where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_box"):
            self._arrange()


class _Scrolling(QScrollArea):
    """Takes what room there is, and asks for little: a card in a window that is low scrolls by itself."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a small size."""
        return QSize(100, 100)


def scrolling(inner: QWidget) -> QScrollArea:
    """Return a place in a card where what is inside scrolls."""
    area = _Scrolling()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner.setProperty("kind", "scrolled")
    area.setWidget(inner)
    return area


def stacked(widget: QWidget, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0) -> QVBoxLayout:
    """Return the upright layout of a widget."""
    box = QVBoxLayout(widget)
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    return box
