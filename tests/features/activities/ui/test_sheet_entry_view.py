"""Reading a list back by keyboard, on a real file: what is typed, what is on the screen, what is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_person, new_store, printed, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.records import SheetAnswers, WalkIn
from buurtapp.features.activities.ui import sheet_model
from buurtapp.features.activities.ui.sheet_entry import SheetEntryView
from buurtapp.features.activities.ui.sheet_state import SheetState, lines_of
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import listing
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.records import FrozenRow, SheetInfo
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for

NAMES = ("Anna Bos", "Bert Kuiper", "Coby Zandstra")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


ShowEntry = Callable[..., SheetEntryView]


@pytest.fixture
def show_entry(desk: Desk, qtbot: QtBot) -> Iterator[ShowEntry]:
    """Show the screen, begun with a code or without."""
    views: list[SheetEntryView] = []

    def show(code: str = "", width: int = 1100, height: int = 760) -> SheetEntryView:
        view = SheetEntryView(desk)
        views.append(view)
        desk.changed.connect(view.refresh)
        view.resize(width, height)
        view.show()
        # Shortcuts are for the window that is used.
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
    """An activity for which three people signed up."""
    made = add_activity(store)
    signed_up(store, made, [add_person(store, name, f"Vlierhof {at}") for at, name in enumerate(NAMES, 1)])
    return made


def came(store: Store, activity: int) -> list[str]:
    """The names of everybody who was there."""
    return sorted(row.name for row in store.read(queries.at_the_door, activity) if row.present)


def spin_of(view: SheetEntryView, name: str) -> QSpinBox:
    found = getattr(view.card, name).input
    assert isinstance(found, QSpinBox)
    return found


def state_of(view: SheetEntryView) -> SheetState:
    assert view.state is not None
    return view.state


def test_a_list_is_read_back_with_one_key_for_each_row(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    code = printed(store, activity, walk_in_lines=1).code
    view = show_entry()
    table = view.paper.table

    qtbot.keyClicks(view.code.field, code.lower().replace("-", " "))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClicks(view.card.entry.field, "Karel Nieuw")
    qtbot.keyClick(view.card.entry.field, Qt.Key.Key_Return)
    qtbot.keyClicks(spin_of(view, "guests"), "2")
    qtbot.keyClick(spin_of(view, "guests"), Qt.Key.Key_Return)
    qtbot.keyClicks(spin_of(view, "children_"), "1")
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: view.card.state.label.text().startswith("This list is saved."))
    assert came(store, activity) == ["Anna Bos", "Coby Zandstra", "Karel Nieuw"]
    there = store.read(queries.presence, activity)
    assert (there.guests, there.children) == (2, 1)
    assert store.read(sheets.find, code).came_home_at is not None
    assert len(store.read(listing.find_ids, "karel nieuw")) == 1


def test_the_enter_behind_a_code_does_not_pass_the_first_name(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    code = printed(store, activity, walk_in_lines=1).code
    view = show_entry()
    table = view.paper.table

    qtbot.keyClicks(view.code.field, code)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert state_of(view).at == 0
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert state_of(view).at == 1


def test_the_paper_on_the_screen_has_the_order_and_names_of_the_print(
    store: Store, activity: int, show_entry: ShowEntry
) -> None:
    twin = add_person(store, "Anna Bos", "Berkenpad 40")
    signed_up(store, activity, [twin])
    code = printed(store, activity, walk_in_lines=2).code

    view = show_entry(code)

    model = view.paper.model
    shown = [model.index(at, sheet_model.NAME).data() for at in range(model.rowCount())]
    assert shown == ["Anna Bos (no. 1)", "Anna Bos (no. 40)", "Bert Kuiper", "Coby Zandstra", "", ""]
    assert model.heading(4).startswith("Not on the list, but here?")
    assert view.card.done.text() == "0 of 4"
    assert view.card.name.text() == "1. Anna Bos (no. 1)"


def test_an_unknown_code_says_which_one_is_meant_and_keeps_what_was_typed(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    view = show_entry()

    qtbot.keyClicks(view.code.field, "abc")
    qtbot.keyClick(view.code.field, Qt.Key.Key_Return)

    assert view.code.problem.text().startswith("“abc” is not a code of a list.")
    assert view.code.field.property("wrong") == "yes"
    assert view.code.field.text() == "abc"
    assert not view.body.isVisible()
    qtbot.keyClicks(view.code.field, "d")
    assert not view.code.problem.isVisible()


def test_a_code_that_is_nearly_right_is_told_with_advice(store: Store, activity: int, show_entry: ShowEntry) -> None:
    from buurtapp.printing.codes import human_code  # noqa: PLC0415 - makes a code with the right check sign

    code = printed(store, activity).code
    other = human_code(("2" if code[0] != "2" else "3") + code[1:5])

    view = show_entry(other)

    assert view.code.problem.text() == f"There is no list with the code {other}. Do you mean {code}?"
    assert view.code.field.text() == other


def test_backspace_and_arrows_go_to_other_rows_and_space_takes_a_cross_away(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    view = show_entry(printed(store, activity).code)
    table = view.paper.table

    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert state_of(view).at == 1
    qtbot.keyClick(table, Qt.Key.Key_Backspace)
    qtbot.keyClick(table, Qt.Key.Key_Space)

    assert (state_of(view).at, state_of(view).ticked) == (0, set())
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert state_of(view).at == 1
    assert view.card.name.text() == "2. Bert Kuiper"


def test_a_click_in_a_box_crosses_it(store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot) -> None:
    view = show_entry(printed(store, activity).code)
    table = view.paper.table
    box = table.visualRect(view.paper.model.index(2, sheet_model.BOX)).center()

    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box))

    assert state_of(view).ticked == {3}
    assert state_of(view).at == 2


def test_a_name_below_the_list_is_matched_with_somebody_known(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    known = add_person(store, "Annie van Loon", "Berkenpad 2")
    view = show_entry(printed(store, activity, walk_in_lines=2).code)
    view.paper.table.clicked_line.emit(3)
    field = view.card.entry.field
    qtbot.waitUntil(field.hasFocus)

    qtbot.keyClicks(field, "van l")
    assert view.card.entry.matches.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert state_of(view).walk_ins == {4: WalkIn("Annie van Loon", known)}
    assert view.paper.model.index(3, sheet_model.NAME).data() == "Annie van Loon"
    assert state_of(view).at == 4
    assert field.text() == ""


def test_the_last_answer_leaves_the_name_as_it_was_typed(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    add_person(store, "Annie van Loon", "Berkenpad 2")
    view = show_entry(printed(store, activity, walk_in_lines=1).code)
    view.paper.table.clicked_line.emit(3)
    field = view.card.entry.field

    qtbot.keyClicks(field, "annie")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert state_of(view).walk_ins == {4: WalkIn("annie")}


def test_two_known_people_of_one_name_are_asked_about(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    add_person(store, "Jan Bakker", "Vlierhof 12")
    second = add_person(store, "Jan Bakker", "Vlierhof 40")
    view = show_entry(printed(store, activity, walk_in_lines=1).code)
    view.paper.table.clicked_line.emit(3)
    field = view.card.entry.field

    qtbot.keyClicks(field, "jan ba")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.card.entry.question.isVisible()
    assert state_of(view).walk_ins == {}
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert state_of(view).walk_ins == {4: WalkIn("Jan Bakker", second)}


def test_a_half_read_list_is_there_again_after_another_one_and_after_leaving(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    first, second = printed(store, activity).code, printed(store, activity).code
    view = show_entry(first)
    qtbot.keyClick(view.paper.table, Qt.Key.Key_Space)
    view.paper.table.clicked_line.emit(3)
    qtbot.keyClicks(view.card.entry.field, "Half")
    assert view.card.state.label.text() == "Not saved yet."

    view.begin("")
    assert state_of(view).ticked == {1}
    view.begin(second)
    assert state_of(view).ticked == set()
    qtbot.keyClick(view.paper.table, Qt.Key.Key_Escape)
    assert view.left_over.label.text() == f"List {first} of Soep op woensdag is not saved yet."
    qtbot.keyClick(view.go_on_button, Qt.Key.Key_Space)

    assert state_of(view).sheet.code == first
    assert state_of(view).ticked == {1}
    assert state_of(view).walk_ins == {4: WalkIn("Half")}
    assert came(store, activity) == []


def test_a_list_entered_before_begins_with_what_is_known_and_can_be_corrected(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    code = printed(store, activity).code
    sheet = store.read(sheets.find, code)
    answers = SheetAnswers(frozenset({1, 2}), (WalkIn("Annie Onbekend"),), 2, 1)
    store.write(DONE, attend.enter_sheet, sheet.id, answers)

    view = show_entry(code)

    assert view.entered.label.text() == "This list was entered on 13 October. Change what is different, or close it."
    assert state_of(view).ticked == {1, 2}
    assert [one.name for one in state_of(view).walk_ins.values()] == ["Annie Onbekend"]
    assert (spin_of(view, "guests").value(), spin_of(view, "children_").value()) == (2, 1)
    assert view.card.done.text() == "3 of 3"
    qtbot.keyClick(view.paper.table, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: came(store, activity) == ["Annie Onbekend", "Bert Kuiper"])


def test_undo_of_a_saved_list_shows_it_as_it_was(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    code = printed(store, activity).code
    view = show_entry(code)
    qtbot.keyClick(view.paper.table, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: came(store, activity) == ["Anna Bos"])
    qtbot.waitUntil(view.entered.isVisible)

    view.desk.undo()

    qtbot.waitUntil(lambda: state_of(view).ticked == set())
    assert not view.entered.isVisible()
    assert came(store, activity) == []


def test_somebody_who_was_deleted_since_keeps_their_row(
    store: Store, activity: int, show_entry: ShowEntry, qtbot: QtBot
) -> None:
    code = printed(store, activity).code
    store.write(DONE, people.delete_person, store.read(sheets.find, code).rows[0].person_id or 0)

    view = show_entry(code)
    before = view.paper.model.index(0, sheet_model.NAME).data()
    qtbot.keyClick(view.paper.table, Qt.Key.Key_Space)
    qtbot.keyClick(view.paper.table, Qt.Key.Key_Space)

    assert before
    assert state_of(view).at == 2
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Bert Kuiper" in came(store, activity))


def test_a_row_without_a_name_among_the_names_is_gone_and_not_blank() -> None:
    rows = (
        FrozenRow(1, 1, 5, "Anna"),
        FrozenRow(2, 1, None, ""),
        FrozenRow(3, 2, 6, "Bert"),
        FrozenRow(4, 2, None, ""),
    )
    sheet = SheetInfo(1, "7K3Q2-9", "attendance", 1, "Soep", None, 2, None, rows)  # type: ignore[arg-type]

    lines = lines_of(sheet, walk_ins=2)

    assert [(line.is_blank, line.is_gone) for line in lines] == [
        *((False, False), (False, True), (False, False)),
        *((True, False), (True, False)),
    ]
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]


def test_the_paper_is_white_in_the_dark(store: Store, activity: int, qtbot: QtBot) -> None:
    desk = desk_for(store, dark=True)
    view = SheetEntryView(desk)
    qtbot.addWidget(view)
    view.resize(1100, 760)
    view.show()
    view.begin(printed(store, activity).code)

    picture = view.paper.grab().toImage()

    assert picture.pixelColor(picture.width() - 40, 40).name() == "#ffffff"
    assert picture.pixelColor(picture.width() - 40, picture.height() - 20).name() == "#ffffff"
    desk.jobs.close()


def test_odd_names_neither_break_nor_stretch_the_paper(
    store: Store, show_entry: ShowEntry, qtbot: QtBot, cases: Path
) -> None:
    names: list[str] = json.loads((cases / "odd-names.json").read_text("utf-8"))
    activity = add_activity(store, title="<b>Soep</b> & " + "w" * 200)
    signed_up(store, activity, [add_person(store, name, f"Vlierhof {at + 1}") for at, name in enumerate(names)])

    view = show_entry(printed(store, activity).code, 692, 560)
    for _ in names:
        qtbot.keyClick(view.paper.table, Qt.Key.Key_Space)
    view.grab()

    assert view.width() == 692
    assert view.minimumSizeHint().width() <= 692
    assert state_of(view).read == len(names)
