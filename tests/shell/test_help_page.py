"""The manual: whole in both languages, with every key of the menus, and where the file is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from builders import NOW, new_store
from buurtapp import __version__
from buurtapp.core.clock import FixedClock
from buurtapp.core.i18n import LANGUAGES, set_language
from buurtapp.core.settings import Settings
from buurtapp.core.store import Store
from buurtapp.shell.help_page import HelpPage
from buurtapp.shell.help_text import Block, blocks, manual
from buurtapp.shell.window import MainWindow
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs
from uikit_builders import Answers, desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()
    set_language("nl")


def _page(desk: Desk, qtbot: QtBot) -> HelpPage:
    page = HelpPage(desk)
    qtbot.addWidget(page)
    page.resize(900, 500)
    with qtbot.waitActive(page):
        page.show()
    return page


def _said(page: HelpPage) -> str:
    return "\n".join(label.text().replace("\u200b", "") for label in page.findChildren(QLabel))


def test_the_manual_is_built_alike_in_every_language() -> None:
    shapes = {code: [(block.kind, block.mark) for block in manual(code)] for code in LANGUAGES}
    keys = {"Space", "Spatie"}

    for code in LANGUAGES:
        shape = [(kind, "" if mark in keys else mark) for kind, mark in shapes[code]]
        assert shape == [(kind, "" if mark in keys else mark) for kind, mark in shapes["nl"]]


def test_a_manual_is_taken_apart() -> None:
    source = "# T\n\n## H {#h}\nwords & <b>\n- one\n2. two\n| Key | does |\n| F1 | help |\n\n{{file}}\n"

    assert list(blocks(source)) == [
        Block("title", "T"),
        Block("heading", "H", "h"),
        Block("paragraph", "words & <b>"),
        Block("bullet", "one"),
        Block("number", "two", "2"),
        Block("key", "help", "F1"),
        Block("own", "", "file"),
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_key_of_the_menus_is_in_the_manual(code: str, qtbot: QtBot) -> None:
    window = MainWindow(Desk(Jobs(), Settings(language=code), FixedClock(NOW), Answers()))
    qtbot.addWidget(window)

    keys = {action.shortcut().toString() for action in window.menus.actions.values()} - {""}

    assert keys
    assert keys - {block.mark for block in manual(code) if block.kind == "key"} == set()
    window.desk.jobs.close()
    set_language("nl")


def test_it_tells_where_the_file_and_its_copies_are(desk: Desk, store: Store, qtbot: QtBot) -> None:
    page = _page(desk, qtbot)

    said = _said(page)

    assert store.path.name in said
    assert str(store.path.parent) in said
    assert str(store.path.with_name("soep.kopie")) in said
    assert __version__ in said


def test_the_place_of_the_file_can_be_copied(desk: Desk, store: Store, qtbot: QtBot) -> None:
    page = _page(desk, qtbot)
    told: list[str] = []
    desk.told.connect(lambda what, _kind, _undo: told.append(what.render()))

    qtbot.keyClick(page.copy_button, Qt.Key.Key_Return)

    assert QGuiApplication.clipboard().text() == str(store.path)
    assert told == ["Copied: soep.buurt"]


def test_without_a_file_it_says_so(qtbot: QtBot) -> None:
    set_language("en")
    desk = Desk(Jobs(), Settings(language="en"), FixedClock(NOW), Answers())

    page = _page(desk, qtbot)

    assert "No file is open now." in _said(page)
    desk.jobs.close()
    set_language("nl")


def test_links_go_to_their_heading(desk: Desk, qtbot: QtBot) -> None:
    page = _page(desk, qtbot)
    page.focus_first()
    assert page.links[0].hasFocus()

    qtbot.keyClick(page.links[3], Qt.Key.Key_Return)

    bar = page.area.verticalScrollBar()
    assert bar.value() == page.headings["keys"].y() - 8
    page.show_place(about=True)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() or bar.value() == page.headings["about"].y() - 8)


def test_it_is_written_in_the_language_of_the_screen(desk: Desk, qtbot: QtBot) -> None:
    page = _page(desk, qtbot)
    assert "What is Buurtapp?" in _said(page)

    set_language("nl")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))

    assert page.headings["what"].text() == "Wat is Buurtapp?"
    assert page.links[0].text() == "Wat is Buurtapp?"
