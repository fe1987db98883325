"""What keeps a series whole when one of its times is taken away."""

from __future__ import annotations

from sqlalchemy import func, select

from buurtapp.core.store.work import Work
from buurtapp.features.activities.tables import Activity
from buurtapp.features.activities.tables.series import Series, SeriesSkip


def leave_out(work: Work, activity: Activity, why: str = "") -> None:
    """Note that the time of an activity is left out of its series, so that it is not made again."""
    if activity.series_id is not None:
        at = activity.series_at or activity.starts_at
        work.add(SeriesSkip(series_id=activity.series_id, at=at, why=why.strip()))


def forget_empty(work: Work, number: int | None) -> None:
    """Delete a series of which nothing is left, with what was left out of it."""
    series = work.session.get(Series, number) if number is not None else None
    wanted = select(func.count()).select_from(Activity).where(Activity.series_id == number)
    if series is None or work.session.scalar(wanted):
        return
    for skip in list(work.session.scalars(select(SeriesSkip).where(SeriesSkip.series_id == number))):
        work.delete(skip)
    work.delete(series)
