"""Who may be in the file twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import DoublePair
from buurtapp.features.people.rules.likeness import Somebody
from buurtapp.features.people.rules.likeness_blocks import likely_pairs
from buurtapp.features.people.tables import Address, Email, NotDouble, Person, Phone

Progress = Callable[[int, int], None]


def likely(session: Session, progress: Progress | None = None) -> list[DoublePair]:
    """Return pairs of people who may be one, the surest first; in a pair the older number stands first.

    Left out are pairs of whom somebody said that they are two people (see `told_apart`). Takes about a second for
    10,000 people: for work in the background. `progress` may raise to stop.
    """
    apart = set(_apart(session))
    found = [pair for pair in likely_pairs(everybody(session), progress) if pair[:2] not in apart]
    numbers = list(dict.fromkeys(number for first, second, _alike in found for number in (first, second)))
    rows = {row.id: row for row in listing.rows(session, numbers)}
    return [
        DoublePair(rows[first], rows[second], alike.reason, alike.score)
        for first, second, alike in found
        if first in rows and second in rows
    ]


def told_apart(session: Session) -> list[DoublePair]:
    """Return the pairs of whom somebody said that they are two people, the last one first."""
    pairs = _apart(session)
    numbers = list(dict.fromkeys(number for pair in pairs for number in pair))
    rows = {row.id: row for row in listing.rows(session, numbers)}
    said = text(N_("Somebody said that these are two people"))
    return [DoublePair(rows[first], rows[second], said, 0) for first, second in pairs]


def _apart(session: Session) -> list[tuple[int, int]]:
    wanted = select(NotDouble.first_id, NotDouble.second_id).order_by(NotDouble.id.desc())
    return [(first, second) for first, second in session.execute(wanted)]


def everybody(session: Session) -> list[Somebody]:
    """Return of everybody what two people are compared by."""
    phones = _each(session, select(Phone.person_id, Phone.number))
    emails = _each(session, select(Email.person_id, Email.address))
    wanted = select(
        Person.id,
        Person.title,
        Person.given,
        Person.initials,
        Person.infix,
        Person.family,
        Person.kind,
        Person.address_id,
        Address.street_id,
        Person.birth_year,
    ).outerjoin(Address, Address.id == Person.address_id)
    return [
        Somebody(
            number,
            Name(title, given, initials, infix, family, "household" if kind == "household" else "person"),
            address,
            street,
            tuple(phones[number]),
            tuple(emails[number]),
            year,
        )
        for number, title, given, initials, infix, family, kind, address, street, year in session.execute(
            wanted.order_by(Person.id)
        )
    ]


def _each(session: Session, wanted: Select[int, str]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for person, value in session.execute(wanted):
        found[person].append(value)
    return found
