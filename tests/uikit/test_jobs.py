"""Work in the background answers on the thread of the screen, can be stopped, and ends exactly once."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from buurtapp.uikit.jobs import Jobs, Progress


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_the_answer_comes_on_the_thread_of_the_screen(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[tuple[object, threading.Thread]] = []
    go = threading.Event()

    def work(progress: Progress) -> int:
        go.wait(5)
        progress(1, 2)
        return 42

    job = jobs.start(work)
    job.done.connect(lambda answer: heard.append((answer, threading.current_thread())))
    go.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(42, threading.main_thread())]


def test_work_that_fails_says_so_once(jobs: Jobs, qtbot: QtBot) -> None:
    go = threading.Event()

    def work(_progress: Progress) -> None:
        go.wait(5)
        raise ValueError("no")

    job = jobs.start(work)
    ended: list[str] = []
    job.failed.connect(lambda error: ended.append(str(error)))
    job.done.connect(lambda _answer: ended.append("done"))
    go.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["no"]


def test_work_can_be_stopped_at_its_next_word(jobs: Jobs, qtbot: QtBot) -> None:
    started = threading.Event()

    def work(progress: Progress) -> None:
        while True:
            started.set()
            progress(0, 1)

    job = jobs.start(work)
    started.wait(5)
    with qtbot.waitSignal(job.stopped, timeout=5_000):
        job.stop()


def test_a_future_of_somebody_else_is_told_here(jobs: Jobs, qtbot: QtBot) -> None:
    future: Future[str] = Future()
    heard: list[object] = []
    jobs.then(future, heard.append, heard.append)
    threading.Thread(target=future.set_result, args=("saved",)).start()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["saved"]


def test_closing_stops_what_is_under_way(qtbot: QtBot) -> None:
    jobs = Jobs()
    started = threading.Event()

    def work(progress: Progress) -> None:
        while True:
            started.set()
            progress(0, 1)

    jobs.start(work)
    started.wait(5)
    jobs.close()
    assert not any(thread.name.startswith("job") for thread in threading.enumerate())


class Loud(QObject):
    """Something that can be heard."""

    rang = Signal(bool)


def test_this_qt_does_not_lose_true_at_every_signal(qtbot: QtBot) -> None:
    """PySide6 6.12 on Python 3.11 loses one reference to True at each emit, and dies after some thousands."""
    loud = Loud()
    loud.rang.connect(lambda _on: None)
    gc.collect()
    before = sys.getrefcount(True)
    for _ in range(5_000):
        loud.rang.emit(True)
    assert sys.getrefcount(True) > before - 1_000
