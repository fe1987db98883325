"""Somebody with nothing but a keyboard before the window of activities, and what there is for them to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import add_activity, add_person, printed, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.rows import ActivityRow
from buurtapp.features.activities.ui.door import DoorView
from buurtapp.features.activities.ui.page import ActivitiesPage
from buurtapp.shell.window import MainWindow

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
PEOPLE = (
    ("Henk van der Meer", "Klaverstraat 5"),
    ("Marijke van der Meer", "Klaverstraat 5"),
    ("Toos van 't Hek", "Klaverstraat 11"),
    ("Coby Zandstra", "Meidoornlaan 2"),
    ("Aaltje Brinkman", "Vlierhof 1"),
)


@dataclass(frozen=True)
class Story:
    """What there is at the start: people, an activity that is going on, one to come, and a list that is out."""

    people: tuple[int, ...]
    now: int
    later: int
    been: int
    code: str


class Keys:
    """Somebody with nothing but a keyboard before the window; `pressed` counts."""

    def __init__(self, window: MainWindow, story: Story, qtbot: QtBot) -> None:
        self.window = window
        self.story = story
        self.qtbot = qtbot
        self.pressed = 0

    @property
    def store(self) -> Store:
        store = self.window.desk.store
        assert store is not None
        return store

    @property
    def page(self) -> ActivitiesPage:
        page = self.window.pages["activities"]
        assert isinstance(page, ActivitiesPage)
        return page

    def here(self) -> QWidget:
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if popup is None:
            self.window.activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget() or popup
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            self.qtbot.keyClick(self.here(), key, modifiers)
            self.pressed += 1

    def write(self, words: str) -> None:
        self.qtbot.keyClicks(self.here(), words)
        self.pressed += len(words)

    def tab_to(self, widget: QWidget, most: int = 25, *, back: bool = False) -> None:
        """Press Tab, or Shift+Tab, until the keyboard is there."""
        for _ in range(most):
            if widget.hasFocus() or widget.isAncestorOf(self.here()):
                return
            self.press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, SHIFT if back else NONE)
        raise AssertionError(f"{most} times Tab do not lead to {widget.accessibleName()}")

    def settle(self) -> None:
        self.qtbot.waitUntil(self.window.desk.jobs.is_idle, timeout=15_000)
        QApplication.sendPostedEvents()

    def open(self, activity: int, tab: str = "") -> None:
        """Stand before an activity; no key is counted for what comes before the task."""
        self.window.show_page("activities", activity=activity, tab=tab)
        self.settle()
        self.page.activity.focus_first()
        self.pressed = 0

    def door(self) -> DoorView:
        self.window.show_page("activities", door=self.story.now)
        found = self.page.findChild(DoorView)
        assert isinstance(found, DoorView)
        self.settle()
        found.focus_first()
        self.pressed = 0
        return found

    def came(self) -> set[int]:
        there = self.store.read(queries.presence, self.story.now)
        return {*there.present, *(one.person_id for one in there.walk_ins if one.person_id is not None)}

    def listed(self) -> list[ActivityRow]:
        return self.store.read(queries.listed)


def fill(store: Store) -> Story:
    people = tuple(add_person(store, name, address) for name, address in PEOPLE)
    been = add_activity(store, "Koffie", datetime(2026, 10, 12, 10))
    now = add_activity(store, "Soep", datetime(2026, 10, 13, 13, 30), ends_at=datetime(2026, 10, 13, 16))
    later = add_activity(store, "Wandelen", datetime(2026, 10, 20, 14))
    signed_up(store, been, people[:3])
    signed_up(store, now, people[:4])
    return Story(people, now, later, been, printed(store, been, walk_in_lines=2).code)
