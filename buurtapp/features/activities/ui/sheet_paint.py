"""How the lines of a printed list are drawn: boxes with green crosses, and a ring around the line in hand."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from buurtapp.features.activities.ui.sheet_model import BOX, NUMBER, PHOTO, PaperModel, paper_theme
from buurtapp.features.activities.ui.sheet_state import Line
from buurtapp.uikit.table import row_height
from buurtapp.uikit.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Draws a line of the paper; the line in hand is tinted, with a ring around it."""

    def __init__(self, view: QTableView, model: PaperModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a line."""
        return QSize(40, row_height(paper_theme()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        model = self._model
        line = model.line(index.row())
        if line is None or model.state is None:
            return
        theme, rect = paper_theme(), QRect(option.rect)
        is_now = model.state.at == index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = model.heading(index.row())
        if heading:
            rect = self._paint_heading(painter, rect, heading)
        painter.fillRect(rect, theme.color("tint") if is_now else Qt.GlobalColor.white)
        if index.column() == BOX:
            paint_box(painter, box_in(rect, theme), theme, on=model.state.is_ticked(line))
        elif index.column() == PHOTO:
            if model.state.has_photo(line):
                paint_box(painter, box_in(rect, theme), theme, on=line.number in model.state.photos)
        else:
            self._paint_text(painter, rect, index, line, is_now=is_now)
        heavy = model.line(index.row() + 1) is None or line.number % 5 == 0
        painter.setPen(QPen(theme.color("ink" if heavy else "line-strong"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if is_now:
            self._paint_ring(painter, rect, theme)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: str) -> QRect:
        """Draw what stands above a line, over the whole width; return the place of the line itself."""
        theme = paper_theme()
        high = heading_height(theme)
        top = QRect(rect.left(), rect.top(), rect.width(), high)
        painter.fillRect(top, Qt.GlobalColor.white)
        font = theme.font("small", 700)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        painter.save()
        painter.setClipRect(top)
        place = QRect(theme.px(56), top.top(), self._view.viewport().width() - theme.px(64), high)
        shown = QFontMetrics(font).elidedText(heading, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()
        painter.setPen(QPen(theme.color("ink"), 1))
        painter.drawLine(top.bottomLeft(), top.bottomRight())
        return rect.adjusted(0, high, 0, 0)

    def _paint_text(self, painter: QPainter, rect: QRect, index: _Index, line: Line, *, is_now: bool) -> None:
        theme = paper_theme()
        if index.column() == NUMBER:
            painter.setFont(theme.font("small", 700 if is_now else 400))
            painter.setPen(theme.color("ink" if is_now else "ink-2"))
            place = rect.adjusted(4, 0, -8, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line.number))
            return
        font = theme.font("h2" if is_now else "body", 700 if is_now else 400)
        painter.setFont(font)
        place = rect.adjusted(8, 0, -12, 0)
        model = self._model
        name = model.name(line)
        color: QColor = theme.color("ink")
        if line.is_gone:
            color = theme.color("ink-2")
        elif line.is_blank:
            # What was written by hand looks written.
            color = theme.color("primary")
            if not name:
                painter.setPen(QPen(theme.color("line"), 1, Qt.PenStyle.DotLine))
                painter.drawLine(place.left(), rect.bottom() - 9, place.right(), rect.bottom() - 9)
        place.setRight(self._paint_was(painter, place, model.was(line)))
        painter.setFont(font)
        painter.setPen(color)
        shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _paint_was(self, painter: QPainter, place: QRect, was: str) -> int:
        """Draw what stood there before at the right of a line; return where the room for the name ends."""
        if not was:
            return place.right()
        theme = paper_theme()
        font = theme.font("small")
        shown = QFontMetrics(font).elidedText(was, Qt.TextElideMode.ElideRight, place.width() // 2)
        painter.setFont(font)
        painter.setPen(theme.color("ink-2"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(place, right, shown)
        return place.right() - QFontMetrics(font).horizontalAdvance(shown) - 12

    def _paint_ring(self, painter: QPainter, rect: QRect, theme: Theme) -> None:
        painter.setClipRect(rect)
        row = QRect(0, rect.top(), self._view.viewport().width(), rect.height())
        color = theme.color("focus" if self._view.hasFocus() else "control")
        painter.setPen(QPen(color, 3 if self._view.hasFocus() else 2))
        painter.drawRect(row.adjusted(1, 1, -2, -2))


def heading_height(theme: Theme) -> int:
    """Return how high the words above a line are."""
    return theme.px(30)


def box_in(cell: QRect, theme: Theme) -> QRect:
    """Return where the box of a line lies in its cell."""
    side = theme.px(20)
    return QRect(cell.center().x() - side // 2, cell.center().y() - side // 2, side, side)


def paint_box(painter: QPainter, box: QRect, theme: Theme, *, on: bool) -> None:
    """Draw a box as printed, with a green cross when there is one on the paper."""
    painter.setBrush(Qt.GlobalColor.white)
    painter.setPen(QPen(theme.color("ink"), 1.4))
    painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if on:
        painter.setPen(QPen(theme.color("primary"), box.width() / 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        inset = box.width() // 5
        cross = box.adjusted(inset, inset, -inset, -inset)
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(cross.topRight(), cross.bottomLeft())
