"""The door in the window itself, among 10,000 people: from a key to the names below the field, painted."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import statistics
import time
from pathlib import Path

import pytest
from measure import Figure, make_sample, milliseconds, show
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_bench_people import plain_copy

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from buurtapp.core.clock import SystemClock
from buurtapp.core.settings import Settings
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.ui.door import DoorView
from buurtapp.shell.window import MainWindow
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs
from uikit_builders import Answers

TYPED = ("mee", "van der", "jan", "bak", "el am", "d", "hen", "vis", "zzz", "klav")
MOST_MS = 50


def _most_of(times: list[float]) -> float:
    """What 95 of 100 stay under."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def _type(door: DoorView, qtbot: QtBot, rounds: int) -> list[float]:
    """Type at the door, over and over; return the milliseconds of each key until it is painted."""
    field, times = door.search.field, []
    for _round in range(rounds):
        for typed in TYPED:
            field.setText("")
            QApplication.processEvents()
            for sign in typed:
                began = time.perf_counter()
                qtbot.keyClicks(field, sign)
                QApplication.processEvents()
                times.append((time.perf_counter() - began) * 1000)
    return times


def measure_door(folder: Path, people: int, rounds: int, qtbot: QtBot) -> list[Figure]:
    file = make_sample(folder, people)
    with Store.open(file, read_only=True) as store:
        store.backup(folder / "copy.buurt")
        activity = max(store.read(queries.listed), key=lambda row: row.counts.names).id
    with contextlib.closing(sqlite3.connect(plain_copy(folder / "copy.buurt", folder / "floor.db"))) as connection:
        query = "SELECT id FROM person WHERE sort_name LIKE ? ORDER BY sort_name LIMIT 50"
        floor = milliseconds(lambda: connection.execute(query, ("%meer%",)).fetchall(), max(rounds, 3))
    window = MainWindow(Desk(Jobs(), Settings(), SystemClock(), Answers()))
    qtbot.addWidget(window)
    window.resize(1366, 860)
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitSignal(window.data_shown, timeout=30_000):
        window.begin(file)
    window.show_page("activities", door=activity)
    door = window.findChild(DoorView)
    assert isinstance(door, DoorView)
    qtbot.waitUntil(lambda: door.names.is_there and window.desk.jobs.is_idle(), timeout=30_000)
    door.search.field.setFocus(Qt.FocusReason.OtherFocusReason)
    times = _type(door, qtbot, rounds)
    window.close()
    return [
        Figure("a key at the door, 95 of 100", _most_of(times), "ms", floor, most=MOST_MS),
        Figure("a key at the door, the median", statistics.median(times), "ms", floor, most=MOST_MS),
    ]


@pytest.mark.bench
@pytest.mark.timeout(600)
@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_each_key_at_the_door_is_answered_at_once_among_ten_thousand(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(tmp_path / "buurtapp.ini"))
    figures = measure_door(tmp_path, 10_000, 5, qtbot)
    assert show("The door, floor: one LIKE over the same names in bare SQLite", figures) == []


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_the_door_can_be_measured(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(tmp_path / "buurtapp.ini"))
    figures = measure_door(tmp_path, 300, 1, qtbot)
    assert os.environ["BUURTAPP_SETTINGS"].startswith(str(tmp_path))
    assert all(figure.value > 0 for figure in figures)
