"""Everybody of an activity with a box to tick, and how many are in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.records import DoorRow
from buurtapp.features.activities.ui import door_words
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Card, Line, PlainLabel
from buurtapp.uikit.number_box import NumberBox
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import RowDelegate, Table, paint_tags
from buurtapp.uikit.words import Words, figure, say

_NAME, _ADDRESS, _TIME = 1, 2, 3
_LEAST_WIDTH = {_ADDRESS: 430, _TIME: 220}
"""Columns leave, from the right, when the table is narrower than this."""
_LEAST_WITH_WORDS, _LEAST_BESIDE = 400, 290
_Index = QModelIndex | QPersistentModelIndex


def _key(row: DoorRow) -> tuple[int, str]:
    return (row.person.id, "") if row.person is not None else (0, row.name)


class DoorModel(ShortModel[DoorRow]):
    """Those who are expected and those who came. A tick is asked for first: it shows when it is saved."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__(
            [
                Column(text(N_("Present")), door_words.when_inside, "tick"),
                Column(text(N_("Name")), _name_and_tags, "strong"),
                Column(text(N_("Address")), _address, "second", 168),
                Column(text(N_("Inside")), door_words.when_inside, "plain", 92, role=_time_role),
            ]
        )

    def show_rows(self, rows: Sequence[DoorRow]) -> bool:
        """Show these people; return whether they are others than before, or in another order."""
        is_new = [_key(row) for row in rows] != [_key(row) for row in self.records()]
        self.ticked = {at for at, row in enumerate(rows) if row.present}
        if is_new:
            self.set_records(rows)
        else:
            self._records = rows
            self.forget()
        return is_new

    def toggle(self, row: int) -> None:
        """Ask for the tick of a row to change."""
        self.asked.emit(row)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column; the boxes speak for themselves."""
        if section == 0 and role == Qt.ItemDataRole.DisplayRole:
            return ""
        return super().headerData(section, orientation, role)


def _name_and_tags(row: DoorRow) -> str:
    return row.name


def _address(row: DoorRow) -> str:
    return row.person.door.line if row.person is not None else ""


def _time_role(row: DoorRow) -> str:
    return "ink" if row.present else "ink-2"


class _DoorDelegate(RowDelegate):
    """Draws what is to be known of somebody behind the name, where there is room."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a cell; the labels come after the name."""
        super().paint(painter, option, index)
        model = index.model()
        if index.column() != _NAME or not isinstance(model, DoorModel):
            return
        row = model.record(index.row())
        tags = door_words.tags_of(row) if row is not None else []
        theme = look.current()
        used = QFontMetrics(theme.font("body", 700)).horizontalAdvance(str(index.data() or "")) + 16
        place = QRect(option.rect).adjusted(used, 0, -4, -1)
        wanted = QFontMetrics(theme.font("caption")).horizontalAdvance(tags[0]) + 16 if tags else 0
        if tags and place.width() >= wanted:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_tags(painter, place, tags, theme)
            painter.restore()


class DoorTable(Table):
    """Everybody; where it is narrow the addresses are left out."""

    def __init__(self, model: DoorModel) -> None:
        super().__init__(text(N_("Everybody of this activity")), model)
        self.setItemDelegate(_DoorDelegate(self))
        self.setProperty("kind", "inner")
        self.setMinimumHeight(72)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave columns out when there is no room for them."""
        super().resizeEvent(event)
        room, theme = self.viewport().width(), look.current()
        self.hide_columns({at for at, least in _LEAST_WIDTH.items() if room < theme.px(least)})


class _Counter(QWidget):
    """A large figure with what it counts below it."""

    def __init__(self, words: Words, kind: str = "") -> None:
        super().__init__()
        self.figure = PlainLabel("0", kind, size="number", strong=True, wrap=False)
        self.words = PlainLabel(words, "second")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 8, 8, 8)
        box.setSpacing(0)
        box.addWidget(self.figure)
        box.addWidget(self.words)
        box.addStretch(1)

    def show_count(self, count: int) -> None:
        """Show another figure."""
        self.figure.set_words(figure(count))
        self.setAccessibleName(f"{figure(count)} {self.words.text()}")


class Counters(QWidget):
    """How many are inside, still expected, and came without signing up."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = _Counter(text(N_("inside")), "primary")
        self.not_yet = _Counter(text(N_("not inside yet")))
        self.unexpected = _Counter(text(N_("not signed up")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for at, one in enumerate((self.inside, self.not_yet, self.unexpected)):
            if at:
                upright = QFrame()
                upright.setProperty("kind", "line")
                upright.setFixedWidth(1)
                row.addWidget(upright)
            row.addWidget(one, 1)

    def show_rows(self, rows: Sequence[DoorRow]) -> None:
        """Count these people."""
        self.inside.show_count(sum(row.present for row in rows))
        self.not_yet.show_count(sum(row.signed_up and not row.waiting and not row.present for row in rows))
        self.unexpected.show_count(sum(row.present and not row.signed_up for row in rows))


class _StepBox(NumberBox):
    """A number in which + and − count one more or less, at once."""

    stepped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Count on + and −."""
        if event.text() in {"+", "-", "−"} and event.text():
            self.stepBy(1 if event.text() == "+" else -1)
            self.stepped.emit()
        else:
            super().keyPressEvent(event)


class _Number(QWidget):
    """A small number with its word beside it. `left` comes when it was changed and left."""

    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.input = _StepBox()
        self.input.setRange(0, rules.MOST_GUESTS)
        self._before = 0
        self._words = words
        self.label = PlainLabel(words, size="small", strong=True, wrap=False)
        self.label.setBuddy(self.input)
        self.input.setAccessibleName(say(words))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.label)
        self.row.addWidget(self.input)
        self.input.editingFinished.connect(self._leave)
        self.input.stepped.connect(self._leave)

    def step(self, by: int) -> None:
        """Count one more or less."""
        self.input.stepBy(by)
        self._leave()

    def show_number(self, number: int) -> None:
        """Show a number, unless somebody is typing another."""
        if not self.input.hasFocus() or self.input.value() == self._before:
            self._before = number
            self.input.setValue(number)

    def _leave(self) -> None:
        if self.input.value() != self._before:
            self._before = self.input.value()
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.input.setAccessibleName(say(self._words))


class Heads(QWidget):
    """Guests and children without a name. `counted` comes when one of the numbers was changed and left."""

    counted = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.guests = _Number(text(N_("Guests")))
        self.children_ = _Number(text(N_("Children")))
        self.words = PlainLabel(text(N_("Came along without a name:")), "second", size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        self.keys = PlainLabel(text(N_("+ −")), "key", size="caption", wrap=False)
        row.addWidget(self.words, 1)
        row.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignVCenter)
        for one in (self.guests, self.children_):
            row.addWidget(one)
            one.left.connect(lambda: self.counted.emit(*self.numbers()))

    def numbers(self) -> tuple[int, int]:
        """Return guests and children as they stand there."""
        return self.guests.input.value(), self.children_.input.value()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the words above the numbers where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= look.current().px(_LEAST_BESIDE)
        self.words.setVisible(self.width() >= look.current().px(_LEAST_WITH_WORDS))
        self.keys.setVisible(self.width() >= look.current().px(_LEAST_WITH_WORDS))
        for one in (self.guests, self.children_):
            one.row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
            one.row.setSpacing(8 if wide else 0)

    def show_numbers(self, guests: int, children: int) -> None:
        """Show what is known."""
        self.guests.show_number(guests)
        self.children_.show_number(children)


class DoorCard(Card):
    """Counters, everybody, and who came along."""

    def __init__(self, model: DoorModel) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.counters = Counters()
        self.table = DoorTable(model)
        self.heads = Heads()
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addWidget(self.counters)
        box.addWidget(self.table, 1)
        box.addWidget(Line())
        box.addWidget(self.heads)
