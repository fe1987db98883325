"""Every row of any table that points at a person, found from the schema itself so that no feature can be forgotten.

A table whose rows may exist only once for each person and something else says so with `once_per_person`, and with
`together` which of two values stays when two such rows become one: {"guests": max}.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import inspect, select

from buurtapp.core.store.base import Base
from buurtapp.core.store.work import Work
from buurtapp.features.people.actions import doubles
from buurtapp.features.people.tables import NotDouble, PersonLabel


def _links() -> Iterator[tuple[Any, str, bool]]:
    """Yield (class, attribute, whether it may be empty) of every column that points at a person."""
    for mapper in Base.registry.mappers:
        if mapper.class_ is PersonLabel:
            continue
        for prop in mapper.column_attrs:
            column: Any = prop.columns[0]
            if any(key.target_fullname == "person.id" for key in column.foreign_keys):
                yield mapper.class_, prop.key, bool(column.nullable)


def cut(work: Work, person: int) -> None:
    """Take away what is only about this person, and let the rest point at nobody."""
    cut_many(work, [person])


def cut_many(work: Work, people: Sequence[int]) -> None:
    """Take away what is only about these people, at most some hundreds, and let the rest point at nobody."""
    for kind, name, may_be_empty in _links():
        for row in list(work.session.scalars(select(kind).where(getattr(kind, name).in_(people)))):
            if may_be_empty:
                setattr(row, name, None)
            else:
                work.session.delete(row)
        work.flush()


def move(work: Work, keep: int, gone: int) -> None:
    """Let everything that points at `gone` point at `keep`; what `keep` already has is completed and not doubled."""
    doubles.move(work, keep, gone)
    for kind, name, _ in _links():
        if kind is NotDouble:
            # A pair of two people is no row about one of them: it was moved as a pair.
            continue
        once: tuple[str, ...] = getattr(kind, "once_per_person", ())
        column = getattr(kind, name)
        have = {_key(row, once): row for row in work.session.scalars(select(kind).where(column == keep)) if once}
        for row in list(work.session.scalars(select(kind).where(column == gone))):
            mine = have.get(_key(row, once)) if once else None
            if mine is None:
                setattr(row, name, keep)
            else:
                _complete(mine, row)
                work.session.delete(row)
    work.flush()


def _complete(row: Any, other: Any) -> None:
    """Let a row hold what either of the two knew."""
    together: Mapping[str, Callable[[Iterable[Any]], Any]] = getattr(row, "together", {})
    for prop in inspect(type(row)).column_attrs:
        here, there = getattr(row, prop.key), getattr(other, prop.key)
        if here is None:
            setattr(row, prop.key, there)
        elif there is not None and prop.key in together:
            setattr(row, prop.key, together[prop.key]((here, there)))


def _key(row: object, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in names)
