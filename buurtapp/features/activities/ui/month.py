"""The month: weeks below each other, walked through with the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.calendars.records import MonthPlan, Planned
from buurtapp.features.activities.calendars.rules import month_start, same_day
from buurtapp.features.activities.ui.month_days import MonthDays
from buurtapp.features.activities.ui.month_paint import DayDelegate, block_rects, least_height, more_rect
from buurtapp.uikit import theme as look
from buurtapp.uikit.words import one_line, plain, say

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MENU_LETTERS = 60


class Month(QTableView):
    """A month of activities. `opened` names an activity, `moved` the day with the keyboard, `wanted_new` a day."""

    opened = Signal(int)
    moved = Signal(object)
    wanted_new = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.days = MonthDays(today)
        self.menu = QMenu(self)
        self._build()

    def _build(self) -> None:
        self.setItemDelegate(DayDelegate(self))
        self.setModel(self.days)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The card around it has the line, the day that is chosen the ring.
        self.setStyleSheet("QTableView, QTableView:focus, QHeaderView { border: 0; border-radius: 0; }")
        self.verticalHeader().hide()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setMinimumSectionSize(24)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self._name()
        self._put()

    def _name(self) -> None:
        self.setAccessibleName(say(text(N_("Calendar of activities"))))
        self.horizontalHeader().setAccessibleName(say(text(N_("Days of the week"))))

    # What is shown

    def show_month(self, month: MonthPlan, today: date) -> None:
        """Show these activities, in the month that is chosen."""
        self.days.set_month(month, today)
        self._put()

    def choose(self, when: date) -> None:
        """Put the keyboard on a day, and show its month."""
        self.days.chosen = when
        self.days.show_month(month_start(when))
        self._put()
        self.moved.emit(when)

    def least_height(self) -> int:
        """Return how low it may be with room for a block on every day."""
        return least_height(look.current()) * self.days.rowCount() + self.horizontalHeader().sizeHint().height()

    def _put(self) -> None:
        if month_start(self.days.chosen) == self.days.first:
            self.setCurrentIndex(self.days.index(*self.days.place_of(self.days.chosen)))
        self.viewport().update()

    def open_day(self, when: date) -> None:
        """Open what is on a day; when that is more than one thing, ask which."""
        planned = self.days.on(when)
        if len(planned) == 1:
            self.opened.emit(planned[0].row.id)
        elif planned:
            self._ask_which(when, planned)

    def _ask_which(self, when: date, planned: Sequence[Planned]) -> None:
        self.menu.clear()
        for one in planned:
            title = one_line(one.row.title)
            shown = title if len(title) <= _MENU_LETTERS else f"{title[:_MENU_LETTERS]}…"
            action = self.menu.addAction(plain(shown))
            action.triggered.connect(partial(self.opened.emit, one.row.id))
        cell = self.visualRect(self.days.index(*self.days.place_of(when)))
        self.menu.popup(self.viewport().mapToGlobal(cell.topLeft() + QPoint(8, 28)))
        self.menu.setActiveAction(self.menu.actions()[0])

    # Qt's names

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go a day or a week, Page Up and Page Down a month, Home to today; Enter opens."""
        key, chosen = event.key(), self.days.chosen
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.choose(chosen + timedelta(days=_STEPS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.choose(same_day(chosen, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key == Qt.Key.Key_Home:
            self.choose(self.days.today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_day(chosen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the day that is clicked."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._choose_here(self.days.day_at(index.row(), index.column()))

    def _choose_here(self, when: date) -> None:
        """Choose a day without leaving the month that is shown, as a second click may follow."""
        self.days.chosen = when
        self._put()
        self.moved.emit(when)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the block that is clicked, or ask which one of those that have no room."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid():
            return
        when, cell, theme = self.days.day_at(index.row(), index.column()), self.visualRect(index), look.current()
        blocks = self.days.blocks(when)
        rects = block_rects(cell, blocks, theme)
        for rect, one in zip(rects, blocks, strict=False):
            if rect.contains(place) and one.number is not None:
                self.opened.emit(one.number)
                return
        if len(blocks) > len(rects) and more_rect(cell, theme).contains(place):
            self.open_day(when)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin something new on an empty day."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            when = self.days.day_at(index.row(), index.column())
            if not self.days.on(when):
                self.wanted_new.emit(when)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the keyboard is."""
        self.days.is_focused = True
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that the keyboard is elsewhere."""
        self.days.is_focused = False
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Name the days in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.days.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 6)
            self.viewport().update()
