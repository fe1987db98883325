"""What we did together: the history of one person in words, from every feature, with a note to add."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.actions import notes as actions
from buurtapp.features.people.queries import cards, history
from buurtapp.features.people.rules.history import Happening, newest_first
from buurtapp.features.people.ui.note_form import NoteForm
from buurtapp.features.people.ui.panel_page import bring_in_view, clear
from buurtapp.features.people.ui.side_panel import panel_width
from buurtapp.features.people.ui.wording import breakable, shortened
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading, Icon, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.icons import SIZE
from buurtapp.uikit.words import day, one_line, say

if TYPE_CHECKING:
    from buurtapp.core.errors import DraftInvalid
    from buurtapp.core.store.changes import Changes
    from buurtapp.features.people.records import NoteDraft, NoteRow

History = Callable[[Any, datetime, int], Sequence[Happening]]
"""A query of a feature: what happened with somebody up to a wall-clock time; its session we cannot name here."""
_SHOWN, _MORE = 8, 20
_LONGEST_DETAIL = 400
_GAP, _EDGES, _SLACK = 8, 44, 12
"""Pixels between day, icon and title, and those of the panel beside them."""
_INDENT = 4
"""A link has so many pixels before its words."""
_SUBJECTS = {"activities": "activity"}
"""How a workspace is told which one to show."""


class HistoryPanel(QWidget):
    """The history of one person, newest first, each thing with a way to it where there is one."""

    def __init__(self, desk: Desk, histories: Sequence[History]) -> None:
        super().__init__()
        self.setObjectName("history")
        self._desk = desk
        self._histories = histories
        self._person: int | None = None
        self._most = _SHOWN
        self._note: int | None = None
        self._day_width = 0
        self._build()
        self._connect()

    def _build(self) -> None:
        self.heading = Heading(text(N_("What we did together")), "body")
        self.add_note = Button(text(N_("Note")), "link")
        self.add_note.set_words(text(N_("Note")), name=text(N_("Write a note")))
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.add_note, 0, Qt.AlignmentFlag.AlignRight)
        self.form = NoteForm()
        self.form.hide()
        self.nothing = PlainLabel(text(N_("Nothing yet.")), "second", size="small")
        self.rows = QWidget()
        self._grid = QGridLayout(self.rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)
        self.more = Button(text(N_("Show more")), "link")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(top)
        for widget in (self.form, self.nothing, self.rows):
            box.addWidget(widget)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.add_note.clicked.connect(self._on_add)
        self.more.clicked.connect(self._on_more)
        self.form.saved.connect(self._on_saved)
        self.form.deleted.connect(self._on_deleted)
        self.form.closed.connect(self.close_form)

    # Public

    def show_subject(self, number: int) -> None:
        """Show what happened with this person."""
        if number != self._person:
            self.form.hide()
            self._most = _SHOWN
        self._person = number
        self.refresh()

    def refresh(self, _changes: Changes | None = None) -> None:
        """Show what is true now."""
        if self._person is None:
            return
        here = local(self._desk.clock.now())
        found = newest_first(
            one for history_of in self._histories for one in self._desk.read(history_of, here, self._person)
        )
        clear(self._grid)
        # All days share a column, so that the widest of them leaves a title its room.
        self._day_width = max((self._day_label(one).sizeHint().width() for one in found[: self._most]), default=0)
        for at, happening in enumerate(found[: self._most]):
            self._add_row(2 * at, happening)
        self.nothing.setVisible(not found)
        self.rows.setVisible(bool(found))
        self.more.setVisible(len(found) > self._most)
        self.add_note.setEnabled(self._can_write)

    def ask(self, note: NoteRow | None = None) -> None:
        """Open the form for a new note, or for one that is there."""
        self._note = note.id if note is not None else None
        self.form.begin(self._desk.clock.today(), note)
        self.form.show()
        self.form.focus_first()
        bring_in_view(self.form)

    def close_form(self) -> None:
        """Close the form and stand on the way to it again."""
        self.form.hide()
        self.add_note.setFocus()

    @property
    def _can_write(self) -> bool:
        return self._desk.store is not None and not self._desk.store.read_only

    def _day_label(self, one: Happening) -> PlainLabel:
        is_this_year = one.day.year == self._desk.clock.today().year
        return PlainLabel(day(one.day, "d MMM" if is_this_year else "d MMM y"), "second", size="small", wrap=False)

    def _add_row(self, row: int, one: Happening) -> None:
        title, detail = one_line(say(one.title)), one_line(say(one.detail))
        when = self._day_label(one)
        self._grid.addWidget(when, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(Icon(one.icon), row, 1, Qt.AlignmentFlag.AlignTop)
        way = self._way(one)
        if way is None:
            plain = PlainLabel(breakable(title), strong=True, size="small")
            plain.setMinimumWidth(1)
            plain.setIndent(_INDENT)
            self._grid.addWidget(plain, row, 2)
        else:
            link = Button("", "link")
            short = _fitting(title, self._day_width)
            link.set_words(short, name=f"{when.text()}: {title}")
            link.clicked.connect(lambda _on=False: way())
            self._grid.addWidget(link, row, 2, Qt.AlignmentFlag.AlignLeft)
            if short != title:
                # A link does not wrap: the whole is told below it.
                detail = " · ".join(part for part in (title, detail) if part)
        if detail:
            said = PlainLabel(breakable(shortened(detail, _LONGEST_DETAIL)), "second", size="small")
            said.setMinimumWidth(1)
            said.setIndent(_INDENT)
            self._grid.addWidget(said, row + 1, 2)

    def _way(self, one: Happening) -> Callable[[], None] | None:
        if one.where is None:
            return None
        page, number = one.where.page, one.where.number
        if page == "note":
            return (lambda: self._change(number)) if self._can_write else None
        return lambda: self._desk.go(page, **{_SUBJECTS[page]: number})

    # Slots

    def _on_add(self) -> None:
        if self.form.isVisible():
            self.close_form()
        else:
            self.ask()

    def _change(self, number: int) -> None:
        try:
            note = self._desk.read(history.note, number)
        except UserError as error:
            self._desk.tell_error(error)
            return
        self.ask(note)

    def _on_saved(self, draft: NoteDraft) -> None:
        if self._person is None:
            return
        name = self._desk.read(cards.card, self._person).name
        if self._note is None:
            adding = self._desk.do(actions.noted_label(name), actions.add_note, self._person, draft)
            adding.then(self._on_done).failed(self._on_failed)
        else:
            changing = self._desk.do(actions.changed_label(name), actions.change_note, self._note, draft)
            changing.then(self._on_done).failed(self._on_failed)

    def _on_done(self, _answer: int | None) -> None:
        self.close_form()

    def _on_failed(self, error: DraftInvalid) -> None:
        self.form.show_problems(error.problems)

    def _on_deleted(self) -> None:
        if self._person is None or self._note is None:
            return
        name = self._desk.read(cards.card, self._person).name
        self._desk.do(actions.deleted_label(name), actions.delete_note, self._note)
        self.close_form()

    def _on_more(self) -> None:
        self._most += _MORE
        self.refresh()
        if not self.more.isVisible():
            self.add_note.setFocus()


def _fitting(title: str, day_width: int) -> str:
    """Return as much of a title as a link beside a day of this width has room for in the panel."""
    theme = look.current()
    beside = day_width + theme.px(SIZE) + 2 * _GAP + 2 * _INDENT
    # The style gives a link edges of its own, which differ a little from one size of letters to another.
    room = panel_width(theme) - _EDGES - beside - theme.px(_SLACK)
    return QFontMetrics(theme.font("body", 700)).elidedText(title, Qt.TextElideMode.ElideRight, room)
