"""The parts of the Klaverhoek with their connectors, and how its streets are walked."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.people.actions.refresh import refresh_streets
from buurtapp.features.people.records import Walk
from buurtapp.features.people.tables import Address, Area, Person, Street
from buurtapp.sample import names, story

_AREAS = {
    "Noord": ("Klaverstraat", "Meidoornlaan"),
    "Het plein": ("Esdoornplein", "Lijsterlaan"),
    "De hofjes": ("Vlierhof", "Berkenpad"),
}
_CONNECTOR = ("Noord", "Dirk-Jan op den Berg")
"""Of the other areas a neighbour who comes often is the connector: `lives.py` chooses."""
_WALKS: dict[str, Walk] = {"Berkenpad": "odd_first", "Lijsterlaan": "even_first"}
_COURT, _DOORS_A_STAIRWELL = "Vlierhof", 13


def add_places(work: Work, people: Sequence[Person]) -> None:
    """Put the streets in areas and in the order in which they are walked; the Vlierhof has stairwells."""
    by_name = {one.name: person.id for one, person in zip(story.NEIGHBOURS, people, strict=False)}
    areas = {}
    for area in _AREAS:
        connector = by_name.get(_CONNECTOR[1]) if area == _CONNECTOR[0] else None
        areas[area] = work.add(Area(name=area, sort_name=fold(area), connector_id=connector)).id
    order = [name for name, _doors in names.STREETS]
    streets = list(work.session.scalars(select(Street).where(Street.name.in_(order)).order_by(Street.id)))
    for street in streets:
        street.area_id = next(areas[area] for area, inside in _AREAS.items() if street.name in inside)
        street.walk, street.walk_position = _WALKS.get(street.name, ""), order.index(street.name) + 1
    courts = [street.id for street in streets if street.name == _COURT]
    doors = list(work.session.scalars(select(Address).where(Address.street_id.in_(courts)).order_by(Address.sort_key)))
    for at, door in enumerate(doors):
        door.stairwell = f"Portiek {chr(ord('A') + at // _DOORS_A_STAIRWELL)}"
    work.flush()
    refresh_streets(work, [street.id for street in streets])
