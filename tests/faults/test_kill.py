"""Kill -9 at any moment of real saves and imports: nothing that was acknowledged is lost, nothing is half done.

200 kills; `BUURTAPP_FAULTS=5` does five times as many.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sqlite3
import sys
import time
from collections import Counter
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

import kill_worker
import pytest

from buurtapp.core.store import Store

KILLS = 200 * int(os.environ.get("BUURTAPP_FAULTS", "1"))
LONGEST_S = 0.25
PARTS = 4

pytestmark = [
    pytest.mark.faults,
    pytest.mark.timeout(900),
    pytest.mark.skipif(sys.platform == "win32", reason="processes are killed in another way there"),
]


def _told(pipe: Connection) -> list[tuple[str, object]]:
    told = []
    try:
        while pipe.poll(0):
            told.append(pipe.recv())
    except (EOFError, OSError):
        pass
    return told


def _kill_once(path: Path, round_: int, chance: random.Random) -> list[tuple[str, object]]:
    """Let a process work on the file for a random while, kill it, and return what it had acknowledged."""
    context = multiprocessing.get_context("forkserver")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=kill_worker.work, args=(path, round_, theirs), daemon=True)
    process.start()
    theirs.close()
    first = mine.recv()
    time.sleep(chance.random() * LONGEST_S)
    process.kill()
    process.join(10)
    told = [first, *_told(mine)]
    mine.close()
    return told


def _families(path: Path) -> Counter[str]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return Counter(name for (name,) in connection.execute("SELECT family FROM person"))


@pytest.mark.parametrize("part", range(PARTS))
def test_no_kill_loses_or_halves_anything(part: int, tmp_path: Path) -> None:
    multiprocessing.get_context("forkserver").set_forkserver_preload(["kill_worker"])
    chance = random.Random(part)
    path = tmp_path / "soep.buurt"
    with Store.create(path):
        pass
    people: set[str] = set()
    lists: set[str] = set()
    for round_ in range(KILLS // PARTS):
        for kind, name in _kill_once(path, part * 10_000 + round_, chance):
            if kind == "person":
                people.add(str(name))
            elif kind == "list":
                lists.add(str(name))
        began = time.perf_counter()
        with Store.open(path) as store:
            reopened = time.perf_counter() - began
            assert store.after_crash
            report = store.check()
        assert report.ok, report.problems
        assert reopened < 5
    found = _families(path)
    assert people <= found.keys()
    assert max(found.values(), default=1) == 1
    rows = Counter(name.partition("n")[0] for name in found if name.startswith("Lijst"))
    assert lists <= rows.keys()
    assert set(rows.values()) <= {kill_worker.IMPORT_ROWS}
    assert len(people) + len(lists) > KILLS // PARTS // 4
    with Store.open(path) as store:
        while store.undo() is not None:
            pass
        assert store.check().counts["person"] == 0
