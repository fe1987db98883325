"""Questions about printed matter."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.features.activities import queries as activities
from buurtapp.features.group.queries import group
from buurtapp.features.group.tables import PrintLog
from buurtapp.features.press.records import Flyer, Printed
from buurtapp.features.press.rules import words_of


def flyer_of(session: Session, activity_id: int) -> Flyer:
    """Return a flyer for an activity, with its words in the present language and the logo of the group."""
    owner = group(session)
    return Flyer(words_of(activities.card(session, activity_id), owner), logo=owner.logo)


def printed(session: Session, activity_id: int | None = None) -> list[Printed]:
    """Return what was printed, newest first; of one activity or of all."""
    wanted = select(PrintLog).order_by(PrintLog.id.desc())
    if activity_id is not None:
        wanted = wanted.where(PrintLog.activity_id == activity_id)
    return [
        Printed(row.kind, row.description, row.copies, row.pages, row.printed_at) for row in session.scalars(wanted)
    ]
