"""Activities: planned, changed, deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from builders import (
    DONE,
    activity_draft,
    add_activity,
    add_people,
    new_store,
    printed,
    refused,
    signed_up,
    taken_back,
    unchanged,
)
from buurtapp.core.errors import DraftInvalid
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend, plan
from buurtapp.features.activities.records import ActivityDraft
from buurtapp.features.sheets import queries as sheets

FULL = ActivityDraft(
    " Soep op woensdag ",
    datetime(2026, 10, 14, 12),
    "Samen soep eten <met> brood.",
    "eten",
    "De Kas",
    datetime(2026, 10, 14, 13, 30),
    16,
    "gratis",
    "Samira",
    None,
    "helper",
    "Iedereen",
)


def test_everything_about_an_activity_is_kept(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        (henk,) = add_people(store, 1)
        with taken_back(store):
            number = store.write(plan.added_label(FULL.title), plan.add_activity, replace(FULL, contact_person_id=henk))
        card = store.read(queries.card, number)
        assert card.draft == replace(FULL, title="Soep op woensdag", contact_person_id=henk)
        assert card.contact_name == "Buur Nummer-aa"
        assert card.counts.came is None


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"title": " "}, {"title"}),
        ({"title": "x" * 301}, {"title"}),
        ({"starts_at": None}, {"starts_at"}),
        ({"ends_at": datetime(2026, 10, 14, 12)}, {"ends_at"}),
        ({"capacity": 0}, {"capacity"}),
        ({"source": "king"}, {"source"}),
        ({"title": "", "starts_at": None, "capacity": -1, "source": ""}, {"title", "starts_at", "capacity", "source"}),
    ],
)
def test_all_that_is_wrong_is_told_at_once(tmp_path: Path, wrong: dict[str, object], fields: set[str]) -> None:
    with new_store(tmp_path) as store:
        before = unchanged(store)
        with pytest.raises(DraftInvalid) as told:
            store.write(DONE, plan.add_activity, replace(FULL, **wrong))  # type: ignore[arg-type]
        assert {problem.field for problem in told.value.problems} == fields
        assert unchanged(store) == before


def test_a_contact_must_be_somebody(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, refused("not_found"):
        store.write(DONE, plan.add_activity, replace(FULL, contact_person_id=9))


def test_a_change_is_taken_back(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store)
        with taken_back(store):
            store.write(plan.changed_label("x"), plan.change_activity, number, replace(FULL, title="Soep"))
        assert store.read(queries.card, number).draft.title == "Soep"
        with refused("not_found"):
            store.write(DONE, plan.change_activity, 99, FULL)


def test_more_room_is_for_who_waits(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 4)
        number = store.write(DONE, plan.add_activity, activity_draft(capacity=2))
        signed_up(store, number, people)
        store.write(DONE, plan.change_activity, number, activity_draft(capacity=3))
        waiting = [row.person.id for row in store.read(queries.signups, number) if row.waiting]
        assert waiting == people[3:]
        store.write(DONE, plan.change_activity, number, activity_draft(capacity=None))
        assert store.read(queries.card, number).counts.waiting == 0


def test_deleting_takes_sign_ups_and_attendance_along_but_not_the_paper(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 2)
        number = add_activity(store)
        signed_up(store, number, people)
        sheet = printed(store, number)
        store.write(DONE, attend.set_present, number, people[0], present=True)
        store.write(DONE, attend.count_heads, number, 1, 2)

        with taken_back(store):
            store.write(plan.deleted_label("Soep"), plan.delete_activity, number)

        assert store.read(queries.listed) == []
        assert store.read(sheets.find, sheet.code).title == "Soep op woensdag"
