"""Amounts and days as people type them, and as they are told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.core.i18n import use_language
from buurtapp.features.activities.money.typed import (
    MOST,
    bare,
    day_typed,
    euros,
    parse_amount,
    parse_day,
    size_words,
    split_amount,
    split_day,
)

TODAY = date(2026, 10, 13)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("12,50", 1250),
        ("€ 1.500", 150000),
        ("€1.500,00", 150000),
        ("1500", 150000),
        ("12.5", 1250),
        ("1.500,00", 150000),
        ("1.500.000", 150000000),
        ("1 500", 150000),
        ("12,-", 1200),
        ("12,--", 1200),
        ("12 euro", 1200),
        ("EUR 12,5", 1250),
        (" 0 ", 0),
        ("12.50", 1250),
    ],
)
def test_an_amount_is_read_as_the_dutch_write_it(typed: str, cents: int) -> None:
    assert parse_amount(typed) == cents


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "abc",
        "-3",
        "12,555",
        "1.5000",
        "1.50.0",
        "12,,5",
        "1,500",
        "١٢",
        "1e3",
        "12€50",
        "10.000.000,01",
        "12\x00",
    ],
)
def test_an_amount_that_can_mean_two_things_is_none(typed: str) -> None:
    assert parse_amount(typed) is None


@given(st.integers(0, MOST))
def test_an_amount_that_was_told_is_read_again(cents: int) -> None:
    with use_language("nl"):
        assert parse_amount(euros(cents)) == cents
        assert parse_amount(bare(cents)) == cents


def test_an_amount_is_told_in_the_language_of_the_reader() -> None:
    with use_language("nl"):
        assert euros(129155) == "€\u00a01.291,55"
        assert bare(-5) == "-0,05"
        assert size_words(6_400_000) == "6,4\u00a0MB"
    with use_language("en"):
        assert euros(129155) == "€\u00a01,291.55"
        assert size_words(12_300) == "12\u00a0kB"
        assert size_words(0) == "0\u00a0kB"


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Boodschappen 45,00", ("Boodschappen", "45,00")),
        ("Zaal  De Kas € 1.500", ("Zaal De Kas", "€ 1.500")),
        ("Zaal 12,50 euro", ("Zaal", "12,50 euro")),
        ("Drukwerk", ("Drukwerk", "")),
        ("Koffie 12,-", ("Koffie", "12,-")),
        ("45,00", ("45,00", "")),
        ("", ("", "")),
    ],
)
def test_a_line_is_parted_in_what_and_how_much(typed: str, parts: tuple[str, str]) -> None:
    assert split_amount(typed) == parts


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("9-9", date(2026, 9, 9)),
        ("9/9/26", date(2026, 9, 9)),
        ("09-09-2026", date(2026, 9, 9)),
        ("2026-09-09", date(2026, 9, 9)),
        ("31-12", date(2025, 12, 31)),
        ("31-2", None),
        ("29-2-2025", None),
        ("29-2-2024", date(2024, 2, 29)),
        ("morgen", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: date | None) -> None:
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("9-9 Groente 12,50", (date(2026, 9, 9), "Groente 12,50")),
        (" Groente 12,50 ", (None, "Groente 12,50")),
        ("31-2 Groente", (None, "31-2 Groente")),
        ("9-9", (None, "9-9")),
        ("", (None, "")),
    ],
)
def test_a_day_may_stand_in_front(typed: str, parts: tuple[date | None, str]) -> None:
    assert split_day(typed, TODAY) == parts


def test_a_day_that_is_to_come_lies_ahead() -> None:
    assert parse_day("1-11", TODAY, ahead=True) == date(2026, 11, 1)
    assert parse_day("1-10", TODAY, ahead=True) == date(2027, 10, 1)
    assert parse_day("13-10", TODAY, ahead=True) == TODAY
    assert parse_day(day_typed(TODAY), TODAY) == TODAY
    assert day_typed(None) == ""
