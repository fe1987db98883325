"""A disk that is full, or fails, at any write: the old file stays, nothing is left behind, the sentence is right.

The limit on file size (RLIMIT_FSIZE) makes real writes fail at every place in turn; a page limit makes SQLite say
that the disk is full; a small disk of its own does both for real, where the machine lets us make one.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import kill_worker
import pytest

from buurtapp.core.errors import BuurtappError
from buurtapp.core.files import write_atomic
from buurtapp.core.i18n import text
from buurtapp.core.store import Store
from buurtapp.features.people.actions import people
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import PersonDraft

ROUNDS = int(os.environ.get("BUURTAPP_FAULTS", "1"))
TOLD = {"disk_full", "unreachable"}

pytestmark = [
    pytest.mark.faults,
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited there"),
]


def _save(store: Store) -> None:
    draft = PersonDraft(Name(given="Toos", family="van 't Hek"), note="x" * 5_000)
    store.write(text("Added"), people.add_person, draft)


def _import(store: Store) -> None:
    kill_worker.import_list(store, "Lijst")


def _back_up(store: Store) -> None:
    store.backup()


def _print(store: Store) -> None:
    write_atomic(store.path.with_name("list.pdf"), b"%PDF new" * 20_000)


def limited(path: Path, limit: int, act: Callable[[Store], None], told: Connection) -> None:
    """Do one thing in a process whose files cannot grow beyond `limit` bytes; tell how it ended."""
    import resource  # noqa: PLC0415 - not on every system
    import signal  # noqa: PLC0415 - not on every system

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store = Store.open(path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        act(store)
        told.send("done")
    except BuurtappError as error:
        told.send(error.kind)
    except BaseException as error:  # noqa: BLE001 - told to the test, which fails on it
        told.send(f"{type(error).__name__}: {error}")
    told.close()
    os._exit(0)


def _try(path: Path, limit: int, act: Callable[[Store], None]) -> str:
    context = multiprocessing.get_context("forkserver")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=limited, args=(path, limit, act, theirs))
    process.start()
    theirs.close()
    answer = str(mine.recv())
    process.join(20)
    return answer


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    multiprocessing.get_context("forkserver").set_forkserver_preload(["kill_worker", "test_full_disk"])
    path = tmp_path_factory.mktemp("original") / "soep.buurt"
    with Store.create(path) as store:
        _import(store)
    return path


def _limits(path: Path, act: Callable[[Store], None]) -> Iterator[int]:
    """Yield limits from almost nothing to more than enough."""
    size = path.stat().st_size
    yield from (0, 1, 511, 512, 513, 1_024, 4_096, 8_192)
    top = size * 3 if act is not _print else 200_000
    step = max(top // (22 * ROUNDS), 1)
    yield from range(step, top, step)


@pytest.mark.parametrize("act", [_save, _import, _back_up, _print])
def test_a_write_that_fails_anywhere_costs_nothing(
    act: Callable[[Store], None], original: Path, tmp_path: Path
) -> None:
    path = tmp_path / "soep.buurt"
    (tmp_path / "list.pdf").write_bytes(b"%PDF old")
    refused = done = 0
    for limit in _limits(original, act):
        shutil.copy(original, path)
        with Store.open(path) as store:
            before = store.check().digest
        answer = _try(path, limit, act)
        with Store.open(path) as store:
            report = store.check()
            assert report.ok, (limit, report.problems)
            after = report.digest
        if answer == "done":
            done += 1
        else:
            assert answer in TOLD, (limit, answer)
            assert after == before, limit
            refused += 1
        halves = [left.name for left in tmp_path.rglob("*") if ".half" in left.name or ".pack" in left.name]
        assert halves == [], (limit, halves)
        assert (tmp_path / "list.pdf").read_bytes() in (b"%PDF old", b"%PDF new" * 20_000)
        shutil.rmtree(tmp_path / "soep.kopie", ignore_errors=True)
    assert refused >= 5
    assert done >= 1


def test_a_full_disk_is_called_so_and_the_store_goes_on(tmp_path: Path) -> None:
    with Store.create(tmp_path / "soep.buurt") as store:
        _import(store)
        before = store.check().digest
        writer = store._writing()
        with writer.connect() as connection:
            pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(BuurtappError) as caught:
            kill_worker.import_list(store, "Meer")
        assert caught.value.kind == "disk_full"
        assert store.check().digest == before
        with writer.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        _save(store)
        assert store.undo() is not None
        assert store.check().digest == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB, where the machine lets us make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip("no right to make a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def test_a_really_full_disk_keeps_the_file_and_the_old_paper(small_disk: Path) -> None:
    with Store.create(small_disk / "soep.buurt") as store:
        _save(store)
        before = store.check().digest
        (small_disk / "list.pdf").write_bytes(b"%PDF old")
        filler = small_disk / "photos"
        free = shutil.disk_usage(small_disk).free
        filler.write_bytes(b"x" * (free - 8_192))
        for act in (_import, _back_up, _print):
            with pytest.raises(BuurtappError) as caught:
                act(store)
            assert caught.value.kind == "disk_full", act.__name__
            assert store.check().digest == before
        assert (small_disk / "list.pdf").read_bytes() == b"%PDF old"
        assert not [left for left in small_disk.rglob("*") if ".half" in left.name]
        filler.unlink()
        _import(store)
        assert store.check().ok
