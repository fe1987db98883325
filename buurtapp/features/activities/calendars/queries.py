"""Questions of the calendar: a month, what stands beside it, and a list of any length, each read no further than shown.

A screen of five weeks costs the same with forty activities as with two thousand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from buurtapp.core.text import fold
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.calendars import poster_rules
from buurtapp.features.activities.calendars.records import (
    Coming,
    Entry,
    Lesson,
    MonthPlan,
    Planned,
    Poster,
    PosterRow,
    Side,
    Skipped,
)
from buurtapp.features.activities.calendars.rules import days_shown, flyer_state, in_one_room, month_start
from buurtapp.features.activities.rows import ActivityRow
from buurtapp.features.activities.rules import LASTS, end_of, is_over, list_state
from buurtapp.features.activities.tables import Activity
from buurtapp.features.activities.tables.afterwards import Evaluation
from buurtapp.features.activities.tables.runsheet import Job
from buurtapp.features.activities.tables.series import Series, SeriesSkip
from buurtapp.features.group.queries import group
from buurtapp.features.group.records import Group
from buurtapp.features.group.tables import PrintLog
from buurtapp.features.people.queries import cards as people
from buurtapp.features.people.rules.meant_for import phone_may_be_published
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.sheets.queries import ATTENDANCE
from buurtapp.features.sheets.tables import Sheet

COMING, BEEN = 4, 3
_LONGEST = timedelta(days=14)
"""How long ago something may have begun that is still going on in its room."""


def _is_over(here: datetime) -> Any:
    """Return the condition of `rules.is_over`, for SQL."""
    return or_(Activity.ends_at < here, and_(Activity.ends_at.is_(None), Activity.starts_at < here - LASTS))


def _is_ahead(here: datetime) -> Any:
    """Return the opposite; not "not": of an end that is not known SQL knows neither."""
    return or_(Activity.ends_at >= here, and_(Activity.ends_at.is_(None), Activity.starts_at >= here - LASTS))


def month(session: Session, here: datetime, day: date) -> MonthPlan:
    """Return the weeks of the month of a day, as it is at this wall-clock time."""
    first, end = (datetime.combine(one, time()) for one in days_shown(month_start(day)))
    wanted = select(Activity.id).where(Activity.starts_at >= first, Activity.starts_at < end)
    numbers = list(session.scalars(wanted.order_by(Activity.starts_at, Activity.id)))
    skips = select(Series.title, SeriesSkip.at, SeriesSkip.why).join(Series, Series.id == SeriesSkip.series_id)
    skips = skips.where(SeriesSkip.at >= first, SeriesSkip.at < end).order_by(SeriesSkip.at, SeriesSkip.id)
    return MonthPlan(
        tuple(one for one in planned(session, here, numbers) if one is not None),
        tuple(Skipped(*row) for row in session.execute(skips)),
        month_start(day),
    )


def side(session: Session, here: datetime) -> Side:
    """Return what stands beside the month at this wall-clock time."""
    soon, again = _next_times(session, here)
    been = select(Activity.id).where(_is_over(here)).order_by(Activity.starts_at.desc(), Activity.id.desc())
    last = list(session.scalars(been.limit(BEEN)))
    shown = {one.row.id: one for one in planned(session, here, [*soon, *last]) if one is not None}
    return Side(
        tuple(Coming(shown[number], again[number]) for number in soon),
        tuple(shown[number] for number in last),
        activities.ideas(session, here.year, here),
        last_lesson(session, here),
        bool(soon or last),
    )


def _next_times(session: Session, here: datetime) -> tuple[list[int], dict[int, tuple[date, ...]]]:
    """Return the next activities, each title once, and on which other days they come again."""
    wanted = select(Activity.id, Activity.title, Activity.starts_at).where(_is_ahead(here))
    times: dict[str, list[tuple[int, date]]] = {}
    folded: dict[str, str] = {}
    for number, title, starts_at in session.execute(wanted.order_by(Activity.starts_at, Activity.id)):
        key = folded.get(title)
        if key is None:
            key = folded[title] = fold(title) or title
        times.setdefault(key, []).append((number, starts_at.date()))
    first = list(times.values())[:COMING]
    return [one[0][0] for one in first], {one[0][0]: tuple(day for _number, day in one[1:]) for one in first}


def last_lesson(session: Session, here: datetime) -> Lesson | None:
    """Return the newest lesson of what was held, to stand with every new plan; None when nothing was written down.

    What comes again has its lesson with its own next time: that is only told when there is no other.
    """
    wanted = select(Activity.starts_at, Activity.title, Activity.series_id, Evaluation.next_time)
    wanted = wanted.join(Evaluation, Evaluation.activity_id == Activity.id)
    wanted = wanted.where(Evaluation.next_time != "", Activity.starts_at <= here)
    learned = session.execute(wanted.order_by(Activity.starts_at.desc(), Activity.id.desc())).all()
    if not learned:
        return None
    again = select(Activity.title, Activity.series_id).where(Activity.starts_at > here).distinct()
    coming = session.execute(again).all()
    titles, series = {fold(title) for title, _series in coming}, {number for _title, number in coming} - {None}
    other = (row for row in learned if fold(row[1]) not in titles and row[2] not in series)
    starts_at, title, _series, words = next(other, learned[0])
    return Lesson(starts_at.date(), title, words)


# What each of them still needs


def planned(session: Session, here: datetime, numbers: Sequence[int]) -> list[Planned | None]:
    """Return these activities with what they still need at this wall-clock time; None for what is gone."""
    rows = {row.id: row for row in activities.rows_of(session, numbers)}
    ahead = [row for row in rows.values() if not is_over(row.starts_at, row.ends_at, here)]
    coming = [row.id for row in ahead]
    listed = _subjects(session, select(Sheet.subject_id).where(Sheet.kind == ATTENDANCE), Sheet.subject_id, coming)
    flyers = select(PrintLog.activity_id).where(PrintLog.kind == "flyer")
    flown = _subjects(session, flyers, PrintLog.activity_id, coming)
    late, shared = _late_jobs(session, here, coming), _sharing(session, ahead)
    return [
        _planned(rows[number], here, is_listed=number in listed, is_flown=number in flown, late=late, shared=shared)
        if number in rows
        else None
        for number in numbers
    ]


def _planned(  # noqa: PLR0913 - an activity and what is known of it
    row: ActivityRow, here: datetime, *, is_listed: bool, is_flown: bool, late: Counter[int], shared: Collection[int]
) -> Planned:
    state = list_state(row.starts_at, row.ends_at, here, printed=is_listed)
    flyer = flyer_state(row.starts_at, here, is_past=state == "over", printed=is_flown)
    return Planned(row, state, flyer, late[row.id], row.id in shared)


def _subjects(session: Session, wanted: Select[Any], column: Any, numbers: Sequence[int]) -> set[int]:
    return set(session.scalars(wanted.where(column.in_(numbers)))) if numbers else set()


def _late_jobs(session: Session, here: datetime, numbers: Sequence[int]) -> Counter[int]:
    """Return how many jobs of before should be done by now and are not."""
    if not numbers:
        return Counter()
    wanted = select(Job.activity_id, Job.day_offset, Activity.starts_at).join(Activity, Activity.id == Job.activity_id)
    wanted = wanted.where(Job.activity_id.in_(numbers), Job.phase == "before", Job.done_at.is_(None))
    today = here.date()
    return Counter(
        number
        for number, offset, starts_at in session.execute(wanted)
        if starts_at.date() + timedelta(days=offset) <= today
    )


def _sharing(session: Session, rows: Sequence[ActivityRow]) -> set[int]:
    """Return which of these activities are in the same room as another at the same hour."""
    if not rows:
        return set()
    first = min(row.starts_at for row in rows) - _LONGEST
    last = max(end_of(row.starts_at, row.ends_at) for row in rows)
    wanted = select(Activity.id, Activity.place, Activity.starts_at, Activity.ends_at)
    wanted = wanted.where(Activity.starts_at >= first, Activity.starts_at < last, Activity.place != "")
    found = session.execute(wanted).all()
    return in_one_room((row[0], row[1], row[2], row[3]) for row in found)


# The list


def entries(session: Session) -> list[Entry]:
    """Return all activities as they are searched and filtered, earliest first."""
    wanted = select(Activity.id, Activity.starts_at, Activity.ends_at, Activity.source, Activity.title, Activity.place)
    folded: dict[tuple[str, str], str] = {}
    made = []
    for number, starts_at, ends_at, source, title, place in session.execute(
        wanted.order_by(Activity.starts_at, Activity.id)
    ):
        key = (title, place)
        if key not in folded:
            folded[key] = fold(f"{title} {place}")
        made.append(Entry(number, starts_at, ends_at, source, folded[key]))
    return made


# The poster of a month


def poster(session: Session, day: date) -> Poster:
    """Return the agenda of the month of a day. Nobody is named but who can be asked, if that may be shared."""
    first = month_start(day)
    begin, end = (datetime.combine(one, time()) for one in (first, month_start(first, 1)))
    wanted = select(Activity).where(Activity.starts_at >= begin, Activity.starts_at < end)
    found = list(session.scalars(wanted.order_by(Activity.starts_at, Activity.id)))
    rows = [PosterRow(**{part.name: getattr(one, part.name) for part in fields(PosterRow)}) for one in found]
    address = poster_rules.told_once(rows)
    told = [poster_rules.without_address(row, address) for row in rows]
    weekly, dated = poster_rules.weekly_and_dated(told, first)
    owner = group(session)
    contact, phone, email = _who_to_ask(session, owner, found)
    return Poster(
        owner.name,
        first,
        dated,
        weekly,
        owner.logo,
        address,
        poster_rules.is_free(rows),
        poster_rules.is_open(rows),
        contact,
        nice_phone(phone),
        email,
    )


def _who_to_ask(session: Session, owner: Group, found: Sequence[Activity]) -> tuple[str, str, str]:
    """Return name, number and e-mail of who can be asked: the contact of the group, else of most of the activities."""
    if owner.contact_phone or owner.contact_email:
        return owner.contact_name, owner.contact_phone, owner.contact_email
    often = Counter(one.contact_person_id for one in found if one.contact_person_id is not None)
    for person in people.cards(session, [number for number, _times in often.most_common()]):
        if phone_may_be_published(person) and person.phones:
            return person.name.spoken, person.phones[0], ""
    return owner.contact_name, "", ""
