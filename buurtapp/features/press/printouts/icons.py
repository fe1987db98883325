"""The icons of a flyer on a grid of 24: thin lines with round ends; "so" parts are filled."""

from __future__ import annotations

from buurtapp.printing.art import Shape, circle, path, rect

_LINE = 2.0


def _line(written: str) -> Shape:
    return path(written, "ln", _LINE)


ICONS: dict[str, tuple[Shape, ...]] = {
    "cal": (
        _line("M5.2 5h13.6a2 2 0 0 1 2 2v11.6a2 2 0 0 1-2 2H5.2a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z"),
        _line("M3.2 10h17.6M8 2.6v4.4M16 2.6v4.4"),
        rect(7, 13, 3.6, 3.6, "so"),
    ),
    "pin": (
        _line("M12 21.6C7.4 16.4 5 12.9 5 9.6a7 7 0 0 1 14 0c0 3.3-2.4 6.8-7 12z"),
        circle(12, 9.6, 2.5, "so"),
    ),
    "people": (
        circle(8.4, 7.8, 3.4, "ln", _LINE),
        _line("M2.2 20c0-4 2.8-6.4 6.2-6.4s6.2 2.4 6.2 6.4"),
        circle(17, 9, 2.6, "ln", _LINE),
        _line("M17.2 14.2c2.7 0 4.7 1.9 4.7 5"),
    ),
    "euro": (
        circle(12, 12, 9.2, "ln", _LINE),
        _line("M15.8 8.4A4.8 4.8 0 1 0 15.8 15.6M6.6 10.9h6M6.6 13.4h5.4"),
    ),
}
