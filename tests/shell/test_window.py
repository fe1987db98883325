"""The window: opens a file after its first picture, goes where it is asked, changes its look and language at once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders import add_people, add_person, new_store
from buurtapp.core.clock import FixedClock
from buurtapp.core.i18n import set_language
from buurtapp.core.settings import Settings, load_settings
from buurtapp.core.store import Store
from buurtapp.features.group.actions import change_group, changed_label
from buurtapp.features.group.records import Group
from buurtapp.features.people.queries import listing
from buurtapp.sample.make import NOW, make_sample
from buurtapp.shell.plan import BELOW, WORKSPACES
from buurtapp.shell.window import MainWindow
from buurtapp.uikit import theme as look
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs
from uikit_builders import Answers


@pytest.fixture(autouse=True)
def _settings_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(os.environ, "BUURTAPP_SETTINGS", str(tmp_path / "own" / "buurtapp.ini"))
    monkeypatch.setitem(os.environ, "BUURTAPP_DATA", str(tmp_path / "own"))
    yield
    set_language("nl")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with new_store(tmp_path) as store:
        add_people(store, 3)
        return store.path


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    set_language("en")
    made = MainWindow(Desk(Jobs(), Settings(language="en", theme="light"), FixedClock(NOW), Answers()))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def opened(window: MainWindow, file: Path, qtbot: QtBot) -> Store:
    with qtbot.waitSignal(window.data_shown, timeout=10_000):
        window.begin(file)
    assert window.desk.store is not None
    return window.desk.store


def told(window: MainWindow) -> Answers:
    answers = window.desk.choosing
    assert isinstance(answers, Answers)
    return answers


def test_the_window_is_painted_before_the_file_is_opened(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.painted, timeout=5_000):
        window.repaint()
    assert window.desk.store is None

    opened(window, file, qtbot)

    assert window.shown == "today"
    assert "Klaverhoek" in window.windowTitle()
    assert load_settings().recent == (file,)


@pytest.mark.parametrize("workspace", [*WORKSPACES, *BELOW], ids=lambda one: one.name)
def test_every_workspace_is_reached_by_its_key(workspace: object, window: MainWindow, file: Path, qtbot: QtBot) -> None:
    opened(window, file, qtbot)
    name = workspace.name  # type: ignore[attr-defined]
    action = next(
        action
        for action in window.menus.actions.values()
        if action.shortcut().toString() == workspace.key  # type: ignore[attr-defined]
    )

    action.trigger()

    assert window.shown == name
    assert window.nav.buttons[name].isChecked()


def test_every_command_has_a_key_of_its_own_in_each_language(window: MainWindow) -> None:
    for language in ("nl", "en"):
        set_language(language)
        window.menus.retranslate()
        keys = [action.shortcut().toString() for action in window.menus.actions.values()]
        used = [key for key in keys if key]
        assert sorted(used) == sorted(set(used))
        titles = [menu.title() for menu in window.menuBar().findChildren(type(window.menus.recent))]
        letters = [title[title.index("&") + 1].lower() for title in titles if "&" in title]
        assert len(letters) == len(set(letters)) >= 5


def test_the_language_changes_at_once(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    opened(window, file, qtbot)
    people = window.nav.buttons["people"]

    window.menus.language_chosen.emit("nl")
    qtbot.waitUntil(lambda: people.accessibleName() == "Mensen")
    assert window.menus.actions["quit"].text() == "Sluit Buurtapp"

    window.menus.language_chosen.emit("en")
    qtbot.waitUntil(lambda: people.accessibleName() == "People")
    assert window.menus.actions["quit"].text() == "Close Buurtapp"
    assert load_settings().language == "en"


def test_light_dark_and_the_size_of_the_text_change_at_once(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    opened(window, file, qtbot)
    small = window.nav.width()

    window.menus.theme_chosen.emit("dark")
    window.menus.actions["larger"].trigger()
    window.menus.actions["larger"].trigger()
    qtbot.waitUntil(lambda: window.nav.width() > small)

    assert look.current() == look.Theme(dark=True, percent=150)
    assert load_settings().text_size == 150
    for _ in range(5):
        window.menus.actions["larger"].trigger()
    assert window.desk.settings.text_size == 200
    window.menus.actions["usual"].trigger()
    window.menus.theme_chosen.emit("light")
    assert look.current() == look.Theme()


def test_undo_is_named_in_the_menu_and_undoes(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    store = opened(window, file, qtbot)
    undo = window.menus.actions["undo"]
    add_person(store, "Toos van 't Hek & co", "Klaverstraat 11")
    qtbot.waitUntil(lambda: undo.isEnabled() and undo.text() == "Undo: Done")

    undo.trigger()
    qtbot.waitUntil(lambda: window.desk.read(listing.count) == 3)
    qtbot.waitUntil(window.menus.actions["redo"].isEnabled)

    window.menus.actions["redo"].trigger()
    qtbot.waitUntil(lambda: window.desk.read(listing.count) == 4)


def test_without_a_file_it_asks_how_to_begin(window: MainWindow) -> None:
    window.begin(None)

    assert window.shown == "start"
    assert not window.nav.isVisible()
    assert not window.menus.actions["go_people"].isEnabled()


@pytest.mark.parametrize(
    ("content", "part"), [(b"", "0 bytes"), (b"PK\x03\x04 a zip", "not a Buurtapp file"), (b"SQLite form", "damaged")]
)
def test_a_file_that_cannot_be_opened_says_why_and_is_not_touched(
    content: bytes, part: str, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "kapot.buurt"
    broken.write_bytes(content)

    window.begin(broken)
    qtbot.waitUntil(lambda: not window.messages.isHidden())

    assert part in window.messages.label.text()
    assert window.shown == "start"
    assert broken.read_bytes() == content


def test_a_file_that_is_open_elsewhere_can_only_be_looked_at(
    window: MainWindow, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            (
                "import sys, pathlib, buurtapp.schema\nfrom buurtapp.core.store import Store\n"
                "store = Store.open(pathlib.Path(sys.argv[1]))\nprint('open', flush=True)\nsys.stdin.read()"
            ),
            str(file),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    holder.stdout.readline()

    store = opened(window, file, qtbot)

    assert store.read_only
    assert "already open on computer" in told(window).asked[0]
    assert not window.menus.actions["import"].isEnabled()
    assert "Only to look at" in window.nav.saved_label.text()
    holder.communicate()


def test_closing_makes_a_copy_and_leaves_one_file(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    store = opened(window, file, qtbot)
    qtbot.waitUntil(window.desk.jobs.is_idle)
    add_person(store, "Aaltje Brinkman", "Klaverstraat 1")
    copies = len(list(file.parent.glob("*.kopie/*")))

    window.close()

    assert len(list(file.parent.glob("*.kopie/*"))) == copies + 1
    assert {path.name for path in file.parent.iterdir() if path.is_file()} == {"soep.buurt"}
    with Store.open(file) as again:
        assert again.read(listing.count) == 4


def test_a_sample_stands_still_at_its_own_day(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "klaverhoek.buurt"
    make_sample(file).close()

    opened(window, file, qtbot)

    assert window.desk.clock.now() == NOW
    assert "invented" in window.nav.kind.text()


@pytest.mark.parametrize("name", ["<img src=x>", "Jan & Piet", "a" * 80, "فاطمة", "👩‍👩‍👧‍👦 gezin"])
def test_odd_names_of_a_group_stay_as_they_are(name: str, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with Store.create(tmp_path / "odd.buurt", FixedClock(NOW)) as store:
        store.fill(change_group, Group(name))

    opened(window, tmp_path / "odd.buurt", qtbot)

    assert window.nav.plate.accessibleName() == name
    assert window.nav.width() < 260
    assert name[:40] in window.windowTitle()


def test_the_group_is_shown_anew_when_it_changes(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    opened(window, file, qtbot)

    window.desk.do(changed_label(), change_group, Group("Vlierhof"))

    qtbot.waitUntil(lambda: window.nav.plate.accessibleName() == "Vlierhof")
    assert "Vlierhof" in window.windowTitle()
    assert not window.messages.isHidden()
