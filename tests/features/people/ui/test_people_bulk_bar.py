"""The bar below the list: what fits on it, what is under More, and how many may get a letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from people_screen import page_of, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import add_people, add_person, new_store
from buurtapp.core.store import Store
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


# A menu that pops up asks a screen without a window system for both.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_what_does_not_fit_in_the_bar_is_under_more(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 2)
    page = page_of(qtbot, desk)
    page.list.tick_all()
    page.bulk.resize(620, page.bulk.height())
    assert page.bulk.papers["labels"].isVisible()
    assert page.bulk.delete.isHidden()

    qtbot.keyClick(page.bulk.more, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    said = [action.text() for action in menu.actions()]
    menu.close()

    assert said[-4:] == ["Sign up for…", "Give a label", "Take a label away", "Delete"]
    assert "Export…" in said
    shown = words(page.bulk)
    assert not [one for one in said if one in shown]


def test_a_file_that_is_only_looked_at_can_still_be_printed(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 2)
    page = page_of(qtbot, desk)
    page.list.tick_all()

    page.bulk.allow(writing=False)

    assert page.bulk.papers["labels"].isEnabled()
    assert page.bulk.export.isEnabled()
    assert not page.bulk.delete.isEnabled()


def test_of_very_many_the_letters_are_counted_in_the_background(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 110)
    add_person(store, "Gerrit de Boer", "Zandpad 1", do_not_approach=True)
    page = page_of(qtbot, desk)

    page.list.tick_all()

    qtbot.waitUntil(lambda: page.bulk.letter.accessibleName() == "Letter (110 of 111)")
