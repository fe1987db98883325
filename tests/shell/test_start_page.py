"""The first start: three questions by keyboard, a name, and a file; or a file that is there already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from builders import NOW
from buurtapp.core.clock import FixedClock
from buurtapp.core.i18n import N_, set_language, text
from buurtapp.core.settings import Settings
from buurtapp.features.group.queries import group
from buurtapp.features.group.records import Group
from buurtapp.shell.houses import HOUSES, lit_windows
from buurtapp.shell.start_page import StartPage
from buurtapp.shell.start_steps import State
from buurtapp.shell.window import MainWindow
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs
from uikit_builders import Answers


class Files:
    """What the window does with files; remembers what was asked."""

    def __init__(self) -> None:
        self.made: list[Group] = []
        self.asked: list[object] = []

    def make(self, made: Group) -> None:
        self.made.append(made)

    def open(self, file: Path) -> None:
        self.asked.append(file)

    def choose(self) -> None:
        self.asked.append("choose")

    def open_sample(self) -> None:
        self.asked.append("sample")


class Window(QMainWindow):
    """A window as far as the first start knows it."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = Files()

    def files(self) -> Files:
        return self.kept


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    set_language("en")
    here, gone = tmp_path / "klaver & co.buurt", tmp_path / "weg.buurt"
    here.touch()
    made = Desk(Jobs(), Settings(language="en", recent=(gone, here)), FixedClock(NOW), Answers())
    yield made
    made.jobs.close()
    set_language("nl")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[StartPage]:
    window = Window()
    qtbot.addWidget(window)
    made = StartPage(desk)
    window.setCentralWidget(made)
    window.resize(1366, 860)
    with qtbot.waitActive(window):
        window.show()
    yield made
    window.hide()


def _files(page: StartPage) -> Files:
    window = page.window()
    assert isinstance(window, Window)
    return window.kept


def _type(qtbot: QtBot, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    holder = QApplication.focusWidget()
    assert holder is not None
    qtbot.keyClicks(holder, words)
    qtbot.keyClick(holder, key)


def test_three_sentences_and_a_name_make_a_file(page: StartPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.questions[0].sentence.hasFocus)

    _type(qtbot, "Buren kennen elkaar.")
    _type(qtbot, "Iedereen in de straat.")
    _type(qtbot, "Soep.")
    _type(qtbot, "Klaverhoek", Qt.Key.Key_Tab)
    _type(qtbot, "Klaverdorp", Qt.Key.Key_Tab)
    _type(qtbot, "Marijke")

    assert _files(page).made == [
        Group(
            "Klaverhoek",
            "Klaverdorp",
            "Buren kennen elkaar.",
            "Iedereen in de straat.",
            "Soep.",
            "Marijke",
        )
    ]
    assert [step.state for step in page.steps] == [State.PASSED] * 3 + [State.NOW]
    assert page.questions[0].given.text() == "Buren kennen elkaar."


def test_a_file_needs_a_name(page: StartPage, qtbot: QtBot) -> None:
    _type(qtbot, "", Qt.Key.Key_Escape)
    _type(qtbot, "")

    name = page.name_step.form.field("name")
    assert _files(page).made == []
    assert name.problem.text() == "Fill in the name of your group."
    assert name.input.hasFocus()


def test_escape_leaves_all_questions_for_later(page: StartPage, qtbot: QtBot) -> None:
    _type(qtbot, "Half", Qt.Key.Key_Escape)
    _type(qtbot, "Klaverhoek")

    assert [step.state for step in page.steps] == [State.PASSED] * 3 + [State.NOW]
    assert page.questions[1].given.text() == "Not filled in yet"
    assert _files(page).made == [Group("Klaverhoek", purpose="Half")]


def test_an_example_can_be_changed(page: StartPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.questions[0].examples[1], Qt.Key.Key_Return)
    assert page.questions[0].sentence.hasFocus()

    _type(qtbot, " En opa's.")

    sentence = "A year from now, children play in our street again, and their parents know each other. En opa's."
    assert page.answers()["purpose"] == sentence


def test_shift_enter_makes_a_line_and_enter_goes_on(page: StartPage, qtbot: QtBot) -> None:
    sentence = page.questions[0].sentence
    qtbot.keyClicks(sentence, "een")
    qtbot.keyClick(sentence, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(sentence, "twee")
    qtbot.keyClick(sentence, Qt.Key.Key_Return)

    assert page.answers()["purpose"] == "een\ntwee"
    assert page.questions[1].sentence.hasFocus()


def test_change_goes_back_and_enter_returns_to_where_one_was(page: StartPage, qtbot: QtBot) -> None:
    _type(qtbot, "een")
    _type(qtbot, "twee")

    qtbot.keyClick(page.questions[0].change_button, Qt.Key.Key_Return)
    assert page.questions[0].sentence.hasFocus()
    page.questions[0].sentence.selectAll()
    _type(qtbot, "anders")

    assert page.answers()["purpose"] == "anders"
    assert page.questions[2].sentence.hasFocus()


def test_every_answer_lights_windows_that_exist() -> None:
    counts = [len(lit_windows(answers)) for answers in range(4)]

    assert counts == sorted(set(counts))
    for house, row, column in lit_windows(3):
        assert -1 <= row < HOUSES[house].rows
        assert 0 <= column < 3


def test_files_that_are_there_can_be_opened_again(page: StartPage, qtbot: QtBot) -> None:
    (recent,) = page.recent_buttons
    assert recent.accessibleName() == "klaver & co.buurt"

    for button in (recent, page.open_button, page.sample_button):
        qtbot.keyClick(button, Qt.Key.Key_Return)

    asked = _files(page).asked
    assert [str(one).rsplit("/", 1)[-1] for one in asked] == ["klaver & co.buurt", "choose", "sample"]


def test_when_making_fails_it_can_be_tried_again(page: StartPage, desk: Desk, qtbot: QtBot) -> None:
    _type(qtbot, "", Qt.Key.Key_Escape)
    _type(qtbot, "Klaverhoek")
    assert not page.name_step.make_button.isEnabled()

    desk.tell(text(N_("Undo")), "wrong")

    assert page.name_step.make_button.isEnabled()


def test_the_green_side_leaves_where_there_is_no_room(page: StartPage, qtbot: QtBot) -> None:
    assert page.side.isVisible()

    page.window().resize(800, 520)

    qtbot.waitUntil(lambda: not page.side.isVisible())


def test_the_window_opens_on_the_new_file(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUURTAPP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(tmp_path / "buurtapp.ini"))
    set_language("en")
    window = MainWindow(Desk(Jobs(), Settings(language="en"), FixedClock(NOW), Answers()))
    qtbot.addWidget(window)
    window.show()
    window.show_start()
    start = window.pages["start"]
    assert isinstance(start, StartPage)
    qtbot.waitUntil(start.questions[0].sentence.hasFocus)

    _type(qtbot, "Buren kennen elkaar.", Qt.Key.Key_Escape)
    with qtbot.waitSignal(window.data_shown, timeout=10_000):
        _type(qtbot, "Klaverhoek")

    store = window.desk.store
    assert store is not None
    saved = store.read(group)
    assert (saved.name, saved.purpose) == ("Klaverhoek", "Buren kennen elkaar.")
    assert window.shown == "today"
    window.close()
    set_language("nl")
