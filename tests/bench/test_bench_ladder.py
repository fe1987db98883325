"""100,000 people with a busy year behind them: where they stand, for a page and for all, and the history of one."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from measure import Figure, milliseconds, show
from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from buurtapp.core.clock import local
from buurtapp.core.store import Store
from buurtapp.core.store.tables import change, operation
from buurtapp.core.store.work import Work
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.ladder import queries
from buurtapp.features.activities.tables import Activity, Attendance, Signup
from buurtapp.features.people.queries import history
from buurtapp.features.people.rules.steps import STEPS
from buurtapp.features.people.tables import Label, Person, PersonWord
from buurtapp.features.sheets import queries as sheets
from buurtapp.sample.make import NOW, make_sample

PAGE = 128
FLOOR = """
SELECT attendance.person_id, count(*) FROM attendance JOIN activity ON activity.id = attendance.activity_id
WHERE activity.starts_at <= '2026-10-13' GROUP BY attendance.person_id
"""
"""The least that telling who stands where can cost: one sum over all attendance."""


def _busy_year(work: Work, people: int, chance: Random) -> None:
    """Write four visits of every second, a sign-up of each; for some a role, a membership, a step chosen by hand."""
    # The store keeps a transaction for the sake of mapped rows.
    work.add(Label(name="drukte", sort_name="drukte"))
    connection = work.session.connection()
    first = local(NOW).replace(tzinfo=None) - timedelta(days=400)
    blank = dict.fromkeys(("text", "kind", "place", "cost", "organiser", "source", "for_whom"), "")
    numbers = range(1001, 1501)
    connection.execute(
        insert(Activity.__table__),  # type: ignore[arg-type]
        [
            {"id": one, "title": f"Soep {one}", "starts_at": first + timedelta(days=one % 400), **blank}
            for one in numbers
        ],
    )
    came = [
        {"activity_id": chance.choice(numbers), "person_id": person, "name": ""}
        for person in range(1, people + 1, 2)
        for _time in range(4)
    ]
    connection.execute(insert(Attendance.__table__), came)  # type: ignore[arg-type]
    signed = [
        {
            "activity_id": 1001 + person % 500,
            "person_id": person,
            "guests": 0,
            "children": 0,
            "waiting": False,
            "since": NOW,
        }
        for person in range(1, people + 1)
    ]
    connection.execute(insert(Signup.__table__), signed)  # type: ignore[arg-type]
    roles = [
        {"person_id": person, "kind": kind, "word": "penningmeester" if person % 50 == 0 else "klussen", "position": 0}
        for person in range(1, people + 1, 2)
        for kind in ("language", "skill", "role")
    ]
    connection.execute(insert(PersonWord.__table__), roles)  # type: ignore[arg-type]
    connection.execute(
        text("UPDATE person SET step_override = :step, step_reason = 'zomaar' WHERE id % 20 = 0"), {"step": STEPS[3]}
    )
    connection.execute(text("UPDATE person SET member_from = '2026-01-01' WHERE id % 10 = 0"))


def _journal(work: Work, operations: int, person: int) -> None:
    """Write a long journal: many changes of everybody, and now and then one of this person."""
    work.add(Label(name="journaal", sort_name="journaal"))
    connection = work.session.connection()
    label = '{"msgid": "Changed: {name}", "values": {"name": "Ria Bos"}, "plural": null, "count": null}'
    at = datetime(2026, 1, 1).isoformat() + "+00:00"
    rows = [{"id": one, "at": at, "label": label, "undoes": None} for one in range(1, operations + 1)]
    connection.execute(insert(operation), rows)
    changes = [
        {
            "operation_id": one,
            "seq": 0,
            "table_name": "person",
            "row_id": person if one % 400 == 0 else 1 + one % 90_000,
            "before": f'{{"note": "{one}", "id": 1}}',
            "after": f'{{"note": "{one + 1}", "id": 1}}',
        }
        for one in range(1, operations + 1)
    ]
    connection.execute(insert(change), changes)


def _history(session: Session, here: datetime, person: int) -> int:
    told = (activities.happenings, sheets.happenings, history.happenings)
    return sum(len(query(session, here, person)) for query in told)


def measure_ladder(folder: Path, people: int, operations: int, rounds: int) -> list[Figure]:
    here, chance = local(NOW), Random(1)
    with make_sample(folder / "stad.buurt", None, people) as store:
        store.fill(_busy_year, people, chance)
        store.fill(_journal, operations, people)
        floor = milliseconds(lambda: _floor(store), rounds)
        page = list(range(people // 2, people // 2 + min(PAGE, people // 3)))
        one_page = milliseconds(lambda: store.read(queries.rungs, here, page), rounds)
        lit = milliseconds(lambda: store.read(queries.lit, here), rounds)
        counts = milliseconds(lambda: store.read(queries.counts, here), rounds)
        why = milliseconds(lambda: store.read(queries.involvement, here, [people]), rounds)
        past = milliseconds(lambda: store.read(_history, here, people), rounds)
        assert store.read(_history, here, people) > 1
        assert sum(store.read(queries.counts, here).values()) == people
        assert store.read(lambda session: session.get_one(Person, 20).step_override) == STEPS[3]
    return [
        Figure("where a page of people stands", one_page, "ms", most=50),
        Figure("everybody with a window that is lit", lit, "ms", floor, most=1000, most_ratio=10),
        Figure("how many stand on each step", counts, "ms", floor, most=1000, most_ratio=10),
        Figure("where one stands, and why", why, "ms", most=20),
        Figure(f"the history of one, after {operations:,} operations", past, "ms", most=50),
    ]


def _floor(store: Store) -> None:
    store.read(lambda session: session.connection().exec_driver_sql(FLOOR).fetchall())


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_a_town_knows_at_once_where_everybody_stands(tmp_path: Path) -> None:
    figures = measure_ladder(tmp_path, 100_000, 100_000, rounds=5)
    assert show("Ladder and history of 100,000 people, floor: one sum over all attendance", figures) == []


def test_the_ladder_of_a_street_can_be_measured(tmp_path: Path) -> None:
    figures = measure_ladder(tmp_path, 400, 800, rounds=1)
    assert all(figure.value > 0 for figure in figures)
