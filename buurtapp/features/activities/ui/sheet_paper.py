"""A printed list on the screen as it lies on the table: white, also in the dark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, _, p_, text
from buurtapp.features.activities.ui.sheet_lines import PaperTable
from buurtapp.features.activities.ui.sheet_model import PaperModel, paper_theme
from buurtapp.features.activities.ui.sheet_state import SheetState
from buurtapp.uikit import theme as look
from buurtapp.uikit.theme import Theme
from buurtapp.uikit.words import one_line


class _PaperHead(QWidget):
    """The head of the paper: what the list is, of what, its code, and what the columns are."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._code = "", ""
        self._has_photos = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sheet(self, title: str, code: str, *, has_photos: bool) -> None:
        """Show the head of another list."""
        self._title, self._code, self._has_photos = one_line(title), code, has_photos
        self.setAccessibleName(text(N_("Attendance list {code}"), code=code).render())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size: two lines of words and the heads of the columns."""
        theme = paper_theme()
        high = sum(QFontMetrics(theme.font(size, 700)).height() for size in ("h2", "body", "small"))
        return QSize(200, high + 30)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the head."""
        theme = paper_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        mark, left, right = theme.px(12), 16, self.width() - 16
        painter.fillRect(left, 14, mark, mark, theme.color("ink"))
        painter.fillRect(right - mark, 14, mark, mark, theme.color("ink"))
        painter.setPen(theme.color("ink"))
        code_font = theme.font("body", 700)
        code_wide = QFontMetrics(code_font).horizontalAdvance(self._code)
        self._put(painter, QRect(right - mark - 12 - code_wide, 8, code_wide + 4, theme.px(24)), self._code, code_font)
        start = left + mark + 12
        room = right - mark - 24 - code_wide - start
        big = theme.font("h2", 700)
        high = QFontMetrics(big).height()
        self._put(painter, QRect(start, 8, room, high), _("Attendance list"), big)
        self._put(painter, QRect(start, 10 + high, right - start, theme.px(22)), self._title, theme.font("body", 600))
        self._paint_heads(painter, theme)
        painter.setPen(QPen(theme.color("ink"), 2))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _paint_heads(self, painter: QPainter, theme: Theme) -> None:
        font = theme.font("small", 700)
        high = QFontMetrics(font).height() + 6
        top = self.height() - high - 1
        here = p_("above the boxes of a printed list", "here")
        painter.setFont(font)
        box = QRect(theme.px(48), top, theme.px(48), high)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, here)
        start = theme.px(96)
        if self._has_photos:
            box = QRect(start, top, theme.px(64), high)
            self._put(painter, box, p_("above the boxes of a printed list", "photo ok"), theme.font("caption", 700))
            start += theme.px(64)
        name = p_("column of a printed list", "Name")
        self._put(painter, QRect(start + 8, top, self.width() - start, high), name, font)

    def _put(self, painter: QPainter, place: QRect, words: str, font: QFont) -> None:
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class Paper(QFrame):
    """The whole paper: its head, and its lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet_paper")
        self.setMinimumWidth(1)
        self.model = PaperModel()
        self.head = _PaperHead()
        self.table = PaperTable(self.model)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.table, 1)

    def show_state(self, state: SheetState) -> None:
        """Show a list that is being read back."""
        self.model.show_state(state)
        self.head.show_sheet(state.sheet.title, state.sheet.code, has_photos=self.model.has_photos)
        self.table.show_now()

    def redraw(self) -> None:
        """Show what was read since, and the line in hand."""
        self.model.redraw()
        self.table.show_now()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the edge of the paper."""
        painter = QPainter(self)
        painter.setPen(QPen(look.current().color("line-strong"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
