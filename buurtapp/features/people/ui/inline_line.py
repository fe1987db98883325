"""A line of the panel that is changed where it stands: Enter or a click opens it, Enter saves, Escape leaves it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.rules.sensitive import warning_of
from buurtapp.uikit.controls import Icon, PlainLabel
from buurtapp.uikit.form import Field, TextBox, line, paragraph
from buurtapp.uikit.row_button import RowButton
from buurtapp.uikit.words import Words, say

Check = Callable[[str], Text | None]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""When the keyboard leaves a field for a moment: that is no end of typing."""


class LineButton(RowButton):
    """Words as wide as the panel, which may break, and open something when they are clicked. Ctrl+C copies them."""

    def __init__(self, name: Words) -> None:
        super().__init__(QMargins(2, 1, 2, 1), 0, 26)
        self._name = name
        self._value = ""
        self.label = PlainLabel()
        # A long word must not make the panel wider.
        self.label.setMinimumWidth(1)
        self.put(self.label)

    def show_words(self, words: Words, value: str, kind: str, size: str) -> None:
        """Show words; `value` is what is copied and read aloud."""
        self._value = value
        self.label.set_words(words)
        self.label.set_kind(kind)
        self.label.setProperty("textsize", size)
        self.updateGeometry()
        self._say_more()

    def _say_more(self) -> None:
        said = self._value or say(self.label._words)  # noqa: SLF001 - the words it shows
        self.setAccessibleName(f"{say(self._name)}: {said}" if self._value else said)
        self.setToolTip(
            text(N_("Change: {what}"), what=say(self._name)).render() if self._value and self.isEnabled() else ""
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open on F2 as on Enter; copy on Ctrl+C."""
        if event.key() == Qt.Key.Key_F2 and self.isEnabled():
            self.click()
        elif event.matches(QKeySequence.StandardKey.Copy) and self._value:
            QGuiApplication.clipboard().setText(self._value)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "label"):
            self._say_more()


class InlineLine(QWidget):
    """An icon, and words that become a field. `entered` tells what was typed, once it is right and another.

    `check` tells what is wrong; then the field stays open with what was typed. `warns`: free text is looked at for
    what is better not written down.
    """

    entered = Signal(str)
    opened = Signal(object)

    def __init__(
        self, icon: str, name: Text, *, lines: int = 1, check: Check | None = None, warns: bool = False
    ) -> None:
        super().__init__()
        self._check, self._warns = check, warns
        self._value = ""
        self.shown = LineButton(name)
        self.field: Field = line(name) if lines == 1 else paragraph(name, lines, text(N_("Shift+Enter: new line.")))
        self._hint = "" if lines == 1 else text(N_("Shift+Enter: new line."))
        self.field.hide()
        self.field.input.installEventFilter(self)
        self.more = QVBoxLayout()
        box = QVBoxLayout()
        box.setSpacing(6)
        for part in (self.shown, self.field):
            box.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon(icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(box, 1)
        self.shown.clicked.connect(self.begin)
        if isinstance(self.field.input, TextBox):
            self.field.input.textChanged.connect(self._look)
        else:
            self.field.input.textEdited.connect(self._look)  # type: ignore[union-attr]

    # Public

    @property
    def is_open(self) -> bool:
        """Whether it is being changed."""
        return not self.field.isHidden()

    def show_value(self, value: str, words: Words, *, size: str = "body", writing: bool = True) -> None:
        """Show a value in these words; an empty value shows words that ask for one. What is being typed stays."""
        if self.is_open:
            return
        self._value = value
        self.shown.setEnabled(writing)
        self.shown.show_words(words, value, "primary" if not value else "second" if size == "small" else "", size)
        self.setVisible(writing or bool(value))

    def begin(self) -> None:
        """Open the field."""
        self._set_typed(self._value)
        self.field.set_problem("")
        self.shown.hide()
        self.field.show()
        self._look()
        self.field.input.setFocus()
        if not isinstance(self.field.input, TextBox):
            self.field.input.selectAll()  # type: ignore[union-attr]
        self.opened.emit(self.field)

    def leave(self) -> None:
        """Close the field; what was typed is let go."""
        had = self.field.input.hasFocus()
        self.field.hide()
        self.shown.show()
        if had:
            self.shown.setFocus()

    def finish(self) -> bool:
        """Save what was typed; return whether it was right. What is wrong is told, and the field stays open."""
        typed = self.typed().strip()
        wrong = self._check(typed) if self._check is not None and typed else None
        self.field.set_problem(wrong if wrong is not None else "")
        if wrong is not None:
            return False
        is_other = typed != self._value.strip()
        self.leave()
        if is_other:
            self.entered.emit(typed)
        return True

    def typed(self) -> str:
        """Return what stands in the field."""
        input_ = self.field.input
        return input_.toPlainText() if isinstance(input_, TextBox) else input_.text()  # type: ignore[union-attr]

    # Slots

    def _set_typed(self, value: str) -> None:
        input_ = self.field.input
        if isinstance(input_, TextBox):
            input_.setPlainText(value)
        else:
            input_.setText(value)  # type: ignore[union-attr]

    def _look(self, _typed: str = "") -> None:
        warning = warning_of(self.typed()) if self._warns else None
        if warning is not None:
            self.field.set_hint(warning, "care")
        else:
            self.field.set_hint(self._hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Save on Enter and when the keyboard goes elsewhere, leave on Escape."""
        if watched is not self.field.input or not self.is_open:
            return False
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in _STAYS:
            self.finish()
            return False
        # Before it is a shortcut of the page: Escape closes this field and nothing else.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.finish()
                return True
        return False
