"""Commands about streets and areas: how people walk, and who connects them."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from buurtapp.core import console
from buurtapp.core.i18n import Text, n_
from buurtapp.features.people.actions import areas as area_actions
from buurtapp.features.people.actions import streets as actions
from buurtapp.features.people.queries import streets as queries
from buurtapp.features.people.records import WALKS, AreaRow, StreetRow, Walk

_BY_NUMBER = "by_number"


@click.group
def streets() -> None:
    """Look streets up, and say how people walk them."""


@click.group
def areas() -> None:
    """Parts of the neighbourhood, each with its streets and a connector."""


# Streets


def _street(row: StreetRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "area": row.area,
        "area_id": row.area_id,
        "walk": row.walk,
        "by_hand": row.by_hand,
        "position": row.walk_position,
        "addresses": row.addresses,
        "people": row.people,
        "without_people": row.unknown,
    }


@streets.command("list")
@console.file_argument
@console.json_option
def list_streets(file: Path) -> None:
    """List streets in the order of the round."""
    with console.open_to_read(file) as store:
        found = store.read(queries.streets)
    console.answer({"streets": list(map(_street, found))}, map(_street_line, found))


def _street_line(row: StreetRow) -> str:
    count = n_("{count} address", "{count} addresses", row.addresses).format(count=row.addresses)
    return f"{row.id:>6}  {' · '.join(part for part in (row.name, row.area, count) if part)}"


@streets.command("change")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--name", help="Write the street like this, for all its doors.")
@click.option("--walk", type=click.Choice([_BY_NUMBER, *filter(None, WALKS)]), help="The rule by which it is walked.")
@click.option("--area", "area_id", type=int, metavar="AREA_ID", help="The area it is in; 0 for none.")
@click.option("--position", type=int, metavar="N", help="Its place in the round, from 1; 0 for by name.")
@console.json_option
def change_street(file: Path, number: int, name: str | None, walk: str | None, **numbers: int | None) -> None:
    """Change a street; what is not given stays. A rule for walking takes the place of an order chosen by hand."""
    with console.open_to_write(file) as store:
        label = actions.changed_label(store.read(queries.street, number).name)
        way = cast("Walk | None", "" if walk == _BY_NUMBER else walk)
        store.write(label, actions.change_street, number, actions.StreetChange(name, way, **numbers))
        changed = store.read(queries.street, number)
    console.answer(_street(changed), [_street_line(changed)])


@streets.command("join")
@console.file_argument
@click.argument("keep", type=int)
@click.argument("gone", type=int)
@console.json_option
def join_streets(file: Path, keep: int, gone: int) -> None:
    """Let GONE be another spelling of KEEP: doors with the same number become one."""
    with console.open_to_write(file) as store:
        first, second = store.read(queries.street, keep), store.read(queries.street, gone)
        label = actions.joined_label(second.name, first.name)
        twice = store.write(label, actions.join_streets, keep, gone)
    console.answer({"id": keep, "joined_addresses": twice}, [label.render()])


# Areas


def _area(row: AreaRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "connector": row.connector.spoken,
        "connector_id": row.connector_id,
        "streets": list(row.streets),
        "addresses": row.addresses,
        "people": row.people,
    }


def _area_line(row: AreaRow) -> str:
    parts = (row.name, row.connector.spoken, ", ".join(row.streets))
    return f"{row.id:>6}  {' · '.join(part for part in parts if part)}"


@areas.command("list")
@console.file_argument
@console.json_option
def list_areas(file: Path) -> None:
    """List areas with their connector and streets."""
    with console.open_to_read(file) as store:
        found = store.read(queries.areas)
    console.answer({"areas": list(map(_area, found))}, map(_area_line, found))


@areas.command("add")
@console.file_argument
@click.option("--name", required=True)
@click.option("--connector", type=int, metavar="PERSON_ID", help="Who connects the people there.")
@click.option("--streets", "of_streets", default="", metavar="3,9", help="The streets that belong to it.")
@console.json_option
def add_area(file: Path, name: str, connector: int | None, of_streets: str) -> None:
    """Add an area."""
    numbers = console.numbers(of_streets)
    with console.open_to_write(file) as store:
        made = store.write(area_actions.added_label(name), area_actions.add_area, name, connector, numbers)
    _answer(file, made, area_actions.added_label(name))


@areas.command("change")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--name")
@click.option("--connector", type=int, metavar="PERSON_ID", help="Who connects the people there; 0 for nobody.")
@console.json_option
def change_area(file: Path, number: int, name: str | None, connector: int | None) -> None:
    """Change the name of an area, or its connector."""
    with console.open_to_write(file) as store:
        label = area_actions.changed_label(name or store.read(queries.area, number).name)
        store.write(label, area_actions.change_area, number, name, connector)
    _answer(file, number, label)


def _answer(file: Path, number: int, label: Text) -> None:
    with console.open_to_read(file) as store:
        console.answer(_area(store.read(queries.area, number)), [label.render()])


@areas.command("remove")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def remove_area(file: Path, number: int) -> None:
    """Take an area away; its streets stay."""
    with console.open_to_write(file) as store:
        label = area_actions.deleted_label(store.read(queries.area, number).name)
        store.write(label, area_actions.delete_area, number)
    console.answer({"id": number}, [label.render()])
