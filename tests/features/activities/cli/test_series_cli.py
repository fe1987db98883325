"""What comes again, copies and trials on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builders import asked, not_done, run_app
from buurtapp.features.activities import advice
from buurtapp.features.activities.records import ActivityDraft


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "soep.buurt"
    asked("new", path, "--name", "Klaverhoek")
    for name, address in (("Toos van 't Hek", "Berkenpad 11"), ("Piet ter Horst", "Klaverstraat 14")):
        asked("people", "add", path, "--name", name, "--address", address)
    return path


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUURTAPP_NOW", "2026-10-13T14:05:00+02:00")


def add(file: Path, *more: object, start: str = "2026-10-14T12:00") -> int:
    number = asked("activities", "add", file, "--title", "Soep", "--start", start, *more)["id"]
    assert isinstance(number, int)
    return number


def shown(file: Path, number: object) -> dict[str, Any]:
    return asked("activities", "show", file, number)


def starts(file: Path) -> list[str]:
    rows = asked("activities", "list", file)["activities"]
    assert isinstance(rows, list)
    return [row["start"] for row in rows]


def test_all_that_is_told_of_a_plan_is_shown(file: Path) -> None:
    number = add(
        file,
        *("--source", "council", "--purpose", "Elkaar kennen", "--asked-by", 6, "--anyway", "het is nodig"),
        *("--expected", 30, "--highlight"),
    )
    told = shown(file, number)
    assert {name: told[name] for name in ("purpose", "asked_by", "anyway", "expected", "highlight")} == {
        "purpose": "Elkaar kennen",
        "asked_by": 6,
        "anyway": "het is nodig",
        "expected": 30,
        "highlight": True,
    }
    assert (told["trial"], told["series"], told["copied_from"]) == (None, None, None)


def test_a_plan_nobody_asked_for_is_added_with_a_word_about_it(file: Path) -> None:
    done = run_app("activities", "add", file, "--title", "Inloop", "--start", "2026-10-14T12:00", "--source", "council")
    assert done.exit_code == 0
    assert done.stderr.strip() == advice.asking(ActivityDraft("Inloop", None, source="council")).render()  # type: ignore[union-attr]


def test_an_activity_is_changed_and_the_rest_stays(file: Path) -> None:
    number = add(file, "--end", "2026-10-14T13:30", "--place", "De Kas", "--capacity", 3, "--expected", 9)
    asked("activities", "sign-up", file, number, "--all")

    told = asked(
        *("activities", "change", file, number, "--start", "2026-10-15T13:00", "--capacity", 1, "--clear", "expected"),
    )

    assert told["id"] == number
    assert len(told["warnings"]) == 1  # type: ignore[arg-type]
    found = shown(file, number)
    assert (found["start"], found["end"]) == ("2026-10-15T13:00", "2026-10-15T14:30")
    assert (found["place"], found["capacity"], found["expected"], found["signed_up"]) == ("De Kas", 1, None, 2)
    not_done("draft_invalid", "activities", "change", file, number, "--end", "2026-10-15T12:00")
    not_done("not_found", "activities", "change", file, 99, "--title", "Soep")


def test_a_series_from_its_first_day_to_its_end(file: Path) -> None:
    first = add(file, "--end", "2026-10-14T13:30")
    made = asked("activities", "repeat", file, first, "--every", "week", "--times", 5)
    ids = made["ids"]
    assert isinstance(ids, list)
    assert len(ids) == 5
    assert shown(file, first)["series"]["id"] == made["series"]

    asked("activities", "move", file, ids[1], "--start", "2026-10-22T19:00")
    assert asked("activities", "skip", file, ids[2], "--why", "kerst")["skipped"] == "2026-10-28T12:00"
    asked("activities", "sign-up", file, ids[3], "--people", 1)
    not_done("people_signed_up", "activities", "skip", file, ids[3], "--why", "ziek")
    told = asked("activities", "change", file, ids[0], "--title", "Soep en brood", "--following")
    assert told["following"] == 3

    days = shown(file, first)["series"]["days"]
    assert [day["state"] for day in days] == ["coming", "moved", "skipped", "coming", "coming"]
    assert (days[1]["at"], days[1]["start"], days[2]["why"]) == ("2026-10-21T12:00", "2026-10-22T19:00", "kerst")
    assert shown(file, ids[4])["title"] == "Soep en brood"

    back = asked("activities", "bring-back", file, first, "--day", "2026-10-28")["id"]
    assert shown(file, back)["start"] == "2026-10-28T12:00"
    not_done("not_skipped", "activities", "bring-back", file, first, "--day", "2026-10-28")
    assert asked("activities", "end-series", file, first) == {"removed": 4, "kept": 1}
    assert starts(file) == ["2026-11-04T12:00"]


def test_a_series_without_an_end_is_extended(file: Path) -> None:
    first = add(file)
    before = asked("activities", "repeat", file, first, "--every", "month")["ids"]
    more = asked("activities", "extend", file, first)["ids"]
    assert len(starts(file)) == len(before) + len(more)  # type: ignore[arg-type]
    assert len(set(starts(file))) == len(starts(file))


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        (("--every", "week", "--times", 1), "draft_invalid"),
        (("--every", "week", "--until", "2026-10-15"), "draft_invalid"),
        (("--every", "week", "--times", 3, "--until", "2026-12-15"), "draft_invalid"),
    ],
)
def test_what_is_no_series_is_refused(file: Path, more: tuple[object, ...], kind: str) -> None:
    number = add(file)
    before = asked("check", file)["digest"]
    not_done(kind, "activities", "repeat", file, number, *more)
    assert run_app("activities", "repeat", file, number, "--every", "day").exit_code == 2
    assert run_app("activities", "repeat", file, number, "--every", "week", "--until", "morgen").exit_code == 2
    assert asked("check", file)["digest"] == before


def test_a_copy_with_the_same_people(file: Path) -> None:
    number = add(file, "--purpose", "Elkaar kennen")
    asked("activities", "sign-up", file, number, "--people", "1,2")
    bare = asked("activities", "copy", file, number, "--start", "2026-10-21T12:00")["id"]
    full = asked("activities", "copy", file, number, "--start", "2026-10-28T12:00", "--with-people")["id"]
    assert (shown(file, bare)["copied_from"], shown(file, bare)["signed_up"]) == (number, 0)
    assert (shown(file, full)["purpose"], shown(file, full)["signed_up"]) == ("Elkaar kennen", 2)


def test_a_trial_in_one_street_is_decided(file: Path) -> None:
    number = add(file, start="2026-10-07T12:00")
    assert asked("activities", "trial", file, number, "--street", "berkenpad", "--goal", 10) == {
        "id": number,
        "street": "Berkenpad",
        "goal": 10,
    }
    asked("activities", "decide", file, number, "go", "--why", "iedereen wil meer")
    assert shown(file, number)["trial"] == {
        "street": "Berkenpad",
        "goal": 10,
        "result": "go",
        "why": "iedereen wil meer",
    }
    assert asked("activities", "trial", file, number, "--none")["street"] is None
    not_done("no_trial", "activities", "decide", file, number, "stop", "--why", "te druk")
    not_done("draft_invalid", "activities", "trial", file, number, "--street", "Lindelaan", "--goal", 10)
    assert run_app("activities", "trial", file, number).exit_code == 2
    assert run_app("activities", "decide", file, number, "perhaps", "--why", "x").exit_code == 2
