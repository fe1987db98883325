"""Money and receipts on the screen, by keyboard: typed on one line, papers chosen, dropped and pasted, gaps filled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, label_text, new_store, unchanged
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.money import actions, queries
from buurtapp.features.activities.money.attachments import prepare_file
from buurtapp.features.activities.money.records import FundDraft, Gap, GapKind, LineDraft, ReceiptDraft, ReceiptRow
from buurtapp.features.activities.ui.money_card import MoneyCard
from buurtapp.features.activities.ui.money_fund import FundDialog
from buurtapp.features.activities.ui.money_lines import typed_field
from buurtapp.features.activities.ui.money_view import ViewDialog
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Field
from buurtapp.uikit.paper import PrintDialog
from screen_audit import problems
from uikit_builders import Answers, desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


@pytest.fixture
def activity(store: Store) -> int:
    return add_activity(store, "Soep op woensdag", datetime(2026, 10, 7, 12))


@pytest.fixture
def card(desk: Desk, qtbot: QtBot, activity: int) -> MoneyCard:
    made = MoneyCard(desk)
    qtbot.addWidget(made)
    made.resize(760, 900)
    made.show()
    made.show_card(desk.read(activities.card, activity))
    qtbot.waitUntil(desk.jobs.is_idle)
    return made


def picture(folder: Path, name: str = "bon.png", shade: int = 90) -> Path:
    file = folder / name
    Image.new("L", (300, 400), shade).save(file)
    return file


def write(qtbot: QtBot, field: Field, words: str) -> None:
    edit = typed_field(field)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, words)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def settled(card: MoneyCard, qtbot: QtBot) -> None:
    """Wait until what was done is saved, and shown."""
    qtbot.wait(20)
    qtbot.waitUntil(card._desk.jobs.is_idle)
    qtbot.wait(20)
    qtbot.waitUntil(card._desk.jobs.is_idle)


def receipts(card: MoneyCard) -> list[ReceiptRow]:
    line = card.lines.line()
    assert line is not None
    return card._desk.read(queries.receipts, [line.id])


def with_receipt(card: MoneyCard, qtbot: QtBot) -> None:
    write(qtbot, card.lines.entry, "Boodschappen 45,00")
    settled(card, qtbot)
    write(qtbot, card.receipts.entry, "Groente 12,50")
    settled(card, qtbot)


def test_lines_and_receipts_are_typed_one_after_the_other(card: MoneyCard, qtbot: QtBot) -> None:
    write(qtbot, card.lines.entry, "Boodschappen 45,00")
    settled(card, qtbot)
    write(qtbot, card.lines.entry, "Zaal")
    settled(card, qtbot)
    assert [(line.title, line.planned) for line in card.lines.lines.records()] == [("Boodschappen", 4500), ("Zaal", 0)]
    assert typed_field(card.lines.entry).text() == ""
    card.lines.table.setFocus()
    qtbot.keyClick(card.lines.table, Qt.Key.Key_Up)
    write(qtbot, card.receipts.entry, "Groente 50,10")
    settled(card, qtbot)

    (line, _zaal) = card.lines.lines.records()
    assert (line.spent, line.is_over, line.receipts, line.papers) == (5010, True, 1, 0)
    assert card.lines.total.text() == "Together: 50.10 of 45.00. That is 5.10 over the plan."
    (row,) = receipts(card)
    assert (row.title, row.paid_on) == ("Groente", date(2026, 10, 13))
    write(qtbot, card.receipts.entry, "7-10 Brood 0,01")
    settled(card, qtbot)
    assert [(one.title, one.paid_on) for one in receipts(card)] == [
        ("Brood", date(2026, 10, 7)),
        ("Groente", date(2026, 10, 13)),
    ]
    assert "over" in [gap.kind for gap in _gaps(card)]


def _gaps(card: MoneyCard) -> list[Gap]:
    assert card.missing._shown is not None
    return list(card.missing._shown[0])


def test_a_wrong_amount_is_told_below_the_field_and_keeps_the_words(
    card: MoneyCard, qtbot: QtBot, store: Store
) -> None:
    before = unchanged(store)
    write(qtbot, card.lines.entry, "Boodschappen 1.2345")
    settled(card, qtbot)
    assert card.lines.entry.problem.text() == "Write an amount like 12,50 or 1.500."
    assert typed_field(card.lines.entry).text() == "Boodschappen 1.2345"
    assert unchanged(store) == before
    write(qtbot, card.lines.entry, "Boodschappen 12")
    settled(card, qtbot)
    assert card.lines.entry.problem.text() == ""
    write(qtbot, card.receipts.entry, "Groente")
    settled(card, qtbot)
    assert card.receipts.entry.problem.text()


def test_a_paper_is_chosen_seen_and_taken_back(card: MoneyCard, qtbot: QtBot, tmp_path: Path, store: Store) -> None:
    with_receipt(card, qtbot)
    answers = card._desk.choosing
    assert isinstance(answers, Answers)
    answers.file = picture(tmp_path)
    before = store.check().digest
    qtbot.keyClick(card.receipts.attach_button, Qt.Key.Key_Return)
    settled(card, qtbot)
    assert receipts(card)[0].attachment is not None
    assert card.receipts.attach_button.accessibleName() == "Replace paper"
    assert card.stored.text().startswith("1 paper or photo in the file")

    card.receipts.view()
    settled(card, qtbot)
    (dialog,) = card.receipts.findChildren(ViewDialog)
    assert len(dialog._shown.pages) == 1
    answers.file = tmp_path / "eruit.jpg"
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)
    settled(card, qtbot)
    assert Image.open(answers.file).size == (300, 400)
    dialog.accept()

    card._desk.undo()
    settled(card, qtbot)
    assert store.check().digest == before
    assert receipts(card)[0].attachment is None


def test_a_file_that_cannot_be_kept_is_told(card: MoneyCard, qtbot: QtBot, tmp_path: Path) -> None:
    with_receipt(card, qtbot)
    told: list[str] = []
    card._desk.told.connect(lambda what, _kind, _undo: told.append(what.render()))
    words = tmp_path / "bon.jpg"
    words.write_text("geen foto")
    answers = card._desk.choosing
    assert isinstance(answers, Answers)
    answers.file = words
    card.receipts.choose_paper()
    settled(card, qtbot)
    assert told[-1].startswith("The file bon.jpg cannot be read")
    assert receipts(card)[0].attachment is None


def test_a_file_is_dropped_on_its_row(card: MoneyCard, qtbot: QtBot, tmp_path: Path) -> None:
    with_receipt(card, qtbot)
    write(qtbot, card.receipts.entry, "Brood 3,20")
    settled(card, qtbot)
    _drop(card, [picture(tmp_path)], 1)
    settled(card, qtbot)
    assert [row.attachment is not None for row in receipts(card)] == [False, True]
    # The same file once more is told, and kept once.
    told: list[str] = []
    card._desk.told.connect(lambda what, _kind, _undo: told.append(what.render()))
    _drop(card, [picture(tmp_path)], 0)
    settled(card, qtbot)
    assert told[-1] == "This very file is kept already, with Brood."
    assert card._desk.read(queries.stored).count == 1
    _drop(card, [tmp_path / "a.jpg", tmp_path / "b.jpg"], 0)
    assert told[-1] == "These are 2 files. Drop one at a time."


def _drop(card: MoneyCard, files: list[Path], row: int) -> None:
    table = card.receipts.table
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    place = QPointF(table.visualRect(table.model().index(row, 1)).center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    table.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_picture_is_pasted(card: MoneyCard, qtbot: QtBot) -> None:
    with_receipt(card, qtbot)
    told: list[str] = []
    card._desk.told.connect(lambda what, _kind, _undo: told.append(what.render()))
    QGuiApplication.clipboard().clear()
    card.receipts.paste()
    assert told[-1].startswith("No picture was copied yet")
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    card.receipts.table.setFocus()
    qtbot.keyClick(card.receipts.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(card, qtbot)
    assert receipts(card)[0].attachment is not None
    QGuiApplication.clipboard().clear()


def test_a_receipt_and_a_line_are_changed_and_deleted_in_their_forms(card: MoneyCard, qtbot: QtBot) -> None:
    with_receipt(card, qtbot)
    qtbot.keyClick(card.receipts.edit_button, Qt.Key.Key_Return)
    form = card.receipts.edit.form
    typed_field(form.field("day")).setText("31-2")
    write(qtbot, form.field("holder"), "Samira")
    settled(card, qtbot)
    assert form.field("day").problem.text() == "Write a day like 9-9-2026, or leave it empty."
    write(qtbot, form.field("day"), "9-9")
    settled(card, qtbot)
    (row,) = receipts(card)
    assert (row.holder, row.paid_on) == ("Samira", date(2026, 9, 9))
    assert not card.receipts.edit.isVisibleTo(card)
    card.receipts.begin_edit()
    qtbot.keyClick(card.receipts.edit, Qt.Key.Key_Escape)
    assert not card.receipts.edit.isVisibleTo(card)
    card.receipts.begin_edit()
    qtbot.keyClick(card.receipts.edit.delete_button, Qt.Key.Key_Return)
    settled(card, qtbot)
    assert receipts(card) == []

    qtbot.keyClick(card.lines.edit_button, Qt.Key.Key_Return)
    write(qtbot, card.lines.edit.form.field("planned"), "60")
    settled(card, qtbot)
    assert card.lines.lines.records()[0].planned == 6000
    card.lines.begin_edit()
    qtbot.keyClick(card.lines.edit.delete_button, Qt.Key.Key_Return)
    settled(card, qtbot)
    assert list(card.lines.lines.records()) == []
    assert not card.receipts.isVisibleTo(card)


def test_a_photo_opens_to_say_what_stands_below_it(card: MoneyCard, qtbot: QtBot, tmp_path: Path) -> None:
    answers = card._desk.choosing
    assert isinstance(answers, Answers)
    answers.file = picture(tmp_path, "foto.png")
    qtbot.keyClick(card.photos.add_button, Qt.Key.Key_Return)
    settled(card, qtbot)
    assert card.photos.edit.isVisibleTo(card)
    card.photos.edit.form.set_value("consent", True)
    write(qtbot, card.photos.edit.form.field("caption"), "Aan tafel")
    settled(card, qtbot)
    (photo,) = card.photos.rows.records()
    assert (photo.caption, photo.consent) == ("Aan tafel", True)
    card.photos.begin_edit()
    qtbot.keyClick(card.photos.edit.delete_button, Qt.Key.Key_Return)
    settled(card, qtbot)
    assert list(card.photos.rows.records()) == []


def test_a_fund_is_made_and_chosen_at_the_activity(card: MoneyCard, qtbot: QtBot, store: Store, activity: int) -> None:
    assert [card.fund.itemText(at) for at in range(card.fund.count())] == ["no fund", "New fund…"]
    card.fund.setCurrentIndex(1)
    card.fund.activated.emit(1)
    dialog = _dialog(card)
    typed_field(dialog.form.field("granted")).setText("veel")
    write(qtbot, dialog.form.field("name"), "Wijkbudget")
    settled(card, qtbot)
    assert dialog.form.field("granted").problem.text()
    typed_field(dialog.form.field("granted")).setText("1.500")
    write(qtbot, dialog.form.field("deadline"), "1-11")
    settled(card, qtbot)
    (fund,) = store.read(queries.funds)
    assert (fund.granted, fund.deadline) == (150000, date(2026, 11, 1))
    assert store.read(queries.fund_activities, fund.id) == [activity]
    assert dialog.deadline.text() == "19 days left"
    assert dialog.deadline.property("kind") == "care"
    write(qtbot, dialog.lines.entry, "Soep 720")
    settled(card, qtbot)
    assert [line.title for line in card.lines.lines.records()] == ["Soep"]
    dialog.accept()
    assert card.fund.currentText() == "Wijkbudget"
    card.fund.setCurrentIndex(0)
    card.fund.activated.emit(0)
    settled(card, qtbot)
    assert store.read(queries.fund_activities, fund.id) == []
    assert label_text(store).render() == "Soep op woensdag is paid from no fund"


def _dialog(card: MoneyCard) -> FundDialog:
    (found,) = card.findChildren(FundDialog)
    return found


def test_each_gap_has_a_button_that_leads_to_its_place(
    card: MoneyCard, qtbot: QtBot, store: Store, activity: int
) -> None:
    fund = store.write(DONE, actions.add_fund, FundDraft("Wijkbudget"), activity)
    line = store.write(DONE, actions.add_line, LineDraft("Soep", activity_id=activity))
    store.write(DONE, actions.add_receipt, line, ReceiptDraft("Groente", "5", holder="Samira"))
    settled(card, qtbot)
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    asked: list[bool] = []
    card.wanted_count.connect(lambda: asked.append(True))
    places: dict[GapKind, QWidget] = {
        "plan": typed_field(card.lines.edit.form.field("planned")),
        "receipt": card.receipts.attach_button,
        "photo": card.photos.add_button,
    }
    gaps = {gap.kind: at for at, gap in enumerate(_gaps(card))}
    assert set(gaps) == {"plan", "receipt", "attendance", "evaluation", "photo", "reference", "deadline", "signature"}
    for kind, place in places.items():
        qtbot.keyClick(card.missing.buttons[gaps[kind]], Qt.Key.Key_Return)
        assert place.hasFocus(), kind
    qtbot.keyClick(card.missing.buttons[gaps["attendance"]], Qt.Key.Key_Return)
    assert asked == [True]
    qtbot.keyClick(card.missing.buttons[gaps["signature"]], Qt.Key.Key_Return)
    settled(card, qtbot)
    dialog = _dialog(card)
    gone: list[object] = []
    card._desk.asked_to_go.connect(lambda page, where: gone.append((page, where)))
    at = {gap.kind: at for at, gap in enumerate(dialog.missing._shown[0])}  # type: ignore[index]
    dialog.missing.buttons[at["reference"]].click()
    assert typed_field(dialog.form.field("reference")).hasFocus()
    dialog.missing.buttons[at["photo"]].click()
    assert gone == [("activities", {"activity": activity, "tab": "after"})]
    assert fund


def test_the_folder_is_shown_as_it_will_be_printed(card: MoneyCard, qtbot: QtBot) -> None:
    with_receipt(card, qtbot)
    qtbot.keyClick(card.folder_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.findChild(PrintDialog) is not None)
    settled(card, qtbot)
    dialog = card.findChild(PrintDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Print"
    dialog.reject()
    settled(card, qtbot)


def test_what_changed_while_another_tab_was_shown_is_seen_afterwards(
    card: MoneyCard, qtbot: QtBot, store: Store, activity: int
) -> None:
    card.hide()
    store.write(DONE, actions.add_line, LineDraft("Soep", "5", activity_id=activity))
    settled(card, qtbot)
    assert list(card.lines.lines.records()) == []
    card.show()
    settled(card, qtbot)
    assert [line.title for line in card.lines.lines.records()] == ["Soep"]


@pytest.mark.parametrize(("language", "percent", "dark"), [("nl", 100, False), ("en", 150, True), ("nl", 200, False)])
def test_nothing_is_cut_off_or_without_a_name(
    store: Store, qtbot: QtBot, activity: int, tmp_path: Path, language: str, percent: int, dark: bool
) -> None:
    fund = store.write(DONE, actions.add_fund, FundDraft("Wijkbudget", deadline=date(2026, 10, 15)), activity)
    line = store.write(DONE, actions.add_line, LineDraft("Soep", "720", fund_id=fund))
    kept = prepare_file(picture(tmp_path))
    store.write(DONE, actions.add_receipt, line, ReceiptDraft("Groente", "12,50", activity_id=activity), kept)
    store.write(DONE, actions.add_photo, activity, kept, "Aan tafel")
    desk = desk_for(store, language=language, percent=percent, dark=dark)
    made = MoneyCard(desk)
    qtbot.addWidget(made)
    made.resize(1158 if percent > 100 else 660, 900 * percent // 100)
    made.show()
    made.show_card(desk.read(activities.card, activity))
    settled(made, qtbot)
    made.receipts.begin_edit()
    made.lines.begin_edit()
    qtbot.wait(20)
    assert problems(made) == []
    qtbot.waitUntil(desk.jobs.is_idle)
    desk.jobs.close()
