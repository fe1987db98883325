"""Sorting by any column, filters with a code, and what a search finds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import DONE, add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.people.actions import consents
from buurtapp.features.people.names_and_consents import PURPOSES, Answer
from buurtapp.features.people.queries import cards, listing, narrowing, sorting
from buurtapp.features.people.queries.listing import Wanted
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.people.rules.consents import state_of


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with new_store(tmp_path_factory.mktemp("sorting")) as made:
        add_person(made, "Henk van der Meer", "Klaverstraat 12", phones=["06 0000 0111"], emails=["henk@example.org"])
        add_person(made, "Toos van 't Hek", "Klaverstraat 12a", phones=["06 0000 0222"], labels=["soep", "auto"])
        add_person(made, "Ayşe Yıldırım", "Vlierhof 112", labels=["bakken"], emails=["Ayse@example.org"])
        add_person(made, "Zonder Adres", "", do_not_approach=True)
        yield made


def names(store: Store, numbers: list[int]) -> list[str]:
    return [row.name.family for row in store.read(listing.rows, numbers)]


def by(store: Store, column: str, *, down: bool = False) -> list[str]:
    return names(store, store.read(sorting.sorted_ids, Wanted(), store.read(sorting.keys, column), down=down))


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        ("name", ["Adres", "Hek", "Meer", "Yıldırım"], ["Yıldırım", "Meer", "Hek", "Adres"]),
        ("labels", ["Hek", "Yıldırım", "Adres", "Meer"], ["Yıldırım", "Hek", "Adres", "Meer"]),
        ("phone", ["Meer", "Hek", "Adres", "Yıldırım"], ["Hek", "Meer", "Adres", "Yıldırım"]),
        ("email", ["Yıldırım", "Meer", "Adres", "Hek"], ["Meer", "Yıldırım", "Adres", "Hek"]),
        ("street", ["Hek", "Meer", "Yıldırım", "Adres"], ["Yıldırım", "Hek", "Meer", "Adres"]),
        ("do_not", ["Adres", "Hek", "Meer", "Yıldırım"], ["Adres", "Hek", "Meer", "Yıldırım"]),
    ],
)
def test_each_column_sorts_and_who_has_nothing_in_it_comes_last(
    store: Store, column: str, up: list[str], down: list[str]
) -> None:
    assert by(store, column) == up
    assert by(store, column, down=True) == down


def test_every_column_has_everybody_once(store: Store) -> None:
    for column in sorting.SORTS:
        assert sorted(by(store, column)) == ["Adres", "Hek", "Meer", "Yıldırım"], column
    assert by(store, "no such column") == by(store, "name")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("klaver 12", ["Meer", "Hek"]),
        ("12", ["Meer", "Hek"]),
        ("12a", ["Hek"]),
        ("klaver 12 a", ["Hek"]),
        ("12 toos", ["Hek"]),
        ("hek klav", ["Hek"]),
        ("yildirim", ["Yıldırım"]),
        ("YILDIRIM ayse", ["Yıldırım"]),
        ("0600 111", ["Meer"]),
        ("06 0000 0222", ["Hek"]),
        ("+31 6 0000 0111", ["Meer"]),
        ("0031 6 0000 0111", ["Meer"]),
        ("06-00000111", ["Meer"]),
        ("(06) 0000", ["Meer", "Hek"]),
        ("henk@example", ["Meer"]),
        ("meer soep van", []),
        ("112", ["Yıldırım"]),
    ],
)
def test_a_search_finds(store: Store, typed: str, found: list[str]) -> None:
    assert names(store, [one.id for one in store.read(listing.listed, typed)]) == found
    assert names(store, [one.id for one in store.read(listing.listed, typed, most=50)]) == found


def test_filters_leave_over_as_many_as_they_say(store: Store) -> None:
    counts = store.read(narrowing.counts)

    assert counts["no_phone"] == 2
    assert counts["no_address"] == 1
    assert counts["do_not"] == 1
    for code, number in counts.items():
        assert len(store.read(listing.found, Wanted(also=(code,)))) == number, code
    assert len(store.read(listing.found, Wanted(also=("no such filter",)))) == 4
    assert len(store.read(listing.found, Wanted(also=("no_phone", "no_email")))) == 1


DAYS = st.integers(1, 4).map(lambda day: date(2026, 3, day))
LINES = st.lists(st.tuples(st.sampled_from(["asked", "given", "withdrawn", "not_asked"]), DAYS), max_size=6)


@settings(max_examples=25, deadline=None)
@given(LINES)
def test_consents_of_a_town_stand_as_those_of_a_person(store: Store, log: list[tuple[Answer, date]]) -> None:
    person = add_person(store, "Wilma Pinas", "")
    for state, day in log:
        store.write(DONE, consents.note_consent, [person], ["photo"], ConsentDraft(state, day))

    known = store.read(narrowing.answers, "photo").get(person, "not_asked")

    assert known == state_of(store.read(cards.card, person).consents, "photo").state
    assert "photo" in PURPOSES
    while store.read(listing.find_ids, "pinas"):
        store.undo()
