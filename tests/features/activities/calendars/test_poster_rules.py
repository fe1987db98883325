"""What comes every week and what has a day, places told once, and how much stands on a sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.features.activities.calendars import poster_rules as rules
from buurtapp.features.activities.calendars.records import PosterRow

JUNE = date(2026, 6, 1)


def row(day: int, title: str = "Soep", hour: int = 12, **more: object) -> PosterRow:
    return PosterRow(title, "eten", "De Kas", datetime(2026, 6, day, hour), **more)  # type: ignore[arg-type]


def test_three_times_the_same_weekday_and_hour_is_every_week() -> None:
    rows = [row(day) for day in (3, 10, 17)] + [row(4, "Koffie"), row(11, "Koffie")]

    weekly, dated = rules.weekly_and_dated(rows, JUNE)

    assert [(one.first.title, one.not_on) for one in weekly] == [("Soep", (date(2026, 6, 24),))]
    assert [one.title for one in dated] == ["Koffie", "Koffie"]


def test_a_time_that_was_moved_has_a_day_of_its_own() -> None:
    rows = [row(3), row(10), row(18), row(24), row(17, hour=18)]

    weekly, dated = rules.weekly_and_dated(rows, JUNE)

    assert [one.not_on for one in weekly] == [(date(2026, 6, 17),)]
    assert [one.starts_at.day for one in dated] == [18, 17]


def test_the_same_title_on_several_weekdays_counts_for_each() -> None:
    rows = [row(day) for day in (1, 2, 3, 4)]

    assert rules.weekly_and_dated(rows, JUNE) == ((), tuple(rows))


def test_at_most_three_things_are_every_week_those_that_come_most_often() -> None:
    often = {"Ma": (1, 8, 15, 22, 29), "Di": (2, 9, 16, 23, 30), "Wo": (3, 10, 17, 24), "Do": (4, 11, 18)}
    rows = [row(day, title) for title, days in often.items() for day in days]

    weekly, dated = rules.weekly_and_dated(rows, JUNE)

    assert [one.first.title for one in weekly] == ["Ma", "Di", "Wo"]
    assert {one.title for one in dated} == {"Do"}


def test_what_stands_out_keeps_its_own_day() -> None:
    rows = [row(3), row(10), row(17, highlight=True), row(24)]

    assert rules.weekly_and_dated(rows, JUNE)[1] == tuple(rows)


@pytest.mark.parametrize("month", [date(2028, 2, 1), date(2026, 3, 1), date(2026, 10, 1), date(2026, 12, 1)])
def test_every_week_through_leap_days_summer_time_and_year_ends(month: date) -> None:
    days = [month + timedelta(days=at) for at in range(31) if (month + timedelta(days=at)).month == month.month]
    rows = [PosterRow("Soep", "", "", datetime(day.year, day.month, day.day, 2, 30)) for day in days[-1::-7]][::-1]

    weekly, dated = rules.weekly_and_dated(rows, month)

    assert [one.not_on for one in weekly] == [()]
    assert dated == ()


@given(days=st.lists(st.tuples(st.integers(1, 30), st.sampled_from("abcd"), st.sampled_from([10, 12])), max_size=40))
def test_nothing_is_lost_and_nothing_told_twice(days: list[tuple[int, str, int]]) -> None:
    rows = [row(day, title, hour) for day, title, hour in sorted(days)]

    weekly, dated = rules.weekly_and_dated(rows, JUNE)
    covered = [
        one
        for one in rows
        if any(
            (one.title, one.starts_at.weekday(), one.starts_at.time())
            == (every.first.title, every.first.starts_at.weekday(), every.first.starts_at.time())
            for every in weekly
        )
    ]

    assert len(weekly) <= 3
    assert len(covered) + len(dated) == len(rows)
    assert all(
        (every.first.starts_at.date() + timedelta(days=7 * at) not in every.not_on) for every in weekly for at in (0,)
    )


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (["De Kas, Esdoornplein 2", "De Kas, Esdoornplein 2", "Plein"], ("De Kas", "Esdoornplein 2")),
        (["De Kas, Esdoornplein 2"], None),
        (["De Kade, zaal 2", "De Kade, zaal 2"], None),
        (["De Kade, neem mee wat stuk is"] * 3, None),
        (["De Kas, Esdoornplein 12 a"] * 2, ("De Kas", "Esdoornplein 12 a")),
        (["", ", "], None),
    ],
)
def test_an_address_is_told_once_at_the_foot(places: list[str], told: tuple[str, str] | None) -> None:
    rows = [replace(row(3), place=place) for place in places]

    assert rules.told_once(rows) == told


def test_the_place_that_is_told_at_the_foot_has_its_name_alone() -> None:
    address = ("De Kas", "Esdoornplein 2")
    rows = [replace(row(3), place=place) for place in ("De Kas, Esdoornplein 2", "De Kas, zaal 2", "Plein\n west")]

    assert [rules.without_address(one, address).place for one in rows] == ["De Kas", "De Kas, zaal 2", "Plein west"]


def test_free_and_open_are_only_said_when_true_of_all() -> None:
    free, dear, silent = row(3, cost="Gratis"), row(4, cost="€ 2,50"), row(5)

    assert [rules.is_free(rows) for rows in ([free], [free, dear], [free, silent], [])] == [True, False, False, False]
    assert [rules.is_open(rows) for rows in ([free], [replace(free, for_whom="ouderen")], [])] == [True, False, False]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Buurtgroep De Wilgenhof", "De Wilgenhof"),
        ("Stichting Klaverhoek", "Klaverhoek"),
        ("Klaverhoek", "Klaverhoek"),
        ("Buurtgroep", "Buurtgroep"),
        ("", ""),
    ],
)
def test_the_neighbourhood_in_the_name_of_a_group(name: str, place: str) -> None:
    assert rules.place_of_group(name) == place


@given(count=st.integers(0, 80))
def test_sheets_hold_at_most_fourteen_and_are_shared_evenly(count: int) -> None:
    rows = [row(1, str(at)) for at in range(count)]

    sheets = rules.sheets_of(rows)

    assert [one for sheet in sheets for one in sheet] == rows
    assert max(map(len, sheets)) <= 14
    assert len(sheets) == max(1, -(-count // 14))
