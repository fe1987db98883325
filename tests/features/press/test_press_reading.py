"""How easy an invitation reads, what stays bound to the activity, and how much paper it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import DONE, NOW, add_activity, new_store
from buurtapp.features.press import actions, queries, rules
from buurtapp.features.press.own_words import OwnWords
from buurtapp.features.press.reading import Reading, reading_of
from buurtapp.features.press.records import FlyerText, Format, Printed

WORDS = FlyerText("Soep op woensdag", body="Kom eten.", when="Woensdag 21\u00a0oktober", contact="Marijke")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", Reading(0, 0)),
        ("   \n ", Reading(0, 0)),
        ("Kom eten", Reading(1, 2)),
        ("Elke week samen eten. Kom je voor het eerst? We zetten een stoel klaar!", Reading(3, 14)),
        ("Neem iets mee, bijv. soep. Om 12.30 uur gaan we aan tafel.", Reading(2, 12)),
        ("Soep\nBrood\r\nTaart", Reading(3, 3)),
        ("Kom - gerust - alleen …", Reading(1, 3)),
    ],
)
def test_sentences_and_words_are_counted_as_people_count_them(written: str, expected: Reading) -> None:
    assert reading_of(written) == expected


@pytest.mark.parametrize(
    ("words", "sentences", "ease"),
    [(0, 0, ""), (12, 1, "easy"), (13, 1, "fair"), (20, 1, "fair"), (41, 2, "long"), (24, 2, "easy")],
)
def test_short_sentences_are_easy_and_long_ones_are_told(words: int, sentences: int, ease: str) -> None:
    assert Reading(sentences, words).ease == ease


@pytest.mark.parametrize(("copies", "up", "sheets"), [(60, 1, 60), (60, 2, 30), (60, 4, 15), (1, 4, 1), (61, 2, 31)])
def test_the_last_sheet_counts_whole(copies: int, up: int, sheets: int) -> None:
    assert rules.sheets_needed(copies, up) == sheets


@pytest.mark.parametrize(("size", "ups"), [("A6", (1, 4)), ("A5", (1, 2)), ("A4", (1,)), ("A3", (1,))])
def test_only_what_fits_on_a_sheet_is_offered(size: Format, ups: tuple[int, ...]) -> None:
    assert rules.ups_of(size) == ups


def test_words_follow_the_activity_until_something_else_is_typed() -> None:
    own = OwnWords(WORDS)
    own.type("title", "Soep en brood")

    own.follow(FlyerText("Stamppot", body="Kom ook.", contact="Henk"))

    assert own.words() == FlyerText("Soep en brood", body="Kom ook.", contact="Henk")
    assert own.is_own("title")
    assert not own.is_own("body")


def test_an_emptied_word_stays_empty() -> None:
    own = OwnWords(WORDS)
    own.type("body", "")
    assert own.value("body") == ""
    assert own.words().body == ""


def test_typing_what_the_activity_says_binds_it_again() -> None:
    own = OwnWords(WORDS)
    own.type("when", "Morgen")
    own.type("when", "Woensdag 21 oktober")  # a field keeps no hard spaces
    assert not own.is_own("when")
    assert own.words().when == WORDS.when


def test_going_back_says_what_the_activity_says() -> None:
    own = OwnWords(WORDS)
    own.type("contact", "Fatma")
    own.go_back("contact")
    assert own.value("contact") == "Marijke"


def test_the_log_tells_when_it_was(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        activity = add_activity(store)
        store.write(DONE, actions.log_print, activity, Printed("flyer", "tafel A5", 60, 30))

        (found,) = store.read(queries.printed, activity)

        assert found == Printed("flyer", "tafel A5", 60, 30)
        assert found.printed_at == NOW
