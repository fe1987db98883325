"""A new neighbour at the door: a name is enough, and nothing that is typed gets lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import add_activity, add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.ui.door import DoorView
from buurtapp.features.people.queries import cards
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


ShowDoor = Callable[..., DoorView]


@pytest.fixture
def show_door(desk: Desk, qtbot: QtBot) -> Iterator[ShowDoor]:
    """Show the door of an activity, with everything on it."""
    views: list[DoorView] = []

    def show(activity: int, width: int = 1100, height: int = 760) -> DoorView:
        view = DoorView(desk)
        views.append(view)
        desk.changed.connect(view.refresh)
        view.resize(width, height)
        view.show()
        view.show_activity(activity)
        view.focus_first()
        qtbot.waitUntil(desk.jobs.is_idle)
        return view

    yield show
    for view in views:
        desk.changed.disconnect(view.refresh)
        qtbot.waitUntil(desk.jobs.is_idle)
        view.close()
        view.deleteLater()


def came(store: Store, activity: int) -> set[int]:
    return {row.person.id for row in store.read(queries.at_the_door, activity) if row.present and row.person}


def test_a_new_neighbour_needs_only_a_name(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    view = show_door(activity)

    qtbot.keyClicks(view.search.field, "Karel Nieuw")
    qtbot.keyClick(view.search.field, Qt.Key.Key_F2)
    qtbot.waitUntil(view.new.name.input.hasFocus)
    qtbot.keyClick(view.new.name.input, Qt.Key.Key_Return)
    qtbot.keyClick(view.new.streets, Qt.Key.Key_Return)
    qtbot.keyClick(view.new.number.input, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: view.card.counters.unexpected.figure.text() == "1")
    (person,) = came(store, activity)
    assert store.read(cards.card, person).name.spoken == "Karel Nieuw"
    assert not view.new.isVisible()
    assert view.search.field.hasFocus()
    assert view.search.field.text() == ""


def test_a_new_neighbour_gets_the_chosen_street_and_the_next_one_too(
    store: Store, show_door: ShowDoor, qtbot: QtBot
) -> None:
    add_person(store, "Iemand Anders", "Vlierhof 1")
    activity = add_activity(store)
    view = show_door(activity)

    for name, number in (("Karel Nieuw", "12 a"), ("Wim Nieuw", "14")):
        qtbot.keyClicks(view.search.field, name)
        qtbot.keyClick(view.search.field, Qt.Key.Key_F2)
        if name.startswith("Karel"):
            qtbot.keyClicks(view.new.streets, "vl")
        qtbot.keyClicks(view.new.number.input, number)
        qtbot.keyClick(view.new.number.input, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not view.new.isVisible())

    doors = sorted(store.read(cards.card, person).door.line for person in came(store, activity))
    assert doors == ["Vlierhof 12 a", "Vlierhof 14"]


def test_a_house_number_without_a_street_is_not_lost(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    view = show_door(activity)

    qtbot.keyClick(view.search.field, Qt.Key.Key_F2)
    qtbot.keyClicks(view.new.name.input, "Karel Nieuw")
    qtbot.keyClicks(view.new.number.input, "12")
    qtbot.keyClick(view.new.number.input, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(came(store, activity)) == 1)
    (person,) = came(store, activity)
    assert store.read(cards.card, person).note == "House number 12, street not known"


def test_what_is_wrong_with_a_new_neighbour_stands_below_the_field(
    store: Store, show_door: ShowDoor, qtbot: QtBot
) -> None:
    activity = add_activity(store)
    view = show_door(activity)

    qtbot.keyClick(view.search.field, Qt.Key.Key_F2)
    qtbot.keyClicks(view.new.number.input, "boven")
    qtbot.keyClick(view.new.number.input, Qt.Key.Key_Return)
    assert view.new.number.problem.text() == "Write a house number like this: 12 or 12 a."
    for _ in range(5):
        qtbot.keyClick(view.new.number.input, Qt.Key.Key_Backspace)
    qtbot.keyClick(view.new.number.input, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: view.new.name.problem.text() == "Fill in a name.")
    assert came(store, activity) == set()
    qtbot.keyClick(view.new.name.input, Qt.Key.Key_Escape)
    assert not view.new.isVisible()


@pytest.mark.parametrize(("has_address", "most"), [(False, 4), (True, 6)])
def test_a_walk_in_takes_at_most_six_keys_beyond_the_name(
    store: Store, show_door: ShowDoor, qtbot: QtBot, has_address: bool, most: int
) -> None:
    add_person(store, "Karel Anders", "Vlierhof 1")
    activity = add_activity(store)
    view = show_door(activity)
    pressed = 0

    def press(key: Qt.Key) -> None:
        nonlocal pressed
        widget = QApplication.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, key)
        pressed += 1

    qtbot.keyClicks(view.search.field, "Karel Nieuw")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(view.new.name.input.hasFocus)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(view.new.streets.hasFocus)
    if has_address:
        press(Qt.Key.Key_V)
    press(Qt.Key.Key_Return)
    if has_address:
        press(Qt.Key.Key_9)
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(came(store, activity)) == 1)
    (person,) = came(store, activity)
    card = store.read(cards.card, person)
    assert (card.name.spoken, card.door.line) == ("Karel Nieuw", "Vlierhof 9" if has_address else "")
    assert card.emails == ()
    assert pressed <= most
