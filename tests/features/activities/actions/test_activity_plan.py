"""Activities: planned, changed, deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from builders import (
    DONE,
    activity_draft,
    add_activity,
    add_people,
    add_person,
    new_store,
    printed,
    refused,
    signed_up,
    taken_back,
    unchanged,
)
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.store.work import Work
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend, plan
from buurtapp.features.activities.records import ActivityDraft
from buurtapp.features.activities.tables.money import BudgetLine, Fund, Receipt
from buurtapp.features.activities.tables.runsheet import Job, JobHelper
from buurtapp.features.group.tables import PrintLog
from buurtapp.features.promises import actions as promises
from buurtapp.features.promises.records import PromiseDraft
from buurtapp.features.promises.tables import Promise
from buurtapp.features.sheets import queries as sheets

FULL = ActivityDraft(
    " Soep op woensdag ",
    datetime(2026, 10, 14, 12),
    "Samen soep eten <met> brood.",
    "eten",
    "De Kas",
    datetime(2026, 10, 14, 13, 30),
    16,
    "gratis",
    "Samira",
    None,
    "helper",
    "Iedereen",
)


def test_everything_about_an_activity_is_kept(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        (henk,) = add_people(store, 1)
        with taken_back(store):
            number = store.write(plan.added_label(FULL.title), plan.add_activity, replace(FULL, contact_person_id=henk))
        card = store.read(queries.card, number)
        assert card.draft == replace(FULL, title="Soep op woensdag", contact_person_id=henk)
        assert card.contact_name == "Buur Nummer-aa"
        assert card.counts.came is None


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"title": " "}, {"title"}),
        ({"title": "x" * 301}, {"title"}),
        ({"starts_at": None}, {"starts_at"}),
        ({"ends_at": datetime(2026, 10, 14, 12)}, {"ends_at"}),
        ({"capacity": 0}, {"capacity"}),
        ({"source": "king"}, {"source"}),
        ({"title": "", "starts_at": None, "capacity": -1, "source": ""}, {"title", "starts_at", "capacity", "source"}),
    ],
)
def test_all_that_is_wrong_is_told_at_once(tmp_path: Path, wrong: dict[str, object], fields: set[str]) -> None:
    with new_store(tmp_path) as store:
        before = unchanged(store)
        with pytest.raises(DraftInvalid) as told:
            store.write(DONE, plan.add_activity, replace(FULL, **wrong))  # type: ignore[arg-type]
        assert {problem.field for problem in told.value.problems} == fields
        assert unchanged(store) == before


def test_a_contact_must_be_somebody(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, refused("not_found"):
        store.write(DONE, plan.add_activity, replace(FULL, contact_person_id=9))


def test_a_change_is_taken_back(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store)
        with taken_back(store):
            store.write(plan.changed_label("x"), plan.change_activity, number, replace(FULL, title="Soep"))
        assert store.read(queries.card, number).draft.title == "Soep"
        with refused("not_found"):
            store.write(DONE, plan.change_activity, 99, FULL)


def test_more_room_is_for_who_waits(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 4)
        number = store.write(DONE, plan.add_activity, activity_draft(capacity=2))
        signed_up(store, number, people)
        store.write(DONE, plan.change_activity, number, activity_draft(capacity=3))
        waiting = [row.person.id for row in store.read(queries.signups, number) if row.waiting]
        assert waiting == people[3:]
        store.write(DONE, plan.change_activity, number, activity_draft(capacity=None))
        assert store.read(queries.card, number).counts.waiting == 0


def test_deleting_takes_sign_ups_and_attendance_along_but_not_the_paper(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 2)
        number = add_activity(store)
        signed_up(store, number, people)
        sheet = printed(store, number)
        store.write(DONE, attend.set_present, number, people[0], present=True)
        store.write(DONE, attend.count_heads, number, 1, 2)

        with taken_back(store):
            store.write(plan.deleted_label("Soep"), plan.delete_activity, number)

        assert store.read(queries.listed) == []
        assert store.read(sheets.find, sheet.code).title == "Soep op woensdag"


def test_deleting_takes_all_that_belongs_to_it_and_one_undo_brings_it_back(tmp_path: Path) -> None:
    """A flyer that was printed stays in the log; a fund keeps its receipt."""
    with new_store(tmp_path) as store:
        soup, person = add_activity(store), add_person(store)
        signed_up(store, soup, [person])
        store.write(DONE, _everything_about, soup, person)
        before = store.check().digest
        store.write(DONE, plan.delete_activity, soup)
        assert store.read(queries.listed) == []
        assert store.read(_left) == (0, 0, 1, 1)
        store.undo()
        assert store.check().digest == before
        assert store.read(_left) == (1, 1, 1, 1)


def _everything_about(work: Work, activity: int, person: int) -> None:
    job = work.add(
        Job(
            activity_id=activity,
            phase="day",
            position=0,
            title="Soep koken",
            needs="",
            step="",
            day_offset=0,
            minute_offset=-60,
            minutes=60,
            places=2,
            person_id=person,
            who="",
            done_at=None,
        )
    )
    work.add(JobHelper(job_id=job.id, person_id=person))
    fund = work.add(
        Fund(
            name="Wijkbudget", giver="", reference="", granted=0, deadline=None, signer="", signed_on=None, sent_on=None
        )
    )
    line = work.add(BudgetLine(activity_id=None, fund_id=fund.id, position=0, title="Soep", planned=1000))
    work.add(
        Receipt(
            line_id=line.id, activity_id=activity, title="Prei", amount=450, paid_on=None, holder="", attachment_id=None
        )
    )
    work.add(
        PrintLog(
            kind="flyer", activity_id=activity, description="A6", copies=60, pages=15, printed_at=work.now, people=None
        )
    )
    promises.add_promise(work, PromiseDraft("Bel Joke", about_kind="activity", about_id=activity))


def _left(session: Session) -> tuple[int, ...]:
    return tuple(
        session.scalar(select(func.count()).select_from(kind)) or 0 for kind in (Job, Promise, Receipt, PrintLog)
    )
