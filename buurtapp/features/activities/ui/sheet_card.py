"""Beside the paper: how far the reading is, the line in hand in large letters, the keys, and the button that saves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.records import DoorRow, EntryResult
from buurtapp.features.activities.ui.door_matches import follow
from buurtapp.features.activities.ui.sheet_names import NameEntry
from buurtapp.features.activities.ui.sheet_state import Line as PaperLine
from buurtapp.features.activities.ui.sheet_state import SheetState
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Line, Note, PlainLabel
from buurtapp.uikit.form import Field
from buurtapp.uikit.number_box import NumberBox
from buurtapp.uikit.words import one_line

_KEYS = (
    (text(N_("Space")), text(N_("a cross, and on to the next row"))),
    (text(N_("F")), text(N_("a cross, and photo ok"))),
    (text(N_("H")), text(N_("everybody of this address on the list"))),
    (text(N_("Enter")), text(N_("on to the next row, without a cross"))),
    (text(N_("Backspace")), text(N_("one row back"))),
)

_PHOTO_KEY, _HOME_KEY = 1, 2
_MOST_TOLD = 3

_LEAST_BESIDE, _LEAST_WITH_KEY = 290, 420


class SheetCard(Card):
    """The card. Its buttons do what the keys on the paper do."""

    crossed = Signal()
    passed = Signal()
    tallied = Signal()
    save_asked = Signal()

    def __init__(self, ask: Callable[[str], Sequence[DoorRow]]) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._build(ask)
        self._connect()

    def _build(self, ask: Callable[[str], Sequence[DoorRow]]) -> None:
        self.done = PlainLabel("", size="h1", strong=True, wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.now = PlainLabel("", "second")
        self.name = PlainLabel("", size="speak", strong=True)
        self.name.setMinimumWidth(1)
        self.cross_button = Button(text(N_("A cross")), "secondary", "x")
        self.pass_button = Button(text(N_("No cross")), "secondary", "arrow-right")
        self.entry = NameEntry(ask)
        self.guests = _number(text(N_("Guests")))
        self.children_ = _number(text(N_("Children")))
        self.state = Note("care")
        self.save_button = Button(text(N_("Done: save the list")), "primary")
        self.save_key = PlainLabel(text(N_("Ctrl+Enter does this too")), "second", size="caption")
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        inside.setMinimumWidth(1)
        rest = QVBoxLayout(inside)
        rest.setContentsMargins(20, 14, 20, 12)
        rest.setSpacing(8)
        self._fill(rest)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 12)
        box.setSpacing(8)
        box.addWidget(scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 0, 20, 0)
        foot.setSpacing(6)
        for widget in (self.state, self.save_button, self.save_key):
            foot.addWidget(widget)
        box.addLayout(foot)
        self._foot = foot
        follow(self.entry.matches, scroll)

    def _fill(self, rest: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.done, 0, Qt.AlignmentFlag.AlignBaseline)
        self._of_what = PlainLabel(text(N_("rows read")), "second")
        head.addWidget(self._of_what, 1, Qt.AlignmentFlag.AlignBaseline)
        rest.addLayout(head)
        rest.addWidget(self.bar)
        rest.addWidget(Line())
        rest.addWidget(self.now)
        rest.addWidget(self.name)
        rest.addWidget(self.cross_button)
        rest.addWidget(self.pass_button)
        rest.addWidget(self.entry)
        self.keys = QWidget()
        grid = QGridLayout(self.keys)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        self._key_rows: list[tuple[QWidget, QWidget]] = []
        for at, (key, does) in enumerate(_KEYS):
            cap, said = PlainLabel(key, "key", size="caption", wrap=False), PlainLabel(does, "second", size="small")
            grid.addWidget(cap, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, at, 1)
            self._key_rows.append((cap, said))
        grid.setColumnStretch(1, 1)
        rest.addWidget(self.keys)
        rest.addWidget(Line())
        rest.addWidget(PlainLabel(text(N_("Came along without a name:")), "second", size="small"))
        self._tally = QHBoxLayout()
        self._tally.setSpacing(12)
        self._tally.addWidget(self.guests)
        self._tally.addWidget(self.children_)
        rest.addLayout(self._tally)
        rest.addStretch(1)

    def _connect(self) -> None:
        self.cross_button.clicked.connect(self.crossed)
        self.pass_button.clicked.connect(self.passed)
        self.save_button.clicked.connect(self.save_asked)
        for field in (self.guests, self.children_):
            _spin(field).valueChanged.connect(lambda _value: self.tallied.emit())
        _spin(self.guests).lineEdit().returnPressed.connect(_spin(self.children_).setFocus)
        _spin(self.children_).lineEdit().returnPressed.connect(self.save_button.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Count guests above children where it is narrow; leave the key out where it is low."""
        super().resizeEvent(event)
        beside = self.width() >= look.current().px(_LEAST_BESIDE)
        self.save_key.setVisible(self.height() >= look.current().px(_LEAST_WITH_KEY))
        self._of_what.setVisible(beside)
        self._foot.setContentsMargins(20 if beside else 8, 0, 20 if beside else 8, 0)
        self._tally.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    # What is shown

    def show_state(self, state: SheetState) -> None:
        """Show how far the reading is, and the line in hand."""
        self.done.set_words(text(N_("{done} of {all}"), done=state.read, all=state.names))
        self.bar.setRange(0, max(1, state.names))
        self.bar.setValue(state.read)
        self.bar.setAccessibleName(self.done.text())
        line = state.line
        if line is not None:
            self._show_line(state, line)
        for field, number in ((self.guests, state.guests), (self.children_, state.children)):
            spin = _spin(field)
            was = spin.blockSignals(True)  # noqa: FBT003 - Qt's shape
            spin.setValue(-1 if number is None else number)
            spin.blockSignals(was)
        self._say_state(state)

    def _show_line(self, state: SheetState, line: PaperLine) -> None:
        is_name = not line.is_blank
        self.now.set_words(
            text(N_("Now: row {row}"), row=line.number)
            if is_name
            else text(N_("Now: blank line {row}"), row=line.number)
        )
        name = text(N_("no longer in the list of people")) if line.is_gone else _short(line.name)
        self.name.set_words(text(N_("{row}. {name}"), row=line.number, name=name))
        self.name.setVisible(is_name)
        self.cross_button.setVisible(is_name)
        self.pass_button.setVisible(is_name)
        self.keys.setVisible(is_name)
        for at, is_of_use in ((_PHOTO_KEY, state.has_photo(line)), (_HOME_KEY, len(state.housemates(line)) > 1)):
            for part in self._key_rows[at]:
                part.setVisible(is_of_use)
        self.cross_button.set_words(text(N_("Take the cross away")) if state.is_ticked(line) else text(N_("A cross")))
        self.entry.setVisible(line.is_blank)
        self.entry.photo_hint.setVisible(state.has_photo(line))

    def _say_state(self, state: SheetState) -> None:
        if state.is_saved and state.was_home:
            self.state.set_words(saved_words(state.result), "done")
        else:
            self.state.set_words(unsaved_words(state), "care")
        self.state.setVisible(not state.is_saved or state.was_home)

    def numbers(self) -> tuple[int | None, int | None]:
        """Return guests and children; None for what was not read."""
        guests, children = _spin(self.guests).value(), _spin(self.children_).value()
        return (guests if guests >= 0 else None), (children if children >= 0 else None)

    def begin_tally(self) -> None:
        """Put the keyboard where guests are counted."""
        _spin(self.guests).setFocus()


def saved_words(result: EntryResult | None) -> Text:
    """Return what saving a list did; only that it is saved, when that was before this screen was opened."""
    if result is None:
        return text(N_("This list is saved."))
    return text(
        N_("This list is saved. New: {stored}. Changed: {changed}. As before: {unchanged}."),
        stored=result.stored,
        changed=result.changed,
        unchanged=result.unchanged,
    )


def unsaved_words(state: SheetState) -> Text:
    """Return what saving a list will do, of one that was entered before: who is added, who goes."""
    difference = state.difference()
    added, gone = _few(difference.added), _few(difference.gone)
    if added and gone:
        return text(N_("Not saved yet. Added: {added}. Taken off: {gone}."), added=added, gone=gone)
    if added:
        return text(N_("Not saved yet. Added: {added}."), added=added)
    if gone:
        return text(N_("Not saved yet. Taken off: {gone}."), gone=gone)
    return text(N_("Not saved yet."))


def _few(names: Sequence[str]) -> str:
    """Return names for a sentence: the first ones, and how many more."""
    told = [_short(name)[:40] or "?" for name in names[:_MOST_TOLD]]
    return ", ".join(told) + (f" +{len(names) - _MOST_TOLD}" if len(names) > _MOST_TOLD else "")


def _number(words: Text) -> Field:
    """Return a field for a number; a dash as long as it was not read."""
    input_ = NumberBox()
    input_.setRange(-1, rules.MOST_GUESTS)
    input_.setSpecialValueText("–")
    return Field(words, input_)


def _spin(field: Field) -> QSpinBox:
    assert isinstance(field.input, QSpinBox)
    return field.input


def _short(name: str) -> str:
    """Return a name for large letters: one line, and no longer than a card can hold."""
    whole = one_line(name)
    return whole if len(whole) <= 80 else f"{whole[:79]}…"
