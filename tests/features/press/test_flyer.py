"""The flyer: all text is there as typed, everything fits or is refused, in every size, ink and theme."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import use_language
from buurtapp.features.press.printouts import layout, measures, tiles
from buurtapp.features.press.printouts.table_flyer import draw_flyer
from buurtapp.features.press.records import FORMATS, INKS, Flyer, FlyerText
from buurtapp.features.press.rules import SIZES_MM, THEMES
from buurtapp.printing.imposition import cells
from buurtapp.printing.render import page_png, page_texts

ODD_NAMES = Path(__file__).parents[4] / "shared" / "cases" / "odd-names.json"
TEXT = FlyerText(
    title="Samen eten op straat",
    kicker="Buurtmaaltijd",
    body="We zetten een lange tafel op het plein. Iedereen neemt iets te eten mee. Kom alleen of met het hele gezin.",
    when="Zaterdag 13\u00a0juni",
    time="17.30\u00a0–\u00a020.30\u00a0uur",
    where="Kastanjeplein",
    where_more="bij regen: buurthuis De Kade",
    who="Alle buren van de Wilgenhof",
    cost="Gratis, neem een gerecht mee",
    group="Buurtgroep De Wilgenhof",
    contact="Fatma Yıldız",
    phone="06 0000 0111",
)

pytestmark = pytest.mark.usefixtures("qapp")


def squeezed(text: str) -> str:
    return "".join(text.split())


def words_in(pdf: bytes) -> str:
    return squeezed(" ".join(page_texts(pdf)))


def pixels(pdf: bytes, width: int = 1_000) -> np.ndarray:
    picture = cv2.imdecode(np.frombuffer(page_png(pdf, 1, width), np.uint8), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    return np.asarray(picture)


@pytest.mark.parametrize("size", FORMATS)
@pytest.mark.parametrize("ink", INKS)
def test_every_size_and_ink_says_everything(size: str, ink: str) -> None:
    made = draw_flyer(Flyer(TEXT, format=size, ink=ink))  # type: ignore[arg-type]
    found = words_in(made.pdf)
    for said in (TEXT.title, TEXT.kicker, TEXT.body, TEXT.when, TEXT.time, TEXT.where, TEXT.who, TEXT.cost, TEXT.phone):
        assert squeezed(said) in found, said
    assert made.warnings == ()


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_looks_different_and_keeps_the_words(theme: str) -> None:
    made = draw_flyer(Flyer(TEXT, theme=theme))
    assert squeezed(TEXT.title) in words_in(made.pdf)
    if theme != "tomaat":
        assert made.pdf != draw_flyer(Flyer(TEXT)).pdf


def test_the_same_flyer_is_the_same_file() -> None:
    assert draw_flyer(Flyer(TEXT)).pdf == draw_flyer(Flyer(TEXT)).pdf


@pytest.mark.parametrize("size", FORMATS)
def test_nothing_comes_near_the_edge_of_the_paper(size: str) -> None:
    page = pixels(draw_flyer(Flyer(TEXT, format=size)).pdf)  # type: ignore[arg-type]
    edge = round(5.5 / SIZES_MM[size][0] * page.shape[1]) - 2
    inside = page[edge:-edge, edge:-edge]
    assert (page == 255).sum() - (inside == 255).sum() == page.size - inside.size


def test_saving_ink_saves_ink() -> None:
    coverage = {ink: 1 - pixels(draw_flyer(Flyer(TEXT, ink=ink)).pdf).mean() / 255 for ink in INKS}
    assert coverage["saving"] <= 0.10
    assert coverage["saving"] < coverage["colour"] * 0.6


def test_grey_has_no_colour() -> None:
    page = cv2.imdecode(
        np.frombuffer(page_png(draw_flyer(Flyer(TEXT, ink="grey")).pdf, 1, 600), np.uint8), cv2.IMREAD_COLOR
    )
    assert page is not None
    assert int((page.max(axis=2).astype(int) - page.min(axis=2)).max()) <= 2


@pytest.mark.parametrize(("up", "size"), [(4, "A6"), (2, "A5")])
def test_several_on_one_sheet_are_all_alike_with_marks_to_cut(up: int, size: str) -> None:
    made = draw_flyer(Flyer(TEXT, format=size, up=up))  # type: ignore[arg-type]
    assert words_in(made.pdf).count(squeezed(TEXT.phone)) == up
    page = pixels(made.pdf, 2_000)
    sheet_w = 297.0 if up == 2 else 210.0
    scale = page.shape[1] / sheet_w
    across = round(sheet_w / 2 * scale)
    assert page[round(7 * scale), across - 3 : across + 4].min() < 128
    w, h = (round(side * scale) for side in SIZES_MM[size])
    parts = [
        page[round(y * scale) : round(y * scale) + h, round(x * scale) : round(x * scale) + w] for x, y in cells(up)
    ]
    inner = [
        part[round(11 * scale) : h - round(11 * scale), round(11 * scale) : w - round(11 * scale)] for part in parts
    ]
    for other in inner[1:]:
        height, width = min(inner[0].shape[0], other.shape[0]), min(inner[0].shape[1], other.shape[1])
        assert np.abs(inner[0][:height, :width].astype(int) - other[:height, :width]).mean() < 6


def test_a_wrong_number_on_a_sheet_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        draw_flyer(Flyer(TEXT, format="A4", up=4))
    assert caught.value.kind == "does_not_fit_up"


@pytest.mark.parametrize(
    ("change", "content"),
    [
        ({}, "tel:0600000111"),
        ({"email": "eten@voorbeeld.invalid"}, "mailto:eten%40voorbeeld.invalid?subject=Samen%20eten%20op%20straat"),
    ],
)
@pytest.mark.parametrize("size", FORMATS)
def test_the_code_can_be_scanned(change: dict[str, str], content: str, size: str) -> None:
    page = pixels(draw_flyer(Flyer(replace(TEXT, **change), format=size)).pdf, 1_400)  # type: ignore[arg-type]
    found = [one.text for one in zxingcpp.read_barcodes(page)]
    assert found == [content]


def test_without_anybody_to_ask_there_is_no_flyer() -> None:
    with pytest.raises(UserError) as caught:
        draw_flyer(Flyer(replace(TEXT, contact="", phone="", email="")))
    assert caught.value.kind == "no_contact"


@pytest.mark.parametrize(
    "field", ["kicker", "body", "when", "time", "where", "where_more", "who", "cost", "group", "phone"]
)
@pytest.mark.parametrize("size", ["A6", "A4"])
def test_an_empty_field_vanishes(field: str, size: str) -> None:
    made = draw_flyer(Flyer(replace(TEXT, **{field: ""}), format=size))  # type: ignore[arg-type]
    assert squeezed(getattr(TEXT, field)) not in words_in(made.pdf)


@pytest.mark.parametrize("size", FORMATS)
@pytest.mark.parametrize(
    ("title", "words"),
    [("Soep", 20), ("Iedereen is welkom op het grote zomerfeest van alle straten samen in het park", 40)],
)
def test_short_and_long_texts_fit(size: str, title: str, words: int) -> None:
    text = replace(TEXT, title=title, body=" ".join(["Neem een stoel mee."] * (words // 4)))
    flyer = Flyer(text, format=size)  # type: ignore[arg-type]
    made = layout.lay_out(flyer)
    assert made.picture_mm >= made.step.picture_mm - 0.01
    assert made.step.body >= measures.SIZES[size].body[2]
    assert squeezed(text.body) in words_in(draw_flyer(flyer).pdf)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_far_too_much_text_is_refused_with_what_to_do(language: str) -> None:
    text = replace(TEXT, body="Dit is een zin die nog veel langer duurt. " * 60)
    with use_language(language), pytest.raises(UserError) as caught:
        draw_flyer(Flyer(text, format="A5"))
    assert caught.value.kind == "too_long"
    with use_language(language):
        assert "A4" in str(caught.value)


def test_much_text_is_told_before_it_is_too_much() -> None:
    assert draw_flyer(Flyer(replace(TEXT, body="Neem een stoel mee. " * 4))).warnings == ()
    outcomes = [_outcome("Neem een stoel mee. " * many) for many in range(40, 200, 6)]
    assert sorted(outcomes) == outcomes
    assert set(outcomes) == {0, 1, 2}


def _outcome(body: str) -> int:
    """Return 0 for a flyer without a word, 1 for one with a warning, 2 for a refusal."""
    try:
        return int(draw_flyer(Flyer(replace(TEXT, body=body))).warnings != ())
    except UserError:
        return 2


@pytest.mark.skipif(not ODD_NAMES.exists(), reason="the shared cases are not here")
def test_odd_names_come_out_as_they_were_typed() -> None:
    for name in json.loads(ODD_NAMES.read_text("utf-8")):
        text = replace(TEXT, body=f"Vraag naar {name} en kom.", contact=TEXT.contact)
        found = words_in(draw_flyer(Flyer(text, format="A4")).pdf)
        if not any(unicodedata.bidirectional(char) in {"R", "AL", "AN", "RLO"} for char in name):
            assert squeezed(name) in found.replace("-", "") or squeezed(name) in found, name


def test_tiles_never_touch_their_own_colour_and_fill_the_picture() -> None:
    for width, height in [(186, 107), (91, 30), (130, 58), (265, 152), (186, 25)]:
        found = list(tiles.tiles(width, height))
        assert sum(tile.w * tile.h for tile in found) == pytest.approx(width * height)
        by_place = {(round(tile.x / tile.w), round(tile.y / tile.h)): tile.tone for tile in found}
        for (column, row), tone in by_place.items():
            assert by_place.get((column + 1, row)) != tone
            assert by_place.get((column, row + 1)) != tone
