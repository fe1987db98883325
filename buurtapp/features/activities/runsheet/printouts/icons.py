"""The small drawings on a run sheet, as lines in a square of 24 (Lucide, ISC licence; see resources/icons)."""

from __future__ import annotations

from collections.abc import Mapping

from reportlab.lib.units import mm

from buurtapp.printing import art
from buurtapp.printing.art import Paint, Shape
from buurtapp.printing.pen import Pen

_SQUARE = 24
_THICK = 2.0
PATHS: Mapping[str, tuple[str, ...]] = {
    "phone": (
        (
            "M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1"
            " 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351"
            "a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"
        ),
    ),
    "tools": (
        (
            "M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.77-3.77a6 6 0 0 1-7.94 7.94l-6.91 6.91a2.12 2.12 0 0 1"
            "-3-3l6.91-6.91a6 6 0 0 1 7.94-7.94l-3.76 3.76z"
        ),
    ),
    "care": (
        "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3",
        "M12 9v4",
        "M12 17h.01",
    ),
    "umbrella": (
        "M12 13v7a2 2 0 0 0 4 0",
        "M12 2v2",
        "M20.992 13a1 1 0 0 0 .97-1.274 10.284 10.284 0 0 0-19.923 0A1 1 0 0 0 3 13z",
    ),
    "check": ("M20 6 9 17l-5-5",),
}


def draw_icon(pen: Pen, name: str, x_mm: float, y_mm: float, size_mm: float) -> None:
    """Draw an icon in black with its top left corner there."""
    scale = size_mm * mm / _SQUARE
    place = (x_mm * mm, (pen.height_mm - y_mm) * mm, scale)
    shapes = [art.path(written, "ink", line=_THICK) for written in PATHS[name]]
    art.draw(pen.canvas, shapes, place, _painted)


def _painted(shape: Shape) -> Paint:
    return Paint(None, (0.08, 0.08, 0.08), shape.line)
