"""What stands on the lines of a printed list on the screen: number, crosses, name, and headings between them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from buurtapp.core.i18n import _, p_
from buurtapp.features.activities.ui.sheet_state import Line, SheetState
from buurtapp.uikit import theme as look
from buurtapp.uikit.theme import Theme
from buurtapp.uikit.words import one_line

NUMBER, BOX, PHOTO, NAME = range(4)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def paper_theme() -> Theme:
    """Return the colours of paper: always the light ones, in the letters of now."""
    return Theme(dark=False, percent=look.current().percent)


class PaperModel(QAbstractTableModel):
    """The lines of the paper: number, box, the box "photo ok" where there is one, name."""

    def __init__(self) -> None:
        super().__init__()
        self.state: SheetState | None = None

    def show_state(self, state: SheetState | None) -> None:
        """Show another paper."""
        self.beginResetModel()
        self.state = state
        self.endResetModel()

    def redraw(self) -> None:
        """Show what was read since."""
        if self.state is not None and self.state.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.state.lines) - 1, NAME))

    def line(self, at: int) -> Line | None:
        """Return a line; None when there is none."""
        state = self.state
        return state.lines[at] if state is not None and 0 <= at < len(state.lines) else None

    def name(self, line: Line) -> str:
        """Return what stands on a line: the printed name, the name that was written, or that somebody is gone."""
        if line.is_gone:
            return _("no longer in the list of people")
        written = self.state.walk_ins.get(line.number) if self.state is not None else None
        if line.is_blank and written is not None and written.unreadable:
            return _("cannot be read")
        return one_line(written.name if line.is_blank and written is not None else line.name)

    def was(self, line: Line) -> str:
        """Return what a line of a list that was entered before said then, where that is different now; else ""."""
        if self.state is None or not self.state.is_changed(line):
            return ""
        if not line.is_blank:
            return _("was: a cross") if line.number in self.state.known.rows else _("was: no cross")
        before = self.state.before(line)
        if before is None:
            return _("was: empty")
        return _("was: {name}").format(name=_("cannot be read") if before.unreadable else one_line(before.name))

    def heading(self, at: int) -> str:
        """Return what stands on the paper above a line: where the blank lines begin, a street, or a page."""
        line, before = self.line(at), self.line(at - 1)
        if line is None or self.state is None:
            return ""
        if line.is_blank and (before is None or not before.is_blank):
            return _("Not on the list, but here? Write your name and put a cross.")
        parts = []
        if before is not None and before.page != line.page:
            parts.append(_("page {page} of {pages}").format(page=line.page, pages=self.state.sheet.pages))
        if line.number in self.state.shape.bands:
            parts.append(one_line(self.state.shape.bands[line.number]))
        return " · ".join(parts)

    @property
    def has_photos(self) -> bool:
        """Tell whether the paper has boxes "photo ok"."""
        return self.state is not None and bool(self.state.shape.photos)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many lines there are."""
        return 0 if parent.isValid() or self.state is None else len(self.state.lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell; a box is checked or not."""
        line = self.line(index.row())
        if line is None or self.state is None:
            return None
        is_ticked = self.state.is_ticked(line) if index.column() == BOX else line.number in self.state.photos
        if index.column() in (BOX, PHOTO):
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return _("a cross") if is_ticked else _("no cross")
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return str(line.number) if index.column() == NUMBER else self.name(line)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column, as on the paper."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        here, photo = (
            p_("above the boxes of a printed list", "here"),
            p_("above the boxes of a printed list", "photo ok"),
        )
        return ("", here, photo, p_("column of a printed list", "Name"))[section]
