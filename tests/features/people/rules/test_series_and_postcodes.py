"""House numbers and postcodes as people type them."""

from __future__ import annotations

import pytest

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import set_language
from buurtapp.features.people.rules.doors import names_several, parse_postcode
from buurtapp.features.people.rules.postcodes import postcode_problem, typed_postcode
from buurtapp.features.people.rules.series import parse_series


@pytest.mark.parametrize(
    ("written", "doors"),
    [
        ("1-5 odd", [(1, ""), (3, ""), (5, "")]),
        ("1–5 ONEVEN", [(1, ""), (3, ""), (5, "")]),
        ("odd 1-5", [(1, ""), (3, ""), (5, "")]),
        ("5-1 odd", [(1, ""), (3, ""), (5, "")]),
        ("14 t/m 18 even", [(14, ""), (16, ""), (18, "")]),
        ("14 tot en met 16", [(14, ""), (15, ""), (16, "")]),
        ("57a, 60; 57 A en 62", [(57, "a"), (60, ""), (62, "")]),
        ("0-4 even", [(2, ""), (4, "")]),
        ("2-RD, 12/1", [(2, "rd"), (12, "1")]),
    ],
)
def test_rows_of_doors(written: str, doors: list[tuple[int, str]]) -> None:
    assert parse_series(written) == doors


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "Write house numbers like this"),
        ("0", "0"),
        ("9-1", "Write 1-9 for a row, 9/1 for a door"),
        ("1-99999", "2000"),
        ("1-1999, 2001-4000", "2000"),
        ("1-5, huis", "huis"),
        ("2-2 odd", "no house number"),
    ],
)
def test_what_is_no_row_gets_a_sentence(written: str, said: str) -> None:
    set_language("en")
    with pytest.raises(DraftInvalid) as refused:
        parse_series(written)
    assert said in str(refused.value).replace(",", "").replace("row 9", "row, 9")


@pytest.mark.parametrize(
    "written", ["Klaverstraat 14 t/m 18", "14 tot 18", "14, 16", "14 en 16", "1-55 odd", "14 & 16"]
)
def test_several_doors_are_seen(written: str) -> None:
    assert names_several(written)


@pytest.mark.parametrize("written", ["Klaverstraat 14", "2-RD", "12-1", "Kerkstraat 3 2-RD", "Plein 1944 7", "12 a"])
def test_one_door_is_one(written: str) -> None:
    assert not names_several(written)


@pytest.mark.parametrize(
    ("written", "postcode", "place"),
    [
        ("", "", ""),
        ("9999ab", "9999 AB", ""),
        ("NL-9999 AB", "9999 AB", ""),
        ("48599", "48599", ""),
        ("D-48599 Gronau", "D-48599", "Gronau"),
        ("be 3930 Hamont", "B-3930", "Hamont"),
        ("B-3930", "B-3930", ""),
        ("SW1A 1AA", "SW1A 1AA", ""),
        ("00-950", "00-950", ""),
    ],
)
def test_postcodes_from_here_and_abroad(written: str, postcode: str, place: str) -> None:
    parsed = typed_postcode(written)
    assert (parsed.postcode, parsed.place, postcode_problem(parsed)) == (postcode, place, None)
    assert typed_postcode(parsed.postcode).postcode == postcode


@pytest.mark.parametrize(("written", "said"), [("3930", "B-3930"), ("99 ZZ", "1234 AB"), ("abc", "1234 AB")])
def test_half_a_postcode_is_asked_about(written: str, said: str) -> None:
    problem = postcode_problem(typed_postcode(written))
    assert problem is not None
    assert said in problem.render()


def test_what_an_import_makes_of_four_figures_stays() -> None:
    assert parse_postcode("3930").problem == "postcode_incomplete"
