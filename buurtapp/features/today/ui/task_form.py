"""A task in one line, right above the list: what, when, who, and what kind; all by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.core.text import fold
from buurtapp.features.activities.ui.person_edit import PersonEdit
from buurtapp.features.people.rules.days import written_day
from buurtapp.features.promises import rules
from buurtapp.features.promises.records import KINDS, PromiseDraft, PromiseRow
from buurtapp.features.today.ui.card import is_narrow
from buurtapp.uikit.controls import Button, Card
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import CalmComboBox, Field
from buurtapp.uikit.words import day, plain, say

_KINDS = {"task": text(N_("Task")), "call": text(N_("Phone call")), "card": text(N_("Card or letter"))}
_MYSELF = frozenset({"", "ik", "jij", "ikzelf", "zelf", "i", "me", "you", "myself"})
_NARROW = 620
_NOBODY_CHOSEN = text(N_("Choose somebody from the list, or leave this empty."))


class _Who(PersonEdit):
    """Who does it: somebody from the list, other words, or nothing for oneself."""

    def _say(self) -> None:
        self.setPlaceholderText(say(text(N_("you"))))


class TaskForm(Card):
    """What is typed about a task. `saved` gives the draft, with the number of the task that is changed or None."""

    saved = Signal(object, object)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("sunken")
        self._desk = desk
        self._number: int | None = None
        self._is_narrow = False
        self._before = PromiseDraft("")
        self.title, self.due = QLineEdit(), QLineEdit()
        self.who, self.about, self.kind = _Who(desk), PersonEdit(desk), CalmComboBox()
        self.fields = {
            "title": Field(text(N_("What")), self.title),
            "due_on": Field(text(N_("When")), self.due),
            "who": Field(text(N_("Who")), self.who),
            "kind": Field(text(N_("Kind")), self.kind),
            "about": Field(text(N_("With whom")), self.about),
        }
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title.setMaxLength(rules.LONGEST_TITLE)
        self.due.setPlaceholderText(say(text(N_("tomorrow, 16 Oct"))))
        for kind in KINDS:
            self.kind.addItem(say(_KINDS[kind]), kind)
        for field in self.fields.values():
            field.input.setMinimumWidth(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(10)
        self._line.addWidget(self.fields["title"], 5, Qt.AlignmentFlag.AlignTop)
        rest = QWidget()
        row = QHBoxLayout(rest)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for name, stretch in (("due_on", 4), ("who", 4), ("kind", 4)):
            row.addWidget(self.fields[name], stretch, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(rest, 6, Qt.AlignmentFlag.AlignTop)
        self.save_button = Button(text(N_("Add this task")), "secondary", "plus")
        self.close_button = Button(text(N_("Close")), "quiet")
        self.close_button.setToolTip(plain(say(text(N_("Escape closes this")))))
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(10)
        box.addLayout(self._line)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.fields["about"], 5)
        below.addStretch(6)
        box.addLayout(below)
        box.addWidget(FlowRow((self.save_button, self.close_button), 8))
        self.fields["about"].hide()

    def _connect(self) -> None:
        for input_ in (self.title, self.due, self.who, self.about):
            input_.returnPressed.connect(self._on_enter)
        self.due.textEdited.connect(self._tell_day)
        self.kind.currentIndexChanged.connect(lambda _at: self._show_about())
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.closed)

    # What is shown

    def begin(self) -> None:
        """Begin a new task; what was typed stays, as long as it was not saved."""
        if self._number is not None:
            self.clear()
        self._show_button()
        self.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_task(self, row: PromiseRow) -> None:
        """Show a task, to change it."""
        self.clear()
        self._number, self._before = row.id, row.draft
        self.title.setText(row.draft.title)
        self.due.setText(written_day(row.draft.due_on))
        self.who.show_person(row.draft.person_id, row.owner)
        self.about.show_person(row.draft.about_person_id, row.about_name)
        self.kind.setCurrentIndex(max(0, self.kind.findData(row.draft.kind)))
        self._tell_day()
        self._show_about()
        self._show_button()
        self.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty everything for the next task."""
        self._number, self._before = None, PromiseDraft("")
        for input_ in (self.title, self.due):
            input_.setText("")
        for person in (self.who, self.about):
            person.show_person(None, "")
        self.kind.setCurrentIndex(0)
        self.show_problems(())
        self._tell_day()
        self._show_button()

    def in_reading_order(self) -> list[QWidget]:
        """Return what the keyboard can go to."""
        return [*(field.input for field in self.fields.values()), self.save_button, self.close_button]

    def _show_button(self) -> None:
        self.save_button.set_words(text(N_("Add this task")) if self._number is None else text(N_("Keep this")))

    def _show_about(self) -> None:
        """Ask whom a call or card is for, and of a task that is about somebody."""
        is_asked = self.kind.currentData() != "task" or self._before.about_person_id is not None
        self.fields["about"].setVisible(is_asked)

    def _tell_day(self, _typed: str = "") -> None:
        """Say which day is understood, while it is typed."""
        found = self._due()
        self.fields["due_on"].set_hint(day(found, "EEE d MMM") if found is not None else "")

    # What was typed

    def _due(self) -> date | None:
        return rules.due_of(self.due.text(), self._desk.clock.today()) if self.due.text().strip() else None

    def draft(self) -> PromiseDraft:
        """Return what was typed; what the form does not show stays as it was."""
        who, before = self.who.text().strip(), self._before
        is_own = self.who.person_id is None and fold(who) in _MYSELF
        return PromiseDraft(
            self.title.text(),
            self._due(),
            str(self.kind.currentData()),
            self.who.person_id,
            "" if is_own or self.who.person_id is not None else who,
            before.about_kind,
            before.about_id,
            self.about.person_id if self.fields["about"].isVisibleTo(self) else None,
            before.note,
        )

    def problems(self) -> list[DraftProblem]:
        """Return what cannot be saved like this, all at once."""
        found = rules.problems(self.draft())
        if self.due.text().strip() and self._due() is None:
            found.append(DraftProblem("due_on", rules.NOT_A_DUE_DAY))
        if self.fields["about"].isVisibleTo(self) and not self.about.is_settled():
            found.append(DraftProblem("about", _NOBODY_CHOSEN))
        return found

    def show_problems(self, problems: Sequence[DraftProblem]) -> None:
        """Tell what is wrong below its field, and put the keyboard at the first."""
        told = {problem.field: problem.text for problem in reversed(problems)}
        for name, field in self.fields.items():
            field.set_problem(told.get(name, ""))
        for name, field in self.fields.items():
            if name in told:
                field.input.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def save(self) -> None:
        """Give what was typed away, or say what is wrong with it."""
        problems = self.problems()
        self.show_problems(problems)
        if not problems:
            self.saved.emit(self.draft(), self._number)

    def _on_enter(self) -> None:
        # Enter in an open list of names chooses one of them.
        if not (self.who.is_choosing() or self.about.is_choosing()):
            self.save()

    # Qt's names

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the fields in one line, or in two where there is no room."""
        super().resizeEvent(event)
        self._is_narrow = narrow = is_narrow(self, _NARROW, was_narrow=self._is_narrow)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else right)
