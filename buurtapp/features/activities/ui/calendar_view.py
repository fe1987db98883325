"""The first screen of the workspace: the month, what is coming up, and who came up with it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities.records import Ideas
from buurtapp.features.activities.ui.agenda import LEAST_WIDTH, Agenda
from buurtapp.features.activities.ui.board import Board, load_board
from buurtapp.features.activities.ui.coming_card import ComingCard
from buurtapp.features.activities.ui.ideas_bar import IdeasBar
from buurtapp.features.activities.ui.month import Month
from buurtapp.features.activities.ui.month_days import same_day
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, EmptyState, Heading, Line, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import column
from buurtapp.uikit.words import day

_SIDE, _NARROW_SIDE, _GAP = 352, 300, 16
_LEAST_MONTH, _LEAST_HEAD = 540, 560
_LARGE_PERCENT = 125


class CalendarView(QWidget):
    """Month and side card. `opened` names an activity, `wanted_new` the day of a new one."""

    opened = Signal(int)
    wanted_new = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._day = desk.clock.today()
        self.board = Board((), Ideas(0, 0, 0))
        self._is_read = False
        self._wants_keyboard = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.new_button = Button(text(N_("New activity")), "primary", "plus")
        self.times = PlainLabel("", "second", wrap=False)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Heading(text(N_("Activities"))))
        head.addWidget(self.times)
        head.addStretch(1)
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
        self.agenda = Agenda(today)
        self.quiet = PlainLabel(text(N_("Nothing is planned in this month.")), "second")
        self.title = Heading("", "h2")
        self.today_button = Button(text(N_("Today")))
        self.back_button = Button(text(N_("Month before")), icon="arrow-left", icon_only=True)
        self.on_button = Button(text(N_("Month after")), icon="arrow-right", icon_only=True)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 8, 8)
        bar.setSpacing(8)
        bar.addWidget(self.title)
        bar.addStretch(1)
        for button in (self.today_button, self.back_button, self.on_button):
            bar.addWidget(button)
        listed = QWidget()
        box = QVBoxLayout(listed)
        box.setContentsMargins(0, 0, 0, 0)
        self.quiet.setContentsMargins(16, 8, 16, 8)
        self.quiet.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.quiet, 1)
        box.addWidget(self.agenda, 1)
        self.looks = QStackedWidget()
        self.looks.setStyleSheet("QStackedWidget { background: transparent; }")
        self.looks.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.looks.addWidget(self.month)
        self.looks.addWidget(listed)
        self.ideas = IdeasBar()
        card = Card()
        whole = QVBoxLayout(card)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(self.looks, 1)
        whole.addWidget(Line())
        whole.addWidget(self.ideas)
        return card

    def _connect(self) -> None:
        for button in (self.new_button, self.first_button):
            button.clicked.connect(self.ask_new)
        self.today_button.clicked.connect(lambda: self.show_day(self._desk.clock.today()))
        self.back_button.clicked.connect(lambda: self.show_day(same_day(self._day, -1)))
        self.on_button.clicked.connect(lambda: self.show_day(same_day(self._day, 1)))
        self.month.moved.connect(self._on_moved)
        self.month.opened.connect(self.opened)
        self.month.wanted_new.connect(self.wanted_new)
        self.agenda.moved.connect(self._on_agenda_moved)
        self.agenda.opened_one.connect(self.opened)
        self.side.opened.connect(self.opened)

    # What is shown

    def refresh(self) -> None:
        """Show what is true now."""
        here = local(self._desk.clock.now())
        self._desk.later("activities_board", lambda store: load_board(store, here), self.show_board)

    def show_board(self, board: Board) -> None:
        """Show these activities."""
        self.board = board
        self._is_read = True
        today = self._desk.clock.today()
        self.month.show_planned(board.planned, today)
        self.agenda.show_planned(board.planned, today)
        self.side.show_board(board)
        self.ideas.show_ideas(board.ideas)
        done = board.ideas.times_done
        self.times.set_words(
            plural_text("{count} thing done this year", "{count} things done this year", done) if done else ""
        )
        is_empty = not board.planned
        self.empty.setVisible(is_empty)
        self.new_button.setVisible(not is_empty)
        self._show_title()
        if self._wants_keyboard:
            self.focus_first()

    def show_empty(self) -> None:
        """Show what a group sees that has just begun."""
        self._is_read, self._wants_keyboard = False, True
        self._desk.later("activities_board", lambda _store: Board((), Ideas(0, 0, 0)), self.show_board)

    def show_day(self, when: date) -> None:
        """Go to a day, and show its month."""
        self._day = when
        self.month.choose(when)
        self.agenda.choose_day(when)
        self._show_title()

    def ask_new(self) -> None:
        """Ask for a new activity on the chosen day; without a day to come, in a week."""
        today = self._desk.clock.today()
        self.wanted_new.emit(self._day if self._day > today else today + timedelta(days=7))

    def focus_first(self) -> None:
        """Put the keyboard on the calendar, once it is known what is on it."""
        self._wants_keyboard = not self._is_read
        if not self.board.planned and self.empty.isVisible():
            self.first_button.setFocus()
        elif self.looks.currentWidget() is self.month:
            self.month.setFocus()
        elif not self.agenda.is_empty():
            self.agenda.setFocus()
        else:
            self.on_button.setFocus()

    def _show_title(self) -> None:
        self.title.set_words(day(self._day, "LLLL yyyy"))
        self.quiet.setVisible(self.agenda.is_empty())
        self.agenda.setVisible(not self.agenda.is_empty())
        self._fit()

    def _on_moved(self, when: date) -> None:
        if when != self._day:
            self._day = when
            self.agenda.choose_day(when)
            self._show_title()

    def _on_agenda_moved(self, when: date) -> None:
        if (when.year, when.month) != (self._day.year, self._day.month):
            self.show_day(when)
        else:
            self._day = when

    # Room

    def _fit(self) -> None:
        """Show the month where it fits, else the list; the side card where there is room beside it."""
        theme = look.current()
        room = self.width() - 48
        self.times.setVisible(room >= theme.px(_LEAST_HEAD))
        self.side.setVisible(room >= theme.px(_NARROW_SIDE + LEAST_WIDTH) + _GAP)
        is_roomy = room >= theme.px(_SIDE + _LEAST_MONTH)
        self.side.setFixedWidth(theme.px(_SIDE if is_roomy else _NARROW_SIDE))
        beside = self.side.width() + _GAP if not self.side.isHidden() else 0
        fits = room - beside >= theme.px(_LEAST_MONTH) and self.looks.height() >= self.month.least_height()
        self.looks.setCurrentIndex(0 if fits and theme.percent < _LARGE_PERCENT else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the look that fits."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the look that fits larger letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "looks"):
            self._fit()
