"""Questions about what was learned: the last lesson, the last time, who did not come, who is thanked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from buurtapp.core.text import fold
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.afterwards import rules
from buurtapp.features.activities.afterwards.records import (
    Afterwards,
    EvaluationDraft,
    FlyerOut,
    From,
    Help,
    LastTime,
    Lesson,
    Missed,
    ThankYouJob,
    Turnout,
    Who,
)
from buurtapp.features.activities.tables import Activity, Attendance, Signup
from buurtapp.features.activities.tables.afterwards import Evaluation
from buurtapp.features.activities.tables.runsheet import Job, JobHelper
from buurtapp.features.group.queries import group
from buurtapp.features.group.tables import PrintLog
from buurtapp.features.people.queries import cards
from buurtapp.features.people.rules.approach import may_be_approached
from buurtapp.features.people.rules.meant_for import people_for
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.promises.tables import Promise


def evaluation(session: Session, activity_id: int) -> EvaluationDraft:
    """Return what was written down of an activity; an empty one when nothing was."""
    row = session.scalars(select(Evaluation).where(Evaluation.activity_id == activity_id)).first()
    return _draft(row)


def _draft(row: Evaluation | None) -> EvaluationDraft:
    if row is None:
        return EvaluationDraft()
    return EvaluationDraft(**{one.name: getattr(row, one.name) for one in fields(EvaluationDraft)})


def afterwards(session: Session, activity_id: int) -> Afterwards:
    """Return all that the two minutes are about; raises UserError "not_found"."""
    return Afterwards(
        evaluation(session, activity_id), suggested_help(session, activity_id), turnout(session, activity_id)
    )


def told_evaluation(session: Session, number: int) -> dict[str, object]:
    """Return what was written down of an activity, as it is told in JSON; raises UserError "not_found".

    `helpers` and `helper_minutes` are what was told, else what the jobs that are done say.
    """
    known = afterwards(session, number)
    draft, help_ = known.draft, known.help
    return {
        "went_well": draft.went_well,
        "next_time": draft.next_time,
        "said": draft.said,
        "helpers": draft.helpers if draft.helpers is not None else help_.helpers,
        "helper_minutes": draft.helper_minutes if draft.helper_minutes is not None else help_.minutes,
        "expected": known.turnout.expected,
        "came": known.turnout.came,
        "came_along": known.turnout.along,
    }


def suggested_help(session: Session, activity_id: int) -> Help:
    """Return who helped and how long, by the jobs that are done: minutes times the people at each of them."""
    done = list(session.scalars(select(Job).where(Job.activity_id == activity_id, Job.done_at.is_not(None))))
    helpers = select(JobHelper).where(JobHelper.job_id.in_([job.id for job in done]))
    at_work: dict[int, set[int]] = {job.id: {job.person_id} - {None} for job in done}  # type: ignore[misc]
    for helper in session.scalars(helpers):
        at_work[helper.job_id].add(helper.person_id)
    everybody = set().union(*at_work.values()) if at_work else set()
    # A job of "everybody" still took somebody's time.
    minutes = sum((job.minutes or 0) * max(len(at_work[job.id]), 1) for job in done)
    return Help(len(everybody), minutes)


def turnout(session: Session, activity_id: int) -> Turnout:
    """Return who was expected and who came; raises UserError "not_found"."""
    card = activities.card(session, activity_id)
    counts = card.counts
    firm = select(Signup.person_id).where(Signup.activity_id == activity_id, Signup.waiting.is_(False))
    signed = set(session.scalars(firm))
    present = set(session.scalars(select(Attendance.person_id).where(Attendance.activity_id == activity_id)))
    expected = card.draft.expected if card.draft.expected is not None else counts.heads
    return Turnout(
        expected, counts.came, counts.came_along, counts.names, len(signed & present), counts.heads - counts.names
    )


def last_lesson(session: Session, here: datetime) -> Lesson | None:
    """Return the newest lesson of what was held before this wall-clock time, to stand with every new plan.

    A lesson of something that is planned again stands with that plan already: it is only told when there is no other.
    """
    wanted = (
        select(Evaluation, Activity)
        .join(Activity, Activity.id == Evaluation.activity_id)
        .where(Evaluation.next_time != "", Activity.starts_at <= here)
        .order_by(Activity.starts_at.desc(), Activity.id.desc())
    )
    coming = session.execute(select(Activity.title, Activity.series_id).where(Activity.starts_at > here)).all()
    titles, series = {fold(title) for title, _series in coming}, {number for _title, number in coming} - {None}
    newest: Lesson | None = None
    for row, activity in session.execute(wanted):
        lesson = Lesson(activity.starts_at.date(), activity.title, row.next_time, row.said, activity.id)
        if fold(activity.title) not in titles and activity.series_id not in series:
            return lesson
        newest = newest or lesson
    return newest


def lesson_of(session: Session, activity_id: int) -> Lesson | None:
    """Return what the last time teaches for this activity, to stand above its plan; None without words."""
    last = last_time(session, activity_id)
    if last is None or not (last.next_time or last.said):
        return None
    return Lesson(last.day, last.title, last.next_time, last.said, last.activity_id)


def last_time(session: Session, activity_id: int) -> LastTime | None:
    """Return the last time of the same series, else what was copied, else the last one with the same title.

    Only what came before this activity and was counted, or of which something was written down.
    """
    activity = session.get(Activity, activity_id)
    if activity is None:
        return None
    before = select(Activity).where(Activity.starts_at < activity.starts_at, Activity.id != activity.id)
    newest = before.order_by(Activity.starts_at.desc(), Activity.id.desc())
    tries: list[tuple[From, Select[Activity]]] = []
    if activity.series_id is not None:
        tries.append(("series", newest.where(Activity.series_id == activity.series_id)))
    if activity.copied_from_id is not None:
        tries.append(("copy", newest.where(Activity.id == activity.copied_from_id)))
    for found_by, wanted in tries:
        for found in session.scalars(wanted):
            told = _told(session, found, found_by)
            if told is not None:
                return told
    # Titles are compared as people read them: large letters and accents make no other soup.
    titles = before.with_only_columns(Activity.id, Activity.title).order_by(None)
    same = [number for number, title in session.execute(titles) if fold(title) == fold(activity.title)]
    for found in session.scalars(newest.where(Activity.id.in_(same))):
        told = _told(session, found, "title")
        if told is not None:
            return told
    return None


def _told(session: Session, activity: Activity, found_by: From) -> LastTime | None:
    draft, came = evaluation(session, activity.id), turnout(session, activity.id)
    if came.came is None and draft.is_empty:
        return None
    return LastTime(
        activity.id,
        activity.starts_at.date(),
        activity.title,
        found_by,
        came,
        draft.went_well,
        draft.next_time,
        draft.said,
    )


def first_timers_signed_up(session: Session, activity_id: int) -> int:
    """Return how many of who signed up with a place never came to anything before."""
    firm = select(Signup.person_id).where(Signup.activity_id == activity_id, Signup.waiting.is_(False))
    return len(activities.first_timers(session, activity_id, session.scalars(firm)))


def lifts_asked(session: Session, activity_id: int) -> tuple[int, int]:
    """Return how many with a place need a lift, and how many bring something."""
    firm = select(Signup).where(Signup.activity_id == activity_id, Signup.waiting.is_(False))
    rows = list(session.scalars(firm))
    return sum(row.lift for row in rows), sum(bool(row.brings) for row in rows)


def flyer_out(session: Session, activity_id: int) -> FlyerOut | None:
    """Return how many flyers were printed for an activity, and when last; None when none were."""
    wanted = select(func.sum(PrintLog.copies), func.max(PrintLog.printed_at))
    wanted = wanted.where(PrintLog.kind == "flyer", PrintLog.activity_id == activity_id)
    copies, when = session.execute(wanted).one()
    return FlyerOut(copies, when) if copies else None


def missed(session: Session, activity_id: int) -> list[Missed]:
    """Return who signed up with a place and did not come, by name; nobody as long as nobody was counted.

    A phone number is only told of whoever may be called.
    """
    if activities.counts_of(session, [activity_id])[activity_id].came is None:
        return []
    there = select(Attendance.person_id).where(Attendance.activity_id == activity_id, Attendance.person_id.is_not(None))
    wanted = select(Signup.person_id).where(Signup.activity_id == activity_id, Signup.waiting.is_(False))
    people = cards.cards(session, list(session.scalars(wanted.where(Signup.person_id.not_in(there)))))
    planned = set(session.scalars(_open_calls(activity_id)))
    found = []
    for card in people:
        may = may_be_approached(card, "phone")
        phone = nice_phone(card.phones[0]) if may and card.phones else ""
        found.append(Missed(card.id, card.name.spoken, card.door.line, phone, may, card.id in planned))
    return sorted(found, key=lambda one: (fold(one.name), one.person_id))


def _open_calls(activity_id: int) -> Select[Any]:
    about = (Promise.about_kind == "activity", Promise.about_id == activity_id)
    return select(Promise.about_person_id).where(*about, Promise.kind == "call", Promise.done_at.is_(None))


def helpers_of(session: Session, activity_id: int) -> list[int]:
    """Return who helped: who leads or helps with a job, then the contact person; each once."""
    owners = select(Job.person_id).where(Job.activity_id == activity_id, Job.person_id.is_not(None))
    others = select(JobHelper.person_id).join(Job, Job.id == JobHelper.job_id).where(Job.activity_id == activity_id)
    contact = select(Activity.contact_person_id).where(
        Activity.id == activity_id, Activity.contact_person_id.is_not(None)
    )
    return _once(session, (owners.order_by(Job.position), others.order_by(JobHelper.id), contact))


def who_came(session: Session, activity_id: int) -> list[int]:
    """Return everybody known by name who was there; each once."""
    there = select(Attendance.person_id).where(Attendance.activity_id == activity_id, Attendance.person_id.is_not(None))
    return _once(session, (there.order_by(Attendance.id),))


def _once(session: Session, asked: Iterable[Select[Any]]) -> list[int]:
    found: Sequence[int | None] = [number for one in asked for number in session.scalars(one)]
    return [number for number in dict.fromkeys(found) if number is not None]


def thank_you(session: Session, activity_id: int, who: Who = "helpers") -> ThankYouJob:
    """Return the cards to thank people of an activity with; none of those who want to be left alone.

    Organisers that were only written down stand behind the people we know. Raises UserError "not_found".
    """
    activity = activities.card(session, activity_id)
    numbers = helpers_of(session, activity_id) if who == "helpers" else who_came(session, activity_id)
    known = cards.cards(session, numbers)
    may, may_not = people_for("thank-you", known)
    names = [rules.called(card.name) for card in may]
    if who == "helpers":
        names += rules.organisers(activity.draft.organiser, [card.name for card in known])
    owner = group(session)
    return ThankYouJob(
        activity.draft.title,
        activity.starts_at.date(),
        who,
        tuple(names),
        owner.name,
        owner.logo,
        owner.theme,
        len(may_not),
    )
