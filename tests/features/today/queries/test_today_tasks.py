"""What there is to do: promises and jobs in one list, by their day; who does them, and whom to call."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import DONE, NOW, add_activity, add_person, new_store
from buurtapp.core.clock import local
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store, Work
from buurtapp.core.store.ask import asker, look_into
from buurtapp.features.activities.tables.runsheet import Job, JobHelper
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.records import Group
from buurtapp.features.people.actions import consents, people
from buurtapp.features.people.names_and_consents import Answer
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.people.tables import Address
from buurtapp.features.promises import actions as promises
from buurtapp.features.promises import queries as promise_queries
from buurtapp.features.today import queries
from buurtapp.features.today.queries.tasks import tasks
from buurtapp.features.today.records import Task
from buurtapp.features.today.ui import phrases
from task_builders import HERE, TODAY, add_job, add_promise, in_days


def _tasks(store: Store, now: datetime = NOW) -> tuple[Task, ...]:
    return store.read(queries.today_view, now).tasks


def _titles(store: Store, now: datetime = NOW) -> list[str]:
    return [one.title for one in _tasks(store, now)]


def test_promises_and_jobs_are_one_list_by_day_and_without_a_day_last(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store, "Soep", in_days(3))
        add_promise(store, "ooit")
        add_promise(store, "over vier dagen", TODAY + timedelta(days=4))
        add_promise(store, "te laat", TODAY - timedelta(days=4))
        add_job(store, soup, "boodschappen", day_offset=-1)
        add_job(store, soup, "koken", "day", 0)
        add_job(store, soup, "bedanken", "after", 2)
        held = add_activity(store, "Koffie", in_days(-2))
        add_job(store, held, "afrekenen", "after", 7)
        kept = add_promise(store, "klaar", TODAY)
        store.write(DONE, promises.set_done, kept, done=True)

        view = store.read(queries.today_view, NOW)

        assert [(one.title, one.due_on and (one.due_on - TODAY).days) for one in view.tasks] == [
            ("te laat", -4),
            ("boodschappen", 2),
            ("over vier dagen", 4),
            ("afrekenen", 5),
            ("ooit", None),
        ]
        assert view.task_count == 5


@pytest.mark.parametrize(
    ("activity", "phase", "offset", "shown"),
    [
        # Before: until the activity is past, also when the job itself is late.
        (0, "before", -1, True),
        (0, "before", 0, True),
        (-1, "before", -1, False),
        (1, "before", -30, True),
        # Of what is far away: from a week before the job.
        (7, "before", 0, True),
        (8, "before", 0, False),
        (8, "before", -1, True),
        (28, "before", -21, True),
        (29, "before", -21, False),
        (98, "before", -91, True),
        (99, "before", -91, False),
        (99, "before", -92, True),
        (187, "before", -180, True),
        # On the day itself only.
        (0, "day", 0, True),
        (1, "day", 0, False),
        (-1, "day", 0, False),
        # After: from the day itself on, for two months.
        (0, "after", 2, True),
        (1, "after", 2, False),
        (-60, "after", 2, True),
        (-61, "after", 2, False),
        (-1, "after", 30, False),
        (-23, "after", 30, True),
    ],
)
def test_jobs_are_shown_when_somebody_can_do_them(
    tmp_path: Path, activity: int, phase: str, offset: int, shown: bool
) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store, "Soep", in_days(activity) + timedelta(hours=10))
        job = add_job(store, number, "klus", phase, offset)
        assert _titles(store) == (["klus"] if shown else [])

        store.write(DONE, _done, job)
        assert _titles(store) == []


def _done(work: Work, job: int) -> None:
    work.get(Job, job).done_at = work.now


def _help(work: Work, job: int, person: int) -> None:
    work.add(JobHelper(job_id=job, person_id=person))


def test_who_does_it_is_told_by_first_name(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.write(DONE, change_group, Group("Klaverhoek", contact_name="Marijke van der Meer"))
        henk, marijke = add_person(store), add_person(store, "Marijke van der Meer")
        jansen = add_person(store, "fam. Jansen", "Klaverstraat 9")
        soup = add_activity(store, "Soep", in_days(1))
        for title, more in (
            ("eigen", {}),
            ("henk", {"person_id": henk}),
            ("zelf", {"person_id": marijke}),
            ("jansen", {"person_id": jansen}),
            ("allen", {"who": " iedereen "}),
        ):
            add_promise(store, title, TODAY, **more)
        for title, row in (("vrij", {}), ("van mij", {"person_id": marijke}), ("samen", {"who": "iedereen"})):
            add_job(store, soup, title, **row)
        helped = add_job(store, soup, "met hulp")
        store.write(DONE, _help, helped, henk)

        assert {one.title: (one.owner, one.is_own, one.is_free) for one in _tasks(store)} == {
            "eigen": ("", True, False),
            "henk": ("Henk", False, False),
            "zelf": ("", True, False),
            "jansen": ("fam. Jansen", False, False),
            "allen": ("iedereen", False, False),
            "vrij": ("", False, True),
            "van mij": ("", True, False),
            "samen": ("iedereen", False, False),
            "met hulp": ("Henk", False, False),
        }


def test_what_it_is_about_is_told(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        joke, soup = add_person(store, "Joke Meerman"), add_activity(store, "Soep", in_days(3))
        add_promise(store, "bel", TODAY, about_kind="activity", about_id=soup, about_person_id=joke)
        add_promise(store, "kijk", TODAY + timedelta(days=1), about_kind="survey", about_id=soup)
        add_job(store, soup, "flyer", step="flyer")
        assert [(one.activity_id, one.activity_title, one.person_id, one.step) for one in _tasks(store)] == [
            (soup, "Soep", joke, ""),
            (None, "", None, ""),
            (soup, "Soep", None, "flyer"),
        ]


def _shut(work: Work, address: int) -> None:
    work.get(Address, address).do_not_approach = True


@pytest.mark.parametrize("answers", [(), ("given",), ("withdrawn",), ("withdrawn", "asked"), ("withdrawn", "given")])
@pytest.mark.parametrize("wish", ["", "person", "address"])
def test_the_number_shows_only_when_they_may_be_called(tmp_path: Path, answers: tuple[Answer, ...], wish: str) -> None:
    """The screen asks in plain SQL; the rule of the house is asked beside it, and both must say the same."""
    with new_store(tmp_path) as store:
        joke = add_person(
            store, "Joke Meerman", phones=["06 12345678", "06 87654321"], do_not_approach=wish == "person"
        )
        if wish == "address":
            store.write(DONE, _shut, 1)
        for answer in answers:
            store.write(DONE, consents.note_consent, [joke], ["phone"], ConsentDraft(answer, HERE.date()))
        call = add_promise(store, "bel", TODAY, kind="call", about_person_id=joke)
        add_promise(store, "kaart", TODAY, kind="card", about_person_id=joke)

        (called, card) = _tasks(store)

        asked = store.read(promise_queries.promise, call).phone
        assert called.phone == ("06 1234 5678" if asked else "")
        assert bool(asked) == (not wish and answers[-1:] != ("withdrawn",) and answers != ("withdrawn", "asked"))
        assert card.phone == ""


def test_who_is_deleted_is_named_no_more(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk, soup = add_person(store, phones=["06 12345678"]), add_activity(store, "Soep", in_days(1))
        add_promise(store, "bel", TODAY, kind="call", person_id=henk, about_person_id=henk)
        add_job(store, soup, "klus", person_id=henk)
        store.write(DONE, people.delete_person, henk)
        assert [(one.owner, one.phone, one.is_own, one.is_free) for one in _tasks(store)] == [
            ("", "", True, False),
            ("", "", False, True),
        ]


def test_only_the_first_are_told_of_and_all_are_counted(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for at in range(7):
            add_promise(store, f"taak {at}", TODAY + timedelta(days=at))
        told, count = store.read(lambda session: tasks(asker(session), TODAY, "", most=3))
        assert ([one.title for one in told], count) == (["taak 0", "taak 1", "taak 2"], 7)


@pytest.fixture
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A laptop in the Netherlands, whatever the clock of this computer says."""
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone of a process cannot be changed here")
    with monkeypatch.context() as here:
        here.setenv("TZ", "Europe/Amsterdam")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("amsterdam")
@pytest.mark.parametrize(
    ("moment", "due_on", "words"),
    [
        # The night in which the clocks go back, and forward; midnight here is not midnight in UTC.
        (datetime(2026, 10, 24, 21, 59, tzinfo=UTC), date(2026, 10, 24), "today"),
        (datetime(2026, 10, 24, 22, 1, tzinfo=UTC), date(2026, 10, 24), "1 day late"),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 24), "1 day late"),
        (datetime(2026, 10, 25, 23, 1, tzinfo=UTC), date(2026, 10, 24), "2 days late"),
        (datetime(2026, 3, 28, 23, 1, tzinfo=UTC), date(2026, 3, 30), "tomorrow"),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 28), "1 day late"),
        (datetime(2026, 3, 29, 22, 1, tzinfo=UTC), date(2026, 3, 28), "2 days late"),
        # Borders of months and years, and a leap day.
        (datetime(2026, 11, 1, 12, tzinfo=UTC), date(2026, 10, 31), "1 day late"),
        (datetime(2027, 1, 1, 12, tzinfo=UTC), date(2026, 12, 28), "4 days late"),
        (datetime(2028, 3, 1, 12, tzinfo=UTC), date(2028, 2, 28), "2 days late"),
        (datetime(2026, 12, 31, 12, tzinfo=UTC), date(2027, 1, 1), "tomorrow"),
    ],
)
def test_days_late_are_days_of_the_calendar(tmp_path: Path, moment: datetime, due_on: date, words: str) -> None:
    with new_store(tmp_path) as store, use_language("en"):
        add_promise(store, "bel", due_on)
        soup = add_activity(store, "Soep", datetime.combine(due_on, datetime.min.time()) - timedelta(hours=1))
        add_job(store, soup, "bedanken", "after", 1)
        told = _tasks(store, moment)
        assert [str(phrases.due(one.due_on, local(moment).date())[0]) for one in told] == [words, words]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(-3000, 3000))
def test_every_day_has_words(today: date, days: int) -> None:
    when, kind = phrases.due(today + timedelta(days=days), today)
    assert str(when)
    assert kind == ("wrong" if days < 0 else "" if days <= 1 else "second")
    assert phrases.due(None, today) == ("", "second")


def test_the_same_is_told_of_the_file_before_it_is_opened(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        joke, soup = add_person(store, "Joke Meerman", phones=["06 12345678"]), add_activity(store, "Soep", in_days(1))
        add_promise(store, "bel", TODAY, kind="call", about_person_id=joke)
        add_job(store, soup, "klus", person_id=joke)
        opened = store.read(queries.today_view, NOW)
    with look_into(tmp_path / "soep.buurt") as ask:
        seen = queries.view_of(ask, NOW)
    assert seen == opened
    assert replace(seen, tasks=()) != seen
