"""Papers around sign-ups in the window: shown, changed, kept once they went out, and refused for nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from builders import add_activity, add_people, new_store, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities.ui import signup_papers
from buurtapp.features.activities.ui.papers import PAPERS, PapersCard
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.ui.plain_out import PlainOut
from buurtapp.printing.render import page_texts
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        add_people(made, 4)
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _text(out: PlainOut) -> str:
    assert out.drawn is not None
    return "\n".join(page_texts(out.drawn.paper.pdf))


def test_every_paper_has_a_button_that_shows_it(desk: Desk, qtbot: QtBot, store: Store) -> None:
    soup = add_activity(store)
    signed_up(store, soup, [1, 2])
    card = PapersCard(desk)
    qtbot.addWidget(card)
    card.show_activity(soup)
    ours = {"sign-up-sheet", "invitation", "call-list", "badges"}
    assert ours <= {paper.name for paper in PAPERS}
    for name in sorted(ours):
        card.open_paper(name)
        qtbot.waitUntil(lambda: card._open is not None and card._open.dialog is not None)
        card._open.dialog.reject()
        qtbot.waitUntil(lambda: card._open.dialog is None)


def test_a_sheet_with_other_lines_keeps_its_code_until_it_went_out(
    desk: Desk, qtbot: QtBot, store: Store, parent: QWidget
) -> None:
    soup = add_activity(store)
    out = signup_papers.show_signup_sheet(desk, soup, parent)
    qtbot.waitUntil(lambda: out.dialog is not None)
    assert out.drawn is not None
    assert out.options is not None
    assert out.dialog is not None
    code = out.drawn.code
    lines = out.options.form.field("lines").input
    assert isinstance(lines, QSpinBox)
    lines.setValue(25)
    qtbot.waitUntil(lambda: out.drawn is not None and out.drawn.sheet.lines == 25)
    kept_code = out.drawn.code
    out.dialog.went_out.emit(1)
    qtbot.waitUntil(lambda: len(store.read(sheets.still_out)) == 1)
    lines.setValue(10)
    qtbot.waitUntil(lambda: out.drawn is not None and out.drawn.sheet.lines == 10)

    assert kept_code == code
    assert out.drawn.code != code
    assert store.read(sheets.still_out)[0].code == code
    out.dialog.reject()


def test_whom_to_call_can_be_chosen(desk: Desk, qtbot: QtBot, store: Store, parent: QWidget) -> None:
    soup = add_activity(store, capacity=2)
    signed_up(store, soup, [1, 2, 3])
    out = signup_papers.show_call_list(desk, soup, parent, "waiting")
    qtbot.waitUntil(lambda: out.dialog is not None)
    waiting = _text(out)
    assert out.options is not None
    assert out.dialog is not None
    out.options.form.set_value("who", "signed-up")
    out.options.changed.emit()
    qtbot.waitUntil(lambda: "Nummer-aa" in _text(out))

    assert "Nummer-ac" in waiting
    assert "Nummer-aa" not in waiting
    out.dialog.reject()


def test_nobody_to_call_is_said_and_nothing_opens(desk: Desk, qtbot: QtBot, store: Store, parent: QWidget) -> None:
    soup = add_activity(store)
    told: list[str] = []
    desk.told.connect(lambda what, _kind, _undo: told.append(str(what)))
    out = signup_papers.show_call_list(desk, soup, parent, "missed")
    qtbot.waitUntil(lambda: bool(told))
    assert "There is nobody to call. Nothing was printed." in told[0]
    assert out.dialog is None


def test_an_invitation_goes_to_a_street_or_to_who_is_new(
    desk: Desk, qtbot: QtBot, store: Store, parent: QWidget
) -> None:
    soup = add_activity(store)
    signed_up(store, soup, [1, 2, 3])
    out = signup_papers.show_invitation(desk, soup, parent)
    qtbot.waitUntil(lambda: out.dialog is not None)
    assert out.drawn is not None
    assert out.options is not None
    assert out.dialog is not None
    new = len(out.drawn.paper.sizes_mm)
    out.options.form.set_value("to", "street:Klaverstraat")
    out.options.changed.emit()
    qtbot.waitUntil(lambda: out.drawn is not None and len(out.drawn.paper.sizes_mm) == 4)

    assert new == 1
    out.dialog.reject()


def test_badges_without_sign_ups_are_for_guests(desk: Desk, qtbot: QtBot, store: Store, parent: QWidget) -> None:
    out = signup_papers.show_badges(desk, add_activity(store), parent)
    qtbot.waitUntil(lambda: out.dialog is not None)
    assert out.drawn is not None
    assert out.dialog is not None
    assert out.drawn.outgoing.people == 0
    assert "Guest" in _text(out)
    out.dialog.reject()
