"""Doing the same again on another day: an activity copied with its run sheet and its plan for the money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta

from sqlalchemy import select

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities.actions import copy_along, plan
from buurtapp.features.activities.actions.sign_up import sign_up
from buurtapp.features.activities.records import ActivityDraft
from buurtapp.features.activities.tables import Activity, Signup
from buurtapp.features.people.queries import listing


def copied_label(title: str) -> Text:
    """Return what the history says of `copy_activity`."""
    return text(N_("Activity copied: {title}"), title=title)


def copy_activity(work: Work, number: int, starts_at: datetime, *, with_people: bool = False) -> int:
    """Copy an activity to another time and return the number of the copy; raises DraftInvalid.

    It lasts as long by the wall clock. Jobs are not done yet, receipts stay with what was paid. A trial is not copied
    along, nor a series. With people: who signed up signs up again, in the same order, but for who must not be
    approached; guests and what they bring are asked anew.
    """
    row = work.get(Activity, number)
    (made,) = duplicate(work, row, [moved(draft_of(row), starts_at)])
    if with_people:
        sign_up(work, made.id, _people(work, number))
    return made.id


def duplicate(
    work: Work, row: Activity, drafts: Sequence[ActivityDraft], series_id: int | None = None
) -> list[Activity]:
    """Add what each draft says with the run sheet and the money plan of an activity; raises DraftInvalid.

    With a series they are times of it.
    """
    for draft in drafts:
        plan.check(work, draft)
    made = [
        Activity(
            **plan.columns(draft),
            copied_from_id=row.id,
            series_id=series_id,
            series_at=draft.starts_at if series_id is not None else None,
        )
        for draft in drafts
    ]
    work.add_many(made)
    copy_along.copy_jobs(work, row.id, [one.id for one in made])
    copy_along.copy_plan(work, row.id, [one.id for one in made])
    return made


def draft_of(row: Activity) -> ActivityDraft:
    """Return what stands in a row as it would be typed."""
    return ActivityDraft(**{field.name: getattr(row, field.name) for field in fields(ActivityDraft)})


def moved(draft: ActivityDraft, starts_at: datetime) -> ActivityDraft:
    """Return a draft at another time, as long by the wall clock."""
    lasts = _lasts(draft)
    return replace(draft, starts_at=starts_at, ends_at=starts_at + lasts if lasts is not None else None)


def _lasts(draft: ActivityDraft) -> timedelta | None:
    if draft.starts_at is None or draft.ends_at is None:
        return None
    return draft.ends_at - draft.starts_at


def _people(work: Work, number: int) -> list[int]:
    """Return who signed up, those with a place first, each in their own order."""
    wanted = select(Signup.person_id).where(Signup.activity_id == number)
    people = list(work.session.scalars(wanted.order_by(Signup.waiting, Signup.since, Signup.id)))
    approachable = {row.id for row in listing.rows(work.session, people) if not row.do_not_approach}
    return [person for person in people if person in approachable]
