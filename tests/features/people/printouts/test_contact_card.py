"""The contact card: everything that is known of one person, and nothing that is not."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from buurtapp.core.i18n import use_language
from buurtapp.features.people.names_and_consents import ConsentState, Name
from buurtapp.features.people.printouts.contact_card import draw_contact_card
from buurtapp.features.people.printouts.contact_facts import Fact
from buurtapp.features.people.records import Door, PersonCard, PersonRow
from buurtapp.printing import render
from buurtapp.printing.pages import PrintedPages

pytestmark = pytest.mark.usefixtures("qapp")
ODD_NAMES = Path(__file__).parents[5] / "shared" / "cases" / "odd-names.json"
DAY = date(2026, 10, 13)
FULL = PersonCard(
    id=7,
    name=Name("mw.", "Ria", "M.J.", "de", "Boer"),
    address_id=3,
    door=Door("Klaverstraat", 12, "a", "9999 AB", "Klaverdorp"),
    phones=("+31600000123", "+31499000456"),
    emails=("ria@example.org",),
    labels=("klusbus", "soep"),
    contact_preference="whatsapp",
    best_time="na zeven uur",
    note="Heeft een partytent.\nBelt zelf terug.",
    do_not_approach=True,
    asked_not_to=True,
    housemates=(PersonRow(8, Name(given="Henk", family="Bos"), 3, Door(), (), "", do_not_approach=False),),
    consents=(
        ConsentState("photo", "given", date(2026, 3, 2), None, "paper", "F-118", 2, "Marijke"),
        ConsentState("newsletter", "withdrawn", date(2026, 4, 5), None, "mail"),
    ),
    no_bell=True,
    sticker="nee_ja",
    languages=("tr", "Klaverhoeks"),
    skills=("klussen", "fiets maken"),
    roles=("penningmeester",),
    relation="helper",
    birth_year=1962,
    member_from=date(2024, 3, 12),
    member_until=date(2026, 12, 31),
    step_override="core",
    step_reason="Zij trok het soepteam",
)
ON_THE_CARD = {
    "name": ["Ria de Boer", "mw.", "M.J."],
    "door": ["Klaverstraat", "12 a", "9999 AB", "Klaverdorp"],
    "phones": ["06 0000 0123", "0499 000456"],
    "emails": ["ria@example.org"],
    "labels": ["klusbus, soep"],
    "contact_preference": ["WhatsApp"],
    "best_time": ["na zeven uur"],
    "note": ["Heeft een partytent.", "Belt zelf terug."],
    "do_not_approach": ["Do not approach"],
    "asked_not_to": ["This neighbour does not want to be called"],
    "housemates": ["Henk Bos"],
    "consents": [
        "Showing photos: allowed, 2 March 2026, on paper, form F-118, text 2, entered by Marijke",
        "Newsletter: not allowed, 5 April 2026, by e-mail",
    ],
    "no_bell": ["Do not ring the bell"],
    "sticker": ["NEE/JA sticker"],
    "languages": ["Turkish and Klaverhoeks"],
    "skills": ["klussen, fiets maken"],
    "roles": ["penningmeester"],
    "relation": ["Helper, penningmeester"],
    "birth_year": ["1962"],
    "member_from": ["member from 12 March 2024"],
    "member_until": ["until 31 December 2026"],
}
NOT_ON_IT = {"id", "address_id", "step_override", "step_reason"}
"""Numbers of the computer, which tell nobody anything, and what the group thinks of somebody."""


def drawn(card: PersonCard, more: tuple[Fact, ...] = ()) -> PrintedPages:
    with use_language("en"):
        return draw_contact_card(card, "Klaverhoek", DAY, more)


def told(card: PersonCard) -> str:
    return " ".join(" ".join(render.page_texts(drawn(card).pdf)).split())


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


@pytest.mark.parametrize("field", [field.name for field in fields(PersonCard) if field.name not in NOT_ON_IT])
def test_everything_that_is_known_is_on_it(field: str) -> None:
    """Whoever lets a card know more, says here what the paper tells of it."""
    said = told(FULL)

    for words in ON_THE_CARD[field]:
        assert words in said


def test_what_the_group_thinks_of_somebody_stays_off_paper() -> None:
    assert "Zij trok het soepteam" not in told(FULL)


def test_what_is_not_known_is_not_named() -> None:
    bare = PersonCard(1, Name(given="Henk", family="Bos"), None, Door(), (), (), (), "", "", "", False, False)

    said = told(bare)

    assert "Henk Bos" in said
    for words in (
        *("Phone", "E-mail", "Labels", "Note", "Consent", "Best", "At the door", "Do not approach"),
        *("Languages", "Skills", "In the group", "Membership", "Year of birth"),
    ):
        assert words not in said
    assert "On this sheet: name." in said


def test_the_wish_of_the_address_is_told_as_such() -> None:
    assert "Nobody at this address wants to be called" in told(replace(FULL, asked_not_to=False))


def test_the_footer_names_what_is_on_it() -> None:
    said = told(replace(FULL, consents=(), no_bell=False, sticker="", housemates=(), note=""))

    assert "On this sheet: name, address, name in parts, postcode and place, phone, e-mail," in said
    assert "note" not in said.lower().split("on this sheet:")[1]


def test_it_is_one_page_and_a_very_long_note_goes_on_without_loss() -> None:
    words = [f"woord{number}" for number in range(2500)]
    assert drawn(replace(FULL, note=" ".join(words[:300]))).pages == 1

    printed = drawn(replace(FULL, note=" ".join(words)))

    texts = render.page_texts(printed.pdf)
    assert printed.pages == len(texts) > 1
    assert set(re.findall(r"woord\d+", " ".join(texts))) == set(words)
    assert all(
        "Ria de Boer" in page and f"page {number} of {len(texts)}" in page for number, page in enumerate(texts, 1)
    )


def test_what_other_features_know_is_added() -> None:
    said = " ".join(render.page_texts(drawn(FULL, (Fact("Came to", "Soep op woensdag"),)).pdf))

    assert "Soep op woensdag" in said
    assert "came to" in " ".join(said.split()).split("On this sheet:")[1]


def test_odd_names_come_out_as_they_went_in() -> None:
    if not ODD_NAMES.exists():
        pytest.skip("the shared cases are not beside this checkout")
    for name in json.loads(ODD_NAMES.read_text(encoding="utf-8")):
        card = replace(FULL, name=Name(family=name), door=Door(name, 5), note=name, labels=(name,), best_time=name)
        said = squeezed(" ".join(render.page_texts(drawn(card).pdf)))
        assert said.count(squeezed(name)) >= 4, name


def test_the_properties_of_the_file_name_nobody() -> None:
    assert b"Boer" not in drawn(FULL).pdf
