"""Reading a list back: photo ok, a household at once, names nobody can read, and what a second reading changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_person, new_store, signed_up
from buurtapp.core.i18n import set_language
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend, print_list
from buurtapp.features.activities.attendance.queries import unread
from buurtapp.features.activities.printouts.attendance_list import attendance_list
from buurtapp.features.activities.records import ListOrder, SheetAnswers, WalkIn
from buurtapp.features.activities.ui.sheet_card import unsaved_words
from buurtapp.features.activities.ui.sheet_entry import SheetEntryView
from buurtapp.features.activities.ui.sheet_state import SheetState
from buurtapp.features.people.actions import people
from buurtapp.features.sheets import queries as sheets
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for

CTRL = Qt.KeyboardModifier.ControlModifier
PEOPLE = (("Anna Bos", "Vlierhof 2"), ("Bert Bos", "Vlierhof 2"), ("Coby Zandstra", "Berkenpad 4"))


@pytest.fixture(autouse=True)
def _in_english() -> None:
    set_language("en")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


ShowEntry = Callable[[str], SheetEntryView]


@pytest.fixture
def show_entry(desk: Desk, qtbot: QtBot) -> Iterator[ShowEntry]:
    """Show the screen, begun with a code."""
    views: list[SheetEntryView] = []

    def show(code: str) -> SheetEntryView:
        view = SheetEntryView(desk)
        views.append(view)
        desk.changed.connect(view.refresh)
        view.resize(1100, 760)
        view.show()
        qtbot.waitUntil(view.isActiveWindow)
        view.begin(code)
        view.focus_first()
        return view

    yield show
    for view in views:
        desk.changed.disconnect(view.refresh)
        qtbot.waitUntil(desk.jobs.is_idle)
        view.close()
        view.deleteLater()


@pytest.fixture
def activity(store: Store) -> int:
    """An activity for which three people signed up, two of one address."""
    made = add_activity(store)
    signed_up(store, made, [add_person(store, name, address) for name, address in PEOPLE])
    return made


def a_list(store: Store, activity: int, order: ListOrder = "name") -> str:
    """Print a list with boxes "photo ok"; return its code."""
    today = store.clock.today()
    sheet = replace(store.read(print_list.compose_list, activity, today, order=order, walk_in_lines=2), photo=True)
    pages = attendance_list(sheet)
    assert pages.layout is not None
    store.write(DONE, print_list.keep_list, activity, sheet, pages.layout, pages.pdf)
    return sheet.code


def state_of(view: SheetEntryView) -> SheetState:
    assert view.state is not None
    return view.state


def save(view: SheetEntryView, qtbot: QtBot) -> str:
    qtbot.keyClick(view, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: view.card.state.label.text().startswith("This list is saved. New"))
    return view.card.state.label.text()


def test_one_key_crosses_photo_ok_and_being_there(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    code = a_list(store, activity)
    view = show_entry(code)
    table = view.paper.table

    qtbot.keyClick(table, Qt.Key.Key_F)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert state_of(view).at == 2
    assert save(view, qtbot) == "This list is saved. New: 2. Changed: 0. As before: 0."

    sheet = store.read(sheets.find, code)
    assert store.read(queries.entered, sheet.id) == SheetAnswers(frozenset({1, 2}), photos=frozenset({1}))
    qtbot.keyClick(table, Qt.Key.Key_Up)
    qtbot.keyClick(table, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: view.card.state.label.text() == "Not saved yet.")
    assert save(view, qtbot) == "This list is saved. New: 0. Changed: 1. As before: 1."
    assert store.read(queries.entered, sheet.id).photos == {1, 2}


def test_one_key_crosses_a_whole_household_and_takes_it_away_again(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    view = show_entry(a_list(store, activity, "street"))
    assert [line.name for line in state_of(view).lines[:3]] == [
        "Coby Zandstra (no. 4)",
        *("Anna Bos (no. 2)",),
        "Bert Bos (no. 2)",
    ]
    assert [view.paper.model.heading(at) for at in range(3)] == ["Berkenpad", "Vlierhof", ""]
    table = view.paper.table
    assert not view.card._key_rows[2][1].isVisible(), "she lives alone"

    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert view.card._key_rows[2][1].isVisible()
    qtbot.keyClick(table, Qt.Key.Key_H)

    assert state_of(view).ticked == {2, 3}
    assert state_of(view).at == 3, "on to the first blank line"
    state_of(view).go(1)
    view.focus_first()
    view.paper.table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_H)
    assert state_of(view).ticked == set()
    assert state_of(view).at == 1


def test_a_name_nobody_can_read_does_not_keep_the_list_from_being_saved(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    code = a_list(store, activity)
    view = show_entry(code)
    for _ in PEOPLE:
        qtbot.keyClick(view.paper.table, Qt.Key.Key_Return)

    qtbot.keyClicks(view.card.entry.field, "?")
    qtbot.keyClicks(view.card.entry.field, "Karel Nieuw")
    qtbot.keyClick(view.card.entry.field, Qt.Key.Key_Return)
    save(view, qtbot)

    there = store.read(queries.presence, activity)
    assert (there.unreadable, there.head_count) == (1, 2)
    assert [(row.code, row.line) for row in store.read(unread, activity)] == [(code, 4)]
    model = view.paper.model
    assert [model.name(line) for line in state_of(view).lines[3:]] == ["cannot be read", "Karel Nieuw"]


def test_photo_ok_of_somebody_who_came_along_is_one_key_too(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    code = a_list(store, activity)
    view = show_entry(code)
    for _ in PEOPLE:
        qtbot.keyClick(view.paper.table, Qt.Key.Key_Return)
    assert view.card.entry.photo_hint.isVisible()

    qtbot.keyClicks(view.card.entry.field, "Karel Nieuw")
    qtbot.keyClick(view.card.entry.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(view.card.entry.field, "Wim Nieuw")
    qtbot.keyClick(view.card.entry.field, Qt.Key.Key_Return)
    save(view, qtbot)

    known = store.read(queries.entered, store.read(sheets.find, code).id)
    assert known.photos == {4}
    assert [one.name for one in known.walk_ins] == ["Karel Nieuw", "Wim Nieuw"]


def test_a_second_reading_says_who_is_added_and_who_goes_before_it_is_saved(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    code = a_list(store, activity)
    sheet = store.read(sheets.find, code)
    first = SheetAnswers(frozenset({1, 2}), (WalkIn("Karel Nieuw", None, 4),))
    store.write(DONE, attend.enter_sheet, sheet.id, first)
    view = show_entry(code)
    assert view.entered.label.text().startswith("This list was entered on")
    table, model = view.paper.table, view.paper.model

    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)

    assert view.card.state.label.text() == "Not saved yet. Added: Coby Zandstra. Taken off: Bert Bos."
    lines = state_of(view).lines
    assert [model.was(line) for line in lines[:4]] == ["", "was: a cross", "was: no cross", ""]
    assert save(view, qtbot) == "This list is saved. New: 1. Changed: 1. As before: 2."
    assert [model.was(line) for line in state_of(view).lines] == [""] * 5
    assert store.read(queries.presence, activity).head_count == 3
    store.undo()
    qtbot.waitUntil(lambda: state_of(view).ticked == {1, 2})
    assert view.card.state.label.text() == "This list is saved."


def test_what_was_written_on_a_blank_line_is_told_too(store: Store, activity: int) -> None:
    code = a_list(store, activity)
    sheet = store.read(sheets.find, code)
    store.write(DONE, attend.enter_sheet, sheet.id, SheetAnswers(frozenset(), (WalkIn("Karel Nieuw", None, 5),)))
    sheet = store.read(sheets.find, code)
    state = SheetState(sheet, store.read(queries.entered, sheet.id))
    assert list(state.walk_ins) == [5]
    state.write(5, WalkIn("Wim Anders"))
    state.write(4, WalkIn("", unreadable=True))
    assert state.difference().added == ("", "Wim Anders")
    assert unsaved_words(state).render() == "Not saved yet. Added: ?, Wim Anders. Taken off: Karel Nieuw."
    assert state.answers().walk_ins == (WalkIn("", None, 4, unreadable=True), WalkIn("Wim Anders", None, 5))


def test_somebody_who_was_deleted_can_still_be_crossed(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    code = a_list(store, activity)
    anna = store.read(sheets.find, code).rows[0].person_id
    assert anna is not None
    store.write(DONE, people.delete_person, anna)
    view = show_entry(code)

    qtbot.keyClick(view.paper.table, Qt.Key.Key_Space)
    save(view, qtbot)

    there = store.read(queries.presence, activity)
    assert there.walk_ins == (WalkIn("Anna Bos"),)
    assert state_of(view).ticked == {1}
