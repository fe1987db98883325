"""The strip above the boxes of a form that says how to cross: right, taken back, wrong; and with what pen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.lib.units import mm

from buurtapp.printing import fonts
from buurtapp.printing.pen import Pen

_EXAMPLE_MM = 4.5
_INSET_MM, _BESIDE_MM, _GAP_MM = 2.5, 2.6, 4.0
_SIZE = 10.0
_FIELD_GREY = 0.55
_TINT = (0.965, 0.957, 0.925)


@dataclass(frozen=True, slots=True)
class Example:
    """A box as somebody filled it in, with what it means: one strong word, and the rest."""

    how: Literal["cross", "blacked", "ring"]
    strong: str
    rest: str


def draw_strip(pen: Pen, place_mm: tuple[float, float, float, float], examples: Sequence[Example], ending: str) -> None:
    """Draw the examples in a tinted strip (x, y, width, height), and the ending at its right; letters shrink to fit."""
    left, y, wide, high = place_mm
    pen.frame(left, y, wide, high, 0.2, _FIELD_GREY, filling=_TINT, radius_mm=1.6)
    bold, plain = fonts.face("text", 700), fonts.face("text")
    room = wide - 2 * _INSET_MM - len(examples) * (_EXAMPLE_MM + _BESIDE_MM)
    wanted = fonts.width(ending, bold, _SIZE)
    wanted += sum(fonts.width(one.strong, bold, _SIZE) + fonts.width(f" {one.rest}", plain, _SIZE) for one in examples)
    size = min(_SIZE, _SIZE * (room - _GAP_MM * len(examples)) * mm / wanted)
    gap = (room - wanted * size / _SIZE / mm) / len(examples)
    x = left + _INSET_MM
    top = y + (high - _EXAMPLE_MM) / 2
    base = y + high / 2 + 1.25
    for one in examples:
        pen.frame(x, top, _EXAMPLE_MM, _EXAMPLE_MM, 0.25, 0.0, filling=1.0)
        {"cross": _draw_cross, "blacked": _draw_blacked, "ring": _draw_ring}[one.how](pen, x, top)
        x += _EXAMPLE_MM + _BESIDE_MM
        x += pen.text(one.strong, x, base, bold, size)
        x += pen.text(f" {one.rest}", x, base, plain, size) + gap
    pen.text(ending, left + wide - _INSET_MM, base, bold, size, "right")


def _draw_cross(pen: Pen, x: float, y: float) -> None:
    for to_left in (False, True):
        start, end = (x + 0.7, x + _EXAMPLE_MM - 0.7)[:: -1 if to_left else 1]
        pen.rule(start, y + 0.7, end, y + _EXAMPLE_MM - 0.7, 0.5)


def _draw_blacked(pen: Pen, x: float, y: float) -> None:
    pen.frame(x + 0.5, y + 0.5, _EXAMPLE_MM - 1.0, _EXAMPLE_MM - 1.0, 0.3, 0.0, filling=0.0)


def _draw_ring(pen: Pen, x: float, y: float) -> None:
    pen.canvas.setLineWidth(0.35 * mm)
    pen.canvas.setStrokeGray(0.0)
    wide, high = _EXAMPLE_MM + 2.2, _EXAMPLE_MM + 1.4
    left, top = x - 1.1, y - 0.7
    pen.canvas.ellipse(
        left * mm, (pen.height_mm - top - high) * mm, (left + wide) * mm, (pen.height_mm - top) * mm, stroke=1, fill=0
    )
