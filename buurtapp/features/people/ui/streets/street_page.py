"""One street: its name, area and way of walking, and its doors in that order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.core.text import fold
from buurtapp.features.people.actions import areas as area_actions
from buurtapp.features.people.actions import streets as actions
from buurtapp.features.people.queries import streets as queries
from buurtapp.features.people.records import WALKS, AreaRow, DoorRow, StreetRow
from buurtapp.features.people.ui.importing.parts import scrolling, stacked
from buurtapp.features.people.ui.streets.doors_table import DoorsTable
from buurtapp.features.people.ui.streets.words import WALK_WORDS, counted, explained
from buurtapp.features.people.ui.wording import breakable
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import CalmComboBox, Field, Form, choice, line, number_field
from buurtapp.uikit.words import plain

_ROWS_SHOWN = 8
_OTHER_WALK = "by_hand"


class StreetPage(Card):
    """The page. `asked_door` asks to change a door, `asked_add` to add some, `joined` tells which street stayed."""

    asked_door = Signal(int)
    asked_add = Signal(str)
    joined = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.row: StreetRow | None = None
        self._other: tuple[int, str] | None = None
        self._stand_on: int | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget()
        box = stacked(inner, (16, 14, 16, 14), 10)
        self.title = Heading("", "h2", wrap=True)
        self.counts = PlainLabel("", "second", size="small")
        self.form = Form()
        walks = [(walk, WALK_WORDS[walk]) for walk in WALKS]
        self.form.add(("name", line(text(N_("Street")))), ("area", Field(text(N_("Area")), CalmComboBox())))
        by_hand = (_OTHER_WALK, text(N_("My own order")))
        self.form.add(
            ("walk", choice(text(N_("Way of walking")), [*walks, by_hand])),
            ("position", number_field(text(N_("Place in the round")), 0, 9999)),
        )
        self.explanation = PlainLabel("", "second", size="small")
        self.same = Note("care")
        self.join = Button(text(N_("Join the streets")), "secondary", "merge")
        self.leave_two = Button(text(N_("Leave them as they are")), "quiet")
        self.same_row = FlowRow([self.join, self.leave_two], 8)
        self.table = DoorsTable()
        self.up = Button(text(N_("Earlier")), "secondary", "chevron-up")
        self.down = Button(text(N_("Later")), "secondary", "chevron-down")
        self.edit = Button(text(N_("Change this door")), "secondary", "pencil")
        self.add = Button(text(N_("Add doors")), "secondary", "plus")
        for button, name in ((self.up, N_("Walk this door earlier")), (self.down, N_("Walk this door later"))):
            button.setToolTip(text(name).render())
        keys = text(N_("Alt with an arrow up or down moves the door. Enter changes it."))
        for widget in (self.title, self.counts, self.form, self.explanation, self.same, self.same_row):
            box.addWidget(widget)
        box.addWidget(FlowRow([self.up, self.down, self.edit, self.add], 8))
        box.addWidget(self.table, 1)
        box.addWidget(PlainLabel(keys, "second", size="caption"))
        stacked(self, (1, 1, 1, 1)).addWidget(scrolling(inner))
        self._show_same(None)

    def _connect(self) -> None:
        self.form.committed.connect(self._on_committed)
        self.join.clicked.connect(self._on_join)
        self.leave_two.clicked.connect(self._on_leave_two)
        self.table.moved.connect(self.move_door)
        self.table.opened.connect(lambda _row: self._on_edit())
        self.up.clicked.connect(lambda: self.move_door(-1))
        self.down.clicked.connect(lambda: self.move_door(1))
        self.edit.clicked.connect(self._on_edit)
        self.add.clicked.connect(lambda: self.asked_add.emit(self.row.name if self.row else ""))

    # Public

    def show_street(self, row: StreetRow, doors: Sequence[DoorRow], areas: Sequence[AreaRow]) -> None:
        """Show a street; what is being typed stays."""
        if self.row is None or row.id != self.row.id:
            self._show_same(None)
            self.form.show_problems(())
        self.row = row
        self.title.set_words(breakable(row.name))
        self.counts.set_words(counted(row))
        self._fill_areas(areas)
        shown = {
            "name": row.name,
            "area": row.area_id or 0,
            "walk": _OTHER_WALK if row.by_hand else row.walk,
            "position": row.walk_position or 0,
        }
        for name, value in shown.items():
            if not self.form.field(name).input.hasFocus() or name != "name":
                self.form.set_value(name, value)
        self.explanation.set_words(explained(row))
        self.form.field("position").set_hint(
            text(N_("0: by name, after the streets with a place.")) if not row.walk_position else ""
        )
        stand_on = self._stand_on or (current.id if (current := self.table.current()) is not None else None)
        self._stand_on = None
        self.table.show_doors(list(doors), stand_on)
        self._fit()

    def stand_on(self, address_id: int) -> None:
        """Put the keyboard on this door when the street is shown next."""
        self._stand_on = address_id

    def allow(self, *, writing: bool) -> None:
        """Say whether the file may be changed."""
        for widget in (self.form, self.up, self.down, self.edit, self.add, self.join):
            widget.setEnabled(writing)

    def move_door(self, step: int) -> None:
        """Bring the door the keyboard is on a place earlier (-1) or later (1)."""
        door = self.table.current()
        if door is None or self.row is None or not self.up.isEnabled():
            return
        self._stand_on = door.id
        self.desk.do(actions.walk_label(self.row.name), actions.move_door, door.id, step).quiet()

    def _fit(self) -> None:
        theme = look.current()
        self.table.setMinimumHeight(theme.px(40 * min(_ROWS_SHOWN, max(self.table.doors.rowCount(), 2)) + 40))

    def _fill_areas(self, areas: Sequence[AreaRow]) -> None:
        box = self.form.field("area").input
        if not isinstance(box, CalmComboBox):
            return
        was = box.blockSignals(True)  # noqa: FBT003 - Qt's shape
        box.clear()
        box.addItem(text(N_("No area")).render(), 0)
        for area in areas:
            box.addItem(plain(area.name), area.id)
        box.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        box.blockSignals(was)

    # Slots

    def _on_committed(self, name: str) -> None:
        row = self.row
        if row is None:
            return
        self.form.field(name).set_problem("")
        if name == "name":
            self._rename(row, self.form.text("name").strip())
        elif name == "area":
            label = actions.changed_label(row.name)
            area = int(str(self.form.value("area"))) or None
            self.desk.do(label, area_actions.set_street_area, row.id, area).quiet()
        elif name == "position":
            position = int(str(self.form.value("position"))) or None
            self.desk.do(actions.changed_label(row.name), actions.place_street, row.id, position).quiet()
        else:
            self._walk(row)

    def _walk(self, row: StreetRow) -> None:
        walk = next((walk for walk in WALKS if walk == self.form.value("walk")), None)
        if walk is not None:
            self.desk.do(actions.walk_label(row.name), actions.walk_street, row.id, walk)
        elif not row.by_hand:
            # An order of one's own begins with the first door that is moved.
            self.form.set_value("walk", row.walk)
            self.explanation.set_words(text(N_("Move a door with the buttons: from then on this is your own order.")))

    def _rename(self, row: StreetRow, name: str) -> None:
        self._show_same(None)
        if not fold(name):
            self.form.show_problems([DraftProblem("name", text(N_("Fill in a street.")))])
            return
        if name == row.name:
            return
        other = self.desk.read(queries.spelled_like, name, row.id)
        if other is not None:
            self._show_same((other, self.desk.read(queries.street, other).name))
            return
        doing = self.desk.do(actions.renamed_label(name), actions.rename_street, row.id, name)
        doing.quiet().failed(self._on_wrong)

    def _on_wrong(self, error: DraftInvalid) -> None:
        self.form.show_problems([DraftProblem("name", problem.text) for problem in error.problems])

    def _show_same(self, other: tuple[int, str] | None) -> None:
        had_keyboard = self.join.hasFocus() or self.leave_two.hasFocus()
        self._other = other
        self.same.setVisible(other is not None)
        self.same_row.setVisible(other is not None)
        if other is not None:
            words = N_(
                "There is a street {street} already. Are they one? Doors with the same number then become one, "
                "and everybody stays where they live."
            )
            self.same.set_words(text(words, street=other[1]))
        elif had_keyboard:
            self.form.field("name").input.setFocus()

    def _on_join(self) -> None:
        row, other = self.row, self._other
        if row is None or other is None:
            return
        label = actions.joined_label(row.name, other[1])
        self._show_same(None)
        self.desk.do(label, actions.join_streets, other[0], row.id).then(lambda _twice: self.joined.emit(other[0]))

    def _on_leave_two(self) -> None:
        self._show_same(None)
        if self.row is not None:
            self.form.set_value("name", self.row.name)
        self.form.field("name").input.setFocus()

    def _on_edit(self) -> None:
        door = self.table.current()
        if door is not None and self.edit.isEnabled():
            self.asked_door.emit(door.id)
