"""Tables: ticked, opened and left by keyboard; groups between the rows; every name as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import Column, Group, ShortModel
from buurtapp.uikit.table import Table, row_height

COLUMNS: list[Column[str]] = [
    Column("", lambda _name: "", "tick"),
    Column("Name", str, "strong"),
    Column("Labels", lambda name: "\n".join(name.split()), "tags", 120),
    Column("State", lambda _name: "fine", "state", 80, icon=lambda _name: "check", role=lambda _name: "primary"),
]
STREET = Group("Klaverstraat", "2 people", is_place=True)


@pytest.fixture
def model() -> ShortModel[str]:
    model: ShortModel[str] = ShortModel(COLUMNS)
    model.set_grouped([(STREET, ["Aaltje Brinkman", "Gerrit de Boer"]), (Group("Vlierhof"), ["Piet"])])
    return model


@pytest.fixture
def table(model: ShortModel[str], qtbot: QtBot) -> Table:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = QVBoxLayout(parent)
    table = Table("People", model)
    box.addWidget(table)
    box.addWidget(QLineEdit())
    parent.resize(700, 400)
    parent.show()
    parent.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.parent_for_test = parent  # type: ignore[attr-defined]
    return table


def test_space_ticks_the_row_and_again_takes_the_tick_away(table: Table, model: ShortModel[str], qtbot: QtBot) -> None:
    table.choose_first()

    qtbot.keyClick(table, Qt.Key.Key_Space)
    once = set(model.ticked)
    qtbot.keyClick(table, Qt.Key.Key_Space)

    assert once == {0}
    assert model.ticked == set()


def test_a_group_cannot_be_ticked(table: Table, model: ShortModel[str], qtbot: QtBot) -> None:
    table.choose(0)

    qtbot.keyClick(table, Qt.Key.Key_Space)

    assert model.ticked == set()
    assert model.record(0) is None
    assert model.group(0) is STREET


def test_the_box_is_ticked_by_the_mouse_and_the_row_is_not_chosen(
    table: Table, model: ShortModel[str], qtbot: QtBot
) -> None:
    at = table.visualRect(model.index(2, 0)).center()

    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))

    assert model.ticked == {1}


def test_enter_opens_and_letters_are_told(table: Table, qtbot: QtBot) -> None:
    opened: list[int] = []
    typed: list[str] = []
    table.opened.connect(opened.append)
    table.typed.connect(typed.append)
    table.choose_first()

    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClicks(table, "me")

    assert opened == [1]
    assert typed == ["m", "e"]


def test_tab_leaves_the_table(table: Table, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Tab)

    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_rows_grow_with_the_text_and_groups_are_lower(table: Table) -> None:
    assert row_height(look.Theme()) == 40
    assert row_height(look.Theme(percent=150)) == 56
    assert table.rowHeight(0) < table.rowHeight(1)


@pytest.mark.parametrize("odd", ["<b>Jan</b>", "a" * 300, "nieuwe\nregel", "فاطمة الزهراء", "👩‍👩‍👧‍👦 gezin"])
def test_odd_names_are_drawn_on_one_line_as_they_are(odd: str, table: Table, model: ShortModel[str]) -> None:
    model.set_records([odd])

    assert model.index(0, 1).data() == " ".join(odd.split())
    assert not table.grab().isNull()


def test_what_is_heard_of_a_row_is_what_is_seen(model: ShortModel[str]) -> None:
    said = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    group = model.index(0, 0).data()

    assert said == "Aaltje, Brinkman"
    assert group == "Klaverstraat 2 people"
