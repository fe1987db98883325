"""What the screen shows of a plan, without a screen."""

from __future__ import annotations

import pytest

from builders import door
from buurtapp.core.i18n import set_language
from buurtapp.exchange.read import read_data
from buurtapp.features.people.importing import headings, steps
from buurtapp.features.people.importing.records import Known, Problem
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.ui.importing import preview, words
from buurtapp.features.people.ui.importing.preview import Preview

KNOWN = Known(people=((7, parse_name("Henk van der Meer"), door("Klaverstraat 5")),), doors=(door("Klaverstraat 5"),))


def preview_of(rows: str, known: Known = KNOWN) -> Preview:
    table = steps.choose_sheet(read_data(rows.encode(), "lijst.csv"), "lijst.csv")
    return preview.preview(steps.plan(table, steps.choose_columns(table, "lijst.csv"), known, "lijst.csv"), known)


def seen(shown: Preview) -> list[tuple[int, str, str]]:
    return [(row.number, row.state, row.seen.render()) for row in shown.rows]


@pytest.fixture(autouse=True)
def in_english() -> None:
    """Sentences are compared."""
    set_language("en")


def test_each_row_says_what_we_see_in_it() -> None:
    shown = preview_of(
        "Naam;Adres;Tel\nH. van der Meer;Klaverstraat 5;\nRia Vos;Vlierhof;\nRia Bos;Vlierhof 2;12\n;Vlierhof 4;"
        "06 0000 0801\n;Vlierhof 6;\n;;06 0000 0802\nAn Kok;Vlierhof 8;06 0000 0803\nAn Kok;Vlierhof 8;\n"
    )

    assert seen(shown) == [
        (2, "double", "Looks like Henk van der Meer"),
        (3, "care", "House number is missing"),
        (4, "care", "Phone number not understood"),
        (5, "wrong", "No name"),
        (6, "good", "Address without a person"),
        (7, "wrong", "No name"),
        (8, "good", "Good"),
        (9, "double", "Is in row 8 too"),
    ]
    assert (shown.good, shown.problems, preview.double_rows(shown)) == (2, 4, (2, 9))
    assert shown.rows[3].phones == ("+31600000801",)
    assert [row.unread for row in shown.rows if row.unread] == ["12"]


def test_a_list_of_addresses_alone_is_good() -> None:
    shown = preview_of("Straat;Huisnummer\nVlierhof;2\nVlierhof;4\n")

    assert {row.state for row in shown.rows} == {"good"}
    assert (shown.new_addresses, shown.problems) == (2, 0)


def test_a_column_of_birthdays_is_no_problem_of_each_row() -> None:
    shown = preview_of("Naam;Geboortedatum\nRia Vos;1-1-1950\nJan Bos;2-2-1960\n")

    assert [row.state for row in shown.rows] == ["good", "good"]


def test_what_would_be_saved_follows_the_decisions() -> None:
    shown = preview_of("Naam;Adres\nH. van der Meer;Klaverstraat 5\nRia Vos;Vlierhof 2\n")

    assert preview.foreseen(shown, {}) == preview.Foreseen(1, 1, 0)
    assert preview.foreseen(shown, {2: "keep"}) == preview.Foreseen(2, 1, 0)


def test_two_doubles_in_one_row_are_one_row_to_look_at() -> None:
    known = Known(
        people=((1, parse_name("Henk Bos"), door("Vlierhof 1")), (2, parse_name("Ria Bos"), door("Vlierhof 1")))
    )

    shown = preview_of("Naam;Adres\nHenk & Ria Bos;Vlierhof 1\n", known)

    assert len(shown.doubles) == 2
    assert preview.double_rows(shown) == (2,)


def test_every_meaning_and_every_problem_has_words() -> None:
    assert set(words.MEANINGS) == set(headings.MEANINGS)
    kinds = ("address_no_number", "street_missing", "postcode_invalid", "name_missing", "too_many_cells", "text_cut")
    said = {words.of_problem(Problem(1, "x", kind, "")).render() for kind in kinds}
    assert len(said) == len(kinds)
    assert "Not understood" not in said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("0000 30", "Phone: 4 digits too few"),
        ("06 0000 080", "Phone: 1 digit too few"),
        ("geheim", "Phone number not understood"),
        ("06 0000 08012345", "Phone number not understood"),
    ],
)
def test_a_phone_number_that_is_too_short_says_by_how_much(written: str, said: str) -> None:
    assert words.of_problem(Problem(2, "Tel", "phone_unreadable", written)).render() == said
