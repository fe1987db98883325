"""Cards and reports in the window: what is shown, what follows a choice, and what the log is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_person, new_store, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.ui.after_papers import ReportOptions, show_report, show_thank_you
from buurtapp.features.activities.ui.papers import PAPERS, PapersCard
from buurtapp.features.group.queries import outgoing
from buurtapp.features.sheets.ui.plain_out import PlainOut
from buurtapp.printing.render import page_texts
from buurtapp.uikit.desk import Desk
from uikit_builders import Answers, desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


@pytest.fixture
def parent(qtbot: QtBot, desk: Desk) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(1000, 700)
    made.show()
    yield made
    qtbot.waitUntil(desk.jobs.is_idle)
    made.close()
    made.deleteLater()


def words(out: PlainOut) -> str:
    assert out.drawn is not None
    return " ".join(" ".join(page_texts(out.drawn.paper.pdf)).split())


def is_shown(out: PlainOut, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: out.dialog is not None, timeout=15_000)


def test_cards_are_for_helpers_until_everybody_is_chosen_and_noted_once_saved(
    tmp_path: Path, store: Store, desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    number = add_activity(store, starts_at=datetime(2026, 10, 7, 12))
    piet = add_person(store, "Piet ter Horst", "Klaverstraat 14")
    signed_up(store, number, [piet])
    store.write(DONE, attend.set_present, number, piet, present=True)

    out = show_thank_you(desk, number, parent)
    is_shown(out, qtbot)
    assert "Piet" not in words(out)
    assert out.options is not None
    out.options.form.set_value("who", "came")
    out.options.changed.emit()
    qtbot.waitUntil(lambda: "Piet" in words(out), timeout=15_000)
    assert isinstance(desk.choosing, Answers)
    desk.choosing.file = tmp_path / "kaart.pdf"
    assert out.dialog is not None
    out.dialog.save_button.click()
    qtbot.waitUntil(lambda: len(store.read(outgoing)) == 1)

    (one,) = store.read(outgoing)
    assert (one.kind, one.people, one.fields) == ("thank-you", 1, ("name",))
    assert (tmp_path / "kaart.pdf").read_bytes().startswith(b"%PDF")


def test_a_report_is_of_the_activity_until_a_period_is_chosen(
    store: Store, desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    number = add_activity(store, "Soep", datetime(2026, 10, 7, 12))
    add_activity(store, "Burendag", datetime(2026, 9, 26, 12))
    out = show_report(desk, number, parent)
    is_shown(out, qtbot)
    assert "Soep" in words(out)
    options = out.options
    assert isinstance(options, ReportOptions)
    assert options.period() is None
    options.form.set_value("what", "all")
    options.form.committed.emit("what")
    qtbot.waitUntil(lambda: "2 activities" in words(out), timeout=15_000)
    assert not options.form.field("first").isHidden()
    assert out.dialog is not None
    out.dialog.reject()


def test_every_paper_has_a_button_that_shows_it(
    tmp_path: Path, store: Store, desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    number = add_activity(store, starts_at=datetime(2026, 10, 7, 12))
    card = PapersCard(desk)
    card.setParent(parent)
    card.show_activity(number)
    assert {"thank-you", "report", "calendar-file"} <= {paper.name for paper in PAPERS}
    assert isinstance(desk.choosing, Answers)
    desk.choosing.file = tmp_path / "soep.ics"
    card.open_paper("calendar-file")
    qtbot.waitUntil((tmp_path / "soep.ics").exists)
