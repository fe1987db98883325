"""Commands about promises: who does what by when."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from buurtapp.core import console
from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import _
from buurtapp.core.store import Store
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.promises import actions, queries, rules
from buurtapp.features.promises.records import KINDS, PromiseDraft, PromiseRow


@click.group
def promises() -> None:
    """Keep who does what by when: tasks, calls and cards."""


def _told(row: PromiseRow) -> dict[str, object]:
    draft = row.draft
    return {
        "id": row.id,
        "title": draft.title,
        "kind": draft.kind,
        "due": draft.due_on.isoformat() if draft.due_on is not None else None,
        "person_id": draft.person_id,
        "who": draft.who,
        "owner": row.owner,
        "about_kind": draft.about_kind,
        "about_id": draft.about_id,
        "about_person_id": draft.about_person_id,
        "about_name": row.about_name,
        "phone": row.phone,
        "note": draft.note,
        "done_at": row.done_at.isoformat() if row.done_at is not None else None,
        "made_at": row.made_at.isoformat(),
    }


def _line(row: PromiseRow) -> str:
    due = row.draft.due_on.isoformat() if row.draft.due_on is not None else ""
    parts = (" ".join(row.draft.title.split()), row.owner, nice_phone(row.phone))
    return f"{row.id:>4}  {'x' if row.done_at else ' '}  {due:<10}  {'  '.join(part for part in parts if part)}"


@promises.command("list")
@console.file_argument
@click.option("--all", "everything", is_flag=True, help="Also what is done, the newest first.")
@console.json_option
def list_promises(file: Path, *, everything: bool) -> None:
    """List what is still to be done, the earliest day first."""
    with console.open_to_read(file) as store:
        rows = store.read(queries.listed if everything else queries.open_ones)
    console.answer({"promises": [_told(row) for row in rows]}, map(_line, rows))


@promises.command("add")
@console.file_argument
@click.option("--title", required=True, help="What has to be done.")
@click.option("--due", "written", default="", metavar="DAY", help="By when: 2026-10-16, 16-10, friday, morgen.")
@click.option("--kind", type=click.Choice(KINDS), default="task")
@click.option("--person", "person_id", type=int, metavar="PERSON_ID", help="Who does it; nobody: the coordinator.")
@click.option("--who", default="", help="Who does it, when they are not in the list of people.")
@click.option("--activity", type=int, metavar="ID", help="The activity it is about.")
@click.option("--about", "about_person_id", type=int, metavar="PERSON_ID", help="The neighbour it is about.")
@click.option("--note", default="")
@console.json_option
def add_promise(file: Path, title: str, written: str, activity: int | None, **more: Any) -> None:
    """Add something that has to be done."""
    with console.open_to_write(file) as store:
        draft = PromiseDraft(
            title,
            _due(store, written),
            about_kind="activity" if activity is not None else "",
            about_id=activity,
            **more,
        )
        number = store.write(actions.added_label(title), actions.add_promise, draft)
    console.answer({"id": number}, [_("Task added: {title}").format(title=title)])


def _due(store: Store, written: str) -> date | None:
    if not written.strip():
        return None
    found = rules.due_of(written, store.clock.today())
    if found is None:
        raise DraftInvalid([DraftProblem("due_on", rules.NOT_A_DUE_DAY)])
    return found


@promises.command("done")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--not", "undone", is_flag=True, help="It was not done after all.")
@console.json_option
def done_promise(file: Path, number: int, *, undone: bool) -> None:
    """Tick something off."""
    with console.open_to_write(file) as store:
        title = store.read(queries.promise, number).draft.title
        label = actions.done_label(title, done=not undone)
        store.write(label, actions.set_done, number, done=not undone)
    console.answer({"id": number, "done": not undone}, [label.render()])


@promises.command("delete")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def delete_promise(file: Path, number: int) -> None:
    """Delete something that was to be done; "undo" brings it back."""
    with console.open_to_write(file) as store:
        label = actions.deleted_label(store.read(queries.promise, number).draft.title)
        store.write(label, actions.delete_promise, number)
    console.answer({"id": number}, [label.render()])
