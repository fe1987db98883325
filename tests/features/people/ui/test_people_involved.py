"""How involved people are, in the list: windows, chips and the last time, as the window hangs them together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from people_screen import page_of, settled, shown, stands_on, words
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_people, add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.ui.ladder import ActivityLadder
from buurtapp.features.activities.ui.ladder_panel import LadderPanel
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.queries import cards
from buurtapp.features.people.ui.column_room import hidden_columns
from buurtapp.features.people.ui.columns import CONTACT, HOUSE, INVOLVED, LABELS, LAST, NAME
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.shell.plan import WORKSPACES, make_page
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.theme import Theme
from uikit_builders import desk_for

OCTOBER = datetime(2026, 10, 7, 18)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


def shown_page(qtbot: QtBot, desk: Desk, width: int = 1158) -> PeoplePage:
    """The page as the window makes it, with the ladder of activities."""
    page = make_page(next(one for one in WORKSPACES if one.name == "people"), desk)
    assert isinstance(page, PeoplePage)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.resize(width, 780)
    page.show()
    qtbot.waitExposed(page)
    page.refresh()
    page.focus_first()
    settled(qtbot, desk)
    return page


def comes(store: Store, person: int, *, times: int = 1, title: str = "Soep op woensdag") -> None:
    for day in range(times):
        activity = add_activity(store, title, OCTOBER.replace(day=7 - day))
        store.write(DONE, attend.set_present, activity, person, present=True)


def cell(page: PeoplePage, number: int, column: int) -> object:
    return page.list.model.index(page.list.model.row_of(number), column).data()


def test_each_person_shows_a_step_and_the_last_time(qtbot: QtBot, desk: Desk, store: Store) -> None:
    henk = add_person(store, "Henk Bos", "Klaverstraat 5")
    ria = add_person(store, "Ria Bos", "Klaverstraat 7", labels=["coördinator"])
    comes(store, henk, times=2)

    page = shown_page(qtbot, desk)

    assert (cell(page, henk, INVOLVED), cell(page, henk, LAST)) == ("Takes part", "7 Oct Soep op woensdag")
    assert (cell(page, ria, INVOLVED), cell(page, ria, LAST)) == ("Core", "")
    assert not page.list.table.isColumnHidden(INVOLVED)
    assert not page.list.table.isColumnHidden(LAST)
    assert "Everybody 2" in words(page.filters)
    qtbot.waitUntil(lambda: "Takes part 1" in words(page.filters))
    assert "Core 1" in words(page.filters)


def test_a_chip_leaves_only_who_stands_on_that_step(qtbot: QtBot, desk: Desk, store: Store) -> None:
    first, *_others = add_people(store, 4)
    comes(store, first, times=6)
    page = shown_page(qtbot, desk)

    qtbot.keyClick(page.filters.chips["active"], Qt.Key.Key_Space)
    assert shown(page) == ["Klaverstraat | 1 person at 1 address", "Buur Nummer-aa"]
    assert page.filters.chips["active"].isChecked()
    assert not page.filters.everybody.isChecked()

    qtbot.keyClick(page.filters.everybody, Qt.Key.Key_Space)
    assert len(shown(page)) == 5
    assert page.filters.everybody.isChecked()


def test_a_chip_a_label_and_a_search_go_together(qtbot: QtBot, desk: Desk, store: Store) -> None:
    henk, ria, toos = (
        add_person(store, f"{name} Bos", f"Klaverstraat {at + 1}", labels=labels)
        for at, (name, labels) in enumerate((("Henk", ["auto"]), ("Ria", ["auto"]), ("Toos", [])))
    )
    for person in (henk, toos):
        comes(store, person)
    page = shown_page(qtbot, desk)

    qtbot.keyClick(page.filters.choice, Qt.Key.Key_Down)
    assert shown(page)[1:] == ["Henk Bos", "Ria Bos"]
    qtbot.keyClick(page.filters.chips["takes_part"], Qt.Key.Key_Space)
    assert shown(page)[1:] == ["Henk Bos"]
    qtbot.keyClicks(page.search_field, "toos")
    assert "Nobody found with “toos”." in words(page.list)
    assert cell(page, ria, INVOLVED) is None


def test_coming_moves_somebody_up_while_it_is_looked_at(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store, phones=["06 0000 0111"])
    page = shown_page(qtbot, desk)
    page.list.show_person(person)
    page.panel.show_person(person)
    stands_on(qtbot, page, person)
    assert cell(page, person, INVOLVED) == "Reached"
    qtbot.waitUntil(lambda: "Reached: can be reached by phone." in words(page.panel.view))

    comes(store, person, times=3)

    qtbot.waitUntil(lambda: cell(page, person, INVOLVED) == "Takes part")
    qtbot.waitUntil(lambda: "Takes part 1" in words(page.filters))
    qtbot.waitUntil(lambda: "Takes part: came 3 times since October." in words(page.panel.view))


def test_the_last_of_a_step_who_goes_leaves_an_empty_list_with_a_way_back(
    qtbot: QtBot, desk: Desk, store: Store
) -> None:
    person = add_person(store, labels=["kern"])
    page = shown_page(qtbot, desk)
    qtbot.keyClick(page.filters.chips["core"], Qt.Key.Key_Space)
    assert len(shown(page)) == 2

    store.write(DONE, actions.unlabel_people, [person], "kern")

    qtbot.waitUntil(lambda: "Nobody found." in words(page.list))
    qtbot.keyClick(page.filters.everybody, Qt.Key.Key_Space)
    assert len(shown(page)) == 2


def test_chips_that_do_not_fit_are_in_the_choice(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store, labels=["soep"])
    comes(store, person)
    page = shown_page(qtbot, desk, 760)
    page.filters.setFixedWidth(430)
    settled(qtbot, desk)
    choice = page.filters.choice
    assert choice.itemText(0) == "More filters"
    assert not page.filters.chips["takes_part"].isVisible()

    choice.setCurrentIndex(choice.findData("step:takes_part"))
    choice.activated.emit(choice.currentIndex())

    assert page.list.finding.step == "takes_part"
    assert page.filters.chips["takes_part"].isVisible()
    assert choice.findData("step:takes_part") == -1
    assert choice.findData("order:name") > 0


def test_without_room_for_the_order_it_can_be_chosen_below_the_labels(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, "Henk Zeeman", "Klaverstraat 1", labels=["soep"])
    add_person(store, "Zus Aalders", "Vlierhof 1")
    page = shown_page(qtbot, desk)
    page.filters.setFixedWidth(430)
    choice = page.filters.choice

    qtbot.keyClick(choice, Qt.Key.Key_End)
    assert shown(page) == ["Zus Aalders", "Henk Zeeman"]
    assert choice.itemText(choice.count() - 1) == "Sort by street"
    assert choice.currentIndex() == 0


def test_alone_people_know_nothing_of_involvement(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, labels=["kern"])

    page = page_of(qtbot, desk)

    assert page.list.table.isColumnHidden(INVOLVED)
    assert page.list.table.isColumnHidden(LAST)
    assert not any(chip.isVisible() for chip in page.filters.chips.values())


def test_columns_leave_from_the_right() -> None:
    theme = Theme()
    left = [hidden_columns(room, theme, by_name=False, has_ladder=True) for room in (300, 400, 510, 630, 740)]

    assert [LAST in one for one in left] == [True, True, True, True, False]
    assert [CONTACT in one for one in left] == [True, True, True, False, False]
    assert [LABELS in one for one in left] == [True, True, False, False, False]
    assert [INVOLVED in one for one in left] == [True, False, False, False, False]
    assert not any({NAME, HOUSE} & one for one in left)


def test_a_step_below_the_windows_can_be_asked_for_too(store: Store) -> None:
    quiet = add_person(store)
    reached = add_person(store, "Ria Bos", phones=["06 0000 0111"])
    ladder = ActivityLadder()

    assert ladder.ids_at(store, "lives_here") == {quiet}
    assert ladder.ids_at(store, "reached") == {reached}
    assert ladder.ids_at(store, "core") == frozenset()
    store.write(DONE, actions.label_people, [quiet], "kern")
    assert ladder.ids_at(store, "core") == {quiet}


def test_a_step_is_chosen_by_keyboard_and_worked_out_again(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store)
    comes(store, person, times=3)
    page = shown_page(qtbot, desk)
    page.panel.show_person(person)
    panel = page.panel.view.findChild(LadderPanel)
    assert panel is not None
    qtbot.waitUntil(panel.choose.isVisible)

    panel.choose.setFocus()
    qtbot.keyClick(panel.choose, Qt.Key.Key_Return)
    reason = panel.choice.form.field("reason").input
    qtbot.keyClick(panel.choice.form.field("step").input, Qt.Key.Key_End)
    reason.setFocus()
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Write down why you choose this step yourself." in words(panel))
    qtbot.keyClicks(reason, "is vaak ziek")
    assert "Better not write this down." in words(panel)
    qtbot.keyClick(reason, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "Core, chosen by you: is vaak ziek." in words(panel))
    assert "From what happened: Takes part: came 3 times since October." in words(panel)
    qtbot.waitUntil(lambda: cell(page, person, INVOLVED) == "Core")
    qtbot.waitUntil(lambda: "Core 1" in words(page.filters))
    assert not panel.choice.isVisible()

    qtbot.keyClick(panel.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "chosen by you" not in words(panel))
    qtbot.waitUntil(lambda: cell(page, person, INVOLVED) == "Takes part")


def test_escape_closes_the_choice_without_changing_anything(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store, labels=["kern"])
    page = shown_page(qtbot, desk)
    page.panel.show_person(person)
    panel = page.panel.view.findChild(LadderPanel)
    assert panel is not None
    qtbot.waitUntil(panel.choose.isVisible)

    qtbot.keyClick(panel.choose, Qt.Key.Key_Return)
    assert panel.choice.isVisible()
    qtbot.keyClick(panel.choice.form.field("step").input, Qt.Key.Key_Escape)

    assert not panel.choice.isVisible()
    assert panel.choose.hasFocus()
    assert page.panel.view.isVisible()
    assert store.can_undo() is not None
    assert store.read(cards.card, person).step_override == ""
