"""Parts that the cards of the home screen share: the head, rows that fold, thin lines."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QStyle, QVBoxLayout, QWidget

from buurtapp.features.today.ui.row import Row
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Line, PlainLabel
from buurtapp.uikit.flow import FlowRow

_NARROW = 560
_INSET = 12
_BARS = 2
"""A scroll bar, and the room around it."""


def card_head(title: PlainLabel, *more: QWidget) -> QLayout:
    """Return the head of a card: its title, and what belongs beside it, the last at the end of the line."""
    box = QHBoxLayout()
    box.setContentsMargins(_INSET, 0, _INSET, 0)
    box.setSpacing(8)
    box.addWidget(FlowRow((title, *more[:-1]), 8, 0), 1)
    if more:
        box.addWidget(more[-1], 0, Qt.AlignmentFlag.AlignTop)
    return box


def inset(widget: QWidget) -> QLayout:
    """Return a layout that keeps a widget off the edges of its card."""
    box = QVBoxLayout()
    box.setContentsMargins(_INSET, 0, _INSET, 0)
    box.addWidget(widget)
    return box


def in_order(widgets: Iterable[QWidget | None]) -> None:
    """Let Tab go through widgets in this order: what is made anew would come last of all."""
    for one, other in pairwise(widget for widget in widgets if widget is not None):
        QWidget.setTabOrder(one, other)


def is_narrow(widget: QWidget, least_px: int, *, was_narrow: bool) -> bool:
    """Return whether a widget has less room than it needs side by side; pixels at 100 %.

    What was narrow stays so until a scroll bar more fits as well: with it the page is higher, without it lower, and
    the bar would come and go for ever.
    """
    bar = widget.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, widget)
    return widget.width() < look.current().px(least_px) + (_BARS * bar if was_narrow else 0)


class Rows(QWidget):
    """The rows of a card, below each other. They are put in while it is hidden: to lay them out once is enough."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def add(self, row: QWidget) -> None:
        """Put a row at the end."""
        self._box.addWidget(row)

    def add_line(self) -> None:
        """Put a thin line at the end."""
        self._box.addLayout(inset(Line()))

    def take_place_of(self, old: Rows, place: QLayout) -> None:
        """Stand where the rows stood until now; shown at once, so that a row can have the keyboard."""
        place.replaceWidget(old, self)
        old.hide()
        old.deleteLater()
        self.show()


class UprightLine(Line):
    """A thin line between two things beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumHeight(16_777_215)
        self.setMinimumHeight(0)
        self.setFixedWidth(1)


class FoldingRow(QFrame):
    """A row, and perhaps the button for what comes first: at its side, or below it where there is no room."""

    def __init__(self, row: Row, button: Button | None = None) -> None:
        super().__init__()
        self._button = button
        self._is_narrow = False
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(row, 1)
        if button is not None:
            self.setProperty("kind", "done")
            self._box.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self._fold()

    def _fold(self) -> None:
        if self._button is None:
            return
        self._is_narrow = narrow = is_narrow(self, _NARROW, was_narrow=self._is_narrow)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if narrow else right)
        self._box.setAlignment(self._button, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)
        self._box.setContentsMargins(*((_INSET, 0, _INSET, _INSET) if narrow else (0, 0, _INSET, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the button where there is room for it."""
        super().resizeEvent(event)
        self._fold()
