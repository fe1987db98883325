"""Language, colours and size of the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from builders import new_store
from buurtapp.core.i18n import set_language
from buurtapp.core.settings import Settings
from buurtapp.core.store import Store
from buurtapp.shell.qt_language import speak
from buurtapp.shell.settings.reading_tab import ReadingTab
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    made = desk_for(store)

    def take(settings: Settings) -> None:
        made.settings = settings

    made.asked_to_save.connect(take)
    yield made
    made.jobs.close()


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot) -> ReadingTab:
    made = ReadingTab(desk)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.refresh()
    made.focus_first()
    return made


def test_the_settings_of_now_are_marked(tab: ReadingTab) -> None:
    assert tab.language.buttons["en"].isChecked()
    assert tab.look.buttons["system"].isChecked()
    assert tab.size_choice.buttons[100].isChecked()
    assert not tab.smaller.isEnabled()


def test_the_language_is_chosen_by_keyboard(tab: ReadingTab, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.language.buttons["nl"], Qt.Key.Key_Return)

    assert desk.settings.language == "nl"
    assert tab.language.buttons["nl"].isChecked()


def test_the_screen_speaks_the_other_language_at_once(tab: ReadingTab, qtbot: QtBot) -> None:
    set_language("nl")
    speak("nl")

    try:
        qtbot.waitUntil(lambda: any(label.text() == "Soep op woensdag" for label in tab.findChildren(QLabel)))
    finally:
        set_language("en")
        speak("en")


def test_the_colours_are_chosen(tab: ReadingTab, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.look.buttons["dark"], Qt.Key.Key_Space)

    assert desk.settings.theme == "dark"
    assert tab.look.buttons["dark"].isChecked()


def test_the_text_grows_in_steps_and_no_further_than_twice(tab: ReadingTab, desk: Desk, qtbot: QtBot) -> None:
    for _step in range(6):
        qtbot.keyClick(tab.larger, Qt.Key.Key_Return)

    assert desk.settings.text_size == 200
    assert tab.size_choice.buttons[200].isChecked()
    assert not tab.larger.isEnabled()
    qtbot.keyClick(tab.smaller, Qt.Key.Key_Return)
    assert desk.settings.text_size == 175


def test_a_size_is_chosen_directly(tab: ReadingTab, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.size_choice.buttons[150], Qt.Key.Key_Return)

    assert desk.settings.text_size == 150


def test_what_the_side_bar_changes_is_shown_here(tab: ReadingTab, desk: Desk) -> None:
    desk.save_settings(Settings(language="en", theme="light", text_size=125))

    assert tab.look.buttons["light"].isChecked()
    assert tab.size_choice.buttons[125].isChecked()


def test_a_size_of_an_older_file_marks_nothing(tab: ReadingTab, desk: Desk) -> None:
    desk.save_settings(Settings(language="en", text_size=110))

    assert not any(button.isChecked() for button in tab.size_choice.buttons.values())
