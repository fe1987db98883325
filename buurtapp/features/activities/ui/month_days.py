"""The days of one month as a table of weeks, Monday first, for Qt and for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.calendars.records import MonthPlan, Planned, Skipped
from buurtapp.features.activities.calendars.rules import WEEK, month_start, weeks_of
from buurtapp.features.activities.ui.board import Block, blocks_of, titles
from buurtapp.uikit.words import day, say

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def day_name(when: date, planned: Sequence[Planned], skipped: Sequence[Skipped] = ()) -> Text:
    """Return what a screen reader says of a day."""
    if not planned and not skipped:
        return text(N_("{day}, no activities"), day=day(when, "d MMMM"))
    if not planned:
        return text(N_("{day}, falls out: {titles}"), day=day(when, "d MMMM"), titles=skipped[0].title)
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
        self._planned: dict[date, list[Planned]] = {}
        self._skipped: dict[date, list[Skipped]] = {}

    def show_month(self, first: date) -> None:
        """Show another month."""
        if first != self.first:
            self.beginResetModel()
            self.first = first
            self.endResetModel()

    def set_month(self, month: MonthPlan, today: date) -> None:
        """Show these activities from now on."""
        self.beginResetModel()
        self._planned, self._skipped = {}, {}
        for one in month.planned:
            self._planned.setdefault(one.day, []).append(one)
        for skip in month.skipped:
            self._skipped.setdefault(skip.at.date(), []).append(skip)
        self.today = today
        self.endResetModel()

    def on(self, when: date) -> Sequence[Planned]:
        """Return what is on a day."""
        return self._planned.get(when, ())

    def blocks(self, when: date) -> list[Block]:
        """Return what is drawn on a day: what is on, and what falls out."""
        return blocks_of(self.on(when), self._skipped.get(when, ()))

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
        return say(day_name(when, self.on(when), self._skipped.get(when, ())))

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the day of the week above a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return day(self.day_at(0, section), "EEE") if role == Qt.ItemDataRole.DisplayRole else None
