"""What is done with a run sheet: each action changes what it says, and is undone to the very same content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from builders import DONE, add_activity, add_person, new_store, refused, taken_back, unchanged
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.actions import plan
from buurtapp.features.activities.runsheet import actions, queries, shipped
from buurtapp.features.activities.runsheet.records import Facts, JobDraft, RunSheet, When
from runsheet_builders import NOON, add_jobs, job, rows, titles


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def soup(store: Store) -> int:
    return add_activity(store, starts_at=NOON)


def sheet(key: str) -> RunSheet:
    with use_language("nl"):
        return next(one for one in shipped.shipped() if one.key == key)


def test_a_job_added_goes_to_its_place(store: Store, soup: int) -> None:
    add_jobs(store, soup, job("Later", days=-1), job("Eerst", days=-14), job("Dan", "day", 0, -60))

    with taken_back(store):
        add_jobs(store, soup, job("Ertussen", days=-7))

    assert titles(store, soup) == ["Eerst", "Ertussen", "Later", "Dan"]


def test_both_columns_say_the_same_day(store: Store) -> None:
    late = add_activity(store, starts_at=datetime(2026, 10, 14, 20))

    add_jobs(store, late, JobDraft("Opruimen", "day", When(0, 5 * 60)))

    assert rows(store, late)["Opruimen"].draft.when == When(1, 300)


def test_a_job_moves_along_with_its_activity(store: Store, soup: int) -> None:
    add_jobs(store, soup, job("Flyer", days=-14), job("Sleutel", "day", 0, -60))
    draft = store.read(activities.card, soup).draft

    store.write(DONE, plan.change_activity, soup, replace(draft, starts_at=datetime(2026, 11, 4, 18)))

    moved = datetime(2026, 11, 4, 18)
    assert rows(store, soup)["Flyer"].draft.when.on(moved) == date(2026, 10, 21)
    assert rows(store, soup)["Sleutel"].draft.when.at(moved) == datetime(2026, 11, 4, 17)


def test_a_job_that_cannot_be_leaves_the_file_as_it_is(store: Store, soup: int) -> None:
    before = unchanged(store)

    with refused("draft_invalid"):
        add_jobs(store, soup, job(" "))
    with refused("not_found"):
        add_jobs(store, soup, replace(job(), person_id=99))
    with refused("not_found"):
        add_jobs(store, 99, job())

    assert unchanged(store) == before


def test_a_job_is_changed_and_keeps_its_place_when_its_time_is_the_same(store: Store, soup: int) -> None:
    first, _second = add_jobs(store, soup, job("Een", days=-7), job("Twee", days=-7))
    henk = add_person(store)

    with taken_back(store):
        store.write(DONE, actions.change_job, first, replace(job("Anders", days=-7), person_id=henk, places=3))

    assert titles(store, soup) == ["Anders", "Twee"]
    assert rows(store, soup)["Anders"].still_wanted == 2


def test_a_job_that_gets_another_time_goes_to_where_it_belongs(store: Store, soup: int) -> None:
    first, _second = add_jobs(store, soup, job("Een", days=-7), job("Twee", days=-1))

    with taken_back(store):
        store.write(DONE, actions.change_job, first, job("Een", "after", 2))

    assert titles(store, soup) == ["Twee", "Een"]


def test_a_job_moves_up_and_down_in_its_phase_and_no_further(store: Store, soup: int) -> None:
    one, _two, _three = add_jobs(store, soup, job("Een"), job("Twee"), job("Drie", "after"))

    with taken_back(store):
        assert store.write(DONE, actions.move_job, one, 1)

    assert titles(store, soup) == ["Twee", "Een", "Drie"]
    assert not store.write(DONE, actions.move_job, one, 1)
    assert store.write(DONE, actions.move_job, one, -1)
    assert titles(store, soup) == ["Een", "Twee", "Drie"]


def test_a_job_is_done_and_not_done_after_all(store: Store, soup: int) -> None:
    (number,) = add_jobs(store, soup, job())

    with taken_back(store):
        store.write(DONE, actions.set_done, number, done=True)
    assert store.read(queries.open_jobs, [soup]) == {soup: (1, 1)}
    with taken_back(store):
        store.write(DONE, actions.set_done, number, done=False)
    assert store.read(queries.open_jobs, [soup]) == {soup: (0, 1)}


def test_a_job_is_deleted_with_who_would_help(store: Store, soup: int) -> None:
    number, _other = add_jobs(store, soup, job("Een"), job("Twee"))
    henk = add_person(store)
    store.write(DONE, actions.set_helpers, number, [henk])

    with taken_back(store):
        store.write(DONE, actions.delete_job, number)

    assert titles(store, soup) == ["Twee"]


def test_helpers_are_set_once_each_and_whoever_leads_is_none(store: Store, soup: int) -> None:
    henk, coby = add_person(store), add_person(store, "Coby Zandstra", "Meidoornlaan 2")
    (number,) = add_jobs(store, soup, replace(job(), person_id=henk, places=3))

    with taken_back(store):
        store.write(DONE, actions.set_helpers, number, [coby, coby, henk])
    assert [one.person_id for one in store.read(queries.job, number).helpers] == [coby]
    with taken_back(store):
        store.write(DONE, actions.change_with_helpers, number, replace(job(), person_id=coby), (henk, coby))
    assert [one.person_id for one in store.read(queries.job, number).helpers] == [henk]
    with refused("not_found"):
        store.write(DONE, actions.set_helpers, number, [99])


@pytest.mark.parametrize("key", shipped.KEYS)
def test_each_shipped_run_sheet_can_be_used(store: Store, soup: int, key: str) -> None:
    wanted = sheet(key)

    with taken_back(store):
        used = store.write(DONE, actions.use_run_sheet, soup, wanted, notice_days=14)

    assert titles(store, soup) == [one.title for one in wanted.jobs]
    assert len(used.jobs) == len(wanted.jobs)
    assert {step.step for step in used.late} >= ({"flyer"} if key != "coffee" else set())
    assert store.read(queries.facts, soup).supplies


def test_a_second_run_sheet_adds_or_replaces(store: Store, soup: int) -> None:
    henk = add_person(store)
    (number,) = add_jobs(store, soup, job("Eigen klus"))
    store.write(DONE, actions.set_helpers, number, [henk])

    with taken_back(store):
        store.write(DONE, actions.use_run_sheet, soup, sheet("coffee"))
    assert len(titles(store, soup)) == 17
    with taken_back(store):
        store.write(DONE, actions.use_run_sheet, soup, sheet("soup-lunch"), replace_all=True)
    assert titles(store, soup) == [one.title for one in sheet("soup-lunch").jobs]


def test_facts_that_are_filled_in_stay(store: Store, soup: int) -> None:
    store.write(DONE, actions.set_facts, soup, Facts(plan_b="Binnen"))

    store.write(DONE, actions.use_run_sheet, soup, sheet("soup-lunch"))

    found = store.read(queries.facts, soup)
    assert found.plan_b == "Binnen"
    assert found.emergency == sheet("soup-lunch").facts.emergency


def test_the_days_of_notice_are_asked_once_and_kept(store: Store, soup: int) -> None:
    with pytest.raises(DraftInvalid) as told:
        store.write(DONE, actions.use_run_sheet, soup, sheet("street-barbecue"))
    assert told.value.problems[0].field == "notice_days"
    assert store.read(queries.notice_days) is None

    store.write(DONE, actions.use_run_sheet, soup, sheet("street-barbecue"), notice_days=35)
    other = add_activity(store, "Nog een", datetime(2027, 6, 1, 17))
    store.write(DONE, actions.use_run_sheet, other, sheet("clean-up-day"))

    notices = [
        row.draft.when.days
        for number in (soup, other)
        for row in rows(store, number).values()
        if row.draft.step == "notice"
    ]
    assert notices == [-35, -35]
    with taken_back(store):
        store.write(DONE, actions.set_notice_days, 28)
    assert store.read(queries.notice_days) == 28
    with refused("draft_invalid"):
        store.write(DONE, actions.set_notice_days, 0)


def test_the_backward_plan_adds_what_is_missing_and_tells_what_is_late(store: Store, soup: int) -> None:
    add_jobs(store, soup, replace(job("Flyer gedrukt", days=-10), step="flyer"))

    with taken_back(store):
        used = store.write(DONE, actions.add_backward_plan, soup, 21)

    steps = [row.draft.step for row in store.read(queries.jobs, soup)]
    assert steps == ["notice", "flyer", "shopping", "list", "thanks", "account"]
    assert [(step.step, step.late_days) for step in used.late] == [("notice", 20)]
    assert store.write(DONE, actions.add_backward_plan, soup, 21).jobs == ()


def test_a_run_sheet_is_kept_without_people_and_used_again(store: Store, soup: int) -> None:
    henk = add_person(store)
    add_jobs(store, soup, replace(job("Flyer", days=-14), person_id=henk, step="flyer"), job("Soep", "day", 0, -60))
    store.write(DONE, actions.set_facts, soup, Facts("2026-118", "Binnen", "pan", "AED"))

    with taken_back(store):
        store.write(DONE, actions.save_run_sheet, soup, " Onze soep ")
    with refused("draft_invalid"):
        store.write(DONE, actions.save_run_sheet, soup, "onze SOEP")

    own = store.read(queries.own_sheets)
    again = shipped.named("Onze soep", own)
    other = add_activity(store, "Nog eens", datetime(2026, 11, 14, 18))
    store.write(DONE, actions.use_run_sheet, other, again)
    assert [row.draft.person_id for row in store.read(queries.jobs, other)] == [None, None]
    assert titles(store, other) == ["Flyer", "Soep"]
    assert store.read(queries.facts, other) == Facts("", "Binnen", "pan", "AED")
    assert "Henk" not in own[0][2]
    with taken_back(store):
        store.write(DONE, actions.delete_own, own[0][0])


def test_nothing_is_not_kept(store: Store, soup: int) -> None:
    with refused("draft_invalid"):
        store.write(DONE, actions.save_run_sheet, soup, "Leeg")


def test_facts_are_set_and_changed(store: Store, soup: int) -> None:
    with taken_back(store):
        store.write(DONE, actions.set_facts, soup, Facts("1", "b", "c", "d"))
    with taken_back(store):
        store.write(DONE, actions.set_facts, soup, Facts("2", " b "))
    assert store.read(queries.facts, soup) == Facts("2", "b")
    with refused("draft_invalid"):
        store.write(DONE, actions.set_facts, soup, Facts("a" * 3000))


def test_an_activity_is_deleted_with_its_run_sheet(store: Store, soup: int) -> None:
    store.write(DONE, actions.use_run_sheet, soup, sheet("soup-lunch"))

    with taken_back(store):
        store.write(DONE, plan.delete_activity, soup)

    assert store.read(queries.open_jobs, [soup]) == {}
