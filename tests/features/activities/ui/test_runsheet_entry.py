"""Reading a run sheet back in the window: the code, one key for each job, three lines; and its way to the printer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.actions import run_sheet_home
from buurtapp.features.activities.runsheet import actions
from buurtapp.features.activities.ui import runsheet_papers
from buurtapp.features.activities.ui.page import ActivitiesPage
from buurtapp.features.activities.ui.runsheet_entry import RunSheetEntryView
from buurtapp.features.sheets import queries as sheets
from buurtapp.uikit.desk import Desk
from runsheet_builders import NOON, add_jobs, job, rows
from uikit_builders import desk_for


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
def page(desk: Desk, qtbot: QtBot) -> ActivitiesPage:
    made = ActivitiesPage(desk)
    qtbot.addWidget(made)
    desk.changed.connect(made.refresh)
    made.resize(1158, 800)
    made.show()
    return made


@pytest.fixture
def soup(store: Store) -> int:
    number = add_activity(store, starts_at=NOON)
    add_jobs(store, number, job("Flyer", days=-14), job("Soep", "day", 0, -60), job("Vegen", "day", 0, 90))
    return number


def went_out(store: Store, activity: int) -> str:
    """Print a run sheet of an activity; return its code."""
    drawn = runsheet_papers.draw(runsheet_papers.first_sheet(store, activity))
    assert drawn.pages.layout is not None
    store.write(DONE, actions.keep_run_sheet, activity, drawn.sheet, drawn.pages.layout, drawn.pages.pdf)
    return drawn.code


def opened(page: ActivitiesPage, qtbot: QtBot, code: str) -> RunSheetEntryView:
    page.show_place(sheet=code)
    qtbot.waitUntil(lambda: isinstance(page.stack.currentWidget(), RunSheetEntryView))
    view = page.stack.currentWidget()
    assert isinstance(view, RunSheetEntryView)
    return view


def write(qtbot: QtBot, field: QWidget, words: str) -> None:
    assert isinstance(field, QLineEdit | QSpinBox)
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_run_sheet_is_entered_with_one_key_for_each_job(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    view = opened(page, qtbot, went_out(store, soup))
    assert view.table.hasFocus()
    keys = 0

    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_N):
        qtbot.keyClick(view.table, key)
        keys += 1
    assert view.form.field("head_count").input.hasFocus()
    write(qtbot, view.form.field("head_count").input, "14")
    assert view.form.field("went_well").input.hasFocus()
    write(qtbot, view.form.field("went_well").input, "Lekker")
    write(qtbot, view.form.field("next_time").input, "Meer stoelen")
    assert view.save_button.hasFocus()
    qtbot.keyClick(view.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.read(activities.presence, soup).head_count == 14)

    assert keys == len(rows(store, soup))
    found = rows(store, soup)
    assert [found[name].done_at is not None for name in ("Flyer", "Soep", "Vegen")] == [True, True, False]
    qtbot.waitUntil(lambda: page.stack.currentWidget() is not view)


def test_entering_again_shows_what_is_known_and_corrects_it(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    code = went_out(store, soup)
    hand = store.read(run_sheet_home.in_hand, code)
    given = run_sheet_home.read(hand, [f"j{hand.ticks[0].job_id}.done"], {"went_well": "Lekker"}, 8)
    store.write(DONE, run_sheet_home.enter_run_sheet, hand.sheet.id, given)

    view = opened(page, qtbot, code)
    assert view.entered.isVisible()
    assert view.table.marks() == [f"j{hand.ticks[0].job_id}.done"]
    assert (view.form.text("went_well"), view.form.value("head_count")) == ("Lekker", 8)
    qtbot.keyClick(view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.desk.jobs.is_idle)

    assert store.read(run_sheet_home.in_hand, code).ticks[0].is_done
    assert store.read(activities.presence, soup).head_count == 8


def test_escape_asks_for_another_code(page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int) -> None:
    view = opened(page, qtbot, went_out(store, soup))

    qtbot.keyClick(view.table, Qt.Key.Key_Escape)

    assert page.stack.currentWidget() is page._entry


def test_a_code_that_is_gone_is_not_shown(desk: Desk, qtbot: QtBot) -> None:
    view = RunSheetEntryView(desk)
    qtbot.addWidget(view)

    assert not view.begin("7K3Q2-9")


def test_a_job_that_is_deleted_since_is_marked_and_told(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    told: list[str] = []
    page.desk.told.connect(lambda words, _kind, _undo: told.append(str(words)))
    code = went_out(store, soup)
    store.write(DONE, actions.delete_job, rows(store, soup)["Soep"].id)
    view = opened(page, qtbot, code)

    assert [tick.is_gone for tick in view.table.jobs.records()] == [False, True, False]
    for _at in range(3):
        qtbot.keyClick(view.table, Qt.Key.Key_1)
    view.save()
    qtbot.waitUntil(lambda: "1 job on this paper was deleted since." in told)


def test_the_run_sheet_is_kept_once_it_went_out_and_gets_another_code_then(
    desk: Desk, qtbot: QtBot, store: Store, soup: int
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    out = runsheet_papers.RunSheetOut(desk, soup)
    drawn = runsheet_papers.draw(runsheet_papers.first_sheet(store, soup))
    dialog = out.show_first(drawn, parent)
    assert out.options is not None

    dialog.went_out.emit(1)
    qtbot.waitUntil(lambda: len(store.read(sheets.of_subject, "run-sheet", soup)) == 1)
    out.options.form.set_value("saving", value=True)
    out.options.changed.emit()
    qtbot.waitUntil(lambda: out.drawn is not drawn)

    assert out.drawn is not None
    assert out.drawn.sheet.saving
    assert out.drawn.code != drawn.code
    assert drawn.paper.file_name.startswith("run-sheet-soep-op-woensdag-2026-10-14")
    dialog.reject()


def test_job_slips_are_drawn_and_told_to_the_log(store: Store, soup: int) -> None:
    drawn = runsheet_papers.draw_slips(store, soup)

    assert (drawn.outgoing.kind, drawn.outgoing.pages) == ("job-slips", 1)
    assert "Soep op woensdag" in str(drawn.paper.title)
