"""A list of a hundred thousand rows asks only for what is shown."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from buurtapp.uikit.paged_model import PAGE, Column, PagedModel

LARGE = 100_000


class Source:
    """Rows made up from their numbers; remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []

    def __call__(self, numbers: Sequence[int]) -> list[str]:
        self.asked.append(numbers)
        return [f"row {number}" for number in numbers]


def model_of(source: Source, size: int) -> PagedModel[str]:
    model: PagedModel[str] = PagedModel([Column("Name", str), Column("Size", lambda row: str(len(row)))], source)
    model.set_ids(range(1, size + 1))
    return model


def test_it_is_a_model_as_qt_wants_it(qtbot: QtBot) -> None:
    model = model_of(Source(), 300)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(range(5))
    model.forget()
    assert tester.model() is model


def test_a_view_asks_only_for_the_pages_it_shows(qtbot: QtBot) -> None:
    source = Source()
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model_of(source, LARGE))
    view.resize(600, 800)
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    assert 1 <= len(source.asked) <= 2
    view.scrollToBottom()
    view.grab()
    assert len(source.asked) <= 5
    assert all(len(asked) <= PAGE for asked in source.asked)


def test_scrolling_through_everything_never_takes_long(qtbot: QtBot) -> None:
    source = Source()
    model = model_of(source, LARGE)
    slowest = 0.0
    for row in range(0, LARGE, 97):
        began = time.perf_counter()
        assert model.index(row, 0).data() == f"row {row + 1}"
        slowest = max(slowest, time.perf_counter() - began)
    assert slowest < 0.05


def test_rows_come_once_and_again_after_a_change() -> None:
    source = Source()
    model = model_of(source, 10)
    assert model.index(3, 1).data() == "5"
    assert model.index(4, 0).data() == "row 5"
    assert len(source.asked) == 1
    model.forget()
    assert model.record(3) == "row 4"
    assert len(source.asked) == 2


def test_a_row_that_is_gone_is_empty_and_not_an_error() -> None:
    model: PagedModel[str] = PagedModel([Column("Name", str)], lambda numbers: [])
    model.set_ids([1, 2])
    assert model.index(0, 0).data() is None
    assert model.record(5) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
