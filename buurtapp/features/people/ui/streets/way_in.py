"""The way from the list of people to the streets, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from buurtapp.features.people.ui.head import PeopleHead
from buurtapp.uikit.desk import Desk

if TYPE_CHECKING:
    from buurtapp.features.people.ui.streets.view import StreetsView


class Streets(QObject):
    """Shows the view of streets in the stack of the page, of which the list of people is the first."""

    def __init__(self, desk: Desk, stack: QStackedWidget, head: PeopleHead) -> None:
        super().__init__(stack)
        self._desk = desk
        self._stack = stack
        self._head = head
        self._view: StreetsView | None = None
        head.streets_button.clicked.connect(self.open)

    def view(self) -> StreetsView:
        """Return the view; made at its first use."""
        if self._view is None:
            from buurtapp.features.people.ui.streets.view import StreetsView  # noqa: PLC0415 - only when it is opened

            self._view = StreetsView(self._desk)
            self._view.closed.connect(self._on_closed)
            self._stack.addWidget(self._view)
        return self._view

    def open(self) -> None:
        """Show all streets."""
        self._stack.setCurrentWidget(self.view())
        self.view().begin()
        self.view().setFocus()

    def _on_closed(self) -> None:
        self._stack.setCurrentIndex(0)
        (self._head.streets_button if self._head.streets_button.isVisible() else self._head.search).setFocus()
