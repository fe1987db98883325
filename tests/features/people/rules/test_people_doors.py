"""Addresses as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.features.people.records import Door
from buurtapp.features.people.rules import doors


@pytest.mark.parametrize(
    ("written", "door"),
    [
        ("Klaverstraat 12", Door("Klaverstraat", 12)),
        ("Klaverstraat 12-a", Door("Klaverstraat", 12, "a")),
        ("klaverstr. 12A", Door("Klaverstraat", 12, "a")),
        ("Klaverstraat 12 bis", Door("Klaverstraat", 12, "bis")),
        ("Klaverstraat 12 hs", Door("Klaverstraat", 12, "hs")),
        ("KLAVERSTRAAT 6 II", Door("Klaverstraat", 6, "II")),
        ("Plein 1944 7", Door("Plein 1944", 7)),
        ("Meidoornln 4, 9999ab Klaverdorp", Door("Meidoornlaan", 4, "", "9999 AB", "Klaverdorp")),
        ("12 a Klaverstraat", Door("Klaverstraat", 12, "a")),
        ("Klaverstraat nr. 8", Door("Klaverstraat", 8)),
    ],
)
def test_a_door_is_found(written: str, door: Door) -> None:
    parsed = doors.parse_address(written)
    assert parsed.problem == ""
    assert parsed.door == door


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("Klaverstraat", "address_no_number"),
        ("bij de penningmeester", "address_unreadable"),
        ("Postbus 12", "address_unreadable"),
        ("Klaverstraat 1 t/m 9", "address_unreadable"),
    ],
)
def test_what_is_no_door_is_told(written: str, problem: str) -> None:
    assert doors.parse_address(written).problem == problem


@pytest.mark.parametrize(
    ("written", "postcode", "place", "problem"),
    [
        ("9999AN  Klaverdorp", "9999 AN", "Klaverdorp", ""),
        ("Klaverdorp", "", "Klaverdorp", ""),
        ("9999 ap, KLAVERDORP", "9999 AP", "Klaverdorp", ""),
        ("9999", "", "", "postcode_incomplete"),
        ("99 ZZ", "", "", "postcode_invalid"),
        ("", "", "", ""),
    ],
)
def test_postcodes(written: str, postcode: str, place: str, problem: str) -> None:
    assert doors.parse_postcode(written) == doors.ParsedPostcode(postcode, place, problem)


def test_one_address_however_it_is_written() -> None:
    one = doors.door_key(Door("Klaverstr.", 12, "A"))
    assert one == doors.door_key(Door("klaverstraat", 12, " a"))
    assert one != doors.door_key(Door("Klaverstraat", 12))
    assert doors.door_key(Door("Klaverstraat")) is None
    assert doors.door_key(Door(number=4)) is None


@given(st.text(max_size=60))
def test_any_text_can_be_read_as_an_address(written: str) -> None:
    parsed = doors.parse_address(written)
    assert bool(parsed.problem) == (parsed.door.number is None)


@given(st.integers(1, 999), st.sampled_from(["", "a", "B", "bis", "hs", "II", "3"]))
def test_a_house_is_read_back_from_how_it_is_shown(number: int, addition: str) -> None:
    door = Door("Klaverstraat", number, doors.nice_addition(addition))
    assert doors.parse_address(door.line).door == door
