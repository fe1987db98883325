"""Making, changing, ticking and deleting promises; each is taken back whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders import DONE, NOW, add_person, label_text, new_store, refused, taken_back, unchanged
from buurtapp.core.clock import FixedClock
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import set_language
from buurtapp.features.people.actions import people
from buurtapp.features.promises import actions, queries
from buurtapp.features.promises.records import PromiseDraft

CALL = PromiseDraft("Bel de gemeente over de stoeptegels", date(2026, 10, 9), "call")


@pytest.fixture(autouse=True)
def _in_english() -> None:
    set_language("en")


def test_every_action_is_taken_back_whole(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store)
        with taken_back(store):
            number = store.write(actions.added_label("x"), actions.add_promise, CALL)
        with taken_back(store):
            store.write(DONE, actions.change_promise, number, replace(CALL, title="Bel morgen", person_id=henk))
        with taken_back(store):
            store.write(DONE, actions.set_done, number, done=True)
        with taken_back(store):
            store.write(DONE, actions.set_done, number, done=False)
        with taken_back(store):
            store.write(DONE, actions.delete_promise, number)
        assert store.read(queries.listed) == []


def test_what_is_ticked_twice_was_done_the_first_time(tmp_path: Path) -> None:
    clock = FixedClock(NOW)
    with new_store(tmp_path, clock) as store:
        number = store.write(DONE, actions.add_promise, CALL)
        store.write(DONE, actions.set_done, number, done=True)
        clock.set(NOW + timedelta(hours=1))
        store.write(DONE, actions.set_done, number, done=True)
        assert store.read(queries.promise, number).done_at == NOW
        store.write(DONE, actions.set_done, number, done=False)
        assert store.read(queries.promise, number).done_at is None


def test_labels_say_what_was_done(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.write(actions.added_label(CALL.title), actions.add_promise, CALL)
        assert label_text(store).render() == "Task added: Bel de gemeente over de stoeptegels"
    assert actions.done_label("A", done=True).render() == "Task done: A"
    assert actions.done_label("A", done=False).render() == "Task not done yet: A"
    assert actions.changed_label("A").render() == "Task changed: A"
    assert actions.deleted_label("A").render() == "Task deleted: A"


def test_what_is_wrong_changes_nothing(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = store.write(DONE, actions.add_promise, CALL)
        before = unchanged(store)
        with pytest.raises(DraftInvalid) as told:
            store.write(DONE, actions.add_promise, PromiseDraft("", kind="visit"))
        assert [one.field for one in told.value.problems] == ["title", "kind"]
        with refused("not_found"):
            store.write(DONE, actions.add_promise, replace(CALL, person_id=999))
        with refused("not_found"):
            store.write(DONE, actions.change_promise, number, replace(CALL, about_person_id=999))
        with refused("not_found"):
            store.write(DONE, actions.set_done, 999, done=True)
        assert unchanged(store) == before


def test_two_neighbours_who_are_one_keep_all_promises(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep, gone = add_person(store, "Henk van der Meer"), add_person(store, "H. van der Meer", "Klaverstraat 7")
        own = store.write(DONE, actions.add_promise, replace(CALL, person_id=gone))
        about = store.write(DONE, actions.add_promise, replace(CALL, about_person_id=gone))
        with taken_back(store):
            store.write(DONE, people.merge_people, keep, gone)
        assert store.read(queries.promise, own).draft.person_id == keep
        assert store.read(queries.promise, about).draft.about_person_id == keep


def test_who_is_deleted_leaves_no_promise_with_their_name(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store)
        number = store.write(DONE, actions.add_promise, replace(CALL, person_id=henk, about_person_id=henk))
        with taken_back(store):
            store.write(DONE, people.delete_person, henk)
        assert store.check().ok
        left = [one for one in store.read(queries.listed) if one.id == number]
        assert all((one.draft.person_id, one.owner, one.about_name) == (None, "", "") for one in left)
