"""The screen at the door: by keyboard, on a real file."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import (
    DONE,
    NOW,
    add_activity,
    add_people,
    add_person,
    new_store,
    person_draft,
    printed,
    signed_up,
)
from buurtapp.core.clock import local
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.records import DoorRow, SheetAnswers, WalkIn
from buurtapp.features.activities.ui import door_words
from buurtapp.features.activities.ui.door import DoorView
from buurtapp.features.people.actions import people
from buurtapp.features.sheets import queries as sheets
from buurtapp.uikit import theme as look
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import clock_time
from uikit_builders import desk_for

IS_ON = local(NOW) - timedelta(minutes=5)
"""An activity that began so is going on, for the clock of the tests."""


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


def row_of(store: Store, activity: int, person: int) -> DoorRow:
    found = [row for row in store.read(queries.at_the_door, activity) if row.person and row.person.id == person]
    return found[0]


def test_three_letters_and_enter_let_somebody_in_and_ask_for_the_next(
    store: Store, show_door: ShowDoor, qtbot: QtBot
) -> None:
    activity = add_activity(store, starts_at=IS_ON)
    henk, joke = add_person(store), add_person(store, "Joke Brinkman", "Vlierhof 9")
    signed_up(store, activity, [henk, joke])
    view = show_door(activity)

    qtbot.keyClicks(view.search.field, "mee")
    qtbot.keyClick(view.search.field, Qt.Key.Key_Return)

    assert view.search.field.text() == ""
    qtbot.waitUntil(lambda: view.card.counters.inside.figure.text() == "1")
    assert came(store, activity) == {henk}
    assert row_of(store, activity, henk).arrived_at == store.clock.now()
    assert view.card.counters.not_yet.figure.text() == "1"
    assert view.card.counters.unexpected.figure.text() == "0"
    times = [view.model.index(at, 3).data() for at in range(2)]
    assert times == [clock_time(local(store.clock.now())), "not yet"]
    qtbot.keyClicks(view.search.field, "bri")
    qtbot.keyClick(view.search.field, Qt.Key.Key_Enter)
    qtbot.waitUntil(lambda: view.card.counters.inside.figure.text() == "2")


def test_the_arrows_choose_another_than_the_first(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    henk, joke = add_person(store), add_person(store, "Joke Meerman", "Vlierhof 9")
    signed_up(store, activity, [henk, joke])
    view = show_door(activity)

    qtbot.keyClicks(view.search.field, "mee")
    first = view.search.matches.chosen()
    qtbot.keyClick(view.search.field, Qt.Key.Key_Down)
    second = view.search.matches.chosen()
    qtbot.keyClick(view.search.field, Qt.Key.Key_Return)

    assert first is not None
    assert second is not None
    assert second.person is not None
    assert first.name != second.name
    wanted = second.person.id
    qtbot.waitUntil(lambda: came(store, activity) == {wanted})


def test_who_is_in_already_stands_last_and_cannot_be_chosen(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    inside, other = add_person(store, "Anna Meer"), add_person(store, "Bert Meer", "Vlierhof 1")
    signed_up(store, activity, [inside])
    store.write(DONE, attend.set_present, activity, inside, present=True)
    view = show_door(activity)

    qtbot.keyClicks(view.search.field, "meer")
    names = [view.search.matches.row_at(at) for at in range(2)]
    for _ in range(3):
        qtbot.keyClick(view.search.field, Qt.Key.Key_Down)

    assert [row.person.id for row in names if row and row.person] == [other, inside]
    chosen = view.search.matches.chosen()
    assert chosen is not None
    assert chosen.name == "Bert Meer"


def test_two_of_one_name_are_asked_about_and_the_first_is_not_taken(
    store: Store, show_door: ShowDoor, qtbot: QtBot
) -> None:
    activity = add_activity(store)
    first, second = add_person(store, "Jan Bakker", "Vlierhof 12"), add_person(store, "Jan Bakker", "Vlierhof 40")
    signed_up(store, activity, [first, second])
    view = show_door(activity)

    qtbot.keyClicks(view.search.field, "bak")
    qtbot.keyClick(view.search.field, Qt.Key.Key_Return)

    assert view.search.field.text() == "bak"
    assert view.search.matches.twins == {0, 1}
    assert "Jan Bakker" in view.search.question.label.text()
    assert view.search.question.isVisible()
    assert came(store, activity) == set()
    qtbot.keyClick(view.search.field, Qt.Key.Key_Down)
    qtbot.keyClick(view.search.field, Qt.Key.Key_Down)
    assert not view.search.question.isVisible()
    qtbot.keyClick(view.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: came(store, activity) == {second})


def test_just_in_shows_the_last_three_and_takes_one_of_them_back(
    store: Store, show_door: ShowDoor, qtbot: QtBot
) -> None:
    activity = add_activity(store)
    numbers = [add_person(store, f"{name} Zandstra", f"Vlierhof {at + 1}") for at, name in enumerate("ABCD")]
    signed_up(store, activity, numbers)
    view = show_door(activity)
    for name in "ABCD":
        qtbot.keyClicks(view.search.field, f"{name} zan")
        qtbot.keyClick(view.search.field, Qt.Key.Key_Return)
        qtbot.waitUntil(view.desk.jobs.is_idle)
    qtbot.waitUntil(lambda: view.card.counters.inside.figure.text() == "4")

    rows = view.recent._rows
    assert [row.name.text() for row in rows] == ["D. Zandstra", "C. Zandstra", "B. Zandstra"]
    qtbot.keyClick(rows[1].back, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: came(store, activity) == {numbers[0], numbers[1], numbers[3]})
    qtbot.waitUntil(lambda: [row.name.text() for row in rows if row.isVisible()][:2] == ["D. Zandstra", "B. Zandstra"])


def test_ctrl_z_in_an_empty_field_takes_the_last_one_back(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    henk = add_person(store)
    signed_up(store, activity, [henk])
    view = show_door(activity)
    qtbot.keyClicks(view.search.field, "mee")
    qtbot.keyClick(view.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: came(store, activity) == {henk})

    qtbot.keyClick(view.search.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: came(store, activity) == set())
    assert view.search.field.text() == ""


def test_space_in_the_list_ticks_and_ticks_off(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    henk = add_person(store)
    signed_up(store, activity, [henk])
    view = show_door(activity)
    view.card.table.choose(0)

    qtbot.keyClick(view.card.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.model.ticked == {0})
    assert came(store, activity) == {henk}
    qtbot.keyClick(view.card.table, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: view.model.ticked == set())
    assert came(store, activity) == set()
    assert view.card.table.currentIndex().row() == 0


def test_letters_typed_in_the_list_go_to_the_field(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    signed_up(store, activity, [add_person(store)])
    view = show_door(activity)
    view.card.table.choose(0)

    qtbot.keyClicks(view.card.table, "m")

    assert view.search.field.text() == "m"
    assert view.search.field.hasFocus()


def test_guests_and_children_are_counted_without_names(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    view = show_door(activity)

    view.card.heads.guests.input.setFocus()
    view.card.heads.guests.input.selectAll()
    qtbot.keyClicks(view.card.heads.guests.input, "3")
    qtbot.keyClick(view.card.heads.guests.input, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: store.read(queries.presence, activity).guests == 3)
    assert view.card.heads.numbers() == (3, 0)


def test_heads_of_a_list_that_came_home_are_not_counted_again_at_the_door(
    store: Store, show_door: ShowDoor, qtbot: QtBot
) -> None:
    activity = add_activity(store)
    sheet = store.read(sheets.find, printed(store, activity).code)
    answers = SheetAnswers(frozenset(), (WalkIn("Jan Onbekend"),), guests=4, children=2)
    store.write(DONE, attend.enter_sheet, sheet.id, answers)
    store.write(DONE, attend.count_heads, activity, 1, 0)

    view = show_door(activity)

    assert view.card.heads.numbers() == (1, 0)


def test_first_timers_are_named(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    earlier, activity = add_activity(store, starts_at=datetime(2026, 10, 7, 12)), add_activity(store)
    known, new = add_person(store), add_person(store, "Bets Kuipers", "Vlierhof 3")
    store.write(DONE, attend.set_present, earlier, known, present=True)
    signed_up(store, activity, [known, new])

    view = show_door(activity)

    assert view.first_timers.label.text().startswith("1 person is here for the first time: Bets.")


def test_without_sign_ups_everybody_is_searched(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    henk = add_person(store)
    view = show_door(activity)
    assert view.search.hint.text().startswith("Nobody signed up.")

    qtbot.keyClicks(view.search.field, "mee")
    qtbot.keyClick(view.search.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: came(store, activity) == {henk})


def test_escape_empties_the_field_and_then_leaves(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    view = show_door(add_activity(store))
    left: list[bool] = []
    view.closed.connect(lambda: left.append(True))

    qtbot.keyClicks(view.search.field, "xqz")
    assert view.search.hint.text() == "Nobody found with “xqz”."
    qtbot.keyClick(view.search.field, Qt.Key.Key_Escape)
    assert (view.search.field.text(), left) == ("", [])
    qtbot.keyClick(view.search.field, Qt.Key.Key_Escape)

    assert left == [True]


def test_found_letters_are_lit_whatever_case_or_accent() -> None:
    assert door_words.lit("Henk van der Meer", "mee") == [(13, 3)]
    assert door_words.lit("Çiğdem Yıldırım", "yildi cig") == [(0, 3), (7, 5)]
    assert door_words.lit("Anna-Maria", "maria") == [(5, 5)]
    assert door_words.lit("Jan Straße", "strasse") == [(4, 6)]
    assert door_words.lit("李小龍", "mee") == []


def test_the_lit_letters_are_painted_in_yellow(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    signed_up(store, activity, [add_person(store)])
    view = show_door(activity)

    qtbot.keyClicks(view.search.field, "mee")
    picture = view.search.matches.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    yellow = look.current().color("window").rgb()
    found = sum(
        picture.pixel(x, y) == yellow for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)
    )
    assert found > 20


def test_odd_names_neither_break_nor_stretch_the_door(
    store: Store, show_door: ShowDoor, qtbot: QtBot, cases: Path
) -> None:
    odd_names: list[str] = json.loads((cases / "odd-names.json").read_text("utf-8"))
    activity = add_activity(store, title="<b>Soep</b> & " + "w" * 200)
    numbers = [add_person(store, name, f"Vlierhof {at + 1}") for at, name in enumerate(odd_names)]
    signed_up(store, activity, numbers)
    for number in numbers[-3:]:
        store.write(DONE, attend.set_present, activity, number, present=True)

    view = show_door(activity, 692, 560)
    qtbot.keyClicks(view.search.field, "a")
    view.grab()

    assert view.width() == 692
    assert view.minimumSizeHint().width() <= 692
    assert "<b>Soep</b> & w" in view.about.text()


def test_letters_are_answered_within_50_ms_among_2000_people(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    def fill(work: Work) -> None:
        for at in range(2000):
            name = f"Henk van der Meer{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}"
            people.add_person(work, person_draft(name, f"Klaverstraat {at + 1}"))

    store.fill(fill)
    activity = add_activity(store)
    signed_up(store, activity, range(1, 31))
    view = show_door(activity)

    taken = []
    for typed in ("m", "me", "mee", "meera"):
        view.search.field.setText("")
        start = time.perf_counter()
        view.search.field.setText(typed)
        QApplication.sendPostedEvents()
        taken.append(time.perf_counter() - start)

    assert view.search.matches.row_at(0) is not None
    assert min(taken) < 0.050, taken
    assert sorted(taken)[1] < 0.050, taken


def test_people_who_are_added_elsewhere_show_up(store: Store, show_door: ShowDoor, qtbot: QtBot) -> None:
    activity = add_activity(store)
    view = show_door(activity)

    signed_up(store, activity, add_people(store, 3))

    qtbot.waitUntil(lambda: view.card.counters.not_yet.figure.text() == "3")
