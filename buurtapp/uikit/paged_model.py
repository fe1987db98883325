"""A list of any length for Qt: the numbers of all rows, and the rows themselves a page at a time, when shown.

Groups (a street, a phase) are rows too: a negative number, which stands for a `Group`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from buurtapp.core.i18n import _
from buurtapp.uikit.words import Words, one_line, say

Record = TypeVar("Record")
PAGE = 128
_PAGES_KEPT = 64
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

CellLook = Literal["plain", "strong", "second", "number", "tags", "tick", "state", "plate", "windows", "dated"]
"""How a cell looks: words, bold, quiet, to the right, tags, a box to tick, icon with word, a street sign, windows with
a word, a quiet day before words."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """One column: heading, what it says of a record, and how that looks. `width` in pixels at 100 %; 0 takes the rest.

    `icon` gives an icon and `role` a colour for each record; `text` of a "tags" column has one tag in a line, of a
    "dated" one the day in the first. `lit` tells how many windows light up.
    """

    heading: Words
    text: Callable[[Record], str]
    look: CellLook = "plain"
    width: int = 0
    icon: Callable[[Record], str] | None = None
    role: Callable[[Record], str] | None = None
    lit: Callable[[Record], int] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A row that stands above others: a street sign or bold words, and quiet words behind.

    `is_folded` tells whether its rows are hidden; None: they cannot be.
    """

    title: Words
    more: Words = ""
    is_place: bool = False
    is_folded: bool | None = None


class PagedModel(QAbstractTableModel, Generic[Record]):
    """Shows rows by number.

    `fetch` is asked for pages of up to 128 numbers and answers at once, in their order; None for what is gone.
    """

    RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
    ticks_changed = Signal()

    def __init__(
        self, columns: Sequence[Column[Record]], fetch: Callable[[Sequence[int]], Sequence[Record | None]]
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._fetch = fetch
        self._ids: Sequence[int] = ()
        self._groups: Sequence[Group] = ()
        self._pages: OrderedDict[int, dict[int, Record | None]] = OrderedDict()
        self.ticked: set[int] = set()
        self.sorted_by: tuple[int, bool] | None = None
        """The column that the rows are sorted by, and whether downwards; for the headings."""

    def set_ids(self, ids: Sequence[int], groups: Sequence[Group] = ()) -> None:
        """Show these rows from now on; the number -1 is the first of the groups, -2 the second. Ticks stay."""
        self.beginResetModel()
        self._ids = ids
        self._groups = groups
        self._pages.clear()
        self.endResetModel()

    def ids(self) -> Sequence[int]:
        """Return the numbers of all rows, in their order, groups among them."""
        return self._ids

    def column(self, number: int) -> Column[Record]:
        """Return how a column is made."""
        return self._columns[number]

    def forget(self) -> None:
        """Fetch what is shown anew: the rows changed, their order did not."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self._columns) - 1))

    def group(self, row: int) -> Group | None:
        """Return the group that a row is; None for a record."""
        number = self._ids[row] if 0 <= row < len(self._ids) else 0
        return self._groups[-1 - number] if number < 0 else None

    def record(self, row: int) -> Record | None:
        """Return the record in a row; None for a group, and when it is gone since the list was made."""
        if not 0 <= row < len(self._ids) or self._ids[row] < 0:
            return None
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            wanted = [one for one in self._ids[number * PAGE : (number + 1) * PAGE] if one >= 0]
            page = dict(zip(wanted, self._fetch(wanted), strict=False))
            self._pages[number] = page
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[row])

    def row_of(self, number: int) -> int:
        """Return the row with this number; -1 when it is not shown."""
        try:
            return self._ids.index(number)
        except ValueError:
            return -1

    # Ticks

    def toggle(self, row: int) -> None:
        """Tick a row, or take its tick away."""
        self.tick_rows([row], on=self._ids[row] not in self.ticked)

    def tick_rows(self, rows: Iterable[int], *, on: bool) -> None:
        """Tick these rows or take their ticks away; groups have none."""
        numbers = {self._ids[row] for row in rows if self._ids[row] >= 0}
        self.ticked = self.ticked | numbers if on else self.ticked - numbers
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))
        self.ticks_changed.emit()

    def clear_ticks(self) -> None:
        """Take all ticks away, also of rows that are not shown."""
        self.tick_rows((), on=False)
        self.ticked = set()
        self.ticks_changed.emit()

    # Qt's names

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, or its whole record under RECORD_ROLE."""
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.CheckStateRole,
            self.RECORD_ROLE,
        )
        if role not in wanted or not index.isValid():
            return None
        row, made = index.row(), self._columns[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick(row, made)
        group = self.group(row)
        if group is not None:
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return self._group_name(group, index.column())
            return None if role == self.RECORD_ROLE else self._group_text(group, index.column())
        record = self.record(row)
        if record is None or role == self.RECORD_ROLE:
            return record
        return one_line(made.text(record)) if made.look != "tags" else ", ".join(made.text(record).splitlines())

    def _tick(self, row: int, made: Column[Record]) -> Qt.CheckState | None:
        if made.look != "tick" or self._ids[row] < 0:
            return None
        return Qt.CheckState.Checked if self._ids[row] in self.ticked else Qt.CheckState.Unchecked

    def _group_text(self, group: Group, column: int) -> str:
        return " ".join(filter(None, (say(group.title), say(group.more)))) if column == 0 else ""

    def _group_name(self, group: Group, column: int) -> str:
        """Return what a screen reader says of a group: also whether it is folded."""
        said = self._group_text(group, column)
        if column or group.is_folded is None:
            return said
        state = _("folded") if group.is_folded else _("unfolded")
        return f"{said}, {state}"

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = self._columns[section].look == "number"
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        said = say(self._columns[section].heading)
        if role == Qt.ItemDataRole.AccessibleTextRole and self.sorted_by is not None and self.sorted_by[0] == section:
            way = _("sorted downwards") if self.sorted_by[1] else _("sorted upwards")
            return f"{said}, {way}"
        return said if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class ShortModel(PagedModel[Record]):
    """A short list of which all records are at hand; a row's number is its place among the records."""

    def __init__(self, columns: Sequence[Column[Record]]) -> None:
        super().__init__(columns, lambda numbers: [self._records[number] for number in numbers])
        self._records: Sequence[Record] = ()

    def set_records(self, records: Sequence[Record]) -> None:
        """Show these records from now on."""
        self._records = records
        self.set_ids(range(len(records)))

    def set_grouped(self, groups: Sequence[tuple[Group, Sequence[Record]]]) -> None:
        """Show records below their groups."""
        records: list[Record] = []
        ids: list[int] = []
        for at, (_group, members) in enumerate(groups):
            ids.append(-1 - at)
            ids.extend(range(len(records), len(records) + len(members)))
            records.extend(members)
        self._records = records
        self.set_ids(ids, [group for group, _members in groups])

    def records(self) -> Sequence[Record]:
        """Return all records."""
        return self._records
