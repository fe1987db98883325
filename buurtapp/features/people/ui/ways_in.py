"""The ways in from the list of people to everything that takes its place: papers, doubles, streets, a list to read.

A new way in: make its view at its first use, add it to the stack, and name it in `open`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QStackedWidget

from buurtapp.features.people.ui.doubles_way_in import Doubles
from buurtapp.features.people.ui.home import PeopleHome
from buurtapp.features.people.ui.papers.way_in import Papers
from buurtapp.features.people.ui.streets.way_in import Streets
from buurtapp.uikit.desk import Desk

if TYPE_CHECKING:
    from buurtapp.features.people.ui.importing.view import ImportView


class WaysIn(QObject):
    """Shows views in the stack of the page, of which the list of people is the first.

    `import_closed` tells how many people were read, `paper_closed` which paper was left.
    """

    import_closed = Signal(int)
    paper_closed = Signal(str)

    def __init__(self, desk: Desk, stack: QStackedWidget, home: PeopleHome) -> None:
        super().__init__(stack)
        self._desk = desk
        self._stack = stack
        self._home = home
        self._importing: ImportView | None = None
        self.papers = Papers(desk, stack, home.list)
        self.doubles = Doubles(desk, stack, home.head)
        self.streets = Streets(desk, stack, home.head)
        self.papers.closed.connect(self.paper_closed)
        home.head.import_button.clicked.connect(lambda: self.read_list(None))
        home.list.asked_to_import.connect(lambda: self.read_list(None))
        home.bulk.asked_paper.connect(self.papers.open_ticked)
        home.bulk.asked_export.connect(self.papers.export_ticked)

    def open(self, where: dict[str, object]) -> bool:
        """Show the view that a place names; return whether it names one."""
        file = where.get("file")
        if where.get("importing"):
            self.read_list(file if isinstance(file, Path) else None)
        elif where.get("paper"):
            self.papers.open(where["paper"], where.get("people"))
        elif where.get("doubles"):
            self.doubles.open()
        elif where.get("streets"):
            self.streets.open()
        else:
            return False
        return True

    def read_list(self, file: Path | None) -> None:
        """Show how a list is read, with its file when that is known."""
        self._show_import().begin(file)

    def read_dropped(self, files: Sequence[Path]) -> None:
        """Show how a list is read, with files that were dropped."""
        if len(files) == 1:
            self.read_list(files[0])
        else:
            self._show_import().begin_with(files)

    def _show_import(self) -> ImportView:
        if self._importing is None:
            from buurtapp.features.people.ui.importing.view import ImportView  # noqa: PLC0415 - only when a list is read

            self._importing = ImportView(self._desk)
            self._importing.closed.connect(self.import_closed)
            self._stack.addWidget(self._importing)
        self._stack.setCurrentWidget(self._importing)
        return self._importing

    def import_view(self) -> ImportView | None:
        """Return where lists are read; None when that was not opened yet."""
        return self._importing


def dropped(event: QDropEvent) -> list[Path]:
    """Return the files of this computer that are dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
