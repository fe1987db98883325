"""A file is looked at before SQLite touches it; what cannot be opened is not changed by a byte."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from street_rows import add_streets, added, new_store

from buurtapp.core.errors import OutsideTrouble
from buurtapp.core.store import Store


@pytest.fixture
def good(tmp_path: Path) -> Path:
    with new_store(tmp_path) as store:
        store.fill(add_streets, [f"Straat {number}" for number in range(500)])
    return tmp_path / "soep.buurt"


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()


def _foreign_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE photos (id INTEGER)")
    connection.close()


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")


def _truncated(path: Path) -> None:
    with path.open("rb+") as stream:
        stream.truncate(path.stat().st_size // 2)


def _header_only(path: Path) -> None:
    with path.open("rb+") as stream:
        stream.truncate(50)


def _garbage_page(path: Path) -> None:
    with path.open("rb+") as stream:
        stream.seek(4096 * 2)
        stream.write(b"\xa5" * 4096 * 6)


def _zeroes(path: Path) -> None:
    path.write_bytes(b"\x00" * path.stat().st_size)


CASES: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.write_bytes(b""), "empty_file"),
    (lambda path: path.write_text("Naam;Adres\nJan;Klaverstraat 1\n"), "foreign_file"),
    (_zip, "foreign_file"),
    (_foreign_database, "foreign_file"),
    (_newer, "newer_file"),
    (_truncated, "damaged"),
    (_header_only, "damaged"),
    (_garbage_page, "damaged"),
    (_zeroes, "damaged"),
]


@pytest.mark.parametrize(("spoil", "kind"), CASES)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_cannot_be_opened_says_why_and_keeps_every_byte(
    good: Path,
    spoil: Callable[[Path], object],
    kind: str,
    read_only: bool,
) -> None:
    spoil(good)
    before = hashlib.sha256(good.read_bytes()).hexdigest()
    with pytest.raises(OutsideTrouble) as caught:
        Store.open(good, read_only=read_only)
    assert caught.value.kind == kind
    assert caught.value.advice is not None
    assert hashlib.sha256(good.read_bytes()).hexdigest() == before
    assert [path.name for path in good.parent.iterdir()] == [good.name]


def test_each_trouble_has_its_own_sentence(good: Path) -> None:
    sentences = set()
    spare = good.with_suffix(".spare")
    shutil.copy(good, spare)
    for spoil, _ in CASES:
        shutil.copy(spare, good)
        spoil(good)
        with pytest.raises(OutsideTrouble) as caught:
            Store.open(good)
        sentences.add((caught.value.kind, str(caught.value)))
    assert len(sentences) == len({kind for _, kind in CASES})


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(OutsideTrouble) as caught:
        Store.open(tmp_path / "soep.buurt")
    assert caught.value.kind == "no_such_file"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "soep.buurt").mkdir()
    with pytest.raises(OutsideTrouble) as caught:
        Store.open(tmp_path / "soep.buurt")
    assert caught.value.kind == "is_a_folder"


def test_a_read_only_file_can_be_looked_at_but_not_opened_for_writing(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: False if mode == os.W_OK else real(path, mode))
    with pytest.raises(OutsideTrouble) as caught:
        Store.open(good)
    assert caught.value.kind == "read_only"
    with Store.open(good, read_only=True) as store:
        assert store.check().counts["street"] == 500


def test_a_file_open_in_another_process_names_who_has_it(good: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import buurtapp.schema; from buurtapp.core.store import Store\n"
        "s = Store.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(); s.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(good)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(OutsideTrouble) as caught:
            Store.open(good)
        assert caught.value.kind == "open_elsewhere"
        assert caught.value.text.values["host"]
        with Store.open(good, read_only=True) as looking:
            assert looking.check().ok
        other.communicate("")
    with Store.open(good) as store:
        assert added(store, "Laan") > 0


def test_a_file_left_by_a_killed_process_opens_at_once(good: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; import buurtapp.schema; from buurtapp.core.store import Store\n"
        "s = Store.open(Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(good)], check=False)
    with Store.open(good) as store:
        assert store.after_crash
        assert store.check().ok
    with Store.open(good) as store:
        assert not store.after_crash


def test_a_slot_from_another_computer_asks_first(good: Path) -> None:
    slot = good.with_name(f".~slot.{good.name}")
    slot.write_text('{"user": "marijke", "host": "another-laptop", "process": 12, "since": "2026-10-13T14:05"}')
    with pytest.raises(OutsideTrouble) as caught:
        Store.open(good)
    assert caught.value.kind == "open_elsewhere"
    assert caught.value.text.values["host"] == "another-laptop"
    with Store.open(good, take_over=True) as store:
        assert store.check().ok


def test_the_same_file_cannot_be_opened_twice_in_one_process(good: Path) -> None:
    with Store.open(good) as store:
        with pytest.raises(OutsideTrouble) as caught:
            Store.open(good)
        assert caught.value.kind == "open_elsewhere"
        added(store, "Laan")
