"""Looking at a paper that is kept: every page of a PDF, and what cannot be drawn."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from builders import DONE, add_activity, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities.money import actions, queries
from buurtapp.features.activities.money.attachments import prepare
from buurtapp.features.activities.money.records import PDF, AttachmentInfo, LineDraft, ReceiptDraft
from buurtapp.features.activities.ui.money_view import Shown, ViewDialog, load_shown
from buurtapp.uikit.desk import Desk
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


def invoice(pages: int) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(300, 400))
    for page in range(pages):
        canvas.drawString(40, 200, f"blad {page}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_every_page_of_a_pdf_is_shown_and_the_file_saved_as_it_was(
    store: Store, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    line = store.write(DONE, actions.add_line, LineDraft("Zaal", activity_id=add_activity(store)))
    paper = prepare(invoice(3), "factuur.pdf")
    store.write(DONE, actions.add_receipt, line, ReceiptDraft("Zaal", "350"), paper)
    (row,) = store.read(queries.receipts, [line])
    assert row.attachment is not None
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ViewDialog(desk, load_shown(store, row.attachment.id), parent)
    assert len([label for label in dialog.findChildren(QLabel) if label.objectName() == "sheet"]) == 3

    answers = desk.choosing
    assert isinstance(answers, Answers)
    answers.file = tmp_path / "eruit.pdf"
    told: list[str] = []
    desk.told.connect(lambda what, _kind, _undo: told.append(what.render()))
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Saved: eruit.pdf"]
    assert answers.file.read_bytes() == paper.content


def test_what_cannot_be_drawn_can_still_be_saved(desk: Desk, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ViewDialog(desk, Shown(AttachmentInfo(1, PDF, "kapot.pdf", 9, 1), b"%PDF kapot", ()), parent)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("cannot be shown here" in text for text in words)
    assert dialog.save_button.isEnabled()
