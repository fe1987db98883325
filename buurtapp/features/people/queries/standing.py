"""What people are in the group, for the ladder of involvement: connectors, members, roles, a step chosen by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, literal_column, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from buurtapp.features.people.rules.steps import STEPS, Step
from buurtapp.features.people.tables import Area, Person, PersonWord

_NOTHING: ColumnElement[str] = literal_column("''")
_ROLE: ColumnElement[str] = literal_column("'role'")
"""Written out: SQLite takes an index of some rows only when it sees which ones are asked for."""
_Column = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]


def chosen(session: Session, numbers: Sequence[int] | None = None) -> dict[int, tuple[Step, str]]:
    """Return the steps that were chosen by hand with their reasons; of these people, or of everybody."""
    wanted = select(Person.id, Person.step_override, Person.step_reason).where(Person.step_override != _NOTHING)
    # A step of a newer version that we do not know is left out: then the rule tells.
    return {row[0]: (row[1], row[2]) for row in _rows(session, wanted, Person.id, numbers) if row[1] in STEPS}


def chosen_steps(session: Session, numbers: Sequence[int] | None = None) -> dict[int, Step]:
    """Return the steps that were chosen by hand."""
    return {number: step for number, (step, _reason) in chosen(session, numbers).items()}


def connectors(session: Session, numbers: Sequence[int] | None) -> Iterator[tuple[int, str]]:
    """Yield who is the connector of an area, with its name; of these people, or of everybody."""
    wanted = select(Area.connector_id, Area.name).where(Area.connector_id.is_not(None)).order_by(Area.sort_name)
    for row in _rows(session, wanted, Area.connector_id, numbers):
        yield row[0], row[1]


def members(session: Session, today: date, numbers: Sequence[int] | None) -> Iterator[tuple[int, date | None]]:
    """Yield who is a member today, with since when where that is known."""
    began, ends = Person.member_from, Person.member_until
    # Two questions, as each has an index of its own.
    for is_member in (
        and_(began <= today, or_(ends.is_(None), ends >= today)),
        and_(began.is_(None), ends >= today),
    ):
        for row in _rows(session, select(Person.id, Person.member_from).where(is_member), Person.id, numbers):
            yield row[0], row[1]


def roles(session: Session, numbers: Sequence[int] | None) -> Iterator[tuple[int, str]]:
    """Yield who has which role, in the order they were written."""
    wanted = select(PersonWord.person_id, PersonWord.word).where(PersonWord.kind == _ROLE)
    for row in _rows(session, wanted.order_by(PersonWord.position), PersonWord.person_id, numbers):
        yield row[0], row[1]


def _rows(session: Session, wanted: Select[*tuple[Any, ...]], who: _Column, numbers: Sequence[int] | None) -> list[Any]:
    limited = wanted if numbers is None else wanted.where(who.in_(numbers))
    return list(session.connection().execute(limited).all())
