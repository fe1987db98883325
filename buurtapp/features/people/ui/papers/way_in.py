"""The ways from the list of people to a paper or a file: for those that are ticked, or everybody that is found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.ui.papers.export import export_people
from buurtapp.features.people.ui.papers.kinds import PAPERS, PaperKind
from buurtapp.features.people.ui.people_list import PeopleList
from buurtapp.uikit.desk import Desk

if TYPE_CHECKING:
    from buurtapp.features.people.ui.papers.form_printer import FormPrinter
    from buurtapp.features.people.ui.papers.view import PapersView


class Papers(QObject):
    """Shows the view of papers in the stack of the page. `closed` tells which paper was left."""

    closed = Signal(str)

    def __init__(self, desk: Desk, stack: QStackedWidget, people: PeopleList) -> None:
        super().__init__(stack)
        self._desk = desk
        self._stack = stack
        self._people = people
        self._view: PapersView | None = None
        self._forms: FormPrinter | None = None

    def view(self) -> PapersView:
        """Return the view; made at its first use."""
        if self._view is None:
            from buurtapp.features.people.ui.papers.view import PapersView  # noqa: PLC0415 - only when it is opened

            self._view = PapersView(self._desk)
            self._view.closed.connect(self.closed)
            self._stack.addWidget(self._view)
        return self._view

    @property
    def is_open(self) -> bool:
        """Whether a paper is shown."""
        return self._view is not None and self._stack.currentWidget() is self._view

    def open(self, kind: object, people: object) -> None:
        """Show a paper for these people."""
        if kind == "form":
            self.print_forms(people if isinstance(people, Sequence) else ())
        elif kind in PAPERS and isinstance(people, Sequence) and people:
            view = self.view()
            self._stack.setCurrentWidget(view)
            view.begin(kind, tuple(people))
            view.setFocus()

    def use_forms(self, printer: FormPrinter) -> None:
        """Print registration forms with this printer of a feature above."""
        self._forms = printer

    def print_forms(self, people: Sequence[int]) -> None:
        """Print registration forms for these people; blank ones for nobody."""
        if self._forms is not None and self._desk.store is not None:
            self._forms.print_forms(self._desk, people, self._stack)

    def open_ticked(self, kind: PaperKind) -> None:
        """Show a paper for those that are ticked."""
        self.open(kind, self._people.ticked())

    def export_ticked(self, ending: str) -> None:
        """Write those that are ticked in a file that ends like this."""
        export_people(self._desk, self._stack, self._people.ticked(), ending)

    def print_it(self) -> None:
        """Print the paper that is shown; else show the list on paper of those that are ticked, or that are found."""
        if self.is_open:
            self.view().print_it()
        elif ticked := self._people.ticked():
            self.open("list", ticked)
        elif self._desk.store is not None:
            self._people.ask_all(self._on_found)

    def _on_found(self, people: Sequence[int]) -> None:
        if people:
            self.open("list", people)
        else:
            self._desk.tell(text(N_("There is nobody to print a list of.")), "info")
