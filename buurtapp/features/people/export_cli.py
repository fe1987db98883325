"""The command that writes people as a list for another program."""

from __future__ import annotations

from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.features.people.choosing_cli import chosen, left_out, people_options
from buurtapp.features.people.exchange import makers
from buurtapp.features.people.rules.for_lists import fields_of
from buurtapp.features.people.rules.meant_for import for_export


@click.command("people")
@console.file_argument
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.xlsx, OUT.csv or OUT.vcf")
@people_options
@click.option("--all", "everybody", is_flag=True, help="Also who is not to be approached, in contacts for a phone.")
@console.json_option
def export_people(file: Path, output: Path, *, everybody: bool, **options: object) -> None:
    """Write people as a spreadsheet, a CSV or contacts for a phone."""
    with console.open_to_read(file) as store:
        found = chosen(store, options)
    ending = output.suffix.lower()
    # A file that we cannot write is refused below, whoever it is for.
    may, may_not = (found, []) if everybody or ending not in makers(()) else for_export(found, ending)
    console.tell_of(people=len(may), fields=fields_of(ending))
    console.save_list(output, makers(may), len(may))
    if may_not:
        console.note(left_out(len(may_not)).render())
