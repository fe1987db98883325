"""A field for one person: type a few letters, choose from the list that opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import PersonRow
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import one_line, say

_MOST = 8
_ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class PersonEdit(QLineEdit):
    """Holds somebody's number, or None; the text is what is typed or who was chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found = QStandardItemModel(self)
        self._list = QCompleter(self._found, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        # Not `setCompleter`: that would open the list of the letters before this one.
        self._list.setWidget(self)
        self.person_id: int | None = None
        self._say()
        self.textEdited.connect(self._look_up)
        self._list.activated[QModelIndex].connect(self._choose)  # type: ignore[index]

    def _say(self) -> None:
        self.setPlaceholderText(say(text(N_("Type a few letters of a name"))))

    def show_person(self, number: int | None, name: str) -> None:
        """Show who it is; nobody is told of it."""
        self.person_id = number
        self.setText(one_line(name))
        self.setCursorPosition(0)

    def is_settled(self) -> bool:
        """Return whether it is somebody, or nobody on purpose."""
        return self.person_id is not None or not self.text().strip()

    def is_choosing(self) -> bool:
        """Return whether the list of names is open: then Enter chooses one of them."""
        popup = self._list.popup()
        return popup is not None and popup.isVisible()

    def _look_up(self, typed: str) -> None:
        self.person_id = None
        if not typed.strip():
            self._show([])
            return
        self._desk.later(
            "contact_person",
            lambda store: store.read(listing.rows, store.read(listing.find_ids, typed, _MOST)),
            self._show,
        )

    def _show(self, people: list[PersonRow]) -> None:
        self._found.clear()
        for person in people:
            item = QStandardItem(_line(person))
            item.setData(person.id, _ID_ROLE)
            self._found.appendRow(item)
        popup = self._list.popup()
        if people and self.hasFocus() and self.person_id is None:
            self._list.complete()
            if popup is not None:
                popup.setCurrentIndex(self._list.completionModel().index(0, 0))
        elif popup is not None:
            popup.hide()

    def _choose(self, index: QModelIndex) -> None:
        number = index.data(_ID_ROLE)
        if isinstance(number, int):
            self.show_person(number, str(index.data()))
            self.editingFinished.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


def _line(person: PersonRow) -> str:
    return ", ".join(part for part in (one_line(person.name.spoken), one_line(person.door.line)) if part)
