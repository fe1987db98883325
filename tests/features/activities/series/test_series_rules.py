"""Rules of what comes again: their days, their ends, and what happens to days that do not exist."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.features.activities.series import rules
from buurtapp.features.activities.series.records import EVERY, Every, Repeat

SOUP = datetime(2026, 10, 14, 12)
STARTS = st.datetimes(datetime(2000, 1, 1), datetime(2090, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))
ENDS = st.one_of(
    st.none().map(lambda _none: (None, None)),
    st.integers(2, 60).map(lambda times: (times, None)),
    st.integers(400, 1200).map(lambda days: (None, days)),
)


def repeat(every: Every, end: tuple[int | None, int | None], starts_at: datetime) -> Repeat:
    times, days = end
    return Repeat(every, times, starts_at.date() + timedelta(days) if days is not None else None)


@pytest.mark.parametrize(
    ("every", "starts_at", "days"),
    [
        ("week", SOUP, ["2026-10-14", "2026-10-21", "2026-10-28", "2026-11-04"]),
        ("2weeks", SOUP, ["2026-10-14", "2026-10-28", "2026-11-11", "2026-11-25"]),
        ("month", SOUP, ["2026-10-14", "2026-11-11", "2026-12-09", "2027-01-13"]),
        ("month", datetime(2026, 9, 30, 20), ["2026-09-30", "2026-10-28", "2026-11-25", "2026-12-30"]),
        ("monthday", datetime(2027, 1, 31, 20), ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]),
        ("monthday", datetime(2028, 1, 29, 20), ["2028-01-29", "2028-02-29", "2028-03-29", "2028-04-29"]),
        ("year", SOUP, ["2026-10-14", "2027-10-14", "2028-10-14", "2029-10-14"]),
        ("year", datetime(2028, 2, 29, 12), ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]),
    ],
)
def test_days_of_a_rule(every: Every, starts_at: datetime, days: list[str]) -> None:
    found = rules.first_times(rules.rule_of(Repeat(every), starts_at), starts_at, len(days))

    assert [at.date().isoformat() for at in found] == days
    assert {at.time() for at in found} == {starts_at.time()}


@given(st.sampled_from(EVERY), STARTS, ENDS)
def test_times_rise_strictly_at_the_same_wall_clock_time(
    every: Every, starts_at: datetime, end: tuple[int | None, int | None]
) -> None:
    wanted = repeat(every, end, starts_at)
    if rules.problems(wanted, starts_at):
        # Too far apart, or too many, for the last day that was drawn.
        assert wanted.until is not None
        return

    found = rules.laid_out(rules.rule_of(wanted, starts_at), starts_at)

    assert found[0] == starts_at
    assert len(found) >= 2
    assert all(one.date() < other.date() for one, other in pairwise(found))
    assert {at.time() for at in found} == {starts_at.time()}
    if wanted.times is not None:
        assert len(found) == wanted.times
    if wanted.until is not None:
        assert found[-1].date() <= wanted.until


@given(STARTS, st.integers(2, 40))
def test_a_month_without_the_date_has_its_last_day(starts_at: datetime, times: int) -> None:
    found = rules.laid_out(rules.rule_of(Repeat("monthday", times), starts_at), starts_at)

    months = [at.year * 12 + at.month for at in found]
    assert months == list(range(months[0], months[0] + times))
    assert all(at.day == min(starts_at.day, monthrange(at.year, at.month)[1]) for at in found)


@given(STARTS, st.integers(2, 20))
def test_each_year_has_its_day_also_without_29_february(starts_at: datetime, times: int) -> None:
    found = rules.laid_out(rules.rule_of(Repeat("year", times), starts_at), starts_at)

    assert [at.year for at in found] == list(range(starts_at.year, starts_at.year + times))
    assert all(at.month == starts_at.month for at in found)
    assert all(at.day == min(starts_at.day, monthrange(at.year, at.month)[1]) for at in found)


@given(STARTS, st.integers(2, 30))
def test_the_nth_weekday_of_a_month_stays_that(starts_at: datetime, times: int) -> None:
    found = rules.laid_out(rules.rule_of(Repeat("month", times), starts_at), starts_at)

    assert {at.weekday() for at in found} == {starts_at.weekday()}
    nth = rules.nth_of(starts_at)
    for at in found:
        is_last = at.day + 7 > monthrange(at.year, at.month)[1]
        assert is_last if nth == -1 else rules.nth_of(at) == nth or (nth == 4 and (at.day - 1) // 7 == 3)


@given(st.sampled_from(EVERY), STARTS, st.integers(1, 4))
def test_more_days_come_after_all_that_are_known_and_never_twice(every: Every, starts_at: datetime, often: int) -> None:
    rule = rules.rule_of(Repeat(every), starts_at)
    known = rules.laid_out(rule, starts_at)

    for _time in range(often):
        new = rules.more(rule, starts_at, known)
        assert new
        assert not {at.date() for at in new} & {at.date() for at in known}
        known += new

    assert known == rules.first_times(rule, starts_at, len(known))


@given(st.sampled_from(EVERY), STARTS, st.integers(2, 20))
def test_a_rule_with_an_end_gives_no_more(every: Every, starts_at: datetime, times: int) -> None:
    rule = rules.rule_of(Repeat(every, times), starts_at)

    assert rules.more(rule, starts_at, rules.laid_out(rule, starts_at)) == []


@given(st.sampled_from(EVERY), STARTS, st.integers(2, 20), st.data())
def test_what_follows_keeps_the_number_of_times_that_is_left(
    every: Every, starts_at: datetime, times: int, data: st.DataObject
) -> None:
    rule = rules.rule_of(Repeat(every, times), starts_at)
    days = rules.laid_out(rule, starts_at)
    at = data.draw(st.integers(0, times - 1))

    later = days[at].replace(hour=23, minute=59)
    same_day = rules.laid_out(rules.from_here(rule, starts_at, days[at], later), later)
    tomorrow = days[at] + timedelta(1)
    next_day = rules.laid_out(rules.from_here(rule, starts_at, days[at], tomorrow), tomorrow)

    assert [day.date() for day in same_day] == [day.date() for day in days[at:]]
    assert (len(next_day), next_day[0]) == (times - at, tomorrow)


@pytest.mark.parametrize(
    ("how", "fields"),
    [
        (Repeat("day"), {"every"}),  # type: ignore[arg-type]
        (Repeat("week", 1), {"times"}),
        (Repeat("week", 201), {"times"}),
        (Repeat("week", 3, date(2027, 1, 1)), {"until"}),
        (Repeat("week", until=date(2026, 10, 20)), {"until"}),
        (Repeat("week", until=date(2036, 10, 20)), {"until"}),
        (Repeat("week", 0, date(2027, 1, 1)), {"times", "until"}),
        (Repeat("week", until=date(2026, 10, 21)), set()),
        (Repeat("year"), set()),
    ],
)
def test_what_is_wrong_is_told_by_field(how: Repeat, fields: set[str]) -> None:
    assert {problem.field for problem in rules.problems(how, SOUP)} == fields


def test_half_a_year_on_stays_in_a_month_that_is_short() -> None:
    assert rules.half_a_year_on(datetime(2026, 8, 31, 12)).date() == date(2027, 2, 28)
    assert rules.half_a_year_on(datetime(2026, 10, 14, 12)).date() == date(2027, 4, 14)


@pytest.mark.parametrize(
    ("rule", "every"),
    [
        ("FREQ=WEEKLY;COUNT=3", "week"),
        ("FREQ=WEEKLY;INTERVAL=2;UNTIL=20270101T235959", "2weeks"),
        ("FREQ=MONTHLY;BYDAY=-1WE", "month"),
        ("FREQ=MONTHLY;BYDAY=2WE", "month"),
        ("FREQ=MONTHLY;BYDAY=MO,TU", None),
        ("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "monthday"),
        ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=14", "year"),
        ("FREQ=DAILY", None),
        ("FREQ=WEEKLY;INTERVAL=3", None),
    ],
)
def test_a_rule_is_known_again(rule: str, every: str | None) -> None:
    assert rules.every_of(rule) == every


def test_an_end_of_another_calendar_in_utc_is_read() -> None:
    assert len(rules.laid_out("FREQ=WEEKLY;UNTIL=20261104T110000Z", SOUP)) == 3
