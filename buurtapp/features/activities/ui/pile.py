"""Names on lists that nobody could read: who was it, a name that is typed, or somebody unknown for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.actions import pile
from buurtapp.features.activities.attendance.queries import unread
from buurtapp.features.activities.attendance.records import UnreadRow
from buurtapp.features.activities.ui.person_edit import PersonEdit
from buurtapp.features.people.queries import listing
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import Field
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import one_line, say


def where(row: UnreadRow) -> Text:
    """Return where a name stands that could not be read."""
    if row.line is None:
        return text(N_("List {code}"), code=row.code)
    return text(N_("List {code}, line {line}"), code=row.code, line=row.line)


class PileCard(Card):
    """The names of one activity that wait; hidden when there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._activity = 0
        self.rows: ShortModel[UnreadRow] = ShortModel(
            (Column(text(N_("Where it stands")), lambda row: say(where(row))),)
        )
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.title = Heading("", "h2")
        self.table = Table(text(N_("Names that could not be read")), self.rows)
        self.edit = PersonEdit(self._desk)
        self.field = Field(text(N_("Who was it?")), self.edit, text(N_("Choose somebody, or type a new name.")))
        self.note_button = Button(text(N_("Note this name")), icon="check")
        self.unknown_button = Button(text(N_("Nobody knows")), "quiet")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(self.title)
        box.addWidget(
            PlainLabel(
                text(N_("They are counted already. Look at the paper, and say who it was if you can.")), "second"
            )
        )
        box.addWidget(self.table)
        box.addWidget(self.field)
        box.addWidget(FlowRow((self.note_button, self.unknown_button), 8))
        self.setMinimumWidth(1)

    def _connect(self) -> None:
        # Later: the Enter that chooses somebody from the list comes here before the choice does.
        self.edit.returnPressed.connect(lambda: QTimer.singleShot(0, self, self._enter))
        self.edit.textEdited.connect(lambda _text: self.field.set_problem(""))
        self.note_button.clicked.connect(self._note)
        self.unknown_button.clicked.connect(self._leave_unknown)
        self.table.opened.connect(lambda _row: self.edit.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_activity(self, activity: int) -> None:
        """Show the pile of an activity."""
        self._activity = activity
        self._desk.later("pile", lambda store: store.read(unread, activity), self.show_rows)

    def show_rows(self, rows: list[UnreadRow]) -> None:
        """Show these names; the keyboard goes on with the next one."""
        here = QApplication.focusWidget()
        had_keyboard = here is not None and self.isAncestorOf(here)
        self.rows.set_records(rows)
        self.setVisible(bool(rows))
        self.title.set_words(
            plural_text("{count} name could not be read", "{count} names could not be read", len(rows))
        )
        self.table.fit_height(look.current().px(200))
        self.table.choose_first()
        if had_keyboard and rows:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> UnreadRow | None:
        return self.rows.record(max(self.table.currentIndex().row(), 0))

    def _enter(self) -> None:
        """Note who was chosen, or a name that nobody has; half a name of somebody is no name."""
        name = self.edit.text().strip()
        if self.edit.person_id is None and name and self._desk.read(listing.find_ids, name, 1):
            self.field.set_problem(
                text(N_("Choose somebody from the list. Is it somebody else? Then press “Note this name”."))
            )
        else:
            self._note()

    def _note(self) -> None:
        row, name = self._chosen(), one_line(self.edit.text()).strip()
        if row is None:
            return
        person = self.edit.person_id
        label = pile.settled_label(name)
        if person is not None:
            self._desk.do(label, pile.settle_as, row.id, person).then(lambda _done: self._done())
        else:
            doing = self._desk.do(label, pile.settle_name, row.id, name).then(lambda _done: self._done())
            doing.failed(self._wrong)

    def _leave_unknown(self) -> None:
        row = self._chosen()
        if row is not None:
            label = pile.left_unknown_label()
            self._desk.do(label, pile.leave_unknown, row.id).then(lambda _done: self._done())

    def _done(self) -> None:
        self.field.set_problem("")
        self.edit.show_person(None, "")
        self.show_activity(self._activity)

    def _wrong(self, error: DraftInvalid) -> None:
        self.field.set_problem(error.problems[0].text)
