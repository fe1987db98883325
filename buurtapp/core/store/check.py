"""Is the file whole, and what does it hold? The digest is equal exactly when the content is."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from buurtapp.core import trouble
from buurtapp.core.store.connect import connect

NOT_CONTENT = frozenset({"operation", "change", "store_info", "alembic_version", "print_log"})
"""Tables that say nothing about the neighbourhood, but what was done with the file: left out of the digest."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What a check found. `counts` rows by table; `problems` plain lines, empty when all is well."""

    schema: int
    counts: Mapping[str, int]
    digest: str
    problems: tuple[str, ...] = field(default=())

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def content_tables(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables with content, sorted."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return [name for (name,) in rows if name not in NOT_CONTENT]


def digest(connection: sqlite3.Connection) -> str:
    """Return the SHA-256 over all content but the journal: every row of every table, in order of table and number."""
    total = hashlib.sha256()
    for table in content_tables(connection):
        columns = sorted(row[1] for row in connection.execute(f'PRAGMA table_info("{table}")'))
        names = ", ".join(f'"{name}"' for name in columns)
        total.update(f"\x00{table}\x00{names}".encode())
        for row in connection.execute(f'SELECT {names} FROM "{table}" ORDER BY id'):  # noqa: S608 - names from the schema
            total.update(repr(row).encode("utf-8", "surrogatepass"))
    return total.hexdigest()


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table with content holds."""
    return {
        table: int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608 - names from the schema
        for table in content_tables(connection)
    }


def quick(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite's quick check finds wrong; empty when all is well."""
    return [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]


def thorough(connection: sqlite3.Connection) -> list[str]:
    """Return what the integrity check and the foreign keys find wrong; empty when all is well."""
    problems = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    problems += [
        f"{table} {number}: points at a row of {parent} that is not there"
        for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    return problems


def inspect_file(path: Path) -> FileReport:
    """Return the report of a group file or a copy that nobody is writing to; raises OutsideTrouble if unreadable."""
    try:
        connection = connect(path, writes=False)
    except sqlite3.Error as error:
        raise trouble.from_sqlite(error, path) or trouble.damaged(path.name) from error
    try:
        # One transaction, so that all figures are of one moment.
        connection.execute("BEGIN")
        problems = thorough(connection)
        schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
        return FileReport(schema, counts(connection), digest(connection), tuple(problems))
    except sqlite3.Error as error:
        raise trouble.from_sqlite(error, path) or trouble.damaged(path.name) from error
    finally:
        connection.close()
