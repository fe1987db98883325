"""The command that writes people as a list for another program."""

from __future__ import annotations

from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.features.people.choosing_cli import left_out
from buurtapp.features.people.exchange import makers
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.rules.for_lists import for_export


@click.command("people")
@console.file_argument
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.xlsx, OUT.csv or OUT.vcf")
@click.option("--all", "everybody", is_flag=True, help="Also who is not to be approached, in contacts for a phone.")
@console.json_option
def export_people(file: Path, output: Path, *, everybody: bool) -> None:
    """Write people as a spreadsheet, a CSV or contacts for a phone."""
    with console.open_to_read(file) as store:
        numbers = [person.id for person in store.read(listing.listed)]
        found = store.read(cards.cards, numbers)
    may, may_not = (found, []) if everybody else for_export(found, output.suffix.lower())
    console.save_list(output, makers(may), len(may))
    if may_not:
        console.note(left_out(len(may_not)).render())
