"""Job slips: one for each job, eight on a sheet, nothing over the lines where they are cut."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pypdfium2 import PdfDocument

from buurtapp.core.i18n import use_language
from buurtapp.features.activities.runsheet.printouts.job_slips import job_slips
from buurtapp.printing import render
from runsheet_builders import long_sheet, paper_sheet

pytestmark = pytest.mark.usefixtures("qapp")
DPI = 150
MM = 25.4 / DPI


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (8, 1), (9, 2), (40, 5)])
def test_eight_slips_lie_on_a_sheet(count: int, pages: int) -> None:
    printed = job_slips(paper_sheet(count))

    assert (printed.pages, render.page_count(printed.pdf), printed.layout) == (pages, pages, None)


def test_a_slip_says_what_who_when_where_what_is_needed_and_whom_to_ring() -> None:
    sheet = paper_sheet(1)
    sheet = replace(sheet, jobs=(replace(sheet.jobs[0], minutes=20),))
    with use_language("en"):
        printed = job_slips(sheet)
    words = " ".join(PdfDocument(printed.pdf)[0].get_textpage().get_text_range().split())

    for part in (
        *("Klus nummer 1", "Marijke", "When: 11.00, 20 minutes (beforehand)", "Where: Kastanjeplein"),
        *("Needed: pannen", "Questions? Fatma 06 0000 1234", "Samen eten op straat"),
    ):
        assert part in words, part


@pytest.mark.parametrize("is_long", [False, True])
def test_no_word_crosses_a_line_where_slips_are_cut(is_long: bool) -> None:
    printed = job_slips(long_sheet() if is_long else paper_sheet(8))

    for picture in render.page_images(printed.pdf, DPI):
        dark = np.asarray(picture.convert("L")) < 200
        for row in range(1, 4):
            # Beside the crosses and ticks there is nothing on the line.
            y = round(row * 297 / 4 / MM)
            assert not dark[y - 3 : y + 4, round(12 / MM) : round(100 / MM)].any()
            assert not dark[y - 3 : y + 4, round(110 / MM) : round(198 / MM)].any()
        across = round(105 / MM)
        assert not dark[round(14 / MM) : round(70 / MM), across - 3 : across + 4].any()
        assert not dark[:, : round(5 / MM)].any()
    assert bool(printed.warnings) is is_long


def test_a_job_without_anybody_has_a_line_to_write_on() -> None:
    sheet = paper_sheet(1)
    printed = job_slips(replace(sheet, jobs=(replace(sheet.jobs[0], who=""),), phones=()))
    words = PdfDocument(printed.pdf)[0].get_textpage().get_text_range()

    assert "………" in words
    assert "06 0000" not in words
