"""Places left, drafts checked, names on a list told apart, and what an activity still needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Literal

from buurtapp.core.clock import clock_change
from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, _, text
from buurtapp.core.text import fold
from buurtapp.features.activities.records import SOURCES, ActivityDraft, ListName, SignupDraft
from buurtapp.features.people.records import PersonRow
from buurtapp.features.sheets.records import FrozenRow

LONGEST_TITLE = 300
LARGEST_CAPACITY = 100_000
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Outside these a year is a slip of the finger."""
EVENING = time(17)
"""What starts from here on may well end the next day."""
MOST_GUESTS = 999
LONGEST_NOTE = 60
"""Letters of what somebody brings, and of what to heed: a sign-up is no file about a person."""
LIST_DAYS = 3
"""So many days before, the list should be printed: later sign-ups still come on it."""
LASTS = timedelta(hours=2)
"""How long an activity lasts of which no end is known."""
_TIME = re.compile(r"(\d{1,2})(?:[.:,uh](\d{2})?)?|(\d{1,2})(\d{2})")

ListState = Literal["done", "due", "later", "over"]
"""Of the attendance list: printed, to be printed now, time enough, or not needed any more."""
Situation = Literal["before", "today", "after"]


def problems(draft: ActivityDraft) -> list[DraftProblem]:
    """Return what is wrong with a draft, all at once."""
    found = []
    if not draft.title.strip():
        found.append(DraftProblem("title", text(N_("Fill in a title."))))
    elif len(draft.title) > LONGEST_TITLE:
        found.append(
            DraftProblem("title", text(N_("This title is too long. Use at most {most} letters."), most=LONGEST_TITLE))
        )
    found += _time_problems(draft)
    if draft.capacity is not None and not 1 <= draft.capacity <= LARGEST_CAPACITY:
        found.append(DraftProblem("capacity", text(N_("Fill in how many people fit, or leave it empty."))))
    if draft.source not in SOURCES:
        found.append(DraftProblem("source", text(N_("Choose whose idea this was."))))
    found += [
        DraftProblem(name, text(N_("Fill in a number from 1 to {most}, or leave it empty."), most=LARGEST_CAPACITY))
        for name, number in (("asked_by", draft.asked_by), ("expected", draft.expected))
        if number is not None and not 1 <= number <= LARGEST_CAPACITY
    ]
    return found


def _time_problems(draft: ActivityDraft) -> list[DraftProblem]:
    """Return what is wrong with the times; the first that is wrong tells enough."""
    starts_at, ends_at = draft.starts_at, draft.ends_at
    if starts_at is None:
        return [DraftProblem("starts_at", text(N_("Fill in a day and a time.")))]
    if not FIRST_YEAR <= starts_at.year <= LAST_YEAR:
        return [DraftProblem("starts_at", text(N_("This day is too far away. Look at the year.")))]
    if ends_at is not None and ends_at <= starts_at:
        if may_end_next_day(starts_at, ends_at):
            return [DraftProblem("ends_at", text(N_("This is before the start. Does it end the next day?")))]
        return [DraftProblem("ends_at", text(N_("The end must be later than the start.")))]
    return [
        DraftProblem(name, text(N_("This time does not exist: the clock goes forward that night. Choose another.")))
        for name, when in (("starts_at", starts_at), ("ends_at", ends_at))
        if when is not None and clock_change(when) == "missing"
    ]


def may_end_next_day(starts_at: datetime, ends_at: datetime) -> bool:
    """Return whether an end before its start, on one day, is most likely one past midnight."""
    is_before = ends_at <= starts_at and ends_at.date() == starts_at.date()
    return is_before and starts_at.time() >= EVENING


def comes_twice(draft: ActivityDraft) -> bool:
    """Return whether it starts or ends at a time that comes twice, in the night when the clock goes back."""
    return any(when is not None and clock_change(when) == "twice" for when in (draft.starts_at, draft.ends_at))


def wants_asking(source: str, asked_by: int | None, anyway: str) -> bool:
    """Return whether a plan of others still lacks residents who asked for it, or why it is done though nobody did."""
    return source in {"organisation", "council"} and not asked_by and not anyway.strip()


def head_problems(guests: int, children: int) -> list[DraftProblem]:
    """Return what is wrong with numbers of guests and children."""
    return [
        DraftProblem(name, text(N_("Fill in a number from 0 to {most}."), most=MOST_GUESTS))
        for name, number in (("guests", guests), ("children", children))
        if not 0 <= number <= MOST_GUESTS
    ]


def signup_problems(said: SignupDraft) -> list[DraftProblem]:
    """Return what is wrong with what somebody said about their coming, all at once."""
    found = head_problems(said.guests, said.children)
    for name, written in (("brings", said.brings), ("note", said.note)):
        if len(written.strip()) > LONGEST_NOTE:
            found.append(DraftProblem(name, text(N_("Keep it short: at most {most} letters."), most=LONGEST_NOTE)))
    return found


def fits(capacity: int | None, taken: int, more: int) -> bool:
    """Return whether so many more heads fit."""
    return capacity is None or taken + more <= capacity


def list_names(people: Sequence[PersonRow]) -> tuple[ListName, ...]:
    """Return names for a list, in spoken form and sorted by it; people of the same name get their house number."""
    often = Counter(fold(person.name.spoken) for person in people)
    ordered = sorted(people, key=lambda person: (fold(person.name.spoken), person.door.number or 0, person.id))
    return tuple(ListName(person.id, person.name.spoken, _note(person, often)) for person in ordered)


def street_names(people: Sequence[PersonRow]) -> tuple[ListName, ...]:
    """Return names for a list by street, in the order given: each with its house number, below its street."""
    often = Counter({fold(person.name.spoken): 2 for person in people})
    nowhere = _("Address not known")
    return tuple(
        ListName(person.id, person.name.spoken, _note(person, often), person.door.street or nowhere)
        for person in [
            *(person for person in people if person.door.street),
            *(person for person in people if not person.door.street),
        ]
    )


def _note(person: PersonRow, often: Counter[str]) -> str:
    if often[fold(person.name.spoken)] < 2 or not person.door.house:
        return ""
    return _("no. {house}").format(house=person.door.house)


def end_of(starts_at: datetime, ends_at: datetime | None) -> datetime:
    """Return when an activity ends; one of which no end is known lasts two hours."""
    return ends_at or starts_at + LASTS


def printed_rows(rows: Sequence[FrozenRow]) -> set[int]:
    """Return which lines of a list had a name when it was printed; below them are the blank ones.

    Somebody who was deleted and whose name was erased leaves a line without anything, among the others.
    """
    last = max((at for at, row in enumerate(rows) if row.person_id is not None or row.text), default=-1)
    return {row.row for row in rows[: last + 1]}


def is_over(starts_at: datetime, ends_at: datetime | None, here: datetime) -> bool:
    """Return whether an activity has ended at this wall-clock time."""
    return end_of(starts_at, ends_at) < here


def situation(starts_at: datetime, ends_at: datetime | None, here: datetime) -> Situation:
    """Return whether an activity is still to come, is on this day, or is over."""
    if is_over(starts_at, ends_at, here):
        return "after"
    return "today" if starts_at.date() <= here.date() else "before"


def list_state(starts_at: datetime, ends_at: datetime | None, here: datetime, *, printed: bool) -> ListState:
    """Return how it is with the attendance list of an activity, at this wall-clock time."""
    if is_over(starts_at, ends_at, here):
        return "over"
    if printed:
        return "done"
    return "due" if (starts_at.date() - here.date()).days <= LIST_DAYS else "later"


def parse_time(typed: str) -> time | None:
    """Return the time that was typed: "14.30", "14:30", "14u30", "1430", "14" or "14 uur"; None for anything else."""
    found = _TIME.fullmatch("".join(typed.lower().replace("uur", "").split()))
    if found is None:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
