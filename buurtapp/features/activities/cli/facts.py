"""What can be said of an activity on the command line: the options of `add` and `change`, and all that `show` tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import click

from buurtapp.features.activities.records import SOURCES, ActivityCard, ActivityDraft
from buurtapp.features.activities.series import words
from buurtapp.features.activities.series.records import SeriesCard

MOMENT = "2026-10-14T12:00"
_FIELDS = {
    "title": "title",
    "start": "starts_at",
    "end": "ends_at",
    "place": "place",
    "capacity": "capacity",
    "kind": "kind",
    "words": "text",
    "cost": "cost",
    "organiser": "organiser",
    "for_whom": "for_whom",
    "source": "source",
    "contact": "contact_person_id",
    "purpose": "purpose",
    "asked_by": "asked_by",
    "anyway": "anyway",
    "expected": "expected",
    "highlight": "highlight",
}
"""Name of an option → field of the draft."""
CLEARED = {
    "end": "ends_at",
    "capacity": "capacity",
    "contact": "contact_person_id",
    "asked-by": "asked_by",
    "expected": "expected",
}
"""Word after `--clear` → field of the draft that is empty from then on."""


def moment(_context: click.Context, _option: click.Parameter, value: str | None) -> datetime | None:
    """Return the wall-clock time that was written."""
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError as error:
        message = f"write a day and a time like this: {MOMENT}"
        raise click.BadParameter(message) from error


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """Return the day that was written."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        message = "write a day like this: 2026-10-14"
        raise click.BadParameter(message) from error


_OPTIONS = (
    click.option("--end", callback=moment),
    click.option("--place"),
    click.option("--capacity", type=int, help="How many people fit."),
    click.option("--kind"),
    click.option("--text", "words", help="What it is, for the flyer."),
    click.option("--cost"),
    click.option("--organiser"),
    click.option("--for-whom"),
    click.option("--source", type=click.Choice(SOURCES), help="Whose idea it was."),
    click.option("--contact", type=int, metavar="PERSON_ID", help="Whom to ring."),
    click.option("--purpose", help="Why it is done, in one line."),
    click.option("--asked-by", type=int, metavar="N", help="How many residents asked for it."),
    click.option("--anyway", metavar="WHY", help="Why it is done though no resident asked."),
    click.option("--expected", type=int, metavar="N", help="How many are expected, if not who signed up."),
    click.option("--highlight/--no-highlight", default=None, help="Make it stand out on the poster of the month."),
)


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command an option for each thing that can be told of an activity, but its title and start."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of the draft that were told by options, with their values."""
    return {field: values[name] for name, field in _FIELDS.items() if values.get(name) is not None}


def changed(
    draft: ActivityDraft, values: Mapping[str, Any], cleared: tuple[str, ...]
) -> tuple[ActivityDraft, set[str]]:
    """Return a draft with what was told, and the names of what is other than it was.

    With another start and no other end it lasts as long as it did.
    """
    told = {**given(values), **{CLEARED[word]: None for word in cleared}}
    starts_at, ends_at = told.get("starts_at"), draft.ends_at
    if starts_at is not None and "ends_at" not in told and ends_at is not None and draft.starts_at is not None:
        told["ends_at"] = starts_at + (ends_at - draft.starts_at)
    made = replace(draft, **told)
    return made, {name for name in told if getattr(made, name) != getattr(draft, name)}


def all_of(card: ActivityCard, series: SeriesCard | None) -> dict[str, object]:
    """Return what `show` tells besides what `list` does."""
    draft, trial = card.draft, card.trial
    return {
        "text": draft.text,
        "cost": draft.cost,
        "organiser": draft.organiser,
        "source": draft.source,
        "for_whom": draft.for_whom,
        "contact_person_id": draft.contact_person_id,
        "contact": card.contact_name,
        "purpose": draft.purpose,
        "asked_by": draft.asked_by,
        "anyway": draft.anyway,
        "expected": draft.expected,
        "highlight": draft.highlight,
        "trial": {"street": trial.street, "goal": trial.goal, "result": trial.result, "why": trial.why}
        if trial is not None
        else None,
        "series": _series(series) if series is not None else None,
        "copied_from": card.copied_from_id,
    }


def _series(card: SeriesCard) -> dict[str, object]:
    return {
        "id": card.id,
        "rule": card.rule,
        "words": words.sentence(card.rule, card.starts_at).render(),
        "ended": card.ended,
        "days": [
            {
                "at": at.at.isoformat(timespec="minutes"),
                "start": at.starts_at.isoformat(timespec="minutes"),
                "id": at.activity_id,
                "state": at.state,
                "why": at.why,
                "signed_up": at.signed_up,
            }
            for at in card.days
        ],
    }
