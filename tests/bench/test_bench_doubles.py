"""Likely doubles among 10,000 people, beside the bare reading of who they are."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from measure import Figure, milliseconds, show
from test_bench_people import plain_copy

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from builders import DONE
from buurtapp.core.clock import SystemClock
from buurtapp.core.store import Store, Work
from buurtapp.features.people.actions.people import add_person
from buurtapp.features.people.queries import doubles
from buurtapp.features.people.records import Door, PersonDraft
from buurtapp.features.people.rules.names import parse_name

GIVEN = (
    "Henk",
    "Fatma",
    "Jan",
    "Ingrid",
    "Olena",
    "Mohammed",
    "Truus",
    "Piotr",
    "Ans",
    "Đặng",
    "Ria",
    "Kees",
    "Marian",
)
FAMILY = ("van der Meer", "Yılmaz", "de Vries", "Kowalska", "’t Hart", "Jansen-Bakker", "El Idrissi", "Jansen", "Smit")
EVERY = 20
"""One of so many is written down once more, with a slip."""


def _neighbours(work: Work, people: int) -> int:
    """Add people of whom one in twenty is there twice; return how many are."""
    chance = random.Random(1)
    twice = 0
    for number in range(people):
        name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
        door = Door(f"{FAMILY[number // 2 // 60 % 9]}straat {number // 2 // 540}", 1 + number // 2 % 60)
        reach = (f"06{10_000_000 + number // 2}",), (f"buur{number}@example.org",)
        add_person(work, PersonDraft(parse_name(name), door, *reach))
        if number % EVERY == 0:
            add_person(work, PersonDraft(parse_name(f"{name}s"), Door(), *reach))
            twice += 1
    return twice


def measure_doubles(folder: Path, people: int, rounds: int) -> list[Figure]:
    with Store.create(folder / "doubles.buurt", SystemClock()) as store:
        twice = store.write(DONE, _neighbours, people)
        found = store.read(doubles.likely)
        assert len(found) >= twice
        whole = milliseconds(lambda: store.read(doubles.likely), rounds)
        store.backup(folder / "copy.buurt")
    with closing(sqlite3.connect(plain_copy(folder / "copy.buurt", folder / "floor.db"))) as connection:
        tables = ("person", "phone", "email", "address")
        floor = milliseconds(
            lambda: [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables], rounds
        )
    return [Figure(f"likely doubles among {people:,} people: {len(found)}", whole, "ms", floor, most=5000)]


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_doubles_are_found_within_five_seconds(tmp_path: Path) -> None:
    figures = measure_doubles(tmp_path, 10_000, rounds=3)
    assert show("10,000 people, one in twenty twice; floor: reading who they are, of bare SQLite", figures) == []


def test_looking_for_doubles_can_be_measured(tmp_path: Path) -> None:
    figures = measure_doubles(tmp_path, 200, rounds=1)
    assert all(figure.value > 0 for figure in figures)
