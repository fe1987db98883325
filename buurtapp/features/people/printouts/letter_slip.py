"""The slip at the foot of a letter: cut along the line, fill it in, hand it in."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm

from buurtapp.features.people.printouts.list_frame import Type, draw_lines, fitted
from buurtapp.printing import art, fonts
from buurtapp.printing.pen import Pen

_ABOVE_MM, _TITLE_MM, _LINE_MM = 7.0, 5.0, 9.5
_SCISSORS = art.path(
    "M6 3.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM6 15.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z"
    "M8.2 7.8 20.4 18.6M8.2 16.2 20.4 5.4",
    "ink",
    1.8,
)


def slip_mm(slip: Sequence[str]) -> float:
    """Return how high a slip is; nothing without words."""
    return _ABOVE_MM + _TITLE_MM + _LINE_MM * len(slip[1:]) if slip else 0.0


def draw_slip(pen: Pen, slip: Sequence[str], left_mm: float, right_mm: float, to_mm: float) -> None:
    """Draw a slip that ends at a height: its first words are bold, behind each of the others is a line to write on."""
    if not slip:
        return
    top = to_mm - slip_mm(slip)
    pen.canvas.saveState()
    pen.canvas.setDash(1.6 * mm, 1.1 * mm)
    pen.rule(left_mm - 12.0, top + 3.0, right_mm + 12.0, top + 3.0, 0.3, 0.35)
    pen.canvas.restoreState()
    side = 4.4
    place = ((left_mm - 18.0) * mm, (pen.height_mm - top - 3.0 + side / 2) * mm, side / 24 * mm)
    art.draw(pen.canvas, (_SCISSORS,), place, lambda one: art.Paint(None, (0.2, 0.2, 0.2), one.line))
    wide = right_mm - left_mm
    title = fitted(slip[0], Type(fonts.face("text", 700), 11.5, 9.0), wide, _TITLE_MM)
    draw_lines(pen, title, left_mm, top + _ABOVE_MM - 1.5, 0.08)
    base = top + _ABOVE_MM + _TITLE_MM
    for words in slip[1:]:
        base += _LINE_MM
        written = fitted(words, Type(fonts.face("text"), 11.0, 8.5), wide * 0.6, _LINE_MM)
        draw_lines(pen, written, left_mm, base - 4.6, 0.08)
        pen.rule(left_mm + written.width_mm + 2.0, base, right_mm, base, 0.2, 0.45)
