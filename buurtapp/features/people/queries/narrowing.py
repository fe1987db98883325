"""The filters of the list besides labels and steps: each has a code, such as "no_phone" or "consent:letter:given".

Relations are "relation:helper", areas "area:3", consents "consent:<purpose>:<answer>".
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from buurtapp.features.people.names_and_consents import PURPOSES
from buurtapp.features.people.queries.quick import tuples
from buurtapp.features.people.tables import Address, Area, Consent, Email, Person, Phone, Street

_WITHOUT: Mapping[str, type[Phone | Email]] = {"no_phone": Phone, "no_email": Email}
Answers = Mapping[int, str]
"""What people answered, of those that were ever asked: "given", "withdrawn" or "asked"."""


def conditions(session: Session, codes: Iterable[str]) -> list[ColumnElement[bool]]:
    """Return what somebody must meet to pass all of these filters; a code that nobody knows lets everybody pass."""
    return [made for code in codes if (made := _condition(session, code)) is not None]


def _condition(session: Session, code: str) -> ColumnElement[bool] | None:
    kind, _mark, value = code.partition(":")
    if kind in _WITHOUT:
        return Person.id.not_in(select(_WITHOUT[kind].person_id))
    if kind == "no_address":
        return Person.address_id.is_(None)
    if kind == "do_not":
        return do_not_approach()
    if kind == "relation":
        return Person.relation == value
    if kind == "area" and value.isdigit():
        return Person.address_id.in_(in_area(int(value)))
    if kind == "consent":
        return _consented(session, *value.split(":", 1))
    return None


def do_not_approach() -> ColumnElement[bool]:
    """Tell who is to be left alone: their own wish, or that of their address."""
    return or_(Person.do_not_approach, Person.address_id.in_(select(Address.id).where(Address.do_not_approach)))


def in_area(number: int) -> Select[int]:
    """Ask for the addresses in the streets of an area."""
    return select(Address.id).join(Street, Street.id == Address.street_id).where(Street.area_id == number)


def _consented(session: Session, purpose: str, answer: str = "given") -> ColumnElement[bool]:
    known = answers(session, purpose)
    if answer == "not_asked":
        return ~one_of(known)
    return one_of(number for number, said in known.items() if said == answer)


def one_of(numbers: Iterable[int]) -> ColumnElement[bool]:
    """Tell who has one of these numbers. As one text: SQLite takes no more than 32,766 values apart."""
    values = func.json_each(json.dumps(list(numbers))).table_valued("value")
    return Person.id.in_(select(values.c.value))


def answers(session: Session, purpose: str) -> dict[int, str]:
    """Return how it stands with one purpose for everybody that was ever asked, by `rules/consents.py`.

    In one walk through the log, for a whole town: there is no time to make a record of each line.
    """
    wanted = select(Consent.person_id, Consent.state, Consent.on_day).where(Consent.purpose == purpose)
    found: dict[int, tuple[bool, Any, str]] = {}
    for person, state, on_day in tuples(session, wanted.order_by(Consent.id)):
        if state == "not_asked":
            found.pop(person, None)
            continue
        said = (state != "asked", on_day, state)
        if person not in found or said[:2] >= found[person][:2]:
            found[person] = said
    return {person: state for person, (_is_answer, _day, state) in found.items()}


def counts(session: Session) -> dict[str, int]:
    """Return the filters that would leave somebody over, with how many."""
    found: dict[str, int] = {}
    people = select(func.count()).select_from(Person)
    everybody = session.scalar(people) or 0
    for code in ("no_phone", "no_email", "no_address", "do_not"):
        condition = _condition(session, code)
        found[code] = (session.scalar(people.where(condition)) or 0) if condition is not None else 0
    relations = select(Person.relation, func.count()).group_by(Person.relation)
    for relation, number in session.connection().execute(relations):
        found[f"relation:{relation}"] = number
    lived = select(Street.area_id, func.count()).select_from(Person).join(Address, Address.id == Person.address_id)
    lived = lived.join(Street, Street.id == Address.street_id).where(Street.area_id.is_not(None))
    for area, number in session.connection().execute(lived.group_by(Street.area_id)):
        found[f"area:{area}"] = number
    for purpose in PURPOSES:
        said = Counter(answers(session, purpose).values())
        said["not_asked"] = everybody - said.total()
        found.update({f"consent:{purpose}:{answer}": number for answer, number in said.items()})
    return {code: number for code, number in found.items() if number}


def area_names(session: Session) -> dict[int, str]:
    """Return the names of all areas, in order of their names."""
    return dict(tuples(session, select(Area.id, Area.name).order_by(Area.sort_name, Area.id)))
