"""A list by the command line, there and back: printed, filled in by chance, read back, and read back again."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from builders import add_people, add_person, asked, new_store, not_done, run_app
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.attendance.queries import unread
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import listing
from buurtapp.printing.render import page_texts

PEOPLE = 45


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A group with people in two streets, some of whom share a door."""
    with new_store(tmp_path) as store:
        add_people(store, PEOPLE - 5)
        for at in range(5):
            add_person(store, f"Huisgenoot {chr(65 + at)}", f"Klaverstraat {at + 1}")
        add_person(store, "Wim Bekend", "Vlierhof 3")
        return store.path


def _activity(file: Path, *options: object) -> tuple[int, dict[str, Any]]:
    number = asked("activities", "add", file, "--title", "Soep", "--start", "2026-10-14T12:00")["id"]
    asked("activities", "sign-up", file, number, "--people", ",".join(str(at) for at in range(1, PEOPLE + 1)))
    out = file.parent / "lijst.pdf"
    made = asked("print", file, "attendance", "--activity", number, *options, "-o", out)
    return int(str(number)), made


def _boxes(file: Path, code: str) -> dict[str, dict[str, Any]]:
    pages: Any = asked("layout", file, code)["pages"]
    return {box["id"]: box["meaning"] for page in pages for box in page["boxes"]}


@pytest.mark.parametrize("seed", range(4))
def test_exactly_those_with_a_cross_were_there_and_a_second_reading_changes_nothing(file: Path, seed: int) -> None:
    chance = Random(seed)
    look = chance.choice([(), ("--order", "street"), ("--photo",), ("--big", "--column", "phone")])
    number, made = _activity(file, *look, "--walk-ins", "6")
    (code,) = made["codes"]
    boxes = _boxes(file, code)
    rows = {meaning["row"]: meaning["person_id"] for meaning in boxes.values()}
    blank = sorted(row for row, person in rows.items() if person is None)
    crossed = {row for row, person in rows.items() if person is not None and chance.random() < 0.5}
    photos = {row for row in crossed if f"r{row}.photo" in boxes and chance.random() < 0.5}
    new = [f"Nieuwe Buur {sign}" for sign in "ABC"[: chance.randint(0, 3)]]
    walk_ins: list[dict[str, object]] = [{"name": name, "row": blank.pop(0)} for name in (*new, "wim bekend")]
    walk_ins.append({"unreadable": True, "row": blank.pop(0)})
    answers = {
        "marks": [*(f"r{row}.present" for row in crossed), *(f"r{row}.photo" for row in photos)],
        "walk_ins": walk_ins,
        "guests": chance.randint(0, 9),
        "children": chance.randint(0, 9),
    }
    path = file.parent / "answers.json"
    path.write_text(json.dumps(answers), "utf-8")

    done = asked("enter", file, code, path)

    there: Any = asked("activities", "attendance", file, number)
    assert sorted(there["present"]) == sorted(rows[row] for row in crossed)
    assert [one["name"] for one in there["walk_ins"]] == [*new, "wim bekend"]
    assert [one["person_id"] for one in there["walk_ins"]] == [*list(done["new_people"]), PEOPLE + 1]  # type: ignore[call-overload]
    assert (there["guests"], there["children"], there["unreadable"]) == (answers["guests"], answers["children"], 1)
    assert done["stored"] == len(crossed) + len(walk_ins)
    digest = asked("check", file)["digest"]
    again = asked("enter", file, code, path)
    assert (again["stored"], again["changed"], again["new_people"]) == (0, 0, [])
    assert again["unchanged"] == done["stored"]
    assert asked("check", file)["digest"] == digest


def test_a_list_by_street_has_its_streets_above_the_lines_and_no_names_in_its_layout(file: Path) -> None:
    _number, made = _activity(file, "--order", "street", "--photo")
    pages: Any = asked("layout", file, made["codes"][0])["pages"]
    assert {band["text"] for page in pages for band in page["bands"]} == {"Klaverstraat"}
    assert {page["bands"][0]["above_row"] for page in pages} == {page["boxes"][0]["meaning"]["row"] for page in pages}
    boxes = _boxes(file, made["codes"][0])
    assert boxes["r1.photo"] == {"row": 1, "person_id": boxes["r1.present"]["person_id"], "field": "photo"}
    assert "Buur" not in json.dumps(pages)
    told = page_texts((file.parent / "lijst.pdf").read_bytes())
    assert len(told) == 2
    assert all("Klaverstraat" in page for page in told)


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"marks": ["r1.signature"]}, "unknown_mark"),
        ({"marks": ["q1.3"]}, "unknown_mark"),
        ({"marks": [7]}, "unknown_mark"),
        ({"marks": ["r900.present"]}, "unknown_row"),
        ({"marks": ["r1.present", "r1.photo"]}, "unknown_row"),
        ({"walk_ins": [{"name": "Jan", "row": 900}]}, "unknown_row"),
        ({"walk_ins": [{"unreadable": True, "row": 1}]}, "unknown_row"),
        ({"walk_ins": [{"unreadable": "ja"}]}, "bad_answers"),
        ({"walk_ins": [{"name": "Jan", "row": -1}]}, "bad_answers"),
    ],
)
def test_a_mark_that_is_not_on_the_list_is_refused_and_nothing_changes(
    file: Path, answers: dict[str, object], kind: str
) -> None:
    _number, made = _activity(file)
    path = file.parent / "answers.json"
    path.write_text(json.dumps(answers), "utf-8")
    before = asked("check", file)["digest"]
    not_done(kind, "enter", file, made["codes"][0], path)
    assert asked("check", file)["digest"] == before


def test_a_list_printed_before_people_were_deleted_or_merged_still_comes_home(file: Path) -> None:
    number, made = _activity(file)
    (code,) = made["codes"]
    rows = {meaning["person_id"]: row for row, meaning in enumerate(_boxes(file, code).values(), 1)}
    with Store.open(file) as store:
        store.write(people.deleted_label(_name(store, 2)), people.delete_person, 2)
        store.write(people.merged_label(_name(store, 3), _name(store, 4)), people.merge_people, 3, 4)
    path = file.parent / "answers.json"
    path.write_text(json.dumps({"marks": [f"r{rows[person]}.present" for person in (1, 2, 3, 4)]}), "utf-8")

    done = asked("enter", file, code, path)

    there: Any = asked("activities", "attendance", file, number)
    assert done["stored"] == 3
    assert sorted(there["present"]) == [1, 3]
    assert [(one["person_id"], one["name"]) for one in there["walk_ins"]] == [(None, "Buur Nummer-ab")]
    assert asked("enter", file, code, path)["unchanged"] == 3


def _name(store: Store, number: int) -> Any:
    return store.read(listing.rows, [number])[0].name


def test_a_list_comes_home_again_after_somebody_on_it_was_deleted(file: Path) -> None:
    number, made = _activity(file)
    (code,) = made["codes"]
    path = file.parent / "answers.json"
    path.write_text(json.dumps({"marks": ["r1.present", "r2.present"]}), "utf-8")
    asked("enter", file, code, path)
    with Store.open(file) as store:
        store.write(people.deleted_label(_name(store, 2)), people.delete_person, 2)
    again = asked("enter", file, code, path)
    assert (again["stored"], again["changed"], again["unchanged"]) == (0, 0, 2)
    assert asked("activities", "attendance", file, number)["head_count"] == 2


def test_who_was_there_is_told_in_one_command(file: Path) -> None:
    number, _made = _activity(file)
    walk_in = ("--walk-in", "Karel Nieuw, Vlierhof 9", "--walk-in", "Bekend, Wim")
    done = asked("activities", "attend", file, number, "--people", "9", "--household", "1", *walk_in, "--guests", 2)
    assert done["came"] == [9, 1, 41, done["new_people"][0], PEOPLE + 1]  # type: ignore[index]
    assert (done["present"], done["guests"], done["children"], done["head_count"]) == (5, 2, 0, 7)
    found: Any = asked("people", "list", file, "--search", "karel nieuw")["people"]
    (new,) = found
    assert (new["street"], new["number"]) == ("Vlierhof", 9)
    less = asked("activities", "attend", file, number, "--absent", "9,12", "--children", 3)
    assert (less["went"], less["present"], less["guests"], less["children"]) == ([9], 4, 2, 3)
    asked("undo", file)
    asked("undo", file)
    assert asked("activities", "attendance", file, number)["head_count"] == 0


def test_somebody_who_is_in_no_list_of_people_is_refused_before_anything_is_changed(file: Path) -> None:
    number, _made = _activity(file)
    before = asked("check", file)["digest"]
    not_done("not_found", "activities", "attend", file, number, "--people", "9,999")
    not_done("draft_invalid", "activities", "attend", file, number, "--people", "9", "--guests", "-1")
    not_done("draft_invalid", "activities", "attend", file, number, "--walk-in", "  ")
    assert asked("check", file)["digest"] == before
    assert run_app("activities", "attend", file, number, "--people", "9").exit_code == 0


def test_a_slip_in_the_code_is_refused_with_the_code_that_was_meant(file: Path) -> None:
    number, made = _activity(file)
    (code,) = made["codes"]
    path = file.parent / "answers.json"
    path.write_text(json.dumps({"marks": ["r1.present"]}), "utf-8")
    slip = code[1] + code[0] + code[2:] if code[0] != code[1] else code[:-1] + ("2" if code[-1] != "2" else "3")
    done = run_app("enter", file, slip, path)
    assert done.exit_code == 1
    assert code in done.stderr
    assert asked("activities", "attendance", file, number)["head_count"] == 0


def test_an_unread_name_waits_in_the_pile(file: Path) -> None:
    number, made = _activity(file, "--walk-ins", "2")
    (code,) = made["codes"]
    path = file.parent / "answers.json"
    path.write_text(json.dumps({"walk_ins": [{"unreadable": True}, {"unreadable": True, "row": PEOPLE + 2}]}), "utf-8")
    asked("enter", file, code, path)
    with Store.open(file) as store:
        assert [(one.code, one.line) for one in store.read(unread, number)] == [(code, None), (code, PEOPLE + 2)]
        assert store.read(queries.presence, number).head_count == 2
