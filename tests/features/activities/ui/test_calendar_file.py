"""Calendar files in the window: saved, looked at before they are taken over, and refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import add_activity, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.ui.calendar_file import import_calendar, save_activity, save_calendar
from buurtapp.features.activities.ui.calendar_file_preview import CalendarPreview
from buurtapp.features.group.queries import outgoing
from buurtapp.uikit.desk import Desk
from uikit_builders import Answers, desk_for

THEIRS = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:les@sport
SUMMARY:Beweegles & <b>meer</b>
DTSTART:20261029T140000Z
DTEND:20261029T150000Z
END:VEVENT
zomaar iets
BEGIN:VEVENT
SUMMARY:Zonder dag
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


@pytest.fixture
def parent(qtbot: QtBot, desk: Desk) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(1000, 700)
    made.show()
    yield made
    qtbot.waitUntil(desk.jobs.is_idle)
    made.close()
    made.deleteLater()


def answers(desk: Desk) -> Answers:
    assert isinstance(desk.choosing, Answers)
    return desk.choosing


def shown(parent: QWidget, qtbot: QtBot) -> CalendarPreview:
    qtbot.waitUntil(lambda: parent.findChild(CalendarPreview) is not None, timeout=10_000)
    found = parent.findChild(CalendarPreview)
    assert isinstance(found, CalendarPreview)
    return found


def test_all_activities_and_one_are_saved_and_noted(
    tmp_path: Path, store: Store, desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    first = add_activity(store, "Soep")
    add_activity(store, "Wandeling")

    answers(desk).file = tmp_path / "alles"
    save_calendar(desk, parent)
    qtbot.waitUntil(desk.jobs.is_idle)
    answers(desk).file = tmp_path / "een.ics"
    save_activity(desk, first, parent)
    qtbot.waitUntil(lambda: desk.jobs.is_idle() and len(store.read(outgoing)) == 2)

    assert (tmp_path / "alles.ics").read_text().count("BEGIN:VEVENT") == 2
    assert (tmp_path / "een.ics").read_text().count("BEGIN:VEVENT") == 1
    assert {one.kind for one in store.read(outgoing)} == {"activities"}


def test_nothing_is_written_when_no_file_is_chosen(store: Store, desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    answers(desk).file = None
    save_calendar(desk, parent)
    import_calendar(desk, parent)
    qtbot.waitUntil(desk.jobs.is_idle)
    assert parent.findChild(CalendarPreview) is None
    assert store.read(outgoing) == []


def test_a_calendar_is_looked_at_and_taken_over_with_the_keyboard(
    tmp_path: Path, store: Store, desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    file = tmp_path / "sport.ics"
    file.write_text(THEIRS)
    before = store.check().digest

    import_calendar(desk, parent, file)
    preview = shown(parent, qtbot)
    assert preview.rows.rowCount() == 1
    assert "Line 8" in preview.problems.label.text()
    assert "Line 9" in preview.problems.label.text()
    assert store.check().digest == before
    qtbot.keyClick(preview, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(store.read(queries.listed)) == 1)

    (row,) = store.read(queries.listed)
    assert (row.title, row.source) == ("Beweegles & <b>meer</b>", "organisation")
    assert (row.starts_at, row.ends_at) == (datetime(2026, 10, 29, 15), datetime(2026, 10, 29, 16))
    store.undo()
    assert store.check().digest == before


def test_escape_leaves_everything_and_nothing_new_offers_nothing(
    tmp_path: Path, store: Store, desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    add_activity(store)
    answers(desk).file = tmp_path / "eigen.ics"
    save_calendar(desk, parent)
    qtbot.waitUntil(desk.jobs.is_idle)
    before = store.check().digest

    import_calendar(desk, parent, tmp_path / "eigen.ics")
    preview = shown(parent, qtbot)
    assert preview.take_button.isHidden()
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: parent.findChild(CalendarPreview) is None)

    assert store.check().digest == before


@pytest.mark.parametrize("words", ["zomaar iets", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"])
def test_what_is_no_calendar_is_told(tmp_path: Path, desk: Desk, parent: QWidget, qtbot: QtBot, words: str) -> None:
    file = tmp_path / "geen.ics"
    file.write_text(words)
    told: list[str] = []
    desk.told.connect(lambda what, _kind, _undo: told.append(what.render()))

    import_calendar(desk, parent, file)
    qtbot.waitUntil(lambda: bool(told))

    assert "geen.ics" in told[0]
    assert parent.findChild(CalendarPreview) is None
