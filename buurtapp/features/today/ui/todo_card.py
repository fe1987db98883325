"""The card with what is still open: lists that did not come home, activities nobody told of, rows to look into."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.today.records import TodayView
from buurtapp.features.today.ui import phrases
from buurtapp.features.today.ui.card import FoldingRow, card_head, clear, inset
from buurtapp.features.today.ui.row import Row
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, Icon, Line, PlainLabel
from buurtapp.uikit.words import say

_MOST = 7
_LATE_DAYS = 3
_HEIGHT = 44
_VERB_WIDTH, _ROOM_FOR_VERB = 130, 520


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing that is open: what it is, what to do, how many days it waits (None: no matter), and where to do it."""

    words: Text
    verb: Text
    days: int | None
    icon: str
    page: str
    where: tuple[tuple[str, object], ...]


def to_dos(view: TodayView) -> list[ToDo]:
    """Return what is open, longest waiting first within its kind."""
    found = [
        ToDo(
            text(N_("List {code} of {title} is not back yet"), code=one.code, title=phrases.shown(one.title, 60)),
            text(N_("Enter the list")),
            one.days,
            "list-checks",
            "activities",
            (("sheet", one.code),),
        )
        for one in view.papers_out
    ]
    found += [
        ToDo(
            text(N_("Nobody told yet who came to {title}"), title=phrases.shown(one.title, 60)),
            text(N_("Tell who came")),
            one.days,
            "users",
            "activities",
            (("door", one.activity_id),),
        )
        for one in view.not_counted
    ]
    if view.loose_ends:
        words = plural_text("Still to look into: {count} row", "Still to look into: {count} rows", view.loose_ends)
        found.append(ToDo(words, text(N_("Look into it")), None, "file-spreadsheet", "people", (("loose_ends", True),)))
    return found


class ToDoCard(Card):
    """What is open. `chosen` says which of it is to be done now, `left_up` that somebody goes up from the first."""

    chosen = Signal(object)
    left_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.main_button: Button | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 8)
        box.setSpacing(8)
        self.count = PlainLabel("", "second", wrap=False)
        box.addLayout(card_head(Heading(text(N_("To do")), "h2"), self.count, QWidget()))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        box.addLayout(self._list)
        box.addStretch(1)

    def show_view(self, view: TodayView) -> None:
        """Show what is open; the first may have the main button."""
        clear(self._list)
        self.rows = []
        self.main_button = None
        found = to_dos(view)
        self.count.set_words(plural_text("{count} task", "{count} tasks", len(found)) if found else "")
        is_main = view.next_step.kind in {"enter_list", "take_attendance"}
        for at, one in enumerate(found[:_MOST]):
            if at > int(is_main):
                self._list.addLayout(inset(Line()))
            self._add(self._row(one, is_main=is_main and at == 0))
        if len(found) > _MOST:
            more = plural_text("and {count} more", "and {count} more", len(found) - _MOST)
            self._list.addLayout(inset(PlainLabel(more, "second", size="small")))
        if not found:
            self._add(_nothing())

    def _add(self, widget: QWidget) -> None:
        """Put a row in the card; shown at once, so that it can have the keyboard."""
        self._list.addWidget(widget)
        widget.show()

    def _row(self, one: ToDo, *, is_main: bool) -> QWidget:
        row = ToDoRow(one, is_main=is_main)
        row.clicked.connect(lambda: self.chosen.emit(one))
        row.stepped.connect(lambda by: self._step(row, by))
        self.rows.append(row)
        if not is_main:
            return FoldingRow(row)
        self.main_button = Button(one.verb, "primary", one.icon)
        self.main_button.clicked.connect(lambda: self.chosen.emit(one))
        return FoldingRow(row, self.main_button)

    def _step(self, row: Row, by: int) -> None:
        at = self.rows.index(row) + by
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
        elif at < 0:
            self.left_up.emit()


class ToDoRow(Row):
    """One thing that is open: what, how long, and what to do; the last is left out where there is no room."""

    def __init__(self, one: ToDo, *, is_main: bool) -> None:
        waits = [] if one.days is None else [say(phrases.age(one.days))]
        super().__init__(". ".join([say(one.words), *waits, say(one.verb)]))
        theme = look.current()
        self.setMinimumHeight(theme.px(_HEIGHT))
        self._verb: PlainLabel | None = None
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(12)
        box.addWidget(Icon(one.icon))
        box.addWidget(PlainLabel(one.words, strong=is_main), 1)
        if one.days is not None:
            late = one.days >= _LATE_DAYS
            box.addWidget(PlainLabel(phrases.age(one.days), "wrong" if late else "second", strong=late, wrap=False))
        if not is_main:
            self._verb = PlainLabel(one.verb, "primary", strong=True, wrap=False)
            self._verb.setMinimumWidth(theme.px(_VERB_WIDTH))
            box.addWidget(self._verb)
            box.addWidget(Icon("chevron-right", "primary", 16))
            self._verb.hide()
        self.seal()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out what to do where the row is narrow: Enter does it all the same."""
        super().resizeEvent(event)
        if self._verb is not None:
            self._verb.setVisible(self.width() >= look.current().px(_ROOM_FOR_VERB))


def _nothing() -> QWidget:
    whole = QWidget()
    box = QHBoxLayout(whole)
    box.setContentsMargins(12, 4, 12, 12)
    box.setSpacing(12)
    box.addWidget(Icon("circle-check", "primary"))
    box.addWidget(PlainLabel(text(N_("Nothing is waiting for you.")), "second"), 1)
    return whole
