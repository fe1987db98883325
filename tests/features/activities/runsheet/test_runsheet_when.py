"""When a job is to be done: as people write it, moving along with the activity, also when the clocks change."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.core.i18n import use_language
from buurtapp.features.activities.runsheet import when, wording
from buurtapp.features.activities.runsheet.records import When

NOON = datetime(2026, 10, 14, 12)
STARTS = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2035, 12, 31)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3 weken vooraf", When(-21)),
        ("3 weeks before", When(-21)),
        ("een week van tevoren", When(-7)),
        ("2 dagen ervoor", When(-2)),
        ("-21", When(-21)),
        ("+1", When(1)),
        ("0", When(0)),
        ("1 dag na", When(1)),
        ("1 day after", When(1)),
        ("De dag erna", When(1)),
        ("the day before", When(-1)),
        ("op de dag", When(0)),
        ("11.00", When(0, -60)),
        ("11:00", When(0, -60)),
        ("11u", When(0, -60)),
        ("14 uur", When(0, 120)),
        ("wo 11.00", When(0, -60)),
        ("do 00.30", When(1, 750)),
        ("do 15 okt", When(1)),
        ("15 oktober", When(1)),
        ("15-10-2026", When(1)),
        ("Thu 15 Oct", When(1)),
        ("do", When(1)),
    ],
)
def test_what_people_write_is_understood(typed: str, meant: When) -> None:
    assert when.parse(typed, NOON) == meant


@pytest.mark.parametrize(
    "typed", ["", "flauwekul", "31-2", "25.00", "-900", "3 weken", "vooraf", "1000 weken vooraf", "32 okt"]
)
def test_what_is_no_time_is_none(typed: str) -> None:
    assert when.parse(typed, NOON) is None


def test_a_time_in_the_night_belongs_to_the_night_after_an_evening() -> None:
    assert when.parse("00.30", datetime(2026, 10, 14, 20)) == When(1, 270)
    assert when.parse("00.30", datetime(2026, 10, 14, 9)) == When(0, -510)


def test_a_date_is_that_of_the_year_nearest_to_the_activity() -> None:
    assert when.parse("28 dec", datetime(2027, 1, 4, 12)) == When(-7)


@given(STARTS, st.integers(-when.MOST_DAYS, when.MOST_DAYS), st.sampled_from(["nl", "en"]))
def test_days_are_read_back_as_they_are_told(starts_at: datetime, days: int, language: str) -> None:
    with use_language(language):
        told = wording.typed_when(When(days), starts_at)

    assert when.parse(told, starts_at) == When(days)


@given(STARTS, st.integers(-24 * 60, 24 * 60), st.sampled_from(["nl", "en"]))
def test_a_time_of_the_clock_is_read_back_as_it_is_told(starts_at: datetime, minutes: int, language: str) -> None:
    moment = starts_at + timedelta(minutes=minutes)
    job = when.from_moment(moment, starts_at)

    with use_language(language):
        assert when.parse(wording.typed_when(job, starts_at), starts_at) == job


@given(STARTS, st.integers(-24 * 60, 24 * 60), st.integers(-400, 400))
def test_a_job_moves_along_and_keeps_its_time_on_the_wall_also_over_summer_time(
    starts_at: datetime, minutes: int, days: int
) -> None:
    job = When(0, minutes)
    moved = starts_at + timedelta(days=days)

    before, after = job.at(starts_at), job.at(moved)

    assert before is not None
    assert after is not None
    assert after.time() == before.time()
    assert (after.date() - before.date()).days == days


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_on_the_days_the_clocks_change_eleven_stays_eleven(day: date) -> None:
    starts_at = datetime.combine(day, NOON.time())

    job = when.parse("1.30", starts_at)

    assert job is not None
    assert job.at(starts_at) in {
        datetime.combine(day, datetime(2026, 1, 1, 1, 30).time()),
        datetime.combine(day + timedelta(days=1), datetime(2026, 1, 1, 1, 30).time()),
    }
    assert When(-21).on(starts_at) == day - timedelta(days=21)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Sleutel halen @Dirk-Jan 11.00", ("Sleutel halen", "Dirk-Jan", When(0, -60))),
        ("Flyer maken 3 weken vooraf", ("Flyer maken", "", When(-21))),
        ("Soep @Samira El Idrissi wo 11.00", ("Soep", "Samira El Idrissi", When(0, -60))),
        ("Vegen @iedereen", ("Vegen", "iedereen", None)),
        ("Kachel aan om 11.00", ("Kachel aan", "", When(0, -60))),
        ("Boodschappen voor 16", ("Boodschappen voor 16", "", None)),
        ("De Kas is vrij van 11 tot 14 uur", ("De Kas is vrij van 11 tot 14 uur", "", None)),
        ("Mail info@voorbeeld.invalid", ("Mail info@voorbeeld.invalid", "", None)),
        ("Bel ma", ("Bel ma", "", None)),
        ("11.00", ("11.00", "", None)),
        ("@Jan", ("", "Jan", None)),
        ("  ", ("", "", None)),
    ],
)
def test_a_line_is_split_in_what_who_and_when(line: str, meant: tuple[str, str, When | None]) -> None:
    assert when.split(line, NOON) == meant


@given(st.text(max_size=60), STARTS)
def test_any_line_can_be_typed(line: str, starts_at: datetime) -> None:
    title, owner, _when = when.split(line, starts_at)

    assert set(title.split()) <= set(line.split())
    assert owner in " ".join(line.split())


@pytest.mark.parametrize(
    ("job", "phase", "fits"),
    [
        (When(-1), "before", True),
        (When(1), "before", False),
        (When(0, 30), "before", False),
        (When(0, 30), "day", True),
        (When(1, 750), "day", True),
        (When(-1), "day", False),
        (When(0), "after", True),
        (When(-1), "after", False),
    ],
)
def test_a_phase_takes_only_its_own_times(job: When, phase: str, fits: bool) -> None:
    assert when.fits_phase(job, phase) is fits


def test_the_phase_follows_from_the_time() -> None:
    assert when.phase_of(When(-7), NOON, None) == "before"
    assert when.phase_of(When(0, -60), NOON, None) == "day"
    assert when.phase_of(When(1, 800), NOON, None) == "day"
    assert when.phase_of(When(2), NOON, None) == "after"
