"""The card beside every tab: when, where, who, how many, what is printed, how it went last time, and why we do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.afterwards import queries as afterwards
from buurtapp.features.activities.afterwards.records import FlyerOut, LastTime
from buurtapp.features.activities.afterwards.words import together
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.ui.cut_text import soft
from buurtapp.features.activities.ui.short_parts import Fact, LastTimeBlock, PaperState
from buurtapp.features.sheets.records import SheetInfo
from buurtapp.uikit.controls import Card, Heading, Line, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import clock_time, day, one_line

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Short:
    """What the card asks of the file besides the activity itself."""

    first_timers: int
    lifts: int
    brings: int
    flyer: FlyerOut | None
    last: LastTime | None


def load_short(store: Store, activity: int) -> Short:
    """Return what the card tells besides the activity itself; for the background."""
    lifts, brings = store.read(afterwards.lifts_asked, activity)
    return Short(
        store.read(afterwards.first_timers_signed_up, activity),
        lifts,
        brings,
        store.read(afterwards.flyer_out, activity),
        store.read(afterwards.last_time, activity),
    )


class ShortCard(Card):
    """The card "In short": the same on every tab."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._build()

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(16, 14, 16, 14)
        self._box.setSpacing(8)
        self.time, self.place, self.organiser = Fact("clock"), Fact("map-pin"), Fact("users")
        self.heads = PlainLabel("", strong=True, wrap=False)
        self.heads.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.facts = soft(PlainLabel("", "second", size="small"))
        self.waiting = soft(PlainLabel("", "second", size="small"))
        self.flyer, self.printed = PaperState(), PaperState()
        self.last = LastTimeBlock()
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
        paper = (Line(), Heading(text(N_("Paper")), "body"), self.flyer, self.printed, self.last)
        for widget in (self.bar, self.facts, self.waiting, *paper, self.why_line, self.why_title, self.why):
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
        """Show an activity; `sheets` newest first, `purpose` that of the group, for an activity without its own."""
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
        why = (draft.purpose.strip() or purpose)[:_LONGEST]
        for widget in (self.why_line, self.why_title, self.why):
            widget.setVisible(bool(why))
        self.why.set_words(why)
        is_over = rules.is_over(card.starts_at, draft.ends_at, local(self._desk.clock.now()))
        self._show_printed(sheets, is_over=is_over)
        self._desk.later("short", lambda store: load_short(store, card.id), lambda found: self._show(found, is_over))

    def _show_printed(self, sheets: Sequence[SheetInfo], *, is_over: bool) -> None:
        if sheets:
            when = day(local(sheets[0].printed_at), "d MMM")
            words = text(N_("Attendance list {code}"), code=sheets[0].code)
            self.printed.show_state(words, when, done=True)
        else:
            self.printed.show_state(
                text(N_("Attendance list")), text(N_("not printed") if is_over else N_("not yet")), done=False
            )

    def _show(self, found: Short, is_over: bool) -> None:  # noqa: FBT001 - an answer, and what goes with it
        parts = []
        if found.first_timers and not is_over:
            parts.append(
                plural_text(
                    "{count} person comes for the first time.",
                    "{count} people come for the first time.",
                    found.first_timers,
                )
            )
        if found.lifts:
            parts.append(plural_text("{count} is picked up.", "{count} are picked up.", found.lifts))
        if found.brings:
            parts.append(plural_text("{count} brings something.", "{count} bring something.", found.brings))
        self.facts.set_words(together(*parts))
        self.facts.setVisible(bool(parts))
        flyer = found.flyer
        if flyer is not None:
            words = plural_text("Flyer, {count} copy", "Flyer, {count} copies", flyer.copies)
            self.flyer.show_state(words, day(local(flyer.printed_at), "d MMM"), done=True)
        else:
            self.flyer.show_state("" if is_over else text(N_("Flyer")), text(N_("not yet")), done=False)
        self.last.show_last(found.last)


def times(card: ActivityCard) -> Text:
    """Return when an activity starts and ends: "12.00 – 13.30 uur"."""
    start, ends_at = clock_time(card.starts_at), card.draft.ends_at
    if ends_at is None:
        return text(N_("from {start}"), start=start)
    return text(N_("{start} – {end}"), start=start, end=clock_time(ends_at))
