"""Reading a list in the window, by keyboard, to what is in the group file afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import add_person, new_store
from buurtapp.core.store import Store, backup
from buurtapp.features.people.importing import queries
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.ui.importing import view as steps
from buurtapp.features.people.ui.importing.view import ImportView
from buurtapp.uikit.desk import Desk
from uikit_builders import Answers, desk_for

LIST = """Naam;Adres;Tel;Opm. 2024
Boer, G. de;Vlierhof 32;06 0000 0212;sleutel bij buren
Henk van der Meer;Klaverstraat 5;06 0000 0105;
S. op 't Hof;Vlierhof;06 0000 0217;
;Vlierhof 20;06 0000 0220;
L. Tjon;Berkenpad 43;0000 30;
Piet ter Horst;Klaverstraat 14;06 0000 0114;
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    folder = tmp_path / "group"
    folder.mkdir()
    with new_store(folder) as made:
        add_person(made, "Henk van der Meer", "Klaverstraat 5")
        add_person(made, "Piet ter Horst", "Klaverstraat 14")
        yield made


@pytest.fixture
def desk(qtbot: QtBot, store: Store) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


@pytest.fixture
def view(qtbot: QtBot, desk: Desk) -> ImportView:
    made = ImportView(desk)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.begin(None)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bewoners.csv"
    path.write_text(LIST, "utf-8")
    return path


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def answers(desk: Desk) -> Answers:
    assert isinstance(desk.choosing, Answers)
    return desk.choosing


def at_columns(qtbot: QtBot, view: ImportView, file: Path) -> None:
    view.begin(file)
    planned(qtbot, view)


def planned(qtbot: QtBot, view: ImportView) -> None:
    qtbot.waitUntil(lambda: view.step == steps.COLUMNS and view.draft.is_current)


def spoken(store: Store) -> list[str]:
    rows = store.read(listing.rows, [one.id for one in store.read(listing.listed)])
    return sorted(row.name.spoken for row in rows)


def shown(view: ImportView, column: int) -> list[str]:
    model = view.preview.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_a_list_with_problems_and_doubles_comes_in_and_one_undo_takes_it_back(
    qtbot: QtBot, view: ImportView, desk: Desk, store: Store, file: Path
) -> None:
    told: list[tuple[str, bool]] = []
    desk.told.connect(lambda what, _kind, undo: told.append((what.render(), undo)))
    before = store.check().digest
    answers(desk).file = file

    press(qtbot, Qt.Key.Key_Return)
    planned(qtbot, view)
    assert view.counts.text() == "1 row good, 3 with a problem, 2 perhaps double."
    assert view.next_button.text().strip() == "Next: look at 2 doubles"
    press(qtbot, Qt.Key.Key_Return)
    assert view.step == steps.DOUBLES
    press(qtbot, Qt.Key.Key_2)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_3)
    view.next_button.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert view.step == steps.SUMMARY
    assert view.summary.counts["people"].text() == "4 new people"
    assert view.summary.counts["changed"].text() == "1 person gets what is new"
    assert store.check().digest == before
    with qtbot.waitSignal(view.closed) as closed:
        press(qtbot, Qt.Key.Key_Return)

    assert closed.args == [4]
    assert told == [("List bewoners.csv read: 4 people", True)]
    assert spoken(store) == [
        "G. de Boer", "Henk van der Meer", "L. Tjon", "Piet ter Horst", "Piet ter Horst", "S. op 't Hof",
    ]  # fmt: skip
    henk = next(one.id for one in store.read(listing.listed) if store.read(cards.card, one.id).name.given == "Henk")
    assert store.read(cards.card, henk).phones == ("+31600000105",)
    assert {(one.row, one.kind) for one in store.read(cards.loose_ends)} >= {
        (4, "address_no_number"), (6, "phone_unreadable"),
    }  # fmt: skip
    desk.undo()
    qtbot.waitUntil(lambda: store.can_undo() is None or store.check().digest == before)
    assert store.check().digest == before
    assert backup.listed(store.path), "a copy was made first"


def test_a_file_that_cannot_be_read_says_so_and_another_can_be_chosen(
    qtbot: QtBot, view: ImportView, desk: Desk, tmp_path: Path, file: Path
) -> None:
    bad = tmp_path / "foto.xlsx"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    answers(desk).file = bad

    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(view.file_step.note.isVisible)

    assert "The file foto.xlsx is not a list. Nothing was read." in view.file_step.note.label.text()
    assert view.step == steps.FILE
    answers(desk).file = file
    press(qtbot, Qt.Key.Key_Return)
    planned(qtbot, view)
    assert len(shown(view, 0)) == 6


def test_another_meaning_of_a_column_changes_the_preview(qtbot: QtBot, view: ImportView, file: Path) -> None:
    at_columns(qtbot, view, file)
    assert shown(view, 1)[0] == "G. de Boer"
    box = view.columns.box(0)
    box.setFocus()

    for _press in range(box.count()):
        if box.currentData() == "note":
            break
        press(qtbot, Qt.Key.Key_Down)
    planned(qtbot, view)

    assert view.draft.choice is not None
    assert view.draft.choice.meanings[:3] == ("note", "street + number + addition", "phone")
    assert set(shown(view, 1)) == {"empty"}
    assert view.next_button.isEnabled()


def test_a_second_column_with_the_name_takes_it_over_and_the_first_goes_to_the_note(
    qtbot: QtBot, view: ImportView, file: Path
) -> None:
    at_columns(qtbot, view, file)
    box = view.columns.box(3)
    box.setFocus()

    press(qtbot, Qt.Key.Key_Home)
    planned(qtbot, view)

    assert box.currentData() == "full name"
    assert view.columns.box(0).currentData() == "note with heading"
    assert view.columns.moved.label.text() == "“Naam” now goes into the note."
    assert shown(view, 1)[0] == "Sleutel bij Buren"


def test_without_a_name_or_a_street_the_way_on_is_closed(qtbot: QtBot, view: ImportView, tmp_path: Path) -> None:
    path = tmp_path / "kast.csv"
    path.write_text("Kast;Plank\nA-1;2\nB-2;3\n", "utf-8")

    at_columns(qtbot, view, path)

    assert not view.next_button.isEnabled()
    assert view.next_button.text().strip() == "First choose name or street"
    assert view.preview.note.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert view.step == steps.COLUMNS


def test_rows_copied_in_a_spreadsheet_are_pasted(qtbot: QtBot, view: ImportView) -> None:
    QGuiApplication.clipboard().setText("Naam\tAdres\nBoer, G. de\tVlierhof 32\nVos, R.\tVlierhof 34\n")

    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    planned(qtbot, view)

    assert shown(view, 1) == ["G. de Boer", "R. Vos"]
    assert view.file_name.accessibleName() == "Copied list, 2 rows"
    assert view.columns.tip.label.text() == "“Boer, G. de” becomes G. de Boer. In the list the name is at the B."


def test_with_nothing_copied_the_screen_says_what_to_do(qtbot: QtBot, view: ImportView) -> None:
    QGuiApplication.clipboard().clear()

    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert "press Ctrl+C" in view.file_step.note.label.text()


def test_a_file_is_dropped(qtbot: QtBot, view: ImportView, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    QApplication.sendEvent(view.file_step, QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, left, none))
    QApplication.sendEvent(view.file_step, QDropEvent(QPointF(9, 9), copy, data, left, none))
    planned(qtbot, view)

    assert len(shown(view, 0)) == 6


def test_f8_goes_from_problem_to_problem_and_round(qtbot: QtBot, view: ImportView, file: Path) -> None:
    at_columns(qtbot, view, file)
    seen = []

    for _press in range(4):
        press(qtbot, Qt.Key.Key_F8)
        seen.append(view.preview.table.row_number())

    assert seen == [4, 5, 6, 4]
    assert [word for word in shown(view, 4) if word != "Good"] == [
        "Looks like Henk van der Meer", "House number is missing", "No name", "Phone: 4 digits too few",
        "Looks like Piet ter Horst",
    ]  # fmt: skip


def test_only_problems_or_only_doubles_are_shown(qtbot: QtBot, view: ImportView, file: Path) -> None:
    at_columns(qtbot, view, file)

    view.preview.chips["problems"].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    problems = shown(view, 0)
    view.preview.chips["doubles"].setFocus()
    press(qtbot, Qt.Key.Key_Space)

    assert problems == ["4", "5", "6"]
    assert shown(view, 0) == ["3", "7"]


def test_escape_goes_back_step_by_step_and_then_stops(qtbot: QtBot, view: ImportView, store: Store, file: Path) -> None:
    before = store.check().digest
    at_columns(qtbot, view, file)
    press(qtbot, Qt.Key.Key_Return)
    assert view.step == steps.DOUBLES

    press(qtbot, Qt.Key.Key_Escape)
    assert view.step == steps.COLUMNS
    press(qtbot, Qt.Key.Key_Escape)
    assert view.step == steps.FILE
    with qtbot.waitSignal(view.closed) as closed:
        press(qtbot, Qt.Key.Key_Escape)

    assert closed.args == [0]
    assert store.check().digest == before


def test_a_list_without_doubles_goes_straight_on(qtbot: QtBot, view: ImportView, tmp_path: Path) -> None:
    path = tmp_path / "nieuw.csv"
    path.write_text("Naam;Adres\nRia Vos;Vlierhof 2\n", "utf-8")
    at_columns(qtbot, view, path)

    press(qtbot, Qt.Key.Key_Return)

    assert view.step == steps.SUMMARY
    assert view.next_button.text().strip() == "Read 1 person in"
    press(qtbot, Qt.Key.Key_Escape)
    assert view.step == steps.COLUMNS


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
