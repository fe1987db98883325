"""A view of the import on a store with two neighbours, and what both files of tests do with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.people.queries import listing
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
