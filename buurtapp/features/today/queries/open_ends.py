"""What was left open: paper that is out, activities nobody counted or looked back on, series and funds that run out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from buurtapp.core.store.ask import Ask, stored
from buurtapp.core.text import fold
from buurtapp.features.today import rules
from buurtapp.features.today.records import (
    PAPER_KINDS,
    FundDue,
    NotCounted,
    NotEvaluated,
    PaperKind,
    PaperOut,
    SeriesEnd,
)
from buurtapp.printing.codes import human_code

_FORGET_DAYS = 60
"""Nobody remembers who came two months ago: then it is no longer asked."""
_LEARN_DAYS = 14
"""What an activity taught is fresh for two weeks."""
_FUND_DAYS = 90
"""So long before, the account of a fund is shown."""
_ATTENDANCE: PaperKind = "attendance"
_AHEAD_OF_TIME: PaperKind = "sign-up"
"""The one sheet that should be home before the activity begins."""
_LONG_AGO = "0001-01-01"
_OUT = (
    "SELECT sheet.id, sheet.code, activity.id, activity.title, activity.starts_at FROM sheet"
    " JOIN activity ON activity.id = sheet.subject_id"
    " WHERE sheet.kind = ? AND activity.id NOT IN"
    " (SELECT subject_id FROM sheet WHERE kind = ? AND came_home_at IS NOT NULL)"
    " AND CASE WHEN sheet.kind = 'sign-up' THEN starts_at ELSE coalesce(ends_at, starts_at) END < ?"
    " AND starts_at >= ? ORDER BY starts_at, activity.id, sheet.id"
)
_NOT_COUNTED = (
    "SELECT id, title, starts_at FROM activity WHERE coalesce(ends_at, starts_at) < ? AND starts_at >= ?"
    " AND NOT EXISTS (SELECT 1 FROM attendance WHERE activity_id = activity.id)"
    " AND NOT EXISTS (SELECT 1 FROM head_count WHERE activity_id = activity.id)"
    " AND id NOT IN (SELECT subject_id FROM sheet WHERE kind = ?) ORDER BY starts_at, id"
)
_NOT_EVALUATED = (
    "SELECT id, title, starts_at FROM activity WHERE coalesce(ends_at, starts_at) < ? AND starts_at >= ?"
    " AND (EXISTS (SELECT 1 FROM attendance WHERE activity_id = activity.id)"
    " OR EXISTS (SELECT 1 FROM head_count WHERE activity_id = activity.id))"
    " AND id NOT IN (SELECT activity_id FROM evaluation) ORDER BY starts_at, id"
)


def papers_out(ask: Ask, here: datetime) -> tuple[PaperOut, ...]:
    """Return the sheets that should have come home, longest out first; of more prints of one sheet the newest."""
    tomorrow = datetime.combine(here.date() + timedelta(days=1), datetime.min.time())
    found: list[tuple[str, PaperOut]] = []
    for kind in PAPER_KINDS:
        # A list of who came is waited for as long as it takes; the others are worth nothing after two months.
        since = _LONG_AGO if kind == _ATTENDANCE else _since(here, _FORGET_DAYS)
        until = stored(tomorrow if kind == _AHEAD_OF_TIME else here)
        newest = {row[2]: row for row in ask(_OUT, (kind, kind, until, since))}
        found += [(row[4], _paper(row, kind, here)) for row in newest.values()]
    return tuple(paper for _start, paper in sorted(found, key=lambda one: one[0]))


def _paper(row: Sequence[Any], kind: PaperKind, here: datetime) -> PaperOut:
    sheet, code, activity, title, start = row
    return PaperOut(sheet, human_code(code), activity, title, _moment(start), _days(here, start), kind)


def not_counted(ask: Ask, here: datetime) -> tuple[NotCounted, ...]:
    """Return what is over and of which nobody said who came, without a list that may still come home."""
    return tuple(
        NotCounted(number, title, _moment(start), _days(here, start))
        for number, title, start in ask(_NOT_COUNTED, (stored(here), _since(here, _FORGET_DAYS), _ATTENDANCE))
    )


def not_evaluated(ask: Ask, here: datetime) -> tuple[NotEvaluated, ...]:
    """Return what was counted and of which nobody wrote what it taught; of what comes often only the last time."""
    rows = ask(_NOT_EVALUATED, (stored(here), _since(here, _LEARN_DAYS)))
    last = {fold(row[1]): row for row in rows}
    return tuple(
        NotEvaluated(number, title, _moment(start), _days(here, start)) for number, title, start in last.values()
    )


def series_ends(ask: Ask, here: datetime) -> tuple[SeriesEnd, ...]:
    """Return the series that run out, unless they are ended; what stopped long ago is no longer told."""
    rows = ask(
        "SELECT series.id, series.title, count(CASE WHEN activity.starts_at >= ? THEN 1 END), max(activity.starts_at)"
        " FROM series JOIN activity ON activity.series_id = series.id WHERE NOT series.ended"
        " GROUP BY series.id, series.title ORDER BY max(activity.starts_at), series.id",
        (stored(here),),
    )
    since = _since(here, _FORGET_DAYS)
    found = [row for row in rows if row[2] < rules.FEW_TIMES and row[3] >= since]
    return tuple(SeriesEnd(row[0], row[1], row[2], _last_of(ask, row[0])) for row in found)


def _last_of(ask: Ask, series: int) -> int:
    question = "SELECT id FROM activity WHERE series_id = ? ORDER BY starts_at DESC, id DESC LIMIT 1"
    return int(ask(question, (series,))[0][0])


def funds_due(ask: Ask, today: date) -> tuple[FundDue, ...]:
    """Return the funds that wait for their account, the earliest deadline first."""
    rows = ask(
        "SELECT id, name, deadline FROM fund WHERE sent_on IS NULL AND deadline <= ? ORDER BY deadline, id",
        ((today + timedelta(days=_FUND_DAYS)).isoformat(),),
    )
    return tuple(_fund(ask, number, name, date.fromisoformat(deadline), today) for number, name, deadline in rows)


def _fund(ask: Ask, number: int, name: str, deadline: date, today: date) -> FundDue:
    rows = ask("SELECT id FROM activity WHERE fund_id = ? ORDER BY starts_at DESC, id DESC LIMIT 1", (number,))
    days = (deadline - today).days
    return FundDue(number, name, deadline, days, rules.urgency(days), rows[0][0] if rows else None)


def _since(here: datetime, days: int) -> str:
    return stored(datetime.combine(here.date() - timedelta(days=days), datetime.min.time()))


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written)


def _days(here: datetime, start: str) -> int:
    return (here.date() - _moment(start).date()).days
