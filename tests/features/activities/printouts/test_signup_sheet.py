"""The sign-up sheet on paper: what stands on it, where it is written on, and that all of it stays on the page."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import refused
from buurtapp.core.geometry import Box, TextField
from buurtapp.core.i18n import use_language
from buurtapp.features.activities.printouts.signup_sheet import BOX_MM, LEFT_MM, RIGHT_MM, signup_sheet
from buurtapp.features.activities.records import SignupSheet
from buurtapp.printing.codes import human_code, new_form_id
from buurtapp.printing.render import page_texts

CODE = human_code(new_form_id(Random(4)))
SHEET = SignupSheet(
    CODE,
    "Klaverhoek",
    None,
    "Marijke, 06 0000 0105",
    "Soep op woensdag",
    datetime(2026, 10, 14, 12),
    datetime(2026, 10, 14, 13, 30),
    "De Kas, Esdoornplein 2",
    "gratis",
    2,
    (),
    20,
    date(2026, 10, 13),
)


def test_it_says_what_when_where_and_how_many_fit() -> None:
    with use_language("en"):
        (told,) = page_texts(signup_sheet(SHEET).pdf)
    for words in ("Soep op woensdag", "14 October 2026", "De Kas, Esdoornplein 2", "gratis", "2 places left", CODE):
        assert words in told
    assert "06 0000 0105" in told


@pytest.mark.parametrize(("left", "words"), [(0, "waiting list"), (1, "1 place left")])
def test_a_full_one_says_that_the_next_ones_wait(left: int, words: str) -> None:
    with use_language("en"):
        assert words in page_texts(signup_sheet(replace(SHEET, places_left=left)).pdf)[0]


def test_without_a_limit_nothing_is_said_of_places() -> None:
    with use_language("en"):
        assert "place" not in page_texts(signup_sheet(replace(SHEET, places_left=None)).pdf)[0]


@settings(max_examples=25, deadline=None)
@given(
    lines=st.integers(1, 120),
    title=st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=300),
    names=st.lists(st.text(min_size=1, max_size=30), max_size=40),
)
def test_every_line_is_on_the_paper_once_whatever_stands_above_it(lines: int, title: str, names: list[str]) -> None:
    pages = signup_sheet(replace(SHEET, lines=lines, title=title, first_names=tuple(names)))
    assert pages.layout is not None
    boxes = [box for page in pages.layout.pages for box in page.boxes]
    fields = [field for page in pages.layout.pages for field in page.text_fields]
    assert [box.id for box in boxes] == [f"r{row}.lift" for row in range(1, lines + 1)]
    assert len(fields) == 4 * lines
    places: list[Box | TextField] = [*boxes, *fields]
    for place in places:
        assert place.x_mm >= LEFT_MM
        assert place.x_mm + place.w_mm <= RIGHT_MM
        assert place.y_mm > 30.0
        assert place.y_mm + place.h_mm <= 272.0
    assert all(box.w_mm == BOX_MM for box in boxes)


def test_boxes_lie_far_enough_apart_to_be_read() -> None:
    pages = signup_sheet(SHEET)
    assert pages.layout is not None
    tops = [box.y_mm for box in pages.layout.pages[0].boxes]
    assert min(after - before for before, after in itertools.pairwise(tops)) >= 8.0


def test_no_name_stands_in_the_layout() -> None:
    pages = signup_sheet(replace(SHEET, first_names=("Henk",)))
    assert pages.layout is not None
    assert "Henk" not in str(pages.layout.to_json())


def test_far_too_many_lines_are_refused_in_a_sentence() -> None:
    with refused("too_many_pages"):
        signup_sheet(replace(SHEET, lines=100_000))


def test_a_damaged_logo_is_left_out_and_told() -> None:
    with use_language("en"):
        warnings = [warning.render() for warning in signup_sheet(replace(SHEET, logo=b"no picture")).warnings]
    assert warnings == ["The logo of the group cannot be drawn and was left out."]
