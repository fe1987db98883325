"""Lines of a letter: where they break, and on which page they stand."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.units import mm

from buurtapp.features.people.printouts.letter_lines import Row, paragraph_lines, share_out, text_rows
from buurtapp.printing import fonts, lines

pytestmark = pytest.mark.usefixtures("qapp")
WIDE = 160.0
FACE = fonts.face("text")


def broken(text: str, width_mm: float = WIDE, code: str = "nl") -> list[str]:
    return [line.text for line in paragraph_lines(text, FACE, 11.5, width_mm, code)]


@given(st.text(alphabet=st.sampled_from("abcdefg hij-5 \u00a0ëé."), max_size=400), st.sampled_from([30.0, 160.0]))
def test_lines_fit_and_no_letter_is_lost(text: str, width_mm: float) -> None:
    made = paragraph_lines(text, FACE, 11.5, width_mm, "nl")

    assert all(line.width <= width_mm * mm + 0.01 for line in made)
    hyphens = sum(line.text.endswith("-") for line in made)
    whole = "".join(line.text for line in made).replace(" ", "")
    wanted = text.replace(" ", "")
    assert len(wanted) <= len(whole) <= len(wanted) + hyphens
    assert whole.replace("-", "") == wanted.replace("-", "")


def test_long_words_are_broken_where_dutch_breaks_them() -> None:
    made = broken("wij doen aan onderhoudswerkzaamheden", 60.0)

    assert made == ["wij doen aan onderhoudswerk-", "zaamheden"]


def test_another_language_without_patterns_breaks_no_words() -> None:
    assert broken("wij doen aan onderhoudswerkzaamheden", 60.0, "tr") == ["wij doen aan", "onderhoudswerkzaamheden"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Kom naar de buurtkamer op 13 oktober", "13 oktober"),
        ("Bel ons allemaal op nummer 06 1234 5678", "06 1234 5678"),
        ("Wij wonen hier in de Klaverstraat 5", "Klaverstraat 5"),
        ("Wij beginnen hier om 19.30 uur", "19.30 uur"),
        ("Dit is de postcode 1234 AB", "1234 AB"),
        ("Wij danken Bartholomeus Verantwoordelijk", "Verantwoordelijk"),
    ],
)
def test_dates_numbers_and_names_stay_whole(text: str, whole: str) -> None:
    for width_mm in range(40, 100):
        made = broken(text, float(width_mm))
        assert any(whole in line for line in made), made


def test_line_breaks_of_the_writer_are_kept() -> None:
    assert broken("- soep\n- brood") == ["- soep", "- brood"]


def some_rows(*counts: int) -> list[Row]:
    """Paragraphs of so many lines."""
    return text_rows(["\n".join(f"regel {at}" for at in range(count)) for count in counts], FACE, 11.5, WIDE)


@given(st.lists(st.integers(1, 30), min_size=1, max_size=30))
def test_no_line_of_a_paragraph_stands_alone_on_a_page(counts: list[int]) -> None:
    rows = some_rows(*counts)

    pages = share_out(rows, 145.0, 238.0)

    assert list(itertools.chain(*pages)) == rows
    for number, page in enumerate(pages):
        high = sum(row.height_mm + (row.above_mm if at else 0) for at, row in enumerate(page))
        assert high <= (238.0 if number else 145.0) + 0.01
    starts = set(itertools.accumulate(map(len, pages)))
    lengths = list(itertools.accumulate(counts))
    for start in starts - {len(rows)}:
        paragraph = next(at for at, end in enumerate(lengths) if start < end)
        before = start - (lengths[paragraph] - counts[paragraph])
        assert before == 0 or (before >= 2 and counts[paragraph] - before >= 2)


def test_a_row_that_fits_nowhere_gets_a_page_of_its_own() -> None:
    high = Row(lines.line("x", FACE, 11.5), 0.0, 500.0, may_begin_page=True)

    assert [len(page) for page in share_out([high, high], 100.0, 100.0)] == [1, 1]
