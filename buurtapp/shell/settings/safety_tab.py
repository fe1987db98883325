"""The safety of the file: where it is, its copies, making one, and putting one back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, Text, _, plural_text, text
from buurtapp.core.store import backup
from buurtapp.core.store.backup import BackupInfo
from buurtapp.shell.settings.columns import Columns, flow
from buurtapp.shell.settings.copies import Copy, copies_of, elsewhere, moment_words
from buurtapp.shell.settings.file_card import FileCards
from buurtapp.shell.settings.restore_view import RestoreView
from buurtapp.shell.settings.tab import Tab, card, is_read_only, read_only_note
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table, row_height
from buurtapp.uikit.words import figure

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

COPY_FILES = text(N_("Copies (*.buurtkopie)"))
_LEAST_ROWS, _MOST_ROWS = 3, 10
_MADE, _PEOPLE, _ADDRESSES, _TESTED, _LOOK = range(5)
_MADE_WIDTH = 136
_AROUND, _AROUND_TEXT = 112, 202
"""Pixels around the list: what does not grow with the letters, and what does."""
_OLD_DAYS, _TOO_OLD_DAYS = 14, 30
"""From so many days without a new copy the message is amber, and then brick (ui-notes, 02)."""


class SafetyTab(Tab):
    """The copies of the file. `put_back` gives the file that a copy became."""

    put_back = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.model: ShortModel[Copy] = ShortModel(self._columns())
        self.table = Table(text(N_("Copies")), self.model)
        self.newest = Note("done")
        self._note = read_only_note()
        self.make_button = Button(text(N_("Make a copy now")), "primary", "copy")
        self.away_button = Button(text(N_("Copy in another place…")), "secondary", "usb")
        self.look_button = Button(text(N_("Look at this copy")), "secondary", "eye")
        self.file_button = Button(text(N_("Put back from a file…")), "secondary", "archive-restore")
        self.file_cards = FileCards(self.desk)
        self.restoring = RestoreView(self.desk)
        columns = Columns((8, 5))
        columns.left.addWidget(self._note)
        columns.left.addWidget(self._copies_card())
        columns.right.addWidget(self.file_cards)
        columns.end()
        self._stack = QStackedWidget()
        self._stack.addWidget(columns)
        self._stack.addWidget(self.restoring)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _copies_card(self) -> Card:
        made, box = card(text(N_("Copies")))
        words = text(N_("Made by themselves, each day that you work. Each one is opened and counted."))
        box.addWidget(PlainLabel(words, "second", size="small"))
        box.addWidget(self.table)
        box.addWidget(self.newest)
        box.addWidget(flow(self.make_button, self.look_button, self.away_button, self.file_button))
        return made

    def _columns(self) -> Sequence[Column[Copy]]:
        return (
            Column(text(N_("Made")), self._made, "plain", 0, self._made_icon, self._made_role),
            Column(text(N_("People")), lambda copy: _count(copy, "person"), "number", 76),
            Column(text(N_("Addresses")), lambda copy: _count(copy, "address"), "number", 88),
            Column(text(N_("Tested")), _tested, "state", 156, _tested_icon, _tested_role),
            Column("", lambda copy: _("Look") if copy.info else "", "state", 72, role=lambda _copy: "primary"),
        )

    def _made(self, copy: Copy) -> str:
        return moment_words(copy.made_at, self.desk.clock.today())

    def _made_icon(self, copy: Copy) -> str:
        """Where there is no room for the column that says it, the icon stands with the day."""
        return "circle-alert" if copy.info is None and self.table.isColumnHidden(_TESTED) else ""

    def _made_role(self, copy: Copy) -> str:
        return "wrong" if self._made_icon(copy) else ""

    def _connect(self) -> None:
        self.make_button.clicked.connect(self._make)
        self.away_button.clicked.connect(self._make_elsewhere)
        self.look_button.clicked.connect(lambda: self._look(self.table.currentIndex().row()))
        self.file_button.clicked.connect(self._choose)
        self.table.opened.connect(self._look)
        self.table.clicked.connect(self._clicked)
        self.table.chosen.connect(self._name_buttons)
        self.restoring.left.connect(self.show_copies)
        self.restoring.put_back.connect(self.put_back.emit)

    # Tab

    def refresh(self, changes: Changes | None = None) -> None:
        """Show the copies there are; a change in the file changes none of them, only how a copy compares to it."""
        store = self.desk.store
        if store is None:
            return
        if self._stack.currentWidget() is self.restoring:
            self.restoring.refresh()
        if changes is not None:
            return
        locked = is_read_only(self.desk)
        self._note.setVisible(locked)
        self.make_button.setEnabled(not locked)
        self.file_cards.show_file(store.path)
        self.desk.later("settings_copies", copies_of, self.show_lines)

    def show_lines(self, copies: Sequence[Copy]) -> None:
        """Show these copies, newest first; the keyboard stays on the one it was on."""
        before = self.model.record(self.table.currentIndex().row())
        self.model.set_records(copies)
        self._fit()
        self.table.setVisible(bool(copies))
        row = next((at for at, copy in enumerate(copies) if before is not None and copy.file == before.file), 0)
        self.table.choose(row)
        self._say_newest(copies)
        self._name_buttons(self.table.currentIndex().row())

    def focus_first(self) -> None:
        """Put the keyboard on the button that makes a copy, or where the work began."""
        if self._stack.currentWidget() is self.restoring:
            self.restoring.focus_first()
        elif self.make_button.isEnabled():
            self.make_button.setFocus()
        else:
            self.table.setFocus()

    def show_copies(self) -> None:
        """Show the list again, with the keyboard on it."""
        self._stack.setCurrentIndex(0)
        self.table.setFocus()

    def show_copy(self, copy: BackupInfo) -> None:
        """Show one copy beside what is in the file now."""
        self.restoring.show_copy(copy)
        self._stack.setCurrentWidget(self.restoring)
        self.restoring.focus_first()

    def pictures(self) -> list[Picture]:
        """Return the list of copies, an empty one, and a copy beside the file."""
        return [
            Picture("21-veiligheid", self._show_all),
            Picture("21-veiligheid-terugzetten", self._show_newest),
            Picture("21-veiligheid-leeg", self._show_none),
            Picture("21-veiligheid-controle", self._show_checked),
        ]

    def _show_all(self) -> None:
        self.refresh()
        self.show_copies()

    def _show_newest(self) -> None:
        self.desk.later("settings_picture", lambda store: store.backup(), self.show_copy)

    def _show_none(self) -> None:
        # Under the same key: the true copies, if they are still on their way, do not come over this.
        self.desk.later("settings_copies", lambda _store: (), self.show_lines)
        self.show_copies()

    def _show_checked(self) -> None:
        self._show_all()
        self.desk.later("settings_check", lambda store: store.check(), self.file_cards.show_report)

    # Slots

    def _say_newest(self, copies: Sequence[Copy]) -> None:
        if not copies:
            self.newest.set_words(text(N_("There is no copy yet. Make one now.")), "care")
            return
        newest = copies[0]
        if newest.info is None:
            words = text(N_("The newest copy cannot be opened. Make a new one; look at the one before it."))
            self.newest.set_words(words, "wrong")
            return
        days = max(0, (self.desk.clock.today() - local(newest.made_at).date()).days)
        kind = "wrong" if days >= _TOO_OLD_DAYS else "care" if days >= _OLD_DAYS else "done"
        self.newest.set_words(_age(days), kind)

    def _name_buttons(self, row: int) -> None:
        copy = self.model.record(row)
        self.look_button.setEnabled(copy is not None and copy.info is not None)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == _LOOK:
            self._look(index.row())

    def _look(self, row: int) -> None:
        copy = self.model.record(row)
        if copy is not None and copy.info is not None:
            self.show_copy(copy.info)

    def _make(self) -> None:
        store = self.desk.store
        if store is not None:
            self.desk.start(text(N_("Making a copy")), lambda _progress: store.backup(), self._is_made)

    def _make_elsewhere(self) -> None:
        store = self.desk.store
        if store is None:
            return
        suggested = store.path.with_name(f"{store.path.stem}-{self.desk.clock.today():%Y-%m-%d}{backup.SUFFIX}")
        chosen = self.desk.choosing.save_file(self, text(N_("Copy in another place")), suggested, COPY_FILES)
        if chosen is not None:
            target = elsewhere(chosen)
            self.desk.start(text(N_("Making a copy")), lambda _progress: store.backup(target), self._is_made)

    def _is_made(self, info: BackupInfo) -> None:
        self.desk.tell(text(N_("Copy made and checked: {name}."), name=info.file.name))
        self.desk.copies_changed.emit()

    def _choose(self) -> None:
        file = self.desk.choosing.open_file(self, text(N_("Choose a copy")), COPY_FILES)
        if file is None:
            return
        # Only a copy is opened: looking into the group file itself would take its locks away (POSIX).
        if file.suffix.lower() != backup.SUFFIX:
            self.desk.tell(text(N_("Choose a copy: a file whose name ends in .buurtkopie.")), "wrong")
            return
        self._open_copy(file)

    def _open_copy(self, file: Path) -> None:
        words = text(N_("Opening {name}"), name=file.name)
        self.desk.start(words, lambda _progress: backup.read_info(file), self.show_copy)

    # Looks

    def _fit(self) -> None:
        theme = look.current()
        room = (self.height() - _AROUND - theme.px(_AROUND_TEXT)) // row_height(theme)
        rows = min(max(self.model.rowCount(), 1), max(room, _LEAST_ROWS), _MOST_ROWS)
        self.table.setFixedHeight(theme.px(30) + rows * row_height(theme) + 6)
        wide, hidden = self.table.width() - theme.px(_MADE_WIDTH), set()
        for column in (_TESTED, _PEOPLE, _ADDRESSES, _LOOK):
            wide -= theme.px(self.model.column(column).width)
            if wide < 0:
                hidden.add(column)
        self.table.hide_columns(hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as many rows and columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the list as high as its rows when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "table"):
            self._fit()


def _count(copy: Copy, table: str) -> str:
    return figure(copy.info.counts.get(table, 0)) if copy.info is not None else ""


def _tested(copy: Copy) -> str:
    return _("can be put back") if copy.info is not None else _("cannot be opened")


def _tested_icon(copy: Copy) -> str:
    return "circle-check" if copy.info is not None else "circle-alert"


def _tested_role(copy: Copy) -> str:
    return "primary" if copy.info is not None else "wrong"


def _age(days: int) -> Text:
    if days == 0:
        return text(N_("The newest copy is of today."))
    return plural_text("The newest copy is {count} day old.", "The newest copy is {count} days old.", days)
