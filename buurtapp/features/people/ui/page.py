"""The workspace People: what its parts mean to each other (`home.py` holds them), and what the window asks of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from buurtapp.features.people.queries import cards, listing, narrowing
from buurtapp.features.people.records import LabelCount
from buurtapp.features.people.ui.finding import Finding
from buurtapp.features.people.ui.home import PeopleHome
from buurtapp.features.people.ui.ladder import Ladder
from buurtapp.features.people.ui.ways_in import WaysIn, dropped
from buurtapp.uikit import theme as look
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Page, Picture, column

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes
    from buurtapp.core.store.store import Store
    from buurtapp.features.people.ui.importing.view import ImportView

_TABLES = ("person", "address", "street", "label", "person_label", "phone", "email", "area", "consent", "person_word")


class PeoplePage(Page):
    """The page. `list_shown` tells how many people are in the list whenever it has been filled."""

    list_shown = Signal(int)
    offers: ClassVar[frozenset[str]] = frozenset({"new", "find", "print"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_filled = False
        self._is_stale = False
        self._ladder: Ladder | None = None
        self._tables: tuple[str, ...] = _TABLES
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._home = PeopleHome(self.desk)
        self.head, self.filters, self.list = self._home.head, self._home.filters, self._home.list
        self.bulk, self.panel, self.search_field = self._home.bulk, self._home.panel, self._home.head.search
        self._stack = QStackedWidget()
        self._stack.addWidget(self._home)
        self.ways_in = WaysIn(self.desk, self._stack, self._home)
        self.papers, self.doubles, self.streets = self.ways_in.papers, self.ways_in.doubles, self.ways_in.streets
        column(self, (0, 0, 0, 0), 0).addWidget(self._stack)

    def _connect(self) -> None:
        self.search_field.textChanged.connect(self._on_search)
        self.search_field.went_down.connect(self.list.focus_list)
        self.search_field.returnPressed.connect(self.list.focus_list)
        self.head.add_button.clicked.connect(self.new)
        self.filters.filtered.connect(lambda label: self._narrow(label_id=label or None))
        self.filters.stepped.connect(lambda step: self._narrow(step=step or None))
        self.filters.also.connect(self._on_also)
        self.filters.cleared.connect(self._widen)
        self.list.asked_to_widen.connect(self._widen)
        self.head.asked_columns.connect(self.list.choose_columns)
        self.filters.ordered.connect(self._on_order)
        self.filters.asked_loose_ends.connect(self._on_loose_ends)
        self.list.table.asked_order.connect(self._on_order)
        self.list.table.typed.connect(self._on_typed)
        self.list.model.ticks_changed.connect(lambda: self.bulk.show_count(len(self.list.model.ticked)))
        self.list.list_shown.connect(self.list_shown)
        self.list.chosen.connect(self._on_chosen)
        self.list.stands_on.connect(lambda number: self.panel.stands_on(number if number >= 0 else None))
        self.list.clicked.connect(self._on_clicked)
        self.list.opened.connect(self._on_opened)
        self.list.asked_to_add.connect(self._add)
        self.bulk.cleared.connect(self._on_cleared)
        self.ways_in.paper_closed.connect(self._on_paper_closed)
        self.ways_in.import_closed.connect(self._on_import_closed)
        self.panel.mode_changed.connect(self._show_mode)
        self.panel.closed.connect(self._on_panel_closed)
        self.panel.added.connect(self._show_person)
        self.panel.asked_person.connect(self._show_person)

    # Page

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now; a page that nobody sees waits until it is shown."""
        if changes is not None and not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        if not self._is_filled:
            self._is_filled = True
            self._find(self.list.finding)
            self._count()
            return
        if changes is None or changes.touches(*self._tables):
            self.list.refresh()
        if changes is None or changes.touches(*self._tables, "loose_end"):
            self._count()
        # The panels of other workspaces know which tables are theirs.
        self.panel.refresh()

    def show_place(self, **where: object) -> None:
        """Show a person, what a search finds, the way to read a list, or what imports left to be sorted out."""
        person, search = where.get("person"), where.get("search")
        if self.ways_in.open(where):
            return
        if isinstance(person, int):
            self._show_person(person)
        elif where.get("loose_ends"):
            self._show_list()
            self._on_loose_ends()
        elif isinstance(search, str):
            self._show_list()
            self._home.close_panel()
            self.search_field.setText(search)

    def focus_first(self) -> None:
        """Put the keyboard in the search field, or in the form that is open."""
        view = self._stack.currentWidget()
        if view is not None and view is not self._home:
            view.setFocus()
        elif self._home.is_list_in_reach:
            self.search_field.setFocus()

    def new(self) -> None:
        """Add somebody."""
        if self.head.add_button.isEnabled():
            self._add("")

    def print_it(self) -> None:
        """Print the paper that is shown, or a list of those that are ticked or found."""
        self.papers.print_it()

    def search(self) -> None:
        """Put the keyboard in the search field."""
        self._show_list()
        self._home.close_panel()
        self.search_field.setFocus()
        self.search_field.selectAll()

    def add_panel(self, make: Callable[[Desk], QWidget]) -> None:
        """Show something of a workspace above this one with each person; it must have `show_subject(number)`."""
        self.panel.view.add_panel(make)

    def add_panel_above(self, make: Callable[[Desk], QWidget]) -> None:
        """Show such a part before the consents of each person."""
        self.panel.view.add_panel_above(make)

    def use_ladder(self, ladder: Ladder) -> None:
        """Show how involved people are, which a workspace above this one knows."""
        self._ladder, self._tables = ladder, (*_TABLES, *ladder.tables)
        self.list.use_ladder(ladder)

    def pictures(self) -> list[Picture]:
        """Return the states of this screen."""
        from buurtapp.features.people.ui.states import states  # noqa: PLC0415 - only to make pictures

        return states(self)

    # What is shown

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self._home)

    def _find(self, finding: Finding, stand_on: int | None = None) -> None:
        self.filters.show_finding(finding)
        self.list.look_for(finding, stand_on)
        self.list.say_narrowed(self.filters.names())

    def _count(self) -> None:
        can_write = self.desk.store is not None and not self.desk.store.read_only
        self.head.allow(writing=can_write)
        self.list.allow(writing=can_write)
        self.bulk.allow(writing=can_write)
        self.desk.later("people_counts", _counts, self._show_counts)

    def _show_counts(self, counts: _Counts) -> None:
        people, labels, loose, more, areas = counts
        self.filters.show_counts(people, labels, loose)
        self.filters.show_more(more, areas)
        if self._ladder is not None:
            self.desk.later("people_steps", self._ladder.counts, self.filters.show_steps)
        finding = self.list.finding
        if finding.label_id is not None and finding.label_id not in {label.id for label in labels}:
            self._find(replace(finding, label_id=None))

    def _show_person(self, number: int) -> None:
        """Show a person in the panel, and in the list as soon as that holds them."""
        self._show_list()
        if not self.list.show_person(number):
            if self.list.finding.is_everybody:
                self.list.read_all()
            else:
                was = self.search_field.blockSignals(True)  # noqa: FBT003 - Qt's shape
                self.search_field.clear()
                self.search_field.blockSignals(was)
                self._find(self.list.finding.everybody(), number)
        self._home.open_panel()
        self.panel.show_person(number)
        (self.list.table if self._home.is_list_in_reach else self.panel.view.edit).setFocus()

    def import_view(self) -> ImportView | None:
        """Return where lists are read; None when that was not opened yet."""
        return self.ways_in.import_view()

    def _add(self, name: str) -> None:
        self._show_list()
        self._home.open_panel()
        self.panel.add(name)

    def _show_mode(self) -> None:
        """Only one button is the main one: that of the form, when one is open."""
        self.head.add_button.set_kind("secondary" if self.panel.mode in {"add", "street"} else "primary")

    # Slots

    def _on_search(self, typed: str) -> None:
        if not self._home.is_beside:
            self._home.close_panel()
        self._find(replace(self.list.finding, search=typed))

    def _narrow(self, **narrowed: Any) -> None:
        self._find(replace(self.list.finding, **narrowed))

    def _on_also(self, code: str) -> None:
        """Put a filter on, or take it off."""
        others = tuple(one for one in self.list.finding.also if one != code)
        self._narrow(also=others if code in self.list.finding.also else (*others, code))

    def _widen(self) -> None:
        self._find(self.list.finding.widened())

    def _on_order(self, order: str, down: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's shape
        self._find(replace(self.list.finding, order=order, down=down), self.list.current)

    def _on_typed(self, letters: str) -> None:
        self.search_field.setFocus()
        self.search_field.insert(letters)

    def _on_chosen(self, number: int) -> None:
        if self._home.is_beside and not self.panel.is_form:
            self.panel.stands_on(number)

    def _on_clicked(self, number: int) -> None:
        self._home.open_panel()
        self.panel.show_person(number)

    def _on_opened(self, number: int) -> None:
        if self._home.is_beside and self.head.add_button.isEnabled():
            self.panel.edit(number)
        else:
            self._home.open_panel()
            self.panel.show_person(number)
            self.panel.view.edit.setFocus()

    def _on_panel_closed(self) -> None:
        self._home.close_panel()
        self.list.focus_list()

    def _on_loose_ends(self) -> None:
        self._home.open_panel()
        self.panel.show_loose_ends()

    def _on_cleared(self) -> None:
        self.list.model.clear_ticks()
        self.list.focus_list()

    def _on_paper_closed(self, kind: str) -> None:
        self._show_list()
        if self.bulk.isVisible() and kind in self.bulk.papers:
            self.bulk.stand_on(self.bulk.papers[kind])
        else:
            self.list.focus_list()

    def _on_import_closed(self, people: int) -> None:
        self._show_list()
        if people:
            self.search_field.clear()
            self._find(self.list.finding.everybody())
        self.focus_first()

    # Qt's names

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes what is open, then empties the search, then takes the filters off."""
        if event.key() != Qt.Key.Key_Escape or self._stack.currentWidget() is not self._home:
            super().keyPressEvent(event)
        elif self.panel.is_form or not self._home.is_list_in_reach:
            self.panel.page().leave()
        elif self.search_field.text() or not self.list.finding.is_narrowed:
            self.search_field.clear()
            self.search_field.setFocus()
        else:
            self._widen()
            self.search_field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what changed while another workspace was shown."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files of this computer."""
        if dropped(event) and self.head.import_button.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read the list that was dropped, at whatever screen of this workspace."""
        files = dropped(event)
        if files and self.head.import_button.isEnabled():
            event.acceptProposedAction()
            self.ways_in.read_dropped(files)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: its parts leave things out by themselves."""
        return QSize(look.current().px(320), look.current().px(280))


_Counts = tuple[int, list[LabelCount], int, dict[str, int], dict[int, str]]


def _counts(store: Store) -> _Counts:
    return (
        store.read(listing.count),
        store.read(listing.labels),
        len(store.read(cards.loose_ends)),
        store.read(narrowing.counts),
        store.read(narrowing.area_names),
    )
