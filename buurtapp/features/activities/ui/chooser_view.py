"""Choosing an activity for people who were picked elsewhere: Enter signs them up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import sign_up
from buurtapp.features.activities.records import SignUpResult
from buurtapp.features.activities.rows import ActivityRow
from buurtapp.features.activities.ui.agenda import moment_words
from buurtapp.features.activities.ui.signup_news import tell_waiting
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, EmptyState, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import column
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import say

_MOST = 200


def _room_words(row: ActivityRow) -> str:
    heads = row.counts.heads
    if row.capacity is None:
        return say(plural_text("{count} sign-up", "{count} sign-ups", heads))
    if heads >= row.capacity:
        return say(text(N_("full, waiting list")))
    return say(plural_text("{count} place left", "{count} places left", row.capacity - heads))


class ChooserView(QWidget):
    """Activities to come, for people. `signed_up` names the activity, `closed` comes when it is left."""

    signed_up = Signal(int)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._people: tuple[int, ...] = ()
        self.rows: ShortModel[ActivityRow] = ShortModel(
            (
                Column(text(N_("When")), lambda row: moment_words(row.starts_at), "second", 150),
                Column(text(N_("What")), lambda row: row.title, "strong"),
                Column(text(N_("Where")), lambda row: row.place, "second", 220),
                Column(text(N_("Room")), _room_words, "second", 170),
            )
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Heading("", wrap=True)
        self.hint = PlainLabel(text(N_("Choose an activity. Enter signs them up, Esc goes back.")), "second")
        self.table = Table(text(N_("Coming activities")), self.rows)
        self.choose_button = Button(text(N_("Sign up")), "primary", "user-plus")
        self.cancel_button = Button(text(N_("Cancel")))
        self.empty = EmptyState("calendar-days", text(N_("Nothing is planned. Make an activity first.")))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        box = column(self, spacing=8)
        box.addWidget(self.title)
        box.addWidget(self.hint)
        box.addWidget(self.empty)
        box.addWidget(self.table, 1)
        self.rest = QWidget()
        box.addLayout(buttons)
        box.addWidget(self.rest, 1)

    def _connect(self) -> None:
        self.table.opened.connect(lambda _row: self._sign_up())
        self.choose_button.clicked.connect(self._sign_up)
        self.cancel_button.clicked.connect(self.closed)

    def begin(self, people: Sequence[int]) -> None:
        """Ask to which activity these people are coming."""
        self._people = tuple(people)
        self.title.set_words(
            plural_text("What is {count} person coming to?", "What are {count} people coming to?", len(self._people))
        )
        self.refresh()

    def refresh(self) -> None:
        """Show the activities that are to come now."""
        rows = self._desk.read(queries.upcoming, local(self._desk.clock.now()), _MOST)
        self.rows.set_records(rows)
        self.table.choose_first()
        self.empty.setVisible(not rows)
        self.rest.setVisible(not rows)
        for widget in (self.table, self.hint, self.choose_button):
            widget.setVisible(bool(rows))

    def focus_first(self) -> None:
        """Put the keyboard on the next activity."""
        (self.table if self.rows.records() else self.cancel_button).setFocus()

    def _sign_up(self) -> None:
        row = self.rows.record(self.table.currentIndex().row())
        if row is None or not self._people:
            return
        known = {one.person.id for one in self._desk.read(queries.signups, row.id)}
        new = [number for number in self._people if number not in known]
        if not new:
            self._desk.tell(text(N_("They are on the list already.")), "info")
            self.signed_up.emit(row.id)
            return

        def done(result: SignUpResult) -> None:
            tell_waiting(self._desk, len(result.waiting))
            self.signed_up.emit(row.id)

        self._people = ()
        self._desk.do(sign_up.signed_up_label(row.title, len(new)), sign_up.sign_up, row.id, new).then(done)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the place out where there is little room."""
        super().resizeEvent(event)
        theme = look.current()
        self.table.hide_columns({2} if self.width() < theme.px(800) else set())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
