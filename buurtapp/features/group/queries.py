"""Questions about the group."""

from __future__ import annotations

from sqlalchemy.orm import Session

from buurtapp.features.group.records import Group
from buurtapp.features.group.tables import GroupInfo


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
