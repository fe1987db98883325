"""The commands that print labels and envelopes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, cast

import click

from buurtapp.core import console
from buurtapp.core.i18n import Text, language, plural_text, use_language
from buurtapp.core.settings import load_settings
from buurtapp.core.store.store import Store
from buurtapp.features.group.queries import group as read_group
from buurtapp.features.people.choosing_cli import (
    answer_paper,
    approachable,
    chosen,
    chosen_doors,
    nobody_chosen,
    people_options,
)
from buurtapp.features.people.papers import Addressee, EnvelopesJob, LabelsJob, Per
from buurtapp.features.people.rules import households, label_sheets

_SHEET = label_sheets.shown_name(label_sheets.SHEETS[0])

per_option = click.option(
    "--per", type=click.Choice(["address", "person"]), default="address", help="One for each address or person."
)
empty_option = click.option("--empty-addresses", is_flag=True, help="Also addresses where nobody is known.")
language_option = click.option(
    "--paper-language", default=None, help="Language of the paper; default that of the messages."
)
output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.pdf or OUT.png"
)


@click.command("labels")
@console.file_argument
@click.option("--sheet", default=_SHEET, help="L7160 or 3474, as on the box; 24, how many; or own, as last measured.")
@click.option("--measures", default="", help='Own sheet in mm: "3x8 70x37 0x0.5 2.5x0" (gaps may be left out).')
@click.option("--start", "start_at", type=int, default=1, help="The first label that is still on the sheet.")
@click.option("--edges", is_flag=True, help="Draw the edges of the labels, for a test on plain paper.")
@per_option
@people_options
@empty_option
@language_option
@output_option
@console.json_option
def print_labels(file: Path, sheet: str, measures: str, start_at: int, output: Path, **more: object) -> None:
    """Print address labels, street by street as people walk."""
    from buurtapp.features.people.printouts.labels import draw_labels  # noqa: PLC0415 - loads what draws

    written = load_settings().own_labels if sheet == "own" and not measures else measures
    wanted = label_sheets.sheet_of_measures(written) if written else label_sheets.find_sheet(sheet)
    label_sheets.checked_start(wanted, start_at)
    with console.open_to_read(file) as store, use_language(str(more["paper_language"] or language())):
        found, warnings = chosen_addressees(store, more)
        console.tell_of(
            people=people_on(found), fields=("name", "address"), description=label_sheets.shown_name(wanted)
        )
        pages = draw_labels(LabelsJob(tuple(found), wanted, start_at, bool(more["edges"])))
    answer_paper(pages, output, warnings)


@click.command("envelopes")
@console.file_argument
@click.option("--size", type=click.Choice(["C5", "DL"]), default="C5")
@click.option("--sender", default=None, help="At the top left; default the group.")
@per_option
@people_options
@empty_option
@language_option
@output_option
@console.json_option
def print_envelopes(file: Path, size: str, sender: str | None, output: Path, **more: object) -> None:
    """Print envelopes, one on each page."""
    from buurtapp.features.people.printouts.labels import draw_envelopes  # noqa: PLC0415 - loads what draws

    with console.open_to_read(file) as store, use_language(str(more["paper_language"] or language())):
        found, warnings = chosen_addressees(store, more)
        group = store.read(read_group)
        by = "\n".join(part for part in (group.name, group.place) if part) if sender is None else sender
        console.tell_of(people=people_on(found), fields=("name", "address"), description=size)
        pages = draw_envelopes(EnvelopesJob(tuple(found), cast("Literal['C5', 'DL']", size), by))
    answer_paper(pages, output, warnings)


def people_on(addressees: Sequence[Addressee]) -> int:
    """Return how many people these addressees are."""
    return sum(len(one.people) for one in addressees)


def chosen_addressees(store: Store, options: Mapping[str, object]) -> tuple[list[Addressee], list[Text]]:
    """Return to whom the options say that post goes, as people walk, and who is left out and why.

    Raises UserError "nobody_chosen" when nobody is left.
    """
    people, warnings = approachable(chosen(store, options), "letter")
    homeless = len(households.without_address(people))
    if homeless:
        warnings.append(
            plural_text(
                "{count} person is left out: we have no address.",
                "{count} people are left out: we have no address.",
                homeless,
            )
        )
    found = households.addressees(people, cast("Per", options["per"]))
    if options["empty_addresses"]:
        empty = households.empty_addressees(chosen_doors(store, options))
        found = households.in_walking_order([*found, *empty])
    if not found:
        raise nobody_chosen()
    return found, warnings
