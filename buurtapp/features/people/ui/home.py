"""The list of people with what stands around it: head, filters, bar for those that are ticked, and the panel.

The panel stands beside the list; in a narrow window it opens over the right part of it.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.features.people.ui.bulk_bar import BulkBar
from buurtapp.features.people.ui.filters import FilterBar
from buurtapp.features.people.ui.head import PeopleHead
from buurtapp.features.people.ui.people_list import PeopleList
from buurtapp.features.people.ui.side_panel import SidePanel, panel_width
from buurtapp.uikit import theme as look
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import column
from buurtapp.uikit.style import side_width

_BESIDE_FROM = 1100
"""From this width of the window on the panel stands beside the list (tokens, section 9)."""
_LEAST_LIST = 96
"""So much of the list stays in sight beside a panel that lies over it: the ticks and the numbers of doors."""
_NO_LIMIT = 16_777_215


class PeopleHome(QWidget):
    """Holds the parts and gives each its place; what they mean to each other is the page's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._is_open = False
        self.head, self.filters, self.list = PeopleHead(), FilterBar(), PeopleList(desk)
        self.bulk = BulkBar(desk, self.list.ticked)
        self.panel = SidePanel(desk)
        self._build()

    def _build(self) -> None:
        self._left = QWidget()
        left = column(self._left, (0, 0, 0, 0), 10)
        left.addWidget(self.filters)
        held = QVBoxLayout()
        held.setSpacing(0)
        held.addWidget(self.list, 1)
        held.addWidget(self.bulk)
        left.addLayout(held, 1)
        box = column(self, (24, 12, 0, 0), 6)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 24, 0)
        top.addWidget(self.head)
        box.addLayout(top)
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self.panel)
        self._is_in_row = True
        box.addLayout(self._row, 1)

    @property
    def is_beside(self) -> bool:
        """Whether there is room for the panel beside the list."""
        theme = look.current()
        room = self.width() - panel_width(theme) - 40
        return self.width() + side_width(theme) >= _BESIDE_FROM and room >= theme.px(400)

    @property
    def is_list_in_reach(self) -> bool:
        """Whether the list can be worked in now: not while the panel stands over it."""
        return self.is_beside or not self._is_open

    def open_panel(self) -> None:
        """Show the panel, also where there is no room for it beside the list."""
        self._is_open = True
        self.arrange()

    def close_panel(self) -> None:
        """Show the list; the panel stays where there is room for it."""
        self._is_open = False
        self.arrange()

    def arrange(self) -> None:
        """Give each part its place."""
        beside = self.is_beside
        if beside != self._is_in_row:
            self._is_in_row = beside
            (self._row.addWidget if beside else self._row.removeWidget)(self.panel)
        self.panel.setVisible(beside or self._is_open)
        self.panel.show_way_back(is_over=not beside)
        layout = self._left.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0 if beside else 24, 0)
        wide = panel_width(look.current())
        self.panel.setMinimumWidth(wide if beside else 0)
        self.panel.setMaximumWidth(wide if beside else _NO_LIMIT)
        if not beside:
            self._lay_over(wide)

    def _lay_over(self, wide: int) -> None:
        """Lay the panel over the right part of the list, so that its left part stays in sight."""
        place = self._row.geometry()
        wide = min(max(wide, place.width() // 2), place.width() - look.current().px(_LEAST_LIST))
        self.panel.setGeometry(place.left() + place.width() - wide, place.top(), wide, place.height())
        self.panel.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the panel beside the list or over it."""
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Give each part its place, now that the letters are known."""
        super().showEvent(event)
        self.arrange()
