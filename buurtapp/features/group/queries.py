"""Questions about the group."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.features.group.records import Group, Outgoing
from buurtapp.features.group.tables import GroupInfo, PrintLog


def group(session: Session) -> Group:
    """Return the group of this file; a nameless one when it was never filled in."""
    row = session.get(GroupInfo, 1)
    if row is None:
        return Group("")
    return Group(
        row.name,
        row.place,
        row.purpose,
        row.for_whom,
        row.first_step,
        row.contact_name,
        row.contact_phone,
        row.contact_email,
        row.logo,
        row.theme,
        row.is_sample,
    )


def sample_moment(session: Session) -> datetime | None:
    """Return when a file of invented people was made (aware, UTC); None for a group of people who exist."""
    row = session.get(GroupInfo, 1)
    return row.created_at if row is not None and row.is_sample else None


def outgoing(session: Session, last: int = 200) -> list[Outgoing]:
    """Return what went out of the file, on paper or as a list, newest first."""
    wanted = select(PrintLog).order_by(PrintLog.printed_at.desc(), PrintLog.id.desc()).limit(last)
    return [
        Outgoing(
            row.kind,
            row.description,
            row.pages,
            row.copies,
            row.people,
            tuple(filter(None, row.fields.split(","))),
            row.printed_at,
        )
        for row in session.scalars(wanted)
    ]
