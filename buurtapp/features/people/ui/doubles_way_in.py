"""The way from the list of people to the doubles among them, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from buurtapp.features.people.ui.head import PeopleHead
from buurtapp.uikit.desk import Desk

if TYPE_CHECKING:
    from buurtapp.features.people.ui.doubles_view import DoublesView


class Doubles(QObject):
    """Shows the view of doubles in the stack of the page, of which the list of people is the first."""

    def __init__(self, desk: Desk, stack: QStackedWidget, head: PeopleHead) -> None:
        super().__init__(stack)
        self._desk = desk
        self._stack = stack
        self._head = head
        self._view: DoublesView | None = None
        head.doubles_button.clicked.connect(self.open)

    def view(self) -> DoublesView:
        """Return the view; made at its first use."""
        if self._view is None:
            from buurtapp.features.people.ui.doubles_view import DoublesView  # noqa: PLC0415 - only when it is opened

            self._view = DoublesView(self._desk)
            self._view.closed.connect(self._on_closed)
            self._stack.addWidget(self._view)
        return self._view

    def open(self) -> None:
        """Show likely doubles: everybody is compared anew."""
        self.show()
        self.view().begin()
        self.view().setFocus()

    def show(self) -> None:
        """Show the view as it was left."""
        self._stack.setCurrentWidget(self.view())

    def _on_closed(self) -> None:
        self._stack.setCurrentIndex(0)
        (self._head.doubles_button if self._head.doubles_button.isVisible() else self._head.more).setFocus()
