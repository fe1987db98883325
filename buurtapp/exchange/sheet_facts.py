"""What the fast reader does not tell of a spreadsheet: hidden columns, and formulas that were never worked out."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import IO

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST_FORMULAS = 1_000


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """Columns count from 0; formulas by (row as people see it, column)."""

    hidden_columns: frozenset[int] = frozenset()
    formulas_without_value: dict[tuple[int, int], str] = field(default_factory=dict)


def facts_of(data: bytes, kind: str) -> dict[str, SheetFacts]:
    """Return the facts of each sheet; nothing for kinds that do not tell, or when the file tells it in another way."""
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 - only the error; parsing is done by defusedxml

    from defusedxml.common import DefusedXmlException  # noqa: PLC0415 - only when a spreadsheet is read

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _xlsx(archive) if kind == "xlsx" else _ods(archive)
    except (zipfile.BadZipFile, KeyError, ParseError, DefusedXmlException, ValueError):
        return {}


def _xlsx(archive: zipfile.ZipFile) -> dict[str, SheetFacts]:
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - only when a spreadsheet is read

    links = {link.get("Id"): str(link.get("Target")) for link in fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
    facts = {}
    for sheet in fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        target = links.get(sheet.get(f"{_REL}id"), "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        with archive.open(path) as stream:
            facts[str(sheet.get("name"))] = _xlsx_sheet(stream)
    return facts


def _xlsx_sheet(stream: IO[bytes]) -> SheetFacts:
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - only when a spreadsheet is read

    hidden: set[int] = set()
    formulas: dict[tuple[int, int], str] = {}
    for _, element in iterparse(stream, events=("end",)):
        if element.tag == f"{_MAIN}col" and element.get("hidden") in {"1", "true"}:
            hidden.update(range(int(element.get("min", "1")) - 1, min(int(element.get("max", "1")), 500)))
        elif element.tag == f"{_MAIN}c":
            formula, value = element.find(f"{_MAIN}f"), element.find(f"{_MAIN}v")
            if formula is not None and (value is None or not (value.text or "")) and len(formulas) < _MOST_FORMULAS:
                formulas[_place(str(element.get("r")))] = f"={formula.text or ''}"
        elif element.tag == f"{_MAIN}row":
            element.clear()
    return SheetFacts(frozenset(hidden), formulas)


def _place(reference: str) -> tuple[int, int]:
    """Return (row, column) of "B12"."""
    found = re.fullmatch(r"([A-Z]+)(\d+)", reference)
    if found is None:
        raise ValueError(reference)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column - 1


def _ods(archive: zipfile.ZipFile) -> dict[str, SheetFacts]:
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - only when a spreadsheet is read

    facts: dict[str, SheetFacts] = {}
    hidden: set[int] = set()
    column = 0
    with archive.open("content.xml") as stream:
        for event, element in iterparse(stream, events=("start", "end")):
            if event == "start" and element.tag == f"{_TABLE}table":
                hidden, column = set(), 0
            elif event == "end" and element.tag == f"{_TABLE}table-column":
                often = min(int(element.get(f"{_TABLE}number-columns-repeated", "1")), 20_000)
                if element.get(f"{_TABLE}visibility") in {"collapse", "filter"}:
                    hidden.update(range(column, min(column + often, 500)))
                column += often
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                element.clear()
            elif event == "end" and element.tag == f"{_TABLE}table":
                facts[str(element.get(f"{_TABLE}name"))] = SheetFacts(frozenset(hidden))
                element.clear()
    return facts
