"""One person, to read: where, how to reach them, labels, who else lives there, and what other workspaces know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.records import PersonCard, PersonRow
from buurtapp.features.people.rules.consent_words import STICKER_WORDS
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.rules.sensitive import looks_private
from buurtapp.features.people.ui.consent_block import ConsentBlock
from buurtapp.features.people.ui.label_field import complete_one_label
from buurtapp.features.people.ui.panel_page import PanelPage, card_of, clear
from buurtapp.features.people.ui.wording import breakable, reached, shortened
from buurtapp.uikit.controls import Button, Heading, Icon, Line, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import Flow, FlowRow
from buurtapp.uikit.street_sign import StreetSign
from buurtapp.uikit.words import Words, one_line

Make = Callable[[Desk], QWidget]


@runtime_checkable
class SubjectPanel(Protocol):
    """A part that a workspace above this one adds: it shows what it knows of a person."""

    def show_subject(self, number: int) -> None:
        """Show what is known of this person."""


class PersonView(PanelPage):
    """The card of a person. `asked_edit` and `asked_person` tell a number."""

    asked_edit = Signal(int)
    asked_person = Signal(int)
    deleted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.number: int | None = None
        self._card: PersonCard | None = None
        self._makers: list[Make] = []
        self._panels: list[QWidget] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self.nobody = PlainLabel(text(N_("Choose somebody in the list to see more.")), "second")
        self.body.addWidget(self.nobody)
        self._whole = QWidget()
        box = QVBoxLayout(self._whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        self.name = Heading("", "speak", wrap=True)
        self.edit = Button(text(N_("Change")), "secondary", "pencil")
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(top)
        box.addLayout(self._address())
        self.care = Note("care")
        box.addWidget(self.care)
        self._reach = QVBoxLayout()
        self._reach.setSpacing(6)
        box.addLayout(self._reach)
        box.addLayout(self._label_row())
        self.consents = ConsentBlock(self.desk)
        box.addWidget(Line())
        box.addWidget(self.consents)
        self.note_line, self.note_head = Line(), Heading(text(N_("Remark")), "body")
        self.note = PlainLabel()
        self.mates_line, self.mates_head = Line(), Heading(text(N_("Also at this address")), "body")
        self._mates = QVBoxLayout()
        self._mates.setSpacing(2)
        for widget in (self.note_line, self.note_head, self.note, self.mates_line, self.mates_head):
            box.addWidget(widget)
        box.addLayout(self._mates)
        self._below = QVBoxLayout()
        self._below.setSpacing(12)
        box.addLayout(self._below)
        self.delete = Button(text(N_("Delete…")), "quiet", "trash-2")
        box.addWidget(Line())
        box.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._whole)
        self.body.addStretch(1)
        self._whole.hide()

    def _address(self) -> QVBoxLayout:
        self.sign, self.house = StreetSign(), PlainLabel("", strong=True, wrap=False)
        self.place = PlainLabel("", "second", size="small")
        self.no_bell = PlainLabel(text(N_("Do not ring")), "tag", size="caption", wrap=False)
        self.sticker = PlainLabel("", "tag", size="caption", wrap=False)
        self.wishes = FlowRow((self.no_bell, self.sticker), 6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.house)
        row.addStretch(1)
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.place)
        box.addWidget(self.wishes)
        return box

    def _label_row(self) -> QHBoxLayout:
        self._labels = QWidget()
        self._flow = Flow(self._labels, 6, 6)
        self.add_label = Button(text(N_("Add a label")), "link")
        self._flow.addWidget(self.add_label)
        self.label = QLineEdit()
        self.label.hide()
        self.label_hint = PlainLabel(text(N_("Better not write this down.")), "care", size="small", strong=True)
        self.label_hint.hide()
        column = QVBoxLayout()
        column.setSpacing(4)
        for widget in (self._labels, self.label, self.label_hint):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Icon("tag"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return row

    def _connect(self) -> None:
        self.edit.clicked.connect(self._on_edit)
        self.add_label.clicked.connect(self._ask_label)
        self.label.textChanged.connect(lambda typed: self.label_hint.setVisible(looks_private(typed)))
        self.label.returnPressed.connect(self._give_label)
        self.delete.clicked.connect(self._on_delete)
        # Once there is room for it.
        self.consents.opened.connect(self.show_in_view, Qt.ConnectionType.QueuedConnection)

    # Public

    def add_panel(self, make: Make) -> None:
        """Show something of a workspace above this one below the person; it is made when first needed."""
        self._makers.append(make)

    def show_person(self, number: int | None) -> None:
        """Show somebody, or say that nobody is chosen."""
        is_other = number != self.number
        self.number = number
        self._card = card_of(self.desk, number) if number is not None else None
        self.nobody.setVisible(self._card is None)
        self._whole.setVisible(self._card is not None)
        if self._card is None or number is None:
            self.number = None
            return
        if is_other:
            self._stop_label()
            self.scroll_up()
        self._show(self._card)
        self._show_panels(number)

    def refresh(self) -> None:
        """Show what is true now."""
        self.show_person(self.number)

    # What is shown

    def _show(self, card: PersonCard) -> None:
        can_write = self.desk.store is not None and not self.desk.store.read_only
        self.name.set_words(breakable(one_line(card.name.spoken)))
        for button in (self.edit, self.delete, self.add_label):
            button.setEnabled(can_write)
        self.sign.set_text(card.door.street)
        self.sign.setVisible(bool(card.door.street))
        self.house.set_words(shortened(card.door.house, 12) if card.door.street else text(N_("No address")))
        place = " ".join(filter(None, (card.door.postcode, card.door.place)))
        self.place.set_words(breakable(one_line(place)))
        self.place.setVisible(bool(place))
        self._show_care(card)
        self._show_wishes(card)
        self._show_reach(card)
        self.consents.show_card(card, writing=can_write)
        self._flow.removeWidget(self.add_label)
        clear(self._flow)
        for label in card.labels:
            tag = PlainLabel(shortened(label, 30), "tag", size="caption", wrap=False)
            tag.setAccessibleName(label)
            self._flow.addWidget(tag)
        self._flow.addWidget(self.add_label)
        self.note.set_words(breakable(card.note))
        for widget in (self.note_line, self.note_head, self.note):
            widget.setVisible(bool(card.note))
        self._show_mates(card.housemates)

    def _show_care(self, card: PersonCard) -> None:
        self.care.setVisible(card.do_not_approach)
        if card.asked_not_to:
            self.care.set_words(
                text(N_("Do not approach. This neighbour does not want to be called, written to or visited."))
            )
        elif card.do_not_approach:
            self.care.set_words(
                text(N_("Do not approach. Nobody at this address wants to be called, written to or visited."))
            )

    def _show_wishes(self, card: PersonCard) -> None:
        self.no_bell.setVisible(card.no_bell)
        self.sticker.set_words(STICKER_WORDS[card.sticker])
        self.sticker.setVisible(bool(card.sticker))
        self.wishes.setVisible(card.no_bell or bool(card.sticker))

    def _show_reach(self, card: PersonCard) -> None:
        clear(self._reach)
        for icon, words in (
            *(("phone", nice_phone(one)) for one in card.phones),
            *(("mail", one) for one in card.emails),
        ):
            self._reach.addWidget(_with_icon(icon, breakable(one_line(words)), "body"))
        how = reached(card)
        if how is not None:
            self._reach.addWidget(_with_icon("message-circle", how, "small"))

    def _show_mates(self, mates: Sequence[PersonRow]) -> None:
        clear(self._mates)
        for mate in mates:
            link = Button("", "link")
            link.set_words(shortened(mate.name.spoken), mate.name.spoken)
            link.clicked.connect(lambda _on=False, number=mate.id: self.asked_person.emit(number))
            self._mates.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.mates_line.setVisible(bool(mates))
        self.mates_head.setVisible(bool(mates))

    def _show_panels(self, number: int) -> None:
        while len(self._panels) < len(self._makers):
            panel = self._makers[len(self._panels)](self.desk)
            self._panels.append(panel)
            self._below.addWidget(Line())
            self._below.addWidget(panel)
        for panel in self._panels:
            if isinstance(panel, SubjectPanel):
                panel.show_subject(number)

    # Slots

    def _on_edit(self) -> None:
        if self.number is not None:
            self.asked_edit.emit(self.number)

    def _ask_label(self) -> None:
        complete_one_label(self.label, self.desk)
        self.label.setAccessibleName(text(N_("New label")).render())
        self.label.setPlaceholderText(text(N_("New label")).render())
        self.label.clear()
        self.label.show()
        self.add_label.hide()
        self.label.setFocus()

    def _give_label(self) -> None:
        name = self.label.text().strip()
        if name and self._card is not None:
            done = text(N_("Label {label} given to {name}"), label=one_line(name), name=self._card.name.spoken)
            self.desk.do(done, actions.label_people, [self._card.id], name)
        self._stop_label()
        self.add_label.setFocus()

    def _stop_label(self) -> None:
        self.label.hide()
        self.label_hint.hide()
        self.add_label.show()

    def leave(self) -> None:
        """Leave the field for a label first."""
        if self.label.isVisible():
            self._stop_label()
            self.add_label.setFocus()
        else:
            super().leave()

    def _on_delete(self) -> None:
        if self._card is None:
            return
        name = self._card.name
        question = text(N_("Delete {name}?"), name=shortened(name.spoken, 60))
        more = text(N_("Their address stays. You can take it back with Undo."))
        if self.desk.choosing.sure(self, question, more, text(N_("Delete 1 person"))):
            self.desk.do(actions.deleted_label(name), actions.delete_person, self._card.id)
            self.deleted.emit()


def _with_icon(icon: str, words: Words, size: str) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    label = PlainLabel(words, "second" if size == "small" else "", size=size)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(Icon(icon), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return whole
