"""Lists for other programs: texts stay texts, whatever they begin with, and come back as they went."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

from buurtapp.exchange.read import read_list
from buurtapp.exchange.write import write_csv, write_xlsx
from buurtapp.exchange.write_vcard import Contact, write_vcards

ODD = [
    *("=1+1", '=HYPERLINK("http://x","y")', "+31 hallo", "-5", "@SUM(A1)", "＝1+1", "<img src=x>", "Jan & Piet"),
    *("فاطمة الزهراء", "👩‍👩‍👧‍👦 gezin", "a" * 300, "nieuwe\nregel", '"aanhaling"', "a;b", "{naam}", "1234"),
]


def _read(path: Path, data: bytes) -> list[list[str]]:
    path.write_bytes(data)
    (table,) = read_list(path).tables
    return [list(line.cells) for line in table.lines]


@pytest.mark.parametrize("odd", ODD)
def test_a_workbook_holds_the_text_and_no_formula(odd: str, tmp_path: Path) -> None:
    data = write_xlsx("People", ["Name", "Number"], [[odd, 12]])

    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    (_headings, (name, number)) = _read(tmp_path / "list.xlsx", data)
    assert name == odd
    assert number == "12"


@pytest.mark.parametrize("odd", ODD)
def test_a_csv_does_nothing_in_a_spreadsheet_and_comes_back(odd: str) -> None:
    data = write_csv(["Name", "Number"], [[odd, 12], ["Piet", None]])

    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows[1][0].removeprefix("\t") == odd
    assert not rows[1][0].startswith(("=", "+", "-", "@", "＝"))
    assert rows[2] == ["Piet", ""]


def test_contacts_come_back_as_they_went(tmp_path: Path) -> None:
    sent = Contact(
        "Henk van der Meer; & co",
        "van der Meer",
        "Henk",
        phones=["+31600000105"],
        emails=["henk@example.org"],
        street="Klaverstraat 5",
        place="Klaverdorp",
        labels=["soep, warm", "auto"],
        note="eerste regel\ntweede; regel \\ en een heel lange zin die over de vijfenzeventig tekens heen gaat, écht",
    )

    data = write_vcards([sent])
    path = tmp_path / "buren.vcf"
    path.write_bytes(data)
    (table,) = read_list(path).tables

    said = dict(zip(table.headings or (), table.lines[0].cells, strict=False))
    assert said["FN"] == sent.shown
    assert said["N family"] == "van der Meer"
    assert said["TEL"] == "+31600000105"
    assert said["NOTE"] == sent.note
    assert said["ADR street"] == "Klaverstraat 5"
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
