"""The menu of the calendar: not there without lines, and each line does what it says."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import new_store
from buurtapp.core.i18n import text
from buurtapp.core.store import Store
from buurtapp.features.activities.ui import calendar_more
from buurtapp.features.activities.ui.calendar_more import MoreAction, MoreButton
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


def test_without_lines_there_is_no_button(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_more, "MORE", ())
    button = MoreButton(desk, QWidget())
    qtbot.addWidget(button)

    assert button.isHidden()


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard")
def test_a_line_is_chosen_by_keyboard(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[tuple[Desk, QWidget]] = []
    helper = ModuleType("helper_of_this_test")
    helper.one = helper.two = lambda *what: done.append(what)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, helper.__name__, helper)
    lines = tuple(MoreAction(text(word), f"{helper.__name__}:{word}") for word in ("one", "two"))
    monkeypatch.setattr(calendar_more, "MORE", lines)
    page = QWidget()
    qtbot.addWidget(page)
    button = MoreButton(desk, page)
    qtbot.addWidget(button)
    button.show()

    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button.choices, Qt.Key.Key_Down)
    qtbot.keyClick(button.choices, Qt.Key.Key_Return)

    assert [action.text() for action in button.choices.actions()] == ["one", "two"]
    assert done == [(desk, page)]
