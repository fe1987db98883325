"""Letters as they come out of the printer."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from buurtapp.core.errors import Cancelled, DraftInvalid, UserError
from buurtapp.core.i18n import _, use_language
from buurtapp.features.people.names_and_consents import ConsentState, Name
from buurtapp.features.people.papers import Addressee, LetterJob
from buurtapp.features.people.printouts.letter import ADDRESS_WIDE, ADDRESS_X, WINDOW, date_line, draw_letter
from buurtapp.features.people.records import Door, PersonCard
from buurtapp.features.people.rules.households import addressees
from buurtapp.printing import render
from buurtapp.printing.pages import PrintedPages

pytestmark = pytest.mark.usefixtures("qapp")
DPI = 150
MM = 25.4 / DPI
BODY = "Op woensdag eten wij samen soep in de {street}.\n\nKomt u ook, {name}? Wij horen het graag."
RIGHT_TO_LEFT = re.compile("[\u0590-\u06ff\u202e]")
SHOWN = (10.0, 39.0, 110.0, 95.0)
"""Left, top, right and bottom of all that can ever show through the window, however the paper shifts."""


def to(name: str = "Henk van der Meer", number: int = 5, *more: str) -> Addressee:
    door = Door("Klaverstraat", number, "", "1234 AB", "Klaverdorp")
    return Addressee((name, *more, door.line, "1234 AB  KLAVERDORP"), f"Beste {name},", door, (number,))


def a_job(*everybody: Addressee, body: str = BODY, subject: str = "Soep op woensdag") -> LetterJob:
    return LetterJob(
        everybody or (to(),),
        subject,
        body,
        date(2026, 10, 13),
        "Buurtgroep Klaverhoek",
        "Klaverdorp",
        "Amina El Idrissi",
        "Amina El Idrissi, 06 0000 0105",
    )


def a_logo(width: int = 300, height: int = 200) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(stream, "PNG")
    return stream.getvalue()


def squeezed(text: str) -> str:
    """Return a text without spaces and without the hyphens at the ends of lines."""
    return re.sub(r"\s", "", re.sub("-[\r\n]+|[\ufffe\x02]", "", text))


def texts(printed: PrintedPages) -> list[str]:
    return [squeezed(page) for page in render.page_texts(printed.pdf)]


def dark(printed: PrintedPages, page: int = 0) -> NDArray[np.bool_]:
    picture = list(render.page_images(printed.pdf, DPI))[page]
    return np.asarray(picture.convert("L"), np.uint8) < 160


def ink_box(ink: NDArray[np.bool_], left: float, top: float, right: float, bottom: float) -> tuple[float, ...]:
    """Return where the ink in a rectangle begins and ends, in mm from the corner of the paper."""
    part = ink[round(top / MM) : round(bottom / MM), round(left / MM) : round(right / MM)]
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    assert len(rows), "there is no ink"
    return left + columns[0] * MM, top + rows[0] * MM, left + (columns[-1] + 1) * MM, top + (rows[-1] + 1) * MM


def assert_only_the_address_shows(printed: PrintedPages, page: int = 0) -> None:
    left, top, right, bottom = ink_box(dark(printed, page), *SHOWN)
    assert left >= ADDRESS_X - 0.3
    assert right <= ADDRESS_X + ADDRESS_WIDE + 0.3 <= WINDOW[0] + WINDOW[2]
    assert top >= WINDOW[1]
    assert bottom <= WINDOW[1] + WINDOW[3]


@pytest.mark.parametrize(
    "one",
    [
        to(),
        to("Henk"),
        to("p/a Jan", 5, "afdeling", "kamer 3", "derde verdieping"),
        to("a" * 300),
        to("regel\nregel\nregel"),
        to("Zeerlangeachternaamzonderspatiesdieeigenlijknietkanmaartochbestaat", 12, "b" * 200, "c" * 200),
        to("فاطمة الزهراء"),
        to("Ẫḡ" * 30),
    ],
)
def test_the_address_and_nothing_else_lies_in_the_window(one: Addressee) -> None:
    job = replace(a_job(one), group_name="Buurtgroep " * 12, contact="06 0000 0105 " * 20, logo=a_logo())

    assert_only_the_address_shows(draw_letter(job))


def test_street_and_town_are_never_left_out_of_the_address() -> None:
    printed = draw_letter(a_job(to("a" * 300, 12, "b" * 300, "c" * 300), body="Hallo."))

    assert "Klaverstraat12" in texts(printed)[0]
    assert "1234ABKLAVERDORP" in texts(printed)[0]
    assert any("aaaa" in str(warning) for warning in printed.warnings)


@pytest.mark.parametrize(("code", "day"), [("nl", "13 oktober 2026"), ("en", "13 October 2026")])
def test_the_words_on_paper_are_those_that_were_asked_for(code: str, day: str) -> None:
    with use_language(code):
        printed = draw_letter(a_job())

    (page,) = texts(printed)
    for wanted in (
        "Buurtgroep Klaverhoek",
        "Amina El Idrissi, 06 0000 0105",
        "Henk van der Meer",
        "1234 AB  KLAVERDORP",
        f"Klaverdorp, {day}",
        "Soep op woensdag",
        "Beste Henk van der Meer,",
        "Op woensdag eten wij samen soep in de Klaverstraat.",
        "Komt u ook, Henk van der Meer? Wij horen het graag.",
    ):
        assert squeezed(wanted) in page
    assert printed.warnings == ()


def test_without_a_place_only_the_date_is_written() -> None:
    with use_language("nl"):
        assert date_line("", date(2026, 10, 1)) == "1 oktober 2026"


@pytest.mark.parametrize("count", [1, 40])
def test_there_is_a_letter_for_each_in_order(count: int) -> None:
    everybody = [to(f"Buur {number}", number) for number in range(1, count + 1)]
    told: list[tuple[int, int]] = []

    printed = draw_letter(a_job(*everybody), lambda done, total: told.append((done, total)))

    pages = texts(printed)
    assert len(pages) == printed.pages == count
    for one, page in zip(everybody, pages, strict=True):
        assert squeezed(f"Klaverdorp,13oktober2026Soepopwoensdag{one.salutation}") in page
    assert told == [(done, count) for done in range(count + 1)]


def test_a_salutation_in_the_text_is_not_written_twice() -> None:
    (page,) = texts(draw_letter(a_job(body="{salutation}\n\nKomt u?")))

    assert page.count("BesteHenk") == 1


def test_a_long_letter_goes_on_with_page_numbers_and_the_name_on_top() -> None:
    sentence = "Wij doen samen onderhoudswerkzaamheden en koken voor elkaar, elke week weer. "
    body = "\n\n".join(f"Alinea {number}. {sentence * 5}" for number in range(1, 11))

    with use_language("nl"):
        printed = draw_letter(a_job(to("Henk"), to("Ria", 7), body=body))
        foot = squeezed(_("Would you rather not get letters from us? Tell us, and we will stop."))
        closing = squeezed(_("Kind regards,"))

    pages = texts(printed)
    assert printed.pages == 4
    first = pages[0].partition("BesteHenk,")[2].partition(foot)[0]
    second = pages[1].removeprefix("HenkKlaverdorp,13oktober2026").partition(closing)[0]
    assert first + second == squeezed(body)
    assert "pagina1van2" in pages[0]
    assert "pagina2van2" in pages[1]
    assert pages[1].startswith("Henk")
    assert pages[3].startswith("Ria")
    assert "AminaElIdrissi" in pages[1]
    for page in range(4):
        left, top, right, bottom = ink_box(dark(printed, page), 0, 0, 210, 297)
        assert min(left, top, 210 - right, 297 - bottom) >= 5.5


@pytest.mark.parametrize("lines", range(20, 40))
def test_signing_stays_with_the_text_however_long_it_is(lines: int) -> None:
    body = "\n\n".join(f"Zin nummer {number}." for number in range(lines))

    last = texts(draw_letter(a_job(body=body)))[-1]

    assert squeezed(f"Zin nummer {lines - 1}.") in last
    assert "BuurtgroepKlaverhoek" in last.split("Zinnummer")[-1]


def test_odd_names_are_printed_as_they_are(cases: Path) -> None:
    names: Sequence[str] = json.loads((cases / "odd-names.json").read_text("utf-8"))
    everybody = [to(name, number) for number, name in enumerate(names, 1) if name.strip()]

    printed = draw_letter(a_job(*everybody, body="Dag {name}.", subject="Voor {name}"))

    assert printed.pages == len(everybody)
    invisible = re.compile("[\u00ad\u200b\u200d\ufe0f\u202e\u200e\u200f]")
    for page, (one, text) in enumerate(zip(everybody, texts(printed), strict=True)):
        wanted = invisible.sub("", squeezed(one.lines[0]))
        shown = invisible.sub("", text)
        if RIGHT_TO_LEFT.search(one.lines[0]):
            # Among Latin words they may come out in another order, and across lines: each word is there.
            assert all(word in shown for word in re.findall(r"\w+", invisible.sub("", one.lines[0])))
        else:
            assert f"Dag{wanted}." in shown
        if page % 7 == 0:
            assert_only_the_address_shows(printed, page)


def test_a_pile_that_fell_can_be_sorted_also_without_names() -> None:
    door = Door("Klaverstraat", 5, "", "1234 AB", "Klaverdorp")
    residents = Addressee(("To the residents of", door.line, "1234 AB  KLAVERDORP"), "Dear residents,", door, ())

    with use_language("en"):
        pages = texts(draw_letter(a_job(residents, body="Hello.\n\n" * 40)))

    assert pages[1].startswith("theresidentsofKlaverstraat5")


def test_braces_in_a_name_are_a_name() -> None:
    (page,) = texts(draw_letter(a_job(to("{street} {naam}"), body="Dag {name}.")))

    assert "Dag{street}{naam}." in page


def test_an_unknown_field_and_an_empty_letter_are_refused_before_anything_is_drawn() -> None:
    def never(_done: int, _total: int) -> None:
        raise AssertionError

    for body in ("Dag {voornaam}", " \n "):
        with pytest.raises(DraftInvalid):
            draw_letter(a_job(body=body), never)
    with pytest.raises(UserError):
        draw_letter(replace(a_job(), addressees=()), never)


def test_a_letter_can_be_stopped() -> None:
    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        draw_letter(a_job(to(), to("Ria"), to("Piet")), stop)


def test_the_logo_stands_on_each_letter_and_in_the_file_once() -> None:
    plain = a_job(*[to(f"Buur {number}", number) for number in range(1, 21)])

    noise = np.random.default_rng(1).integers(0, 255, (300, 300, 3), np.uint8)
    stream = io.BytesIO()
    Image.fromarray(noise).save(stream, "PNG")
    printed = draw_letter(replace(plain, logo=stream.getvalue()))

    assert printed.warnings == ()
    for page in (0, 19):
        left, top, right, bottom = ink_box(dark(printed, page), 160.0, 5.0, 200.0, 38.0)
        assert left == pytest.approx(163.0, abs=0.4)
        assert right == pytest.approx(185.0, abs=0.4)
        assert bottom - top == pytest.approx(22.0, abs=0.8)
    assert len(printed.pdf) - len(draw_letter(plain).pdf) < 2 * noise.nbytes


def test_a_damaged_logo_is_left_out_and_told() -> None:
    printed = draw_letter(replace(a_job(), logo=b"no picture"))

    assert [warning.msgid for warning in printed.warnings] == [
        "The logo of the group cannot be drawn and was left out."
    ]


def test_what_is_not_filled_in_yet_is_told() -> None:
    homeless = Addressee(("Jan Smit",), "Beste Jan,", Door(), (3,))

    with use_language("en"):
        printed = draw_letter(replace(a_job(homeless, body="Op [dag] in de {street}."), contact=""))
        told = [str(warning) for warning in printed.warnings]

    assert "This still has to be filled in: dag" in told
    assert "In 1 letter a field stays empty, because we do not know what belongs there: Jan Smit" in told
    assert len(told) == 3


def test_a_letter_names_nobody_in_its_properties_and_prints_on_one_side() -> None:
    pdf = draw_letter(a_job()).pdf

    assert b"Simplex" in pdf
    assert b"Meer" not in pdf


def test_the_same_letter_gives_the_same_file() -> None:
    assert draw_letter(a_job()).pdf == draw_letter(a_job()).pdf


def a_card(number: int, *, do_not_approach: bool, letter: str, address: int) -> PersonCard:
    consents = () if letter == "" else (ConsentState("letter", letter),)  # type: ignore[arg-type]
    door = Door("Klaverstraat", address, "", "1234 AB", "Klaverdorp")
    name = Name(given=f"Buur{number}x", family="Jansen")
    return PersonCard(
        number, name, address, door, (), (), (), "", "", "", do_not_approach, asked_not_to=do_not_approach,
        consents=consents,
    )  # fmt: skip


people = st.tuples(st.booleans(), st.sampled_from(["", "given", "withdrawn", "not_asked"]), st.integers(1, 4))


@settings(max_examples=40, deadline=None)
@given(st.lists(people, min_size=1, max_size=12), st.sampled_from(["address", "person"]))
def test_who_is_not_to_be_approached_is_in_no_letter(drawn: list[tuple[bool, str, int]], per: str) -> None:
    cards = [a_card(at, do_not_approach=no, letter=word, address=home) for at, (no, word, home) in enumerate(drawn)]

    found = addressees(cards, per)  # type: ignore[arg-type]
    pages = texts(draw_letter(a_job(*found, body="Dag {name}, {salutation}"))) if found else []

    for card, (no, word, _home) in zip(cards, drawn, strict=True):
        shut = no or word == "withdrawn"
        assert not (shut and any(card.name.given in page for page in pages))
    numbers = {number for one in found for number in one.people}
    assert numbers == {
        card.id for card, (no, word, _home) in zip(cards, drawn, strict=True) if not no and word != "withdrawn"
    }
