"""What there is to do: promises, and jobs of run sheets by their day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from buurtapp.core.store.ask import Ask, stored
from buurtapp.core.text import fold
from buurtapp.features.people.names_and_consents import ConsentEntry, Name
from buurtapp.features.today.queries.among import among
from buurtapp.features.today.records import Task

MOST = 200
"""So many tasks are told of; the others are counted."""
_AFTER_DAYS = 60
"""What was left to do after an activity is asked for two months."""
_AHEAD_DAYS = 7
"""Jobs of the next week are shown: a list of fifty says nothing."""
_FARTHEST_DAYS = 400
_STEPS_BACK = (7, 28, 91)
"""A job lies at most so many days before its activity: so far ahead activities are looked through for it (`_JOBS`)."""
_JOBS = (
    "SELECT job.id, job.title, phase, step, day_offset, person_id, who, activity.id, activity.title, starts_at"
    " FROM activity JOIN job ON job.activity_id = activity.id"
    " WHERE done_at IS NULL AND starts_at >= ? AND starts_at < ? AND (phase = 'after' OR starts_at >= ?)"
    " AND starts_at < CASE WHEN day_offset >= -7 THEN ? WHEN day_offset >= -28 THEN ? WHEN day_offset >= -91 THEN ?"
    " ELSE ? END"
)
_PHONES = (
    "SELECT person.id, phone.number FROM phone JOIN person ON person.id = phone.person_id"
    " LEFT JOIN address ON address.id = person.address_id WHERE NOT person.do_not_approach"
    " AND NOT coalesce(address.do_not_approach, 0) AND person.id IN (*numbers)"
    " ORDER BY person.id, phone.position DESC, phone.id DESC"
)
_ANSWERS = (
    "SELECT person_id, id, state, on_day FROM consent"
    " WHERE purpose = 'phone' AND person_id IN (*numbers) ORDER BY person_id, id"
)
_NO_DAY = date.max
_FIRST, _SECOND = 0, 1
"""On one day a promise comes before a job."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A task on its way: whom it names, by number, or in words."""

    task: Task
    person_id: int | None
    who: str


def tasks(ask: Ask, today: date, coordinator: str, most: int = MOST) -> tuple[tuple[Task, ...], int]:
    """Return what there is to do, the earliest day on top and without a day last, and how many there are in all.

    What is promised by nobody in particular, or by the `coordinator` (the contact of the group), is their own.
    """
    found = [*_promises(ask), *_jobs(ask, today)]
    found.sort(key=_order)
    shown = _with_helpers(ask, found[:most])
    names = _names(ask, (one.person_id for one in shown))
    phones = _phones(ask, (one.task.person_id for one in shown if one.task.kind == "call"))
    return tuple(_named(one, names, phones, fold(coordinator)) for one in shown), len(found)


def _order(one: _Found) -> tuple[date, int, int]:
    return one.task.due_on or _NO_DAY, _FIRST if one.task.source == "promise" else _SECOND, one.task.id


def _promises(ask: Ask) -> list[_Found]:
    rows = ask(
        "SELECT promise.id, promise.title, promise.kind, due_on, person_id, who, about_person_id,"
        " activity.id, coalesce(activity.title, '') FROM promise"
        " LEFT JOIN activity ON promise.about_kind = 'activity' AND activity.id = promise.about_id"
        " WHERE done_at IS NULL",
        (),
    )
    return [_promise(row) for row in rows]


def _promise(row: Sequence[Any]) -> _Found:
    number, title, kind, due, person, who, about, activity, activity_title = row
    task = Task(
        "promise",
        number,
        title,
        kind,
        date.fromisoformat(due) if due else None,
        activity_id=activity,
        activity_title=activity_title,
        person_id=about,
    )
    return _Found(task, person, who)


def _jobs(ask: Ask, today: date) -> list[_Found]:
    """Return the jobs that are not done: before an activity until it is there, on the day itself, after it.

    A job that was not ticked before an activity is no longer asked when the activity is past: nobody can do it then.
    What comes after is not asked before the activity is held.
    """
    ends = [_start_of(today, _AHEAD_DAYS + 1 + days) for days in (*_STEPS_BACK, _FARTHEST_DAYS)]
    rows = ask(_JOBS, (_start_of(today, -_AFTER_DAYS), ends[-1], _start_of(today, 0), *ends))
    last = today + timedelta(days=_AHEAD_DAYS)
    found = []
    for row in rows:
        held_on = date.fromisoformat(row[9][:10])
        day = held_on + timedelta(days=row[4])
        if _is_time(row[2], held_on, day, today, last):
            found.append(_job(row, held_on if row[2] == "day" else day))
    return found


def _is_time(phase: str, held_on: date, day: date, today: date, last: date) -> bool:
    if phase == "day":
        return held_on == today
    return day <= last and (phase == "before" or held_on <= today)


def _start_of(today: date, days: int) -> str:
    return stored(datetime.combine(today + timedelta(days=days), datetime.min.time()))


def _job(row: Sequence[Any], day: date) -> _Found:
    number, title, _phase, step, _offset, person, who, activity, activity_title, _start = row
    task = Task("job", number, title, "job", day, activity_id=activity, activity_title=activity_title, step=step)
    return _Found(task, person, who)


# Who, and how to reach them


def _with_helpers(ask: Ask, found: Sequence[_Found]) -> list[_Found]:
    """Let the first helper stand for a job that nobody leads."""
    jobs = [one.task.id for one in found if one.task.source == "job" and one.person_id is None and not one.who]
    if not jobs:
        return list(found)
    question = "SELECT job_id, min(person_id) FROM job_helper WHERE job_id IN (*numbers) GROUP BY job_id"
    first: dict[int, int] = {row[0]: row[1] for row in ask(among(question, jobs), jobs)}
    free = set(jobs)
    return [
        replace(one, person_id=first.get(one.task.id)) if one.task.source == "job" and one.task.id in free else one
        for one in found
    ]


def _names(ask: Ask, people: Iterable[int | None]) -> dict[int, Name]:
    wanted = sorted({number for number in people if number is not None})
    if not wanted:
        return {}
    question = "SELECT id, title, given, initials, infix, family, kind FROM person WHERE id IN (*numbers)"
    return {row[0]: Name(*row[1:]) for row in ask(among(question, wanted), wanted)}


def _phones(ask: Ask, people: Iterable[int | None]) -> dict[int, str]:
    """Return the first number of each of these people, as it is read; who may not be called has none."""
    wanted = sorted({number for number in people if number is not None})
    if not wanted:
        return {}
    from buurtapp.features.people.rules.consents import is_withdrawn, states  # noqa: PLC0415 - only with calls to make
    from buurtapp.features.people.rules.phones import nice_phone  # noqa: PLC0415 - the same

    first: dict[int, str] = dict(map(tuple, ask(among(_PHONES, wanted), wanted)))
    log: dict[int, list[ConsentEntry]] = {}
    for person, number, state, day in ask(among(_ANSWERS, wanted), wanted):
        log.setdefault(person, []).append(ConsentEntry(number, "phone", state, date.fromisoformat(day), "other"))
    return {
        person: nice_phone(phone)
        for person, phone in first.items()
        if not is_withdrawn(states(log.get(person, ())), "phone")
    }


def _named(one: _Found, names: dict[int, Name], phones: dict[int, str], coordinator: str) -> Task:
    name = names.get(one.person_id) if one.person_id is not None else None
    is_free = one.task.source == "job" and name is None and not one.who.strip()
    is_own = (name is not None and bool(coordinator) and fold(name.spoken) == coordinator) or (
        one.task.source == "promise" and name is None and not one.who.strip()
    )
    owner = "" if is_own else (name.given or name.spoken) if name is not None else one.who.strip()
    phone = phones.get(one.task.person_id, "") if one.task.kind == "call" and one.task.person_id is not None else ""
    return replace(one.task, owner=owner, is_own=is_own, is_free=is_free, phone=phone)
