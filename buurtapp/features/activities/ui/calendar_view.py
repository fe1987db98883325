"""The first screen of the workspace: the month or a list, what is coming up, and who came up with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities.calendars import queries
from buurtapp.features.activities.calendars.records import Board, Entry, Planned, Whose
from buurtapp.features.activities.calendars.rules import month_start, same_day
from buurtapp.features.activities.ui.agenda import LEAST_WIDTH
from buurtapp.features.activities.ui.calendar_list import CalendarList
from buurtapp.features.activities.ui.calendar_more import MoreButton
from buurtapp.features.activities.ui.coming_card import ComingCard
from buurtapp.features.activities.ui.ideas_bar import IdeasBar
from buurtapp.features.activities.ui.month import Month
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, EmptyState, Heading, Line, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import column
from buurtapp.uikit.words import day

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store
    from buurtapp.features.activities.ui.calendar_poster import PosterOut

_SIDE, _NARROW_SIDE, _GAP = 368, 300, 16
_LEAST_MONTH, _LEAST_HEAD, _LEAST_BUTTONS = 540, 810, 630
_LARGE_PERCENT = 125
_NAME, _LIST = "activities", "list"
"""Under this name it is remembered on this computer that the list was chosen."""


class CalendarView(QWidget):
    """Month or list, and the card beside it. `opened` names an activity, `wanted_new` the day of a new one."""

    opened = Signal(int)
    wanted_new = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._day = desk.clock.today()
        self.board = Board()
        self.wants_list = desk.settings.of_list(_NAME) == _LIST
        self._is_read = False
        self._wants_keyboard = False
        self.poster: PosterOut | None = None
        self._build()
        self._connect()

    # Building

    def _build(self) -> None:
        self.new_button = Button(text(N_("New activity")), "primary", "plus")
        self.print_button = Button(text(N_("Print the agenda")), icon="printer")
        self.times = PlainLabel("", "second", wrap=False)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Heading(text(N_("Activities"))))
        head.addWidget(self.times)
        head.addStretch(1)
        self.more_button = MoreButton(self._desk, self)
        head.addWidget(self.more_button)
        head.addWidget(self.print_button)
        head.addWidget(self.new_button)
        self.side = ComingCard()
        self.first_button = Button(text(N_("New activity")), "primary", "plus")
        self.empty = EmptyState(
            "calendar-days",
            text(N_("No activities yet. Start small: think of something for eight people.")),
            button=self.first_button,
        )
        self.empty.hide()
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self._build_calendar(), 1)
        row.addWidget(self.side)
        box = column(self)
        box.addLayout(head)
        box.addWidget(self.empty)
        box.addLayout(row, 1)

    def _build_calendar(self) -> QWidget:
        today = self._desk.clock.today()
        self.month = Month(today)
        self.listed = CalendarList(today, self._fetch)
        self.agenda = self.listed.agenda
        self.looks = QStackedWidget()
        self.looks.setStyleSheet("QStackedWidget { background: transparent; }")
        self.looks.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.looks.addWidget(self.month)
        self.looks.addWidget(self.listed)
        self.ideas = IdeasBar()
        card = Card()
        whole = QVBoxLayout(card)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(self._build_bar())
        whole.addWidget(self.looks, 1)
        whole.addWidget(Line())
        whole.addWidget(self.ideas)
        return card

    def _build_bar(self) -> QHBoxLayout:
        self.title = Heading("", "h2")
        self.month_button = Button(text(N_("Month")), "segment")
        self.list_button = Button(text(N_("List")), "segment")
        self.month_button.setProperty("first", "yes")
        self._choice = QButtonGroup(self)
        self.switch = QWidget()
        pair = QHBoxLayout(self.switch)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(0)
        for button in (self.month_button, self.list_button):
            self._choice.addButton(button)
            pair.addWidget(button)
        self.today_button = Button(text(N_("Today")))
        self.back_button = Button(text(N_("Month before")), icon="arrow-left", icon_only=True)
        self.on_button = Button(text(N_("Month after")), icon="arrow-right", icon_only=True)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 8, 8)
        bar.setSpacing(8)
        bar.addWidget(self.title)
        bar.addStretch(1)
        for widget in (self.switch, self.today_button, self.back_button, self.on_button):
            bar.addWidget(widget)
        return bar

    def _connect(self) -> None:
        for button in (self.new_button, self.first_button):
            button.clicked.connect(self.ask_new)
        self.print_button.clicked.connect(self.print_agenda)
        self.today_button.clicked.connect(lambda: self.show_day(self._desk.clock.today()))
        self.back_button.clicked.connect(lambda: self.show_day(same_day(self._day, -1)))
        self.on_button.clicked.connect(lambda: self.show_day(same_day(self._day, 1)))
        self.month_button.clicked.connect(lambda: self.choose_look(as_list=False))
        self.list_button.clicked.connect(lambda: self.choose_look(as_list=True))
        self.month.moved.connect(self._on_moved)
        self.month.opened.connect(self.opened)
        self.month.wanted_new.connect(self.wanted_new)
        self.agenda.moved.connect(self._on_listed_moved)
        self.agenda.wanted_month.connect(self.show_day)
        self.agenda.opened_one.connect(self.opened)
        self.listed.changed.connect(self._show_title)
        self.side.opened.connect(self.opened)
        self.ideas.wanted.connect(self.show_ideas)

    # What is read

    def _here(self) -> datetime:
        return local(self._desk.clock.now())

    def _fetch(self, numbers: Sequence[int]) -> Sequence[Planned | None]:
        if self._desk.store is None:
            return [None] * len(numbers)
        return self._desk.read(queries.planned, self._here(), numbers)

    def refresh(self) -> None:
        """Show what is true now."""
        here, day_, with_list = self._here(), self._day, self._is_list()
        self._desk.later("activities_board", lambda store: load_board(store, here, day_, with_list), self.show_board)

    def show_board(self, board: Board) -> None:
        """Show these activities."""
        self._is_read = True
        if board.month.first not in {None, month_start(self._day)} and self._desk.store is not None:
            # Somebody went on to another month while this one was read.
            board = replace(board, month=self._desk.read(queries.month, self._here(), self._day))
        self.board = board
        today = self._desk.clock.today()
        self.month.show_month(board.month, today)
        self.side.show_side(board.side)
        self.side.mark_day(self._day)
        self.ideas.show_ideas(board.side.ideas)
        if board.entries is not None:
            self._show_entries(board.entries)
        done = board.side.ideas.times_done
        self.times.set_words(
            plural_text("{count} thing done this year", "{count} things done this year", done) if done else ""
        )
        self.empty.setVisible(not board.side.is_any)
        for widget in (self.new_button, self.print_button, self.listed.filters):
            widget.setVisible(board.side.is_any)
        self._show_title()
        if self._wants_keyboard:
            self.focus_first()

    def _show_entries(self, entries: Sequence[Entry]) -> None:
        self.board = replace(self.board, entries=tuple(entries))
        self.listed.show_entries(entries, self._here())

    def show_empty(self) -> None:
        """Show what a group sees that has just begun."""
        self._is_read, self._wants_keyboard = False, True
        self._desk.later("activities_board", lambda _store: Board(entries=()), self.show_board)

    # Where we are

    def show_day(self, when: date) -> None:
        """Go to a day, and show its month."""
        self._go(when)
        self.month.choose(when)
        self.listed.choose_day(when)

    def _go(self, when: date) -> None:
        """Know the chosen day; read its month when that is another one, which takes a few milliseconds."""
        before, self._day = self._day, when
        if month_start(before) != month_start(when) and self._is_read and self._desk.store is not None:
            plan = self._desk.read(queries.month, self._here(), when)
            self.board = replace(self.board, month=plan)
            self.month.days.chosen = when
            self.month.days.show_month(month_start(when))
            self.month.show_month(plan, self._desk.clock.today())
        self.side.mark_day(when)
        self._show_title()

    def _on_moved(self, when: date) -> None:
        if when != self._day:
            self._go(when)
            self.listed.choose_day(when)

    def _on_listed_moved(self, when: date) -> None:
        if self.listed.finding.which == "month":
            self._day = when
            self.listed.note_day(when)
            self.side.mark_day(when)

    def choose_look(self, *, as_list: bool) -> None:
        """Show the list or the month from now on, on this computer."""
        self._desk.keep_settings(self._desk.settings.with_list(_NAME, _LIST if as_list else ""))
        self.show_look(as_list=as_list)
        self.focus_first()

    def show_look(self, *, as_list: bool) -> None:
        """Show the list or the month this once."""
        self.wants_list = as_list
        self.month.choose(self._day)
        self._fit()

    def show_ideas(self, whose: Whose) -> None:
        """Show the list of what was an idea of residents, or a plan of organisations."""
        self.wants_list = True
        self._fit()
        self.listed.ask("all", whose)
        self.focus_first()

    def search(self) -> None:
        """Show the list, with the keyboard where one types what to look for."""
        self.wants_list = True
        self._fit()
        if self.listed.finding.which == "month":
            self.listed.ask("all")
        self.listed.search.setFocus()

    def ask_new(self) -> None:
        """Ask for a new activity on the chosen day; without a day to come, in a week."""
        today = self._desk.clock.today()
        self.wanted_new.emit(self._day if self._day > today else today + timedelta(days=7))

    def print_agenda(self) -> None:
        """Print the poster of the month that is shown."""
        from buurtapp.features.activities.ui.calendar_poster import PosterOut  # noqa: PLC0415 - brings the paper in

        self.poster = PosterOut(self._desk, month_start(self._day))
        self.poster.begin(self)

    def focus_first(self) -> None:
        """Put the keyboard on the calendar, once it is known what is on it."""
        self._wants_keyboard = not self._is_read
        if not self.board.side.is_any and self.empty.isVisible():
            self.first_button.setFocus()
        elif self.looks.currentWidget() is self.month:
            self.month.setFocus()
        else:
            self.listed.focus_first()

    def _is_list(self) -> bool:
        return self.looks.currentWidget() is self.listed

    def _show_title(self) -> None:
        is_of_month = not self._is_list() or self.listed.finding.which == "month"
        self.title.set_words(day(self._day, "LLLL yyyy") if is_of_month else text(N_("Activities")))
        for button in (self.today_button, self.back_button, self.on_button):
            button.setVisible(is_of_month)
        self._fit()

    # Room

    def _fit(self) -> None:
        """Show the month where it is wanted and fits, else the list; the side card where there is room beside it."""
        theme = look.current()
        room = self.width() - 48
        self.times.setVisible(room >= theme.px(_LEAST_HEAD))
        # Where there is less room, Ctrl+P and the menu of the window print it.
        self.print_button.setVisible(room >= theme.px(_LEAST_BUTTONS))
        self.side.setVisible(room >= theme.px(_NARROW_SIDE + LEAST_WIDTH) + _GAP)
        is_roomy = room >= theme.px(_SIDE + _LEAST_MONTH)
        self.side.setFixedWidth(theme.px(_SIDE if is_roomy else _NARROW_SIDE))
        beside = self.side.width() + _GAP if not self.side.isHidden() else 0
        fits = room - beside >= theme.px(_LEAST_MONTH) and self.looks.height() >= self.month.least_height()
        can_month = fits and theme.percent < _LARGE_PERCENT
        self.switch.setVisible(can_month)
        as_list = self.wants_list or not can_month
        (self.list_button if as_list else self.month_button).setChecked(True)
        if as_list != self._is_list():
            self.looks.setCurrentIndex(1 if as_list else 0)
            self._show_title()
        if as_list and self._is_read and self.board.entries is None and self.isVisible():
            self.board = replace(self.board, entries=())
            self._desk.later("activities_entries", lambda store: tuple(store.read(queries.entries)), self._show_entries)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the look that fits."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the look that fits larger letters; say days and months in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "looks"):
            self._fit()
        elif event.type() == QEvent.Type.LanguageChange and self._is_read:
            self.show_board(self.board)


def load_board(store: Store, here: datetime, when: date, with_list: bool = True) -> Board:  # noqa: FBT001, FBT002 - what is read too
    """Return what the screen shows at a wall-clock time; for the background."""
    entries = tuple(store.read(queries.entries)) if with_list else None
    return Board(store.read(queries.month, here, when), store.read(queries.side, here), entries)
