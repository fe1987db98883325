"""The way out of the flyer studio: to a file, to the printer, and into the log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from press_studio import a_desk, a_store, gone, press, shown
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from buurtapp.core.store import Store
from buurtapp.features.press import queries
from buurtapp.features.press.records import Printed
from buurtapp.features.press.ui.activity_panel import ActivityPanel
from buurtapp.features.press.ui.page import PressPage
from buurtapp.printing.render import page_count, page_texts
from buurtapp.uikit.desk import Desk
from uikit_builders import Answers


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(store, qtbot) as made:
        yield made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[PressPage]:
    made = shown(desk, qtbot)
    yield made
    gone(made, qtbot)


def test_a_flyer_is_saved_as_pdf_and_logged(page: PressPage, desk: Desk, store: Store, qtbot: QtBot) -> None:
    answers = desk.choosing
    assert isinstance(answers, Answers)
    answers.file = store.path.with_name("flyer")  # without an ending

    press(qtbot, page.studio.pdf_button)

    qtbot.waitUntil(lambda: bool(store.read(queries.printed, 1)))
    pdf = store.path.with_name("flyer.pdf").read_bytes()
    assert "Marijke" in page_texts(pdf)[0]
    assert page_count(pdf) == 1
    assert store.read(queries.printed, 1) == [Printed("flyer", "tafel A5", 60, 30)]


def test_the_picture_shows_one_flyer(page: PressPage, desk: Desk, store: Store, qtbot: QtBot) -> None:
    answers = desk.choosing
    assert isinstance(answers, Answers)
    answers.file = store.path.with_name("flyer.png")

    press(qtbot, page.studio.picture_button)

    qtbot.waitUntil(lambda: bool(store.read(queries.printed, 1)))
    with Image.open(answers.file) as picture:
        assert picture.width == 1080
        assert picture.height > picture.width


def test_a_folder_that_is_gone_is_told_and_nothing_is_logged(
    page: PressPage, desk: Desk, store: Store, qtbot: QtBot
) -> None:
    answers = desk.choosing
    assert isinstance(answers, Answers)
    answers.file = store.path.parent / "gone" / "flyer.pdf"

    with qtbot.waitSignal(desk.told) as told:
        press(qtbot, page.studio.pdf_button)

    assert told.args is not None
    assert told.args[1] == "wrong"
    assert store.read(queries.printed, 1) == []


def test_nothing_is_saved_when_no_file_is_chosen(page: PressPage, desk: Desk, store: Store, qtbot: QtBot) -> None:
    press(qtbot, page.studio.pdf_button)
    assert desk.jobs.is_idle() or page.studio.preview.has_picture()
    assert isinstance(desk.choosing, Answers)
    assert desk.choosing.asked == ["Save as PDF"]
    assert store.read(queries.printed, 1) == []


def test_the_printer_is_asked_for_the_sheets_and_the_log_counts_flyers(
    page: PressPage, store: Store, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.out.opened) as opened:
        press(qtbot, page.studio.print_button)
    assert opened.args is not None
    dialog = opened.args[0]
    assert dialog._paper.copies == 30
    assert dialog._paper.file_name == "soep-op-woensdag-2026-10-14.pdf"

    dialog.went_out.emit(12)  # the coordinator asked the printer for less
    dialog.reject()

    qtbot.waitUntil(lambda: bool(store.read(queries.printed, 1)))
    assert store.read(queries.printed, 1) == [Printed("flyer", "tafel A5", 24, 12)]


def test_the_panel_of_an_activity_tells_of_its_flyer(page: PressPage, desk: Desk, store: Store, qtbot: QtBot) -> None:
    panel = ActivityPanel(desk)
    qtbot.addWidget(panel)
    panel.show_subject(1)
    assert panel.state.text() == "Not made yet"
    went: list[tuple[str, object]] = []
    desk.asked_to_go.connect(lambda name, where: went.append((name, where)))
    desk.changed.connect(panel.refresh)
    answers = desk.choosing
    assert isinstance(answers, Answers)
    answers.file = store.path.with_name("flyer.pdf")

    press(qtbot, page.studio.pdf_button)
    qtbot.waitUntil(lambda: panel.state.text() == "Flyer A5, 60 copies, on Tuesday 13 October")
    qtbot.keyClick(panel.make_button, Qt.Key.Key_Return)

    assert went == [("press", {"activity": 1})]
