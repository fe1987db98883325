"""Signing people up, with places and a waiting list."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select

from buurtapp.core.errors import DraftInvalid, not_found
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities import rules
from buurtapp.features.activities.records import SignupDraft, SignUpResult
from buurtapp.features.activities.tables import Activity, Signup
from buurtapp.features.people.actions import people as neighbours
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import PersonDraft

_ALONE = SignupDraft()


def signed_up_label(title: str, people: int) -> Text:
    """Return what the history says of `sign_up`."""
    return plural_text(
        "{count} person signed up for {title}", "{count} people signed up for {title}", people, title=title
    )


def newcomer_label(name: str, title: str) -> Text:
    """Return what the history says of `sign_up_newcomer`."""
    return text(N_("New neighbour {name} signed up for {title}"), name=name, title=title)


def changed_label(name: str) -> Text:
    """Return what the history says of `change_signup`."""
    return text(N_("Sign-up of {name} changed"), name=name)


def taken_off_label(title: str) -> Text:
    """Return what the history says of `take_off`."""
    return text(N_("Taken off the list of {title}"), title=title)


def placed_label(name: str, title: str) -> Text:
    """Return what the history says of `give_place`."""
    return text(N_("{name} got a place at {title}"), name=name, title=title)


def sign_up(work: Work, activity_id: int, people: Sequence[int], said: SignupDraft = _ALONE) -> SignUpResult:
    """Sign people up, each with what they said; whoever does not fit any more waits, behind those who wait already.

    Those who are on the list stay as they are. Raises UserError "not_found" and DraftInvalid before anything is
    changed.
    """
    activity = work.get(Activity, activity_id)
    for nobody in listing.missing(work.session, people):
        raise not_found("person", nobody)
    _check(said)
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
        waits = queue or bool(waiting) or not rules.fits(activity.capacity, taken, said.heads)
        taken += 0 if waits else said.heads
        new.append(number)
        if waits:
            waiting.append(number)
        made.append(
            Signup(
                activity_id=activity_id,
                person_id=number,
                guests=said.guests,
                children=said.children,
                since=work.now,
                waiting=waits,
                lift=said.lift,
                brings=said.brings.strip(),
                note=said.note.strip(),
            )
        )
    work.add_many(made)
    return SignUpResult(tuple(new), tuple(waiting))


def sign_up_newcomer(work: Work, activity_id: int, draft: PersonDraft, said: SignupDraft = _ALONE) -> SignUpResult:
    """Add a neighbour who is not in the list of people yet, and sign them up; raises DraftInvalid."""
    work.get(Activity, activity_id)
    _check(said)
    return sign_up(work, activity_id, [neighbours.add_person(work, draft)], said)


def _check(said: SignupDraft) -> None:
    found = rules.signup_problems(said)
    if found:
        raise DraftInvalid(found)


def _taken(work: Work, activity_id: int) -> int:
    heads = select(func.count() + func.coalesce(func.sum(Signup.guests + Signup.children), 0))
    wanted = heads.where(Signup.activity_id == activity_id, Signup.waiting.is_(False))
    return work.session.scalar(wanted) or 0


def change_signup(work: Work, signup_id: int, said: SignupDraft) -> list[int]:
    """Note what somebody said about their coming: company, a lift, what they bring, what to heed; raises DraftInvalid.

    Places that become free go to who waits; returns the people who moved up. Nobody is put off the list again.
    """
    _check(said)
    row = work.get(Signup, signup_id)
    row.guests, row.children, row.lift = said.guests, said.children, said.lift
    row.brings, row.note = said.brings.strip(), said.note.strip()
    work.flush()
    return move_up(work, work.get(Activity, row.activity_id))


def set_company(work: Work, signup_id: int, guests: int, children: int) -> list[int]:
    """Note how many guests and children somebody brings, as `change_signup` does; what else they said stays."""
    row = work.get(Signup, signup_id)
    return change_signup(work, signup_id, SignupDraft(guests, children, row.lift, row.brings, row.note))


def take_off(work: Work, signup_id: int) -> list[int]:
    """Take somebody off the list; whoever waited longest and fits moves up. Returns the people who moved up."""
    row = work.get(Signup, signup_id)
    activity = work.get(Activity, row.activity_id)
    work.delete(row)
    return move_up(work, activity)


def take_people_off(work: Work, activity_id: int, people: Sequence[int]) -> list[int]:
    """Take several people off the list; returns the people who moved up.

    Raises UserError "not_found" for somebody who is not on it, before anything is changed.
    """
    activity = work.get(Activity, activity_id)
    wanted = select(Signup).where(Signup.activity_id == activity_id, Signup.person_id.in_(people))
    rows = {row.person_id: row for row in work.session.scalars(wanted)}
    for nobody in (number for number in people if number not in rows):
        raise not_found("signup", nobody)
    for row in rows.values():
        work.delete(row)
    return move_up(work, activity)


def give_place(work: Work, signup_id: int) -> None:
    """Give somebody who waits a place by hand, whether there is room or not."""
    work.get(Signup, signup_id).waiting = False
    work.flush()


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
