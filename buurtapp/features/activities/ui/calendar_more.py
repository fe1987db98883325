"""What else can be done from the calendar, under one button: one line for each, in the order of the menu."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.uikit.controls import Button
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import plain, say


@dataclass(frozen=True, slots=True)
class MoreAction:
    """A line of the menu, and the function (desk, parent) that does it, as "module:function"."""

    title: Text
    does: str


_FILE = "buurtapp.features.activities.ui.calendar_file"

MORE = (
    MoreAction(text(N_("Save as a calendar file…")), f"{_FILE}:save_calendar"),
    MoreAction(text(N_("Read a calendar file…")), f"{_FILE}:import_calendar"),
)
"""A module is imported when its line is chosen."""


class MoreButton(Button):
    """Shows the menu."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(text(N_("More")), "quiet", "ellipsis", icon_only=True)
        self._desk = desk
        self._page = page
        self.choices = QMenu(self)
        self.clicked.connect(self._show)

    def _show(self) -> None:
        self.choices.clear()
        for one in MORE:
            self.choices.addAction(plain(say(one.title))).triggered.connect(self._doer(one))
        self.choices.popup(self.mapToGlobal(QPoint(0, self.height())))
        if self.choices.actions():
            self.choices.setActiveAction(self.choices.actions()[0])

    def _doer(self, one: MoreAction) -> Callable[[], None]:
        def do() -> None:
            module, _, name = one.does.partition(":")
            chosen: Callable[[Desk, QWidget], object] = getattr(importlib.import_module(module), name)
            chosen(self._desk, self._page)

        return do
