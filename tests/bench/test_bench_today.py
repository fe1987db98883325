"""The home screen after years: 2,000 activities with 50,000 sign-ups, 20,000 jobs and 2,000 promises."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from measure import Figure, milliseconds, show
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from buurtapp.core.clock import local
from buurtapp.core.store import Store
from buurtapp.core.store.ask import look_into
from buurtapp.core.store.work import Work
from buurtapp.features.activities.tables import Activity, Attendance, Signup
from buurtapp.features.activities.tables.runsheet import Job
from buurtapp.features.people.tables import Label
from buurtapp.features.promises.tables import Promise
from buurtapp.features.today import queries
from buurtapp.features.today.ui.page import TodayPage
from buurtapp.sample.make import NOW, make_sample
from uikit_builders import desk_for

_PHASES = (("before", -21), ("before", -3), ("before", -1), ("day", 0), ("after", 2))
_FIRST = 1001


def _busy_years(work: Work, activities: int, signups: int, jobs: int, chance: Random) -> None:
    """Write activities of four years around today, most of them past, each with its share of everything."""
    # The store keeps a transaction for the sake of mapped rows.
    work.add(Label(name="drukte", sort_name="drukte"))
    connection = work.session.connection()
    first = local(NOW).replace(tzinfo=None) - timedelta(days=1100)
    blank = dict.fromkeys(("text", "kind", "place", "cost", "organiser", "source", "for_whom"), "")
    numbers = range(_FIRST, _FIRST + activities)
    days = 1460 / activities
    connection.execute(
        insert(Activity.__table__),  # type: ignore[arg-type]
        [
            {"id": one, "title": f"Soep {one % 40}", "starts_at": first + timedelta(days=at * days), **blank}
            for at, one in enumerate(numbers)
        ],
    )
    drawn = [(chance.choice(numbers), 1 + chance.randrange(180)) for _one in range(signups)]
    signed = {"guests": 0, "children": 0, "waiting": False, "since": NOW}
    connection.execute(
        insert(Signup.__table__),  # type: ignore[arg-type]
        [{"activity_id": activity, "person_id": person, **signed} for activity, person in drawn],
    )
    connection.execute(
        insert(Attendance.__table__),  # type: ignore[arg-type]
        [
            {"activity_id": activity, "person_id": person, "name": ""}
            for activity, person in drawn
            if activity < _FIRST + activities * 3 // 4
        ],
    )
    connection.execute(insert(Job.__table__), [_job(at, numbers) for at in range(jobs)])  # type: ignore[arg-type]
    connection.execute(insert(Promise.__table__), [_promise(at) for at in range(jobs // 10)])  # type: ignore[arg-type]


def _job(at: int, numbers: range) -> dict[str, object]:
    phase, offset = _PHASES[at % len(_PHASES)]
    return {
        "activity_id": numbers[at % len(numbers)],
        "phase": phase,
        "position": at,
        "title": f"Klus {at}",
        "needs": "",
        "step": "flyer" if offset == -21 else "",
        "day_offset": offset,
        "places": 1,
        "person_id": 1 + at % 150 if at % 3 else None,
        "who": "",
    }


def _promise(at: int) -> dict[str, object]:
    return {
        "title": f"Taak {at}",
        "kind": "call" if at % 4 == 0 else "task",
        "due_on": (NOW + timedelta(days=at % 60 - 30)).date(),
        "person_id": 1 + at % 150 if at % 2 else None,
        "who": "",
        "about_kind": "",
        "about_person_id": 1 + at % 180 if at % 4 == 0 else None,
        "note": "",
        "made_at": NOW,
        # Half of them were kept.
        "done_at": NOW if at % 4 in {1, 2} else None,
    }


def _floor(file: Path) -> Callable[[], object]:
    """The least that this can cost: one look at every sign-up, attendance, job and promise, in bare SQLite."""

    def look() -> None:
        with closing(sqlite3.connect(file)) as bare:
            for table in ("signup", "attendance", "job", "promise"):
                bare.execute(f"SELECT count(*), max(id + length(id)) FROM {table}").fetchall()

    return look


def _look(file: Path, here: datetime) -> int:
    with look_into(file) as ask:
        return queries.view_of(ask, here, here).task_count


def measure_today(folder: Path, qtbot: QtBot, size: tuple[int, int, int], rounds: int) -> list[Figure]:
    file = folder / "jaren.buurt"
    with make_sample(file, None, 186) as store:
        store.fill(_busy_years, *size, Random(1))
    floor = milliseconds(_floor(file), rounds)
    glance = milliseconds(lambda: _look(file, NOW), rounds)
    with Store.open(file) as store:
        asked = milliseconds(lambda: store.read(queries.today_view, NOW, NOW), rounds)
        assert store.read(queries.today_view, NOW, NOW).task_count > 10
        shown = milliseconds(_shown(store, qtbot), rounds)
    return [
        Figure("asked of the file as it lies on the disk", glance, "ms", floor, most=100, most_ratio=20),
        Figure("asked of the open file", asked, "ms", floor, most=100, most_ratio=20),
        Figure("asked, and shown", shown, "ms", floor, most=100, most_ratio=30),
    ]


def _shown(store: Store, qtbot: QtBot) -> Callable[[], object]:
    desk = desk_for(store)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    qtbot.addWidget(page, before_close_func=lambda _page: desk.jobs.close())
    page.resize(1158, 860)
    page.show()

    def show_anew() -> None:
        page.refresh()
        QApplication.processEvents()

    return show_anew


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_the_home_screen_is_there_at_once_after_years(tmp_path: Path, qtbot: QtBot) -> None:
    figures = measure_today(tmp_path, qtbot, (2_000, 50_000, 20_000), rounds=15)
    title = "Vandaag with 2,000 activities, 50,000 sign-ups, 20,000 jobs, floor: one look at them all in bare SQLite"
    assert show(title, figures) == []


def test_the_home_screen_can_be_measured(tmp_path: Path, qtbot: QtBot) -> None:
    figures = measure_today(tmp_path, qtbot, (60, 300, 400), rounds=1)
    assert all(figure.value > 0 for figure in figures)
