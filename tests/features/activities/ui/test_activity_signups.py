"""Signing people up by keyboard: letters and Enter, the waiting list, guests, taking off, and many at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from builders import add_activity, add_person, new_store, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.ui.after_tab import AfterTab
from buurtapp.uikit.desk import Desk
from signup_keys import KeyCount, names, shown
from uikit_builders import desk_for

SOUP = datetime(2026, 10, 14, 12)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        for name, address in (
            ("Henk de Boer", "Klaverstraat 1"),
            ("Samira El Idrissi", "Klaverstraat 8"),
            ("Sam Boersma", "Vlierhof 3"),
        ):
            add_person(made, name, address)
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


def test_three_letters_and_enter_sign_somebody_up(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    tab = shown(desk, qtbot, number)
    tab.focus_first()

    qtbot.keyClicks(tab.search.field, "hen")
    qtbot.keyClick(tab.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 1)

    assert names(store, number) == ["Henk de Boer"]
    assert tab.search.field.text() == ""
    assert tab.search.field.hasFocus()


def test_arrows_choose_another_and_who_is_on_the_list_cannot_be_chosen(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    tab = shown(desk, qtbot, number)
    qtbot.keyClicks(tab.search.field, "boer")
    qtbot.waitUntil(lambda: tab.search.found.rowCount() == 2)

    qtbot.keyClick(tab.search.field, Qt.Key.Key_Down)
    qtbot.keyClick(tab.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 1)
    qtbot.keyClicks(tab.search.field, "boer")
    qtbot.waitUntil(lambda: tab.search.found.rowCount() == 2)
    notes = [str(tab.search.found.index(row, 2).data()) for row in range(2)]

    assert names(store, number) == ["Sam Boersma"]
    assert notes == ["", "signed up already"]
    assert tab.search.table.currentIndex().row() == 0


def test_nobody_found_says_so_and_signs_nobody_up(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    tab = shown(desk, qtbot, number)

    qtbot.keyClicks(tab.search.field, "xyz")
    qtbot.keyClick(tab.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.jobs.is_idle)

    assert tab.search.nobody.text() == "Nobody found with “xyz”. F2 adds a new neighbour."
    assert names(store, number) == []


def test_who_does_not_fit_waits_and_is_shown_below(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP, capacity=1)
    signed_up(store, number, [1])
    tab = shown(desk, qtbot, number)

    qtbot.keyClicks(tab.search.field, "samira")
    qtbot.keyClick(tab.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 4)

    said = [tab.rows.index(row, 0).data() for row in range(4)]
    assert said == ["On the list 1", "Henk de Boer", "Waiting list 1", "Samira El Idrissi"]
    assert tab.rows.index(3, 4).data() == "waiting list, first time"


def test_delete_takes_off_and_undo_brings_back(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    signed_up(store, number, [1, 2, 3])
    tab = shown(desk, qtbot, number)
    told: list[str] = []
    desk.told.connect(lambda what, _kind, undo: told.append(str(what)) if undo else None)
    tab.table.setFocus()
    qtbot.waitUntil(tab.table.hasFocus)

    qtbot.keyClick(tab.table, Qt.Key.Key_Down)
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 2)
    left, keyboard = names(store, number), tab.table.currentIndex().row()
    desk.undo()
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 3)

    assert left == ["Henk de Boer", "Samira El Idrissi"]
    assert keyboard == 1
    assert told == ["Taken off the list of Soep op woensdag"]
    assert len(names(store, number)) == 3


def test_guests_and_children_are_saved_when_they_are_left(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    signed_up(store, number, [1, 2])
    tab = shown(desk, qtbot, number)
    tab.table.choose(1)

    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    guests = tab.one.form.field("guests").input
    assert isinstance(guests, QSpinBox)
    guests.selectAll()
    qtbot.keyClicks(guests, "2")
    qtbot.keyClick(guests, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: store.read(queries.card, number).counts.heads == 4)

    qtbot.waitUntil(lambda: tab.rows.index(1, 2).data() == "2")
    assert [(row.guests, row.children) for row in store.read(queries.signups, number)] == [(0, 0), (2, 0)]


def test_a_street_is_signed_up_at_once_without_who_does_not_want_to_be_asked(
    desk: Desk, qtbot: QtBot, store: Store
) -> None:
    add_person(store, "Niet Vragen", "Klaverstraat 9", do_not_approach=True)
    number = add_activity(store, starts_at=SOUP)
    signed_up(store, number, [1])
    tab = shown(desk, qtbot, number)
    words = [tab.bulk.choice.itemText(at) for at in range(tab.bulk.choice.count())]

    qtbot.keyClick(tab.bulk.choice, Qt.Key.Key_Down)
    button, left_out = tab.bulk.button.text().strip(), tab.bulk.left_out.text()
    qtbot.keyClick(tab.bulk.button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 2)

    assert words[1:] == ["Street Klaverstraat, 3 people", "Street Vlierhof, 1 person"]
    assert button == "Sign up 1 person"
    assert left_out == "1 person does not want to be approached and is left out."
    assert names(store, number) == ["Henk de Boer", "Samira El Idrissi"]
    assert not tab.bulk.button.isEnabled()


def test_everybody_with_a_label_is_signed_up_at_once(desk: Desk, qtbot: QtBot, store: Store) -> None:
    cook = add_person(store, "Coby Kok", "Vlierhof 9", labels=["kookt"])
    number = add_activity(store, starts_at=SOUP)
    tab = shown(desk, qtbot, number)

    qtbot.keyClick(tab.bulk.choice, Qt.Key.Key_Down)
    qtbot.keyClick(tab.bulk.button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 1)

    assert [row.person.id for row in store.read(queries.signups, number)] == [cook]


def test_heads_can_be_counted_by_hand_without_a_name(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=datetime(2026, 10, 7, 12))
    tab = AfterTab(desk)
    qtbot.addWidget(tab)
    desk.changed.connect(lambda _changes: tab.show_card(desk.read(queries.card, number)))
    tab.show()
    tab.show_card(desk.read(queries.card, number))
    qtbot.waitUntil(desk.jobs.is_idle)
    before = tab.total.text()

    guests = tab.form.field("guests").input
    assert isinstance(guests, QSpinBox)
    guests.setFocus()
    guests.selectAll()
    qtbot.keyClicks(guests, "12")
    qtbot.keyClick(guests, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: store.read(queries.presence, number).guests == 12)

    assert before == "Nobody has been counted yet"
    qtbot.waitUntil(lambda: tab.total.text() == "12 people were there")
    assert tab.parts.text() == "By name: 0. Guests: 12. Children: 0."


def test_a_household_comes_with_one_key_and_whoever_wants_peace_is_not_asked(
    desk: Desk, qtbot: QtBot, store: Store
) -> None:
    add_person(store, "Ria de Boer", "Klaverstraat 1")
    add_person(store, "Rust de Boer", "Klaverstraat 1", do_not_approach=True)
    number = add_activity(store, starts_at=SOUP)
    tab = shown(desk, qtbot, number)
    keys = KeyCount(qtbot)

    keys.type(tab.search.field, "hen")
    keys.press(tab.search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 2)

    assert names(store, number) == ["Henk de Boer", "Ria de Boer"]
    assert keys.beyond_letters == 1
    keys.tell("household")


def test_the_rest_of_a_household_comes_by_somebody_who_is_on_the_list(desk: Desk, qtbot: QtBot, store: Store) -> None:
    add_person(store, "Ria de Boer", "Klaverstraat 1")
    number = add_activity(store, starts_at=SOUP)
    signed_up(store, number, [1])
    tab = shown(desk, qtbot, number)

    qtbot.keyClicks(tab.search.field, "henk")
    qtbot.waitUntil(lambda: tab.search.found.rowCount() == 1)
    qtbot.keyClick(tab.search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 2)

    assert names(store, number) == ["Henk de Boer", "Ria de Boer"]


def test_several_in_a_row_take_one_key_each_beyond_the_letters(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    tab = shown(desk, qtbot, number)
    keys = KeyCount(qtbot)

    for letters, count in (("hen", 1), ("sami", 2), ("sam b", 3)):
        keys.type(tab.search.field, letters)
        keys.press(tab.search.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: tab.rows.rowCount() == count)  # noqa: B023 - waited for at once

    assert len(names(store, number)) == 3
    assert keys.beyond_letters == 3
    keys.tell("three people")


def test_a_new_neighbour_needs_a_name_and_a_house_number(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    tab = shown(desk, qtbot, number)
    keys = KeyCount(qtbot)
    tab.focus_first()
    before = store.check().digest

    keys.type(tab.search.field, "Noor Bakker")
    keys.press(tab.search.field, Qt.Key.Key_F2)
    name, house = tab.new.form.field("name").input, tab.new.form.field("number").input
    qtbot.waitUntil(name.hasFocus)
    keys.press(name, Qt.Key.Key_Return)
    keys.press(tab.new.streets, Qt.Key.Key_Down)
    keys.press(tab.new.streets, Qt.Key.Key_Return)
    keys.type(house, "12")
    keys.press(house, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 1)
    (row,) = store.read(queries.signups, number)

    assert (row.person.name.spoken, row.person.door.line) == ("Noor Bakker", "Klaverstraat 12")
    assert keys.beyond_letters <= 6
    qtbot.waitUntil(tab.search.field.hasFocus)
    assert tab.new.isHidden()
    keys.tell("new neighbour")
    desk.undo()
    qtbot.waitUntil(lambda: tab.rows.rowCount() == 0)
    assert store.check().digest == before
