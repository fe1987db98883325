"""What lists say beside name, door and phone: as our own list writes it, and as others do."""

from __future__ import annotations

from datetime import date

import pytest

from buurtapp.exchange.read import read_data
from buurtapp.features.people.importing import details, steps
from buurtapp.features.people.importing.headings import MEANINGS, meaning_of
from buurtapp.features.people.importing.records import Known, Plan, ReadConsent


def plan_of(rows: str) -> Plan:
    table = steps.choose_sheet(read_data(rows.encode(), "lijst.csv"), "lijst.csv")
    return steps.plan(table, steps.choose_columns(table, "lijst.csv"), Known(), "lijst.csv")


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Taal", "languages"),
        ("Spoken languages", "languages"),
        ("Kan en doet graag", "skills"),
        ("Rol", "roles"),
        ("Relation to the group", "relation"),
        ("Geboortejaar", "year of birth"),
        ("Geboortedatum", "birthday"),
        ("Lid vanaf", "member since"),
        ("Lid tot", "member until"),
        ("Niet benaderen", "do not approach"),
        ("Liefst bereikt via", "contact preference"),
        ("Beste moment", "best time"),
        ("Niet aanbellen", "no bell"),
        ("Toestemming foto’s", "consent: photo"),
        ("Consent to the app group", "consent: app_group"),
        ("Toestemming bellen, dag", "day of consent: phone"),
        ("Toestemming verwerking", "note with heading"),
        ("E-mail", "email"),
        ("Telefoon", "phone"),
    ],
)
def test_headings_are_understood_in_both_languages(heading: str, meaning: str) -> None:
    assert meaning_of(heading) == meaning
    assert meaning in MEANINGS


def test_a_list_of_others_gives_languages_years_membership_and_wishes() -> None:
    plan = plan_of(
        "Naam;Adres;Taal;Geboortedatum;Lid sinds;Niet benaderen;Voorkeur contact;Rol\n"
        "Fatma Yılmaz;Klaverstraat 1;Turks en Nederlands;12-5-1961;3 mrt 2019;x;appen;penningmeester, gastvrouw\n"
        "Jan Bos;Klaverstraat 3;Fries;45;voorjaar 2006;nee;fluiten;\n"
        "An Kok;Klaverstraat 5;;;;liever niet;;\n"
    )

    fatma, jan, an = (one.person for one in plan.people)
    assert fatma.details.languages == ("tr", "nl")
    assert (fatma.details.birth_year, fatma.details.member_from) == (1961, date(2019, 3, 3))
    assert (fatma.details.do_not_approach, fatma.details.contact_preference) == (True, "whatsapp")
    assert fatma.details.roles == ("penningmeester", "gastvrouw")
    assert "1961" not in fatma.note
    assert (jan.details.birth_year, jan.details.member_from, jan.details.do_not_approach) == (None, None, False)
    assert "Lid sinds: voorjaar 2006" in jan.note
    assert "Voorkeur contact: fluiten" in jan.note
    assert an.details.do_not_approach
    assert "liever niet" in an.note


@pytest.mark.parametrize(
    ("written", "day", "state", "on_day", "how"),
    [
        ("ja", "", "given", None, "other"),
        ("x", "12-5-2026", "given", date(2026, 5, 12), "other"),
        ("gegeven op 2026-05-12 (op papier)", "", "given", date(2026, 5, 12), "paper"),
        ("withdrawn, 3 mrt 2025", "", "withdrawn", date(2025, 3, 3), "other"),
        ("nog geen antwoord", "", "asked", None, "other"),
        ("niet gevraagd", "", "not_asked", None, "other"),
    ],
)
def test_an_answer_is_read_with_its_day_and_how_it_came(
    written: str, day: str, state: str, on_day: date | None, how: str
) -> None:
    assert details.consent("photo", written, day) == ReadConsent("photo", state, on_day, how)  # type: ignore[arg-type]


def test_an_answer_that_is_not_clear_stays_readable() -> None:
    plan = plan_of("Naam;Adres;Toestemming foto's\nRia Vos;Vlierhof 2;alleen van achteren\n")

    assert plan.people[0].person.details.consents == ()
    assert "alleen van achteren" in plan.people[0].person.note


def test_a_yes_of_two_people_in_one_row_is_of_the_first_and_a_no_is_of_both() -> None:
    plan = plan_of("Naam;Adres;Toestemming bellen;Toestemming post\nHenk & Ria Bos;Vlierhof 2;ja;nee\n")

    first, second = (one.person.details.consents for one in plan.people)
    assert [(one.purpose, one.state) for one in first] == [("phone", "given"), ("letter", "withdrawn")]
    assert [(one.purpose, one.state) for one in second] == [("letter", "withdrawn")]


@pytest.mark.parametrize("written", ["", "31-2-2020", "2020", "voor 3-4-2010", "12-5-61", "12-5-1561"])
def test_what_is_no_whole_day_is_none(written: str) -> None:
    assert details.whole_day(written) is None


def test_foreign_phones_and_postcodes_and_odd_house_numbers_are_kept() -> None:
    plan = plan_of(
        "Naam;Adres;Postcode;Telefoon\nАнна Їжакевич;Klaverstraat 14 2-RD;12345;+49 30 901820\n"
        "محمد علي;Klaverstraat 14 t/m 18;9999 AB;0032 470 00 00 00\n"
    )

    anna, ali = plan.people
    assert (anna.door.number, anna.door.addition, anna.door.postcode) == (14, "2 rd", "12345")
    assert anna.person.phones == ("+4930901820",)
    assert ali.person.name.spoken == "محمد علي"
    assert ali.person.phones == ("+32470000000",)
    assert "14 t/m 18" in ali.person.note
