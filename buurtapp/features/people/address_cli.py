"""Commands about addresses: the doors of a street, in the order in which people walk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.errors import UserError, not_found
from buurtapp.core.i18n import N_, n_, text
from buurtapp.core.store import Store
from buurtapp.core.text import fold
from buurtapp.features.people import consent_cli
from buurtapp.features.people.actions import doors as actions
from buurtapp.features.people.actions import streets as street_actions
from buurtapp.features.people.queries import cards, streets
from buurtapp.features.people.records import AddressRow, StreetRow
from buurtapp.features.people.rules.doors import names_several, nice_street, parse_house
from buurtapp.features.people.rules.series import several_doors


@click.group
def addresses() -> None:
    """Look addresses up, add a whole street, change a door or its place on the walk."""


addresses.add_command(consent_cli.address_wish)


def _told(row: AddressRow, street: StreetRow) -> dict[str, object]:
    return {
        "id": row.id,
        "street": row.door.street,
        "number": row.door.number,
        "addition": row.door.addition,
        "postcode": row.door.postcode,
        "place": row.door.place,
        "people": list(row.people),
        "do_not_approach": row.do_not_approach,
        "no_bell": row.no_bell,
        "sticker": row.sticker,
        "stairwell": row.stairwell,
        "area": street.area,
        "walk": street.walk,
        "note": row.note,
    }


def _line(row: AddressRow) -> str:
    parts = (row.door.line, f"{row.door.postcode} {row.door.place}".strip(), row.stairwell)
    return f"{row.id:>6}  {'  '.join(part for part in parts if part)}"


@addresses.command("list")
@console.file_argument
@click.option("--street", default="", help="Only the doors of this street.")
@click.option("--area", default="", help="Only the doors of this area.")
@console.json_option
def list_addresses(file: Path, street: str, area: str) -> None:
    """List addresses, street by street as people walk."""
    with console.open_to_read(file) as store:
        by_street = {row.id: row for row in store.read(streets.streets)}
        wanted = {row.id for row in _only(by_street.values(), street, area)}
        found = [row for row in store.read(cards.addresses) if row.street_id in wanted]
    told = [_told(row, by_street[row.street_id]) for row in found]
    console.answer({"addresses": told}, map(_line, found))


def _only(rows: Iterable[StreetRow], street: str, area: str) -> list[StreetRow]:
    return [
        row
        for row in rows
        if (not street or fold(row.name) in {fold(street), fold(nice_street(street))})
        and (not area or fold(row.area) == fold(area))
    ]


@addresses.command("add")
@console.file_argument
@click.option("--street", required=True)
@click.option("--numbers", required=True, help='House numbers: "1-55 odd, 57a, 60".')
@click.option("--postcode", default="")
@click.option("--place", default="")
@click.option("--stairwell", default="", help='Stairwell or court: "Portiek A".')
@console.json_option
def add_addresses(file: Path, **typed: str) -> None:
    """Add the doors of a street."""
    street = typed["street"]
    with console.open_to_write(file) as store:
        label = text(N_("Addresses added: {street}"), street=street)
        made = store.write(label, actions.add_addresses, **typed)
    line = n_("{count} address in {street}.", "{count} addresses in {street}.", len(made))
    console.answer({"ids": made}, [line.format(count=len(made), street=street)])


def known_door(store: Store, number: int) -> AddressRow:
    """Return an address by its number; raises UserError "not_found"."""
    for row in store.read(cards.addresses):
        if row.id == number:
            return row
    raise not_found("address", number)


@addresses.command("change")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--street")
@click.option("--number", "house", help='House number with addition: "12 a".')
@click.option("--addition")
@click.option("--postcode")
@click.option("--place")
@click.option("--stairwell", help='Stairwell or court; "" takes it away.')
@console.json_option
def change_address(file: Path, number: int, house: str | None, stairwell: str | None, **typed: str | None) -> None:
    """Change an address, for everybody who lives there; what is not given stays."""
    with console.open_to_write(file) as store:
        door = known_door(store, number).door
        door = replace(door, **{name: value for name, value in typed.items() if value is not None})  # type: ignore[arg-type]
        if house is not None:
            written = _house(house)
            door = replace(door, number=written[0], addition=typed["addition"] or written[1])
        label = actions.changed_address_label(door)
        store.write(label, actions.change_address, number, door, stairwell=stairwell)
    console.answer({"id": number}, [label.render()])


def _house(written: str) -> tuple[int, str]:
    house = parse_house(written)
    if house is None:
        words = text(N_("“{number}” is not a house number."), number=written)
        raise UserError(
            "bad_number",
            several_doors(written) if names_several(written) else words,
            text(N_("Write a number with its addition, such as 12 a. Nothing was changed.")),
        )
    return house


@addresses.command("remove")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def remove_address(file: Path, number: int) -> None:
    """Take an address off the list; not when somebody lives there."""
    with console.open_to_write(file) as store:
        label = actions.deleted_address_label(known_door(store, number).door)
        store.write(label, actions.delete_address, number)
    console.answer({"id": number}, [label.render()])


@addresses.command("move")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--after", type=int, metavar="ID", help="The door it comes after.")
@click.option("--first", is_flag=True, help="The walk along the street begins here.")
@click.option("--by-rule", is_flag=True, help="Back to where the rule puts it.")
@console.json_option
def move_address(file: Path, number: int, after: int | None, *, first: bool, by_rule: bool) -> None:
    """Give a door another place on the walk along its street; answers with the new order."""
    if (after is not None) + first + by_rule != 1:
        message = "give one of --after, --first and --by-rule"
        raise click.UsageError(message)
    with console.open_to_write(file) as store:
        row = known_door(store, number)
        label = street_actions.walk_label(row.door.street)
        if by_rule:
            store.write(label, street_actions.walk_door_by_rule, number)
        else:
            store.write(label, street_actions.move_door_after, number, after)
        found = store.read(cards.addresses, row.street_id)
    console.answer({"id": number, "order": [door.id for door in found]}, map(_line, found))
