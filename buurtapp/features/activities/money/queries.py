"""Questions about money: funds, budget lines, receipts, photos, and everything an account tells.

What is kept of papers and photos is read only when it is shown or drawn (`content`): a list never brings it along.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from buurtapp.core.errors import not_found
from buurtapp.features.activities import queries, rules
from buurtapp.features.activities.money import rules as money_rules
from buurtapp.features.activities.money.records import (
    Account,
    AccountPaper,
    AttachmentInfo,
    FundRow,
    Held,
    LineRow,
    Month,
    PhotoRow,
    ReceiptRow,
    Stored,
    Turnout,
)
from buurtapp.features.activities.money.typed import bare
from buurtapp.features.activities.tables import Activity, Attendance
from buurtapp.features.activities.tables.afterwards import Evaluation
from buurtapp.features.activities.tables.money import Attachment, BudgetLine, Fund, Photo, Receipt
from buurtapp.features.activities.tables.runsheet import Job, JobHelper
from buurtapp.features.group import queries as groups
from buurtapp.features.people.tables import Address, Person

_FUND_FIELDS = ("name", "giver", "reference", "deadline", "signer", "signed_on", "sent_on")
_INFO = (Attachment.id, Attachment.media, Attachment.name, Attachment.size, Attachment.pages)


def funds(session: Session) -> list[FundRow]:
    """Return all funds, what must be in first on top."""
    return [
        _fund(row) for row in session.scalars(select(Fund).order_by(Fund.deadline.is_(None), Fund.deadline, Fund.id))
    ]


def fund(session: Session, number: int) -> FundRow:
    """Return one fund; raises UserError "not_found"."""
    row = session.get(Fund, number)
    if row is None:
        raise not_found("fund", number)
    return _fund(row)


def _fund(row: Fund) -> FundRow:
    return FundRow(
        row.id, row.name, row.giver, row.reference, row.granted, row.deadline, row.signer, row.signed_on, row.sent_on
    )


def fund_draft(row: FundRow) -> dict[str, Any]:
    """Return a fund as it would be typed, by the names of a draft."""
    return {**{name: getattr(row, name) for name in _FUND_FIELDS}, "granted": bare(row.granted) if row.granted else ""}


def fund_activities(session: Session, number: int) -> list[int]:
    """Return the activities that a fund pays, earliest first."""
    wanted = select(Activity.id).where(Activity.fund_id == number)
    return list(session.scalars(wanted.order_by(Activity.starts_at, Activity.id)))


def stored(session: Session) -> Stored:
    """Return how many papers and photos are in the file, and what they take."""
    count, size = session.execute(select(func.count(), func.coalesce(func.sum(Attachment.size), 0))).one()
    return Stored(count, size)


def same_file(session: Session, sha256: str) -> str:
    """Return what the very same file is kept with already, "" when it is new."""
    known = select(Attachment.id).where(Attachment.sha256 == sha256).scalar_subquery()
    receipt = session.scalars(select(Receipt.title).where(Receipt.attachment_id == known)).first()
    photo = session.scalars(select(Photo.caption).where(Photo.attachment_id == known)).first()
    return receipt or photo or ""


def content(session: Session, number: int) -> tuple[AttachmentInfo, bytes]:
    """Return a paper or photo with its content; raises UserError "not_found"."""
    row = session.execute(select(*_INFO, Attachment.content).where(Attachment.id == number)).one_or_none()
    if row is None:
        raise not_found("attachment", number)
    return AttachmentInfo(*row[:5]), row[5]


# Lines and receipts


def lines_of_activity(session: Session, number: int) -> list[LineRow]:
    """Return the lines of an activity with all that was spent on them, and those of its fund that it shares."""
    activity = session.get(Activity, number)
    if activity is None:
        raise not_found("activity", number)
    return _lines(session, _of_activity(number, activity.fund_id))


def _of_activity(number: int, fund_id: int | None) -> ColumnElement[bool]:
    """Return what its own lines are, with those of its fund that belong to no activity."""
    shared = and_(BudgetLine.activity_id.is_(None), BudgetLine.fund_id == (fund_id or 0))
    return or_(BudgetLine.activity_id == number, shared)


def _lines(
    session: Session, wanted: ColumnElement[bool], activity: int | None = None, *, of_fund: bool = False
) -> list[LineRow]:
    """Return lines; of an activity alone only what it spent, and of lines it shares only those it spent on."""
    rows = list(session.scalars(select(BudgetLine).where(wanted).order_by(BudgetLine.position, BudgetLine.id)))
    of_lines: ColumnElement[bool] = Receipt.line_id.in_([row.id for row in rows])
    spent = select(Receipt.line_id, func.sum(Receipt.amount), func.count(), func.count(Receipt.attachment_id))
    if activity is not None:
        of_lines = and_(of_lines, Receipt.activity_id == activity)
    sums = {row[0]: row[1:] for row in session.execute(spent.where(of_lines).group_by(Receipt.line_id))}
    made = []
    for row in rows:
        shared = row.activity_id is None and not of_fund
        if activity is not None and shared and row.id not in sums:
            continue
        amount, receipts, papers = sums.get(row.id, (0, 0, 0))
        planned = 0 if activity is not None and shared else row.planned
        made.append(LineRow(row.id, row.title, planned, amount, receipts, papers, shared))
    return made


def receipts(session: Session, lines: Iterable[int], activity: int | None = None) -> list[ReceiptRow]:
    """Return the receipts of these lines in their order, the earliest day first; of one activity when it is named."""
    order = list(lines)
    wanted = select(Receipt).where(Receipt.line_id.in_(order))
    if activity is not None:
        wanted = wanted.where(Receipt.activity_id == activity)
    rows = list(session.scalars(wanted.order_by(Receipt.paid_on.is_(None), Receipt.paid_on, Receipt.id)))
    kept = _infos(session, [row.attachment_id for row in rows if row.attachment_id is not None])
    at = {number: place for place, number in enumerate(order)}
    made = [
        ReceiptRow(
            row.id,
            row.line_id,
            row.title,
            row.amount,
            row.paid_on,
            row.holder,
            row.activity_id,
            kept.get(row.attachment_id) if row.attachment_id is not None else None,
        )
        for row in rows
    ]
    return sorted(made, key=lambda row: at[row.line_id])


def photos(session: Session, activities: Sequence[int]) -> list[PhotoRow]:
    """Return the photos of these activities, in the order in which they were added."""
    rows = list(session.scalars(select(Photo).where(Photo.activity_id.in_(activities)).order_by(Photo.id)))
    kept = _infos(session, [row.attachment_id for row in rows])
    return [PhotoRow(row.id, row.activity_id, row.caption, row.consent, kept[row.attachment_id]) for row in rows]


def _infos(session: Session, numbers: Sequence[int]) -> dict[int, AttachmentInfo]:
    rows = session.execute(select(*_INFO).where(Attachment.id.in_(set(numbers))))
    return {row[0]: AttachmentInfo(*row) for row in rows}


# The account


def account_of_activity(session: Session, number: int, here: datetime) -> Account:
    """Return everything that the account of one activity tells at this wall-clock time."""
    card = queries.card(session, number)
    lines = _lines(session, _of_activity(number, card.fund_id), number)
    purpose = card.draft.purpose or groups.group(session).purpose
    paid_from = fund(session, card.fund_id) if card.fund_id is not None else None
    return _account(session, Account(card.draft.title, paid_from, number, purpose, tuple(lines)), [number], here)


def account_of_fund(session: Session, number: int, here: datetime) -> Account:
    """Return everything that the account of a fund tells at this wall-clock time, over all activities it pays."""
    row = fund(session, number)
    activities = fund_activities(session, number)
    lines = _lines(session, or_(BudgetLine.fund_id == number, BudgetLine.activity_id.in_(activities)), of_fund=True)
    account = Account(row.name, row, None, groups.group(session).purpose, tuple(lines))
    return _account(session, account, activities, here)


def account_paper(session: Session, here: datetime, *, activity: int | None = None, fund: int = 0) -> AccountPaper:
    """Return the folder of one activity, or of a fund, with what its papers and photos look like."""
    if activity is not None:
        account = account_of_activity(session, activity, here)
    else:
        account = account_of_fund(session, fund, here)
    wanted = {one.attachment.id for one in account.receipts if one.attachment is not None}
    wanted |= {photo.attachment.id for photo in account.photos if photo.consent}
    kept = session.execute(select(Attachment.id, Attachment.content).where(Attachment.id.in_(wanted)))
    us = groups.group(session)
    return AccountPaper(
        account,
        us.name,
        us.contact_name,
        here.date(),
        tuple(money_rules.missing(account)),
        {row[0]: row[1] for row in kept},
        us.is_sample,
    )


def _account(session: Session, begun: Account, activities: list[int], here: datetime) -> Account:
    held = _held(session, activities, here)
    return Account(
        begun.title,
        begun.fund,
        begun.activity_id,
        begun.purpose,
        begun.lines,
        tuple(receipts(session, [line.id for line in begun.lines], begun.activity_id)),
        tuple(photos(session, activities)),
        tuple(held),
        _turnout(session, [one for one in held if one.came is not None]),
    )


def _held(session: Session, activities: list[int], here: datetime) -> list[Held]:
    rows = list(
        session.scalars(select(Activity).where(Activity.id.in_(activities)).order_by(Activity.starts_at, Activity.id))
    )
    counts = queries.counts_of(session, activities)
    looked_back = {
        row.activity_id: row
        for row in session.scalars(select(Evaluation).where(Evaluation.activity_id.in_(activities)))
    }
    worked = _helped(session, activities)
    made = []
    for row in rows:
        count, learned = counts[row.id], looked_back.get(row.id)
        helpers, minutes = worked.get(row.id, (0, 0))
        if learned is not None:
            helpers = learned.helpers if learned.helpers is not None else helpers
            minutes = learned.helper_minutes if learned.helper_minutes is not None else minutes
        made.append(
            Held(
                row.id,
                row.title,
                row.starts_at,
                rules.is_over(row.starts_at, row.ends_at, here),
                None if count.came is None else count.came + count.came_along,
                helpers,
                minutes,
                learned.went_well if learned is not None else "",
                learned.next_time if learned is not None else "",
                learned is not None,
            )
        )
    return made


def _helped(session: Session, activities: list[int]) -> dict[int, tuple[int, int]]:
    """Return (people, minutes of all of them) by activity, from the jobs that were done."""
    jobs = list(session.scalars(select(Job).where(Job.activity_id.in_(activities), Job.done_at.is_not(None))))
    helpers: defaultdict[int, set[int]] = defaultdict(set)
    for job_id, person_id in session.execute(
        select(JobHelper.job_id, JobHelper.person_id).where(JobHelper.job_id.in_([job.id for job in jobs]))
    ):
        helpers[job_id].add(person_id)
    people: defaultdict[int, set[int]] = defaultdict(set)
    minutes: defaultdict[int, int] = defaultdict(int)
    for job in jobs:
        who = helpers[job.id] | ({job.person_id} if job.person_id is not None else set())
        people[job.activity_id] |= who
        minutes[job.activity_id] += (job.minutes or 0) * max(1, len(who))
    return {job.activity_id: (len(people[job.activity_id]), minutes[job.activity_id]) for job in jobs}


def _turnout(session: Session, held: Sequence[Held]) -> Turnout:
    all_addresses = session.scalar(select(func.count()).select_from(Address)) or 0
    if not held:
        return Turnout(all_addresses=all_addresses)
    when = {one.id: (one.starts_at.year, one.starts_at.month) for one in held}
    came = select(Attendance.activity_id, Attendance.person_id, Person.address_id)
    came = came.outerjoin(Person, Person.id == Attendance.person_id).where(Attendance.activity_id.in_(list(when)))
    people: set[int] = set()
    strangers = 0
    new: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for activity_id, person_id, address_id in session.execute(came):
        if person_id is None:
            strangers += 1
        else:
            people.add(person_id)
        if address_id is not None:
            new[when[activity_id]].add(address_id)
    seen: set[int] = set()
    months = []
    year, month = min(when.values())
    while (year, month) <= max(when.values()):
        seen |= new.get((year, month), set())
        months.append(Month(year, month, len(seen)))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return Turnout(len(people) + strangers, len(seen), all_addresses, tuple(months))
