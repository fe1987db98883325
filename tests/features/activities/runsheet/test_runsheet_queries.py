"""Questions about run sheets: how far they are, and who is meant by a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builders import DONE, add_activity, add_person, new_store, refused, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities.runsheet import actions, queries
from runsheet_builders import add_jobs, job


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def test_only_activities_with_jobs_are_told(store: Store) -> None:
    soup, bikes, bare = add_activity(store), add_activity(store, "Fietsen"), add_activity(store, "Kaal")
    numbers = add_jobs(store, soup, job("Een"), job("Twee"), job("Drie"))
    add_jobs(store, bikes, job("Een"))
    store.write(DONE, actions.set_done, numbers[0], done=True)

    assert store.read(queries.open_jobs, [soup, bikes, bare, 4711]) == {soup: (1, 3), bikes: (0, 1)}
    assert store.read(queries.open_jobs, []) == {}
    assert store.read(queries.done_jobs, soup) == {numbers[0]}


def test_a_name_means_first_who_has_to_do_with_the_activity(store: Store) -> None:
    soup = add_activity(store)
    add_person(store, "Henk de Boer", "Klaverstraat 1")
    mine = add_person(store, "Henk van der Meer", "Klaverstraat 5")
    signed_up(store, soup, [mine])

    assert store.read(queries.who_is_meant, soup, "henk") == mine
    assert store.read(queries.who_is_meant, soup, "Henk van der Meer") == mine


def test_a_name_that_two_share_means_nobody(store: Store) -> None:
    soup = add_activity(store)
    add_person(store, "Henk de Boer", "Klaverstraat 1")
    add_person(store, "Henk van der Meer", "Klaverstraat 5")

    assert store.read(queries.who_is_meant, soup, "Henk") is None
    assert store.read(queries.who_is_meant, soup, "iedereen") is None
    assert store.read(queries.who_is_meant, soup, "") is None


def test_the_beginning_of_a_name_is_enough_when_only_one_begins_so(store: Store) -> None:
    soup = add_activity(store)
    dirk = add_person(store, "Dirk-Jan op den Berg", "Meidoornlaan 12")

    assert store.read(queries.who_is_meant, soup, "dirk-jan") == dirk
    assert store.read(queries.who_is_meant, soup, "dirk") == dirk


def test_whoever_leads_a_job_already_is_meant_first(store: Store) -> None:
    soup = add_activity(store)
    add_person(store, "Coby Jansen", "Klaverstraat 1")
    coby = add_person(store, "Coby Zandstra", "Meidoornlaan 2")
    add_jobs(store, soup, replace(job(), person_id=coby))

    assert store.read(queries.who_is_meant, soup, "Coby") == coby


def test_a_job_that_is_gone_is_told(store: Store) -> None:
    with refused("not_found"):
        store.read(queries.job, 4711)
