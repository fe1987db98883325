"""Labels and envelopes of people as they come out of the printer."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from builders import refused
from buurtapp.core.errors import Cancelled
from buurtapp.core.i18n import use_language
from buurtapp.features.people.papers import Addressee, EnvelopesJob, LabelSheet, LabelsJob
from buurtapp.features.people.printouts.labels import draw_envelopes, draw_labels
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules.label_sheets import SHEETS, find_sheet, measures_of, sheet_of_measures
from buurtapp.printing import render

pytestmark = pytest.mark.usefixtures("qapp")
SHEET = find_sheet("3474")


def an_addressee(name: str = "Henk en Ria van der Meer") -> Addressee:
    return Addressee(
        (name, "Klaverstraat 5", "9999 AB  KLAVERDORP"), "Beste Henk en Ria,", Door("Klaverstraat", 5), (1,)
    )


def test_labels_are_a_paper_that_does_not_come_home() -> None:
    printed = draw_labels(LabelsJob((an_addressee(),) * 25, SHEET))

    assert printed.layout is None
    assert printed.pages == render.page_count(printed.pdf) == 2
    assert printed.warnings == ()
    assert render.page_sizes_mm(printed.pdf)[0] == pytest.approx((210, 297), abs=0.1)
    assert render.page_texts(printed.pdf)[0].count("9999 AB KLAVERDORP") == 24


def test_the_name_of_the_file_names_nobody() -> None:
    printed = draw_labels(LabelsJob((an_addressee("Geheim Persoon"),), SHEET))

    assert b"Geheim" not in printed.pdf


def test_a_test_print_speaks_the_language_of_the_paper() -> None:
    with use_language("en"):
        printed = draw_labels(LabelsJob((an_addressee(),), SHEET, start_at=2, with_edges=True))

    assert "already used" in render.page_texts(printed.pdf)[0]


def test_an_impossible_job_is_refused() -> None:
    with refused("bad_sheet"):
        draw_labels(LabelsJob((an_addressee(),), replace(SHEET, top_mm=20.0)))
    with refused("bad_start"):
        draw_labels(LabelsJob((an_addressee(),), SHEET, start_at=25))


def test_names_that_cannot_be_printed_whole_are_told() -> None:
    job = LabelsJob((an_addressee("Jan"), an_addressee("李小龍"), an_addressee("W" * 900)), SHEET)

    unreadable, cut = (str(warning) for warning in draw_labels(job).warnings)

    assert "李小龍" in unreadable
    assert "Jan" not in unreadable + cut
    assert "WWW" in cut
    assert len(cut) < 200


def test_a_print_can_be_stopped() -> None:
    told: list[int] = []

    def stop(done: int, _total: int) -> None:
        told.append(done)
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        draw_labels(LabelsJob((an_addressee(),) * 240, SHEET), stop)
    with pytest.raises(Cancelled):
        draw_envelopes(EnvelopesJob((an_addressee(),) * 9), stop)
    assert told == [0, 1, 2, 0, 1, 2]


@pytest.mark.parametrize(("size", "paper"), [("C5", (229, 162)), ("DL", (220, 110))])
@pytest.mark.parametrize("name", ["Jan", "Wilhelmina Geertruida van der Heijden-Oosterbroek en Jan Bos", "W" * 900])
def test_an_envelope_has_the_address_low_at_the_right(
    size: Literal["C5", "DL"], paper: tuple[float, float], name: str
) -> None:
    job = EnvelopesJob((an_addressee(name),) * 2, size, "Buurtgroep Klaverhoek\nKlaverdorp")

    printed = draw_envelopes(job)

    assert printed.pages == 2
    assert render.page_sizes_mm(printed.pdf)[0] == pytest.approx(paper, abs=0.1)
    (picture, _second) = render.page_images(printed.pdf, 150)
    ink = np.argwhere(np.asarray(picture.convert("L")) < 200) * 25.4 / 150
    address = ink[(ink[:, 0] > 40)]
    sender = ink[(ink[:, 0] <= 40)]
    assert sender[:, 1].max() < 100
    assert sender.min() > 5
    # Right of the middle third, and white where the post prints its own codes and the stamp goes.
    assert address[:, 1].min() > 100
    assert address[:, 1].max() < paper[0] - 10
    assert address[:, 0].max() < paper[1] - 20


def test_an_envelope_without_a_sender_has_none() -> None:
    printed = draw_envelopes(EnvelopesJob((an_addressee(),)))

    (told,) = render.page_texts(printed.pdf)
    assert re.sub(r"\s", "", told) == "HenkenRiavanderMeerKlaverstraat59999ABKLAVERDORP"


OWN = ("7x18 30x16.5 0x0", "2x4 95x60 10x28.5 0x0", "1x1 210x297 0x0", "3x8 63,5x33,9 7,25x12,9 2,5x0")
"""Measures of one's own: the smallest, some usual ones, and a whole page."""


@pytest.mark.parametrize("sheet", [*SHEETS, *map(sheet_of_measures, OWN)], ids=measures_of)
def test_every_label_of_every_sheet_keeps_inside_its_edges(sheet: LabelSheet, cases: Path) -> None:
    odd = [name for name in json.loads((cases / "odd-names.json").read_text("utf-8")) if name.strip()]
    longest = "Wolfeschlegelsteinhausenbergerdorff-van der Wolfeschlegelsteinhausen en Ria van 't Hek"
    names = [longest if at % 2 else odd[at % len(odd)] for at in range(sheet.count)]

    printed = draw_labels(LabelsJob(tuple(map(an_addressee, names)), sheet))

    pixels = render.page_pixels(printed.pdf, 1, _DOTS * 210).data
    ink = np.frombuffer(pixels, np.uint8).reshape(-1, _DOTS * 210, 3).min(axis=2).copy() < 200
    for at in range(sheet.count):
        row, column = divmod(at, sheet.columns)
        left = sheet.left_mm + column * (sheet.width_mm + sheet.gap_x_mm)
        top = sheet.top_mm + row * (sheet.height_mm + sheet.gap_y_mm)
        inside = _cell(left + 0.5, top + 0.5, sheet.width_mm - 1, sheet.height_mm - 1)
        assert ink[inside].any(), f"label {at + 1} is empty"
        ink[inside] = False
    assert not ink.any(), "something is printed at or over an edge"


_DOTS = 6
"""Pixels in a mm: about 150 dots in an inch."""


def _cell(left: float, top: float, width: float, height: float) -> tuple[slice, slice]:
    down = slice(round(top * _DOTS), round((top + height) * _DOTS))
    return down, slice(round(left * _DOTS), round((left + width) * _DOTS))
