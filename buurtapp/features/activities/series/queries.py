"""Questions about activities that come again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from buurtapp.core.errors import not_found
from buurtapp.features.activities.series import rules
from buurtapp.features.activities.series.records import SeriesCard, SeriesDay
from buurtapp.features.activities.tables import Activity, Signup
from buurtapp.features.activities.tables.series import Series, SeriesSkip


def series_of(session: Session, activity_id: int, here: datetime) -> SeriesCard | None:
    """Return the series of an activity at this wall-clock time; None when it does not come again."""
    number = session.scalar(select(Activity.series_id).where(Activity.id == activity_id))
    return card(session, number, here) if number is not None else None


def card(session: Session, number: int, here: datetime) -> SeriesCard:
    """Return a series with all its days at this wall-clock time; raises UserError "not_found"."""
    series = session.get(Series, number)
    if series is None:
        raise not_found("series", number)
    activities = list(session.scalars(select(Activity).where(Activity.series_id == number)))
    skips = list(session.scalars(select(SeriesSkip).where(SeriesSkip.series_id == number)))
    signed = _signed_up(session, [activity.id for activity in activities])
    days = [_day(activity, here, signed.get(activity.id, 0)) for activity in activities]
    days += [SeriesDay(skip.at, skip.at, "skipped", skip_id=skip.id, why=skip.why) for skip in skips]
    days.sort(key=lambda day: (day.at, day.activity_id or 0))
    can_extend = not series.ended and bool(rules.more(series.rule, series.starts_at, [day.at for day in days]))
    return SeriesCard(number, series.title, series.rule, series.starts_at, series.ended, can_extend, tuple(days))


def _day(activity: Activity, here: datetime, signed_up: int) -> SeriesDay:
    at = activity.series_at or activity.starts_at
    is_over = (activity.ends_at or activity.starts_at) < here
    state = "past" if is_over else "coming" if activity.starts_at == at else "moved"
    return SeriesDay(at, activity.starts_at, state, activity.id, signed_up=signed_up)  # type: ignore[arg-type]


def _signed_up(session: Session, activities: list[int]) -> dict[int, int]:
    """Return how many people signed up, by activity, waiting or not."""
    wanted = select(Signup.activity_id, func.count()).where(Signup.activity_id.in_(activities))
    return dict(session.execute(wanted.group_by(Signup.activity_id)).all())


def rule_of(session: Session, activity_id: int) -> tuple[str, datetime] | None:
    """Return the rule of an activity's series and its start, None when it does not come again."""
    wanted = select(Series.rule, Series.starts_at).join(Activity, Activity.series_id == Series.id)
    found = session.execute(wanted.where(Activity.id == activity_id)).first()
    return (found[0], found[1]) if found is not None else None
