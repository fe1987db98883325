"""Who lives together, what stands on their envelope, and how a letter to them begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.core.i18n import use_language
from buurtapp.features.people.names_and_consents import ConsentState, Name
from buurtapp.features.people.papers import Per
from buurtapp.features.people.records import AddressRow, Door, PersonCard
from buurtapp.features.people.rules import households
from buurtapp.features.people.rules.names import parse_name, parse_people

HOME = Door("Klaverstraat", 5, "a", "9999 AB", "Klaverdorp")


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with use_language("nl"):
        yield


def a_card(number: int, name: str = "Henk van der Meer", door: Door = HOME, *, silent: bool = False) -> PersonCard:
    return PersonCard(
        id=number,
        name=parse_name(name),
        address_id=None,
        door=door,
        phones=(),
        emails=(),
        labels=(),
        contact_preference="",
        best_time="",
        note="",
        do_not_approach=silent,
        asked_not_to=silent,
    )


def a_row(door: Door, *people: int, silent: bool = False) -> AddressRow:
    return AddressRow(1, door, do_not_approach=silent, note="", people=people)


@pytest.mark.parametrize(
    ("names", "label", "salutation"),
    [
        (["Henk van der Meer"], "Henk van der Meer", "Beste Henk,"),
        (["Henk van der Meer", "Ria van der Meer"], "Henk en Ria van der Meer", "Beste Henk en Ria,"),
        (["Henk van der Meer", "Ria de Vries"], "Henk van der Meer en Ria de Vries", "Beste Henk en Ria,"),
        (["Henk de Boer", "Ria de Boer", "Piet de Boer"], "Henk, Ria en Piet de Boer", "Beste Henk, Ria en Piet,"),
        (["Henk Bos", "Ria Bos", "Piet Vos"], "Henk Bos, Ria Bos en Piet Vos", "Beste Henk, Ria en Piet,"),
        (["Henk Bos", "Ria Bos", "Piet Bos", "Jan Vos"], "De bewoners", "Beste bewoners,"),
        (["fam. Jansen"], "Fam. Jansen", "Beste familie Jansen,"),
        (["familie van der Meer"], "Fam. Van der Meer", "Beste familie Van der Meer,"),
        (["fam. Jansen", "Henk Jansen"], "Fam. Jansen", "Beste familie Jansen,"),
        (["Ria de Vries", "fam. Jansen"], "Ria de Vries en fam. Jansen", "Geachte Ria de Vries en familie Jansen,"),
        (["mw. van der Meer"], "Mevrouw Van der Meer", "Geachte mevrouw Van der Meer,"),
        (["dhr. de Boer"], "De heer De Boer", "Geachte heer De Boer,"),
        (["dhr. H.J. de Boer"], "De heer H.J. de Boer", "Geachte heer De Boer,"),
        (["mevr. van 't Hek"], "Mevrouw Van 't Hek", "Geachte mevrouw Van 't Hek,"),
        (["mevr. 't Veld"], "Mevrouw 't Veld", "Geachte mevrouw 't Veld,"),
        (["dhr. de Boer", "mw. de Boer"], "De heer en mevrouw De Boer", "Geachte heer en mevrouw De Boer,"),
        (
            ["dhr. de Boer", "mw. van Dam"],
            "De heer De Boer en mevrouw Van Dam",
            "Geachte heer De Boer en mevrouw Van Dam,",
        ),
        (
            ["mw. van Dam", "dhr. de Boer"],
            "Mevrouw Van Dam en de heer De Boer",
            "Geachte mevrouw Van Dam en heer De Boer,",
        ),
        (["H. de Boer"], "H. de Boer", "Geachte heer of mevrouw De Boer,"),
        (["H. de Boer", "R. de Boer"], "H. en R. de Boer", "Beste familie De Boer,"),
        (["dhr. H. de Boer", "mw. R. de Boer"], "H. en R. de Boer", "Geachte heer en mevrouw De Boer,"),
        (["dr. van Dam"], "Dr. Van Dam", "Geachte heer of mevrouw Van Dam,"),
        (["Jan Bakker", "Jan Bakker"], "Jan Bakker", "Beste Jan,"),
        (["فاطمة الزهراء"], "فاطمة الزهراء", "Beste فاطمة,"),
        (["{naam}"], "{naam}", "Geachte heer of mevrouw {naam},"),
    ],
)
def test_names_stand_on_a_label_as_people_write_them(names: list[str], label: str, salutation: str) -> None:
    parsed = [parse_name(name) for name in names]

    assert households.label_name(parsed) == label
    assert households.salutation(parsed) == salutation


def test_two_people_in_one_cell_are_one_household() -> None:
    parsed = parse_people("Henk & Ria de Boer").names

    assert households.label_name(parsed) == "Henk en Ria de Boer"


def test_an_english_paper_speaks_english() -> None:
    with use_language("en"):
        assert households.label_name([parse_name("mw. van Dam")]) == "Ms Van Dam"
        assert households.label_name([parse_name("fam. Jansen")]) == "The Jansen family"
        assert households.salutation([parse_name("Henk Bos"), parse_name("Ria Vos")]) == "Dear Henk and Ria,"


def test_the_address_is_written_as_the_post_asks() -> None:
    assert households.address_lines(HOME) == ("Klaverstraat 5 a", "9999 AB  KLAVERDORP")
    assert households.address_lines(replace(HOME, postcode="")) == ("Klaverstraat 5 a", "KLAVERDORP")
    assert households.address_lines(Door("Klaverstraat", 5)) == ("Klaverstraat 5",)


def test_there_is_one_label_for_each_address() -> None:
    other = replace(HOME, number=2, addition="")
    people = [a_card(1), a_card(2, "Jan Bos", other), a_card(3, "Ria van der Meer")]

    found = households.addressees(people)

    assert [one.lines[0] for one in found] == ["Jan Bos", "Henk en Ria van der Meer"]
    assert [one.people for one in found] == [(2,), (1, 3)]
    assert found[1].lines[1:] == ("Klaverstraat 5 a", "9999 AB  KLAVERDORP")


def test_there_is_one_label_for_each_person_when_asked() -> None:
    found = households.addressees([a_card(1), a_card(2, "Ria de Vries")], "person")

    assert [(one.lines[0], one.salutation) for one in found] == [
        ("Henk van der Meer", "Beste Henk,"),
        ("Ria de Vries", "Beste Ria,"),
    ]


def test_labels_come_in_the_order_in_which_people_walk() -> None:
    doors = [Door("Vlierhof", 1), Door("Klaverstraat", 10), Door("Klaverstraat", 2, "b"), Door("Klaverstraat", 2)]

    found = households.addressees([a_card(at, door=door) for at, door in enumerate(doors)])

    assert [one.door.line for one in found] == ["Klaverstraat 2", "Klaverstraat 2 b", "Klaverstraat 10", "Vlierhof 1"]


def test_who_has_no_address_gets_no_label() -> None:
    homeless = a_card(2, door=Door(place="Klaverdorp"))

    assert [one.people for one in households.addressees([a_card(1), homeless])] == [(1,)]
    assert households.without_address([a_card(1), homeless]) == [homeless]


def test_who_said_no_to_letters_gets_no_label() -> None:
    said_no = replace(a_card(2, "Ria van der Meer"), consents=(ConsentState("letter", "withdrawn"),))

    (found,) = households.addressees([a_card(1), said_no])

    assert (found.lines[0], found.people) == ("Henk van der Meer", (1,))


def test_addresses_without_people_are_for_the_residents() -> None:
    other = replace(HOME, number=7)
    rows = [a_row(other), a_row(HOME, 1), a_row(replace(HOME, number=9), silent=True)]

    empty = households.empty_addressees(rows)
    both = households.in_walking_order([*empty, *households.addressees([a_card(1)])])

    assert [one.lines for one in empty] == [("Aan de bewoners van", "Klaverstraat 7 a", "9999 AB  KLAVERDORP")]
    assert [one.door.number for one in both] == [5, 7]
    assert empty[0].salutation == "Beste bewoners,"


people_at_doors = st.lists(
    st.tuples(st.integers(1, 6), st.booleans(), st.sampled_from(["Henk Bos", "fam. Vos", "mw. de Wit", "X", "{a}"])),
    max_size=12,
)


@given(people_at_doors, st.sampled_from(["address", "person"]))
def test_nobody_who_is_not_to_be_approached_is_on_a_label(people: list[tuple[int, bool, str]], per: Per) -> None:
    cards = [
        replace(a_card(at, name, replace(HOME, number=number), silent=silent), name=_marked(name, at))
        for at, (number, silent, name) in enumerate(people)
    ]
    silent = {card.id for card in cards if card.do_not_approach}

    found = households.addressees(cards, per)

    reached = [number for one in found for number in one.people]
    assert not silent & set(reached)
    assert sorted(reached) == [card.id for card in cards if card.id not in silent]
    written = "\n".join(" ".join((*one.lines, one.salutation)) for one in found)
    assert not any(f"n{number}n" in written for number in silent)


def _marked(name: str, number: int) -> Name:
    parsed = parse_name(name)
    return replace(parsed, family=f"{parsed.family}n{number}n")
