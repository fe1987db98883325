"""The words beside the month: what is ready and what is not, expected and came, guests apart, and the last lesson."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_people, new_store, signed_up
from buurtapp.core.i18n import set_language
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.activities.calendars.records import Coming, Lesson, Planned, Side
from buurtapp.features.activities.rows import ActivityRow, Counts
from buurtapp.features.activities.tables import Attendance, HeadCount
from buurtapp.features.activities.tables.afterwards import Evaluation
from buurtapp.features.activities.ui.board import block_mark, full_marks
from buurtapp.features.activities.ui.coming_card import ComingCard
from buurtapp.features.activities.ui.page import ActivitiesPage
from buurtapp.features.activities.ui.row_button import RowButton
from buurtapp.uikit.controls import PlainLabel
from uikit_builders import desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def planned(list_state: str = "later", flyer_state: str = "later", late: int = 0, **more: object) -> Planned:
    row = ActivityRow(1, "Soep", "", "De Kas", datetime(2026, 10, 14, 12), None, None, Counts(), **more)  # type: ignore[arg-type]
    return Planned(row, list_state, flyer_state, late)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "block", "marks"),
    [
        (planned("due", "done"), "no list yet", ["flyer", "list still to print"]),
        (planned("later", "done"), "on time", ["flyer", "list can wait"]),
        (planned("later", "due"), "no flyer", ["flyer still to make", "list can wait"]),
        (planned("done", "over"), "on time", ["list printed"]),
        (planned(late=1), "1 job waits", ["flyer can wait", "list can wait", "1 job should be done"]),
        (planned(source="council"), "ask first", ["no neighbour asked for this yet"]),
        (
            planned("due", source="council"),
            "ask first",
            ["no neighbour asked for this yet", "list still to print"],
        ),
        (planned(source="council", asked_by=2), "can wait", ["flyer can wait", "list can wait"]),
    ],
)
def test_a_block_says_the_most_pressing_and_the_row_says_all(one: Planned, block: str, marks: list[str]) -> None:
    set_language("en")

    assert block_mark(one).words.render() == block
    assert [mark.words.render() for mark in full_marks(one)] == marks


def test_names_are_compared_with_names_and_guests_told_apart(store: Store, qtbot: QtBot) -> None:
    number = add_activity(store, starts_at=datetime(2026, 10, 7, 12))
    people = add_people(store, 3)
    signed_up(store, number, people)

    def came(work: Work) -> int:
        for person in people[:2]:
            work.add(Attendance(activity_id=number, person_id=person, name="", sheet_id=None, arrived_at=None))
        return work.add(HeadCount(activity_id=number, guests=1, children=1, sheet_id=None)).id

    store.write(DONE, came)
    desk = desk_for(store)
    page = ActivitiesPage(desk)
    qtbot.addWidget(page)
    page.show_place()
    qtbot.waitUntil(lambda: bool(page.calendar.board.side.been))

    (row,) = page.calendar.side.findChildren(RowButton)
    assert row.accessibleName().endswith("2 of 3 expected and 2 guests")
    assert block_mark(page.calendar.board.month.planned[0]).words.render() == "2 came"
    qtbot.waitUntil(desk.jobs.is_idle)
    desk.jobs.close()


def test_the_last_lesson_of_the_file_stands_behind_a_lamp(store: Store, qtbot: QtBot) -> None:
    number = add_activity(store, starts_at=datetime(2026, 10, 1, 12))
    at = datetime(2026, 10, 2, tzinfo=UTC)

    def learn(work: Work) -> int:
        words = "Vraag eerst <b>drie</b> buren"
        return work.add(Evaluation(activity_id=number, went_well="", next_time=words, said="", made_at=at)).id

    store.write(DONE, learn)
    desk = desk_for(store)
    page = ActivitiesPage(desk)
    qtbot.addWidget(page)
    page.show_place()
    qtbot.waitUntil(lambda: page.calendar.board.side.lesson is not None)

    said = [label.text() for label in page.calendar.side.findChildren(PlainLabel)]
    assert "Lesson of 1 October:" in said
    assert "Vraag eerst <b>drie</b> buren. This sentence is there with every new plan." in said
    qtbot.waitUntil(desk.jobs.is_idle)
    desk.jobs.close()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((date(2026, 10, 21),), "soep also on 21 Oct"),
        ((date(2026, 10, 21), date(2026, 10, 28)), "soep also on 21 and 28 Oct"),
        ((date(2026, 12, 30), date(2027, 1, 6)), "soep also on 30 Dec, 6 Jan"),
        (tuple(date(2026, 10, at) for at in (21, 22, 23, 24)), "soep also on 21, 22 and 23 Oct"),
    ],
)
def test_other_days_are_told_in_few_words(qtbot: QtBot, days: tuple[date, ...], words: str) -> None:
    set_language("en")
    card = ComingCard()
    qtbot.addWidget(card)

    card.show_side(Side((Coming(planned(), days),)))

    assert words in [label.text() for label in card.findChildren(PlainLabel)]


def test_a_lesson_of_a_whole_page_is_cut(qtbot: QtBot) -> None:
    card = ComingCard()
    qtbot.addWidget(card)

    card.show_side(Side(lesson=Lesson(date(2026, 10, 1), "Soep", "heel veel " * 200)))

    assert max(len(label.text()) for label in card.findChildren(PlainLabel)) < 400
