"""The main job in one sitting, by keyboard: from a list of neighbours to flyer, attendance list and who came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from buurtapp.core.clock import FixedClock
from buurtapp.core.i18n import set_language
from buurtapp.core.settings import Settings
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.ui.page import ActivitiesPage
from buurtapp.features.people.queries import listing
from buurtapp.features.people.ui.importing import view as steps
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.features.press import queries as press
from buurtapp.features.press.ui.page import PressPage
from buurtapp.features.sheets import queries as sheets
from buurtapp.printing.render import page_count, page_texts
from buurtapp.shell.start_page import StartPage
from buurtapp.shell.window import MainWindow
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs
from buurtapp.uikit.paper import PrintDialog
from uikit_builders import Answers

NOW = datetime(2026, 10, 13, 12, 5, tzinfo=UTC)
LIST = """Naam;Adres;Telefoon
Mw. A. Brinkman;Klaverstraat 1;06 0000 0101
Henk van der Meer;Klaverstraat 5;06 0000 0105
Toos van 't Hek;Klaverstraat 11;
"""


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(tmp_path / "buurtapp.ini"))
    monkeypatch.setenv("BUURTAPP_DATA", str(tmp_path / "data"))
    set_language("en")
    made = MainWindow(Desk(Jobs(), Settings(language="en", theme="light"), FixedClock(NOW), Answers()))
    qtbot.addWidget(made)
    made.resize(1366, 860)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    set_language("nl")


class Keyboard:
    """Somebody with a keyboard before the window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def here(self) -> QWidget:
        """Where the keyboard is; a window without a screen has to be called back after a dialog."""
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.here(), key, modifiers)

    def write(self, words: str) -> None:
        self.qtbot.keyClicks(self.here(), words)

    def go_to(self, widget: QWidget) -> None:
        """Put the keyboard somewhere, as Tab does when it is pressed often enough."""
        self.qtbot.waitUntil(widget.isEnabled, timeout=15_000)
        self.window.activateWindow()
        widget.setFocus()
        self.qtbot.waitUntil(widget.hasFocus)

    def settle(self) -> None:
        self.qtbot.waitUntil(self.window.desk.jobs.is_idle, timeout=15_000)
        QApplication.sendPostedEvents()

    def dialog(self) -> PrintDialog:
        def shown() -> list[PrintDialog]:
            return [
                one for one in self.window.findChildren(QDialog) if isinstance(one, PrintDialog) and one.isVisible()
            ]

        self.qtbot.waitUntil(lambda: bool(shown()), timeout=15_000)
        return shown()[0]


@pytest.mark.timeout(120)
def test_from_a_list_of_neighbours_to_who_came(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    keys = Keyboard(window, qtbot)
    answers = window.desk.choosing
    assert isinstance(answers, Answers)

    store = _new_group(window, keys)
    _read_list(window, keys, answers, tmp_path)
    assert store.read(listing.count) == 3

    activity = _plan(window, keys)
    _sign_up(window, keys, ("bri", "hek"))
    assert [one.person.name.spoken for one in store.read(activities.signups, activity)] == [
        "A. Brinkman",
        "Toos van 't Hek",
    ]

    answers.file = tmp_path / "flyer.pdf"
    _make_flyer(window, keys, activity)
    assert "Soep op woensdag" in " ".join(page_texts((tmp_path / "flyer.pdf").read_bytes())[0].split())
    assert len(store.read(press.printed, activity)) == 1

    answers.file = tmp_path / "lijst.pdf"
    code = _print_list(window, keys, activity, store)
    assert page_count((tmp_path / "lijst.pdf").read_bytes()) == 1

    _enter_list(window, keys, code)
    qtbot.waitUntil(lambda: store.read(activities.presence, activity).head_count == 2)
    assert store.read(sheets.find, code).came_home_at is not None
    assert store.check().ok


def _new_group(window: MainWindow, keys: Keyboard) -> Store:
    """Answer the first question, leave the others for later, name the group."""
    window.begin(None)
    start = window.pages["start"]
    assert isinstance(start, StartPage)
    keys.write("Buren die alleen wonen, kennen weer iemand om de hoek.")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Escape)
    keys.go_to(start.name_step.form.field("name").input)
    keys.write("Klaverhoek")
    keys.go_to(start.name_step.form.field("contact_name").input)
    keys.write("Marijke van der Meer")
    with keys.qtbot.waitSignal(window.data_shown, timeout=15_000):
        keys.press(Qt.Key.Key_Return)
    keys.settle()
    assert window.shown == "today"
    assert window.desk.store is not None
    return window.desk.store


def _read_list(window: MainWindow, keys: Keyboard, answers: Answers, folder: Path) -> None:
    answers.file = folder / "bewoners.csv"
    answers.file.write_text(LIST, "utf-8")
    window.menus.actions["import"].trigger()
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    view = page.import_view()
    assert view is not None
    keys.press(Qt.Key.Key_Return)
    keys.qtbot.waitUntil(lambda: view.step == steps.COLUMNS, timeout=15_000)
    keys.settle()
    keys.go_to(view.next_button)
    keys.press(Qt.Key.Key_Return)
    keys.qtbot.waitUntil(lambda: view.step == steps.SUMMARY, timeout=15_000)
    keys.settle()
    keys.go_to(view.next_button)
    with keys.qtbot.waitSignal(view.closed, timeout=15_000):
        keys.press(Qt.Key.Key_Return)
    keys.settle()


def _plan(window: MainWindow, keys: Keyboard) -> int:
    window.show_page("activities")
    keys.settle()
    window.menus.actions["new"].trigger()
    keys.write("Soep op woensdag")
    keys.press(Qt.Key.Key_Return)
    store = window.desk.store
    assert store is not None
    keys.qtbot.waitUntil(lambda: bool(store.read(activities.listed)))
    keys.settle()
    return store.read(activities.listed)[0].id


def _sign_up(window: MainWindow, keys: Keyboard, letters: tuple[str, ...]) -> None:
    page = window.pages["activities"]
    assert isinstance(page, ActivitiesPage)
    store = window.desk.store
    assert store is not None
    number = store.read(activities.listed)[0].id
    window.desk.go("activities", activity=number, tab="signups")
    keys.settle()
    page.search()
    for at, some in enumerate(letters, 1):
        keys.write(some)
        keys.settle()
        keys.press(Qt.Key.Key_Return)
        keys.qtbot.waitUntil(lambda at=at: len(store.read(activities.signups, number)) == at)  # type: ignore[misc]
        keys.settle()


def _make_flyer(window: MainWindow, keys: Keyboard, activity: int) -> None:
    window.desk.go("press", activity=activity)
    page = window.pages["press"]
    assert isinstance(page, PressPage)
    keys.qtbot.waitUntil(page.studio.pdf_button.isEnabled, timeout=15_000)
    keys.go_to(page.studio.pdf_button)
    keys.press(Qt.Key.Key_Return)
    store = window.desk.store
    assert store is not None
    keys.qtbot.waitUntil(lambda: bool(store.read(press.printed, activity)), timeout=15_000)
    keys.settle()


def _print_list(window: MainWindow, keys: Keyboard, activity: int, store: Store) -> str:
    window.desk.go("activities", activity=activity, tab="paper")
    keys.settle()
    window.menus.actions["print"].trigger()
    dialog = keys.dialog()
    keys.qtbot.waitUntil(dialog.save_button.isEnabled, timeout=15_000)
    dialog.save_button.setFocus()
    keys.press(Qt.Key.Key_Return)
    keys.qtbot.waitUntil(lambda: bool(store.read(sheets.of_subject, sheets.ATTENDANCE, activity)), timeout=15_000)
    keys.settle()
    return store.read(sheets.of_subject, sheets.ATTENDANCE, activity)[0].code


def _enter_list(window: MainWindow, keys: Keyboard, code: str) -> None:
    window.menus.actions["enter_sheet"].trigger()
    keys.settle()
    keys.write(code)
    keys.press(Qt.Key.Key_Return)
    keys.settle()
    for _row in range(2):
        keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keys.settle()
