"""The tab for afterwards: how many came, who they were, and guests and children counted by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities import queries, rules
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.records import ActivityCard, Presence
from buurtapp.features.activities.ui.after_cards import AfterCards
from buurtapp.features.activities.ui.money_card import MoneyCard
from buurtapp.features.activities.ui.pile import PileCard
from buurtapp.features.people.queries import listing
from buurtapp.features.sheets import queries as sheets
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, number_field
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who was there; `number` None when only a name is known."""

    name: str
    address: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Who was there, and the guests and children that were counted by hand."""

    presence: Presence
    people: tuple[Came, ...]
    guests_by_hand: int
    children_by_hand: int


def load_afterwards(store: Store, activity: int) -> Afterwards:
    """Return who was at an activity; for the background."""
    presence = store.read(queries.presence, activity)
    numbers = [*presence.present, *(one.person_id for one in presence.walk_ins if one.person_id is not None)]
    rows = store.read(listing.rows, numbers)
    people = [Came(row.name.listed, row.door.line, row.id) for row in rows]
    people.sort(key=lambda one: one.name.casefold())
    people += [Came(one.name, "") for one in presence.walk_ins if one.person_id is None]
    guests, children = presence.guests, presence.children
    for sheet in store.read(sheets.of_subject, sheets.ATTENDANCE, activity):
        # What was tallied on paper belongs to the paper.
        answers = store.read(queries.entered, sheet.id)
        guests, children = guests - (answers.guests or 0), children - (answers.children or 0)
    return Afterwards(presence, tuple(people), max(guests, 0), max(children, 0))


class AfterTab(QWidget):
    """Who came to the activity that is shown. `wanted_door` and `wanted_entry` say what to do."""

    wanted_door = Signal()
    wanted_entry = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ActivityCard | None = None
        self.people: ShortModel[Came] = ShortModel(
            (
                Column(text(N_("Name")), lambda one: one.name, "strong"),
                Column(text(N_("Address")), lambda one: one.address, "second", 220),
            )
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self.total = PlainLabel("", size="speak", strong=True)
        self.parts = PlainLabel("", "second")
        self.door_button = Button(text(N_("Who is here?")), icon="door-open")
        self.enter_button = Button(text(N_("Fill in the list")), icon="keyboard")
        self.form = Form()
        self.form.add(
            ("guests", number_field(text(N_("Guests, counted by hand")), 0, rules.MOST_GUESTS)),
            ("children", number_field(text(N_("Children, counted by hand")), 0, rules.MOST_GUESTS)),
        )
        self.pile = PileCard(self._desk)
        self.cards = AfterCards(self._desk)
        self.money = MoneyCard(self._desk)
        self.table = Table(text(N_("Who came")), self.people)
        card = Card()
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(self.total)
        box.addWidget(self.parts)
        box.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.door_button)
        buttons.addWidget(self.enter_button)
        buttons.addStretch(1)
        box.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(card)
        whole.addWidget(self.pile)
        whole.addWidget(self.cards)
        whole.addWidget(self.money)
        whole.addWidget(self.table, 1)
        self.rest = QWidget()
        whole.addWidget(self.rest, 1)

    def _connect(self) -> None:
        self.door_button.clicked.connect(self.wanted_door)
        self.enter_button.clicked.connect(self.wanted_entry)
        self.form.committed.connect(lambda _name: self._count())
        self.table.opened.connect(self._open_person)
        self.money.wanted_count.connect(self.focus_first)

    def show_card(self, card: ActivityCard) -> None:
        """Show who came to an activity."""
        self._card = card
        self.money.show_card(card)
        self.pile.show_activity(card.id)
        over = rules.is_over(card.starts_at, card.draft.ends_at, local(self._desk.clock.now()))
        self.door_button.set_words(text(N_("Who was there?")) if over else text(N_("Who is here?")))
        self.cards.show_card(card)
        self._desk.later("afterwards", lambda store: load_afterwards(store, card.id), self._show)

    def _show(self, found: Afterwards) -> None:
        presence, card = found.presence, self._card
        heads = presence.head_count
        is_known = card is not None and card.counts.came is not None
        self.total.set_words(
            plural_text("{count} person was there", "{count} people were there", heads)
            if is_known
            else text(N_("Nobody has been counted yet"))
        )
        names = len(presence.present) + len(presence.walk_ins) + presence.unknown + presence.unreadable
        self.parts.set_words(
            text(
                N_("By name: {names}. Guests: {guests}. Children: {children}."),
                names=names,
                guests=presence.guests,
                children=presence.children,
            )
            if is_known
            else text(N_("Note it at the door, fill in the list that came back, or just count the heads."))
        )
        for name, number in (("guests", found.guests_by_hand), ("children", found.children_by_hand)):
            if not self.form.field(name).input.hasFocus():
                self.form.set_value(name, number)
        self.people.set_records(found.people)
        self.table.setVisible(bool(found.people))
        self.rest.setVisible(not found.people)

    def focus_first(self) -> None:
        """Put the keyboard on the button for the door."""
        self.door_button.setFocus()

    def _count(self) -> None:
        card = self._card
        if card is None:
            return
        guests, children = int(str(self.form.value("guests"))), int(str(self.form.value("children")))
        label = text(N_("Guests and children counted: {title}"), title=card.draft.title)
        doing = self._desk.do(label, attend.count_heads, card.id, guests, children)
        doing.quiet().failed(lambda wrong: self.form.show_problems(wrong.problems))

    def _open_person(self, row: int) -> None:
        one = self.people.record(row)
        if one is not None and one.number is not None:
            self._desk.go("people", person=one.number)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the address out where there is no room."""
        super().resizeEvent(event)
        self.table.setMinimumHeight(look.current().px(150))
        self.table.hide_columns({1} if self.width() < look.current().px(450) else set())
