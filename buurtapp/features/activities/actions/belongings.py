"""Everything that belongs to an activity, found from the schema itself so that no part can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from buurtapp.core.store.base import Base, Row
from buurtapp.core.store.work import Work
from buurtapp.features.activities.tables import Activity


def delete(work: Work, activity: Activity) -> None:
    """Delete an activity: what cannot be without it goes too, what can points at nothing from now on."""
    _delete(work, activity)


def _delete(work: Work, row: Row) -> None:
    for kind, name, may_be_empty in _links(row.__tablename__):
        for other in list(work.session.scalars(select(kind).where(getattr(kind, name) == row.id))):
            if may_be_empty:
                setattr(other, name, None)
            else:
                _delete(work, other)
        work.flush()
    work.delete(row)


def _links(table: str) -> Iterator[tuple[Any, str, bool]]:
    """Yield (class, attribute, whether it may be empty) of every column that points at this table."""
    for mapper in Base.registry.mappers:
        for prop in mapper.column_attrs:
            column: Any = prop.columns[0]
            if any(key.target_fullname == f"{table}.id" for key in column.foreign_keys):
                yield mapper.class_, prop.key, bool(column.nullable)
