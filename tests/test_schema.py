"""The migrations arrive at exactly what the mapped classes say."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine

from buurtapp.core.store import Store, migrate
from buurtapp.schema import METADATA


def test_the_newest_migration_is_the_schema_of_the_classes(tmp_path: Path) -> None:
    with Store.create(tmp_path / "x.buurt"):
        pass
    engine = create_engine(f"sqlite:///{tmp_path / 'x.buurt'}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = [item for item in compare_metadata(context, METADATA) if "alembic_version" not in str(item)]
    engine.dispose()
    assert differences == []


def test_autoincrement_keeps_numbers_from_being_given_out_twice(tmp_path: Path) -> None:
    with Store.create(tmp_path / "x.buurt"):
        pass
    engine = create_engine(f"sqlite:///{tmp_path / 'x.buurt'}")
    with engine.connect() as connection:
        plain = [name for name, sql in _tables(connection) if "AUTOINCREMENT" not in sql]
    engine.dispose()
    assert set(plain) <= {"change", "store_info", "alembic_version"}


def _tables(connection: Connection) -> list[tuple[str, str]]:
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return [(name, sql) for name, sql in rows]


def test_the_file_says_which_schema_it_has(tmp_path: Path) -> None:
    with Store.create(tmp_path / "x.buurt") as store:
        assert store.check().schema == migrate.newest_schema() >= 1
