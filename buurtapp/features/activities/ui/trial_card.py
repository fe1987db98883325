"""The card "A trial first" on the overview of an activity: one street, how many are enough, and what is decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout

from buurtapp.core.clock import local
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.actions import trial
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.series import trial_words
from buurtapp.features.activities.ui.cut_text import soft
from buurtapp.features.people.queries import streets
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import CalmComboBox, Field, line, number_field
from buurtapp.uikit.small_form import SmallForm
from buurtapp.uikit.words import one_line

_ENOUGH = 10
_LONGEST = 60
_ASKED: dict[str, Text] = {
    "go": text(N_("Why do we go on?")),
    "change": text(N_("What do we do in another way, and why?")),
    "stop": text(N_("Why do we stop?")),
}


class TrialForm(SmallForm):
    """Asks for a street and how many are enough. `chosen` tells both."""

    chosen = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.streets = CalmComboBox()
        self.form.add(
            ("street", Field(text(N_("In which street?")), self.streets)),
            ("goal", number_field(text(N_("How many people are enough?")), 1, rules.LARGEST_CAPACITY)),
            stretch=(7, 5),
        )
        self.save = Button(text(N_("Make it a trial")), "secondary", "check")
        self.cancel = Button(text(N_("Cancel")), "quiet")
        self.put((self.form,), (self.save, self.cancel), narrow=("street", "goal"))
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)
        goal = self.form.field("goal").input
        if isinstance(goal, QSpinBox):
            goal.lineEdit().returnPressed.connect(self.save.click)

    def begin(self, names: Sequence[str], street: str, goal: int | None) -> None:
        """Begin with the streets of the list, and what was chosen before."""
        self.streets.clear()
        for name in names:
            self.streets.addItem(one_line(name)[:_LONGEST], name)
        self.streets.setCurrentIndex(max(0, self.streets.findData(street)))
        self.form.set_value("goal", goal or _ENOUGH)
        self.form.show_problems(())

    def focus_first(self) -> None:
        """Put the keyboard on the streets."""
        self.streets.setFocus()

    def _on_save(self) -> None:
        self.chosen.emit(str(self.streets.currentData() or ""), int(str(self.form.value("goal"))))


class DecideForm(SmallForm):
    """Asks why. `chosen` tells what is decided, and why."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._result = "go"
        self.asked = PlainLabel("", strong=True)
        self.form.add(("why", line(text(N_("Why")))))
        self.save = Button(text(N_("Save")), "secondary", "check")
        self.cancel = Button(text(N_("Cancel")), "quiet")
        self.put((self.asked, self.form), (self.save, self.cancel), narrow=("why",))
        self.save.clicked.connect(lambda: self.chosen.emit(self._result, self.form.text("why")))
        self.cancel.clicked.connect(self.closed)
        why = self.form.field("why").input
        if isinstance(why, QLineEdit):
            why.returnPressed.connect(self.save.click)

    def begin(self, result: str, why: str) -> None:
        """Begin with what will be decided."""
        self._result = result
        self.asked.set_words(_ASKED[result])
        self.form.set_value("why", why)
        self.form.show_problems(())

    def focus_first(self) -> None:
        """Put the keyboard on why."""
        self.form.field("why").input.setFocus()


class TrialCard(Card):
    """The trial of the activity that is shown. `wanted_copy`: it is to be done for all; `grew` asks to be in sight."""

    wanted_copy = Signal()
    grew = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ActivityCard | None = None
        self._opened_with: Button | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.told = soft(PlainLabel("", strong=True))
        self.hint = soft(PlainLabel(text(N_("Small first, and only then large.")), "second", size="small"))
        self.begin_button = Button(text(N_("A trial in one street first…")), icon="map-pin")
        self.answers: dict[str, Button] = {
            "go": Button(text(N_("We go on…")), icon="check"),
            "change": Button(text(N_("In another way…")), icon="pencil"),
            "stop": Button(text(N_("We stop…")), icon="x"),
        }
        self.copy_button = Button(text(N_("Do it for the whole neighbourhood…")), icon="copy")
        self.change_button = Button(text(N_("Change the trial…")), "quiet")
        self.drop_button = Button(text(N_("No trial any more")), "quiet")
        self.trial_form, self.decide_form = TrialForm(), DecideForm()
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        box.addWidget(Heading(text(N_("Trial")), "body"))
        box.addWidget(self.told)
        box.addWidget(self.hint)
        buttons = (self.begin_button, *self.answers.values(), self.copy_button, self.change_button, self.drop_button)
        box.addWidget(FlowRow(buttons, gap=8))
        for form in (self.trial_form, self.decide_form):
            form.hide()
            box.addWidget(form)

    def _connect(self) -> None:
        for button in (self.begin_button, self.change_button):
            button.clicked.connect(lambda _on=False, button=button: self._open_trial(button))
        for result, button in self.answers.items():
            button.clicked.connect(lambda _on=False, result=result: self._open_decide(result))
        self.copy_button.clicked.connect(self.wanted_copy)
        self.drop_button.clicked.connect(self._on_drop)
        self.trial_form.chosen.connect(self._on_trial)
        self.decide_form.chosen.connect(self._on_decide)
        for form in (self.trial_form, self.decide_form):
            form.closed.connect(self._close)

    def show_card(self, card: ActivityCard) -> None:
        """Show the trial of an activity, or the way to begin one."""
        if self._card is None or self._card.id != card.id:
            self.trial_form.hide()
            self.decide_form.hide()
        self._card = card
        found, here = card.trial, local(self._desk.clock.now())
        is_over = rules.is_over(card.starts_at, card.draft.ends_at, here)
        came = card.counts.came
        all_came = came + card.counts.came_along if came is not None else None
        self.begin_button.setVisible(found is None)
        self.hint.setVisible(found is None)
        self.told.setVisible(found is not None)
        if found is not None:
            self.told.set_words(trial_words.sentence(found, all_came, is_over=is_over))
        is_decided = found is not None and bool(found.result)
        for button in self.answers.values():
            button.setVisible(found is not None and not is_decided and is_over)
        self.copy_button.setVisible(found is not None and found.result == "go")
        self.change_button.setVisible(found is not None)
        self.drop_button.setVisible(found is not None)

    def _open_trial(self, button: Button) -> None:
        found = self._card.trial if self._card is not None else None
        names = [row.name for row in self._desk.read(streets.streets)]
        self.trial_form.begin(names, found.street if found else "", found.goal if found else None)
        self._open(self.trial_form, self.trial_form.focus_first, button)

    def _open_decide(self, result: str) -> None:
        self.decide_form.begin(result, "")
        self._open(self.decide_form, self.decide_form.focus_first, self.answers[result])

    def _open(self, form: SmallForm, focus: Callable[[], None], button: Button) -> None:
        self.trial_form.hide()
        self.decide_form.hide()
        self._opened_with = button
        form.show()
        focus()
        self.grew.emit(form)

    def _close(self) -> None:
        """Close what is open; the keyboard goes back to the button it was opened with."""
        self.trial_form.hide()
        self.decide_form.hide()
        if self._opened_with is not None and self._opened_with.isVisible():
            self._opened_with.setFocus()
        else:
            self.change_button.setFocus()

    def _on_trial(self, street: str, goal: int) -> None:
        if self._card is not None:
            label = trial.trial_label(self._card.draft.title, street)
            doing = self._desk.do(label, trial.set_trial, self._card.id, street, goal)
            doing.then(lambda _answer: self._close()).failed(self._wrong_trial)

    def _wrong_trial(self, wrong: DraftInvalid) -> None:
        self.trial_form.show_problems(wrong.problems)

    def _on_decide(self, result: str, why: str) -> None:
        if self._card is not None:
            label = trial.decided_label(self._card.draft.title)
            doing = self._desk.do(label, trial.decide_trial, self._card.id, result, why)
            doing.then(lambda _answer: self._close()).failed(self._wrong_why)

    def _wrong_why(self, wrong: DraftInvalid) -> None:
        self.decide_form.show_problems(wrong.problems)

    def _on_drop(self) -> None:
        if self._card is not None:
            self._desk.do(trial.dropped_label(self._card.draft.title), trial.drop_trial, self._card.id)
