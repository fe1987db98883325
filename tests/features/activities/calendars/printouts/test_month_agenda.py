"""The agenda of a month on paper: all of it is told, nothing lies over anything else, and it looks as it should."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtapp.core.i18n import use_language
from buurtapp.features.activities.calendars import poster_rules
from buurtapp.features.activities.calendars.printouts import poster_layout as at
from buurtapp.features.activities.calendars.printouts.month_agenda import SIZES_MM, draw_agenda
from buurtapp.features.activities.calendars.printouts.poster_icons import ICONS, icon_for
from buurtapp.features.activities.calendars.records import Poster, PosterRow, Weekly
from buurtapp.features.activities.calendars.rules import weeks_of
from buurtapp.printing import fonts
from buurtapp.printing.fit import MM_OF_POINT
from buurtapp.printing.render import page_png, page_sizes_mm, page_texts

pytestmark = pytest.mark.usefixtures("qapp")
STANDARD = Path(__file__).parents[6] / "shared" / "print" / "pages"
JUNE = date(2026, 6, 1)
ODD_TITLES = (
    "<b>Soep</b> & co",
    "Arbeidsongeschiktheidsverzekeringsspreekuur",
    "a" * 300,
    "Een titel die maar niet ophoudt " * 12,
    "حساء الخضار",
    "李小龍",
    "Çay & şiir",
    "Soep\nmet brood",
    "😀",
)


def row(day: int, title: str, place: str, hours: tuple[float, float | None], *, highlight: bool = False) -> PosterRow:
    begin, end = (None if one is None else datetime(2026, 6, day, int(one), round(one % 1 * 60)) for one in hours)
    assert begin is not None
    return PosterRow(title, "", place, begin, end, "gratis", "", highlight)


DATED = (
    row(3, "Kinderfeest", "Meerkoetpark", (14, 16.5)),
    row(6, "Repareren", "De Kade, neem mee wat stuk is", (13, 16)),
    row(9, "Spelletjesavond", "De Kade", (19.5, 22)),
    row(13, "Samen eten op straat", "Kastanjeplein", (17.5, 20.5), highlight=True),
    row(18, "Vragen over gezondheid", "De Kade", (10, 12)),
    row(21, "Wandelen langs de plas", "vertrek bij de brug", (11, None)),
    row(24, "Leesclub in makkelijke taal", "De Kade", (19.5, 21)),
    row(27, "Tuindag", "buurttuin Elzenpad", (10, 13)),
    row(29, "Film en soep", "De Kade", (18, 21)),
    row(30, "Bewonersavond", "De Kade, zaal 2", (19.5, 21)),
)
WEEKLY = (
    Weekly(row(1, "taal oefenen", "", (10, None))),
    Weekly(row(4, "koffie-inloop", "", (10, None))),
    Weekly(row(5, "wandelen", "", (9.5, None)), (date(2026, 6, 19),)),
)
POSTER = Poster(
    "Buurtgroep De Wilgenhof",
    JUNE,
    DATED,
    WEEKLY,
    None,
    ("De Kade", "Wilgenlaan 48"),
    is_free=True,
    is_open=True,
    contact="Marijke",
    phone="06 00 11 22 33",
    email="post@wilgenhof.example",
)


def squeezed(text: str) -> str:
    return "".join(text.split())


def told(pdf: bytes) -> str:
    return squeezed(" ".join(page_texts(pdf)))


def grey(pdf: bytes, width: int = 1_000, page: int = 1) -> np.ndarray:
    picture = cv2.imdecode(np.frombuffer(page_png(pdf, page, width), np.uint8), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    return np.asarray(picture)


@pytest.mark.parametrize("size", SIZES_MM)
@pytest.mark.parametrize("saving", [False, True])
def test_everything_is_told_in_every_size_and_ink(size: str, saving: bool) -> None:
    with use_language("nl"):
        pages = draw_agenda(POSTER, size, saving=saving)  # type: ignore[arg-type]
    found = told(pages.pdf)

    for one in (*DATED, *(weekly.first for weekly in WEEKLY)):
        assert squeezed(one.title) in found
        assert squeezed(one.place) in found
    for words in ("juni", "14.00–16.30uur", "11.00uur", "vrijdag9.30uur", "19jun", "0600112233", "Marijke"):
        assert words in found
    assert pages.warnings == ()
    assert [tuple(round(side) for side in one) for one in page_sizes_mm(pages.pdf)] == [SIZES_MM[size]]  # type: ignore[index]


@pytest.mark.parametrize(("saving", "name"), [(False, "26-maandagenda-a3"), (True, "26-maandagenda-a3-inktspaar")])
def test_it_looks_like_the_standard(saving: bool, name: str) -> None:
    file = STANDARD / f"{name}.png"
    if not file.exists():
        pytest.skip("the pictures of the standard are not here")
    with use_language("nl"):
        poster = replace(POSTER, weekly=tuple(replace(one, not_on=()) for one in WEEKLY))
        made = grey(draw_agenda(poster, saving=saving).pdf)
    standard = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
    assert standard is not None
    # Small enough that a letter more or less is nothing, and a tile in another place is much.
    one, other = (cv2.resize(one, (30, 42), interpolation=cv2.INTER_AREA).astype(float) for one in (made, standard))

    assert np.corrcoef(one.ravel(), other.ravel())[0, 1] > 0.9


def test_little_ink_is_little_ink() -> None:
    """The picture of the standard has 9.0 % of black, with four lines less than this."""
    saving, full = (100 - grey(draw_agenda(POSTER, saving=one).pdf).mean() / 255 * 100 for one in (True, False))

    assert saving <= 10
    assert saving < full - 2


@pytest.mark.parametrize("size", SIZES_MM)
def test_nothing_comes_near_the_edge(size: str) -> None:
    picture = grey(draw_agenda(POSTER, size).pdf)  # type: ignore[arg-type]
    edge = round(5.5 / SIZES_MM[size][0] * picture.shape[1])  # type: ignore[index]

    for side in (picture[:edge], picture[-edge:], picture[:, :edge], picture[:, -edge:]):
        assert side.min() > 250


@pytest.mark.parametrize(
    ("email", "content"), [("post@wilgenhof.example", "mailto:post%40wilgenhof.example"), ("", "tel:0600112233")]
)
def test_the_code_mails_or_rings_without_internet(email: str, content: str) -> None:
    (found,) = zxingcpp.read_barcodes(grey(draw_agenda(replace(POSTER, email=email), "A4").pdf, 1600))

    assert found.text.startswith(content)


def test_the_month_shows_its_days_and_only_one_stands_out() -> None:
    twice = replace(POSTER, dated=(*DATED[:-1], replace(DATED[-1], highlight=True)))
    picture = cv2.imdecode(np.frombuffer(page_png(draw_agenda(twice).pdf, 1, 1000), np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    blue, green, red = (picture[:, :, at].astype(int) for at in range(3))
    amber = ((red > 200) & (green > 140) & (green < 200) & (blue < 100)).astype(np.uint8)

    # One tile and one disc.
    assert cv2.connectedComponentsWithStats(amber)[2][1:, cv2.CC_STAT_AREA].__gt__(500).sum() == 2


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (10, 1), (14, 1), (15, 2), (29, 3)])
def test_more_than_fourteen_go_on_a_second_sheet(count: int, pages: int) -> None:
    rows = tuple(replace(DATED[at % 10], title=f"Ding {at}q") for at in range(count))
    with use_language("en"):
        made = draw_agenda(replace(POSTER, dated=rows))
    found = told(made.pdf)

    assert made.pages == pages
    assert all(f"Ding{at}q" in found for at in range(count))
    assert ("sheet1of" in found) is (pages > 1)


def test_an_empty_month_says_so_and_leaves_room_to_write() -> None:
    with use_language("en"):
        bare = draw_agenda(Poster("Klaverhoek", JUNE, phone="0600001111"))
        weekly = draw_agenda(replace(POSTER, dated=()))

    assert "Thisisnotsettledyet" in told(bare.pdf)
    assert "Therestisnotsettledyet" in told(weekly.pdf)


def test_without_anybody_to_ask_it_says_so_before_it_is_printed() -> None:
    with use_language("en"):
        said = [warning.render() for warning in draw_agenda(Poster("", JUNE)).warnings]

    assert [words[:22] for words in said] == ["Nobody can be asked: f"]


@pytest.mark.parametrize("language", ["nl", "en", "tr", "ar", "pl", "uk", "de", "fr"])
@pytest.mark.parametrize("month", [date(2028, 2, 1), date(2026, 8, 1), date(2027, 2, 1)])
def test_months_of_four_five_and_six_weeks_in_every_language(language: str, month: date) -> None:
    moved = tuple(
        replace(one, starts_at=one.starts_at.replace(year=month.year, month=month.month, day=8)) for one in DATED
    )
    with use_language(language):
        pages = draw_agenda(Poster("Klaverhoek", month, moved, phone="0600001111"), "A4")
    found = told(pages.pdf)

    assert pages.pages == 1
    assert ("29" in found) is (month != date(2027, 2, 1))


def test_odd_titles_are_printed_as_they_are_or_said_to_be_cut() -> None:
    rows = tuple(replace(DATED[0], title=title, place=title) for title in ODD_TITLES)
    with use_language("en"):
        pages = draw_agenda(replace(POSTER, dated=rows, group_name="Buurtgroep " + "lang " * 40))
        said = pages.warnings[0].render()

    assert "<b>Soep</b>&co" in told(pages.pdf)
    assert said.startswith("Too long to print in full: aaaa")


def test_the_same_agenda_is_the_same_file() -> None:
    assert draw_agenda(POSTER).pdf == draw_agenda(POSTER).pdf


words = st.text(st.sampled_from("abcdefghij MWé-"), min_size=1, max_size=120)


@settings(max_examples=60, deadline=None)
@given(title=words, place=words, count=st.sampled_from([1, 10, 11, 14]), weekly=st.booleans())
def test_no_words_leave_their_row(title: str, place: str, count: int, weekly: bool) -> None:
    size = at.row_size(count, at.items_top_mm(has_weekly=weekly))
    made = at.tell(replace(DATED[0], title=title, place=place), size)
    room = at.COLUMN_MM - size.tile_mm - at.TILE_GAP_MM

    assert made.height_mm <= size.height_mm
    for lines, face, points in (
        (made.title, fonts.face("display", 800), made.title_pt),
        (made.text, fonts.face("text"), made.text_pt),
    ):
        assert points >= at.LEAST_PT
        assert all(fonts.width(line, face, points) * MM_OF_POINT <= room + 0.01 for line in lines)


@pytest.mark.parametrize("has_weekly", [False, True])
@pytest.mark.parametrize("count", range(1, poster_rules.MOST_DATED + 1))
def test_rows_end_above_the_foot(count: int, has_weekly: bool) -> None:
    top = at.items_top_mm(has_weekly=has_weekly)
    size = at.row_size(count, top)

    assert top + -(-count // 2) * size.height_mm <= at.FOOT_MM
    assert size.tile_mm <= size.height_mm - 4
    assert at.BAND_TOP_MM >= at.GRID_BOTTOM_MM


@pytest.mark.parametrize("month", [date(2026, 8, 1), date(2026, 6, 1), date(2027, 2, 1)])
def test_the_small_month_ends_above_the_band(month: date) -> None:
    weeks = weeks_of(month)
    pitch = at.pitch_mm(month)

    assert 34.5 + (weeks - 1) * pitch + 6.44 * pitch / 14.82 <= at.BAND_TOP_MM


def test_times_over_midnight_and_over_days_are_told_so() -> None:
    evening = replace(DATED[0], starts_at=datetime(2026, 12, 31, 22), ends_at=datetime(2027, 1, 1, 2))
    weekend = replace(DATED[0], starts_at=datetime(2026, 3, 28, 10), ends_at=datetime(2026, 3, 29, 16))

    with use_language("en"):
        said = [at.time_words(one).replace("\u00a0", " ") for one in (evening, weekend, DATED[5])]

    assert said == ["22:00 – 2:00 hrs", "10:00, until Sun 29 Mar 16:00", "11:00 hrs"]


def test_an_icon_goes_with_the_title_else_with_the_kind() -> None:
    found = [icon_for(*words) for words in (("Koffie-inloop", "eten"), ("Samen", "groen"), ("Iets", ""))]

    assert found == [ICONS["cup"], ICONS["leaf"], ICONS["people"]]
