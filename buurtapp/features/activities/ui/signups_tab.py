"""The tab with who signed up: search and Enter to add, the list with the waiting list, guests and children."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities import queries, rules
from buurtapp.features.activities.actions import sign_up
from buurtapp.features.activities.records import ActivityCard, SignupRow
from buurtapp.features.activities.ui.bulk_row import BulkRow
from buurtapp.features.activities.ui.cut_text import CutLabel
from buurtapp.features.activities.ui.people_search import PeopleSearch
from buurtapp.features.people.records import PersonRow
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import Form, number_field
from buurtapp.uikit.paged_model import Column, Group, ShortModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import Words, say

_NAME, _ADDRESS, _GUESTS, _CHILDREN, _PLACE = range(5)


def _place_words(row: SignupRow) -> str:
    return say(text(N_("waiting list")) if row.waiting else text(N_("has a place")))


class SignupsTab(QWidget):
    """Everybody who signed up for the activity that is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ActivityCard | None = None
        self._people: frozenset[int] = frozenset()
        self._keep = 0
        self.rows: ShortModel[SignupRow] = ShortModel(
            (
                Column(text(N_("Name")), lambda row: row.person.name.listed, "strong"),
                Column(text(N_("Address")), lambda row: row.person.door.line, "second", 190),
                Column(text(N_("Guests")), lambda row: str(row.guests or ""), "number", 74),
                Column(text(N_("Children")), lambda row: str(row.children or ""), "number", 84),
                Column(
                    text(N_("Place on the list")),
                    _place_words,
                    "state",
                    140,
                    icon=lambda row: "clock" if row.waiting else "circle-check",
                    role=lambda row: "care" if row.waiting else "primary",
                ),
            )
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self.search = PeopleSearch(
            self._desk, text(N_("Sign somebody up: type three letters, then Enter")), self._why_not
        )
        self.bulk = BulkRow(self._desk)
        self.table = Table(text(N_("Sign-ups")), self.rows)
        self.nobody = PlainLabel(text(N_("Nobody signed up yet. Type a name above and press Enter.")), "second")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.search)
        box.addWidget(self.bulk)
        box.addWidget(self.nobody)
        box.addWidget(self.table, 1)
        self.rest = QWidget()
        box.addWidget(self.rest, 1)
        box.addWidget(self._build_one())
        self.nobody.setMinimumWidth(1)

    def _build_one(self) -> QWidget:
        self.one = Card()
        self.who = CutLabel(strong=True)
        self.form = Form()
        self.form.add(
            ("guests", number_field(text(N_("Guests")), 0, rules.MOST_GUESTS)),
            ("children", number_field(text(N_("Children")), 0, rules.MOST_GUESTS)),
        )
        self.off_button = Button(text(N_("Take off the list")), "secondary", "x")
        self.person_button = Button(text(N_("Show this person")), "link")
        named = QWidget()
        names = QVBoxLayout(named)
        names.setContentsMargins(0, 0, 0, 0)
        names.addWidget(self.who)
        names.addWidget(self.person_button, 0, Qt.AlignmentFlag.AlignLeft)
        box = QVBoxLayout(self.one)
        box.setContentsMargins(16, 10, 16, 10)
        box.addWidget(FlowRow((named, self.form, self.off_button), gap=24, line_gap=4))
        return self.one

    def _connect(self) -> None:
        self.search.picked.connect(lambda number: self.sign_up([number]))
        self.bulk.picked.connect(self.sign_up)
        self.table.chosen.connect(self._show_one)
        self.table.opened.connect(lambda _row: self.form.field("guests").input.setFocus())
        self.table.typed.connect(self._type_on)
        self.form.committed.connect(lambda _name: self._save_company())
        self.off_button.clicked.connect(self._take_off)
        self.person_button.clicked.connect(self._go_to_person)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._take_off)

    # What is shown

    def show_card(self, card: ActivityCard) -> None:
        """Show who signed up for an activity."""
        if self._card is None or self._card.id != card.id:
            self._keep = 0
            self.search.field.clear()
            self.rows.set_records(())
        self._card = card
        self._desk.later("signups", lambda store: store.read(queries.signups, card.id), self._show)

    def _show(self, signups: list[SignupRow]) -> None:
        self._people = frozenset(row.person.id for row in signups)
        firm, waiting = [row for row in signups if not row.waiting], [row for row in signups if row.waiting]
        if waiting:
            self.rows.set_grouped(
                [
                    (Group(text(N_("On the list")), str(len(firm))), firm),
                    (Group(text(N_("Waiting list")), str(len(waiting))), waiting),
                ]
            )
        else:
            self.rows.set_records(firm)
        self.table.setVisible(bool(signups))
        for widget in (self.nobody, self.rest):
            widget.setVisible(not signups)
        at = next((at for at, row in enumerate(self.rows.records()) if row.id == self._keep), -1)
        if at >= 0:
            self.table.choose(self.rows.row_of(at))
        else:
            self.table.choose_first()
        self._show_one(self.table.currentIndex().row())
        self.bulk.refresh(self._people)
        self.search.look_again()

    def _show_one(self, row: int) -> None:
        found = self.rows.record(row)
        self.one.setVisible(found is not None)
        if found is None:
            return
        self._keep = found.id
        self.who.set_words(found.person.name.spoken)
        self.form.set_value("guests", found.guests)
        self.form.set_value("children", found.children)
        self.form.show_problems([])

    def focus_first(self) -> None:
        """Put the keyboard in the search field."""
        self.search.field.setFocus()

    def _type_on(self, letters: str) -> None:
        self.search.field.setFocus()
        self.search.field.insert(letters)

    def _why_not(self, person: PersonRow) -> Words:
        return text(N_("signed up already")) if person.id in self._people else ""

    # What is done

    def sign_up(self, people: Sequence[int]) -> None:
        """Put these people on the list."""
        card = self._card
        if card is None or not people:
            return
        label = sign_up.signed_up_label(card.draft.title, len(people))
        self._desk.do(label, sign_up.sign_up, card.id, tuple(people))

    def _chosen(self) -> SignupRow | None:
        return self.rows.record(self.table.currentIndex().row())

    def _take_off(self) -> None:
        row, card = self._chosen(), self._card
        if row is None or card is None:
            return
        ids = [one.id for one in self.rows.records()]
        at = ids.index(row.id)
        self._keep = (ids[at + 1 : at + 2] or ids[at - 1 : at] or [0])[0]
        self._desk.do(sign_up.taken_off_label(card.draft.title), sign_up.take_off, row.id)

    def _save_company(self) -> None:
        row = self._chosen()
        if row is None or row.id != self._keep:
            return
        guests, children = int(str(self.form.value("guests"))), int(str(self.form.value("children")))
        label = text(N_("Guests of {name} noted"), name=row.person.name.spoken)
        doing = self._desk.do(label, sign_up.set_company, row.id, guests, children)
        doing.quiet().failed(lambda wrong: self.form.show_problems(wrong.problems))

    def _go_to_person(self) -> None:
        row = self._chosen()
        if row is not None:
            self._desk.go("people", person=row.person.id)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave columns out where there is no room: the state and the address are also in words elsewhere."""
        super().resizeEvent(event)
        self.table.setMinimumHeight(look.current().px(150))
        theme, room = look.current(), self.width()
        hidden = set()
        if room < theme.px(650):
            hidden.add(_ADDRESS)
        if room < theme.px(450):
            hidden |= {_GUESTS, _CHILDREN}
        self.table.hide_columns(hidden)
        self.search.table.hide_columns({1} if room < theme.px(560) else set())
