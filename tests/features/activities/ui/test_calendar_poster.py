"""The agenda before it is printed: shown, chosen anew, and noted when it went out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import add_activity, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities.ui.calendar_poster import PosterChoice, PosterOptions, PosterOut, draw_poster
from buurtapp.features.group import queries as groups
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.records import Group
from buurtapp.printing.render import page_texts
from buurtapp.uikit.desk import Desk
from uikit_builders import Answers, desk_for

OCTOBER = date(2026, 10, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        made.fill(change_group, Group("Klaverhoek", contact_name="Marijke", contact_phone="+31600001111"))
        add_activity(made, "Buurtwandeling", datetime(2026, 10, 25, 14))
        add_activity(made, "Lampionnen", datetime(2026, 11, 11, 17))
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


@pytest.fixture
def out(desk: Desk, qtbot: QtBot) -> Iterator[PosterOut]:
    parent = QWidget()
    parent.show()
    made = PosterOut(desk, OCTOBER)
    made.begin(parent)
    qtbot.waitUntil(lambda: made.dialog is not None, timeout=15_000)
    yield made
    qtbot.waitUntil(desk.jobs.is_idle)
    if made.dialog is not None:
        made.dialog.reject()
    parent.close()
    parent.deleteLater()


def said(out: PosterOut) -> str:
    assert out.drawn is not None
    return " ".join(page_texts(out.drawn.paper.pdf))


def test_another_month_and_size_are_drawn_as_soon_as_they_are_chosen(out: PosterOut, qtbot: QtBot) -> None:
    assert "Buurtwandeling" in said(out)
    assert isinstance(out.options, PosterOptions)

    out.options.form.set_value("month", "2026-11-01")
    out.options.form.set_value("size", "A4")
    out.options.form.committed.emit("month")
    qtbot.waitUntil(lambda: "Lampionnen" in said(out), timeout=15_000)

    assert out.drawn is not None
    assert [round(side) for side in out.drawn.paper.sizes_mm[0]] == [210, 297]
    assert out.drawn.paper.file_name == "agenda-2026-11-a4.pdf"


def test_all_can_be_chosen_with_the_keyboard(out: PosterOut, qtbot: QtBot) -> None:
    assert isinstance(out.options, PosterOptions)

    for name in ("month", "size", "saving"):
        qtbot.keyClick(out.options.form.field(name).input, Qt.Key.Key_Down)

    assert out.options.chosen() == PosterChoice(date(2026, 11, 1), "A4", saving=True)


def test_it_says_who_stands_on_it(out: PosterOut) -> None:
    assert out.drawn is not None
    assert out.drawn.paper.what.render() == "No names stand on this paper but who can be asked: Marijke."  # type: ignore[union-attr]


def test_what_went_out_is_noted(out: PosterOut, desk: Desk, store: Store, tmp_path: Path, qtbot: QtBot) -> None:
    answers = desk.choosing
    assert isinstance(answers, Answers)
    answers.file = tmp_path / "agenda.pdf"
    assert out.dialog is not None

    qtbot.mouseClick(out.dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(store.read(groups.outgoing)))

    (noted,) = store.read(groups.outgoing)
    assert (noted.kind, noted.description, noted.pages) == ("agenda", "2026-10 A3", 1)


def test_little_ink_is_another_paper(store: Store) -> None:
    colour, saving = (draw_poster(store, PosterChoice(OCTOBER, saving=one)).paper.pdf for one in (False, True))

    assert colour != saving
