"""Noting who came: at the door, or from a list that came home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import select

from buurtapp.core.clock import local
from buurtapp.core.errors import DraftInvalid, UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.activities import rules
from buurtapp.features.activities.records import EntryResult, SheetAnswers, WalkIn
from buurtapp.features.activities.tables import Activity, Attendance, HeadCount
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import PersonDraft
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.tables import Person
from buurtapp.features.sheets.actions import note_home
from buurtapp.features.sheets.queries import info
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

    Raises UserError "unknown_row" for a cross on a line that the list does not have.
    """
    sheet = info(work.session, work.get(Sheet, sheet_id))
    work.get(Activity, sheet.subject_id)
    known = {row.row: row for row in sheet.rows}
    wrong = sorted(answers.rows - known.keys())
    if wrong:
        raise UserError(
            "unknown_row",
            text(N_("The list {code} has no line {row}. Nothing was changed."), code=sheet.code, row=wrong[0]),
        )
    new_people: list[int] = []
    wanted = [
        _Wanted(row.person_id, "" if row.person_id else row.text)
        for number, row in known.items()
        if number in answers.rows and row.text
    ]
    wanted += [_match(work, walk_in, new_people) for walk_in in answers.walk_ins if walk_in.name.strip()]
    stored, changed, unchanged = _bring_in_line(work, sheet.subject_id, sheet_id, wanted)
    changed += _tally(work, sheet.subject_id, sheet_id, answers)
    note_home(work, sheet_id)
    return EntryResult(stored, changed, unchanged, tuple(new_people))


class _Wanted:
    """Somebody the list says was there; `name` only for those who were not printed on it.

    `again` tells two apart who wrote down the same name and are nobody's yet.
    """

    def __init__(self, person_id: int | None, name: str, again: int = 0) -> None:
        self.person_id = person_id
        self.name = name
        self.again = again

    @property
    def key(self) -> tuple[int | None, str, int]:
        return (self.person_id, "", 0) if self.person_id is not None else (None, _name_key(self.name), self.again)


def _told_apart(people: Iterable[_Wanted]) -> list[_Wanted]:
    often: Counter[str] = Counter()
    made = []
    for one in people:
        if one.person_id is None:
            one = _Wanted(None, one.name, often[_name_key(one.name)])  # noqa: PLW2901 - the same one, numbered
            often[_name_key(one.name)] += 1
        made.append(one)
    return made


def _match(work: Work, walk_in: WalkIn, new_people: list[int]) -> _Wanted:
    """Find the one person of this name; a name nobody has is a new neighbour, a name of several stays a name."""
    name = walk_in.name.strip()
    if walk_in.person_id is not None:
        work.get(Person, walk_in.person_id)
        return _Wanted(walk_in.person_id, name)
    same = people_named(work, name)
    if len(same) == 1:
        return _Wanted(same[0], name)
    if same:
        return _Wanted(None, name)
    number = people.add_person(work, PersonDraft(parse_name(name)))
    new_people.append(number)
    return _Wanted(number, name)


def people_named(work: Work, name: str) -> list[int]:
    """Return everybody with exactly this name, spoken or as on a list; small letters and accents do not matter."""
    found = listing.rows(work.session, listing.find_ids(work.session, name, _MOST_LOOKED_AT))
    key = _name_key(name)
    return [row.id for row in found if key in (_name_key(row.name.spoken), _name_key(row.name.listed))]


def _name_key(name: str) -> str:
    """Return a name folded; one of nothing but signs or pictures as it is."""
    return fold(name) or name.strip()


def _bring_in_line(work: Work, activity_id: int, sheet_id: int, wanted: Iterable[_Wanted]) -> tuple[int, int, int]:
    rows = list(work.session.scalars(select(Attendance).where(Attendance.activity_id == activity_id)))
    named = _told_apart(_Wanted(row.person_id, row.name) for row in rows)
    have = {one.key: row for one, row in zip(named, rows, strict=True)}
    stored = unchanged = 0
    kept: set[tuple[int | None, str, int]] = set()
    for one in _told_apart(wanted):
        if one.key in kept:
            continue
        kept.add(one.key)
        if one.key in have:
            unchanged += 1
        else:
            work.session.add(
                Attendance(
                    activity_id=activity_id, person_id=one.person_id, name=one.name, sheet_id=sheet_id, arrived_at=None
                )
            )
            stored += 1
    gone = [row for key, row in have.items() if row.sheet_id == sheet_id and key not in kept]
    for row in gone:
        work.session.delete(row)
    work.flush()
    return stored, len(gone), unchanged


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
