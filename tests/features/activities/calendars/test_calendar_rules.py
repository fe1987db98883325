"""Months and their weeks, short titles, what an activity still needs, rooms used twice, and what a list shows."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.features.activities.calendars import rules
from buurtapp.features.activities.calendars.records import Entry, Finding, Planned
from buurtapp.features.activities.rows import ActivityRow, Counts

HERE = datetime(2026, 10, 13, 14, 5)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
TIMES = st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 3))


def row(**more: object) -> ActivityRow:
    starts_at = datetime(2026, 10, 14, 12)
    return ActivityRow(1, "Soep", "", "De Kas", starts_at, None, None, Counts(), **more)  # type: ignore[arg-type]


# Months


@given(day=DAYS, months=st.integers(-30, 30))
def test_the_same_day_of_another_month_is_in_that_month_and_never_later_in_it(day: date, months: int) -> None:
    moved = rules.same_day(day, months)

    assert rules.month_start(moved) == rules.month_start(day, months)
    assert moved.day <= day.day
    assert moved.day == day.day or rules.month_start(moved + timedelta(days=1)) != rules.month_start(moved)


@given(day=DAYS)
def test_the_days_shown_are_whole_weeks_around_the_month(day: date) -> None:
    first, end = rules.days_shown(rules.month_start(day))

    assert first.weekday() == end.weekday() == 0
    assert (end - first).days == 7 * rules.weeks_of(rules.month_start(day))
    assert first <= rules.month_start(day) < rules.month_start(day, 1) <= end
    assert (rules.month_start(day) - first).days < 7
    assert (end - rules.month_start(day, 1)).days < 7


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2027, 1, 1), -1, date(2026, 12, 1)),
        (date(2026, 3, 29), 7, date(2026, 10, 29)),
    ],
)
def test_leap_days_year_ends_and_summer_time_are_days_like_others(day: date, months: int, expected: date) -> None:
    assert rules.same_day(day, months) == expected


def test_february_can_have_four_weeks_and_august_six() -> None:
    assert [rules.weeks_of(day) for day in (date(2027, 2, 1), date(2026, 8, 1), date(2026, 10, 1))] == [4, 6, 5]


# Words


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Soep op woensdag", ("Soep",)),
        ("Koffie elke dinsdagochtend", ("Koffie",)),
        ("Soup on Wednesdays", ("Soup",)),
        ("Buurtwandeling", ("Buurtwandeling", "Wandeling")),
        ("Buurtwandeling in het bos", ("Buurtwandeling in het bos", "Wandeling in het bos")),
        ("Buurtbus", ("Buurtbus",)),
        ("op woensdag", ("op woensdag",)),
        ("  Soep \n met brood ", ("Soep met brood",)),
        ("Fietsen maken", ("Fietsen maken",)),
    ],
)
def test_the_calendar_leaves_out_what_its_days_say_already(title: str, short: tuple[str, ...]) -> None:
    assert rules.short_titles(title) == short


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        (Counts(13, 13), (None, 0)),
        (Counts(13, 13, 0, 12, 2), (12, 2)),
        (Counts(13, 13, 0, 0, 20), (20, 0)),
        (Counts(13, 13, 0, 0, 0), (0, 0)),
    ],
)
def test_who_came_by_name_and_their_guests_are_told_apart(counts: Counts, told: tuple[int | None, int]) -> None:
    assert rules.came_and_along(counts) == told


def test_what_was_expected_is_what_was_filled_in_else_who_signed_up() -> None:
    signed = ActivityRow(1, "Soep", "", "", HERE, None, None, Counts(13, 18))
    filled = ActivityRow(1, "Soep", "", "", HERE, None, None, Counts(13, 18), expected=30)

    assert [rules.expected(Planned(one, "over")) for one in (signed, filled)] == [13, 30]


# Needs


@pytest.mark.parametrize(
    ("days", "printed", "state"),
    [
        (0, False, "over"),
        (1, False, "due"),
        (14, False, "due"),
        (15, False, "later"),
        (40, True, "done"),
        (1, True, "done"),
    ],
)
def test_a_flyer_is_due_two_weeks_before_and_too_late_on_the_day(days: int, printed: bool, state: str) -> None:
    starts_at = datetime(2026, 10, 13, 20) + timedelta(days=days)
    assert rules.flyer_state(starts_at, HERE, is_past=False, printed=printed) == state


@pytest.mark.parametrize(
    ("more", "unasked"),
    [
        ({"source": "organisation"}, True),
        ({"source": "council", "asked_by": 0}, True),
        ({"source": "council", "anyway": "  "}, True),
        ({"source": "organisation", "asked_by": 3}, False),
        ({"source": "organisation", "anyway": "De zaal staat toch klaar"}, False),
        ({"source": "resident"}, False),
        ({"source": "helper"}, False),
    ],
)
def test_a_plan_of_an_organisation_waits_for_a_neighbour_or_a_reason(more: dict[str, object], unasked: bool) -> None:
    assert rules.is_unasked(Planned(row(**more), "later")) is unasked


def test_the_most_pressing_need_stands_first_and_what_has_been_needs_nothing() -> None:
    busy = Planned(row(source="council"), "due", "due", jobs_late=2, same_room=True)
    own = Planned(row(), "due", "due", jobs_late=1)

    assert rules.needs(busy) == ("room", "unasked", "list", "jobs")
    assert rules.needs(own) == ("list", "flyer", "jobs")
    assert rules.needs(Planned(row(), "over", "over", jobs_late=3)) == ()


def test_on_time_is_only_said_of_paper_that_is_there() -> None:
    states = [("later", "done"), ("done", "over"), ("later", "later")]
    assert [rules.is_ready(Planned(row(), one, other)) for one, other in states] == [True, True, False]  # type: ignore[arg-type]


# Rooms


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("De Kas", "de kas, Esdoornplein 2", True),
        ("De Kas, zaal 1", "De Kas, zaal 2", False),
        ("De Kas, Esdoornplein 2", "De Kas , esdoornplein 2", True),
        ("De Kas", "De Kassen", False),
        ("", "", False),
        ("De Kas", "", False),
    ],
)
def test_a_place_without_a_room_can_be_any_of_its_rooms(one: str, other: str, same: bool) -> None:
    assert rules.is_same_room(one, other) is same
    assert rules.is_same_room(other, one) is same


def test_one_that_begins_when_the_other_ends_is_no_trouble() -> None:
    noon, two = datetime(2026, 10, 14, 12), datetime(2026, 10, 14, 14)

    assert rules.in_one_room([(1, "De Kas", noon, two), (2, "De Kas", two, None)]) == set()
    assert rules.in_one_room([(1, "De Kas", noon, None), (2, "De Kas", two, None)]) == set()
    assert rules.in_one_room([(1, "De Kas", noon, two), (2, "De Kas", two - timedelta(minutes=1), None)]) == {1, 2}


def test_something_over_midnight_is_still_in_its_room() -> None:
    eve, morning = datetime(2026, 12, 31, 22), datetime(2027, 1, 1, 1)

    assert rules.in_one_room([(1, "De Kas", eve, datetime(2027, 1, 1, 2)), (2, "De Kas", morning, None)]) == {1, 2}


@given(
    slots=st.lists(
        st.tuples(st.sampled_from(["De Kas", "De Kas, zaal 1", "Plein", ""]), TIMES, st.integers(1, 600)), max_size=8
    )
)
def test_rooms_used_twice_are_those_that_comparing_all_pairs_finds(slots: list[tuple[str, datetime, int]]) -> None:
    made = [(at, place, start, start + timedelta(minutes=long)) for at, (place, start, long) in enumerate(slots)]
    found = {
        one[0]
        for one in made
        for other in made
        if one[0] != other[0] and one[2] < other[3] and other[2] < one[3] and rules.is_same_room(one[1], other[1])
    }

    assert rules.in_one_room(made) == found


# The list


ENTRIES = [
    Entry(1, datetime(2026, 9, 30, 12), None, "resident", "soep op woensdag de kas"),
    Entry(2, datetime(2026, 10, 1, 19), None, "council", "inloop gemeente de kas"),
    Entry(3, datetime(2026, 10, 13, 13), None, "helper", "koffie plein"),
    Entry(4, datetime(2026, 10, 14, 12), None, "resident", "soep op woensdag de kas"),
    Entry(5, datetime(2026, 11, 5, 15), None, "organisation", "beweegles de kas"),
]


@pytest.mark.parametrize(
    ("finding", "numbers"),
    [
        (Finding("month", date(2026, 10, 20)), [2, 3, 4]),
        (Finding("coming", date(2026, 10, 1)), [3, 4, 5]),
        (Finding("past", date(2026, 10, 1)), [2, 1]),
        (Finding("all", date(2026, 10, 1)), [5, 4, 3, 2, 1]),
        (Finding("all", date(2026, 10, 1), "own"), [4, 3, 1]),
        (Finding("all", date(2026, 10, 1), "theirs"), [5, 2]),
        (Finding("all", date(2026, 10, 1), search="KAS soép"), [4, 1]),
        (Finding("coming", date(2026, 10, 1), "theirs", "kas"), [5]),
        (Finding("all", date(2026, 10, 1), search="niets"), []),
    ],
)
def test_a_list_shows_what_is_asked_of_it(finding: Finding, numbers: list[int]) -> None:
    assert [one.id for one in rules.found_in(ENTRIES, finding, HERE)] == numbers
