"""One job in a small form below the table: everything about it, who helps, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.runsheet import rules, wording
from buurtapp.features.activities.runsheet import when as times
from buurtapp.features.activities.runsheet.records import PHASES, Helper, JobDraft, JobRow
from buurtapp.features.activities.ui.person_edit import PersonEdit
from buurtapp.uikit.controls import Button, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.form import Field, Form, choice, line, number_field
from buurtapp.uikit.small_form import SmallForm

_WRONG_WHEN = text(N_("Write for instance: 3 weeks before, 1 day after, 11.00, or a day such as 15 Oct."))


class HelpersRow(QWidget):
    """Who helps with a job: a label for each, that takes them off, and a field that adds one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.people: dict[int, str] = {}
        self.edit = PersonEdit(desk)
        self.form = Form()
        self.form.add(("helper", Field(text(N_("Who helps besides")), self.edit)))
        self._tags: list[Button] = []
        self._flow = Flow(self, 8, 4)
        self._flow.addWidget(self.form)
        self.edit.setMinimumWidth(180)
        self.edit.editingFinished.connect(self._take)

    def show_people(self, helpers: Sequence[Helper]) -> None:
        """Show who helps."""
        self.people = {one.person_id: one.name for one in helpers}
        self.edit.show_person(None, "")
        self._show()

    def _take(self) -> None:
        number = self.edit.person_id
        if number is not None:
            self.people.setdefault(number, self.edit.text().partition(",")[0])
            self.edit.show_person(None, "")
            self._show()

    def _show(self) -> None:
        for tag in self._tags:
            self._flow.removeWidget(tag)
            tag.deleteLater()
        self._tags = []
        for number, name in self.people.items():
            tag = Button("", "tag", "x")
            tag.set_words(name, text(N_("{name} does not help after all"), name=name))
            tag.clicked.connect(lambda _on=False, number=number: self._drop(number))
            self._flow.addWidget(tag)
            tag.show()
            self._tags.append(tag)

    def _drop(self, number: int) -> None:
        self.people.pop(number, None)
        self._show()
        self.edit.setFocus()


class JobForm(SmallForm):
    """The form. `saved` carries the job as it was typed and who helps."""

    saved = Signal(object, object)
    deleted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._starts_at = datetime.min  # noqa: DTZ901 - a wall-clock time; the real one comes with the job
        self._row: JobRow | None = None
        self.who = PersonEdit(desk)
        self._build(desk)
        self._connect()

    def _build(self, desk: Desk) -> None:
        phases = [(phase, wording.PHASE_WORDS[phase]) for phase in PHASES]
        self.form.add(
            ("title", line(text(N_("What has to be done")))),
            ("when", line(text(N_("When")))),
            ("phase", choice(text(N_("Part")), phases)),
            stretch=(6, 3, 3),
        )
        self.form.add(
            ("person", Field(text(N_("Who leads it")), self.who)),
            ("needs", line(text(N_("What is needed")))),
            ("minutes", number_field(text(N_("How many minutes")), 0, rules.MOST_MINUTES, none="–")),
            ("places", number_field(text(N_("How many people")), 1, rules.MOST_PLACES)),
            stretch=(3, 3, 3, 3),
        )
        self.helpers = HelpersRow(desk)
        self.save_button = Button(text(N_("Save the job")), "primary")
        self.delete_button = Button(text(N_("Delete the job")), "secondary", "trash-2")
        self.close_button = Button(text(N_("Close (Esc)")), "secondary")
        self.keys = PlainLabel(
            text(N_("Ctrl+Enter saves too. Alt+Up and Alt+Down move a job.")), "second", size="caption"
        )
        narrow = ("title", "when", "phase", "person", "needs", "minutes", "places")
        self.put(
            (self.form, self.helpers, self.keys), (self.save_button, self.delete_button, self.close_button), narrow
        )

    def _connect(self) -> None:
        self.save_button.clicked.connect(self._save)
        self.delete_button.clicked.connect(self.deleted)
        self.close_button.clicked.connect(self.closed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self._save)

    @property
    def job_id(self) -> int | None:
        """Which job is shown."""
        return self._row.id if self._row is not None else None

    def show_job(self, row: JobRow, starts_at: datetime) -> None:
        """Show a job, with the keyboard in its first field."""
        self._row, self._starts_at = row, starts_at
        draft = row.draft
        self.form.set_value("title", draft.title)
        self.form.set_value("when", wording.typed_when(draft.when, starts_at))
        self.form.set_value("phase", draft.phase)
        self.form.set_value("needs", draft.needs)
        self.form.set_value("minutes", draft.minutes or 0)
        self.form.set_value("places", draft.places)
        if row.owner is not None:
            self.who.show_person(row.owner.person_id, row.owner.name)
        else:
            self.who.show_person(None, draft.who)
        self.helpers.show_people(row.helpers)
        self.form.show_problems([])
        title = self.form.field("title").input
        title.setFocus()
        if isinstance(title, QLineEdit):
            title.selectAll()

    def _save(self) -> None:
        row = self._row
        if row is None:
            return
        draft = self._draft(row)
        if draft is not None:
            self.saved.emit(draft, tuple(self.helpers.people))

    def _draft(self, row: JobRow) -> JobDraft | None:
        """Return the job as it is typed; None, and said so, when its time is none."""
        typed = self.form.text("when").strip()
        when = row.draft.when if typed == wording.typed_when(row.draft.when, self._starts_at) else None
        when = when or times.parse(typed or "0", self._starts_at)
        if when is None:
            self.form.show_problems([DraftProblem("when", _WRONG_WHEN)])
            return None
        person = self.who.person_id
        return replace(
            row.draft,
            title=self.form.text("title"),
            phase=str(self.form.value("phase")),
            when=when,
            needs=self.form.text("needs"),
            minutes=int(str(self.form.value("minutes"))) or None,
            places=int(str(self.form.value("places"))),
            person_id=person,
            who="" if person is not None else self.who.text(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a field saves; Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)
