"""A button as wide as its panel: words and pictures in a row, that open something."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button


class RowButton(Button):
    """Takes what is put into it as its face; words in it may break, and then it is higher.

    `least_px` is how high it is at least, in pixels at 100 %.
    """

    def __init__(self, margins: QMargins, gap: int, least_px: int) -> None:
        super().__init__("", "row")
        self._least_px = least_px
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(margins)
        self._row.setSpacing(gap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def put(self, part: QWidget, stretch: int = 0) -> None:
        """Put something at the end of the row; a click on it is a click on the button."""
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.addWidget(part, stretch)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of what is in it; a button knows only its own."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: the words may break."""
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that narrow words need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the words are at this width."""
        return max(self._row.heightForWidth(width), look.current().px(self._least_px))
