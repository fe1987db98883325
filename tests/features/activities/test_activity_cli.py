"""Activities on the command line, from the plan to the list that came home."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builders import asked, not_done, run_app
from buurtapp.printing.codes import human_code


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "soep.buurt"
    asked("new", path, "--name", "Klaverhoek")
    for name, address, label in (
        ("Toos van 't Hek", "Klaverstraat 11", "soep"),
        ("Piet ter Horst", "Klaverstraat 14", "soep"),
        ("Ayşe Yıldırım", "Vlierhof 9", "auto"),
    ):
        asked("people", "add", path, "--name", name, "--address", address, "--label", label)
    asked("people", "add", path, "--name", "Jaap Mulder", "--address", "Klaverstraat 7", "--do-not-approach")
    return path


def _activity(file: Path, *more: object) -> int:
    number = asked("activities", "add", file, "--title", "Soep", "--start", "2026-10-14T12:00", *more)["id"]
    assert isinstance(number, int)
    return number


def _print(file: Path, activity: int, output: Path, *more: object) -> dict[str, Any]:
    return asked("print", file, "attendance", "--activity", activity, "-o", output, *more)


def test_an_activity_is_added_listed_and_shown(file: Path) -> None:
    number = _activity(
        file,
        *("--end", "2026-10-14T13:30", "--place", "De Kas", "--capacity", 16, "--kind", "eten"),
        *("--text", "Kom <gerust> & neem iemand mee", "--contact", 1),
    )
    listed = asked("activities", "list", file)["activities"]
    shown = asked("activities", "show", file, number)
    assert isinstance(listed, list)
    assert listed[0]["start"] == shown["start"] == "2026-10-14T12:00"
    assert shown["end"] == "2026-10-14T13:30"
    assert shown["text"] == "Kom <gerust> & neem iemand mee"
    assert (shown["capacity"], shown["kind"], shown["contact"]) == (16, "eten", "Toos van 't Hek")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--title", "Soep", "--start", "morgen"), 2),
        (("--title", "Soep"), 2),
        (("--title", " ", "--start", "2026-10-14T12:00"), 1),
        (("--title", "Soep", "--start", "2026-10-14T12:00", "--end", "2026-10-14T11:00"), 1),
        (("--title", "Soep", "--start", "2026-10-14T12:00", "--contact", "99"), 1),
        (("--title", "Soep", "--start", "2026-10-14T12:00", "--capacity", "0"), 1),
    ],
)
def test_what_is_no_activity_is_refused(file: Path, more: tuple[str, ...], code: int) -> None:
    before = asked("check", file)["digest"]
    assert run_app("activities", "add", file, *more, "--json").exit_code == code
    assert asked("check", file)["digest"] == before


@pytest.mark.parametrize(
    ("who", "new"),
    [
        (("--people", "1,3"), 2),
        (("--people", "4"), 1),
        (("--street", "klaverstraat"), 2),
        (("--label", "SOEP"), 2),
        (("--all",), 3),
        (("--street", "Vlierhof", "--people", "1,3"), 2),
    ],
)
def test_people_sign_up_by_number_street_label_or_all(file: Path, who: tuple[str, ...], new: int) -> None:
    """Streets, labels and all leave out who must not be approached; a number is a choice."""
    number = _activity(file)
    assert asked("activities", "sign-up", file, number, *who) == {"new": new, "waiting": 0}
    assert asked("activities", "sign-up", file, number, *who) == {"new": 0, "waiting": 0}


@pytest.mark.parametrize("who", [(), ("--street", "Nergens"), ("--people", "1,99"), ("--people", "een")])
def test_nobody_is_no_sign_up(file: Path, who: tuple[str, ...]) -> None:
    number = _activity(file)
    before = asked("check", file)["digest"]
    assert run_app("activities", "sign-up", file, number, *who, "--json").exit_code == 1
    assert asked("check", file)["digest"] == before


def test_who_does_not_fit_waits(file: Path) -> None:
    number = _activity(file, "--capacity", 2)
    assert asked("activities", "sign-up", file, number, "--all") == {"new": 3, "waiting": 1}


def test_the_list_goes_out_and_comes_home(file: Path, tmp_path: Path) -> None:
    number = _activity(file)
    asked("activities", "sign-up", file, number, "--all")
    output = tmp_path / "lijst.pdf"

    made = _print(file, number, output, "--column", "signature")

    assert made["files"] == [str(output)]
    assert output.read_bytes().startswith(b"%PDF")
    (code,) = made["codes"]
    layout = asked("layout", file, code)
    boxes = [box for page in layout["pages"] for box in page["boxes"]]  # type: ignore[attr-defined]
    first = next(box for box in boxes if box["id"] == "r1.present")
    assert first["meaning"] == {"row": 1, "person_id": 3, "field": "present"}, "Ayşe stands first"

    answers = tmp_path / "a.json"
    answers.write_text(
        json.dumps(
            {"marks": ["r1.present", "r3.present"], "walk_ins": [{"name": "Yonas"}], "guests": 2, "children": 1}
        ),
        "utf-8",
    )
    typed = code.lower().replace("-", " ")
    done = asked("enter", file, typed, answers)
    assert (done["stored"], done["changed"], done["unchanged"]) == (3, 0, 0)
    assert done["new_people"] == [5]
    again = asked("enter", file, code, answers)
    assert (again["stored"], again["changed"], again["unchanged"]) == (0, 0, 3)
    assert asked("activities", "attendance", file, number) == {
        "present": [3, 1],
        "walk_ins": [{"name": "Yonas", "person_id": 5}],
        "guests": 2,
        "children": 1,
        "head_count": 6,
        "unreadable": 0,
    }
    shown = asked("activities", "show", file, number)
    assert shown["sheets"] == [{"code": code, "came_home": True}]


def test_the_list_is_a_picture_too(file: Path, tmp_path: Path) -> None:
    number = _activity(file)
    made = _print(file, number, tmp_path / "lijst.png")
    assert Path(made["files"][0]).read_bytes().startswith(b"\x89PNG")


def test_a_list_that_cannot_be_written_gives_out_no_code(file: Path, tmp_path: Path) -> None:
    number = _activity(file)
    before = asked("check", file)["digest"]
    done = run_app(
        "print", file, "attendance", "--activity", number, "-o", tmp_path / "geen" / "map" / "lijst.pdf", "--json"
    )
    assert done.exit_code == 1
    assert asked("check", file)["digest"] == before


@pytest.mark.parametrize(
    "answers",
    [
        "geen json",
        "[]",
        '{"marks": ["x1"]}',
        '{"marks": ["r99.present"]}',
        '{"guests": "veel"}',
        '{"guests": -1}',
        '{"walk_ins": [{"naam": "Jan"}]}',
        '{"walk_ins": [{"name": "Jan", "person_id": 77}]}',
    ],
)
def test_answers_that_cannot_be_read_change_nothing(file: Path, tmp_path: Path, answers: str) -> None:
    number = _activity(file)
    asked("activities", "sign-up", file, number, "--all")
    code = _print(file, number, tmp_path / "lijst.pdf")["codes"][0]
    before = asked("check", file)["digest"]
    path = tmp_path / "a.json"
    path.write_text(answers, "utf-8")
    done = run_app("enter", file, code, path, "--json")
    assert done.exit_code == 1, done.stdout
    assert asked("check", file)["digest"] == before


def test_a_wrong_code_is_answered_with_what_to_do(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}", "utf-8")
    not_done("bad_code", "enter", file, "hallo", path)
    not_done("unknown_code", "enter", file, human_code("7K3Q2"), path)
    not_done("unknown_code", "layout", file, human_code("7K3Q2"))
    not_done("not_found", "print", file, "attendance", "--activity", 9, "-o", path)
    not_done("not_found", "activities", "attendance", file, 9)


def test_each_step_is_one_undo_with_a_name(file: Path, tmp_path: Path) -> None:
    digests = [asked("check", file)["digest"]]
    number = _activity(file)
    digests.append(asked("check", file)["digest"])
    asked("activities", "sign-up", file, number, "--all")
    digests.append(asked("check", file)["digest"])
    code = _print(file, number, tmp_path / "lijst.pdf")["codes"][0]
    digests.append(asked("check", file)["digest"])
    path = tmp_path / "a.json"
    path.write_text('{"marks": ["r1.present"], "walk_ins": [{"name": "Yonas"}]}', "utf-8")
    asked("enter", file, code, path)
    assert len({*digests, asked("check", file)["digest"]}) == 5
    for digest in reversed(digests):
        assert "Soep" in str(asked("undo", file)["undone"])
        assert asked("check", file)["digest"] == digest
