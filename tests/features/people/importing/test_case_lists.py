"""The messy lists of one neighbourhood: every count, problem and double as it was written down beforehand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from buurtapp.core.errors import BuurtappError
from buurtapp.core.store import Store
from buurtapp.core.text import fold
from buurtapp.features.people.importing import actions, queries, steps
from buurtapp.features.people.importing.records import Doubles, ImportResult, Known, Plan

LISTS = Path(__file__).parents[5] / "shared" / "cases" / "lists"

pytestmark = pytest.mark.skipif(not LISTS.exists(), reason="the shared cases are not here")


def _order() -> list[dict[str, Any]]:
    return list(json.loads((LISTS / "order.json").read_text("utf-8"))["order"]) if LISTS.exists() else []


def _expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((LISTS / f"{name}.expected.json").read_text("utf-8"))
    return found


def plan_of(path: Path, known: Known | None = None) -> Plan:
    table = steps.choose_sheet(steps.look(path), path.name)
    return steps.plan(table, steps.choose_columns(table, path.name), known or Known(), path.name)


@pytest.mark.parametrize("case", _order(), ids=lambda case: case["file"])
def test_every_count_problem_and_double_is_found(case: dict[str, Any]) -> None:
    plan = plan_of(LISTS / case["file"])
    expected = _expected(case["file"])
    assert plan.rows_with_data == case["rows_with_data"]
    assert len(plan.people) == case["people"]
    assert plan.addresses == case["addresses"]
    assert plan.people_without_address == case["people_without_address"]
    found = {(one.row, one.column) for one in plan.problems}
    wanted = {(one["row"], one["column"]) for one in expected["problems"]}
    may = {(one["row"], one["column"]) for one in expected["may_list"]}
    assert wanted <= found
    assert found - wanted <= may
    assert sorted(plan.doubles_within_file) == sorted(map(tuple, expected["doubles_within_file"]))
    if "header_row" in expected:
        assert plan.choice.header_row == expected["header_row"]


@pytest.mark.parametrize("case", _order(), ids=lambda case: case["file"])
def test_every_part_of_every_sampled_row_is_right(case: dict[str, Any]) -> None:
    rows = {row.number: row for row in plan_of(LISTS / case["file"]).rows}
    for wanted in _expected(case["file"])["sample"]:
        row = rows[wanted["row"]]
        assert row.door.number == wanted["number"], wanted
        for name in ("street", "addition", "place", "postcode"):
            if wanted[name]:
                assert fold(getattr(row.door, name)) == fold(wanted[name]), wanted
        notes = "".join(f"{row.note}{row.loose}{''.join(one.note for one in row.people)}".split())
        for text in wanted["note_contains"]:
            assert "".join(text.split()) in notes, wanted
        if wanted["person"]:
            person = row.people[wanted["person"] - 1]
            for name in ("given", "initials", "infix", "family"):
                right = [wanted[name], *wanted.get("also_ok", {}).get(name, [])]
                assert fold(getattr(person.name, name)).replace(" ", "") in {
                    fold(one).replace(" ", "") for one in right
                }, wanted
            assert person.phones[:1] == ((wanted["phone"],) if wanted["phone"] else ())
            assert set(wanted.get("phones", [])) <= set(person.phones)
            assert wanted["person"] > 1 or not wanted["email"] or wanted["email"] in person.emails


def _key(name: str) -> str:
    return fold(name).replace(" ", "")


def _import(store: Store, path: Path, doubles: Doubles = "skip") -> tuple[Plan, ImportResult]:
    known = store.read(queries.known)
    plan = plan_of(path, known)
    foreseen = actions.foresee(plan, known, doubles)
    done = store.write(actions.imported_label(path.name, foreseen.people_added), actions.apply_plan, plan, doubles)
    if doubles != "merge":
        assert foreseen == done
    return plan, done


def test_all_lists_one_after_the_other_give_every_total_and_each_undo_the_content_before(tmp_path: Path) -> None:
    with Store.create(tmp_path / "soep.buurt") as store:
        before = [store.check().digest]
        for case in _order():
            plan, done = _import(store, LISTS / case["file"])
            for name in ("people_added", "addresses_added", "people_total", "addresses_total"):
                assert getattr(done, name) == case[name], (case["file"], name)
            rows = {row for row, _ in plan.doubles_with_previous}
            assert rows == {one["row"] for one in _expected(case["file"])["doubles_with_previous"]}, case["file"]
            before.append(store.check().digest)
        for digest in reversed(before[:-1]):
            assert store.undo() is not None
            assert store.check().digest == digest


def test_merging_adds_what_is_new_and_nobody_twice(tmp_path: Path) -> None:
    first, second = LISTS / "leden-klaverhoek.xlsx", LISTS / "leden-klaverhoek-november.xlsx"
    with Store.create(tmp_path / "soep.buurt") as store:
        _, done = _import(store, first)
        _, again = _import(store, second, "merge")
        assert again.people_total < done.people_total + 15
        assert again.people_changed >= 9
        while store.undo() is not None:
            pass
        assert store.check().counts["person"] == 0


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("huge")
    subprocess.run([sys.executable, str(LISTS / "bad" / "make_huge.py"), str(folder)], check=True, capture_output=True)
    return folder


def _bad() -> list[dict[str, Any]]:
    return list(json.loads((LISTS / "bad" / "expected.json").read_text("utf-8"))) if LISTS.exists() else []


@pytest.mark.parametrize("case", _bad(), ids=lambda case: case["file"])
def test_bad_files_are_refused_in_a_sentence_or_read_with_care(case: dict[str, Any], huge: Path) -> None:
    path = (huge if case.get("made_by") else LISTS / "bad") / case["file"]
    if case["result"].startswith("refused"):
        with pytest.raises(BuurtappError) as caught:
            plan_of(path)
        assert caught.value.advice is not None
        return
    plan = plan_of(path)
    if "people" in case:
        assert len(plan.people) == case["people"]
    assert case.get("people_at_least", 0) <= len(plan.people) <= case.get("people_at_most", 10_000)
    assert plan.addresses == case.get("addresses", plan.addresses)
    assert {one.row for one in plan.problems} >= set(case.get("problem_rows", []))
    notes = [one.person.note for one in plan.people]
    for text in (*case.get("notes", []), *case.get("must_be_readable", [])):
        assert any(text in note for note in notes), text
    for row, phones in case.get("phones", {}).items():
        assert [number for one in plan.people if one.row == int(row) for number in one.person.phones] == phones
