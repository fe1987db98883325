"""What each tab of the settings is: a part of the page that shows what is true now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.uikit.controls import Card, Heading, Note
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture, column
from buurtapp.uikit.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from buurtapp.core.store.changes import Changes


class Tab(QWidget):
    """A tab of the settings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now; `changes` tells which rows were touched, None means anything."""

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""
        self.setFocus()

    def pictures(self) -> list[Picture]:
        """Return the states of this tab worth looking at."""
        return []


def is_read_only(desk: Desk) -> bool:
    """Return whether the file that is open was opened only to look at."""
    return desk.store is None or desk.store.read_only


def read_only_note() -> Note:
    """Return the message that says why nothing can be changed."""
    return Note("info", text(N_("You are only looking at this file. Nothing can be changed here.")))


def card(title: Words, size: str = "h2") -> tuple[Card, QVBoxLayout]:
    """Return a card with a title, and its layout."""
    made = Card()
    box = column(made, (20, 16, 20, 20), 12)
    if title:
        box.addWidget(Heading(title, size, wrap=True))
    return made, box
