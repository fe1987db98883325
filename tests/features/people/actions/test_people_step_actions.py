"""Choosing by hand how involved somebody is: with a reason, kept when people are merged, taken back with Undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import DONE, add_person, new_store
from buurtapp.core.errors import DraftInvalid, UserError
from buurtapp.core.store import Store
from buurtapp.features.people.actions import people
from buurtapp.features.people.actions import step as steps
from buurtapp.features.people.queries import cards


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def chosen(store: Store, person: int) -> tuple[str, str]:
    card = store.read(cards.card, person)
    return card.step_override, card.step_reason


def test_a_choice_is_kept_with_its_reason_until_it_is_taken_away(store: Store) -> None:
    person = add_person(store)

    store.write(DONE, steps.set_step, person, "core", "  bewaart de\nsleutel ")
    assert chosen(store, person) == ("core", "bewaart de sleutel")
    draft = people.draft_of(store.read(cards.card, person))
    store.write(DONE, people.change_person, person, draft)
    assert chosen(store, person) == ("core", "bewaart de sleutel")
    store.write(DONE, steps.set_step, person, "")
    assert chosen(store, person) == ("", "")
    store.undo()
    assert chosen(store, person) == ("core", "bewaart de sleutel")


@pytest.mark.parametrize(
    ("step", "reason", "field"),
    [("core", "", "reason"), ("core", "   ", "reason"), ("boss", "zomaar", "step"), ("core", "x" * 301, "reason")],
)
def test_a_choice_without_reason_and_an_unknown_step_are_refused(
    store: Store, step: str, reason: str, field: str
) -> None:
    person = add_person(store)

    with pytest.raises(DraftInvalid) as refused:
        store.write(DONE, steps.set_step, person, step, reason)

    assert [problem.field for problem in refused.value.problems] == [field]
    assert chosen(store, person) == ("", "")


def test_nobody_can_be_put_on_a_step(store: Store) -> None:
    with pytest.raises(UserError):
        store.write(DONE, steps.set_step, 999, "core", "reden")


@pytest.mark.parametrize(
    ("of_keep", "of_gone", "wanted"),
    [("", "active", ("active", "gone")), ("core", "active", ("core", "keep")), ("core", "", ("core", "keep"))],
)
def test_merging_keeps_the_choice_of_either_and_undo_gives_both_back(
    store: Store, of_keep: str, of_gone: str, wanted: tuple[str, str]
) -> None:
    keep, gone = add_person(store, "Ria Bos"), add_person(store, "R. Bos")
    store.write(DONE, steps.set_step, keep, of_keep, "keep")
    store.write(DONE, steps.set_step, gone, of_gone, "gone")
    before = chosen(store, keep), chosen(store, gone)

    store.write(DONE, people.merge_people, keep, gone)
    assert chosen(store, keep) == wanted
    store.undo()

    assert (chosen(store, keep), chosen(store, gone)) == before
