"""The head of an activity: its day, the way back, its title, how it is with it, and the button that comes next."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.ui.cut_text import CutLabel
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Icon, PlainLabel, restyle
from buurtapp.uikit.flow import Inline
from buurtapp.uikit.words import Words, day

_NARROW = 720


class Badge(Card):
    """How it is with an activity: an icon and a few words on a coloured ground."""

    def __init__(self) -> None:
        super().__init__("done")
        self.icon = Icon("circle-check", "primary", 18)
        self.label = Inline(size="small", strong=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 10, 4)
        row.setSpacing(6)
        row.addWidget(self.icon)
        row.addWidget(self.label)

    def show_words(self, words: Text, kind: str) -> None:
        """Say something, in the colour of "done", "care" or "info"."""
        self.setProperty("kind", kind)
        restyle(self)
        icons = {"care": ("circle-alert", "care"), "info": ("clock", "info")}
        self.icon.set_icon(*icons.get(kind, ("circle-check", "primary")))
        self.label.set_words(words)
        self.label.set_kind(kind)


class DateCard(Card):
    """Weekday, and below it day and month."""

    def __init__(self) -> None:
        super().__init__()
        self.weekday = PlainLabel("", "second", size="small", wrap=False)
        self.day = PlainLabel("", size="speak", strong=True, wrap=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 6, 14, 6)
        box.setSpacing(0)
        for label in (self.weekday, self.day):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)

    def show_day(self, when: date) -> None:
        """Show a day."""
        self.weekday.set_words(day(when, "EEEE"))
        self.day.set_words(day(when, "d MMM"))


def days_words(when: date, today: date) -> Text:
    """Return how far away a day is: "tomorrow", "in 4 days", "6 days ago"."""
    days = (when - today).days
    if days == 0:
        return text(N_("today"))
    if days in (1, -1):
        return text(N_("tomorrow")) if days == 1 else text(N_("yesterday"))
    if days > 0:
        return plural_text("in {count} day", "in {count} days", days)
    return plural_text("{count} day ago", "{count} days ago", -days)


def care_words(card: ActivityCard, here: datetime, *, printed: bool) -> tuple[Text, str]:
    """Return how it is with an activity, and the kind of its colour."""
    when = days_words(card.starts_at.date(), here.date())
    state = rules.list_state(card.starts_at, card.draft.ends_at, here, printed=printed)
    came = card.counts.came
    if state == "over" and came is not None:
        return plural_text("{when}, {count} came", "{when}, {count} came", came + card.counts.came_along, when=when), (
            "done"
        )
    if state == "over":
        return text(N_("{when}, not counted yet"), when=when), "care"
    if state == "due":
        return text(N_("{when}, 1 thing left to do"), when=when), "care"
    if state == "done":
        return text(N_("{when}, the list is printed"), when=when), "done"
    return text(N_("{when}, the list can wait"), when=when), "info"


class ActivityHead(QWidget):
    """The head. `went_back`, `wanted_copy` and `wanted_next` say which button was pressed."""

    went_back = Signal()
    wanted_copy = Signal()
    wanted_next = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.date = DateCard()
        self.back_button = Button(text(N_("Activities")), "link")
        self.kind = CutLabel("", "second", size="small")
        self.title = CutLabel("", size="h1", strong=True)
        self.badge = Badge()
        self.copy_button = Button(text(N_("Make a copy")), icon="copy")
        self.next_button = Button("", "primary", "printer")
        crumbs = QHBoxLayout()
        crumbs.setSpacing(6)
        crumbs.addWidget(self.back_button)
        self._arrow = Icon("chevron-right", "ink-2", 16)
        crumbs.addWidget(self._arrow)
        crumbs.addWidget(self.kind)
        crumbs.addStretch(1)
        self._crumbs = crumbs
        self._line = QHBoxLayout()
        self._line.setSpacing(12)
        self._line.addWidget(self.title)
        self._line.addWidget(self.badge)
        self._line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(crumbs)
        words.addLayout(self._line)
        named = QHBoxLayout()
        named.setSpacing(16)
        named.addWidget(self.date, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(0)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.next_button)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(12)
        self._whole.addLayout(named, 1)
        self._whole.addLayout(buttons)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.went_back)
        self.copy_button.clicked.connect(self.wanted_copy)
        self.next_button.clicked.connect(self.wanted_next)

    def show_card(self, card: ActivityCard, here: datetime, *, printed: bool, comes_again: Words = "") -> None:
        """Show an activity; how it comes again, when it does, else of what kind it is."""
        self.date.show_day(card.starts_at.date())
        self.kind.set_words(comes_again or card.draft.kind)
        self.title.set_words(card.draft.title)
        words, kind = care_words(card, here, printed=printed)
        self.badge.show_words(words, kind)
        situation = rules.situation(card.starts_at, card.draft.ends_at, here)
        if situation == "before":
            self._next(text(N_("Print the list")), "printer")
        elif situation == "today":
            self._next(text(N_("Who is here?")), "door-open")
        elif printed:
            self._next(text(N_("Fill in the list")), "keyboard")
        else:
            self._next(text(N_("Who was there?")), "door-open")

    def _next(self, words: Text, icon: str) -> None:
        self.next_button.set_words(words)
        self.next_button.set_icon(icon)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons below the title, and the badge beside the way back, where there is little room."""
        super().resizeEvent(event)
        is_narrow = self.width() < look.current().px(_NARROW)
        wanted = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._whole.direction() != wanted:
            self._whole.setDirection(wanted)
            for widget in (self._arrow, self.kind):
                widget.setVisible(not is_narrow)
            if is_narrow:
                self._line.removeWidget(self.badge)
                self._crumbs.addWidget(self.badge)
            else:
                self._crumbs.removeWidget(self.badge)
                self._line.insertWidget(1, self.badge)
