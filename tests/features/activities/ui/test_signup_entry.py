"""A sign-up sheet that comes home in the window: line by line, with number keys, and nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import add_activity, add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import print_signup
from buurtapp.features.activities.printouts.signup_sheet import signup_sheet
from buurtapp.features.activities.ui.entry_views import ENTRY_VIEWS
from buurtapp.features.activities.ui.page import ActivitiesPage
from buurtapp.features.activities.ui.signup_entry import SignupEntryView
from buurtapp.features.people.queries import listing
from buurtapp.uikit.desk import Desk
from signup_keys import KeyCount
from uikit_builders import desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        add_person(made, "Henk van der Meer", "Klaverstraat 5")
        add_person(made, "Joke Meerman", "Vlierhof 9")
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


def _code(store: Store, soup: int, lines: int = 4) -> str:
    sheet = store.read(print_signup.compose_signup_sheet, soup, store.clock.today(), lines=lines)
    pages = signup_sheet(sheet)
    assert pages.layout is not None
    label = print_signup.printed_label(sheet.title)
    store.write(label, print_signup.keep_signup_sheet, soup, sheet, pages.layout, pages.pdf)
    return sheet.code


def _shown(desk: Desk, qtbot: QtBot, code: str) -> SignupEntryView:
    view = SignupEntryView(desk)
    qtbot.addWidget(view)
    desk.changed.connect(view.refresh)
    view.resize(1000, 640)
    view.show()
    assert view.begin(code)
    qtbot.waitUntil(view.card.entry.field.hasFocus)
    return view


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _line(keys: KeyCount, view: SignupEntryView, name: str, *counts: Qt.Key) -> None:
    keys.type(view.card.entry.field, name)
    keys.press(view.card.entry.field, Qt.Key.Key_Return)
    for key in counts:
        keys.press(_focus(), key)


def test_a_sheet_is_typed_over_with_four_keys_a_line_beyond_the_name(desk: Desk, qtbot: QtBot, store: Store) -> None:
    soup = add_activity(store)
    view = _shown(desk, qtbot, _code(store, soup))
    keys = KeyCount(qtbot)

    _line(keys, view, "henk", Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_1)
    _line(keys, view, "meerman", Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_0)
    keys.press(view.card.entry.field, Qt.Key.Key_Return)
    assert view.save_button.hasFocus()
    keys.press(view.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(store.read(queries.signups, soup)) == 2)

    said = {row.person.name.spoken: (row.guests, row.children, row.lift) for row in store.read(queries.signups, soup)}
    assert said == {"Henk van der Meer": (2, 0, True), "Joke Meerman": (0, 3, False)}
    assert keys.beyond_letters == 2 * 4 + 2
    keys.tell("a sign-up sheet of two lines")


def test_a_new_name_asks_for_a_number_and_the_same_sheet_again_changes_nothing(
    desk: Desk, qtbot: QtBot, store: Store
) -> None:
    soup = add_activity(store)
    code = _code(store, soup)
    view = _shown(desk, qtbot, code)
    keys = KeyCount(qtbot)

    _line(keys, view, "Noor Bakker", Qt.Key.Key_0, Qt.Key.Key_0, Qt.Key.Key_0)
    phone = view.card.form.field("phone").input
    assert phone.hasFocus()
    keys.type(phone, "06 0000 0177")
    keys.press(phone, Qt.Key.Key_Return)
    qtbot.keyClick(view.card.entry.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(store.read(queries.signups, soup)) == 1)
    qtbot.waitUntil(desk.jobs.is_idle)
    digest = store.check().digest
    again = _shown(desk, qtbot, code)
    qtbot.keyClick(again.card.entry.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(desk.jobs.is_idle)

    assert [row.name.spoken for row in store.read(listing.rows, [3])] == ["Noor Bakker"]
    assert again.rows.index(0, 1).data() == "Noor Bakker"
    assert store.check().digest == digest


def test_escape_keeps_what_was_read_and_another_sheet_begins_empty(desk: Desk, qtbot: QtBot, store: Store) -> None:
    soup = add_activity(store)
    first, second = _code(store, soup), _code(store, soup)
    view = _shown(desk, qtbot, first)
    keys = KeyCount(qtbot)
    _line(keys, view, "henk", Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_0)

    with qtbot.waitSignal(view.another):
        qtbot.keyClick(view.card.entry.field, Qt.Key.Key_Escape)
    assert view.begin(second)
    empty = view.rows.index(0, 1).data()
    assert view.begin(first)

    assert empty == ""
    assert view.rows.index(0, 1).data() == "Henk van der Meer"
    assert store.read(queries.signups, soup) == []


def test_arrows_go_to_other_lines_and_a_correction_is_saved(desk: Desk, qtbot: QtBot, store: Store) -> None:
    soup = add_activity(store)
    view = _shown(desk, qtbot, _code(store, soup))
    keys = KeyCount(qtbot)
    _line(keys, view, "henk", Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_0)

    qtbot.keyClick(view.card.entry.field, Qt.Key.Key_Up)
    name = view.card.entry.field.text()
    qtbot.keyClick(view.card.entry.field, Qt.Key.Key_Return)
    qtbot.keyClick(_focus(), Qt.Key.Key_3)
    view.save_button.click()
    qtbot.waitUntil(lambda: len(store.read(queries.signups, soup)) == 1)

    assert name == "Henk van der Meer"
    assert store.read(queries.signups, soup)[0].guests == 3


def test_a_sheet_that_is_gone_is_not_shown(desk: Desk, qtbot: QtBot, store: Store) -> None:
    view = SignupEntryView(desk)
    qtbot.addWidget(view)
    told: list[str] = []
    desk.told.connect(lambda what, _kind, _undo: told.append(str(what)))
    assert not view.begin("AAAAA-A")
    assert told
    assert ENTRY_VIEWS["sign-up"].endswith(":SignupEntryView")
    assert store.read(queries.listed) == []


def test_the_tab_leads_to_the_sheet_that_is_still_out(desk: Desk, qtbot: QtBot, store: Store) -> None:
    soup = add_activity(store)
    code = _code(store, soup)
    page = ActivitiesPage(desk)
    qtbot.addWidget(page)
    desk.asked_to_go.connect(lambda _page, where: page.show_place(**where))
    page.resize(1000, 640)
    page.show()
    page.show_activity(soup, "signups")
    button = page.activity.signups.sheet_button
    qtbot.waitUntil(button.isVisible)

    qtbot.keyClick(button, Qt.Key.Key_Return)
    view = page.stack.currentWidget()
    assert isinstance(view, SignupEntryView)
    assert view.sheet is not None
    assert view.sheet.code == code
    qtbot.keyClick(view.close_button, Qt.Key.Key_Return)

    assert page.stack.currentWidget() is page.activity
