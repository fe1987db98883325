"""Phone numbers and e-mail addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.features.people.rules import reach


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("06 0000 0111", ["+31600000111"]),
        ("06-00000111", ["+31600000111"]),
        ("600000111", ["+31600000111"]),
        ("31600000111", ["+31600000111"]),
        ("+31 (0)6 0000 0111", ["+31600000111"]),
        ("0031 6 0000 0111", ["+31600000111"]),
        ("0499-000111", ["+31499000111"]),
        ("06 0000 0605 / 0499 000605", ["+31600000605", "+31499000605"]),
        ("06 0000 0111 (werk)", ["+31600000111"]),
        ("geheim nummer", []),
        ("06 0000", []),
        ("", []),
    ],
)
def test_phones(written: str, numbers: list[str]) -> None:
    assert list(reach.parse_phones(written).values) == numbers


def test_what_is_left_beside_a_number_is_told() -> None:
    assert reach.parse_phones("06 0000 0111 bel na 18 u").left_over
    assert not reach.parse_phones("06 0000 0111").left_over
    assert not reach.parse_phones("tel. 06 0000 0111").left_over


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+31600000111", "06 0000 0111"),
        ("+31499000111", "0499 000111"),
        ("+31400000111", "040 000 0111"),
        ("+4930123456", "+4930123456"),
        ("geheim", "geheim"),
    ],
)
def test_numbers_are_shown_as_people_read_them(stored: str, shown: str) -> None:
    assert reach.nice_phone(stored) == shown


@given(st.text(max_size=40))
def test_any_text_can_be_read_as_a_phone(written: str) -> None:
    assert all(number.startswith("+") for number in reach.parse_phones(written).values)


@given(st.integers(0, 999))
def test_a_shown_number_is_read_back(last: int) -> None:
    number = f"+31600000{last:03}"
    assert reach.one_phone(reach.nice_phone(number)) == number


@pytest.mark.parametrize(
    ("written", "addresses", "left_over"),
    [
        ("Henk@Example.org", ["henk@example.org"], False),
        ("henk@example.org; ria@voorbeeld.invalid", ["henk@example.org", "ria@voorbeeld.invalid"], False),
        ("Henk <henk@example.org>", ["henk@example.org"], False),
        ("mailto:henk@example.org", ["henk@example.org"], False),
        ("henk at example", [], True),
        ("", [], False),
    ],
)
def test_emails(written: str, addresses: list[str], left_over: bool) -> None:
    found = reach.parse_emails(written)
    assert (list(found.values), found.left_over) == (addresses, left_over)
