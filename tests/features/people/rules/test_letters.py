"""The words of a letter: fields, blanks, and what is not right yet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import use_language
from buurtapp.features.people.papers import Addressee
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules import letters
from buurtapp.features.people.rules.letters import FieldValues

HENK = FieldValues("Beste Henk,", "Klaverstraat", "Henk van der Meer")


def an_addressee(*lines: str, people: tuple[int, ...] = (1,), street: str = "Klaverstraat") -> Addressee:
    door = Door(street, 5 if street else None, "", "1234 AB", "Klaverdorp")
    return Addressee(lines, "Beste buren,", door, people)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Dag {name}!", "Dag Henk van der Meer!"),
        ("Dag { Name }!", "Dag Henk van der Meer!"),
        ("{aanhef} uit de {straat}", "Beste Henk, uit de Klaverstraat"),
        ("{NAAM} {salutation} {street}", "Henk van der Meer Beste Henk, Klaverstraat"),
        ("a { b } } {", "a { b } } {"),
        ("kosten: {onbekend}", "kosten: {onbekend}"),
        ("", ""),
    ],
)
def test_fields_are_filled_in(written: str, wanted: str) -> None:
    assert letters.filled(written, HENK) == wanted


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    values = FieldValues("", "", "{street}")

    assert letters.filled("{name}", values) == "{street}"


@given(st.text())
def test_any_text_can_be_filled_and_looked_at(written: str) -> None:
    assert isinstance(letters.filled(written, HENK), str)
    assert isinstance(letters.problems(written, written), tuple)
    letters.paragraphs(written)


def test_the_name_is_what_stands_above_the_street() -> None:
    one = an_addressee("Henk van der Meer", "en Ria de Boer", "Klaverstraat 5", "1234 AB  KLAVERDORP")

    assert letters.values_of(one).name == "Henk van der Meer, en Ria de Boer"


@pytest.mark.parametrize("people", [(), (7,)])
def test_residents_without_a_name_are_called_by_their_address(people: tuple[int, ...]) -> None:
    one = an_addressee("To the residents of", "Klaverstraat 5", "1234 AB  KLAVERDORP", people=people)

    with use_language("en"):
        assert letters.values_of(one).name == "the residents of Klaverstraat 5"


def test_without_an_address_the_first_line_is_the_name() -> None:
    assert letters.values_of(an_addressee("Jan", "ergens", street="")).name == "Jan"


def test_an_unknown_field_is_refused_and_the_known_ones_are_named() -> None:
    with use_language("en"), pytest.raises(DraftInvalid) as refused:
        letters.check("Party", "Dear {firstname}, dear {firstname}")

    with use_language("en"):
        assert [problem.field for problem in refused.value.problems] == ["body"]
        assert str(refused.value) == (
            "We do not know the field {firstname}. You can use: {salutation}, {street}, {name}."
        )


def test_in_dutch_the_fields_have_dutch_names() -> None:
    with use_language("nl"):
        assert letters.field_names() == ("{aanhef}", "{straat}", "{naam}")
        for name in letters.field_names():
            assert letters.unknown_fields(name) == ()


@pytest.mark.parametrize("body", ["", "  \n\t\n"])
def test_an_empty_letter_is_refused(body: str) -> None:
    assert [problem.field for problem in letters.problems("Party", body)] == ["body"]


def test_an_unknown_field_in_the_subject_is_refused_too() -> None:
    assert [problem.field for problem in letters.problems("{x}", "Hello")] == ["subject"]


def test_all_problems_are_told_at_once() -> None:
    assert [problem.field for problem in letters.problems("{x}", "")] == ["body", "subject"]


def test_a_blank_line_begins_a_paragraph_and_a_line_break_stays() -> None:
    body = "\n\n Een\r\ntwee \n\t\n\n\nDrie\n"

    assert letters.paragraphs(body) == ["Een\ntwee", "Drie"]


def test_blanks_are_found_and_filled() -> None:
    body = "Op [dag en tijd] in [plaats], [dag en tijd]; noot [1] en []"

    assert letters.blanks_in(body) == ("dag en tijd", "plaats")
    filled = letters.with_blanks(body, {"Dag en tijd": "woensdag"})
    assert filled == "Op woensdag in [plaats], woensdag; noot [1] en []"


def test_who_has_no_street_is_told_when_the_letter_needs_it() -> None:
    homeless = an_addressee("Jan Smit", street="")

    assert letters.without_value("Uit de {street}", [an_addressee("Henk", "Klaverstraat 5"), homeless]) == ["Jan Smit"]
    assert letters.without_value("Dag {name}", [homeless]) == []
