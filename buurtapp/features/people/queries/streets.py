"""Streets and areas as people walk them: what each holds, and who connects the people of an area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from buurtapp.core.errors import not_found
from buurtapp.core.text import fold
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import AreaRow, DoorRow, PersonRow, StreetRow
from buurtapp.features.people.rules.doors import house_of, street_key
from buurtapp.features.people.tables import Address, Area, Person, Street


def streets(session: Session) -> list[StreetRow]:
    """Return all streets in the order of the round."""
    counts = {
        number: (addresses, by_hand or 0)
        for number, addresses, by_hand in session.execute(
            select(Address.street_id, func.count(), func.count(Address.walk_position)).group_by(Address.street_id)
        )
    }
    lived = {
        number: (people, doors)
        for number, people, doors in session.execute(
            select(Address.street_id, func.count(), func.count(Address.id.distinct()))
            .join(Person, Person.address_id == Address.id)
            .group_by(Address.street_id)
        )
    }
    found = session.execute(
        select(Street, Area.name).outerjoin(Area, Area.id == Street.area_id).order_by(*listing.round_order())
    )
    made = []
    for street, area in found:
        addresses, by_hand = counts.get(street.id, (0, 0))
        people, doors = lived.get(street.id, (0, 0))
        made.append(
            StreetRow(
                street.id,
                street.name,
                street.area_id,
                area or "",
                street.walk,  # type: ignore[arg-type]
                street.walk_position,
                addresses,
                people,
                addresses - doors,
                by_hand > 0,
            )
        )
    return made


def street(session: Session, number: int) -> StreetRow:
    """Return one street; raises UserError "not_found"."""
    for row in streets(session):
        if row.id == number:
            return row
    raise not_found("street", number)


def doors(session: Session, street_id: int) -> list[DoorRow]:
    """Return the doors of a street as people walk, with who lives there."""
    lived = select(Person.id).join(Address, Address.id == Person.address_id).where(Address.street_id == street_id)
    mates: defaultdict[int, list[PersonRow]] = defaultdict(list)
    for person in listing.rows(session, list(session.scalars(lived.order_by(Person.sort_name, Person.id)))):
        mates[person.address_id or 0].append(person)
    found = (
        select(Address, Street.name, Street.walk_position)
        .join(Street, Street.id == Address.street_id)
        .where(Address.street_id == street_id)
        .order_by(Address.sort_key, Address.id)
    )
    return [
        DoorRow(
            address.id,
            cards.door_in(address, name, position),
            address.stairwell,
            tuple(mates[address.id]),
            address.no_bell,
            address.sticker,  # type: ignore[arg-type]
            address.do_not_approach,
            by_hand=address.walk_position is not None,
            note=address.note,
        )
        for address, name, position in session.execute(found)
    ]


def areas(session: Session) -> list[AreaRow]:
    """Return all areas by name, with their streets and their connector."""
    of_area: defaultdict[int, list[StreetRow]] = defaultdict(list)
    for row in streets(session):
        of_area[row.area_id or 0].append(row)
    found = session.execute(
        select(Area, Person).outerjoin(Person, Person.id == Area.connector_id).order_by(Area.sort_name, Area.id)
    )
    return [
        AreaRow(
            area.id,
            area.name,
            area.connector_id,
            listing.name_of(person) if person is not None else Name(),
            tuple(row.name for row in of_area[area.id]),
            sum(row.addresses for row in of_area[area.id]),
            sum(row.people for row in of_area[area.id]),
        )
        for area, person in found
    ]


def area(session: Session, number: int) -> AreaRow:
    """Return one area; raises UserError "not_found"."""
    for row in areas(session):
        if row.id == number:
            return row
    raise not_found("area", number)


def connector_of(session: Session, person: int) -> list[str]:
    """Return the names of the areas that somebody connects."""
    wanted = select(Area.name).where(Area.connector_id == person).order_by(Area.sort_name, Area.id)
    return list(session.scalars(wanted))


def area_at(session: Session, address_id: int | None) -> AreaRow | None:
    """Return the area in which an address lies, with its connector; None when it lies in none."""
    wanted = select(Street.area_id).join(Address, Address.street_id == Street.id).where(Address.id == (address_id or 0))
    number = session.scalar(wanted)
    return area(session, number) if number is not None else None


def missing_doors(session: Session, street_id: int | None, houses: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return which of these numbers and additions a street has not yet; all of them for a street that is new."""
    if street_id is None:
        return list(houses)
    found = session.execute(select(Address.number, Address.addition).where(Address.street_id == street_id))
    there = {house_of(number, addition) for number, addition in found}
    return [house for house in houses if house_of(*house) not in there]


def spelled_like(session: Session, name: str, but: int = 0) -> int | None:
    """Return the other street that is written like this, in full or short: "Klaverstr." is the Klaverstraat."""
    wanted, key = select(Street.id, Street.name, Street.sort_name).where(Street.id != but), street_key(name)
    found = list(session.execute(wanted))
    exact = [number for number, _name, sort_name in found if sort_name == fold(name)]
    return next(iter(exact or [number for number, other, _sort in found if street_key(other) == key]), None)
