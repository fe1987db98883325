"""Paper: 1,000 letters with an own name and street in each, beside bare ReportLab."""

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
from buurtapp.core.i18n import use_language
from buurtapp.features.people.papers import Addressee, LetterJob
from buurtapp.features.people.printouts.letter import draw_letter
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules.letter_templates import template

pytestmark = pytest.mark.usefixtures("qapp")
LINES = 20


def a_job(letters: int) -> LetterJob:
    everybody = tuple(
        Addressee(
            (f"Henk van der Meer {number}", f"Klaverstraat {number}", "1234 AB  KLAVERDORP"),
            f"Beste Henk {number},",
            Door("Klaverstraat", number, "", "1234 AB", "Klaverdorp"),
            (number,),
        )
        for number in range(1, letters + 1)
    )
    with use_language("nl"):
        words = template("invitation")
    body = f"Beste {{name}}, wij nodigen u uit.\n\n{words.body}"
    return LetterJob(everybody, words.subject, body, date(2026, 10, 13), "Klaverhoek", "Klaverdorp", "Amina", "Amina")


def bare_letters(letters: int) -> bytes:
    """The least that prints so many pages of so many lines."""
    pdfmetrics.registerFont(TTFont("Bare", str(paths.resource("fonts", "AtkinsonNext-400.ttf"))))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for number in range(letters):
        canvas.setFont("Bare", 11)
        for line in range(LINES):
            canvas.drawString(
                70, 700 - line * 16, f"Graag nodigen wij u uit voor soep op woensdag, Henk van der Meer {number}."
            )
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def measure_letters(letters: int, rounds: int) -> list[Figure]:
    job = a_job(letters)
    floor = milliseconds(lambda: bare_letters(letters), rounds)
    spent = milliseconds(lambda: draw_letter(job), rounds)
    return [Figure(f"{letters:,} letters", spent, "ms", floor, most=5000)]


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_a_thousand_letters_are_printed_within_five_seconds() -> None:
    assert show("Letters, floor: as many lines with bare ReportLab", measure_letters(1000, rounds=3)) == []


def test_letters_can_be_measured() -> None:
    assert all(figure.value > 0 for figure in measure_letters(3, rounds=1))
