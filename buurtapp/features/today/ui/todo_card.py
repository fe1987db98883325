"""The card with what there is to do: tasks to tick, paper that is out, what was left open, a way to add a task."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.today.records import TodayView
from buurtapp.features.today.ui.card import FoldingRow, Rows, card_head, in_order
from buurtapp.features.today.ui.row import Row
from buurtapp.features.today.ui.to_dos import Open, ToDo, count_of, rows_of
from buurtapp.features.today.ui.todo_rows import TaskRow, ToDoRow
from buurtapp.uikit.controls import Button, Card, Heading, Icon, PlainLabel

ADD_KEY = "Ctrl+T"
_MOST = 7
_MORE = 20
"""So many more are shown at a time."""


class ToDoCard(Card):
    """What there is to do. `chosen` names what is to be opened, `left_up` that somebody goes up from the first row.

    `ticked`, `removed` and `change_asked` name a task; `add_asked` comes from the button in the head.
    """

    chosen = Signal(object)
    ticked = Signal(object)
    removed = Signal(object)
    change_asked = Signal(object)
    add_asked = Signal()
    left_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.main_button: Button | None = None
        self._fields: tuple[QWidget, ...] = ()
        self._shown = _MOST
        self._view: TodayView | None = None
        self._today = date.min
        self._build()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 8)
        box.setSpacing(8)
        self.count = PlainLabel("", "second", wrap=False)
        self.add_button = Button(text(N_("Add a task")), "link")
        self.add_button.setToolTip(ADD_KEY)
        self.add_button.clicked.connect(self.add_asked)
        box.addLayout(card_head(Heading(text(N_("To do")), "h2"), self.count, self.add_button))
        self._form_place = QVBoxLayout()
        box.addLayout(self._form_place)
        self._list = Rows()
        self._list_place = QVBoxLayout()
        self._list_place.addWidget(self._list)
        box.addLayout(self._list_place)
        self.more_button = Button("", "link")
        self.more_button.clicked.connect(self._show_more)
        self._more_row = QWidget()
        more = QHBoxLayout(self._more_row)
        more.setContentsMargins(12, 0, 12, 0)
        more.addWidget(self.more_button)
        more.addStretch(1)
        box.addWidget(self._more_row)
        self._more_row.hide()
        box.addStretch(1)

    def put_form(self, form: QWidget, fields: Sequence[QWidget]) -> None:
        """Put the form for a task right above the list; `fields` are what is in it, in the order of reading."""
        self._form_place.addWidget(form)
        self._fields = tuple(fields)
        in_order(self.in_reading_order())

    def in_reading_order(self) -> list[QWidget]:
        """Return what the keyboard can go to; the main button stands beside the first row."""
        main = [self.main_button] if self.main_button is not None else []
        return [self.add_button, *self._fields, *self.rows[:1], *main, *self.rows[1:], self.more_button]

    # What is shown

    def show_view(self, view: TodayView, today: date) -> None:
        """Show what there is to do; the first may have the main button. The keyboard stays where it was."""
        key, at = self._focused()
        self._view, self._today = view, today
        listed, self.rows = Rows(), []
        self.main_button = None
        found, count = rows_of(view, today), count_of(view)
        self.count.set_words(plural_text("{count} task", "{count} tasks", count) if count else "")
        for place, one in enumerate(found[: self._shown]):
            is_main = isinstance(one, ToDo) and bool(one.step.kind) and one.step == view.next_step
            if not is_main:
                listed.add_line()
            listed.add(self._row(one, is_main=is_main, at=place))
        if not found:
            listed.add(_nothing())
        listed.take_place_of(self._list, self._list_place)
        self._list = listed
        self._show_left(min(len(found), self._shown), count)
        in_order(self.in_reading_order())
        if key is not None:
            self._focus_again(key, at)

    def _show_left(self, shown: int, count: int) -> None:
        left = count - shown
        self.more_button.set_words(plural_text("and {count} more", "and {count} more", left))
        self._more_row.setVisible(left > 0)

    def _show_more(self) -> None:
        if self._view is None:
            return
        first_new = len(self.rows)
        self._shown += _MORE
        self.show_view(self._view, self._today)
        if first_new < len(self.rows):
            self.rows[first_new].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, one: Open, *, is_main: bool, at: int) -> QWidget:
        row: ToDoRow | TaskRow
        if isinstance(one, ToDo):
            row = ToDoRow(one, is_main=is_main)
        else:
            row = TaskRow(one, self._today)
            row.ticked.connect(lambda: self.ticked.emit(one))
            row.removed.connect(lambda: self.removed.emit(one))
            row.change_asked.connect(lambda: self.change_asked.emit(one))
        row.clicked.connect(lambda: self.chosen.emit(one))
        row.stepped.connect(lambda by: self._step(at, by))
        self.rows.append(row)
        if not is_main or not isinstance(one, ToDo):
            return FoldingRow(row)
        self.main_button = Button(one.verb, "primary", one.icon)
        self.main_button.clicked.connect(lambda: self.chosen.emit(one))
        return FoldingRow(row, self.main_button)

    # The keyboard

    def has_row_focus(self) -> bool:
        """Return whether the keyboard is at one of the rows."""
        return self._focused()[0] is not None

    def _focused(self) -> tuple[object, int]:
        holder = QApplication.focusWidget()
        for at, row in enumerate(self.rows):
            if row is holder and isinstance(row, ToDoRow | TaskRow):
                return row.key, at
        return None, 0

    def _focus_again(self, key: object, at: int) -> None:
        """Put the keyboard at the same row, or at the one that came in its place."""
        same = [row for row in self.rows if isinstance(row, ToDoRow | TaskRow) and row.key == key]
        row = next(iter(same), None) or (self.rows[min(at, len(self.rows) - 1)] if self.rows else None)
        (row or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_row(self, key: object) -> bool:
        """Put the keyboard at the row of a task; return whether it is there."""
        for row in self.rows:
            if isinstance(row, TaskRow) and row.key == key:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _step(self, at: int, by: int) -> None:
        if 0 <= at + by < len(self.rows):
            self.rows[at + by].setFocus(Qt.FocusReason.OtherFocusReason)
        elif at + by < 0:
            self.left_up.emit()
        elif self._more_row.isVisibleTo(self):
            self.more_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _nothing() -> QWidget:
    whole = QWidget()
    box = QHBoxLayout(whole)
    box.setContentsMargins(12, 4, 12, 12)
    box.setSpacing(12)
    box.addWidget(Icon("circle-check", "primary"))
    box.addWidget(PlainLabel(text(N_("Nothing is waiting for you.")), "second"), 1)
    return whole
