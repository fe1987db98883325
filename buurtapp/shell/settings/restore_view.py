"""A copy beside the file of now: what is in each, and the button that puts the copy back as a new file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.store.backup import BackupInfo
from buurtapp.shell.settings.columns import Columns, flow
from buurtapp.shell.settings.copies import Present, moment_words, present, put_back, restored_name
from buurtapp.shell.settings.file_card import breakable
from buurtapp.shell.settings.tab import card
from buurtapp.uikit.controls import Button, Heading, Line, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import Words, figure

_ROWS = (
    ("person", text(N_("People"))),
    ("address", text(N_("Addresses"))),
    ("activity", text(N_("Activities"))),
)


class RestoreView(QWidget):
    """Compares a copy with the file. `left` asks to go back; `put_back` gives the new file."""

    left = Signal()
    put_back = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._copy: BackupInfo | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.back_button = Button(text(N_("Back to the copies")), "quiet", "arrow-left")
        self.title = Heading("", "h2", wrap=True)
        self.same = Note("info")
        self.promise = PlainLabel()
        self.promise.setMinimumWidth(1)
        self.put_button = Button(text(N_("Put back as a new file")), "primary")
        self.leave_button = Button(text(N_("Leave it as it is")))
        made, box = card("")
        box.addWidget(self.title)
        box.addWidget(self._figures())
        for widget in (self.same, self.promise, flow(self.put_button, self.leave_button)):
            box.addWidget(widget)
        columns = Columns((1, 0))
        columns.left.addWidget(flow(self.back_button))
        columns.left.addWidget(made)
        columns.end()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(columns)

    def _figures(self) -> QWidget:
        """A small table: each row says what, how much now, how much in the copy, and the difference."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.now_at, self.copy_at = PlainLabel(wrap=True), PlainLabel(wrap=True)
        self.cells: dict[str, tuple[PlainLabel, PlainLabel, PlainLabel]] = {}
        heads = (text(N_("In the file now")), text(N_("In this copy")))
        for at, (words, moment) in enumerate(zip(heads, (self.now_at, self.copy_at), strict=True), 1):
            grid.addWidget(PlainLabel(words, strong=True), 0, at)
            moment.set_kind("second")
            grid.addWidget(moment, 1, at)
        for row, (name, words) in enumerate(_ROWS):
            grid.addWidget(Line(), 2 + 2 * row, 0, 1, 4)
            grid.addWidget(PlainLabel(words), 3 + 2 * row, 0)
            cells = (PlainLabel("", size="h2", strong=True), PlainLabel("", size="h2", strong=True), PlainLabel())
            for at, cell in enumerate(cells, 1):
                grid.addWidget(cell, 3 + 2 * row, at, Qt.AlignmentFlag.AlignVCenter)
            self.cells[name] = cells
        for at, share in enumerate((3, 3, 3, 3)):
            grid.setColumnStretch(at, share)
        return table

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left.emit)
        self.leave_button.clicked.connect(self.left.emit)
        self.put_button.clicked.connect(self._put_back)
        escape = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left.emit)

    def show_copy(self, copy: BackupInfo) -> None:
        """Show a copy; what is in the file now is looked up in the background."""
        self._copy = copy
        store = self.desk.store
        if store is None:
            return
        made = self._words(copy.made_at)
        self.title.set_words(text(N_("Copy of {day}"), day=made))
        self.now_at.set_words(self._words(self.desk.clock.now()))
        self.copy_at.set_words(made)
        self.put_button.setEnabled(True)
        self.same.hide()
        for name, (now, then, difference) in self.cells.items():
            now.set_words("…")
            then.set_words(figure(copy.counts.get(name, 0)))
            difference.set_words("")
        self.promise.set_words(_promise(store.path, restored_name(store.path, copy.made_at)))
        self.desk.later("settings_present", present, self._compare)

    def refresh(self) -> None:
        """Say it all again, in the language of now."""
        if self._copy is not None:
            self.show_copy(self._copy)

    def focus_first(self) -> None:
        """Put the keyboard on the button that changes nothing."""
        self.back_button.setFocus()

    # Slots

    def _words(self, moment: datetime) -> str:
        return moment_words(moment, self.desk.clock.today())

    def _compare(self, now: Present) -> None:
        copy = self._copy
        if copy is None:
            return
        for name, (count, _then, difference) in self.cells.items():
            there, then = now.counts.get(name, 0), copy.counts.get(name, 0)
            count.set_words(figure(there))
            difference.set_words(_difference(then - there))
            difference.set_kind("second" if then == there else "care")
        words: Text = text(N_("The copy is different from the file. Putting it back takes nothing away."))
        if copy.digest == now.digest:
            words = text(N_("This copy holds exactly what is in the file now."))
        self.same.set_words(words)
        self.same.show()

    def _put_back(self) -> None:
        store, copy = self.desk.store, self._copy
        if store is None or copy is None:
            return
        self.put_button.setEnabled(False)
        words = text(N_("Putting back the copy"))
        job = self.desk.start(words, lambda _progress: put_back(store, copy), self._is_back)
        job.failed.connect(self._not_back)

    def _is_back(self, file: Path) -> None:
        store = self.desk.store
        old = store.path.name if store is not None else ""
        words = N_("The copy is back as the new file {name}. The file {old} is still there, as it was.")
        self.desk.tell(text(words, name=file.name, old=old), "info")
        self.desk.copies_changed.emit()
        self.put_back.emit(file)

    def _not_back(self, _error: object) -> None:
        self.put_button.setEnabled(True)


def _difference(more: int) -> Words:
    if more == 0:
        return text(N_("the same"))
    if more > 0:
        return plural_text("{count} more in the copy", "{count} more in the copy", more)
    return plural_text("{count} fewer in the copy", "{count} fewer in the copy", -more)


def _promise(old: Path, new: Path) -> Text:
    words = N_("The copy becomes a new file beside this one: {new}. Your file {old} stays, and gets a copy first.")
    return text(words, new=breakable(new.name), old=breakable(old.name))
