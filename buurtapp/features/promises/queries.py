"""Questions about promises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from buurtapp.core.errors import not_found
from buurtapp.features.people.queries import listing
from buurtapp.features.people.tables import Person
from buurtapp.features.promises.records import PromiseDraft, PromiseRow
from buurtapp.features.promises.tables import Promise


def open_ones(session: Session) -> list[PromiseRow]:
    """Return what is still to be done: what has a day first, the earliest day on top."""
    wanted = select(Promise).where(Promise.done_at.is_(None))
    return _rows(session, wanted.order_by(Promise.due_on.is_(None), Promise.due_on, Promise.id))


def listed(session: Session) -> list[PromiseRow]:
    """Return all promises, the newest first."""
    return _rows(session, select(Promise).order_by(Promise.id.desc()))


def about(session: Session, kind: str, number: int) -> list[PromiseRow]:
    """Return the promises about one thing, the earliest day on top."""
    wanted = select(Promise).where(Promise.about_kind == kind, Promise.about_id == number)
    return _rows(session, wanted.order_by(Promise.due_on.is_(None), Promise.due_on, Promise.id))


def promise(session: Session, number: int) -> PromiseRow:
    """Return one promise; raises UserError "not_found"."""
    found = _rows(session, select(Promise).where(Promise.id == number))
    if not found:
        raise not_found("promise", number)
    return found[0]


def _rows(session: Session, wanted: Select[Promise]) -> list[PromiseRow]:
    rows = list(session.scalars(wanted))
    names = _names(session, (number for row in rows for number in (row.person_id, row.about_person_id)))
    return [
        PromiseRow(
            row.id,
            PromiseDraft(**{field.name: getattr(row, field.name) for field in fields(PromiseDraft)}),
            names.get(row.person_id) or row.who,
            names.get(row.about_person_id) or "",
            row.done_at,
            row.made_at,
        )
        for row in rows
    ]


def _names(session: Session, numbers: Iterable[int | None]) -> dict[int | None, str]:
    wanted = {number for number in numbers if number is not None}
    people = session.scalars(select(Person).where(Person.id.in_(wanted))) if wanted else ()
    return {person.id: listing.name_of(person).spoken for person in people}
