"""100,000 people in the window itself: opened, shown, searched by key, scrolled; how long the screen stood still."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from measure import Figure, make_sample, show
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from buurtapp import app
from buurtapp.core.clock import SystemClock
from buurtapp.core.settings import Settings
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.shell.window import MainWindow
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs
from uikit_builders import Answers

TYPED = "van der meer"
_BEAT_MS = 5


class Heartbeat:
    """Beats on the thread of the screen; the longest pause is how long nobody could have typed."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000 - _BEAT_MS)
        self._last = now

    def during(self, work: Callable[[], None], qtbot: QtBot) -> float:
        """Return the longest pause while this is done and settles."""
        qtbot.wait(50)
        self.longest_ms, self._last = 0.0, time.perf_counter()
        work()
        qtbot.wait(150)
        return self.longest_ms


def measure_window(file: Path, folder: Path, qtbot: QtBot) -> list[Figure]:
    os.environ["BUURTAPP_SETTINGS"] = str(folder / "buurtapp.ini")
    window = MainWindow(Desk(Jobs(), Settings(), SystemClock(), Answers()))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    beat = Heartbeat()
    app.settle()

    began = time.perf_counter()
    with qtbot.waitSignal(window.data_shown, timeout=30_000):
        window.begin(file)
    opened = (time.perf_counter() - began) * 1000
    qtbot.waitUntil(window.desk.jobs.is_idle, timeout=60_000)

    began = time.perf_counter()
    window.show_page("people")
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    page.repaint()
    first = (time.perf_counter() - began) * 1000
    qtbot.waitUntil(window.desk.jobs.is_idle, timeout=60_000)
    qtbot.wait(400)
    qtbot.waitUntil(window.desk.jobs.is_idle, timeout=60_000)

    keys = [_key(page, TYPED[:length], qtbot) for length in range(1, len(TYPED) + 1)]
    page.search_field.clear()
    qtbot.wait(400)
    qtbot.waitUntil(window.desk.jobs.is_idle, timeout=60_000)
    scrolled = beat.during(lambda: _scroll(page, qtbot), qtbot)
    window.close()
    return [
        Figure("the file open and Vandaag shown", opened, "ms", most=1500),
        Figure("first rows of Mensen painted", first, "ms", most=200),
        Figure("a key in the search field until its rows are there, slowest", max(keys), "ms", most=100),
        Figure("a key in the search field, median", sorted(keys)[len(keys) // 2], "ms", most=100),
        Figure("longest pause of the screen while scrolling", scrolled, "ms", most=50),
    ]


def _key(page: PeoplePage, typed: str, qtbot: QtBot) -> float:
    """Return how long one more letter takes, until the rows it finds are painted."""
    began = time.perf_counter()
    with qtbot.waitSignal(page.list_shown, timeout=10_000):
        page.search_field.setText(typed)
    page.list.table.viewport().repaint()
    return (time.perf_counter() - began) * 1000


def _scroll(page: PeoplePage, qtbot: QtBot) -> None:
    bar = page.list.table.verticalScrollBar()
    steps = 60
    for step in range(steps):
        bar.setValue(round(bar.maximum() * step / steps))
        qtbot.wait(1)


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_a_town_in_the_window_is_no_slower_than_a_street(tmp_path: Path, qtbot: QtBot) -> None:
    figures = measure_window(make_sample(tmp_path, 100_000), tmp_path, qtbot)
    assert show("100,000 people in the window", figures) == []


def test_a_town_in_the_window_can_be_measured(tmp_path: Path, qtbot: QtBot) -> None:
    figures = measure_window(make_sample(tmp_path, 300), tmp_path, qtbot)
    assert all(figure.value > 0 for figure in figures)
