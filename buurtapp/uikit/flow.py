"""Things in a row that go on the next line where there is no room: chips, examples, links."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """A layout that breaks its row like words in a paragraph; from right to left where that is how people read."""

    def __init__(self, gap: int = 8, line_gap: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take one thing more, at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802 - Qt's name
        """Return the thing at a place, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802 - Qt's name
        """Let go of the thing at a place."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Ask for no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that it is higher where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the lines are together."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line with everything on it."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self._gap * max(0, len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the largest thing: there may be one on a line."""
        found = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                found = found.expandedTo(item.minimumSize())
        return found

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Break the lines; return their height. With `move` the things go there."""
        x = y = high = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = min(item.sizeHint().width(), max(rect.width(), item.minimumSize().width()))
            if x and x + wide > rect.width():
                x, y, high = 0, y + high + self._line_gap, 0
            tall = item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
            if move:
                item.setGeometry(self._at(rect, QRect(x, y, wide, tall)))
            x += wide + self._gap
            high = max(high, tall)
        return y + high

    def _at(self, rect: QRect, place: QRect) -> QRect:
        parent = self.parentWidget()
        is_rtl = isinstance(parent, QWidget) and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = rect.right() + 1 - place.x() - place.width() if is_rtl else rect.left() + place.x()
        return QRect(QPoint(left, rect.top() + place.y()), place.size())
