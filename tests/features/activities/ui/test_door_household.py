"""The door: a household at once, guests by plus and minus, what a sign-up says, and names from memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders import DONE, NOW, add_activity, add_person, label_text, new_store, signed_up
from buurtapp.core.clock import local
from buurtapp.core.i18n import set_language
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.records import DoorRow
from buurtapp.features.activities.ui import door_words
from buurtapp.features.activities.ui.door import DoorView
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for

IS_ON = local(NOW) - timedelta(minutes=5)
"""An activity that began so is going on, for the clock of the tests."""


@pytest.fixture(autouse=True)
def _in_english() -> None:
    set_language("en")


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


def test_shift_enter_lets_a_whole_household_in_and_one_undo_takes_them_back(
    store: Store, show_door: ShowDoor, qtbot: QtBot
) -> None:
    activity = add_activity(store, starts_at=IS_ON)
    henk, marijke = add_person(store), add_person(store, "Marijke Jansen")
    toos = add_person(store, "Toos van 't Hek", "Klaverstraat 11")
    signed_up(store, activity, [henk, toos])
    view = show_door(activity)

    qtbot.keyClicks(view.search.field, "mee")
    assert view.search.household.isVisible()
    qtbot.keyClick(view.search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    qtbot.waitUntil(lambda: view.card.counters.inside.figure.text() == "2")
    assert came(store, activity) == {henk, marijke}
    assert view.search.field.text() == ""
    assert label_text(store).render() == "Present: Henk van der Meer and 1 housemate"
    qtbot.keyClick(view.search.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.card.counters.inside.figure.text() == "0")
    assert came(store, activity) == set()


def test_shift_enter_for_somebody_alone_lets_them_in(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store, starts_at=IS_ON)
    henk = add_person(store)
    view = show_door(activity)

    qtbot.keyClicks(view.search.field, "mee")
    qtbot.keyClick(view.search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    qtbot.waitUntil(lambda: came(store, activity) == {henk})
    assert label_text(store).render() == "Present: Henk van der Meer"


def test_plus_and_minus_count_guests_without_leaving_the_field(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store, starts_at=IS_ON)
    view = show_door(activity)

    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(view.search.field, key)
    qtbot.waitUntil(lambda: store.read(queries.presence, activity).guests == 1)
    children = view.card.heads.children_.input
    children.setFocus()
    qtbot.keyClick(children, Qt.Key.Key_Plus)
    qtbot.keyClick(children, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: store.read(queries.presence, activity).children == 2)
    assert children.value() == 2
    qtbot.keyClicks(view.search.field, "el-")
    assert view.search.field.text() == "el-"


def test_what_the_sign_up_says_stands_beside_the_name(store: Store) -> None:
    row = DoorRow(None, "Henk", signed_up=True, lift=True, brings="soep", note="komt later, met de " + "rollator " * 9)

    assert door_words.tags_of(row)[:2] == ["to be fetched", "brings soep"]
    assert len(door_words.tags_of(row)[2]) <= 28
    assert str(door_words.about(row)) == "signed up, to be fetched"


def test_names_are_found_in_memory_as_they_are_in_the_file(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    names = ("Henk van der Meer", "Joke Meerman", "Sjaak van Meel", "Çiğdem Aydoğan", "Ömer El Idrissi", "=1+1", "Mee")
    numbers = [add_person(store, name, f"Vlierhof {at}") for at, name in enumerate(names, 1)]
    signed_up(store, activity, numbers[::3])
    store.write(DONE, attend.set_present, activity, numbers[2], present=True)
    view = show_door(activity)
    qtbot.waitUntil(lambda: view.names.is_there)

    for typed in ("m", "mee", "MEE", "meer h", "el id", "cig", "omer", "zz", "=1"):
        asked = store.read(queries.door_matches, activity, typed, 50)
        assert view.names.find(typed, view._rows) == asked, typed
