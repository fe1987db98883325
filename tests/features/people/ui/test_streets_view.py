"""Streets and addresses on the screen, by keyboard: adding, walking, changing, joining, areas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from people_screen import page_of, settled, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.people.actions import areas, doors, streets
from buurtapp.features.people.queries import cards
from buurtapp.features.people.queries import streets as queries
from buurtapp.features.people.records import LooseEndRow
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.features.people.ui.streets.view import StreetsView
from buurtapp.uikit.controls import Button
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
    made.jobs.close()


def opened(qtbot: QtBot, desk: Desk) -> tuple[PeoplePage, StreetsView]:
    page = page_of(qtbot, desk)
    qtbot.keyClick(page.head.streets_button, Qt.Key.Key_Return)
    settled(qtbot, desk)
    return page, page.streets.view()


def houses(view: StreetsView) -> list[str]:
    return [row.door.house for row in view.street.table.doors.records()]


def typed(qtbot: QtBot, desk: Desk, field: QWidget, value: str) -> None:
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, value)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled(qtbot, desk)


def test_without_streets_there_is_one_thing_to_do(qtbot: QtBot, desk: Desk, store: Store) -> None:
    _page, view = opened(qtbot, desk)
    assert view.right.currentWidget() is view.none
    assert view.first_button.hasFocus()

    qtbot.keyClick(view.first_button, Qt.Key.Key_Return)
    form = view.add.form
    qtbot.keyClicks(form.field("street").input, "Klaverstraat")
    qtbot.keyClicks(form.field("numbers").input, "1-55 oneven")
    assert form.field("numbers").hint.text() == "28 addresses: 1, 3, 5 … 55"
    qtbot.keyClick(form.field("place").input, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(houses(view)) == 28)
    assert len(store.read(cards.addresses)) == 28
    assert view.right.currentWidget() is view.street


def test_doors_that_are_there_already_are_told_before_they_are_added(qtbot: QtBot, desk: Desk, store: Store) -> None:
    store.write(DONE, doors.add_addresses, "Klaverstraat", "1-5 odd")
    _page, view = opened(qtbot, desk)
    view.street.add.click()
    form = view.add.form
    assert form.text("street") == "Klaverstraat"

    qtbot.keyClicks(form.field("numbers").input, "1-9 odd")
    assert form.field("numbers").hint.text() == "5 addresses: 1, 3, 5, 7, 9. There already: 3 (1, 3, 5)"
    form.set_value("numbers", "14 t/m zestien")
    form.edited.emit("numbers")
    assert "zestien" in form.field("numbers").hint.text()


def test_a_street_is_walked_otherwise_and_a_door_is_moved(qtbot: QtBot, desk: Desk, store: Store) -> None:
    store.write(DONE, doors.add_addresses, "Klaverstraat", "1-4")
    _page, view = opened(qtbot, desk)
    assert houses(view) == ["1", "2", "3", "4"]

    walk = view.street.form.field("walk").input
    view.street.form.set_value("walk", "odd_first")
    view.street.form.committed.emit("walk")
    qtbot.waitUntil(lambda: houses(view) == ["1", "3", "4", "2"])
    assert "1, 3, 5, 6, 4, 2" in view.street.explanation.text()

    table = view.street.table
    table.setFocus()
    table.choose(1)
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: houses(view) == ["3", "1", "4", "2"])
    assert table.currentIndex().row() == 0
    qtbot.keyClick(view.street.down, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: houses(view) == ["1", "3", "4", "2"])
    assert walk.currentText() == "My own order"  # type: ignore[union-attr]
    assert [row.door.house for row in store.read(cards.addresses)] == ["1", "3", "4", "2"]


def test_a_door_is_changed_in_place(qtbot: QtBot, desk: Desk, store: Store) -> None:
    store.write(DONE, doors.add_addresses, "Klaverstraat", "1-3")
    _page, view = opened(qtbot, desk)
    view.street.table.setFocus()
    view.street.table.choose(2)
    qtbot.keyClick(view.street.table, Qt.Key.Key_Return)
    form = view.door.form

    typed(qtbot, desk, form.field("number").input, "14 t/m 18")
    assert "several doors" in form.field("number").problem.text()
    typed(qtbot, desk, form.field("number").input, "2-RD")
    typed(qtbot, desk, form.field("stairwell").input, "Portiek A")
    typed(qtbot, desk, form.field("postcode").input, "3930")
    assert "B-3930" in form.field("postcode").problem.text()
    typed(qtbot, desk, form.field("postcode").input, "B-3930")
    qtbot.keyClick(form.field("no_bell").input, Qt.Key.Key_Space)
    form.set_value("sticker", "nee_nee")
    form.committed.emit("sticker")
    settled(qtbot, desk)

    (row,) = [row for row in store.read(cards.addresses) if row.door.addition == "rd"]
    assert (row.door.number, row.stairwell, row.door.postcode) == (2, "Portiek A", "B-3930")
    assert (row.no_bell, row.sticker) == (True, "nee_nee")
    qtbot.keyClick(form.field("number").input, Qt.Key.Key_Escape)
    settled(qtbot, desk)
    assert view.right.currentWidget() is view.street
    assert houses(view) == ["1", "2", "2 rd"]
    assert view.street.table.currentIndex().row() == 2


def test_an_address_where_somebody_lives_stays_and_says_what_to_do(qtbot: QtBot, desk: Desk, store: Store) -> None:
    henk = add_person(store, "Henk de Boer", "Klaverstraat 1")
    store.write(DONE, doors.add_addresses, "Klaverstraat", "3")
    _page, view = opened(qtbot, desk)
    asked: list[object] = []
    desk.asked_to_go.connect(lambda name, where: asked.append((name, where)))

    view.show_door(view.street.table.doors.records()[0].id)
    qtbot.keyClick(view.door.delete, Qt.Key.Key_Return)
    assert "give them another address" in words(view.door)
    link = next(button for button in view.door.findChildren(Button) if "Henk" in button.text())
    assert link.hasFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert asked == [("people", {"person": henk})]

    view.show_door(view.street.table.doors.records()[1].id)
    qtbot.keyClick(view.door.delete, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: houses(view) == ["1"])


def test_two_spellings_of_a_street_are_joined(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, "Henk de Boer", "Klaverstraat 1")
    add_person(store, "Ria de Boer", "Klaverweg 1")
    _page, view = opened(qtbot, desk)
    gone = next(row.id for row in store.read(queries.streets) if row.name == "Klaverweg")
    view.show_street(gone)
    settled(qtbot, desk)

    typed(qtbot, desk, view.street.form.field("name").input, "klaverstr.")
    assert view.street.same.isVisible()
    assert [row.name for row in store.read(queries.streets)] == ["Klaverstraat", "Klaverweg"]
    qtbot.keyClick(view.street.join, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [row.name for row in store.read(queries.streets)] == ["Klaverstraat"])
    settled(qtbot, desk)
    assert not view.street.same.isVisible()
    assert view.street.title.text() == "Klaverstraat"
    assert "Henk de Boer, Ria de Boer" in str(view.street.table.doors.index(0, 1).data())
    store.undo()
    assert len(store.read(queries.streets)) == 2


def test_a_street_gets_a_name_an_area_and_a_place(qtbot: QtBot, desk: Desk, store: Store) -> None:
    store.write(DONE, doors.add_addresses, "Klaverstraat", "1")
    store.write(DONE, doors.add_addresses, "Vlierhof", "1")
    area = store.write(DONE, areas.add_area, "Noord")
    _page, view = opened(qtbot, desk)
    form = view.street.form

    typed(qtbot, desk, form.field("name").input, "Klaverlaan")
    form.set_value("area", area)
    form.committed.emit("area")
    settled(qtbot, desk)
    typed(qtbot, desk, form.field("name").input, " ")
    assert form.field("name").problem.text() == "Fill in a street."
    view.show_street(next(row.id for row in store.read(queries.streets) if row.name == "Vlierhof"))
    settled(qtbot, desk)
    form.set_value("position", 1)
    form.committed.emit("position")
    settled(qtbot, desk)

    found = [(row.name, row.area, row.walk_position) for row in store.read(queries.streets)]
    assert found == [("Vlierhof", "", 1), ("Klaverlaan", "Noord", None)]
    groups = [view.streets.group(row) for row in range(view.streets.rowCount())]
    assert [str(group.title) for group in groups if group is not None] == ["Noord", "Without an area"]


def test_areas_get_a_connector_by_name(qtbot: QtBot, desk: Desk, store: Store) -> None:
    henk = add_person(store, "Henk de Boer", "Klaverstraat 1")
    _page, view = opened(qtbot, desk)
    qtbot.keyClick(view.areas_button, Qt.Key.Key_Return)
    page = view.areas

    typed(qtbot, desk, page.new_form.field("area").input, "Noord")
    qtbot.keyClicks(page.pick.field, "boer")
    qtbot.keyClick(page.pick.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.read(queries.connector_of, henk) == ["Noord"])
    settled(qtbot, desk)
    assert page.connector.text() == "Connector: Henk de Boer"
    typed(qtbot, desk, page.new_form.field("area").input, "noord")
    assert len(store.read(queries.areas)) == 1
    qtbot.keyClick(page.nobody, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.read(queries.connector_of, henk) == [])
    typed(qtbot, desk, page.form.field("area").input, "Zuid")
    assert [row.name for row in store.read(queries.areas)] == ["Zuid"]
    qtbot.keyClick(page.delete, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.read(queries.areas) == [])
    qtbot.keyClick(page.new_form.field("area").input, Qt.Key.Key_Escape)
    assert view.right.currentWidget() is view.street


def test_escape_goes_back_step_by_step(qtbot: QtBot, desk: Desk, store: Store) -> None:
    store.write(DONE, doors.add_addresses, "Klaverstraat", "1-2")
    store.write(DONE, doors.add_addresses, "Vlierhof", "1")
    page, view = opened(qtbot, desk)
    assert view.table.hasFocus()

    qtbot.keyClicks(view.table, "v")
    qtbot.waitUntil(lambda: view.street.title.text() == "Vlierhof")
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.street.table.hasFocus()
    qtbot.keyClick(view.street.table, Qt.Key.Key_Escape)
    assert view.table.hasFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert page.head.streets_button.hasFocus() or page.search_field.hasFocus()
    assert not view.isVisible()


def test_what_changes_elsewhere_is_seen_when_the_screen_is_shown_again(qtbot: QtBot, desk: Desk, store: Store) -> None:
    store.write(DONE, doors.add_addresses, "Klaverstraat", "1-2")
    page, view = opened(qtbot, desk)
    view.leave()
    store.write(DONE, streets.walk_street, 1, "even_first")
    page.show_place(streets=True)
    qtbot.waitUntil(lambda: houses(view) == ["2", "1"])


def test_an_address_of_several_doors_that_a_list_left_is_asked_about(qtbot: QtBot, desk: Desk) -> None:
    page = page_of(qtbot, desk)
    rows = [LooseEndRow(1, "buren.csv", 4, "Adres", "address_unreadable", "Klaverstraat 14 t/m 18")]

    page.panel.show_loose_ends().show_rows(rows)

    qtbot.waitUntil(lambda: "At which one do they live?" in words(page.panel))
