"""A new activity: a form in place of the calendar."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.actions import plan
from buurtapp.features.activities.records import ActivityDraft
from buurtapp.features.activities.ui.activity_form import ActivityForm, time_words
from buurtapp.features.activities.ui.after_lesson import LessonNote
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import column

_START, _END = time(14), time(16)
_WIDEST = 760


class NewView(QWidget):
    """The form of a new activity. `added` names it, `closed` comes when it is left."""

    added = Signal(int)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._build()
        self._connect()

    def _build(self) -> None:
        self.back_button = Button(text(N_("Activities")), "link", "arrow-left")
        self.lesson = LessonNote(self._desk)
        self.form = ActivityForm(self._desk)
        self.add_button = Button(text(N_("Add the activity")), "primary", "plus")
        self.cancel_button = Button(text(N_("Cancel")))
        card = Card()
        box = QVBoxLayout(card)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(16)
        box.addWidget(self.form)
        # Below what scrolls: the way to save is always in sight.
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        around = QHBoxLayout(inside)
        around.setContentsMargins(0, 0, 8, 8)
        around.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        card.setMaximumWidth(look.current().px(_WIDEST))
        around.addStretch(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = column(self, spacing=4)
        whole.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(Heading(text(N_("New activity"))))
        whole.addSpacing(8)
        whole.addWidget(self.lesson)
        whole.addWidget(area, 1)
        whole.addSpacing(8)
        whole.addLayout(buttons)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        for button in (self.cancel_button, self.back_button):
            button.clicked.connect(self.closed)
        self.form.committed.connect(self._on_committed)
        for one in self.form.lines():
            one.returnPressed.connect(self.add)

    def begin(self, day: date) -> None:
        """Begin with an empty form for a day."""
        self.form.show_draft(
            ActivityDraft("", datetime.combine(day, _START), ends_at=datetime.combine(day, _END), source="resident")
        )
        self.form.show_problems([])
        self.lesson.show_newest()

    def focus_first(self) -> None:
        """Put the keyboard in the title."""
        self.form.field("title").input.setFocus()

    def add(self) -> None:
        """Add the activity, or say what is still wrong."""
        try:
            draft = self.form.draft()
        except DraftInvalid as wrong:
            self.form.show_wrong(wrong.problems)
            return
        self.form.show_problems([])
        label = plan.added_label(draft.title.strip())
        doing = self._desk.do(label, plan.add_activity, draft)
        doing.then(self.added.emit).failed(lambda wrong: self.form.show_wrong(wrong.problems))

    def _on_committed(self, name: str) -> None:
        self.form.tidy_times()
        start, end = rules.parse_time(self.form.text("start")), rules.parse_time(self.form.text("end"))
        if name == "start" and start is not None and end is not None and end <= start and start.hour < 22:
            # Two hours is what most things take; whoever knows better fills it in.
            self.form.set_value("end", time_words(start.replace(hour=start.hour + 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
