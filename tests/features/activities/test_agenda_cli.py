"""Printing the agenda of a month from the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from builders import add_activity, asked, new_store, run_app
from buurtapp.core.clock import SystemClock, local
from buurtapp.printing.render import page_sizes_mm, page_texts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with new_store(tmp_path) as store:
        for day in (7, 14, 21, 28):
            add_activity(store, starts_at=datetime(2026, 10, day, 12))
        add_activity(store, "Buurtwandeling", datetime(2026, 10, 25, 14))
        add_activity(store, "Kerststukjes", datetime(2026, 12, 12, 14))
        return store.path


def last_print(file: Path) -> dict[str, object]:
    """The newest line of the log of what went out."""
    lines = asked("prints", file)["prints"]
    assert isinstance(lines, list)
    found: dict[str, object] = lines[0]
    return found


def test_a_month_is_printed_on_a3(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"

    told = asked("print", file, "agenda", "--month", "2026-10", "-o", out)

    assert (told["files"], told["pages"], told["codes"]) == ([str(out)], 1, [])
    assert [round(side) for side in page_sizes_mm(out.read_bytes())[0]] == [297, 420]
    (said,) = page_texts(out.read_bytes())
    assert "Buurtwandeling" in said
    assert "Kerststukjes" not in said


def test_without_a_month_it_is_the_present_one(file: Path, tmp_path: Path) -> None:
    before = local(SystemClock().now())
    asked("print", file, "agenda", "-o", tmp_path / "agenda.pdf")
    after = local(SystemClock().now())

    line = last_print(file)

    assert line["description"] in {f"{moment:%Y-%m} A3" for moment in (before, after)}


def test_month_size_ink_and_language_can_be_chosen(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"
    chosen = ("--month", "2026-12", "--format", "A4", "--ink", "saving", "--paper-language", "tr")

    asked("print", file, "agenda", *chosen, "-o", out)

    (said,) = page_texts(out.read_bytes())
    assert [round(side) for side in page_sizes_mm(out.read_bytes())[0]] == [210, 297]
    assert "Kerststukjes" in said
    assert "Aral" in said


def test_a_picture_is_made_of_it_too_and_the_log_knows_of_it(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "agenda.png"

    asked("print", file, "agenda", "--month", "2026-10", "-o", out)
    line = last_print(file)

    assert out.read_bytes().startswith(b"\x89PNG")
    assert (line["kind"], line["description"], line["people"]) == ("agenda", "2026-10 A3", None)


@pytest.mark.parametrize("month", ["2026-13", "oktober", "2026-1", "0000-01", ""])
def test_what_is_no_month_is_refused_as_wrong_usage(file: Path, tmp_path: Path, month: str) -> None:
    out = tmp_path / "agenda.pdf"

    done = run_app("print", file, "agenda", "--month", month, "-o", out)

    assert done.exit_code == 2
    assert "2026-10" in done.stderr
    assert not out.exists()
