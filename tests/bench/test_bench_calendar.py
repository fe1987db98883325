"""Two thousand activities with fifty thousand sign-ups: a month, what stands beside it, and the list and its search."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from measure import Figure, milliseconds, show
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, text
from sqlalchemy.orm import Session

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from builders import DONE, new_store
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.activities.calendars import queries
from buurtapp.features.activities.calendars.records import Finding
from buurtapp.features.activities.calendars.rules import found_in
from buurtapp.features.activities.tables import Activity, Attendance, Signup
from buurtapp.features.activities.ui.calendar_view import CalendarView
from buurtapp.features.people.tables import Label, Person
from uikit_builders import desk_for

HERE = datetime(2026, 10, 13, 14, 5)
_IN_SIGHT = "starts_at >= '2026-09-28' AND starts_at < '2026-11-02'"
_HEADS = "SELECT activity_id, waiting, count(*), sum(guests + children) FROM signup"
_OF_THESE = f"WHERE activity_id IN (SELECT id FROM activity WHERE {_IN_SIGHT}) GROUP BY activity_id"
FLOOR = (
    f"SELECT * FROM activity WHERE {_IN_SIGHT} ORDER BY starts_at",
    f"{_HEADS} {_OF_THESE}, waiting",
    f"SELECT activity_id, count(*) FROM attendance {_OF_THESE}",
    "SELECT id, title, starts_at FROM activity WHERE starts_at >= '2026-10-13' ORDER BY starts_at",
    "SELECT DISTINCT title, source FROM activity WHERE starts_at >= '2026-01-01' AND starts_at < '2027-01-01'",
)
"""The least that a month and what stands beside it can cost: their rows, in bare SQL."""


def _fill(work: Work, activities: int, signups: int, chance: Random) -> None:
    # The store keeps a transaction for the sake of mapped rows.
    work.add(Label(name="drukte", sort_name="drukte"))
    connection = work.session.connection()
    blank = dict.fromkeys(("text", "kind", "cost", "organiser", "for_whom"), "")
    first = datetime(2023, 1, 2, 10)
    connection.execute(
        insert(Activity.__table__),  # type: ignore[arg-type]
        [
            {
                "id": at,
                "title": f"Ding {at % 120}",
                "place": f"De Kas, zaal {at % 4}",
                "starts_at": first + timedelta(days=at * 1825 // activities, hours=at % 9),
                "source": ("resident", "helper", "council", "organisation")[at % 4],
                **blank,
            }
            for at in range(1, activities + 1)
        ],
    )
    name = dict.fromkeys(("title", "initials", "infix", "postcode", "place", "contact_preference", "best_time"), "")
    people = [
        {
            "id": at,
            "given": "Buur",
            "family": f"{at}",
            "kind": "person",
            "note": "",
            "do_not_approach": False,
            "sort_name": f"{at}",
            "place_key": "",
            "search_text": f"buur {at}",
            **name,
        }
        for at in range(1, 2001)
    ]
    connection.execute(insert(Person.__table__), people)  # type: ignore[arg-type]
    seen = {(chance.randint(1, activities), chance.randint(1, 2000)) for _time in range(signups)}
    since = datetime(2026, 1, 1, tzinfo=UTC)
    connection.execute(
        insert(Signup.__table__),  # type: ignore[arg-type]
        [
            {"activity_id": one, "person_id": who, "guests": who % 2, "children": 0, "waiting": False, "since": since}
            for one, who in sorted(seen)
        ],
    )
    came = [{"activity_id": one, "person_id": who, "name": ""} for one, who in sorted(seen) if who % 3]
    connection.execute(insert(Attendance.__table__), came)  # type: ignore[arg-type]


def _floor(session: Session) -> int:
    connection = session.connection()
    return sum(len(connection.execute(text(question)).fetchall()) for question in FLOOR)


def _both(session: Session) -> object:
    return queries.month(session, HERE, HERE.date()), queries.side(session, HERE)


def _painted(view: CalendarView, rounds: int, work: Callable[[int], None]) -> float:
    """Return how long something takes until it is painted, in milliseconds, each time with another number."""
    turns = itertools.count()

    def once() -> None:
        work(next(turns))
        view.repaint()

    return milliseconds(once, rounds)


def measure_questions(store: Store, rounds: int) -> list[Figure]:
    floor = milliseconds(lambda: store.read(_floor), rounds)
    entries = store.read(queries.entries)
    page = [one.id for one in entries[-128:]]
    everything = Finding("all", date(2026, 10, 1), "own", "ding 7")
    return [
        Figure(
            "a month and what stands beside it", milliseconds(lambda: store.read(_both), rounds), "ms", floor, 100, 10
        ),
        Figure(
            "another month", milliseconds(lambda: store.read(queries.month, HERE, HERE.date()), rounds), "ms", None, 50
        ),
        Figure("all as they are searched", milliseconds(lambda: store.read(queries.entries), rounds), "ms", None, 100),
        Figure(
            "a page of the list", milliseconds(lambda: store.read(queries.planned, HERE, page), rounds), "ms", None, 50
        ),
        Figure(
            "a letter typed in the search",
            milliseconds(lambda: found_in(entries, everything, HERE), rounds),
            "ms",
            None,
            50,
        ),
    ]


def measure_screen(store: Store, qtbot: QtBot, rounds: int) -> list[Figure]:
    desk = desk_for(store)
    view = CalendarView(desk)
    qtbot.addWidget(view)
    view.resize(1158, 800)
    view.show()
    shown = _painted(view, rounds, lambda _turn: _refreshed(view))
    moved = _painted(view, rounds, lambda turn: view.show_day(date(2026, 11 - turn % 2, 13)))
    view.show_look(as_list=True)
    qtbot.waitUntil(desk.jobs.is_idle)
    view.listed.ask("all")
    typed = _painted(view, rounds, lambda turn: view.listed.search.setText(f"ding {turn % 10}"))
    qtbot.waitUntil(desk.jobs.is_idle)
    desk.jobs.close()
    return [
        Figure("calendar asked for and painted", shown, "ms", None, 100),
        Figure("another month, painted", moved, "ms", None, 50),
        Figure("a word typed, the list painted", typed, "ms", None, 50),
    ]


def _refreshed(view: CalendarView) -> None:
    """Ask for the month that is shown, and wait for the answer."""
    before = view.board
    view.refresh()
    while view.board is before:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _store(folder: Path, activities: int, signups: int) -> Store:
    store = new_store(folder)
    store.write(DONE, _fill, activities, signups, Random(1))
    return store


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_a_full_calendar_is_there_within_a_tenth_of_a_second(tmp_path: Path, qtbot: QtBot) -> None:
    with _store(tmp_path, 2000, 50_000) as store:
        found = show("Calendar, floor: the same rows in bare SQL", measure_questions(store, rounds=9))
        found += show("Calendar on the screen", measure_screen(store, qtbot, rounds=9))

    assert found == []


def test_a_calendar_can_be_measured(tmp_path: Path, qtbot: QtBot) -> None:
    with _store(tmp_path, 200, 300) as store:
        figures = [*measure_questions(store, rounds=1), *measure_screen(store, qtbot, rounds=1)]

    assert all(figure.value > 0 for figure in figures)
