"""Questions about lists that came home and about who stands at the door."""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.core.text import fold
from buurtapp.features.activities.attendance.records import Neighbour, SheetShape, UnreadRow
from buurtapp.features.activities.tables import Activity, Attendance, HeadCount
from buurtapp.features.people.queries.quick import tuples
from buurtapp.features.people.tables import Person
from buurtapp.features.sheets.tables import Sheet, SheetRow
from buurtapp.printing.codes import human_code


def shape(session: Session, sheet_id: int) -> SheetShape:
    """Return what a printed list looks like besides its names, and who on it live together."""
    found = session.get(Sheet, sheet_id)
    pages = json.loads(found.layout_json)["pages"] if found is not None else []
    photos = {
        int(box["meaning"]["row"]) for page in pages for box in page["boxes"] if box["meaning"].get("field") == "photo"
    }
    bands = {int(band["above_row"]): str(band["text"]) for page in pages for band in page.get("bands", [])}
    homes = select(SheetRow.row, Person.address_id).join(Person, Person.id == SheetRow.person_id)
    homes = homes.where(SheetRow.sheet_id == sheet_id, Person.address_id.is_not(None))
    return SheetShape(frozenset(photos), bands, dict(tuples(session, homes)))


def unread(session: Session, activity_id: int) -> list[UnreadRow]:
    """Return the names that nobody could read and that still have to be sorted out, list by list."""
    wanted = select(Attendance.id, Sheet.code, Attendance.line).outerjoin(Sheet, Sheet.id == Attendance.sheet_id)
    wanted = wanted.where(Attendance.activity_id == activity_id, Attendance.unreadable)
    rows = session.execute(wanted.order_by(Attendance.sheet_id, Attendance.line, Attendance.id))
    return [UnreadRow(number, human_code(code) if code else "", line) for number, code, line in rows]


def living_with(session: Session, person_id: int) -> list[int]:
    """Return everybody at the address of somebody, themselves first; only them when no address is known."""
    address = select(Person.address_id).where(Person.id == person_id).scalar_subquery()
    others = session.scalars(select(Person.id).where(Person.address_id == address).order_by(Person.sort_name))
    return list(dict.fromkeys([person_id, *others]))


def neighbours(session: Session) -> list[Neighbour]:
    """Return everybody by name, as far as finding them by a few letters needs; 10,000 people take 0.1 s."""
    wanted = select(Person.id, Person.sort_name, Person.family).order_by(Person.sort_name, Person.id)
    return [Neighbour(number, words, fold(family)) for number, words, family in tuples(session, wanted)]


def came_before(session: Session, activity_id: int) -> set[int]:
    """Return who ever came to something that started before this activity."""
    starts_at = select(Activity.starts_at).where(Activity.id == activity_id).scalar_subquery()
    before = select(Attendance.person_id).join(Activity, Activity.id == Attendance.activity_id).distinct()
    before = before.where(Activity.starts_at < starts_at, Attendance.person_id.is_not(None))
    return {number for (number,) in tuples(session, before)}


def counted_by_hand(session: Session, activity_id: int) -> tuple[int, int]:
    """Return guests and children as they were counted at the door, without those on lists."""
    wanted = select(HeadCount).where(HeadCount.activity_id == activity_id, HeadCount.sheet_id.is_(None))
    row = session.scalars(wanted).first()
    return (row.guests, row.children) if row is not None else (0, 0)
