"""Run sheets on the command line: jobs, sheets to use again, paper that goes out and comes home."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builders import asked, not_done, run_app


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "soep.buurt"
    asked("new", path, "--name", "Klaverhoek")
    for name, address in (("Dirk-Jan op den Berg", "Meidoornlaan 12"), ("Coby Zandstra", "Meidoornlaan 2")):
        asked("people", "add", path, "--name", name, "--address", address)
    asked("activities", "add", path, "--title", "Soep", "--start", "2026-10-14T12:00")
    return path


def jobs(file: Path) -> list[dict[str, Any]]:
    found = asked("activities", "jobs", file, 1)["jobs"]
    assert isinstance(found, list)
    return found


def add(file: Path, title: str, *more: object) -> int:
    number = asked("activities", "job-add", file, 1, "--title", title, *more)["id"]
    assert isinstance(number, int)
    return number


def test_a_job_is_added_as_it_is_said_and_listed(file: Path) -> None:
    add(file, "Sleutel halen @Dirk-Jan 11.00")
    add(file, "Flyer maken", "--when", "3 weken vooraf", "--step", "flyer", "--takes", 60, "--places", 2)

    flyer, key = jobs(file)

    assert (flyer["title"], flyer["phase"], flyer["days"], flyer["day"]) == ("Flyer maken", "before", -21, "2026-09-23")
    assert (flyer["step"], flyer["takes"], flyer["wanted"], flyer["state"]) == ("flyer", 60, 2, "late")
    assert (key["title"], key["phase"], key["person_id"], key["who"]) == ("Sleutel halen", "day", 1, "Dirk-Jan")
    assert (key["minutes_from_start"], key["time"]) == (-60, "2026-10-14T11:00")


def test_a_job_is_changed_moved_done_and_deleted(file: Path) -> None:
    first, second = add(file, "Een", "--when", "-7"), add(file, "Twee", "--when", "-7")

    asked(
        "activities", "job-change", file, first, "--title", "Anders", "--person", 1, "--helpers", "2", "--move", "down"
    )
    asked("activities", "job-done", file, second)

    assert [(one["title"], one["done"], one["helpers"]) for one in jobs(file)] == [
        ("Twee", True, []),
        ("Anders", False, [2]),
    ]
    asked("activities", "job-done", file, second, "--not-done")
    asked("activities", "job-change", file, first, "--person", 0, "--helpers", "", "--when", "1 dag na")
    assert [(one["title"], one["phase"], one["person_id"]) for one in jobs(file)] == [
        ("Twee", "before", None),
        ("Anders", "after", None),
    ]
    asked("activities", "job-delete", file, second)
    assert len(jobs(file)) == 1


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("bad_when", ("job-add", 1, "--title", "x", "--when", "ooit")),
        ("draft_invalid", ("job-add", 1, "--title", " ")),
        ("not_found", ("job-add", 9, "--title", "x")),
        ("not_found", ("job-add", 1, "--title", "x", "--person", "99")),
        ("not_found", ("job-change", 9, "--title", "x")),
        ("not_found", ("job-done", 9)),
        ("not_found", ("job-delete", 9)),
        ("not_found", ("jobs", 9)),
        ("unknown_run_sheet", ("use-run-sheet", 1, "Bal")),
        ("notice_days", ("use-run-sheet", 1, "street-barbecue")),
        ("draft_invalid", ("use-run-sheet", 1, "street-barbecue", "--notice-days", "0")),
        ("draft_invalid", ("save-run-sheet", 1, "Leeg")),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(file: Path, kind: str, words: tuple[object, ...]) -> None:
    before = asked("check", file)["digest"]

    not_done(kind, "activities", words[0], file, *words[1:])

    assert asked("check", file)["digest"] == before


def test_a_run_sheet_is_used_kept_and_used_again(file: Path, tmp_path: Path) -> None:
    listed = asked("activities", "run-sheets", file)["run_sheets"]
    assert isinstance(listed, list)
    assert [one["name"] for one in listed][:2] == ["soup-lunch", "residents-evening"]
    used = asked("activities", "use-run-sheet", file, 1, "soup-lunch")
    assert isinstance(used["jobs"], list)
    assert len(used["jobs"]) == 18
    assert isinstance(used["late"], list)
    assert used["late"][0]["late_days"] > 0

    out = tmp_path / "onze.toml"
    asked("activities", "save-run-sheet", file, 1, "Onze soep", "-o", out)
    asked("activities", "use-run-sheet", file, 1, "onze soep", "--replace")
    assert len(jobs(file)) == 18
    asked("activities", "use-run-sheet", file, 1, "--from", out, "--replace")
    assert len(jobs(file)) == 18
    assert asked("activities", "run-sheets", file)["run_sheets"][-1]["own"] is True  # type: ignore[index]


def test_the_days_of_notice_are_kept(file: Path) -> None:
    asked("activities", "use-run-sheet", file, 1, "street-barbecue", "--notice-days", 35)

    assert asked("activities", "run-sheets", file)["notice_days"] == 35
    assert next(one["days"] for one in jobs(file) if one["step"] == "notice") == -35


def test_the_plan_is_counted_back_from_the_day(file: Path) -> None:
    asked("activities", "use-run-sheet", file, 1, "--plan")

    assert [one["step"] for one in jobs(file)] == ["flyer", "shopping", "list", "thanks", "account"]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"name = soep", b"#" * 500_000])
def test_a_run_sheet_of_a_stranger_that_is_none_is_refused(file: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "vreemd.toml").write_bytes(content)

    not_done("bad_run_sheet", "activities", "use-run-sheet", file, 1, "--from", tmp_path / "vreemd.toml")


def test_a_name_a_file_or_the_plan_is_needed(file: Path) -> None:
    assert run_app("activities", "use-run-sheet", file, 1).exit_code == 2


@pytest.fixture
def printed(file: Path, tmp_path: Path, qapp: object) -> str:
    for title in ("Flyer maken 2 weken vooraf", "Sleutel halen 11.00", "Opruimen 14.00", "Bedanken de dag erna"):
        add(file, title)
    done = asked("print", file, "run-sheet", "--activity", 1, "-o", tmp_path / "rs.pdf")
    assert done["pages"] == 1
    return str(done["codes"][0])  # type: ignore[index]


def enter(file: Path, tmp_path: Path, code: str, answers: object) -> dict[str, object]:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(answers), "utf-8")
    return asked("enter", file, code, path)


ANSWERS = {
    "marks": ["j2.done", "j3.done"],
    "texts": {"went_well": "Lekker", "next_time": "Meer stoelen"},
    "head_count": 14,
}


def test_a_run_sheet_comes_home_and_the_second_time_nothing_changes(file: Path, tmp_path: Path, printed: str) -> None:
    layout = asked("layout", file, printed)
    assert layout["kind"] == "run-sheet"
    boxes = layout["pages"][0]["boxes"]  # type: ignore[index]
    assert [one["id"] for one in boxes] == ["j1.done", "j2.done", "j3.done", "j4.done"]
    assert boxes[0]["meaning"] == {"job": 1, "field": "done"}

    first = enter(file, tmp_path, printed, ANSWERS)
    digest = asked("check", file)["digest"]
    second = enter(file, tmp_path, printed, ANSWERS)

    assert (first["stored"], first["changed"]) == (5, 0)
    assert (second["stored"], second["changed"], second["unchanged"]) == (0, 0, 5)
    assert asked("check", file)["digest"] == digest
    assert [one["done"] for one in jobs(file)] == [False, True, True, False]
    assert asked("activities", "list", file)["activities"][0]["came"] is not None  # type: ignore[index]


def test_entered_again_corrects_what_this_sheet_said(file: Path, tmp_path: Path, printed: str) -> None:
    asked("activities", "job-done", file, 1)
    enter(file, tmp_path, printed, ANSWERS)

    again = enter(
        file, tmp_path, printed, {"marks": ["j3.done"], "texts": {"went_well": "Erg lekker"}, "head_count": 15}
    )

    assert (again["stored"], again["changed"], again["unchanged"]) == (0, 3, 1)
    assert [one["done"] for one in jobs(file)] == [True, False, True, False]


def test_jobs_that_are_deleted_since_are_counted_and_the_rest_comes_home(
    file: Path, tmp_path: Path, printed: str
) -> None:
    asked("activities", "job-delete", file, 2)

    told = enter(file, tmp_path, printed, ANSWERS)

    assert (told["stored"], told["gone"]) == (4, 1)


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"marks": ["j9.done"]}, "unknown_box"),
        ({"marks": ["r1.present"]}, "unknown_box"),
        ({"texts": {"story": "x"}}, "unknown_box"),
        ({"marks": "j1.done"}, "bad_answers"),
        ({"head_count": -1}, "bad_answers"),
        ({"head_count": 10_000_000}, "bad_answers"),
        ({"texts": {"went_well": 3}}, "bad_answers"),
        ([], "bad_answers"),
    ],
)
def test_answers_that_cannot_be_change_nothing(
    file: Path, tmp_path: Path, printed: str, answers: object, kind: str
) -> None:
    before = asked("check", file)["digest"]
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(answers), "utf-8")

    not_done(kind, "enter", file, printed, path)

    assert asked("check", file)["digest"] == before


@pytest.mark.usefixtures("qapp")
def test_paper_is_printed_saving_ink_and_as_slips_and_as_pictures(file: Path, tmp_path: Path) -> None:
    asked("activities", "use-run-sheet", file, 1, "soup-lunch")

    saving = asked("print", file, "run-sheet", "--activity", 1, "--ink", "saving", "-o", tmp_path / "rs.png")
    slips = asked("print", file, "job-slips", "--activity", 1, "-o", tmp_path / "slips.pdf")

    assert all(Path(str(one)).stat().st_size for one in saving["files"])  # type: ignore[attr-defined]
    assert (slips["pages"], slips["codes"]) == (3, [])
    kinds = [one["kind"] for one in asked("prints", file)["prints"]]  # type: ignore[attr-defined]
    assert {"run-sheet", "job-slips"} <= set(kinds)
    not_done("not_found", "print", file, "run-sheet", "--activity", 9, "-o", tmp_path / "x.pdf")
