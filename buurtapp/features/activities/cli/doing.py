"""Commands that change an activity, copy it, or try it in one street first."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from buurtapp.core import console
from buurtapp.core.i18n import _, n_
from buurtapp.features.activities import advice, queries
from buurtapp.features.activities.actions import copy, plan, series, trial
from buurtapp.features.activities.cli import facts


@click.command("change")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--title")
@click.option("--start", callback=facts.moment, help=f"Day and time: {facts.MOMENT}. It lasts as long as it did.")
@facts.options
@click.option("--clear", multiple=True, type=click.Choice(sorted(facts.CLEARED)), help="Leave this empty from now on.")
@click.option("--following", is_flag=True, help="Also in all times of the series after this one.")
@console.json_option
def change_activity(file: Path, number: int, clear: tuple[str, ...], *, following: bool, **told: Any) -> None:
    """Change what is told of an activity; all else stays as it is."""
    with console.open_to_write(file) as store:
        card = store.read(queries.card, number)
        draft, names = facts.changed(card.draft, told, clear)
        later = 0
        if following:
            later = store.write(series.following_label(draft.title), series.change_following, number, draft, names)
        else:
            store.write(plan.changed_label(draft.title), plan.change_activity, number, draft)
    warnings = [one.render() for one in advice.all_of(draft, card.counts.heads)]
    lines = [_("Activity changed: {title}").format(title=draft.title)]
    if following:
        lines.append(
            n_("{count} time after it changed too.", "{count} times after it changed too.", later).format(count=later)
        )
    console.answer({"id": number, "following": later, "warnings": warnings}, [*lines, *warnings])


@click.command("copy")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--start", required=True, callback=facts.moment, help=f"Day and time of the copy: {facts.MOMENT}.")
@click.option("--with-people", is_flag=True, help="Sign the same people up.")
@console.json_option
def copy_activity(file: Path, number: int, start: datetime, *, with_people: bool) -> None:
    """Do the same on another day, with its run sheet and its plan for the money."""
    with console.open_to_write(file) as store:
        title = store.read(queries.card, number).draft.title
        made = store.write(copy.copied_label(title), copy.copy_activity, number, start, with_people=with_people)
    console.answer({"id": made}, [_("Activity copied: {title}").format(title=title)])


@click.command("trial")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--street", help="The street of the trial, as in the list of streets.")
@click.option("--goal", type=int, metavar="N", help="It goes on when at least so many people come.")
@click.option("--none", "dropped", is_flag=True, help="It is no trial any more.")
@console.json_option
def set_trial(file: Path, number: int, street: str | None, goal: int | None, *, dropped: bool) -> None:
    """Try an activity in one street first."""
    if dropped == (street is not None or goal is not None):
        message = "write --street and --goal, or --none"
        raise click.UsageError(message)
    with console.open_to_write(file) as store:
        title = store.read(queries.card, number).draft.title
        if dropped:
            label = trial.dropped_label(title)
            store.write(label, trial.drop_trial, number)
        else:
            label = trial.trial_label(title, street or "")
            store.write(label, trial.set_trial, number, street or "", goal or 0)
        found = store.read(queries.card, number).trial
    console.answer(
        {"id": number, "street": found.street if found else None, "goal": found.goal if found else None},
        [label.render()],
    )


@click.command("decide")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.argument("result", type=click.Choice(trial.DECISIONS))
@click.option("--why", required=True, help="Why, in a few words.")
@console.json_option
def decide_trial(file: Path, number: int, result: str, why: str) -> None:
    """Decide whether a trial goes on, goes on in another way, or stops."""
    with console.open_to_write(file) as store:
        title = store.read(queries.card, number).draft.title
        store.write(trial.decided_label(title), trial.decide_trial, number, result, why)
    lines = [trial.decided_label(title).render()]
    if result == "go":
        lines.append(_("Do it for the whole neighbourhood with: activities copy"))
    console.answer({"id": number, "result": result, "why": why.strip()}, lines)
