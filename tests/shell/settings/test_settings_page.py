"""The page of the settings as a whole: its tabs, and when they look again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, new_store
from buurtapp.core.settings import Settings
from buurtapp.core.store import Store
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.queries import group
from buurtapp.features.group.records import Group
from buurtapp.shell.settings.group_tab import GroupTab
from buurtapp.shell.settings.history_tab import HistoryTab
from buurtapp.shell.settings.page import SettingsPage
from buurtapp.shell.window import MainWindow
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs
from uikit_builders import Answers, desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(desk)
    desk.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    qtbot.waitExposed(made)
    made.refresh()
    made.show_place()
    made.focus_first()
    return made


def name_field(page: SettingsPage) -> QLineEdit:
    tab = page.tabs["group"]
    assert isinstance(tab, GroupTab)
    found = tab.field("name").input
    assert isinstance(found, QLineEdit)
    return found


def test_it_begins_with_the_group_and_the_keyboard_in_its_name(page: SettingsPage) -> None:
    assert page.shown == "group"
    assert name_field(page).text() == "Klaverhoek"
    assert page.focusWidget() is name_field(page)


@pytest.mark.parametrize("name", ["group", "reading", "safety", "history"])
def test_each_tab_is_a_place(name: str, page: SettingsPage) -> None:
    page.show_place(tab=name)

    assert page.buttons[name].isChecked()
    assert page.tabs[name].isVisibleTo(page)


def test_a_place_that_does_not_exist_is_the_first(page: SettingsPage) -> None:
    page.show_place(tab="nowhere")

    assert page.shown == "group"


def test_a_tab_is_chosen_with_enter(page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.buttons["history"], Qt.Key.Key_Return)

    assert page.shown == "history"


def test_ctrl_tab_goes_round_also_from_a_text_of_more_lines(page: SettingsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    tab = page.tabs["group"]
    assert isinstance(tab, GroupTab)
    purpose: QWidget = tab.field("purpose").input
    purpose.setFocus()
    qtbot.waitUntil(page.isActiveWindow)
    seen = []

    for widget in (purpose, *(page.buttons[name] for name in ("reading", "safety", "history", "prints"))):
        qtbot.keyClick(widget, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        seen.append(page.shown)

    assert seen == ["reading", "safety", "history", "prints", "group"]
    qtbot.keyClick(
        page.buttons["group"], Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert page.shown == "prints"


def test_a_tab_that_was_hidden_shows_what_is_true_when_it_comes_back(
    page: SettingsPage, store: Store, qtbot: QtBot
) -> None:
    page.show_place(tab="reading")
    store.write(DONE, change_group, Group("De Kas"))
    qtbot.waitUntil(lambda: "group" in page._stale)

    page.show_place(tab="group")

    assert name_field(page).text() == "De Kas"


def test_a_new_copy_is_in_the_list_at_once(page: SettingsPage, desk: Desk, store: Store, qtbot: QtBot) -> None:
    page.show_place(tab="safety")
    store.backup()

    desk.copies_changed.emit()

    qtbot.waitUntil(lambda: page.safety.model.rowCount() == 1)


def test_the_history_follows_a_change_that_is_made_while_it_is_shown(
    page: SettingsPage, store: Store, qtbot: QtBot
) -> None:
    page.show_place(tab="history")
    tab = page.tabs["history"]
    assert isinstance(tab, HistoryTab)

    store.write(DONE, change_group, Group("De Kas"))

    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)


def test_the_window_opens_the_file_that_was_put_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(tmp_path / "buurtapp.ini"))
    with new_store(tmp_path) as store:
        store.backup()
        store.write(DONE, change_group, Group("De Kas"))
    window = MainWindow(Desk(Jobs(), Settings("en"), store.clock, Answers()))
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.data_shown, timeout=10_000):
        window.begin(store.path)
    window.show_page("settings", tab="safety")
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: page.safety.model.rowCount() > 1)

    page.safety.table.choose(page.safety.model.rowCount() - 1)
    qtbot.keyClick(page.safety.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.safety.restoring.put_button, Qt.Key.Key_Return)

    new = store.path.with_name("soep-2026-10-13.buurt")
    qtbot.waitUntil(lambda: window.desk.store is not None and window.desk.store.path == new, timeout=10_000)
    assert window.desk.read(group).name == "Klaverhoek"
    assert "soep.buurt is still there" in window.messages.label.text()
    window.close()
    with Store.open(store.path, store.clock) as old:
        assert old.read(group).name == "De Kas"


def test_every_state_for_pictures_can_be_reached(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    names = [picture.name for picture in page.pictures()]

    for picture in page.pictures():
        assert picture.show() is None
        qtbot.waitUntil(desk.jobs.is_idle)

    assert len(names) == len(set(names))
    assert {
        "21-instellingen-groep",
        "21-instellingen-lezen",
        "21-veiligheid",
        "21-veiligheid-terugzetten",
        "21-instellingen-geschiedenis",
    } <= set(names)
