"""Calendars out and in again: the same activities come back, whatever the clock does in that night."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders import DONE, activity_draft, add_activity, add_person, new_store, run_app, taken_back
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import import_calendar as importing
from buurtapp.features.activities.actions import plan
from buurtapp.features.activities.calendars.ical import queries as calendars
from buurtapp.features.activities.calendars.ical.reading import read_calendar
from buurtapp.features.activities.calendars.ical.records import CalendarEvent, OutgoingEvent, is_whole_day
from buurtapp.features.activities.calendars.ical.writing import write_calendar
from buurtapp.features.activities.records import SOURCES, ActivityDraft

TODAY = date(2026, 10, 13)
MOMENT = datetime(2026, 10, 13, 12, tzinfo=UTC)
LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
WORDS = st.text(LETTERS, max_size=80).map(str.strip)
NIGHTS = st.sampled_from((datetime(2026, 3, 29), datetime(2026, 10, 25), datetime(2028, 2, 29), datetime(2026, 12, 31)))
MINUTES = st.integers(0, 24 * 60 - 1)


@st.composite
def events(draw: st.DrawFn) -> CalendarEvent:
    day = draw(st.one_of(NIGHTS, st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1))))
    starts_at = datetime(day.year, day.month, day.day) + timedelta(minutes=draw(MINUTES))
    lasts = draw(st.one_of(st.none(), st.integers(1, 3 * 24 * 60)))
    title = draw(WORDS.filter(bool)).replace("\u2028", "").replace("\u2029", "").strip() or "Soep"
    return CalendarEvent(
        "een@hier",
        title,
        starts_at,
        starts_at + timedelta(minutes=lasts) if lasts else None,
        draw(st.text(LETTERS.filter(lambda sign: sign not in "\u2028\u2029"), max_size=40)).strip(),
        draw(st.text(st.one_of(LETTERS, st.just("\n")), max_size=200)).strip(),
        draw(WORDS) or None,
        draw(WORDS) or None,
        draw(st.text(LETTERS.filter(lambda sign: sign not in "\u2028\u2029"), max_size=30)).strip() or None,
        draw(st.sampled_from(SOURCES)),
    )


def back(event: CalendarEvent) -> CalendarEvent:
    """The event, once it went out and was read again."""
    data = write_calendar("Klaverhoek", [OutgoingEvent(event, MOMENT)])
    found = read_calendar(data, "x.ics", TODAY)
    assert not found.problems
    (read,) = found.events
    return CalendarEvent(*(getattr(read, name) for name in CalendarEvent.__dataclass_fields__ if name not in _BESIDE))


_BESIDE = ("whole_day", "line")


@settings(deadline=None, max_examples=150)
@given(event=events())
@example(event=CalendarEvent("een@hier", "Nacht", datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 3, 30)))
@example(event=CalendarEvent("een@hier", "Nacht", datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 2, 45)))
@example(event=CalendarEvent("een@hier", "Dag", datetime(2026, 5, 1), datetime(2026, 5, 2, 23, 59)))
@example(event=CalendarEvent("een@hier", "a;b,c\\n:", datetime(2026, 5, 1, 12), cost="€ 2,50; of \\ minder"))
def test_an_event_comes_back_as_it_went(event: CalendarEvent) -> None:
    assert back(event) == event


@settings(deadline=None, max_examples=25)
@given(made=st.lists(events(), min_size=1, max_size=6))
def test_a_file_of_activities_comes_back_in_another_group(
    tmp_path_factory: pytest.TempPathFactory, made: list[CalendarEvent]
) -> None:
    drafts = [
        ActivityDraft(
            event.title,
            event.starts_at,
            event.text,
            event.kind or "",
            event.place,
            event.ends_at,
            cost=event.cost or "",
            source=event.source or "resident",
            for_whom=event.for_whom or "",
        )
        for event in made
    ]
    with new_store(tmp_path_factory.mktemp("uit")) as ours, new_store(tmp_path_factory.mktemp("in")) as theirs:
        for draft in drafts:
            ours.write(DONE, plan.add_activity, draft)
        data = write_calendar("Klaverhoek", ours.read(calendars.outgoing))
        read = read_calendar(data, "x.ics", TODAY)
        with taken_back(theirs):
            theirs.write(importing.imported_label("x.ics"), importing.import_calendar, read.events)
        assert all_of(theirs) == all_of(ours)
        for store in (ours, theirs):
            assert {one.state for one in store.read(calendars.plan, read.events)} == {"same"}


def all_of(store: Store) -> list[ActivityDraft]:
    found = [store.read(queries.card, row.id).draft for row in store.read(queries.listed)]
    return sorted(found, key=repr)


def test_names_stay_and_numbers_rise_with_each_change(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store)
        (before,) = store.read(calendars.outgoing, number)
        draft = activity_draft("Soep op donderdag", datetime(2026, 10, 15, 12), None)
        store.clock.set(store.clock.now() + timedelta(hours=1))  # type: ignore[attr-defined]
        store.write(DONE, plan.change_activity, number, draft)
        (after,) = store.read(calendars.outgoing, number)
        assert after.event.uid == before.event.uid
        assert after.sequence > before.sequence
        assert after.changed_at == before.changed_at + timedelta(hours=1)
        store.clock.set(store.clock.now() + timedelta(hours=1))  # type: ignore[attr-defined]
        store.undo()
        (undone,) = store.read(calendars.outgoing, number)
        assert undone.event == before.event
        assert undone.sequence > after.sequence


def test_our_own_calendar_changes_only_what_was_changed_in_it(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        first, second = add_activity(store, "Soep"), add_activity(store, "Wandeling")
        store.write(
            DONE, plan.change_activity, first, activity_draft("Soep", datetime(2026, 10, 14, 12), None, capacity=16)
        )
        data = write_calendar("Klaverhoek", store.read(calendars.outgoing)).replace(b"T120000", b"T130000", 1)
        read = read_calendar(data, "x.ics", TODAY)
        plans = store.read(calendars.plan, read.events)
        assert {(one.activity_id, one.state, one.changes) for one in plans} == {
            (first, "changed", ("starts_at",)),
            (second, "same", ()),
        }
        with taken_back(store):
            result = store.write(DONE, importing.import_calendar, read.events)
        assert (result.added, result.changed, result.unchanged) == ((), (first,), 1)
        changed = store.read(queries.card, first).draft
        assert (changed.starts_at, changed.capacity) == (datetime(2026, 10, 14, 13), 16)
        assert len(store.read(queries.listed)) == 2


def test_new_events_are_those_of_others_unless_they_say_whose(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        theirs = CalendarEvent("a@b", "Beweegles", datetime(2026, 11, 1, 15))
        ours = CalendarEvent("c@d", "Soep", datetime(2026, 11, 2, 12), source="resident")
        store.write(DONE, importing.import_calendar, [theirs, ours])
        assert [row.source for row in store.read(queries.listed)] == ["organisation", "resident"]


def test_no_people_stand_in_a_calendar(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        person = add_person(store, "Kwibus Kwakkelstein", phones=("0612345678",))
        draft = activity_draft(contact=person)
        store.write(DONE, plan.add_activity, draft)
        data = write_calendar("Klaverhoek", store.read(calendars.outgoing)).decode()
        path = store.path
    assert "Kwakkelstein" not in data
    assert "12345678" not in data
    out = tmp_path / "uit.ics"
    assert run_app("export", path, "activities", "-o", out).exit_code == 0
    assert out.read_bytes().decode() == data


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "whole"),
    [
        (datetime(2026, 5, 1), datetime(2026, 5, 1, 23, 59), True),
        (datetime(2026, 5, 1), datetime(2026, 5, 3, 23, 59), True),
        (datetime(2026, 5, 1), datetime(2026, 5, 2), False),
        (datetime(2026, 5, 1, 0, 1), datetime(2026, 5, 1, 23, 59), False),
    ],
)
def test_whole_days_are_told_by_their_times(starts_at: datetime, ends_at: datetime, *, whole: bool) -> None:
    assert is_whole_day(starts_at, ends_at) is whole
