"""Every screen, in two languages, light and dark, with usual and large letters: nothing cut, unnamed or too small."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurtapp.core.clock import FixedClock
from buurtapp.core.i18n import set_language
from buurtapp.core.settings import Settings
from buurtapp.sample.make import NOW, make_sample
from buurtapp.shell.pictures import Seen, Walk
from buurtapp.shell.window import MainWindow
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs
from screen_audit import problems, sideways, tab_walk
from uikit_builders import Answers

LOOKS = [
    ("nl", "light", 100, 1366, 860),
    ("en", "dark", 100, 1366, 860),
    ("nl", "dark", 150, 1366, 860),
    ("en", "light", 150, 1366, 768),
    ("nl", "light", 200, 1366, 860),
    ("nl", "light", 100, 1000, 640),
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("screens") / "klaverhoek.buurt"
    make_sample(file).close()
    return file


@pytest.fixture
def settings_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(os.environ, "BUURTAPP_SETTINGS", str(tmp_path / "buurtapp.ini"))
    monkeypatch.setitem(os.environ, "BUURTAPP_DATA", str(tmp_path))
    yield
    set_language("nl")


def window_on(file: Path, look: tuple[str, str, int, int, int], qtbot: QtBot) -> MainWindow:
    language, theme, percent, width, height = look
    set_language(language)
    settings = Settings(language, theme, percent)  # type: ignore[arg-type]
    window = MainWindow(Desk(Jobs(), settings, FixedClock(NOW), Answers()))
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    with qtbot.waitSignal(window.data_shown, timeout=10_000):
        window.begin(file)
    return window


def walk(window: MainWindow, look: object, qtbot: QtBot) -> None:
    ended: list[bool] = []
    Walk(window, "", look, lambda: ended.append(True)).start()  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(ended), timeout=60_000)


@pytest.mark.timeout(180)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_every_screen_can_be_read_hit_and_heard(
    look: tuple[str, str, int, int, int], sample: Path, settings_apart: None, qtbot: QtBot
) -> None:
    window = window_on(sample, look, qtbot)
    found: list[str] = []
    names: list[str] = []

    def see(seen: Seen) -> None:
        names.append(seen.name)
        QApplication.sendPostedEvents()
        found.extend(f"{seen.name}: {problem}" for problem in problems(seen.widget) + sideways(seen.widget))

    walk(window, see, qtbot)
    window.close()

    assert len(names) == len(set(names)) >= 20
    assert sorted(set(found)) == []


@pytest.mark.timeout(180)
def test_the_tab_key_reaches_everything_and_comes_back(sample: Path, settings_apart: None, qtbot: QtBot) -> None:
    window = window_on(sample, LOOKS[0], qtbot)
    found: list[str] = []

    def see(seen: Seen) -> None:
        _reached, missed = tab_walk(seen.widget)
        found.extend(f"{seen.name}: {type(widget).__name__} {widget.accessibleName()}" for widget in missed)

    walk(window, see, qtbot)
    window.close()

    assert sorted(set(found)) == []
