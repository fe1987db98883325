"""Where the group file is, and whether it is whole."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.check import FileReport
from buurtapp.shell.settings.columns import flow
from buurtapp.shell.settings.tab import card
from buurtapp.uikit.controls import Button, Note, PlainLabel
from buurtapp.uikit.desk import Desk

_MOST_PROBLEMS = 5
_SHORT = 12


class FileCards(QWidget):
    """Two cards below each other: where the file is, and the check of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._build()
        self._connect()

    def _build(self) -> None:
        self.name = PlainLabel("", strong=True)
        self.folder = PlainLabel("", "second")
        for label in (self.name, self.folder):
            label.setMinimumWidth(1)
        self.show_button = Button(text(N_("Show the folder")), "secondary", "folder-open")
        self.check_button = Button(text(N_("Check the file")), "secondary", "shield-check")
        self.result = Note("done")
        self.figures = PlainLabel("", "second", size="small")
        self.digest = PlainLabel("", "second", size="small")
        where, box = card(text(N_("The file of your group")))
        for widget in (self.name, self.folder, flow(self.show_button)):
            box.addWidget(widget)
        box.addWidget(PlainLabel(text(N_("Everything is on this laptop, nothing is on the internet.")), size="small"))
        whole, below = card(text(N_("Is the file whole?")))
        words = text(N_("Every page and every line is looked at. It takes a few seconds."))
        below.addWidget(PlainLabel(words, "second", size="small"))
        for widget in (flow(self.check_button), self.result, self.figures, self.digest):
            below.addWidget(widget)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(16)
        stack.addWidget(where)
        stack.addWidget(whole)
        self._hide_report()

    def _connect(self) -> None:
        self.show_button.clicked.connect(self._show_folder)
        self.check_button.clicked.connect(self._check)

    def show_file(self, file: Path) -> None:
        """Show where a group file is."""
        self.name.set_words(breakable(file.name))
        self.folder.set_words(breakable(str(file.parent)))

    def show_report(self, report: FileReport) -> None:
        """Show what a check found."""
        counts = report.counts
        words: Text = text(N_("The file is whole."))
        if not report.ok:
            words = text(N_("Something is wrong with the file. Put back a copy that can be opened."))
        self.result.set_words(words, "done" if report.ok else "wrong")
        self.figures.set_words(
            text(
                N_("People: {people}. Addresses: {addresses}. Activities: {activities}."),
                people=counts.get("person", 0),
                addresses=counts.get("address", 0),
                activities=counts.get("activity", 0),
            )
            if report.ok
            else "\n".join(breakable(line) for line in report.problems[:_MOST_PROBLEMS])
        )
        self.digest.set_words(text(N_("Check code: {code}"), code=report.digest[:_SHORT]))
        for part in (self.result, self.figures, self.digest):
            part.show()

    def _hide_report(self) -> None:
        for part in (self.result, self.figures, self.digest):
            part.hide()

    # Slots

    def _show_folder(self) -> None:
        if self.desk.store is not None:
            folder = self.desk.store.path.parent
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
                self.desk.tell(text(N_("The folder could not be shown. Look for it in your own file window.")), "care")

    def _check(self) -> None:
        store = self.desk.store
        if store is not None:
            self._hide_report()
            self.desk.start(text(N_("Checking the file")), lambda _progress: store.check(), self.show_report)


def breakable(words: str) -> str:
    """Return a long path so that it can be broken anywhere: a sign without width after each slash and each 12 signs."""
    # The words are only shown: what is copied or opened is the path itself.
    return re.sub(r"([/\\]|[^/\\\s]{12})", "\\1\u200b", words)
