"""Lines of any script on paper."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from buurtapp.printing import fonts, lines, render, shaped_text

pytestmark = pytest.mark.usefixtures("qapp")
"""Qt allows one application in a process: the tests of screens and the shaping of Arabic share it."""

TEXT = fonts.face("text")
SIZE = 12.0


def _pdf(draw: Callable[[Canvas], object]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "فاطمة الزهراء",
        "محمد ١٢٣ (أحمد)",
        "السلام عليكم Jan",
        "שרה",
        "Jan فاطمة Piet",
        "O'Brien 'x' = فاطمة",
        "e\u0301e\u0301n accent los",
        "q\u0307 x",
    ],
)
def test_other_scripts_are_read_back_as_typed(text: str) -> None:
    pdf = _pdf(lambda canvas: lines.draw_text(canvas, text, 40, 700, TEXT, SIZE))

    assert render.page_texts(pdf)[0] == text
    assert b"Helvetica" not in pdf


def test_arabic_letters_are_joined_and_run_from_right_to_left() -> None:
    (line,) = shaped_text.shape("سلم", TEXT)

    assert line.right_to_left
    assert [glyph.text for glyph in line.glyphs] == ["م", "ل", "س"]
    apart = [shaped_text.shape(letter, TEXT)[0].glyphs[0].number for letter in "ملس"]
    assert [glyph.number for glyph in line.glyphs] != apart


def test_glyphs_come_from_our_own_faces_only() -> None:
    (line,) = shaped_text.shape("Jan فاطمة שרה 李 Олена e\u0301", TEXT)

    assert {glyph.face for glyph in line.glyphs} == {TEXT, "PlexArabic-400", "BuurtHebreeuws-400", "BuurtNoto-400"}


def test_a_plain_line_needs_no_qt() -> None:
    assert not lines.needs_shaping("Çiğdem Łukasz 😀 ❤️ 李")
    assert lines.needs_shaping("e\u0301")
    assert lines.line("Çiğdem", TEXT, SIZE).shaped is None


def test_a_line_is_as_wide_as_its_letters() -> None:
    assert lines.line("Jan", TEXT, SIZE).width == pytest.approx(fonts.width("Jan", TEXT, SIZE))
    shaped = lines.line("שרה", TEXT, SIZE)
    assert shaped.width == pytest.approx(fonts.width("שרה", TEXT, SIZE), rel=0.02)


@pytest.mark.parametrize(
    "text", ["a" * 300, "van de van der van den Berg " * 8, "Anna-Maria van der Heijden-Oosterbroek"]
)
def test_wrapped_lines_fit_and_lose_nothing(text: str) -> None:
    wrapped = lines.wrap(text, TEXT, SIZE, 100)

    assert all(line.width <= 100 for line in wrapped)
    assert "".join(line.text for line in wrapped).replace(" ", "") == text.replace(" ", "")


def test_words_are_kept_whole_when_they_fit() -> None:
    assert [line.text.strip() for line in lines.wrap("Jan Bakker Piet Smits", TEXT, SIZE, 70)] == [
        "Jan Bakker",
        "Piet Smits",
    ]


def test_arabic_wraps_from_right_to_left() -> None:
    wrapped = lines.wrap("فاطمة الزهراء محمد أحمد", TEXT, SIZE, 70)

    assert len(wrapped) > 1
    assert all(line.right_to_left and line.width <= 70 for line in wrapped)


def test_a_new_line_in_the_text_begins_a_line() -> None:
    assert [line.text for line in lines.wrap("nieuwe\nregel", TEXT, SIZE, 500)] == ["nieuwe", "regel"]


def test_a_family_of_emoji_is_not_torn_apart() -> None:
    family = "👩\u200d👩\u200d👧\u200d👦"
    wrapped = lines.wrap(family * 6, TEXT, SIZE, 100)

    assert len(wrapped) > 1
    assert "".join(line.text for line in wrapped) == family * 6
    assert all(not line.text.startswith("\u200d") and not line.text.endswith("\u200d") for line in wrapped)


def test_a_kerned_title_is_narrower_and_reads_the_same() -> None:
    title = "AVATAR To"

    kerned = lines.line(title, TEXT, SIZE, kerned=True)

    assert kerned.width < lines.line(title, TEXT, SIZE).width
    pdf = _pdf(lambda canvas: lines.draw_line(canvas, kerned, 40, 700))
    assert render.page_texts(pdf)[0] == title


def test_a_sign_that_turns_letters_round_is_not_obeyed() -> None:
    (line,) = shaped_text.shape("rechts\u202eneskniL", TEXT)

    assert "".join(glyph.text for glyph in line.glyphs) == "rechts\u202eneskniL"


def test_breaks_inside_one_line_of_arabic_lose_nothing() -> None:
    text = "فاطمة\u2028الزهراء\nمحمد"

    pdf = _pdf(lambda canvas: lines.draw_text(canvas, text, 40, 700, TEXT, SIZE))

    assert render.page_texts(pdf)[0].split() == text.split()


def test_an_empty_text_is_an_empty_line() -> None:
    for kerned in (False, True):
        (line,) = lines.wrap("", TEXT, SIZE, 100, kerned=kerned)
        assert (line.text, line.width) == ("", 0)
