"""Which activities go out to a calendar, and which of them a calendar that comes in already knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from unicodedata import category

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from buurtapp.core.errors import not_found
from buurtapp.core.store.tables import change, operation, store_info
from buurtapp.features.activities.calendars.ical.records import CalendarEvent, EventPlan, OutgoingEvent
from buurtapp.features.activities.tables import Activity
from buurtapp.features.group.tables import GroupInfo

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_OWN = re.compile(r"activity-(\d{1,18})@([0-9a-z-]+)\.buurtapp")
_FIELDS = ("title", "starts_at", "ends_at", "place", "text")
_TOLD = ("cost", "for_whom", "kind", "source")


def outgoing(session: Session, activity_id: int | None = None) -> list[OutgoingEvent]:
    """Return all activities for a calendar, earliest first, or one of them; raises UserError "not_found"."""
    wanted = select(Activity).order_by(Activity.starts_at, Activity.id)
    if activity_id is not None:
        wanted = wanted.where(Activity.id == activity_id)
    rows = list(session.scalars(wanted))
    if activity_id is not None and not rows:
        raise not_found("activity", activity_id)
    changed, made = _changed(session), _file_made(session)
    file = _file(session)
    return [_outgoing(row, file, changed.get(row.id, made)) for row in rows]


def calendar_name(session: Session) -> str:
    """Return what our calendar is called: the name of the group."""
    return session.scalars(select(GroupInfo.name)).first() or ""


def _outgoing(row: Activity, file: str, changed_at: datetime) -> OutgoingEvent:
    event = CalendarEvent(
        row.uid or f"activity-{row.id}@{file}.buurtapp",
        row.title,
        row.starts_at,
        row.ends_at,
        row.place,
        row.text,
        row.cost,
        row.for_whom,
        row.kind,
        row.source,
    )
    # Rises with every change, also when one is taken back (RFC 5545, 3.8.7.4).
    return OutgoingEvent(event, changed_at, max(0, int((changed_at - _EPOCH).total_seconds()) // 60))


def _file(session: Session) -> str:
    return str(session.connection().execute(select(store_info.c.file_id)).scalar_one()).lower()


def _file_made(session: Session) -> datetime:
    made = session.scalars(select(GroupInfo.created_at)).first()
    return (made or _EPOCH).replace(microsecond=0)


def _changed(session: Session) -> dict[int, datetime]:
    """Return when each activity was changed last, as far as the journal knows; without parts of a second."""
    wanted = select(change.c.row_id, func.max(operation.c.at)).join(operation, operation.c.id == change.c.operation_id)
    rows = session.connection().execute(wanted.where(change.c.table_name == "activity").group_by(change.c.row_id))
    return {number: datetime.fromisoformat(at).replace(microsecond=0) for number, at in rows}


def plan(session: Session, events: Sequence[CalendarEvent]) -> list[EventPlan]:
    """Return for each event what reading it would do, in the same order.

    An event is known by its name, or by the name we gave it ourselves when it went out of this file.
    """
    known = _known(session, events)
    return [_plan(event, known.get(event.uid)) for event in events]


def _known(session: Session, events: Iterable[CalendarEvent]) -> dict[str, Activity]:
    wanted = {event.uid for event in events}
    with_name = select(Activity).where(Activity.uid != "").order_by(Activity.id.desc())
    found = {row.uid: row for row in session.scalars(with_name) if row.uid in wanted}
    file = _file(session)
    ours = {uid: own for uid in wanted - found.keys() if (own := _OWN.fullmatch(uid)) and own[2] == file}
    rows = {row.id: row for row in session.scalars(select(Activity).where(Activity.uid == "")) if ours}
    found.update({uid: rows[int(own[1])] for uid, own in ours.items() if int(own[1]) in rows})
    return found


def _plan(event: CalendarEvent, row: Activity | None) -> EventPlan:
    if row is None:
        return EventPlan(event, "new")
    told = [name for name in _TOLD if getattr(event, name) is not None]
    changes = tuple(name for name in (*_FIELDS, *told) if _bare(getattr(event, name)) != _bare(getattr(row, name)))
    return EventPlan(event, "changed" if changes else "same", row.id, changes)


def _bare(value: object) -> object:
    """Return a text without what gets lost on its way through a calendar: control signs, and how it is spaced."""
    if not isinstance(value, str):
        return value
    return " ".join("".join(" " if category(sign) == "Cc" else sign for sign in value).split())
