"""What the home screen tells, and what it puts first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from builders import DONE, NOW, add_activity, add_people, add_person, new_store, printed, signed_up
from buurtapp.core.clock import local
from buurtapp.core.store import Store, Work
from buurtapp.core.store.ask import asker
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.records import SheetAnswers
from buurtapp.features.activities.tables.runsheet import Job, JobHelper
from buurtapp.features.group.tables import PrintLog
from buurtapp.features.people.tables import LooseEnd
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.today import queries, rules
from buurtapp.features.today.records import NextStep, TodayView
from buurtapp.sample.make import make_sample
from task_builders import add_job, evaluate

JUST_NOW = NOW - timedelta(hours=1)
HERE = local(NOW)


def _flyer(work: Work, activity: int) -> None:
    work.add(
        PrintLog(kind="flyer", activity_id=activity, description="tafel A6", copies=60, pages=15, printed_at=work.now)
    )


def _take_job(work: Work, job: int, person: int) -> None:
    work.get(Job, job).person_id = person


def _today(store: Store, last_copy: datetime | None = JUST_NOW) -> TodayView:
    return store.read(queries.today_view, NOW, last_copy)


def _in_days(days: int) -> datetime:
    return datetime.combine(HERE.date() + timedelta(days=days), datetime.min.time()) + timedelta(hours=12)


def test_a_new_group_is_asked_for_people_and_then_for_a_plan(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        assert _today(store).next_step == NextStep("add_people")
        add_person(store)
        assert _today(store).next_step == NextStep("plan_activity")
        assert _today(store).growth is None


def test_the_next_thing_that_is_not_ready_comes_first(tmp_path: Path) -> None:
    """List, flyer, jobs, who came, list that should come home, what it taught, copy: one after the other."""
    with new_store(tmp_path) as store:
        (henk,) = add_people(store, 1)
        over = add_activity(store, "Geweest", _in_days(-3))
        lost = add_activity(store, "Lijst kwijt", _in_days(-2))
        soon, later = add_activity(store, "Soep", _in_days(1)), add_activity(store, "Wandeling", _in_days(12))
        code = printed(store, lost).code

        assert _today(store, None).next_step == NextStep("print_list", soon)
        printed(store, soon)
        assert _today(store, None).next_step == NextStep("make_flyer", soon)
        store.write(DONE, _flyer, soon)
        assert _today(store, None).next_step == NextStep("make_flyer", later)
        store.write(DONE, _flyer, later)
        job = add_job(store, soon, "Soep koken", "day", 0)
        assert _today(store, None).next_step == NextStep("fill_jobs", soon)
        store.write(DONE, _take_job, job, henk)
        assert _today(store, None).next_step == NextStep("take_attendance", over)
        store.write(DONE, attend.set_present, over, henk, present=True)
        assert _today(store, None).next_step == NextStep("enter_list", lost, code)
        store.write(DONE, attend.enter_sheet, store.read(sheets.find, code).id, SheetAnswers(frozenset(), guests=2))
        assert _today(store, None).next_step == NextStep("evaluate", over)
        evaluate(store, over)
        assert _today(store, None).next_step == NextStep("evaluate", lost)
        evaluate(store, lost)
        assert _today(store, None).next_step == NextStep("make_copy")
        assert _today(store).next_step == NextStep("")


@pytest.mark.parametrize(
    ("days", "flyer", "attendance_list"),
    [(0, "due", "due"), (3, "due", "due"), (4, "due", "later"), (14, "due", "later"), (15, "later", "later")],
)
def test_papers_are_due_in_time(tmp_path: Path, days: int, flyer: str, attendance_list: str) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store, "Soep", _in_days(days) + timedelta(hours=8))
        (coming,) = _today(store).coming_up
        assert (coming.flyer, coming.attendance_list) == (flyer, attendance_list)
        printed(store, soup)
        store.write(DONE, _flyer, soup)
        (coming,) = _today(store).coming_up
        assert (coming.flyer, coming.attendance_list) == ("done", "done")


def test_what_comes_every_week_is_told_once(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for days in (1, 8, 15):
            add_activity(store, "Soep", _in_days(days))
        add_activity(store, "Wandeling", _in_days(12))
        coming = _today(store).coming_up
        assert [one.activity.title for one in coming] == ["Soep", "Wandeling"]
        assert coming[0].also_on == (_in_days(8), _in_days(15))


def test_lists_are_out_from_when_the_activity_is_over_until_one_comes_home(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        numbers = add_people(store, 2)
        soup = add_activity(store, "Soep", HERE - timedelta(days=1))
        going_on = add_activity(store, "Nu", HERE - timedelta(hours=1), ends_at=HERE + timedelta(hours=1))
        signed_up(store, soup, numbers)
        printed(store, soup)
        newest = printed(store, soup).code
        printed(store, going_on)
        (paper,) = _today(store).papers_out
        assert (paper.code, paper.title, paper.days) == (newest, "Soep", 1)

        sheet = store.read(sheets.find, newest).id
        store.write(DONE, attend.enter_sheet, sheet, SheetAnswers(frozenset({1})))
        assert _today(store).papers_out == ()


def test_what_was_long_ago_is_no_longer_asked(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_activity(store, "Net", _in_days(-60))
        add_activity(store, "Lang geleden", _in_days(-61))
        assert [one.title for one in _today(store).not_counted] == ["Net"]


def _leave(work: Work) -> None:
    work.add(LooseEnd(source="leden.xlsx", row=7, column="", kind="no_person", text="?", created_at=work.now))


def test_loose_ends_are_counted(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        assert _today(store).loose_ends == 0
        store.write(DONE, _leave)
        assert _today(store).loose_ends == 1


@pytest.mark.parametrize(
    ("days", "age"), [(0, "fine"), (14, "fine"), (15, "old"), (30, "old"), (31, "very_old"), (-400, "fine")]
)
def test_copies_grow_old(days: int, age: str) -> None:
    assert rules.copy_age(NOW - timedelta(days=days), NOW) == age
    assert rules.copy_age(None, NOW) == "none"


def test_growth_counts_doors_by_month() -> None:
    first_times = [date(2026, 8, 3), date(2026, 8, 30), date(2026, 10, 1), date(2026, 11, 1)]
    grown = rules.growth(10, first_times, date(2026, 10, 13))
    assert grown is not None
    assert (grown.addresses, grown.taking_part, grown.new_this_month) == (10, 3, 1)
    assert [(one.month, one.taking_part) for one in grown.months] == [
        (date(2026, 8, 1), 2),
        (date(2026, 9, 1), 2),
        (date(2026, 10, 1), 3),
    ]
    assert rules.growth(10, [], date(2026, 10, 13)) is None
    assert rules.growth(10, [date(2026, 10, 1)], date(2026, 10, 13)) is None


def test_growth_over_the_turn_of_the_year() -> None:
    grown = rules.growth(5, [date(2025, 11, 3)], date(2026, 1, 2))
    assert grown is not None
    assert [one.month for one in grown.months] == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)]


def test_two_of_one_door_count_as_one(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk, ria = add_person(store, "Henk", "Klaverstraat 5"), add_person(store, "Ria", "Klaverstraat 5")
        nowhere = add_person(store, "Zonder adres", "")
        old, new = add_activity(store, "Soep", _in_days(-70)), add_activity(store, "Soep", _in_days(-7))
        for activity, number in ((old, henk), (new, ria), (new, nowhere), (new, henk)):
            store.write(DONE, attend.set_present, activity, number, present=True)
        assert store.read(lambda session: queries.first_times(asker(session))) == [_in_days(-70).date()]


def test_the_sample_tells_the_story_of_the_pictures(tmp_path: Path) -> None:
    with make_sample(tmp_path / "klaverhoek.buurt") as store:
        today = store.read(queries.today_view, datetime(2026, 10, 13, 12, 5, tzinfo=UTC), JUST_NOW)
    assert [
        (one.activity.title, one.activity.counts.names, one.flyer, one.attendance_list) for one in today.coming_up
    ] == [
        ("Soep op woensdag", 14, "done", "due"),
        ("Fietsen maken", 6, "done", "later"),
        ("Buurtwandeling", 3, "due", "later"),
    ]
    assert today.next_step.kind == "print_list"
    assert today.growth is not None
    assert (today.growth.taking_part, today.growth.addresses, today.growth.new_this_month) == (64, 325, 5)
    assert (today.papers_out, today.not_counted) == ((), ())
    assert [(one.title, one.owner, one.due_on, one.phone) for one in today.tasks if one.source == "promise"] == [
        ("Bel de gemeente over de stoeptegels", "", date(2026, 10, 9), ""),
        ("Bel Henk: kan hij Aaltje ophalen?", "", date(2026, 10, 13), "06 0000 0104"),
        ("Bel Joke Meerman: morgen haar eerste keer", "Samira", date(2026, 10, 13), "06 0000 0309"),
        ("Bedank de soepkokers met een kaart", "", date(2026, 10, 19), ""),
        ("Bel Theo in ’t Veld terug: hij wil helpen", "Henk", date(2026, 10, 19), "06 0000 0221"),
    ]


def test_what_goes_on_now_comes_before_everything(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        (henk,) = add_people(store, 1)
        now = add_activity(store, "Nu", HERE + timedelta(minutes=30), ends_at=HERE + timedelta(hours=2))
        soon = add_activity(store, "Straks", HERE + timedelta(minutes=31))
        assert [one.is_now for one in _today(store).coming_up] == [True, False]
        assert _today(store).next_step == NextStep("take_attendance", now)

        printed(store, now)
        assert _today(store).next_step == NextStep("print_list", soon)
        store.write(DONE, attend.set_present, now, henk, present=True)
        assert _today(store).next_step == NextStep("take_attendance", now)


def test_a_job_that_somebody_does_is_not_free(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        (henk,) = add_people(store, 1)
        soup = add_activity(store, "Soep", _in_days(1))
        add_job(store, soup, "Boodschappen", person_id=henk)
        add_job(store, soup, "Opruimen", "day", 0, who="iedereen")
        add_job(store, soup, "Bedanken", "after", 2)
        helped = add_job(store, soup, "Tafels", "day", 0)
        add_job(store, soup, "Stoelen", "day", 0)
        store.write(DONE, _help, helped, henk)
        (coming,) = _today(store).coming_up
        assert (coming.free_jobs, coming.jobs) == (1, "due")


def _help(work: Work, job: int, person: int) -> None:
    work.add(JobHelper(job_id=job, person_id=person))


@pytest.mark.parametrize(("days", "jobs"), [(0, "due"), (1, "due"), (2, "later")])
def test_somebody_is_looked_for_the_day_before(tmp_path: Path, days: int, jobs: str) -> None:
    with new_store(tmp_path) as store:
        add_job(store, add_activity(store, "Soep", _in_days(days) + timedelta(hours=8)), "Koken", "day", 0)
        assert [one.jobs for one in _today(store).coming_up] == [jobs]
