"""What an account tells: money, people, helpers; of one activity and of a fund."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from builders import DONE, NOW, add_activity, add_people, new_store, refused
from buurtapp.core.clock import local
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.money import actions, queries, rules
from buurtapp.features.activities.money.records import FundDraft, LineDraft, ReceiptDraft
from buurtapp.features.activities.tables import Attendance
from buurtapp.features.activities.tables.afterwards import Evaluation
from buurtapp.features.activities.tables.runsheet import Job, JobHelper

HERE = local(NOW)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def came(store: Store, activity: int, people: list[int]) -> None:
    def write(work: Work) -> None:
        work.add_many(
            Attendance(activity_id=activity, person_id=number, name="", sheet_id=None, arrived_at=None)
            for number in people
        )

    store.write(DONE, write)


def test_the_account_of_a_fund_goes_over_all_it_pays(store: Store) -> None:
    people = add_people(store, 8)
    fund = store.write(DONE, actions.add_fund, FundDraft("Wijkbudget", granted="1.500"))
    first = add_activity(store, "Soep", datetime(2026, 8, 5, 12))
    second = add_activity(store, "Soep", datetime(2026, 10, 7, 12))
    other = add_activity(store, "Borrel", datetime(2026, 9, 1, 17))
    for one in (first, second):
        store.write(DONE, actions.set_fund, one, fund)
    came(store, first, people[:5])
    came(store, second, people[3:7])
    came(store, other, people)
    store.write(DONE, attend.count_heads, second, 2, 1)
    shared = store.write(DONE, actions.add_line, LineDraft("Soep", "100", fund_id=fund))
    own = store.write(DONE, actions.add_line, LineDraft("Muziek", "50", activity_id=first))
    store.write(DONE, actions.add_line, LineDraft("Niet van ons", "9", activity_id=other))
    for line, amount, activity in ((shared, "10", first), (shared, "20,50", second), (own, "60", None)):
        store.write(DONE, actions.add_receipt, line, ReceiptDraft("Bon", amount, activity_id=activity))

    account = store.read(queries.account_of_fund, fund, HERE)

    assert [(line.title, line.planned, line.spent, line.receipts, line.papers) for line in account.lines] == [
        ("Soep", 10000, 3050, 2, 0),
        ("Muziek", 5000, 6000, 1, 0),
    ]
    assert (account.planned, account.spent) == (15000, 9050)
    assert [line.is_over for line in account.lines] == [False, True]
    assert [one.came for one in account.held] == [5, 7]
    assert rules.average(account) == 6
    turnout = account.turnout
    assert (turnout.people, turnout.addresses, turnout.all_addresses) == (7, 7, 8)
    assert [(one.month, one.addresses) for one in turnout.months] == [(8, 5), (9, 5), (10, 7)]


def test_the_account_of_an_activity_has_only_its_own_share(store: Store) -> None:
    activity, other = add_activity(store), add_activity(store)
    fund = store.write(DONE, actions.add_fund, FundDraft("Wijkbudget"), activity)
    shared = store.write(DONE, actions.add_line, LineDraft("Soep", "100", fund_id=fund))
    store.write(DONE, actions.add_line, LineDraft("Zaal", "350", fund_id=fund))
    store.write(DONE, actions.add_line, LineDraft("Muziek", "50", activity_id=activity))
    for number in (activity, other):
        store.write(DONE, actions.add_receipt, shared, ReceiptDraft("Bon", "10", activity_id=number))

    account = store.read(queries.account_of_activity, activity, HERE)
    assert [(line.title, line.planned, line.spent, line.is_shared) for line in account.lines] == [
        ("Soep", 0, 1000, True),
        ("Muziek", 5000, 0, False),
    ]
    assert len(account.receipts) == 1
    # On the screen the line of the fund is told in full.
    lines = store.read(queries.lines_of_activity, activity)
    assert [(line.title, line.spent) for line in lines] == [("Soep", 2000), ("Zaal", 0), ("Muziek", 0)]
    assert [line.title for line in store.read(queries.lines_of_activity, other)] == []


def test_helpers_come_from_the_evaluation_else_from_jobs_that_are_done(store: Store) -> None:
    one, two = add_people(store, 2)
    activity, told = add_activity(store), add_activity(store)

    def write(work: Work) -> None:
        for number in (activity, told):
            job = _job(number, one, 90)
            work.add(job)
            work.add(JobHelper(job_id=job.id, person_id=two))
            work.add(_job(number, one, 30))
            work.add(_job(number, two, 600, is_done=False))
        values = {"went_well": "Druk", "next_time": "Vroeger", "said": "", "helpers": 7, "helper_minutes": None}
        work.add(Evaluation(activity_id=told, made_at=work.now, **values))

    store.write(DONE, write)
    (held,) = store.read(queries.account_of_activity, activity, HERE).held
    assert (held.helpers, held.minutes, held.learned) == (2, 90 * 2 + 30, False)
    (held,) = store.read(queries.account_of_activity, told, HERE).held
    assert (held.helpers, held.minutes, held.learned, held.next_time) == (7, 210, True, "Vroeger")


def _job(activity: int, person: int, minutes: int, *, is_done: bool = True) -> Job:
    return Job(
        activity_id=activity,
        phase="day",
        position=0,
        title="Koken",
        needs="",
        step="",
        day_offset=0,
        minute_offset=None,
        minutes=minutes,
        places=2,
        person_id=person,
        who="",
        done_at=datetime(2026, 10, 1, tzinfo=UTC) if is_done else None,
    )


def test_an_account_of_nothing_is_empty_and_one_that_is_not_there_is_told(store: Store) -> None:
    fund = store.write(DONE, actions.add_fund, FundDraft("Leeg", deadline=date(2026, 11, 1)))
    account = store.read(queries.account_of_fund, fund, HERE)
    assert (account.lines, account.held, account.turnout.people) == ((), (), 0)
    for ask in (queries.account_of_fund, queries.account_of_activity):
        with refused("not_found"):
            store.read(ask, 99, HERE)
    with refused("not_found"):
        store.read(queries.content, 99)
    with refused("not_found"):
        store.read(queries.lines_of_activity, 99)


def test_what_must_be_in_first_stands_on_top(store: Store) -> None:
    for name, day in (("Ooit", None), ("Later", date(2027, 1, 1)), ("Eerst", date(2026, 11, 1))):
        store.write(DONE, actions.add_fund, FundDraft(name, deadline=day))
    assert [row.name for row in store.read(queries.funds)] == ["Eerst", "Later", "Ooit"]


def test_a_fund_can_be_typed_again_as_it_was(store: Store) -> None:
    draft = FundDraft("Wijkbudget", "Gemeente", "X", "1.500,25", date(2026, 11, 1), "Karin", None, None)
    number = store.write(DONE, actions.add_fund, draft)
    assert FundDraft(**queries.fund_draft(store.read(queries.fund, number))) == draft
