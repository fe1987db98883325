"""Commands about activities: plan, sign up, tell who came."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import click

from buurtapp.core import console
from buurtapp.core.clock import local
from buurtapp.core.i18n import _, n_
from buurtapp.features.activities import advice, queries
from buurtapp.features.activities.actions import plan
from buurtapp.features.activities.cli import facts
from buurtapp.features.activities.cli.words import SUBCOMMANDS
from buurtapp.features.activities.records import ActivityCard, ActivityDraft
from buurtapp.features.activities.rows import ActivityRow
from buurtapp.features.activities.series import queries as series_queries
from buurtapp.features.sheets import queries as sheets


class _Activities(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return all command words."""
        return sorted({*super().list_commands(ctx), *SUBCOMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command behind a word."""
        if cmd_name in SUBCOMMANDS:
            found: click.Command = _named(SUBCOMMANDS[cmd_name])
            return found
        return super().get_command(ctx, cmd_name)


def _named(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)


@click.group(cls=_Activities)
def activities() -> None:
    """Plan activities and sign people up."""


@activities.command("add")
@console.file_argument
@click.option("--title", required=True)
@click.option("--start", required=True, callback=facts.moment, help=f"Day and time: {facts.MOMENT}.")
@facts.options
@console.json_option
def add_activity(file: Path, **told: Any) -> None:
    """Add an activity."""
    draft = ActivityDraft(**facts.given(told))
    with console.open_to_write(file) as store:
        number = store.write(plan.added_label(draft.title), plan.add_activity, draft)
    for one in advice.all_of(draft):
        console.note(one.render())
    console.answer({"id": number}, [_("Activity added: {title}").format(title=draft.title)])


def _told(row: ActivityRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.title,
        "kind": row.kind,
        "place": row.place,
        "start": row.starts_at.isoformat(timespec="minutes"),
        "end": row.ends_at.isoformat(timespec="minutes") if row.ends_at else None,
        "capacity": row.capacity,
        "signed_up": row.counts.names,
        "heads": row.counts.heads,
        "waiting": row.counts.waiting,
        "came": row.counts.came,
    }


@activities.command("list")
@console.file_argument
@console.json_option
def list_activities(file: Path) -> None:
    """List activities, earliest first."""
    with console.open_to_read(file) as store:
        rows = store.read(queries.listed)
    console.answer(
        {"activities": [_told(row) for row in rows]},
        [f"{row.id:>4}  {row.starts_at:%Y-%m-%d %H:%M}  {row.title}  ({row.counts.names})" for row in rows],
    )


@activities.command("show")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def show_activity(file: Path, number: int) -> None:
    """Show everything about one activity."""
    with console.open_to_read(file) as store:
        card = store.read(queries.card, number)
        people = store.read(queries.signups, number)
        printed = store.read(sheets.of_subject, "attendance", number)
        series = store.read(series_queries.series_of, number, local(store.clock.now()))
    signed = [
        {"person_id": row.person.id, "guests": row.guests, "children": row.children, "waiting": row.waiting}
        for row in people
    ]
    shown = {
        **_told(_as_row(card)),
        **facts.all_of(card, series),
        "sign_ups": signed,
        "sheets": [{"code": sheet.code, "came_home": sheet.came_home_at is not None} for sheet in printed],
    }
    console.answer(shown, [f"{name}: {value}" for name, value in shown.items() if value not in ("", None, [])])


def _as_row(card: ActivityCard) -> ActivityRow:
    draft = card.draft
    return ActivityRow(
        card.id, draft.title, draft.kind, draft.place, card.starts_at, draft.ends_at, draft.capacity, card.counts
    )


@activities.command("attendance")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def show_attendance(file: Path, number: int) -> None:
    """Tell who was there."""
    with console.open_to_read(file) as store:
        store.read(queries.card, number)
        there = store.read(queries.presence, number)
    line = n_("{count} person was there.", "{count} people were there.", there.head_count).format(
        count=there.head_count
    )
    console.answer(
        {
            "present": list(there.present),
            "walk_ins": [{"name": one.name, "person_id": one.person_id} for one in there.walk_ins],
            "guests": there.guests,
            "children": there.children,
            "head_count": there.head_count,
            "unreadable": there.unreadable,
        },
        [line],
    )
