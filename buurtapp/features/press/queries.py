"""Questions about printed matter."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.group.queries import group
from buurtapp.features.group.tables import PrintLog
from buurtapp.features.people.queries import cards as people
from buurtapp.features.people.rules.meant_for import may_be_published, phone_may_be_published
from buurtapp.features.press.records import Flyer, Printed
from buurtapp.features.press.rules import words_of


def flyer_of(session: Session, activity_id: int) -> Flyer:
    """Return a flyer for an activity, with its words in the present language and the logo of the group.

    A contact person who does not want to be named round the neighbourhood is not: then it is the contact of the group.
    """
    owner = group(session)
    return Flyer(words_of(_as_agreed(session, activities.card(session, activity_id)), owner), logo=owner.logo)


def _as_agreed(session: Session, activity: ActivityCard) -> ActivityCard:
    """Return the activity without a contact person, or number, that may not go round the neighbourhood."""
    if activity.draft.contact_person_id is None:
        return activity
    (person,) = people.cards(session, [activity.draft.contact_person_id])
    name = activity.contact_name if may_be_published(person) else ""
    return replace(
        activity, contact_name=name, contact_phone=activity.contact_phone if phone_may_be_published(person) else ""
    )


def printed(session: Session, activity_id: int | None = None) -> list[Printed]:
    """Return what was printed, newest first; of one activity or of all."""
    wanted = select(PrintLog).order_by(PrintLog.id.desc())
    if activity_id is not None:
        wanted = wanted.where(PrintLog.activity_id == activity_id)
    return [
        Printed(row.kind, row.description, row.copies, row.pages, row.printed_at) for row in session.scalars(wanted)
    ]
