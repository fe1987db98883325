"""What comes again in the sample: soup each Wednesday but in the summer; a trial in the Berkenpad; and who asked."""

# ruff: noqa: DTZ001 - times of activities are wall-clock times, without a zone

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.features.activities.series.records import Repeat
from buurtapp.features.activities.series.rules import rule_of
from buurtapp.features.activities.tables import Activity
from buurtapp.features.activities.tables.series import Series, SeriesSkip

_SOUP, _FIRST, _MINUTES = "Soep op woensdag", datetime(2026, 3, 4, 12), 90
_SUMMER = tuple(datetime(2026, 7, 15, 12) + timedelta(days=7 * week) for week in range(7))
_ASKED_BY = {_SOUP: 6, "Fietsen maken": 4, "Buurtwandeling": 3}
"""Title → how many residents asked for it. Nobody asked for the Beweegles."""
_TRIAL, _STREET, _ENOUGH = "Berkenpad schoon", "Berkenpad", 10


def add_repeating(work: Work) -> None:
    """Make a series of the soups that are there, and tell of each activity who asked for it."""
    activities = list(work.session.scalars(select(Activity).order_by(Activity.starts_at, Activity.id)))
    soups = [row for row in activities if row.title == _SOUP]
    if soups:
        rule = rule_of(Repeat("week"), _FIRST)
        series = work.add(Series(title=_SOUP, rule=rule, starts_at=_FIRST, minutes=_MINUTES, ended=False))
        for row in soups:
            row.series_id, row.series_at = series.id, row.starts_at
        work.add_many([SeriesSkip(series_id=series.id, at=at, why="zomer") for at in _SUMMER])
    for row in activities:
        row.asked_by = _ASKED_BY.get(row.title, row.asked_by)
        if row.title == _TRIAL:
            row.trial_street, row.trial_goal = _STREET, _ENOUGH
    work.flush()
