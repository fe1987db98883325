"""The table of people: columns to choose, move, size and sort by, keys to tick a range, and streets that fold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from buurtapp.core.i18n import N_, _, text
from buurtapp.features.people.ui.column_choice import Layout
from buurtapp.features.people.ui.column_menu import column_menu
from buurtapp.features.people.ui.column_room import hidden_columns, wider_columns
from buurtapp.features.people.ui.columns import ADDRESS, BY_KEY, HOUSE, NAME, OF_LADDER, TICK, Kind, ListRow, kind_at
from buurtapp.features.people.ui.people_header import PeopleHeader
from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import PagedModel
from buurtapp.uikit.table import Table

_TICK_WIDE, _ROOMY_NAME = 44, 190
"""The ticks, and the name where columns need not fit the window: pixels at 100 %."""
_TELL_AFTER_MS = 300
"""What is dragged tells of each pixel; only where it ends counts."""


class PeopleTable(Table):
    """The list. Ctrl+A ticks all, Shift with an arrow ticks a range; a heading sorts.

    `asked_order` tells a column to sort by and whether downwards, `rearranged` another layout, `asked_fold` the row of
    a street, `asked_columns` that somebody wants to choose columns.
    """

    asked_all = Signal()
    asked_order = Signal(str, bool)
    asked_columns = Signal()
    asked_fold = Signal(int)
    rearranged = Signal(object)

    def __init__(self, model: PagedModel[ListRow]) -> None:
        self.layout_ = Layout()
        self._has_ladder = False
        self._is_fitting = False
        super().__init__(text(N_("People")), model)
        self.heads = PeopleHeader(model)
        self.setHorizontalHeader(self.heads)
        self._told = QTimer(self, singleShot=True, interval=_TELL_AFTER_MS)
        self._told.timeout.connect(lambda: self.rearranged.emit(self.layout_))
        self.heads.sectionClicked.connect(self._on_heading)
        self.heads.sectionMoved.connect(self._on_moved)
        self.heads.sectionResized.connect(self._on_resized)
        self.heads.customContextMenuRequested.connect(self._on_heading_menu)
        self._size_columns()
        self.show_layout(self.layout_)

    # What is shown

    def show_layout(self, layout: Layout) -> None:
        """Show these columns, and the sign at the one that the list is sorted by."""
        self.layout_ = layout
        kind = next((one for one in BY_KEY.values() if one.sort == layout.order), BY_KEY["door"])
        self.paged().sorted_by = kind.at[0], layout.down
        self._fit()
        self._say()
        self.heads.viewport().update()

    def show_involvement(self) -> None:
        """Show how involved people are, and the last thing they came to."""
        self._has_ladder = True
        self._fit()

    def kinds(self) -> list[Kind]:
        """Return the columns that can be chosen here."""
        return [kind for kind in BY_KEY.values() if self._has_ladder or kind.key not in OF_LADDER]

    def needs(self) -> set[str]:
        """Return what the columns that are shown need to know."""
        shown = [kind for kind in self.kinds() if not all(self.isColumnHidden(column) for column in kind.at)]
        return {kind.need for kind in shown}

    def _fit(self) -> None:
        """Show the columns that are chosen: the standard ones as far as there is room, others with a scroll bar."""
        was, self._is_fitting = self._is_fitting, True
        room, theme, layout = self.viewport().width(), look.current(), self.layout_
        is_grouped = layout.order == "place"
        kept = {TICK, *(column for key in layout.shown for column in BY_KEY[key].at)}
        hidden = set(range(self.model().columnCount())) - kept
        hidden |= {ADDRESS if is_grouped else HOUSE}
        hidden |= set() if self._has_ladder else {BY_KEY[key].at[0] for key in OF_LADDER}
        if layout.fits_itself:
            hidden |= hidden_columns(
                room, theme, by_name=not is_grouped, has_ladder=self._has_ladder, order=layout.shown
            )
        wide = {column: self._wide(column) for column in range(self.model().columnCount()) if column not in hidden}
        if layout.fits_itself:
            wide |= {column: wider for column, wider in wider_columns(room, theme, hidden).items() if column in wide}
        else:
            wide[NAME] = max(wide[NAME], theme.px(_ROOMY_NAME) if layout.width_of("name") is None else 0)
        if layout.width_of("name") is None:
            wide[NAME] = max(wide[NAME], room - sum(wide.values()) + wide[NAME])
        self._in_order()
        self.hide_columns(hidden)
        for column, pixels in wide.items():
            self.heads.resizeSection(column, pixels)
        scrolls = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if layout.fits_itself else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(scrolls)
        self._is_fitting = was

    def _wide(self, column: int) -> int:
        kind = kind_at(column)
        chosen = self.layout_.width_of(kind.key) if kind is not None and column != HOUSE else None
        return look.current().px(chosen or self.paged().column(column).width or _TICK_WIDE)

    def _in_order(self) -> None:
        first = [TICK, *(column for key in self.layout_.shown for column in BY_KEY[key].at)]
        for at, column in enumerate(first):
            if self.heads.visualIndex(column) != at:
                self.heads.moveSection(self.heads.visualIndex(column), at)

    def _size_columns(self) -> None:
        """Leave the widths of columns to `_fit`."""
        self.horizontalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _say(self) -> None:
        said = str(self.model().headerData(self.paged().sorted_by[0], Qt.Orientation.Horizontal))  # type: ignore[index]
        order = _("downwards") if self.layout_.down else _("upwards")
        ticks = _("Choose everybody that is found (Ctrl+A)")
        self.heads.setAccessibleName(ticks)
        self.heads.setAccessibleDescription(_("Sorted by {column}, {order}").format(column=said, order=order))

    # What somebody does with the headings

    def _on_heading(self, column: int) -> None:
        kind = kind_at(column)
        if column == TICK:
            self.asked_all.emit()
        elif kind is not None:
            is_same = kind.sort == self.layout_.order
            self.asked_order.emit(kind.sort, not self.layout_.down if is_same else kind.is_first_down)

    def _on_moved(self) -> None:
        if self._is_fitting:
            return
        shown = [key for key in self.layout_.shown if not all(self.isColumnHidden(at) for at in BY_KEY[key].at)]
        places = {
            key: min(self.heads.visualIndex(at) for at in BY_KEY[key].at if not self.isColumnHidden(at))
            for key in shown
        }
        rest = tuple(key for key in self.layout_.shown if key not in shown)
        self.layout_ = self.layout_.with_shown((*sorted(shown, key=places.__getitem__), *rest))
        self._told.start()

    def _on_resized(self, column: int, _before: int, pixels: int) -> None:
        kind = kind_at(column)
        if self._is_fitting or kind is None or not pixels:
            return
        if self.layout_.fits_itself:
            # From now on columns stay, also where there is no room: only those that are there now.
            shown = [key for key in self.layout_.shown if not all(self.isColumnHidden(at) for at in BY_KEY[key].at)]
            self.layout_ = self.layout_.with_shown(tuple(shown))
        self.layout_ = self.layout_.with_width(kind.key, round(pixels * 100 / look.current().percent))
        self._told.start()

    def _on_heading_menu(self, at: QPoint) -> None:
        kind = kind_at(self.heads.logicalIndexAt(at))
        column_menu(self, self, kind).popup(self.heads.viewport().mapToGlobal(at))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Show what can be done with the columns: also the menu key and Shift+F10 ask for it."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.viewport().mapToGlobal(QPoint(_TICK_WIDE, 0)) if is_key else event.globalPos()
        column_menu(self, self, None).popup(at)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick all, a range or a street; fold a street."""
        is_arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.asked_all.emit()
        elif is_arrow and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._tick_on(1 if event.key() == Qt.Key.Key_Down else -1)
        elif not self._on_group_key(event):
            super().keyPressEvent(event)

    def _on_group_key(self, event: QKeyEvent) -> bool:
        """Fold, unfold or tick the street that the keyboard stands on; return whether the key was for that."""
        row, key = self.currentIndex().row(), event.key()
        group = self.paged().group(row)
        if group is None or group.is_folded is None:
            return False
        if key == Qt.Key.Key_Space:
            self._tick_street(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked_fold.emit(row)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if group.is_folded == (key == Qt.Key.Key_Right):
                self.asked_fold.emit(row)
        else:
            return False
        return True

    def _tick_street(self, row: int) -> None:
        """Tick everybody below a heading; when all of them are ticked, take their ticks away."""
        ids, model = self.paged().ids(), self.paged()
        end = next((at for at in range(row + 1, len(ids)) if ids[at] < 0), len(ids))
        members = range(row + 1, end)
        model.tick_rows(members, on=not all(ids[at] in model.ticked for at in members))

    def _tick_on(self, step: int) -> None:
        model, row = self.paged(), self.currentIndex().row()
        if row < 0:
            return
        there = min(max(row + step, 0), model.rowCount() - 1)
        model.tick_rows((row, there), on=True)
        self.choose(there)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Fold the street of which the heading is clicked; tick from the last one on with Shift."""
        row = self.indexAt(event.position().toPoint()).row()
        group = self.paged().group(row)
        if group is not None and group.is_folded is not None and event.button() == Qt.MouseButton.LeftButton:
            self.choose(row)
            self.asked_fold.emit(row)
        elif row >= 0 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.currentIndex().isValid():
            first = self.currentIndex().row()
            self.paged().tick_rows(range(min(first, row), max(first, row) + 1), on=True)
            self.choose(row)
        elif row >= 0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.paged().toggle(row)
            self.choose(row)
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave columns out when there is no room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text, speak another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self._fit()
        elif event.type() == QEvent.Type.LanguageChange:
            self._say()
