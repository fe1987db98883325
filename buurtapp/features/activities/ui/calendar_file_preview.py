"""What a calendar file would add and change, before anything is done; and what could not be read in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, _, plural_text, text
from buurtapp.features.activities import exchange
from buurtapp.features.activities.actions import import_calendar as importing
from buurtapp.features.activities.calendars.ical.records import CalendarFile, EventPlan, ImportResult
from buurtapp.features.activities.calendars.ical.words import FIELDS
from buurtapp.features.activities.ui.cut_text import soft
from buurtapp.uikit.controls import Button, Heading, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import Form, choice
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import clock_time, day, one_line

_SOURCES = (
    ("organisation", text(N_("An organisation"))),
    ("council", text(N_("The council"))),
    ("helper", text(N_("A helper"))),
    ("resident", text(N_("A resident"))),
)
_SHOWN_PROBLEMS = 3
_ORDER = {"new": 0, "changed": 1, "same": 2}


@dataclass(frozen=True, slots=True)
class Looked:
    """A calendar that was read, and what each of its events would do."""

    file: CalendarFile
    plans: tuple[EventPlan, ...]

    def count(self, state: str) -> int:
        """Return how many events would do this."""
        return sum(one.state == state for one in self.plans)


class CalendarPreview(QDialog):
    """Enter takes everything over, Escape leaves all as it is. One Undo takes it back."""

    def __init__(self, desk: Desk, looked: Looked, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looked = looked
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text(N_("Read a calendar")).render())
        window = parent.window()
        self.resize(min(window.width() - 40, 820), min(window.height() - 40, 640))
        self._build()
        self.take_button.clicked.connect(self._take)
        self.close_button.clicked.connect(self.reject)
        self.take_button.setFocus()

    def _build(self) -> None:
        looked, wanted = self._looked, self._looked.count("new") + self._looked.count("changed")
        name = one_line(looked.file.name)[:120]
        self.title = soft(Heading(text(N_("From {name}"), name=name), "h2", wrap=True))
        self.summary = soft(PlainLabel(_summary(looked)))
        self.problems = Note("care", _problems(looked))
        soft(self.problems.label)
        self.rows: ShortModel[EventPlan] = ShortModel(
            (
                Column(text(N_("When")), _when, "second", 165),
                Column(text(N_("Activity")), lambda one: one_line(one.event.title), "strong"),
                Column(text(N_("What happens")), _what, "plain", 170),
            )
        )
        self.rows.set_records(sorted(looked.plans, key=lambda one: _ORDER[one.state]))
        self.table = Table(text(N_("What the calendar holds")), self.rows)
        self.form = Form()
        self.form.add(("source", choice(text(N_("Whose idea are the new ones?")), _SOURCES)))
        self.form.set_value("source", _SOURCES[0][0])
        self.take_button = Button(
            plural_text("Take over {count} activity", "Take over {count} activities", wanted), "primary", "check"
        )
        self.take_button.setVisible(wanted > 0)
        self.take_button.setDefault(True)
        words = text(N_("Not now")) if wanted else text(N_("Close"))
        self.close_button = Button(words, "quiet")
        self._lay_out(has_new=looked.count("new") > 0)

    def _lay_out(self, *, has_new: bool) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        for part in (self.title, self.summary, self.problems):
            box.addWidget(part)
        box.addWidget(self.table, 1)
        box.addWidget(self.form)
        last = QHBoxLayout()
        last.addWidget(FlowRow([self.take_button, self.close_button]), 1)
        box.addLayout(last)
        self.problems.setVisible(bool(self._looked.file.problems))
        self.form.setVisible(has_new)

    def _take(self) -> None:
        file, source = self._looked.file, str(self.form.value("source"))
        label = importing.imported_label(one_line(file.name)[:120])
        desk = self._desk

        def tell(result: ImportResult) -> None:
            desk.tell(_done(result), undo=True)

        self.take_button.setEnabled(False)
        desk.do(label, importing.import_calendar, file.events, source).quiet().then(tell)
        self.accept()


def _summary(looked: Looked) -> Text:
    return text(
        N_("New: {new}. Changed: {changed}. As they are already: {same}. Nothing is taken away."),
        new=looked.count("new"),
        changed=looked.count("changed"),
        same=looked.count("same"),
    )


def _done(result: ImportResult) -> Text:
    return text(
        N_("From the calendar: {added} new, {changed} changed."),
        added=len(result.added),
        changed=len(result.changed),
    )


def _problems(looked: Looked) -> Text | str:
    problems = looked.file.problems
    if not problems:
        return ""
    told = _after_each_other([exchange.problem_words(one) for one in problems[:_SHOWN_PROBLEMS]])
    rest = len(problems) - _SHOWN_PROBLEMS
    if rest <= 0:
        return told
    return text(
        N_("{told} {rest}"),
        told=told,
        rest=plural_text("{count} more is left out.", "{count} more are left out.", rest),
    )


def _after_each_other(words: Sequence[Text]) -> Text:
    made = words[0]
    for one in words[1:]:
        made = text(N_("{told} {rest}"), told=made, rest=one)
    return made


def _when(one: EventPlan) -> str:
    event = one.event
    if event.whole_day:
        return day(event.starts_at, "EEE d MMM yyyy")
    return f"{day(event.starts_at, 'EEE d MMM yyyy')} {clock_time(event.starts_at)}"


def _what(one: EventPlan) -> str:
    if one.state == "new":
        return _("new, whole day") if one.event.whole_day else _("new")
    if one.state == "same":
        return _("as it is already")
    fields = ", ".join(FIELDS[name].render() for name in one.changes)
    return _("changes: {fields}").format(fields=fields)
