"""What an import must know of the group file before it can plan."""

from __future__ import annotations

import json
from collections import Counter, defaultdict

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from buurtapp.features.people.importing import values
from buurtapp.features.people.importing.columns import signature
from buurtapp.features.people.importing.headings import MEANINGS
from buurtapp.features.people.importing.records import Choice, EarlierList, Known, ListedBefore, Plan
from buurtapp.features.people.queries import cards
from buurtapp.features.people.queries.listing import door_of, name_of
from buurtapp.features.people.records import Door, PersonCard
from buurtapp.features.people.tables import (
    Address,
    Email,
    ImportMapping,
    ListEntry,
    LooseEnd,
    Person,
    Phone,
    ReadList,
    Street,
)


def known(session: Session, choice: Choice | None = None) -> Known:
    """Return everybody with their door and how to reach them, all doors and all streets of the group.

    With a choice of columns also the lists with the same headings that were read before.
    """
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
    return Known(people, doors, streets, _reach(session), _lists(session, choice) if choice is not None else ())


def _reach(session: Session) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for value, person in session.execute(select(Phone.number, Phone.person_id)):
        found[value].append(person)
    for value, person in session.execute(select(Email.address, Email.person_id)):
        found[value].append(person)
    return {value: tuple(numbers) for value, numbers in found.items()}


def _lists(session: Session, choice: Choice) -> tuple[EarlierList, ...]:
    wanted = select(ReadList).where(ReadList.signature == signature(choice)).order_by(ReadList.id)
    found = []
    for one in session.scalars(wanted):
        rows = session.execute(
            select(ListEntry.entry_key, ListEntry.person_id, ListEntry.said)
            .where(ListEntry.list_id == one.id)
            .order_by(ListEntry.id)
        )
        entries = tuple(ListedBefore(key, person, values.read(said)) for key, person, said in rows)
        found.append(EarlierList(one.id, one.source, one.read_on, entries))
    return tuple(found)


def matched(session: Session, plan: Plan) -> dict[int, PersonCard]:
    """Return everybody of the group who stands in a plan, by number."""
    numbers = {number for one in plan.people for number in (one.same_as_person, one.known_as) if number is not None}
    return {found.id: found for found in cards.cards(session, sorted(numbers))}


def entries(session: Session, list_id: int) -> dict[str, ListEntry]:
    """Return the rows of a list that was read, by key: for actions, which may change them."""
    return {row.entry_key: row for row in session.scalars(select(ListEntry).where(ListEntry.list_id == list_id))}


def waiting(session: Session) -> Counter[tuple[str, str, str]]:
    """Return how often (column, kind, text) waits to be sorted out by hand."""
    rows = session.execute(select(LooseEnd.column, LooseEnd.kind, LooseEnd.text))
    return Counter((column, kind, said) for column, kind, said in rows)


def totals(session: Session) -> tuple[int, int]:
    """Return how many people and addresses there are."""
    return (
        session.scalar(select(func.count()).select_from(Person)) or 0,
        session.scalar(select(func.count()).select_from(Address)) or 0,
    )


def mappings(session: Session) -> dict[str, dict[str, str]]:
    """Return {signature: {heading: meaning}} as it was last chosen for each kind of list.

    Meanings that this program does not know are left out: the file may come from a newer one.
    """
    rows = session.scalars(select(ImportMapping).order_by(ImportMapping.id))
    return {
        row.signature: {name: meaning for name, meaning in json.loads(row.mapping).items() if meaning in MEANINGS}
        for row in rows
    }


def remembered(session: Session, choice: Choice) -> dict[str, str]:
    """Return {heading: meaning} as it was last chosen for a list with these headings; nothing when it is new."""
    return mappings(session).get(signature(choice), {})
