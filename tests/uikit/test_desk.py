"""The desk: what is done is saved, told with a way back, and told once; what fails says so and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from builders import add_person, new_store, person_draft
from buurtapp.core.errors import DraftInvalid, UserError
from buurtapp.core.i18n import text
from buurtapp.core.store import Store
from buurtapp.core.store.changes import Changes
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import listing
from buurtapp.uikit.controls import PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.message_bar import BusyBar, MessageBar
from uikit_builders import desk_for

ADDED = text("Added: {name}", name="Henk")


def _same(number: int, _store: Store) -> int:
    return number


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    store = new_store(tmp_path)
    desk = desk_for(store)
    yield desk
    desk.jobs.close()
    store.close()


def _said(desk: Desk) -> list[tuple[str, str, bool]]:
    said: list[tuple[str, str, bool]] = []
    desk.told.connect(lambda what, kind, undo: said.append((str(what), kind, undo)))
    return said


def test_what_is_done_is_saved_told_and_heard(desk: Desk, qtbot: QtBot) -> None:
    said = _said(desk)
    heard: list[object] = []
    answers: list[int] = []
    desk.changed.connect(heard.append)

    desk.do(ADDED, people.add_person, person_draft()).then(answers.append)
    qtbot.waitUntil(lambda: bool(answers and heard and said))

    assert desk.read(listing.count) == 1
    assert said == [("Added: Henk", "done", True)]
    assert isinstance(heard[0], Changes)
    assert heard[0].touches("person")


def test_what_is_done_in_silence_is_saved_as_well(desk: Desk, qtbot: QtBot) -> None:
    said = _said(desk)
    answers: list[int] = []

    desk.do(ADDED, people.add_person, person_draft()).quiet().then(answers.append)
    qtbot.waitUntil(lambda: bool(answers))

    assert desk.read(listing.count) == 1
    assert said == []


def test_wrong_fields_go_to_the_form_and_not_to_the_message_bar(desk: Desk, qtbot: QtBot) -> None:
    said: list[tuple[str, str, bool]] = _said(desk)
    wrong: list[DraftInvalid] = []

    desk.do(ADDED, people.add_person, person_draft("", "Klaverstraat")).failed(wrong.append)
    qtbot.waitUntil(lambda: bool(wrong))

    assert {problem.field for problem in wrong[0].problems} >= {"name"}
    assert said == []
    assert desk.read(listing.count) == 0


def test_a_rule_that_says_no_is_told(desk: Desk, qtbot: QtBot) -> None:
    said = _said(desk)

    desk.do(ADDED, people.delete_person, 99)
    qtbot.waitUntil(lambda: bool(said))

    assert said[0][1] == "wrong"
    assert "99" in said[0][0]


def test_undo_and_redo_name_what_they_did(desk: Desk, qtbot: QtBot) -> None:
    assert desk.store is not None
    add_person(desk.store)
    said = _said(desk)

    desk.undo()
    qtbot.waitUntil(lambda: len(said) == 1)
    gone = desk.read(listing.count)
    desk.redo()
    qtbot.waitUntil(lambda: len(said) == 2)

    assert gone == 0
    assert desk.read(listing.count) == 1
    assert said[0][0].startswith("Undone: ")
    assert said[1][0].startswith("Done again: ")


def test_of_many_questions_only_the_newest_is_answered(desk: Desk, qtbot: QtBot) -> None:
    heard: list[int] = []

    for number in range(20):
        desk.later("search", partial(_same, number), heard.append)
    qtbot.waitUntil(desk.jobs.is_idle)

    assert heard == [19]


def test_an_answer_that_comes_after_its_screen_was_closed_is_dropped(desk: Desk, qtbot: QtBot) -> None:
    said = _said(desk)
    label = PlainLabel("before")

    desk.later("gone", lambda _store: "after", label.set_words)

    def show(words: str) -> None:
        label.set_words(words)

    desk.later("gone too", lambda _store: "after", show)
    delete(label)
    qtbot.waitUntil(desk.jobs.is_idle)
    qtbot.wait(20)

    assert said == []


def test_the_message_bar_offers_the_way_back(desk: Desk, qtbot: QtBot) -> None:
    bar = MessageBar(desk)
    qtbot.addWidget(bar)
    answers: list[int] = []
    desk.do(ADDED, people.add_person, person_draft()).then(answers.append)
    qtbot.waitUntil(lambda: bool(answers) and not bar.isHidden())

    bar.undo_button.click()
    qtbot.waitUntil(lambda: desk.read(listing.count) == 0)

    assert desk.store is not None
    assert desk.store.can_redo() is not None


def test_bad_news_stays_until_it_is_read(desk: Desk, qtbot: QtBot) -> None:
    bar = MessageBar(desk)
    qtbot.addWidget(bar)

    desk.tell_error(UserError("no", text("Nothing <b>fits</b>."), text("Try again.")))

    assert bar.label.text() == "Nothing <b>fits</b>. Try again."
    assert not bar._timer.isActive()
    bar.close_button.click()
    assert bar.isHidden()


def test_long_work_can_be_stopped(desk: Desk, qtbot: QtBot) -> None:
    bar = BusyBar(desk)
    qtbot.addWidget(bar)

    def work(progress: Progress) -> None:
        while True:
            progress(1, 10)

    job = desk.start(text("Reading"), work, lambda _answer: None)
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=3_000)
    with qtbot.waitSignal(job.stopped, timeout=3_000):
        bar.stop_button.click()

    qtbot.waitUntil(bar.isHidden)


def test_errors_nobody_foresaw_go_to_the_crash_hook(desk: Desk) -> None:
    with pytest.raises(ZeroDivisionError):
        desk.tell_error(ZeroDivisionError())


def test_a_desk_without_a_file_has_nothing_to_undo(desk: Desk) -> None:
    said = _said(desk)
    store: Store | None = desk.store
    desk.store = None

    desk.undo()

    desk.store = store
    assert said == []
