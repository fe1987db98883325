"""Bringing the folded columns of people and doors up to date after a change of name, door, reach or words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import starmap
from typing import TypeVar

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules import keys, walking
from buurtapp.features.people.tables import Address, Person, Street

_MANY = 500
Found = TypeVar("Found", Address, Person)


def refresh_keys(work: Work, person: Person) -> None:
    """Bring what a person is sorted and found by up to date."""
    work.flush()
    _refresh(work, [person])


def refresh_doors(work: Work, addresses: Iterable[int]) -> None:
    """Bring everybody at these doors up to date."""
    work.flush()
    wanted = list(addresses)
    for at in range(0, len(wanted), _MANY):
        part = wanted[at : at + _MANY]
        _refresh(work, work.session.scalars(select(Person).where(Person.address_id.in_(part))).all())


def refresh_street(work: Work, street_id: int) -> None:
    """Give the doors of a street their keys as it is walked, and let everybody who lives there follow."""
    refresh_streets(work, [street_id])


def refresh_streets(work: Work, streets: Iterable[int]) -> None:
    """Do that for several streets."""
    work.flush()
    for number in dict.fromkeys(streets):
        _refresh_street(work, work.get(Street, number))


def _refresh_street(work: Work, street: Street) -> None:
    """Only rows of which the key changes are loaded: the others are the most, and cost the most."""
    in_street = select(Address.id, Address.sort_key).where(Address.street_id == street.id)
    before = {number: key for number, key in work.session.execute(in_street)}  # noqa: C416 - a Result looks like a mapping to dict()
    walked = walking.keys_of(walk_doors(work, street.id), street.walk)  # type: ignore[arg-type]
    for address in some(work, Address, [number for number, key in walked.items() if before[number] != key]):
        address.sort_key = walked[address.id]
    lived = select(Person.id, Person.address_id, Person.place_key, Person.sort_name)
    lived = lived.join(Address, Address.id == Person.address_id).where(Address.street_id == street.id)
    placed = {
        number: (
            key,
            keys.placed(keys.joined_walk_key(street.name, street.walk_position, walked[address or 0]), sort_name),
        )
        for number, address, key, sort_name in work.session.execute(lived)
    }
    for person in some(work, Person, [number for number, (key, new) in placed.items() if key != new]):
        person.place_key = placed[person.id][1]
    work.flush()


def some(work: Work, kind: type[Found], numbers: Sequence[int]) -> Iterator[Found]:
    """Yield the rows with these numbers, in no order."""
    for at in range(0, len(numbers), _MANY):
        yield from work.session.scalars(select(kind).where(kind.id.in_(numbers[at : at + _MANY])))


def walk_doors(work: Work, street_id: int) -> list[walking.WalkDoor]:
    """Return the doors of a street as the rule of walking wants them."""
    wanted = select(Address.id, Address.number, Address.addition, Address.stairwell, Address.walk_position)
    return list(starmap(walking.WalkDoor, work.session.execute(wanted.where(Address.street_id == street_id))))


def _refresh(work: Work, people: Sequence[Person]) -> None:
    numbers = [person.id for person in people]
    wanted = {person.address_id for person in people if person.address_id is not None}
    found = select(Address, Street).join(Street, Street.id == Address.street_id).where(Address.id.in_(wanted))
    doors = {address.id: (address, street) for address, street in work.session.execute(found)} if wanted else {}
    phones, emails = cards.phones_of(work.session, numbers), cards.emails_of(work.session, numbers)
    words = cards.words_of(work.session, numbers)
    for person in people:
        door = _door(person, *doors.get(person.address_id or 0, (None, None)))
        name = listing.name_of(person)
        person.sort_name = keys.sort_name(name)
        person.place_key = keys.place_key(name, door)
        more = [*words[person.id].get("skill", ()), *words[person.id].get("role", ())]
        person.search_text = keys.search_text(name, door, phones[person.id], emails[person.id], more)


def _door(person: Person, address: Address | None, street: Street | None) -> Door:
    """Return where somebody lives, with its place on the walk as it is now."""
    if address is None or street is None:
        return Door(postcode=person.postcode, place=person.place)
    return Door(
        street.name,
        address.number or None,
        address.addition,
        address.postcode,
        address.place,
        walk_key=keys.joined_walk_key(street.name, street.walk_position, address.sort_key),
    )
