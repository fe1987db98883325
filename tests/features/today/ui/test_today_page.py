"""The home screen: what it says of the file, what comes first, and where its keys lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from builders import DONE, NOW, add_activity, add_person, new_store, printed
from buurtapp.core.clock import FixedClock, local
from buurtapp.core.store import Store, Work, backup
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.records import Group
from buurtapp.features.group.tables import PrintLog
from buurtapp.features.people.tables import LooseEnd
from buurtapp.features.today.records import Growth, MonthCount
from buurtapp.features.today.ui import phrases
from buurtapp.features.today.ui.page import TodayPage
from buurtapp.features.today.ui.side_cards import GrowthChart
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for

HERE = local(NOW)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path, FixedClock(NOW)) as opened:
        yield opened


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


@pytest.fixture
def went(desk: Desk) -> list[tuple[str, dict[str, object]]]:
    """Where the desk was asked to go."""
    places: list[tuple[str, dict[str, object]]] = []
    desk.asked_to_go.connect(lambda page, where: places.append((page, where)))
    return places


def _page(desk: Desk, qtbot: QtBot) -> TodayPage:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    with qtbot.waitActive(page):
        page.show()
    page.refresh()
    page.focus_first()
    return page


def _said(page: TodayPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def _primary(page: TodayPage) -> list[str]:
    buttons = page.findChildren(QPushButton)
    return [one.text().strip() for one in buttons if one.property("kind") == "primary" and one.isVisibleTo(page)]


def _flyer(work: Work, activity: int) -> None:
    work.add(PrintLog(kind="flyer", activity_id=activity, description="A6", copies=4, pages=1, printed_at=work.now))


def _loose(work: Work) -> None:
    work.add(LooseEnd(source="leden.xlsx", row=7, column="", kind="no_person", text="?", created_at=work.now))


def _in_days(days: int) -> datetime:
    return datetime.combine(HERE.date() + timedelta(days=days), datetime.min.time()) + timedelta(hours=12)


def _press(qtbot: QtBot, key: Qt.Key) -> None:
    holder = QApplication.focusWidget()
    assert holder is not None
    qtbot.keyClick(holder, key)


def test_a_new_group_begins_with_a_list(desk: Desk, qtbot: QtBot, went: list[tuple[str, dict[str, object]]]) -> None:
    page = _page(desk, qtbot)

    _press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClick(page.first.plan_button, Qt.Key.Key_Return)

    assert _primary(page) == ["Read a list"]
    assert not page.coming.isVisibleTo(page)
    assert went == [("people", {"importing": True}), ("activities", {"new": True})]


def test_enter_prints_the_list_that_is_due(
    store: Store, desk: Desk, qtbot: QtBot, went: list[tuple[str, dict[str, object]]]
) -> None:
    add_person(store)
    soup = add_activity(store, "Soep <b>vet</b> & brood", _in_days(1), capacity=16)
    page = _page(desk, qtbot)

    _press(qtbot, Qt.Key.Key_Return)

    assert _primary(page) == ["Print the list"]
    assert went == [("activities", {"activity": soup, "tab": "paper"})]
    said = _said(page)
    assert "Soep <b>vet</b> & brood" in said
    assert "tomorrow" in said
    assert "12:00, De Kas" in said or "De Kas" in said
    assert "0 of 16 places taken" in said
    assert "Attendance list not printed yet" in said


def test_the_main_button_follows_what_is_done(
    store: Store, desk: Desk, qtbot: QtBot, went: list[tuple[str, dict[str, object]]]
) -> None:
    add_person(store)
    soup = add_activity(store, "Soep", _in_days(1))
    page = _page(desk, qtbot)
    desk.changed.connect(page.refresh)

    printed(store, soup)

    qtbot.waitUntil(lambda: _primary(page) == ["Make the flyer"])
    _press(qtbot, Qt.Key.Key_Return)
    assert went == [("press", {"activity": soup})]


def test_down_goes_to_what_is_open_and_enter_opens_it(
    store: Store, desk: Desk, qtbot: QtBot, went: list[tuple[str, dict[str, object]]]
) -> None:
    add_person(store)
    lost, over = add_activity(store, "Soep", _in_days(-5)), add_activity(store, "Koffie", _in_days(-2))
    soon = add_activity(store, "Wandeling", _in_days(2))
    printed(store, lost)
    store.write(DONE, _loose)
    page = _page(desk, qtbot)
    code = page.view.papers_out[0].code if page.view is not None else ""

    _press(qtbot, Qt.Key.Key_Down)
    _press(qtbot, Qt.Key.Key_Return)
    _press(qtbot, Qt.Key.Key_Down)
    _press(qtbot, Qt.Key.Key_Return)
    _press(qtbot, Qt.Key.Key_Down)
    _press(qtbot, Qt.Key.Key_Space)
    for _row in range(3):
        _press(qtbot, Qt.Key.Key_Up)
    _press(qtbot, Qt.Key.Key_Return)

    assert went == [
        ("activities", {"sheet": code}),
        ("activities", {"door": over}),
        ("people", {"loose_ends": True}),
        ("activities", {"activity": soon, "tab": "paper"}),
    ]
    said = _said(page)
    assert f"List {code} of Soep is not back yet" in said
    assert "5 days" in said
    assert "Nobody told yet who came to Koffie" in said
    assert "Still to look into: 1 row" in said


def test_a_list_that_is_out_has_the_main_button_when_nothing_else_is_due(
    store: Store, desk: Desk, qtbot: QtBot, went: list[tuple[str, dict[str, object]]]
) -> None:
    add_person(store)
    lost = add_activity(store, "Soep", _in_days(-5))
    code = printed(store, lost).code
    page = _page(desk, qtbot)

    _press(qtbot, Qt.Key.Key_Return)

    assert _primary(page) == ["Enter the list"]
    assert went[0][0] == "activities"
    assert str(went[0][1]["sheet"]).startswith(code)


def test_rows_open_their_activity(
    store: Store, desk: Desk, qtbot: QtBot, went: list[tuple[str, dict[str, object]]]
) -> None:
    add_person(store)
    soup = add_activity(store, "Soep", _in_days(1))
    page = _page(desk, qtbot)

    qtbot.mouseClick(page.coming.rows[0], Qt.MouseButton.LeftButton)

    assert went == [("activities", {"activity": soup})]


def test_nothing_planned_asks_for_a_plan(
    store: Store, desk: Desk, qtbot: QtBot, went: list[tuple[str, dict[str, object]]]
) -> None:
    add_person(store)
    page = _page(desk, qtbot)

    _press(qtbot, Qt.Key.Key_Return)

    assert _primary(page) == ["New activity"]
    assert "Nothing is waiting for you." in _said(page)
    assert went == [("activities", {"new": True})]


def test_search_goes_to_people(desk: Desk, qtbot: QtBot, went: list[tuple[str, dict[str, object]]]) -> None:
    page = _page(desk, qtbot)
    page.search()

    qtbot.keyClicks(page.head.search_field, "henk")
    _press(qtbot, Qt.Key.Key_Return)

    assert went == [("people", {"search": "henk"})]
    assert not page.head.key_hint.isVisibleTo(page)


def test_the_contact_person_is_greeted_and_the_purpose_stands_above(store: Store, desk: Desk, qtbot: QtBot) -> None:
    page = _page(desk, qtbot)
    desk.changed.connect(page.refresh)
    assert page.head.greeting.text() == "Good afternoon"
    assert not page.head.purpose_row.isVisibleTo(page)

    group = Group("Klaverhoek", purpose="Iedereen kent iemand.", contact_name="Marijke van der Meer")
    store.write(DONE, change_group, group)

    qtbot.waitUntil(lambda: page.head.greeting.text() == "Good afternoon, Marijke")
    assert page.head.purpose.text() == "Iedereen kent iemand."
    assert page.head.date.text() == "Tuesday 13 October"


def test_a_copy_is_made_and_told(store: Store, desk: Desk, qtbot: QtBot) -> None:
    page = _page(desk, qtbot)
    told: list[str] = []
    desk.told.connect(lambda what, _kind, _undo: told.append(what.render()))
    assert page.copy.age.text() == "There is no copy yet"

    qtbot.keyClick(page.copy.button, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(told))
    (copy,) = backup.listed(store.path)
    assert told == [f"Copy made and checked: {copy[2].name}."]
    assert page.copy.age.text().startswith("Made today at ")


@pytest.mark.parametrize(
    ("days", "kind", "words"),
    [(1, "second", "1 day old"), (15, "care", "15 days old"), (31, "wrong", "31 days old")],
)
def test_an_old_copy_is_told_in_its_colour(
    store: Store, desk: Desk, qtbot: QtBot, days: int, kind: str, words: str
) -> None:
    store.backup()
    page = _page(desk, qtbot)
    assert isinstance(store.clock, FixedClock)

    store.clock.set(NOW + timedelta(days=days))
    page.refresh()

    assert page.copy.age.text() == words
    assert page.copy.age.property("kind") == kind


def test_while_nobody_looks_nothing_is_asked(store: Store, desk: Desk, qtbot: QtBot) -> None:
    add_person(store)
    page = _page(desk, qtbot)
    desk.changed.connect(page.refresh)
    page.hide()
    before = page.view

    heard: list[object] = []
    desk.changed.connect(heard.append)
    add_activity(store, "Soep", _in_days(1))
    qtbot.waitUntil(lambda: bool(heard))
    assert page.view is before

    page.show()
    assert page.view is not None
    assert [one.activity.title for one in page.view.coming_up] == ["Soep"]


def test_growth_is_drawn_from_left_to_right(store: Store, desk: Desk, qtbot: QtBot) -> None:
    add_person(store)
    page = _page(desk, qtbot)
    assert not page.growth.chart.isVisibleTo(page)
    assert page.view is not None
    months = tuple(MonthCount(datetime(2026, month, 1).date(), month * 2) for month in (8, 9, 10))

    page.show_view(replace(page.view, growth=Growth(412, 20, 5, months)), NOW)

    assert page.growth.chart.isVisibleTo(page)
    assert page.growth.number.text() == "20"
    assert page.growth.words.text() == "of 412 addresses take part"
    points = page.growth.chart.points()
    assert [point.x() for point in points] == sorted({point.x() for point in points})
    assert [point.y() for point in points] == sorted((point.y() for point in points), reverse=True)


def test_a_chart_of_nothing_is_drawn_all_the_same(qtbot: QtBot) -> None:
    chart = GrowthChart()
    qtbot.addWidget(chart)

    chart.show_growth(Growth(3, 0, 0, (MonthCount(datetime(2026, 8, 1).date(), 0),)))

    assert len(chart.points()) == 1
    assert not chart.grab().isNull()


@pytest.mark.parametrize(("hour", "words"), [(5, "Good morning"), (12, "Good afternoon"), (18, "Good evening")])
def test_greetings_follow_the_clock(hour: int, words: str, desk: Desk) -> None:
    here = datetime(2026, 10, 13, hour)

    assert phrases.greeting(here, "").render() == words
    assert phrases.greeting(here, "Marijke van der Meer").render() == f"{words}, Marijke"
    assert phrases.greeting(here, "mw. de Vries").render() == words
    assert phrases.greeting(here, "Lan").render() == f"{words}, Lan"


def test_a_word_of_three_hundred_letters_can_be_broken() -> None:
    shown = phrases.shown("a" * 300 + "\nb", most=100)

    assert len(shown.replace("\u200b", "")) == 100
    assert max(len(part) for part in shown.split("\u200b")) <= 25
