"""Doing the same again: what goes along to the copy, and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from builders import (
    DONE,
    activity_draft,
    add_activity,
    add_people,
    add_person,
    new_store,
    refused,
    signed_up,
    taken_back,
)
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import copy, plan, series, trial
from buurtapp.features.activities.series.records import Repeat
from buurtapp.features.activities.tables.money import BudgetLine, Fund, Receipt
from buurtapp.features.activities.tables.runsheet import Job, RunSheetFacts

NEXT_YEAR = datetime(2027, 10, 13, 17, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def _prepare(work: Work, activity: int, person: int) -> None:
    """Give an activity a run sheet with a job that is done, and money with a receipt."""
    moment = datetime(2026, 10, 1, tzinfo=UTC)
    for position, (title, done_at) in enumerate((("Zaal vragen", moment), ("Soep koken", None))):
        work.add(
            Job(
                activity_id=activity,
                phase="before",
                position=position,
                title=title,
                needs="sleutel",
                step="",
                day_offset=-21,
                minute_offset=None,
                minutes=10,
                places=2,
                person_id=person,
                who="",
                done_at=done_at,
            )
        )
    work.add(RunSheetFacts(activity_id=activity, notice="melden", plan_b="binnen", supplies="pan", emergency="112"))
    fund = work.add(Fund(name="Oranje", giver="Gemeente", reference="", granted=10000, signer=""))
    line = work.add(BudgetLine(activity_id=activity, fund_id=fund.id, position=0, title="Boodschappen", planned=4500))
    work.add(Receipt(line_id=line.id, activity_id=activity, title="Markt", amount=1234, holder=""))


def test_a_copy_has_the_words_the_jobs_and_the_plan_for_the_money(store: Store) -> None:
    samira = add_person(store, "Samira Haddad")
    draft = replace(activity_draft(contact=samira, capacity=16), purpose="Elkaar kennen", asked_by=5, expected=20)
    number = store.write(DONE, plan.add_activity, draft)
    store.write(DONE, _prepare, number, samira)

    with taken_back(store):
        made = store.write(copy.copied_label(draft.title), copy.copy_activity, number, NEXT_YEAR)

    card = store.read(queries.card, made)
    assert card.draft == replace(draft, starts_at=NEXT_YEAR, ends_at=NEXT_YEAR + timedelta(minutes=90))
    assert (card.copied_from_id, card.counts.names, card.fund_id) == (number, 0, None)
    assert store.read(_jobs, made) == [("Zaal vragen", -21, samira, None), ("Soep koken", -21, samira, None)]
    assert store.read(_money, made) == [("Boodschappen", 4500, None)]
    assert store.read(lambda session: session.scalars(select(Receipt.activity_id)).all()) == [number]
    facts = store.read(lambda session: session.scalars(select(RunSheetFacts).order_by(RunSheetFacts.id)).all())
    assert [(one.activity_id, one.plan_b) for one in facts] == [(number, "binnen"), (made, "binnen")]


def _jobs(session: Session, activity: int) -> list[tuple[object, ...]]:
    wanted = select(Job.title, Job.day_offset, Job.person_id, Job.done_at).where(Job.activity_id == activity)
    return [tuple(row) for row in session.execute(wanted.order_by(Job.position))]


def _money(session: Session, activity: int) -> list[tuple[object, ...]]:
    wanted = select(BudgetLine.title, BudgetLine.planned, BudgetLine.fund_id)
    return [tuple(row) for row in session.execute(wanted.where(BudgetLine.activity_id == activity))]


def test_the_same_people_come_along_in_their_order_when_that_is_asked(store: Store) -> None:
    number = add_activity(store, capacity=2)
    people = add_people(store, 3)
    shy = add_person(store, "Jaap Mulder", do_not_approach=True)
    signed_up(store, number, [people[2], shy, people[0], people[1]])

    with taken_back(store):
        made = store.write(copy.copied_label("Soep"), copy.copy_activity, number, NEXT_YEAR, with_people=True)

    rows = store.read(queries.signups, made)
    assert {row.person.id for row in rows if not row.waiting} == {people[2], people[0]}
    assert [row.person.id for row in rows if row.waiting] == [people[1]]


def test_a_trial_and_a_series_are_not_copied_along(store: Store) -> None:
    add_person(store, "Henk de Wit", "Berkenpad 3")
    number = add_activity(store)
    store.write(DONE, trial.set_trial, number, "Berkenpad", 10)
    store.write(DONE, series.repeat, number, Repeat("week", 2))

    card = store.read(queries.card, store.write(DONE, copy.copy_activity, number, NEXT_YEAR))

    assert (card.trial, card.series_id, card.series_at) == (None, None, None)


def test_what_is_not_there_is_not_copied(store: Store) -> None:
    with refused("not_found"):
        store.write(DONE, copy.copy_activity, 99, NEXT_YEAR)
    with refused("draft_invalid"):
        store.write(DONE, copy.copy_activity, add_activity(store), datetime(1026, 10, 14, 12))
