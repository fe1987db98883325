"""Noting who came: at the door, or from a list that came home."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from buurtapp.core.clock import local
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities import rules
from buurtapp.features.activities.attendance.queries import shape
from buurtapp.features.activities.attendance.rules import Head, Key, check_lines, key_of, name_key, told_apart
from buurtapp.features.activities.records import EntryResult, SheetAnswers, WalkIn
from buurtapp.features.activities.rules import printed_rows
from buurtapp.features.activities.tables import Activity, Attendance, HeadCount
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import PersonDraft
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.tables import Person
from buurtapp.features.sheets.actions import note_home
from buurtapp.features.sheets.queries import info
from buurtapp.features.sheets.records import SheetInfo
from buurtapp.features.sheets.tables import Sheet

_MOST_LOOKED_AT = 1000
_EARLY = timedelta(hours=2)
"""So long before the start and after the end people come and go."""
_LATE = timedelta(hours=2)
"""How long an activity lasts of which no end is known."""


def entered_label(code: str, title: str) -> Text:
    """Return what the history says of `enter_sheet`."""
    return text(N_("List {code} of {title} read back"), code=code, title=title)


def enter_sheet(work: Work, sheet_id: int, answers: SheetAnswers) -> EntryResult:
    """Make the attendance what the list says; entering it again corrects it. Blank lines are read as walk-ins.

    A name that nobody can read counts as somebody, and waits in the pile. Raises UserError "unknown_row" for a cross or
    a name on a line that the list does not have.
    """
    sheet = info(work.session, work.get(Sheet, sheet_id))
    work.get(Activity, sheet.subject_id)
    photos = shape(work.session, sheet_id).photos
    check_lines(sheet, photos, answers)
    printed = printed_rows(sheet.rows)

    def photo_ok(line: int | None) -> bool | None:
        return line in answers.photos if line in photos else None

    new_people: list[int] = []
    wanted = [
        Head(row.person_id, "" if row.person_id else row.text, row.row, sheet_id, photo_ok=photo_ok(row.row))
        for row in sheet.rows
        if row.row in answers.rows & printed
    ]
    for one in answers.walk_ins:
        if one.unreadable or one.name.strip():
            head = _match(work, one, new_people)
            wanted.append(replace(head, line=one.row, sheet_id=sheet_id, photo_ok=photo_ok(one.row)))
    stored, changed, unchanged = _bring_in_line(work, sheet, printed, wanted)
    changed += _tally(work, sheet.subject_id, sheet_id, answers)
    note_home(work, sheet_id)
    return EntryResult(stored, changed, unchanged, tuple(new_people))


def _match(work: Work, walk_in: WalkIn, new_people: list[int]) -> Head:
    """Find the one person of this name; a name nobody has is a new neighbour, a name of several stays a name."""
    if walk_in.unreadable:
        return Head(None, unreadable=True)
    name = walk_in.name.strip()
    if walk_in.person_id is not None:
        work.get(Person, walk_in.person_id)
        return Head(walk_in.person_id, name)
    same = people_named(work, name)
    if len(same) == 1:
        return Head(same[0], name)
    if same:
        return Head(None, name)
    number = people.add_person(work, PersonDraft(parse_name(name)))
    new_people.append(number)
    return Head(number, name)


def people_named(work: Work, name: str) -> list[int]:
    """Return everybody with exactly this name, spoken or as on a list; small letters and accents do not matter."""
    found = listing.rows(work.session, listing.find_ids(work.session, name, _MOST_LOOKED_AT))
    key = name_key(name)
    return [row.id for row in found if key in (name_key(row.name.spoken), name_key(row.name.listed))]


def _bring_in_line(work: Work, sheet: SheetInfo, printed: set[int], wanted: Iterable[Head]) -> tuple[int, int, int]:
    """Add who is new, take off who was on this list and is not any more; return how many, and how many are as before.

    Of a line that was in the pile and is known by now, the pile is not asked for again.
    """
    rows = list(work.session.scalars(select(Attendance).where(Attendance.activity_id == sheet.subject_id)))
    heads = told_apart(
        Head(row.person_id, row.name, row.line, row.sheet_id, row.unreadable, row.photo_ok) for row in rows
    )
    have = {key_of(head, sheet.id, printed): row for head, row in zip(heads, rows, strict=True)}
    settled = {
        row.line: key for key, row in have.items() if row.sheet_id == sheet.id and not (row.name or row.unreadable)
    }
    stored = changed = unchanged = 0
    kept: set[Key] = set()
    for head in told_apart(wanted):
        key = settled.get(head.line) if head.unreadable and head.line is not None else None
        key = key or key_of(head, sheet.id, printed)
        if key in kept:
            continue
        kept.add(key)
        row = have.get(key)
        if row is None:
            work.session.add(_row_of(sheet, head))
            stored += 1
        elif head.photo_ok is not None and row.photo_ok != head.photo_ok:
            row.photo_ok = head.photo_ok
            changed += 1
        else:
            unchanged += 1
    gone = [row for key, row in have.items() if row.sheet_id == sheet.id and key not in kept]
    for row in gone:
        work.session.delete(row)
    work.flush()
    return stored, changed + len(gone), unchanged


def _row_of(sheet: SheetInfo, head: Head) -> Attendance:
    return Attendance(
        activity_id=sheet.subject_id,
        person_id=head.person_id,
        name=head.name,
        sheet_id=sheet.id,
        arrived_at=None,
        unreadable=head.unreadable,
        line=head.line,
        photo_ok=head.photo_ok,
    )


def _tally(work: Work, activity_id: int, sheet_id: int, answers: SheetAnswers) -> int:
    """Save guests and children of this sheet; return 1 when an earlier tally was corrected."""
    if answers.guests is None and answers.children is None:
        return 0
    old = work.session.scalars(select(HeadCount).where(HeadCount.sheet_id == sheet_id)).first()
    if old is None:
        guests, children = answers.guests or 0, answers.children or 0
        work.add(HeadCount(activity_id=activity_id, guests=guests, children=children, sheet_id=sheet_id))
        return 0
    before = old.guests, old.children
    old.guests = old.guests if answers.guests is None else answers.guests
    old.children = old.children if answers.children is None else answers.children
    return int((old.guests, old.children) != before)


def set_present(work: Work, activity_id: int, person_id: int, *, present: bool) -> None:
    """Note by hand that somebody was there, or was not; while it is going on, the time is noted too."""
    activity = work.get(Activity, activity_id)
    work.get(Person, person_id)
    wanted = select(Attendance).where(Attendance.activity_id == activity_id, Attendance.person_id == person_id)
    row = work.session.scalars(wanted).first()
    if present and row is None:
        arrived_at = work.now if _is_going_on(work, activity) else None
        work.add(
            Attendance(activity_id=activity_id, person_id=person_id, name="", sheet_id=None, arrived_at=arrived_at)
        )
    elif not present and row is not None:
        work.delete(row)


def _is_going_on(work: Work, activity: Activity) -> bool:
    here = local(work.now)
    return activity.starts_at - _EARLY <= here <= (activity.ends_at or activity.starts_at + _LATE) + _EARLY


def add_at_the_door(work: Work, activity_id: int, draft: PersonDraft) -> int:
    """Add a new neighbour who is at the door, and note that they are in; returns the person. Raises DraftInvalid."""
    work.get(Activity, activity_id)
    number = people.add_person(work, draft)
    set_present(work, activity_id, number, present=True)
    return number


def count_heads(work: Work, activity_id: int, guests: int, children: int) -> None:
    """Note how many guests and children came besides those on a list; raises DraftInvalid."""
    found = rules.head_problems(guests, children)
    if found:
        raise DraftInvalid(found)
    work.get(Activity, activity_id)
    wanted = select(HeadCount).where(HeadCount.activity_id == activity_id, HeadCount.sheet_id.is_(None))
    row = work.session.scalars(wanted).first()
    if row is not None:
        row.guests, row.children = guests, children
    else:
        work.add(HeadCount(activity_id=activity_id, guests=guests, children=children, sheet_id=None))
