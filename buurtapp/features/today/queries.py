"""What the home screen asks, in one question.

It is asked in plain SQL: this screen is there before SQLAlchemy is imported, from the file as it lies on the disk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from buurtapp.core.clock import local
from buurtapp.core.store.ask import Ask, asker, stored
from buurtapp.core.text import fold
from buurtapp.features.activities.records import ActivityRow, Counts
from buurtapp.features.group.records import Group
from buurtapp.features.today import rules
from buurtapp.features.today.records import ComingUp, NotCounted, PaperOut, TodayView
from buurtapp.printing.codes import human_code

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LOOK_AHEAD = 60
"""So many activities are looked through for the next ones."""
_FORGET_DAYS = 60
"""Nobody remembers who came two months ago: then it is no longer asked."""
_OVER = "coalesce(activity.ends_at, activity.starts_at) < ?"
_ATTENDANCE = "attendance"
"""The kind of sheet that an attendance list is (features/sheets/queries.py)."""


def today_view(session: Session, now: datetime, last_copy: datetime | None = None, most: int = 3) -> TodayView:
    """Return the home screen at an aware moment; `last_copy` is when the newest copy was made."""
    return view_of(asker(session), now, last_copy, most)


def view_of(ask: Ask, now: datetime, last_copy: datetime | None = None, most: int = 3) -> TodayView:
    """Return the home screen from whoever answers."""
    here = local(now)
    people, addresses, loose_ends = (_count(ask, table) for table in ("person", "address", "loose_end"))
    coming = coming_up(ask, here, most)
    papers, open_ones = papers_out(ask, here), not_counted(ask, here)
    age = rules.copy_age(last_copy, now)
    return TodayView(
        group=group(ask),
        people=people,
        addresses=addresses,
        coming_up=coming,
        papers_out=papers,
        not_counted=open_ones,
        loose_ends=loose_ends,
        growth=rules.growth(addresses, first_times(ask), here.date()),
        copy_age=age,
        next_step=rules.next_step(people, coming, papers, open_ones, age),
    )


def _count(ask: Ask, table: str) -> int:
    # The name of the table is one of ours, never typed.
    return int(ask(f"SELECT count(*) FROM {table}", ())[0][0])


def group(ask: Ask) -> Group:
    """Return the group of this file; a nameless one when it was never filled in."""
    rows = ask(
        "SELECT name, place, purpose, for_whom, first_step, contact_name, contact_phone, contact_email, logo, theme,"
        " is_sample FROM group_info WHERE id = 1",
        (),
    )
    if not rows:
        return Group("")
    return replace(Group(*rows[0]), is_sample=bool(rows[0][-1]))


def sample_moment(ask: Ask) -> datetime | None:
    """Return when a file of invented people was made (aware, UTC); None for a group of people who exist."""
    rows = ask("SELECT created_at FROM group_info WHERE id = 1 AND is_sample = 1", ())
    return datetime.fromisoformat(f"{rows[0][0]}+00:00") if rows else None


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
    counts, flyers, lists = _counts(ask, numbers), _with_flyer(ask, numbers), _with_list(ask, numbers)
    return tuple(_coming(rows, here.date(), counts, rows[0][0] in flyers, rows[0][0] in lists) for rows in times)


def _coming(
    rows: list[Sequence[Any]],
    today: date,
    counts: dict[int, Counts],
    flyer: bool,  # noqa: FBT001 - private
    listed: bool,  # noqa: FBT001 - private
) -> ComingUp:
    number, title, kind, place, starts_at, ends_at, capacity, source = rows[0]
    first = _moment(starts_at)
    days = (first.date() - today).days
    return ComingUp(
        ActivityRow(
            number,
            title,
            kind,
            place,
            first,
            _moment(ends_at) if ends_at else None,
            capacity,
            counts.get(number, Counts()),
            source,
        ),
        rules.readiness(printed=flyer, days_left=days, days_before=rules.FLYER_DAYS),
        rules.readiness(printed=listed, days_left=days, days_before=rules.LIST_DAYS),
        tuple(_moment(row[4]) for row in rows[1:]),
    )


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written)


def _marks(numbers: Sequence[int]) -> str:
    return ",".join("?" * len(numbers))


def _counts(ask: Ask, numbers: Sequence[int]) -> dict[int, Counts]:
    """Return how many signed up and wait; of what is still to come nobody came yet, unless the door is open."""
    # Only question marks are put into these sentences.
    found: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for number, waits, people, extra in ask(
        "SELECT activity_id, waiting, count(*), sum(guests + children) FROM signup"
        f" WHERE activity_id IN ({_marks(numbers)}) GROUP BY activity_id, waiting",
        numbers,
    ):
        if waits:
            found[number][2] = people
        else:
            found[number][:2] = [people, people + (extra or 0)]
    inside = f" WHERE activity_id IN ({_marks(numbers)}) GROUP BY activity_id"
    came: dict[int, int] = dict(map(tuple, ask(f"SELECT activity_id, count(*) FROM attendance{inside}", numbers)))
    along: dict[int, int] = dict(
        map(tuple, ask(f"SELECT activity_id, sum(guests + children) FROM head_count{inside}", numbers))
    )
    return {number: _count_of(found[number], came.get(number), along.get(number)) for number in numbers}


def _count_of(signed: list[int], came: int | None, along: int | None) -> Counts:
    names, heads, waiting = signed
    known = came is not None or along is not None
    return Counts(names, heads, waiting, (came or 0) if known else None, along or 0)


def _with_flyer(ask: Ask, numbers: Sequence[int]) -> set[int]:
    """Return which of these activities have a flyer that was printed or saved."""
    question = f"SELECT activity_id FROM print_log WHERE kind = 'flyer' AND activity_id IN ({_marks(numbers)})"
    return {row[0] for row in ask(question, numbers)}


def _with_list(ask: Ask, numbers: Sequence[int]) -> set[int]:
    """Return which of these activities have an attendance list that was printed."""
    question = f"SELECT subject_id FROM sheet WHERE kind = ? AND subject_id IN ({_marks(numbers)})"
    return {row[0] for row in ask(question, (_ATTENDANCE, *numbers))}


def papers_out(ask: Ask, here: datetime) -> tuple[PaperOut, ...]:
    """Return the lists that should have come home, longest out first; of more prints of one list the newest."""
    question = (
        "SELECT sheet.id, sheet.code, activity.id, activity.title, activity.starts_at FROM sheet"
        " JOIN activity ON activity.id = sheet.subject_id"
        " WHERE sheet.kind = ? AND activity.id NOT IN"
        " (SELECT subject_id FROM sheet WHERE kind = ? AND came_home_at IS NOT NULL)"
        f" AND {_OVER} ORDER BY activity.starts_at, activity.id, sheet.id"
    )
    newest = {row[2]: row for row in ask(question, (_ATTENDANCE, _ATTENDANCE, stored(here)))}
    return tuple(
        PaperOut(sheet, human_code(code), activity, title, _moment(start), _days(here, start))
        for sheet, code, activity, title, start in newest.values()
    )


def not_counted(ask: Ask, here: datetime) -> tuple[NotCounted, ...]:
    """Return what is over and of which nobody said who came, without a list that may still come home."""
    question = (
        f"SELECT id, title, starts_at FROM activity WHERE {_OVER}"
        " AND id NOT IN (SELECT activity_id FROM attendance UNION SELECT activity_id FROM head_count)"
        " AND id NOT IN (SELECT subject_id FROM sheet WHERE kind = ?) ORDER BY starts_at, id"
    )
    found = (
        NotCounted(number, title, _moment(start), _days(here, start))
        for number, title, start in ask(question, (stored(here), _ATTENDANCE))
    )
    return tuple(one for one in found if one.days <= _FORGET_DAYS)


def _days(here: datetime, start: str) -> int:
    return (here.date() - _moment(start).date()).days


def first_times(ask: Ask) -> list[date]:
    """Return, for every address of which somebody ever came to something, the day of the first time."""
    rows = ask(
        "SELECT min(activity.starts_at) FROM attendance JOIN person ON person.id = attendance.person_id"
        " JOIN activity ON activity.id = attendance.activity_id"
        " WHERE person.address_id IS NOT NULL GROUP BY person.address_id",
        (),
    )
    return [_moment(row[0]).date() for row in rows]
