"""100,000 people: each key in the search field, and sorting the list by every column it has."""

from __future__ import annotations

import contextlib
import functools
import gc
import math
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from measure import Figure, make_sample, milliseconds, show
from test_bench_people import plain_copy

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from buurtapp.core.store import Store
from buurtapp.features.activities.ui.ladder import ActivityLadder
from buurtapp.features.people.queries.sorting import SORTS
from buurtapp.features.people.ui.finding import Finding, all_found, first_found

TYPED = ("van der meer", "klaver 12", "12a", "0600 111", "yildirim", "meer henk", "example org")
"""What somebody types: the search answers after each key."""
SLOWEST_KEY_MS, SLOWEST_SORT_MS = 100, 300


def percentile(times: list[float], part: float = 0.95) -> float:
    """The time that so large a part of the keys stays within."""
    return sorted(times)[math.ceil(part * len(times)) - 1]


def each(work: Callable[[str], object], typed: list[str], rounds: int) -> float:
    """p95 over all keys, each typed so many times."""
    times = []
    gc.collect()
    # Swept between words and not while one is timed; each sweep of a process full of other tests takes a while.
    gc.disable()
    try:
        for words in typed:
            work(words)
            for _round in range(rounds):
                began = time.perf_counter()
                work(words)
                times.append((time.perf_counter() - began) * 1000)
            gc.collect(0)
    finally:
        gc.enable()
    return percentile(times)


def measure_list(folder: Path, people: int, rounds: int) -> list[Figure]:
    file = make_sample(folder, people)
    ladder = ActivityLadder()
    keys = [words[:length] for words in TYPED for length in range(1, len(words) + 1)]
    sorts = [*SORTS, "step", "last"]
    with Store.open(file, read_only=True) as store:
        store.backup(folder / "copy.buurt")
        searching = each(lambda words: first_found(store, Finding(words), ladder), keys, rounds)
        # As in the window: the counts of the chips have the steps worked out before anybody sorts by them.
        warm = milliseconds(lambda: ActivityLadder().counts(store), 1)
        ladder.counts(store)
        sorting = {
            by: milliseconds(functools.partial(all_found, store, Finding(order=by, down=True), ladder), rounds)
            for by in sorts
        }

    with contextlib.closing(sqlite3.connect(plain_copy(folder / "copy.buurt", folder / "floor.db"))) as connection:

        def bare(words: str) -> object:
            asked = " AND ".join(["search_text LIKE ?"] * len(words.split())) or "1"
            query = f"SELECT id FROM person WHERE {asked} ORDER BY place_key, id LIMIT 251"
            return connection.execute(query, [f"%{word}%" for word in words.split()]).fetchall()

        floor_key = each(bare, keys, rounds)
        plain = "SELECT id, address_id FROM person ORDER BY best_time DESC, sort_name, id"
        floor_sort = milliseconds(lambda: connection.execute(plain).fetchall(), rounds)
    return [
        Figure("a key in the search field, p95", searching, "ms", floor_key, most=SLOWEST_KEY_MS),
        *(Figure(f"sorted by {by}", took, "ms", floor_sort, most=SLOWEST_SORT_MS) for by, took in sorting.items()),
        Figure("in the background: the steps of everybody", warm, "ms", floor_sort),
    ]


@pytest.mark.bench
@pytest.mark.timeout(900)
def test_a_town_is_searched_and_sorted_at_once(tmp_path: Path) -> None:
    figures = measure_list(tmp_path, 100_000, rounds=5)
    assert show("The list of 100,000 people, floor: LIKE and ORDER BY in bare SQLite", figures) == []


def test_searching_and_sorting_can_be_measured(tmp_path: Path) -> None:
    figures = measure_list(tmp_path, 500, rounds=1)
    assert all(figure.value > 0 for figure in figures)
