"""The check-in field: a few letters and Enter, and the next one. Below it those who were found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.records import DoorRow
from buurtapp.features.activities.ui import door_words
from buurtapp.features.activities.ui.cut_text import CutLabel
from buurtapp.features.activities.ui.door_matches import Matches
from buurtapp.uikit import icons
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Note, PlainLabel
from buurtapp.uikit.words import one_line, say

_LENS = 28
_LEAST_WITH_KEY, _LEAST_WITH_QUESTION = 250, 330
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COUNTING = {"+": 1, "-": -1, "−": -1}


class CheckInField(QLineEdit):
    """A large field. Arrows, Enter and Escape are told; undo in an empty field is that of the whole app.

    While nothing is typed, + and − count a guest who has no name.
    """

    moved = Signal(int)
    entered = Signal()
    household_entered = Signal()
    counted = Signal(int)
    left = Signal()
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "checkin")
        self.setMaxLength(200)
        self._make_room()

    def _make_room(self) -> None:
        self.setTextMargins(look.current().px(_LENS) + 16, 0, 0, 0)

    def _is_undo(self, event: QKeyEvent) -> bool:
        return not self.text() and event.matches(QKeySequence.StandardKey.Undo)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the menu while nothing is typed: then it means the last one who came in."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Keep room for the lens in another size of text."""
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the field with a lens: an action of Qt would be too small for these letters."""
        super().paintEvent(event)
        theme = look.current()
        side = theme.px(_LENS)
        painter = QPainter(self)
        lens = icons.pixmap("search", theme.color("ink-2").name(), side, self.devicePixelRatioF())
        painter.drawPixmap(18, (self.height() - side) // 2, lens)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the keys that are not letters."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.household_entered.emit()
        elif key in _ENTER:
            self.entered.emit()
        elif event.text() in _COUNTING and event.text() and not self.text():
            self.counted.emit(_COUNTING[event.text()])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self._is_undo(event):
            self.undo_asked.emit()
        else:
            super().keyPressEvent(event)


class _Foot(QWidget):
    """The way to a new neighbour; its key and the question go where it is narrow."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._key = PlainLabel("F2", "key", size="caption", wrap=False)
        self._absent = CutLabel(text(N_("Is the name not there?")), "second", size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(button)
        row.addWidget(self._key)
        row.addWidget(self._absent)
        row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show what there is room for."""
        super().resizeEvent(event)
        theme = look.current()
        self._key.setVisible(self.width() >= theme.px(_LEAST_WITH_KEY))
        self._absent.setVisible(self.width() >= theme.px(_LEAST_WITH_QUESTION))


class _Household(QWidget):
    """Says which key lets everybody of an address in."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 0)
        row.setSpacing(10)
        row.addWidget(PlainLabel(text(N_("Shift Enter")), "key", size="caption", wrap=False))
        row.addWidget(CutLabel(text(N_("everybody at this address")), "second", size="small"))
        row.addStretch(1)


class DoorSearch(QWidget):
    """The field and the answers. `chosen` is who came in, `household_chosen` with all who live there.

    `new_asked` is somebody who is in no list, `left` Escape.
    """

    chosen = Signal(object)
    household_chosen = Signal(object)
    new_asked = Signal(str)
    left = Signal()
    undo_asked = Signal()

    def __init__(self, ask: Callable[[str], Sequence[DoorRow]]) -> None:
        super().__init__()
        self._ask = ask
        self._is_nobody_expected = False
        self._build()
        self._connect()
        self.look_up()

    def _build(self) -> None:
        self.field = CheckInField()
        self.label = PlainLabel(text(N_("Type three letters of the name")), size="small", strong=True)
        self.label.setBuddy(self.field)
        self.field.setAccessibleName(say(text(N_("Type three letters of the name"))))
        self.matches = Matches()
        self.question = Note("care")
        self.hint = PlainLabel("", "second")
        self.hint.setContentsMargins(16, 12, 16, 12)
        self.new_button = Button(text(N_("New neighbour")), "secondary", "user-plus")
        self.card = Card()
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.question)
        inside.addWidget(self.matches)
        inside.addWidget(self.hint)
        self.household = _Household()
        inside.addWidget(self.household)
        inside.addWidget(_Foot(self.new_button))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.label)
        box.addWidget(self.field)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self.look_up())
        self.field.moved.connect(self._move)
        self.field.entered.connect(self._enter)
        self.field.household_entered.connect(self._enter_household)
        self.field.left.connect(self._leave)
        self.field.undo_asked.connect(self.undo_asked)
        self.matches.picked.connect(self._take)
        self.new_button.clicked.connect(lambda: self.new_asked.emit(self.typed()))

    # What is shown

    def typed(self) -> str:
        """Return what stands in the field."""
        return self.field.text().strip()

    def show_expected(self, count: int) -> None:
        """Say what the letters search in: without sign-ups that is everybody."""
        self._is_nobody_expected = count == 0
        self._say_hint(found=len(self.matches.model().records()) if self.typed() else 0)  # type: ignore[attr-defined]

    def look_up(self) -> None:
        """Show who is meant by what stands in the field."""
        self.show_found(self.whom(self.typed()))

    def whom(self, typed: str) -> Sequence[DoorRow]:
        """Return whom these letters can mean."""
        return self._ask(typed) if typed else ()

    def show_found(self, rows: Sequence[DoorRow]) -> None:
        """Show these people as what was found."""
        self.matches.show_rows(rows, self.typed())
        self.matches.setVisible(bool(rows))
        self.question.hide()
        self._say_hint(found=len(rows))
        if rows and self.matches.chosen() is None and self.matches.twins:
            self._ask_which(loud=False)
        self._describe()

    def _say_hint(self, *, found: int) -> None:
        if found:
            self.hint.hide()
            return
        if self.typed():
            self.hint.set_words(text(N_("Nobody found with “{typed}”."), typed=one_line(self.typed())[:60]))
        elif self._is_nobody_expected:
            self.hint.set_words(text(N_("Nobody signed up. Begin typing: the whole list of people is searched.")))
        else:
            self.hint.set_words(text(N_("Begin typing. Enter notes that somebody is here.")))
        self.hint.show()

    def _ask_which(self, *, loud: bool) -> None:
        """Say that Enter cannot know who is meant; `loud` after Enter was pressed."""
        self.question.set_words(
            text(N_("There is more than one {name}. Choose with the arrows, then press Enter."), name=self._shared())
            if loud
            else text(N_("More than one person is called {name}: look at the address."), name=self._shared()),
            "wrong" if loud else "care",
        )
        self.question.show()

    def _shared(self) -> str:
        row = self.matches.row_at(min(self.matches.twins, default=0))
        return one_line(row.name)[:60] if row is not None else ""

    def _describe(self) -> None:
        """Let a screen reader say with the field who Enter means."""
        row = self.matches.chosen()
        self.household.setVisible(row is not None and row.person is not None and row.person.address_id is not None)
        said = f"{one_line(row.name)}, {say(door_words.about(row))}" if row is not None else say(self.question_words())
        self.field.setAccessibleDescription(said)

    def question_words(self) -> str:
        """Return what is asked, or why nobody is shown."""
        return self.question.label.text() if self.question.isVisibleTo(self.card) else self.hint.text()

    # Keys

    def _move(self, step: int) -> None:
        self.matches.step(step)
        if self.matches.chosen() is not None:
            self.question.hide()
        self._describe()

    def _enter(self) -> None:
        row = self.matches.chosen()
        if row is not None:
            self._take(row)
        elif self.matches.twins:
            self._ask_which(loud=True)
            self._describe()
        elif self.typed() and self.matches.row_at(0) is None:
            self.new_asked.emit(self.typed())

    def _enter_household(self) -> None:
        row = self.matches.chosen()
        if row is None:
            self._enter()
            return
        self.field.setText("")
        self.household_chosen.emit(row)
        self.field.setFocus()

    def _take(self, row: DoorRow) -> None:
        # setText, unlike clear, leaves nothing behind that Ctrl+Z would bring back into the field.
        self.field.setText("")
        self.chosen.emit(row)
        self.field.setFocus()

    def _leave(self) -> None:
        if self.field.text():
            self.field.setText("")
        else:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language; grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.field.setAccessibleName(say(text(N_("Type three letters of the name"))))
        elif event.type() == QEvent.Type.StyleChange:
            self.matches.fit()
