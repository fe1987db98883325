"""Tables: rows of 40 pixels that grow with the text, drawn in one place; keys that never trap.

Space ticks, Enter opens, Tab goes on to the next widget, letters are left to the search field.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from buurtapp.uikit import icons
from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import Column, Group, PagedModel
from buurtapp.uikit.street_sign import paint_plate, plate_width
from buurtapp.uikit.theme import Theme
from buurtapp.uikit.windows import paint_involvement
from buurtapp.uikit.words import Words, one_line, say

ROW, COMPACT_ROW, GROUP_ROW = 40, 36, 32
"""Heights at 100 %: the usual one, one for lists only to read, and of a row that stands above others."""
_TICK_WIDTH = 44
_PAD = 8
_MOST_GROUPS = 500
"""Rows of groups are lower than others, up to so many: each costs Qt time."""
_Index = QModelIndex | QPersistentModelIndex


def row_height(theme: Theme, base: int = ROW) -> int:
    """Return the height of a row: 40 grows to 56 at 150 % (tokens, section 9)."""
    return round(base + (theme.percent - 100) * (0.16 * base / 20))


class RowDelegate(QStyledItemDelegate):
    """Draws every cell of a table by the looks of its column."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        model = index.model()
        if not isinstance(model, PagedModel):
            super().paint(painter, option, index)
            return
        theme = look.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = model.group(index.row())
        if group is not None:
            self._paint_group(painter, QRect(option.rect), group, theme)
        else:
            self._paint_ground(painter, QRect(option.rect), index, model)
            made = model.column(index.column())
            record = model.record(index.row())
            if record is not None:
                self._paint_cell(painter, QRect(option.rect), index, made, record)
        rect = QRect(option.rect)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        self._paint_focus(painter, index, theme)
        painter.restore()

    def _whole_row(self, rect: QRect) -> QRect:
        header = self._view.horizontalHeader()
        return QRect(-header.offset(), rect.top(), max(header.length(), self._view.viewport().width()), rect.height())

    def _paint_group(self, painter: QPainter, rect: QRect, group: Group, theme: Theme) -> None:
        """Draw a group over the whole row; each cell shows its part of it."""
        painter.setClipRect(rect)
        row = self._whole_row(rect)
        painter.fillRect(row, theme.color("paper"))
        font = theme.font("body", 700) if not group.is_place else theme.font("small", 700)
        title, left = say(group.title), row.left() + 12
        if group.is_folded is not None:
            side = theme.px(18)
            name = "chevron-right" if group.is_folded else "chevron-down"
            picture = icons.pixmap(name, theme.color("ink-2").name(), side, painter.device().devicePixelRatioF())
            painter.drawPixmap(left, row.center().y() - side // 2 + 1, picture)
            left += side + 12
        wide = plate_width(title, font) if group.is_place else QFontMetrics(font).horizontalAdvance(title)
        place = QRectF(left, row.top() + 4, wide, row.height() - 9)
        if group.is_place:
            paint_plate(painter, place, title, font)
        else:
            painter.setFont(font)
            painter.setPen(theme.color("ink"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, title)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink-2"))
        more = QRectF(left + wide + 12, row.top(), row.width(), row.height())
        painter.drawText(more, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, say(group.more))

    def _paint_ground(self, painter: QPainter, rect: QRect, index: _Index, model: PagedModel[object]) -> None:
        theme = look.current()
        chosen = self._view.selectionModel().isRowSelected(index.row(), QModelIndex())
        ticked = model.ids()[index.row()] in model.ticked
        ground = getattr(self._view, "ground", None)
        record = model.record(index.row())
        own = ground(record) if ground is not None and record is not None else ""
        role = "tint" if chosen else own or ("tint-hover" if ticked or self._is_under_mouse(index) else "surface")
        painter.fillRect(rect, theme.color(role))
        if chosen and self._view.horizontalHeader().visualIndex(index.column()) == 0:
            bar = QRect(rect)
            bar.setWidth(4)
            painter.fillRect(bar, theme.color("primary"))

    def _is_under_mouse(self, index: _Index) -> bool:
        return getattr(self._view, "row_under_mouse", -1) == index.row()

    def _paint_focus(self, painter: QPainter, index: _Index, theme: Theme) -> None:
        if not self._view.hasFocus() or self._view.currentIndex().row() != index.row():
            return
        painter.setPen(QPen(theme.color("focus"), 3))
        rect = self._view.visualRect(index)
        painter.setClipRect(rect)
        row = self._whole_row(rect).intersected(self._view.viewport().rect()).adjusted(1, 1, -2, -2)
        painter.drawRect(row)

    def _paint_cell(self, painter: QPainter, rect: QRect, index: _Index, made: Column[object], record: object) -> None:
        theme, text = look.current(), str(index.data() or "")
        if made.look == "tick":
            box = tick_rect(rect, theme)
            paint_tick(painter, box, on=index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
            return
        place = rect.adjusted(_PAD, 0, -_PAD, 0)
        if made.look == "tags":
            paint_tags(painter, place, made.text(record).splitlines(), theme)
            return
        if made.look == "windows":
            paint_involvement(painter, QRectF(place), made.lit(record) if made.lit is not None else 0, text)
            return
        if made.look == "dated":
            _paint_dated(painter, place, made.text(record).partition("\n"), theme)
            return
        if made.look == "plate" and text:
            font = theme.font("small", 700)
            wide = min(plate_width(text, font), place.width())
            paint_plate(painter, QRectF(place.left(), rect.center().y() - theme.px(13), wide, theme.px(26)), text, font)
            return
        role = made.role(record) if made.role is not None else ""
        if made.icon is not None and made.icon(record):
            place = _paint_icon(painter, place, made.icon(record), theme.color(role or "ink-2").name(), theme)
        self._paint_words(painter, place, text, made, role)

    def _paint_words(self, painter: QPainter, place: QRect, text: str, made: Column[object], role: str) -> None:
        theme = look.current()
        weight = {"strong": 700, "state": 600}.get(made.look, 400)
        small = made.look in {"second", "number", "state"}
        font = theme.font("small" if small else "body", weight)
        painter.setFont(font)
        painter.setPen(theme.color(role or ("ink-2" if made.look in {"second", "number"} else "ink")))
        side = Qt.AlignmentFlag.AlignRight if made.look == "number" else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a row; columns have their own width."""
        return QSize(80, row_height(look.current()))


def tick_rect(cell: QRect, theme: Theme) -> QRect:
    """Return where the box to tick lies in its cell."""
    side = theme.px(20)
    return QRect(cell.left() + 10, cell.center().y() - side // 2, side, side)


def paint_tick(painter: QPainter, box: QRect, *, on: bool) -> None:
    """Draw a box to tick, as everywhere in the app."""
    theme = look.current()
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("primary"))
        painter.drawRoundedRect(QRectF(box), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("on-primary"), box.width() / 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        tick = QPainterPath(QPointF(box.left() + box.width() * 0.22, box.top() + box.height() * 0.52))
        tick.lineTo(box.left() + box.width() * 0.42, box.top() + box.height() * 0.72)
        tick.lineTo(box.left() + box.width() * 0.78, box.top() + box.height() * 0.3)
        painter.drawPath(tick)
    else:
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("control"), 2))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_tags(painter: QPainter, place: QRect, tags: list[str], theme: Theme) -> None:
    """Draw labels side by side; those that do not fit become a number."""
    font = theme.font("caption")
    measure = QFontMetrics(font)
    left, high = place.left(), measure.height() + 6
    painter.setFont(font)
    for at, tag in enumerate(tags):
        rest = len(tags) - at - 1
        room = place.right() - left - (measure.horizontalAdvance(f"+{rest}") + 14 if rest else 0)
        is_last = measure.horizontalAdvance(tag) + 16 > room and at > 0
        shown = f"+{rest + 1}" if is_last else tag
        wide = min(measure.horizontalAdvance(shown) + 16, place.right() - left)
        box = QRectF(left, place.center().y() - high / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.color("ink"))
        cut = measure.elidedText(shown, Qt.TextElideMode.ElideRight, int(wide) - 10)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, cut)
        left += int(wide) + 6
        if is_last:
            return


def _paint_dated(painter: QPainter, place: QRect, parts: tuple[str, str, str], theme: Theme) -> None:
    font = theme.font("small")
    measure, aligned = QFontMetrics(font), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    when, words = parts[0], one_line(parts[2])
    painter.setFont(font)
    painter.setPen(theme.color("ink-2"))
    painter.drawText(place, aligned, when)
    rest = place.adjusted(measure.horizontalAdvance(f"{when} "), 0, 0, 0)
    painter.setPen(theme.color("ink"))
    painter.drawText(rest, aligned, measure.elidedText(words, Qt.TextElideMode.ElideRight, rest.width()))


def _paint_icon(painter: QPainter, place: QRect, name: str, color: str, theme: Theme) -> QRect:
    side = theme.px(18)
    picture = icons.pixmap(name, color, side, painter.device().devicePixelRatioF())
    painter.drawPixmap(place.left(), place.center().y() - side // 2, picture)
    return place.adjusted(side + 6, 0, 0, 0)


class Table(QTableView):
    """A table of records. `opened` is Enter or a double click on a row; `chosen` the row with the keyboard."""

    opened = Signal(int)
    chosen = Signal(int)
    typed = Signal(str)

    def __init__(self, words: Words, model: PagedModel[Any], *, base_row: int = ROW) -> None:
        super().__init__()
        self._words = words
        self._base_row = base_row
        self._low_rows: list[int] = []
        self.row_under_mouse = -1
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self._name_it()
        self.setModel(model)
        model.modelReset.connect(self._size_rows)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.chosen.emit(now.row()))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._size_columns()
        self._size_rows()

    def paged(self) -> PagedModel[Any]:
        """Return the model, for what only ours can do."""
        model = self.model()
        if not isinstance(model, PagedModel):
            message = "a table shows a PagedModel"
            raise TypeError(message)
        return model

    def choose(self, row: int) -> None:
        """Put the keyboard on a row and show it."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def choose_first(self) -> None:
        """Put the keyboard on the first row that is not a group."""
        model = self.paged()
        row = next((row for row, number in enumerate(model.ids()) if number >= 0), -1)
        if row >= 0:
            self.choose(row)
        if row == 1:
            # The heading above it is worth a look as well.
            self.scrollToTop()

    def hide_columns(self, hidden: set[int]) -> None:
        """Show all columns but these."""
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column in hidden)

    def fit_height(self, most: int = 10_000) -> None:
        """Be as high as the rows, so that a page scrolls and not the table; at most so many pixels."""
        header = self.horizontalHeader().sizeHint().height() if not self.horizontalHeader().isHidden() else 0
        self.setFixedHeight(min(self.verticalHeader().length() + header + 4, most))

    def _name_it(self) -> None:
        self.setAccessibleName(say(self._words))
        self.horizontalHeader().setAccessibleName(say(self._words))

    def _size_columns(self) -> None:
        theme, model, header = look.current(), self.paged(), self.horizontalHeader()
        header.setMinimumSectionSize(24)
        for number in range(model.columnCount()):
            made = model.column(number)
            stretch = made.width == 0 and made.look != "tick"
            header.setSectionResizeMode(
                number, QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            )
            if not stretch:
                header.resizeSection(number, theme.px(made.width or _TICK_WIDTH))

    def _size_rows(self) -> None:
        theme, model, header = look.current(), self.paged(), self.verticalHeader()
        header.setDefaultSectionSize(row_height(theme, self._base_row))
        groups = [row for row, number in enumerate(model.ids()) if number < 0] if model.rowCount() else []
        # Qt keeps the heights of rows when a list begins anew: rows that were groups get their usual height back.
        for row in self._low_rows:
            if row < header.count():
                header.resizeSection(row, row_height(theme, self._base_row))
        self._low_rows = groups if len(groups) <= _MOST_GROUPS else []
        for row in self._low_rows:
            header.resizeSection(row, row_height(theme, GROUP_ROW))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say the headings in another language; grow with the text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name_it()
            columns = self.model().columnCount()
            self.model().headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns - 1)
            self.viewport().update()
        elif event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self._size_columns()
            self._size_rows()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick with Space, open with Enter; letters are told, for a search field."""
        key, row = event.key(), self.currentIndex().row()
        if key == Qt.Key.Key_Space and row >= 0:
            self._toggle(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(row)
        elif event.text().isprintable() and event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _toggle(self, row: int) -> None:
        model = self.paged()
        if any(model.column(number).look == "tick" for number in range(model.columnCount())):
            model.toggle(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick where the box is; choose elsewhere."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.paged().column(index.column()).look == "tick":
            self._toggle(index.row())
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show which row is under the mouse."""
        self._set_under_mouse(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """No row is under the mouse any more."""
        self._set_under_mouse(-1)
        super().leaveEvent(event)

    def _set_under_mouse(self, row: int) -> None:
        if row != self.row_under_mouse:
            self.row_under_mouse = row
            self.viewport().update()
