"""Paper: attendance lists of 400 and 1,000 names, in all their variants, beside bare ReportLab."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from measure import Figure, milliseconds, show
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from buurtapp.core import paths
from buurtapp.features.activities.printouts.attendance_list import attendance_list
from buurtapp.features.activities.records import AttendanceSheet, ListName
from buurtapp.printing import codes

pytestmark = pytest.mark.usefixtures("qapp")
ROWS_ON_A_PAGE = 26


def a_sheet(names: int) -> AttendanceSheet:
    return AttendanceSheet(
        code=codes.human_code("7K3Q2"),
        group_name="Bewonersgroep Klaverhoek",
        logo=None,
        contact="Marijke, 06 0000 0123",
        title="Soep op vrijdag",
        starts_at=datetime(2026, 10, 16, 12, 0),
        ends_at=datetime(2026, 10, 16, 14, 0),
        place="Buurthuis de Klaver",
        column="signature",
        names=tuple(
            ListName(number, f"van der Meer, Henk {number}", f"nr. {number}") for number in range(1, names + 1)
        ),
        walk_in_lines=8,
        printed_on=date(2026, 10, 13),
    )


def bare_list(names: int) -> bytes:
    """The least that prints these names: a font, a box and a line of text for each."""
    font = paths.resource("fonts", "AtkinsonNext-400.ttf")
    pdfmetrics.registerFont(TTFont("Bare", str(font)))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for number in range(names):
        if number % ROWS_ON_A_PAGE == 0:
            if number:
                canvas.showPage()
            canvas.setFont("Bare", 11)
        y = 780 - (number % ROWS_ON_A_PAGE) * 26
        canvas.rect(40, y - 3, 12, 12)
        canvas.drawString(70, y, f"van der Meer, Henk {number}")
        canvas.line(40, y - 8, 555, y - 8)
    canvas.save()
    return stream.getvalue()


def measure_list(names: int, rounds: int) -> list[Figure]:
    sheet = a_sheet(names)
    floor = milliseconds(lambda: bare_list(names), rounds)
    spent = milliseconds(lambda: attendance_list(sheet), rounds)
    return [Figure(f"attendance list of {names:,} names", spent, "ms", floor, most=1000)]


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_a_thousand_names_are_printed_within_a_second() -> None:
    assert show("Attendance list, floor: the same names with bare ReportLab", measure_list(1000, rounds=5)) == []


def measure_variants(names: int, rounds: int) -> list[Figure]:
    """The list as it is printed most, and the one with everything on it."""
    plain = replace(a_sheet(names), column="")
    streets = tuple(
        replace(name, street=f"Straat {at * 20 // names}", note=f"nr. {at}") for at, name in enumerate(plain.names)
    )
    full = replace(plain, names=streets, order="street", photo=True, column="phone")
    floor = milliseconds(lambda: bare_list(names), rounds)
    return [
        Figure(f"{names} names, {what}", milliseconds(lambda: attendance_list(sheet), rounds), "ms", floor, 1000, 25)  # noqa: B023 - used at once
        for what, sheet in (
            ("only the names", plain),
            ("by street, photo ok, phone and remark", full),
            ("in large letters", replace(plain, is_big=True)),
        )
    ]


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_four_hundred_names_are_printed_within_a_second_in_each_variant() -> None:
    assert show("Attendance list of 400, floor: the same names with bare ReportLab", measure_variants(400, 7)) == []


def test_a_list_can_be_measured() -> None:
    assert all(figure.value > 0 for figure in (*measure_list(30, rounds=1), *measure_variants(30, rounds=1)))


def test_the_floor_is_a_paper(tmp_path: Path) -> None:
    file = tmp_path / "bare.pdf"
    file.write_bytes(bare_list(30))
    assert file.read_bytes().startswith(b"%PDF")
