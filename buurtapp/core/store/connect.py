"""One bare connection to a group file, with the pragmas that were measured to lose nothing. Knows SQLite alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

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
    # What is searched is folded: comparing capitals as well takes twice as long, and other databases do not either.
    "case_sensitive_like = ON",
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
