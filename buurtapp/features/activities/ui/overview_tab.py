"""The tab with everything about an activity itself; each field is saved when it is left."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.actions import plan
from buurtapp.features.activities.records import ActivityCard, ActivityDraft
from buurtapp.features.activities.ui.activity_form import ActivityForm
from buurtapp.uikit.controls import Button, Card
from buurtapp.uikit.desk import Desk


class OverviewTab(QWidget):
    """The form of the activity that is shown. `deleted` comes when it is gone."""

    deleted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ActivityCard | None = None
        self._shown: dict[str, object] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form = ActivityForm(self._desk)
        self.delete_button = Button(text(N_("Delete this activity…")), "quiet", "trash-2")
        card = Card()
        box = QVBoxLayout(card)
        box.setContentsMargins(20, 16, 20, 12)
        box.setSpacing(12)
        box.addWidget(self.form)
        last = QHBoxLayout()
        last.addWidget(self.delete_button)
        last.addStretch(1)
        box.addLayout(last)
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card)
        around.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        self.form.committed.connect(self._on_committed)
        self.delete_button.clicked.connect(self._on_delete)

    def show_card(self, card: ActivityCard) -> None:
        """Show an activity; a field in which somebody is typing stays as it is."""
        is_same = self._card is not None and self._card.id == card.id
        if not is_same:
            self.save_now()
            self.form.show_problems([])
        keep = self._dirty() if is_same else frozenset()
        self._card = card
        self.form.show_draft(card.draft, card.contact_name, keep=keep)
        for name in self.form_names():
            if name not in keep:
                self._shown[name] = self.form.value(name)

    def form_names(self) -> tuple[str, ...]:
        """Return the names of all fields."""
        return (
            *("title", "day", "start", "end", "place", "capacity", "cost"),
            *("source", "organiser", "kind", "for_whom", "contact", "text"),
        )

    def _dirty(self) -> frozenset[str]:
        return frozenset(name for name in self.form_names() if self.form.value(name) != self._shown.get(name))

    def save_now(self) -> None:
        """Save what was typed and not left yet: the screen goes elsewhere."""
        if self._card is not None and self._dirty():
            self._save(self._card)

    def focus_first(self) -> None:
        """Put the keyboard in the title."""
        self.form.field("title").input.setFocus()

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
        names = self.form_names()
        values = {name: self.form.value(name) for name in names}

        def saved(_answer: None) -> None:
            self.form.show_problems([])
            self._shown.update({name: value for name, value in values.items() if self.form.value(name) == value})
            if self._card is not None and self._card.id == card.id:
                self._card = replace(self._card, draft=_stripped(draft))

        doing = self._desk.do(plan.changed_label(draft.title.strip()), plan.change_activity, card.id, draft)
        doing.quiet().then(saved).failed(lambda wrong: self.form.show_wrong(wrong.problems, go_there=False))

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
    texts = ("title", "text", "kind", "place", "cost", "organiser", "source", "for_whom")
    return replace(draft, **{name: getattr(draft, name).strip() for name in texts})
