"""A list of any length for Qt: the numbers of all rows, and the rows themselves a page at a time, when shown."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Record = TypeVar("Record")
PAGE = 128
_PAGES_KEPT = 64
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """One column: its heading, made anew for each language, and what it says of a record."""

    heading: Callable[[], str]
    text: Callable[[Record], str]


class PagedModel(QAbstractTableModel, Generic[Record]):
    """Shows rows by number. `fetch` is asked for pages of 128 numbers, in their order, and answers at once."""

    RECORD_ROLE = Qt.ItemDataRole.UserRole + 1

    def __init__(self, columns: Sequence[Column[Record]], fetch: Callable[[Sequence[int]], Sequence[Record]]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._fetch = fetch
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, Sequence[Record]] = OrderedDict()

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these rows from now on."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def ids(self) -> Sequence[int]:
        """Return the numbers of all rows, in their order."""
        return self._ids

    def forget(self) -> None:
        """Fetch what is shown anew: the rows changed, their order did not."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self._columns) - 1))

    def record(self, row: int) -> Record | None:
        """Return the record in a row; None when it is gone since the list was made."""
        if not 0 <= row < len(self._ids):
            return None
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(self._ids[number * PAGE : (number + 1) * PAGE])
            self._pages[number] = page
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, or its whole record under RECORD_ROLE."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, self.RECORD_ROLE):
            return None
        record = self.record(index.row())
        if record is None or role == self.RECORD_ROLE:
            return record
        return self._columns[index.column()].text(record)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._columns[section].heading()
