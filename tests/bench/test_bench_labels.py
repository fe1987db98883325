"""Labels: 10,000 addresses as sheets of labels, beside bare ReportLab, and how soon a stop is obeyed."""

from __future__ import annotations

import io
import time

import pytest
from measure import Figure, milliseconds, show
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from buurtapp.core import paths
from buurtapp.core.errors import Cancelled
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.papers import LabelsJob
from buurtapp.features.people.printouts.labels import draw_labels
from buurtapp.features.people.records import Door, PersonCard
from buurtapp.features.people.rules import households
from buurtapp.features.people.rules.label_sheets import find_sheet

pytestmark = pytest.mark.usefixtures("qapp")
SHEET = find_sheet("3474")


def neighbours(addresses: int) -> list[PersonCard]:
    """Two people at each address, some with long names."""
    return [
        PersonCard(
            id=2 * at + place,
            name=Name("", given, "", "van der", f"Meer{' -van den Bovenkamp' * (at % 9 == 0)} {at}"),
            address_id=at,
            door=Door(f"Straat {at // 200}", at % 200 + 1, "", "9999 AB", "Klaverdorp"),
            phones=(),
            emails=(),
            labels=(),
            contact_preference="",
            best_time="",
            note="",
            do_not_approach=False,
            asked_not_to=False,
        )
        for at in range(addresses)
        for place, given in enumerate(("Henk", "Çiğdem"))
    ]


def made_labels(people: list[PersonCard]) -> bytes:
    """What is asked for: from the people to the PDF."""
    return draw_labels(LabelsJob(tuple(households.addressees(people)), SHEET)).pdf


def bare_labels(addresses: int) -> bytes:
    """The least that prints so many labels: three lines of text in each cell."""
    pdfmetrics.registerFont(TTFont("Bare", str(paths.resource("fonts", "AtkinsonNext-400.ttf"))))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for number in range(addresses):
        place = number % SHEET.count
        if place == 0:
            if number:
                canvas.showPage()
            canvas.setFont("Bare", 11)
        x, y = 20 + place % 3 * 198, 770 - place // 3 * 105
        for at, line in enumerate((f"Henk en Ria van der Meer {number}", "Klaverstraat 5", "9999 AB  KLAVERDORP")):
            canvas.drawString(x, y - at * 14, line)
    canvas.save()
    return stream.getvalue()


def stop_ms(people: list[PersonCard]) -> float:
    """How long the print goes on after the first sheet, when it is told to stop there."""
    asked = 0.0

    def stop(done: int, _total: int) -> None:
        nonlocal asked
        if done == 1:
            asked = time.perf_counter()
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        draw_labels(LabelsJob(tuple(households.addressees(people)), SHEET), stop)
    return (time.perf_counter() - asked) * 1000


def measure_labels(addresses: int, rounds: int) -> list[Figure]:
    people = neighbours(addresses)
    floor = milliseconds(lambda: bare_labels(addresses), rounds)
    spent = milliseconds(lambda: made_labels(people), rounds)
    return [
        Figure(f"labels for {addresses:,} addresses", spent, "ms", floor, most=10_000),
        Figure("until a stop is obeyed", stop_ms(people), "ms", most=1000),
    ]


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_ten_thousand_labels_are_printed_within_ten_seconds() -> None:
    assert show("Labels, floor: the same lines with bare ReportLab", measure_labels(10_000, rounds=3)) == []


def test_labels_can_be_measured() -> None:
    assert all(figure.value > 0 for figure in measure_labels(60, rounds=1))
