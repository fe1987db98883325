"""What the tests of the home screen share: a page as the window shows it, and how to read and type on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from buurtapp.core.store import Store
from buurtapp.features.promises import queries as promises
from buurtapp.features.today.ui.page import TodayPage
from buurtapp.uikit.desk import Desk


def page_of(desk: Desk, qtbot: QtBot) -> TodayPage:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 900)
    desk.changed.connect(page.refresh)
    with qtbot.waitActive(page):
        page.show()
    page.refresh()
    page.focus_first()
    return page


def rows(page: TodayPage) -> list[str]:
    """What each row says, from left to right."""
    said = []
    for row in page.to_do.rows:
        layout = row.layout()
        assert layout is not None
        layout.activate()
        labels = [one for one in row.findChildren(QLabel) if one.text() and one.isVisibleTo(page)]
        said.append(" | ".join(one.text() for one in sorted(labels, key=lambda one: one.mapTo(page, QPoint()).x())))
    return said


def holder() -> QWidget:
    holder = QApplication.focusWidget()
    assert holder is not None
    return holder


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(holder(), key)


def type_words(qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(holder(), words)


def titles(store: Store) -> list[str]:
    return [one.draft.title for one in store.read(promises.open_ones)]
