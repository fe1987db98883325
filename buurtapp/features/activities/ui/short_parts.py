"""The parts of the card "In short": a line with an icon, a paper with its state, and words of the last time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.afterwards.records import LastTime
from buurtapp.features.activities.afterwards.words import came_words, lesson_words
from buurtapp.features.activities.ui.cut_text import soft
from buurtapp.uikit.controls import Card, Heading, Icon, Line, PlainLabel
from buurtapp.uikit.words import Words, day, say

_LONGEST = 400


class Fact(QWidget):
    """A line with an icon; hidden when there is nothing to say."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.icon = Icon(icon, "ink-2", 18)
        self.label = soft(PlainLabel())
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(12)
        self.row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.label, 1)

    def show_words(self, words: Words) -> None:
        """Say this, or vanish."""
        self.label.set_words(words)
        self.setVisible(bool(words))


class PaperState(Fact):
    """A paper, with when it was printed or that it was not yet."""

    def __init__(self) -> None:
        super().__init__("circle")
        self.when = PlainLabel("", "second", size="small", wrap=False)
        self.row.addWidget(self.when, 0, Qt.AlignmentFlag.AlignTop)

    def show_state(self, words: Words, when: Words, *, done: bool) -> None:
        """Say which paper, when, and whether it is there."""
        self.icon.set_icon("circle-check" if done else "circle-alert", "primary" if done else "care")
        self.show_words(words)
        self.when.set_words(when)


class QuoteBox(Card):
    """What people said and what was decided, on a ground of its own."""

    def __init__(self) -> None:
        super().__init__("sunken")
        self.label = soft(PlainLabel("", size="small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(Icon("quote", "ink-2", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def show_words(self, words: Words) -> None:
        """Say this, or vanish."""
        said = say(words)
        self.label.set_words(words if len(said) <= _LONGEST else f"{said[:_LONGEST]}…")
        self.setVisible(bool(said))


class LastTimeBlock(QWidget):
    """How it went the last time; hidden when there was none."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Heading("", "body", wrap=True)
        self.came = soft(PlainLabel())
        self.quote = QuoteBox()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (Line(), self.title, self.came, self.quote):
            box.addWidget(part)
        self.hide()

    def show_last(self, last: LastTime | None) -> None:
        """Tell of the last time, or vanish."""
        self.setVisible(last is not None)
        if last is None:
            return
        self.title.set_words(text(N_("Last time, {day}"), day=day(last.day, "d MMMM")))
        words = came_words(last.turnout)
        self.came.set_words(words)
        self.came.setVisible(bool(words))
        self.quote.show_words(lesson_words(last))
