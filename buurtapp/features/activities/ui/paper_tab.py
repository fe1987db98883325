"""The tab with paper: printed lists, their code and whether they came home, and papers of higher features."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.ui.papers import PapersCard
from buurtapp.features.sheets.records import SheetInfo
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import day, say


class Panel(Protocol):
    """What a higher feature shows of an activity."""

    def show_subject(self, number: int) -> None:
        """Show what belongs to this activity."""


def home_words(sheet: SheetInfo) -> str:
    """Return whether a list came home, and when."""
    if sheet.came_home_at is None:
        return say(text(N_("not back yet")))
    return say(text(N_("back on {day}"), day=day(local(sheet.came_home_at), "d MMM")))


class PaperTab(QWidget):
    """Printed lists of the activity that is shown. `wanted_print` and `wanted_entry` (a code) say what to do."""

    wanted_print = Signal()
    wanted_entry = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._panels: list[QWidget] = []
        self.lists: ShortModel[SheetInfo] = ShortModel(
            (
                Column(text(N_("Code of the list")), lambda sheet: sheet.code, "strong", 150),
                Column(text(N_("Printed on")), lambda sheet: day(local(sheet.printed_at), "d MMMM"), "plain"),
                Column(text(N_("Pages")), lambda sheet: str(sheet.pages), "number", 80),
                Column(
                    text(N_("Came back")),
                    home_words,
                    "state",
                    170,
                    icon=lambda sheet: "circle" if sheet.came_home_at is None else "circle-check",
                    role=lambda sheet: "ink-2" if sheet.came_home_at is None else "primary",
                ),
            )
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self.table = Table(text(N_("Printed lists")), self.lists)
        self.state = PlainLabel("", "second")
        self.print_button = Button(text(N_("Print the list")), icon="printer")
        self.enter_button = Button(text(N_("Fill in a list that came back")), icon="keyboard")
        card = Card()
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(Heading(text(N_("Attendance list")), "h2"))
        box.addWidget(self.state)
        box.addWidget(self.table)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.enter_button)
        buttons.addStretch(1)
        box.addLayout(buttons)
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(16)
        self.papers = PapersCard(self._desk)
        self._cards.addWidget(card)
        self._cards.addWidget(self.papers)
        self._cards.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.wanted_print)
        self.enter_button.clicked.connect(lambda: self.wanted_entry.emit(self.newest_out()))
        self.table.opened.connect(self._enter_row)

    def add_panel(self, make: Callable[[Desk], QWidget]) -> None:
        """Show the papers of a higher feature below the lists."""
        panel = make(self._desk)
        card = Card()
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 14, 16, 14)
        box.addWidget(panel)
        self._panels.append(panel)
        self._cards.insertWidget(self._cards.count() - 1, card)

    def show_sheets(self, activity: int, sheets: Sequence[SheetInfo]) -> None:
        """Show the lists of an activity, newest first."""
        self.lists.set_records(sheets)
        self.table.setVisible(bool(sheets))
        self.table.fit_height(look.current().px(280))
        self.table.choose_first()
        self.enter_button.setVisible(bool(sheets))
        self.state.set_words(
            text(N_("Enter on a list fills it in."))
            if sheets
            else text(N_("Not printed yet. The list carries a code, so that it can be filled in afterwards."))
        )
        self.papers.show_activity(activity)
        for panel in self._panels:
            cast("Panel", panel).show_subject(activity)

    def newest_out(self) -> str:
        """Return the code of the newest list that did not come back, else of the newest; "" without any."""
        sheets = self.lists.records()
        out = [sheet.code for sheet in sheets if sheet.came_home_at is None]
        return (out or [sheet.code for sheet in sheets] or [""])[0]

    def focus_first(self) -> None:
        """Put the keyboard on the first list, or on the button that prints one."""
        (self.table if self.lists.records() else self.print_button).setFocus()

    def _enter_row(self, row: int) -> None:
        sheet = self.lists.record(row)
        if sheet is not None:
            self.wanted_entry.emit(sheet.code)
