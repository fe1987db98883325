"""A list of 10,000 rows: read, understood, compared and saved, beside the bare reading of its cells."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from measure import Figure, milliseconds, show
from python_calamine import CalamineWorkbook

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from buurtapp.core.clock import SystemClock
from buurtapp.core.store import Store
from buurtapp.features.people.importing import actions, queries, steps

GIVEN = ("Henk", "Fatma", "Jan", "Ingrid", "Olena", "Mohammed", "Truus", "Piotr", "Ans", "Đặng")
FAMILY = ("van der Meer", "Yılmaz", "de Vries", "Kowalska", "’t Hart", "Jansen-Bakker", "El Idrissi", "Peeters")
STREETS = ("Klaverstraat", "Lupinelaan", "Korenbloemweg", "Margrietplein", "Zuring")


def make_list(file: Path, rows: int) -> None:
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet("Bewoners")
    sheet.write_row(0, 0, ["Naam", "Adres", "Postcode", "Plaats", "Telefoon", "E-mail", "Opmerking"])
    for row in range(1, rows + 1):
        name = f"{GIVEN[row % len(GIVEN)]} {FAMILY[row % len(FAMILY)]}"
        door = f"{STREETS[row % len(STREETS)]} {1 + row // 10}{'abc'[row % 3] if row % 7 == 0 else ''}"
        phone = f"06 0000 0{row % 1000:03}"
        mail = f"buur{row}@example.org"
        sheet.write_row(row, 0, [name, door, f"12{row % 90 + 10} AB", "Klaverhoek", phone, mail, f"rij {row}"])
    book.close()


def measure_import(folder: Path, rows: int, rounds: int) -> list[Figure]:
    file = folder / "bewoners.xlsx"
    make_list(file, rows)
    floor = milliseconds(lambda: CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python(), rounds)
    saved: list[int] = []

    def bring_in() -> None:
        group = folder / f"soep{len(saved)}.buurt"
        with Store.create(group, SystemClock()) as store:
            table = steps.choose_sheet(steps.look(file), file.name)
            choice = steps.choose_columns(table, file.name)
            plan = steps.plan(table, choice, store.read(queries.known), file.name)
            result = store.write(actions.imported_label(file.name, rows), actions.apply_plan, plan, "skip")
            saved.append(result.people_total)

    whole = milliseconds(bring_in, rounds)
    assert set(saved) == {rows}, "every row became a person"
    return [Figure(f"import of {rows:,} rows, read to saved", whole, "ms", floor, most=10_000)]


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_a_long_list_is_in_within_ten_seconds(tmp_path: Path) -> None:
    figures = measure_import(tmp_path, 10_000, rounds=3)
    assert show("Import of a spreadsheet, floor: reading its cells and no more", figures) == []


def test_an_import_can_be_measured(tmp_path: Path) -> None:
    figures = measure_import(tmp_path, 200, rounds=1)
    assert all(figure.value > 0 for figure in figures)
