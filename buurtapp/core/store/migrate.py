"""Bringing a group file to the newest schema. Alembic is imported only when a migration is due."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FOLDER = Path(__file__).resolve().parents[2] / "migrations"
_NAME = re.compile(r"(\d{4})_\w+\.py")


def newest_schema() -> int:
    """Return the number of the newest schema this Buurtapp knows: that of the last migration file."""
    numbers = [int(match[1]) for file in (_FOLDER / "versions").iterdir() if (match := _NAME.fullmatch(file.name))]
    return max(numbers, default=0)


def upgrade(connection: Connection) -> None:
    """Bring the file to the newest schema, inside the transaction that is open on this connection."""
    from alembic import command  # noqa: PLC0415 - only when a migration is due
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA user_version = {newest_schema()}")
