"""Afterwards and calendars on the command line: written down, printed, exported, read in, and refused."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from builders import asked, not_done, run_app
from buurtapp.printing.render import page_texts

FOREIGN = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:les@sport
SUMMARY:Beweegles
DTSTART:20261029T140000Z
END:VEVENT
BEGIN:VEVENT
SUMMARY:Zonder dag
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BUURTAPP_NOW", "2026-10-13T14:05")
    path = tmp_path / "soep.buurt"
    asked("new", path, "--name", "Klaverhoek")
    asked("people", "add", path, "--name", "Toos van 't Hek", "--address", "Klaverstraat 11")
    asked("activities", "add", path, "--title", "Soep", "--start", "2026-10-07T12:00", "--contact", "1")
    asked("activities", "add", path, "--title", "Soep", "--start", "2026-10-14T12:00")
    return path


def test_what_was_learned_is_written_down_and_comes_back(file: Path) -> None:
    told = asked(
        *("activities", "evaluate", file, 1, "--well", "Gezellig", "--next", "Radio uit", "--said", "Te hard"),
        *("--helpers", "3", "--hours", "6,5"),
    )
    assert told == {
        "id": 1,
        "went_well": "Gezellig",
        "next_time": "Radio uit",
        "said": "Te hard",
        "helpers": 3,
        "helper_minutes": 390,
        "expected": 0,
        "came": None,
        "came_along": 0,
    }
    changed = asked("activities", "evaluate", file, 1, "--well", "", "--hours", "")
    assert (changed["went_well"], changed["next_time"], changed["helper_minutes"]) == ("", "Radio uit", 0)
    shown = asked("activities", "evaluation", file, 2)
    assert shown["last_time"] == {"id": 1, "day": "2026-10-07", "next_time": "Radio uit", "said": "Te hard"}
    assert "Radio uit" in run_app("activities", "evaluation", file, 1).stdout


def test_what_is_wrong_is_refused(file: Path) -> None:
    before = asked("check", file)["digest"]
    not_done("draft_invalid", "activities", "evaluate", file, 1, "--hours", "zes")
    not_done("draft_invalid", "activities", "evaluate", file, 1, "--helpers", "-1")
    not_done("not_found", "activities", "evaluate", file, 9, "--well", "x")
    not_done("not_found", "activities", "evaluation", file, 9)
    assert asked("check", file)["digest"] == before


def test_cards_and_reports_are_printed_and_noted(file: Path, tmp_path: Path) -> None:
    cards = asked("print", file, "thank-you", "--activity", "1", "-o", tmp_path / "kaart.pdf")
    assert (cards["pages"], cards["codes"], cards["warnings"]) == (1, [], [])
    assert "Toos" in page_texts((tmp_path / "kaart.pdf").read_bytes())[0]
    nobody = asked("print", file, "thank-you", "--activity", "1", "--who", "came", "-o", tmp_path / "leeg.png")
    assert nobody["files"] == [str(tmp_path / "leeg.png")]
    assert len(nobody["warnings"]) == 1  # type: ignore[arg-type]
    report = asked("print", file, "activity-report", "--activity", "1", "-o", tmp_path / "een.pdf")
    assert report["pages"] == 1
    period = ("--from", "2026-10-01", "--to", "2026-10-31")
    asked("print", file, "activity-report", *period, "--paper-language", "en", "-o", tmp_path / "alle.pdf")
    words = " ".join(page_texts((tmp_path / "alle.pdf").read_bytes()))
    assert "Activities" in words
    assert "Toos" not in words
    kinds = [one["kind"] for one in asked("prints", file)["prints"]]  # type: ignore[attr-defined]
    assert sorted(kinds) == ["activity-report", "activity-report", "thank-you", "thank-you"]


def test_a_report_of_nothing_or_of_both_is_refused(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    not_done("nothing_held", "print", file, "activity-report", "--from", "2025-01-01", "--to", "2025-12-31", "-o", out)
    both = run_app("print", file, "activity-report", "--activity", "1", "--from", "2026-01-01", "-o", out)
    assert both.exit_code == 2
    assert not out.exists()


@pytest.mark.parametrize("ending", ["ics", "csv", "xlsx"])
def test_all_activities_go_out_or_one(file: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"uit.{ending}"
    assert asked("export", file, "activities", "-o", out) == {"file": str(out), "rows": 2}
    assert asked("export", file, "activities", "--id", "2", "-o", out)["rows"] == 1
    if ending == "ics":
        assert out.read_text().count("BEGIN:VEVENT") == 1
    if ending == "csv":
        assert len(list(csv.reader(io.StringIO(out.read_text("utf-8-sig")), delimiter=";"))) == 2


def test_an_activity_that_is_not_there_and_an_unknown_ending_are_refused(file: Path, tmp_path: Path) -> None:
    not_done("not_found", "export", file, "activities", "--id", "9", "-o", tmp_path / "x.ics")
    not_done("unknown_format", "export", file, "activities", "-o", tmp_path / "x.doc")


def test_a_calendar_is_told_then_read_then_known(file: Path, tmp_path: Path) -> None:
    calendar = tmp_path / "sport.ics"
    calendar.write_text(FOREIGN)
    before = asked("check", file)["digest"]
    told = asked("import-calendar", file, calendar, "--dry-run")
    assert (told["events"], told["added"], told["changed"], told["unchanged"]) == (1, 1, 0, 0)
    assert [one["line"] for one in told["problems"]] == [7]  # type: ignore[attr-defined]
    assert asked("check", file)["digest"] == before

    done = asked("import-calendar", file, calendar, "--source", "council")
    assert done["new_activities"] == [3]
    shown = asked("activities", "show", file, 3)
    assert (shown["start"], shown["source"]) == ("2026-10-29T15:00", "council")
    again = asked("import-calendar", file, calendar)
    assert (again["added"], again["unchanged"], again["new_activities"]) == (0, 1, [])
    moved = tmp_path / "later.ics"
    moved.write_text(FOREIGN.replace("T140000Z", "T150000Z"))
    assert asked("import-calendar", file, moved)["plan"] == [
        {"title": "Beweegles", "start": "2026-10-29T16:00", "state": "changed", "id": 3, "changes": ["starts_at"]}
    ]
    asked("undo", file)
    asked("undo", file)
    assert asked("check", file)["digest"] == before


def test_our_own_calendar_is_known_again(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit.ics"
    asked("export", file, "activities", "-o", out)
    told = asked("import-calendar", file, out)
    assert (told["added"], told["changed"], told["unchanged"]) == (0, 0, 2)


def test_files_that_are_no_calendar_are_refused(file: Path, tmp_path: Path) -> None:
    empty = tmp_path / "leeg.ics"
    empty.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    not_done("no_events", "import-calendar", file, empty)
    (tmp_path / "brief.ics").write_text("Beste buren")
    not_done("no_calendar", "import-calendar", file, tmp_path / "brief.ics")
    not_done("no_such_file", "import-calendar", file, tmp_path / "niets.ics")
