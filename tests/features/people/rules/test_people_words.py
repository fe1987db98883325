"""Languages, relations, days and years as people write them, and as they are said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.core.i18n import use_language
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import Door, PersonCard, Relation
from buurtapp.features.people.rules import about, households
from buurtapp.features.people.rules.days import day_of, written_day, year_of
from buurtapp.features.people.rules.languages import code_of, known_names, language_name, languages_in
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.rules.relations import relation_of

TODAY = date(2026, 10, 13)
BARE = PersonCard(1, Name(given="Henk", family="Bos"), None, Door(), (), (), (), "", "", "", False, False)


@pytest.mark.parametrize("written", ["Turks", "turkish", "TR", " türkçe ", "Turkce"])
def test_a_language_is_known_however_it_is_written(written: str) -> None:
    assert code_of(written) == "tr"


def test_several_languages_in_one_field() -> None:
    assert languages_in("Turks, arabisch en Fries; tr / Klingons ::: Dari") == ("tr", "ar", "fy", "Klingons", "fa-AF")
    assert languages_in(" , ") == ()


def test_a_language_has_its_name_in_the_language_of_the_screen() -> None:
    for screen, name in (("nl", "Arabisch"), ("en", "Arabic")):
        with use_language(screen):
            assert language_name("ar") == name
            assert language_name("Klingons") == "Klingons"
            assert name in known_names()
            assert all(code_of(one) != one for one in known_names())


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("12-3-2024", date(2024, 3, 12), date(2024, 3, 12)),
        ("12 mrt 2024", date(2024, 3, 12), date(2024, 3, 12)),
        ("12 mrt. 2024", date(2024, 3, 12), date(2024, 3, 12)),
        ("12/3/24", date(2024, 3, 12), date(2024, 3, 12)),
        ("2024-03-12", date(2024, 3, 12), date(2024, 3, 12)),
        ("1 May 1990", date(1990, 5, 1), date(1990, 5, 1)),
        ("februari 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("31-2-2024", None, None),
        ("gisteren", None, None),
        ("0000", None, None),
        ("", None, None),
    ],
)
def test_days_as_people_write_them(written: str, first: date | None, last: date | None) -> None:
    assert day_of(written) == first
    assert day_of(written, last=True) == last


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_in_a_field_is_read_back(day: date) -> None:
    assert day_of(written_day(day)) == day_of(day.isoformat()) == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_none(written: str) -> None:
    day_of(written)
    year_of(written)


def test_a_year_of_birth_is_all_that_is_kept_of_a_birthday() -> None:
    assert year_of("1962") == 1962
    assert year_of("12-3-1962") == 1962
    assert year_of("62") is None
    assert year_of("oud") is None


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2024, 3, 12), None, "Lid sinds maart 2024"),
        (date(2024, 3, 12), date(2025, 12, 31), "Was lid van maart 2024 tot december 2025"),
        (date(2024, 3, 12), date(2026, 12, 31), "Lid van maart 2024 tot december 2026"),
        (None, date(2020, 1, 1), "Was lid tot januari 2020"),
        (date(2027, 1, 1), None, "Lid vanaf januari 2027"),
        (None, None, "None"),
    ],
)
def test_a_membership_in_words(start: date | None, end: date | None, said: str) -> None:
    with use_language("nl"):
        assert str(about.membership(replace(BARE, member_from=start, member_until=end), TODAY)) == said


def test_facts_in_words() -> None:
    card = replace(BARE, languages=("tr", "ar"), skills=("klussen",), roles=("penningmeester",), birth_year=1962)
    with use_language("nl"):
        assert str(about.speaks(card)) == "Spreekt Turks en Arabisch"
        assert str(about.can(card)) == "Kan: klussen"
        assert about.does(replace(card, relation="professional")) == "Professional, penningmeester"
        assert about.does(card) == "Penningmeester"
        assert about.born(card) == "Geboren in 1962"
    assert about.speaks(BARE) is about.can(BARE) is None
    assert about.does(BARE) == about.born(BARE) == ""


@pytest.mark.parametrize(
    ("written", "relation"),
    [("Bewoner", "resident"), ("vrijwilliger", "helper"), ("organisatie", "organisation"), ("tante", None)],
)
def test_a_relation_is_read_in_both_languages(written: str, relation: Relation | None) -> None:
    assert relation_of(written) == relation


@pytest.mark.parametrize(
    ("written", "spoken", "listed"),
    [
        ("mevrouw van der Meer", "mevrouw Van der Meer", "van der Meer, mevrouw"),
        ("mevrouw Van der Meer", "mevrouw Van der Meer", "van der Meer, mevrouw"),
        ("Henk van der Meer", "Henk van der Meer", "van der Meer, Henk"),
        ("dhr. H.J. van 't Hek", "H.J. van 't Hek", "van 't Hek, H.J."),
        ("dhr. 't Hart", "dhr. 't Hart", "'t Hart, dhr."),
    ],
)
def test_a_name_is_spoken_right(written: str, spoken: str, listed: str) -> None:
    name = parse_name(written)

    assert (name.spoken, name.listed) == (spoken, listed)


@pytest.mark.parametrize("name", [Name(family="Bakkerij Janssen"), Name(given="Bakkerij", family="Janssen")])
def test_a_letter_to_an_organisation_has_no_first_name_in_it(name: Name) -> None:
    door = Door("Klaverstraat", 2, "", "9999 AA", "Klaverdorp")
    card = replace(BARE, name=name, relation="organisation", door=door, address_id=3)
    with use_language("nl"):
        (alone,) = households.addressees([card])
        (with_ria,) = households.addressees(
            [replace(BARE, id=2, name=Name(given="Ria", family="Bos"), door=door, address_id=3), card]
        )
    assert alone.salutation == "Beste mensen van Bakkerij Janssen,"
    assert alone.lines[0] == "Bakkerij Janssen"
    assert with_ria.salutation == "Geachte Ria Bos en Bakkerij Janssen,"
