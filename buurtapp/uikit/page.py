"""What every workspace is: a widget that shows what is true now, and says which of the common commands it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from buurtapp.uikit.desk import Desk

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes


@dataclass(frozen=True, slots=True)
class Picture:
    """A state of a screen worth looking at: its name as in the design, and how to get there.

    `show` returns what is to be seen when that is not the whole window, such as a dialog.
    """

    name: str
    show: Callable[[], QWidget | None]


class Page(QFrame):
    """A workspace. `offers` names the commands of the menu it has: "new", "print" and "find"."""

    offers: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.desk = desk

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now; `changes` tells which rows were touched, None means anything."""

    def show_place(self, **where: object) -> None:
        """Show one thing of this workspace, for instance `activity=3`; without anything its first screen."""

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""
        self.setFocus()

    def new(self) -> None:
        """Begin something new (Ctrl+N)."""

    def print_it(self) -> None:
        """Print what is shown (Ctrl+P)."""

    def search(self) -> None:
        """Put the keyboard in the search field (Ctrl+F)."""

    def pictures(self) -> list[Picture]:
        """Return the states of this screen, for pictures and for the check of all screens."""
        return []

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Write dates and numbers in the new language too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.desk.store is not None:
            self.refresh()


def column(parent: QWidget, margins: tuple[int, int, int, int] = (24, 12, 24, 24), spacing: int = 16) -> QVBoxLayout:
    """Return the upright layout of a page or card, made for it."""
    made = QVBoxLayout(parent)
    made.setContentsMargins(*margins)
    made.setSpacing(spacing)
    return made
