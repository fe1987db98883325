"""A new neighbour at the door: a name is enough, a house number is welcome, and it takes ten seconds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.records import Door, PersonDraft
from buurtapp.features.people.rules.doors import parse_address, parse_house
from buurtapp.features.people.rules.names import parse_name
from buurtapp.uikit.controls import Button, Card, Heading
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import CalmComboBox, Field, Form, line
from buurtapp.uikit.words import one_line, say


class NewNeighbour(Card):
    """Name, street and house number. `added` gives the draft, `left` that it is not needed after all."""

    added = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._street = ""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form = Form()
        self.name = line(text(N_("Name")))
        self.streets = CalmComboBox()
        self.streets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.streets.setMinimumContentsLength(6)
        self.number = line(text(N_("House number")))
        self.form.add(("name", self.name))
        self.form.add(("street", Field(text(N_("Street")), self.streets)), ("number", self.number), stretch=(7, 5))
        self.name.set_hint(text(N_("Only the name is needed. The rest can come later.")))
        self.add_button = Button(text(N_("Add")), "primary", "user-plus")
        self.leave_button = Button(text(N_("Not now")), "quiet")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(10)
        box.addWidget(Heading(text(N_("New neighbour")), "h2"))
        box.addWidget(self.form)
        box.addWidget(FlowRow((self.add_button, self.leave_button), 8))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.leave_button.clicked.connect(self.left)
        # Later: the same Enter would go on to the street, and past it.
        self._edit("name").returnPressed.connect(lambda: QTimer.singleShot(0, self.streets, self.streets.setFocus))
        self._edit("number").returnPressed.connect(self._add)

    def _edit(self, name: str) -> QLineEdit:
        found = self.form.field(name).input
        assert isinstance(found, QLineEdit)
        return found

    def begin(self, typed: str, streets: Sequence[str]) -> None:
        """Show an empty form with the letters that were typed; the street of the last one is chosen already."""
        self.form.show_problems([])
        self.form.set_value("name", typed)
        self.form.set_value("number", "")
        self.streets.clear()
        self.streets.addItem(say(text(N_("Not known yet"))), "")
        for street in streets:
            self.streets.addItem(one_line(street), street)
        self.streets.setCurrentIndex(max(0, self.streets.findData(self._street)))
        self._edit("name").setFocus()
        self._edit("name").end(False)  # noqa: FBT003 - Qt's shape

    def show_problems(self, error: DraftInvalid) -> None:
        """Say below the fields what is wrong."""
        self.form.show_problems(error.problems)

    def draft(self) -> PersonDraft:
        """Return what was typed; raises DraftInvalid for a house number that is none."""
        name, street = parse_name(self.form.text("name")), self.form.text("street")
        written = self.form.text("number").strip()
        if not written:
            # A street without a number is no address yet.
            return PersonDraft(name)
        whole = parse_address(written).door
        house = parse_house(written)
        if house is None and whole.number:
            return PersonDraft(name, whole)
        if house is None:
            raise DraftInvalid([DraftProblem("number", text(N_("Write a house number like this: 12 or 12 a.")))])
        if not street:
            note = text(N_("House number {house}, street not known"), house=written).render()
            return PersonDraft(name, note=note)
        return PersonDraft(name, Door(street, house[0], house[1]))

    def _add(self) -> None:
        try:
            draft = self.draft()
        except DraftInvalid as error:
            self.show_problems(error)
            return
        self._street = draft.door.street or self._street
        self.added.emit(draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back on Escape; Enter in the choice of a street goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.streets.hasFocus():
            self._edit("number").setFocus()
        else:
            super().keyPressEvent(event)
