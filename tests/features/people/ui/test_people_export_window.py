"""Exporting from the window: who is ticked, as a spreadsheet, a plain list, or contacts for a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from people_screen import page_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from builders import add_person, new_store
from buurtapp.core.store import Store
from buurtapp.exchange.read import read_data
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.uikit.desk import Desk
from uikit_builders import Answers, desk_for

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
"""A menu that pops up asks a screen without a window system for both."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, store: Store) -> PeoplePage:
    """Two of three people are ticked; one of them is to be left alone."""
    add_person(store, "Henk Jansen", "Klaverstraat 1", phones=["06 0000 0111"])
    add_person(store, "Gerrit de Boer", "Klaverstraat 3", phones=["06 0000 0222"], do_not_approach=True)
    add_person(store, "Toos van 't Hek", "Klaverstraat 5")
    made = page_of(qtbot, desk)
    made.list.focus_list()
    qtbot.keyClick(made.list.table, Qt.Key.Key_Space)
    qtbot.keyClick(made.list.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    return made


def exported(qtbot: QtBot, page: PeoplePage, file: Path, at: int) -> str:
    """Choose the way at this place in the menu of the export; return what the message bar tells."""
    answers = page.desk.choosing
    assert isinstance(answers, Answers)
    answers.file = file
    qtbot.keyClick(page.bulk.export, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _step in range(at + 1):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.desk.told) as told:
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert told.args is not None
    return str(told.args[0])


@pytest.mark.parametrize(("at", "ending"), [(0, ".xlsx"), (1, ".csv")])
def test_a_list_holds_who_is_ticked_and_says_who_is_to_be_left_alone(
    qtbot: QtBot, page: PeoplePage, tmp_path: Path, at: int, ending: str
) -> None:
    file = tmp_path / f"buren{ending}"

    told = exported(qtbot, page, file, at)

    table = read_data(file.read_bytes(), file.name).tables[0]
    rows = [line.cells for line in table.lines]
    assert told == f"2 rows saved in buren{ending}"
    assert [row[1] for row in rows[1:]] == ["Henk", "Gerrit"]
    assert "yes" in rows[2]
    assert "yes" not in rows[1]


def test_contacts_for_a_phone_leave_out_who_is_to_be_left_alone(qtbot: QtBot, page: PeoplePage, tmp_path: Path) -> None:
    file = tmp_path / "buren.vcf"

    told = exported(qtbot, page, file, 2)

    contacts = file.read_text("utf-8")
    assert "Henk Jansen" in contacts
    assert "Gerrit" not in contacts
    assert told == "1 row saved in buren.vcf. 1 person may not be approached."


def test_a_name_without_ending_gets_it_and_replaces_nothing_by_itself(
    qtbot: QtBot, page: PeoplePage, tmp_path: Path
) -> None:
    kept = tmp_path / "buren.csv"
    kept.write_text("van mij")
    answers = page.desk.choosing
    assert isinstance(answers, Answers)
    answers.file, answers.is_sure = tmp_path / "buren", False

    page.papers.export_ticked(".csv")
    assert kept.read_text() == "van mij"

    answers.is_sure = True
    with qtbot.waitSignal(page.desk.told):
        page.papers.export_ticked(".csv")
    assert "Jansen" in kept.read_text("utf-8-sig")
