"""What the tests of the screens of People share: a page as the window shows it, and how to read and type on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.uikit.desk import Desk


def page_of(qtbot: QtBot, desk: Desk, width: int = 1158) -> PeoplePage:
    """The page as the window shows it: 1158 pixels beside the side bar."""
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.resize(width, 780)
    page.show()
    qtbot.waitExposed(page)
    page.refresh()
    page.focus_first()
    settled(qtbot, desk)
    return page


def settled(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(desk.jobs.is_idle)


def shown(page: PeoplePage) -> list[str]:
    """What the list shows: names, and groups as "Klaverstraat | 1 person at 1 address"."""
    found = []
    for row in range(page.list.model.rowCount()):
        group, record = page.list.model.group(row), page.list.model.record(row)
        if group is not None:
            found.append(f"{group.title} | {group.more}")
        elif record is not None:
            found.append(record.person.name.spoken)
    return found


def mode(page: PeoplePage) -> str:
    """What the panel shows."""
    return page.panel.mode


def words(widget: QWidget) -> str:
    """Everything that can be read in a widget now."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    buttons = [button.text() for button in widget.findChildren(QPushButton) if button.isVisibleTo(widget)]
    return "\n".join((*labels, *buttons)).replace("\u200b", "")


def stands_on(qtbot: QtBot, page: PeoplePage, number: int) -> None:
    qtbot.waitUntil(lambda: page.panel.view.number == number)


def type_in(qtbot: QtBot, page: PeoplePage, field: str, typed: str, *, adds: bool = False) -> None:
    form = page.panel.add().form if adds else page.panel.edit_page().form
    input_ = form.field(field).input
    input_.setFocus()
    if isinstance(input_, QLineEdit):
        input_.selectAll()
    qtbot.keyClicks(input_, typed)


def leave_field(qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Tab)
