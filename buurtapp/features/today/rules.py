"""When something is due, how old a copy may be, and what comes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from buurtapp.features.today.records import (
    ComingUp,
    CopyAge,
    Growth,
    MonthCount,
    NextStep,
    NotCounted,
    PaperOut,
    Readiness,
)

LIST_DAYS = 3
"""So many days before, the list should be printed: later sign-ups still come on it."""
FLYER_DAYS = 14
"""So many days before, the flyer should be in the letterboxes."""
OLD_COPY_DAYS = 14
VERY_OLD_COPY_DAYS = 30
_LEAST_MONTHS = 2


def readiness(*, printed: bool, days_left: int, days_before: int) -> Readiness:
    """Return whether a paper is done, must be made now, or can wait."""
    if printed:
        return "done"
    return "due" if days_left <= days_before else "later"


def copy_age(last_copy: datetime | None, now: datetime) -> CopyAge:
    """Return how old the last copy is; both moments are aware. A copy from the future counts as new."""
    if last_copy is None:
        return "none"
    days = (now - last_copy).days
    if days > VERY_OLD_COPY_DAYS:
        return "very_old"
    return "old" if days > OLD_COPY_DAYS else "fine"


def next_step(
    people: int,
    coming_up: Sequence[ComingUp],
    papers_out: Sequence[PaperOut],
    not_counted: Sequence[NotCounted],
    age: CopyAge,
) -> NextStep:
    """Return what to do first: list, flyer, who came, copy; in a new group people and a first activity."""
    if not people:
        return NextStep("add_people")
    for one in coming_up:
        if one.attendance_list == "due":
            return NextStep("print_list", one.activity.id)
    for one in coming_up:
        if one.flyer == "due":
            return NextStep("make_flyer", one.activity.id)
    if papers_out:
        return NextStep("enter_list", papers_out[0].activity_id, papers_out[0].code)
    if not_counted:
        return NextStep("take_attendance", not_counted[0].activity_id)
    if not coming_up:
        return NextStep("plan_activity")
    return NextStep("make_copy") if age != "fine" else NextStep("")


def growth(addresses: int, first_times: Iterable[date], today: date) -> Growth | None:
    """Return how the number of addresses that took part grew; None before two months are over.

    `first_times` holds, for each address that ever took part, the day of the first time.
    """
    days = sorted(day for day in first_times if day <= today)
    if not days:
        return None
    months = _months(days[0], today)
    if len(months) < _LEAST_MONTHS:
        return None
    counts = tuple(
        MonthCount(month, sum(1 for day in days if (day.year, day.month) <= (month.year, month.month)))
        for month in months
    )
    new = sum(1 for day in days if (day.year, day.month) == (today.year, today.month))
    return Growth(addresses, len(days), new, counts)


def _months(first: date, last: date) -> list[date]:
    """Return the first day of every month from one day to another."""
    number = first.year * 12 + first.month - 1
    end = last.year * 12 + last.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(number, end + 1)]
