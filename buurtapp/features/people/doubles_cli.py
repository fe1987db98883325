"""The command that says of two people that they are two, and takes that back."""

from __future__ import annotations

from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.features.people.actions import doubles as actions
from buurtapp.features.people.queries import cards


@click.command("not-doubles")
@console.file_argument
@click.argument("first", type=int)
@click.argument("second", type=int)
@click.option("--again", is_flag=True, help="Take that back: perhaps they are one person after all.")
@console.json_option
def not_doubles(file: Path, first: int, second: int, *, again: bool) -> None:
    """Remember that FIRST and SECOND are two people, so that they are not shown as doubles any more."""
    with console.open_to_write(file) as store:
        one, other = (store.read(cards.card, number).name for number in (first, second))
        label = actions.maybe_one_label(one, other) if again else actions.two_people_label(one, other)
        store.write(label, actions.compare_again if again else actions.tell_apart, first, second)
    lower, higher = sorted((first, second))
    console.answer({"first": lower, "second": higher, "two_people": not again}, [label.render()])
