"""The tab with everything about an activity itself; each field is saved when it is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.actions import copy, plan
from buurtapp.features.activities.records import ActivityCard, ActivityDraft
from buurtapp.features.activities.series import queries as series
from buurtapp.features.activities.series import rules as series_rules
from buurtapp.features.activities.ui.activity_form import ActivityForm
from buurtapp.features.activities.ui.after_lesson import LessonNote
from buurtapp.features.activities.ui.series_card import RepeatCard
from buurtapp.features.activities.ui.series_forms import CopyForm
from buurtapp.features.activities.ui.trial_card import TrialCard
from buurtapp.uikit.controls import Button, Card
from buurtapp.uikit.desk import Desk

_COPY_DAYS = timedelta(days=7)


class OverviewTab(QWidget):
    """The form of the activity that is shown. `deleted` comes when it is gone, `copied` names its copy."""

    deleted = Signal()
    copied = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ActivityCard | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.lesson = LessonNote(self._desk)
        self.form = ActivityForm(self._desk)
        self.copy_form = CopyForm()
        self.copy_form.hide()
        self.repeats = RepeatCard(self._desk)
        self.trial = TrialCard(self._desk)
        self.delete_button = Button(text(N_("Delete this activity…")), "quiet", "trash-2")
        card = Card()
        box = QVBoxLayout(card)
        box.setContentsMargins(20, 16, 20, 12)
        box.setSpacing(12)
        box.addWidget(self.form)
        last = QHBoxLayout()
        last.addWidget(self.delete_button)
        last.addStretch(1)
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 0, 8)
        around.setSpacing(12)
        for part in (self.lesson, self.copy_form, card, self.repeats, self.trial):
            around.addWidget(part)
        around.addLayout(last)
        around.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _connect(self) -> None:
        self.form.committed.connect(self._on_committed)
        self.delete_button.clicked.connect(self._on_delete)
        self.copy_form.chosen.connect(self._on_copy)
        self.copy_form.closed.connect(self._close_copy)
        self.repeats.wanted_move.connect(self._go_to_day)
        self.trial.wanted_copy.connect(self.ask_copy)
        for part in (self.repeats, self.trial):
            part.grew.connect(self._bring_in_sight)

    # What is shown

    def show_card(self, card: ActivityCard) -> None:
        """Show an activity; a field in which somebody is typing stays as it is."""
        is_same = self._card is not None and self._card.id == card.id
        if not is_same:
            self.save_now()
            self.form.show_problems([])
            self.copy_form.hide()
        keep = self.form.changed() if is_same else frozenset()
        self._card = card
        self.form.show_draft(card.draft, card.contact_name, heads=card.counts.heads, keep=keep)
        self._show_lesson(card)
        self.repeats.show_card(card)
        self.trial.show_card(card)

    def focus_first(self) -> None:
        """Put the keyboard in the title."""
        self.form.field("title").input.setFocus()

    def show_end(self) -> None:
        """Scroll to what stands below the fields, also when that grows in the next moment."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.maximum())
        QTimer.singleShot(0, self, lambda: bar.setValue(bar.maximum()))

    def _bring_in_sight(self, part: QWidget) -> None:
        """Scroll to what was just opened, once it has its place."""
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(part))

    def _show_lesson(self, card: ActivityCard) -> None:
        """Show what the time it was copied from taught, until it is over."""
        here = local(self._desk.clock.now())
        if card.copied_from_id is not None and not rules.is_over(card.starts_at, card.draft.ends_at, here):
            self.lesson.show_activity(card.id)
        else:
            self.lesson.show_lesson(None)

    def ask_copy(self) -> None:
        """Ask for the day and time of a copy: the next of its series, or a week later."""
        if self._card is not None:
            self.copy_form.begin(self._next_time(self._card))
            self.copy_form.show()
            self.area.verticalScrollBar().setValue(0)
            self.copy_form.focus_first()

    def _next_time(self, card: ActivityCard) -> datetime:
        here = local(self._desk.clock.now())
        found = self._desk.read(series.series_of, card.id, here)
        if found is not None and found.can_extend:
            return series_rules.more(found.rule, found.starts_at, [one.at for one in found.days])[0]
        starts_at = card.starts_at + _COPY_DAYS
        while starts_at < here:
            # The same weekday, and still to come.
            starts_at += _COPY_DAYS
        return starts_at

    def _close_copy(self) -> None:
        self.copy_form.hide()
        self.focus_first()

    def _go_to_day(self) -> None:
        """Put the keyboard on the day: whoever changes it moves this time only."""
        field = self.form.field("day").input
        self.area.ensureWidgetVisible(field)
        field.setFocus()
        if isinstance(field, QDateEdit):
            field.setSelectedSection(QDateEdit.Section.DaySection)

    # What is saved

    def save_now(self) -> None:
        """Save what was typed and not left yet: the screen goes elsewhere."""
        if self._card is not None and self.form.changed():
            self._save(self._card)

    def _on_committed(self, _name: str) -> None:
        self.form.tidy_times()
        if self._card is not None:
            self._save(self._card)

    def _save(self, card: ActivityCard) -> None:
        try:
            draft = self.form.draft()
        except DraftInvalid as wrong:
            self.form.show_wrong(wrong.problems, go_there=False)
            return
        if draft == card.draft:
            self.form.show_problems([])
            return
        values = self.form.values()

        def saved(_answer: None) -> None:
            self.form.show_problems([])
            if self._card is not None and self._card.id == card.id:
                self.form.settle(values, _stripped(draft))
                self._card = replace(self._card, draft=_stripped(draft))

        doing = self._desk.do(plan.changed_label(draft.title.strip()), plan.change_activity, card.id, draft)
        doing.quiet().then(saved).failed(lambda wrong: self.form.show_wrong(wrong.problems, go_there=False))

    def _on_copy(self, starts_at: datetime, with_people: bool) -> None:  # noqa: FBT001 - a signal's shape
        card = self._card
        if card is None:
            return
        self.save_now()

        def copied(number: int) -> None:
            self.copy_form.hide()
            self.copied.emit(number)

        label = copy.copied_label(card.draft.title)
        doing = self._desk.do(label, copy.copy_activity, card.id, starts_at, with_people=with_people)
        doing.then(copied).failed(lambda wrong: self.copy_form.show_wrong(wrong.problems))

    def _on_delete(self) -> None:
        card = self._card
        if card is None:
            return
        question = text(N_("Delete the activity {title}?"), title=" ".join(card.draft.title.split())[:80])
        more = text(
            N_("Its sign-ups and who came go too: {people} sign-ups. You can take this back with Undo."),
            people=card.counts.names + card.counts.waiting,
        )
        if self._desk.choosing.sure(self, question, more, text(N_("Delete the activity"))):
            self._card = None
            self._desk.do(plan.deleted_label(card.draft.title), plan.delete_activity, card.id).then(
                lambda _answer: self.deleted.emit()
            )


def _stripped(draft: ActivityDraft) -> ActivityDraft:
    """Return a draft as the file keeps it."""
    texts = ("title", "text", "kind", "place", "cost", "organiser", "source", "for_whom", "purpose", "anyway")
    return replace(draft, **{name: getattr(draft, name).strip() for name in texts})
