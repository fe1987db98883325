"""A list that comes a second time, half a year later: only what changed is changed, and it is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builders import add_person, asked, new_store, taken_back
from buurtapp.core.store import Store
from buurtapp.exchange.read import read_data
from buurtapp.features.people.actions import people as people_actions
from buurtapp.features.people.importing import actions, queries, steps
from buurtapp.features.people.importing.records import Afterwards, Doubles, ImportResult, Plan
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import PersonCard, PersonDraft

MAY = """Nr.;Naam;Adres;Telefoon;Opmerking
1;Henk Bos;Klaverstraat 1;06 0000 0101;sleutel bij Ria
2;Ria Vos;Klaverstraat 3;06 0000 0102;
3;Jan Kok;Klaverstraat 5;06 0000 0103;
4;An Smit;Klaverstraat 7;06 0000 0104;
"""
NOVEMBER = """Nr.;Naam;Adres;Telefoon;Opmerking
1;Henk Bos;Klaverstraat 1;06 0000 0201;sleutel bij An
2;Ria Vos;Vlierhof 9;06 0000 0102;
3;Jan Kok;Klaverstraat 5;06 0000 0103;
5;Piet Blom;Klaverstraat 9;06 0000 0105;
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def plan_of(store: Store, rows: str, name: str = "leden.csv") -> Plan:
    table = steps.choose_sheet(read_data(rows.encode(), name), name)
    choice = steps.choose_columns(table, name)
    return steps.plan(table, choice, store.read(queries.known, choice), name)


def read_in(store: Store, rows: str, how: Doubles = "skip", afterwards: Afterwards | None = None) -> ImportResult:
    plan = plan_of(store, rows)
    foreseen = actions.foresee(plan, store.read(queries.known), how, store.read(queries.matched, plan))
    settled = afterwards or Afterwards(missing=frozenset() if how == "update" else None)
    done = store.write(actions.imported_label("leden.csv", 1), actions.apply_plan, plan, how, None, settled)
    assert done == foreseen
    return done


def told(done: ImportResult) -> list[tuple[int, str, str, str]]:
    return [(one.row, one.field, one.old, one.new) for one in done.changes]


def card_of(store: Store, given: str) -> PersonCard:
    everybody = store.read(cards.cards, [one.id for one in store.read(listing.listed)])
    return next(one for one in everybody if one.name.given == given)


def test_only_what_the_list_says_otherwise_changes_and_one_undo_takes_it_back(store: Store) -> None:
    read_in(store, MAY)

    with taken_back(store):
        done = read_in(store, NOVEMBER, "update")

    assert told(done) == [
        (2, "phone", "+31600000101", "+31600000201"),
        (2, "note", "sleutel bij Ria", "sleutel bij An"),
        (3, "address", "Klaverstraat 3", "Vlierhof 9"),
    ]
    assert (done.people_added, done.people_changed) == (1, 2)


def test_the_same_list_again_changes_nothing_at_all(store: Store) -> None:
    read_in(store, MAY)
    read_in(store, NOVEMBER, "update")
    before, history = store.check().digest, len(store.history())

    done = read_in(store, NOVEMBER, "update")

    assert (done.people_added, done.people_changed, done.changes) == (0, 0, ())
    assert store.check().digest == before
    assert len(store.history()) == history


def test_what_was_put_right_by_hand_stays_where_the_list_says_what_it_said_before(store: Store) -> None:
    read_in(store, MAY)
    jan = card_of(store, "Jan")
    draft = people_actions.draft_of(jan)
    changed = PersonDraft(draft.name, draft.door, ("+31600000999",))
    store.write(people_actions.changed_label(jan.name), people_actions.change_person, jan.id, changed)

    read_in(store, NOVEMBER, "update")

    assert card_of(store, "Jan").phones == ("+31600000999",)


def test_who_is_missing_is_told_and_stays_with_a_label_when_that_is_wanted(store: Store) -> None:
    read_in(store, MAY)
    plan = plan_of(store, NOVEMBER)
    assert [one.name for one in plan.missing] == ["An Smit"]

    missing = frozenset(one.person_id for one in plan.missing)
    read_in(store, NOVEMBER, "update", Afterwards(missing=missing))

    assert card_of(store, "An").labels == ("niet meer in de lijst",)
    assert plan_of(store, NOVEMBER).missing == ()


def test_a_list_that_is_numbered_anew_mixes_nobody_up(store: Store) -> None:
    read_in(store, MAY)
    anew = """Nr.;Naam;Adres;Telefoon;Opmerking
1;Ria Vos;Klaverstraat 3;06 0000 0102;
2;Jan Kok;Klaverstraat 5;06 0000 0103;
3;An Smit;Klaverstraat 7;06 0000 0104;
"""

    done = read_in(store, anew, "update")

    assert (done.people_added, done.changes) == (0, ())


def test_somebody_who_moved_is_known_by_name_and_phone_without_a_number(store: Store) -> None:
    ria = add_person(store, "Ria Vos", "Klaverstraat 3", phones=["06 0000 0102"])
    rows = "Naam;Straat en nummer;Tel\nRia Vos;Vlierhof 9;06 0000 0102\n"

    assert plan_of(store, rows).people[0].known_as == ria
    assert told(read_in(store, rows, "update")) == [(2, "address", "Klaverstraat 3", "Vlierhof 9")]


def test_another_list_with_the_same_headings_misses_nobody(store: Store) -> None:
    read_in(store, MAY)

    plan = plan_of(store, "Nr.;Naam;Adres;Telefoon;Opmerking\n1;Kees Prins;Vlierhof 1;;\n2;Mo Haddad;Vlierhof 3;;\n")

    assert (plan.earlier, plan.missing) == (None, ())


def test_merging_keeps_both_phones_and_tells_what_it_does_not_take_over(store: Store) -> None:
    first = "Naam;Adres;Telefoon;Geboortejaar;Postcode\nJosé Bos;Klaverstraat 1;06 0000 0101;1950;9999 AB\n"
    second = "Wie;Adres;Mobiel;Geboortejaar;Postcode\nJose Bos;Klaverstraat 1;06 0000 0102;1951;9999 AC\n"
    read_in(store, first)
    plan = plan_of(store, second)

    done = store.write(actions.imported_label("x", 1), actions.apply_plan, plan, "merge")

    jose = card_of(store, "José")
    assert jose.phones == ("+31600000101", "+31600000102")
    assert (jose.birth_year, jose.door.postcode) == (1950, "9999 AB")
    assert {(one.field, one.old, one.new) for one in done.changes if one.is_conflict} == {
        ("given", "José", "Jose"),
        ("year of birth", "1950", "1951"),
        ("postcode", "9999 AB", "9999 AC"),
    }
    waiting = [one for one in store.read(cards.loose_ends) if one.kind == "says_otherwise"]
    assert any("1951" in one.text for one in waiting)
    assert len(waiting) == 3


def test_updating_shows_old_and_new_of_two_lists_that_contradict_each_other(store: Store) -> None:
    read_in(store, "Naam;Adres;Telefoon\nJosé Bos;Klaverstraat 1;06 0000 0101\n")

    done = read_in(store, "Wie;Adres;Mobiel\nJose Bos;Klaverstraat 1;06 0000 0102\n", "update")

    assert told(done) == [(2, "given", "José", "Jose"), (2, "phone", "+31600000101", "+31600000102")]


def test_no_list_takes_back_that_somebody_is_to_be_left_alone_and_an_empty_cell_takes_nothing(store: Store) -> None:
    person = add_person(store, "Jan Kok", "Klaverstraat 5", phones=["06 0000 0103"], do_not_approach=True)

    done = read_in(store, "Naam;Adres;Telefoon;Niet benaderen\nJan Kok;Klaverstraat 5;;nee\n", "update")

    assert done.changes == ()
    assert store.read(cards.card, person).asked_not_to
    assert store.read(cards.card, person).phones == ("+31600000103",)


def test_what_cannot_be_kept_waits_to_be_sorted_out_and_the_rest_comes_in(store: Store) -> None:
    add_person(store, "Jan Kok", "Klaverstraat 5", note="lang " * 1990)
    rows = f"Naam;Adres;Opmerking\nJan Kok;Klaverstraat 5;{'meer ' * 50}\nRia Vos;Klaverstraat 7;\n"
    plan = plan_of(store, rows)

    done = store.write(actions.imported_label("x", 1), actions.apply_plan, plan, "merge")

    assert (done.people_added, done.people_changed) == (1, 0)
    assert any("meer meer" in one.text for one in store.read(cards.loose_ends))


# The command, on the shared lists


def test_the_command_tells_nine_phones_three_moved_five_new_rows_and_four_gone(cases: Path, tmp_path: Path) -> None:
    file, lists = tmp_path / "soep.buurt", cases / "lists"
    november = lists / "leden-klaverhoek-november.xlsx"
    expected: dict[str, Any] = json.loads(Path(f"{november}.expected.json").read_text("utf-8"))["changes"]
    asked("new", file, "--name", "Klaverhoek")
    asked("import", file, lists / "leden-klaverhoek.xlsx")
    digest = asked("check", file)["digest"]

    trial: Any = asked("import", file, november, "--doubles", "update", "--dry-run")
    assert asked("check", file)["digest"] == digest
    done: Any = asked("import", file, november, "--doubles", "update", "--label-missing")

    fields = [one["field"] for one in done["changes"]]
    assert fields.count("phone") == len(expected["phone_changed"])
    assert fields.count("address") == len(expected["moved"])
    assert len(done["missing"]) == len(expected["gone"])
    assert done["people_changed"] == len(expected["phone_changed"]) + len(expected["moved"])
    assert done["people_added"] == len(expected["new"]) + 1, "one of the new rows holds two people"
    assert [trial[key] for key in ("changes", "missing", "people_added", "people_changed")] == [
        done[key] for key in ("changes", "missing", "people_added", "people_changed")
    ]
    gone = [one["person_id"] for one in done["missing"]]
    everybody: Any = asked("people", "list", file)["people"]
    labelled = [one["id"] for one in everybody if "niet meer in de lijst" in one["labels"]]
    assert sorted(labelled) == sorted(gone)

    again = asked("import", file, november, "--doubles", "update")
    assert (again["changes"], again["missing"], again["people_added"]) == ([], [], 0)


def test_a_mapping_given_to_the_command_is_remembered_in_whatever_order_the_columns_stand(tmp_path: Path) -> None:
    file, mapping = tmp_path / "soep.buurt", tmp_path / "kolommen.toml"
    one, other = tmp_path / "een.csv", tmp_path / "ander.csv"
    one.write_text("Wat;Waarheen\nJan de Boer;Beukenhof 1\n", "utf-8")
    other.write_text("Lijst van de buurt\nWaarheen;Wat\nBeukenhof 3;Ria Vos\n", "utf-8")
    mapping.write_text('Wat = "full name"\nWaarheen = "street + number + addition"\n', "utf-8")
    asked("new", file, "--name", "Klaverhoek")
    asked("import", file, one, "--mapping", mapping)

    done = asked("import", file, other)

    assert done["columns"] == {"Waarheen": "street + number + addition", "Wat": "full name"}
    assert (done["header_row"], done["people_added"]) == (2, 1)
