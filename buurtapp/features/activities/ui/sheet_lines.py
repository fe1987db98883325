"""The lines of a printed list on the screen: number, box and name, with a green cross where there is one on paper."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from buurtapp.core.i18n import N_, _, p_, text
from buurtapp.features.activities.ui.sheet_state import Line, SheetState
from buurtapp.uikit import theme as look
from buurtapp.uikit.table import row_height
from buurtapp.uikit.theme import Theme
from buurtapp.uikit.words import one_line

NUMBER, BOX, NAME = range(3)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def paper_theme() -> Theme:
    """Return the colours of paper: always the light ones, in the letters of now."""
    return Theme(dark=False, percent=look.current().percent)


class PaperModel(QAbstractTableModel):
    """The lines of the paper: number, box, name."""

    def __init__(self) -> None:
        super().__init__()
        self.state: SheetState | None = None

    def show_state(self, state: SheetState | None) -> None:
        """Show another paper."""
        self.beginResetModel()
        self.state = state
        self.endResetModel()

    def redraw(self) -> None:
        """Show what was read since."""
        if self.state is not None and self.state.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.state.lines) - 1, NAME))

    def line(self, at: int) -> Line | None:
        """Return a line; None when there is none."""
        state = self.state
        return state.lines[at] if state is not None and 0 <= at < len(state.lines) else None

    def name(self, line: Line) -> str:
        """Return what stands on a line: the printed name, the name that was written, or that somebody is gone."""
        if line.is_gone:
            return _("no longer in the list of people")
        written = self.state.walk_ins.get(line.number) if self.state is not None else None
        return one_line(written.name if line.is_blank and written is not None else line.name)

    def heading(self, at: int) -> str:
        """Return what stands on the paper above a line: where the blank lines begin, or a page."""
        line, before = self.line(at), self.line(at - 1)
        if line is None or self.state is None:
            return ""
        if line.is_blank and (before is None or not before.is_blank):
            return _("Not on the list, but here? Write your name and put a cross.")
        if before is not None and before.page != line.page:
            return _("page {page} of {pages}").format(page=line.page, pages=self.state.sheet.pages)
        return ""

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many lines there are."""
        return 0 if parent.isValid() or self.state is None else len(self.state.lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell; a box is checked or not."""
        line = self.line(index.row())
        if line is None or self.state is None:
            return None
        is_ticked = self.state.is_ticked(line)
        if index.column() == BOX:
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return _("a cross") if is_ticked else _("no cross")
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return str(line.number) if index.column() == NUMBER else self.name(line)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column, as on the paper."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return ("", p_("above the boxes of a printed list", "here"), p_("column of a printed list", "Name"))[section]


class _PaperDelegate(QStyledItemDelegate):
    """Draws a line of the paper; the line in hand is tinted, with a ring around it."""

    def __init__(self, view: PaperTable) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a line."""
        return QSize(40, row_height(paper_theme()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        model = self._view.paper()
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
            box = box_in(rect, theme)
            paint_box(painter, box, theme, on=model.state.is_ticked(line))
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
        model = self._view.paper()
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
        painter.setPen(color)
        shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

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


class PaperTable(QTableView):
    """The lines. Keys are told as what they mean; the one in hand is that of the state, not of Qt."""

    crossed = Signal()
    passed = Signal()
    moved = Signal(int)
    clicked_box = Signal(int)
    clicked_line = Signal(int)
    left = Signal()
    typed = Signal(str)

    def __init__(self, model: PaperModel) -> None:
        super().__init__()
        self._paper = model
        self.setProperty("kind", "paper")
        self.setModel(model)
        self.setItemDelegate(_PaperDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(72)
        self.setAccessibleName(text(N_("Lines of the list")).render())
        self.size_lines()
        model.modelReset.connect(self.size_lines)

    def paper(self) -> PaperModel:
        """Return the model."""
        return self._paper

    def size_lines(self) -> None:
        """Grow with the text."""
        theme = paper_theme()
        self.verticalHeader().setDefaultSectionSize(row_height(theme))
        self.horizontalHeader().resizeSection(NUMBER, theme.px(48))
        self.horizontalHeader().resizeSection(BOX, theme.px(48))
        for at in range(self._paper.rowCount()):
            if self._paper.heading(at):
                self.setRowHeight(at, row_height(theme) + heading_height(theme))

    def show_now(self) -> None:
        """Show the line in hand, with the next ones below it."""
        state = self._paper.state
        if state is None or not state.lines:
            return
        self.setCurrentIndex(self._paper.index(state.at, NAME))
        self.scrollTo(self._paper.index(min(state.at + 2, len(state.lines) - 1), NAME))
        self.scrollTo(self._paper.index(state.at, NAME))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space crosses, Enter goes on, arrows and Backspace go to another line; Tab leaves the paper."""
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Backspace: -1}
        steps |= {Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        if key == Qt.Key.Key_Space:
            self.crossed.emit()
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.passed.emit()
        elif key in steps:
            self.moved.emit(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isprintable() and event.text():
            self.typed.emit(event.text())
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Cross the box that is clicked; take the line in hand elsewhere."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            (self.clicked_box if index.column() == BOX else self.clicked_line).emit(index.row())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text; say the name in another language."""
        if event.type() == QEvent.Type.StyleChange:
            self.size_lines()
        elif event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(text(N_("Lines of the list")).render())
        super().changeEvent(event)
