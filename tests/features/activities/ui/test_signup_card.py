"""What people say about their coming, who moved up, and what is too much: shown, saved and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_person, new_store, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import plan
from buurtapp.uikit.desk import Desk
from signup_keys import names, shown
from uikit_builders import desk_for

SOUP = datetime(2026, 10, 14, 12)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        for name, address in (
            ("Henk de Boer", "Klaverstraat 1"),
            ("Samira El Idrissi", "Klaverstraat 8"),
            ("Sam Boersma", "Vlierhof 3"),
        ):
            add_person(made, name, address)
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


def test_what_somebody_says_is_saved_when_a_field_is_left_and_health_is_warned_about(
    desk: Desk, qtbot: QtBot, store: Store
) -> None:
    number = add_activity(store, starts_at=SOUP)
    signed_up(store, number, [1])
    tab = shown(desk, qtbot, number)
    note = tab.one.form.field("note").input
    brings = tab.one.form.field("brings").input

    qtbot.keyClicks(note, "geen vlees")
    calm = tab.one.warning.isHidden()
    assert isinstance(note, QLineEdit)
    note.clear()
    qtbot.keyClicks(note, "heeft diabetes")
    warned = not tab.one.warning.isHidden()
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClicks(brings, "appeltaart")
    qtbot.keyClick(brings, Qt.Key.Key_Return)
    lift = tab.one.lift.field("lift").input
    qtbot.keyClick(lift, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tab.rows.index(0, 4).data() == "first time, pick up, brings: appeltaart, heeft diabetes")

    assert calm
    assert warned
    assert tab.sums.text() == "1 is picked up. 1 brings something. 1 comes for the first time."


def test_too_many_are_told_and_nobody_is_put_off(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP, capacity=3)
    signed_up(store, number, [1, 2, 3])
    tab = shown(desk, qtbot, number)
    full = tab.room.text()
    draft = store.read(queries.card, number).draft
    store.write(DONE, plan.change_activity, number, replace(draft, capacity=1))
    qtbot.waitUntil(lambda: tab.room.text() == "3 of 1: 2 too many.")

    assert full == "3 of 3: full."
    assert len(names(store, number)) == 3


def test_who_moved_up_is_told_until_they_were_called(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP, capacity=1)
    signed_up(store, number, [1, 2])
    tab = shown(desk, qtbot, number)
    before = tab.moved.isHidden()
    tab.table.setFocus()
    qtbot.waitUntil(tab.table.hasFocus)

    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not tab.moved.isHidden())
    told = tab.moved.label.text()
    desk.undo()
    qtbot.waitUntil(tab.moved.isHidden)
    store.write(DONE, plan.change_activity, number, replace(store.read(queries.card, number).draft, capacity=2))
    qtbot.waitUntil(lambda: not tab.moved.isHidden())
    qtbot.keyClick(tab.moved.called_button, Qt.Key.Key_Return)

    assert before
    assert told == "A place from the waiting list for: Samira El Idrissi. Call them."
    assert tab.moved.isHidden()


def test_a_place_is_given_by_hand(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP, capacity=1)
    signed_up(store, number, [1, 2])
    tab = shown(desk, qtbot, number)
    tab.table.choose(3)

    qtbot.keyClick(tab.one.place_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.room.text() == "2 of 1: 1 too many.")

    assert not any(row.waiting for row in store.read(queries.signups, number))


def test_a_street_says_before_how_many_will_wait(desk: Desk, qtbot: QtBot, store: Store) -> None:
    add_person(store, "Niet Vragen", "Klaverstraat 9", do_not_approach=True)
    number = add_activity(store, starts_at=SOUP, capacity=1)
    tab = shown(desk, qtbot, number)

    qtbot.keyClick(tab.bulk.choice, Qt.Key.Key_Down)

    assert tab.bulk.button.text().strip() == "Sign up 2 people"
    assert tab.bulk.left_out.text() == (
        "1 person does not want to be approached and is left out. 1 of them goes on the waiting list."
    )


def test_what_was_taken_back_is_not_left_in_the_field(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    signed_up(store, number, [1])
    tab = shown(desk, qtbot, number)
    brings = tab.one.form.field("brings").input
    brings.setFocus()
    qtbot.waitUntil(brings.hasFocus)

    qtbot.keyClicks(brings, "taart")
    qtbot.keyClick(brings, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.read(queries.signups, number)[0].brings == "taart")
    desk.undo()
    qtbot.waitUntil(lambda: tab.one.form.text("brings") == "")

    assert store.read(queries.signups, number)[0].brings == ""


def test_who_moved_up_is_told_on_another_tab_too(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP, capacity=1)
    signed_up(store, number, [1, 2])
    tab = shown(desk, qtbot, number)
    told: list[str] = []
    desk.told.connect(lambda what, _kind, _undo: told.append(str(what)))
    tab.hide()

    store.write(DONE, plan.change_activity, number, replace(store.read(queries.card, number).draft, capacity=5))
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["A place from the waiting list for: Samira El Idrissi. Call them."]
