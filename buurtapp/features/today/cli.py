"""The command that tells what the home screen tells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.i18n import n_
from buurtapp.core.store import copies
from buurtapp.features.today import queries
from buurtapp.features.today.records import ComingUp, Task, TodayView


@click.command
@console.file_argument
@console.json_option
def today(file: Path) -> None:
    """Tell what comes next, what there is to do, and what is still out."""
    with console.open_to_read(file) as store:
        now = store.clock.now()
        view = store.read(queries.today_view, now, copies.newest(file), _MOST_COMING)
        day = store.clock.today()
    console.answer(_told(view, day), _lines(view))


_MOST_COMING = 10


def _told(view: TodayView, day: date) -> dict[str, object]:
    step = view.next_step
    return {
        "today": day.isoformat(),
        "next_step": {"kind": step.kind, "activity_id": step.activity_id, "code": step.sheet_code},
        "coming_up": [_coming(one) for one in view.coming_up],
        "to_do": [_task(one) for one in view.tasks],
        "tasks": view.task_count,
        "papers_out": [
            {"code": one.code, "kind": one.kind, "activity_id": one.activity_id, "title": one.title, "days": one.days}
            for one in view.papers_out
        ],
        "not_counted": [
            {"activity_id": one.activity_id, "title": one.title, "days": one.days} for one in view.not_counted
        ],
        "not_evaluated": [
            {"activity_id": one.activity_id, "title": one.title, "days": one.days} for one in view.not_evaluated
        ],
        "series_ending": [
            {"series_id": one.series_id, "title": one.title, "left": one.left} for one in view.series_ends
        ],
        "accounts_due": [
            {
                "fund_id": one.fund_id,
                "name": one.name,
                "deadline": one.deadline.isoformat(),
                "days": one.days,
                "urgency": one.urgency,
            }
            for one in view.funds
        ],
        "loose_ends": view.loose_ends,
        "copy": view.copy_age,
    }


def _coming(one: ComingUp) -> dict[str, object]:
    row = one.activity
    return {
        "activity_id": row.id,
        "title": row.title,
        "start": row.starts_at.isoformat(timespec="minutes"),
        "place": row.place,
        "signed_up": row.counts.names,
        "capacity": row.capacity,
        "flyer": one.flyer,
        "list": one.attendance_list,
        "jobs": one.jobs,
        "free_jobs": one.free_jobs,
        "also_on": [moment.isoformat(timespec="minutes") for moment in one.also_on],
    }


def _task(one: Task) -> dict[str, object]:
    return {
        "source": one.source,
        "id": one.id,
        "title": one.title,
        "kind": one.kind,
        "due": one.due_on.isoformat() if one.due_on is not None else None,
        "owner": one.owner,
        "own": one.is_own,
        "free": one.is_free,
        "activity_id": one.activity_id,
        "step": one.step,
        "person_id": one.person_id,
        "phone": one.phone,
    }


def _lines(view: TodayView) -> Iterator[str]:
    for one in view.coming_up:
        yield f"{one.activity.starts_at:%Y-%m-%d %H:%M}  {_plain(one.activity.title)}"
    for task in view.tasks:
        due = task.due_on.isoformat() if task.due_on is not None else ""
        parts = (_plain(task.title), _plain(task.activity_title), task.phone, task.owner)
        yield f"{due:<10}  [ ] {'  '.join(part for part in parts if part)}"
    left = view.task_count - len(view.tasks)
    if left:
        yield n_("and {count} more", "and {count} more", left).format(count=left)
    for paper in view.papers_out:
        yield f"{paper.code}  {_plain(paper.title)}"


def _plain(words: str) -> str:
    return " ".join(words.split())
