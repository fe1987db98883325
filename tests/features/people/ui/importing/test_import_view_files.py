"""Reading a list in the window when something is in the way: stops, full disks, other sheets, odd names."""

from __future__ import annotations

import json
from pathlib import Path

import xlsxwriter
from import_screen import at_columns, planned, press, shown, spoken
from import_screen import desk as desk
from import_screen import file as file
from import_screen import store as store
from import_screen import view as view
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from buurtapp.core.store import Store
from buurtapp.features.people.importing import queries
from buurtapp.features.people.ui.importing import view as steps
from buurtapp.features.people.ui.importing.view import ImportView
from buurtapp.uikit.desk import Desk


def test_stopping_before_the_write_keeps_nothing(
    qtbot: QtBot, view: ImportView, desk: Desk, store: Store, file: Path
) -> None:
    before = store.check().digest
    desk.busy_with.connect(lambda job, _what: job.stop() if view.step == steps.SUMMARY else None)
    at_columns(qtbot, view, file)
    press(qtbot, Qt.Key.Key_Return)
    view.next_button.setFocus()
    press(qtbot, Qt.Key.Key_Return)

    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not view.draft.is_saving and desk.jobs.is_idle())

    assert view.step == steps.SUMMARY
    assert view.next_button.isEnabled()
    assert store.check().digest == before
    assert store.history(1)[0].label.render() != "List bewoners.csv read: 4 people"


def test_what_cannot_be_saved_says_so_and_the_list_is_still_there(
    qtbot: QtBot, view: ImportView, desk: Desk, store: Store, file: Path
) -> None:
    told: list[tuple[str, str]] = []
    safe: list[bool] = []
    desk.told.connect(lambda what, kind, _undo: told.append((what.render(), kind)))
    desk.saved.connect(safe.append)
    at_columns(qtbot, view, file)
    press(qtbot, Qt.Key.Key_Return)
    view.go_on()
    moved = store.path.rename(store.path.with_name("elders.buurt"))

    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told) and not view.draft.is_saving)
    moved.rename(store.path)

    assert told[0][1] == "wrong"
    assert safe == [False]
    assert view.step == steps.SUMMARY
    assert view.next_button.isEnabled()
    assert spoken(store) == ["Henk van der Meer", "Piet ter Horst"]


def test_what_was_chosen_is_remembered_only_when_ticked(
    qtbot: QtBot, view: ImportView, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "nieuw.csv"
    path.write_text("Wie;Waar;Kleur\nRia Vos;Vlierhof 2;rood\n", "utf-8")

    for is_kept in (False, True):
        at_columns(qtbot, view, path)
        choice = view.draft.choice
        assert choice is not None
        assert not store.read(queries.remembered, choice)
        if not is_kept:
            view.columns.remember.input.setFocus()
            press(qtbot, Qt.Key.Key_Space)
        view.go_on()
        if view.step == steps.DOUBLES:
            view.go_on()
        with qtbot.waitSignal(view.closed):
            view.go_on()
        assert bool(store.read(queries.remembered, choice)) == is_kept

    at_columns(qtbot, view, path)
    assert view.columns.found.text() == "You chose it like this the last time."


def test_another_sheet_and_another_row_of_headings(qtbot: QtBot, view: ImportView, tmp_path: Path) -> None:
    path = tmp_path / "twee.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for name, who in (("Leden", "Ria Vos"), ("Oud", "Kees Kok")):
        sheet = book.add_worksheet(name)
        for row, cells in enumerate([("Naam", "Adres"), (who, "Vlierhof 2"), ("Jan Bos", "Vlierhof 4")]):
            sheet.write_row(row, 0, cells)
    book.close()
    at_columns(qtbot, view, path)
    assert shown(view, 1) == ["Ria Vos", "Jan Bos"]

    view.columns.sheet.input.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    planned(qtbot, view)
    assert shown(view, 1) == ["Kees Kok", "Jan Bos"]
    view.columns.header.input.setFocus()
    press(qtbot, Qt.Key.Key_End)
    planned(qtbot, view)

    assert view.draft.choice is not None
    assert view.draft.choice.header_row == 0
    assert shown(view, 0) == ["1", "2", "3"]


def test_somebody_taken_away_meanwhile_is_no_double_any_more(
    qtbot: QtBot, view: ImportView, desk: Desk, store: Store, file: Path
) -> None:
    at_columns(qtbot, view, file)
    assert view.preview.chips["doubles"].text().strip() == "Double 2"

    desk.undo()
    qtbot.waitUntil(lambda: view.preview.chips["doubles"].text().strip() == "Double 1")

    assert spoken(store) == ["Henk van der Meer"]


def test_odd_names_break_nothing(qtbot: QtBot, view: ImportView, tmp_path: Path, cases: Path) -> None:
    found = json.loads((cases / "odd-names.json").read_text("utf-8"))
    names = [str(one.get("name", one)) if isinstance(one, dict) else str(one) for one in _flat(found)]
    path = tmp_path / f"{'n' * 200}.csv"
    rows = "".join(f'"{name.replace(chr(34), chr(34) * 2)}";Vlierhof {at + 1}\n' for at, name in enumerate(names))
    path.write_text(f"Naam;Adres\n{rows}", "utf-8")
    wide = view.minimumSizeHint().width()

    at_columns(qtbot, view, path)
    view.grab()
    view._show_step(steps.SUMMARY)
    view.grab()

    assert len(shown(view, 0)) > len(names) // 2
    assert view.minimumSizeHint().width() <= max(wide, 760)


def _flat(found: object) -> list[object]:
    if isinstance(found, dict) and "name" not in found:
        return [one for part in found.values() for one in _flat(part)]
    return [one for part in found for one in _flat(part)] if isinstance(found, list) else [found]


def test_every_picture_can_be_made(qtbot: QtBot, view: ImportView, desk: Desk) -> None:
    for picture in view.pictures():
        assert picture.name.startswith("04-importeren")
        assert picture.show() is None
        qtbot.waitUntil(desk.jobs.is_idle)
        view.grab()
