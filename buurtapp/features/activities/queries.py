"""Questions about activities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from buurtapp.core.errors import not_found
from buurtapp.features.activities.records import (
    ActivityCard,
    ActivityDraft,
    ActivityRow,
    Counts,
    Presence,
    SignupRow,
    WalkIn,
)
from buurtapp.features.activities.tables import Activity, Attendance, HeadCount, Signup
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.tables import Person


def listed(session: Session) -> list[ActivityRow]:
    """Return all activities, earliest first."""
    activities = list(session.scalars(select(Activity).order_by(Activity.starts_at, Activity.id)))
    counts = counts_of(session, [activity.id for activity in activities])
    return [_row(activity, counts[activity.id]) for activity in activities]


def upcoming(session: Session, now: datetime, most: int = 5) -> list[ActivityRow]:
    """Return the next activities: those that have not ended at this wall-clock time."""
    ends = func.coalesce(Activity.ends_at, Activity.starts_at)
    wanted = select(Activity).where(ends >= now).order_by(Activity.starts_at, Activity.id).limit(most)
    activities = list(session.scalars(wanted))
    counts = counts_of(session, [activity.id for activity in activities])
    return [_row(activity, counts[activity.id]) for activity in activities]


def _row(activity: Activity, counts: Counts) -> ActivityRow:
    return ActivityRow(
        activity.id,
        activity.title,
        activity.kind,
        activity.place,
        activity.starts_at,
        activity.ends_at,
        activity.capacity,
        counts,
    )


def card(session: Session, number: int) -> ActivityCard:
    """Return everything about one activity; raises UserError "not_found"."""
    activity = session.get(Activity, number)
    if activity is None:
        raise not_found("activity", number)
    draft = ActivityDraft(
        activity.title,
        activity.starts_at,
        activity.text,
        activity.kind,
        activity.place,
        activity.ends_at,
        activity.capacity,
        activity.cost,
        activity.organiser,
        activity.contact_person_id,
        activity.source,
        activity.for_whom,
    )
    name, phone = _contact(session, activity.contact_person_id)
    return ActivityCard(number, draft, counts_of(session, [number])[number], name, phone)


def _contact(session: Session, person_id: int | None) -> tuple[str, str]:
    person = session.get(Person, person_id) if person_id is not None else None
    if person is None:
        return "", ""
    phones = cards.phones_of(session, [person.id])[person.id]
    return listing.name_of(person).spoken, phones[0] if phones else ""


def counts_of(session: Session, activities: Iterable[int]) -> dict[int, Counts]:
    """Return how many signed up, wait and came, for each of these activities."""
    wanted = list(activities)
    names: defaultdict[int, int] = defaultdict(int)
    heads: defaultdict[int, int] = defaultdict(int)
    waiting: defaultdict[int, int] = defaultdict(int)
    signed = select(Signup.activity_id, Signup.waiting, func.count(), func.sum(Signup.guests + Signup.children))
    for number, waits, people, extra in session.execute(
        signed.where(Signup.activity_id.in_(wanted)).group_by(Signup.activity_id, Signup.waiting)
    ):
        if waits:
            waiting[number] = people
        else:
            names[number], heads[number] = people, people + (extra or 0)
    came = _came(session, wanted)
    return {number: Counts(names[number], heads[number], waiting[number], came.get(number)) for number in wanted}


def _came(session: Session, activities: list[int]) -> dict[int, int]:
    came: defaultdict[int, int] = defaultdict(int)
    present = select(Attendance.activity_id, func.count()).where(Attendance.activity_id.in_(activities))
    for number, people in session.execute(present.group_by(Attendance.activity_id)):
        came[number] += people
    extra = select(HeadCount.activity_id, func.sum(HeadCount.guests + HeadCount.children))
    for number, heads in session.execute(
        extra.where(HeadCount.activity_id.in_(activities)).group_by(HeadCount.activity_id)
    ):
        came[number] += heads or 0
    return dict(came)


def signups(session: Session, activity_id: int) -> list[SignupRow]:
    """Return who signed up, by name; the waiting list last, in its own order."""
    rows = list(
        session.scalars(select(Signup).where(Signup.activity_id == activity_id).order_by(Signup.since, Signup.id))
    )
    people = {person.id: person for person in listing.rows(session, [row.person_id for row in rows])}
    made = [SignupRow(row.id, people[row.person_id], row.guests, row.children, row.waiting) for row in rows]
    firm = sorted((row for row in made if not row.waiting), key=lambda row: (row.person.name.listed.casefold(), row.id))
    return firm + [row for row in made if row.waiting]


def presence(session: Session, activity_id: int) -> Presence:
    """Return who was there."""
    rows = session.scalars(
        select(Attendance).where(Attendance.activity_id == activity_id).order_by(Attendance.id)
    ).all()
    tallies = session.scalars(select(HeadCount).where(HeadCount.activity_id == activity_id)).all()
    return Presence(
        tuple(row.person_id for row in rows if row.person_id is not None),
        tuple(WalkIn(row.name, row.person_id) for row in rows if row.name),
        sum(tally.guests for tally in tallies),
        sum(tally.children for tally in tallies),
    )


def activities_of(session: Session, person_id: int) -> list[tuple[ActivityRow, bool]]:
    """Return what somebody signed up for or came to, newest first, and whether they were there."""
    came = set(session.scalars(select(Attendance.activity_id).where(Attendance.person_id == person_id)))
    signed = set(session.scalars(select(Signup.activity_id).where(Signup.person_id == person_id)))
    wanted = (
        select(Activity).where(Activity.id.in_(came | signed)).order_by(Activity.starts_at.desc(), Activity.id.desc())
    )
    activities = list(session.scalars(wanted))
    counts = counts_of(session, [activity.id for activity in activities])
    return [(_row(activity, counts[activity.id]), activity.id in came) for activity in activities]
