"""Letting people in several at once: a whole household, or everybody that was told of in one go."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from buurtapp.core.errors import not_found
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.attendance.queries import counted_by_hand, living_with
from buurtapp.features.activities.attendance.records import Attended, AttendResult
from buurtapp.features.activities.tables import Activity, Attendance
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import PersonDraft


def household_label(name: str, count: int) -> Text:
    """Return what the history says of `let_household_in`."""
    return plural_text(
        "Present: {name} and {count} housemate", "Present: {name} and {count} housemates", count, name=name
    )


def attended_label(title: str) -> Text:
    """Return what the history says of `note_attended`."""
    return text(N_("Who was there: {title}"), title=title)


def let_household_in(work: Work, activity_id: int, person_id: int) -> list[int]:
    """Note that everybody at the address of somebody is in, in one step; returns who was not in yet."""
    return let_in(work, activity_id, living_with(work.session, person_id))


def let_in(work: Work, activity_id: int, numbers: Sequence[int]) -> list[int]:
    """Note that these people are in; returns who was not in yet."""
    inside = set(work.session.scalars(select(Attendance.person_id).where(Attendance.activity_id == activity_id)))
    new = [number for number in dict.fromkeys(numbers) if number not in inside]
    for number in new:
        attend.set_present(work, activity_id, number, present=True)
    return new


def note_attended(work: Work, activity_id: int, told: Attended) -> AttendResult:
    """Note who was there, all at once. Raises UserError "not_found" before anything is changed, and DraftInvalid."""
    work.get(Activity, activity_id)
    for nobody in listing.missing(work.session, [*told.present, *told.households, *told.absent]):
        raise not_found("person", nobody)
    there = queries.presence(work.session, activity_id)
    here = {*there.present, *(one.person_id for one in there.walk_ins)}
    went = [number for number in dict.fromkeys(told.absent) if number in here]
    for number in went:
        attend.set_present(work, activity_id, number, present=False)
    new_people: list[int] = []
    numbers = list(told.present)
    for one in told.households:
        numbers += living_with(work.session, one)
    numbers += [_somebody(work, one, new_people) for one in told.walk_ins]
    came = let_in(work, activity_id, [number for number in numbers if number not in told.absent])
    if told.guests is not None or told.children is not None:
        guests, children = counted_by_hand(work.session, activity_id)
        attend.count_heads(
            work,
            activity_id,
            guests if told.guests is None else told.guests,
            children if told.children is None else told.children,
        )
    return AttendResult(tuple(came), tuple(went), tuple(new_people))


def _somebody(work: Work, draft: PersonDraft, new_people: list[int]) -> int:
    """Return the one of this name, at this address when one was told; else a new neighbour."""
    same = listing.rows(work.session, attend.people_named(work, draft.name.spoken))
    if draft.door.street:
        same = [row for row in same if row.door.line.casefold() == draft.door.line.casefold()]
    if len(same) == 1:
        return same[0].id
    number = people.add_person(work, draft)
    new_people.append(number)
    return number
