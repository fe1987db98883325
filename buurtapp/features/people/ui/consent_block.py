"""What somebody said yes and no to, in the side panel: a line for each purpose, changed by Enter or Space."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QMargins, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.actions import consents as actions
from buurtapp.features.people.names_and_consents import PURPOSES, Answer, ConsentHow, ConsentState, Purpose
from buurtapp.features.people.records import ConsentDraft, PersonCard
from buurtapp.features.people.rules import consents as rules
from buurtapp.features.people.rules.consent_words import ANSWER_WORDS, PURPOSE_WORDS
from buurtapp.features.people.ui.consent_choice import ConsentChoice
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading, Icon, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.row_button import RowButton
from buurtapp.uikit.words import day

_ALWAYS: tuple[Purpose, ...] = ("phone", "letter", "photo", "email")
_LOOKS: Mapping[Answer, tuple[str, str, str]] = {
    "given": ("check", "primary", "done"),
    "withdrawn": ("x", "wrong", "wrong"),
    "asked": ("clock", "ink-2", "second"),
    "not_asked": ("circle-question-mark", "ink-2", "second"),
}
"""Icon, its colour, and that of the words."""
_WORDS_PX, _WORDS_GROW_PX = 138, 0.5
"""How wide the words are, and how much wider with each percent of text; more where they are longer."""


class ConsentLine(RowButton):
    """One purpose, and how it stands: a button as wide as the panel."""

    def __init__(self, purpose: Purpose) -> None:
        super().__init__(QMargins(4, 3, 4, 3), 6, 28)
        self.purpose: Purpose = purpose
        self.state = ConsentState(purpose)
        self.name = PlainLabel(PURPOSE_WORDS[purpose])
        self.mark = Icon("circle-question-mark", size=18)
        self.answer = PlainLabel("", "second", size="small")
        self.put(self.name)
        self.put(self.mark)
        self.put(self.answer, 1)
        self._make_room()

    def show_state(self, state: ConsentState) -> None:
        """Show how it stands."""
        self.state = state
        icon, role, kind = _LOOKS[state.state]
        self.mark.set_icon(icon, role)
        self.answer.set_words(ANSWER_WORDS[state.state])
        self.answer.setProperty("strong", "yes" if kind != "second" else "no")
        self.answer.set_kind(kind)
        self._say()

    def _say(self) -> None:
        purpose, answer = PURPOSE_WORDS[self.purpose], ANSWER_WORDS[self.state.state]
        self.setAccessibleName(text(N_("{purpose}: {answer}"), purpose=purpose, answer=answer).render())

    def _make_room(self) -> None:
        theme = look.current()
        measure = QFontMetrics(theme.font("body"))
        longest = max(measure.horizontalAdvance(words.render()) for words in PURPOSE_WORDS.values())
        least = round(_WORDS_PX + (theme.percent - 100) * _WORDS_GROW_PX)
        self.name.setFixedWidth(max(least, longest + 8))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language; grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._make_room()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "name"):
            self._make_room()
            self.updateGeometry()


class ConsentBlock(QWidget):
    """The lines of one person, and below the line that is being changed the choice; `opened` tells where that is."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: PersonCard | None = None
        self._shows_all = False
        self._how: ConsentHow = "spoken"
        self._open: Purpose | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.asked = PlainLabel("", "second", size="small")
        self.asked.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Heading(text(N_("Consent")), "body"))
        top.addWidget(self.asked, 1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addLayout(top)
        self._rows.addSpacing(4)
        self.lines = {purpose: ConsentLine(purpose) for purpose in PURPOSES}
        for line in self.lines.values():
            self._rows.addWidget(line)
        self.more = Button(text(N_("More kinds of consent")), "link")
        self._rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.choice = ConsentChoice()
        self._rows.addWidget(self.choice)
        self.choice.hide()

    def _connect(self) -> None:
        for line in self.lines.values():
            line.clicked.connect(lambda _on=False, purpose=line.purpose: self.ask(purpose))
        self.more.clicked.connect(self._on_more)
        self.choice.chosen.connect(self._on_chosen)
        self.choice.closed.connect(self.close_choice)

    # Public

    def show_card(self, card: PersonCard, *, writing: bool) -> None:
        """Show how it stands with somebody."""
        if self._card is None or self._card.id != card.id:
            self._put_away()
        self._card = card
        last = rules.asked_on(card.consents)
        self.asked.set_words(text(N_("asked on {day}"), day=day(last, "d MMMM yyyy")) if last is not None else "")
        for purpose, line in self.lines.items():
            line.show_state(rules.state_of(card.consents, purpose))
            line.setEnabled(writing)
        self._show_lines()

    def ask(self, purpose: Purpose) -> None:
        """Open the choice below a line; once more on the same line closes it."""
        if self._card is None:
            return
        if self._open == purpose:
            self.close_choice()
            return
        self._put_away()
        self._open = purpose
        line = self.lines[purpose]
        self._rows.removeWidget(self.choice)
        self._rows.insertWidget(self._rows.indexOf(line) + 1, self.choice)
        self.choice.begin(line.state, self._desk.clock.today(), self._how)
        self._order()
        self.choice.show()
        self.choice.focus_first()

    def close_choice(self) -> bool:
        """Close the choice and stand on its line again; False when none is open."""
        if self._open is None:
            return False
        line = self.lines[self._open]
        self._put_away()
        line.setFocus()
        return True

    # Slots

    def _put_away(self) -> None:
        self._open = None
        self.choice.hide()

    def _show_lines(self) -> None:
        hidden = 0
        for purpose, line in self.lines.items():
            is_wanted = purpose in _ALWAYS or line.state.state != "not_asked"
            is_shown = self._shows_all or is_wanted or line.hasFocus()
            line.setVisible(is_shown)
            hidden += not is_shown
        self.more.setVisible(hidden > 0)

    def _order(self) -> None:
        """Let Tab go from the line into the choice, and on to the next line."""
        widgets: list[QWidget] = []
        for purpose, line in self.lines.items():
            widgets.append(line)
            if purpose == self._open:
                widgets += [self.choice.form.field(name).input for name in ("how", "on_day", "form_number")]
                widgets += self.choice.answers.values()
        widgets.append(self.more)
        for first, second in pairwise(widgets):
            QWidget.setTabOrder(first, second)

    def _on_more(self) -> None:
        before = [line for line in self.lines.values() if line.isHidden()]
        self._shows_all = True
        self._show_lines()
        if before:
            before[0].setFocus()

    def _on_chosen(self, draft: ConsentDraft) -> None:
        card, purpose = self._card, self._open
        if card is None or purpose is None:
            return
        self._how = draft.how
        self.close_choice()
        label = actions.consent_label(card.name, purpose, draft.state)
        self._desk.do(label, actions.note_consent, [card.id], [purpose], draft)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where the choice is, now that there is room for it."""
        super().resizeEvent(event)
        if self._open is not None:
            self.opened.emit(self.choice)
