"""Forms: a label above each field, what is wrong with it below it, in the order of reading.

A field has a name; problems are told by that name (`DraftProblem.field`), all at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QEvent, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from buurtapp.core.errors import DraftProblem
from buurtapp.uikit.controls import PlainLabel, restyle
from buurtapp.uikit.number_box import NumberBox
from buurtapp.uikit.words import Words, plain, say


class TextBox(QPlainTextEdit):
    """Text of several lines; Tab goes on to the next field."""

    left = Signal()
    entered = Signal()

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines = lines
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 22)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter is done."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class CalmComboBox(QComboBox):
    """A choice that the mouse wheel does not change while a page is scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()


Input = QLineEdit | QPlainTextEdit | QComboBox | QSpinBox | QDateEdit | QTimeEdit | QCheckBox


class Field(QWidget):
    """A label, the field itself, a quiet hint, and what is wrong."""

    def __init__(self, words: Words, input_: Input, hint: Words = "") -> None:
        super().__init__()
        self.input = input_
        self._words = words
        self._label: QLabel | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if not isinstance(input_, QCheckBox):
            self._label = PlainLabel(words, size="small", strong=True)
            self._label.setBuddy(input_)
            box.addWidget(self._label)
        box.addWidget(input_)
        self.hint = PlainLabel(hint, "second", size="caption")
        box.addWidget(self.hint)
        # Only now: what has no parent yet would be shown as a window of its own, which takes the keyboard.
        self.hint.setVisible(bool(hint))
        self.problem = PlainLabel("", "wrong", size="small", strong=True)
        self.problem.hide()
        box.addWidget(self.problem)
        self._say()

    def _say(self) -> None:
        said = say(self._words)
        self.input.setAccessibleName(said)
        if isinstance(self.input, QCheckBox):
            self.input.setText(plain(said))

    def set_hint(self, words: Words, kind: str = "second") -> None:
        """Say something quiet below the field."""
        self.hint.set_words(words)
        self.hint.set_kind(kind)
        self.hint.setVisible(bool(say(words)))

    def set_problem(self, words: Words) -> None:
        """Say what is wrong; nothing takes it away."""
        self.problem.set_words(words)
        said = say(words)
        self.problem.setVisible(bool(said))
        self.input.setAccessibleDescription(said)
        self.input.setProperty("wrong", "yes" if said else "no")
        restyle(self.input)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class Form(QWidget):
    """Fields below each other, or several in a row. `committed` names a field that was changed and left."""

    committed = Signal(str)
    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, Field] = {}
        self._before: dict[str, object] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)
        self._row = 0

    # Building

    def add(self, *fields: tuple[str, Field], stretch: Sequence[int] = ()) -> None:
        """Add a row of named fields side by side; `stretch` says how wide each is (12 in all)."""
        widths = list(stretch) or [12 // len(fields)] * len(fields)
        at = 0
        for (name, field), width in zip(fields, widths, strict=True):
            self._fields[name] = field
            self._grid.addWidget(field, self._row, at, 1, width, Qt.AlignmentFlag.AlignTop)
            at += width
            self._listen(name, field.input)
        for column in range(12):
            self._grid.setColumnStretch(column, 1)
        self._row += 1

    def add_widget(self, widget: QWidget) -> None:
        """Add something else between the fields."""
        self._grid.addWidget(widget, self._row, 0, 1, 12)
        self._row += 1

    def _listen(self, name: str, input_: Input) -> None:
        edited = lambda *_args: self.edited.emit(name)  # noqa: E731 - one slot for many shapes of signals
        commit = lambda *_args: self._commit(name)  # noqa: E731 - the same
        if isinstance(input_, QLineEdit):
            input_.textEdited.connect(edited)
            input_.editingFinished.connect(commit)
        elif isinstance(input_, TextBox):
            input_.textChanged.connect(edited)
            input_.left.connect(commit)
        elif isinstance(input_, QComboBox):
            input_.activated.connect(edited)
            input_.activated.connect(commit)
        elif isinstance(input_, QCheckBox):
            input_.clicked.connect(edited)
            input_.clicked.connect(commit)
        elif isinstance(input_, QSpinBox | QDateEdit | QTimeEdit):
            input_.editingFinished.connect(commit)
            input_.lineEdit().textEdited.connect(edited)

    def _commit(self, name: str) -> None:
        if self.value(name) != self._before.get(name):
            self._before[name] = self.value(name)
            self.committed.emit(name)

    # Values

    def field(self, name: str) -> Field:
        """Return a field by its name."""
        return self._fields[name]

    def value(self, name: str) -> object:
        """Return what a field holds: text, number, day, time, yes or no, or the value of a choice."""
        input_ = self._fields[name].input
        if isinstance(input_, QLineEdit):
            return input_.text()
        if isinstance(input_, QPlainTextEdit):
            return input_.toPlainText()
        if isinstance(input_, QComboBox):
            return input_.currentText() if input_.isEditable() else input_.currentData()
        if isinstance(input_, QCheckBox):
            return input_.isChecked()
        if isinstance(input_, QSpinBox):
            return input_.value()
        return input_.date().toPython() if type(input_) is QDateEdit else input_.time().toPython()

    def text(self, name: str) -> str:
        """Return what a field of text holds."""
        return str(self.value(name))

    def set_value(self, name: str, value: object) -> None:
        """Show a value; nobody is told of it."""
        input_ = self._fields[name].input
        was = input_.blockSignals(True)  # noqa: FBT003 - Qt's shape
        if isinstance(input_, QLineEdit):
            if input_.text() != str(value):
                input_.setText(str(value))
                input_.setCursorPosition(0)
        elif isinstance(input_, QPlainTextEdit):
            if input_.toPlainText() != str(value):
                input_.setPlainText(str(value))
        elif isinstance(input_, QComboBox):
            found = input_.findData(value)
            if input_.isEditable():
                input_.setEditText(str(value))
            else:
                input_.setCurrentIndex(found)
        elif isinstance(input_, QCheckBox):
            input_.setChecked(bool(value))
        elif isinstance(input_, QSpinBox):
            input_.setValue(int(str(value)))
        elif type(input_) is QDateEdit:
            input_.setDate(QDate(value.year, value.month, value.day))  # type: ignore[attr-defined]
        else:
            input_.setTime(QTime(value.hour, value.minute))  # type: ignore[attr-defined]
        input_.blockSignals(was)
        self._before[name] = self.value(name)

    def show_problems(self, problems: Sequence[DraftProblem]) -> None:
        """Say below the fields what is wrong; the keyboard goes to the first. No problems take all words away."""
        told: dict[str, Words] = {}
        for problem in problems:
            told.setdefault(problem.field, problem.text)
        for name, field in self._fields.items():
            field.set_problem(told.get(name, ""))
        for name in self._fields:
            if name in told:
                self._fields[name].input.setFocus()
                return


def line(words: Words, hint: Words = "", placeholder: str = "") -> Field:
    """Return a field of one line."""
    edit = QLineEdit()
    edit.setPlaceholderText(placeholder)
    return Field(words, edit, hint)


def paragraph(words: Words, lines: int = 3, hint: Words = "") -> Field:
    """Return a field of several lines."""
    return Field(words, TextBox(lines), hint)


def tick(words: Words) -> Field:
    """Return something to say yes or no to."""
    return Field(words, QCheckBox())


class _ChoiceBox(CalmComboBox):
    """A choice whose words follow the language."""

    def __init__(self, choices: Sequence[tuple[object, Words]]) -> None:
        super().__init__()
        self._choices = choices
        for value, words in choices:
            self.addItem(say(words), value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            for at, (_value, words) in enumerate(self._choices):
                self.setItemText(at, say(words))
        super().changeEvent(event)


def choice(words: Words, choices: Sequence[tuple[object, Words]]) -> Field:
    """Return a choice among values, each with its words."""
    return Field(words, _ChoiceBox(choices))


def day_field(words: Words) -> Field:
    """Return a field for a day, with a calendar behind it."""
    edit = QDateEdit()
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("d-M-yyyy")
    return Field(words, edit)


def time_field(words: Words) -> Field:
    """Return a field for a time."""
    edit = QTimeEdit()
    edit.setDisplayFormat("HH:mm")
    return Field(words, edit)


def number_field(words: Words, least: int = 0, most: int = 9999, *, none: str = "") -> Field:
    """Return a field for a number; `none` is shown for the least one."""
    edit = NumberBox()
    edit.setRange(least, most)
    edit.setSpecialValueText(none)
    return Field(words, edit)
