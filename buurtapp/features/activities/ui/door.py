"""Who is here: the screen at the door of an activity. Three letters, Enter, the next one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend, door
from buurtapp.features.activities.attendance import queries as attendance
from buurtapp.features.activities.records import ActivityCard, DoorRow, Presence
from buurtapp.features.activities.ui import door_pictures, door_words
from buurtapp.features.activities.ui.cut_text import CutLabel
from buurtapp.features.activities.ui.door_list import DoorCard, DoorModel
from buurtapp.features.activities.ui.door_matches import follow
from buurtapp.features.activities.ui.door_names import DoorNames
from buurtapp.features.activities.ui.door_new import NewNeighbour
from buurtapp.features.activities.ui.door_recent import MOST, RecentlyIn
from buurtapp.features.activities.ui.door_search import DoorSearch
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import PersonDraft
from buurtapp.features.sheets import queries as sheets
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading, Note
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture
from buurtapp.uikit.words import day, one_line

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes
    from buurtapp.core.store.store import Store

_LEAST_WITH_LISTS = 560
_TABLES = ("person", "address", "street", "activity", "signup", "attendance", "head_count", "sheet")


class DoorView(QFrame):
    """The door of one activity. `closed` comes when the coordinator is ready."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setMinimumWidth(1)
        self.desk = desk
        self._activity = 0
        self._title = ""
        self._rows: Sequence[DoorRow] = ()
        self._just_in: list[int] = []
        self._counting = 0
        self.names = DoorNames(desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.about = CutLabel("", "second")
        self.enter_button = Button(text(N_("Enter a list")), "secondary", "file-text")
        self.ready_button = Button(text(N_("Ready for today")), "secondary", "check")
        self.search = DoorSearch(lambda typed: self.names.find(typed, self._rows))
        self.new = NewNeighbour()
        self.new.hide()
        self.recent = RecentlyIn()
        self.first_timers = Note("info")
        self.model = DoorModel()
        self.card = DoorCard(self.model)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Heading(text(N_("Who is here?"))))
        head.addWidget(self.about)
        head.addStretch(1)
        head.addWidget(self.enter_button)
        head.addWidget(self.ready_button)
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(self._left(), 12)
        body.addWidget(self.card, 13)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 12, 24, 16)
        box.setSpacing(12)
        box.addLayout(head)
        box.addLayout(body, 1)

    def _left(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        rest = QVBoxLayout(inside)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(16)
        rest.addWidget(self.search.card)
        rest.addWidget(self.new)
        rest.addWidget(self.recent)
        rest.addStretch(1)
        rest.addWidget(self.first_timers)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.search)
        box.addWidget(scroll, 1)
        left.setMinimumWidth(1)
        follow(self.search.matches, scroll)
        return left

    def _connect(self) -> None:
        self.enter_button.clicked.connect(lambda: self.desk.go("activities", sheet=""))
        self.ready_button.clicked.connect(self.closed)
        self.search.chosen.connect(self._let_in)
        self.search.household_chosen.connect(self._let_household_in)
        self.search.field.counted.connect(self.card.heads.guests.step)
        self.search.new_asked.connect(self._begin_new)
        self.search.left.connect(self.closed)
        self.search.undo_asked.connect(self.desk.undo)
        self.new.added.connect(self._add)
        self.new.left.connect(self._end_new)
        self.recent.taken_back.connect(lambda person: self._note(person, present=False))
        self.model.asked.connect(self._toggle)
        self.card.table.opened.connect(self._toggle)
        self.card.table.typed.connect(self._type)
        self.card.heads.counted.connect(self._count)
        key = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(lambda: self._begin_new(self.search.typed()))

    # What is shown

    def show_activity(self, activity_id: int) -> None:
        """Stand at the door of this activity."""
        if activity_id != self._activity:
            self._activity = activity_id
            self._just_in.clear()
            self.search.field.setText("")
            self._end_new()
        self._show_card(self.desk.read(queries.card, activity_id))
        self.names.load(activity_id)
        self.load()

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now."""
        if not self._activity or (changes is not None and not changes.touches(*_TABLES)):
            return
        gone = changes is not None and self._activity in changes.touched.get("activity", ())
        if gone and self._activity not in {row.id for row in self.desk.read(queries.listed)}:
            self._activity = 0
            self.closed.emit()
            return
        self._show_card(self.desk.read(queries.card, self._activity))
        if changes is None or changes.touches("person"):
            self.names.load(self._activity)
        self.load()

    def focus_first(self) -> None:
        """Put the keyboard in the check-in field."""
        self.search.field.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the way to the lists to the menu where it is narrow."""
        super().resizeEvent(event)
        self.enter_button.setVisible(self.width() >= look.current().px(_LEAST_WITH_LISTS))

    def pictures(self) -> list[Picture]:
        """Return the states of this screen."""
        return door_pictures.pictures(self)

    def load(self) -> None:
        """Fetch who is expected and who is in."""
        activity = self._activity

        def ask(store: Store) -> tuple[list[DoorRow], tuple[int, int]]:
            return store.read(queries.at_the_door, activity), _counted_here(store, activity)

        self.desk.later("door", ask, lambda found: self.show_rows(*found))

    def _show_card(self, card: ActivityCard) -> None:
        self._title = card.draft.title
        values = {"title": one_line(card.draft.title), "day": day(card.starts_at.date(), "d MMMM")}
        if card.draft.place:
            self.about.set_words(text(N_("{title}, {day}, {place}"), **values, place=one_line(card.draft.place)))
        else:
            self.about.set_words(text(N_("{title}, {day}"), **values))

    def show_rows(self, rows: Sequence[DoorRow], heads: tuple[int, int]) -> None:
        """Show these people and these numbers of guests and children."""
        before = self.card.table.currentIndex().row()
        self._rows = rows
        if self.model.show_rows(rows) and 0 <= before < len(rows):
            self.card.table.choose(before)
        self.card.counters.show_rows(rows)
        if not self._counting:
            # A number from before the last key would take that key back.
            self.card.heads.show_numbers(*heads)
        self.recent.show_rows(self._last_in())
        new = door_words.first_time_words(rows)
        self.first_timers.setVisible(new is not None)
        if new is not None:
            self.first_timers.set_words(new)
        self.search.show_expected(sum(row.signed_up for row in rows))
        if self.search.typed():
            self.search.look_up()

    def _last_in(self) -> list[DoorRow]:
        inside = {row.person.id: row for row in self._rows if row.person is not None and row.present}
        noted = [row for row in inside.values() if row.arrived_at is not None and row.person is not None]
        noted.sort(key=lambda row: row.arrived_at.isoformat() if row.arrived_at else "", reverse=True)
        order = dict.fromkeys([*reversed(self._just_in), *(row.person.id for row in noted if row.person is not None)])
        return [inside[person] for person in order if person in inside][:MOST]

    # What is done

    def _let_in(self, row: DoorRow) -> None:
        if row.person is not None:
            self._note(row.person.id, present=True)

    def _let_household_in(self, row: DoorRow) -> None:
        """Let everybody of an address in, with one way back for all of them."""
        if row.person is None:
            return
        inside = {one.person.id for one in self._rows if one.person is not None and one.present}
        others = [one for one in self.desk.read(attendance.living_with, row.person.id)[1:] if one not in inside]
        if not others:
            self._note(row.person.id, present=True)
            return
        self._just_in += [one for one in (*others, row.person.id) if one not in self._just_in]
        said = door.household_label(one_line(row.name), len(others))
        self.desk.do(said, door.let_household_in, self._activity, row.person.id)

    def _note(self, person: int, *, present: bool) -> None:
        """Note that somebody is in, or is not after all."""
        name = next((row.name for row in self._rows if row.person is not None and row.person.id == person), "")
        if not name:
            name = self.desk.read(listing.rows, [person])[0].name.spoken
        self._just_in = [one for one in self._just_in if one != person] + ([person] if present else [])
        label = door_words.here_label(name) if present else door_words.not_here_label(name)
        doing = self.desk.do(label, attend.set_present, self._activity, person, present=present)
        if present:
            # The list shows it, and "Just in" is the way back: a message for each would be noise.
            doing.quiet()

    def _toggle(self, at: int) -> None:
        row = self.model.record(at)
        if row is None:
            return
        if row.person is None:
            self.desk.tell(
                text(N_("{name} stands on a list that came home. Change it on that list."), name=one_line(row.name)),
                "info",
            )
            return
        self._note(row.person.id, present=not row.present)

    def _type(self, letter: str) -> None:
        self.search.field.setFocus()
        self.search.field.insert(letter)

    def _begin_new(self, typed: str) -> None:
        self.search.card.hide()
        self.new.show()
        self.new.begin(typed, [street.name for street in self.desk.read(listing.streets)])

    def _end_new(self) -> None:
        was_open = self.new.isVisibleTo(self)
        self.new.hide()
        self.search.card.show()
        if was_open:
            self.search.field.setFocus()

    def _add(self, draft: PersonDraft) -> None:
        def added(person: int) -> None:
            self._just_in.append(person)
            self.search.field.setText("")
            self._end_new()
            self.load()

        self.desk.do(people.added_label(draft.name), attend.add_at_the_door, self._activity, draft).then(added).failed(
            self.new.show_problems
        )

    def _count(self, guests: int, children: int) -> None:
        def counted(_nothing: None) -> None:
            self._counting -= 1

        self._counting += 1
        label = door_words.counted_label(self._title)
        doing = self.desk.do(label, attend.count_heads, self._activity, guests, children).quiet().then(counted)
        doing.failed(lambda _wrong: counted(None))


def _counted_here(store: Store, activity: int) -> tuple[int, int]:
    """Return guests and children counted at the door: all of them but those on lists that came home."""
    there: Presence = store.read(queries.presence, activity)
    on_lists = [
        store.read(queries.entered, sheet.id) for sheet in store.read(sheets.of_subject, sheets.ATTENDANCE, activity)
    ]
    guests = there.guests - sum(one.guests or 0 for one in on_lists)
    return guests, there.children - sum(one.children or 0 for one in on_lists)
