"""The history of the file in words: what was done and when, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.shell.settings.columns import Columns, flow
from buurtapp.shell.settings.tab import Tab, card, is_read_only, read_only_note
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, EmptyState, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture
from buurtapp.uikit.paged_model import Column, Group, ShortModel
from buurtapp.uikit.table import Table, row_height
from buurtapp.uikit.words import clock_time, day, one_line

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes
    from buurtapp.core.store.journal import HistoryEntry
    from buurtapp.core.store.store import Store

_LAST = 200
_LEAST_ROWS = 5
_STATE_FROM = 480
"""Pixels at 100 %: with less room only the icon says that something was taken back."""
_LEAST_LETTERS, _MOST_LETTERS = 8, 60


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the history. `at` is wall-clock time; `kind` is "done", "undone" (a way back) or "redone"."""

    at: datetime
    label: Text
    kind: str
    is_undone: bool


@dataclass(frozen=True, slots=True)
class Told:
    """The history, newest first, and what would be undone and done again."""

    steps: Sequence[Step]
    undo: Text | None
    redo: Text | None


def told(store: Store) -> Told:
    """Return the history of a file as it is shown."""
    return Told(steps_of(store.history(_LAST)), store.can_undo(), store.can_redo())


def steps_of(entries: Sequence[HistoryEntry]) -> list[Step]:
    """Return the lines for entries of the journal, both newest first; what was taken back is marked."""
    by_id = {entry.id: entry for entry in entries}
    undone: dict[int, bool] = {}
    kinds: dict[int, str] = {}
    for entry in reversed(entries):
        first, turns = entry, 0
        while first.undoes is not None:
            turns += 1
            if first.undoes not in by_id:
                break
            first = by_id[first.undoes]
        kinds[entry.id] = "done" if turns == 0 else "undone" if turns % 2 else "redone"
        undone[first.id] = turns % 2 == 1
    return [
        Step(local(entry.at), entry.label, kinds[entry.id], kinds[entry.id] == "done" and undone[entry.id])
        for entry in entries
    ]


class HistoryTab(Tab):
    """What was done in this file, day by day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._told = Told((), None, None)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._note = read_only_note()
        self.undo_button = Button(text(N_("Undo")), "secondary", "undo-2")
        self.redo_button = Button(text(N_("Do again")), "secondary", "redo-2")
        self.model: ShortModel[Step] = ShortModel(
            (
                Column(text(N_("Time")), lambda step: clock_time(step.at), "second", 72),
                Column(text(N_("What was done")), _what, "plain", 0, _state_icon, _role),
                Column("", _state, "state", 128, role=lambda _step: "care"),
            )
        )
        self.table = Table(text(N_("History")), self.model)
        self.empty = EmptyState(
            "history", text(N_("Nothing was done yet.")), text(N_("What you do comes here, with the way back."))
        )
        made, box = card(text(N_("What was done")))
        self._card = made
        self.empty.hide()
        words = text(N_("The last {count} things, newest first. Undo takes the last one back."), count=_LAST)
        box.addWidget(PlainLabel(words, "second", size="small"))
        box.addWidget(flow(self.undo_button, self.redo_button))
        box.addWidget(self.table, 1)
        columns = Columns((1, 0))
        columns.left.addWidget(self._note)
        columns.left.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        columns.left.addWidget(made, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(columns)

    def _connect(self) -> None:
        self.undo_button.clicked.connect(self.desk.undo)
        self.redo_button.clicked.connect(self.desk.redo)

    # Tab

    def refresh(self, changes: Changes | None = None) -> None:
        """Show the history as it is now."""
        if self.desk.store is not None and (changes is None or changes.touched):
            self._note.setVisible(is_read_only(self.desk))
            self.desk.later("settings_history", told, self.show_history)

    def show_history(self, found: Told) -> None:
        """Show this history."""
        self._told = found
        chosen = self.table.currentIndex().row()
        self.model.set_grouped(_by_day(found.steps, self.desk.clock.today()))
        self._card.setVisible(bool(found.steps))
        self.empty.setVisible(not found.steps)
        self._name_buttons()
        if chosen > 0:
            self.table.choose(min(chosen, self.model.rowCount() - 1))
        else:
            self.table.choose_first()

    def focus_first(self) -> None:
        """Put the keyboard on the way back, or on the list."""
        (self.undo_button if self.undo_button.isEnabled() else self.table).setFocus()

    def pictures(self) -> list[Picture]:
        """Return the history as it is, with something taken back, and an empty one."""
        return [
            Picture("21-instellingen-geschiedenis", lambda: self._show_made_up(_story(self.desk))),
            Picture("21-instellingen-geschiedenis-leeg", lambda: self._show_made_up(Told((), None, None))),
        ]

    def _show_made_up(self, story: Told) -> None:
        # Under the same key: the true history, if it is still on its way, does not come over it.
        self.desk.later("settings_history", lambda _store: story, self.show_history)

    # Looks

    def _name_buttons(self) -> None:
        writes = not is_read_only(self.desk)
        for button, label, plain, named in (
            (self.undo_button, self._told.undo, N_("Undo"), N_("Undo: {what}")),
            (self.redo_button, self._told.redo, N_("Do again"), N_("Do again: {what}")),
        ):
            button.setEnabled(writes and label is not None)
            if label is None:
                button.set_words(text(plain))
            else:
                whole = one_line(label.render())
                button.set_words(text(named, what=self._short(whole)), text(named, what=whole))
        self.table.hide_columns(set() if self.width() >= look.current().px(_STATE_FROM) else {2})
        self.table.setMinimumHeight(look.current().px(30) + _LEAST_ROWS * row_height(look.current()))

    def _short(self, words: str) -> str:
        """Return as much of a name as fits on a button: words in a button are never cut."""
        room = int(self.width() / look.current().px(9)) - 26
        most = min(max(room, _LEAST_LETTERS), _MOST_LETTERS)
        return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Name the buttons as far as there is room."""
        super().resizeEvent(event)
        self._name_buttons()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Look again when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "table"):
            self._name_buttons()


def _by_day(steps: Sequence[Step], today: date) -> list[tuple[Group, list[Step]]]:
    days: dict[date, list[Step]] = {}
    for step in steps:
        days.setdefault(step.at.date(), []).append(step)
    return [(Group(_day(when, today)), lines) for when, lines in days.items()]


def _day(when: date, today: date) -> str:
    return day(when) if when.year == today.year else day(when, "EEEE d MMMM y")


def _what(step: Step) -> str:
    words = step.label.render()
    if step.kind == "undone":
        return _("Undone: {what}").format(what=words)
    return _("Done again: {what}").format(what=words) if step.kind == "redone" else words


def _role(step: Step) -> str:
    return "ink-2" if step.kind != "done" or step.is_undone else ""


def _state(step: Step) -> str:
    return _("taken back") if step.is_undone else ""


def _state_icon(step: Step) -> str:
    return "undo-2" if step.is_undone else ""


def _story(desk: Desk) -> Told:
    """Return a history of things that were not done, for pictures."""
    now, people, soup = desk.clock.now(), N_("Added: {name}"), N_("Activity changed: {title}")
    labels = (
        text(people, name="Henk van der Meer"),
        text(people, name="Wolfeschlegelsteinhausenbergerdorff " * 4),
        text(soup, title="Soep op woensdag"),
        text(N_("Group changed")),
        text(people, name="Ayşe Yıldırım"),
    )
    steps = [
        Step(local(now - timedelta(hours=9 * at)), label, "done", is_undone=at == 0) for at, label in enumerate(labels)
    ]
    return Told([Step(local(now), labels[0], "undone", is_undone=False), *steps], labels[1], labels[0])
