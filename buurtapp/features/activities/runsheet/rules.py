"""What a job may be, the order of jobs, the backward plan, and when something should have been done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.text import fold
from buurtapp.features.activities.runsheet import when as times
from buurtapp.features.activities.runsheet.records import (
    PHASES,
    STEPS,
    Facts,
    Helper,
    JobDraft,
    JobRow,
    PlanStep,
    RunSheet,
    SheetJob,
    When,
)

LONGEST_TITLE, LONGEST_NEEDS, LONGEST_WHO = 200, 300, 120
LONGEST_FACT, LONGEST_NAME = 2000, 80
MOST_MINUTES, MOST_PLACES = 24 * 60, 500
MOST_DAY_MINUTES = 3 * 24 * 60
MOST_JOBS = 200
LEAST_NOTICE, MOST_NOTICE = 1, 365
EVERYBODY = ("iedereen", "everybody", "everyone", "allemaal", "samen", "all")

JobState = Literal["done", "late", "today", "day", "later"]
"""Of a job: done, its day is past, for today, on the day of the activity, or later."""

_PLAN: tuple[tuple[str, str, int, Text], ...] = (
    ("notice", "before", 0, text(N_("Tell the council"))),
    ("flyer", "before", -14, text(N_("Print and hand out the flyer"))),
    ("shopping", "before", -1, text(N_("Do the shopping"))),
    ("list", "before", -1, text(N_("Print the attendance list"))),
    ("thanks", "after", 5, text(N_("Thank the helpers and those who came"))),
    ("account", "after", 14, text(N_("Settle the money: receipts and account"))),
)
"""Step, phase, days from the activity (the notice: as the group says), and the words of its job."""


def problems(draft: JobDraft) -> list[DraftProblem]:
    """Return what is wrong with a job, all at once."""
    found = []
    if not draft.title.strip():
        found.append(DraftProblem("title", text(N_("Write down what has to be done."))))
    found += _too_long(draft)
    if draft.phase not in PHASES:
        found.append(DraftProblem("phase", text(N_("Choose before, on the day or after."))))
    elif not times.fits_phase(draft.when, draft.phase):
        found.append(DraftProblem("when", _phase_words(draft)))
    elif abs(draft.when.days) > times.MOST_DAYS or abs(draft.when.minutes or 0) > MOST_DAY_MINUTES:
        found.append(DraftProblem("when", text(N_("This is too far from the day of the activity."))))
    if draft.step not in ("", *STEPS):
        found.append(DraftProblem("step", text(N_("Choose a step of the plan, or none."))))
    if draft.minutes is not None and not 1 <= draft.minutes <= MOST_MINUTES:
        found.append(
            DraftProblem("minutes", text(N_("Fill in how many minutes it takes, at most {most}."), most=MOST_MINUTES))
        )
    if not 1 <= draft.places <= MOST_PLACES:
        found.append(
            DraftProblem("places", text(N_("Fill in for how many people it is, from 1 to {most}."), most=MOST_PLACES))
        )
    return found


def _too_long(draft: JobDraft) -> list[DraftProblem]:
    limits = (
        ("title", draft.title, LONGEST_TITLE),
        ("needs", draft.needs, LONGEST_NEEDS),
        ("who", draft.who, LONGEST_WHO),
    )
    return [
        DraftProblem(field, text(N_("This is too long. Use at most {most} letters."), most=most))
        for field, words, most in limits
        if len(words) > most
    ]


def _phase_words(draft: JobDraft) -> Text:
    if draft.when.minutes is not None:
        return text(N_("A time of the clock is for jobs on the day itself."))
    if draft.phase == "before":
        return text(N_("This is after the day. Choose “afterwards”, or write for instance: 1 week before."))
    if draft.phase == "after":
        return text(N_("This is before the day. Choose “before”, or write for instance: 1 day after."))
    return text(N_("On the day itself write a time, such as 11.00, or leave it empty."))


def fact_problems(facts: Facts) -> list[DraftProblem]:
    """Return what is wrong with what else stands on the sheet."""
    return [
        DraftProblem(name, text(N_("This is too long. Use at most {most} letters."), most=LONGEST_FACT))
        for name in ("notice", "plan_b", "supplies", "emergency")
        if len(getattr(facts, name)) > LONGEST_FACT
    ]


def name_problems(name: str, others: Iterable[str]) -> list[DraftProblem]:
    """Return what is wrong with the name of a run sheet to use again; `others` are those there are."""
    if not name.strip():
        return [DraftProblem("name", text(N_("Give this run sheet a name.")))]
    if len(name) > LONGEST_NAME:
        return [DraftProblem("name", text(N_("This is too long. Use at most {most} letters."), most=LONGEST_NAME))]
    if fold(name) in {fold(other) for other in others}:
        return [DraftProblem("name", text(N_("There is a run sheet with this name already.")))]
    return []


def nothing_to_keep() -> list[DraftProblem]:
    """Return what is told when a run sheet without jobs is kept to use again."""
    return [DraftProblem("name", text(N_("There are no jobs yet. Add some first.")))]


def notice_problems(days: int) -> list[DraftProblem]:
    """Return what is wrong with how long before the council wants to know."""
    if LEAST_NOTICE <= days <= MOST_NOTICE:
        return []
    said = text(N_("Fill in a number of days from {least} to {most}."), least=LEAST_NOTICE, most=MOST_NOTICE)
    return [DraftProblem("notice_days", said)]


def lines_of(words: str) -> tuple[str, ...]:
    """Return the things in a text with one on each line, or with commas between them when it is one line."""
    parts = words.splitlines() if "\n" in words.strip() else words.split(",")
    return tuple(part.strip() for part in parts if part.strip())


def place_for(draft: JobDraft, rows: Sequence[When]) -> int:
    """Return where in its phase a new job belongs, from 0: after what is earlier or at the same time."""
    mine = _order(draft.when)
    return next((at for at, other in enumerate(rows) if _order(other) > mine), len(rows))


def _order(when: When) -> tuple[int, int]:
    # On the day itself what has no time comes last: it is done somewhere in between.
    return (when.days, when.minutes) if when.minutes is not None else (when.days, MOST_DAY_MINUTES + 1)


def state(row: JobRow, starts_at: datetime, today: date) -> JobState:
    """Return how it is with a job on this day."""
    if row.done_at is not None:
        return "done"
    day = row.draft.when.on(starts_at)
    if day < today:
        return "late"
    if day == today and row.draft.when.minutes is None:
        return "today"
    return "day" if row.draft.when.minutes is not None else "later"


def wants_somebody(row: JobRow, starts_at: datetime, today: date) -> bool:
    """Return whether a job that nobody does is worth a warning: from the day before the activity."""
    return row.done_at is None and row.has_nobody and (starts_at.date() - today).days <= 1


def short_names(helpers: Iterable[Helper]) -> dict[int, str]:
    """Return first names of people, and whole names of those who share one."""
    people = {one.person_id: one for one in helpers}
    often = Counter(fold(one.short) for one in people.values())
    return {number: one.name if often[fold(one.short)] > 1 else one.short for number, one in people.items()}


def is_everybody(words: str) -> bool:
    """Return whether words for who does it mean all who help."""
    return fold(words) in EVERYBODY


def backward_plan(starts_at: datetime, today: date, notice_days: int | None = None) -> list[PlanStep]:
    """Return the steps towards an activity and after it with their days, the earliest first.

    Without `notice_days` the council need not be told. A step whose day is past is told as so many days late.
    """
    steps = []
    for step, phase, days, title in _PLAN:
        if step == "notice" and notice_days is None:
            continue
        when = When(-(notice_days or 0)) if step == "notice" else When(days)
        steps.append(plan_step(SheetJob(title.render(), phase, when, step=step), starts_at, today))
    return sorted(steps, key=lambda one: one.when.days)


def plan_step(job: SheetJob, starts_at: datetime, today: date) -> PlanStep:
    """Return a job of a run sheet as a step on its day."""
    day = job.when.on(starts_at)
    return PlanStep(job.step, job.title, job.phase, job.when, day, max(0, (today - day).days))


def late_words(steps: Sequence[PlanStep]) -> Text | None:
    """Return what is told of steps whose day is past already; None when there are none."""
    late = [step for step in steps if step.late_days]
    if not late:
        return None
    first = max(late, key=lambda step: step.late_days)
    if len(late) == 1:
        return plural_text(
            "“{title}” should have been done {count} day ago.",
            "“{title}” should have been done {count} days ago.",
            first.late_days,
            title=first.title,
        )
    return text(
        N_("{count} jobs should have been done already. The oldest is “{title}”, {days} days ago."),
        count=len(late),
        title=first.title,
        days=first.late_days,
    )


def dated(sheet: RunSheet, notice_days: int | None) -> tuple[SheetJob, ...]:
    """Return the jobs of a run sheet, the notice to the council on the day this group needs."""
    days = notice_days
    return tuple(
        SheetJob(job.title, job.phase, When(-days), job.needs, job.step, job.minutes, job.places, job.who)
        if job.is_notice and days is not None
        else job
        for job in sheet.jobs
    )


def counted(rows: Iterable[JobRow]) -> tuple[int, int]:
    """Return how many of these jobs are done, and how many there are."""
    found = list(rows)
    return sum(row.done_at is not None for row in found), len(found)
