"""A field for a place: what was used before is offered while typing, with how many people fit there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from buurtapp.core.i18n import plural_text
from buurtapp.core.text import fold
from buurtapp.features.activities.places import queries as places
from buurtapp.features.activities.places.records import Place
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import one_line, say

_MOST = 6
_LONGEST = 120
_PLACE_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class PlaceEdit(QLineEdit):
    """Holds the name of a place. `chosen` tells the place that was picked from the list; any other name will do too."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._known: list[Place] = []
        self._found = QStandardItemModel(self)
        self._list = QCompleter(self._found, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        # Not `setCompleter`: that would write the line of the list, with its number, into the field.
        self._list.setWidget(self)
        self.textEdited.connect(self._offer)
        self._list.activated[QModelIndex].connect(self._choose)  # type: ignore[index]

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Look up which places were used, before the first letter is typed."""
        super().focusInEvent(event)
        if self._desk.store is not None:
            self._desk.later("places_used", lambda store: store.read(places.used), self._know)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave Enter to the list while a place is chosen there: a form would take it as done."""
        popup = self._list.popup()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and popup is not None and popup.isVisible() and popup.currentIndex().isValid():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _know(self, known: list[Place]) -> None:
        self._known = known

    def _offer(self, typed: str) -> None:
        wanted = fold(typed)
        found = [one for one in self._known if wanted in fold(one.name) and one.name != typed] if wanted else []
        self._found.clear()
        for one in found[:_MOST]:
            item = QStandardItem(_line(one))
            item.setData(one, _PLACE_ROLE)
            self._found.appendRow(item)
        popup = self._list.popup()
        if found and self.hasFocus():
            self._list.complete()
        elif popup is not None:
            popup.hide()

    def _choose(self, index: QModelIndex) -> None:
        place = index.data(_PLACE_ROLE)
        if isinstance(place, Place):
            self.setText(one_line(place.name))
            self.setCursorPosition(0)
            self.chosen.emit(place)


def _line(place: Place) -> str:
    name = one_line(place.name)[:_LONGEST]
    if place.capacity is None:
        return name
    return say(plural_text("{place} · {count} place", "{place} · {count} places", place.capacity, place=name))
