"""The tab of sign-ups on the screen, and counting the keys that a task takes."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.ui.signups_tab import SignupsTab
from buurtapp.uikit.desk import Desk


class KeyCount:
    """Presses keys and counts them: letters and figures that are typed apart from all others."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.letters = self.beyond_letters = 0

    def type(self, widget: QWidget, letters: str) -> None:
        """Type a name or a number."""
        self.letters += len(letters)
        self._qtbot.keyClicks(widget, letters)

    def press(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one other key."""
        self.beyond_letters += 1
        self._qtbot.keyClick(widget, key, modifier)

    def tell(self, task: str) -> None:
        """Print what a task took; pytest shows it with -s."""
        sys.stdout.write(f"keys, {task}: {self.letters} letters and {self.beyond_letters} others\n")


def shown(desk: Desk, qtbot: QtBot, number: int) -> SignupsTab:
    """The tab of an activity on the screen, which follows what is done."""
    tab = SignupsTab(desk)
    qtbot.addWidget(tab)
    desk.changed.connect(lambda _changes: tab.show_card(desk.read(queries.card, number)))
    tab.resize(780, 640)
    tab.show()
    tab.show_card(desk.read(queries.card, number))
    qtbot.waitUntil(desk.jobs.is_idle)
    return tab


def names(store: Store, number: int) -> list[str]:
    """Who signed up, the waiting list last."""
    return [row.person.name.spoken for row in store.read(queries.signups, number)]
