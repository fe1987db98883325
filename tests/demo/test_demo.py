"""The demo does the main job on real files, again and again, and never over somebody's own file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builders import DONE, NOW, asked, not_done, run_app
from buurtapp.core.clock import FixedClock
from buurtapp.core.store import Store
from buurtapp.demo.steps import GROUP_FILE
from buurtapp.features.activities import queries as activities
from buurtapp.features.group.queries import group
from buurtapp.features.people.actions import doors
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.sheets import queries as sheets


def _steps(folder: Path) -> list[dict[str, Any]]:
    steps = asked("demo", folder)["steps"]
    assert isinstance(steps, list)
    return steps


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("demo") / "klaverhoek"
    return folder, _steps(folder)


def test_every_step_is_told_with_its_time_and_its_files(done: tuple[Path, list[dict[str, Any]]]) -> None:
    _, steps = done
    assert len(steps) >= 7
    assert all(step["name"] and isinstance(step["ms"], int) and step["ms"] >= 0 for step in steps)
    files = [Path(file) for step in steps for file in step["files"]]
    assert [file for file in files if not file.is_file() or file.stat().st_size == 0] == []


def test_the_files_are_what_their_names_say(done: tuple[Path, list[dict[str, Any]]]) -> None:
    folder, _ = done
    begins = {".pdf": b"%PDF", ".png": b"\x89PNG", ".xlsx": b"PK", ".buurt": b"SQLite format 3"}
    found = {file.suffix for file in folder.iterdir()}
    assert found >= {".pdf", ".png", ".xlsx", ".buurt", ".json"}
    for file in folder.iterdir():
        if file.suffix in begins:
            assert file.read_bytes().startswith(begins[file.suffix]), file.name
    assert len(list(folder.glob("*.pdf"))) >= 2, "a flyer and a list"


def test_the_group_file_holds_what_was_done(done: tuple[Path, list[dict[str, Any]]]) -> None:
    folder, _ = done
    file = folder / GROUP_FILE
    assert asked("check", file)["ok"] is True
    with Store.open(file, FixedClock(NOW), read_only=True) as store:
        assert store.read(group).is_sample
        people = store.read(listing.count)
        assert people > 10
        (soup,) = store.read(activities.listed)
        assert soup.counts.came is not None
        assert store.read(sheets.still_out) == []
        report = json.loads((folder / "import.json").read_text("utf-8"))
        assert report["people_total"] + 1 == people, "one neighbour walked in"
        assert report["problems"], "the list has its quirks"
        assert len(store.read(cards.loose_ends)) >= len(report["problems"])


def test_the_summary_says_what_the_file_says(done: tuple[Path, list[dict[str, Any]]]) -> None:
    folder, _ = done
    there = asked("activities", "attendance", folder / GROUP_FILE, 1)
    summary = (folder / "verslag.txt").read_text("utf-8")
    assert str(there["head_count"]) in summary


def test_a_second_time_over_its_own_folder_gives_the_same(tmp_path: Path) -> None:
    first = _steps(tmp_path)
    again = _steps(tmp_path)
    assert [step["name"] for step in again] == [step["name"] for step in first]
    assert asked("check", tmp_path / GROUP_FILE)["ok"] is True


def test_what_somebody_did_in_the_demo_file_is_in_a_copy(tmp_path: Path) -> None:
    _steps(tmp_path)
    with Store.open(tmp_path / GROUP_FILE, FixedClock(NOW)) as store:
        store.write(DONE, doors.add_addresses, "Nieuwe straat", "1-9")
        digest = store.check().digest
    before = set(tmp_path.rglob("*"))

    _steps(tmp_path)

    copies = [path for path in set(tmp_path.rglob("*")) - before if path.is_file() and path.suffix != ".buurt"]
    restored = [
        asked("restore", copy, "-o", tmp_path / f"terug-{at}.buurt")["digest"]
        for at, copy in enumerate(copies)
        if run_app("restore", copy, "-o", tmp_path / f"proef-{at}.buurt").exit_code == 0
    ]
    assert digest in restored


def test_a_group_file_of_somebody_is_never_touched(tmp_path: Path) -> None:
    file = tmp_path / GROUP_FILE
    asked("new", file, "--name", "Echte groep")
    before = file.read_bytes()
    not_done("file_exists", "demo", tmp_path)
    assert file.read_bytes() == before


def test_a_demo_file_that_is_open_stays(tmp_path: Path) -> None:
    _steps(tmp_path)
    with Store.open(tmp_path / GROUP_FILE, FixedClock(NOW)) as store:
        not_done("open_elsewhere", "demo", tmp_path)
        assert store.check().ok


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x", "utf-8")
    assert run_app("demo", tmp_path / "bestand" / "map").exit_code == 1


def test_without_json_each_step_is_one_line(tmp_path: Path) -> None:
    told = run_app("demo", tmp_path)
    assert told.exit_code == 0
    assert sum(" ms  " in line for line in told.stderr.splitlines()) >= 7
