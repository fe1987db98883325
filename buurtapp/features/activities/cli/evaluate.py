"""Commands about what an activity taught: write it down, and read it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from buurtapp.core import console
from buurtapp.core.i18n import _
from buurtapp.features.activities import queries
from buurtapp.features.activities.afterwards import actions, rules
from buurtapp.features.activities.afterwards import queries as afterwards
from buurtapp.features.activities.afterwards.words import came_words


@click.command("evaluate")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--well", default=None, help="What went well.")
@click.option("--next", "next_time", default=None, help="What is done differently next time.")
@click.option("--said", default=None, help="What somebody said, word for word, without a name.")
@click.option("--helpers", type=int, default=None, help="How many helped.")
@click.option("--hours", default=None, help="How long, all together: 6,5. Empty: what the jobs say.")
@console.json_option
def evaluate(file: Path, number: int, **given: Any) -> None:
    """Write down what an activity taught. What is not given stays as it was; an empty text takes it away."""
    with console.open_to_write(file) as store:
        card = store.read(queries.card, number)
        draft = store.read(afterwards.evaluation, number)
        for name, field in (
            ("well", "went_well"),
            ("next_time", "next_time"),
            ("said", "said"),
            ("helpers", "helpers"),
        ):
            if given[name] is not None:
                draft = replace(draft, **{field: given[name]})
        if given["hours"] is not None:
            draft = replace(draft, helper_minutes=rules.minutes_of(given["hours"]))
        store.write(actions.written_label(card.draft.title), actions.write_down, number, draft)
        told = store.read(afterwards.told_evaluation, number)
    console.answer({"id": number, **told}, [_("Written down: {title}").format(title=card.draft.title)])


@click.command("evaluation")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def show_evaluation(file: Path, number: int) -> None:
    """Tell what an activity taught, how many came, and what the last time taught."""
    with console.open_to_read(file) as store:
        told = store.read(afterwards.told_evaluation, number)
        last = store.read(afterwards.last_time, number)
        came = str(came_words(store.read(afterwards.turnout, number)))
    shown: dict[str, object] = {
        "id": number,
        **told,
        "last_time": {
            "id": last.activity_id,
            "day": last.day.isoformat(),
            "next_time": last.next_time,
            "said": last.said,
        }
        if last is not None
        else None,
    }
    lines = [f"{name}: {value}" for name, value in told.items() if value not in ("", None)]
    console.answer(shown, [*([came] if came else []), *lines])
