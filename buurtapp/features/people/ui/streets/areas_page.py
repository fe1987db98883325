"""Areas: their names, and for each a connector; streets are put in an area where a street is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.actions import areas as actions
from buurtapp.features.people.records import AreaRow
from buurtapp.features.people.ui.importing.parts import scrolling, stacked
from buurtapp.features.people.ui.streets.person_pick import PersonPick
from buurtapp.features.people.ui.wording import breakable
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, Line, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import Form, line
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table

_ROWS_SHOWN = 5


class AreasPage(Card):
    """The page. `closed` asks to go back to the streets."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._stand_on: int | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget()
        box = stacked(inner, (16, 14, 16, 14), 10)
        self.back = Button(text(N_("Back to the streets")), "quiet", "arrow-left")
        why = N_("An area is some streets together. Its connector knows the people there and can be asked first.")
        self.new_form = Form()
        self.new_form.add(("area", line(text(N_("Name of a new area")))))
        self.add = Button(text(N_("Add the area")), "secondary", "plus")
        self.areas: ShortModel[AreaRow] = ShortModel(
            (
                Column(text(N_("Area")), lambda row: row.name, "strong"),
                Column(text(N_("Connector")), lambda row: row.connector.spoken),
                Column(text(N_("Streets")), lambda row: ", ".join(row.streets), "second"),
            )
        )
        self.table = Table(text(N_("Areas")), self.areas)
        self.none = PlainLabel(text(N_("There are no areas yet.")), "second")
        self._build_chosen()
        box.addWidget(FlowRow([self.back]))
        box.addWidget(Heading(text(N_("Areas and connectors")), "h2", wrap=True))
        for shown in (PlainLabel(text(why), "second", size="small"), self.new_form, FlowRow([self.add]), self.none):
            box.addWidget(shown)
        box.addWidget(self.table)
        box.addWidget(self.chosen)
        box.addStretch(1)
        stacked(self, (1, 1, 1, 1)).addWidget(scrolling(inner))

    def _build_chosen(self) -> None:
        self.chosen = QWidget()
        below = stacked(self.chosen, gap=10)
        self.form = Form()
        self.form.add(("area", line(text(N_("Name of this area")))))
        self.connector = PlainLabel("", strong=True)
        self.pick = PersonPick(desk=self.desk, words=text(N_("Search the connector by name")))
        self.nobody = Button(text(N_("Nobody")), "secondary", "x")
        self.delete = Button(text(N_("Delete this area")), "secondary", "trash-2")
        self.stays = PlainLabel(text(N_("When an area is deleted, its streets stay.")), "second", size="caption")
        for widget in (
            Line(),
            self.form,
            self.connector,
            self.pick,
            FlowRow([self.nobody, self.delete], 8),
            self.stays,
        ):
            below.addWidget(widget)

    def _connect(self) -> None:
        self.back.clicked.connect(self.leave)
        self.add.clicked.connect(self._on_add)
        self.table.chosen.connect(lambda _row: self._show_chosen())
        self.table.opened.connect(lambda _row: self.form.field("area").input.setFocus())
        self.form.committed.connect(lambda _name: self._on_rename())
        self.pick.picked.connect(self._on_picked)
        self.nobody.clicked.connect(lambda: self._on_picked(None))
        self.delete.clicked.connect(self._on_delete)
        new = self.new_form.field("area").input
        if isinstance(new, QLineEdit):
            new.returnPressed.connect(self._on_add)

    # Public

    def show_areas(self, areas: Sequence[AreaRow]) -> None:
        """Show all areas; the keyboard stays on the one it was on."""
        now, row = self.current(), max(self.table.currentIndex().row(), 0)
        stand_on = self._stand_on or (now.id if now is not None else None)
        self._stand_on = None
        self.areas.set_records(areas)
        numbers = [area.id for area in areas]
        self.table.choose(numbers.index(stand_on) if stand_on in numbers else min(row, len(areas) - 1))
        self.table.setVisible(bool(areas))
        self.none.setVisible(not areas)
        self.table.fit_height(look.current().px(40 * _ROWS_SHOWN + 40))
        self._show_chosen()

    def current(self) -> AreaRow | None:
        """Return the area the keyboard is on."""
        return self.areas.record(self.table.currentIndex().row())

    def allow(self, *, writing: bool) -> None:
        """Say whether the file may be changed."""
        for widget in (self.new_form, self.add, self.chosen):
            widget.setEnabled(writing)

    def focus_first(self) -> None:
        """Put the keyboard in the field for a new area."""
        self.new_form.field("area").input.setFocus()

    def leave(self) -> None:
        """Go back to the streets."""
        self.closed.emit()

    # Slots

    def _show_chosen(self) -> None:
        area = self.current()
        self.chosen.setVisible(area is not None)
        if area is None:
            return
        self.form.set_value("area", area.name)
        self.form.show_problems(())
        who = breakable(area.connector.spoken)
        self.connector.set_words(text(N_("Connector: {name}"), name=who) if who else text(N_("Connector: nobody yet")))
        self.nobody.setVisible(area.connector_id is not None)

    def _on_add(self) -> None:
        name = self.new_form.text("area")
        self.new_form.show_problems(())
        doing = self.desk.do(actions.added_label(name.strip()), actions.add_area, name)
        doing.then(self._on_added).failed(lambda error: self.new_form.show_problems(error.problems))

    def _on_added(self, number: int) -> None:
        self._stand_on = number
        self.new_form.set_value("area", "")
        self.pick.field.setFocus()

    def _on_rename(self) -> None:
        area = self.current()
        if area is None:
            return
        name = self.form.text("area")
        doing = self.desk.do(actions.changed_label(name.strip()), actions.rename_area, area.id, name)
        doing.quiet().failed(self._on_wrong)

    def _on_wrong(self, error: DraftInvalid) -> None:
        self.form.show_problems(error.problems)

    def _on_picked(self, person: int | None) -> None:
        area = self.current()
        if area is not None:
            if person is None:
                self.pick.field.setFocus()
            self.desk.do(actions.changed_label(area.name), actions.set_connector, area.id, person).quiet()

    def _on_delete(self) -> None:
        area = self.current()
        if area is not None:
            self.focus_first()
            self.desk.do(actions.deleted_label(area.name), actions.delete_area, area.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
