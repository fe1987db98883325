"""What comes back the next time, who did not come, who is thanked, and how long people helped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from builders import (
    DONE,
    activity_draft,
    add_activity,
    add_people,
    add_person,
    new_store,
    refused,
    signed_up,
)
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.activities.actions import attend, plan
from buurtapp.features.activities.afterwards import actions, queries
from buurtapp.features.activities.afterwards.records import EvaluationDraft, Help, Turnout
from buurtapp.features.activities.afterwards.words import came_words, lesson_words
from buurtapp.features.activities.tables import Activity, Signup
from buurtapp.features.activities.tables.runsheet import Job, JobHelper
from buurtapp.features.activities.tables.series import Series
from buurtapp.features.group.tables import PrintLog

HERE = datetime(2026, 10, 13, 14)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with use_language("en"):
        yield


def evaluated(store: Store, title: str, day: int, *, next_time: str = "", said: str = "", month: int = 10) -> int:
    """An activity that was held, with what it taught."""
    number = add_activity(store, title, datetime(2026, month, day, 12))
    store.write(DONE, actions.write_down, number, EvaluationDraft(next_time=next_time, said=said))
    return number


def belongs(work: Work, number: int, /, **values: object) -> None:
    activity = work.get(Activity, number)
    for name, value in values.items():
        setattr(activity, name, value)


def in_series(work: Work, numbers: list[int]) -> None:
    series = work.add(Series(title="Soep", rule="FREQ=WEEKLY", starts_at=HERE, minutes=90, ended=False))
    for number in numbers:
        work.get(Activity, number).series_id = series.id


def test_the_last_lesson_is_the_newest_that_no_coming_plan_has(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        assert store.read(queries.last_lesson, HERE) is None
        evaluated(store, "Soep", 7, next_time="De radio uit.")
        assert_lesson(store, "De radio uit.")
        evaluated(store, "Inloop", 1, next_time="Vraag eerst drie buren.")
        evaluated(store, "Burendag", 26, next_time="Een kring.", month=9)
        evaluated(store, "Markt", 12, said="Leuk.")
        assert_lesson(store, "De radio uit.")
        add_activity(store, "soep", datetime(2026, 10, 14, 12))
        assert_lesson(store, "Vraag eerst drie buren.")
        evaluated(store, "Later", 20, next_time="Nog niet gebeurd.")
        assert_lesson(store, "Vraag eerst drie buren.")


def assert_lesson(store: Store, words: str) -> None:
    lesson = store.read(queries.last_lesson, HERE)
    assert lesson is not None
    assert lesson.words == words


def test_the_last_time_is_of_the_series_then_of_the_copy_then_of_the_title(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        by_title = evaluated(store, "SOEP", 7, next_time="titel")
        copied = evaluated(store, "Stamppot", 6, next_time="kopie")
        series = evaluated(store, "Bami", 5, next_time="reeks")
        now = add_activity(store, "soep", datetime(2026, 10, 14, 12))
        assert last_of(store, now) == (by_title, "title")
        store.write(DONE, belongs, now, copied_from_id=copied)
        assert last_of(store, now) == (copied, "copy")
        store.write(DONE, in_series, [series, now])
        assert last_of(store, now) == (series, "series")
        lesson = store.read(queries.lesson_of, now)
        assert lesson is not None
        assert (lesson.words, lesson.activity_id) == ("reeks", series)


def last_of(store: Store, number: int) -> tuple[int, str]:
    last = store.read(queries.last_time, number)
    assert last is not None
    return last.activity_id, last.found_by


def test_a_time_that_nobody_counted_or_wrote_about_is_passed_over(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        counted = add_activity(store, "Soep", datetime(2026, 9, 30, 12))
        store.write(DONE, attend.count_heads, counted, 4, 0)
        add_activity(store, "Soep", datetime(2026, 10, 7, 12))
        now = add_activity(store, "Soep", datetime(2026, 10, 14, 12))
        assert last_of(store, now) == (counted, "title")
        assert store.read(queries.last_time, counted) is None
        assert store.read(queries.last_time, 999) is None
        assert store.read(queries.lesson_of, now) is None


def test_turnout_tells_who_kept_their_word_and_what_was_expected(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store, starts_at=datetime(2026, 10, 7, 12))
        first, second, third, walked_in = add_people(store, 4)
        signed_up(store, number, [first, second, third])
        assert store.read(queries.turnout, number) == Turnout(3, None, 0, 3, 0, 0)
        for person in (first, second, walked_in):
            store.write(DONE, attend.set_present, number, person, present=True)
        store.write(DONE, attend.count_heads, number, 1, 1)
        assert store.read(queries.turnout, number) == Turnout(3, 3, 2, 3, 2, 0)
        words = str(came_words(store.read(queries.turnout, number)))
        assert words == "2 of the 3 came. 1 came unannounced. 2 guests came along."
        store.write(DONE, belongs, number, expected=20)
        assert store.read(queries.turnout, number).expected == 20
        with refused("not_found"):
            store.read(queries.turnout, 999)


def test_words_of_a_turnout_fit_every_case() -> None:
    assert came_words(Turnout(3)) == ""
    assert str(came_words(Turnout(3, 3, 0, 3, 3))) == "All 3 came."
    assert str(came_words(Turnout(1, 1, 0, 1, 1))) == "1 of 1 came."
    assert str(came_words(Turnout(3, 0, 0, 3, 0))) == "0 of the 3 came."
    assert str(came_words(Turnout(0, 4, 1))) == "4 neighbours came. 1 guest came along."


def test_a_quotation_has_its_marks_once(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        evaluated(store, "Soep", 7, next_time="De radio uit.", said=" “Te veel muziek.” ")
        last = store.read(queries.last_time, add_activity(store, "Soep", datetime(2026, 10, 14, 12)))
        assert last is not None
        assert str(lesson_words(last)) == "“Te veel muziek.” De radio uit."


def test_nobody_is_missed_as_long_as_nobody_was_counted(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store, starts_at=datetime(2026, 10, 7, 12), capacity=3)
        phone = add_person(store, "Piet ter Horst", "Klaverstraat 14", phones=("0612345678",))
        alone = add_person(store, "Jaap Mulder", "Vlierhof 7", phones=("0687654321",), do_not_approach=True)
        came, waits = add_people(store, 2, "Berkenpad")
        signed_up(store, number, [phone, alone, came, waits])
        assert store.read(queries.missed, number) == []
        store.write(DONE, attend.set_present, number, came, present=True)
        jaap, piet = store.read(queries.missed, number)
        assert (jaap.name, jaap.phone, jaap.may_call) == ("Jaap Mulder", "", False)
        assert (piet.name, piet.phone, piet.may_call) == ("Piet ter Horst", "06 1234 5678", True)


def add_jobs(work: Work, activity: int, jobs: list[tuple[int | None, list[int], int | None, bool]]) -> None:
    for at, (owner, helpers, minutes, done) in enumerate(jobs):
        job = work.add(
            Job(
                activity_id=activity,
                phase="day",
                position=at,
                title=f"Klus {at}",
                needs="",
                step="",
                day_offset=0,
                minute_offset=None,
                minutes=minutes,
                places=1,
                person_id=owner,
                who="",
                done_at=work.now if done else None,
            )
        )
        work.add_many([JobHelper(job_id=job.id, person_id=number) for number in helpers])


def test_help_is_minutes_times_people_of_what_is_done(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store, starts_at=datetime(2026, 10, 7, 12))
        first, second, third = add_people(store, 3)
        assert store.read(queries.suggested_help, number) == Help(0, 0)
        jobs = [
            (first, [second], 60, True),
            (first, [], 30, True),
            (None, [], 20, True),
            (third, [], None, True),
            (third, [second], 600, False),
        ]
        store.write(DONE, add_jobs, number, jobs)
        assert store.read(queries.suggested_help, number) == Help(3, 60 * 2 + 30 + 20)


def test_cards_are_for_who_helped_each_once_and_never_for_who_wants_peace(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        samira = add_person(store, "Samira El Idrissi", "Klaverstraat 8")
        henk = add_person(store, "Henk van der Meer", "Klaverstraat 5")
        jaap = add_person(store, "Jaap Mulder", "Vlierhof 7", do_not_approach=True)
        draft = activity_draft(contact=henk)
        number = store.write(DONE, plan.add_activity, draft)
        store.write(DONE, belongs, number, organiser="Samira en Dirk-Jan en Jaap Mulder")
        store.write(DONE, add_jobs, number, [(samira, [henk, jaap], 60, False)])
        job = store.read(queries.thank_you, number)
        assert (job.names, job.left_out) == (("Samira", "Henk", "Dirk-Jan"), 1)
        assert store.read(queries.thank_you, number, "came").names == ()
        store.write(DONE, attend.set_present, number, samira, present=True)
        assert store.read(queries.thank_you, number, "came").names == ("Samira",)


def test_sign_ups_tell_first_timers_lifts_and_what_is_brought(tmp_path: Path) -> None:
    def wish(work: Work, number: int) -> None:
        for row in work.session.scalars(select(Signup).where(Signup.activity_id == number)):
            row.lift, row.brings = row.person_id % 2 == 1, "brood" if row.person_id == 1 else ""

    with new_store(tmp_path) as store:
        before = add_activity(store, starts_at=datetime(2026, 10, 7, 12))
        number = add_activity(store, capacity=2)
        people = add_people(store, 3)
        store.write(DONE, attend.set_present, before, people[0], present=True)
        signed_up(store, number, people)
        store.write(DONE, wish, number)
        assert store.read(queries.first_timers_signed_up, number) == 1
        assert store.read(queries.lifts_asked, number) == (1, 1)


def test_flyers_are_counted_with_the_day_of_the_last(tmp_path: Path) -> None:
    def print_flyers(work: Work, number: int, copies: int) -> None:
        log = PrintLog(
            kind="flyer", activity_id=number, description="", copies=copies, pages=1, printed_at=work.now, people=None
        )
        work.add(log)

    with new_store(tmp_path) as store:
        number = add_activity(store)
        assert store.read(queries.flyer_out, number) is None
        for copies in (40, 20):
            store.write(DONE, print_flyers, number, copies)
        found = store.read(queries.flyer_out, number)
        assert found is not None
        assert (found.copies, found.printed_at) == (60, store.clock.now())
