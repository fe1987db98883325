"""Eerste start: what should change, for whom, the first small step, and then the name of the group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.shell.houses import Houses
from buurtapp.shell.start_steps import QUESTIONS, NameStep, QuestionStep, State, Step
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading, Icon, Line, PlainLabel, restyle
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.page import Page, Picture
from buurtapp.uikit.street_sign import StreetSign

if TYPE_CHECKING:
    from buurtapp.shell.group_file import GroupFile

_SIDE_SHARE, _SIDE_MOST, _SIDE_ROOMY = 0.35, 480, 400
_ROOM_FOR_SIDE, _MORE_PER_PERCENT = 900, 10
_COLUMN = 760
_MOST_RECENT = 4


class HasFiles(Protocol):
    """The window, as far as this page knows it."""

    def files(self) -> GroupFile:
        """Return what makes and opens group files."""


class StartPage(Page):
    """Shown while no file is open. What is filled in becomes the purpose card of the new file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._at = 0
        self._reached = 0
        self._build()
        self._connect()
        self._go(0)

    def _build(self) -> None:
        self.side = _Side()
        self.questions = [
            QuestionStep(number, question, self._next_words(number)) for number, question in enumerate(QUESTIONS, 1)
        ]
        self.name_step = NameStep(len(QUESTIONS) + 1)
        self.steps: list[Step] = [*self.questions, self.name_step]
        self.sample_button = Button(text(N_("Look at the sample neighbourhood")), "secondary", "store")
        self.open_button = Button(text(N_("Open a file that exists")), "secondary", "folder-open")
        self.inner = QWidget()
        self.inner.setProperty("kind", "scrolled")
        self._column = QVBoxLayout(self.inner)
        self._column.setSpacing(0)
        self._column.addWidget(Heading(text(N_("Where does your initiative begin?")), wrap=True))
        self._column.addSpacing(24)
        for step in self.steps:
            self._column.addWidget(step)
        self._column.addStretch(1)
        self._column.addSpacing(16)
        self._column.addWidget(Line())
        self._column.addSpacing(16)
        self._column.addWidget(
            PlainLabel(text(N_("Look around first, or do you work with Buurtapp already?")), "second")
        )
        self._column.addSpacing(8)
        self._column.addWidget(self._ways_in())
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.inner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self.area, 1)
        self._fit()

    def _next_words(self, number: int) -> Text:
        if number < len(QUESTIONS):
            return text(N_("On to question {number}"), number=number + 1)
        return text(N_("On to the name"))

    def _ways_in(self) -> FlowRow:
        self.recent_buttons = []
        for file in [one for one in self.desk.settings.recent if one.exists()][:_MOST_RECENT]:
            short = file.name if len(file.name) <= 40 else f"{file.name[:39]}…"
            button = Button(short, "quiet", "history")
            button.clicked.connect(lambda _checked=False, file=file: self._files().open(file))
            self.recent_buttons.append(button)
        return FlowRow((self.sample_button, self.open_button, *self.recent_buttons))

    def _connect(self) -> None:
        for step in self.questions:
            step.answered.connect(self._on_answered)
            step.put_off.connect(self._on_put_off)
            step.reopened.connect(lambda step=step: self._go(self.steps.index(step)))
        self.name_step.finished.connect(self._make)
        self.sample_button.clicked.connect(lambda: self._files().open_sample())
        self.open_button.clicked.connect(lambda: self._files().choose())
        self.desk.told.connect(self._on_told)

    # What is shown

    def focus_first(self) -> None:
        """Put the keyboard in the field of the step in hand."""
        step = self.steps[self._at]
        field = step.sentence if isinstance(step, QuestionStep) else self.name_step.form.field("name").input
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def answers(self) -> dict[str, str]:
        """Return what was written so far, by the name of the field of the group."""
        return {step.question.field: step.answer() for step in self.questions}

    def _go(self, at: int) -> None:
        """Take a step in hand; what lies before it is folded."""
        self._at = at
        self._reached = max(self._reached, at)
        for number, step in enumerate(self.steps):
            if number == at:
                step.show_state(State.NOW)
            else:
                step.show_state(State.PASSED if number < self._reached else State.TO_COME)
        self.side.houses.light(sum(1 for answer in self.answers().values() if answer))
        self.focus_first()

    def pictures(self) -> list[Picture]:
        """Return the first start at each of its steps."""
        return [
            Picture("01-eerste-start", lambda: self._show_answered(0)),
            Picture("01-eerste-start-vraag-2", lambda: self._show_answered(1)),
            Picture("01-eerste-start-naam", lambda: self._show_answered(3)),
            Picture("01-eerste-start-naam-fout", self._show_without_name),
        ]

    def _show_answered(self, count: int) -> None:
        """Show the step after so many answers, taken from the examples."""
        self._reached = 0
        self.name_step.form.show_problems([])
        for number, step in enumerate(self.questions):
            step.sentence.setPlainText(step.question.examples[0][1].render() if number < count else "")
        self._go(count)
        self.area.verticalScrollBar().setValue(0)

    def _show_without_name(self) -> None:
        self._show_answered(3)
        self.name_step.finish()

    # Answers to buttons and keys

    def _on_answered(self) -> None:
        self._go(self._reached if self._reached > self._at else self._at + 1)

    def _on_put_off(self) -> None:
        self._go(len(self.steps) - 1)

    def _make(self) -> None:
        self.name_step.make_button.setEnabled(False)
        self._files().make(self.name_step.group(self.answers()))

    def _on_told(self, _what: object, kind: str, _undo: object) -> None:
        """Let somebody try again when the file could not be made."""
        if kind == "wrong":
            self.name_step.make_button.setEnabled(True)

    def _files(self) -> GroupFile:
        return cast("HasFiles", self.window()).files()

    # Qt's names

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin in the field: nobody needs the mouse for the first sentence."""
        super().showEvent(event)
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the green side narrower, and leave it out where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the sizes of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        theme = look.current()
        room = _ROOM_FOR_SIDE + (theme.percent - 100) * _MORE_PER_PERCENT
        has_side = self.width() >= room
        side = min(_SIDE_MOST, round(self.width() * _SIDE_SHARE)) if has_side else 0
        self.side.setVisible(has_side)
        self.side.setFixedWidth(max(side, 1))
        self.side.fit(is_roomy=side >= _SIDE_ROOMY)
        margin = 64 if side >= _SIDE_ROOMY else 24
        right = max(margin, self.width() - side - margin - theme.px(_COLUMN))
        self._column.setContentsMargins(margin, 40 if side >= _SIDE_ROOMY else 16, right, 24)


class _Side(QFrame):
    """The green side: what Buurtapp is about, and the street."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "side")
        self._top = QVBoxLayout()
        self._top.setSpacing(0)
        sign = StreetSign(_NAME)
        self._top.addWidget(sign, 0, Qt.AlignmentFlag.AlignLeft)
        self._top.addSpacing(28)
        self.big = [
            PlainLabel(words, size="number", strong=True)
            for words in (text(N_("Begin with the neighbourhood.")), text(N_("Not with the computer.")))
        ]
        for label in self.big:
            self._top.addWidget(label)
        self._top.addSpacing(20)
        more = N_("Three short questions about your plan. That takes about five minutes. You can change every answer.")
        self.more = PlainLabel(text(more))
        self._top.addWidget(self.more)
        self._top.addSpacing(20)
        self.safe = QWidget()
        safe = QHBoxLayout(self.safe)
        safe.setContentsMargins(0, 0, 0, 0)
        safe.setSpacing(12)
        safe.addWidget(Icon("hard-drive", "nav-ink-2"), 0, Qt.AlignmentFlag.AlignTop)
        safe.addWidget(PlainLabel(text(N_("Everything stays on this computer. Buurtapp works without internet."))), 1)
        self._top.addWidget(self.safe)
        self.houses = Houses()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(24)
        box.addLayout(self._top)
        box.addWidget(self.houses, 1)

    def fit(self, *, is_roomy: bool) -> None:
        """Take smaller letters and margins where the side is narrow."""
        margin = 48 if is_roomy else 24
        self._top.setContentsMargins(margin, margin, margin, 0)
        for label in self.big:
            label.setProperty("textsize", "number" if is_roomy else "h1")
            restyle(label)
        theme = look.current()
        self.more.setVisible(self.height() >= theme.px(420))
        self.safe.setVisible(self.height() >= theme.px(520))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave words out where the window is low."""
        super().resizeEvent(event)
        self.fit(is_roomy=self.width() >= _SIDE_ROOMY)


_NAME = "Buurtapp"
