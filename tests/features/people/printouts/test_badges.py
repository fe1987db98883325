"""Name badges as they come out of the printer."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from buurtapp.core.i18n import use_language
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.papers import BadgesJob
from buurtapp.features.people.printouts import badges
from buurtapp.features.people.printouts.badges import draw_badges, parts_of
from buurtapp.features.people.records import Door, PersonCard
from buurtapp.printing import render
from buurtapp.printing.pages import PrintedPages

pytestmark = pytest.mark.usefixtures("qapp")
ODD_NAMES = Path(__file__).parents[5] / "shared" / "cases" / "odd-names.json"
DPI = 200
MM = DPI / 25.4


def a_card(name: Name) -> PersonCard:
    return PersonCard(1, name, None, Door("Klaverstraat", 5), ("+31600000123",), (), (), "", "", "stil", False, False)


def assert_inside(printed: PrintedPages) -> None:
    """Nothing stands nearer than 2 mm to the edge of a badge."""
    (page,) = render.page_images(printed.pdf, DPI)
    dark = np.asarray(page.convert("L"), np.uint8) < 200
    for row in range(badges.ROWS):
        for column in range(badges.COLUMNS):
            left, top = badges.LEFT_MM + column * badges.WIDE_MM, badges.TOP_MM + row * badges.HIGH_MM
            cell = dark[
                round(top * MM) : round((top + badges.HIGH_MM) * MM),
                round(left * MM) : round((left + badges.WIDE_MM) * MM),
            ]
            cell = cell[round(2 * MM) : -round(2 * MM), round(2 * MM) : -round(2 * MM)]
            edge = round(1.5 * MM)
            assert cell.any()
            for strip in (cell[:edge], cell[-edge:], cell[:, :edge], cell[:, -edge:]):
                assert not strip.any(), (row, column)


def drawn(
    names: Sequence[Name], role: str = "Vrijwilliger", group: str = "Klaverhoek", logo: bytes | None = None
) -> PrintedPages:
    with use_language("en"):
        return draw_badges(BadgesJob(tuple(a_card(name) for name in names), group, role, logo))


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (8, 1), (9, 2), (40, 5), (400, 50)])
def test_there_are_eight_on_a_sheet_and_the_rest_is_for_guests(count: int, pages: int) -> None:
    printed = drawn([Name(given="Henk", infix="van der", family="Meer")] * count)

    texts = render.page_texts(printed.pdf)
    assert printed.pages == len(texts) == pages
    said = "\n".join(texts)
    assert said.count("Henk") == said.count("van der Meer") == said.count("Vrijwilliger") == count
    assert said.count("Guest") == said.count("I am") == pages * 8 - count
    assert said.count("Klaverhoek") == pages * 8


@pytest.mark.parametrize(
    ("name", "large", "small"),
    [
        (Name(given="Henk", infix="van der", family="Meer"), "Henk", "van der Meer"),
        (Name(title="mw.", infix="de", family="Vries"), "mw. De Vries", ""),
        (Name(initials="H.J.", family="Bos"), "H.J. Bos", ""),
        (Name(title="fam.", family="Jansen", kind="household"), "fam. Jansen", ""),
    ],
)
def test_the_first_name_is_large(name: Name, large: str, small: str) -> None:
    assert parts_of(name) == (large, small)


def test_a_badge_tells_nothing_but_the_name() -> None:
    (said,) = render.page_texts(drawn([Name(given="Henk", family="Bos")]).pdf)

    assert not any(words in said for words in ("06 0000", "Klaverstraat", "stil"))


def test_all_odd_names_fit() -> None:
    if not ODD_NAMES.exists():
        pytest.skip("the shared cases are not beside this checkout")
    names = json.loads(ODD_NAMES.read_text(encoding="utf-8"))

    for made in ([Name(family=name) for name in names], [Name(given=name, family=name) for name in names]):
        printed = drawn(made, role="", group="De Wilgenhof")
        said = squeezed("".join(render.page_texts(printed.pdf)))
        assert [name for name in names if squeezed(name) not in said] == []
        assert not any("Too long" in warning.msgid for warning in printed.warnings)


@pytest.mark.parametrize("word", ["W" * 300, "Anna-Maria " * 30, "W", "Łukaszjewski", "nieuwe\nregel"])
def test_nothing_leaves_its_badge(word: str) -> None:
    printed = drawn([Name(given=word, family=word)] * 8, role=word[:120], group=word[:120])
    assert_inside(printed)


def test_with_details_a_badge_tells_their_own_role_and_what_they_speak() -> None:
    samira = replace(
        a_card(Name(given="Samira", family="Bos")), roles=("coördinator",), languages=("nl", "ar", "Twi-taal")
    )
    cards = (samira, a_card(Name(given="Henk", family="Bos")))

    with use_language("en"):
        (bare,) = render.page_texts(draw_badges(BadgesJob(cards, "Klaverhoek", "Vrijwilliger")).pdf)
        (told,) = render.page_texts(draw_badges(BadgesJob(cards, "Klaverhoek", "Vrijwilliger", details=True)).pdf)

    assert "Coördinator" not in bare
    assert "speaks" not in bare
    assert bare.count("Vrijwilliger") == 2
    assert told.count("Coördinator") == told.count("Vrijwilliger") == 1
    assert "speaks NL · AR · Twi-taal" in " ".join(told.split())


def test_many_words_about_somebody_stay_on_the_badge() -> None:
    card = replace(a_card(Name(given="Samira")), roles=("penningmeester " * 8,), languages=("Oost-Mongools",) * 9)

    assert_inside(draw_badges(BadgesJob((card,) * 8, "Klaverhoek", details=True)))


def test_name_role_and_group_do_not_overlap() -> None:
    printed = drawn([Name(given="Anna-Maria " * 20, family="van der Heijden " * 12)] * 8, role="", group="")
    (page,) = render.page_images(printed.pdf, DPI)
    dark = np.asarray(page.convert("L"), np.uint8) < 200

    # The names end above the lowest 14 mm, which are for the role and the group.
    top = badges.TOP_MM + badges.HIGH_MM - 6.5 - 12.0
    foot = dark[round(top * MM) : round((top + 12.0) * MM), round(40 * MM) : round(100 * MM)]
    assert not foot.any()


def test_cut_marks_lie_on_the_lines_between_the_badges() -> None:
    (page,) = render.page_images(drawn([Name(given="Henk")] * 8).pdf, DPI)
    dark = np.asarray(page.convert("L"), np.uint8) < 128

    for x in (15.0, 105.0, 195.0):
        assert dark[round(21 * MM), round(x * MM) - 2 : round(x * MM) + 3].any()
    for y in (28.5, 88.5, 148.5, 208.5, 268.5):
        assert dark[round(y * MM) - 2 : round(y * MM) + 3, round(9 * MM)].any()


def test_the_logo_of_the_group_is_on_it_and_a_broken_one_is_left_out() -> None:
    stream = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 0, 0)).save(stream, "PNG")

    (page,) = render.page_images(drawn([Name(given="Henk")], logo=stream.getvalue()).pdf, DPI)
    red = np.asarray(page.convert("RGB"), np.int16)
    assert ((red[:, :, 0] > 150) & (red[:, :, 1] < 60)).any()

    broken = drawn([Name(given="Henk")], logo=b"no picture")
    assert [warning.msgid for warning in broken.warnings] == ["The logo of the group cannot be drawn and was left out."]


def test_a_name_we_have_no_letters_for_is_warned_about() -> None:
    (warning,) = drawn([Name(given="Jan"), Name(given="李小龍")]).warnings

    assert "李小龍" in str(warning)


def test_the_same_badges_are_the_same_file_that_names_nobody() -> None:
    names = [Name(given="Henk", family="Meer")]

    assert drawn(names).pdf == drawn(names).pdf
    assert b"Meer" not in drawn(names).pdf
