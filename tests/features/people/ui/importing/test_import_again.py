"""A list that comes a second time, in the window and by keyboard; and what else can be dropped or pasted."""

from __future__ import annotations

from pathlib import Path

from import_screen import at_columns, planned, press
from import_screen import desk as desk
from import_screen import store as store
from import_screen import view as view
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from buurtapp.core.store import Store
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.ui.importing import view as steps
from buurtapp.features.people.ui.importing.view import ImportView

MAY = (
    "Nr.;Naam;Adres;Tel\n1;Ria Vos;Vlierhof 2;06 0000 0102\n2;Jan Kok;Vlierhof 4;06 0000 0103\n3;An Smit;Vlierhof 6;\n"
)
NOVEMBER = "Nr.;Naam;Adres;Tel\n1;Ria Vos;Vlierhof 2;06 0000 0202\n2;Jan Kok;Vlierhof 4;06 0000 0103\n"


def read_may(qtbot: QtBot, view: ImportView, folder: Path) -> Path:
    path = folder / "leden.csv"
    path.write_text(MAY, "utf-8")
    at_columns(qtbot, view, path)
    view.go_on()
    with qtbot.waitSignal(view.closed):
        view.go_on()
    path.write_text(NOVEMBER, "utf-8")
    return path


def named(store: Store, given: str) -> PersonCard:
    found = store.read(cards.cards, [one.id for one in store.read(listing.listed)])
    return next(one for one in found if one.name.given == given)


def test_a_second_import_shows_what_changes_before_and_after_and_one_undo_takes_it_back(
    qtbot: QtBot, view: ImportView, store: Store, tmp_path: Path
) -> None:
    path = read_may(qtbot, view, tmp_path)
    before = store.check().digest
    at_columns(qtbot, view, path)
    assert view.columns.found.text() == "You chose it like this the last time."
    assert [row.seen.render() for row in view.draft.shown.rows] == ["New: Phone", "Known, nothing new"]  # type: ignore[union-attr]
    assert view.counts.text() == "1 row different, 0 new, 1 no longer in the list."

    press(qtbot, Qt.Key.Key_Return)
    assert view.step == steps.DOUBLES
    assert view.doubles.heading.text() == "1 row is different"
    assert view.doubles.choices["update"].isChecked()
    assert view.doubles.changes.text() == "Phone: 06 0000 0102 → 06 0000 0202"
    assert view.doubles.missing.names.text() == "An Smit"
    view.doubles.missing.label_them.input.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    view.next_button.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert view.next_button.text().strip() == "Change 1 person"
    assert store.check().digest == before

    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.next_button.text().strip() == "Done")
    model = view.summary.changes.model()
    assert str(model.index(0, 2).data()) == "Phone: 06 0000 0102 → 06 0000 0202"
    assert named(store, "Ria").phones == ("+31600000202",)
    assert named(store, "An").labels == ("no longer in the list",)
    with qtbot.waitSignal(view.closed) as closed:
        press(qtbot, Qt.Key.Key_Return)

    assert closed.args == [0]
    store.undo()
    assert store.check().digest == before


def test_key_1_leaves_somebody_as_they_are(qtbot: QtBot, view: ImportView, store: Store, tmp_path: Path) -> None:
    path = read_may(qtbot, view, tmp_path)
    at_columns(qtbot, view, path)
    press(qtbot, Qt.Key.Key_Return)

    press(qtbot, Qt.Key.Key_1)
    view.go_on()
    with qtbot.waitSignal(view.closed):
        view.go_on()

    assert named(store, "Ria").phones == ("+31600000102",)
    assert isinstance(view.doubles.missing.label_them.input, QCheckBox)


def test_the_columns_can_be_guessed_again(qtbot: QtBot, view: ImportView, tmp_path: Path) -> None:
    path = read_may(qtbot, view, tmp_path)
    at_columns(qtbot, view, path)
    view.draft.choose_meaning(3, "note")
    assert view.columns.guess_button.isVisibleTo(view)

    view.columns.guess_button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    planned(qtbot, view)

    assert view.draft.choice is not None
    assert view.draft.choice.meanings[3] == "phone"
    assert not view.columns.guess_button.isVisibleTo(view)


def test_several_files_at_once_are_refused_in_a_sentence(view: ImportView, tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.csv", "b.csv")])

    view.file_step.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    assert view.file_step.note.label.text() == "These are 2 files. Drop or paste one list at a time."
    assert view.step == steps.FILE


def test_names_alone_can_be_pasted_with_the_keyboard(qtbot: QtBot, view: ImportView) -> None:
    QGuiApplication.clipboard().setText("Ria Vos\nJan de Boer\nOlena Їжакевич\n")

    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    planned(qtbot, view)

    assert view.draft.shown is not None
    assert [row.name for row in view.draft.shown.rows] == ["Ria Vos", "Jan de Boer", "Olena Їжакевич"]


def test_cells_with_line_breaks_come_from_a_spreadsheet_in_quotes(qtbot: QtBot, view: ImportView) -> None:
    QGuiApplication.clipboard().setText('Naam\tOpmerking\nRia Vos\t"sleutel\nbij ""An"""\nJan Kok\t\n')

    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    planned(qtbot, view)

    assert view.draft.shown is not None
    people = view.draft.shown.plan.people
    assert [one.person.name.spoken for one in people] == ["Ria Vos", "Jan Kok"]
    assert people[0].person.note == 'sleutel\nbij "An"'


def test_a_row_with_a_problem_says_what_can_be_done(qtbot: QtBot, view: ImportView, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Naam;Adres;E-mail\nTruus Smit;Vlierhof 2;truus smit@example.org\n", "utf-8")
    at_columns(qtbot, view, path)

    press(qtbot, Qt.Key.Key_F8)

    said = view.preview.advice.label.text()
    assert said.endswith("Is truussmit@example.org meant? Then change it in the list.")
