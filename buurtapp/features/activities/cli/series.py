"""Commands about what comes again: repeat, move, skip, bring back, extend, end."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, n_, text
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import series
from buurtapp.features.activities.cli import facts
from buurtapp.features.activities.series import queries as series_queries
from buurtapp.features.activities.series import words
from buurtapp.features.activities.series.records import EVERY, Every, Repeat


@click.command("repeat")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option(
    "--every", type=click.Choice(EVERY), required=True, help="month: on the n-th weekday; monthday: the date."
)
@click.option("--times", type=int, metavar="N", help="So many times in all, with this one.")
@click.option("--until", callback=facts.day, metavar="DAY", help="The last day: 2026-12-31.")
@console.json_option
def repeat(file: Path, number: int, every: Every, times: int | None, until: date | None) -> None:
    """Let an activity come again; without an end half a year is laid out."""
    with console.open_to_write(file) as store:
        title = store.read(queries.card, number).draft.title
        made = store.write(series.repeated_label(title), series.repeat, number, Repeat(every, times, until))
        card = store.read(series_queries.card, made.series_id, local(store.clock.now()))
    said = words.sentence(card.rule, card.starts_at).render()
    count = len(made.activity_ids)
    console.answer(
        {"series": made.series_id, "ids": list(made.activity_ids), "words": said},
        [
            n_("{title}: {rule}, {count} time.", "{title}: {rule}, {count} times.", count).format(
                title=title, rule=said, count=count
            )
        ],
    )


@click.command("move")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--start", required=True, callback=facts.moment, help=f"Day and time: {facts.MOMENT}.")
@console.json_option
def move(file: Path, number: int, start: datetime) -> None:
    """Move one time to another moment; the others stay, and it lasts as long."""
    with console.open_to_write(file) as store:
        label = series.moved_label(store.read(queries.card, number).draft.title)
        store.write(label, series.move_occurrence, number, start)
    console.answer({"id": number, "start": start.isoformat(timespec="minutes")}, [label.render()])


@click.command("skip")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--why", default="", help="Why, in a few words.")
@click.option("--signed-up", type=int, default=0, metavar="N", help="So many people signed up, and know of it.")
@console.json_option
def skip(file: Path, number: int, why: str, signed_up: int) -> None:
    """Skip one time of a series."""
    with console.open_to_write(file) as store:
        card = store.read(queries.card, number)
        label = series.skipped_label(card.draft.title)
        store.write(label, series.skip_occurrence, number, why, signed_up=signed_up)
    at = card.series_at or card.starts_at
    console.answer({"skipped": at.isoformat(timespec="minutes"), "why": why.strip()}, [label.render()])


@click.command("bring-back")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--day", required=True, callback=facts.day, help="The day that was skipped: 2026-12-23.")
@console.json_option
def bring_back(file: Path, number: int, day: date) -> None:
    """Let a time of a series that was skipped go on after all; ID is any activity of the series."""
    with console.open_to_write(file) as store:
        label = series.brought_back_label(store.read(queries.card, number).draft.title)
        card = store.read(series_queries.series_of, number, local(store.clock.now()))
        skips = [at.skip_id for at in (card.days if card else ()) if at.skip_id is not None and at.at.date() == day]
        if not skips:
            raise UserError(
                "not_skipped",
                text(N_("This day was not skipped. Nothing was changed.")),
                text(N_("See which days were skipped with: activities show")),
            )
        made = store.write(label, series.bring_back, skips[0])
    console.answer({"id": made}, [label.render()])


@click.command("extend")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def extend(file: Path, number: int) -> None:
    """Lay out half a year more of a series."""
    with console.open_to_write(file) as store:
        label = series.extended_label(store.read(queries.card, number).draft.title)
        made = store.write(label, series.extend_series, number)
    console.answer({"ids": made}, [label.render()])


@click.command("end-series")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def end_series(file: Path, number: int) -> None:
    """End a series: coming times go, but for those that people signed up for."""
    with console.open_to_write(file) as store:
        label = series.ended_label(store.read(queries.card, number).draft.title)
        told = store.write(label, series.end_series, number)
    console.answer({"removed": told.removed, "kept": told.kept}, [label.render(), series.ended_words(told).render()])
