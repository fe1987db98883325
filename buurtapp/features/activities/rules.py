"""Places left, drafts checked, names on a list told apart, and what an activity still needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Literal

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, _, text
from buurtapp.core.text import fold
from buurtapp.features.activities.records import SOURCES, ActivityDraft, ListName
from buurtapp.features.people.records import PersonRow

LONGEST_TITLE = 300
LARGEST_CAPACITY = 100_000
MOST_GUESTS = 999
LIST_DAYS = 3
"""So many days before, the list should be printed: later sign-ups still come on it."""
_LASTS = timedelta(hours=2)
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
    if draft.starts_at is None:
        found.append(DraftProblem("starts_at", text(N_("Fill in a day and a time."))))
    elif draft.ends_at is not None and draft.ends_at <= draft.starts_at:
        found.append(DraftProblem("ends_at", text(N_("The end must be later than the start."))))
    if draft.capacity is not None and not 1 <= draft.capacity <= LARGEST_CAPACITY:
        found.append(DraftProblem("capacity", text(N_("Fill in how many people fit, or leave it empty."))))
    if draft.source not in SOURCES:
        found.append(DraftProblem("source", text(N_("Choose whose idea this was."))))
    return found


def head_problems(guests: int, children: int) -> list[DraftProblem]:
    """Return what is wrong with numbers of guests and children."""
    return [
        DraftProblem(name, text(N_("Fill in a number from 0 to {most}."), most=MOST_GUESTS))
        for name, number in (("guests", guests), ("children", children))
        if not 0 <= number <= MOST_GUESTS
    ]


def fits(capacity: int | None, taken: int, more: int) -> bool:
    """Return whether so many more heads fit."""
    return capacity is None or taken + more <= capacity


def list_names(people: Sequence[PersonRow]) -> tuple[ListName, ...]:
    """Return names for a list, in spoken form and sorted by it; people of the same name get their house number."""
    often = Counter(fold(person.name.spoken) for person in people)
    ordered = sorted(people, key=lambda person: (fold(person.name.spoken), person.door.number or 0, person.id))
    return tuple(ListName(person.id, person.name.spoken, _note(person, often)) for person in ordered)


def _note(person: PersonRow, often: Counter[str]) -> str:
    if often[fold(person.name.spoken)] < 2 or not person.door.house:
        return ""
    return _("no. {house}").format(house=person.door.house)


def is_over(starts_at: datetime, ends_at: datetime | None, here: datetime) -> bool:
    """Return whether an activity has ended at this wall-clock time."""
    return (ends_at or starts_at + _LASTS) < here


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
