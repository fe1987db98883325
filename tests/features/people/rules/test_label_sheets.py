"""Sheets of labels: those of shops add up to A4, and impossible ones are refused with a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import refused
from buurtapp.core.errors import UserError
from buurtapp.features.people.papers import LabelSheet
from buurtapp.features.people.rules import label_sheets

IDS = [label_sheets.shown_name(sheet) for sheet in label_sheets.SHEETS]


@pytest.mark.parametrize("sheet", label_sheets.SHEETS, ids=IDS)
def test_a_known_sheet_fills_a4_evenly(sheet: LabelSheet) -> None:
    across = 2 * sheet.left_mm + sheet.columns * sheet.width_mm + (sheet.columns - 1) * sheet.gap_x_mm
    down = 2 * sheet.top_mm + sheet.rows * sheet.height_mm + (sheet.rows - 1) * sheet.gap_y_mm

    assert across == pytest.approx(210.0, abs=0.01)
    assert down == pytest.approx(297.0, abs=0.01)
    assert label_sheets.checked(sheet) is sheet


@pytest.mark.parametrize(
    ("name", "count"),
    [
        *(("L7159", 24), ("avery l7160", 21), ("L7163", 14), ("L7165", 8), ("3474", 24), ("3475", 24), ("3653", 14)),
        *(("24", 24), ("21", 21), ("14", 14), ("8", 8)),
    ],
)
def test_a_sheet_is_found_by_what_stands_on_the_box(name: str, count: int) -> None:
    assert label_sheets.find_sheet(name).count == count


@pytest.mark.parametrize("name", ["", "L9999", "×"])
def test_a_sheet_that_nobody_sells_is_refused(name: str) -> None:
    with refused("unknown_sheet"):
        label_sheets.find_sheet(name)


def test_own_measures_are_read() -> None:
    made = label_sheets.sheet_of_measures("3x7 63,5x38.1 7.25×15.15 2.5x0")

    assert made == replace(label_sheets.find_sheet("L7160"), name="", maker="")
    assert label_sheets.sheet_of_measures("2x4 105x74 0x0").gap_x_mm == 0


@pytest.mark.parametrize("written", ["", "3x8", "70x37 3x8", "3x8 70x37 0", "3.5x8 a", "drie bij acht"])
def test_measures_that_say_nothing_are_refused(written: str) -> None:
    with refused("bad_measures"):
        label_sheets.sheet_of_measures(written)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"columns": 4}, "280"),
        ({"rows": 9}, "333"),
        ({"left_mm": 0.1}, "210"),
        ({"left_mm": -1.0}, ""),
        ({"gap_y_mm": -3.0}, ""),
        ({"gap_x_mm": 20.0}, "250"),
        ({"columns": 0}, ""),
        ({"rows": -2}, ""),
        ({"width_mm": 12.0}, "30"),
        ({"height_mm": 8.0}, "16"),
        ({"width_mm": float("nan")}, ""),
        ({"top_mm": float("nan")}, ""),
        ({"height_mm": float("inf")}, ""),
    ],
)
def test_an_impossible_sheet_is_refused_with_what_is_wrong(change: dict[str, float], says: str) -> None:
    sheet = replace(label_sheets.find_sheet("3474"), **change)  # type: ignore[arg-type]

    with pytest.raises(UserError) as told:
        label_sheets.checked(sheet)

    assert told.value.kind == "bad_sheet"
    assert says in told.value.text.render()


@pytest.mark.parametrize("start_at", [0, -1, 25])
def test_a_sheet_begins_at_one_of_its_labels(start_at: int) -> None:
    sheet = label_sheets.find_sheet("3474")

    assert label_sheets.checked_start(sheet, 24) == 24
    with refused("bad_start"):
        label_sheets.checked_start(sheet, start_at)


@pytest.mark.parametrize("sheet", label_sheets.SHEETS, ids=IDS)
def test_measures_are_written_as_they_are_read(sheet: LabelSheet) -> None:
    assert label_sheets.sheet_of_measures(label_sheets.measures_of(sheet)) == replace(sheet, name="", maker="")


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"columns": 0, "rows": 0}, ["columns", "rows"]),
        ({"left_mm": -1.0, "gap_y_mm": -1.0}, ["left_mm", "gap_y_mm"]),
        ({"width_mm": 10.0}, ["width_mm"]),
        ({"columns": 9, "rows": 20}, ["width_mm", "height_mm"]),
    ],
)
def test_what_is_wrong_is_told_of_the_measure_it_is_about(change: dict[str, float], fields: list[str]) -> None:
    sheet = replace(label_sheets.find_sheet("3474"), **change)  # type: ignore[arg-type]
    assert [problem.field for problem in label_sheets.problems(sheet)] == fields
