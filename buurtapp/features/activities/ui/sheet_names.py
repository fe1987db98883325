"""A name on a blank line of a list: who in the list of people is meant, or a name that is new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.core.text import fold
from buurtapp.features.activities.records import DoorRow, WalkIn
from buurtapp.features.activities.ui.door_matches import Matches
from buurtapp.uikit.controls import Card, PlainLabel
from buurtapp.uikit.words import Words, one_line, say

MOST = 6


class _NameField(QLineEdit):
    """The field. Arrows, Enter, Escape, and Backspace and "?" where nothing stands, are told.

    `entered` says whether Shift was held.
    """

    moved = Signal(int)
    entered = Signal(bool)
    left = Signal()
    backed = Signal()
    doubted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the keys that are not letters."""
        key, plain = event.key(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.backed.emit()
        elif event.text() == "?" and self.selectedText() == self.text():
            self.doubted.emit()
        else:
            super().keyPressEvent(event)


class _NameMatches(Matches):
    """Who can be meant; the last is the name as it was typed."""

    def about(self, row: DoorRow) -> Words:
        """Return the address, or that it is only a name."""
        if row.person is not None:
            return row.person.door.line or text(N_("no address"))
        known = sum(fold(self.row_name(at)) == fold(row.name) for at in range(self.model().rowCount() - 1))
        if known:
            return text(N_("only the name, not known who it is"))
        return text(N_("new neighbour, with only this name"))

    def row_name(self, at: int) -> str:
        """Return the name in a row."""
        row = self.row_at(at)
        return row.name if row is not None else ""


def _shown(walk_in: WalkIn | None) -> str:
    """Return what stands in the field for a line."""
    if walk_in is None:
        return ""
    return "?" if walk_in.unreadable else one_line(walk_in.name)


class NameEntry(QWidget):
    """Field and answers. `entered` gives a WalkIn, or None for a line on which nothing stands.

    With it comes whether "photo ok" has a cross too.
    """

    entered = Signal(object, bool)
    moved = Signal(int)
    left = Signal()

    def __init__(self, ask: Callable[[str], Sequence[DoorRow]]) -> None:
        super().__init__()
        self._ask = ask
        self._before: WalkIn | None = None
        self._photo = False
        self.field = _NameField()
        self.field.setMaxLength(200)
        self.label = PlainLabel(text(N_("Name on this line")), size="small", strong=True)
        self.label.setBuddy(self.field)
        self.field.setAccessibleName(say(text(N_("Name on this line"))))
        self.matches = _NameMatches(MOST + 1, is_low=True)
        self.matches.hide()
        self.question = PlainLabel(
            text(N_("More than one person has this name. Choose with the arrows, then press Enter.")), "wrong"
        )
        self.question.hide()
        self.hint = PlainLabel(
            text(N_("Empty on the paper? Press Enter. Cannot be read? Press ?, and sort it out afterwards.")),
            "second",
            size="small",
        )
        self.photo_hint = PlainLabel(text(N_("Shift Enter puts a cross at photo ok too.")), "second", size="small")
        self.photo_hint.hide()
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.matches)
        self._card = card
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for widget in (self.label, self.field, self.hint, self.photo_hint, self.question, card):
            box.addWidget(widget)
        self.field.textEdited.connect(lambda _text: self.look_up())
        self.field.moved.connect(self._move)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.left)
        self.field.backed.connect(lambda: self.moved.emit(-1))
        self.field.doubted.connect(lambda: self.entered.emit(WalkIn("", unreadable=True), False))  # noqa: FBT003 - a signal's shape
        self.matches.picked.connect(self._take)

    def show_name(self, walk_in: WalkIn | None) -> None:
        """Show what stands on a line already."""
        self._before = walk_in
        self.field.setText(_shown(walk_in))
        self.field.selectAll()
        self._show_found([])

    def typed(self) -> WalkIn | None:
        """Return what stands in the field, for when the line is left without Enter."""
        name = self.field.text().strip()
        if self._before is not None and name == _shown(self._before):
            return self._before
        return WalkIn(name) if name else None

    def look_up(self) -> None:
        """Show who is meant by what stands in the field."""
        name = self.field.text().strip()
        self._show_found(self._answers(name) if name else [])

    def _answers(self, name: str) -> list[DoorRow]:
        known = [replace(row, present=False) for row in self._ask(name)][:MOST]
        exact = sum(fold(row.name) == fold(name) for row in known)
        return known if exact == 1 else [*known, DoorRow(None, name)]

    def _show_found(self, rows: list[DoorRow]) -> None:
        self.matches.show_rows(rows, self.field.text().strip())
        if len(rows) > 1 and rows[-1].person is None and self.matches.chosen() is None:
            self.matches.scrollToTop()
        self.matches.setVisible(bool(rows))
        self._card.setVisible(bool(rows))
        self.hint.setVisible(not rows)
        self.question.hide()
        self._describe()

    def _describe(self) -> None:
        row = self.matches.chosen()
        said = f"{one_line(row.name)}, {say(self.matches.about(row))}" if row is not None else ""
        self.field.setAccessibleDescription(said)

    def _move(self, by: int) -> None:
        if self.matches.row_at(0) is None:
            self.moved.emit(by)
            return
        self.matches.step(by)
        self.question.setVisible(self.matches.chosen() is None)
        self._describe()

    def _enter(self, photo: bool) -> None:  # noqa: FBT001 - a signal's shape
        self._photo = photo
        row = self.matches.chosen()
        if row is not None:
            self._take(row)
        elif self.matches.row_at(0) is not None:
            self.question.show()
        else:
            self.entered.emit(self.typed(), photo)

    def _take(self, row: DoorRow) -> None:
        photo, self._photo = self._photo, False
        self.entered.emit(WalkIn(row.name, row.person.id if row.person is not None else None), photo)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language; grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.field.setAccessibleName(say(text(N_("Name on this line"))))
        elif event.type() == QEvent.Type.StyleChange:
            self.matches.fit()
