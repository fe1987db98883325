"""What money is planned for an activity, taken along to another."""

from __future__ import annotations

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.features.activities.money.tables import BudgetLine


def copy_plan(work: Work, from_id: int, to_id: int) -> None:
    """Give another activity the same budget lines, without receipts and without a fund: that is granted once."""
    lines = work.session.scalars(select(BudgetLine).where(BudgetLine.activity_id == from_id).order_by(BudgetLine.id))
    work.add_many(
        [
            BudgetLine(activity_id=to_id, fund_id=None, position=one.position, title=one.title, planned=one.planned)
            for one in list(lines)
        ]
    )
