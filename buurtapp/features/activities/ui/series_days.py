"""One line for one time of a series: when, how it is with it, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.series.records import SeriesDay
from buurtapp.features.activities.ui.cut_text import CutLabel
from buurtapp.uikit.controls import Button
from buurtapp.uikit.words import clock_time, day, one_line


class DayRow(QWidget):
    """The line. `opened` names the activity, `brought_back` the time that was skipped."""

    opened = Signal(int)
    brought_back = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._day: SeriesDay | None = None
        self.when = CutLabel()
        self.state = CutLabel("", "second", size="small")
        self.open_button = Button("", "link")
        self.back_button = Button("", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.when)
        row.addWidget(self.state, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.back_button)
        self.open_button.clicked.connect(lambda: self.opened.emit(self._number("activity_id")))
        self.back_button.clicked.connect(lambda: self.brought_back.emit(self._number("skip_id")))

    def _number(self, name: str) -> int:
        number = getattr(self._day, name)
        assert isinstance(number, int)
        return number

    def show_day(self, one: SeriesDay, *, is_this: bool) -> None:
        """Show a time; `is_this`: it is the one whose overview this is."""
        self._day = one
        when = f"{day(one.starts_at, 'EEE d MMM')} {clock_time(one.starts_at)}"
        self.when.set_words(when)
        self.state.set_words(_state(one, is_this=is_this))
        self.open_button.set_words(text(N_("Open")), text(N_("Open {day}"), day=when))
        self.open_button.setVisible(one.activity_id is not None and not is_this)
        self.back_button.set_words(text(N_("Bring back")), text(N_("Bring {day} back"), day=when))
        self.back_button.setVisible(one.skip_id is not None)


def _state(one: SeriesDay, *, is_this: bool) -> Text | str:
    """Return how it is with a time, in a few words."""
    if one.state == "skipped":
        why = one_line(one.why)[:200]
        return text(N_("skipped: {why}"), why=why) if why else text(N_("skipped"))
    signed = plural_text("{count} sign-up", "{count} sign-ups", one.signed_up) if one.signed_up else ""
    if one.state == "moved":
        was = day(one.at, "d MMM") if one.at.date() != one.starts_at.date() else clock_time(one.at)
        return text(N_("moved, was {when}"), when=was)
    if is_this:
        return text(N_("this one"))
    return signed
