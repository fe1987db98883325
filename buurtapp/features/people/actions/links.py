"""Every row of any table that points at a person, found from the schema itself so that no feature can be forgotten.

A table whose rows may exist only once for each person and something else says so with `once_per_person`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from buurtapp.core.store.base import Base
from buurtapp.core.store.work import Work
from buurtapp.features.people.tables import PersonLabel


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
    for kind, name, may_be_empty in _links():
        for row in list(work.session.scalars(select(kind).where(getattr(kind, name) == person))):
            if may_be_empty:
                setattr(row, name, None)
            else:
                work.session.delete(row)
    work.flush()


def move(work: Work, keep: int, gone: int) -> None:
    """Let everything that points at `gone` point at `keep`; what `keep` already has is not doubled."""
    for kind, name, _ in _links():
        once: tuple[str, ...] = getattr(kind, "once_per_person", ())
        column = getattr(kind, name)
        have = {_key(row, once) for row in work.session.scalars(select(kind).where(column == keep))} if once else set()
        for row in list(work.session.scalars(select(kind).where(column == gone))):
            if once and _key(row, once) in have:
                work.session.delete(row)
            else:
                setattr(row, name, keep)
    work.flush()


def _key(row: object, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in names)
