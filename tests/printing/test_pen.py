"""The pen: same input, same bytes; nobody named in the properties; long text smaller, then on more lines."""

from __future__ import annotations

import numpy as np
import pytest
from pypdfium2 import PdfDocument

from buurtapp.core.i18n import use_language
from buurtapp.printing import fonts, render
from buurtapp.printing.pen import Pen, fit_line

pytestmark = pytest.mark.usefixtures("qapp")
"""Qt allows one application in a process: the tests of screens and the shaping of Arabic share it."""


def _two_pages() -> bytes:
    pen = Pen("Aanwezigheidslijst 7K3Q2-9")
    pen.text("Fatma فاطمة", 20, 20, fonts.face("text"), 12)
    pen.next_page()
    pen.frame(50, 60, 4.5, 4.5, 0.25, 0.0)
    return pen.finish()


def test_the_same_pages_are_the_same_bytes() -> None:
    assert _two_pages() == _two_pages()


def test_the_properties_name_the_app_and_no_person() -> None:
    with use_language("nl"):
        pdf = _two_pages()

    with PdfDocument(pdf) as document:
        told = document.get_metadata_dict()
    assert told["Title"] == "Aanwezigheidslijst 7K3Q2-9"
    assert {told["Author"], told["Creator"], told["Producer"]} == {"Buurtapp"}
    assert told["CreationDate"].startswith("D:2000")
    assert b"/Lang (nl)" in pdf


def test_a_frame_lies_within_the_given_rectangle() -> None:
    picture = np.asarray(list(render.page_images(_two_pages(), 600))[1].convert("L")) < 128
    rows, columns = (np.flatnonzero(picture.any(axis=axis)) * 25.4 / 600 for axis in (1, 0))

    assert columns[0] == pytest.approx(50, abs=0.06)
    assert columns[-1] == pytest.approx(54.5, abs=0.06)
    assert rows[0] == pytest.approx(60, abs=0.06)
    assert rows[-1] == pytest.approx(64.5, abs=0.06)


def test_a_short_text_keeps_its_size() -> None:
    (line,) = fit_line("Jan", fonts.face("text"), 12, 9, 60)

    assert line.size == 12


def test_a_longer_text_becomes_smaller_first() -> None:
    (line,) = fit_line("Anna-Maria van der Heijden-Oosterbroek", fonts.face("text"), 12.5, 9.5, 70)

    assert 9.5 <= line.size < 12.5
    assert line.width <= 70 * 72 / 25.4


def test_a_very_long_text_goes_on_more_lines() -> None:
    made = fit_line("a" * 300, fonts.face("text"), 12.5, 9.5, 70)

    assert len(made) > 1
    assert {line.size for line in made} == {9.5}
    assert "".join(line.text for line in made) == "a" * 300
