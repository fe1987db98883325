"""Several small pages on one sheet of A4, with ticks where to cut. Lengths in mm."""

from __future__ import annotations

from buurtapp.printing.pen import Pen

TICK_FROM, TICK_TO, CROSS, THICK = 5.5, 9.5, 5.0, 0.2


def sheet(up: int) -> tuple[float, float]:
    """Return the paper for so many on one sheet: A4 standing for four A6, lying for two A5."""
    return (297.0, 210.0) if up == 2 else (210.0, 297.0)


def cells(up: int) -> list[tuple[float, float]]:
    """Return the top left corners of the pages on the sheet; they touch, so that one cut serves both."""
    if up == 2:
        return [(0.0, 0.0), (148.5, 0.0)]
    return [(0.0, 0.0), (105.0, 0.0), (0.0, 148.5), (105.0, 148.5)]


def cut_marks(pen: Pen, up: int) -> None:
    """Draw ticks on the lines where to cut: they fall away with the cut. A cross marks where two cuts meet."""
    width, height = sheet(up)
    across = width / 2
    pen.rule(across, TICK_FROM, across, TICK_TO, THICK)
    pen.rule(across, height - TICK_TO, across, height - TICK_FROM, THICK)
    if up == 4:
        down = height / 2
        pen.rule(TICK_FROM, down, TICK_TO, down, THICK)
        pen.rule(width - TICK_TO, down, width - TICK_FROM, down, THICK)
        pen.rule(across - CROSS / 2, down, across + CROSS / 2, down, THICK)
        pen.rule(across, down - CROSS / 2, across, down + CROSS / 2, THICK)
