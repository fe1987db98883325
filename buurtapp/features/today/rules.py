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
    Readiness,
    TodayView,
    Urgency,
)

LIST_DAYS = 3
"""So many days before, the list should be printed: later sign-ups still come on it."""
FLYER_DAYS = 14
"""So many days before, the flyer should be in the letterboxes."""
JOB_DAYS = 1
"""The day before, somebody has to be found for every job."""
EARLY_MINUTES = 30
"""People come in before it begins."""
SOON_DAYS, URGENT_DAYS = 30, 7
"""Under so many days a deadline is near, and pressing (ui-notes, screen 20)."""
FEW_TIMES = 3
"""With fewer times ahead, a series runs out."""
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


def urgency(days: int) -> Urgency:
    """Return how pressing a deadline is, so many days from today."""
    if days < URGENT_DAYS:
        return "late"
    return "soon" if days < SOON_DAYS else "calm"


def next_step(view: TodayView) -> NextStep:
    """Return what to do first; in a new group people and a first activity.

    What is going on now comes before everything. Then list, flyer, jobs of tomorrow that nobody does, who came, paper
    that is out, what it taught, a plan, a copy. `next_step` of the view itself is not looked at.
    """
    if not view.people:
        return NextStep("add_people")
    steps = (*_steps_ahead(view.coming_up), *_steps_back(view))
    if steps:
        return steps[0]
    if not view.coming_up:
        return NextStep("plan_activity")
    return NextStep("make_copy") if view.copy_age != "fine" else NextStep("")


def _steps_ahead(coming_up: Sequence[ComingUp]) -> list[NextStep]:
    now = [one for one in coming_up if one.is_now]
    later = [one for one in coming_up if not one.is_now]
    return [
        *(NextStep("take_attendance", one.activity.id) for one in now if _is_counted_at_the_door(one)),
        *(NextStep("print_list", one.activity.id) for one in later if one.attendance_list == "due"),
        *(NextStep("make_flyer", one.activity.id) for one in later if one.flyer == "due"),
        *(NextStep("fill_jobs", one.activity.id) for one in later if one.jobs == "due"),
    ]


def _is_counted_at_the_door(one: ComingUp) -> bool:
    """Return whether there is no paper on which people are ticked, or the door is in use all the same."""
    return one.attendance_list != "done" or one.activity.counts.came is not None


def _steps_back(view: TodayView) -> list[NextStep]:
    return [
        *(NextStep("take_attendance", one.activity_id) for one in view.not_counted[:1]),
        *(NextStep("enter_list", one.activity_id, one.code) for one in view.papers_out[:1]),
        *(NextStep("evaluate", one.activity_id) for one in view.not_evaluated[:1]),
    ]


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
