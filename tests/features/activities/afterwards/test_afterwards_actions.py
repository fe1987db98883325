"""Writing down what was learned, and planning calls: kept, undone to the very same content, refused as a whole."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from builders import DONE, add_activity, add_people, add_person, new_store, refused, signed_up, taken_back, unchanged
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.store import Store
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.afterwards import actions, queries
from buurtapp.features.activities.afterwards.records import EvaluationDraft
from buurtapp.features.people.actions import consents
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.promises import actions as promises
from buurtapp.features.promises.queries import about

BEEN = datetime(2026, 10, 7, 12)
LEARNED = EvaluationDraft(" Iedereen hielp. ", "De radio uit.", "“Er is te veel muziek.”", 3, 390)


def test_what_was_learned_is_kept_changed_and_taken_away(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store, starts_at=BEEN)
        with taken_back(store):
            store.write(actions.written_label("Soep"), actions.write_down, number, LEARNED)
        kept = store.read(queries.evaluation, number)
        assert kept == EvaluationDraft("Iedereen hielp.", "De radio uit.", "“Er is te veel muziek.”", 3, 390)
        with taken_back(store):
            store.write(DONE, actions.write_down, number, EvaluationDraft(next_time="Meer stoelen."))
        assert store.read(queries.evaluation, number) == EvaluationDraft(next_time="Meer stoelen.")
        with taken_back(store):
            store.write(DONE, actions.write_down, number, EvaluationDraft(went_well="  "))
        assert store.read(queries.evaluation, number).is_empty


def test_nothing_at_all_makes_no_row(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store, starts_at=BEEN)
        before = store.check().digest
        store.write(DONE, actions.write_down, number, EvaluationDraft("  "))
        assert store.check().digest == before


def test_what_is_wrong_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store, starts_at=BEEN)
        before = unchanged(store)
        with pytest.raises(DraftInvalid):
            store.write(DONE, actions.write_down, number, EvaluationDraft(helpers=-1))
        with refused("not_found"):
            store.write(DONE, actions.write_down, 999, LEARNED)
        assert unchanged(store) == before


def missed_soup(store: Store) -> tuple[int, list[int]]:
    """A soup that four signed up for and one came to."""
    number = add_activity(store, starts_at=BEEN)
    people = add_people(store, 4)
    signed_up(store, number, people)
    store.write(DONE, attend.set_present, number, people[0], present=True)
    return number, people


def test_calls_are_planned_within_two_days_for_who_may_be_called(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number, (came, first, second, quiet) = missed_soup(store)
        no = ConsentDraft("withdrawn", date(2026, 10, 1))
        store.write(DONE, consents.note_consent, [quiet], ["phone"], no)
        with taken_back(store):
            made = store.write(
                actions.calls_label("Soep", 2), actions.plan_calls, number, [came, first, second, quiet, first]
            )
        rows = store.read(about, "activity", number)
        assert [row.id for row in rows] == made
        assert [(row.draft.about_person_id, row.draft.kind, row.draft.due_on) for row in rows] == [
            (first, "call", date(2026, 10, 15)),
            (second, "call", date(2026, 10, 15)),
        ]
        assert {one.person_id: one.promised for one in store.read(queries.missed, number)} == {
            first: True,
            second: True,
            quiet: False,
        }


def test_nobody_is_called_twice_or_against_their_wish(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number, (_came, first, *_others) = missed_soup(store)
        (promise,) = store.write(DONE, actions.plan_calls, number, [first])
        alone = add_person(store, "Jaap Mulder", "Vlierhof 7", do_not_approach=True)
        signed_up(store, number, [alone])
        before = unchanged(store)
        for people in ([first], [alone], [], [999]):
            with refused("nobody"):
                store.write(DONE, actions.plan_calls, number, people)
        assert unchanged(store) == before
        # Who was called may be missed once more: the call that is done does not count.
        store.write(DONE, promises.set_done, promise, done=True)
        assert len(store.write(DONE, actions.plan_calls, number, [first])) == 1
