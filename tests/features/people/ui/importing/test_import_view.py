"""Reading a list in the window, by keyboard, to what is in the group file afterwards."""

from __future__ import annotations

from pathlib import Path

from import_screen import answers, at_columns, planned, press, shown, spoken
from import_screen import desk as desk
from import_screen import file as file
from import_screen import store as store
from import_screen import view as view
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurtapp.core.store import Store, backup
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.ui.importing import view as steps
from buurtapp.features.people.ui.importing.view import ImportView
from buurtapp.uikit.desk import Desk


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
    assert view.summary.counts["changed"].text() == "1 person changes"
    assert store.check().digest == before
    with qtbot.waitSignal(view.closed) as closed:
        press(qtbot, Qt.Key.Key_Return)

    assert closed.args == [4]
    assert told == [("List bewoners.csv read: 4 people, 1 changed", True)]
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
