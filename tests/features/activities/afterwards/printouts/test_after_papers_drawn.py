"""Cards and reports as they come out of the printer: all words are on them, nobody else is, and nothing overlaps."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from PIL import Image

from buurtapp.core.i18n import use_language
from buurtapp.features.activities.afterwards.printouts.activity_report import draw_activity_report
from buurtapp.features.activities.afterwards.printouts.colours import main_of
from buurtapp.features.activities.afterwards.printouts.period_report import draw_period_report
from buurtapp.features.activities.afterwards.printouts.thank_you import draw_thank_you
from buurtapp.features.activities.afterwards.records import EvaluationDraft, Help, ThankYouJob
from buurtapp.features.activities.afterwards.reporting.records import (
    ActivityReport,
    Money,
    MonthVisits,
    Owner,
    PeriodReport,
    Reach,
    ReportPhoto,
)
from buurtapp.printing.render import page_count, page_pixels, page_texts

DAY = date(2026, 10, 7)
LONG = "Wilhelmina-Antoinette van Oosterwijck-Bruijnsteen tot Overdinkelersteeg " * 3


def png(size: tuple[int, int] = (60, 40)) -> bytes:
    """A small picture."""
    stream = io.BytesIO()
    Image.new("RGB", size, (120, 60, 40)).save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with use_language("en"):
        yield


CARDS = ThankYouJob("Soep op woensdag", DAY, "helpers", ("Samira", "Dirk-Jan", "Ayşe", "Lan", "Henk"), "Klaverhoek")
REPORT = ActivityReport(
    Owner("Klaverhoek", None, DAY),
    "Soep op woensdag",
    datetime(2026, 10, 7, 12),
    datetime(2026, 10, 7, 13, 30),
    "De Kas",
    "Samen soep eten.",
    "Buren kennen elkaar.",
    "Iedereen",
    "resident",
    4,
    "",
    13,
    12,
    2,
    1,
    3,
    Reach(41, 315, 5, (("Klaverstraat", 20, 53), ("Vlierhof", None, 30), ("Pad", None, 4))),
    EvaluationDraft("Iedereen hielp.", "De radio uit.", "Te veel muziek.", 3, 390),
    Help(3, 390),
    Money(5000, 4210, (("Boodschappen", 5000, 4210),)),
)
PERIOD = PeriodReport(
    Owner("Klaverhoek", None, DAY),
    date(2026, 1, 1),
    date(2026, 12, 31),
    34,
    1246,
    312,
    REPORT.reach,
    Help(28, 5790),
    tuple(MonthVisits(date(2026, month, 1), month * 9, month * 5) for month in range(1, 13)),
    (("eten", 290, 29), ("", 69, 4)),
    {"resident": 10, "council": 2},
    REPORT.money,
    ((DAY, "Soep", "De radio uit."),),
    ("Te veel muziek.",),
)


def words_of(pdf: bytes) -> str:
    """All words on all pages, with single spaces."""
    return " ".join("\n".join(page_texts(pdf)).replace("\u00a0", " ").split())


def test_everybody_gets_a_card_and_the_sheet_is_filled_with_blank_ones() -> None:
    pages = draw_thank_you(CARDS)
    told = words_of(pages.pdf)
    assert (pages.pages, page_count(pages.pdf)) == (2, 2)
    assert all(name in told for name in CARDS.names)
    assert told.count("Thank you") == 8
    assert told.count("for your help with “Soep op woensdag” on 7 October 2026.") == 8
    assert pages.warnings == ()


def test_nobody_known_gives_one_sheet_of_blank_cards() -> None:
    pages = draw_thank_you(replace(CARDS, names=(), who="came"))
    assert pages.pages == 1
    assert words_of(pages.pdf).count("for being there") == 4


def test_a_card_has_the_colour_of_the_group() -> None:
    for theme in ("", "delft", "zon"):
        pixels = page_pixels(draw_thank_you(replace(CARDS, theme=theme)).pdf, 1, 420)
        at = (pixels.width * 30 + 30) * 3
        assert [round(part * 255) for part in main_of(theme)] == pytest.approx(list(pixels.data[at : at + 3]), abs=3)


def test_names_and_titles_without_end_are_told_and_stay_on_their_card() -> None:
    pages = draw_thank_you(replace(CARDS, names=(LONG * 4,), title=LONG, group_name=LONG, logo=b"no picture"))
    assert len(pages.warnings) == 2
    assert pages.pages == 1


def test_the_report_of_an_activity_tells_all_of_it() -> None:
    pages = draw_activity_report(REPORT)
    told = words_of(pages.pdf)
    assert pages.pages == 1
    for words in (
        *("Soep op woensdag", "7 October 2026, 12:00 – 13:30", "De Kas", "Samen soep eten.", "Buren kennen elkaar."),
        *("15 people were there 13 expected", "41 of 315 addresses 5 for the first time", "6.5 hours"),
        *("4 neighbours asked for it.", "Iedereen hielp.", "De radio uit.", "“Te veel muziek.”", "Klaverstraat 20"),
        *("Boodschappen €50.00 €42.10", "page 1 of 1", "fewer than 5 addresses"),
    ):
        assert words in told
    for hidden in ("Vlierhof", "Pad"):
        assert hidden not in told
    assert pages.warnings == ()


def test_a_report_of_nothing_says_so() -> None:
    empty = replace(
        REPORT, came=None, guests=0, children=0, learned=EvaluationDraft(), money=Money(), reach=Reach(), what=""
    )
    pages = draw_activity_report(empty)
    assert "Nobody has been counted yet." in words_of(pages.pdf)
    assert len(pages.warnings) == 2


def test_a_photo_stands_beside_the_words_with_its_consent() -> None:
    told = words_of(draw_activity_report(replace(REPORT, photo=ReportPhoto(png(), "Lange tafel."))).pdf)
    assert "Lange tafel. Photo with consent." in told
    broken = draw_activity_report(replace(REPORT, photo=ReportPhoto(b"%PDF", "Stuk")))
    assert "Stuk" not in words_of(broken.pdf)
    assert len(broken.warnings) == 1


def test_a_long_report_goes_on_with_all_pages_numbered() -> None:
    long = replace(
        REPORT,
        title=LONG,
        what="\n".join([LONG] * 12),
        learned=EvaluationDraft("goed " * 390, "anders " * 280, "gezegd " * 280),
        money=Money(1, 1, tuple((f"{at} {LONG}", at, at) for at in range(40))),
        reach=replace(REPORT.reach, streets=tuple((f"Straat {at} {LONG}", 50 - at, 60) for at in range(20))),
        owner=Owner(LONG, png(), DAY),
    )
    pages = draw_activity_report(long)
    told = page_texts(pages.pdf)
    assert pages.pages == len(told) > 1
    for at, words in enumerate(told, 1):
        assert f"page {at} of {len(told)}" in " ".join(words.split())
    assert "27 more lines are in the sums." in words_of(pages.pdf)


def test_a_period_is_told_with_its_months_sources_and_lessons() -> None:
    pages = draw_period_report(PERIOD)
    told = words_of(pages.pdf)
    for words in (
        *(
            "1 January 2026 up to and with 31 December 2026",
            "34 activities on average 37 visits",
            "1,246 visits",
            "Dec",
        ),
        *("41 of 315 addresses", "neighbours 10", "the council 2", "eten 290 29 times", "other 69 4 times"),
        *("Soep, 7 October 2026", "De radio uit.", "Outline: the same month of the year before."),
    ):
        assert words in told
    assert pages.pages <= 2


def test_a_period_of_years_draws_every_month_and_one_of_a_day_too() -> None:
    months = tuple(MonthVisits(date(2024 + at // 12, at % 12 + 1, 1), at) for at in range(30))
    assert draw_period_report(replace(PERIOD, months=months, kinds=(), lessons=())).pages >= 1
    one = replace(PERIOD, months=(MonthVisits(DAY.replace(day=1), 0),), times=1, visits=0, not_counted=1, sources={})
    pages = draw_period_report(one)
    assert len(pages.warnings) == 1
