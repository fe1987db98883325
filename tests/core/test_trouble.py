"""Codes of the computer become sentences: one for each thing that can happen, without folders or codes in them."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from buurtapp.core import trouble
from buurtapp.core.i18n import LANGUAGES, use_language


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EFBIG, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.ENOENT, "no_such_file"),
        (errno.EISDIR, "is_a_folder"),
        (errno.EBUSY, "busy"),
        (errno.EIO, "unreachable"),
        (errno.ENODEV, "unreachable"),
    ],
)
def test_each_code_of_the_system_has_its_own_sentence(code: int, kind: str) -> None:
    found = trouble.from_os(OSError(code, os.strerror(code)), Path("/home/marijke/soep.buurt"))
    assert found.kind == kind
    assert "marijke" not in str(found)


def test_a_full_disk_in_sqlite_is_told_as_a_full_disk(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "x.db")
    connection.execute("CREATE TABLE t (x)")
    connection.execute("PRAGMA max_page_count = 2")
    with pytest.raises(sqlite3.Error) as caught:
        connection.execute("INSERT INTO t VALUES (zeroblob(100000))")
    found = trouble.from_sqlite(caught.value, tmp_path / "x.db")
    assert found is not None
    assert found.kind == "disk_full"
    connection.close()


def test_something_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"nothing" * 1000)
    connection = sqlite3.connect(tmp_path / "x.db")
    with pytest.raises(sqlite3.Error) as caught:
        connection.execute("SELECT * FROM sqlite_master")
    found = trouble.from_sqlite(caught.value, tmp_path / "x.db")
    assert found is not None
    assert found.kind == "damaged"
    connection.close()


def test_a_mistake_of_our_own_is_nobody_elses_trouble() -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.Error) as caught:
        connection.execute("SELECT nothing FROM nowhere")
    assert trouble.from_sqlite(caught.value, Path("x.buurt")) is None
    connection.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_trouble_says_what_happened_and_what_to_do_in_plain_words(code: str) -> None:
    with use_language(code):
        for made in (
            trouble.disk_full(),
            trouble.unreachable("soep.buurt"),
            trouble.read_only("soep.buurt"),
            trouble.moved("soep.buurt"),
            trouble.busy("soep.buurt"),
            trouble.damaged("soep.buurt"),
            trouble.no_such_file("soep.buurt"),
            trouble.is_a_folder("soep.buurt"),
        ):
            assert made.advice is not None
            for part in (made.text.render(), made.advice.render()):
                assert part.endswith((".", "?"))
                assert not any(word in part.lower() for word in ("database", "sql", "exception", "invalid", "errno"))
                assert all(len(sentence.split()) <= 20 for sentence in part.split(". "))
