"""The calendar as a list by keyboard: chosen, remembered, filtered, searched, and led to by the bar of ideas."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from builders import add_activity, new_store
from buurtapp.core.i18n import set_language
from buurtapp.core.settings import load_settings
from buurtapp.core.store import Store
from buurtapp.features.activities.ui.calendar_view import CalendarView
from buurtapp.features.activities.ui.page import ActivitiesPage
from buurtapp.uikit.controls import PlainLabel
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for


@pytest.fixture(autouse=True)
def settings_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(tmp_path / "buurtapp.ini"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        add_activity(made, "Inloop gemeente", datetime(2026, 10, 1, 19), source="council")
        add_activity(made, "Soep op woensdag", datetime(2026, 10, 7, 12))
        add_activity(made, "Soep op woensdag", datetime(2026, 10, 14, 12))
        add_activity(made, "Beweegles", datetime(2026, 11, 5, 15), source="organisation")
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


def shown(desk: Desk, qtbot: QtBot) -> ActivitiesPage:
    page = ActivitiesPage(desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.resize(1158, 800)
    page.show()
    page.show_place()
    qtbot.waitUntil(desk.jobs.is_idle)
    return page


def as_list(desk: Desk, qtbot: QtBot) -> CalendarView:
    view = shown(desk, qtbot).calendar
    qtbot.keyClick(view.list_button, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.jobs.is_idle)
    return view


def rows(view: CalendarView) -> list[str]:
    """What stands in the list: headings, and titles below them."""
    model = view.agenda.list
    return [
        str(model.index(row, 0).data()) if number < 0 else str(model.index(row, 1).data())
        for row, number in enumerate(model.ids())
    ]


def test_the_list_is_chosen_by_a_key_and_remembered_on_this_computer(desk: Desk, qtbot: QtBot) -> None:
    view = as_list(desk, qtbot)
    assert view.looks.currentWidget() is view.listed
    assert rows(view)[:2] == ["Week of 28 September", "Inloop gemeente"]

    desk.settings = load_settings()
    again = shown(desk, qtbot).calendar
    assert again.looks.currentWidget() is again.listed

    qtbot.keyClick(again.month_button, Qt.Key.Key_Return)
    desk.settings = load_settings()
    assert shown(desk, qtbot).calendar.looks.currentIndex() == 0


def test_the_keyboard_is_on_the_list_once_it_is_there(desk: Desk, qtbot: QtBot) -> None:
    view = as_list(desk, qtbot)

    assert view.agenda.hasFocus()
    assert view.agenda.currentIndex().row() == view.agenda.list.row_of(3)


def test_coming_past_and_all_are_one_key_away(desk: Desk, qtbot: QtBot) -> None:
    view = as_list(desk, qtbot)
    seen = {}
    for which in ("coming", "past", "all", "month"):
        qtbot.keyClick(view.listed.which[which], Qt.Key.Key_Return)
        seen[which] = rows(view)

    assert seen["coming"] == ["October 2026", "Soep op woensdag", "November 2026", "Beweegles"]
    assert seen["past"] == ["October 2026", "Soep op woensdag", "Inloop gemeente"]
    assert [words for words in seen["all"] if "2026" in words] == ["November 2026", "October 2026"]
    assert seen["month"][0] == "Week of 28 September"
    assert view.title.text() == "October 2026"


def test_a_second_press_on_whose_ideas_shows_all_again(desk: Desk, qtbot: QtBot) -> None:
    view = as_list(desk, qtbot)
    own, theirs = view.listed.whose["own"], view.listed.whose["theirs"]

    qtbot.keyClick(own, Qt.Key.Key_Return)
    only_own = rows(view)
    qtbot.keyClick(theirs, Qt.Key.Key_Return)
    only_theirs = rows(view)
    qtbot.keyClick(theirs, Qt.Key.Key_Return)

    assert only_own == ["Week of 5 October", "Soep op woensdag", "Week of 12 October", "Soep op woensdag"]
    assert only_theirs == ["Week of 28 September", "Inloop gemeente"]
    assert not own.isChecked()
    assert len(rows(view)) == 6


def test_the_bar_of_ideas_leads_to_what_came_from_that_side(desk: Desk, qtbot: QtBot) -> None:
    view = shown(desk, qtbot).calendar

    assert view.ideas.theirs.accessibleName() == "organisations 2"
    qtbot.keyClick(view.ideas.theirs, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.jobs.is_idle)

    assert view.looks.currentWidget() is view.listed
    assert rows(view) == ["November 2026", "Beweegles", "October 2026", "Inloop gemeente"]
    assert view.agenda.hasFocus()


def test_typing_searches_at_once_and_down_goes_to_what_was_found(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    page.search()
    qtbot.waitUntil(desk.jobs.is_idle)
    view = page.calendar

    qtbot.keyClicks(view.listed.search, "kas BEWEEG")
    found = rows(view)
    qtbot.keyClick(view.listed.search, Qt.Key.Key_Down)
    qtbot.keyClick(view.agenda, Qt.Key.Key_Return)

    assert found == ["November 2026", "Beweegles"]
    assert page.activity.card is not None
    assert page.activity.card.draft.title == "Beweegles"


def test_what_is_not_there_is_said_and_escape_brings_all_back(desk: Desk, qtbot: QtBot) -> None:
    view = as_list(desk, qtbot)

    qtbot.keyClicks(view.listed.search, "xyz")
    said, hidden = view.listed.quiet.text(), view.agenda.isHidden()
    qtbot.keyClick(view.listed.search, Qt.Key.Key_Escape)

    assert said.startswith("Nothing was found.")
    assert hidden
    assert not view.agenda.isHidden()


def test_page_keys_go_to_other_months_and_home_to_today(desk: Desk, qtbot: QtBot) -> None:
    view = as_list(desk, qtbot)

    qtbot.keyClick(view.agenda, Qt.Key.Key_PageDown)
    november = (view.title.text(), rows(view))
    qtbot.keyClick(view.agenda, Qt.Key.Key_Home)

    assert november == ("November 2026", ["Week of 2 November", "Beweegles"])
    assert view.title.text() == "October 2026"
    assert view.month.days.chosen == date(2026, 10, 13)


def test_the_month_that_is_gone_to_is_read_when_it_is_shown(desk: Desk, qtbot: QtBot) -> None:
    view = shown(desk, qtbot).calendar

    qtbot.keyClick(view.month, Qt.Key.Key_PageDown)

    assert [one.row.title for one in view.month.days.on(date(2026, 11, 5))] == ["Beweegles"]
    assert view.month.days.on(date(2026, 10, 14)) == ()


def test_the_row_of_the_chosen_day_is_marked_beside_the_month(desk: Desk, qtbot: QtBot) -> None:
    view = shown(desk, qtbot).calendar

    qtbot.keyClick(view.month, Qt.Key.Key_Right)

    assert [(day, row.is_marked) for day, row in view.side.day_rows] == [
        (date(2026, 10, 14), True),
        (date(2026, 11, 5), False),
    ]


def test_something_new_in_the_file_is_on_the_list_too(desk: Desk, qtbot: QtBot, store: Store) -> None:
    view = as_list(desk, qtbot)

    add_activity(store, "Nieuw", datetime(2026, 10, 30, 12))
    qtbot.waitUntil(lambda: "Nieuw" in rows(view), timeout=5_000)


def test_another_language_is_spoken_at_once(desk: Desk, qtbot: QtBot) -> None:
    view = as_list(desk, qtbot)
    before = {label.text() for label in view.side.findChildren(PlainLabel)}

    set_language("nl")
    for widget in (view, *view.findChildren(QWidget)):
        if isValid(widget):
            QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    QApplication.processEvents()
    after = {label.text() for label in view.side.findChildren(PlainLabel) if label.isVisibleTo(view)}

    assert {"Coming soon", "Has been"} <= before
    assert {"Komt eraan", "Geweest"} <= after
    assert view.title.text() == "oktober 2026"
    assert rows(view)[0] == "Week van 28 september"
