"""One person, to read: where, how to reach them, labels, who else lives there, and what other workspaces know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.records import PersonCard, PersonDraft, PersonRow
from buurtapp.features.people.rules.consent_words import STICKER_WORDS
from buurtapp.features.people.rules.drafts import LONGEST_TEXT
from buurtapp.features.people.ui.consent_block import ConsentBlock
from buurtapp.features.people.ui.facts_block import FactsBlock
from buurtapp.features.people.ui.inline_line import InlineLine
from buurtapp.features.people.ui.label_block import LabelBlock
from buurtapp.features.people.ui.panel_page import PanelPage, card_of, clear
from buurtapp.features.people.ui.reach_block import ReachBlock
from buurtapp.features.people.ui.wording import breakable, shortened
from buurtapp.uikit.controls import Button, Heading, Line, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.street_sign import StreetSign
from buurtapp.uikit.words import one_line

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
        self._makers: list[tuple[Make, QVBoxLayout]] = []
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
        self.reach, self.labels, self.facts = ReachBlock(), LabelBlock(self.desk), FactsBlock()
        for part in (self.reach, self.labels, self.facts):
            box.addWidget(part)
        self._above = QVBoxLayout()
        self._above.setSpacing(10)
        box.addLayout(self._above)
        self.consents = ConsentBlock(self.desk)
        box.addWidget(Line())
        box.addWidget(self.consents)
        self._build_lower(box)
        self.delete = Button(text(N_("Delete…")), "quiet", "trash-2")
        box.addWidget(Line())
        box.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._whole)
        self.body.addStretch(1)
        self._whole.hide()

    def _build_lower(self, box: QVBoxLayout) -> None:
        """Build what stands below the consents: remark, housemates, panels of workspaces above."""
        self.note_line, self.note_head = Line(), Heading(text(N_("Remark")), "body")
        self.note = InlineLine("sticky-note", text(N_("Remark")), lines=4, check=_note_problem, warns=True)
        self.mates_line, self.mates_head = Line(), Heading(text(N_("Also at this address")), "body")
        self._mates = QVBoxLayout()
        self._mates.setSpacing(2)
        for widget in (self.note_line, self.note_head, self.note, self.mates_line, self.mates_head):
            box.addWidget(widget)
        box.addLayout(self._mates)
        self._below = QVBoxLayout()
        self._below.setSpacing(12)
        box.addLayout(self._below)

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

    def _connect(self) -> None:
        self.edit.clicked.connect(self._on_edit)
        self.reach.changed.connect(self._on_changed)
        self.note.entered.connect(self._on_note)
        self.delete.clicked.connect(self._on_delete)
        # Once there is room for it.
        for part in (self.consents, self.reach, self.note):
            part.opened.connect(self.show_in_view, Qt.ConnectionType.QueuedConnection)

    # Public

    def add_panel(self, make: Make) -> None:
        """Show something of a workspace above this one below the person; it is made when first needed."""
        self._makers.append((make, self._below))

    def add_panel_above(self, make: Make) -> None:
        """Show something of a workspace above this one before the consents: what is looked at each time."""
        self._makers.append((make, self._above))

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
            # Whoever was typing about somebody else has left the field, which saved it; what was wrong is let go.
            self._close_lines()
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
        for button in (self.edit, self.delete):
            button.setEnabled(can_write)
        self.sign.set_text(card.door.street)
        self.sign.setVisible(bool(card.door.street))
        self.house.set_words(shortened(card.door.house, 12) if card.door.street else text(N_("No address")))
        place = " ".join(filter(None, (card.door.postcode, card.door.place)))
        self.place.set_words(breakable(one_line(place)))
        self.place.setVisible(bool(place))
        self._show_care(card)
        self._show_wishes(card)
        self.reach.show_card(card, writing=can_write)
        self.labels.show_card(card, writing=can_write)
        self.facts.show_card(card, self.desk.clock.today())
        self.consents.show_card(card, writing=can_write)
        words = breakable(card.note) if card.note else text(N_("Add a remark"))
        self.note.show_value(card.note, words, size="body" if card.note else "small", writing=can_write)
        for widget in (self.note_line, self.note_head):
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
            make, place = self._makers[len(self._panels)]
            panel = make(self.desk)
            self._panels.append(panel)
            place.addWidget(Line())
            place.addWidget(panel)
        for panel in self._panels:
            if isinstance(panel, SubjectPanel):
                panel.show_subject(number)

    # Slots

    def _on_edit(self) -> None:
        if self.number is not None:
            self.asked_edit.emit(self.number)

    def _on_changed(self, draft: PersonDraft) -> None:
        if self._card is None:
            return
        doing = self.desk.do(actions.changed_label(draft.name), actions.change_person, self._card.id, draft)
        doing.failed(self.desk.tell_error)

    def _on_note(self, typed: str) -> None:
        if self._card is not None:
            self._on_changed(replace(actions.draft_of(self._card), note=typed))

    def _close_lines(self) -> bool:
        """Close whatever line is being changed; return whether there was one."""
        was_open = self.reach.leave()
        if self.note.is_open:
            self.note.leave()
            was_open = True
        return self.labels.leave() or was_open

    def leave(self) -> None:
        """Leave a line that is being changed first."""
        if not self._close_lines():
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


def _note_problem(typed: str) -> Text | None:
    return text(N_("This text is too long.")) if len(typed) > LONGEST_TEXT else None
