"""The variants of the attendance list: by street, with photo ok, in large letters."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest
from numpy.typing import NDArray

from buurtapp.core.geometry import Box, PageLayout
from buurtapp.core.i18n import use_language
from buurtapp.features.activities.printouts.attendance_list import attendance_list
from buurtapp.features.activities.records import AttendanceSheet, ListColumn, ListName
from buurtapp.printing import codes, render
from buurtapp.printing.pages import PrintedPages

pytestmark = pytest.mark.usefixtures("qapp")
DPI = 300
MM = 25.4 / DPI


def a_sheet(names: list[str], column: ListColumn = "", walk_in_lines: int = 4) -> AttendanceSheet:
    return AttendanceSheet(
        code=codes.human_code("7K3Q2"),
        group_name="Buurtgroep Klaverhoek",
        logo=None,
        contact="Ria de Boer, 06 0000 0123",
        title="Samen eten op straat",
        starts_at=datetime(2026, 6, 13, 17, 30),
        ends_at=datetime(2026, 6, 13, 20, 0),
        place="Kastanjeplein",
        column=column,
        names=tuple(ListName(number * 10, name) for number, name in enumerate(names, 1)),
        walk_in_lines=walk_in_lines,
        printed_on=date(2026, 6, 10),
    )


def _pages(printed: PrintedPages) -> tuple[PageLayout, ...]:
    assert printed.layout is not None
    return printed.layout.pages


def _boxes(printed: PrintedPages) -> list[Box]:
    return [box for page in _pages(printed) for box in page.boxes]


def _gray(printed: PrintedPages) -> list[NDArray[np.uint8]]:
    return [np.asarray(picture.convert("L"), np.uint8) for picture in render.page_images(printed.pdf, DPI)]


def _by_street(count: int) -> AttendanceSheet:
    names = tuple(
        ListName(at, f"Buur {at}", f"nr. {at}", "Klaverstraat" if at <= count // 2 else "Vlierhof")
        for at in range(1, count + 1)
    )
    return replace(a_sheet([]), names=names, order="street")


@pytest.mark.parametrize("count", [1, 23, 60])
def test_streets_stand_above_their_people_and_again_on_the_next_page(count: int) -> None:
    printed = attendance_list(_by_street(count))

    for page, told in zip(_pages(printed), render.page_texts(printed.pdf), strict=True):
        first = page.boxes[0].meaning["row"]
        names = [box for box in page.boxes if box.meaning["person_id"] is not None]
        assert not names or page.bands[0].above_row == first
        assert all(band.text in told for band in page.bands)
        assert all(box.y_mm + box.h_mm <= 271 for box in page.boxes)
    bands = [band.text for page in _pages(printed) for band in page.bands]
    assert bands == sorted(bands)


def test_every_row_has_a_box_for_photo_ok_beside_the_one_for_being_there() -> None:
    with use_language("en"):
        printed = attendance_list(replace(a_sheet(["Amina"] * 30, "phone", walk_in_lines=2), photo=True))

    boxes = _boxes(printed)
    assert [box.id for box in boxes[:4]] == ["r1.present", "r1.photo", "r2.present", "r2.photo"]
    assert len(boxes) == 2 * 32
    assert boxes[1].meaning == {"row": 1, "person_id": 10, "field": "photo"}
    for present, photo in zip(boxes[::2], boxes[1::2], strict=True):
        assert photo.y_mm == present.y_mm
        assert photo.x_mm - present.x_mm >= 10, "far enough apart for a cross that is drawn too large"
    told = render.page_texts(printed.pdf)[0]
    assert "photo ok" in told
    assert "you may be in our pictures" in told
    for picture, page in zip(_gray(printed), _pages(printed), strict=True):
        for box in page.boxes:
            left, top = round((box.x_mm - 2) / MM), round((box.y_mm - 2) / MM)
            side = round((box.w_mm + 4) / MM)
            dark = picture[top : top + side, left : left + side] < 128
            found = np.flatnonzero(dark.any(axis=0))
            assert (left + found[0]) * MM == pytest.approx(box.x_mm, abs=0.2)
            assert (left + found[-1] + 1) * MM == pytest.approx(box.x_mm + box.w_mm, abs=0.2)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (20, 2), (21, 2), (40, 3)])
def test_the_list_in_large_letters_has_twenty_rows_of_ten_millimetres(count: int, pages: int) -> None:
    big = attendance_list(replace(a_sheet(["Amina El Idrissi"] * count), is_big=True))

    assert big.pages == pages
    for page in _pages(big):
        names = [box for box in page.boxes if box.meaning["person_id"] is not None]
        middles = [box.y_mm + box.h_mm / 2 for box in names]
        assert len(names) <= 20
        assert all(below - above >= 9.999 for above, below in itertools.pairwise(middles))
        assert all(box.y_mm + box.h_mm <= 271 for box in page.boxes)
    with_all = attendance_list(replace(_by_street(45), photo=True, is_big=True, column="signature"))
    assert all(box.y_mm + box.h_mm <= 271 for box in _boxes(with_all))


@pytest.mark.parametrize("letters", ["a" * 5_000, "Zeerlangeachternaam" * 9, "م" * 3_000])
def test_a_monstrous_street_or_name_breaks_no_variant(letters: str) -> None:
    sheet = replace(a_sheet(["Amina", letters, "Zofia"], "phone"), photo=True, is_big=True)
    sheet = replace(sheet, names=tuple(replace(name, street=letters, note=letters[:200]) for name in sheet.names))

    printed = attendance_list(sheet)

    assert len([box for box in _boxes(printed) if box.id.endswith("photo")]) == 3 + sheet.walk_in_lines
    assert all(box.y_mm + box.h_mm < 271 for box in _boxes(printed))
