"""The run sheet as it comes out of the printer: everything is on it, inside the safe area, and can be read back."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray
from PIL import Image
from pypdfium2 import PdfDocument

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import use_language
from buurtapp.features.activities.runsheet.printouts.run_sheet import run_sheet
from buurtapp.features.activities.runsheet.records import Facts, PaperSheet
from buurtapp.printing import codes, render
from buurtapp.printing.pages import PrintedPages
from runsheet_builders import long_sheet, paper_sheet

pytestmark = pytest.mark.usefixtures("qapp")
DPI = 200
MM = 25.4 / DPI


def words(printed: PrintedPages) -> list[str]:
    document = PdfDocument(printed.pdf)
    return [" ".join(document[at].get_textpage().get_text_range().split()) for at in range(len(document))]


def gray(printed: PrintedPages) -> list[NDArray[np.uint8]]:
    return [np.asarray(picture.convert("L"), np.uint8) for picture in render.page_images(printed.pdf, DPI)]


def boxes(printed: PrintedPages) -> list[tuple[int, float, float]]:
    assert printed.layout is not None
    return [(page.page, box.x_mm, box.y_mm) for page in printed.layout.pages for box in page.boxes]


def test_everything_stands_on_one_page() -> None:
    with use_language("en"):
        printed = run_sheet(paper_sheet())
    (page,) = words(printed)

    assert printed.pages == 1
    for part in (
        *("Run sheet", "Samen eten op straat", "Kastanjeplein", "Fatma Yıldız", "62 mensen", "2026-118", "€ 240"),
        *(f"Klus nummer {at + 1}" for at in range(10)),
        *("Beforehand", "On the day", "After it", "06 0000 0104", "12 tafels", "AED: gevel 50", "Bij regen eten"),
        *("Emergency: call 112", "Different next time:", "7K3Q2", "page 1 of 1", "Buurtgroep Klaverhoek"),
    ):
        assert part in page, part


@pytest.mark.parametrize("saving", [False, True])
@pytest.mark.parametrize("count", [0, 1, 10, 18, 40, 120])
def test_nothing_lies_outside_the_safe_area_and_nothing_is_lost(count: int, saving: bool) -> None:
    printed = run_sheet(paper_sheet(count, saving=saving))

    for picture in gray(printed):
        edge = round(5.0 / MM)
        inside = np.zeros(picture.shape, bool)
        inside[edge:-edge, edge:-edge] = True
        assert not (picture[~inside] < 200).any()
    assert len(boxes(printed)) == count
    together = " ".join(words(printed))
    assert all(f"Klus nummer {at + 1}" in together for at in range(count))


@pytest.mark.parametrize("count", [10, 18, 40, 120])
def test_boxes_are_where_the_layout_says_and_at_least_eight_mm_apart(count: int) -> None:
    printed = run_sheet(paper_sheet(count))
    assert printed.layout is not None

    for picture, page in zip(gray(printed), printed.layout.pages, strict=True):
        tops = sorted(box.y_mm for box in page.boxes)
        assert all(later - earlier >= 7.99 for earlier, later in itertools.pairwise(tops))
        for box in page.boxes:
            assert box.id == f"j{box.meaning['job']}.done"
            left, top = round((box.x_mm + 0.9) / MM), round((box.y_mm + 0.9) / MM)
            side = round((box.w_mm - 1.8) / MM)
            assert not (picture[top : top + side, left : left + side] < 200).any(), "nothing is in the box"
            assert (picture[round((box.y_mm + 0.12) / MM), left : left + side] < 128).all(), "the line of the box"


def test_a_second_page_repeats_the_head_and_the_band_and_splits_no_row() -> None:
    with use_language("en"):
        printed = run_sheet(paper_sheet(60))
    pages = words(printed)

    assert len(pages) > 1
    assert "what is needed" in pages[1]
    assert "(continued)" in pages[1]
    for at in range(60):
        assert sum(f"Klus nummer {at + 1} " in f"{page} " for page in pages) == 1


def test_the_code_of_each_page_can_be_read() -> None:
    printed = run_sheet(paper_sheet(60))

    for number, picture in enumerate(render.page_images(printed.pdf, DPI), 1):
        found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
        read = [codes.read_payload(one.text) for one in found]
        assert {(one.form, one.page) for one in read if one is not None} == {("7K3Q2", number)}


def test_what_is_written_on_lies_in_the_layout() -> None:
    printed = run_sheet(paper_sheet())
    assert printed.layout is not None

    fields = {field.id: field for page in printed.layout.pages for field in page.text_fields}

    assert set(fields) == {"head_count", "went_well", "next_time"}
    assert printed.layout.kind == "run-sheet"
    assert all(field.w_mm > 10 and field.h_mm >= 7 for field in fields.values())


def test_the_saving_one_uses_less_ink() -> None:
    coverage = [float(np.mean(255 - gray(run_sheet(paper_sheet(saving=saving)))[0])) / 255 for saving in (False, True)]

    assert coverage[1] < coverage[0]
    assert coverage[1] <= 0.08


@pytest.mark.parametrize("saving", [False, True])
def test_words_far_too_long_stay_on_the_page_and_are_told(saving: bool) -> None:
    printed = run_sheet(replace(long_sheet(), saving=saving))

    for picture in gray(printed):
        edge = round(5.0 / MM)
        assert not (picture[:, :edge] < 200).any()
        assert not (picture[:, -edge:] < 200).any()
    assert printed.warnings


def test_a_job_that_is_done_has_a_tick_and_no_box() -> None:
    sheet = paper_sheet(3)
    done = replace(sheet, jobs=(replace(sheet.jobs[0], is_done=True), *sheet.jobs[1:]))

    assert len(boxes(run_sheet(done))) == 2


def test_a_bare_sheet_has_lines_to_write_on() -> None:
    sheet = replace(paper_sheet(2), facts=Facts(), phones=(), coordinator="", expected="", notice="", budget="")
    with use_language("en"):
        (page,) = words(run_sheet(sheet))

    assert "AED: …" in page
    assert "Plan B" not in page
    assert "What to bring" not in page


def test_a_logo_is_drawn_and_a_broken_one_is_told() -> None:
    stream = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(stream, "PNG")

    assert run_sheet(replace(paper_sheet(), logo=stream.getvalue())).warnings == ()
    assert len(run_sheet(replace(paper_sheet(), logo=b"GIF89a kapot")).warnings) == 1


def test_far_too_many_jobs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "MOST_PAGES", 3)

    with pytest.raises(UserError) as told:
        run_sheet(paper_sheet(200))
    assert told.value.kind == "too_many_pages"


def test_the_same_sheet_gives_the_same_bytes() -> None:
    sheet: PaperSheet = paper_sheet()

    assert run_sheet(sheet).pdf == run_sheet(sheet).pdf
