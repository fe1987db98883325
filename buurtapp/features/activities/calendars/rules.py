"""Months, short titles, what an activity still needs, rooms used twice, and which of them a list shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from buurtapp.core.text import fold
from buurtapp.features.activities.calendars.records import OWN_SOURCES, Entry, Finding, FlyerState, Need, Planned
from buurtapp.features.activities.rows import Counts
from buurtapp.features.activities.rules import end_of, is_over

WEEK = 7
FLYER_DAYS = 14
"""So many days before, a flyer should be printed: it takes a week to bring round, and people want a week to plan."""
_LEAST_OF_COMPOUND = 5
_DAYS = (
    "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_WHEN_AT_THE_END = re.compile(
    rf"\s+(?:op|elke|iedere|on|every)\s+(?:{_DAYS})(?:ochtend|morgen|middag|avond)?s?\s*$", re.IGNORECASE
)
_OF_THE_NEIGHBOURHOOD = re.compile(r"(?:buurt|wijk)(?=\w)", re.IGNORECASE)

Slot = tuple[int, str, datetime, datetime | None]
"""An activity as far as its room goes: number, place, start, and end when it is known."""


# Months


def month_start(when: date, months: int = 0) -> date:
    """Return the first day of the month of a day, or of so many months later."""
    number = when.year * 12 + when.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def same_day(when: date, months: int) -> date:
    """Return the same day so many months later: 31 January becomes the last of February."""
    first = month_start(when, months)
    last = month_start(first, 1) - timedelta(days=1)
    return min(first + timedelta(days=when.day - 1), last)


def weeks_of(first: date) -> int:
    """Return how many weeks a month touches, Monday first."""
    days = (month_start(first, 1) - first).days + first.weekday()
    return -(-days // WEEK)


def days_shown(first: date) -> tuple[date, date]:
    """Return the first day that a month's weeks show, and the day after the last."""
    monday = first - timedelta(days=first.weekday())
    return monday, monday + timedelta(days=weeks_of(first) * WEEK)


# Words


def short_titles(title: str) -> tuple[str, ...]:
    """Return a title without what the calendar says already, and shorter still: "Buurtwandeling", "Wandeling".

    "Soep op woensdag" stands below its Wednesday: "Soep" says enough.
    """
    plain = " ".join(title.split())
    short = _WHEN_AT_THE_END.sub("", plain) or plain
    first, _space, rest = short.partition(" ")
    bare = _OF_THE_NEIGHBOURHOOD.sub("", first, count=1)
    if bare == first or len(bare) < _LEAST_OF_COMPOUND:
        return (short,)
    return (short, f"{bare[:1].upper()}{bare[1:]} {rest}".strip())


def came_and_along(counts: Counts) -> tuple[int | None, int]:
    """Return who came, as it compares with who was expected, and the others told apart.

    Who is expected are names, so names are what came; where only heads were counted those are told.
    """
    if counts.came is None:
        return None, 0
    if not counts.came:
        return counts.came_along, 0
    return counts.came, counts.came_along


def expected(planned: Planned) -> int:
    """Return how many were expected: what was filled in, else who signed up by name."""
    return planned.row.expected if planned.row.expected is not None else planned.row.counts.names


# What it still needs


def flyer_state(starts_at: datetime, here: datetime, *, is_past: bool, printed: bool) -> FlyerState:
    """Return how it is with the flyer at this wall-clock time; on the day itself it is too late for one."""
    days = (starts_at.date() - here.date()).days
    if is_past or days < 1:
        return "over"
    if printed:
        return "done"
    return "due" if days <= FLYER_DAYS else "later"


def is_unasked(planned: Planned) -> bool:
    """Return whether it is a plan of an organisation that no neighbour asked for, and nobody said why all the same."""
    row = planned.row
    return not planned.is_own_idea and not row.asked_by and not row.anyway.strip()


def needs(planned: Planned) -> tuple[Need, ...]:
    """Return what an activity to come still needs, the most pressing first; nothing once it has been.

    Paper for something that nobody asked for can wait, unless people are at the door soon.
    """
    if planned.is_over:
        return ()
    unasked = is_unasked(planned)
    found: list[tuple[Need, bool]] = [
        ("room", planned.same_room),
        ("unasked", unasked),
        ("list", planned.list_state == "due"),
        ("flyer", planned.flyer_state == "due" and not unasked),
        ("jobs", planned.jobs_late > 0),
    ]
    return tuple(need for need, is_so in found if is_so)


def is_ready(planned: Planned) -> bool:
    """Return whether the paper that can be there by now is there: not only that there is time enough."""
    return "done" in {planned.flyer_state, planned.list_state}


# Rooms


def _parts(place: str) -> tuple[str, ...]:
    return tuple(filter(None, (fold(part.strip()) for part in place.split(","))))


def is_same_room(one: str, other: str) -> bool:
    """Return whether two places can be one: "De Kas" and "De Kas, zaal 2" can, zaal 1 and zaal 2 cannot."""
    left, right = _parts(one), _parts(other)
    most = min(len(left), len(right))
    return most > 0 and left[:most] == right[:most]


def in_one_room(slots: Iterable[Slot]) -> set[int]:
    """Return the numbers of activities that are in the same place at the same time as another.

    One that begins when the other ends is no trouble.
    """
    found: set[int] = set()
    running: list[Slot] = []
    for slot in sorted(slots, key=lambda one: (one[2], one[0])):
        number, place, start, _end = slot
        running = [one for one in running if end_of(one[2], one[3]) > start]
        clashing = [one[0] for one in running if is_same_room(one[1], place)]
        if clashing:
            found.update(clashing, (number,))
        running.append(slot)
    return found


# The list


def found_in(entries: Sequence[Entry], finding: Finding, here: datetime) -> list[Entry]:
    """Return what a list shows: what is to come earliest first, what has been newest first."""
    wanted = fold(finding.search).split()
    shown = [
        one
        for one in entries
        if _is_among(one, finding, here)
        and (not finding.whose or (one.source in OWN_SOURCES) == (finding.whose == "own"))
        and all(word in one.words for word in wanted)
    ]
    return shown[::-1] if finding.which in {"past", "all"} else shown


def _is_among(entry: Entry, finding: Finding, here: datetime) -> bool:
    if finding.which == "all":
        return True
    if finding.which == "month":
        return month_start(entry.starts_at.date()) == month_start(finding.month)
    return is_over(entry.starts_at, entry.ends_at, here) == (finding.which == "past")
