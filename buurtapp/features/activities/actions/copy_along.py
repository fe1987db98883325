"""What goes along to a copy of an activity: the jobs of its run sheet, and what money is planned for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.features.activities.tables.money import BudgetLine
from buurtapp.features.activities.tables.runsheet import Job, RunSheetFacts


def copy_jobs(work: Work, from_id: int, to: Sequence[int]) -> None:
    """Give other activities the same jobs, none of them done, and the same facts; helpers are asked anew.

    When a job is to be done is told relative to its activity, so it moves along by itself.
    """
    jobs = list(work.session.scalars(select(Job).where(Job.activity_id == from_id).order_by(Job.id)))
    work.add_many([Job(**{**_values(job), "activity_id": number, "done_at": None}) for number in to for job in jobs])
    facts = work.session.scalars(select(RunSheetFacts).where(RunSheetFacts.activity_id == from_id)).first()
    if facts is not None:
        work.add_many([RunSheetFacts(**{**_values(facts), "activity_id": number}) for number in to])


def _values(row: Job | RunSheetFacts) -> dict[str, object]:
    """Return everything a row holds but its own number."""
    return {column.key: getattr(row, column.key) for column in row.__mapper__.column_attrs if column.key != "id"}


def copy_plan(work: Work, from_id: int, to: Sequence[int]) -> None:
    """Give other activities the same budget lines, without receipts and without a fund: that is granted once."""
    wanted = select(BudgetLine).where(BudgetLine.activity_id == from_id).order_by(BudgetLine.id)
    lines = list(work.session.scalars(wanted))
    work.add_many(
        [
            BudgetLine(activity_id=number, fund_id=None, position=one.position, title=one.title, planned=one.planned)
            for number in to
            for one in lines
        ]
    )
