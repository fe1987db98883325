"""The line in which a task is typed, by keyboard alone: add, change, say what is wrong; and then tick and take back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from today_screen import holder, page_of, press, rows, titles, type_words

from builders import NOW, add_activity, add_person, label_text, new_store
from buurtapp.core.clock import FixedClock
from buurtapp.core.store import Store
from buurtapp.features.promises import queries as promises
from buurtapp.features.promises.records import PromiseDraft
from buurtapp.features.today.ui.todo_rows import TaskRow
from buurtapp.uikit.desk import Desk
from task_builders import TODAY, add_promise, in_days
from uikit_builders import desk_for

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path, FixedClock(NOW)) as opened:
        yield opened


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


@pytest.fixture
def told(desk: Desk) -> list[tuple[str, bool]]:
    """What the message bar was told, and whether it can be taken back from there."""
    said: list[tuple[str, bool]] = []
    desk.told.connect(lambda what, _kind, undo: said.append((what.render(), undo)))
    return said


def test_three_tasks_are_added_one_is_ticked_and_taken_back_by_keyboard_alone(
    store: Store, desk: Desk, qtbot: QtBot, told: list[tuple[str, bool]]
) -> None:
    henk = add_person(store)
    page = page_of(desk, qtbot)

    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    type_words(qtbot, "Bel de bakker")
    press(qtbot, Qt.Key.Key_Tab)
    type_words(qtbot, "vrijdag")
    assert page.tasks.form is not None
    assert page.tasks.form.fields["due_on"].hint.text() == "Fri 16 Oct"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(store) == ["Bel de bakker"] and page.tasks.form.title.text() == "")  # type: ignore[union-attr]
    type_words(qtbot, "Haal Aaltje op")
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    type_words(qtbot, "henk")
    form = page.tasks.form
    qtbot.waitUntil(form.who.is_choosing)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert form.who.person_id == henk
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(store)) == 2 and form.title.text() == "")
    type_words(qtbot, "Opruimen")
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    type_words(qtbot, "iedereen")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.to_do.rows) == 3 and form.title.text() == "")
    press(qtbot, Qt.Key.Key_Escape)

    assert not form.isVisibleTo(page)
    assert rows(page) == ["Bel de bakker | you | Fri 16 Oct", "Haal Aaltje op | Henk", "Opruimen | iedereen"]
    drafts = [one.draft for one in store.read(promises.open_ones)]
    assert drafts == [
        PromiseDraft("Bel de bakker", date(2026, 10, 16)),
        PromiseDraft("Haal Aaltje op", person_id=henk),
        PromiseDraft("Opruimen", who="iedereen"),
    ]

    before = store.check().digest
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Down)
    assert holder() is page.to_do.rows[1]
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(page.to_do.rows) == 2)
    assert told[-1] == ("Task done: Haal Aaltje op", True)
    assert holder() is page.to_do.rows[1]
    assert page.to_do.rows[1].accessibleName().startswith("Opruimen")

    desk.undo()
    qtbot.waitUntil(lambda: len(page.to_do.rows) == 3)
    assert store.check().digest == before
    assert holder().accessibleName().startswith("Opruimen")


def test_a_call_is_for_somebody(store: Store, desk: Desk, qtbot: QtBot) -> None:
    joke = add_person(store, "Joke Meerman", phones=["06 12345678"])
    page = page_of(desk, qtbot)
    page.to_do.add_button.setFocus()

    press(qtbot, Qt.Key.Key_Return)
    type_words(qtbot, "Bel Joke")
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    type_words(qtbot, "joke")
    form = page.tasks.form
    assert form is not None
    press(qtbot, Qt.Key.Key_Return)
    assert form.fields["about"].problem.text() == "Choose somebody from the list, or leave this empty."
    qtbot.waitUntil(form.about.is_choosing)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: titles(store) == ["Bel Joke"])
    qtbot.waitUntil(lambda: rows(page) == ["Bel Joke | 06 1234 5678 | you"])
    assert store.read(promises.open_ones)[0].draft == PromiseDraft("Bel Joke", kind="call", about_person_id=joke)


def test_what_is_wrong_is_told_at_once_and_nothing_is_lost(store: Store, desk: Desk, qtbot: QtBot) -> None:
    add_person(store)
    page = page_of(desk, qtbot)
    page.tasks.add()
    form = page.tasks.form
    assert form is not None

    press(qtbot, Qt.Key.Key_Tab)
    type_words(qtbot, "ooit")
    press(qtbot, Qt.Key.Key_Return)

    assert form.fields["title"].problem.text() == "Write down what has to be done."
    assert form.fields["due_on"].problem.text() == "Write a day: tomorrow, Friday or 16 Oct."
    assert holder() is form.title
    assert form.due.text() == "ooit"
    assert titles(store) == []


def test_a_task_is_changed_with_f2_and_what_the_line_does_not_show_stays(
    store: Store, desk: Desk, qtbot: QtBot
) -> None:
    soup = add_activity(store, "Soep", in_days(1))
    add_person(store)
    number = add_promise(store, "Bel", TODAY, about_kind="activity", about_id=soup, note="na vijven", who="Lan")
    page = page_of(desk, qtbot)
    page.to_do.rows[0].setFocus()

    press(qtbot, Qt.Key.Key_F2)
    assert page.tasks.form is not None
    assert (page.tasks.form.due.text(), page.tasks.form.who.text()) == ("13-10-2026", "Lan")
    qtbot.keyClick(holder(), Qt.Key.Key_End)
    type_words(qtbot, " Henk")
    press(qtbot, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: titles(store) == ["Bel Henk"])
    qtbot.waitUntil(lambda: not page.tasks.form.isVisibleTo(page))  # type: ignore[union-attr]
    assert store.read(promises.promise, number).draft == PromiseDraft(
        "Bel Henk", TODAY, "task", None, "Lan", "activity", soup, None, "na vijven"
    )
    assert label_text(store).render() == "Task changed: Bel Henk"
    assert isinstance(holder(), TaskRow)


def test_what_is_typed_stays_while_the_list_changes(store: Store, desk: Desk, qtbot: QtBot) -> None:
    add_person(store)
    page = page_of(desk, qtbot)
    page.tasks.add()
    type_words(qtbot, "Bel de bak")

    add_promise(store, "Iets anders", TODAY)
    qtbot.waitUntil(lambda: len(page.to_do.rows) == 1)
    type_words(qtbot, "ker")

    assert page.tasks.form is not None
    assert page.tasks.form.title.text() == "Bel de bakker"
