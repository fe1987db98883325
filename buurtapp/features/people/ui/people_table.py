"""The table of people: a heading to tick everybody and to sort by, and keys to tick a range."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from buurtapp.core.i18n import N_, _, text
from buurtapp.features.people.ui.columns import ADDRESS, HOUSE, NAME, TICK, ListRow, hidden_columns, wider_columns
from buurtapp.uikit import icons
from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import PagedModel
from buurtapp.uikit.table import Table, paint_tick, tick_rect


class PeopleHeader(QHeaderView):
    """Headings: a box that ticks all, and a sign at the column by which the list is sorted."""

    def __init__(self, model: PagedModel[ListRow]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = model
        self._ticked: Qt.CheckState | None = None
        self.sorted_by = HOUSE
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.ticks_changed.connect(self._look_again)
        model.modelReset.connect(self._look_again)

    def _look_again(self) -> None:
        self._ticked = None
        self.viewport().update()

    def ticked(self) -> Qt.CheckState:
        """Return whether all that are shown are ticked, some of them, or none."""
        if self._ticked is None:
            self._ticked = Qt.CheckState.Unchecked
            if self._model.ticked:
                shown = {number for number in self._model.ids() if number >= 0}
                if shown and shown <= self._model.ticked:
                    self._ticked = Qt.CheckState.Checked
                elif not shown.isdisjoint(self._model.ticked):
                    self._ticked = Qt.CheckState.PartiallyChecked
        return self._ticked

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Draw a heading, and its box or its sign."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = look.current()
        if logicalIndex == TICK:
            box = tick_rect(rect, theme)
            paint_tick(painter, box, on=self.ticked() == Qt.CheckState.Checked)
            if self.ticked() == Qt.CheckState.PartiallyChecked:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("primary"))
                painter.drawRoundedRect(box, 4, 4)
                painter.setPen(QPen(theme.color("on-primary"), box.width() / 9))
                painter.drawLine(box.left() + 4, box.center().y() + 1, box.right() - 3, box.center().y() + 1)
        elif logicalIndex == self.sorted_by:
            words = str(self._model.headerData(logicalIndex, Qt.Orientation.Horizontal))
            side = theme.px(14)
            left = rect.left() + 8 + QFontMetrics(theme.font("caption", 600)).horizontalAdvance(words) + 6
            picture = icons.pixmap("chevron-down", theme.color("ink-2").name(), side, self.devicePixelRatioF())
            painter.drawPixmap(left, rect.center().y() - side // 2 + 1, picture)
        painter.restore()


class PeopleTable(Table):
    """The list. Ctrl+A ticks all, Shift with an arrow ticks a range; a heading sorts."""

    asked_all = Signal()
    asked_order = Signal(str)
    _by_name = False
    _has_ladder = False

    def __init__(self, model: PagedModel[ListRow]) -> None:
        super().__init__(text(N_("People")), model)
        self.heads = PeopleHeader(model)
        self.setHorizontalHeader(self.heads)
        self.heads.sectionClicked.connect(self._on_heading)
        self._size_columns()
        self._say()

    def show_order(self, *, by_name: bool) -> None:
        """Show the columns that go with an order."""
        self._by_name = by_name
        self.heads.sorted_by = NAME if by_name else HOUSE
        self._fit()

    def show_involvement(self) -> None:
        """Show how involved people are, and the last thing they came to."""
        self._has_ladder = True
        self._fit()

    def _fit(self) -> None:
        room, theme = self.viewport().width(), look.current()
        hidden = hidden_columns(room, theme, by_name=self._by_name, has_ladder=self._has_ladder)
        self.hide_columns(hidden)
        for column, wide in wider_columns(room, theme, hidden).items():
            self.heads.resizeSection(column, wide)

    def _say(self) -> None:
        self.heads.setAccessibleName(_("Choose everybody that is found (Ctrl+A)"))

    def _on_heading(self, column: int) -> None:
        if column == TICK:
            self.asked_all.emit()
        elif column in (HOUSE, ADDRESS):
            self.asked_order.emit("place")
        elif column == NAME:
            self.asked_order.emit("name")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick all, or a range."""
        is_arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.asked_all.emit()
        elif is_arrow and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._tick_on(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _tick_on(self, step: int) -> None:
        model, row = self.paged(), self.currentIndex().row()
        if row < 0:
            return
        there = min(max(row + step, 0), model.rowCount() - 1)
        model.tick_rows((row, there), on=True)
        self.choose(there)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave columns out when there is no room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text, speak another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self._fit()
        elif event.type() == QEvent.Type.LanguageChange:
            self._say()
