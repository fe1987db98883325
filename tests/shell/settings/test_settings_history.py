"""The history in words, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders import add_person, new_store
from buurtapp.core.i18n import text
from buurtapp.core.store import HistoryEntry, Store
from buurtapp.features.group.actions import change_group, changed_label
from buurtapp.features.group.queries import group
from buurtapp.features.group.records import Group
from buurtapp.shell.settings.history_tab import HistoryTab, steps_of
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for


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
def tab(desk: Desk, qtbot: QtBot) -> HistoryTab:
    made = HistoryTab(desk)
    desk.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def rename(store: Store, name: str) -> None:
    store.write(changed_label(), change_group, Group(name))


def entry(number: int, undoes: int | None = None) -> HistoryEntry:
    return HistoryEntry(number, datetime(2026, 10, 13, 12, tzinfo=UTC), text("Thing"), undoes)


def cells(tab: HistoryTab, column: int) -> list[str]:
    model = tab.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("entries", "kinds", "undone"),
    [
        ([entry(1)], ["done"], [False]),
        ([entry(2, 1), entry(1)], ["undone", "done"], [False, True]),
        ([entry(3, 2), entry(2, 1), entry(1)], ["redone", "undone", "done"], [False, False, False]),
        ([entry(4, 3), entry(3, 2), entry(2, 1), entry(1)], ["undone", "redone", "undone", "done"], [0, 0, 0, 1]),
        ([entry(9, 5)], ["undone"], [False]),
    ],
)
def test_each_line_knows_whether_it_was_taken_back(
    entries: list[HistoryEntry], kinds: list[str], undone: list[bool]
) -> None:
    steps = steps_of(entries)

    assert [step.kind for step in steps] == kinds
    assert [step.is_undone for step in steps] == [bool(one) for one in undone]


def test_what_was_done_is_listed_by_day_newest_first(tab: HistoryTab, store: Store, qtbot: QtBot) -> None:
    add_person(store, "<i>Henk</i> & co")
    rename(store, "De Kas")

    tab.refresh()

    qtbot.waitUntil(lambda: tab.model.rowCount() == 3)
    assert cells(tab, 0)[0] == "Tuesday 13 October"
    assert cells(tab, 1)[1] == "Group changed"
    assert not tab.empty.isVisibleTo(tab)


def test_undo_and_again_by_keyboard_are_named_and_marked(
    tab: HistoryTab, desk: Desk, store: Store, qtbot: QtBot
) -> None:
    rename(store, "De Kas")
    tab.refresh()
    qtbot.waitUntil(tab.undo_button.isEnabled)
    assert tab.undo_button.accessibleName() == "Undo: Group changed"
    assert not tab.redo_button.isEnabled()

    qtbot.keyClick(tab.undo_button, Qt.Key.Key_Return)

    qtbot.waitUntil(tab.redo_button.isEnabled)
    assert store.read(group).name == "Klaverhoek"
    assert cells(tab, 1)[1:] == ["Undone: Group changed", "Group changed"]
    assert cells(tab, 2)[1:] == ["", "taken back"]
    qtbot.keyClick(tab.redo_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 4)
    assert store.read(group).name == "De Kas"
    assert cells(tab, 1)[1] == "Done again: Group changed"
    assert "taken back" not in cells(tab, 2)


def test_a_change_elsewhere_comes_into_the_list(tab: HistoryTab, store: Store, qtbot: QtBot) -> None:
    tab.refresh()

    rename(store, "De Kas")

    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)


def test_a_name_of_300_letters_fits_on_the_button(tab: HistoryTab, store: Store, qtbot: QtBot) -> None:
    store.write(text("Added: {name}", name="x" * 300), change_group, Group("De Kas"))

    tab.refresh()

    qtbot.waitUntil(tab.undo_button.isEnabled)
    assert tab.undo_button.text().endswith("…")
    assert tab.undo_button.sizeHint().width() < tab.width()
    assert "x" * 300 in tab.undo_button.accessibleName()


def test_a_new_file_says_what_will_come_here(tab: HistoryTab, qtbot: QtBot) -> None:
    tab.refresh()

    qtbot.waitUntil(lambda: tab.empty.isVisibleTo(tab))
    assert not tab.table.isVisibleTo(tab)


def test_a_file_to_look_at_has_no_way_back(store: Store, qtbot: QtBot) -> None:
    rename(store, "De Kas")
    with Store.open(store.path, store.clock, read_only=True) as looked_at:
        desk = desk_for(looked_at)
        tab = HistoryTab(desk)
        qtbot.addWidget(tab)
        tab.show()

        tab.refresh()

        qtbot.waitUntil(lambda: tab.model.rowCount() == 2)
        assert not tab.undo_button.isEnabled()
        assert tab._note.isVisibleTo(tab)
        desk.jobs.close()
