"""The question that is asked for many people at once: they were asked for consent, about what, how and on which day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.people.names_and_consents import CONSENT_HOWS, PURPOSES, Answer, Purpose
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.people.rules.consent_words import PURPOSE_WORDS
from buurtapp.features.people.ui.consent_choice import HOWS
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading, Note, PlainLabel
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import Form, choice, day_field, line
from buurtapp.uikit.page import column
from buurtapp.uikit.words import one_line, plain, say

_USUAL: tuple[Purpose, ...] = ("phone", "letter", "photo", "email")
_LONGEST_NUMBER = 200
_WIDE, _HIGH = 460, 640
_ANSWERS: tuple[tuple[Answer, Text], ...] = (
    ("asked", text(N_("They were asked, no answer yet"))),
    ("given", text(N_("All of them said yes"))),
    ("withdrawn", text(N_("All of them said no"))),
)


class BulkConsentDialog(QDialog):
    """Asks what is noted for so many people. When it is accepted `purposes` and `draft` say what."""

    def __init__(self, count: int, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.purposes: tuple[Purpose, ...] = ()
        self.draft: ConsentDraft | None = None
        self._count = count
        self._build(today)
        self._connect()
        self._say()

    def _build(self, today: date) -> None:
        self.setModal(True)
        self.setWindowTitle(say(text(N_("Consent asked"))))
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        box = column(inside, (20, 16, 20, 8), 12)
        words = plural_text("Note for {count} person", "Note for {count} people", self._count)
        box.addWidget(Heading(words, "h2", wrap=True))
        box.addWidget(PlainLabel(text(N_("About what were they asked?")), size="small", strong=True))
        box.addWidget(self._build_ticks())
        self.problem = Note("wrong")
        self.problem.hide()
        box.addWidget(self.problem)
        box.addWidget(self._build_form(today))
        means = N_(
            "Each person keeps their own line. What somebody answered before stays, and asking takes no answer away."
        )
        box.addWidget(PlainLabel(text(means), "second", size="small"))
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.note_button = Button("", "primary", "check")
        self.cancel_button = Button(text(N_("Cancel")), "quiet")
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(20, 8, 20, 16)
        row.addWidget(FlowRow([self.note_button, self.cancel_button], 8), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(buttons)
        room = (self.parentWidget() or self).window()
        px = look.current().px
        self.resize(min(room.width() - 40, px(_WIDE)), min(room.height() - 40, px(_HIGH)))

    def _build_ticks(self) -> QWidget:
        self.ticks = {purpose: QCheckBox() for purpose in PURPOSES}
        together = QWidget()
        box = column(together, (0, 0, 0, 0), 0)
        for purpose, tick_box in self.ticks.items():
            tick_box.setChecked(purpose in _USUAL)
            box.addWidget(tick_box)
        return together

    def _build_form(self, today: date) -> Form:
        self.form = Form()
        self.form.add(("state", choice(text(N_("What happened")), _ANSWERS)))
        self.form.add(
            ("how", choice(text(N_("How")), [(how, HOWS[how]) for how in CONSENT_HOWS])),
            ("on_day", day_field(text(N_("Day")))),
            stretch=(5, 7),
        )
        # Both fit beside each other, also when the letters are large, if neither insists on more.
        for name in ("how", "on_day"):
            self.form.field(name).input.setMinimumWidth(1)
        self.form.add(("form_number", line(text(N_("Number on the form")))))
        number = self.form.field("form_number").input
        if isinstance(number, QLineEdit):
            number.setMaxLength(_LONGEST_NUMBER)
        day = self.form.field("on_day").input
        if isinstance(day, QDateEdit):
            day.setMaximumDate(today)  # type: ignore[arg-type]
        self.form.set_value("on_day", today)
        self.form.set_value("how", "spoken")
        self.form.set_value("state", "asked")
        return self.form

    def _connect(self) -> None:
        self.note_button.clicked.connect(self._on_note)
        self.cancel_button.clicked.connect(self.reject)
        self.form.edited.connect(lambda _name: self._say())

    def _say(self) -> None:
        for purpose, tick_box in self.ticks.items():
            tick_box.setText(plain(say(PURPOSE_WORDS[purpose])))
            tick_box.setAccessibleName(say(PURPOSE_WORDS[purpose]))
        self.form.field("form_number").setVisible(self.form.value("how") == "paper")
        self.note_button.set_words(plural_text("Note for {count} person", "Note for {count} people", self._count))

    # Slots

    def _on_note(self) -> None:
        purposes = tuple(purpose for purpose, tick_box in self.ticks.items() if tick_box.isChecked())
        if not purposes:
            self.problem.set_words(text(N_("Choose at least one thing they were asked about.")), "wrong")
            self.problem.show()
            next(iter(self.ticks.values())).setFocus()
            return
        on_day = self.form.value("on_day")
        state = next(answer for answer, _words in _ANSWERS if answer == self.form.value("state"))
        how = next(one for one in CONSENT_HOWS if one == self.form.value("how"))
        number = one_line(self.form.text("form_number")) if how == "paper" else ""
        if isinstance(on_day, date):
            self.purposes, self.draft = purposes, ConsentDraft(state, on_day, how, number)
            self.accept()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Name the purposes in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "ticks"):
            self._say()
