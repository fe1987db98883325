"""Activities as a list: of a month by week, for large letters and small windows; else by month, of any length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.features.activities.calendars.records import Entry, Planned
from buurtapp.features.activities.calendars.rules import same_day
from buurtapp.features.activities.ui.board import block_mark, short_source
from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import Column, Group, PagedModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import clock_time, day, say

_WHEN, _TITLE, _PLACE, _IDEA, _STATE = range(5)
_WHEN_WIDTH, _STATE_WIDTH, _PLACE_WIDTH, _IDEA_WIDTH, _LEAST_TITLE = 124, 132, 190, 110, 146
LEAST_WIDTH = _WHEN_WIDTH + _LEAST_TITLE + _STATE_WIDTH
"""So much room at 100 % shows day, title and state."""


def moment_words(when: datetime, pattern: str = "EEE d MMM") -> str:
    """Return a day and time in a few words: "wo 14 okt, 12.00"."""
    return _("{day}, {time}").format(day=day(when, pattern), time=clock_time(when))


class Agenda(Table):
    """A list of activities, read a page at a time. `opened_one` names one, `moved` the day with the keyboard.

    `wanted_month` asks for the month of a day, where the list is of one month.
    """

    opened_one = Signal(int)
    moved = Signal(object)
    wanted_month = Signal(object)

    def __init__(self, today: date, fetch: Callable[[Sequence[int]], Sequence[Planned | None]]) -> None:
        self.list: PagedModel[Planned] = PagedModel(
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
            ),
            fetch,
        )
        super().__init__(text(N_("List of activities")), self.list)
        self.setProperty("kind", "inner")
        self.is_of_month = True
        self._day = self._today = today
        self._days: dict[int, date] = {}
        self.opened.connect(self._open_row)
        self.chosen.connect(self._tell_day)

    def show_entries(self, entries: Sequence[Entry], chosen: date, *, of_month: bool) -> None:
        """Show these activities, by week or by month; the keyboard goes to the first from the chosen day on."""
        self.is_of_month = of_month
        self._day = chosen
        self._days = {one.id: one.starts_at.date() for one in entries}
        groups: dict[date, list[int]] = {}
        for one in entries:
            groups.setdefault(_group_day(one.starts_at.date(), by_week=of_month), []).append(one.id)
        numbers = [number for at, members in enumerate(groups.values()) for number in (-1 - at, *members)]
        headings = [Group(_week(first) if of_month else _month(first)) for first in groups]
        was = self.blockSignals(True)  # noqa: FBT003 - Qt's shape
        self.list.set_ids(numbers, headings)
        self._choose_near(entries, chosen)
        self.blockSignals(was)

    def _choose_near(self, entries: Sequence[Entry], chosen: date) -> None:
        if not entries:
            return
        if not self.is_of_month:
            self.choose_first()
            return
        near = next((one for one in entries if one.starts_at.date() >= chosen), entries[-1])
        self.choose(self.list.row_of(near.id))

    def show_today(self, today: date) -> None:
        """Know which day it is, for Home."""
        self._today = today

    def is_empty(self) -> bool:
        """Return whether nothing is on the list."""
        return not self.list.ids()

    def _open_row(self, row: int) -> None:
        number = self.list.ids()[row] if 0 <= row < len(self.list.ids()) else -1
        if number >= 0:
            self.opened_one.emit(number)

    def _tell_day(self, row: int) -> None:
        when = self._days.get(self.list.ids()[row]) if 0 <= row < len(self.list.ids()) else None
        if when is not None:
            self._day = when
            self.moved.emit(when)

    # Qt's names

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """In a list of one month Page Up and Page Down go a month, Home to today."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if self.is_of_month and event.key() in steps:
            self.wanted_month.emit(same_day(self._day, steps[Qt.Key(event.key())]))
        elif self.is_of_month and event.key() == Qt.Key.Key_Home:
            self.wanted_month.emit(self._today)
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


def _group_day(when: date, *, by_week: bool) -> date:
    return when - timedelta(days=when.weekday()) if by_week else when.replace(day=1)


def _week(monday: date) -> Text:
    return text(N_("Week of {day}"), day=day(monday, "d MMMM"))


def _month(first: date) -> str:
    return day(first, "LLLL yyyy")
