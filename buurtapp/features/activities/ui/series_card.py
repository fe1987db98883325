"""The card "Comes again" on the overview of an activity: the rule in words, the days, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.actions import series
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.series import queries, words
from buurtapp.features.activities.series.records import Repeat, SeriesCard, SeriesDay
from buurtapp.features.activities.ui.cut_text import soft
from buurtapp.features.activities.ui.series_days import DayRow
from buurtapp.features.activities.ui.series_forms import FollowingForm, RepeatForm, SkipForm
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.small_form import SmallForm
from buurtapp.uikit.words import day

_MOST_DAYS = 6
_WORDS = (
    *("title", "text", "kind", "place", "capacity", "cost", "organiser", "contact_person_id", "source", "for_whom"),
    *("purpose", "asked_by", "anyway", "expected", "highlight"),
)
"""All fields of a draft but its times."""


class RepeatCard(Card):
    """How the activity that is shown comes again. `wanted_move` asks for the field of its day, `grew` for sight."""

    wanted_move = Signal()
    grew = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ActivityCard | None = None
        self._series: SeriesCard | None = None
        self.rows: list[DayRow] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self.told = soft(PlainLabel("", strong=True))
        self.hint = soft(PlainLabel("", "second", size="small"))
        self.repeat_button = Button(text(N_("Let it come again…")), icon="refresh-cw")
        self.move_button = Button(text(N_("Move this time")), icon="calendar")
        self.skip_button = Button(text(N_("Skip this time…")), icon="x")
        self.following_button = Button(text(N_("Change all that follow…")), icon="pencil")
        self.extend_button = Button(text(N_("Half a year more")), icon="plus")
        self.end_button = Button(text(N_("Let it end…")), "quiet")
        self._of_series = (
            *(self.move_button, self.skip_button, self.following_button, self.extend_button, self.end_button),
        )
        self.repeat_form, self.skip_form, self.following_form = RepeatForm(), SkipForm(), FollowingForm()
        self._forms: dict[SmallForm, Button] = {
            self.repeat_form: self.repeat_button,
            self.skip_form: self.skip_button,
            self.following_form: self.following_button,
        }
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        box.addWidget(Heading(text(N_("Comes again")), "body"))
        box.addWidget(self.told)
        self._days = QWidget()
        self._days_box = QVBoxLayout(self._days)
        self._days_box.setContentsMargins(0, 0, 0, 0)
        self._days_box.setSpacing(2)
        box.addWidget(self._days)
        box.addWidget(self.hint)
        self._buttons = FlowRow((self.repeat_button, *self._of_series), gap=8)
        box.addWidget(self._buttons)
        for form in self._forms:
            form.hide()
            box.addWidget(form)

    def _connect(self) -> None:
        self.repeat_button.clicked.connect(self._open_repeat)
        self.move_button.clicked.connect(self.wanted_move)
        self.skip_button.clicked.connect(self._open_skip)
        self.following_button.clicked.connect(self._open_following)
        self.extend_button.clicked.connect(lambda: self._do(series.extended_label, series.extend_series))
        self.end_button.clicked.connect(self._on_end)
        self.repeat_form.chosen.connect(self._on_repeat)
        self.skip_form.chosen.connect(self._on_skip)
        self.following_form.chosen.connect(self._on_following)
        for form in self._forms:
            form.closed.connect(self._close)

    # What is shown

    def show_card(self, card: ActivityCard) -> None:
        """Show how an activity comes again."""
        if self._card is None or self._card.id != card.id:
            self._close_forms()
        self._card = card
        here = local(self._desk.clock.now())
        self._series = found = self._desk.read(queries.series_of, card.id, here)
        is_over = rules.is_over(card.starts_at, card.draft.ends_at, here)
        self.repeat_button.setVisible(found is None and not is_over)
        for button in self._of_series:
            button.setVisible(found is not None)
        self._buttons.setVisible(found is not None or not is_over)
        if found is None:
            self.told.set_words(text(N_("This is done once.")))
            self.hint.set_words(text(N_("It is over. Copy it to a new day to let it come again.")))
            self.hint.setVisible(is_over)
            self._show_days([])
            return
        self.told.set_words(words.sentence(found.rule, found.starts_at))
        self.skip_button.setVisible(not is_over)
        self.move_button.setVisible(not is_over)
        self.following_button.setVisible(not is_over and bool(self._following()))
        self.extend_button.setVisible(found.can_extend)
        self.end_button.setVisible(not found.ended)
        coming = [one for one in found.days if one.state != "past" and (one.activity_id or one.starts_at >= here)]
        self._show_days(coming[:_MOST_DAYS])
        self._show_hint(found, coming)

    def _show_hint(self, found: SeriesCard, coming: list[SeriesDay]) -> None:
        more = len(coming) - _MOST_DAYS
        said: Text | str = ""
        if found.ended:
            said = text(N_("It has ended: nothing is added any more."))
        elif more > 0:
            said = plural_text(
                "And {count} time more, up to {day}.",
                "And {count} times more, up to {day}.",
                more,
                day=day(coming[-1].starts_at, "d MMMM yyyy"),
            )
        self.hint.set_words(said)
        self.hint.setVisible(bool(said))

    def _show_days(self, days: list[SeriesDay]) -> None:
        while len(self.rows) < len(days):
            row = DayRow()
            row.opened.connect(lambda number: self._desk.go("activities", activity=number))
            row.brought_back.connect(self._on_back)
            self.rows.append(row)
            self._days_box.addWidget(row)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(days))
            if at < len(days):
                row.show_day(days[at], is_this=self._card is not None and days[at].activity_id == self._card.id)
        self._days.setVisible(bool(days))

    def _following(self) -> list[SeriesDay]:
        """Return the times after the one that is shown."""
        card = self._card
        if self._series is None or card is None:
            return []
        at = card.series_at or card.starts_at
        return [one for one in self._series.days if one.activity_id is not None and one.at > at]

    # Forms

    def _open(self, form: SmallForm, focus: Callable[[], None]) -> None:
        self._close_forms()
        form.show()
        focus()
        self.grew.emit(form)

    def _close_forms(self) -> None:
        for form in self._forms:
            form.hide()

    def _close(self) -> None:
        """Close what is open; the keyboard goes back to the button it was opened with."""
        for form, button in self._forms.items():
            if form.isVisible():
                form.hide()
                button.setFocus()

    def _open_repeat(self) -> None:
        if self._card is not None:
            self.repeat_form.begin(self._card.starts_at)
            self._open(self.repeat_form, self.repeat_form.focus_first)

    def _open_skip(self) -> None:
        if self._card is not None:
            self.skip_form.begin(self._card.counts.names + self._card.counts.waiting)
            self._open(self.skip_form, self.skip_form.focus_first)

    def _open_following(self) -> None:
        card = self._card
        if card is not None:
            self.following_form.begin(len(self._following()), is_moved=card.starts_at.date() != _planned(card))
            self._open(self.following_form, self.following_form.focus_first)

    # What is done

    def _do(self, label: Callable[[str], Text], action: Callable[..., object], *more: object) -> None:
        if self._card is not None:
            doing = self._desk.do(label(self._card.draft.title), action, self._card.id, *more)
            doing.then(lambda _answer: self._close())

    def _on_repeat(self, how: Repeat) -> None:
        if self._card is not None:
            doing = self._desk.do(series.repeated_label(self._card.draft.title), series.repeat, self._card.id, how)
            doing.then(lambda _answer: self._close()).failed(
                lambda wrong: self.repeat_form.show_problems(wrong.problems)
            )

    def _on_skip(self, why: str, people: int) -> None:
        card = self._card
        if card is None:
            return
        others = [one for one in self._series.days if one.activity_id not in (None, card.id)] if self._series else []
        following = self._following()
        after = following[0].activity_id if following else others[-1].activity_id if others else None
        doing = self._desk.do(
            series.skipped_label(card.draft.title), series.skip_occurrence, card.id, why, signed_up=people
        )
        if after is not None:
            # This one is gone: the next one of the series is shown, or the last, where it can be brought back.
            doing.then(lambda _answer: self._desk.go("activities", activity=after, tab="overview"))

    def _on_back(self, skip_id: int) -> None:
        if self._card is not None:
            self._desk.do(series.brought_back_label(self._card.draft.title), series.bring_back, skip_id)

    def _on_following(self, takes_words: bool, takes_times: bool) -> None:  # noqa: FBT001 - a signal's shape
        if self._card is None:
            return
        names = (*(_WORDS if takes_words else ()), *(("starts_at", "ends_at") if takes_times else ()))
        label = series.following_label(self._card.draft.title)
        doing = self._desk.do(label, series.change_following, self._card.id, self._card.draft, names)
        doing.then(lambda _answer: self._close()).failed(
            lambda wrong: self.following_form.show_problems(
                [type(one)("words", one.text) for one in wrong.problems[:1]]
            )
        )

    def _on_end(self) -> None:
        card = self._card
        if card is None:
            return
        question = text(N_("Let {title} end?"), title=" ".join(card.draft.title.split())[:80])
        more = text(
            N_(
                "Coming times without sign-ups are taken away. Times that people signed up for stay, and so does all "
                "that was. You can take this back with Undo."
            )
        )
        if self._desk.choosing.sure(self, question, more, text(N_("Let it end"))):
            doing = self._desk.do(series.ended_label(card.draft.title), series.end_series, card.id).quiet()
            doing.then(lambda told: self._desk.tell(series.ended_words(told), undo=True))


def _planned(card: ActivityCard) -> object:
    return (card.series_at or card.starts_at).date()
