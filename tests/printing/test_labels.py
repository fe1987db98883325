"""Blocks of address lines and the labels they stand on: everything stays inside, whatever is written."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtapp.core.errors import Cancelled
from buurtapp.printing import labels, render
from buurtapp.printing.fit import MM_OF_POINT

pytestmark = pytest.mark.usefixtures("qapp")
"""Qt allows one application in a process: the tests of screens and the shaping of Arabic share it."""

DPI = 150
MM = 25.4 / DPI
ODD_NAMES = Path(__file__).parents[3] / "shared" / "cases" / "odd-names.json"
ESSENTIAL_NAMES = (
    "<b>Jan & Piet",
    "İbrahim Şahin",
    "Nguyễn Thị Ánh",
    "محمد ١٢٣ (أحمد)",
    "Jan فاطمة Piet",
    "👩\u200d👩\u200d👧\u200d👦 gezin",
    "rechts\u202eneskniL",
    "nieuwe\nregel",
    "a" * 300,
    "W" * 300,
    "Zeerlangeachternaamzonderspatiesdieeigenlijknietkanmaartochbestaat",
    "Wilhelmina Geertruida van der Heijden-Oosterbroek en Jan Pieter van den Bovenkamp-Zonneveld",
    " ".join(["Henk van der Meer en"] * 15),
    "",
)
ADDRESS = ("Klaverstraat 12 a", "9999 AB  KLAVERDORP")


@dataclass(frozen=True, slots=True)
class SomeSheet:
    """A sheet of labels."""

    columns: int
    rows: int
    width_mm: float
    height_mm: float
    left_mm: float
    top_mm: float
    gap_x_mm: float = 0.0
    gap_y_mm: float = 0.0


TWENTY_FOUR = SomeSheet(3, 8, 70, 37, 0, 0.5)
SHEETS = (
    TWENTY_FOUR,
    SomeSheet(3, 8, 63.5, 33.9, 7.25, 12.9, 2.5),
    SomeSheet(2, 4, 99.1, 67.7, 4.65, 13.1, 2.5),
    SomeSheet(5, 16, 35, 16, 5, 10, 5, 1),
)


def odd_names() -> list[str]:
    known: list[str] = json.loads(ODD_NAMES.read_text("utf-8")) if ODD_NAMES.exists() else []
    return [*ESSENTIAL_NAMES, *known]


def ink_outside(pdf: bytes, boxes: Sequence[labels.Cell]) -> int:
    """Count dark pixels outside the boxes, on all pages."""
    found = 0
    for picture in render.page_images(pdf, DPI):
        dark = np.asarray(picture.convert("L")) < 200
        for box in boxes:
            top, bottom = round(box.y_mm / MM), round((box.y_mm + box.h_mm) / MM)
            left, right = round(box.x_mm / MM), round((box.x_mm + box.w_mm) / MM)
            dark[top : bottom + 1, left : right + 1] = False
        found += int(dark.sum())
    return found


def _safe(sheet: SomeSheet) -> list[labels.Cell]:
    edge = labels.SAFE_MM - 0.2  # half a pixel, and where letters are not sharp
    return [
        labels.Cell(cell.x_mm + edge, cell.y_mm + edge, cell.w_mm - 2 * edge, cell.h_mm - 2 * edge)
        for cell in labels.cells(sheet)
    ]


def _squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: f"{sheet.columns}x{sheet.rows}")
def test_nothing_is_printed_outside_a_label(sheet: SomeSheet) -> None:
    texts = [(name, *ADDRESS) for name in odd_names()]
    texts.append(("Jan", "K" * 300, "9999 AB  " + "P" * 300))

    drawn = labels.draw_labels("Etiketten", sheet, texts)

    assert ink_outside(drawn.pdf, _safe(sheet)) == 0


def test_every_label_has_ink() -> None:
    drawn = labels.draw_labels("Etiketten", TWENTY_FOUR, [("Jan", *ADDRESS)] * 24)

    cells = labels.cells(TWENTY_FOUR)
    for at in range(24):
        assert ink_outside(drawn.pdf, cells[:at] + cells[at + 1 :]) > 0


@pytest.mark.parametrize("name", odd_names())
def test_names_come_out_of_the_pdf_as_they_went_in(name: str) -> None:
    drawn = labels.draw_labels("Etiketten", TWENTY_FOUR, [(name, *ADDRESS)])

    (told,) = render.page_texts(drawn.pdf)
    assert _squeeze(name) in _squeeze(told) or drawn.cut
    assert "".join(told.split()).endswith(_squeeze("".join(ADDRESS)))


def test_names_of_people_are_hardly_ever_cut() -> None:
    drawn = labels.draw_labels("Etiketten", TWENTY_FOUR, [(name, *ADDRESS) for name in odd_names()])

    assert [odd_names()[at][0] for at in drawn.cut] == ["W"]  # three hundred of them


def test_a_long_name_shrinks_then_wraps_and_is_cut_last() -> None:
    def made(name: str) -> labels.Block:
        return labels.fitted([name, *ADDRESS], 56, 25)

    short, long, longer, endless = (made(name) for name in ("Jan Bos", "Jan Bos " * 4, "Jan Bos " * 9, "W" * 900))

    assert [line.size for line in short.lines] == [12, 11, 11]
    assert len(long.lines) == 3
    assert 10 <= long.lines[0].size < 12
    assert len(longer.lines) > 3
    assert not longer.is_cut
    assert endless.is_cut
    assert endless.lines[-3].text.endswith("…")
    assert [line.text for line in endless.lines[-2:]] == list(ADDRESS)


@pytest.mark.parametrize("sheet", SHEETS[:3], ids=lambda sheet: f"{sheet.columns}x{sheet.rows}")
def test_a_name_of_three_hundred_letters_is_not_cut(sheet: SomeSheet) -> None:
    assert labels.draw_labels("Etiketten", sheet, [("a" * 300, *ADDRESS)]).cut == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=120), max_size=4),
    st.floats(24, 90),
    st.floats(10, 60),
)
def test_a_block_never_grows_out_of_its_box(texts: list[str], width: float, height: float) -> None:
    block = labels.fitted(texts, width, height)

    assert block.height_mm <= height + 0.001
    # One letter is drawn even where it is wider than the box, which no box of ours is.
    assert all(line.width * MM_OF_POINT <= width + 0.01 for line in block.lines)


def test_a_sheet_that_was_begun_is_finished_first() -> None:
    texts = [(f"Buur {number}.", *ADDRESS) for number in range(1, 26)]

    drawn = labels.draw_labels("Etiketten", TWENTY_FOUR, texts, start_at=23)

    pages = render.page_texts(drawn.pdf)
    assert drawn.pages == len(pages) == 2
    assert [f"Buur {number}." in pages[0] for number in (1, 2, 3)] == [True, True, False]
    assert all(f"Buur {number}." in pages[1] for number in range(3, 26))
    assert ink_outside(labels.draw_labels("x", TWENTY_FOUR, texts[:2], start_at=23).pdf, _safe(TWENTY_FOUR)[22:]) == 0


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (24, 1), (25, 2), (400, 17)])
def test_there_are_as_many_sheets_as_needed(count: int, pages: int) -> None:
    drawn = labels.draw_labels("Etiketten", TWENTY_FOUR, [("Jan", *ADDRESS)] * count)

    assert drawn.pages == render.page_count(drawn.pdf) == pages


def test_a_test_print_shows_the_edges_and_what_is_used() -> None:
    drawn = labels.draw_labels("x", TWENTY_FOUR, [("Jan", *ADDRESS)], start_at=3, used="al gebruikt")

    assert render.page_texts(drawn.pdf)[0].count("al gebruikt") == 2
    assert ink_outside(drawn.pdf, _safe(TWENTY_FOUR)) > 0


def test_progress_is_told_and_stops_the_print() -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) > 2:
            raise Cancelled

    texts = [("Jan", *ADDRESS)] * 100
    labels.draw_labels("x", TWENTY_FOUR, texts, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 5), (1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]

    told.clear()
    with pytest.raises(Cancelled):
        labels.draw_labels("x", TWENTY_FOUR, texts, progress=stop)
    assert told == [(0, 5), (1, 5), (2, 5)]


def test_the_same_labels_are_the_same_bytes() -> None:
    first, second = (labels.draw_labels("x", TWENTY_FOUR, [("Jan", *ADDRESS)]).pdf for _round in range(2))

    assert first == second
