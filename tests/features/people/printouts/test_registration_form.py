"""The registration form as it comes out of the printer, and as it can be read back."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray

from buurtapp.core.errors import UserError
from buurtapp.core.geometry import PageLayout
from buurtapp.core.i18n import use_language
from buurtapp.features.people.forms import FormConsent, FormFor, FormWord, PrintedForms, RegistrationForm
from buurtapp.features.people.names_and_consents import PURPOSES, Name
from buurtapp.features.people.printouts.form import draw_forms
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules.form_words import CONSENT_SENTENCES, CONTACT_WORDS
from buurtapp.printing import codes, render

pytestmark = pytest.mark.usefixtures("qapp")
"""Qt allows one application in a process: the tests of screens and the shaping of Arabic share it."""

ODD_NAMES = Path(__file__).parents[5] / "shared" / "cases" / "odd-names.json"
QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
WORDS = tuple(FormWord("label", word) for word in ("soep koken", "auto", "klussen", "tuin", "koffie", "vertalen"))
HENK = FormFor(Name(given="Henk", infix="van der", family="Meer"), Door("Klaverstraat", 5, "a", "9999 AB"), 12)
LONG = "U mag mij bellen over wat er in de buurt gebeurt, " * 4


def consents(words: str = "") -> tuple[FormConsent, ...]:
    return tuple(FormConsent(one, words or str(CONSENT_SENTENCES[one]), 3, "nl") for one in PURPOSES)


def a_form(**more: object) -> RegistrationForm:
    plain = RegistrationForm(
        codes.human_code("7K3Q2"),
        "Buurtgroep Klaverhoek",
        "Ria de Boer, 06\u00a00000\u00a00123, ria@klaverhoek.invalid",
        None,
        consents(),
        WORDS,
        date(2026, 11, 25),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def _page(printed: PrintedForms, at: int = 0) -> PageLayout:
    (page,) = printed.layouts[at].pages
    return page


def _gray(printed: PrintedForms, dpi: int) -> list[NDArray[np.uint8]]:
    return [np.asarray(picture.convert("L"), np.uint8) for picture in render.page_images(printed.pdf, dpi)]


def _squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


FORMS = {
    "blank": a_form(),
    "somebody": a_form(whom=HENK),
    "no words": a_form(words=()),
    "long texts": a_form(consents=consents(LONG[:170])),
    "one purpose": a_form(consents=consents()[:1]),
    "arabic": a_form(consents=consents("يمكنكم الاتصال بي"), whom=FormFor(Name(given="فاطمة", family="الزهراء"))),
}


@pytest.mark.parametrize("name", FORMS)
def test_every_box_lies_where_the_layout_says_with_white_around(name: str) -> None:
    dpi = 300
    mm = 25.4 / dpi
    printed = draw_forms([FORMS[name]])
    (picture,) = _gray(printed, dpi)

    for box in _page(printed).boxes:
        around = 1.9
        left, top = round((box.x_mm - around) / mm), round((box.y_mm - around) / mm)
        side = round((box.w_mm + 2 * around) / mm)
        # The strip and the fields are grey: what is near a box must be as white as the paper.
        dark = picture[top : top + side, left : left + side] < 128
        rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
        assert (left + columns[0]) * mm == pytest.approx(box.x_mm, abs=0.2), box.id
        assert (left + columns[-1] + 1) * mm == pytest.approx(box.x_mm + box.w_mm, abs=0.2), box.id
        assert (top + rows[0]) * mm == pytest.approx(box.y_mm, abs=0.2), box.id
        assert (top + rows[-1] + 1) * mm == pytest.approx(box.y_mm + box.h_mm, abs=0.2), box.id
        core = dark[rows[0] + 16 : rows[-1] - 15, columns[0] + 16 : columns[-1] - 15]
        assert not core.any(), box.id


@pytest.mark.parametrize("name", FORMS)
def test_boxes_and_fields_are_large_enough_and_apart(name: str) -> None:
    page = _page(draw_forms([FORMS[name]]))

    assert all(4.5 <= box.w_mm <= 5 and box.w_mm == box.h_mm for box in page.boxes)
    for one, other in combinations(page.boxes, 2):
        down, across = abs(one.y_mm - other.y_mm), abs(one.x_mm - other.x_mm)
        assert down >= 7.999 or across >= 10, (one.id, other.id)
    for box in page.boxes:
        assert box.x_mm >= 18.9
        assert box.x_mm + box.w_mm <= 191.1
        assert 28 < box.y_mm < 262
    for field in page.text_fields:
        assert field.h_mm >= 8
        assert field.x_mm >= 18.9
        assert field.x_mm + field.w_mm <= 191.1
        assert field.y_mm + field.h_mm <= 280
    places = [(f.x_mm, f.y_mm, f.w_mm, f.h_mm) for f in page.text_fields]
    places += [(b.x_mm - 1.9, b.y_mm - 1.5, b.w_mm + 3.8, b.h_mm + 3.0) for b in page.boxes]
    for (x, y, w, h), (x2, y2, w2, h2) in combinations(places, 2):
        assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 + 0.01 or y2 + h2 <= y + 0.01


def test_boxes_say_what_they_mean() -> None:
    page = _page(draw_forms([a_form(whom=HENK)]))
    known = {box.id: box for box in page.boxes}

    assert known["p1.consent.phone.yes"].meaning == {
        "field": "consent",
        "purpose": "phone",
        "answer": "given",
        "text_version": 3,
        "text_language": "nl",
        "person_id": 12,
    }
    assert known["p1.consent.app_group.no"].meaning["answer"] == "withdrawn"
    assert known["p1.word.2"].meaning == {"field": "label", "word": "auto", "person_id": 12}
    assert {box.id for box in page.boxes if box.shape == "circle"} == {f"p1.contact.{way}" for way in CONTACT_WORDS}
    assert len(page.boxes) == len(CONTACT_WORDS) + len(WORDS) + 2 * len(PURPOSES)
    fields = {field.id: field.meaning for field in page.text_fields}
    assert fields["p1.family"] == {"field": "family", "person_id": 12}
    assert {"p1.given", "p1.date", "p1.signature", "p1.parent", "p1.handed_out_by"} <= fields.keys()
    assert "Meer" not in json.dumps(printed_json := page.to_json()), printed_json


@pytest.mark.parametrize("dpi", [150, 200])
def test_marks_and_code_are_found_on_every_copy(dpi: int) -> None:
    other = a_form(code=codes.human_code("7K3Q3"), whom=HENK)
    printed = draw_forms([a_form(copies=2), other])
    detector = cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50))

    found = []
    for picture in _gray(printed, dpi):
        _corners, ids, _rejected = detector.detectMarkers(picture)
        assert sorted(ids.flatten()) == [0, 1, 2, 3, 4, 5]
        read = [codes.read_payload(code.text) for code in zxingcpp.read_barcodes(picture, formats=QR)]
        assert {one.corner for one in read if one is not None} == {0, 1}
        found.append({(one.form, one.copy, one.page) for one in read if one is not None})
    assert found == [{("7K3Q2", 1, 1)}, {("7K3Q2", 2, 1)}, {("7K3Q3", 0, 1)}]


@pytest.mark.parametrize("name", FORMS)
def test_nothing_is_printed_near_the_edge_or_in_the_white_of_a_mark(name: str) -> None:
    dpi = 200
    mm = 25.4 / dpi
    printed = draw_forms([FORMS[name]])
    (picture,) = _gray(printed, dpi)
    dark = picture < 200
    edge = int(7.8 / mm)
    assert not dark[:edge].any()
    assert not dark[-edge:].any()
    assert not dark[:, :edge].any()
    assert not dark[:, -edge:].any()
    for mark in _page(printed).fiducials:
        white = 1.5
        first, last = (round((place - white) / mm) for place in (mark.x_mm, mark.x_mm + mark.size_mm + 2 * white))
        top, bottom = (round((place - white) / mm) for place in (mark.y_mm, mark.y_mm + mark.size_mm + 2 * white))
        part = dark[top:bottom, first:last].copy()
        inset = round(white / mm) - 1
        part[inset:-inset, inset:-inset] = False
        assert not part.any(), mark.id


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_stands_on_it(language: str) -> None:
    with use_language(language):
        (told,) = render.page_texts(draw_forms([a_form(whom=HENK)]).pdf)
        sentences = [str(CONSENT_SENTENCES[one]) for one in PURPOSES]
    for wanted in ("Buurtgroep Klaverhoek", "Henk", "van der", "Meer", "Klaverstraat", "5 a", "7K3Q2", "soep koken"):
        assert _squeeze(wanted) in _squeeze(told)
    assert "Ria de Boer" in told
    if language == "nl":
        for words in ("Ik doe mee", "Wat mogen wij doen?", "Jonger dan 16?", "Uitgereikt door", "u mag uw gegevens"):
            assert words.lower() in told.lower()
        assert all(_squeeze(sentence) in _squeeze(told) for sentence in sentences)
    else:
        for words in ("I join in", "What may we do?", "Younger than 16?", "Handed out by", "page 1 of 1"):
            assert words in told


def test_copies_are_numbered_and_forms_of_people_are_not() -> None:
    printed = draw_forms([a_form(copies=3)])
    texts = render.page_texts(printed.pdf)
    code = codes.human_code("7K3Q2")

    assert printed.pages == len(texts) == 3
    assert all(f"{code}/{at}" in told for at, told in enumerate(texts, 1))
    assert len(printed.layouts) == 1
    (told,) = render.page_texts(draw_forms([a_form(whom=HENK)]).pdf)
    assert f"{code}/" not in told


def test_the_same_form_gives_the_same_bytes() -> None:
    assert draw_forms([a_form(copies=2)]).pdf == draw_forms([a_form(copies=2)]).pdf


def test_long_texts_get_smaller_and_too_long_ones_are_refused_with_advice() -> None:
    usual, long = draw_forms([a_form()]), draw_forms([a_form(consents=consents(LONG[:170]))])
    assert _squeeze(LONG[:170].strip()) in _squeeze(render.page_texts(long.pdf)[0])
    # One row of words makes room for them.
    assert len(_page(long).boxes) == len(_page(usual).boxes) - 3
    assert [box.id for box in _page(long).boxes if "consent" in box.id] == [
        box.id for box in _page(usual).boxes if "consent" in box.id
    ]

    with pytest.raises(UserError) as caught:
        draw_forms([a_form(consents=consents(LONG * 3))])
    assert caught.value.kind == "form_too_long"
    assert "woorden te lang" in caught.value.text.render()
    assert caught.value.advice is not None


@pytest.mark.skipif(not ODD_NAMES.exists(), reason="the shared cases are not here")
def test_odd_names_stand_on_a_form_as_they_are() -> None:
    for at, name in enumerate(json.loads(ODD_NAMES.read_text("utf-8"))):
        printed = draw_forms([a_form(whom=FormFor(Name(family=name), Door("Klaverstraat", 5), at + 1))])
        (told,) = render.page_texts(printed.pdf)
        if not printed.warnings and name.isascii() and name.strip():
            assert _squeeze(name) in _squeeze(told), name
        assert _page(printed).boxes


@pytest.mark.parametrize("name", ["Олена", "İbrahim Şahin", "Nguyễn Thị Ánh", "Zeerlangenaamzonderspaties" * 3])
def test_names_of_every_script_are_printed(name: str) -> None:
    printed = draw_forms([a_form(whom=FormFor(Name(given=name, family="Їжакевич"), Door("Klaverstraat", 5), 3))])
    assert _squeeze(name) in _squeeze(render.page_texts(printed.pdf)[0])
    assert printed.warnings == ()


def test_a_name_without_end_is_cut_and_it_is_said() -> None:
    with use_language("en"):
        printed = draw_forms([a_form(whom=FormFor(Name(family="a" * 900), Door("Klaverstraat", 5), 3))])
        assert [str(warning) for warning in printed.warnings] == [f"Too long to print in full: {'a' * 60}…"]
