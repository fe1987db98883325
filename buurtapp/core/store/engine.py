"""SQLAlchemy engines over one SQLite file, with the pragmas that were measured to lose nothing.

`isolation_level=None` and a BEGIN of our own: otherwise SQLite's Python driver leaves DDL outside the transaction.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

_PRAGMAS = (
    "busy_timeout = 5000",
    "synchronous = FULL",
    "fullfsync = ON",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "locking_mode = NORMAL",
    # A large import must not take the whole file from the readers before it commits.
    "cache_spill = OFF",
)


def connect(path: Path, *, writes: bool, creates: bool = False) -> sqlite3.Connection:
    """Return a bare connection with our pragmas. `creates` allows a new file."""
    mode = "rwc" if creates else "rw" if writes else "ro"
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA cache_size = {-65536 if writes else -32768}")
    if writes:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
    else:
        connection.execute("PRAGMA query_only = ON")
    return connection


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
