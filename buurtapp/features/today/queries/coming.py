"""The next activities, with what each still needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from buurtapp.core.store.ask import Ask, stored
from buurtapp.core.text import fold
from buurtapp.features.activities.rows import ActivityRow, Counts
from buurtapp.features.today import rules
from buurtapp.features.today.queries.among import among
from buurtapp.features.today.records import ComingUp

_LOOK_AHEAD = 60
"""So many activities are looked through for the next ones."""
_ATTENDANCE = "attendance"
"""The kind of sheet that an attendance list is (features/sheets/queries.py)."""

_SIGNED = (
    "SELECT activity_id, waiting, count(*), sum(guests + children) FROM signup"
    " WHERE activity_id IN (*numbers) GROUP BY activity_id, waiting"
)
_CAME = "SELECT activity_id, count(*) FROM attendance WHERE activity_id IN (*numbers) GROUP BY activity_id"
_ALONG = (
    "SELECT activity_id, sum(guests + children) FROM head_count WHERE activity_id IN (*numbers) GROUP BY activity_id"
)
_FREE = (
    "SELECT activity_id, count(*) FROM job WHERE activity_id IN (*numbers) AND done_at IS NULL AND phase <> 'after'"
    " AND person_id IS NULL AND who = '' AND NOT EXISTS (SELECT 1 FROM job_helper WHERE job_id = job.id)"
    " GROUP BY activity_id"
)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of some activities, by their numbers."""

    counts: dict[int, Counts]
    flyers: set[int]
    lists: set[int]
    free_jobs: dict[int, int]


def coming_up(ask: Ask, here: datetime, most: int = 3) -> tuple[ComingUp, ...]:
    """Return the next activities at a wall-clock time, with what each still needs.

    What comes more often, such as the soup of every week, is told once: the first time, with the other days.
    """
    again: dict[str, list[Sequence[Any]]] = {}
    for row in ask(
        "SELECT id, title, kind, place, starts_at, ends_at, capacity, source FROM activity"
        " WHERE coalesce(ends_at, starts_at) >= ? ORDER BY starts_at, id LIMIT ?",
        (stored(here), _LOOK_AHEAD),
    ):
        again.setdefault(fold(row[1]), []).append(row)
    times = list(again.values())[:most]
    numbers = [rows[0][0] for rows in times]
    known = _Known(_counts(ask, numbers), _with_flyer(ask, numbers), _with_list(ask, numbers), _free_jobs(ask, numbers))
    return tuple(_coming(rows, here, known) for rows in times)


def _coming(rows: list[Sequence[Any]], here: datetime, known: _Known) -> ComingUp:
    number, title, kind, place, starts_at, ends_at, capacity, source = rows[0]
    first = datetime.fromisoformat(starts_at)
    last = datetime.fromisoformat(ends_at) if ends_at else None
    days, free = (first.date() - here.date()).days, known.free_jobs.get(number, 0)
    return ComingUp(
        ActivityRow(number, title, kind, place, first, last, capacity, known.counts.get(number, Counts()), source),
        rules.readiness(printed=number in known.flyers, days_left=days, days_before=rules.FLYER_DAYS),
        rules.readiness(printed=number in known.lists, days_left=days, days_before=rules.LIST_DAYS),
        tuple(datetime.fromisoformat(row[4]) for row in rows[1:]),
        rules.readiness(printed=not free, days_left=days, days_before=rules.JOB_DAYS),
        free,
        first - timedelta(minutes=rules.EARLY_MINUTES) <= here,
    )


def _counts(ask: Ask, numbers: Sequence[int]) -> dict[int, Counts]:
    """Return how many signed up and wait; of what is still to come nobody came yet, unless the door is open."""
    found: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for number, waits, people, extra in ask(among(_SIGNED, numbers), numbers):
        if waits:
            found[number][2] = people
        else:
            found[number][:2] = [people, people + (extra or 0)]
    came: dict[int, int] = dict(map(tuple, ask(among(_CAME, numbers), numbers)))
    along: dict[int, int] = dict(map(tuple, ask(among(_ALONG, numbers), numbers)))
    return {number: _count_of(found[number], came.get(number), along.get(number)) for number in numbers}


def _count_of(signed: list[int], came: int | None, along: int | None) -> Counts:
    names, heads, waiting = signed
    known = came is not None or along is not None
    return Counts(names, heads, waiting, (came or 0) if known else None, along or 0)


def _with_flyer(ask: Ask, numbers: Sequence[int]) -> set[int]:
    """Return which of these activities have a flyer that was printed or saved."""
    question = "SELECT activity_id FROM print_log WHERE kind = 'flyer' AND activity_id IN (*numbers)"
    return {row[0] for row in ask(among(question, numbers), numbers)}


def _with_list(ask: Ask, numbers: Sequence[int]) -> set[int]:
    """Return which of these activities have an attendance list that was printed."""
    question = "SELECT subject_id FROM sheet WHERE kind = ? AND subject_id IN (*numbers)"
    return {row[0] for row in ask(among(question, numbers), (_ATTENDANCE, *numbers))}


def _free_jobs(ask: Ask, numbers: Sequence[int]) -> dict[int, int]:
    """Return how many jobs before and on the day nobody does yet: nobody leads them, helps, or is told in words."""
    return {row[0]: row[1] for row in ask(among(_FREE, numbers), numbers)}
