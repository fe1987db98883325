"""A registration form that comes home: who it adds or changes, which consents it notes, and undo."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import DONE, NOW, add_person, asked, new_store, not_done, refused, taken_back, unchanged
from buurtapp.core.clock import FixedClock
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store
from buurtapp.features.people.actions import consents, doors, people
from buurtapp.features.people.names_and_consents import PURPOSES, Purpose
from buurtapp.features.people.printouts.form import draw_forms
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.queries import consents as consent_log
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.consents import state_of
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.forms import actions, queries, rules
from buurtapp.features.sheets.forms.records import FormEntry, FormResult, FormsWanted
from buurtapp.printing import render

pytestmark = pytest.mark.usefixtures("qapp")

NEW = {
    "p1.given": "AMINA",
    "p1.infix": "EL",
    "p1.family": "IDRISSI",
    "p1.street": "KLAVERSTRAAT",
    "p1.number": "12 a",
    "p1.postcode": "9999ab",
    "p1.phone": "06 0000 0105",
    "p1.email": "Amina@Voorbeeld.invalid",
    "p1.languages": "Nederlands, Arabisch en Frans",
    "p1.skills": "koken, naaien",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def printed(store: Store, **wanted: object) -> str:
    """Print one form; return its code."""
    forms = store.read(queries.compose, FormsWanted(**wanted), store.clock.today())  # type: ignore[arg-type]
    store.write(DONE, actions.keep_forms, forms, draw_forms(forms))
    return forms[0].code


def enter(store: Store, code: str, *marks: str, **more: Any) -> FormResult:
    sheet = store.read(sheets.find, code)
    serial, person = more.pop("serial", None), more.pop("person", None)
    fields = {f"p1.{name}": value for name, value in more.items()}
    return store.write(
        DONE, actions.enter_form, sheet.id, FormEntry(frozenset(f"p1.{mark}" for mark in marks), fields, serial, person)
    )


def card(store: Store, number: int) -> PersonCard:
    return store.read(cards.card, number)


def state(store: Store, number: int, purpose: Purpose) -> str:
    return state_of(card(store, number).consents, purpose).state


def test_a_blank_form_adds_somebody_with_everything_on_it(store: Store) -> None:
    add_person(store, "Ria", "Klaverstraat 2", labels=["soep"])
    code = printed(store)
    with taken_back(store):
        sheet = store.read(sheets.find, code)
        marks = {"p1.contact.email", "p1.word.1", "p1.consent.phone.yes", "p1.consent.photo.no"}
        result = store.write(
            DONE, actions.enter_form, sheet.id, FormEntry(frozenset(marks), {**NEW, "p1.date": "3-10-2026"})
        )
    made = card(store, result.person_id)

    assert result.new_people == (result.person_id,)
    assert (result.changed, result.unchanged, result.problems, result.doubles) == (0, 0, (), ())
    assert result.stored == len(NEW) + 4
    assert (made.name.given, made.name.infix, made.name.family) == ("Amina", "el", "Idrissi")
    assert (made.door.line, made.door.postcode) == ("Klaverstraat 12 a", "9999 AB")
    assert (made.phones, made.emails) == (("+31600000105",), ("amina@voorbeeld.invalid",))
    assert made.languages == ("nl", "ar", "fr")
    assert made.skills == ("koken", "naaien")
    assert (made.labels, made.contact_preference) == (("soep",), "email")
    phone, photo = (state_of(made.consents, one) for one in ("phone", "photo"))
    assert (phone.state, phone.how, phone.form_number, phone.text_version) == ("given", "paper", f"{code}/1", 1)
    assert (phone.on_day, photo.state) == (date(2026, 10, 3), "withdrawn")
    assert state(store, result.person_id, "letter") == "not_asked"
    assert store.read(sheets.find, code).came_home_at is not None


def test_the_same_form_again_changes_nothing_also_on_another_day(tmp_path: Path) -> None:
    clock = FixedClock(NOW)
    with new_store(tmp_path, clock) as store:
        code = printed(store)
        crossed, written = ("consent.phone.yes", "contact.phone"), {"given": "Henk", "family": "van der Meer"}
        first = enter(store, code, *crossed, **written, phone="0600000105")
        before = unchanged(store)[0]
        clock.set(NOW + timedelta(days=9))
        again = enter(store, code, *crossed, **written, phone="0600000105")

        assert first.person_id == again.person_id
        assert (again.stored, again.changed, again.unchanged, again.new_people) == (0, 0, 5, ())
        assert unchanged(store)[0] == before
        assert store.read(listing.count) == 1


def test_entering_again_corrects(store: Store) -> None:
    code = printed(store)
    first = enter(store, code, "consent.phone.yes", given="Henk", family="Meer")
    again = enter(store, code, "consent.phone.no", given="Hank", family="Meer")

    assert (again.stored, again.changed, again.unchanged) == (0, 2, 1)
    assert card(store, first.person_id).name.given == "Hank"
    assert state(store, first.person_id, "phone") == "withdrawn"


def test_copies_are_people_of_their_own(store: Store) -> None:
    code = printed(store, copies=3)
    made = [enter(store, code, serial=at, family=f"Buur{at}").person_id for at in (1, 3)]

    assert len(set(made)) == 2
    hand = store.read(queries.in_hand, code)
    assert (hand.serial, hand.serials, hand.entered) == (2, 3, frozenset({1, 3}))
    with refused("which_copy"):
        enter(store, code, family="X")
    with refused("no_copy"):
        enter(store, code, serial=4, family="X")


def test_the_form_of_somebody_changes_only_what_is_filled_in(store: Store) -> None:
    henk = add_person(
        store, "Henk van der Meer", "Klaverstraat 5", phones=["0600000101"], labels=["auto"], note="heeft een hond"
    )
    code = printed(store, people=(henk,))
    with taken_back(store):
        result = enter(store, code, "consent.email.yes", "word.1", phone="0600000102", number="7")
    now = card(store, henk)

    assert (result.new_people, result.stored, result.changed, result.unchanged) == ((), 2, 1, 1)
    assert now.name.spoken == "Henk van der Meer"
    assert now.phones == ("+31600000101", "+31600000102")
    assert (now.door.line, now.labels, now.note) == ("Klaverstraat 7", ("auto",), "heeft een hond")
    assert state_of(now.consents, "email").form_number == code


def test_a_form_for_an_empty_address_knows_the_door(store: Store) -> None:
    (address,) = store.write(DONE, doors.add_addresses, "Klaverstraat", "9", "9999 AA")
    result = enter(store, printed(store, address_id=address), family="de Boer")
    assert card(store, result.person_id).address_id == address


def test_somebody_who_was_there_already_is_told_and_can_be_chosen(store: Store) -> None:
    henk = add_person(store, "Henk van der Meer", "Klaverstraat 5")
    code = printed(store, copies=2)
    told = enter(store, code, serial=1, given="Henk", infix="van der", family="Meer", street="Klaverstr.", number="5")
    chosen = enter(store, code, "consent.phone.yes", serial=2, person=henk, given="Henk", family="van der Meer")

    assert told.doubles == (henk,)
    assert (chosen.person_id, chosen.new_people) == (henk, ())
    assert state(store, henk, "phone") == "given"


def test_yes_and_no_together_count_for_nothing_and_are_told(store: Store) -> None:
    code = printed(store)
    with use_language("en"):
        result = enter(
            store,
            code,
            "consent.phone.yes",
            "consent.phone.no",
            "consent.photo.yes",
            "contact.phone",
            "contact.email",
            family="Meer",
        )
        told = [problem.render() for problem in result.problems]
    assert told == [
        "More than one way to be reached is crossed: none of them was noted.",
        "Yes and no are both crossed at “Phone call”: nothing was noted there.",
    ]
    assert state(store, result.person_id, "phone") == "not_asked"
    assert state(store, result.person_id, "photo") == "given"
    assert card(store, result.person_id).contact_preference == ""


def test_the_text_that_was_printed_counts_when_there_is_a_newer_one(store: Store) -> None:
    store.write(DONE, consents.write_text, "phone", "Mogen wij u bellen?", store.clock.today())
    old = printed(store)
    store.write(DONE, consents.write_text, "phone", "Mogen wij u bellen of appen?", store.clock.today())
    new = printed(store)

    first, second = (enter(store, code, "consent.phone.yes", family=name) for code, name in ((old, "A"), (new, "B")))
    versions = [state_of(card(store, one.person_id).consents, "phone").text_version for one in (first, second)]
    assert versions == [1, 2]
    assert store.read(queries.in_hand, old).texts["phone"] == "Mogen wij u bellen?"


def test_our_own_texts_become_the_first_texts_of_the_group(store: Store) -> None:
    with taken_back(store):
        printed(store)
    for purpose in PURPOSES:
        kept = store.read(consent_log.texts, purpose)
        assert {(row.version, row.language) for row in kept} == {(1, "nl"), (1, "en")}
    with use_language("en"):
        forms = store.read(queries.compose, FormsWanted(language="en"), store.clock.today())
    assert all(one.is_own and one.language == "en" for one in forms[0].consents)


def test_forms_of_several_people_each_have_a_code_and_the_pdf_is_remembered(store: Store) -> None:
    numbers = [add_person(store, f"Buur {name}", f"Klaverstraat {at}") for at, name in enumerate(("Een", "Twee"), 1)]
    forms = store.read(queries.compose, FormsWanted(tuple(numbers)), store.clock.today())
    made = draw_forms(forms)
    store.write(DONE, actions.keep_forms, forms, made)

    assert len({form.code for form in forms}) == len(forms) == made.pages == 2
    for form, number in zip(forms, numbers, strict=True):
        sheet = store.read(sheets.find, form.code)
        assert (sheet.kind, sheet.subject_id, sheet.rows[0].person_id) == ("form", number, number)
        layout = store.read(sheets.layout, form.code)
        assert layout["pages"][0]["boxes"][0]["meaning"]["person_id"] == number


def test_a_merged_person_keeps_the_form_and_a_deleted_one_is_told(store: Store) -> None:
    henk, double, gone = (add_person(store, name, "Klaverstraat 5") for name in ("Henk Meer", "H. Meer", "Weg Zijnde"))
    of_double, of_gone = printed(store, people=(double,)), printed(store, people=(gone,))
    store.write(DONE, people.merge_people, henk, double)
    store.write(DONE, people.delete_person, gone)

    assert enter(store, of_double, "consent.phone.yes").person_id == henk
    with refused("person_gone"):
        enter(store, of_gone, "consent.phone.yes")


@pytest.mark.parametrize(
    ("marks", "texts", "kind"),
    [
        (["consent.phone.maybe"], {"family": "A"}, "unknown_box"),
        ([], {"shoe": "44", "family": "A"}, "unknown_box"),
    ],
)
def test_what_is_not_on_the_form_is_refused(store: Store, marks: list[str], texts: dict[str, str], kind: str) -> None:
    code = printed(store)
    before = unchanged(store)
    with refused(kind):
        enter(store, code, *marks, **texts)
    assert unchanged(store) == before


@pytest.mark.parametrize(
    "texts",
    [
        {},
        {"family": "A", "email": "geen adres"},
        {"family": "A", "street": "Klaverstraat"},
        {"family": "A", "street": "Klaverstraat", "number": "vijf"},
        {"family": "A", "date": "gisteren"},
        {"family": "A", "date": "31-02-2026"},
        {"family": "A", "postcode": "12"},
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_is_lost(store: Store, texts: dict[str, str]) -> None:
    code = printed(store)
    before = unchanged(store)
    with pytest.raises(DraftInvalid):
        enter(store, code, "consent.phone.yes", **texts)
    assert unchanged(store) == before


def test_a_day_to_come_is_refused(store: Store) -> None:
    code = printed(store)
    before = unchanged(store)
    with pytest.raises(DraftInvalid):
        enter(store, code, "consent.phone.yes", family="A", date="1-1-2027")
    assert unchanged(store) == before


@pytest.mark.parametrize("written", ["3-10-2026", "03/10/26", "3 10 2026", "2026-10-03", "03102026", "3.10.2026"])
def test_dates_as_people_write_them(written: str) -> None:
    assert rules.written_day(written) == date(2026, 10, 3)


answers = st.fixed_dictionaries({purpose: st.sampled_from(["", "yes", "no", "yes no"]) for purpose in PURPOSES}).map(
    lambda chosen: [f"consent.{one}.{box}" for one, boxes in chosen.items() for box in boxes.split()]
)
names = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marks=answers, given_name=names, languages=names)
def test_whatever_is_crossed_entering_twice_is_entering_once(
    tmp_path_factory: pytest.TempPathFactory, marks: list[str], given_name: str, languages: str
) -> None:
    with new_store(tmp_path_factory.mktemp("form")) as store:
        code = printed(store)
        before = store.check().digest
        first = enter(store, code, *marks, family="Meer", given=given_name, languages=languages)
        digest = store.check().digest
        again = enter(store, code, *marks, family="Meer", given=given_name, languages=languages)
        assert store.check().digest == digest
        assert (again.stored, again.changed, again.problems) == (0, 0, first.problems)
        for purpose in PURPOSES:
            boxes = [mark.rpartition(".")[2] for mark in marks if mark.split(".")[1] == purpose]
            expected = {"yes": "given", "no": "withdrawn"}.get(" ".join(boxes), "not_asked")
            assert state(store, first.person_id, purpose) == expected
        assert store.undo() is not None
        if store.check().digest == digest:
            assert store.undo() is not None
        assert store.check().digest == before


# The command line


def test_printing_and_entering_on_the_command_line(tmp_path: Path) -> None:
    file, out = tmp_path / "soep.buurt", tmp_path / "uit.pdf"
    asked("new", file, "--name", "Klaverhoek")
    asked("people", "add", file, "--name", "Henk van der Meer", "--address", "Klaverstraat 5")
    asked("people", "add", file, "--name", "Stil Persoon", "--address", "Klaverstraat 9", "--do-not-approach")

    told = asked("--language", "en", "print", file, "form", "--where", "street=Klaverstraat", "-o", out)
    assert set(told) == {"files", "pages", "codes", "warnings"}
    assert (told["pages"], len(told["codes"])) == (1, 1)  # type: ignore[arg-type]
    warned = " ".join(told["warnings"])  # type: ignore[arg-type]
    assert "1 person gets no form" in warned
    assert "ours is on the form" in warned
    assert "Henk" in render.page_texts(out.read_bytes())[0]

    blank = asked("print", file, "form", "--copies", "2", "--lang", "en", "-o", out)
    code = cast("list[str]", blank["codes"])[0]
    assert "I join in" in render.page_texts(out.read_bytes())[1]
    layout = asked("layout", file, code)
    assert (layout["kind"], len(layout["pages"])) == ("form", 1)  # type: ignore[arg-type]

    answers_file = tmp_path / "a.json"
    answers_file.write_text(json.dumps({"marks": ["p1.consent.phone.yes"], "texts": {"p1.family": "de Boer"}}), "utf-8")
    first = asked("enter", file, code, answers_file, "--serial", "2")
    assert (first["stored"], first["changed"], first["unchanged"], first["new_people"]) == (2, 0, 0, [3])
    again = asked("enter", file, code, answers_file, "--serial", "2")
    assert (again["stored"], again["changed"], again["unchanged"], again["new_people"]) == (0, 0, 2, [])
    not_done("which_copy", "enter", file, code, answers_file)

    answers_file.write_text('{"marks": "p1"}', "utf-8")
    not_done("bad_answers", "enter", file, code, answers_file, "--serial", "1")
    not_done("nobody_chosen", "print", file, "form", "--where", "street=Nergens", "-o", out)
    not_done("not_found", "print", file, "form", "--address", "99", "-o", out)
