"""The small choice below a line about consent: how and when somebody answered, and what. An answer is saved at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDateEdit

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.names_and_consents import CONSENT_HOWS, Answer, ConsentHow, ConsentState
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.people.rules.consent_words import HOW_WORDS, PURPOSE_WORDS
from buurtapp.features.people.ui.wording import breakable
from buurtapp.uikit.controls import Button, PlainLabel
from buurtapp.uikit.form import choice, day_field, line
from buurtapp.uikit.small_form import SmallForm
from buurtapp.uikit.words import day, one_line

_ANSWERS: tuple[tuple[Answer, Text, str], ...] = (
    ("given", text(N_("Allowed")), "check"),
    ("withdrawn", text(N_("Not allowed")), "x"),
    ("asked", text(N_("Asked, no answer yet")), "clock"),
    ("not_asked", text(N_("Not asked yet")), "circle-question-mark"),
)
HOWS: Mapping[ConsentHow, Text] = {
    "spoken": text(N_("Spoken")),
    "paper": text(N_("Form")),
    "mail": text(N_("Mail")),
    "other": text(N_("Other")),
}
"""Short: it stands in a field of half the panel."""


class ConsentChoice(SmallForm):
    """Asks for one answer. `chosen` tells what to note; Escape closes without noting anything."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.known = PlainLabel("", "second", size="small")
        # A long word on a form must not make the panel wider.
        self.known.setMinimumWidth(1)
        self.form.add(
            ("how", choice(text(N_("How")), [(how, HOWS[how]) for how in CONSENT_HOWS])),
            ("on_day", day_field(text(N_("Day")))),
            stretch=(5, 7),
        )
        self.form.add(("form_number", line(text(N_("Number on the form")))))
        self.answers: dict[Answer, Button] = {
            answer: Button(words, "secondary", icon) for answer, words, icon in _ANSWERS
        }
        # Both fit in the narrow panel, if neither insists on more.
        self.put((self.known, self.form), self.answers.values(), narrow=("how", "on_day"))

    def _connect(self) -> None:
        self.form.edited.connect(self._show_number)
        for answer, button in self.answers.items():
            button.clicked.connect(lambda _on=False, answer=answer: self._choose(answer))

    # Public

    def begin(self, state: ConsentState, today: date, how: ConsentHow) -> None:
        """Begin with what is known of one purpose; `how` is how the last answer came."""
        self.known.set_words(told(state))
        self.known.setVisible(state.asked_on is not None)
        self.form.set_value("how", how)
        input_ = self.form.field("on_day").input
        if isinstance(input_, QDateEdit):
            input_.setMaximumDate(today)  # type: ignore[arg-type]
        self.form.set_value("on_day", today)
        self.form.set_value("form_number", "")
        self.form.show_problems(())
        for answer, button in self.answers.items():
            button.setVisible(answer != "not_asked" or state.state != "not_asked")
        self._show_number()

    def focus_first(self) -> None:
        """Put the keyboard on the first answer: how and when are mostly right already."""
        self.answers["given"].setFocus()

    # Slots

    def _show_number(self, _field: str = "") -> None:
        self.form.field("form_number").setVisible(self.form.value("how") == "paper")

    def _choose(self, answer: Answer) -> None:
        on_day, how = self.form.value("on_day"), self.form.value("how")
        if not isinstance(on_day, date):
            return
        number = self.form.text("form_number") if how == "paper" else ""
        self.chosen.emit(
            ConsentDraft(answer, on_day, next(one for one in CONSENT_HOWS if one == how), one_line(number))
        )


def told(state: ConsentState) -> Text:
    """Return how and when somebody answered, as a sentence."""
    purpose, how = PURPOSE_WORDS[state.purpose], HOW_WORDS[state.how]
    on_day, number = state.on_day or state.asked_on, breakable(one_line(state.form_number))
    when = day(on_day, "d MMMM yyyy") if on_day is not None else ""
    if state.state == "asked":
        return text(N_("{purpose}: asked on {day}, {how}."), purpose=purpose, day=when, how=how)
    if state.state == "given" and number:
        return text(
            N_("{purpose}: a yes on {day}, {how}, form {number}."), purpose=purpose, day=when, how=how, number=number
        )
    if state.state == "given":
        return text(N_("{purpose}: a yes on {day}, {how}."), purpose=purpose, day=when, how=how)
    if number:
        return text(
            N_("{purpose}: a no on {day}, {how}, form {number}."), purpose=purpose, day=when, how=how, number=number
        )
    return text(N_("{purpose}: a no on {day}, {how}."), purpose=purpose, day=when, how=how)
