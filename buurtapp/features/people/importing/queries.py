"""What an import must know of the group file before it can plan."""

from __future__ import annotations

import json

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from buurtapp.features.people.importing.records import Choice, Known
from buurtapp.features.people.queries.listing import door_of, name_of
from buurtapp.features.people.records import Door
from buurtapp.features.people.tables import Address, ImportMapping, Person, Street


def known(session: Session) -> Known:
    """Return everybody with their door, all doors and all streets of the group."""
    lived = select(Person, Address, Street.name).outerjoin(Address, Address.id == Person.address_id)
    people = tuple(
        (person.id, name_of(person), door_of(person, address, street))
        for person, address, street in session.execute(lived.outerjoin(Street, Street.id == Address.street_id))
    )
    doors = tuple(
        Door(street, address.number or None, address.addition, address.postcode, address.place)
        for address, street in session.execute(
            select(Address, Street.name).join(Street, Street.id == Address.street_id)
        )
    )
    streets = {key: name for key, name in session.execute(select(Street.sort_name, Street.name))}  # noqa: C416 - a Result looks like a mapping to dict()
    return Known(people, doors, streets)


def totals(session: Session) -> tuple[int, int]:
    """Return how many people and addresses there are."""
    return (
        session.scalar(select(func.count()).select_from(Person)) or 0,
        session.scalar(select(func.count()).select_from(Address)) or 0,
    )


def signature(choice: Choice) -> str:
    """Return what tells this kind of list from others: its headings."""
    return "\x1f".join(heading.casefold() for heading in choice.headings)


def remembered(session: Session, choice: Choice) -> dict[str, str]:
    """Return {heading: meaning} as it was last chosen for a list with these headings; nothing when it is new."""
    wanted = (
        select(ImportMapping.mapping)
        .where(ImportMapping.signature == signature(choice))
        .order_by(ImportMapping.id.desc())
    )
    found = session.scalars(wanted).first()
    return dict(json.loads(found)) if found else {}
