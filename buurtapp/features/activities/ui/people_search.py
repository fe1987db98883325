"""Looking somebody up by keyboard: letters, arrows, Enter; the list opens below the field, in the same window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import PersonRow
from buurtapp.uikit.controls import PlainLabel, SearchField
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import Words, say

_MOST = 6


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody who was found; `note` says why they cannot be chosen, "" when they can."""

    person: PersonRow
    note: Words = ""


class PeopleSearch(QWidget):
    """A search field with the best matches below it. `picked` names somebody, `picked_home` one with a household."""

    picked = Signal(int)
    picked_home = Signal(int)

    def __init__(self, desk: Desk, words: Words, note: Callable[[PersonRow], Words]) -> None:
        super().__init__()
        self._desk = desk
        self._note = note
        self._is_waiting = False
        self._wants_first = self._wants_home = False
        self.field = SearchField(words, "Ctrl+F")
        self.found: ShortModel[Match] = ShortModel(
            (
                Column(text(N_("Name")), lambda match: match.person.name.spoken, "strong"),
                Column(text(N_("Address")), lambda match: match.person.door.line, "second", 210),
                Column("", lambda match: say(match.note), "second", 170),
            )
        )
        self.table = Table(text(N_("People found")), self.found)
        self.nobody = PlainLabel("", "second")
        self.keys = PlainLabel(
            text(N_("Enter: this person. Shift+Enter: the whole household.")), "second", size="small"
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.field)
        box.addWidget(self.nobody)
        box.addWidget(self.table)
        box.addWidget(self.keys)
        self.keys.setMinimumWidth(1)
        self.nobody.setMinimumWidth(1)
        self.table.horizontalHeader().hide()
        for part in (self.table, self.nobody, self.keys):
            part.hide()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._look_up)
        self.field.returnPressed.connect(self._pick)
        self.field.went_down.connect(lambda: self._move(1))
        self.field.installEventFilter(self)
        self.table.opened.connect(self._pick_row)
        self.table.clicked.connect(lambda index: self._pick_row(index.row()))

    def look_again(self) -> None:
        """Look the same letters up again: the list of who is signed up changed."""
        self._look_up(self.field.text())

    def _look_up(self, typed: str) -> None:
        if not typed.strip():
            self._is_waiting = self._wants_first = self._wants_home = False
            self.found.set_records(())
            for part in (self.table, self.nobody, self.keys):
                part.hide()
            return
        self._is_waiting = True
        self._desk.later(
            "people_search",
            lambda store: store.read(listing.rows, store.read(listing.find_ids, typed, _MOST)),
            lambda people: self._show(typed, people),
        )

    def _show(self, typed: str, people: list[PersonRow]) -> None:
        if typed != self.field.text():
            return
        self._is_waiting = False
        matches = [Match(person, self._note(person)) for person in people]
        self.found.set_records(matches)
        self.table.setVisible(bool(matches))
        self.table.fit_height()
        self.nobody.setVisible(not matches)
        self.keys.setVisible(bool(matches))
        self.nobody.set_words(
            text(N_("Nobody found with “{typed}”. F2 adds a new neighbour."), typed=typed.strip()[:40])
        )
        first = next((row for row, match in enumerate(matches) if not match.note), 0)
        self.table.choose(first)
        if self._wants_first:
            self._wants_first = False
            self._pick_row(first, home=self._wants_home)

    def _pick(self, *, home: bool = False) -> None:
        if self._is_waiting:
            # Whoever types fast presses Enter before the answer is there.
            self._wants_first, self._wants_home = True, home
        else:
            self._pick_row(self.table.currentIndex().row(), home=home)

    def _pick_row(self, row: int, *, home: bool = False) -> None:
        """Pick somebody; of a household also by who is on the list already."""
        match = self.found.record(row)
        if match is not None and (home or not match.note):
            self.field.clear()
            self.field.setFocus()
            (self.picked_home if home else self.picked).emit(match.person.id)

    def _move(self, step: int) -> None:
        rows = self.found.rowCount()
        if rows:
            self.table.choose(min(max(self.table.currentIndex().row() + step, 0), rows - 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go up in the list from the field, as the field itself goes down; take a household with Shift and Enter."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Up:
                self._move(-1)
                return True
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._pick(home=True)
                return True
        return super().eventFilter(watched, event)
