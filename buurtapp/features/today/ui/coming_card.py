"""The card with the next activities: what each still needs, and the button for the first thing that is not ready."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.today.records import ComingUp, NextStep, Readiness, TodayView
from buurtapp.features.today.ui import phrases
from buurtapp.features.today.ui.card import FoldingRow, Rows, UprightLine, card_head
from buurtapp.features.today.ui.row import Row
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, Icon, PlainLabel
from buurtapp.uikit.flow import FlowRow, Inline
from buurtapp.uikit.words import day

_STATES: dict[Readiness, tuple[str, str, str]] = {
    "done": ("circle-check", "primary", ""),
    "due": ("circle-alert", "care", "care"),
    "later": ("circle", "ink-2", "second"),
}
"""State → icon, colour of the icon, kind of the words."""
_BUTTONS = {
    "print_list": (text(N_("Print the list")), "printer"),
    "make_flyer": (text(N_("Make the flyer")), "image"),
    "fill_jobs": (text(N_("Find somebody")), "users"),
    "take_attendance": (text(N_("Who is here?")), "door-open"),
}
_DATE_WIDTH = 72


class ComingCard(Card):
    """The next activities. `opened` names the one to open, `step_asked` comes from the main button."""

    opened = Signal(int)
    step_asked = Signal(object)
    all_asked = Signal()
    plan_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.main_button: Button | None = None
        self.rows: list[Row] = []
        self._build()
        self.all_button.clicked.connect(self.all_asked)

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 8)
        box.setSpacing(8)
        self.all_button = Button(text(N_("All activities")), "link")
        box.addLayout(card_head(Heading(text(N_("Coming up")), "h2"), self.all_button))
        self._list = Rows()
        self._list_place = QVBoxLayout()
        self._list_place.addWidget(self._list)
        box.addLayout(self._list_place)
        box.addStretch(1)

    def show_view(self, view: TodayView, today: date) -> None:
        """Show the next activities; one of them may have the main button."""
        listed, self.rows = Rows(), []
        self.main_button = None
        step = view.next_step
        for coming in view.coming_up:
            if self.rows and coming.activity.id != step.activity_id:
                listed.add_line()
            is_first_step = step.kind in _BUTTONS and coming.activity.id == step.activity_id
            listed.add(self._row(coming, today, step if is_first_step else None))
        if not view.coming_up:
            listed.add(self._nothing(is_main=step.kind == "plan_activity"))
        listed.take_place_of(self._list, self._list_place)
        self._list = listed

    def in_reading_order(self) -> list[QWidget]:
        """Return what the keyboard can go to; the main button stands beside its row."""
        parts: list[QWidget] = [self.all_button]
        for row in self.rows:
            parts.append(row)
            if self.main_button is not None and self.main_button.parent() is row.parent():
                parts.append(self.main_button)
        return parts if self.rows or self.main_button is None else [*parts, self.main_button]

    def _row(self, coming: ComingUp, today: date, step: NextStep | None) -> QWidget:
        row = Row(_name(coming, today))
        row.clicked.connect(lambda: self.opened.emit(coming.activity.id))
        self.rows.append(row)
        _fill(row, coming, today)
        if step is None:
            whole = FoldingRow(row)
        else:
            words, icon = _BUTTONS[step.kind]
            self.main_button = Button(words, "primary", icon)
            self.main_button.clicked.connect(lambda: self.step_asked.emit(step))
            whole = FoldingRow(row, self.main_button)
        return whole

    def _nothing(self, *, is_main: bool) -> QWidget:
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(12, 4, 12, 12)
        box.setSpacing(12)
        box.addWidget(PlainLabel(text(N_("No activities yet. Start small: think of something for eight people."))))
        button = Button(text(N_("New activity")), "primary" if is_main else "secondary", "plus")
        button.clicked.connect(self.plan_asked)
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if is_main:
            self.main_button = button
        return whole


def _name(coming: ComingUp, today: date) -> str:
    """Return what a screen reader says of an activity."""
    activity = coming.activity
    parts = [
        activity.title,
        f"{phrases.near_day(activity.starts_at.date(), today)} {day(activity.starts_at.date(), 'd MMMM')}",
        phrases.when_and_where(activity).render(),
        phrases.readiness("flyer", coming.flyer).render(),
        phrases.readiness("list", coming.attendance_list).render(),
        *([phrases.free_jobs(coming).render()] if coming.jobs == "due" else []),
    ]
    return ". ".join(parts)


def _fill(row: Row, coming: ComingUp, today: date) -> None:
    box = QHBoxLayout(row)
    box.setContentsMargins(12, 12, 12, 12)
    box.setSpacing(16)
    box.addLayout(_date(coming.activity.starts_at.date(), today))
    box.addWidget(UprightLine())
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(PlainLabel(phrases.shown(coming.activity.title), size="h2", strong=True))
    words.addWidget(PlainLabel(phrases.when_and_where(coming.activity), "second"))
    again = phrases.also_on(coming)
    if again is not None:
        words.addWidget(PlainLabel(again, "second", size="small"))
    words.addSpacing(4)
    marks = [
        _Ready(phrases.readiness("flyer", coming.flyer), coming.flyer),
        _Ready(phrases.readiness("list", coming.attendance_list), coming.attendance_list),
    ]
    if coming.jobs == "due":
        marks.append(_Ready(phrases.free_jobs(coming), coming.jobs))
    words.addWidget(FlowRow(marks, 20, 4))
    words.addStretch(1)
    box.addLayout(words, 1)
    row.seal()


def _date(when: date, today: date) -> QVBoxLayout:
    """Return the day, its number and the month, below each other."""
    box = QVBoxLayout()
    box.setSpacing(0)
    for words, size, kind in (
        (phrases.near_day(when, today), "small", "second"),
        (str(when.day), "h1", ""),
        (day(when, "MMM"), "small", "second"),
    ):
        label = PlainLabel(words, kind, size=size, strong=size == "h1", wrap=False)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setMinimumWidth(look.current().px(_DATE_WIDTH))
        box.addWidget(label)
    box.addStretch(1)
    return box


class _Ready(QWidget):
    """How ready something is: an icon and its words."""

    def __init__(self, said: Text, state: Readiness) -> None:
        super().__init__()
        icon, role, kind = _STATES[state]
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(Icon(icon, role, 18))
        box.addWidget(Inline(said, kind, size="small", strong=state != "later"), 1)
