"""What we did together, beside a person: rows, ways to activities, more of them, and notes by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from people_screen import words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_person, new_store, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.people.actions import notes
from buurtapp.features.people.queries import cards, history
from buurtapp.features.people.records import NoteDraft
from buurtapp.features.people.ui.history_panel import HistoryPanel
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for


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


def panel_of(qtbot: QtBot, desk: Desk, person: int) -> HistoryPanel:
    panel = HistoryPanel(desk, [activities.happenings, history.happenings])
    qtbot.addWidget(panel)
    desk.changed.connect(panel.refresh)
    panel.resize(320, 600)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_subject(person)
    # What is added to a layout is shown a moment later.
    qtbot.waitUntil(lambda: words(panel.rows) != "" or panel.nothing.isVisible())
    return panel


def link(panel: HistoryPanel, title: str) -> QPushButton:
    return next(one for one in panel.rows.findChildren(QPushButton) if one.text() == title and one.isVisible())


def test_an_activity_is_told_with_a_way_to_it(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store)
    soup = add_activity(store)
    signed_up(store, soup, [person])
    panel = panel_of(qtbot, desk, person)
    assert "is coming" in words(panel)
    assert "14 Oct" in words(panel)

    with qtbot.waitSignal(desk.asked_to_go) as asked:
        qtbot.keyClick(link(panel, "Soep op woensdag"), Qt.Key.Key_Return)

    assert asked.args == ["activities", {"activity": soup}]


def test_a_note_is_written_changed_and_deleted_by_keyboard(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store)
    panel = panel_of(qtbot, desk, person)
    qtbot.keyClick(panel.add_note, Qt.Key.Key_Return)
    field = panel.form.form.field("text").input
    qtbot.keyClick(panel.form.save, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Fill in a text." in words(panel))
    qtbot.keyClicks(field, "Is ziek")
    assert "Better not write this down." in words(panel)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(store.read(history.notes, person)) == 1)
    qtbot.waitUntil(lambda: "Is ziek" in words(panel.rows))
    qtbot.waitUntil(lambda: not panel.form.isVisible())

    qtbot.keyClick(link(panel, "Is ziek"), Qt.Key.Key_Return)
    assert panel.form.delete.isVisible()
    panel.form.form.set_value("text", "Komt woensdag")
    qtbot.keyClick(panel.form.save, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Komt woensdag" in words(panel.rows))

    qtbot.keyClick(link(panel, "Komt woensdag"), Qt.Key.Key_Return)
    qtbot.keyClick(panel.form.delete, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.read(history.notes, person) == [])
    assert store.can_undo() == text_of_deleting(store, person)


def text_of_deleting(store: Store, person: int) -> object:
    return notes.deleted_label(store.read(cards.card, person).name)


def test_escape_closes_the_note_and_writes_nothing(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store)
    panel = panel_of(qtbot, desk, person)
    qtbot.keyClick(panel.add_note, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.form.form.field("text").input, "Half")

    qtbot.keyClick(panel.form.form.field("text").input, Qt.Key.Key_Escape)

    assert not panel.form.isVisible()
    assert panel.add_note.hasFocus()
    assert store.read(history.notes, person) == []


def test_a_long_history_is_shown_in_parts_and_an_older_year_is_named(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store)
    for month in range(1, 13):
        signed_up(store, add_activity(store, f"Soep {month}", datetime(2025, month, 7, 12)), [person])
    panel = panel_of(qtbot, desk, person)
    assert "Soep 12" in words(panel.rows)
    assert "7 Dec 2025" in words(panel.rows)
    assert "Soep 2" not in words(panel.rows).splitlines()

    qtbot.keyClick(panel.more, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "Soep 2" in words(panel.rows).splitlines())
    assert not panel.more.isVisible()


def test_names_and_notes_are_plain_text_and_long_ones_do_not_widen_the_panel(
    qtbot: QtBot, desk: Desk, store: Store
) -> None:
    person = add_person(store)
    note = "<b>Vet</b> & " + "lang" * 200
    store.write(DONE, notes.add_note, person, NoteDraft(note, date(2026, 3, 12)))
    panel = panel_of(qtbot, desk, person)

    assert "<b>Vet</b>" in words(panel.rows)
    assert panel.minimumSizeHint().width() <= 312
