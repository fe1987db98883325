"""100,000 people: opening the file, the first rows, each key in the search field, the next page, memory."""

from __future__ import annotations

import contextlib
import functools
import sqlite3
import zipfile
from pathlib import Path

import pytest
from measure import Figure, make_sample, milliseconds, process, show

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from buurtapp.core.store import Store
from buurtapp.features.people.queries import listing

TYPED = "van der meer"
"""What somebody types: the search answers after each key."""
PAGE = 128
WHOLE_LIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from buurtapp.app import make_window
from buurtapp.core.settings import Settings
from buurtapp.uikit.choose import Nobody
app = QApplication(sys.argv[:1])
window = make_window(Settings(), Nobody())
def leave():
    window.close()
    app.quit()
def look():
    if len(window.pages["people"].list.model.ids()) > 200 and window.desk.jobs.is_idle():
        timer.stop()
        window.pages["people"].grab()
        QTimer.singleShot(0, leave)
timer = QTimer(interval=100)
timer.timeout.connect(look)
window.painted.connect(lambda: window.begin(Path(sys.argv[1])))
window.data_shown.connect(lambda: (window.show_page("people"), timer.start()))
window.show()
app.exec()
"""
"""A window with the list of everybody in it, and their streets."""


def _floor_keys(connection: sqlite3.Connection, rounds: int) -> float:
    """The least a search can cost: one look at every row, in C."""
    query = "SELECT id FROM person WHERE search_text LIKE ? ORDER BY place_key, id"
    return milliseconds(lambda: connection.execute(query, ("%meer%",)).fetchall(), rounds)


def measure_people(folder: Path, people: int, rounds: int) -> list[Figure]:
    file = make_sample(folder, people)
    # A copy for the floors: nobody opens the live file beside the store.
    with Store.open(file, read_only=True) as store:
        store.backup(folder / "copy.buurt")
        opening = milliseconds(lambda: Store.open(file, read_only=True).close(), min(rounds, 3))
        ids = store.read(listing.listed)

        def key(typed: str) -> None:
            found = store.read(listing.listed, typed, most=PAGE)
            store.read(listing.rows, [one.id for one in found])

        middle = [one.id for one in ids[len(ids) // 2 : len(ids) // 2 + PAGE]]
        first = milliseconds(functools.partial(key, ""), rounds)
        everybody = milliseconds(lambda: store.read(listing.listed), rounds)
        widest = milliseconds(lambda: store.read(listing.listed, TYPED[0]), rounds)
        typed = [TYPED[:length] for length in range(1, len(TYPED) + 1)]
        keys = [milliseconds(functools.partial(key, word), rounds) for word in typed]
        page = milliseconds(lambda: store.read(listing.rows, middle), rounds)

    copy = plain_copy(folder / "copy.buurt", folder / "floor.db")
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        all_ids = "SELECT id FROM person ORDER BY place_key, id"
        floor_first = milliseconds(lambda: connection.execute(all_ids).fetchall(), rounds)
        floor_key = _floor_keys(connection, rounds)
        marks = ",".join("?" * len(middle))
        one_page = (
            f"SELECT * FROM person LEFT JOIN address ON address.id = person.address_id WHERE person.id IN ({marks})"
        )
        floor_page = milliseconds(lambda: connection.execute(one_page, middle).fetchall(), rounds)
    figures = [
        Figure(f"open a file of {people:,} people", opening, "ms", most=1500),
        Figure("first rows of Mensen", first, "ms", floor_first, most=200),
        Figure("a key in the search field, the slowest", max(keys), "ms", floor_key, most=100),
        Figure("a key in the search field, the median", sorted(keys)[len(keys) // 2], "ms", floor_key, most=100),
        Figure("then, in the background: everybody in order", everybody, "ms", floor_first),
        Figure("then, in the background: all a letter finds", widest, "ms", floor_key),
        Figure("the next page while scrolling", page, "ms", floor_page, most=50),
    ]
    window = process(["-c", WHOLE_LIST, str(file)], folder)
    return [*figures, Figure("memory of the window with all of them in its list", window.mb, "MB", most=350)]


def plain_copy(backup: Path, target: Path) -> Path:
    """Take the database out of a copy, whatever it is wrapped in."""
    if not zipfile.is_zipfile(backup):
        return backup
    with zipfile.ZipFile(backup) as archive:
        largest = max(archive.infolist(), key=lambda info: info.file_size)
        target.write_bytes(archive.read(largest))
    return target


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_a_town_of_people_is_no_slower_than_a_street(tmp_path: Path) -> None:
    figures = measure_people(tmp_path, 100_000, rounds=7)
    assert show("100,000 people, floor: the same question asked of bare SQLite", figures) == []


def test_a_town_can_be_measured(tmp_path: Path) -> None:
    figures = measure_people(tmp_path, 500, rounds=1)
    assert all(figure.value > 0 for figure in figures)
