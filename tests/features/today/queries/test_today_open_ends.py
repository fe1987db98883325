"""Paper that is out, activities nobody looked back on, series that run out, accounts that are due."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from builders import DONE, NOW, add_activity, add_people, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities.actions import attend
from buurtapp.features.today import queries, rules
from buurtapp.features.today.records import TodayView
from task_builders import TODAY, add_fund, evaluate, home, in_days, in_series, paper


def _today(store: Store) -> TodayView:
    return store.read(queries.today_view, NOW)


@pytest.mark.parametrize(
    ("kind", "days", "out"),
    [
        ("attendance", -1, True),
        ("attendance", 0, False),
        ("attendance", -300, True),
        ("sign-up", 1, False),
        ("sign-up", 0, True),
        ("sign-up", -60, True),
        ("sign-up", -61, False),
        ("run-sheet", 0, False),
        ("run-sheet", -1, True),
        ("run-sheet", -61, False),
        ("form", -1, False),
    ],
)
def test_each_kind_of_paper_is_missed_in_its_time(tmp_path: Path, kind: str, days: int, out: bool) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store, "Soep", in_days(days) + timedelta(hours=9))
        paper(store, soup, kind, "7K3Q2")
        assert [(one.kind, one.days) for one in _today(store).papers_out] == ([(kind, -days)] if out else [])


def test_paper_that_came_home_is_not_missed_and_of_two_prints_the_newest_is(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup, bikes = add_activity(store, "Soep", in_days(-2)), add_activity(store, "Fietsen", in_days(-5))
        paper(store, soup, "run-sheet", "7K3Q2")
        newest = paper(store, soup, "run-sheet", "7K3Q3")
        paper(store, bikes, "attendance", "7K3Q4")
        assert [(one.title, one.kind) for one in _today(store).papers_out] == [
            ("Fietsen", "attendance"),
            ("Soep", "run-sheet"),
        ]
        assert _today(store).papers_out[1].sheet_id == newest
        home(store, newest)
        assert [one.title for one in _today(store).papers_out] == ["Fietsen"]


def test_what_was_counted_is_looked_back_on_once_for_two_weeks(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        (henk,) = add_people(store, 1)
        numbers = {days: add_activity(store, "Soep", in_days(days)) for days in (-15, -14, -7)}
        walk, nobody = add_activity(store, "Wandeling", in_days(-2)), add_activity(store, "Niemand", in_days(-1))
        for number in (*numbers.values(), walk):
            store.write(DONE, attend.set_present, number, henk, present=True)

        assert [(one.activity_id, one.days) for one in _today(store).not_evaluated] == [(numbers[-7], 7), (walk, 2)]
        evaluate(store, numbers[-7])
        assert [one.activity_id for one in _today(store).not_evaluated] == [numbers[-14], walk]
        evaluate(store, numbers[-14])
        assert [one.activity_id for one in _today(store).not_evaluated] == [walk]
        assert nobody in {one.activity_id for one in _today(store).not_counted}


def test_a_series_that_runs_out_says_so(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soups = [add_activity(store, "Soep", in_days(days)) for days in (-7, 1, 8, 15)]
        series = in_series(store, soups)
        assert _today(store).series_ends == ()
        ended = in_series(store, [add_activity(store, "Koffie", in_days(2))], ended=True)
        gone = in_series(store, [add_activity(store, "Yoga", in_days(-61))])
        just = in_series(store, [last := add_activity(store, "Zang", in_days(-60))])
        assert [(one.series_id, one.left, one.activity_id) for one in _today(store).series_ends] == [(just, 0, last)]
        assert ended != gone

        in_series(store, soups[:1])
        in_series(store, soups[3:])
        left = {one.series_id: (one.left, one.activity_id) for one in _today(store).series_ends}
        assert left[series] == (2, soups[2])


@pytest.mark.parametrize(
    ("days", "urgency"),
    [(-1, "late"), (0, "late"), (6, "late"), (7, "soon"), (29, "soon"), (30, "calm"), (90, "calm"), (91, None)],
)
def test_the_account_of_a_fund_comes_nearer(tmp_path: Path, days: int, urgency: str | None) -> None:
    with new_store(tmp_path) as store:
        fund = add_fund(store, "Wijkbudget", TODAY + timedelta(days=days))
        add_fund(store, "Zonder dag", None)
        add_fund(store, "Verstuurd", TODAY, sent_on=TODAY)
        told = [(one.fund_id, one.days, one.urgency) for one in _today(store).funds]
        assert told == ([(fund, days, urgency)] if urgency else [])
        if urgency:
            assert rules.urgency(days) == urgency
