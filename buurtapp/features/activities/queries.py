"""Questions about activities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from buurtapp.core.errors import not_found
from buurtapp.core.text import fold
from buurtapp.features.activities.history_words import happening, signed_kind
from buurtapp.features.activities.records import (
    ActivityCard,
    ActivityDraft,
    DoorRow,
    Ideas,
    Presence,
    SheetAnswers,
    SignupDraft,
    SignupFacts,
    SignupLine,
    SignupRow,
    Trial,
    WalkIn,
)
from buurtapp.features.activities.rows import ActivityRow, Counts
from buurtapp.features.activities.rules import printed_rows
from buurtapp.features.activities.tables import Activity, Attendance, HeadCount, Signup
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import PersonRow
from buurtapp.features.people.rules.history import Happening, HappeningKind
from buurtapp.features.people.tables import Person
from buurtapp.features.sheets.records import FrozenRow
from buurtapp.features.sheets.tables import Sheet, SheetRow


def listed(session: Session) -> list[ActivityRow]:
    """Return all activities, earliest first."""
    activities = list(session.scalars(select(Activity).order_by(Activity.starts_at, Activity.id)))
    counts = counts_of(session, [activity.id for activity in activities])
    return [_row(activity, counts[activity.id]) for activity in activities]


def upcoming(session: Session, now: datetime, most: int = 5) -> list[ActivityRow]:
    """Return the next activities: those that have not ended at this wall-clock time."""
    ends = func.coalesce(Activity.ends_at, Activity.starts_at)
    wanted = select(Activity).where(ends >= now).order_by(Activity.starts_at, Activity.id).limit(most)
    activities = list(session.scalars(wanted))
    counts = counts_of(session, [activity.id for activity in activities])
    return [_row(activity, counts[activity.id]) for activity in activities]


def rows_of(session: Session, numbers: Sequence[int]) -> list[ActivityRow]:
    """Return these activities; those that are gone are left out."""
    activities = list(session.scalars(select(Activity).where(Activity.id.in_(numbers)))) if numbers else []
    counts = counts_of(session, [activity.id for activity in activities])
    return [_row(activity, counts[activity.id]) for activity in activities]


def _row(activity: Activity, counts: Counts) -> ActivityRow:
    return ActivityRow(
        activity.id,
        activity.title,
        activity.kind,
        activity.place,
        activity.starts_at,
        activity.ends_at,
        activity.capacity,
        counts,
        activity.source,
        activity.expected,
        activity.asked_by,
        activity.anyway,
        activity.series_id,
    )


def card(session: Session, number: int) -> ActivityCard:
    """Return everything about one activity; raises UserError "not_found"."""
    activity = session.get(Activity, number)
    if activity is None:
        raise not_found("activity", number)
    draft = ActivityDraft(**{field.name: getattr(activity, field.name) for field in fields(ActivityDraft)})
    name, phone = _contact(session, activity.contact_person_id)
    return ActivityCard(
        number,
        draft,
        counts_of(session, [number])[number],
        name,
        phone,
        activity.fund_id,
        activity.series_id,
        activity.series_at,
        activity.copied_from_id,
        _trial(activity),
    )


def _trial(activity: Activity) -> Trial | None:
    if not activity.trial_street:
        return None
    return Trial(activity.trial_street, activity.trial_goal, activity.trial_result, activity.trial_why)


def _contact(session: Session, person_id: int | None) -> tuple[str, str]:
    person = session.get(Person, person_id) if person_id is not None else None
    if person is None:
        return "", ""
    phones = cards.phones_of(session, [person.id])[person.id]
    return listing.name_of(person).spoken, phones[0] if phones else ""


def counts_of(session: Session, activities: Iterable[int]) -> dict[int, Counts]:
    """Return how many signed up, wait and came, for each of these activities."""
    wanted = list(activities)
    names: defaultdict[int, int] = defaultdict(int)
    heads: defaultdict[int, int] = defaultdict(int)
    waiting: defaultdict[int, int] = defaultdict(int)
    signed = select(Signup.activity_id, Signup.waiting, func.count(), func.sum(Signup.guests + Signup.children))
    for number, waits, people, extra in session.execute(
        signed.where(Signup.activity_id.in_(wanted)).group_by(Signup.activity_id, Signup.waiting)
    ):
        if waits:
            waiting[number] = people
        else:
            names[number], heads[number] = people, people + (extra or 0)
    came, along = _came(session, wanted)
    return {
        number: Counts(names[number], heads[number], waiting[number], came.get(number), along.get(number, 0))
        for number in wanted
    }


def _came(session: Session, activities: list[int]) -> tuple[dict[int, int], dict[int, int]]:
    """Return who came by activity, and apart from that their guests and children."""
    present = select(Attendance.activity_id, func.count()).where(Attendance.activity_id.in_(activities))
    came = dict(session.execute(present.group_by(Attendance.activity_id)).all())
    tally = select(HeadCount.activity_id, func.sum(HeadCount.guests + HeadCount.children))
    tally = tally.where(HeadCount.activity_id.in_(activities)).group_by(HeadCount.activity_id)
    along = dict(session.execute(tally).all())
    return {number: came.get(number, 0) for number in came.keys() | along.keys()}, along


def signups(session: Session, activity_id: int) -> list[SignupRow]:
    """Return who signed up, by name; the waiting list last, in its own order."""
    rows = list(
        session.scalars(select(Signup).where(Signup.activity_id == activity_id).order_by(Signup.since, Signup.id))
    )
    people = {person.id: person for person in listing.rows(session, [row.person_id for row in rows])}
    made = [
        SignupRow(row.id, people[row.person_id], row.guests, row.children, row.waiting, row.lift, row.brings, row.note)
        for row in rows
    ]
    firm = sorted((row for row in made if not row.waiting), key=lambda row: (row.person.name.listed.casefold(), row.id))
    return firm + [row for row in made if row.waiting]


def presence(session: Session, activity_id: int) -> Presence:
    """Return who was there, each of them once."""
    rows = _attendance(session, activity_id)
    tallies = session.scalars(select(HeadCount).where(HeadCount.activity_id == activity_id)).all()
    return Presence(
        tuple(row.person_id for row in rows if row.person_id is not None and not row.name),
        tuple(WalkIn(row.name, row.person_id) for row in rows if row.name),
        sum(tally.guests for tally in tallies),
        sum(tally.children for tally in tallies),
        sum(1 for row in rows if row.person_id is None and not row.name and not row.unreadable),
        sum(row.unreadable for row in rows),
    )


def _attendance(session: Session, activity_id: int) -> list[Attendance]:
    wanted = select(Attendance).where(Attendance.activity_id == activity_id)
    return list(session.scalars(wanted.order_by(Attendance.id)))


def entered(session: Session, sheet_id: int) -> SheetAnswers:
    """Return what is known of a printed list: what the screen that looks like the paper starts with."""
    sheet = session.get_one(Sheet, sheet_id)
    rows = _attendance(session, sheet.subject_id)
    frozen = list(session.scalars(select(SheetRow).where(SheetRow.sheet_id == sheet_id).order_by(SheetRow.row)))
    printed = printed_rows([FrozenRow(row.row, row.page, row.person_id, row.text) for row in frozen])
    lines: defaultdict[int, list[int]] = defaultdict(list)
    for row in frozen:
        if row.person_id is not None:
            lines[row.person_id].append(row.row)
    ticked = {row.id: line for row in rows if (line := _line_of(row, sheet_id, lines, printed)) is not None}
    tally = session.scalars(select(HeadCount).where(HeadCount.sheet_id == sheet_id)).first()
    below = [row for row in rows if row.sheet_id == sheet_id and row.id not in ticked]
    return SheetAnswers(
        frozenset(ticked.values()),
        tuple(_walk_in(session, row) for row in below),
        tally.guests if tally else None,
        tally.children if tally else None,
        frozenset(line for row in rows if row.photo_ok and (line := ticked.get(row.id) or _own_line(row, sheet_id))),
    )


def _line_of(row: Attendance, sheet_id: int, lines: Mapping[int, list[int]], printed: set[int]) -> int | None:
    """Return on which line with a name somebody stands; of two who became one, the line that had the cross."""
    is_here = row.sheet_id == sheet_id and row.line in printed
    theirs = lines.get(row.person_id, []) if row.person_id is not None else []
    if theirs:
        return row.line if is_here and row.line in theirs else theirs[0]
    return row.line if is_here and row.person_id is None else None


def _own_line(row: Attendance, sheet_id: int) -> int | None:
    return row.line if row.sheet_id == sheet_id else None


def _walk_in(session: Session, row: Attendance) -> WalkIn:
    """Return what stands on a blank line; of somebody who was looked up afterwards the name they have."""
    name = row.name
    if not name and row.person_id is not None:
        name = listing.rows(session, [row.person_id])[0].name.spoken
    return WalkIn(name, row.person_id, row.line, unreadable=row.unreadable or not name)


def at_the_door(session: Session, activity_id: int) -> list[DoorRow]:
    """Return who is expected, by name, and below them who came without signing up."""
    expected = {row.person.id: row for row in signups(session, activity_id)}
    rows = _attendance(session, activity_id)
    inside = {row.person_id: row for row in rows if row.person_id is not None}
    strangers = [row for row in rows if row.person_id is None]
    others = listing.rows(session, [number for number in inside if number not in expected])
    new = first_timers(session, activity_id, [*expected, *inside])
    made = [_door_row(row.person, row, inside.get(number), first=number in new) for number, row in expected.items()]
    made.sort(key=lambda row: (row.waiting, fold(row.name)))
    made += sorted(
        (_door_row(person, None, inside[person.id], first=person.id in new) for person in others),
        key=lambda row: fold(row.name),
    )
    return made + [DoorRow(None, row.name, present=True, arrived_at=row.arrived_at) for row in strangers]


def _door_row(person: PersonRow, signup: SignupRow | None, there: Attendance | None, *, first: bool) -> DoorRow:
    return DoorRow(
        person,
        person.name.spoken,
        signup is not None,
        signup is not None and signup.waiting,
        there is not None,
        there.arrived_at if there is not None else None,
        first,
        *((signup.lift, signup.brings, signup.note) if signup is not None else ()),
    )


def first_timers(session: Session, activity_id: int, people: Iterable[int]) -> set[int]:
    """Return which of these people never came to anything that started before this activity."""
    starts_at = select(Activity.starts_at).where(Activity.id == activity_id).scalar_subquery()
    before = select(Attendance.person_id).join(Activity, Activity.id == Attendance.activity_id).distinct()
    return set(people).difference(session.scalars(before.where(Activity.starts_at < starts_at)))


def door_matches(session: Session, activity_id: int, typed: str, most: int = 8) -> list[DoorRow]:
    """Return whom a few letters at the door can mean: expected first, then family names that begin so, then others.

    Who is inside already stands last, so that nobody is looked for in vain.
    """
    start = fold(typed)
    if not start:
        return []
    known = {row.person.id: row for row in at_the_door(session, activity_id) if row.person is not None}
    found = listing.rows(session, listing.ids_by_name(session, typed, known, most))
    new = first_timers(session, activity_id, [row.id for row in found])
    made = [known.get(row.id) or _door_row(row, None, None, first=row.id in new) for row in found]
    made.sort(key=lambda row: (row.present, not row.signed_up, not _begins(row, start), fold(row.name)))
    return made[:most]


def _begins(row: DoorRow, start: str) -> bool:
    return row.person is not None and fold(row.person.name.family).startswith(start)


def ideas(session: Session, year: int, here: datetime) -> Ideas:
    """Return whose idea the activities of a year were, and how often something was done up to this wall-clock time."""
    # By its days and grouped: the index finds them, and no title is folded twice.
    first = here.replace(year=year, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    in_year = (Activity.starts_at >= first, Activity.starts_at < first.replace(year=year + 1))
    rows = session.execute(select(Activity.title, Activity.source).where(*in_year).distinct()).all()
    own = {fold(title) for title, source in rows if source in {"resident", "helper"}}
    theirs = {fold(title) for title, source in rows if source in {"organisation", "council"}}
    done = session.scalar(select(func.count()).where(*in_year, Activity.starts_at <= here))
    return Ideas(len(own), len(theirs), done or 0)


def happenings(session: Session, here: datetime, person_id: int) -> list[Happening]:
    """Return what somebody signed up for, came to and was contact person of at this wall-clock time, newest first."""
    came = set(session.scalars(select(Attendance.activity_id).where(Attendance.person_id == person_id)))
    waits = select(Signup.activity_id, Signup.waiting).where(Signup.person_id == person_id)
    signed = {row[0]: row[1] for row in session.execute(waits)}
    is_about = or_(Activity.id.in_(came | signed.keys()), Activity.contact_person_id == person_id)
    wanted = select(Activity).where(is_about).order_by(Activity.starts_at.desc(), Activity.id.desc())
    activities = list(session.scalars(wanted))
    counts = counts_of(session, [activity.id for activity in activities])
    found = []
    for activity in activities:
        number, is_over = activity.id, activity.starts_at <= here
        kinds: list[HappeningKind] = ["contact"] if activity.contact_person_id == person_id else []
        if number in came:
            kinds.append("came")
        elif number in signed:
            kinds.append(
                signed_kind(is_over=is_over, waits=signed[number], was_counted=counts[number].came is not None)
            )
        found.append(happening(_row(activity, counts[number]), kinds, is_over=is_over))
    return found


def signup_facts(session: Session, activity_id: int) -> SignupFacts:
    """Return what to arrange for those who have a place: lifts, what is brought, who comes for the first time."""
    wanted = select(Signup.person_id, Signup.lift, Signup.brings)
    rows = session.execute(wanted.where(Signup.activity_id == activity_id, Signup.waiting.is_(False))).all()
    return SignupFacts(
        sum(1 for row in rows if row.lift),
        sum(1 for row in rows if row.brings),
        len(first_timers(session, activity_id, [row.person_id for row in rows])),
    )


def signed_up_ids(session: Session, activity_id: int) -> list[int]:
    """Return who has a place at an activity; raises UserError "not_found" for an activity that is not there."""
    card(session, activity_id)
    return [row.person.id for row in signups(session, activity_id) if not row.waiting]


def missed_ids(session: Session, activity_id: int) -> list[int]:
    """Return who had a place and did not come; nobody as long as no one was counted."""
    if counts_of(session, [activity_id])[activity_id].came is None:
        return []
    came = {row.person_id for row in _attendance(session, activity_id)}
    return [row.person.id for row in signups(session, activity_id) if not row.waiting and row.person.id not in came]


def written_signups(session: Session, sheet_id: int) -> list[SignupLine]:
    """Return what is known of the lines of a sign-up sheet: what the screen that reads it back starts with."""
    sheet = session.get_one(Sheet, sheet_id)
    rows = session.scalars(select(SheetRow).where(SheetRow.sheet_id == sheet_id, SheetRow.text != ""))
    signed = {row.person.id: row for row in signups(session, sheet.subject_id)}
    found = []
    for row in sorted(rows, key=lambda row: row.row):
        known = signed.get(row.person_id) if row.person_id is not None else None
        said = SignupDraft(known.guests, known.children, lift=known.lift) if known is not None else SignupDraft()
        found.append(SignupLine(row.row, row.text, said, person_id=row.person_id))
    return found
