"""A form on the screen in the order of the paper: fields to type over, and questions that one key answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.names_and_consents import PURPOSES
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.consent_words import PURPOSE_WORDS
from buurtapp.features.people.rules.form_words import CONTACT_WORDS
from buurtapp.features.people.rules.languages import language_names
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.sheets.forms.records import FormInHand
from buurtapp.features.sheets.forms.ui.questions import NO, YES, Question
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Card, PlainLabel
from buurtapp.uikit.form import Field, line
from buurtapp.uikit.page import column

_ROWS: Sequence[Sequence[tuple[str, Text, int]]] = (
    (
        ("given", text(N_("First name, or initials")), 60),
        ("infix", text(N_("Prefix (van, de)")), 30),
        ("family", text(N_("Family name")), 74),
    ),
    (
        ("street", text(N_("Street")), 70),
        ("number", text(N_("House number")), 32),
        ("postcode", text(N_("Postcode")), 30),
        ("place", text(N_("Place")), 36),
    ),
    (("phone", text(N_("Phone")), 46), ("email", text(N_("E-mail")), 66), ("languages", text(N_("Languages")), 50)),
)
_SKILLS = text(N_("Something else they can or like to do"))
_DATE = text(N_("Date under the form"))
_DATE_HINT = text(N_("Such as 12-11-2026. Empty: today."))
_LONGEST = 500
_NARROW = 520
_AT_FIELD = {"name": "family", "emails": "email", "on_day": "date", "phones": "phone"}
_PREFIX = "p1."
LOOKED_AT = frozenset({"given", "family", "number", "phone", "email"})
"""Fields by which somebody may be recognised who is in the list already."""


class FormPaper(Card):
    """The paper. `finished` tells that the last field was left with Enter, `recognise` that who it is may be known."""

    changed = Signal()
    finished = Signal()
    recognise = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.fields: dict[str, Field] = {}
        self.questions: list[Question] = []
        self._rows: list[QBoxLayout] = []
        self._order: list[QWidget] = []
        self.is_enter_of_code = False
        self._build()

    def _build(self) -> None:
        self.inside = QWidget()
        self.inside.setProperty("kind", "scrolled")
        self.inside.setMinimumWidth(1)
        box = column(self.inside, (20, 14, 20, 20), 10)
        self.title = PlainLabel("", size="h2", strong=True)
        box.addWidget(self.title)
        for fields in _ROWS:
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(12)
            for name, words, wide in fields:
                row.addWidget(self._field(name, words), wide, Qt.AlignmentFlag.AlignTop)
            self._rows.append(row)
            box.addLayout(row)
        self._wishes, self._consents = QVBoxLayout(), QVBoxLayout()
        for layout in (self._wishes, self._consents):
            layout.setSpacing(2)
        box.addLayout(self._wishes)
        box.addWidget(self._field("skills", _SKILLS))
        box.addLayout(self._consents)
        box.addWidget(self._field("date", _DATE))
        self.fields["date"].set_hint(_DATE_HINT)
        box.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.inside)
        column(self, (1, 1, 1, 1), 0).addWidget(self.area)

    def _field(self, name: str, words: Text) -> Field:
        field = line(words)
        edit = self._edit_of(field)
        edit.setMaxLength(_LONGEST)
        edit.textEdited.connect(lambda _typed: self._on_edited(name))
        edit.returnPressed.connect(lambda: self.go_on(edit))
        if name in LOOKED_AT:
            edit.editingFinished.connect(self.recognise)
        self.fields[name] = field
        return field

    def _edit_of(self, field: Field) -> QLineEdit:
        assert isinstance(field.input, QLineEdit)
        return field.input

    def _on_edited(self, name: str) -> None:
        self.fields[name].set_problem("")
        self.changed.emit()

    # What is shown

    def show_form(self, hand: FormInHand, texts: Mapping[str, str], marks: frozenset[str]) -> None:
        """Show a form, with what was read of it already; what was printed or is known stands in light letters."""
        self.title.set_words(text(N_("Registration form {code}"), code=hand.sheet.code))
        for name, field in self.fields.items():
            self._edit_of(field).setText(texts.get(_PREFIX + name, ""))
            field.set_problem("")
        self.show_known(hand)
        self._show_questions(hand, marks)
        self.area.verticalScrollBar().setValue(0)

    def show_known(self, hand: FormInHand) -> None:
        """Show what is known of somebody, in light letters where nothing is typed."""
        known = _known(hand)
        for name, field in self.fields.items():
            self._edit_of(field).setPlaceholderText(known.get(name, ""))

    def _show_questions(self, hand: FormInHand, marks: frozenset[str]) -> None:
        for question in self.questions:
            question.hide()
            question.deleteLater()
        contact = [box for box in hand.boxes if box.meaning.get("field") == "contact"]
        words = [box for box in hand.boxes if box.meaning.get("field") in {"skill", "label"}]
        ways = [(box.id, CONTACT_WORDS[box.meaning["answer"]]) for box in contact]  # type: ignore[index]
        wishes = [Question(text(N_("How they like to hear from us")), "one", ways)] if ways else []
        if words:
            said = [(box.id, str(box.meaning["word"])) for box in words]
            wishes.append(Question(text(N_("What they can or like to do")), "many", said))
        asked = []
        for purpose in PURPOSES:
            mine = [box for box in hand.boxes if box.meaning.get("purpose") == purpose]
            if mine:
                both = [(box.id, YES if box.meaning["answer"] == "given" else NO) for box in mine]
                asked.append(Question(hand.texts.get(purpose) or PURPOSE_WORDS[purpose], "yes_no", both))
        for question, layout in [*((one, self._wishes) for one in wishes), *((one, self._consents) for one in asked)]:
            layout.addWidget(question)
            # At once, not in the next turn: Enter may go to it before that.
            question.show()
            question.show_marks(marks)
            self._connect(question)
        self.questions = [*wishes, *asked]
        edits = {name: self._edit_of(field) for name, field in self.fields.items()}
        first = [edits[name] for row in _ROWS for name, _words, _wide in row]
        self._order = [*first, *wishes, edits["skills"], *asked, edits["date"]]
        for before, after in zip(self._order, self._order[1:], strict=False):
            self.setTabOrder(before, after)

    def _connect(self, question: Question) -> None:
        question.answered.connect(lambda: self.go_on(question))
        question.moved.connect(lambda by: self.go_on(question, by))
        question.changed.connect(self.changed)

    def show_problems(self, problems: Sequence[DraftProblem]) -> list[Text]:
        """Say what is wrong beside the fields, go to the first; return what is about none of them."""
        others: list[Text] = []
        first: Field | None = None
        for one in problems:
            field = self.fields.get(_AT_FIELD.get(one.field, one.field))
            if field is None:
                others.append(one.text)
                continue
            field.set_problem(one.text)
            first = first or field
        if first is not None:
            first.input.setFocus()
            self._show(first)
        return others

    # What was read

    def texts(self) -> dict[str, str]:
        """Return what was typed, by the ids of the fields."""
        typed = {name: self._edit_of(field).text() for name, field in self.fields.items()}
        return {_PREFIX + name: value for name, value in typed.items() if value.strip()}

    def marks(self) -> frozenset[str]:
        """Return the ids of the crossed boxes."""
        return frozenset(mark for question in self.questions for mark in question.marks())

    def is_empty(self) -> bool:
        """Return whether nothing was read yet."""
        return not self.texts() and not self.marks()

    # The keyboard

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        self._order[0].setFocus()
        self._show(self._order[0])

    def go_on(self, widget: QWidget, by: int = 1) -> None:
        """Go to the next field or question, or some back; past the last one the form is finished."""
        is_of_code, self.is_enter_of_code = self.is_enter_of_code, False
        if is_of_code and widget is self._order[0] and self.is_empty():
            return
        at = self._order.index(widget) + by
        if at >= len(self._order):
            self.finished.emit()
        elif at >= 0:
            self._order[at].setFocus(Qt.FocusReason.TabFocusReason)
            self._show(self._order[at])

    def _show(self, widget: QWidget) -> None:
        # In the next turn: the layout may still have to make room for what is wrong.
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(widget, 0, look.current().px(60)))

    # Qt's names

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put fields below each other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._rows:
            self._arrange()

    def _arrange(self) -> None:
        is_narrow = self.width() < look.current().px(_NARROW)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        for row in self._rows:
            row.setDirection(direction)


def _known(hand: FormInHand) -> dict[str, str]:
    """Return what the file knows, by field."""
    card: PersonCard | None = hand.card
    door = card.door if card is not None else hand.door
    found = {"street": door.street, "number": door.house, "postcode": door.postcode, "place": door.place}
    if card is not None:
        found |= {
            "given": card.name.given or card.name.initials,
            "infix": card.name.infix,
            "family": card.name.family,
            "phone": ", ".join(nice_phone(phone) for phone in card.phones),
            "email": ", ".join(card.emails),
            "languages": ", ".join(language_names(card.languages)),
            "skills": ", ".join(card.skills),
        }
    return found
