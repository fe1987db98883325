"""Choosing somebody by name: letters, arrows, Enter; who is found stands below the field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import PersonRow
from buurtapp.features.people.ui.importing.parts import stacked
from buurtapp.uikit.controls import PlainLabel, SearchField
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import Words

_MOST = 5


class PersonPick(QWidget):
    """A search field with whom it finds. `picked` names a person."""

    picked = Signal(int)

    def __init__(self, desk: Desk, words: Words) -> None:
        super().__init__()
        self._desk = desk
        self._wants_first = False
        self._is_waiting = False
        self.field = SearchField(words)
        self.found: ShortModel[PersonRow] = ShortModel(
            (
                Column(text(N_("Name")), lambda row: row.name.spoken, "strong"),
                Column(text(N_("Address")), lambda row: row.door.line, "second"),
            )
        )
        self.table = Table(text(N_("People found")), self.found)
        self.nobody = PlainLabel("", "second")
        box = stacked(self, gap=4)
        for widget in (self.field, self.nobody, self.table):
            box.addWidget(widget)
        self.table.horizontalHeader().hide()
        self.table.hide()
        self.nobody.hide()
        self.field.textChanged.connect(self._look_up)
        self.field.returnPressed.connect(self._on_enter)
        self.field.went_down.connect(self._on_down)
        self.table.opened.connect(self._pick)
        self.table.clicked.connect(lambda index: self._pick(index.row()))

    def _look_up(self, typed: str) -> None:
        if not typed.strip():
            self._is_waiting = self._wants_first = False
            self._show("", [])
            return
        self._is_waiting = True
        self._desk.later(
            "street_connector",
            lambda store: store.read(listing.rows, store.read(listing.find_ids, typed, _MOST)),
            lambda people: self._show(typed, people),
        )

    def _show(self, typed: str, people: list[PersonRow]) -> None:
        if typed.strip() != self.field.text().strip():
            return
        self._is_waiting = False
        self.found.set_records(people)
        self.table.setVisible(bool(people))
        self.table.fit_height()
        self.nobody.setVisible(bool(typed) and not people)
        self.nobody.set_words(text(N_("Nobody found with “{typed}”."), typed=typed.strip()[:40]))
        self.table.choose(0)
        if self._wants_first:
            self._wants_first = False
            self._pick(0)

    def _on_enter(self) -> None:
        if self._is_waiting:
            # Whoever types fast presses Enter before the answer is there.
            self._wants_first = True
        else:
            self._pick(max(self.table.currentIndex().row(), 0))

    def _on_down(self) -> None:
        if self.found.rowCount():
            self.table.setFocus()

    def _pick(self, row: int) -> None:
        person = self.found.record(row)
        if person is not None:
            self.field.setFocus()
            self.field.clear()
            self.picked.emit(person.id)
