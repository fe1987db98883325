"""Lists of other neighbourhoods, with other headings and habits: the rules, not the files, must carry the import."""

from __future__ import annotations

import io
import tempfile
import time
from pathlib import Path

import pytest
import xlsxwriter

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from buurtapp.core.errors import Cancelled, UserError
from buurtapp.core.store import Store
from buurtapp.exchange.read import read_data
from buurtapp.features.people.importing import actions, queries, steps
from buurtapp.features.people.importing.records import Known, Plan


def plan_of(data: bytes, name: str = "lijst.csv", mapping: dict[str, str] | None = None) -> Plan:
    table = steps.choose_sheet(read_data(data, name), name)
    return steps.plan(table, steps.choose_columns(table, name, mapping=mapping), Known(), name)


def sheet(*rows: tuple[object, ...], before: bytes = b"") -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    page = book.add_worksheet("Buurt")
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell != "":
                page.write(at, column, cell)
    book.close()
    return before + target.getvalue()


def said(plan: Plan) -> list[tuple[str, str]]:
    return [(one.person.name.spoken, one.door.line) for one in plan.people]


def test_english_headings_and_commas() -> None:
    plan = plan_of(
        b"First name,Last name,Street,House number,Zip code,City,Mobile,E-mail address\n"
        b"Koen,van der Wal,Oak Lane,12b,9998 XZ,Elmdorp,0600000701,Koen@Example.org\n"
    )
    assert said(plan) == [("Koen van der Wal", "Oak Lane 12 b")]
    assert plan.people[0].person.emails == ("koen@example.org",)
    assert plan.people[0].door.postcode == "9998 XZ"


def test_a_first_name_alone_stays_a_first_name() -> None:
    plan = plan_of(b"Voornaam;Achternaam;Straat;Nr\nPiet;;Beukenhof;3\nH.;;Beukenhof;5\nRia en Kees;;Beukenhof;7\n")
    names = [one.person.name for one in plan.people]

    assert (names[0].given, names[0].family) == ("Piet", "")
    assert (names[1].initials, names[1].given) == ("H.", "")
    assert [name.spoken for name in names[2:]] == ["Ria", "Kees"]


def test_streets_with_figures_in_their_name() -> None:
    plan = plan_of(b"Naam;Adres\nJan Bos;Plein 1944 nr 7\nRia Vos;2e Dwarsstraat 14 hs\nKees Kok;Laan 1940-1945 3\n")
    assert [one.door.line for one in plan.people] == ["Plein 1944 7", "2e Dwarsstraat 14 hs", "Laan 1940-1945 3"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_every_character_set_and_delimiter(encoding: str, mark: str) -> None:
    text = "Naam;Straat;Nr\nZoë Müller;Beukenhof;3\nRené d’Hondt;Beukenhof;5\n".replace(";", mark)
    assert said(plan_of(text.encode(encoding))) == [("Zoë Müller", "Beukenhof 3"), ("René d’Hondt", "Beukenhof 5")]


def test_titles_above_the_header_sections_totals_and_a_header_again() -> None:
    plan = plan_of(
        sheet(
            ("Adressen Beukenbuurt 2026",),
            ("", "", ""),
            ("Bewoner", "Huisnummer", "Telefoon"),
            ("BEUKENHOF",),
            ("Fam. de Groot", 1, "06 0000 0702"),
            ("Ali & Mina Haddad", "3a", ""),
            ("Bewoner", "Huisnummer", "Telefoon"),
            ("Eikenlaan",),
            ("Bakker, C.M.", 12.0, "0499-000703"),
            ("Totaal", 3),
        ),
        "buurt.xlsx",
    )
    assert said(plan) == [
        ("Fam. De Groot", "Beukenhof 1"),
        ("Ali Haddad", "Beukenhof 3 a"),
        ("Mina Haddad", "Beukenhof 3 a"),
        ("C.M. Bakker", "Eikenlaan 12"),
    ]
    assert plan.people[0].person.name.kind == "household"
    assert plan.rows_with_data == 3


def test_a_list_without_headings_is_read_by_what_stands_in_it() -> None:
    plan = plan_of(b"Jan de Boer;Beukenhof 1;jan@example.org\nRia Smit;Beukenhof 2;ria@example.org\n")
    assert said(plan) == [("Jan de Boer", "Beukenhof 1"), ("Ria Smit", "Beukenhof 2")]
    assert plan.choice.header_row == 0


def test_columns_can_be_chosen_by_hand() -> None:
    data = b"Wat;Waarheen\nJan de Boer;Beukenhof 1\n"
    plan = plan_of(data, mapping={"Wat": "full name", "Waarheen": "street + number + addition"})
    assert said(plan) == [("Jan de Boer", "Beukenhof 1")]
    with pytest.raises(UserError) as caught:
        plan_of(data, mapping={"Wat": "hat size"})
    assert caught.value.kind == "unknown_meaning"
    with pytest.raises(UserError) as caught:
        plan_of(data, mapping={"Wie": "full name"})
    assert caught.value.kind == "unknown_heading"


def test_what_cannot_be_understood_is_listed_and_stays_readable() -> None:
    plan = plan_of(b"Naam;Adres;Telefoon;E-mail\nJan Bos;achter de kerk;bel Ria;jan apenstaartje huis\n")
    assert {one.kind for one in plan.problems} == {"address_unreadable", "phone_unreadable", "email_invalid"}
    for text in ("achter de kerk", "bel Ria", "jan apenstaartje huis"):
        assert text in plan.people[0].person.note


def test_other_columns_are_kept_with_their_heading() -> None:
    plan = plan_of(b"Naam;Adres;Huisdier\nJan Bos;Beukenhof 1;kat\n")
    assert plan.people[0].person.note == "Huisdier: kat"


def test_a_hidden_column_does_not_become_the_phone() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    page = book.add_worksheet()
    for at, row in enumerate(
        [("Naam", "Adres", "Telefoon", "Telefoon"), ("Jan Bos", "Beukenhof 1", "0600000799", "0600000704")]
    ):
        page.write_row(at, 0, row)
    page.set_column(2, 2, 10, None, {"hidden": True})
    book.close()
    plan = plan_of(target.getvalue(), "x.xlsx")
    assert plan.people[0].person.phones == ("+31600000704",)


def test_a_formula_that_was_never_worked_out_is_listed() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    page = book.add_worksheet()
    page.write_row(0, 0, ("Naam", "Adres", "Opmerking"))
    page.write_row(1, 0, ("Jan Bos", "Beukenhof 1"))
    page.write_formula(1, 2, "=A2&B2", None, "")
    book.close()
    plan = plan_of(target.getvalue(), "x.xlsx")
    assert [(one.row, one.column, one.kind) for one in plan.problems] == [(2, "Opmerking", "formula_without_value")]


@pytest.fixture
def large() -> bytes:
    letters = "abcdefghijklmnopqrstuvwxyz"
    rows = "".join(
        f"Jan {letters[at % 26]}{letters[at // 26 % 26]}bos;Beukenhof {at % 400 + 1};06 0000 {at:04d};j{at}@x.nl\n"
        for at in range(10_000)
    )
    return f"Naam;Adres;Telefoon;E-mail\n{rows}".encode()


def test_ten_thousand_rows_can_be_stopped_anywhere_and_then_nothing_is_kept(large: bytes) -> None:
    table = steps.choose_sheet(read_data(large, "groot.csv"), "groot.csv")
    choice = steps.choose_columns(table, "groot.csv")
    calls = 0

    def stop(done: int, total: int) -> None:
        nonlocal calls
        calls += 1
        assert 0 <= done <= total
        if calls == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        steps.plan(table, choice, Known(), "groot.csv", stop)
    plan = steps.plan(table, choice, Known(), "groot.csv")
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "soep.buurt") as store:
        before = store.check().digest
        calls = 2
        with pytest.raises(Cancelled):
            store.write(actions.imported_label("groot.csv", 1), actions.apply_plan, plan, "keep", stop)
        assert store.check().digest == before
        assert store.history() == []


def test_ten_thousand_rows_are_read_and_undone(large: bytes, tmp_path: Path) -> None:
    began = time.perf_counter()
    with Store.create(tmp_path / "soep.buurt") as store:
        before = store.check().digest
        table = steps.choose_sheet(read_data(large, "groot.csv"), "groot.csv")
        plan = steps.plan(table, steps.choose_columns(table, "groot.csv"), store.read(queries.known), "groot.csv")
        done = store.write(actions.imported_label("groot.csv", 1), actions.apply_plan, plan, "keep")
        assert done.people_added == 10_000
        assert time.perf_counter() - began < 60
        store.undo()
        assert store.check().digest == before


def test_columns_are_remembered_for_the_next_list(tmp_path: Path) -> None:
    data = b"Wat;Waarheen\nJan de Boer;Beukenhof 1\n"
    mapping = {"Wat": "full name", "Waarheen": "street + number + addition"}
    with Store.create(tmp_path / "soep.buurt") as store:
        plan = plan_of(data, mapping=mapping)
        store.write(actions.imported_label("x", 1), actions.apply_plan, plan, "skip")
        table = steps.choose_sheet(read_data(data, "y.csv"), "y.csv")
        remembered = store.read(queries.remembered, plan.choice)
        assert steps.choose_columns(table, "y.csv", remembered=remembered).described() == mapping
