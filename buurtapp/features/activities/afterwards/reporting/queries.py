"""The numbers of a report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text
from buurtapp.core.text import fold
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.afterwards import queries as afterwards
from buurtapp.features.activities.afterwards.records import Help
from buurtapp.features.activities.afterwards.reporting.records import (
    LEAST_TOLD,
    ActivityReport,
    Money,
    MonthVisits,
    Owner,
    PeriodReport,
    Reach,
    ReportPhoto,
)
from buurtapp.features.activities.tables import Activity, Attendance
from buurtapp.features.activities.tables.money import Attachment, BudgetLine, Photo, Receipt
from buurtapp.features.group.queries import group
from buurtapp.features.people.tables import Address, Person, Street

_MOST_LESSONS, _MOST_QUOTES = 6, 2
_PICTURES = ("image/jpeg", "image/png")


def activity_report(session: Session, activity_id: int, today: date) -> ActivityReport:
    """Return what is told of one activity; raises UserError "not_found"."""
    card = activities.card(session, activity_id)
    known, there, draft = (
        afterwards.afterwards(session, activity_id),
        activities.presence(session, activity_id),
        card.draft,
    )
    present = set(session.scalars(select(Attendance.person_id).where(Attendance.activity_id == activity_id))) - {None}
    learned = known.draft
    return ActivityReport(
        _owner(session, today),
        draft.title,
        card.starts_at,
        draft.ends_at,
        draft.place,
        draft.text,
        draft.purpose or group(session).purpose,
        draft.for_whom,
        draft.source,
        draft.asked_by,
        draft.anyway,
        known.turnout.expected,
        there.head_count - there.guests - there.children if card.counts.came is not None else None,
        there.guests,
        there.children,
        len(activities.first_timers(session, activity_id, (number for number in present if number is not None))),
        _reach(session, [activity_id], card.starts_at),
        learned,
        Help(
            learned.helpers if learned.helpers is not None else known.help.helpers,
            learned.helper_minutes if learned.helper_minutes is not None else known.help.minutes,
        ),
        _money(session, [activity_id]),
        _photo(session, [activity_id]),
    )


def period_report(session: Session, first: date, last: date, today: date) -> PeriodReport:
    """Return what is told of all activities from one day up to and with another, as far as they were held.

    Raises UserError "bad_period" when the last day is before the first, "nothing_held" without any activity.
    """
    if last < first:
        raise UserError("bad_period", text(N_("The last day is before the first. Nothing was made.")))
    until = min(last, today)
    held = _held(session, first, until)
    if not held:
        raise UserError(
            "nothing_held",
            text(N_("Nothing was done yet between these days. Nothing was made.")),
            text(N_("Choose other days.")),
        )
    numbers = [row.id for row in held]
    heads = _heads(session, numbers)
    people = select(func.count(Attendance.person_id.distinct())).where(Attendance.activity_id.in_(numbers))
    told = [(row, afterwards.evaluation(session, row.id)) for row in reversed(held)]
    lessons = tuple((row.starts_at.date(), row.title, one.next_time) for row, one in told if one.next_time)
    return PeriodReport(
        _owner(session, today),
        first,
        last,
        len(held),
        sum(heads.values()),
        session.scalars(people).one(),
        _reach(session, numbers, datetime.combine(first, time())),
        _help(session, held),
        _months(session, held, heads, first, until),
        _kinds(held, heads),
        dict(Counter(source for _title, source in {(fold(row.title), row.source) for row in held})),
        _money(session, numbers),
        lessons[:_MOST_LESSONS],
        tuple(one.said for _row, one in told if one.said)[:_MOST_QUOTES],
        _photo(session, numbers),
        sum(number not in heads for number in numbers),
    )


def _kinds(held: Iterable[Activity], heads: Counter[int]) -> tuple[tuple[str, int, int], ...]:
    """Return each kind with its visits and how often it was done, most visits first."""
    visits, often = Counter[str](), Counter[str]()
    for row in held:
        visits[row.kind.strip()] += heads[row.id]
        often[row.kind.strip()] += 1
    return tuple((kind, count, often[kind]) for kind, count in visits.most_common())


def _held(session: Session, first: date, last: date) -> Sequence[Activity]:
    begins, ends = datetime.combine(first, time()), datetime.combine(last, time()) + timedelta(days=1)
    wanted = select(Activity).where(Activity.starts_at >= begins, Activity.starts_at < ends)
    return session.scalars(wanted.order_by(Activity.starts_at, Activity.id)).all()


def _owner(session: Session, today: date) -> Owner:
    owner = group(session)
    return Owner(owner.name, owner.logo, today)


def _heads(session: Session, numbers: Sequence[int]) -> Counter[int]:
    """Return how many were there, guests and children too, of those activities where anybody was counted."""
    counts = activities.counts_of(session, numbers)
    return Counter({number: (one.came or 0) + one.came_along for number, one in counts.items() if one.came is not None})


def _help(session: Session, held: Iterable[Activity]) -> Help:
    """Return how often somebody helped, and how long all together."""
    helpers = minutes = 0
    for row in held:
        draft, jobs = afterwards.evaluation(session, row.id), afterwards.suggested_help(session, row.id)
        helpers += draft.helpers if draft.helpers is not None else jobs.helpers
        minutes += draft.helper_minutes if draft.helper_minutes is not None else jobs.minutes
    return Help(helpers, minutes)


def _months(
    session: Session, held: Iterable[Activity], heads: Counter[int], first: date, last: date
) -> tuple[MonthVisits, ...]:
    """Return all months of a period, also the empty ones; the year before only when something was done in it."""
    visits, before = Counter[date](), Counter[date]()
    for row in held:
        visits[row.starts_at.date().replace(day=1)] += heads[row.id]
    earlier = _held(session, _year_before(first), _year_before(last))
    heads_then = _heads(session, [row.id for row in earlier])
    for row in earlier:
        month = row.starts_at.date().replace(day=1)
        before[month.replace(year=month.year + 1)] += heads_then[row.id]
    made, month = [], first.replace(day=1)
    while month <= last:
        made.append(MonthVisits(month, visits[month], before[month]))
        month = (month + timedelta(days=32)).replace(day=1)
    return tuple(made)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _reach(session: Session, numbers: Sequence[int], since: datetime) -> Reach:
    """Return which addresses took part; new are those of which nobody came to anything before `since`."""
    with_address = select(Person.address_id).join(Attendance, Attendance.person_id == Person.id)
    with_address = with_address.where(Person.address_id.is_not(None)).distinct()
    reached = set(session.scalars(with_address.where(Attendance.activity_id.in_(numbers))))
    earlier = with_address.join(Activity, Activity.id == Attendance.activity_id).where(Activity.starts_at < since)
    new = reached - set(session.scalars(earlier))
    doors = select(Street.name, func.count()).join(Address, Address.street_id == Street.id).group_by(Street.name)
    there = dict(session.execute(doors).all())
    by_street: defaultdict[str, int] = defaultdict(int)
    named = select(Address.id, Street.name).join(Street, Street.id == Address.street_id)
    for number, street in session.execute(named):
        by_street[street] += number in reached
    told = sorted(((street, count) for street, count in by_street.items() if count), key=lambda one: (-one[1], one[0]))
    shown = sum(count >= LEAST_TOLD for _street, count in told)
    if len(told) - shown == 1:
        # One that is left out could be found by taking the others off the total: the smallest goes with it.
        shown -= 1
    streets = tuple((street, count if at < shown else None, there[street]) for at, (street, count) in enumerate(told))
    return Reach(len(reached), sum(there.values()), len(new), streets)


def _money(session: Session, numbers: Sequence[int]) -> Money:
    lines = list(
        session.scalars(
            select(BudgetLine)
            .where(BudgetLine.activity_id.in_(numbers))
            .order_by(BudgetLine.activity_id, BudgetLine.position, BudgetLine.id)
        )
    )
    own = [line.id for line in lines]
    # A receipt on a line of a fund may be of one activity.
    of_us = or_(Receipt.line_id.in_(own), and_(Receipt.activity_id.in_(numbers), Receipt.line_id.not_in(own)))
    planned, paid = Counter[str](), Counter[str]()
    titles = {line.id: line.title for line in lines}
    for line in lines:
        planned[line.title] += line.planned
    for receipt in session.scalars(select(Receipt).where(of_us).order_by(Receipt.id)):
        paid[titles.get(receipt.line_id, receipt.title)] += receipt.amount
    names = list(dict.fromkeys([*planned, *paid]))
    return Money(sum(planned.values()), sum(paid.values()), tuple((name, planned[name], paid[name]) for name in names))


def _photo(session: Session, numbers: Sequence[int]) -> ReportPhoto | None:
    """Return the newest photo that everybody on it agreed to."""
    wanted = select(Photo.caption, Attachment.content).join(Attachment, Attachment.id == Photo.attachment_id)
    agreed = wanted.where(Photo.activity_id.in_(numbers), Photo.consent.is_(True), Attachment.media.in_(_PICTURES))
    found = session.execute(agreed.order_by(Photo.id.desc()).limit(1)).first()
    return ReportPhoto(found[1], found[0]) if found is not None else None
