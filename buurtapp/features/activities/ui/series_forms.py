"""The small forms of what comes again: how often, skip once, change all that follow, and a copy for another day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QSpinBox

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities import rules as activity_rules
from buurtapp.features.activities.series import rules, words
from buurtapp.features.activities.series.records import EVERY, Repeat
from buurtapp.features.activities.ui.cut_text import soft
from buurtapp.uikit.controls import Button, PlainLabel
from buurtapp.uikit.form import choice, day_field, line, number_field, tick
from buurtapp.uikit.small_form import SmallForm
from buurtapp.uikit.words import clock_time, day

_EVERY = (
    ("week", text(N_("Every week"))),
    ("2weeks", text(N_("Every 2 weeks"))),
    ("month", text(N_("Every month on the same weekday"))),
    ("monthday", text(N_("Every month on the same date"))),
    ("year", text(N_("Every year"))),
)
_ENDS = (
    ("none", text(N_("No end: half a year ahead"))),
    ("times", text(N_("A number of times"))),
    ("until", text(N_("Up to a day"))),
)
_SHOWN_DAYS = 4
_FIRST_TIMES = 10


class RepeatForm(SmallForm):
    """Asks how often something comes again. `chosen` tells a `Repeat`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._starts_at = datetime(2000, 1, 1)  # noqa: DTZ001 - a wall-clock time
        self.form.add(
            ("every", choice(text(N_("How often?")), _EVERY)), ("end", choice(text(N_("Until when?")), _ENDS))
        )
        self.form.add(
            ("times", number_field(text(N_("How many times in all?")), 2, rules.MOST_TIMES)),
            (
                "until",
                day_field(text(N_("The last day"))),
            ),
        )
        self.told = soft(PlainLabel("", "second", size="small"))
        self.save = Button(text(N_("Let it come again")), "secondary", "check")
        self.cancel = Button(text(N_("Cancel")), "quiet")
        self.put((self.form, self.told), (self.save, self.cancel), narrow=("every", "end", "times", "until"))
        self.form.edited.connect(self._show)
        times, until = self.form.field("times").input, self.form.field("until").input
        if isinstance(times, QSpinBox) and isinstance(until, QDateEdit):
            # `edited` comes before the box knows its new value.
            times.valueChanged.connect(lambda _value: self._show())
            until.dateChanged.connect(lambda _value: self._show())
        self.save.clicked.connect(lambda: self.chosen.emit(self.repeat()))
        self.cancel.clicked.connect(self.closed)
        _enter(self.form.field("times").input, self.save)
        _enter(self.form.field("until").input, self.save)

    def begin(self, starts_at: datetime) -> None:
        """Begin with every week, without an end."""
        self._starts_at = starts_at
        self.form.set_value("every", "week")
        self.form.set_value("end", "none")
        self.form.set_value("times", _FIRST_TIMES)
        self.form.set_value("until", rules.half_a_year_on(starts_at).date())
        self.form.show_problems(())
        self._show()

    def focus_first(self) -> None:
        """Put the keyboard on how often."""
        self.form.field("every").input.setFocus()

    def repeat(self) -> Repeat:
        """Return what is chosen."""
        end, until = self.form.value("end"), self.form.value("until")
        return Repeat(
            next(one for one in EVERY if one == self.form.value("every")),
            int(str(self.form.value("times"))) if end == "times" else None,
            until if end == "until" and isinstance(until, date) else None,
        )

    def _show(self, _name: str = "") -> None:
        """Show only the field that is asked for, and the first days of what is chosen."""
        end = self.form.value("end")
        for name in ("times", "until"):
            self.form.field(name).setVisible(end == name)
        chosen = self.repeat()
        found = rules.problems(chosen, self._starts_at)
        if found:
            self.told.set_words(found[0].text)
            return
        rule = rules.rule_of(chosen, self._starts_at)
        days = rules.laid_out(rule, self._starts_at)
        self.told.set_words(
            plural_text(
                "{rule}: {count} time, on {days}",
                "{rule}: {count} times, on {days}",
                len(days),
                rule=words.sentence(rule, self._starts_at),
                days=_days_words(days),
            )
        )


def _days_words(days: list[datetime]) -> str:
    said = ", ".join(day(at, "d MMM") for at in days[:_SHOWN_DAYS])
    return f"{said} …" if len(days) > _SHOWN_DAYS else said


class SkipForm(SmallForm):
    """Asks why a time is skipped. `chosen` tells why, and how many people who signed up know of it."""

    chosen = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._people = 0
        self.form.add(("why", line(text(N_("Why does it not go on?")), text(N_("For example: Christmas.")))))
        self.form.add(("sure", tick(text(N_("Who signed up knows of it")))))
        self.told = soft(PlainLabel("", "care", size="small", strong=True))
        self.save = Button(text(N_("Skip this time")), "secondary", "check")
        self.cancel = Button(text(N_("Cancel")), "quiet")
        self.put((self.told, self.form), (self.save, self.cancel), narrow=("why",))
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)
        _enter(self.form.field("why").input, self.save)

    def begin(self, people: int) -> None:
        """Begin; so many people signed up for this time."""
        self._people = people
        self.told.setVisible(people > 0)
        self.told.set_words(
            plural_text(
                "{count} person signed up. Tell them first.", "{count} people signed up. Tell them first.", people
            )
        )
        self.form.field("sure").setVisible(people > 0)
        self.form.set_value("why", "")
        self.form.set_value("sure", value=False)
        self.form.show_problems(())

    def focus_first(self) -> None:
        """Put the keyboard on why."""
        self.form.field("why").input.setFocus()

    def _on_save(self) -> None:
        if self._people and not self.form.value("sure"):
            self.form.show_problems([DraftProblem("sure", text(N_("Tick this when they know.")))])
            return
        self.chosen.emit(self.form.text("why"), self._people)


class FollowingForm(SmallForm):
    """Asks what all that follow get from this one. `chosen` tells (words, times): two times yes or no."""

    chosen = Signal(bool, bool)

    def __init__(self) -> None:
        super().__init__()
        self.told = soft(PlainLabel("", "second", size="small"))
        self.form.add(("words", tick(text(N_("Title, place, texts and all other fields")))))
        self.form.add(("times", tick(text(N_("Day and time; what was moved by hand stays there")))))
        self.save = Button(text(N_("Change all that follow")), "secondary", "check")
        self.cancel = Button(text(N_("Cancel")), "quiet")
        self.put((self.told, self.form), (self.save, self.cancel))
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)

    def begin(self, following: int, *, is_moved: bool) -> None:
        """Begin; so many times follow. `is_moved`: this one was moved by hand, so its time is not for the others."""
        self.told.set_words(
            plural_text(
                "{count} time follows. It becomes like this one:",
                "{count} times follow. They become like this one:",
                following,
            )
        )
        self.form.set_value("words", value=True)
        self.form.set_value("times", value=not is_moved)
        self.form.show_problems(())

    def focus_first(self) -> None:
        """Put the keyboard on the first choice."""
        self.form.field("words").input.setFocus()

    def _on_save(self) -> None:
        takes_words, takes_times = bool(self.form.value("words")), bool(self.form.value("times"))
        if not takes_words and not takes_times:
            self.form.show_problems([DraftProblem("words", text(N_("Choose what they get from this one.")))])
            return
        self.chosen.emit(takes_words, takes_times)


class CopyForm(SmallForm):
    """Asks for the day and time of a copy. `chosen` tells the moment, and whether the same people come."""

    chosen = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.title = PlainLabel(text(N_("A copy for another day")), strong=True)
        self.form.add(
            ("day", day_field(text(N_("Day")))),
            ("start", line(text(N_("Starts at")))),
            stretch=(7, 5),
        )
        self.form.add(("people", tick(text(N_("The same people come again")))))
        more = soft(PlainLabel(text(N_("The run sheet and the plan for the money go along.")), "second", size="small"))
        self.save = Button(text(N_("Make the copy")), "secondary", "copy")
        self.cancel = Button(text(N_("Cancel")), "quiet")
        self.put((self.title, self.form, more), (self.save, self.cancel), narrow=("day", "start"))
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)
        for name in ("day", "start"):
            _enter(self.form.field(name).input, self.save)

    def begin(self, starts_at: datetime) -> None:
        """Begin with a day and time."""
        self.form.set_value("day", starts_at.date())
        self.form.set_value("start", clock_time(starts_at))
        self.form.set_value("people", value=False)
        self.form.show_problems(())

    def focus_first(self) -> None:
        """Put the keyboard on the day."""
        self.form.field("day").input.setFocus()

    def _on_save(self) -> None:
        start, on_day = activity_rules.parse_time(self.form.text("start")), self.form.value("day")
        if start is None or not isinstance(on_day, date):
            self.form.show_problems([DraftProblem("start", text(N_("Write a time like 14.30.")))])
            return
        self.chosen.emit(datetime.combine(on_day, start), bool(self.form.value("people")))

    def show_wrong(self, problems: Iterable[DraftProblem]) -> None:
        """Say what is wrong with the moment."""
        self.form.show_problems([DraftProblem("start", problem.text) for problem in problems])


def _enter(input_: object, button: Button) -> None:
    """Let Enter in a field press the button below it."""
    edit = input_ if isinstance(input_, QLineEdit) else getattr(input_, "lineEdit", lambda: None)()
    if isinstance(edit, QLineEdit):
        edit.returnPressed.connect(button.click)
