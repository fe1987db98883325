"""Money from the command line: what it answers, and what it refuses without changing anything."""

from __future__ import annotations

import csv
import errno
import json
from pathlib import Path
from typing import cast

import pytest
from PIL import Image

from builders import add_activity, asked, new_store, not_done, run_app


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with new_store(tmp_path) as store:
        add_activity(store)
    return store.path


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    made = tmp_path / "bon.png"
    Image.new("L", (300, 400), 90).save(made)
    return made


@pytest.fixture(autouse=True)
def _in_october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUURTAPP_NOW", "2026-10-13T14:05:00")


def test_a_fund_a_line_a_receipt_and_a_photo(file: Path, picture: Path, tmp_path: Path) -> None:
    fund = asked("funds", "add", file, "--name", "Wijkbudget", "--granted", "€ 1.500", "--deadline", "2026-11-01")["id"]
    asked("funds", "change", file, fund, "--reference", "WB-118", "--signer", "Karin")
    assert asked("funds", "list", file)["funds"] == [
        {
            "id": fund,
            "name": "Wijkbudget",
            "giver": "",
            "reference": "WB-118",
            "granted": 150000,
            "signer": "Karin",
            "deadline": "2026-11-01",
            "signed_on": None,
            "sent_on": None,
        }
    ]
    assert asked("activities", "fund", file, 1, fund) == {"id": 1, "fund_id": fund}
    line = asked("activities", "budget-add", file, 1, "--title", "Soep", "--planned", "720", "--fund", fund)["id"]
    add = ("activities", "receipt-add", file, 1, "--line", line, "--title", "Groente", "--amount", "12,50")
    done = asked(*add, "--picture", picture, "--day", "2026-09-09")
    assert (done["stored"], done["warnings"]) == (1, [])
    assert asked(*add, "--holder", "Samira")["stored"] == 1
    again = asked(*add, "--picture", picture)
    assert (again["stored"], len(again["warnings"])) == (1, 1)  # type: ignore[arg-type]
    asked("activities", "photo-add", file, 1, "--picture", picture, "--caption", "Aan tafel", "--consent")

    shown = asked("activities", "budget", file, 1)
    assert (shown["planned"], shown["spent"]) == (72000, 3750)
    rows = cast("list[dict[str, list[dict[str, object]]]]", shown["lines"])
    assert [one["paper"] for one in rows[0]["receipts"]] == [True, False, True]
    assert shown["photos"] == [{"id": 1, "caption": "Aan tafel", "consent": True}]

    out = tmp_path / "map.pdf"
    printed = asked("print", file, "account", "--fund", fund, "-o", out)
    assert out.read_bytes().startswith(b"%PDF")
    assert printed["files"] == [str(out)]
    assert printed["codes"] == []
    assert {one["kind"] for one in printed["missing"]} == {"receipt", "signature"}  # type: ignore[attr-defined]
    assert all(one["text"] for one in printed["missing"])  # type: ignore[attr-defined]
    pages = asked("print", file, "account", "--activity", 1, "-o", tmp_path / "blad.png")
    assert all(Path(name).exists() for name in pages["files"])  # type: ignore[attr-defined]
    assert [one["kind"] for one in asked("prints", file)["prints"]] == ["account", "account"]  # type: ignore[attr-defined]


def test_the_account_as_a_list(file: Path, tmp_path: Path) -> None:
    line = asked("activities", "budget-add", file, 1, "--title", "Soep", "--planned", "720")["id"]
    asked("activities", "budget-add", file, 1, "--title", "=Zaal")
    asked("activities", "receipt-add", file, 1, "--line", line, "--title", "Groente", "--amount", "12,50")
    out = tmp_path / "bonnen.csv"
    assert asked("export", file, "account", "--activity", 1, "-o", out)["rows"] == 2
    rows = list(csv.reader(out.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[1][1:6] == ["Soep", "72000", "", "Groente", "1250"]
    assert rows[2][1] == "\t=Zaal"
    fund = asked("funds", "add", file, "--name", "Budget [2026/27]: *?")["id"]
    asked("activities", "fund", file, 1, fund)
    assert asked("export", file, "account", "--activity", 1, "-o", tmp_path / "b.xlsx")["rows"] == 2
    assert asked("export", file, "account", "--fund", fund, "-o", tmp_path / "c.xlsx")["rows"] == 2


def digest(file: Path) -> object:
    return asked("check", file)["digest"]


def test_what_cannot_be_is_refused_and_changes_nothing(file: Path, tmp_path: Path, picture: Path) -> None:
    line = asked("activities", "budget-add", file, 1, "--title", "Soep")["id"]
    before = digest(file)
    add = ("activities", "receipt-add", file, 1, "--line", line, "--title", "Groente")
    words = tmp_path / "bon.jpg"
    words.write_text("Groente 12,50")
    huge = tmp_path / "groot.jpg"
    with huge.open("wb") as stream:
        stream.truncate(80_000_000)
    out = tmp_path / "uit.pdf"
    not_done("draft_invalid", *add, "--amount", "twaalf")
    not_done("broken_picture", *add, "--amount", "12", "--picture", words)
    not_done("too_large", *add, "--amount", "12", "--picture", huge)
    not_done("no_such_file", *add, "--amount", "12", "--picture", tmp_path / "weg.jpg")
    not_done("not_found", "activities", "receipt-add", file, 1, "--line", 99, "--title", "x", "--amount", "1")
    not_done("not_found", "activities", "receipt-add", file, 9, "--line", line, "--title", "x", "--amount", "1")
    not_done("not_found", "activities", "photo-add", file, 9, "--picture", picture)
    not_done("not_found", "activities", "fund", file, 1, 9)
    not_done("draft_invalid", "funds", "add", file, "--name", "", "--granted", "veel")
    not_done("one_of_two", "print", file, "account", "-o", out)
    not_done("one_of_two", "print", file, "account", "--activity", 1, "--fund", 1, "-o", out)
    not_done("not_found", "print", file, "account", "--fund", 9, "-o", out)
    assert run_app(*add, "--amount", "1", "--day", "gisteren").exit_code == 2
    assert digest(file) == before
    assert not out.exists()


def test_a_full_disk_leaves_the_folder_that_was_there(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked("activities", "budget-add", file, 1, "--title", "Soep")
    out, listed = tmp_path / "map.pdf", tmp_path / "bonnen.csv"
    for one in (out, listed):
        one.write_bytes(b"wat er al was")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("buurtapp.core.files.os.fsync", full)
    not_done("disk_full", "print", file, "account", "--activity", 1, "-o", out)
    not_done("disk_full", "export", file, "account", "--activity", 1, "-o", listed)
    assert [one.read_bytes() for one in (out, listed)] == [b"wat er al was"] * 2
    assert not list(tmp_path.glob(".*.half"))


def test_what_people_read_is_no_json(file: Path) -> None:
    done = run_app("activities", "budget-add", file, 1, "--title", "Soep", "--planned", "45,00")
    assert done.exit_code == 0
    assert "Soep" in done.stdout
    with pytest.raises(json.JSONDecodeError):
        json.loads(run_app("activities", "budget", file, 1).stdout)
    assert run_app("activities", "fund", file, 1, 0).exit_code == 0
