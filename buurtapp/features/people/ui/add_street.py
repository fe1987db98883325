"""Adding all doors of a street at once: "1-55 odd, 57a"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.people.actions import doors as actions
from buurtapp.features.people.rules.series import parse_series
from buurtapp.features.people.ui.panel_page import PanelPage
from buurtapp.uikit.controls import Button, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, line


class AddStreet(PanelPage):
    """The form for a street with its house numbers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form = Form()
        self.form.add(("street", line(text(N_("Street")))))
        self.form.add(("numbers", line(text(N_("House numbers")))))
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

    def _connect(self) -> None:
        self.form.edited.connect(lambda _name: self._show_count())
        self.add.clicked.connect(self._on_add)
        self.cancel.clicked.connect(self.leave)
        last = self.form.field("place").input
        if isinstance(last, QLineEdit):
            last.returnPressed.connect(self._on_add)

    # Public

    def begin(self) -> None:
        """Begin with an empty form."""
        for name in ("street", "numbers", "postcode", "place"):
            self.form.set_value(name, "")
        self.form.show_problems(())
        self._show_count()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        self.form.field("street").input.setFocus()

    # Slots

    def _show_count(self) -> None:
        """Say how many doors are meant, or how to write them."""
        field = self.form.field("numbers")
        try:
            count = len(parse_series(self.form.text("numbers")))
        except DraftInvalid:
            field.set_hint(text(N_("For example: 1-55 odd, 57a, 60")))
        else:
            field.set_hint(plural_text("{count} address", "{count} addresses", count))

    def _on_add(self) -> None:
        street, numbers, postcode, place = (self.form.text(name) for name in ("street", "numbers", "postcode", "place"))
        self.form.show_problems(())
        label = text(N_("Addresses added: {street}"), street=street.strip())
        doing = self.desk.do(label, actions.add_addresses, street, numbers, postcode, place)
        doing.then(lambda _numbers: self.closed.emit()).failed(lambda error: self.form.show_problems(error.problems))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Add on Ctrl+Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_add()
        else:
            super().keyPressEvent(event)
