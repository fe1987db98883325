"""The migrations arrive at exactly what the mapped classes say."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine

from builders import DONE
from buurtapp.core.clock import FixedClock
from buurtapp.core.store import Store, backup, engine, file, migrate
from buurtapp.features.people.actions import doors
from buurtapp.features.people.queries import cards
from buurtapp.sample.make import NOW
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


_ADDRESS_1 = {
    "street_id": 1,
    "number": 5,
    "addition": "",
    "postcode": "9999 AA",
    "place": "Klaverdorp",
    "note": "",
    "do_not_approach": 0,
    "sort_key": "0005",
    "id": 1,
}
"""A row of `address` as schema 1 has it."""
_DOG = {**_ADDRESS_1, "number": 7, "note": "hond", "do_not_approach": 1, "sort_key": "0007", "id": 2}
_HENK = {
    "title": "",
    "given": "Henk",
    "initials": "",
    "infix": "van der",
    "family": "Meer",
    "kind": "person",
    "address_id": 1,
    "postcode": "",
    "place": "",
    "contact_preference": "phone",
    "best_time": "",
    "note": "",
    "do_not_approach": 0,
    "sort_name": "meer",
    "place_key": "klaverstraat",
    "search_text": "henk meer",
    "id": 1,
}


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A file as the first Buurtapp made it: Henk at Klaverstraat 5; number 7 was deleted by the last operation."""
    path = tmp_path / "oud.buurt"
    writer = engine.writer(path, creates=True)
    with writer.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {file.APPLICATION_ID}")
        config = Config()
        config.set_main_option("script_location", str(Path(migrate.__file__).parents[2] / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("PRAGMA user_version = 1")
    writer.dispose()
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("INSERT INTO store_info (id, file_id, counter) VALUES (1, 'abc', 1)")
        old.execute("INSERT INTO street (id, name, sort_name) VALUES (1, 'Klaverstraat', 'klaverstraat')")
        for table, row in (("address", _ADDRESS_1), ("person", _HENK)):
            names = ", ".join(row)
            old.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
        label = json.dumps({"msgid": "Deleted", "values": {}, "plural": "", "count": None})
        old.execute("INSERT INTO operation (id, at, label) VALUES (1, '2026-10-01T10:00:00.000+00:00', ?)", (label,))
        old.execute("INSERT INTO change VALUES (1, 0, 'address', 2, ?, NULL)", (json.dumps(_DOG),))
    return path


def test_a_file_of_the_first_schema_is_brought_to_the_second_after_a_verified_copy(old_file: Path) -> None:
    with Store.open(old_file, FixedClock(NOW)) as store:
        report = store.check()
        card = store.read(cards.card, 1)

    assert (report.ok, report.schema) == (True, migrate.newest_schema())
    assert (report.counts["person"], report.counts["address"], report.counts["consent"]) == (1, 1, 0)
    assert (card.name.spoken, card.door.line, card.door.postcode) == ("Henk van der Meer", "Klaverstraat 5", "9999 AA")
    assert (card.consents, card.no_bell, card.sticker) == ((), False, "")
    (_number, _moment, copy) = backup.listed(old_file)[-1]
    kept = backup.read_info(copy)
    assert (kept.schema, kept.counts["person"]) == (1, 1)


def test_what_was_deleted_before_the_second_schema_still_comes_back(old_file: Path) -> None:
    with Store.open(old_file, FixedClock(NOW)) as store:
        assert store.undo() is not None

        back = next(row for row in store.read(cards.addresses) if row.door.number == 7)
        assert (back.note, back.do_not_approach, back.no_bell, back.sticker) == ("hond", True, False, "")

        store.write(DONE, doors.set_address_flags, back.id, no_bell=True)
        assert store.undo() is not None
        assert store.redo() is not None
        assert store.check().ok


def test_a_copy_of_the_first_schema_can_be_put_back(old_file: Path, tmp_path: Path) -> None:
    with Store.open(old_file, FixedClock(NOW)):
        pass
    copy = backup.listed(old_file)[-1][2]

    backup.restore(copy, tmp_path / "terug.buurt", migrate.newest_schema())

    with Store.open(tmp_path / "terug.buurt", FixedClock(NOW)) as store:
        assert store.read(cards.card, 1).name.given == "Henk"
        assert store.check().schema == migrate.newest_schema()
