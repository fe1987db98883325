"""SQLAlchemy engines over one SQLite file, with the pragmas that were measured to lose nothing.

`isolation_level=None` and a BEGIN of our own: otherwise SQLite's Python driver leaves DDL outside the transaction.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from buurtapp.core.store.connect import connect


def writer(path: Path, *, creates: bool = False) -> Engine:
    """Return the engine with the one connection that writes; every transaction takes the write lock at once."""
    engine = create_engine(
        "sqlite://", creator=lambda: connect(path, writes=True, creates=creates), poolclass=StaticPool
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        # Rows come and go in any order inside one action; what counts is that it fits at the end.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")

    return engine


def reader(path: Path) -> Engine:
    """Return an engine whose connections cannot write."""
    engine = create_engine(
        "sqlite://", creator=lambda: connect(path, writes=False), poolclass=QueuePool, pool_size=4, max_overflow=8
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine
