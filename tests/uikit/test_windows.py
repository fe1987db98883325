"""Windows that light up: as many as they should, in the colours of the look, and named."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.style import style_sheet
from buurtapp.uikit.table import Table
from buurtapp.uikit.theme import Theme
from buurtapp.uikit.windows import StepBar, WindowsChip, paint_involvement, paint_windows, windows_size

STEPS = ("Reached", "Follows", "Takes part", "Active", "Core")


def canvas(wide: int, high: int) -> QImage:
    picture = QImage(wide, high, QImage.Format.Format_RGB32)
    picture.fill(look.current().color("surface"))
    return picture


def runs(picture: QImage, y: int, role: str) -> int:
    """How many separate stretches of a colour lie in a row of pixels."""
    wanted = look.current().color(role).rgb()
    hits = [picture.pixel(x, y) == wanted for x in range(picture.width())]
    return sum(1 for at, hit in enumerate(hits) if hit and not (at and hits[at - 1]))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("lit", range(5))
def test_as_many_windows_are_lit_as_are_meant(lit: int, percent: int, dark: bool, qapp: QApplication) -> None:
    theme = Theme(dark, percent)
    look.apply(qapp, theme)
    size = windows_size(theme)
    picture = canvas(size.width(), size.height())

    painter = QPainter(picture)
    paint_windows(painter, QPointF(0, 0), lit, theme)
    painter.end()

    assert runs(picture, size.height() // 2, "window") == lit
    assert runs(picture, size.height() // 2, "control") == 2 * (4 - lit)


def test_without_a_word_nothing_is_drawn_and_with_one_it_is_beside_the_windows(qapp: QApplication) -> None:
    look.apply(qapp, Theme())
    empty, full = canvas(130, 40), canvas(130, 40)

    for picture, word in ((empty, ""), (full, "Takes part")):
        painter = QPainter(picture)
        paint_involvement(painter, QRectF(0, 0, 130, 40), 2, word)
        painter.end()

    assert empty == canvas(130, 40)
    assert runs(full, 20, "window") == 2
    drawn = [x for x in range(130) if any(full.pixel(x, y) != empty.pixel(x, y) for y in range(40))]
    assert max(drawn) > windows_size(Theme()).width() + 20


def test_a_table_draws_windows_and_a_day_before_words(qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, Theme())
    model = ShortModel[tuple[str, int, str]](
        (
            Column("Involved", lambda row: row[0], "windows", 126, lit=lambda row: row[1]),
            Column("Last time", lambda row: row[2], "dated", 160),
        )
    )
    table = Table("People", model)
    qtbot.addWidget(table)
    table.resize(330, 160)
    table.show()
    model.set_records([("Takes part", 2, "7 Oct\nSoup <b>&\nbread</b>"), ("", 0, "")])

    picture = table.viewport().grab().toImage()
    middle = table.rowViewportPosition(0) + table.rowHeight(0) // 2
    assert runs(picture, middle, "window") == 2
    assert runs(picture, middle + table.rowHeight(0), "window") == 0
    assert model.index(0, 0).data() == "Takes part"
    assert model.index(0, 1).data() == "7 Oct Soup <b>& bread</b>"


def test_a_chip_has_its_windows_before_its_word(qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, Theme())
    chip = WindowsChip(3)
    qtbot.addWidget(chip)
    chip.set_words("Active 24")
    small = chip.iconSize()

    look.apply(qapp, Theme(percent=150))
    qapp.setStyleSheet(style_sheet(Theme(percent=150)))

    assert chip.text().strip() == "Active 24"
    assert runs(chip.icon().pixmap(chip.iconSize()).toImage(), chip.iconSize().height() // 2, "window") == 3
    assert chip.iconSize().width() > small.width()


def test_a_bar_is_lit_up_to_the_step_and_says_it(qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, Theme())
    bar = StepBar("Involved", STEPS)
    qtbot.addWidget(bar)
    bar.resize(312, bar.sizeHint().height())

    bar.show_step(2)

    assert runs(bar.grab().toImage(), 5, "window") == 3
    assert (bar.accessibleName(), bar.accessibleDescription()) == ("Involved", "Takes part")
    bar.show_step(-1)
    assert runs(bar.grab().toImage(), 5, "window") == 0
    assert bar.accessibleDescription() == ""


@pytest.mark.parametrize("wide", [120, 312, 900])
def test_the_parts_of_a_bar_fill_it_and_never_overlap(wide: int, qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, Theme(percent=200))
    bar = StepBar("Involved", STEPS)
    qtbot.addWidget(bar)
    bar.resize(wide, bar.sizeHint().height())
    bar.show_step(4)

    parts = bar.parts()

    assert parts[0].left() == 0
    assert abs(parts[-1].right() - wide) <= 1
    assert all(one.right() < other.left() for one, other in itertools.pairwise(parts))
    bar.grab()
    assert bar.focusPolicy() == Qt.FocusPolicy.NoFocus
