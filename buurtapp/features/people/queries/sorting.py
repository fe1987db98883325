"""Sorting the list by any column: the people in order of name, then what they are sorted by, put beside them.

Whoever has nothing in the column comes last, in either direction, as in a spreadsheet.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from buurtapp.core.text import fold
from buurtapp.features.people.names_and_consents import PURPOSES
from buurtapp.features.people.queries import listing, narrowing
from buurtapp.features.people.queries.quick import tuples
from buurtapp.features.people.records import CONTACT_PREFERENCES, RELATIONS
from buurtapp.features.people.tables import Address, Area, Email, Label, Person, PersonLabel, PersonWord, Phone, Street

Keys = Mapping[int, Any]
"""What people are sorted by: values that can be compared, of those that have one."""

_ANSWERS = {"given": 0, "withdrawn": 1, "asked": 2}


def sorted_ids(session: Session, sought: listing.Wanted, keys: Keys, *, down: bool = False) -> list[int]:
    """Return the people that are wanted in the order of these keys, those with the same one (or none) by name.

    Without any keys they are sorted by name, also downwards.
    """
    people = [number for (number,) in tuples(session, listing.wanted_ids(session, sought, down=down and not keys))]
    if not keys:
        return people
    having = sorted((number for number in people if number in keys), key=keys.__getitem__, reverse=down)
    return having if len(having) == len(people) else having + [number for number in people if number not in keys]


def keys(session: Session, by: str) -> Keys:
    """Return what everybody is sorted by in a column; empty for a column that nobody knows."""
    if by.startswith("consent_"):
        known = narrowing.answers(session, by.removeprefix("consent_"))
        return {number: _ANSWERS.get(answer, len(_ANSWERS)) for number, answer in known.items()}
    make = _KEYS.get(by)
    return make(session) if make is not None else {}


def _pairs(session: Session, wanted: Select[*tuple[Any, ...]]) -> dict[int, Any]:
    return dict(tuples(session, wanted))


def _of_person(column: Any) -> Callable[[Session], Keys]:
    def ask(session: Session) -> Keys:
        return _pairs(session, select(Person.id, column).where(column.is_not(None), column != ""))

    return ask


def _folded(ask: Callable[[Session], Keys]) -> Callable[[Session], Keys]:
    def folded(session: Session) -> Keys:
        quick = functools.lru_cache(10_000)(fold)
        return {number: quick(words) for number, words in ask(session).items()}

    return folded


def _ranked(column: Any, order: Sequence[str]) -> Callable[[Session], Keys]:
    ranks = {value: at for at, value in enumerate(order)}

    def ask(session: Session) -> Keys:
        found = _pairs(session, select(Person.id, column).where(column != ""))
        return {number: ranks.get(value, len(ranks)) for number, value in found.items()}

    return ask


def _first(table: Any, column: Any, *conditions: Any) -> Callable[[Session], Keys]:
    """Ask for the first of several: SQLite takes the bare column from the row that has the minimum."""

    def ask(session: Session) -> Keys:
        wanted = select(table.person_id, column, func.min(table.position)).where(*conditions)
        return {row[0]: row[1] for row in tuples(session, wanted.group_by(table.person_id))}

    return ask


def _of_address(column: Any, own: Any = None) -> Callable[[Session], Keys]:
    """Ask for something of the address; who has none may have it of their own."""

    def ask(session: Session) -> Keys:
        at = select(Person.id, column).join(Address, Address.id == Person.address_id).where(column != "")
        if own is None:
            return _pairs(session, at)
        alone = select(Person.id, own).where(Person.address_id.is_(None), own != "")
        return _pairs(session, at) | _pairs(session, alone)

    return ask


def _labels(session: Session) -> Keys:
    wanted = select(PersonLabel.person_id, func.min(Label.sort_name)).join(Label, Label.id == PersonLabel.label_id)
    return _pairs(session, wanted.group_by(PersonLabel.person_id))


def _streets(session: Session) -> Keys:
    wanted = select(Person.id, Street.sort_name).join(Address, Address.id == Person.address_id)
    return _pairs(session, wanted.join(Street, Street.id == Address.street_id))


def _areas(session: Session) -> Keys:
    wanted = select(Person.id, Area.sort_name).join(Address, Address.id == Person.address_id)
    return _pairs(session, wanted.join(Street, Street.id == Address.street_id).join(Area, Area.id == Street.area_id))


def _do_not(session: Session) -> Keys:
    return {row[0]: 0 for row in tuples(session, select(Person.id).where(narrowing.do_not_approach()))}


_KEYS: Mapping[str, Callable[[Session], Keys]] = {
    "labels": _labels,
    "contact": _ranked(Person.contact_preference, CONTACT_PREFERENCES),
    "phone": _first(Phone, Phone.number),
    "email": _first(Email, func.lower(Email.address)),
    "street": _streets,
    "postcode": _of_address(Address.postcode, Person.postcode),
    "city": _folded(_of_address(Address.place, Person.place)),
    "area": _areas,
    "languages": _folded(_first(PersonWord, PersonWord.word, PersonWord.kind == "language")),
    "skills": _folded(_first(PersonWord, PersonWord.word, PersonWord.kind == "skill")),
    "roles": _folded(_first(PersonWord, PersonWord.word, PersonWord.kind == "role")),
    "relation": _ranked(Person.relation, RELATIONS),
    "member": _of_person(Person.member_from),
    "best_time": _folded(_of_person(Person.best_time)),
    "do_not": _do_not,
}

SORTS: tuple[str, ...] = ("place", "name", *_KEYS, *(f"consent_{purpose}" for purpose in PURPOSES))
"""Everything the list itself can be sorted by; a ladder of involvement adds "step" and "last"."""
