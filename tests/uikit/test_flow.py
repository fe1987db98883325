"""A row that breaks like words in a paragraph."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from buurtapp.uikit.flow import Flow, Inline


class Block(QWidget):
    """Something of a fixed size."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.setFixedSize(width, height)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _lay(holder: QWidget, width: int, *blocks: Block) -> list[tuple[int, int]]:
    flow = Flow(holder, 10, 5)
    for block in blocks:
        flow.addWidget(block)
    holder.resize(width, flow.heightForWidth(width))
    holder.show()
    return [(block.x(), block.y()) for block in blocks]


def test_what_does_not_fit_goes_on_the_next_line(holder: QWidget) -> None:
    places = _lay(holder, 120, Block(50, 20), Block(60, 20), Block(50, 20))

    assert places == [(0, 0), (60, 0), (0, 25)]
    assert holder.height() == 45


def test_things_of_one_line_stand_on_one_height(holder: QWidget) -> None:
    assert _lay(holder, 120, Block(50, 40), Block(50, 20)) == [(0, 0), (60, 10)]


def test_from_right_to_left_it_begins_at_the_right(holder: QWidget) -> None:
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert _lay(holder, 120, Block(50, 20), Block(50, 20)) == [(70, 0), (10, 0)]


def test_hidden_things_take_no_room(holder: QWidget) -> None:
    hidden = Block(50, 20)
    hidden.hide()

    places = _lay(holder, 120, Block(50, 20), hidden, Block(50, 20))

    assert places[2] == (60, 0)


def test_it_can_be_as_narrow_as_its_largest_thing(holder: QWidget) -> None:
    _lay(holder, 300, Block(50, 20), Block(80, 30))

    assert holder.minimumSizeHint() == QSize(80, 30)


def test_a_label_in_a_row_stands_on_one_line_and_breaks_where_it_must(qtbot: QtBot) -> None:
    label = Inline("Attendance list not printed yet")
    qtbot.addWidget(label)
    label.ensurePolished()

    one_line = label.fontMetrics().horizontalAdvance(label.text())

    assert label.sizeHint().width() >= one_line
    assert label.minimumSizeHint().width() < one_line
    assert label.heightForWidth(one_line // 2) > label.heightForWidth(one_line + 4)
