"""What the home screen asks, in one question.

It is asked in plain SQL: this screen is there before SQLAlchemy is imported, from the file as it lies on the disk.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from buurtapp.core.clock import local
from buurtapp.core.store.ask import Ask, asker
from buurtapp.features.group.records import Group
from buurtapp.features.today import rules
from buurtapp.features.today.queries import open_ends
from buurtapp.features.today.queries.coming import coming_up
from buurtapp.features.today.queries.tasks import tasks
from buurtapp.features.today.records import NextStep, TodayView

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


_COUNTS = "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM address), (SELECT count(*) FROM loose_end)"


def today_view(session: Session, now: datetime, last_copy: datetime | None = None, most: int = 3) -> TodayView:
    """Return the home screen at an aware moment; `last_copy` is when the newest copy was made."""
    return view_of(asker(session), now, last_copy, most)


def view_of(ask: Ask, now: datetime, last_copy: datetime | None = None, most: int = 3) -> TodayView:
    """Return the home screen from whoever answers."""
    here = local(now)
    people, addresses, loose_ends = ask(_COUNTS, ())[0]
    group_here = group(ask)
    to_do, task_count = tasks(ask, here.date(), group_here.contact_name)
    view = TodayView(
        group=group_here,
        people=people,
        addresses=addresses,
        coming_up=coming_up(ask, here, most),
        papers_out=open_ends.papers_out(ask, here),
        not_counted=open_ends.not_counted(ask, here),
        loose_ends=loose_ends,
        growth=rules.growth(addresses, first_times(ask), here.date()),
        copy_age=rules.copy_age(last_copy, now),
        next_step=NextStep(""),
        tasks=to_do,
        task_count=task_count,
        not_evaluated=open_ends.not_evaluated(ask, here),
        series_ends=open_ends.series_ends(ask, here),
        funds=open_ends.funds_due(ask, here.date()),
    )
    return replace(view, next_step=rules.next_step(view))


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


def first_times(ask: Ask) -> list[date]:
    """Return, for every address of which somebody ever came to something, the day of the first time."""
    rows = ask(
        "SELECT min(activity.starts_at) FROM attendance JOIN person ON person.id = attendance.person_id"
        " JOIN activity ON activity.id = attendance.activity_id"
        " WHERE person.address_id IS NOT NULL GROUP BY person.address_id",
        (),
    )
    return [datetime.fromisoformat(row[0]).date() for row in rows]
