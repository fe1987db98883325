"""The two minutes afterwards: three lines, who helped and how long. Each line is saved when it is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.afterwards import actions, queries, rules
from buurtapp.features.activities.afterwards.records import Afterwards, EvaluationDraft, Help, Turnout
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.ui.after_evaluation_bars import TurnoutBars
from buurtapp.features.people.ui.private_hint import PrivateHint
from buurtapp.uikit.controls import Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, line

WORDS = ("went_well", "next_time", "said")
_NAMES = (*WORDS, "helpers", "hours")


class EvaluationCard(Card):
    """What was learned from the activity that is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ActivityCard | None = None
        self._known = Afterwards(EvaluationDraft(), Help(), Turnout())
        self._build()
        self._connect()

    def _build(self) -> None:
        self.bars = TurnoutBars()
        self.form = Form()
        self.form.add(("went_well", line(text(N_("What went well?")))))
        self.form.add(("next_time", line(text(N_("What do we do differently next time?")))))
        self.form.add(("said", line(text(N_("What did somebody say? Word for word, without a name")))))
        self.warning = PrivateHint()
        self.form.add_widget(self.warning)
        self.form.add(
            ("helpers", line(text(N_("How many helped?")))),
            ("hours", line(text(N_("Hours, all together")))),
        )
        self.suggestion = PlainLabel("", "second", size="caption")
        self.suggestion.setMinimumWidth(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(Heading(text(N_("Two minutes: what did this teach us?")), "h2", wrap=True))
        more = PlainLabel(text(N_("Enter goes to the next line. It comes back when you plan this again.")), "second")
        for part in (more, self.bars, self.form, self.suggestion):
            box.addWidget(part)

    def _connect(self) -> None:
        self.form.committed.connect(lambda _name: self._save())
        self.form.edited.connect(lambda _name: self._warn())
        for at, name in enumerate(_NAMES[:-1]):
            self._input(name).returnPressed.connect(self._next(_NAMES[at + 1]))

    def _next(self, name: str) -> Callable[[], None]:
        return lambda: self._input(name).setFocus(Qt.FocusReason.TabFocusReason)

    def _input(self, name: str) -> QLineEdit:
        found = self.form.field(name).input
        if not isinstance(found, QLineEdit):
            message = f"{name} is a field of one line"
            raise TypeError(message)
        return found

    def show_card(self, card: ActivityCard) -> None:
        """Show what is known of an activity; a line in which somebody is typing stays as it is."""
        if self._card is not None and self._card.id != card.id:
            self._leave()
        self._card = card
        self._desk.later(
            "evaluation",
            lambda store: store.read(queries.afterwards, card.id),
            lambda found: self._show(card.id, found),
        )

    def _leave(self) -> None:
        """Save what was typed and not left yet: another activity is shown."""
        if any(self._input(name).isModified() for name in _NAMES):
            self._save()
        for name in _NAMES:
            self._input(name).setModified(False)
        self.form.show_problems([])

    def _show(self, number: int, found: Afterwards) -> None:
        if self._card is None or self._card.id != number:
            return
        self._known = found
        self.bars.show_turnout(found.turnout)
        draft = found.draft
        values = {
            **{name: getattr(draft, name) for name in WORDS},
            "helpers": "" if draft.helpers is None else str(draft.helpers),
            "hours": rules.hours_words(draft.helper_minutes),
        }
        for name, value in values.items():
            if not (self._input(name).hasFocus() and self._input(name).isModified()):
                self.form.set_value(name, value)
        suggested = found.help
        self.suggestion.setVisible(suggested.helpers > 0)
        self.suggestion.set_words(
            text(
                N_("The jobs that are done say: {helpers} helpers, {hours} hours. Leave it empty if that is right."),
                helpers=suggested.helpers,
                hours=rules.hours_words(suggested.minutes),
            )
        )
        self._warn()

    def focus_first(self) -> None:
        """Put the keyboard in the first line."""
        self._input(WORDS[0]).setFocus()

    def draft(self) -> EvaluationDraft:
        """Return what was typed; raises DraftInvalid when a number cannot be read."""
        went_well, next_time, said = (self.form.text(name) for name in WORDS)
        made = EvaluationDraft(went_well, next_time, said)
        problems: list[DraftProblem] = []
        helpers = self.form.text("helpers").strip()
        try:
            made = replace(made, helper_minutes=rules.minutes_of(self.form.text("hours")))
        except DraftInvalid as wrong:
            problems += wrong.problems
        if helpers:
            # What is no number is refused as a number that is out of reach would be.
            number = int(helpers) if helpers.isascii() and helpers.isdigit() else -1
            made = replace(made, helpers=number)
        problems += rules.problems(made)
        if problems:
            raise DraftInvalid(problems)
        return made

    def _save(self) -> None:
        card = self._card
        if card is None:
            return
        try:
            draft = self.draft()
        except DraftInvalid as wrong:
            self._show_wrong(wrong)
            return
        for name in _NAMES:
            self.form.field(name).set_problem("")
            self._input(name).setModified(False)
        if draft != self._known.draft:
            self._known = replace(self._known, draft=draft)
            doing = self._desk.do(actions.written_label(card.draft.title), actions.write_down, card.id, draft)
            doing.quiet().failed(self._show_wrong)

    def _show_wrong(self, wrong: DraftInvalid) -> None:
        """Say what is wrong below its line; the keyboard stays where it is."""
        told = {problem.field: problem.text for problem in wrong.problems}
        for name in _NAMES:
            self.form.field(name).set_problem(told.get(name, ""))

    def _warn(self) -> None:
        self.warning.look_at("\n".join(self.form.text(name) for name in WORDS))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter stays in the card: the tab has buttons that would take it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
