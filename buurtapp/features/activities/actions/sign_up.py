"""Signing people up, with places and a waiting list."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select

from buurtapp.core.errors import DraftInvalid, not_found
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities import rules
from buurtapp.features.activities.records import SignUpResult
from buurtapp.features.activities.tables import Activity, Signup
from buurtapp.features.people.queries import listing


def signed_up_label(title: str, people: int) -> Text:
    """Return what the history says of `sign_up`."""
    return plural_text(
        "{count} person signed up for {title}", "{count} people signed up for {title}", people, title=title
    )


def taken_off_label(title: str) -> Text:
    """Return what the history says of `take_off`."""
    return text(N_("Taken off the list of {title}"), title=title)


def sign_up(work: Work, activity_id: int, people: Sequence[int]) -> SignUpResult:
    """Sign people up; whoever does not fit any more waits, behind those who wait already.

    Those who are on the list stay as they are. Raises UserError "not_found" before anything is changed.
    """
    activity = work.get(Activity, activity_id)
    for nobody in listing.missing(work.session, people):
        raise not_found("person", nobody)
    rows = list(work.session.scalars(select(Signup).where(Signup.activity_id == activity_id)))
    have = {row.person_id for row in rows}
    queue = any(row.waiting for row in rows)
    taken = _taken(work, activity_id)
    new: list[int] = []
    waiting: list[int] = []
    made = []
    for number in dict.fromkeys(people):
        if number in have:
            continue
        waits = queue or bool(waiting) or not rules.fits(activity.capacity, taken, 1)
        taken += 0 if waits else 1
        new.append(number)
        if waits:
            waiting.append(number)
        made.append(
            Signup(activity_id=activity_id, person_id=number, guests=0, children=0, since=work.now, waiting=waits)
        )
    work.add_many(made)
    return SignUpResult(tuple(new), tuple(waiting))


def _taken(work: Work, activity_id: int) -> int:
    heads = select(func.count() + func.coalesce(func.sum(Signup.guests + Signup.children), 0))
    wanted = heads.where(Signup.activity_id == activity_id, Signup.waiting.is_(False))
    return work.session.scalar(wanted) or 0


def set_company(work: Work, signup_id: int, guests: int, children: int) -> list[int]:
    """Note how many guests and children somebody brings; raises DraftInvalid.

    Places that become free go to who waits; returns the people who moved up. Nobody is put off the list again.
    """
    found = rules.head_problems(guests, children)
    if found:
        raise DraftInvalid(found)
    row = work.get(Signup, signup_id)
    row.guests, row.children = guests, children
    work.flush()
    return move_up(work, work.get(Activity, row.activity_id))


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
