"""Bringing the folded columns of people up to date after a change of name, door, street, phone or e-mail."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.rules import keys
from buurtapp.features.people.tables import Address, Person, Street


def refresh_keys(work: Work, person: Person) -> None:
    """Bring what a person is sorted and found by up to date."""
    work.flush()
    door = listing.door_of(person, *_address(work, person.address_id))
    name = listing.name_of(person)
    phones = cards.phones_of(work.session, [person.id])[person.id]
    emails = cards.emails_of(work.session, [person.id])[person.id]
    person.sort_name = keys.sort_name(name)
    person.place_key = keys.place_key(name, door)
    person.search_text = keys.search_text(name, door, phones, emails)


def refresh_doors(work: Work, addresses: Iterable[int]) -> None:
    """Bring everybody at these doors up to date."""
    for number in addresses:
        for person in list(work.session.scalars(select(Person).where(Person.address_id == number))):
            refresh_keys(work, person)


def _address(work: Work, address_id: int | None) -> tuple[Address | None, str | None]:
    if address_id is None:
        return None, None
    address = work.get(Address, address_id)
    return address, work.get(Street, address.street_id).name
