"""What only some columns of the list show of people; asked for a page at a time, and only when it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.features.people.tables import Address, Area, Person, Street


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What stands on a person, or on the street they live in."""

    relation: str = ""
    member_from: date | None = None
    member_until: date | None = None
    best_time: str = ""
    area: str = ""


def facts(session: Session, numbers: Sequence[int]) -> dict[int, RowFacts]:
    """Return the facts of these people; numbers that are nobody's are left out. At most some hundreds at a time."""
    wanted = (
        select(Person.id, Person.relation, Person.member_from, Person.member_until, Person.best_time, Area.name)
        .outerjoin(Address, Address.id == Person.address_id)
        .outerjoin(Street, Street.id == Address.street_id)
        .outerjoin(Area, Area.id == Street.area_id)
        .where(Person.id.in_(numbers))
    )
    return {
        number: RowFacts(relation, since, until, best_time, area or "")
        for number, relation, since, until, best_time, area in session.execute(wanted)
    }
