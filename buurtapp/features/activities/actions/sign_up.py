"""Signing people up, with places and a waiting list."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities import rules
from buurtapp.features.activities.records import SignUpResult
from buurtapp.features.activities.tables import Activity, Signup
from buurtapp.features.people.tables import Person

_MOST_GUESTS = 99


def signed_up_label(title: str, people: int) -> Text:
    """Return what the history says of `sign_up`."""
    return plural_text(
        "{count} person signed up for {title}", "{count} people signed up for {title}", people, title=title
    )


def taken_off_label(title: str) -> Text:
    """Return what the history says of `take_off`."""
    return text(N_("Taken off the list of {title}"), title=title)


def sign_up(work: Work, activity_id: int, people: Sequence[int]) -> SignUpResult:
    """Sign people up; whoever does not fit any more waits. Those who are on the list already stay as they are."""
    activity = work.get(Activity, activity_id)
    have = set(work.session.scalars(select(Signup.person_id).where(Signup.activity_id == activity_id)))
    taken = _taken(work, activity_id)
    new: list[int] = []
    waiting: list[int] = []
    rows = []
    for number in dict.fromkeys(people):
        if number in have:
            continue
        work.get(Person, number)
        waits = bool(waiting) or not rules.fits(activity.capacity, taken, 1)
        taken += 0 if waits else 1
        new.append(number)
        if waits:
            waiting.append(number)
        rows.append(
            Signup(activity_id=activity_id, person_id=number, guests=0, children=0, since=work.now, waiting=waits)
        )
    work.add_many(rows)
    return SignUpResult(tuple(new), tuple(waiting))


def _taken(work: Work, activity_id: int) -> int:
    heads = select(func.count() + func.coalesce(func.sum(Signup.guests + Signup.children), 0))
    wanted = heads.where(Signup.activity_id == activity_id, Signup.waiting.is_(False))
    return work.session.scalar(wanted) or 0


def set_company(work: Work, signup_id: int, guests: int, children: int) -> None:
    """Note how many guests and children somebody brings; raises DraftInvalid."""
    found = [
        DraftProblem(name, text(N_("Fill in a number from 0 to {most}."), most=_MOST_GUESTS))
        for name, number in (("guests", guests), ("children", children))
        if not 0 <= number <= _MOST_GUESTS
    ]
    if found:
        raise DraftInvalid(found)
    row = work.get(Signup, signup_id)
    row.guests, row.children = guests, children


def take_off(work: Work, signup_id: int) -> list[int]:
    """Take somebody off the list; whoever waited longest and fits moves up. Returns the people who moved up."""
    row = work.get(Signup, signup_id)
    activity = work.get(Activity, row.activity_id)
    work.delete(row)
    return move_up(work, activity)


def move_up(work: Work, activity: Activity) -> list[int]:
    """Give free places to those who wait, in their order; return the people who got one."""
    moved = []
    waiting = (
        select(Signup)
        .where(Signup.activity_id == activity.id, Signup.waiting.is_(True))
        .order_by(Signup.since, Signup.id)
    )
    taken = _taken(work, activity.id)
    for row in list(work.session.scalars(waiting)):
        heads = 1 + row.guests + row.children
        if not rules.fits(activity.capacity, taken, heads):
            break
        row.waiting = False
        taken += heads
        moved.append(row.person_id)
    work.flush()
    return moved
