"""The run sheet of an activity by keyboard: choose one, add, tick, move, change, delete, keep, and print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_person, label_text, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities.runsheet import actions, queries
from buurtapp.features.activities.runsheet.records import Facts, When
from buurtapp.features.activities.ui.page import ActivitiesPage
from buurtapp.features.activities.ui.runsheet_tab import RunSheetTab
from buurtapp.uikit.desk import Desk
from runsheet_builders import NOON, add_jobs, job, rows, titles
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
    return add_activity(store, starts_at=NOON)


def opened(page: ActivitiesPage, qtbot: QtBot, number: int) -> RunSheetTab:
    """The run sheet of an activity on the screen, with everything that is read in the background."""
    page.show_place(activity=number, tab="runsheet")
    qtbot.waitUntil(page.desk.jobs.is_idle)
    qtbot.waitUntil(lambda: page.activity.runsheet._loaded is not None)
    page.focus_first()
    return page.activity.runsheet


def press(
    qtbot: QtBot, widget: QWidget, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(widget, key, how)


def typed(qtbot: QtBot, tab: RunSheetTab, words: str) -> None:
    """A line typed in the field below the jobs, with Enter."""
    qtbot.keyClicks(tab.add.field, words)
    press(qtbot, tab.add.field, Qt.Key.Key_Return)


def test_without_jobs_a_run_sheet_is_chosen_with_the_arrows_and_enter(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    tab = opened(page, qtbot, soup)
    assert tab.choice.isVisible()
    assert tab.choice.buttons[0].hasFocus()

    press(qtbot, tab.choice.buttons[0], Qt.Key.Key_Down)
    press(qtbot, tab.choice.buttons[1], Qt.Key.Key_Up)
    press(qtbot, tab.choice.buttons[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(tab.table.jobs.records()) == 18)

    assert not tab.choice.isVisible()
    assert tab.table.hasFocus()
    assert label_text(store).render() == "Run sheet “Soup lunch” used for Soep op woensdag"
    assert page.activity.tabs.button(1).text() == "Run sheet 0 of 18"


def test_a_run_sheet_can_begin_empty_and_enter_keeps_the_keyboard(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    dirk = add_person(store, "Dirk-Jan op den Berg", "Meidoornlaan 12")
    tab = opened(page, qtbot, soup)

    press(qtbot, tab.choice.empty_button, Qt.Key.Key_Return)
    assert tab.add.field.hasFocus()
    typed(qtbot, tab, "Sleutel halen @Dirk-Jan 11.00")
    qtbot.waitUntil(lambda: titles(store, soup) == ["Sleutel halen"])
    qtbot.waitUntil(lambda: tab.add.field.text() == "")
    typed(qtbot, tab, "Vegen @iedereen 14.00")
    qtbot.waitUntil(lambda: len(titles(store, soup)) == 2)

    assert tab.add.field.hasFocus()
    found = rows(store, soup)
    assert (found["Sleutel halen"].draft.person_id, found["Sleutel halen"].draft.when) == (dirk, When(0, -60))
    assert (found["Vegen"].draft.who, found["Vegen"].draft.phase) == ("iedereen", "day")


def test_a_job_without_words_is_told_below_the_field(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    add_jobs(store, soup, job())
    tab = opened(page, qtbot, soup)

    typed(qtbot, tab, "@Henk")
    qtbot.waitUntil(tab.add.problem.isVisible)

    assert tab.add.problem.text() == "Write down what has to be done."
    assert tab.add.field.text() == "@Henk"
    qtbot.keyClicks(tab.add.field, "x")
    assert not tab.add.problem.isVisible()
    press(qtbot, tab.add.field, Qt.Key.Key_Escape)
    assert tab.add.field.text() == ""


def test_the_table_shows_phases_who_and_when(page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int) -> None:
    henk = add_person(store)
    done, *_rest = add_jobs(
        store,
        soup,
        replace(job("Flyer", days=-14), person_id=henk),
        job("Lijst", days=-1),
        replace(job("Soep", "day", 0, -60), places=3, person_id=henk),
        job("Bedanken", "after", 1),
    )
    store.write(DONE, actions.set_done, done, done=True)
    tab = opened(page, qtbot, soup)

    table = tab.table.jobs
    groups = [table.group(row) for row in range(table.rowCount())]
    assert [f"{one.title} {one.more}" for one in groups if one is not None] == [
        "Beforehand 1 of 2 done",
        "On the day 0 of 1 done",
        "After it 0 of 1 done",
    ]
    assert [(line.who, line.when, line.initial) for line in table.records()] == [
        ("Henk", "done", "H"),
        ("who?", "today", ""),
        ("Henk, 2 more wanted", "Wed 11:00", "H"),
        ("who?", "Thu 15 Oct", ""),
    ]
    chosen = tab.table.chosen_line()
    assert chosen is not None
    assert chosen.row.draft.title == "Lijst"


def test_space_ticks_and_undo_takes_it_back(page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int) -> None:
    add_jobs(store, soup, job("Een"), job("Twee"))
    tab = opened(page, qtbot, soup)

    press(qtbot, tab.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: store.read(queries.open_jobs, [soup])[soup] == (1, 2))
    qtbot.waitUntil(lambda: tab.table.jobs.ticked == {0})
    chosen = tab.table.chosen_line()
    assert chosen is not None
    assert chosen.row.draft.title == "Een"

    page.desk.undo()
    qtbot.waitUntil(lambda: tab.table.jobs.ticked == set())


def test_alt_and_arrows_move_a_job_and_the_keyboard_goes_along(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    add_jobs(store, soup, job("Een"), job("Twee"))
    tab = opened(page, qtbot, soup)

    press(qtbot, tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: titles(store, soup) == ["Twee", "Een"])
    qtbot.waitUntil(lambda: [line.row.draft.title for line in tab.table.jobs.records()] == ["Twee", "Een"])
    press(qtbot, tab.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: titles(store, soup) == ["Een", "Twee"])


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_job_is_changed_in_the_form_below_it(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int, key: Qt.Key
) -> None:
    add_jobs(store, soup, job("Een", days=-7))
    tab = opened(page, qtbot, soup)

    press(qtbot, tab.table, key)
    title = tab.one.form.field("title").input
    assert title.hasFocus()
    assert tab.one.form.text("when") == "1 week before"
    qtbot.keyClicks(title, "Anders")
    when = tab.one.form.field("when").input
    assert isinstance(when, QLineEdit)
    when.setFocus()
    when.selectAll()
    qtbot.keyClicks(when, "2 weken vooraf")
    press(qtbot, when, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(store, soup) == ["Anders"])

    assert rows(store, soup)["Anders"].draft.when == When(-14)
    qtbot.waitUntil(lambda: not tab.one.isVisible())
    assert tab.table.hasFocus()


def test_a_time_that_is_none_and_one_of_another_part_are_told(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    add_jobs(store, soup, job("Een", days=-7))
    tab = opened(page, qtbot, soup)
    press(qtbot, tab.table, Qt.Key.Key_F2)

    tab.one.form.set_value("when", "ooit")
    press(qtbot, tab.one.save_button, Qt.Key.Key_Return)
    assert tab.one.form.field("when").problem.text().startswith("Write for instance: 3 weeks before")
    tab.one.form.set_value("when", "1 dag na")
    press(qtbot, tab.one.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "after the day" in tab.one.form.field("when").problem.text())

    press(qtbot, tab.one.form.field("when").input, Qt.Key.Key_Escape)
    assert not tab.one.isVisible()
    assert rows(store, soup)["Een"].draft.when == When(-7)


def test_words_or_a_person_lead_a_job_and_others_help(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    henk, coby = add_person(store), add_person(store, "Coby Zandstra", "Meidoornlaan 2")
    add_jobs(store, soup, job("Een", days=-7))
    tab = opened(page, qtbot, soup)
    press(qtbot, tab.table, Qt.Key.Key_F2)

    tab.one.who.show_person(henk, "Henk van der Meer")
    tab.one.helpers.edit.show_person(coby, "Coby Zandstra")
    tab.one.helpers.edit.editingFinished.emit()
    assert [tag.text().strip() for tag in tab.one.helpers._tags] == ["Coby Zandstra"]
    press(qtbot, tab.one.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(rows(store, soup)["Een"].helpers) == 1)
    assert rows(store, soup)["Een"].draft.person_id == henk

    qtbot.waitUntil(lambda: not tab.one.isVisible())
    qtbot.waitUntil(page.desk.jobs.is_idle)
    press(qtbot, tab.table, Qt.Key.Key_F2)
    press(qtbot, tab.one.helpers._tags[0], Qt.Key.Key_Return)
    tab.one.who.show_person(None, "iedereen")
    press(qtbot, tab.one.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(store, soup)["Een"].draft.who == "iedereen")
    assert rows(store, soup)["Een"].helpers == ()


def test_delete_takes_a_job_away_with_a_way_back(page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int) -> None:
    told: list[tuple[str, bool]] = []
    page.desk.told.connect(lambda words, _kind, undo: told.append((str(words), undo)))
    add_jobs(store, soup, job("Een"), job("Twee"))
    tab = opened(page, qtbot, soup)

    press(qtbot, tab.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(store, soup) == ["Twee"])
    qtbot.waitUntil(lambda: bool(told))

    assert told == [("Job deleted: Een", True)]
    page.desk.undo()
    qtbot.waitUntil(lambda: titles(store, soup) == ["Een", "Twee"])


def test_another_run_sheet_is_added_or_put_in_place(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    add_jobs(store, soup, job("Eigen klus"))
    tab = opened(page, qtbot, soup)
    tab.add.sheets_button.setFocus()

    press(qtbot, tab.add.sheets_button, Qt.Key.Key_Return)
    assert tab.choice.buttons[0].hasFocus()
    press(qtbot, tab.choice.buttons[0], Qt.Key.Key_Escape)
    assert not tab.choice.isVisible()

    press(qtbot, tab.add.sheets_button, Qt.Key.Key_Return)
    coffee = next(button for button in tab.choice.buttons if button.sheet.key == "coffee")
    press(qtbot, coffee, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(store, soup)) == 17)
    qtbot.waitUntil(lambda: not tab.choice.isVisible())
    press(qtbot, tab.add.sheets_button, Qt.Key.Key_Return)
    box = tab.choice.how.field("replace").input
    assert isinstance(box, QCheckBox)
    press(qtbot, box, Qt.Key.Key_Space)
    press(qtbot, coffee, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(store, soup)) == 16)


def test_the_street_barbecue_keeps_how_long_before_the_council_is_told(
    page: ActivitiesPage, qtbot: QtBot, store: Store
) -> None:
    told: list[str] = []
    page.desk.told.connect(lambda words, _kind, _undo: told.append(str(words)))
    number = add_activity(store, "Straatfeest", datetime(2026, 11, 1, 17))
    tab = opened(page, qtbot, number)

    tab.choice.form.set_value("notice_days", 35)
    barbecue = next(button for button in tab.choice.buttons if button.sheet.key == "street-barbecue")
    press(qtbot, barbecue, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(store, number)) == 18)

    assert store.read(queries.notice_days) == 35
    qtbot.waitUntil(lambda: any("should have been done" in one for one in told))


def test_what_else_is_on_the_paper_is_saved_when_it_is_left(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    add_jobs(store, soup, job())
    tab = opened(page, qtbot, soup)

    press(qtbot, tab.add.more_button, Qt.Key.Key_Return)
    notice = tab.more.form.field("notice").input
    assert notice.hasFocus()
    qtbot.keyClicks(notice, "2026-118")
    press(qtbot, notice, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: store.read(queries.facts, soup) == Facts("2026-118"))

    tab.more.form.set_value("name", "Onze soep")
    press(qtbot, tab.more.keep_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one[1] for one in store.read(queries.own_sheets)] == ["Onze soep"])
    qtbot.waitUntil(lambda: tab.more.form.text("name") == "")
    press(qtbot, tab.more.keep_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.more.form.field("name").problem.text() == "Give this run sheet a name.")
    press(qtbot, tab.more.plan_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(store, soup)) == 6)
    press(qtbot, tab.more.plan_button, Qt.Key.Key_Escape)
    assert not tab.more.isVisible()


def test_letters_typed_on_the_table_go_to_the_field(
    page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int
) -> None:
    add_jobs(store, soup, job())
    tab = opened(page, qtbot, soup)

    qtbot.keyClicks(tab.table, "V")

    assert tab.add.field.text() == "V"
    assert tab.add.field.hasFocus()
    press(qtbot, tab.add.field, Qt.Key.Key_Up)
    assert tab.table.hasFocus()


def test_another_activity_shows_its_own_jobs(page: ActivitiesPage, qtbot: QtBot, store: Store, soup: int) -> None:
    bikes = add_activity(store, "Fietsen", NOON)
    add_jobs(store, soup, job("Soep"))
    add_jobs(store, bikes, job("Banden"))
    tab = opened(page, qtbot, soup)

    page.show_place(activity=bikes, tab="runsheet")
    qtbot.waitUntil(lambda: [line.row.draft.title for line in tab.table.jobs.records()] == ["Banden"])


@pytest.mark.parametrize(("percent", "wide"), [(100, 1158), (150, 740), (200, 700)])
def test_it_fits_where_there_is_little_room(store: Store, qtbot: QtBot, soup: int, percent: int, wide: int) -> None:
    add_jobs(store, soup, job("Tafels zo zetten dat niemand alleen zit"))
    desk = desk_for(store, percent=percent)
    page = ActivitiesPage(desk)
    qtbot.addWidget(page)
    page.resize(wide, 560)
    page.show()
    tab = opened(page, qtbot, soup)
    press(qtbot, tab.table, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: tab.one.height() >= tab.one.minimumSizeHint().height())

    assert page.width() == wide
    assert tab.table.viewport().width() >= tab.table.horizontalHeader().length()
    qtbot.waitUntil(desk.jobs.is_idle)
    desk.jobs.close()
