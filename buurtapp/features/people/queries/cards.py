"""One person, one door: everything about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from buurtapp.core.errors import not_found
from buurtapp.core.text import fold
from buurtapp.features.people.queries import listing
from buurtapp.features.people.queries.consents import consents_of
from buurtapp.features.people.records import AddressRow, Door, DoublePair, LooseEndRow, PersonCard, PersonRow, Sticker
from buurtapp.features.people.rules.doors import house_of
from buurtapp.features.people.rules.doubles import DoubleKey, double_key, same_person
from buurtapp.features.people.rules.keys import joined_walk_key
from buurtapp.features.people.tables import Address, Email, LooseEnd, Person, PersonWord, Phone, Street

_MANY = 500


def card(session: Session, number: int) -> PersonCard:
    """Return everything about one person; raises UserError "not_found"."""
    found = cards(session, [number])[0]
    return replace(found, housemates=tuple(housemates(session, found.address_id, number)))


def cards(session: Session, numbers: Sequence[int]) -> list[PersonCard]:
    """Return everything about these people, in this order; raises UserError "not_found"."""
    rows = {row.id: row for row in listing.rows(session, numbers)}
    made = []
    for at in range(0, len(numbers), _MANY):
        part = numbers[at : at + _MANY]
        people = {person.id: person for person in session.scalars(select(Person).where(Person.id.in_(part)))}
        phones, emails = phones_of(session, part), emails_of(session, part)
        consents, doors, words = consents_of(session, part), _doors_of(session, part), words_of(session, part)
        for number in part:
            if number not in people:
                raise not_found("person", number)
            card = _card(rows[number], people[number], phones[number], emails[number], words[number])
            no_bell, sticker = doors.get(number, (False, ""))
            made.append(replace(card, consents=consents.get(number, ()), no_bell=no_bell, sticker=sticker))
    return made


def _doors_of(session: Session, people: Sequence[int]) -> dict[int, tuple[bool, Sticker]]:
    """Return what the doors of these people ask of whoever comes by, where they ask anything."""
    wanted = select(Person.id, Address.no_bell, Address.sticker).join(Address, Address.id == Person.address_id)
    asks = wanted.where(Person.id.in_(people), or_(Address.no_bell, Address.sticker != ""))
    return {number: (no_bell, sticker) for number, no_bell, sticker in session.execute(asks)}  # type: ignore[misc]


def _card(
    row: PersonRow, person: Person, phones: list[str], emails: list[str], words: Mapping[str, list[str]]
) -> PersonCard:
    return PersonCard(
        row.id,
        row.name,
        row.address_id,
        row.door,
        tuple(phones),
        tuple(emails),
        row.labels,
        person.contact_preference,
        person.best_time,
        person.note,
        row.do_not_approach,
        person.do_not_approach,
        languages=tuple(words.get("language", ())),
        skills=tuple(words.get("skill", ())),
        roles=tuple(words.get("role", ())),
        relation=person.relation,  # type: ignore[arg-type]
        birth_year=person.birth_year,
        member_from=person.member_from,
        member_until=person.member_until,
        step_override=person.step_override,
        step_reason=person.step_reason,
    )


def words_of(session: Session, people: Sequence[int]) -> defaultdict[int, dict[str, list[str]]]:
    """Return the words about each of these people by kind ("language", "skill", "role"), in their order."""
    found: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)
    wanted = select(PersonWord.person_id, PersonWord.kind, PersonWord.word).where(PersonWord.person_id.in_(people))
    for person, kind, word in session.execute(wanted.order_by(PersonWord.position, PersonWord.id)):
        found[person].setdefault(kind, []).append(word)
    return found


def words_in_use(session: Session, kind: str) -> list[str]:
    """Return the words of one kind that people have ("skill", "role"), those of most people first."""
    wanted = select(PersonWord.word).where(PersonWord.kind == kind).group_by(PersonWord.word)
    return list(session.scalars(wanted.order_by(func.count().desc(), PersonWord.word)))


def phones_of(session: Session, people: Sequence[int]) -> defaultdict[int, list[str]]:
    """Return the numbers of each of these people, first choice first."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    wanted = select(Phone.person_id, Phone.number).where(Phone.person_id.in_(people)).order_by(Phone.position, Phone.id)
    for person, number in session.execute(wanted):
        found[person].append(number)
    return found


def emails_of(session: Session, people: Sequence[int]) -> defaultdict[int, list[str]]:
    """Return the e-mail addresses of each of these people, first choice first."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    wanted = (
        select(Email.person_id, Email.address).where(Email.person_id.in_(people)).order_by(Email.position, Email.id)
    )
    for person, address in session.execute(wanted):
        found[person].append(address)
    return found


def housemates(session: Session, address_id: int | None, but: int | None = None) -> list[PersonRow]:
    """Return who else lives at a door."""
    if address_id is None:
        return []
    wanted = (
        select(Person.id).where(Person.address_id == address_id, Person.id != (but or 0)).order_by(Person.sort_name)
    )
    return listing.rows(session, list(session.scalars(wanted)))


def addresses(session: Session, street_id: int | None = None) -> list[AddressRow]:
    """Return every door, street by street as people walk, with who lives there."""
    lived: defaultdict[int, list[int]] = defaultdict(list)
    for person, address in session.execute(select(Person.id, Person.address_id).where(Person.address_id.is_not(None))):
        lived[address or 0].append(person)
    wanted = select(Address, Street.name, Street.walk_position).join(Street, Street.id == Address.street_id)
    if street_id is not None:
        wanted = wanted.where(Address.street_id == street_id)
    return [
        AddressRow(
            address.id,
            door_in(address, street, position),
            address.do_not_approach,
            address.note,
            tuple(lived[address.id]),
            address.no_bell,
            address.sticker,  # type: ignore[arg-type]
            address.stairwell,
            address.street_id,
        )
        for address, street, position in session.execute(
            wanted.order_by(*listing.round_order(), Address.sort_key, Address.id)
        )
    ]


def empty_addresses(session: Session) -> list[AddressRow]:
    """Return every door where nobody is known and post may come, street by street as people walk."""
    return [row for row in addresses(session) if not row.people and not row.do_not_approach]


def door_in(address: Address, street: str, position: int | None) -> Door:
    """Return the door of an address in a street that has this place in the round."""
    return Door(
        street,
        address.number or None,
        address.addition,
        address.postcode,
        address.place,
        walk_key=joined_walk_key(street, position, address.sort_key),
    )


def find_address(session: Session, street: str, number: int, addition: str) -> int | None:
    """Return the door with this street, number and addition, however they are written."""
    wanted = select(Address.id, Address.addition).join(Street, Street.id == Address.street_id)
    found = session.execute(wanted.where(Street.sort_name == fold(street), Address.number == number))
    wanted_house = house_of(number, addition)
    return next((address for address, other in found if house_of(number, other) == wanted_house), None)


def doubles(session: Session) -> list[DoublePair]:
    """Return pairs of people at one door who are certainly the same, by the rule of the import; older number first."""
    numbers = list(session.scalars(select(Person.id).order_by(Person.id)))
    by_key: defaultdict[DoubleKey, list[PersonRow]] = defaultdict(list)
    for row in listing.rows(session, numbers):
        key = double_key(row.name, row.door)
        if key is not None:
            by_key[key].append(row)
    return [
        DoublePair(first, second)
        for people in by_key.values()
        for at, first in enumerate(people)
        for second in people[at + 1 :]
        if same_person(first.name, second.name)
    ]


def loose_ends(session: Session) -> list[LooseEndRow]:
    """Return what imports left to be sorted out, oldest first."""
    return [
        LooseEndRow(end.id, end.source, end.row, end.column, end.kind, end.text)
        for end in session.scalars(select(LooseEnd).order_by(LooseEnd.id))
    ]
