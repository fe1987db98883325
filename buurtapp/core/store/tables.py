"""The store's own tables: the journal, and what the file knows about itself. They are not content."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from buurtapp.core.store.base import Base

operation = Table(
    "operation",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("label", String, nullable=False),
    Column("undoes", Integer, ForeignKey("operation.id"), nullable=True),
    sqlite_autoincrement=True,
)
"""One thing the coordinator did. `at` ISO 8601 in UTC, `label` JSON of a Text, `undoes` the operation it takes back."""

change = Table(
    "change",
    Base.metadata,
    Column("operation_id", Integer, ForeignKey("operation.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("table_name", String, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", String, nullable=True),
    Column("after", String, nullable=True),
    Index("ix_change_row", "table_name", "row_id"),
)
"""One row that an operation changed: its image before and after, as JSON of the stored values; NULL = not there."""

store_info = Table(
    "store_info",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("file_id", String, nullable=False),
    Column("counter", Integer, nullable=False),
)
"""One row: the random id of this group file, and how many transactions it has seen."""
