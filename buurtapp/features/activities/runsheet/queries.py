"""Questions about run sheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from buurtapp.core.errors import not_found
from buurtapp.core.text import fold
from buurtapp.features.activities.runsheet.records import (
    NOTICE_DAYS,
    Facts,
    Helper,
    JobDraft,
    JobRow,
    When,
)
from buurtapp.features.activities.tables import Activity, Signup
from buurtapp.features.activities.tables.money import BudgetLine
from buurtapp.features.activities.tables.runsheet import Job, JobHelper, OwnRunSheet, RunSheetFacts, RunSheetSetting
from buurtapp.features.people.queries import listing
from buurtapp.features.people.tables import Person


def open_jobs(session: Session, activity_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return for each of these activities that has a run sheet how many jobs are done, and how many there are."""
    wanted = list(activity_ids)
    found: dict[int, tuple[int, int]] = {}
    for start in range(0, len(wanted), 500):
        asked = select(Job.activity_id, func.count(Job.done_at), func.count()).group_by(Job.activity_id)
        rows = session.execute(asked.where(Job.activity_id.in_(wanted[start : start + 500])))
        found |= {activity: (done, total) for activity, done, total in rows}
    return found


def jobs(session: Session, activity_id: int) -> list[JobRow]:
    """Return the jobs of an activity in the order of its run sheet: before, on the day, after."""
    rows = list(session.scalars(select(Job).where(Job.activity_id == activity_id)))
    rows.sort(key=lambda row: (("before", "day", "after").index(row.phase), row.position, row.id))
    return _told(session, rows)


def job(session: Session, number: int) -> JobRow:
    """Return one job; raises UserError "not_found"."""
    row = session.get(Job, number)
    if row is None:
        raise not_found("job", number)
    return _told(session, [row])[0]


def _told(session: Session, rows: Sequence[Job]) -> list[JobRow]:
    helping: defaultdict[int, list[int]] = defaultdict(list)
    numbers = [row.id for row in rows]
    for start in range(0, len(numbers), 500):
        asked = select(JobHelper).where(JobHelper.job_id.in_(numbers[start : start + 500])).order_by(JobHelper.id)
        for one in session.scalars(asked):
            helping[one.job_id].append(one.person_id)
    people = {row.person_id for row in rows if row.person_id is not None}
    people |= {number for several in helping.values() for number in several}
    names = _names(session, people)
    return [
        JobRow(
            row.id,
            row.activity_id,
            draft_of(row),
            names.get(row.person_id) if row.person_id is not None else None,
            tuple(names[number] for number in helping[row.id] if number in names),
            row.done_at,
        )
        for row in rows
    ]


def draft_of(row: Job) -> JobDraft:
    """Return a job as it would be typed."""
    return JobDraft(
        row.title,
        row.phase,
        When(row.day_offset, row.minute_offset),
        row.needs,
        row.step,
        row.minutes,
        row.places,
        row.person_id,
        row.who,
    )


def _names(session: Session, numbers: Iterable[int]) -> dict[int, Helper]:
    wanted = sorted(numbers)
    found: dict[int, Helper] = {}
    for start in range(0, len(wanted), 500):
        for person in session.scalars(select(Person).where(Person.id.in_(wanted[start : start + 500]))):
            name = listing.name_of(person)
            found[person.id] = Helper(person.id, name.spoken, name.given or name.spoken)
    return found


def facts(session: Session, activity_id: int) -> Facts:
    """Return what else stands on the run sheet of an activity."""
    row = session.scalars(select(RunSheetFacts).where(RunSheetFacts.activity_id == activity_id)).first()
    return Facts() if row is None else Facts(row.notice, row.plan_b, row.supplies, row.emergency)


def notice_days(session: Session) -> int | None:
    """Return how many days before the council wants to know; None as long as the group did not say."""
    return session.scalars(select(RunSheetSetting.value).where(RunSheetSetting.name == NOTICE_DAYS)).first()


def own_sheets(session: Session) -> list[tuple[int, str, str]]:
    """Return the run sheets of the group itself: number, name and content, by name."""
    rows = session.scalars(select(OwnRunSheet))
    return sorted(((row.id, row.name, row.content) for row in rows), key=lambda one: (fold(one[1]), one[0]))


def who_is_meant(session: Session, activity_id: int, typed: str) -> int | None:
    """Return the person whose name begins so: first those who have to do with the activity, then anybody.

    None when nobody is called so, or more than one: then the words stand as they were typed.
    """
    words = fold(typed)
    if not words:
        return None
    near = _involved(session, activity_id)
    for numbers in (near, set(listing.find_ids(session, typed, 20)) - near):
        named = _names(session, numbers)
        exact = [one.person_id for one in named.values() if words in (fold(one.short), fold(one.name))]
        if len(exact) == 1:
            return exact[0]
        if exact:
            return None
        begins = [one.person_id for one in named.values() if fold(one.name).startswith(words)]
        if len(begins) == 1:
            return begins[0]
    return None


def _involved(session: Session, activity_id: int) -> set[int]:
    activity = session.get(Activity, activity_id)
    contact = {activity.contact_person_id} if activity is not None and activity.contact_person_id is not None else set()
    signed = session.scalars(select(Signup.person_id).where(Signup.activity_id == activity_id))
    leading = session.scalars(select(Job.person_id).where(Job.activity_id == activity_id, Job.person_id.is_not(None)))
    helping = session.scalars(
        select(JobHelper.person_id).join(Job, Job.id == JobHelper.job_id).where(Job.activity_id == activity_id)
    )
    return contact | set(signed) | {number for number in leading if number is not None} | set(helping)


def done_jobs(session: Session, activity_id: int) -> frozenset[int]:
    """Return which jobs of an activity are done."""
    wanted = select(Job.id).where(Job.activity_id == activity_id, Job.done_at.is_not(None))
    return frozenset(session.scalars(wanted))


def planned_cents(session: Session, activity_id: int) -> int | None:
    """Return how much money is planned for an activity, in cents; None when nothing is."""
    return session.scalar(select(func.sum(BudgetLine.planned)).where(BudgetLine.activity_id == activity_id))
