"""The steps of the first start: three questions about the plan, and the name of the group."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.group import rules
from buurtapp.features.group.records import Group
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, PlainLabel, restyle
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import Form, TextBox, line
from buurtapp.uikit.words import one_line, say

_CIRCLE, _GUTTER = 40, 56
_LONGEST_SHOWN = 160


class State(Enum):
    """Where a step is: still to come, in hand, or answered (perhaps with nothing)."""

    TO_COME = "to come"
    NOW = "now"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the purpose card: its title, what kind of answer is meant, and examples (button, sentence)."""

    field: str
    title: Text
    hint: Text
    examples: tuple[tuple[Text, Text], ...]


QUESTIONS = (
    Question(
        "purpose",
        text(N_("What do you want to change in the neighbourhood?")),
        text(N_("Write one sentence about the people. Not yet about what you will organise.")),
        (
            (
                text(N_("Fewer neighbours are alone")),
                text(N_("A year from now, older neighbours who live alone know somebody round the corner again.")),
            ),
            (
                text(N_("Children play outside again")),
                text(N_("A year from now, children play in our street again, and their parents know each other.")),
            ),
            (
                text(N_("Neighbours help each other with jobs")),
                text(N_("A year from now, neighbours know whom they can ask for help with a small job.")),
            ),
        ),
    ),
    Question(
        "for_whom",
        text(N_("For whom do you do this?")),
        text(N_("For instance: the 90 neighbours of 65 and older who live alone.")),
        (
            (text(N_("Older people who live alone")), text(N_("Neighbours of 65 and older who live alone."))),
            (text(N_("Families with children")), text(N_("Families with children in our streets."))),
            (text(N_("Everybody in the street")), text(N_("Everybody who lives in our street."))),
        ),
    ),
    Question(
        "first_step",
        text(N_("What is the first small step?")),
        text(N_("Something you can do within a month, with ten people at most. For instance: eat soup together.")),
        (
            (text(N_("Eat soup together")), text(N_("Eat soup together with eight neighbours."))),
            (text(N_("A coffee morning")), text(N_("One coffee morning, and ask who wants to come again."))),
            (text(N_("Ring ten doorbells")), text(N_("Ring ten doorbells and ask what people would like."))),
        ),
    ),
)


class Step(QWidget):
    """A number in a circle, a title and a hint; `show_state` opens, folds or waits."""

    def __init__(self, number: int, title: Text, hint: Text, *, is_last: bool = False) -> None:
        super().__init__()
        self._number = number
        self._is_last = is_last
        self.state = State.TO_COME
        self.title = PlainLabel(title, strong=True)
        self.hint = PlainLabel(hint, "second")
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(0, 6, 0, 0)
        self.body.setSpacing(8)
        self.box = QVBoxLayout(self)
        self.box.setSpacing(2)
        self.box.addWidget(self.title)
        self.box.addWidget(self.hint)
        self.box.addWidget(self.inside)
        self._measure()

    def show_state(self, state: State) -> None:
        """Look like a step to come, in hand, or passed."""
        self.state = state
        self.title.setProperty("textsize", "speak" if state is State.NOW else "body")
        restyle(self.title)
        self.hint.setVisible(state is not State.PASSED)
        self.inside.setVisible(state is State.NOW)
        self.update()

    def _measure(self) -> None:
        theme = look.current()
        self.box.setContentsMargins(theme.px(_GUTTER), theme.px(8), 0, 8 if self._is_last else 28)
        self.setMinimumHeight(theme.px(_CIRCLE) + (0 if self._is_last else 28))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the number, and the line to the next one."""
        theme = look.current()
        side = float(theme.px(_CIRCLE))
        circle = QRectF(1, 1, side - 2, side - 2)
        is_to_come = self.state is State.TO_COME
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line-strong"), 2))
        if not self._is_last:
            painter.drawLine(QPointF(side / 2, side), QPointF(side / 2, self.height()))
        painter.setPen(QPen(theme.color("control" if is_to_come else "primary"), 2))
        painter.setBrush(theme.color("paper" if is_to_come else "primary"))
        painter.drawEllipse(circle)
        painter.setPen(theme.color("ink-2" if is_to_come else "on-primary"))
        painter.setFont(theme.font("body", 700))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class Sentence(TextBox):
    """Large letters for one sentence; Enter is done, Shift+Enter a new line, Escape is for later."""

    put_off = Signal()

    def __init__(self) -> None:
        super().__init__(3)
        self._enlarge()

    def _enlarge(self) -> None:
        self.setFont(look.current().font("speak"))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on at Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_off.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._enlarge()


class QuestionStep(Step):
    """One question. `answered` when it is done with, `put_off` for all that is left, `reopened` by "Change"."""

    answered = Signal()
    put_off = Signal()
    reopened = Signal()

    def __init__(self, number: int, question: Question, button: Text) -> None:
        super().__init__(number, question.title, question.hint)
        self.question = question
        self.sentence = Sentence()
        self.sentence.setAccessibleName(say(question.title))
        self.title.setBuddy(self.sentence)
        self.body.addWidget(self.sentence)
        self.body.addWidget(PlainLabel(text(N_("No idea how? Begin with an example:")), "second", size="small"))
        self.examples = [self._example(*one) for one in question.examples]
        self.body.addWidget(FlowRow(self.examples, 8))
        self.next_button = Button(button, "primary")
        self.later_button = Button(text(N_("Fill in later")), "quiet")
        key = QKeySequence(Qt.Key.Key_Enter).toString(QKeySequence.SequenceFormat.NativeText)
        self.body.addSpacing(8)
        self.body.addWidget(FlowRow((self.next_button, PlainLabel(key, "key", wrap=False), self.later_button)))
        self.box.addWidget(self._folded())
        self.sentence.entered.connect(self.answered)
        self.sentence.put_off.connect(self.put_off)
        self.next_button.clicked.connect(self.answered)
        self.later_button.clicked.connect(self.put_off)
        self.change_button.clicked.connect(self.reopened)

    def _example(self, words: Text, sentence: Text) -> Button:
        button = Button(words)
        button.clicked.connect(lambda: self.fill(say(sentence)))
        return button

    def _folded(self) -> QWidget:
        self.fold = QWidget()
        row = QHBoxLayout(self.fold)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.given = PlainLabel("", "second")
        self.given.setMinimumWidth(1)
        self.change_button = Button(text(N_("Change")), "link")
        row.addWidget(self.given, 1)
        row.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignTop)
        return self.fold

    def answer(self) -> str:
        """Return what was written, without white space around it."""
        return self.sentence.toPlainText().strip()

    def fill(self, sentence: str) -> None:
        """Put a sentence in the field; it can be changed from its end."""
        self.sentence.setPlainText(sentence)
        self.sentence.moveCursor(QTextCursor.MoveOperation.End)
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: State) -> None:
        """Fold to one line when it is answered."""
        super().show_state(state)
        self.fold.setVisible(state is State.PASSED)
        given = one_line(self.answer())
        short = given if len(given) <= _LONGEST_SHOWN else f"{given[: _LONGEST_SHOWN - 1]}…"
        self.given.set_words(short or text(N_("Not filled in yet")))
        self.change_button.set_words(text(N_("Change")), text(N_("Change: {what}"), what=self.question.title))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say the name of the field in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.sentence.setAccessibleName(say(self.question.title))


class NameStep(Step):
    """The name of the group, its place and who to ask. `finished` when these can be saved."""

    finished = Signal()

    def __init__(self, number: int) -> None:
        hint = text(N_("The name stands on your flyers and lists. You can change everything later."))
        super().__init__(number, text(N_("What is your group called?")), hint, is_last=True)
        self.form = Form()
        self.form.add(
            ("name", line(text(N_("Name of the group or neighbourhood")))),
            ("place", line(text(N_("Village or town")))),
            stretch=(7, 5),
        )
        self.form.add(("contact_name", line(text(N_("Your name")), text(N_("So that neighbours know whom to ask.")))))
        self.make_button = Button(text(N_("Make our file")), "primary", "check")
        buttons = QHBoxLayout()
        buttons.addWidget(self.make_button)
        buttons.addStretch(1)
        self.body.addWidget(self.form)
        self.body.addSpacing(8)
        self.body.addLayout(buttons)
        for name in ("name", "place", "contact_name"):
            self.form.field(name).input.returnPressed.connect(self.finish)  # type: ignore[union-attr]
        self.make_button.clicked.connect(self.finish)

    def group(self, answers: dict[str, str]) -> Group:
        """Return the group with these answers and what is filled in here."""
        return Group(
            self.form.text("name").strip(),
            self.form.text("place").strip(),
            answers.get("purpose", ""),
            answers.get("for_whom", ""),
            answers.get("first_step", ""),
            self.form.text("contact_name").strip(),
        )

    def finish(self) -> None:
        """Look whether this can be saved, and say so; otherwise say below the fields what is wrong."""
        problems = rules.problems(self.group({}))
        self.form.show_problems(problems)
        if not problems:
            self.finished.emit()
