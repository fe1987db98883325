"""Adding a person: one field for the whole name, and a warning when they seem to be in the list already."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import PersonDraft, PersonRow
from buurtapp.features.people.rules.doors import nice_street
from buurtapp.features.people.rules.doubles import double_key, same_person
from buurtapp.features.people.ui.panel_page import PanelPage
from buurtapp.features.people.ui.person_form import PersonForm
from buurtapp.features.people.ui.wording import breakable, shortened
from buurtapp.uikit.controls import Button, Card, Heading, Icon, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import TextBox
from buurtapp.uikit.words import one_line

_LOOKED_AT = frozenset({"name", "street", "number", "addition", "relation"})


class AddPerson(PanelPage):
    """The form for somebody new. `added` tells the new number, `asked_person` one that is there already."""

    added = Signal(int)
    asked_person = Signal(int)
    asked_street = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._double: PersonRow | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Heading(text(N_("Add somebody")), "h2", wrap=True)
        self.form = PersonForm(whole_name=True)
        self.double = Card("info")
        self.double_words = PlainLabel()
        self.double_link = Button("", "link")
        said = QGridLayout(self.double)
        said.setContentsMargins(12, 10, 12, 10)
        said.setHorizontalSpacing(10)
        said.setColumnStretch(1, 1)
        said.addWidget(Icon("copy", "info"), 0, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.double_words, 0, 1)
        said.addWidget(self.double_link, 1, 1, Qt.AlignmentFlag.AlignLeft)
        self.double.hide()
        self.street = Button(text(N_("Add a whole street")), "secondary", "map-pin")
        self.add = Button(text(N_("Add")), "primary", "user-plus")
        self.cancel = Button(text(N_("Cancel")), "quiet")
        self.body.addWidget(self.title)
        self.body.addWidget(self.double)
        self.body.addWidget(self.form)
        self.body.addWidget(self.street, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.add_foot(self.add, self.cancel)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.add.clicked.connect(self._on_add)
        self.cancel.clicked.connect(self._on_cancel)
        self.street.clicked.connect(self.asked_street)
        self.double_link.clicked.connect(self._on_double)
        for last in ("best_time", "member_until"):
            input_ = self.form.field(last).input
            if isinstance(input_, QLineEdit):
                input_.returnPressed.connect(self._on_add)
        for name in self.form.names():
            field = self.form.field(name).input
            if isinstance(field, TextBox):
                field.entered.connect(self._on_add)

    # Public

    def begin(self, name: str = "") -> None:
        """Begin with a name, or go on with what was being typed."""
        self.form.propose(self.desk)
        if name:
            self.form.begin_with(PersonDraft(Name()))
            self.form.set_value("name", name)
            self.form.show_problems(())
        self._look()
        self.scroll_up()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        self.form.field("name").input.setFocus()

    # Slots

    def _on_edited(self, name: str) -> None:
        self.add.setEnabled(True)
        if name in _LOOKED_AT:
            self._look()

    def _look(self) -> None:
        """Show how the name is understood, and who has it at this address already."""
        draft = self.form.draft()
        self.form.field("name").set_hint(_understood(draft) if self.form.text("name").strip() else "")
        self._double = self._same(draft)
        self.double.setVisible(self._double is not None)
        if self._double is not None:
            at = breakable(one_line(self._double.door.line))
            self.double_words.set_words(
                text(N_("Are they there already? The same name stands at {address}."), address=at)
            )
            name = self._double.name.spoken
            self.double_link.set_words(
                text(N_("Show {name}"), name=shortened(name, 26)), text(N_("Show {name}"), name=name)
            )

    def _same(self, draft: PersonDraft) -> PersonRow | None:
        key = double_key(draft.name, draft.door)
        if key is None or draft.door.number is None:
            return None
        door = draft.door
        address = self.desk.read(cards.find_address, nice_street(door.street), door.number or 0, door.addition)
        there = self.desk.read(cards.housemates, address)
        return next(
            (row for row in there if double_key(row.name, row.door) == key and same_person(row.name, draft.name)), None
        )

    def _on_add(self) -> None:
        draft = self.form.draft()
        wrong = [*self.form.unreadable(), *actions.problems(draft, self.desk.clock.today())]
        self.form.show_problems(wrong)
        if wrong:
            return
        self.add.setEnabled(False)
        doing = self.desk.do(actions.added_label(draft.name), actions.add_person, draft)
        doing.then(self._on_added).failed(self._on_wrong)

    def _on_added(self, number: int) -> None:
        self.add.setEnabled(True)
        self.form.begin_with(PersonDraft(Name()))
        self._look()
        self.added.emit(number)

    def _on_double(self) -> None:
        if self._double is not None:
            self.asked_person.emit(self._double.id)

    def _on_cancel(self) -> None:
        self.form.begin_with(PersonDraft(Name()))
        self.form.show_problems(())
        self._look()
        self.closed.emit()

    def _on_wrong(self, error: DraftInvalid) -> None:
        self.add.setEnabled(True)
        self.form.show_problems(error.problems)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Add on Ctrl+Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_add()
        else:
            super().keyPressEvent(event)


def _understood(draft: PersonDraft) -> Text:
    name = draft.name
    first = " ".join(filter(None, (name.title, name.given, name.initials)))
    family = breakable(" ".join(filter(None, (name.infix, name.family))))
    if draft.relation == "organisation":
        return text(N_("Understood as an organisation."))
    if name.kind == "household":
        return text(N_("Understood as the household {family}"), family=family)
    if first and family:
        return text(N_("First name {first}, family name {family}"), first=breakable(first), family=family)
    if family:
        return text(N_("Family name {family}"), family=family)
    return text(N_("First name {first}"), first=breakable(first))
