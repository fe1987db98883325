"""Commands that print people: a list with chosen columns, name badges, and all that is known of one person."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

import click

from buurtapp.core import console
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, language, text, use_language
from buurtapp.features.group import queries as groups
from buurtapp.features.people.choosing_cli import (
    answer_paper,
    approachable,
    chosen,
    left_out,
    nobody_chosen,
    people_options,
)
from buurtapp.features.people.papers import BADGE_DETAILS, LIST_FIELDS, BadgesJob, ListField, PeopleListJob
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.meant_for import people_for

_output = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="OUT.pdf, or OUT.png for a picture of each page",
)
_paper_language = click.option(
    "--paper-language", default=None, help="Language of the paper; default that of the messages."
)


@click.command("people-list")
@console.file_argument
@click.option("--fields", default="address", help=f"Columns beside the name: {','.join(LIST_FIELDS)}; or none.")
@click.option(
    "--by", type=click.Choice(["street", "name"]), default="street", help="As people walk, or by family name."
)
@click.option("--title", default="", help="What stands above the list.")
@click.option("--all", "everybody", is_flag=True, help="For your own administration: also who is not to be approached.")
@people_options
@_paper_language
@_output
@console.json_option
def print_people_list(file: Path, fields: str, output: Path, **options: object) -> None:
    """Print a list of people with the columns you choose, and nothing more than those."""
    from buurtapp.features.people.printouts.people_list import draw_people_list  # noqa: PLC0415 - loads what draws

    columns = _fields(fields)
    with console.open_to_read(file) as store, use_language(str(options["paper_language"] or language())):
        found, warnings = _on_the_list(chosen(store, options), columns, everybody=bool(options["everybody"]))
        group = store.read(groups.group)
        console.tell_of(people=len(found), fields=("name", *columns))
        pages = draw_people_list(
            PeopleListJob(
                str(options["title"]),
                tuple(found),
                columns,
                store.clock.today(),
                group.name,
                by_street=options["by"] == "street",
            )
        )
    answer_paper(pages, output, warnings)


def _fields(written: str) -> tuple[ListField, ...]:
    """Return the columns in "address,phone"; none for an empty text."""
    names = [name.strip().lower() for name in written.split(",") if name.strip()]
    known = get_args(ListField)
    for name in names:
        if name not in known:
            raise UserError(
                "unknown_column",
                text(N_("There is no column “{name}” for a list of people. Nothing was printed."), name=name),
                text(N_("Choose one of: {known}."), known=", ".join(known)),
            )
    return tuple(dict.fromkeys(cast("list[ListField]", names)))


def _on_the_list(
    found: list[PersonCard], columns: tuple[ListField, ...], *, everybody: bool
) -> tuple[list[PersonCard], list[Text]]:
    if not found:
        raise nobody_chosen()
    if everybody:
        return found, []
    may, may_not = people_for("people-list", found, columns)
    if not may:
        raise nobody_chosen()
    return list(may), [left_out(len(may_not))] if may_not else []


@click.command("badges")
@console.file_argument
@click.option("--role", default="", help='What stands below each name, such as "Vrijwilliger".')
@click.option("--details", is_flag=True, help="Also the role of whoever has one, and what they speak.")
@click.option("--all", "everybody", is_flag=True, help="Also who is not to be approached, but comes by themselves.")
@click.option("--activity", type=int, default=None, metavar="ID", help="Only who has a place at this activity.")
@people_options
@_paper_language
@_output
@console.json_option
def print_badges(file: Path, role: str, output: Path, **options: object) -> None:
    """Print name badges, eight on a sheet; a badge is for whoever comes, also when they want no letters or calls."""
    from buurtapp.features.people.printouts.badges import draw_badges  # noqa: PLC0415 - loads what draws

    with console.open_to_read(file) as store, use_language(str(options["paper_language"] or language())):
        found = chosen(store, options)
        if options["activity"] is not None:
            signed_up = click.get_current_context().obj("signed_up")
            coming = set(store.read(signed_up, options["activity"]))
            found = [card for card in found if card.id in coming]
        warnings: list[Text] = []
        if not options["everybody"]:
            found, warnings = approachable(found, "badges")
        # Something that nobody signed up for has guests, who write their own name.
        if not found and options["activity"] is None:
            raise nobody_chosen()
        group = store.read(groups.group)
        details = bool(options["details"])
        console.tell_of(people=len(found), fields=BADGE_DETAILS if details else ("name",))
        pages = draw_badges(BadgesJob(tuple(found), group.name, role, group.logo, details))
    answer_paper(pages, output, warnings)


@click.command("contact-card")
@console.file_argument
@click.option("--person", type=int, required=True, metavar="ID")
@_paper_language
@_output
@console.json_option
def print_contact_card(file: Path, person: int, output: Path, paper_language: str | None) -> None:
    """Print everything that is known of one person, for the coordinator's folder."""
    from buurtapp.features.people.printouts.contact_card import draw_contact_card  # noqa: PLC0415 - loads what draws

    with console.open_to_read(file) as store, use_language(paper_language or language()):
        card = store.read(cards.card, person)
        console.tell_of(people=1, fields=("everything",))
        pages = draw_contact_card(card, store.read(groups.group).name, store.clock.today())
    answer_paper(pages, output)
