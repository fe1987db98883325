"""Choosing the activity a flyer is for: those to come first; a long list can be searched by typing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from buurtapp.core.i18n import N_, text
from buurtapp.core.text import fold
from buurtapp.features.activities.rows import ActivityRow
from buurtapp.uikit.form import CalmComboBox
from buurtapp.uikit.words import day, one_line

_LONG_LIST = 12
_LONGEST_TITLE = 40


class ActivityChoice(CalmComboBox):
    """A list of activities. `chosen` gives the number of one."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._told: int | None = None
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(28)
        self.setMaxVisibleItems(14)
        self.activated.connect(self._on_activated)

    def show_rows(self, rows: Sequence[ActivityRow], now: datetime, chosen: int | None) -> None:
        """Show these activities; `now` is the wall-clock time that parts what comes from what has been."""
        coming = [row for row in rows if (row.ends_at or row.starts_at) >= now]
        been = [row for row in reversed(rows) if (row.ends_at or row.starts_at) < now]
        was = self.blockSignals(True)  # noqa: FBT003 - Qt's shape
        self.clear()
        for row in (*coming, *been):
            self.addItem(_words(row, now), row.id)
        if coming and been:
            self.insertSeparator(len(coming))
        self._be_searchable(len(rows) > _LONG_LIST)
        self.show_chosen(chosen)
        self.blockSignals(was)
        self.setAccessibleName(text(N_("For which activity")).render())

    def show_chosen(self, activity: int | None) -> None:
        """Show this one as chosen."""
        self._told = activity
        self.setCurrentIndex(self.findData(activity))

    def _be_searchable(self, searchable: bool) -> None:  # noqa: FBT001 - private
        if searchable and not self.isEditable():
            self.setEditable(True)
            edit = _Typed(self)
            edit.returnPressed.connect(self._find)
            self.setLineEdit(edit)
            completer = QCompleter(self.model(), self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.setCompleter(completer)
        elif not searchable and self.isEditable():
            self.setEditable(False)

    def put_back(self) -> None:
        """Say the chosen one again after something was typed that led nowhere."""
        if self.isEditable() and self.currentText() != self.itemText(self.currentIndex()):
            self.setEditText(self.itemText(self.currentIndex()))

    # Slots

    def _find(self) -> None:
        typed = fold(self.currentText())
        found = (at for at in range(self.count()) if typed and typed in fold(self.itemText(at)))
        at = next(found, self.currentIndex())
        self.setCurrentIndex(at)
        self.setEditText(self.itemText(at))
        self._on_activated(at)

    def _on_activated(self, at: int) -> None:
        number = self.itemData(at)
        # Qt tells of Enter in its own way as well as in ours.
        if isinstance(number, int) and number != self._told:
            self._told = number
            self.chosen.emit(number)


class _Typed(QLineEdit):
    """Where to type in a long list; what is left half typed goes away again."""

    def __init__(self, choice: ActivityChoice) -> None:
        super().__init__(choice)
        self._choice = choice
        self.setProperty("kind", "inside")
        self.setStyleSheet("border: 0; padding: 0; min-height: 0; background: transparent;")

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Select all, so that typing begins anew."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Put back what is chosen."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._choice.put_back()


def _words(row: ActivityRow, now: datetime) -> str:
    title = one_line(row.title)
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rstrip() + "…"
    pattern = "d MMMM" if row.starts_at.year == now.year else "d MMMM yyyy"
    return text(N_("{title}, {day}"), title=title, day=day(row.starts_at.date(), pattern)).render()
