"""The tab with who signed up: search and Enter to add, the list with the waiting list, and what people said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.core.store.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import sign_up
from buurtapp.features.activities.records import ActivityCard, SignupDraft, SignUpResult
from buurtapp.features.activities.ui.bulk_row import BulkRow
from buurtapp.features.activities.ui.door_new import NewNeighbour
from buurtapp.features.activities.ui.people_search import PeopleSearch
from buurtapp.features.activities.ui.signup_card import SignupCard
from buurtapp.features.activities.ui.signup_news import MovedUp, tell_waiting
from buurtapp.features.activities.ui.signup_table import Signed, SignupTable, room_words, sum_words
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import PersonDraft, PersonRow
from buurtapp.features.sheets import queries as sheets
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow, Inline
from buurtapp.uikit.words import Words


class SignupsTab(QWidget):
    """Everybody who signed up for the activity that is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ActivityCard | None = None
        self._people: frozenset[int] = frozenset()
        self._keep = 0
        self._sheet_out = ""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.search = PeopleSearch(
            self._desk, text(N_("Sign somebody up: type three letters, then Enter")), self._why_not
        )
        self.new_button = Button(text(N_("New neighbour (F2)")), "secondary", "user-plus")
        self.new = NewNeighbour()
        # The green button of this screen stands in its head.
        self.new.add_button.set_kind("secondary")
        self.new.hide()
        self.bulk = BulkRow(self._desk)
        self.moved = MovedUp()
        self.table = SignupTable()
        self.rows = self.table.rows
        self.nobody = PlainLabel(text(N_("Nobody signed up yet. Type a name above and press Enter.")), "second")
        self.nobody.setMinimumWidth(1)
        self.room = Inline("", strong=True)
        self.sums = Inline("", "second")
        self.one = SignupCard()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignTop)
        self.rest = QWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(top)
        for part in (self.new, self.bulk, self.moved, self.nobody):
            box.addWidget(part)
        box.addWidget(self.table, 1)
        box.addWidget(self.rest, 1)
        self.told = FlowRow((self.room, self.sums), gap=8, line_gap=2)
        self.sheet_button = Button("", "link")
        self.sheet_button.hide()
        box.addWidget(self.told)
        box.addWidget(self.sheet_button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.one)

    def _connect(self) -> None:
        self.search.picked.connect(lambda number: self.sign_up([number]))
        self.search.picked_home.connect(self._sign_up_home)
        self.new_button.clicked.connect(lambda: self.begin_new(self.search.field.text()))
        self.new.added.connect(self._sign_up_newcomer)
        self.new.left.connect(self._end_new)
        self.bulk.picked.connect(self.sign_up)
        self.table.chosen.connect(lambda _row: self._show_one())
        self.table.opened.connect(lambda _row: self.one.focus_first())
        self.table.typed.connect(self._type_on)
        self.one.changed.connect(self._save)
        self.one.off_button.clicked.connect(self._take_off)
        self.one.place_button.clicked.connect(self._give_place)
        self.one.person_button.clicked.connect(self._go_to_person)
        self.sheet_button.clicked.connect(lambda: self._desk.go("activities", sheet=self._sheet_out))
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._take_off)
        new = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        new.activated.connect(lambda: self.begin_new(self.search.field.text()))

    # What is shown

    def show_card(self, card: ActivityCard) -> None:
        """Show who signed up for an activity."""
        if self._card is None or self._card.id != card.id:
            self._keep = 0
            self.rows.set_records(())
            self.begin_again()
        self._card = card

        def ask(store: Store) -> Signed:
            rows = store.read(queries.signups, card.id)
            new = store.read(queries.first_timers, card.id, [row.person.id for row in rows])
            out = [one.code for one in store.read(sheets.of_subject, "sign-up", card.id) if one.came_home_at is None]
            return Signed(rows, store.read(queries.signup_facts, card.id), new, (out or [""])[0])

        self._desk.later("signups", ask, self._show)

    def begin_again(self) -> None:
        """Begin with an empty search field, and without what is only for a moment."""
        self.search.field.clear()
        self.moved.forget()
        self.new.hide()

    def show_as(self, card: ActivityCard, before: Signed, now: Signed) -> None:
        """Show an activity with who signed up before and now; what was asked of the file is not wanted any more."""
        self._card = card
        self._show(before)
        self._desk.later("signups", lambda _store: now, self._show)

    def _show(self, signed: Signed) -> None:
        card = self._card
        if card is None:
            return
        self._people = frozenset(row.person.id for row in signed.rows)
        if self.moved.look_at(signed.rows) and not self.isVisible():
            # The room was changed on another tab: there is no way to see the note here.
            self._desk.tell(self.moved.words, "info")
        self.table.show_signed(signed, self._keep)
        self.table.setVisible(bool(signed.rows))
        self.told.setVisible(bool(signed.rows))
        for widget in (self.nobody, self.rest):
            widget.setVisible(not signed.rows)
        heads, capacity = card.counts.heads, card.draft.capacity
        words, is_too_many = room_words(heads, capacity)
        self.room.set_words(words)
        self.room.set_kind("care" if is_too_many else "")
        self._say_sums(signed)
        self._sheet_out = signed.sheet_out
        self.sheet_button.setVisible(bool(signed.sheet_out))
        self.sheet_button.set_words(text(N_("Fill in the sign-up sheet {code}"), code=signed.sheet_out))
        self._show_one()
        free = None if capacity is None else 0 if card.counts.waiting else max(0, capacity - heads)
        self.bulk.refresh(self._people, free)
        self.search.look_again()

    def _say_sums(self, signed: Signed) -> None:
        said = sum_words(signed.facts)
        self.sums.setVisible(bool(said))
        together: Words = said[0] if said else ""
        for more in said[1:]:
            together = text("{first} {more}", first=together, more=more)
        self.sums.set_words(together)

    def _show_one(self) -> None:
        row = self.table.current()
        if row is not None:
            self._keep = row.id
        self.one.show_row(row)

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
        self._desk.do(label, sign_up.sign_up, card.id, tuple(people)).then(self._tell_waiting)

    def _tell_waiting(self, result: SignUpResult) -> None:
        tell_waiting(self._desk, len(result.waiting))

    def _sign_up_home(self, number: int) -> None:
        """Put a whole household on the list; whoever of them wants to be left alone is not asked."""
        (person,) = self._desk.read(listing.rows, [number])
        others = self._desk.read(cards.housemates, person.address_id, number)
        wanted = [number, *(one.id for one in others if not one.do_not_approach)]
        new = [one for one in wanted if one not in self._people]
        if new:
            self.sign_up(new)
        else:
            self._desk.tell(text(N_("They are on the list already.")), "info")

    def begin_new(self, typed: str) -> None:
        """Ask for a neighbour who is not in the list of people yet."""
        streets = [street.name for street in self._desk.read(listing.streets)]
        self.search.field.clear()
        self.new.show()
        self.new.begin(typed.strip(), streets)

    def _sign_up_newcomer(self, draft: PersonDraft) -> None:
        card = self._card
        if card is None:
            return

        def done(result: SignUpResult) -> None:
            self._end_new()
            self._tell_waiting(result)

        label = sign_up.newcomer_label(draft.name.spoken, card.draft.title)
        self._desk.do(label, sign_up.sign_up_newcomer, card.id, draft).then(done).failed(self.new.show_problems)

    def _end_new(self) -> None:
        self.new.hide()
        self.focus_first()

    def _take_off(self) -> None:
        row, card = self.table.current(), self._card
        if row is None or card is None:
            return
        self._keep = self.table.beside(row.id)
        self._desk.do(sign_up.taken_off_label(card.draft.title), sign_up.take_off, row.id)

    def _save(self, number: int, said: SignupDraft) -> None:
        row = next((one for one in self.rows.records() if one.id == number), None)
        if row is None:
            return
        label = sign_up.changed_label(row.person.name.spoken)
        doing = self._desk.do(label, sign_up.change_signup, row.id, said)
        doing.quiet().failed(lambda wrong: self.one.show_problems(wrong.problems))

    def _give_place(self) -> None:
        row, card = self.table.current(), self._card
        if row is not None and card is not None:
            label = sign_up.placed_label(row.person.name.spoken, card.draft.title)
            self._desk.do(label, sign_up.give_place, row.id)

    def _go_to_person(self) -> None:
        row = self.table.current()
        if row is not None:
            self._desk.go("people", person=row.person.id)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the address of who is found out where there is no room."""
        super().resizeEvent(event)
        self.search.table.hide_columns({1} if self.width() < look.current().px(560) else set())
