"""The commonest tasks in Activiteiten by keyboard alone, in the real window: each key is pressed, counted and told."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from activity_keys import CTRL, SHIFT, Keys, fill
from builders import DONE, NOW, new_store
from buurtapp.core.clock import FixedClock
from buurtapp.core.i18n import set_language
from buurtapp.core.settings import Settings
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.attendance import queries as attendance
from buurtapp.features.activities.records import SheetAnswers, WalkIn
from buurtapp.features.activities.ui.door import DoorView
from buurtapp.features.activities.ui.print_list import ListOptions
from buurtapp.features.activities.ui.sheet_entry import SheetEntryView
from buurtapp.features.people.queries import cards
from buurtapp.features.sheets import queries as sheets
from buurtapp.shell.window import MainWindow
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs
from buurtapp.uikit.paper import PrintDialog
from uikit_builders import Answers

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True),
]


@pytest.fixture
def keys(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Keys]:
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(tmp_path / "buurtapp.ini"))
    monkeypatch.setenv("BUURTAPP_DATA", str(tmp_path / "data"))
    set_language("en")
    with new_store(tmp_path) as store:
        story = fill(store)
        path = store.path
    window = MainWindow(Desk(Jobs(), Settings(language="en", theme="light"), FixedClock(NOW), Answers()))
    qtbot.addWidget(window)
    window.resize(1366, 860)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.data_shown, timeout=15_000):
        window.begin(path)
    window.show_page("activities")
    made = Keys(window, story, qtbot)
    made.settle()
    made.page.calendar.focus_first()
    yield made
    sys.stdout.write(f"{request.node.name}: {made.pressed} keys\n")
    made.settle()
    window.close()
    set_language("nl")


def test_1_a_new_activity(keys: Keys, qtbot: QtBot) -> None:
    keys.press(Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: keys.page.stack.currentWidget() is keys.page.new_one)
    keys.write("Burendag")
    keys.press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "Burendag" in [row.title for row in keys.listed()])
    assert keys.pressed <= 2 + len("Burendag")


def test_2_find_an_activity_on_the_calendar_and_open_it(keys: Keys, qtbot: QtBot) -> None:
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: keys.page.stack.currentWidget() is keys.page.activity)
    assert keys.page.activity.card is not None
    assert keys.page.activity.card.id == keys.story.later
    assert keys.pressed <= 3


def _are_signed_up(keys: Keys, count: int) -> bool:
    return len(keys.store.read(queries.signups, keys.story.later)) == count


def test_3_sign_three_people_up(keys: Keys, qtbot: QtBot) -> None:
    keys.open(keys.story.later)
    keys.press(Qt.Key.Key_Tab, CTRL)
    keys.press(Qt.Key.Key_Tab, CTRL)
    qtbot.waitUntil(keys.page.activity.signups.search.field.hasFocus)
    for at, letters in enumerate(("henk", "toos", "coby"), 1):
        keys.write(letters)
        keys.press(Qt.Key.Key_Return)
        qtbot.waitUntil(partial(_are_signed_up, keys, at))
        keys.settle()

    assert keys.pressed <= 2 + 3 * (4 + 1)


def test_4_note_guests_of_somebody(keys: Keys, qtbot: QtBot) -> None:
    keys.open(keys.story.now, "signups")
    signups = keys.page.activity.signups
    qtbot.waitUntil(signups.table.isVisible)
    keys.tab_to(signups.table)
    keys.press(Qt.Key.Key_Return)
    keys.write("2")
    keys.press(Qt.Key.Key_Tab)

    qtbot.waitUntil(lambda: sum(row.guests for row in keys.store.read(queries.signups, keys.story.now)) == 2)
    assert keys.pressed <= 12


def test_5_take_somebody_off_and_back_on(keys: Keys, qtbot: QtBot) -> None:
    keys.open(keys.story.now, "signups")
    signups = keys.page.activity.signups
    qtbot.waitUntil(signups.table.isVisible)
    keys.tab_to(signups.table)
    keys.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(keys.store.read(queries.signups, keys.story.now)) == 3)
    keys.settle()
    keys.press(Qt.Key.Key_Z, CTRL)

    qtbot.waitUntil(lambda: len(keys.store.read(queries.signups, keys.story.now)) == 4)
    assert keys.pressed <= 11


def test_6_print_the_list_with_photo_ok(keys: Keys, qtbot: QtBot, tmp_path: Path) -> None:
    answers = keys.window.desk.choosing
    assert isinstance(answers, Answers)
    answers.file = tmp_path / "lijst.pdf"
    keys.open(keys.story.later)
    keys.tab_to(keys.page.activity.head.next_button)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrintDialog), timeout=15_000)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintDialog)
    qtbot.waitUntil(dialog.print_button.isEnabled, timeout=15_000)
    keys.settle()
    options = dialog.findChild(ListOptions)
    assert isinstance(options, ListOptions)
    keys.tab_to(options.form.field("photo").input, back=True)
    keys.press(Qt.Key.Key_Space)
    keys.settle()
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=15_000)
    keys.tab_to(dialog.save_button)
    keys.press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(keys.store.read(sheets.of_subject, sheets.ATTENDANCE, keys.story.later)) == 1)
    keys.settle()
    assert answers.file.read_bytes().startswith(b"%PDF")
    (sheet,) = keys.store.read(sheets.of_subject, sheets.ATTENDANCE, keys.story.later)
    assert keys.store.read(attendance.shape, sheet.id).photos
    assert keys.pressed <= 14


def test_7_open_the_door_and_let_three_in(keys: Keys, qtbot: QtBot) -> None:
    keys.open(keys.story.now)
    keys.tab_to(keys.page.activity.head.next_button)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: keys.page.findChild(DoorView) is not None)
    keys.settle()
    door = keys.page.findChild(DoorView)
    assert isinstance(door, DoorView)
    qtbot.waitUntil(door.search.field.hasFocus)
    for letters in ("hen", "hek", "zan"):
        keys.write(letters)
        keys.press(Qt.Key.Key_Return)

    henk, _marijke, toos, coby, _aaltje = keys.story.people
    qtbot.waitUntil(lambda: keys.came() == {henk, toos, coby})
    assert keys.pressed <= 2 + 3 * 4


def test_8_somebody_new_at_the_door_without_an_address_or_e_mail(keys: Keys, qtbot: QtBot) -> None:
    door = keys.door()
    keys.write("Karel Nieuw")
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(door.new.name.input.hasFocus)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(door.new.streets.hasFocus)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(keys.came()) == 1)
    card = keys.store.read(cards.card, keys.came().pop())
    assert (card.name.spoken, card.emails) == ("Karel Nieuw", ())
    assert keys.pressed <= len("Karel Nieuw") + 6


def test_9_take_the_last_one_back(keys: Keys, qtbot: QtBot) -> None:
    keys.door()
    keys.write("hek")
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(keys.came()) == 1)
    keys.settle()
    keys.pressed = 0
    keys.press(Qt.Key.Key_Z, CTRL)

    qtbot.waitUntil(lambda: keys.came() == set())
    assert keys.pressed == 1


def test_10_a_whole_household_comes_in(keys: Keys, qtbot: QtBot) -> None:
    keys.door()
    keys.write("hen")
    keys.press(Qt.Key.Key_Return, SHIFT)

    qtbot.waitUntil(lambda: keys.came() == set(keys.story.people[:2]))
    assert keys.pressed <= 4


def test_11_count_guests_and_children_without_a_name(keys: Keys, qtbot: QtBot) -> None:
    door = keys.door()
    for _guest in range(2):
        keys.press(Qt.Key.Key_Plus)
    keys.tab_to(door.card.heads.children_.input)
    keys.press(Qt.Key.Key_Plus)

    def counted() -> bool:
        there = keys.store.read(queries.presence, keys.story.now)
        return (there.guests, there.children) == (2, 1)

    qtbot.waitUntil(counted)
    assert keys.pressed <= 14


def test_12_read_a_list_back(keys: Keys, qtbot: QtBot) -> None:
    keys.press(Qt.Key.Key_L, CTRL)
    view = _entry(keys, qtbot)
    qtbot.waitUntil(view.code.field.hasFocus)
    keys.write(keys.story.code.replace("-", "").lower())
    qtbot.waitUntil(lambda: view.state is not None)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Space)
    keys.write("?")
    keys.press(Qt.Key.Key_Return, CTRL)

    qtbot.waitUntil(lambda: view.card.state.label.text().startswith("This list is saved. New: 3"))
    there = keys.store.read(queries.presence, keys.story.been)
    assert (len(there.present), there.unreadable) == (2, 1)
    assert keys.pressed <= 1 + 6 + 3 + 1 + 1, "one key for each line"


def test_13_correct_a_list_that_was_entered(keys: Keys, qtbot: QtBot) -> None:
    sheet = keys.store.read(sheets.find, keys.story.code)
    keys.store.write(DONE, attend.enter_sheet, sheet.id, SheetAnswers(frozenset({1, 2})))
    keys.press(Qt.Key.Key_L, CTRL)
    view = _entry(keys, qtbot)
    keys.write(keys.story.code.replace("-", ""))
    qtbot.waitUntil(lambda: view.state is not None)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Space)
    assert "Taken off" in view.card.state.label.text()
    keys.press(Qt.Key.Key_Return, CTRL)

    qtbot.waitUntil(lambda: len(keys.store.read(queries.presence, keys.story.been).present) == 1)
    assert keys.pressed <= 1 + 6 + 3


def test_14_sort_out_a_name_nobody_could_read(keys: Keys, qtbot: QtBot) -> None:
    sheet = keys.store.read(sheets.find, keys.story.code)
    unread = WalkIn("", None, 4, unreadable=True)
    keys.store.write(DONE, attend.enter_sheet, sheet.id, SheetAnswers(frozenset({1}), (unread,)))
    keys.open(keys.story.been, "after")
    pile = keys.page.activity.after.pile
    qtbot.waitUntil(pile.isVisible)
    keys.tab_to(pile.edit)
    keys.write("Karel Nieuw")
    keys.settle()
    keys.press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: keys.store.read(queries.presence, keys.story.been).unreadable == 0)
    assert keys.store.read(queries.presence, keys.story.been).head_count == 2
    assert keys.pressed <= len("Karel Nieuw") + 10


def test_15_copy_an_activity(keys: Keys, qtbot: QtBot) -> None:
    keys.open(keys.story.been)
    keys.tab_to(keys.page.activity.head.copy_button, back=True)
    keys.press(Qt.Key.Key_Return)
    keys.settle()
    keys.press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: [row.title for row in keys.listed()].count("Koffie") == 2)
    assert keys.pressed <= 5


def _entry(keys: Keys, qtbot: QtBot) -> SheetEntryView:
    qtbot.waitUntil(lambda: keys.page.findChild(SheetEntryView) is not None)
    keys.settle()
    view = keys.page.findChild(SheetEntryView)
    assert isinstance(view, SheetEntryView)
    return view
