"""Paper: a list of 1,000 people with columns, and their badges, beside bare ReportLab."""

from __future__ import annotations

import io
from datetime import date

import pytest
from measure import Figure, milliseconds, show
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from buurtapp.core import paths
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.papers import LIST_FIELDS, BadgesJob, PeopleListJob
from buurtapp.features.people.printouts.badges import draw_badges
from buurtapp.features.people.printouts.people_list import draw_people_list
from buurtapp.features.people.records import Door, PersonCard

pytestmark = pytest.mark.usefixtures("qapp")
ROWS_ON_A_PAGE = 32


def people(count: int) -> tuple[PersonCard, ...]:
    return tuple(
        PersonCard(
            number,
            Name(given=f"Henk {number}", infix="van der", family="Meer"),
            number,
            Door(f"Straat {number % 20}", number % 180 + 1),
            (f"+316{number:08d}",),
            (f"buur{number}@example.org",),
            ("soep", "klusbus"),
            "",
            "",
            "Heeft een partytent",
            do_not_approach=False,
            asked_not_to=False,
        )
        for number in range(count)
    )


def bare_list(cards: tuple[PersonCard, ...]) -> bytes:
    """The least that prints these people: a font, a line, and a text for each thing that is known."""
    pdfmetrics.registerFont(TTFont("BareList", str(paths.resource("fonts", "AtkinsonNext-400.ttf"))))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for place, card in enumerate(sorted(cards, key=lambda one: (one.door.street, one.door.number or 0))):
        if place % ROWS_ON_A_PAGE == 0:
            if place:
                canvas.showPage()
            canvas.setFont("BareList", 11)
        y = 780 - place % ROWS_ON_A_PAGE * 21
        known = (card.door.house, card.name.spoken, card.phones[0], card.emails[0], ", ".join(card.labels), card.note)
        for column, words in enumerate(known):
            canvas.drawString(40 + column * 90, y, words)
        canvas.line(40, y - 6, 555, y - 6)
    canvas.save()
    return stream.getvalue()


def measure_papers(count: int, rounds: int) -> list[Figure]:
    cards = people(count)
    job = PeopleListJob("Ronde", cards, LIST_FIELDS, date(2026, 10, 13), "Klaverhoek")
    badges = BadgesJob(cards, "Klaverhoek", "Vrijwilliger")
    floor = milliseconds(lambda: bare_list(cards), rounds)
    listed = milliseconds(lambda: draw_people_list(job), rounds)
    worn = milliseconds(lambda: draw_badges(badges), rounds)
    return [
        Figure(f"list of {count:,} people with all columns", listed, "ms", floor, most=1000),
        Figure(f"badges of {count:,} people", worn, "ms", floor, most=2000),
    ]


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_a_thousand_people_are_printed_within_a_second() -> None:
    assert show("People list, floor: the same people with bare ReportLab", measure_papers(1000, rounds=5)) == []


def test_a_people_list_can_be_measured() -> None:
    assert all(figure.value > 0 for figure in measure_papers(30, rounds=1))
