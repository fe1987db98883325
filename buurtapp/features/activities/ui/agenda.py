"""The month as a list by week, for large letters and small windows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from buurtapp.core.i18n import N_, _, text
from buurtapp.features.activities.ui.board import Planned, block_mark, short_source
from buurtapp.features.activities.ui.month_days import month_start, same_day
from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import Column, Group, ShortModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import clock_time, day, say

_WHEN, _TITLE, _PLACE, _IDEA, _STATE = range(5)
_WHEN_WIDTH, _STATE_WIDTH, _PLACE_WIDTH, _IDEA_WIDTH, _LEAST_TITLE = 112, 120, 190, 110, 146
LEAST_WIDTH = _WHEN_WIDTH + _LEAST_TITLE + _STATE_WIDTH
"""So much room at 100 % shows day, title and state."""


def moment_words(when: datetime, pattern: str = "EEE d MMM") -> str:
    """Return a day and time in a few words: "wo 14 okt, 12.00"."""
    return _("{day}, {time}").format(day=day(when, pattern), time=clock_time(when))


class Agenda(Table):
    """The activities of a month. `opened_one` names an activity, `moved` the day with the keyboard."""

    opened_one = Signal(int)
    moved = Signal(object)

    def __init__(self, today: date) -> None:
        self.list: ShortModel[Planned] = ShortModel(
            (
                Column(text(N_("When")), lambda one: moment_words(one.row.starts_at, "EEE d"), "second", _WHEN_WIDTH),
                Column(text(N_("What")), lambda one: one.row.title, "strong"),
                Column(text(N_("Where")), lambda one: one.row.place, "second", _PLACE_WIDTH),
                Column(text(N_("Idea of")), lambda one: say(short_source(one.row.source)), "second", _IDEA_WIDTH),
                Column(
                    text(N_("State")),
                    lambda one: say(block_mark(one).words),
                    "state",
                    _STATE_WIDTH,
                    icon=lambda one: block_mark(one).icon,
                    role=lambda one: block_mark(one).role,
                ),
            )
        )
        super().__init__(text(N_("Activities of this month")), self.list)
        self.setProperty("kind", "inner")
        self._day = today
        self._today = today
        self._planned: Sequence[Planned] = ()
        self.opened.connect(self._open_row)
        self.chosen.connect(self._tell_day)

    def show_planned(self, planned: Sequence[Planned], today: date) -> None:
        """Show these activities."""
        self._planned = planned
        self._today = today
        self._fill()

    def choose_day(self, when: date) -> None:
        """Show the month of a day, with the keyboard on the first activity from that day on."""
        self._day = when
        self._fill()

    def _fill(self) -> None:
        first = month_start(self._day)
        here = [one for one in self._planned if month_start(one.row.starts_at.date()) == first]
        weeks: dict[date, list[Planned]] = {}
        for one in here:
            when = one.row.starts_at.date()
            weeks.setdefault(when - timedelta(days=when.weekday()), []).append(one)
        was = self.blockSignals(True)  # noqa: FBT003 - Qt's shape
        self.list.set_grouped([(_week(monday), members) for monday, members in weeks.items()])
        at = next((at for at, one in enumerate(here) if one.row.starts_at.date() >= self._day), len(here) - 1)
        if here:
            self.choose(self.list.row_of(at))
        self.blockSignals(was)

    def is_empty(self) -> bool:
        """Return whether nothing is planned in this month."""
        return not self.list.records()

    def _open_row(self, row: int) -> None:
        record = self.list.record(row)
        if record is not None:
            self.opened_one.emit(record.row.id)

    def _tell_day(self, row: int) -> None:
        record = self.list.record(row)
        if record is not None:
            self._day = record.row.starts_at.date()
            self.moved.emit(self._day)

    # Qt's names

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Page Up and Page Down go a month, Home to today."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            self.moved.emit(same_day(self._day, steps[Qt.Key(event.key())]))
        elif event.key() == Qt.Key.Key_Home:
            self.moved.emit(self._today)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave columns out from the right where there is no room."""
        theme = look.current()
        room = self.viewport().width() - theme.px(_WHEN_WIDTH + _LEAST_TITLE)
        hidden = set()
        for column, width in ((_STATE, _STATE_WIDTH), (_PLACE, _PLACE_WIDTH), (_IDEA, _IDEA_WIDTH)):
            room -= theme.px(width)
            if room < 0:
                hidden.add(column)
        self.hide_columns(hidden)
        super().resizeEvent(event)


def _week(monday: date) -> Group:
    return Group(text(N_("Week of {day}"), day=day(monday, "d MMMM")))
