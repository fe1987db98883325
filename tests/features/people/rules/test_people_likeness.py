"""Who may be one person, and who is clearly two."""

from __future__ import annotations

import itertools
import random
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from buurtapp.core.errors import Cancelled
from buurtapp.core.i18n import use_language
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.rules.doubles import same_person
from buurtapp.features.people.rules.likeness import Folded, Likeness, Somebody, folded, is_slip, likeness
from buurtapp.features.people.rules.likeness_blocks import likely_pairs
from buurtapp.features.people.rules.names import parse_name

HERE: dict[str, Any] = {"address_id": 1, "street_id": 1}
SAME_PHONE: dict[str, Any] = {"phones": ("+31600000111",)}
SAME_MAIL: dict[str, Any] = {"emails": ("boer@example.org",)}
SAME_STREET: dict[str, Any] = {"street_id": 1}
HOUSEMATES = (
    "Henk de Boer",
    "Ria de Boer",
    "Piet de Boer",
    "Riet de Boer",
    "Theo de Boer",
    "Thea de Boer",
    "Jan de Boer",
    "Jans de Boer",
    "Paul de Boer",
    "Paula de Boer",
    "Simon de Boer",
    "Simone de Boer",
    "Martin de Boer",
    "Martine de Boer",
    "Carlo de Boer",
    "Carol de Boer",
    "Leo de Boer",
    "Lea de Boer",
    "Johan de Boer",
    "Johanna de Boer",
    "Erik de Boer",
    "Erika de Boer",
    "Rene de Boer",
    "Renee de Boer",
    "Anne de Boer",
    "Annie de Boer",
    "Mark de Boer",
    "Mary de Boer",
    "Gerrit de Boer",
    "Gerrie de Boer",
    "Rita de Boer",
    "Rina de Boer",
    "Tina de Boer",
    "Andre de Boer",
    "Andree de Boer",
    "Wil de Boer",
    "Wim de Boer",
    "Daniel de Boer",
    "Danielle de Boer",
    "Ali de Boer",
    "Aliye de Boer",
    "fam. de Boer",
)


def alike(one: str, other: str, **shared: Any) -> Likeness | None:
    """How two people are alike who share this, and nothing else."""
    first, second = (folded(_somebody(number, name, shared)) for number, name in ((1, one), (2, other)))
    there, back = likeness(first, second), likeness(second, first)
    assert there == back, "it does not matter who is named first"
    return there


def _somebody(number: int, name: str, shared: dict[str, Any]) -> Somebody:
    own = {"address_id": 100 + number, "street_id": 100 + number}
    return Somebody(number, parse_name(name), **{**own, **shared})


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Henk de Boer", "Henk de Boer", "same"),
        ("Henk de Boer", "henk Boer", "same"),
        ("Henk de Boer", "H. de Boer", "initials"),
        ("H.J. de Boer", "H. de Boer", "initials"),
        ("Henk v.d. Meer", "Henk van der Meer", "alike"),
        ("Henk van de Meer", "Henk van der Meer", "alike"),
        ("Henk vandermeer", "Henk van der Meer", "same"),
        ("Henk Jansen", "Henk Janssen", "alike"),
        ("Hnek Jansen", "Henk Jansen", "alike"),
        ("Cees Bakker", "Kees Bakker", "alike"),
        ("Mohammed El Idrissi", "Muhamed El Idrissi", "alike"),
        ("Fatma Yılmaz", "Fatima Yilmaz", "alike"),
        ("Jan Willem Smit", "Jan Smit", "alike"),
        ("Jan-Willem Smit", "Janwillem Smit", "same"),
        ("Maria Jansen", "Maria de Boer-Jansen", "alike"),
        ("Jansen Henk", "Henk Jansen", "swapped"),
        ("Mw. Vos", "Mevrouw Vos", "same"),
        ("fam. Vos", "Familie Vos", "same"),
        ("فاطمة الزهراء", "فاطمة الزهراء", "same"),
    ],
)
def test_one_person_written_in_two_ways_at_one_address(one: str, other: str, how: str) -> None:
    found = alike(one, other, **HERE)
    assert found is not None
    assert found.names == how


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. Jansen", "Joke Jansen-Bakker"),
        ("Dhr. J. de Boer", "Mw. J. de Boer"),
        ("H.J. de Boer", "H.M. de Boer"),
        ("Maria Jansen", "Maria de Boer"),
        ("Henk van Boer", "Henk de Boer"),
        ("Henk Vos", "Henk Bos"),
        ("Mw. de Boer", "Henk de Boer"),
        ("fam. de Boer", "Henk de Boer"),
        ("😀", ".."),
    ],
)
def test_two_people_at_one_address(one: str, other: str) -> None:
    assert alike(one, other, **HERE) is None


def test_clearly_different_first_names_are_never_a_pair_whatever_they_share() -> None:
    for one, other in itertools.combinations(HOUSEMATES, 2):
        assert alike(one, other, **HERE, **SAME_PHONE, **SAME_MAIL) is None, (one, other)


@pytest.mark.parametrize(
    ("one", "other", "shared", "reason"),
    [
        ("Henk de Boer", "Henk de Boor", SAME_PHONE, "Same phone, names are alike"),
        ("Henk de Boer", "H. de Boer", SAME_MAIL, "Same e-mail, initials fit"),
        ("Henk de Boer", "Henk de Boer", {**HERE, **SAME_PHONE}, "Same address and phone, same name"),
        ("Toos", "Toos van 't Hek", SAME_PHONE, "Same phone, same first name"),
        ("Maria Jansen", "Maria de Boer", SAME_MAIL, "Same e-mail, same first name"),
        ("Mw. de Boer", "Maria de Boer", SAME_PHONE, "Same phone, names are alike"),
        ("Henk Jansen", "Henk Janssen", SAME_STREET, "Same street, other door, names are alike"),
        ("Jansen Henk", "Henk Jansen", SAME_STREET, "Same street, other door, first name and family name swapped"),
        ("Henk de Boer", "Henk de Boer", {"address_id": None}, "No address to tell them apart, same name"),
    ],
)
def test_the_reason_is_told_in_words(one: str, other: str, shared: dict[str, Any], reason: str) -> None:
    found = alike(one, other, **shared)
    assert found is not None
    with use_language("en"):
        assert found.reason.render() == reason


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Henk de Boer", "Henk de Boer", {}),
        ("H. de Boer", "H. de Boer", SAME_STREET),
        ("Henk de Boer", "Henk de Boor", {"address_id": None, "street_id": None}),
        ("Henk de Boer", "Henk de Boer", {"phones": ("bel de buurvrouw",)}),
    ],
)
def test_a_name_alone_is_not_enough(one: str, other: str, shared: dict[str, Any]) -> None:
    assert alike(one, other, **shared) is None


def test_more_in_common_makes_surer() -> None:
    reaches = [SAME_STREET, SAME_PHONE, {**SAME_PHONE, **SAME_MAIL}]
    scores = [found.score for shared in reaches if (found := alike("Kees Smit", "Cees Smit", **shared))]
    assert scores == sorted(set(scores))
    assert len(scores) == len(reaches) - 1, "in one street only a whole first name counts"


@pytest.mark.parametrize(
    ("one", "other"), [("henk", "hnek"), ("robert", "robbert"), ("stephan", "stefan"), ("ayse", "ayse")]
)
def test_slips_of_the_keys(one: str, other: str) -> None:
    assert is_slip(one, other)


def test_every_certain_double_is_a_likely_one() -> None:
    given, titles, initials = ("Henk", "Hein", ""), ("", "Dhr.", "Mw."), ("", "H.", "H.J.", "J.")
    names = [
        Name(title, first, letters, infix, "Boer")
        for title, first, letters, infix in itertools.product(titles, given, initials, ("", "de", "v.d.", "van der"))
    ]
    for one, other in itertools.combinations(names, 2):
        if same_person(one, other):
            pair = (Somebody(1, one, 1, 1), Somebody(2, other, 1, 1))
            assert likely_pairs(pair), (one, other)


def test_pairs_among_many_are_those_of_everybody_with_everybody() -> None:
    chance = random.Random(7)
    names = ["Henk de Boer", "H. de Boer", "Ria Boer", "Boer Ria", "Toos", "Toos van 't Hek", "Kees Smit", "Cees Smit"]
    people = [
        Somebody(
            number,
            parse_name(chance.choice(names)),
            door,
            None if door is None else door // 10,
            (f"+3160000{chance.randrange(40):04}",),
            (f"buur{chance.randrange(60)}@example.org",),
        )
        for number in range(300)
        for door in [chance.choice([None, *range(60)])]
    ]
    ready = [folded(one) for one in people]
    every = {(a.id, b.id) for a, b in itertools.combinations(ready, 2) if (pair := likeness(a, b)) and pair.shared}

    found = likely_pairs(people)

    assert {(first, second) for first, second, alike in found if alike.shared} == every
    assert len(every) > 50
    assert [alike.score for _one, _other, alike in found] == sorted((alike.score for *_, alike in found), reverse=True)


def test_a_name_that_many_have_says_nothing_without_an_address() -> None:
    lost = Somebody(0, parse_name("Jan de Vries"))
    known = [Somebody(number, parse_name("Jan de Vries"), number, number) for number in range(1, 6)]
    assert likely_pairs([lost, known[0]])[0][:2] == (0, 1)
    assert likely_pairs([lost, *known]) == []


def test_a_number_that_all_gave_does_not_take_for_ever() -> None:
    people = [Somebody(number, parse_name(f"Buur {number}"), None, None, **SAME_PHONE) for number in range(2000)]
    people.append(replace(people[700], id=5000))
    pairs = likely_pairs(people)
    assert (700, 5000) in [(first, second) for first, second, _alike in pairs]


def test_it_can_be_stopped() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        likely_pairs([Somebody(number, parse_name("Henk de Boer"), 1, 1) for number in range(3)], stop)


def test_likeness_of_names_is_loaded_only_when_it_is_asked() -> None:
    code = "import sys, buurtapp.features.people.cli; sys.exit('rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Year of birth


def _born(name: str, year: int | None, number: int = 1) -> Folded:
    return folded(Somebody(number, parse_name(name), 7, 3, ("+31600000111",), birth_year=year))


def test_the_same_year_of_birth_makes_surer() -> None:
    unknown = likeness(_born("Samira El Idrissi", None), _born("Samira El Idrisi", 1980, 2))
    same = likeness(_born("Samira El Idrissi", 1980), _born("Samira El Idrisi", 1980, 2))

    assert unknown is not None
    assert same is not None
    assert same.score > unknown.score
    assert unknown.year == ""
    assert str(same.reason).endswith("zelfde geboortejaar")


@pytest.mark.parametrize("apart", [1, 27, -27])
def test_years_apart_put_father_and_son_at_the_end_of_the_list(apart: int) -> None:
    one = likeness(_born("J. de Boer", 1951), _born("J. de Boer", 1951 + apart, 2))
    full = likeness(_born("Jan de Boer", 1951), _born("Jan de Boer", 1951 + apart, 2))
    short = likeness(_born("J. de Boer", 1951), _born("Jan de Boer", 1951 + apart, 2))

    assert one is not None
    assert full is not None
    assert short is not None
    assert max(one.score, short.score) <= 30
    assert full.score < 95, "never certain"
    assert "ander geboortejaar" in str(full.reason)
