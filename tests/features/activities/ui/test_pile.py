"""Sorting out names that nobody could read, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_person, label_text, new_store, printed, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.records import SheetAnswers, WalkIn
from buurtapp.features.activities.ui.after_tab import AfterTab
from buurtapp.features.people.queries import listing
from buurtapp.features.sheets import queries as sheets
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)


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


@pytest.fixture
def activity(store: Store) -> int:
    """An activity with a list that came home, with three names nobody could read."""
    made: int = add_activity(store)
    signed_up(store, made, [add_person(store)])
    sheet = store.read(sheets.find, printed(store, made).code)
    walk_ins = tuple(WalkIn("", None, line, unreadable=True) for line in (2, 3, 5))
    store.write(DONE, attend.enter_sheet, sheet.id, SheetAnswers(frozenset({1}), walk_ins))
    return made


@pytest.fixture
def tab(desk: Desk, store: Store, activity: int, qtbot: QtBot) -> Iterator[AfterTab]:
    made = AfterTab(desk)
    qtbot.addWidget(made)
    desk.changed.connect(lambda _changes: made.show_card(desk.read(queries.card, shown(made))))
    made.resize(900, 800)
    made.show()
    made.show_card(store.read(queries.card, activity))
    qtbot.waitUntil(lambda: made.pile.rows.rowCount() == 3)
    yield made
    desk.changed.disconnect()
    qtbot.waitUntil(desk.jobs.is_idle)


def shown(tab: AfterTab) -> int:
    """The activity that is shown."""
    assert tab._card is not None
    return tab._card.id


def test_the_pile_is_sorted_out_one_after_the_other(
    store: Store, activity: int, tab: AfterTab, qtbot: QtBot, desk: Desk
) -> None:
    toos = add_person(store, "Toos van 't Hek", "Klaverstraat 11")
    pile = tab.pile
    assert pile.title.text() == "3 names could not be read"
    assert str(pile.rows.index(2, 0).data()).endswith(", line 5")

    pile.edit.setFocus()
    qtbot.keyClicks(pile.edit, "toos")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pile.rows.rowCount() == 2)
    qtbot.waitUntil(lambda: pile.edit.text() == "")
    assert toos in store.read(queries.presence, activity).present

    qtbot.keyClicks(pile.edit, "Karel Nieuw")
    qtbot.waitUntil(desk.jobs.is_idle)
    qtbot.keyClick(pile.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pile.rows.rowCount() == 1)
    assert store.read(listing.find_ids, "karel nieuw")
    assert label_text(store).render() == "Name that could not be read: Karel Nieuw"

    qtbot.waitUntil(lambda: pile.title.text() == "1 name could not be read")
    pile.unknown_button.click()
    qtbot.waitUntil(lambda: not pile.isVisible())
    there = store.read(queries.presence, activity)
    assert (there.unreadable, there.unknown, there.head_count) == (0, 1, 4)


def test_without_a_name_nothing_is_noted(store: Store, activity: int, tab: AfterTab, qtbot: QtBot) -> None:
    tab.pile.note_button.click()

    qtbot.waitUntil(lambda: tab.pile.field.problem.text() == "Fill in a name.")
    assert store.read(queries.presence, activity).unreadable == 3


def test_half_a_name_makes_no_new_neighbour(store: Store, activity: int, tab: AfterTab, qtbot: QtBot) -> None:
    tab.pile.edit.setFocus()
    tab.pile.edit.setText("henk")
    qtbot.keyClick(tab.pile.edit, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: tab.pile.field.problem.text().startswith("Choose somebody from the list."))
    assert len(store.read(listing.find_ids, "henk")) == 1


def test_an_activity_without_such_names_shows_no_pile(store: Store, tab: AfterTab, qtbot: QtBot, desk: Desk) -> None:
    other = add_activity(store, "Wandelen")
    tab.show_card(store.read(queries.card, other))
    qtbot.waitUntil(lambda: not tab.pile.isVisible())
    qtbot.waitUntil(desk.jobs.is_idle)
    assert tab.pile.rows.rowCount() == 0
