"""The doors of a street in the order of the walk: arrows look, Alt with an arrow moves, Enter changes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.records import DoorRow
from buurtapp.features.people.ui.streets.words import details, residents
from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table

_DETAILS, _DETAILS_PX, _MOST_OF_ROW = 2, 210, 0.4


class DoorsTable(Table):
    """The table. `moved` asks to bring the door a place earlier (-1) or later (1)."""

    moved = Signal(int)

    def __init__(self) -> None:
        self.doors: ShortModel[DoorRow] = ShortModel(
            (
                Column(text(N_("No.")), lambda row: row.door.house, "strong", 72),
                Column(text(N_("Lives there")), residents, role=lambda row: "" if row.people else "ink-2"),
                Column(text(N_("Details")), details, "tags", _DETAILS_PX),
            )
        )
        super().__init__(text(N_("Doors in walking order")), self.doors)
        self.setProperty("kind", "inner")

    def _arrange(self) -> None:
        """Leave out the column of what no door has; let it not take more than its part."""
        self.setColumnHidden(_DETAILS, not any(details(row) for row in self.doors.records()))
        width = min(look.current().px(_DETAILS_PX), round(self.viewport().width() * _MOST_OF_ROW))
        self.horizontalHeader().resizeSection(_DETAILS, width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share out the width."""
        super().resizeEvent(event)
        self._arrange()

    def current(self) -> DoorRow | None:
        """Return the door the keyboard is on."""
        return self.doors.record(self.currentIndex().row())

    def show_doors(self, rows: list[DoorRow], stand_on: int | None) -> None:
        """Show doors, and keep the keyboard on the one with this number."""
        row = max(self.currentIndex().row(), 0)
        self.doors.set_records(rows)
        self._arrange()
        numbers = [door.id for door in rows]
        self.choose(numbers.index(stand_on) if stand_on in numbers else min(row, len(rows) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the door with Alt and an arrow."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)
