"""The list beside the month: which activities, whose idea, and a word to look for; every choice answers at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.activities.calendars.records import Entry, Finding, Planned, Which, Whose
from buurtapp.features.activities.calendars.rules import found_in
from buurtapp.features.activities.ui.agenda import Agenda
from buurtapp.uikit.controls import Button, PlainLabel, SearchField
from buurtapp.uikit.flow import FlowRow

_WHICH: dict[Which, Text] = {
    "month": text(N_("This month")),
    "coming": text(N_("To come")),
    "past": text(N_("Has been")),
    "all": text(N_("Everything")),
}
_WHOSE: dict[Whose, Text] = {"own": text(N_("Of residents")), "theirs": text(N_("Of organisations"))}
_SEARCH_WIDTH = 120


class CalendarList(QWidget):
    """Chips, a search field and the list. `changed` says that something else is shown than before."""

    changed = Signal()

    def __init__(self, today: date, fetch: Callable[[Sequence[int]], Sequence[Planned | None]]) -> None:
        super().__init__()
        self.finding = Finding("month", today)
        self._entries: Sequence[Entry] = ()
        self._is_known = False
        self._wants_keyboard = False
        self._here = datetime.combine(today, datetime.min.time())
        self._day = today
        self.agenda = Agenda(today, fetch)
        self.quiet = PlainLabel("", "second")
        self.search = SearchField(text(N_("Search in what and where")), "Ctrl+F", text(N_("Search")))
        self.which = {value: Button(words, "chip") for value, words in _WHICH.items()}
        self.whose = {value: Button(words, "chip") for value, words in _WHOSE.items()}
        self._build()
        self._connect()

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        for button in self.which.values():
            self._group.addButton(button)
        self.which["month"].setChecked(True)
        self.search.setMinimumWidth(_SEARCH_WIDTH)
        narrow = QHBoxLayout()
        narrow.setSpacing(6)
        for button in self.whose.values():
            narrow.addWidget(button)
        narrow.addWidget(self.search, 1)
        self.quiet.setContentsMargins(16, 8, 16, 8)
        self.quiet.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.filters = QWidget()
        around = QVBoxLayout(self.filters)
        around.setContentsMargins(16, 0, 8, 0)
        around.setSpacing(6)
        around.addWidget(FlowRow(tuple(self.which.values()), 6, 6))
        around.addLayout(narrow)
        box.addWidget(self.filters)
        box.addWidget(self.quiet, 1)
        box.addWidget(self.agenda, 1)

    def _connect(self) -> None:
        for which, button in self.which.items():
            button.clicked.connect(partial(self._ask_which, which))
        for whose, button in self.whose.items():
            button.clicked.connect(partial(self._ask_whose, whose))
        self.search.textChanged.connect(lambda _typed: self._show())
        self.search.went_down.connect(self.focus_first)
        self.search.returnPressed.connect(self.focus_first)

    # What is asked

    def ask(self, which: Which, whose: Whose = "") -> None:
        """Show these activities, of these people; nothing is searched for."""
        self.which[which].setChecked(True)
        for value, button in self.whose.items():
            button.setChecked(value == whose)
        self.search.clear()
        self._show()

    def _ask_which(self, which: Which) -> None:
        self.which[which].setChecked(True)
        self._show()

    def _ask_whose(self, whose: Whose) -> None:
        """Show only those of one side; a second press shows all again."""
        for value, button in self.whose.items():
            if value != whose:
                button.setChecked(False)
        self._show()

    # What is shown

    def show_entries(self, entries: Sequence[Entry], here: datetime) -> None:
        """Know these activities, at this wall-clock time."""
        self._entries, self._here = entries, here
        self._is_known = True
        self.agenda.show_today(here.date())
        self._show()
        if self._wants_keyboard:
            self.focus_first()

    def choose_day(self, when: date) -> None:
        """Put the keyboard on a day, and show its month."""
        self._day = when
        if self.finding.which == "month":
            self._show()

    def note_day(self, when: date) -> None:
        """Know which day has the keyboard; the list stays as it is."""
        self._day = when

    def _show(self) -> None:
        which = next(value for value, button in self.which.items() if button.isChecked())
        whose: Whose = next((value for value, button in self.whose.items() if button.isChecked()), "")
        self.finding = Finding(which, self._day, whose, self.search.text())
        found = found_in(self._entries, self.finding, self._here)
        self.agenda.show_entries(found, self._day, of_month=which == "month")
        self.quiet.set_words(
            text(N_("Nothing was found. Choose “Everything”, or look for another word."))
            if self.search.text().strip() or whose or which != "month"
            else text(N_("Nothing is planned in this month."))
        )
        self.quiet.setVisible(self._is_known and not found)
        self.agenda.setVisible(bool(found))
        self.changed.emit()

    def focus_first(self) -> None:
        """Put the keyboard on the list, once it is known; on what is chosen when there is nothing on it."""
        self._wants_keyboard = not self._is_known
        if self.agenda.is_empty():
            self.which[self.finding.which].setFocus()
        else:
            self.agenda.setFocus()
