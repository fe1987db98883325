"""Streets and addresses: all streets on the left by area, the chosen one on the right, door by door as people walk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QStackedWidget, QWidget

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text
from buurtapp.core.text import fold
from buurtapp.features.people.queries import streets as queries
from buurtapp.features.people.records import AreaRow, DoorRow, StreetRow
from buurtapp.features.people.ui.add_street import AddStreet
from buurtapp.features.people.ui.importing.parts import SideBySide, stacked
from buurtapp.features.people.ui.streets.areas_page import AreasPage
from buurtapp.features.people.ui.streets.door_page import DoorPage
from buurtapp.features.people.ui.streets.street_page import StreetPage
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, EmptyState, Heading
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.paged_model import Column, Group, ShortModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import figure

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes
    from buurtapp.core.store.store import Store

_TABLES = ("street", "address", "area", "person")
_LEFT_PX = 430
_PEOPLE, _WIDE_PX = 2, 380
"""The column of people is left out where the list is not so wide."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the view shows: all streets and areas, and the doors of one street."""

    streets: Sequence[StreetRow]
    areas: Sequence[AreaRow]
    street: StreetRow | None
    doors: Sequence[DoorRow]


class StreetsView(QFrame):
    """The view. `closed` asks to go back to the list of people; `shown` tells how many streets there are."""

    closed = Signal()
    shown = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._street: int | None = None
        self._is_stale = True
        self._wants_keyboard = False
        self._build()
        self._connect()

    def _build(self) -> None:
        box = stacked(self)
        self.title = Heading(text(N_("Streets and addresses")))
        self.areas_button = Button(text(N_("Areas")), "secondary", "map")
        self.add_button = Button(text(N_("Add a whole street")), "primary", "plus")
        self.back_button = Button(text(N_("Back to the list")), "quiet", "arrow-left")
        head = QWidget()
        flow = Flow(head, 12, 4)
        flow.setContentsMargins(24, 12, 24, 12)
        flow.addWidget(self.title)
        flow.push()
        for button in (self.back_button, self.areas_button, self.add_button):
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        head.setSizePolicy(policy)
        box.addWidget(head)
        self.right = QStackedWidget()
        self.street, self.door, self.areas = StreetPage(self.desk), DoorPage(self.desk), AreasPage(self.desk)
        self.add_card = Card()
        self.add = AddStreet(self.desk)
        stacked(self.add_card, (1, 1, 1, 1)).addWidget(self.add)
        self.first_button = Button(text(N_("Add a whole street")), "secondary", "plus")
        self.none = QWidget()
        empty = EmptyState(
            "map-pin",
            text(N_("There are no streets yet")),
            text(N_("Add a whole street at once, such as 1-55 odd. Doors where you know nobody yet count too.")),
            self.first_button,
        )
        standing = stacked(self.none)
        standing.addWidget(empty)
        standing.addStretch(1)
        for page in (self.none, self.street, self.door, self.areas, self.add_card):
            self.right.addWidget(page)
        self.left = self._build_list()
        self.both = SideBySide(self.left, self.right, left_px=_LEFT_PX)
        box.addWidget(self.both, 1)

    def _build_list(self) -> Card:
        card = Card()
        self.streets: ShortModel[StreetRow] = ShortModel(
            (
                Column(text(N_("Street")), lambda row: row.name, "strong"),
                Column(text(N_("Addresses")), lambda row: figure(row.addresses), "number", 84),
                Column(text(N_("People")), lambda row: figure(row.people), "number", 72),
                Column(text(N_("Unknown")), lambda row: figure(row.unknown), "number", 92),
            )
        )
        self.table = Table(text(N_("Streets in the order of the round")), self.streets)
        self.table.setProperty("kind", "inner")
        stacked(card, (1, 1, 1, 1)).addWidget(self.table)
        return card

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.leave)
        self.areas_button.clicked.connect(self.show_areas)
        self.add_button.clicked.connect(lambda: self.add_doors(""))
        self.first_button.clicked.connect(lambda: self.add_doors(""))
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _row: self.street.table.setFocus())
        self.table.typed.connect(self._on_typed)
        self.street.asked_door.connect(self.show_door)
        self.street.asked_add.connect(self.add_doors)
        self.street.joined.connect(self.show_street)
        self.door.closed.connect(self._on_door_closed)
        self.door.asked_person.connect(lambda number: self.desk.go("people", person=number))
        self.areas.closed.connect(self._on_areas_closed)
        self.add.closed.connect(self._on_add_closed)
        self.add.added.connect(self._on_added)
        self.desk.changed.connect(self._on_changed)

    # Public

    def begin(self) -> None:
        """Show all streets, and the one that was chosen before."""
        self._show_page(self.street)
        self._wants_keyboard = True
        self.refresh()

    def refresh(self) -> None:
        """Show what is true now."""
        store = self.desk.store
        if store is None:
            return
        self._is_stale = False
        wanted = self._street
        for page in (self.street, self.areas):
            page.allow(writing=not store.read_only)
        for widget in (self.add_button, self.first_button, self.door.form, self.door.delete):
            widget.setEnabled(not store.read_only)
        self.desk.later("streets_view", lambda there: _read(there, wanted), self.show_all)

    def show_all(self, shown: Shown) -> None:
        """Show streets, areas and doors."""
        self.show_streets(shown.streets, shown.areas)
        self.areas.show_areas(shown.areas)
        if shown.street is None:
            self._street = None
            if self.right.currentWidget() in {self.street, self.door}:
                self._show_page(self.none)
        elif self._street in {None, shown.street.id}:
            self._street = shown.street.id
            self.street.show_street(shown.street, shown.doors, shown.areas)
            if self.right.currentWidget() is self.none:
                self._show_page(self.street)
            self._show_door_again(shown.doors)
        self._choose_row()
        self.left.setVisible(bool(shown.streets))
        self.table.hide_columns({_PEOPLE} if self.left.width() < look.current().px(_WIDE_PX) else set())
        if self._wants_keyboard and self.isVisible():
            self._wants_keyboard = False
            self.focus_first()
        self.shown.emit(len(shown.streets))

    def show_streets(self, streets: Sequence[StreetRow], areas: Sequence[AreaRow]) -> None:
        """Fill the list on the left: below their areas, when there are any."""
        was = self.table.blockSignals(True)  # noqa: FBT003 - Qt's shape
        if areas:
            groups = [(_group(area), [row for row in streets if row.area_id == area.id]) for area in areas]
            loose = [row for row in streets if row.area_id is None]
            groups.append((Group(text(N_("Without an area"))), loose))
            self.streets.set_grouped([(group, rows) for group, rows in groups if rows])
        else:
            self.streets.set_records(streets)
        self.table.blockSignals(was)

    def show_street(self, number: int) -> None:
        """Show this street."""
        self._street = number
        self._show_page(self.street)
        self.refresh()

    def show_door(self, number: int) -> None:
        """Show this door of the street that is shown, to change it."""
        row = next((door for door in self.street.table.doors.records() if door.id == number), None)
        if row is not None:
            self.door.show_door(row)
            self._show_page(self.door)
            self.door.focus_first()

    def show_areas(self) -> None:
        """Show the areas with their connectors."""
        self._show_page(self.areas)
        self.areas.focus_first()

    def add_doors(self, street: str) -> None:
        """Add a whole street, or doors of this one."""
        if self.add_button.isEnabled():
            self._show_page(self.add_card)
            self.add.begin(street)

    def focus_first(self) -> None:
        """Put the keyboard in the list of streets, or on the first thing to do."""
        if self.streets.rowCount():
            self.table.setFocus()
        else:
            self.first_button.setFocus()

    def leave(self) -> None:
        """Go back to the list of people; what is being typed is finished first."""
        self.back_button.setFocus()
        self.closed.emit()

    def _show_page(self, page: QWidget) -> None:
        self.right.setCurrentWidget(page)
        # Only one button is the main one: that of the form, when it is open.
        self.add_button.set_kind("secondary" if page is self.add_card else "primary")

    def _choose_row(self) -> None:
        row = next(
            (
                row
                for row in range(self.streets.rowCount())
                if (record := self.streets.record(row)) is not None and record.id == self._street
            ),
            -1,
        )
        was = self.table.blockSignals(True)  # noqa: FBT003 - Qt's shape
        self.table.choose(row)
        self.table.blockSignals(was)

    def _show_door_again(self, doors: Sequence[DoorRow]) -> None:
        if self.right.currentWidget() is not self.door or self.door.row is None:
            return
        row = next((door for door in doors if door.id == self.door.row.id), None)
        if row is None:
            self._show_page(self.street)
            self.street.table.setFocus()
        else:
            self.door.show_door(row)

    # Slots

    def _on_chosen(self, row: int) -> None:
        record = self.streets.record(row)
        if record is not None and (record.id != self._street or self.right.currentWidget() is not self.street):
            self.show_street(record.id)

    def _on_typed(self, letters: str) -> None:
        """Go on to the next street that begins like this."""
        count, now = self.streets.rowCount(), max(self.table.currentIndex().row(), 0)
        for step in range(1, count + 1):
            row = (now + step) % count
            record = self.streets.record(row)
            if record is not None and fold(record.name).startswith(fold(letters)):
                self.table.choose(row)
                return

    def _on_door_closed(self) -> None:
        if self.door.row is not None:
            self.street.stand_on(self.door.row.id)
        self._show_page(self.street if self._street is not None else self.none)
        self.street.table.setFocus()
        self.refresh()

    def _on_areas_closed(self) -> None:
        self._show_page(self.street if self._street is not None else self.none)
        self.areas_button.setFocus()

    def _on_add_closed(self) -> None:
        self._show_page(self.street if self._street is not None else self.none)
        self.add_button.setFocus()

    def _on_added(self, street: str) -> None:
        number = self.desk.read(queries.spelled_like, street)
        if number is not None:
            self.show_street(number)
            self.street.table.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TABLES):
            self._is_stale = True
            if self.isVisible():
                self.refresh()

    # Qt's names

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look again when something changed while another screen was shown."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the keyboard on to where the work begins."""
        super().focusInEvent(event)
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back to the streets, then to the list of people; Ctrl+N adds a street."""
        if event.key() == Qt.Key.Key_Escape:
            focus = QApplication.focusWidget()
            if focus is not None and self.right.isAncestorOf(focus) and self.streets.rowCount():
                self.table.setFocus()
            else:
                self.leave()
        else:
            super().keyPressEvent(event)


def _group(area: AreaRow) -> Group:
    who = area.connector.spoken
    return Group(area.name, text(N_("connector: {name}"), name=who) if who else "")


def _read(store: Store, wanted: int | None) -> Shown:
    rows, areas = store.read(queries.streets), store.read(queries.areas)
    row = next((row for row in rows if row.id == wanted), rows[0] if rows else None)
    try:
        doors = store.read(queries.doors, row.id) if row is not None else []
    except UserError:
        doors = []
    return Shown(rows, areas, row, doors)
