"""The card beside every tab: when, where, who, how many, what is printed, and why we do it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.ui.cut_text import soft
from buurtapp.features.sheets.records import SheetInfo
from buurtapp.uikit.controls import Card, Heading, Icon, Line, PlainLabel
from buurtapp.uikit.words import Words, clock_time, day, one_line

_LONGEST = 300


class _Fact(QWidget):
    """A line with an icon; hidden when there is nothing to say."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.icon = Icon(icon, "ink-2", 18)
        self.label = soft(PlainLabel())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def show_words(self, words: Words) -> None:
        self.label.set_words(words)
        self.setVisible(bool(words))


class ShortCard(Card):
    """The card "In short": the same on every tab."""

    def __init__(self) -> None:
        super().__init__()
        self._build()

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(16, 14, 16, 14)
        self._box.setSpacing(8)
        self.time, self.place, self.organiser = _Fact("clock"), _Fact("map-pin"), _Fact("users")
        self.heads = PlainLabel("", strong=True, wrap=False)
        self.heads.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.waiting = soft(PlainLabel("", "second", size="small"))
        self.printed = _Fact("circle")
        self.why_line = Line()
        self.why_title = Heading(text(N_("Why do we do this?")), "body")
        self.why = soft(PlainLabel("", "second"))
        self._box.addWidget(Heading(text(N_("In short")), "body"))
        for fact in (self.time, self.place, self.organiser):
            self._box.addWidget(fact)
        self._box.addWidget(Line())
        signed = QHBoxLayout()
        signed.addWidget(Heading(text(N_("Sign-ups")), "body"))
        signed.addWidget(self.heads, 1)
        self._box.addLayout(signed)
        for widget in (self.bar, self.waiting, Line(), Heading(text(N_("Paper")), "body"), self.printed):
            self._box.addWidget(widget)
        for widget in (self.why_line, self.why_title, self.why):
            self._box.addWidget(widget)
        self._box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(area)

    def show_card(self, card: ActivityCard, sheets: Sequence[SheetInfo], purpose: str) -> None:
        """Show an activity; `sheets` newest first."""
        draft, counts = card.draft, card.counts
        self.time.show_words(times(card))
        self.place.show_words(one_line(draft.place)[:_LONGEST])
        organiser = one_line(draft.organiser or card.contact_name)[:_LONGEST]
        self.organiser.show_words(text(N_("Organised by {name}"), name=organiser) if organiser else "")
        said: Text | str = str(counts.heads)
        if draft.capacity:
            said = text(N_("{count} of {places}"), count=counts.heads, places=draft.capacity)
            self.bar.setRange(0, draft.capacity)
            self.bar.setValue(min(counts.heads, draft.capacity))
            self.bar.setAccessibleName(said.render())
        self.heads.set_words(said)
        self.bar.setVisible(bool(draft.capacity))
        self.waiting.setVisible(counts.waiting > 0)
        self.waiting.set_words(
            plural_text(
                "{count} person is waiting for a place.", "{count} people are waiting for a place.", counts.waiting
            )
        )
        self._show_printed(sheets)
        for widget in (self.why_line, self.why_title, self.why):
            widget.setVisible(bool(purpose))
        self.why.set_words(purpose)

    def _show_printed(self, sheets: Sequence[SheetInfo]) -> None:
        if not sheets:
            self.printed.icon.set_icon("circle-alert", "ink-2")
            self.printed.show_words(text(N_("Attendance list, not printed yet")))
            return
        self.printed.icon.set_icon("circle-check", "primary")
        when = day(local(sheets[0].printed_at), "d MMM")
        self.printed.show_words(text(N_("Attendance list {code}, printed on {day}"), code=sheets[0].code, day=when))


def times(card: ActivityCard) -> Text:
    """Return when an activity starts and ends: "12.00 – 13.30 uur"."""
    start, ends_at = clock_time(card.starts_at), card.draft.ends_at
    if ends_at is None:
        return text(N_("from {start}"), start=start)
    return text(N_("{start} – {end}"), start=start, end=clock_time(ends_at))
