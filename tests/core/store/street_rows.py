"""Small rows for the tests of the store: streets, because they need nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from buurtapp.core.clock import FixedClock
from buurtapp.core.i18n import Text, text
from buurtapp.core.store import Store, Work
from buurtapp.core.text import fold
from buurtapp.features.people.tables import Street

NOW = datetime(2026, 10, 13, 12, 5, tzinfo=UTC)


def add_street(work: Work, name: str) -> int:
    """Add one street; return its number."""
    return work.add(Street(name=name, sort_name=fold(name))).id


def add_streets(work: Work, names: list[str]) -> None:
    """Add many streets."""
    work.add_many(Street(name=name, sort_name=fold(name)) for name in names)


def rename_street(work: Work, number: int, name: str) -> None:
    """Change the name of a street."""
    street = work.get(Street, number)
    street.name, street.sort_name = name, fold(name)


def delete_street(work: Work, number: int) -> None:
    """Take a street away."""
    work.delete(work.get(Street, number))


def street_names(session: Session) -> list[str]:
    """Return the names of all streets in the order they came."""
    return list(session.scalars(select(Street.name).order_by(Street.id)))


def added(store: Store, name: str) -> int:
    """Add one street through the store."""
    return store.write(label(name), add_street, name)


def label(name: str) -> Text:
    """Return a label as actions give them."""
    return text("Street added: {name}", name=name)


def new_store(folder: Path, name: str = "soep.buurt") -> Store:
    """Make and open a new group file with a clock that stands still."""
    return Store.create(folder / name, FixedClock(NOW))
