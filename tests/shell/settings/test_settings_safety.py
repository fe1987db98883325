"""Copies of the file: making one, looking at one, putting one back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import NOW, add_people, add_person, new_store
from buurtapp.core.clock import FixedClock
from buurtapp.core.store import Store, backup
from buurtapp.shell.settings import file_card
from buurtapp.shell.settings.copies import copies_of, elsewhere, put_back
from buurtapp.shell.settings.safety_tab import SafetyTab
from buurtapp.uikit.desk import Desk
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
def tab(desk: Desk, qtbot: QtBot) -> SafetyTab:
    made = SafetyTab(desk)
    desk.copies_changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    made.refresh()
    qtbot.waitUntil(desk.jobs.is_idle)
    return made


def answers(desk: Desk) -> Answers:
    assert isinstance(desk.choosing, Answers)
    return desk.choosing


def row(tab: SafetyTab, number: int) -> list[str]:
    return [str(tab.model.index(number, column).data()) for column in range(tab.model.columnCount())]


def shows(tab: SafetyTab, widget: QWidget) -> bool:
    return tab._stack.currentWidget() is widget


def told(desk: Desk) -> list[str]:
    said: list[str] = []
    desk.told.connect(lambda what, kind, _undo: said.append(f"{kind}: {what.render()}"))
    return said


def test_without_a_copy_it_says_so_and_the_button_makes_one(tab: SafetyTab, store: Store, qtbot: QtBot) -> None:
    assert tab.newest.label.text() == "There is no copy yet. Make one now."
    add_people(store, 3)
    tab.focus_first()

    qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    assert row(tab, 0)[1:] == ["3", "3", "can be put back", "Look"]
    assert len(backup.listed(store.path)) == 1
    assert tab.newest.label.text() == "The newest copy is of today."


def test_a_copy_that_cannot_be_opened_is_said_and_cannot_be_looked_at(
    tab: SafetyTab, store: Store, desk: Desk, qtbot: QtBot
) -> None:
    said = told(desk)
    made = store.backup()
    made.file.write_bytes(made.file.read_bytes()[:200])

    tab.refresh()

    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    assert row(tab, 0)[1:] == ["", "", "cannot be opened", ""]
    assert tab.newest.property("kind") == "wrong"
    assert not tab.look_button.isEnabled()
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert not shows(tab, tab.restoring)
    assert said == []


@pytest.mark.parametrize(("days", "kind"), [(3, "done"), (14, "care"), (40, "wrong")])
def test_an_old_copy_is_amber_and_then_brick(days: int, kind: str, tab: SafetyTab, store: Store, qtbot: QtBot) -> None:
    store.backup()
    assert isinstance(store.clock, FixedClock)
    store.clock.set(NOW + timedelta(days=days))

    tab.refresh()

    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    assert tab.newest.property("kind") == kind
    assert str(days) in tab.newest.label.text()


def test_enter_shows_a_copy_beside_the_file_and_escape_goes_back(tab: SafetyTab, store: Store, qtbot: QtBot) -> None:
    add_people(store, 2)
    store.backup()
    add_person(store, "Ayşe Yıldırım", "Klaverstraat 40")
    tab.refresh()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    tab.table.setFocus()

    qtbot.keyClick(tab.table, Qt.Key.Key_Return)

    now, then, difference = tab.restoring.cells["person"]
    qtbot.waitUntil(lambda: now.text() == "3")
    assert then.text() == "2"
    assert difference.text() == "1 fewer in the copy"
    assert tab.restoring.cells["activity"][2].text() == "the same"
    qtbot.keyClick(tab.restoring.back_button, Qt.Key.Key_Escape)
    assert not shows(tab, tab.restoring)
    assert tab.focusWidget() is tab.table


def test_a_change_while_a_copy_is_compared_is_counted(tab: SafetyTab, store: Store, desk: Desk, qtbot: QtBot) -> None:
    desk.changed.connect(tab.refresh)
    tab.show_copy(store.backup())
    now = tab.restoring.cells["person"][0]
    qtbot.waitUntil(lambda: now.text() == "0")

    add_person(store)

    qtbot.waitUntil(lambda: now.text() == "1")
    assert tab.restoring.cells["person"][2].text() == "1 fewer in the copy"


def test_a_copy_of_now_is_said_to_be_the_same(tab: SafetyTab, store: Store, qtbot: QtBot) -> None:
    add_person(store)
    info = store.backup()

    tab.show_copy(info)

    words = "This copy holds exactly what is in the file now."
    qtbot.waitUntil(lambda: tab.restoring.same.label.text() == words)


def test_putting_back_makes_a_new_file_and_leaves_the_old_one(
    tab: SafetyTab, store: Store, desk: Desk, qtbot: QtBot
) -> None:
    add_people(store, 2)
    info = store.backup()
    add_people(store, 5, "Dorpsstraat")
    before = store.check().digest
    said = told(desk)
    tab.show_copy(info)

    with qtbot.waitSignal(tab.put_back) as put:
        qtbot.keyClick(tab.restoring.put_button, Qt.Key.Key_Return)

    new = put.args[0]
    assert new == store.path.with_name("soep-2026-10-13.buurt")
    with Store.open(new, store.clock) as restored:
        assert restored.check().digest == info.digest
    assert store.check().digest == before
    assert backup.read_info(backup.listed(store.path)[-1][2]).digest == before
    assert "soep-2026-10-13.buurt" in said[-1]
    assert "soep.buurt is still there" in said[-1]


def test_a_second_time_it_gets_a_name_that_is_free(store: Store) -> None:
    info = store.backup()

    names = [put_back(store, info).name for _turn in range(3)]

    assert names == ["soep-2026-10-13.buurt", "soep-2026-10-13-2.buurt", "soep-2026-10-13-3.buurt"]


def test_the_copy_that_comes_back_is_not_thinned_out_on_the_way(tmp_path: Path) -> None:
    clock = FixedClock(NOW - timedelta(days=60))
    with new_store(tmp_path, clock) as store:
        first = store.backup()
        add_person(store)
        store.backup()
        clock.set(NOW)

        new = put_back(store, first)

        assert first.file.exists()
        with Store.open(new, clock) as restored:
            assert restored.check().counts["person"] == 0


def test_a_copy_that_is_damaged_inside_is_not_put_back(tab: SafetyTab, store: Store, desk: Desk, qtbot: QtBot) -> None:
    info = store.backup()
    data = bytearray(info.file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    info.file.write_bytes(bytes(data))
    said = told(desk)
    tab.show_copy(info)

    qtbot.keyClick(tab.restoring.put_button, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: any(one.startswith("wrong: ") for one in said))
    assert "Nothing was changed" in said[-1]
    assert sorted(file.name for file in store.path.parent.glob("soep*.buurt")) == ["soep.buurt"]
    qtbot.waitUntil(tab.restoring.put_button.isEnabled)


def test_a_copy_goes_to_another_place(tab: SafetyTab, store: Store, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    add_person(store)
    target = tmp_path / "stick" / "soep.buurtkopie"
    answers(desk).file = target

    qtbot.keyClick(tab.away_button, Qt.Key.Key_Return)

    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(desk.jobs.is_idle)
    assert backup.read_info(target).counts["person"] == 1
    assert backup.listed(store.path) == []


def test_a_copy_never_takes_the_place_of_a_group_file(tmp_path: Path) -> None:
    group_file = tmp_path / "soep.buurt"
    taken = tmp_path / "soep.buurt.buurtkopie"
    taken.touch()

    assert elsewhere(group_file) == tmp_path / "soep.buurt-2.buurtkopie"
    assert elsewhere(taken) == taken


def test_a_copy_from_another_place_is_looked_at(
    tab: SafetyTab, store: Store, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    add_person(store)
    far = tmp_path / "stick.buurtkopie"
    shutil.copy(store.backup().file, far)
    answers(desk).file = far

    qtbot.keyClick(tab.file_button, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: shows(tab, tab.restoring))
    assert tab.restoring.cells["person"][1].text() == "1"


def test_the_group_file_itself_is_no_copy(tab: SafetyTab, store: Store, desk: Desk, qtbot: QtBot) -> None:
    said = told(desk)
    answers(desk).file = store.path

    qtbot.keyClick(tab.file_button, Qt.Key.Key_Return)

    assert said == ["wrong: Choose a copy: a file whose name ends in .buurtkopie."]
    assert not shows(tab, tab.restoring)


def test_the_keyboard_stays_on_its_copy_when_a_newer_one_comes(tab: SafetyTab, store: Store, qtbot: QtBot) -> None:
    store.backup()
    tab.refresh()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    chosen = tab.model.record(0)

    store.backup()
    tab.refresh()

    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)
    assert tab.model.record(tab.table.currentIndex().row()) == chosen
    assert [copy.info is not None for copy in copies_of(store)] == [True, True]


def test_the_file_is_checked_and_counted(tab: SafetyTab, store: Store, qtbot: QtBot) -> None:
    add_people(store, 2)

    qtbot.keyClick(tab.file_cards.check_button, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: tab.file_cards.result.isVisibleTo(tab))
    assert tab.file_cards.result.label.text() == "The file is whole."
    assert tab.file_cards.figures.text() == "People: 2. Addresses: 2. Activities: 0."
    assert store.check().digest[:12] in tab.file_cards.digest.text()


def test_the_folder_is_shown_by_the_computer_itself(
    tab: SafetyTab, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    class Services:
        @staticmethod
        def openUrl(url: QUrl) -> bool:  # noqa: N802 - Qt's name
            opened.append(url)
            return True

    assert hasattr(QDesktopServices, "openUrl")
    monkeypatch.setattr(file_card, "QDesktopServices", Services)

    qtbot.keyClick(tab.file_cards.show_button, Qt.Key.Key_Return)

    assert opened == [QUrl.fromLocalFile(str(store.path.parent))]
    assert opened[0].isLocalFile()


def test_a_file_to_look_at_makes_no_copies_beside_it(store: Store, qtbot: QtBot) -> None:
    with Store.open(store.path, store.clock, read_only=True) as looked_at:
        desk = desk_for(looked_at)
        tab = SafetyTab(desk)
        qtbot.addWidget(tab)

        tab.refresh()

        assert not tab.make_button.isEnabled()
        assert tab.away_button.isEnabled()
        assert tab._note.isVisibleTo(tab)
        qtbot.waitUntil(desk.jobs.is_idle)
        desk.jobs.close()
