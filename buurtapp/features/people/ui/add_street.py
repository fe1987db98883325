"""Adding all doors of a street at once: "1-55 odd, 57a"."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.actions import doors as actions
from buurtapp.features.people.queries import streets
from buurtapp.features.people.rules.doors import nice_street
from buurtapp.features.people.rules.series import parse_series
from buurtapp.features.people.ui.panel_page import PanelPage
from buurtapp.features.people.ui.row_of_doors import foreseen
from buurtapp.uikit.controls import Button, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, line

_FIELDS = ("street", "numbers", "stairwell", "postcode", "place")


class AddStreet(PanelPage):
    """The form for a street with its house numbers. `added` tells the street, once it is saved."""

    added = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form = Form()
        self.form.add(("street", line(text(N_("Street")))))
        self.form.add(("numbers", line(text(N_("House numbers")))))
        stairwell = line(text(N_("Stairwell or court")), text(N_("Only when these doors have one, such as Portiek A.")))
        self.form.add(("stairwell", stairwell))
        self.form.add(("postcode", line(text(N_("Postcode")))), ("place", line(text(N_("Town")))), stretch=(5, 7))
        self.add = Button(text(N_("Add")), "primary", "map-pin")
        self.cancel = Button(text(N_("Cancel")), "quiet")
        self.body.addWidget(Heading(text(N_("Add a whole street")), "h2", wrap=True))
        self.body.addWidget(
            PlainLabel(text(N_("Doors that are there already stay as they are.")), "second", size="small")
        )
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.add_foot(self.add, self.cancel)
        self._streets = QStringListModel()
        field = self.form.field("street").input
        if isinstance(field, QLineEdit):
            known = QCompleter(self._streets, field)
            known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.setCompleter(known)
            known.activated.connect(lambda _name: self._show_count())

    def _connect(self) -> None:
        self.form.edited.connect(lambda _name: self._show_count())
        self.add.clicked.connect(self._on_add)
        self.cancel.clicked.connect(self.leave)
        last = self.form.field("place").input
        if isinstance(last, QLineEdit):
            last.returnPressed.connect(self._on_add)

    # Public

    def begin(self, street: str = "") -> None:
        """Begin with an empty form, or with more doors of a street."""
        for name in _FIELDS:
            self.form.set_value(name, street if name == "street" else "")
        self.form.show_problems(())
        if self.desk.store is not None:
            self._streets.setStringList([row.name for row in self.desk.read(streets.streets)])
        self._show_count()
        self.form.field("numbers" if street else "street").input.setFocus()

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        self.form.field("street").input.setFocus()

    # Slots

    def _show_count(self) -> None:
        """Say how many doors are meant and which are there already, or how to write them."""
        field = self.form.field("numbers")
        written = self.form.text("numbers")
        try:
            doors = parse_series(written)
        except DraftInvalid as error:
            field.set_hint(error.text if written.strip() else text(N_("For example: 1-55 odd, 57a, 60")))
            return
        street = nice_street(self.form.text("street"))
        known = self.desk.read(streets.spelled_like, street) if street and self.desk.store is not None else None
        field.set_hint(foreseen(doors, self.desk.read(streets.missing_doors, known, doors)))

    def _on_add(self) -> None:
        street, numbers, stairwell, postcode, place = (self.form.text(name) for name in _FIELDS)
        self.form.show_problems(())
        label = text(N_("Addresses added: {street}"), street=street.strip())
        doing = self.desk.do(label, actions.add_addresses, street, numbers, postcode, place, stairwell)
        doing.then(lambda _numbers: self._on_saved(street)).failed(
            lambda error: self.form.show_problems(error.problems)
        )

    def _on_saved(self, street: str) -> None:
        self.closed.emit()
        self.added.emit(nice_street(street))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Add on Ctrl+Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_add()
        else:
            super().keyPressEvent(event)
