"""Questions to the person at the screen that stop everything: which file, and the few things that cannot be undone."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.uikit.words import Words, plain, say


class Choosing(Protocol):
    """Who is asked; in a test a list of answers."""

    def open_file(self, parent: QWidget, title: Text, kinds: Words) -> Path | None:
        """Return a file that is there, or None; `kinds` as Qt writes them: "Lists (*.xlsx *.csv)"."""

    def save_file(self, parent: QWidget, title: Text, suggested: Path, kinds: Words) -> Path | None:
        """Return a name for a new file, or None."""

    def folder(self, parent: QWidget, title: Text) -> Path | None:
        """Return a folder, or None."""

    def sure(self, parent: QWidget, question: Words, more: Words, yes: Words) -> bool:
        """Return whether somebody is sure; only for what cannot be undone. `yes` says what will happen."""

    def tell(self, parent: QWidget | None, words: Words) -> None:
        """Say something that must be read before going on."""


class Screen:
    """Asks the person, with the dialogs of the system."""

    def open_file(self, parent: QWidget, title: Text, kinds: Words) -> Path | None:
        """Return a file that is there, or None."""
        name, _kind = QFileDialog.getOpenFileName(parent, title.render(), "", say(kinds))
        return Path(name) if name else None

    def save_file(self, parent: QWidget, title: Text, suggested: Path, kinds: Words) -> Path | None:
        """Return a name for a new file, or None; the system asks before a file is replaced."""
        name, _kind = QFileDialog.getSaveFileName(parent, title.render(), str(suggested), say(kinds))
        return Path(name) if name else None

    def folder(self, parent: QWidget, title: Text) -> Path | None:
        """Return a folder, or None."""
        name = QFileDialog.getExistingDirectory(parent, title.render())
        return Path(name) if name else None

    def sure(self, parent: QWidget, question: Words, more: Words, yes: Words) -> bool:
        """Return whether somebody is sure; Escape and Enter both leave things as they are."""
        box = QMessageBox(parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("Buurtapp")
        box.setText(say(question))
        box.setInformativeText(say(more))
        does = QPushButton(plain(say(yes)))
        box.addButton(does, QMessageBox.ButtonRole.AcceptRole)
        keeps = box.addButton(plain(text(N_("Leave it as it is")).render()), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keeps)
        box.exec()
        return box.clickedButton() is does

    def tell(self, parent: QWidget | None, words: Words) -> None:
        """Say something that must be read before going on."""
        box = QMessageBox(parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("Buurtapp")
        box.setText(say(words))
        box.exec()


class Nobody:
    """Answers when nobody is there to ask, as for pictures: no file, not sure."""

    def open_file(self, _parent: QWidget, _title: Text, _kinds: Words) -> Path | None:
        """Return None."""
        return None

    def save_file(self, _parent: QWidget, _title: Text, _suggested: Path, _kinds: Words) -> Path | None:
        """Return None."""
        return None

    def folder(self, _parent: QWidget, _title: Text) -> Path | None:
        """Return None."""
        return None

    def sure(self, _parent: QWidget, _question: Words, _more: Words, _yes: Words) -> bool:
        """Return False."""
        return False

    def tell(self, _parent: QWidget | None, _words: Words) -> None:
        """Say nothing."""
