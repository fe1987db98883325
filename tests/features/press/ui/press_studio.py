"""What tests of the flyer studio do: show it, type in it, press its buttons, and put it away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, activity_draft, add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities.actions import plan
from buurtapp.features.press.ui.page import PressPage
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for


@contextmanager
def a_store(folder: Path) -> Iterator[Store]:
    """A group with one activity, with somebody to ask."""
    with new_store(folder) as made:
        contact = add_person(made, "Marijke van der Meer", phones=["06 0000 0105"])
        made.write(DONE, plan.add_activity, activity_draft(contact=contact))
        yield made


@contextmanager
def a_desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


def shown(desk: Desk, qtbot: QtBot) -> PressPage:
    """The page on the screen, with the flyer of the next activity drawn."""
    made = PressPage(desk)
    desk.changed.connect(made.refresh)
    made.resize(1158, 760)
    with qtbot.waitSignal(made.studio.preview.drawn):
        made.show()
        made.refresh()
    return made


def gone(page: PressPage, qtbot: QtBot) -> None:
    """The page put away, as when another file is opened: after what is still being drawn for it."""
    page.hide()
    qtbot.waitUntil(page.desk.jobs.is_idle)
    page.deleteLater()


def write(page: PressPage, qtbot: QtBot, name: str, words: str) -> None:
    """Write other words in a field, and wait until the page follows."""
    input_ = page.studio.fields.field(name).input
    with qtbot.waitSignal(page.studio.preview.drawn):
        qtbot.keyClick(input_, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if words:
            qtbot.keyClicks(input_, words)
        else:
            qtbot.keyClick(input_, Qt.Key.Key_Delete)


def said(page: PressPage, name: str) -> str:
    return page.studio.fields.text(name).replace("\u00a0", " ")


def press(qtbot: QtBot, button: QWidget) -> None:
    qtbot.keyClick(button, Qt.Key.Key_Space)
