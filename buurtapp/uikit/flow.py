"""Things in a row that go on the next line where there is no room: chips, examples, links."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from buurtapp.uikit.controls import PlainLabel
from buurtapp.uikit.words import Words


class Inline(PlainLabel):
    """A label for in a row: it stands on one line where there is room, and breaks where there is none.

    Qt itself would rather break a text of twenty letters (QLabel, 6.11).
    """

    def __init__(self, words: Words = "", kind: str = "", *, size: str = "body", strong: bool = False) -> None:
        super().__init__(words, kind, size=size, strong=strong, wrap=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size on one line."""
        self.ensurePolished()
        around = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + around.left() + around.right() + 2
        return QSize(wide, self.heightForWidth(wide))


class Flow(QLayout):
    """A layout that breaks its row like words in a paragraph; from right to left where that is how people read.

    It belongs to a widget from the first: a layout written in Python that is put into another layout together with
    what is in it loses its items, and the next look at one of them ends the app (PySide 6.11).
    What is added after `push` stands at the end of its line, where there is room left.
    """

    def __init__(self, host: QWidget, gap: int = 8, line_gap: int | None = None) -> None:
        super().__init__(host)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = gap if line_gap is None else line_gap
        self._push_from: int | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def push(self) -> None:
        """Put what is added from now on at the end of the line."""
        self._push_from = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take one thing more, at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return the thing at a place, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
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
        around = self.contentsMargins()
        inside = width - around.left() - around.right()
        return self._place(QRect(0, 0, inside, 0), move=False) + around.top() + around.bottom()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line with everything on it."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self._gap * max(0, len(sizes) - 1)
        wide = sum(size.width() for size in sizes) + gaps
        return self._around(QSize(wide, max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the largest thing: there may be one on a line."""
        found = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                found = found.expandedTo(item.minimumSize())
        return self._around(found)

    def _around(self, size: QSize) -> QSize:
        around = self.contentsMargins()
        return size + QSize(around.left() + around.right(), around.top() + around.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Break the lines; return their height. With `move` the things go there, each in the middle of its line."""
        x = y = high = 0
        line: list[tuple[int, QLayoutItem, QRect]] = []
        for at, item in enumerate(self._items):
            if item.isEmpty():
                continue
            wide = max(min(item.sizeHint().width(), rect.width()), item.minimumSize().width())
            if x and x + wide > rect.width():
                self._move(rect, line if move else [], high)
                x, y, high, line = 0, y + high + self._line_gap, 0, []
            tall = item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
            line.append((at, item, QRect(x, y, wide, tall)))
            x += wide + self._gap
            high = max(high, tall)
        self._move(rect, line if move else [], high)
        return y + high

    def _move(self, rect: QRect, line: list[tuple[int, QLayoutItem, QRect]], high: int) -> None:
        pushed, spare = 0, max(0, rect.width() - (line[-1][2].right() + 1)) if line else 0
        for at, item, place in line:
            if self._push_from is not None and at >= self._push_from:
                pushed = spare
            item.setGeometry(self._at(rect, place.translated(pushed, (high - place.height()) // 2)))

    def _at(self, rect: QRect, place: QRect) -> QRect:
        parent = self.parentWidget()
        is_rtl = isinstance(parent, QWidget) and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = rect.right() + 1 - place.x() - place.width() if is_rtl else rect.left() + place.x()
        return QRect(QPoint(left, rect.top() + place.y()), place.size())


class FlowRow(QWidget):
    """Widgets in a row that go on the next line where there is no room."""

    def __init__(self, widgets: Sequence[QWidget], gap: int = 12, line_gap: int | None = None) -> None:
        super().__init__()
        flow = Flow(self, gap, line_gap)
        for widget in widgets:
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
