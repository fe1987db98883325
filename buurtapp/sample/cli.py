"""The command that makes the sample neighbourhood."""

from __future__ import annotations

from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.i18n import _
from buurtapp.sample.make import MOST_PEOPLE, make_sample


@click.command
@console.file_argument
@click.option("--addresses", type=click.IntRange(1, MOST_PEOPLE), help="How many doors; 325 by default.")
@click.option("--people", type=click.IntRange(0, MOST_PEOPLE), help="How many people; 186 by default.")
@click.option("--seed", type=int, default=1, help="Another number gives other people.")
@console.json_option
def sample(file: Path, addresses: int | None, people: int | None, seed: int) -> None:
    """Make the sample neighbourhood Klaverhoek; everybody in it is invented."""
    with make_sample(file, addresses, people, seed) as store:
        counts = store.check().counts
    found = {
        name: counts[table]
        for name, table in (("addresses", "address"), ("people", "person"), ("activities", "activity"))
    }
    line = _("Made {file}. People: {people}. Addresses: {addresses}. Everybody in it is invented.")
    console.answer({"file": str(file), **found}, [line.format(file=file, **found)])
