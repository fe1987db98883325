"""Names as people write them, taken into parts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.core.text import fold
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.rules.names import (
    gender_of,
    is_infix,
    is_initials,
    nice_initials,
    parse_name,
    parse_people,
    split_infix,
)

ONE = [
    ("Henk van der Meer", Name(given="Henk", infix="van der", family="Meer")),
    ("Mw. A.B. van der Meer-de Vries", Name("Mw.", "", "A.B.", "van der", "Meer-de Vries")),
    ("Toos van 't Hek", Name(given="Toos", infix="van 't", family="Hek")),
    ("Meer, H.J. van der", Name(initials="H.J.", infix="van der", family="Meer")),
    ("Boer, de, Henk", Name(given="Henk", infix="de", family="Boer")),
    ("Samira El Idrissi", Name(given="Samira", family="El Idrissi")),
    ("Dirk-Jan op den Berg", Name(given="Dirk-Jan", infix="op den", family="Berg")),
    ("'t Veld", Name(infix="'t", family="Veld")),
    ("fam. Jansen", Name("fam.", family="Jansen", kind="household")),
    ("Jansen", Name(family="Jansen")),
]


@pytest.mark.parametrize(("written", "parts"), ONE, ids=[written for written, _ in ONE])
def test_one_name(written: str, parts: Name) -> None:
    assert parse_name(written) == parts


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Henk & Ria de Boer", ["Henk de Boer", "Ria de Boer"]),
        ("dhr. en mw. Pieters", ["dhr. Pieters", "mw. Pieters"]),
        ("Jan de Vries / Fatma Yılmaz", ["Jan de Vries", "Fatma Yılmaz"]),
        ("Boer, de, Henk en Ria", ["Henk de Boer", "Ria de Boer"]),
        ("fam. de Boer en kinderen", ["fam. De Boer en kinderen"]),
        ("IJSBRAND VAN IJZENDOORN", ["IJsbrand van IJzendoorn"]),
        ("", []),
        ("   ", []),
    ],
)
def test_people_in_one_cell(written: str, spoken: list[str]) -> None:
    assert [name.spoken for name in parse_people(written).names] == spoken


def test_a_name_is_told_as_people_say_it_and_as_it_stands_on_lists() -> None:
    name = parse_name("Henk van der Meer")
    assert name.spoken == "Henk van der Meer"
    assert name.listed == "van der Meer, Henk"
    assert parse_name("fam. Jansen").listed == "Jansen, fam."
    assert Name(initials="A.B.", infix="de", family="Wit").spoken == "A.B. de Wit"


def test_two_people_in_a_form_stay_one_name() -> None:
    assert parse_name("Jan & Piet").spoken == "Jan & Piet"


@pytest.mark.parametrize(
    ("title", "gender"), [("Mw.", "f"), ("dhr", "m"), ("fam.", "household"), ("dr.", ""), ("De heer", "m"), ("", "")]
)
def test_titles_tell_men_women_and_households(title: str, gender: str) -> None:
    assert gender_of(title) == gender


def test_small_words() -> None:
    assert split_infix("van der Meer") == ("van der", "Meer")
    assert split_infix("Meer") == ("", "Meer")
    assert split_infix("van") == ("", "van")
    assert is_infix("op den")
    assert not is_infix("Berg")
    assert is_initials("H.J.")
    assert not is_initials("Henk")
    assert nice_initials("h j") == "H.J."
    assert nice_initials("HJ") == "H.J."
    assert nice_initials("Th.J.") == "Th.J."


ODD = ["<b>Jan", "Jan & Piet", "=1+1", "'; DROP TABLE person;--", "فاطمة الزهراء", "李小龍", "😀", "..", "{naam}", "%s"]


@pytest.mark.parametrize("written", ODD)
def test_what_does_not_look_like_a_name_stays_letter_for_letter(written: str) -> None:
    assert parse_name(written).spoken == written
    assert parse_people(written).names[0].spoken


def test_every_odd_name_of_the_cases_is_kept(cases: Path) -> None:
    odd = json.loads((cases / "odd-names.json").read_text("utf-8"))
    lost = [written for written in odd if parse_name(written).spoken != written.strip()]
    assert lost == []


@given(st.text(max_size=60))
def test_no_letter_of_a_typed_name_is_lost(written: str) -> None:
    """Whatever is typed: the same letters come back, in title, names or family name."""
    name = parse_name(written)
    whole = f"{name.title} {name.given} {name.initials} {name.infix} {name.family}"
    assert sorted(fold(whole).replace(" ", "")) == sorted(fold(written).replace(" ", ""))


@given(st.text(max_size=60))
def test_any_cell_can_be_read(written: str) -> None:
    found = parse_people(written)
    assert all(name.spoken for name in found.names)
    if fold(written):
        assert found.names or found.left_over
