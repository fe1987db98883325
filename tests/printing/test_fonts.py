"""Faces by role, faces for what one lacks, and text that comes out of the PDF as it went in."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from buurtapp.core import paths
from buurtapp.printing import fonts, render

TEXT = fonts.face("text")


def _read_back(text: str) -> tuple[str, bytes]:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    x = 40.0
    for run in fonts.runs(text, TEXT):
        canvas.setFont(run.face, 12)
        canvas.drawString(x, 700, run.text)
        x += fonts.font(run.face).stringWidth(run.text, 12)
    canvas.save()
    pdf = stream.getvalue()
    return render.page_texts(pdf)[0], pdf


@pytest.mark.parametrize(
    "text",
    [
        "<b>Jan & Piet</b>",
        "=1+1",
        "İbrahim Şahin ıIiİ",
        "Łukasz Wójcik",
        "ĳsbrand Ĳzer",
        "Nguyễn Thị Ánh",
        "Олена Їжакевич",
        "Γιώργος",
        "李小龍",
        "😀 Emoji",
        "👩\u200d👩\u200d👧\u200d👦 gezin",
        "zero\u200bwidth",
        "non\u00a0breaking",
        "rechts\u202eneskniL",
        "soft\u00adhyphen",
        "{naam} %s ${HOME} `ls` \\",
        "Zaal 2 – 17.30 “uur”",
    ],
)
def test_text_out_of_the_pdf_is_the_text_that_went_in(text: str) -> None:
    read, _pdf = _read_back(text)

    assert read == text


def test_a_pdf_has_no_font_that_is_not_inside() -> None:
    _read, pdf = _read_back("Jan Олена")

    assert b"Helvetica" not in pdf
    assert pdf.count(b"/FontFile2") == pdf.count(b"/Subtype /TrueType") > 0


def test_every_face_is_shipped_with_its_licence() -> None:
    names = [f"{family}-{weight}" for family, weights in fonts._FILES.values() for weight in weights]
    names += [*(f"{name}i" for name in fonts._ITALICS), *fonts.fallbacks("AtkinsonNext-700")]

    for name in names:
        assert paths.resource("fonts", f"{name}.ttf").is_file(), name
    licences = [file.read_text(encoding="utf-8") for file in paths.resource("fonts").glob("OFL-*.txt")]
    assert len(licences) >= 9
    assert all("SIL OPEN FONT LICENSE" in licence.upper() for licence in licences)


@pytest.mark.parametrize(
    ("role", "weight", "name"),
    [
        ("text", 400, "AtkinsonNext-400"),
        ("text", 650, "AtkinsonNext-700"),
        ("display", 900, "Bricolage-800"),
        ("serif", 400, "Fraunces-500"),
    ],
)
def test_the_nearest_weight_is_taken(role: fonts.Role, weight: int, name: str) -> None:
    assert fonts.face(role, weight) == name


def test_italic_is_given_where_there_is_one() -> None:
    assert fonts.face("text", 400, italic=True) == "AtkinsonNext-400i"
    assert fonts.face("display", 800, italic=True) == "Bricolage-800"


def test_one_face_takes_the_whole_text_when_it_can() -> None:
    assert fonts.runs("Nguyễn Thị Ánh", TEXT) == (fonts.Run("Nguyễn Thị Ánh", "BuurtNoto-400"),)


def test_other_scripts_change_face_by_the_word() -> None:
    runs = fonts.runs("Jan שרה Piet", TEXT)

    assert [run.face for run in runs] == [TEXT, "BuurtHebreeuws-400", TEXT]
    assert "".join(run.text for run in runs) == "Jan שרה Piet"


def test_bold_text_gets_bold_letters_from_another_face() -> None:
    assert fonts.runs("Олена", "AtkinsonNext-700")[0].face == "BuurtNoto-700"


def test_signs_that_no_face_has_are_named_once() -> None:
    assert fonts.missing("Jan 李小李 Олена 😀") == "李小"
    assert fonts.missing("Jan\u200b\u00a0\n") == ""


def test_shapeless_signs_take_no_room() -> None:
    assert fonts.width("zero\u200bwidth", TEXT, 12) == pytest.approx(fonts.width("zerowidth", TEXT, 12))
    assert fonts.width("a\u00a0b", TEXT, 12) == pytest.approx(fonts.width("a b", TEXT, 12))


def test_markup_shows_what_was_typed() -> None:
    assert fonts.markup("<b>Jan & Piet", TEXT) == "&lt;b&gt;Jan &amp; Piet"
    assert fonts.markup("<b> שרה", TEXT) == '&lt;b&gt; <font name="BuurtHebreeuws-400">שרה</font>'
