"""A trial in one street: asked for, decided, dropped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from builders import DONE, add_activity, add_person, new_store, refused, taken_back, unchanged
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import trial
from buurtapp.features.activities.records import Trial

OVER = datetime(2026, 10, 7, 12)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        add_person(made, "Henk de Wit", "Berkenpad 3")
        yield made


def test_a_trial_is_set_decided_and_set_again(store: Store) -> None:
    number = add_activity(store, starts_at=OVER)
    with taken_back(store):
        store.write(trial.trial_label("Soep", "Berkenpad"), trial.set_trial, number, "  berkenpad ", 10)
    assert store.read(queries.card, number).trial == Trial("Berkenpad", 10)

    with taken_back(store):
        store.write(trial.decided_label("Soep"), trial.decide_trial, number, "go", " Iedereen wil meer. ")
    assert store.read(queries.card, number).trial == Trial("Berkenpad", 10, "go", "Iedereen wil meer.")

    store.write(DONE, trial.set_trial, number, "Berkenpad", 12)
    assert store.read(queries.card, number).trial == Trial("Berkenpad", 12)
    with taken_back(store):
        store.write(trial.dropped_label("Soep"), trial.drop_trial, number)
    assert store.read(queries.card, number).trial is None


@pytest.mark.parametrize(
    ("street", "goal", "fields"),
    [("Lindelaan", 10, {"street"}), ("", 10, {"street"}), ("Berkenpad", 0, {"goal"}), ("x", -1, {"street", "goal"})],
)
def test_a_trial_needs_a_street_of_the_list_and_a_number(
    store: Store, street: str, goal: int, fields: set[str]
) -> None:
    number = add_activity(store)
    before = unchanged(store)
    with pytest.raises(DraftInvalid) as told:
        store.write(DONE, trial.set_trial, number, street, goal)
    assert {problem.field for problem in told.value.problems} == fields
    assert unchanged(store) == before


def test_nothing_is_decided_before_it_was_or_without_why(store: Store) -> None:
    coming, over, no_trial = add_activity(store), add_activity(store, starts_at=OVER), add_activity(store)
    for number in (coming, over):
        store.write(DONE, trial.set_trial, number, "Berkenpad", 10)
    before = unchanged(store)
    with refused("not_yet"):
        store.write(DONE, trial.decide_trial, coming, "stop", "te druk")
    with refused("no_trial"):
        store.write(DONE, trial.decide_trial, no_trial, "stop", "te druk")
    with refused("no_trial"):
        store.write(DONE, trial.drop_trial, no_trial)
    with pytest.raises(DraftInvalid) as told:
        store.write(DONE, trial.decide_trial, over, "perhaps", " ")
    assert {problem.field for problem in told.value.problems} == {"result", "why"}
    assert unchanged(store) == before
