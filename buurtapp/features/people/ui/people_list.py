"""The list of people: finds while somebody types, shows the first screenful at once and everybody soon after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.queries import listing
from buurtapp.features.people.ui.column_choice import Layout, read_layout
from buurtapp.features.people.ui.columns import TICK, ListRow, fetch_rows, people_columns
from buurtapp.features.people.ui.columns_dialog import ColumnsDialog
from buurtapp.features.people.ui.finding import KEPT_IN_ORDER, Finding, Found, all_found, first_found
from buurtapp.features.people.ui.ladder import Ladder
from buurtapp.features.people.ui.people_table import PeopleTable
from buurtapp.features.people.ui.wording import breakable, shortened
from buurtapp.uikit.controls import Button, EmptyState
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paged_model import PagedModel

_NAME = "people"
"""Of this list in the settings."""
_ALL_AFTER_MS = 150
"""Everybody is read when no key came for so long."""
_LARGE = 5_000
"""From so many people on a search is done in the background: looking at each of them takes a while."""


class PeopleList(QStackedWidget):
    """The table, or what stands there when it is empty."""

    list_shown = Signal(int)
    chosen = Signal(int)
    stands_on = Signal(int)
    opened = Signal(int)
    clicked = Signal(int)
    asked_to_add = Signal(str)
    asked_to_import = Signal()
    asked_to_widen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.finding = Finding()
        self.current: int | None = None
        self._is_whole = False
        self._ticks_all = False
        self._wanted: int | None = None
        self._is_by_itself = False
        self._ladder: Ladder | None = None
        self._needs: set[str] = set()
        self._folded: set[int | None] = set()
        self._streets: Sequence[int | None] = ()
        self._timer = QTimer(self, singleShot=True, interval=_ALL_AFTER_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        columns = people_columns(lambda: not self.finding.is_grouped)
        self.model: PagedModel[ListRow] = PagedModel(
            columns, lambda numbers: fetch_rows(self._desk, numbers, self._ladder, self._needs)
        )
        self.table = PeopleTable(self.model)
        self.table.show_layout(read_layout(self._desk.settings.of_list(_NAME)))
        self.finding = Finding(order=self.table.layout_.order, down=self.table.layout_.down)
        self.import_button = Button(text(N_("Read a list")), "secondary", "upload")
        first = text(N_("Nobody in the list yet")), text(N_("Begin with the people you already know."))
        self.empty = EmptyState("users", *first, self.import_button)
        self.add_button = Button("", "secondary", "user-plus")
        self.nobody = EmptyState("search", "", text(N_("Search for a part of a name, street, house number or phone.")))
        self.widen_button = Button(text(N_("Take the filters off")), "secondary", "x")
        self.widen_button.hide()
        self.addWidget(self.table)
        self.addWidget(_on_top(self.empty))
        self.addWidget(_on_top(self.nobody, self.widen_button, self.add_button))

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_row)
        self.table.opened.connect(lambda row: self._tell(self.opened, row))
        self.table.clicked.connect(self._on_click)
        self.table.asked_all.connect(self.tick_all)
        self.table.asked_fold.connect(self._on_fold)
        self.table.asked_columns.connect(self.choose_columns)
        self.table.rearranged.connect(self._on_rearranged)
        self.import_button.clicked.connect(self.asked_to_import)
        self.widen_button.clicked.connect(self.asked_to_widen)
        self.add_button.clicked.connect(lambda: self.asked_to_add.emit(self.finding.search.strip()))
        self._timer.timeout.connect(self.read_all)

    # What is shown

    def use_ladder(self, ladder: Ladder) -> None:
        """Show how involved people are."""
        self._ladder = ladder
        self.table.show_involvement()
        self._look_for_needs()

    def allow(self, *, writing: bool) -> None:
        """Say whether the file may be changed."""
        self.import_button.setEnabled(writing)
        self.add_button.setEnabled(writing)

    def look_for(self, finding: Finding, stand_on: int | None = None) -> None:
        """Show who is found, from the first one on, or standing on somebody."""
        if stand_on is None and finding.search.strip():
            self.current = None
        self._wanted = stand_on
        self.finding = finding
        self._timer.stop()
        self._ticks_all = False
        self._keep(replace(self.table.layout_, order=finding.order, down=finding.down))
        store = self._desk.store
        if store is None:
            return
        ladder, folded, takes_time = self._ladder, frozenset(self._folded), self._takes_time(finding)
        if takes_time and self._desk.read(listing.count) > _LARGE:
            self._desk.later(
                "people_first", lambda store: first_found(store, finding, ladder, folded), self._show_first
            )
        else:
            self._show_first(first_found(store, finding, ladder, folded))

    def refresh(self) -> None:
        """Show what is true now, where the list stands."""
        store, finding = self._desk.store, self.finding
        if store is None:
            return
        self.model.forget()
        if self.model.ticked:
            self._desk.later(
                "people_gone", lambda store: store.read(listing.missing, list(self.model.ticked)), self._untick
            )
        if not self._is_whole or len(self.model.ids()) > _LARGE:
            self.read_all()
            return
        found = first_found(store, finding, self._ladder, frozenset(self._folded))
        if found.is_whole:
            self._show_all(found)
        else:
            self.read_all()

    def show_person(self, number: int) -> bool:
        """Stand on a person, once the list is there; return whether the list holds them now."""
        if self.model.row_of(number) < 0:
            self.unfold()
        row = self.model.row_of(number)
        self._wanted = None if row >= 0 else number
        if row >= 0:
            self.current = number
            self._quietly(lambda: self.table.choose(row))
        return row >= 0

    def tick_all(self) -> None:
        """Tick everybody that is found; when all of them are ticked, take the ticks away."""
        if not self._is_whole:
            self._ticks_all = True
            self._timer.stop()
            self.read_all()
            return
        is_all = self.table.heads.ticked() == Qt.CheckState.Checked
        self._tick_everybody(on=not is_all)

    def ticked(self) -> tuple[int, ...]:
        """Return who is ticked: in the order of the list, then those that the list does not show now."""
        ticked = self.model.ticked
        shown = [number for number in self.table.heads.everybody if number in ticked]
        return (*shown, *sorted(ticked.difference(shown)))

    def focus_list(self) -> None:
        """Put the keyboard in the list."""
        self.table.setFocus()
        if self.table.currentIndex().row() < 0:
            self.table.choose_first()

    def read_all(self) -> None:
        """Read everybody that is found, in the background."""
        finding, ladder, folded = self.finding, self._ladder, frozenset(self._folded)
        self._desk.later("people_all", lambda store: all_found(store, finding, ladder, folded), self._show_all)

    def ask_all(self, then: Callable[[Sequence[int]], None]) -> None:
        """Tell the numbers of everybody that is found, in the order of the list, once they are read."""
        finding, ladder = self.finding, self._ladder
        self._desk.later(
            "people_all_ids",
            lambda store: all_found(store, finding, ladder).everybody,
            then,
        )

    def unfold(self) -> None:
        """Show everybody in all streets again."""
        if self._folded:
            self._folded.clear()
            self.read_all()

    def choose_columns(self) -> ColumnsDialog:
        """Show the dialog to choose columns, and return it."""
        dialog = ColumnsDialog(self, self.table.kinds(), self.table.layout_)
        dialog.changed.connect(self._on_rearranged)
        dialog.finished.connect(lambda _result: self.focus_list())
        dialog.open()
        return dialog

    def _takes_time(self, finding: Finding) -> bool:
        """Return whether everybody is to be looked at."""
        return bool(finding.search.strip()) or finding.is_narrowed or finding.order not in KEPT_IN_ORDER

    def _tick_everybody(self, *, on: bool) -> None:
        everybody = set(self.table.heads.everybody)
        self.model.ticked = self.model.ticked | everybody if on else self.model.ticked - everybody
        self.model.tick_rows((), on=on)

    def _keep(self, layout: Layout) -> None:
        """Show the columns of a layout, and remember it on this computer."""
        self.table.show_layout(layout)
        self._look_for_needs()
        settings = self._desk.settings.with_list(_NAME, layout.written())
        if settings != self._desk.settings:
            self._desk.keep_settings(settings)

    def _look_for_needs(self) -> None:
        needs = self.table.needs()
        if not needs <= self._needs:
            self.model.forget()
        self._needs = needs

    # Slots

    def _on_rearranged(self, layout: Layout) -> None:
        self._keep(layout)
        if (layout.order, layout.down) != (self.finding.order, self.finding.down):
            self.table.asked_order.emit(layout.order, layout.down)

    def _on_fold(self, row: int) -> None:
        """Fold a street or unfold it, for as long as the program runs."""
        street = self._streets[-1 - self.model.ids()[row]]
        self._folded ^= {street}
        at, bar = row, self.table.verticalScrollBar().value()
        store = self._desk.store
        if store is None:
            return
        if self._is_whole and len(self.table.heads.everybody) <= _LARGE:
            self._show_all(all_found(store, self.finding, self._ladder, frozenset(self._folded)))
        else:
            self.read_all()
        self._quietly(lambda: self.table.choose(at))
        self.table.verticalScrollBar().setValue(bar)

    def _show_first(self, found: Found) -> None:
        if found.finding != self.finding:
            return
        self._set(found)
        if not found.is_whole:
            self._timer.start()

    def _show_all(self, found: Found) -> None:
        if found.finding != self.finding:
            return
        bar = self.table.verticalScrollBar()
        at = bar.value()
        is_looked_for = self._wanted is not None
        self._set(found)
        if not is_looked_for:
            bar.setValue(at)
        if self._ticks_all:
            self._ticks_all = False
            self._tick_everybody(on=True)

    def _set(self, found: Found) -> None:
        wanted = self._wanted if self._wanted is not None else self.current
        self._is_whole = found.is_whole
        self._streets, self.table.heads.everybody = found.streets, found.everybody
        self._quietly(lambda: self.model.set_ids(found.ids, found.groups))
        row = self.model.row_of(wanted) if wanted is not None else -1
        if row >= 0 and wanted == self._wanted:
            self._wanted = None
        self._quietly(lambda: self.table.choose(row) if row >= 0 else self.table.choose_first())
        self._show_state(found)
        self.list_shown.emit(found.people)
        number = self._number(self.table.currentIndex().row())
        if number is not None and number != self.current and self._wanted is None:
            self.current = number
            self.stands_on.emit(number)
        elif not found.people:
            self.current = None
            self.stands_on.emit(-1)

    def _show_state(self, found: Found) -> None:
        if found.people:
            self.setCurrentIndex(0)
        elif found.finding.is_everybody:
            self.show_empty()
        else:
            self.show_nobody(found.finding.search.strip())

    def show_empty(self) -> None:
        """Say that there is nobody yet."""
        self.setCurrentIndex(1)

    def show_nobody(self, search: str) -> None:
        """Say that nobody is found, with a way to add them."""
        self.nobody.title.set_words(
            text(N_("Nobody found with “{words}”."), words=breakable(search)) if search else text(N_("Nobody found."))
        )
        self.add_button.set_words(text(N_("Add “{words}” as a new neighbour"), words=shortened(search, 24)))
        self.add_button.setVisible(bool(search) and not any(sign.isdigit() for sign in search))
        self.setCurrentIndex(2)

    def say_narrowed(self, filters: Sequence[str]) -> None:
        """Say which filters are on, for when nobody is found because of them."""
        self.widen_button.setVisible(bool(filters))
        self.nobody.more.set_words(
            text(N_("Only these are looked at: {filters}."), filters=breakable(", ".join(filters)))
            if filters
            else text(N_("Search for a part of a name, street, house number or phone."))
        )

    def _untick(self, gone: list[int]) -> None:
        if gone:
            self.model.ticked = self.model.ticked - set(gone)
            self.model.ticks_changed.emit()

    def _quietly(self, call: object) -> None:
        was, self._is_by_itself = self._is_by_itself, True
        if callable(call):
            call()
        self._is_by_itself = was

    def _number(self, row: int) -> int | None:
        number = self.model.ids()[row] if 0 <= row < self.model.rowCount() else -1
        return number if number >= 0 else None

    def _on_row(self, row: int) -> None:
        if not self._is_by_itself and self._number(row) is not None:
            self.current = self._number(row)
            self._tell(self.chosen, row)

    def _on_click(self, index: QModelIndex) -> None:
        if index.column() != TICK:
            self._tell(self.clicked, index.row())

    def _tell(self, signal: object, row: int) -> None:
        number = self._number(row)
        if number is not None:
            signal.emit(number)  # type: ignore[attr-defined]


def _on_top(state: EmptyState, *buttons: Button) -> QWidget:
    """Return a widget with a message at its top, and perhaps buttons below."""
    whole = QWidget()
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(12)
    box.addWidget(state)
    for button in buttons:
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    box.addStretch(1)
    return whole
