"""What the home screen asks, in one question."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from buurtapp.core.clock import local
from buurtapp.core.text import fold
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.records import ActivityRow
from buurtapp.features.activities.tables import Activity, Attendance, HeadCount
from buurtapp.features.group.queries import group
from buurtapp.features.people.queries import listing
from buurtapp.features.people.tables import Address, LooseEnd, Person
from buurtapp.features.press.tables import PrintLog
from buurtapp.features.sheets.queries import ATTENDANCE
from buurtapp.features.sheets.tables import Sheet
from buurtapp.features.today import rules
from buurtapp.features.today.records import ComingUp, NotCounted, PaperOut, TodayView
from buurtapp.printing.codes import human_code

_LOOK_AHEAD = 60
"""So many activities are looked through for the next ones."""
_FORGET_DAYS = 60
"""Nobody remembers who came two months ago: then it is no longer asked."""


def today_view(session: Session, now: datetime, last_copy: datetime | None = None, most: int = 3) -> TodayView:
    """Return the home screen at an aware moment; `last_copy` is when the newest copy was made."""
    here = local(now)
    people = listing.count(session)
    coming = coming_up(session, here, most)
    papers, open_ones = papers_out(session, here), not_counted(session, here)
    age = rules.copy_age(last_copy, now)
    addresses = session.scalar(select(func.count()).select_from(Address)) or 0
    return TodayView(
        group=group(session),
        people=people,
        addresses=addresses,
        coming_up=coming,
        papers_out=papers,
        not_counted=open_ones,
        loose_ends=session.scalar(select(func.count()).select_from(LooseEnd)) or 0,
        growth=rules.growth(addresses, first_times(session), here.date()),
        copy_age=age,
        next_step=rules.next_step(people, coming, papers, open_ones, age),
    )


def coming_up(session: Session, here: datetime, most: int = 3) -> tuple[ComingUp, ...]:
    """Return the next activities at a wall-clock time, with what each still needs.

    What comes more often, such as the soup of every week, is told once: the first time, with the other days.
    """
    again: dict[str, list[ActivityRow]] = {}
    for row in activities.upcoming(session, here, _LOOK_AHEAD):
        again.setdefault(fold(row.title), []).append(row)
    times = list(again.values())[:most]
    numbers = [rows[0].id for rows in times]
    flyers, lists = with_flyer(session, numbers), with_list(session, numbers)
    return tuple(_coming(rows, here.date(), rows[0].id in flyers, rows[0].id in lists) for rows in times)


def _coming(rows: list[ActivityRow], today: date, flyer: bool, listed: bool) -> ComingUp:  # noqa: FBT001 - private
    days = (rows[0].starts_at.date() - today).days
    return ComingUp(
        rows[0],
        rules.readiness(printed=flyer, days_left=days, days_before=rules.FLYER_DAYS),
        rules.readiness(printed=listed, days_left=days, days_before=rules.LIST_DAYS),
        tuple(row.starts_at for row in rows[1:]),
    )


def with_flyer(session: Session, numbers: list[int]) -> set[int]:
    """Return which of these activities have a flyer that was printed or saved."""
    wanted = select(PrintLog.activity_id).where(PrintLog.kind == "flyer", PrintLog.activity_id.in_(numbers))
    return {number for number in session.scalars(wanted) if number is not None}


def with_list(session: Session, numbers: list[int]) -> set[int]:
    """Return which of these activities have an attendance list that was printed."""
    return set(session.scalars(select(Sheet.subject_id).where(Sheet.kind == ATTENDANCE, Sheet.subject_id.in_(numbers))))


def papers_out(session: Session, here: datetime) -> tuple[PaperOut, ...]:
    """Return the lists that should have come home, longest out first; of more prints of one list the newest."""
    home = select(Sheet.subject_id).where(Sheet.kind == ATTENDANCE, Sheet.came_home_at.is_not(None))
    wanted = (
        select(Sheet.id, Sheet.code, Activity.id, Activity.title, Activity.starts_at)
        .join(Activity, Activity.id == Sheet.subject_id)
        .where(Sheet.kind == ATTENDANCE, Activity.id.not_in(home), _over(here))
        .order_by(Activity.starts_at, Activity.id, Sheet.id)
    )
    newest = {row[2]: row for row in session.execute(wanted)}
    return tuple(
        PaperOut(sheet, human_code(code), activity, title, starts_at, (here.date() - starts_at.date()).days)
        for sheet, code, activity, title, starts_at in newest.values()
    )


def not_counted(session: Session, here: datetime) -> tuple[NotCounted, ...]:
    """Return what is over and of which nobody said who came, without a list that may still come home."""
    known = select(Attendance.activity_id).union(select(HeadCount.activity_id))
    listed = select(Sheet.subject_id).where(Sheet.kind == ATTENDANCE)
    wanted = (
        select(Activity.id, Activity.title, Activity.starts_at)
        .where(_over(here), Activity.id.not_in(known), Activity.id.not_in(listed))
        .order_by(Activity.starts_at, Activity.id)
    )
    found = (
        NotCounted(number, title, starts_at, (here.date() - starts_at.date()).days)
        for number, title, starts_at in session.execute(wanted)
    )
    return tuple(one for one in found if one.days <= _FORGET_DAYS)


def _over(here: datetime) -> ColumnElement[bool]:
    return func.coalesce(Activity.ends_at, Activity.starts_at) < here


def first_times(session: Session) -> list[date]:
    """Return, for every address of which somebody ever came to something, the day of the first time."""
    first = (
        select(func.min(Activity.starts_at))
        .select_from(Attendance)
        .join(Person, Person.id == Attendance.person_id)
        .join(Activity, Activity.id == Attendance.activity_id)
        .where(Person.address_id.is_not(None))
        .group_by(Person.address_id)
    )
    return [moment.date() for moment in session.scalars(first)]
