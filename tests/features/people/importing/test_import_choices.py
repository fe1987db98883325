"""What can be chosen about a list: what each column means, what to do with each double, and what is remembered."""

from __future__ import annotations

from pathlib import Path

from builders import add_person, new_store, refused, taken_back
from buurtapp.core.store import Store
from buurtapp.exchange.read import read_data
from buurtapp.features.people.importing import actions, queries, steps
from buurtapp.features.people.importing.records import Afterwards, Known, Plan
from buurtapp.features.people.queries import cards, listing

DOUBLES = b"Naam;Adres;Telefoon\nHenk van der Meer;Klaverstraat 5;06 0000 0801\nPiet Bos;Klaverstraat 7;06 0000 0802\n"


def plan_for(store: Store, data: bytes) -> Plan:
    table = steps.choose_sheet(read_data(data, "lijst.csv"), "lijst.csv")
    return steps.plan(table, steps.choose_columns(table, "lijst.csv"), store.read(queries.known), "lijst.csv")


def people(store: Store) -> list[str]:
    rows = store.read(listing.rows, [one.id for one in store.read(listing.listed)])
    return sorted(row.name.spoken for row in rows)


def test_each_double_can_have_its_own_end(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store, "Henk van der Meer", "Klaverstraat 5")
        add_person(store, "Piet Bos", "Klaverstraat 7")
        plan = plan_for(store, DOUBLES)

        with taken_back(store):
            done = store.write(actions.imported_label("x", 1), actions.apply_plan, plan, {2: "merge", 3: "keep"})

        assert (done.people_added, done.people_changed) == (1, 1)
        assert people(store) == ["Henk van der Meer", "Piet Bos", "Piet Bos"]
        assert store.read(cards.card, henk).phones == ("+31600000801",)


def test_a_row_nobody_decided_on_is_skipped(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_person(store, "Henk van der Meer", "Klaverstraat 5")
        add_person(store, "Piet Bos", "Klaverstraat 7")
        plan = plan_for(store, DOUBLES)

        known, matched = store.read(queries.known), store.read(queries.matched, plan)
        assert actions.foresee(plan, known, {2: "merge"}, matched).people_changed == 1
        done = store.write(actions.imported_label("x", 1), actions.apply_plan, plan, {2: "keep"})

        assert done.people_added == 1
        assert people(store) == ["Henk van der Meer", "Henk van der Meer", "Piet Bos"]


def test_a_double_of_a_double_in_the_list_is_added_to_the_first(tmp_path: Path) -> None:
    rows = b"Naam;Adres;Telefoon\nHenk Bos;Vlier 1;\nH. Bos;Vlier 1;06 0000 0803\nHans Bos;Vlier 1;06 0000 0804\n"
    with new_store(tmp_path) as store:
        plan = plan_for(store, rows)

        done = store.write(actions.imported_label("x", 1), actions.apply_plan, plan, "merge")

        assert done.people_added == 1
        number = store.read(listing.listed)[0].id
        assert store.read(cards.card, number).phones == ("+31600000803", "+31600000804")


def test_columns_are_not_remembered_when_that_is_not_wanted(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        plan = plan_for(store, DOUBLES)

        store.write(actions.imported_label("x", 1), actions.apply_plan, plan, "skip", None, Afterwards(remember=False))

        assert store.read(queries.remembered, plan.choice) == {}


def test_a_meaning_moves_from_one_column_to_another_and_the_first_is_kept() -> None:
    table = read_data(b"Naam;Bijnaam\nHenk Bos;Lange Henk\n", "x.csv").tables[0]
    choice = steps.choose_columns(table, "x.csv")

    moved = steps.with_meaning(choice, 1, "full name")

    assert moved.meanings == ("note with heading", "full name")
    assert steps.with_meaning(moved, 0, "note").meanings == ("note", "full name")


def test_phones_may_come_from_several_columns() -> None:
    table = read_data(b"Naam;Tel;Mobiel\nHenk Bos;0499 000801;06 0000 0801\n", "x.csv").tables[0]

    choice = steps.with_meaning(steps.choose_columns(table, "x.csv"), 1, "phone")

    assert choice.meanings == ("full name", "phone", "phone")


def test_the_first_row_may_hold_no_headings() -> None:
    table = read_data(b"Henk Bos;Klaverstraat 5\nRia Vos;Klaverstraat 7\n", "x.csv").tables[0]

    choice = steps.with_headings_in(table, 0, steps.candidate(table))

    assert choice.header_row == 0
    assert choice.meanings == ("full name", "street + number + addition")
    assert len(steps.plan(table, choice, Known(), "x.csv").people) == 2


def test_rows_of_which_nothing_is_clear_keep_the_meanings_they_had() -> None:
    table = read_data(b"a;b\nc;d\n", "x.csv").tables[0]
    before = steps.with_meaning(steps.candidate(table), 1, "full name")

    choice = steps.with_headings_in(table, 0, before)

    assert (choice.header_row, choice.headings) == (0, ("A", "B"))
    assert choice.meanings == ("note with heading", "full name")


def test_what_was_copied_in_a_spreadsheet_is_a_table_with_tabs() -> None:
    found = steps.look_at_text("Naam\tAdres\nBos, Henk\tVlierhof 1\nVos, Ria\tVlierhof 2\n", "Copied list")

    table = found.tables[0]
    assert [line.number for line in table.lines] == [1, 2, 3]
    assert table.lines[1].cells == ("Bos, Henk", "Vlierhof 1")


def test_copied_text_without_tabs_is_read_as_a_file_would_be() -> None:
    found = steps.look_at_text("Naam;Adres\nHenk Bos;Vlierhof 1\n", "Copied list")

    assert found.tables[0].lines[1].cells == ("Henk Bos", "Vlierhof 1")


def test_nothing_copied_is_refused() -> None:
    with refused("no_rows"):
        steps.look_at_text(" \n\t\n", "Copied list")
