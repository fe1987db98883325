"""Two people who look like one: said once, obeyed, taken back, and kept right when one of them is merged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import DONE, add_person, new_store, refused, taken_back, unchanged
from buurtapp.core.store import Store
from buurtapp.features.people.actions import bulk, doubles, people
from buurtapp.features.people.queries import doubles as queries


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def _boers(store: Store, count: int = 2) -> list[int]:
    return [add_person(store, "J. de Boer", "Klaverstraat 12") for _one in range(count)]


def _likely(store: Store) -> set[tuple[int, int]]:
    return {(pair.first.id, pair.second.id) for pair in store.read(queries.likely)}


def _apart(store: Store) -> set[tuple[int, int]]:
    return {(pair.first.id, pair.second.id) for pair in store.read(queries.told_apart)}


def test_who_was_told_apart_is_no_likely_double_any_more(store: Store) -> None:
    father, son = _boers(store)

    with taken_back(store):
        store.write(DONE, doubles.tell_apart, son, father)

    assert _likely(store) == set()
    assert _apart(store) == {(father, son)}
    before = store.check().digest
    store.write(DONE, doubles.tell_apart, father, son)
    assert store.check().digest == before, "it is written once"
    with taken_back(store):
        store.write(DONE, doubles.compare_again, father, son)
    assert _likely(store) == {(father, son)}


def test_what_cannot_be_is_a_sentence_and_changes_nothing(store: Store) -> None:
    father, son = _boers(store)
    before = unchanged(store)

    with refused("same_person"):
        store.write(DONE, doubles.tell_apart, father, father)
    with refused("not_found"):
        store.write(DONE, doubles.tell_apart, father, 999)
    with refused("not_told_apart"):
        store.write(DONE, doubles.compare_again, father, son)
    with refused("same_person"):
        store.write(DONE, people.merge_people, father, father)
    with refused("not_found"):
        store.write(DONE, people.merge_people, 999, 999)

    assert unchanged(store) == before


def test_a_merge_hands_on_who_somebody_is_not(store: Store) -> None:
    father, son, twice = _boers(store, 3)
    store.write(DONE, doubles.tell_apart, father, son)
    store.write(DONE, doubles.tell_apart, father, twice)
    store.write(DONE, doubles.tell_apart, son, twice)

    with taken_back(store):
        store.write(DONE, people.merge_people, twice, son)

    assert _apart(store) == {(father, twice)}, "no pair twice, and nobody beside themselves"
    with taken_back(store):
        store.write(DONE, bulk.delete_people, [father])
    assert _apart(store) == set()


@settings(max_examples=30, deadline=None)
@given(
    pairs=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda pair: pair[0] != pair[1]), max_size=8),
    merges=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=3),
)
def test_pairs_stay_pairs_of_two_people_who_are_there(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[int, int]], merges: list[tuple[int, int]]
) -> None:
    with new_store(tmp_path_factory.mktemp("paren")) as store:
        numbers = _boers(store, 5)
        stays = dict(zip(range(5), numbers, strict=True))
        for one, other in pairs:
            store.write(DONE, doubles.tell_apart, numbers[one], numbers[other])
        for keep, gone in merges:
            if stays[keep] != stays[gone]:
                left, moved = stays[keep], stays[gone]
                store.write(DONE, people.merge_people, left, moved)
                stays = {at: left if number == moved else number for at, number in stays.items()}

        wanted = {tuple(sorted((stays[one], stays[other]))) for one, other in pairs if stays[one] != stays[other]}
        assert _apart(store) == wanted
        assert len(store.read(queries.told_apart)) == len(wanted)
        assert store.check().ok
