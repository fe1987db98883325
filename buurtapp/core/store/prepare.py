"""Before a group file is used: making a new one, checking it, and bringing an older one to the newest schema."""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from buurtapp.core import trouble
from buurtapp.core.store import backup as copies
from buurtapp.core.store import check, engine, file, migrate
from buurtapp.core.store.connect import connect
from buurtapp.core.store.tables import store_info


def make_schema(path: Path) -> None:
    """Make an empty group file with the newest schema; raises OutsideTrouble."""
    writer = engine.writer(path, creates=True)
    try:
        with writer.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {file.APPLICATION_ID}")
            migrate.upgrade(connection)
            connection.execute(store_info.insert().values(id=1, file_id=secrets.token_hex(8), counter=0))
        with writer.connect() as connection:
            raw = connection.connection.driver_connection
            if isinstance(raw, sqlite3.Connection):
                raw.execute("PRAGMA journal_mode = DELETE")
    except DBAPIError as error:
        known = trouble.from_sqlite(error.orig, path) if isinstance(error.orig, sqlite3.Error) else None
        raise known if known is not None else error from error
    finally:
        writer.dispose()


def finish_what_was_left(path: Path) -> None:
    """Let SQLite take back what a killed session left half done; only for who holds the slot. Raises OutsideTrouble."""
    if not file.has_journal(path):
        return
    try:
        with closing(connect(path, writes=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise trouble.from_sqlite(error, path) or trouble.damaged(path.name) from error


def check_before_use(path: Path, *, thorough: bool) -> None:
    """Look through the whole file before it is trusted; raises OutsideTrouble "damaged"."""
    try:
        connection = connect(path, writes=False)
    except sqlite3.Error as error:
        raise trouble.from_sqlite(error, path) or trouble.damaged(path.name) from error
    try:
        problems = check.thorough(connection) if thorough else check.quick(connection)
    except sqlite3.Error as error:
        raise trouble.from_sqlite(error, path) or trouble.damaged(path.name) from error
    finally:
        connection.close()
    if problems:
        raise trouble.damaged(path.name)


def bring_up_to_date(path: Path, now: datetime) -> None:
    """Bring an older file to the newest schema in one transaction, after a verified copy."""
    copies.write_copy(path, copies.next_name(path, now), now, 0)
    writer = engine.writer(path)
    try:
        with writer.begin() as connection:
            migrate.upgrade(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            wrong = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
            if broken or wrong:
                raise trouble.damaged(path.name)
    except DBAPIError as error:
        known = trouble.from_sqlite(error.orig, path) if isinstance(error.orig, sqlite3.Error) else None
        raise known if known is not None else error from error
    finally:
        writer.dispose()
