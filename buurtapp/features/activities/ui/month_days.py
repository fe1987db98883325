"""The days of one month as a table of weeks, Monday first, for Qt and for screen readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.ui.board import Planned, titles
from buurtapp.uikit.words import day, say

WEEK = 7
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def month_start(when: date, months: int = 0) -> date:
    """Return the first day of the month of a day, or of so many months later."""
    number = when.year * 12 + when.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def same_day(when: date, months: int) -> date:
    """Return the same day so many months later: 31 January becomes the last of February."""
    first = month_start(when, months)
    last = month_start(first, 1) - timedelta(days=1)
    return min(first + timedelta(days=when.day - 1), last)


def weeks_of(first: date) -> int:
    """Return how many weeks a month touches, Monday first."""
    days = (month_start(first, 1) - first).days + first.weekday()
    return -(-days // WEEK)


def day_name(when: date, planned: Sequence[Planned]) -> Text:
    """Return what a screen reader says of a day."""
    if not planned:
        return text(N_("{day}, no activities"), day=day(when, "d MMMM"))
    return plural_text(
        "{day}, {count} activity: {titles}",
        "{day}, {count} activities: {titles}",
        len(planned),
        day=day(when, "d MMMM"),
        titles=titles(planned),
    )


class MonthDays(QAbstractTableModel):
    """A month. `chosen` is the day with the keyboard, `today` the day it is."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today
        self.chosen = today
        self.first = month_start(today)
        self.is_focused = False
        self._by_day: Mapping[date, Sequence[Planned]] = {}

    def show_month(self, first: date) -> None:
        """Show another month."""
        if first != self.first:
            self.beginResetModel()
            self.first = first
            self.endResetModel()

    def set_planned(self, by_day: Mapping[date, Sequence[Planned]], today: date) -> None:
        """Show these activities from now on."""
        self.beginResetModel()
        self._by_day = by_day
        self.today = today
        self.endResetModel()

    def on(self, when: date) -> Sequence[Planned]:
        """Return what is on a day."""
        return self._by_day.get(when, ())

    def day_at(self, row: int, column: int) -> date:
        """Return the day in a cell."""
        return self.first + timedelta(days=row * WEEK + column - self.first.weekday())

    def place_of(self, when: date) -> tuple[int, int]:
        """Return row and column of a day of this month."""
        return divmod((when - self.first).days + self.first.weekday(), WEEK)

    # Qt's names

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many weeks there are."""
        return 0 if parent.isValid() else weeks_of(self.first)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the days of a week."""
        return 0 if parent.isValid() else WEEK

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is said of a day."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) or not index.isValid():
            return None
        when = self.day_at(index.row(), index.column())
        return say(day_name(when, self.on(when)))

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the day of the week above a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return day(self.day_at(0, section), "EEE") if role == Qt.ItemDataRole.DisplayRole else None
