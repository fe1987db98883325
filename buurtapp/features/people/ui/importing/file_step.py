"""The first step: which list? A file by button or dropped here, or what was copied in Excel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from buurtapp.core.errors import BuurtappError
from buurtapp.core.i18n import N_, text
from buurtapp.core.trouble import sentence
from buurtapp.features.people.ui.importing.parts import scrolling, stacked
from buurtapp.uikit.controls import Button, Card, Heading, Icon, Note, PlainLabel, restyle
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import Flow

KINDS = N_("Lists (*.xlsx *.xls *.ods *.csv *.tsv *.txt *.vcf);;All files (*)")


class FileStep(QWidget):
    """Asks for a list. `chosen` has a file, `pasted` a text."""

    chosen = Signal(object)
    pasted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget()
        box = stacked(inner, (24, 0, 24, 16), 16)
        stacked(self).addWidget(scrolling(inner))
        self.note = Note("wrong")
        self.note.label.setMinimumWidth(1)
        self.note.hide()
        self.card = Card()
        self.setAcceptDrops(True)
        inside = stacked(self.card, (24, 24, 24, 24), 8)
        self.choose_button = Button(text(N_("Choose a file")), "primary", "folder-open")
        self.paste_button = Button(text(N_("Paste from Excel (Ctrl+V)")), "secondary", "copy")
        inside.addWidget(Icon("file-spreadsheet", "ink-2", 32))
        inside.addWidget(Heading(text(N_("Which list do you want to read?")), "h2", wrap=True))
        inside.addWidget(
            PlainLabel(
                text(N_("Choose a file, drop it here, or copy the rows in Excel and paste them here.")), "second"
            )
        )
        inside.addSpacing(8)
        buttons = QWidget()
        row = Flow(buttons, 12)
        for button in (self.choose_button, self.paste_button):
            row.addWidget(button)
        inside.addWidget(buttons)
        inside.addSpacing(8)
        inside.addWidget(PlainLabel(text(N_("These can be read")), size="small", strong=True))
        for words in (
            text(N_("Excel and LibreOffice: .xlsx, .xls and .ods")),
            text(N_("Text with columns: .csv, .tsv and .txt")),
            text(N_("Contacts from a phone or from Google: .vcf")),
        ):
            inside.addWidget(PlainLabel(words, "second", size="small"))
        box.addWidget(self.note)
        box.addWidget(self.card)
        safe = text(N_("Nothing is saved yet. You see first what comes in, and the list itself stays as it is."))
        box.addWidget(Note("info", safe))
        box.addStretch(1)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.ask)
        self.paste_button.clicked.connect(self.paste)

    def ask(self) -> None:
        """Ask for a file, in the dialog of the system."""
        file = self._desk.choosing.open_file(self, text(N_("Choose a list")), text(KINDS))
        if file is not None:
            self.chosen.emit(file)

    def paste(self) -> None:
        """Take what was copied: rows of a spreadsheet, or a file."""
        # Qt gives none at all when nothing was ever copied (6.11), whatever its types say.
        copied = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
        files = files_in(copied) if copied is not None else []
        if files:
            self.take(files)
        elif copied is not None and copied.hasText() and copied.text().strip():
            self.pasted.emit(copied.text())
        else:
            self.note.set_words(
                text(N_("Nothing was copied yet. Select the rows in Excel, press Ctrl+C, and paste here.")), "care"
            )
            self.note.show()

    def take(self, files: Sequence[Path]) -> None:
        """Read the file that was dropped or copied; of several at once nothing is read, in a sentence."""
        if len(files) == 1:
            self.chosen.emit(files[0])
            return
        self.note.set_words(
            text(N_("These are {count} files. Drop or paste one list at a time."), count=len(files)), "care"
        )
        self.note.show()

    def show_refusal(self, error: BuurtappError | None) -> None:
        """Say why a list cannot be read; the way to another one stays open."""
        self.note.setVisible(error is not None)
        if error is not None:
            self.note.set_words(sentence(error), "wrong")

    def focus_first(self) -> None:
        """Put the keyboard on the first button."""
        self.choose_button.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files of this computer."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()
            self._mark(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Look as before."""
        super().dragLeaveEvent(event)
        self._mark(on=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read what was dropped."""
        self._mark(on=False)
        files = files_in(event.mimeData())
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.take(files)

    def _mark(self, *, on: bool) -> None:
        self.card.setProperty("kind", "done" if on else "card")
        restyle(self.card)


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this computer in what was dropped or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
