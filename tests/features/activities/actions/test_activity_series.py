"""What comes again: laid out, moved, skipped, brought back, changed from here on, ended, extended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

import builders
from builders import (
    DONE,
    activity_draft,
    add_activity,
    add_people,
    new_store,
    refused,
    signed_up,
    taken_back,
    unchanged,
)
from buurtapp.core.clock import local
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend, plan, series
from buurtapp.features.activities.series import queries as series_queries
from buurtapp.features.activities.series.records import Ended, Repeat, SeriesCard
from buurtapp.features.activities.tables.money import BudgetLine
from buurtapp.features.activities.tables.runsheet import Job
from buurtapp.features.activities.tables.series import Series, SeriesSkip

SOUP = datetime(2026, 10, 14, 12)
WEEK = timedelta(days=7)


@pytest.fixture
def dutch_clock() -> Iterator[None]:
    with builders.dutch_clock():
        yield


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def repeated(store: Store, how: Repeat = Repeat("week", 5), starts_at: datetime = SOUP) -> tuple[int, ...]:  # noqa: B008 - frozen
    number = add_activity(store, starts_at=starts_at, ends_at=starts_at + timedelta(minutes=90))
    return store.write(DONE, series.repeat, number, how).activity_ids


def card(store: Store, number: int) -> SeriesCard:
    found = store.read(series_queries.series_of, number, local(store.clock.now()))
    assert found is not None
    return found


def starts(store: Store) -> list[datetime]:
    return [row.starts_at for row in store.read(queries.listed)]


def count(session: Session, kind: type) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0


# Made


def test_an_activity_comes_again_with_all_that_belongs_to_it(store: Store) -> None:
    draft = replace(activity_draft(), purpose="Elkaar kennen", asked_by=6, highlight=True)
    number = store.write(DONE, plan.add_activity, draft)
    store.write(DONE, lambda work: work.add(_job(number)).id)
    store.write(DONE, lambda work: work.add(BudgetLine(activity_id=number, position=0, title="Soep", planned=4500)).id)

    with taken_back(store):
        made = store.write(series.repeated_label("Soep"), series.repeat, number, Repeat("week", 3))

    assert made.activity_ids[0] == number
    assert starts(store) == [SOUP, SOUP + WEEK, SOUP + 2 * WEEK]
    last = store.read(queries.card, made.activity_ids[-1])
    assert last.draft == replace(draft, starts_at=SOUP + 2 * WEEK, ends_at=SOUP + 2 * WEEK + timedelta(minutes=90))
    assert (last.series_id, last.series_at) == (made.series_id, SOUP + 2 * WEEK)
    assert store.read(count, Job) == 3
    assert store.read(count, BudgetLine) == 3


def _job(activity: int) -> Job:
    return Job(
        activity_id=activity,
        phase="before",
        position=0,
        title="Boodschappen",
        needs="",
        step="",
        day_offset=-1,
        places=1,
        who="",
    )


def test_without_an_end_half_a_year_is_laid_out_and_can_be_extended(store: Store) -> None:
    ids = repeated(store, Repeat("2weeks"))
    assert starts(store)[-1] == datetime(2027, 4, 14, 12)

    with taken_back(store):
        new = store.write(series.extended_label("Soep"), series.extend_series, ids[0])

    assert len(new) == 13
    assert starts(store) == [SOUP + 2 * at * WEEK for at in range(len(ids) + 13)]
    assert card(store, ids[0]).can_extend


def test_what_comes_again_already_is_over_or_cannot_be_is_refused(store: Store) -> None:
    (first, *_others) = repeated(store)
    over = add_activity(store, starts_at=SOUP - WEEK)
    before = unchanged(store)
    with refused("in_series"):
        store.write(DONE, series.repeat, first, Repeat("week", 3))
    with refused("is_over"):
        store.write(DONE, series.repeat, over, Repeat("week", 3))
    single = add_activity(store)
    with refused("draft_invalid"):
        store.write(DONE, series.repeat, single, Repeat("week", 1))
    with refused("no_series"):
        store.write(DONE, series.extend_series, single)
    with refused("ended"):
        store.write(DONE, series.extend_series, first)
    store.undo()
    assert store.check().digest == before[0]


def test_a_series_in_the_night_of_the_clock_is_said_not_shifted(dutch_clock: None, store: Store) -> None:
    number = add_activity(store, starts_at=datetime(2027, 3, 7, 2, 30))
    before = unchanged(store)
    with refused("no_such_time"):
        store.write(DONE, series.repeat, number, Repeat("week", 5))
    assert unchanged(store) == before
    store.write(DONE, series.repeat, number, Repeat("week", 3))
    assert {at.time() for at in starts(store)} == {datetime(2027, 3, 7, 2, 30).time()}


# One time


def test_a_time_that_is_moved_keeps_its_place_in_the_rule(store: Store) -> None:
    ids = repeated(store)
    thursday = SOUP + WEEK + timedelta(days=1, hours=3)

    with taken_back(store):
        store.write(series.moved_label("Soep"), series.move_occurrence, ids[1], thursday)

    moved = store.read(queries.card, ids[1])
    assert (moved.starts_at, moved.draft.ends_at) == (thursday, thursday + timedelta(minutes=90))
    assert moved.series_at == SOUP + WEEK
    assert [day.state for day in card(store, ids[0]).days] == ["coming", "moved", "coming", "coming", "coming"]


def test_a_time_is_skipped_and_brought_back(store: Store) -> None:
    ids = repeated(store)

    with taken_back(store):
        store.write(series.skipped_label("Soep"), series.skip_occurrence, ids[2], " kerst ")

    skipped = card(store, ids[0]).days[2]
    assert (skipped.state, skipped.why, skipped.at) == ("skipped", "kerst", SOUP + 2 * WEEK)
    assert skipped.skip_id is not None
    with taken_back(store):
        back = store.write(series.brought_back_label("Soep"), series.bring_back, skipped.skip_id)
    again = store.read(queries.card, back)
    assert again.draft == replace(
        store.read(queries.card, ids[0]).draft,
        starts_at=SOUP + 2 * WEEK,
        ends_at=SOUP + 2 * WEEK + timedelta(minutes=90),
    )
    assert store.read(count, SeriesSkip) == 0


def test_a_time_people_count_on_is_skipped_only_with_their_number(store: Store) -> None:
    ids = repeated(store)
    signed_up(store, ids[1], add_people(store, 3))
    before = unchanged(store)
    for number in (0, 2):
        with refused("people_signed_up"):
            store.write(DONE, series.skip_occurrence, ids[1], "kerst", signed_up=number)
    assert unchanged(store) == before
    with taken_back(store):
        store.write(series.skipped_label("Soep"), series.skip_occurrence, ids[1], "kerst", signed_up=3)
    assert len(starts(store)) == 4


def test_a_time_that_was_held_or_is_the_last_is_not_skipped(store: Store) -> None:
    ids = repeated(store, Repeat("week", 2))
    (henk,) = add_people(store, 1)
    store.write(DONE, attend.set_present, ids[0], henk, present=True)
    before = unchanged(store)
    with refused("was_held"):
        store.write(DONE, series.skip_occurrence, ids[0], "")
    assert unchanged(store) == before
    store.write(DONE, series.skip_occurrence, ids[1], "")
    store.write(DONE, attend.set_present, ids[0], henk, present=False)
    with refused("last_one"):
        store.write(DONE, series.skip_occurrence, ids[0], "")


def test_what_was_deleted_or_skipped_does_not_come_back_by_extending(store: Store) -> None:
    ids = repeated(store, Repeat("month"))
    store.write(DONE, series.skip_occurrence, ids[2], "")
    with taken_back(store):
        store.write(plan.deleted_label("Soep"), plan.delete_activity, ids[-1])

    store.write(DONE, series.extend_series, ids[0])

    days = card(store, ids[0]).days
    assert [day.state for day in days].count("skipped") == 2
    assert len({day.at.date() for day in days}) == len(days)


def test_a_series_goes_with_its_last_activity(store: Store) -> None:
    ids = repeated(store, Repeat("week", 2))
    store.write(DONE, plan.delete_activity, ids[0])
    assert store.read(count, SeriesSkip) == 1
    with taken_back(store):
        store.write(plan.deleted_label("Soep"), plan.delete_activity, ids[1])
    assert store.read(count, Series) == store.read(count, SeriesSkip) == 0


# All that follow


def test_all_that_follow_get_what_is_named_and_no_more(store: Store) -> None:
    ids = repeated(store)
    store.write(DONE, plan.change_activity, ids[3], replace(store.read(queries.card, ids[3]).draft, cost="1 euro"))
    draft = replace(store.read(queries.card, ids[1]).draft, title="Soep en brood", capacity=12, place="Buiten")

    with taken_back(store):
        changed = store.write(
            series.following_label("Soep"), series.change_following, ids[1], draft, {"title", "capacity"}
        )

    assert changed == 3
    told = [store.read(queries.card, number).draft for number in ids]
    assert [one.title for one in told] == ["Soep op woensdag"] + ["Soep en brood"] * 4
    assert [one.place for one in told].count("Buiten") == 1
    assert told[3].cost == "1 euro"
    assert starts(store) == [SOUP + at * WEEK for at in range(5)]
    assert card(store, ids[0]).title == "Soep en brood"


def test_another_day_and_time_from_here_on_leaves_what_was_moved_by_hand(store: Store) -> None:
    ids = repeated(store, Repeat("week", 6))
    by_hand = datetime(2026, 11, 6, 20)
    store.write(DONE, series.move_occurrence, ids[3], by_hand)
    store.write(DONE, series.skip_occurrence, ids[4], "vakantie")
    new = SOUP + WEEK + timedelta(days=1, hours=6)
    draft = replace(store.read(queries.card, ids[1]).draft, starts_at=new, ends_at=new + timedelta(hours=1))

    with taken_back(store):
        store.write(series.following_label("Soep"), series.change_following, ids[1], draft, {"starts_at", "ends_at"})

    days = card(store, ids[0]).days
    assert [day.at for day in days] == [SOUP, *(new + at * WEEK for at in range(5))]
    assert [day.state for day in days] == ["coming", "coming", "coming", "moved", "skipped", "coming"]
    moved = store.read(queries.card, ids[3]).draft
    assert (moved.starts_at, moved.ends_at) == (by_hand, by_hand + timedelta(minutes=90))
    last = store.read(queries.card, ids[5]).draft
    assert last.ends_at == new + 4 * WEEK + timedelta(hours=1)


def test_after_another_day_a_series_is_extended_on_that_day(store: Store) -> None:
    ids = repeated(store, Repeat("month"))
    new = datetime(2026, 11, 19, 20)
    draft = replace(store.read(queries.card, ids[1]).draft, starts_at=new, ends_at=None)
    store.write(DONE, series.change_following, ids[1], draft, {"starts_at"})

    more = store.write(DONE, series.extend_series, ids[0])

    third_thursdays = [store.read(queries.card, number).starts_at for number in (*ids[1:], *more)]
    assert {at.weekday() for at in third_thursdays} == {3}
    assert {(at.day - 1) // 7 for at in third_thursdays} == {2}
    assert all(store.read(queries.card, number).draft.ends_at is None for number in more)


def test_what_follows_cannot_begin_before_what_went_before_it(store: Store) -> None:
    ids = repeated(store)
    draft = replace(store.read(queries.card, ids[2]).draft, starts_at=SOUP + WEEK, ends_at=None)
    before = unchanged(store)
    with pytest.raises(DraftInvalid) as told:
        store.write(DONE, series.change_following, ids[2], draft, {"starts_at"})
    assert [problem.field for problem in told.value.problems] == ["starts_at"]
    assert unchanged(store) == before


# The end


def test_ending_leaves_the_times_that_people_count_on(store: Store) -> None:
    ids = repeated(store)
    signed_up(store, ids[2], add_people(store, 2))

    with taken_back(store):
        told = store.write(series.ended_label("Soep"), series.end_series, ids[0])

    assert told == Ended(4, 1)
    assert starts(store) == [SOUP + 2 * WEEK]
    assert card(store, ids[2]).ended
    with refused("ended"):
        store.write(DONE, series.extend_series, ids[2])


def test_ending_what_nobody_counts_on_leaves_nothing_behind(store: Store) -> None:
    ids = repeated(store)
    with taken_back(store):
        assert store.write(series.ended_label("Soep"), series.end_series, ids[0]) == Ended(5, 0)
    assert store.read(count, Series) == 0
    assert starts(store) == []


def test_a_last_day_is_kept_to(store: Store) -> None:
    repeated(store, Repeat("week", until=date(2026, 11, 4)))
    assert starts(store) == [SOUP + at * WEEK for at in range(4)]
