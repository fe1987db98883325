"""Days as people write them in a task, over months, leap years and the change of the clock."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.features.promises import rules
from buurtapp.features.promises.records import KINDS, PromiseDraft

TODAY = date(2026, 10, 13)
"""A Tuesday, twelve days before the clocks go back."""


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("vandaag", TODAY),
        ("Today", TODAY),
        (" morgen ", date(2026, 10, 14)),
        ("overmorgen", date(2026, 10, 15)),
        ("vrijdag", date(2026, 10, 16)),
        ("Fri", date(2026, 10, 16)),
        ("op donderdag", date(2026, 10, 15)),
        ("dinsdag", date(2026, 10, 20)),
        ("maandag", date(2026, 10, 19)),
        ("volgende week", date(2026, 10, 20)),
        ("16 okt", date(2026, 10, 16)),
        ("16okt", date(2026, 10, 16)),
        ("vr 16 okt", date(2026, 10, 16)),
        ("16-10", date(2026, 10, 16)),
        ("16/10", date(2026, 10, 16)),
        ("13-10", TODAY),
        ("12-10", date(2027, 10, 12)),
        ("1 jan", date(2027, 1, 1)),
        ("29 feb", date(2028, 2, 29)),
        ("16", date(2026, 10, 16)),
        ("de 5e", date(2026, 11, 5)),
        ("31", date(2026, 10, 31)),
        ("over 3 dagen", date(2026, 10, 16)),
        ("over drie dagen", date(2026, 10, 16)),
        ("in 2 weeks", date(2026, 10, 27)),
        ("over een week", date(2026, 10, 20)),
        ("over 12 dagen", date(2026, 10, 25)),
        ("16-10-2026", date(2026, 10, 16)),
        ("2026-10-16", date(2026, 10, 16)),
        ("1 mrt 2027", date(2027, 3, 1)),
    ],
)
def test_a_day_can_be_written_in_many_ways(written: str, day: date) -> None:
    assert rules.due_of(written, TODAY) == day


@pytest.mark.parametrize(
    "written",
    ["", "ooit", "okt", "oktober 2026", "2026", "32", "0", "30 feb", "over dagen", "over 99999 dagen", "3 dagen", "😀"],
)
def test_what_is_no_day_is_not_guessed(written: str) -> None:
    assert rules.due_of(written, TODAY) is None


def test_the_31st_is_found_over_a_short_month() -> None:
    assert rules.due_of("31", date(2026, 11, 1)) == date(2026, 12, 31)
    assert rules.due_of("30", date(2026, 1, 31)) == date(2026, 3, 30)


def test_29_february_is_found_over_the_year_1900() -> None:
    assert rules.due_of("29 feb", date(2096, 3, 1)) == date(2104, 2, 29)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 400))
def test_days_ahead_are_days_of_the_calendar(today: date, ahead: int) -> None:
    assert rules.due_of(f"over {ahead} dagen", today) == today + timedelta(days=ahead)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_day_without_a_year_is_never_past_and_the_next_one(today: date, wanted: date) -> None:
    found = rules.due_of(f"{wanted.day}-{wanted.month}", today)

    assert found is not None
    assert (found.day, found.month) == (wanted.day, wanted.month)
    assert today <= found <= today + timedelta(days=8 * 366)


@given(st.text(max_size=40))
def test_nothing_that_is_typed_breaks_it(written: str) -> None:
    found = rules.due_of(written, TODAY)
    assert found is None or isinstance(found, date)


def test_everything_wrong_is_told_at_once() -> None:
    assert [one.field for one in rules.problems(PromiseDraft(" ", kind="visit"))] == ["title", "kind"]
    assert [one.field for one in rules.problems(PromiseDraft("a" * 201))] == ["title"]
    assert [rules.problems(PromiseDraft("a" * 200, kind=kind)) for kind in KINDS] == [[], [], []]
