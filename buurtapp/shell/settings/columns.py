"""How the settings are laid out: rows that go on below, and columns that go below each other when room is short."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from buurtapp.uikit import theme as look
from buurtapp.uikit.flow import FlowRow

_TWO_COLUMNS_FROM = 820
"""Pixels at 100 %: with less room, or larger letters, there is one column."""
_GAP = 16


def flow(*widgets: QWidget, spacing: int = 8) -> QWidget:
    """Return a row of widgets that goes on below when it is narrow."""
    return FlowRow(widgets, spacing, spacing)


class Columns(QScrollArea):
    """Two columns that scroll down and never sideways; one below the other when the room is short."""

    def __init__(self, shares: tuple[int, int] = (3, 2)) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("kind", "scrolled")
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._box.setContentsMargins(24, _GAP, 24, 24)
        self._box.setSpacing(_GAP)
        for part, share in zip((self.left, self.right), shares, strict=True):
            part.setSpacing(_GAP)
            self._box.addLayout(part, share)
        self.setWidget(inner)

    def end(self) -> None:
        """Leave the rest of both columns empty; called when all is in them."""
        self.left.addStretch(1)
        self.right.addStretch(1)

    def _turn(self, width: int) -> None:
        is_wide = width >= look.current().px(_TWO_COLUMNS_FROM) and not self.right.isEmpty()
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != way:
            self._box.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Look whether both columns fit beside each other."""
        self._turn(event.size().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Look again when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_box"):
            self._turn(self.viewport().width())
