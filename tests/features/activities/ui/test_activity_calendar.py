"""The calendar by keyboard: days, months, what is on a day, and a new activity on the day that is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_people, new_store, printed, signed_up
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.activities.tables.series import Series, SeriesSkip
from buurtapp.features.activities.ui.board import block_mark
from buurtapp.features.activities.ui.month_paint import block_rects
from buurtapp.features.activities.ui.page import ActivitiesPage
from buurtapp.features.activities.ui.row_button import RowButton
from buurtapp.features.press import actions as press
from buurtapp.features.press.records import Printed
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import PlainLabel
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for

SOUP = datetime(2026, 10, 14, 12)


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


def flyer(store: Store, activity: int) -> None:
    """A flyer that went out for an activity."""
    store.write(DONE, press.log_print, activity, Printed("flyer", "tafel A6", 60, 15))


def shown(desk: Desk, qtbot: QtBot, width: int = 1158, height: int = 800) -> ActivitiesPage:
    """The page on the screen, with the calendar on it."""
    page = ActivitiesPage(desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.resize(width, height)
    page.show()
    page.show_place()
    page.focus_first()
    qtbot.waitUntil(desk.jobs.is_idle)
    return page


def test_arrows_go_from_day_to_day_and_page_keys_from_month_to_month(desk: Desk, qtbot: QtBot, store: Store) -> None:
    add_activity(store, starts_at=SOUP)
    month = shown(desk, qtbot).calendar.month
    seen: list[date] = []
    month.moved.connect(seen.append)

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        qtbot.keyClick(month, key)
    qtbot.keyClick(month, Qt.Key.Key_Home)

    assert seen == [
        date(2026, 10, 14),
        date(2026, 10, 21),
        date(2026, 11, 21),
        date(2026, 12, 21),
        date(2026, 11, 21),
        date(2026, 10, 13),
    ]


def test_an_arrow_over_the_edge_shows_the_next_month(desk: Desk, qtbot: QtBot, store: Store) -> None:
    add_activity(store, starts_at=SOUP)
    page = shown(desk, qtbot)

    page.calendar.show_day(date(2026, 10, 31))
    qtbot.keyClick(page.calendar.month, Qt.Key.Key_Right)

    assert page.calendar.title.text() == "November 2026"
    assert page.calendar.month.days.first == date(2026, 11, 1)
    assert page.calendar.month.days.day_at(0, 0) == date(2026, 10, 26)


def test_enter_opens_what_is_on_the_day(desk: Desk, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    page = shown(desk, qtbot)

    qtbot.keyClick(page.calendar.month, Qt.Key.Key_Right)
    qtbot.keyClick(page.calendar.month, Qt.Key.Key_Return)

    assert page.stack.currentWidget() is page.activity
    assert page.activity.card is not None
    assert page.activity.card.id == number


def test_a_day_says_what_is_on_it(desk: Desk, qtbot: QtBot, store: Store) -> None:
    add_activity(store, starts_at=SOUP)
    days = shown(desk, qtbot).calendar.month.days

    said = [
        days.data(days.index(*days.place_of(when)), Qt.ItemDataRole.AccessibleTextRole)
        for when in (date(2026, 10, 14), date(2026, 10, 15))
    ]

    assert said == ["14 October, 1 activity: Soep op woensdag", "15 October, no activities"]


def test_a_screen_reader_hears_the_day_with_the_keyboard(desk: Desk, qtbot: QtBot, store: Store) -> None:
    add_activity(store, starts_at=SOUP)
    month = shown(desk, qtbot).calendar.month

    qtbot.keyClick(month, Qt.Key.Key_Right)
    table = QAccessible.queryAccessibleInterface(month)
    cell = table.focusChild()

    assert cell is not None
    assert cell.text(QAccessible.Text.Name) == "14 October, 1 activity: Soep op woensdag"


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard")
def test_of_three_on_one_day_two_are_drawn_and_all_can_be_opened(desk: Desk, qtbot: QtBot, store: Store) -> None:
    numbers = [add_activity(store, f"Ding {at}", datetime(2026, 10, 14, 9 + at)) for at in range(3)]
    page = shown(desk, qtbot)
    month = page.calendar.month

    blocks = month.days.blocks(date(2026, 10, 14))
    qtbot.keyClick(month, Qt.Key.Key_Right)
    qtbot.keyClick(month, Qt.Key.Key_Return)
    choices = [action.text() for action in month.menu.actions()]
    qtbot.keyClick(month.menu, Qt.Key.Key_Down)
    qtbot.keyClick(month.menu, Qt.Key.Key_Return)

    assert len(block_rects(QRect(0, 0, 105, 122), blocks, look.current())) == 2
    assert choices == ["Ding 0", "Ding 1", "Ding 2"]
    assert page.activity.card is not None
    assert page.activity.card.id == numbers[1]


def test_two_blocks_that_do_not_fit_are_drawn_on_one_line_each(desk: Desk, qtbot: QtBot, store: Store) -> None:
    for at in range(3):
        add_activity(store, f"Ding {at}", datetime(2026, 10, 14, 9 + at))
    month = shown(desk, qtbot).calendar.month
    blocks, theme = month.days.blocks(date(2026, 10, 14)), look.current()

    found = {high: block_rects(QRect(0, 0, 105, high), blocks, theme) for high in (122, 84, 60)}

    assert [len(rects) for rects in found.values()] == [2, 2, 1]
    assert found[84][0].height() < found[122][0].height()
    assert all(rect.bottom() <= high for high, rects in found.items() for rect in rects)


def test_a_time_that_falls_out_is_said_and_drawn_but_not_opened(desk: Desk, qtbot: QtBot, store: Store) -> None:
    def skip(work: Work) -> int:
        series = work.add(Series(title="Soep", rule="FREQ=WEEKLY", starts_at=SOUP, minutes=None, ended=False))
        return work.add(SeriesSkip(series_id=series.id, at=datetime(2026, 10, 21, 12), why="")).id

    add_activity(store, starts_at=SOUP)
    store.write(DONE, skip)
    page = shown(desk, qtbot)
    days = page.calendar.month.days

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(page.calendar.month, key)
    (block,) = days.blocks(date(2026, 10, 21))

    assert days.chosen == date(2026, 10, 21)
    assert days.index(*days.place_of(days.chosen)).data() == "21 October, falls out: Soep"
    assert block.is_struck
    assert page.stack.currentWidget() is page.calendar


def test_a_plan_of_a_council_is_blue_of_a_helper_green_and_what_has_been_grey(
    desk: Desk, qtbot: QtBot, store: Store
) -> None:
    for day, source in ((7, "council"), (14, "helper"), (15, "council")):
        add_activity(store, starts_at=datetime(2026, 10, day, 12), source=source)
    days = shown(desk, qtbot).calendar.month.days

    assert [days.blocks(date(2026, 10, day))[0].bar for day in (7, 14, 15)] == ["control", "primary", "info"]


def test_a_click_on_a_block_opens_it_and_beside_it_only_chooses_the_day(desk: Desk, qtbot: QtBot, store: Store) -> None:
    add_activity(store, starts_at=SOUP)
    page = shown(desk, qtbot)
    month = page.calendar.month
    cell = month.visualRect(month.days.index(*month.days.place_of(SOUP.date())))
    block = block_rects(cell, month.days.blocks(SOUP.date()), look.current())[0]

    qtbot.mouseClick(month.viewport(), Qt.MouseButton.LeftButton, pos=cell.bottomLeft() + QPoint(4, -4))
    chosen, still = month.days.chosen, page.stack.currentWidget()
    qtbot.mouseClick(month.viewport(), Qt.MouseButton.LeftButton, pos=block.center())

    assert (chosen, still) == (SOUP.date(), page.calendar)
    assert page.stack.currentWidget() is page.activity


def test_the_words_follow_the_list_and_who_came(desk: Desk, qtbot: QtBot, store: Store) -> None:
    soup = add_activity(store, starts_at=SOUP)
    add_activity(store, "Fietsen maken", datetime(2026, 10, 15, 10))
    add_activity(store, "Wandeling", datetime(2026, 10, 25, 14))
    add_activity(store, "Kerstbomen", datetime(2026, 10, 31, 14))
    add_activity(store, "Beweegles", datetime(2026, 10, 29, 15), source="organisation")
    add_activity(store, "Voorbij", datetime(2026, 10, 7, 14))
    printed(store, soup)
    flyer(store, soup)

    planned = shown(desk, qtbot).calendar.board.month.planned

    assert [block_mark(one).words.render() for one in planned] == [
        "not counted",
        "on time",
        "no list yet",
        "no flyer",
        "ask first",
        "can wait",
    ]


def test_what_comes_every_week_is_told_once_with_its_other_days(desk: Desk, qtbot: QtBot, store: Store) -> None:
    for day in (14, 21, 28):
        add_activity(store, starts_at=datetime(2026, 10, day, 12), capacity=16)
    people = add_people(store, 2)
    signed_up(store, 1, people)

    page = shown(desk, qtbot)
    rows = page.calendar.side.findChildren(RowButton)

    assert len(rows) == 1
    assert "2 of 16 places" in rows[0].accessibleName()
    assert "list still to print" in rows[0].accessibleName()
    assert [one.also_on for one in page.calendar.board.side.coming] == [(date(2026, 10, 21), date(2026, 10, 28))]
    said = [label.text() for label in page.calendar.side.findChildren(PlainLabel)]
    assert "soep also on 21 and 28 Oct" in said


def test_ctrl_n_begins_on_the_chosen_day(desk: Desk, qtbot: QtBot, store: Store) -> None:
    add_activity(store, starts_at=SOUP)
    page = shown(desk, qtbot)

    for _week in range(2):
        qtbot.keyClick(page.calendar.month, Qt.Key.Key_Down)
    page.new()

    assert page.stack.currentWidget() is page.new_one
    assert page.new_one.form.value("day") == date(2026, 10, 27)


def test_a_new_group_is_asked_to_begin_small(desk: Desk, qtbot: QtBot, store: Store) -> None:
    page = shown(desk, qtbot)

    qtbot.keyClick(page.calendar.first_button, Qt.Key.Key_Return)

    assert page.calendar.empty.title.text().startswith("No activities yet.")
    assert page.stack.currentWidget() is page.new_one
    primary = [one for one in page.calendar.findChildren(QPushButton) if one.property("kind") == "primary"]
    assert [one for one in primary if one.isVisibleTo(page.calendar)] == [page.calendar.first_button]


@pytest.mark.parametrize(("percent", "width"), [(125, 1131), (100, 580)])
def test_large_letters_and_small_windows_get_a_list_by_week(
    store: Store, qtbot: QtBot, percent: int, width: int
) -> None:
    number = add_activity(store, starts_at=SOUP)
    desk = desk_for(store, percent=percent)
    page = shown(desk, qtbot, width)
    agenda = page.calendar.agenda

    said = [agenda.list.index(row, 0).data() for row in range(agenda.list.rowCount())]
    qtbot.keyClick(agenda, Qt.Key.Key_Return)

    assert said == ["Week of 12 October", "Wed 14, 12:00"]
    assert page.activity.card is not None
    assert page.activity.card.id == number
    qtbot.waitUntil(desk.jobs.is_idle)
    desk.jobs.close()


def test_titles_of_all_sorts_are_drawn_as_they_are(desk: Desk, qtbot: QtBot, store: Store) -> None:
    for at, title in enumerate(("<b>Soep</b>", "a" * 300, "Soep\nmet brood", "حساء", "😀 & Co")):
        add_activity(store, title, datetime(2026, 10, 14 + at, 12))

    page = shown(desk, qtbot)
    page.grab()

    assert page.width() == 1158
    assert page.calendar.minimumSizeHint().width() <= 1158
    assert any("<b>Soep</b>" in row.accessibleName() for row in page.calendar.side.findChildren(RowButton))
