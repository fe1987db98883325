"""When two people are the same one, and the keys they are sorted by."""

from __future__ import annotations

import pytest

from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules import keys
from buurtapp.features.people.rules.doubles import double_key, same_person
from buurtapp.features.people.rules.names import parse_name

DOOR = Door("Klaverstraat", 5)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Henk de Boer", "Henk de Boer", True),
        ("Henk de Boer", "H. de Boer", True),
        ("Henk de Boer", "Ria de Boer", False),
        ("H.J. de Boer", "H. de Boer", True),
        ("Dhr. J. de Boer", "Mw. J. de Boer", False),
        ("Henk Boer", "Henk de Boer", True),
        ("Henk van Boer", "Henk de Boer", False),
        ("Henk v.d. Boer", "Henk van der Boer", True),
        ("fam. Boer", "Henk Boer", False),
        ("fam. Boer", "fam. Boer", True),
        ("Ayşe Yıldırım", "ayse yildirim", True),
    ],
)
def test_certain_doubles(one: str, other: str, same: bool) -> None:
    assert same_person(parse_name(one), parse_name(other)) is same
    assert same_person(parse_name(other), parse_name(one)) is same


def test_names_of_signs_alone_are_only_the_same_when_they_are_written_the_same() -> None:
    assert not same_person(Name(given="'", family="Bos"), Name(given="--", family="Bos"))
    assert same_person(Name(given="--", family="Bos"), Name(given="--", family="Bos"))


def test_without_an_address_or_a_family_name_nobody_is_certain() -> None:
    assert double_key(parse_name("Henk de Boer"), Door()) is None
    assert double_key(Name(given="Henk"), DOOR) is None
    assert double_key(parse_name("Henk de Boer"), DOOR) == double_key(parse_name("H. Boer"), Door("klaverstr.", 5))


def test_names_are_sorted_by_family_name_without_small_words() -> None:
    written = ["Henk van der Meer", "Aaltje Brinkman", "Ömer Aydın", "Toos van 't Hek", "IJsbrand IJzer", "😀"]
    ordered = sorted(written, key=lambda name: keys.sort_name(parse_name(name)))
    assert ordered == ["Ömer Aydın", "Aaltje Brinkman", "Toos van 't Hek", "IJsbrand IJzer", "Henk van der Meer", "😀"]


def test_doors_are_sorted_as_people_walk() -> None:
    houses = [(10, ""), (2, "b"), (2, ""), (1, ""), (2, "a"), (100, "")]
    walked = sorted(houses, key=lambda house: keys.sort_door(*house))
    assert walked == [(1, ""), (2, ""), (2, "a"), (2, "b"), (10, ""), (100, "")]


def test_without_an_address_people_come_last() -> None:
    name = parse_name("Aaltje Brinkman")
    assert keys.place_key(name, Door()) > keys.place_key(parse_name("Zeno Zwart"), Door("Zuring", 99999))


def test_people_are_found_by_whatever_is_known_of_them() -> None:
    text = keys.search_text(
        parse_name("Mw. A.B. van 't Hek"),
        Door("Klaverstraat", 12, "a", "9999 AB", "Klaverdorp"),
        ["+31600000111", "geheim"],
        ["toos@example.org"],
    )
    for word in ("hek", "t", "ab", "klaverstraat", "12a", "9999ab", "klaverdorp", "0600000111", "31600000111", "toos"):
        assert f" {word}" in text


def test_doors_stand_as_people_walk_also_with_an_addition() -> None:
    henk = parse_name("Henk van der Meer")
    doors = [Door("Klaverstraat", 12), Door("Klaverstraat", 12, "a"), Door("Klaverstraat", 100), Door("Vlierhof", 2)]

    assert sorted(doors, key=lambda door: keys.place_key(henk, door)) == doors
    assert keys.place_key(henk, Door()) > keys.place_key(henk, doors[-1])
