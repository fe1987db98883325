"""The parts a registration form is drawn with: heads of its blocks, fields to write in, boxes to cross.

Each returns where it lies, so that the form can be read back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from reportlab.lib.units import mm

from buurtapp.core.geometry import Box, TextField
from buurtapp.printing import fonts, lines
from buurtapp.printing.lines import Line
from buurtapp.printing.pen import Pen, fit_line

LEFT_MM, RIGHT_MM = 19.0, 191.0
BOX_MM = 4.5
BESIDE_MM = 2.6
"""From a box to the words beside it."""
FIELD_MM = 9.0
HEAD_MM = 8.0
LABEL_MM = 4.2
"""From the top of a field with its label to its frame."""
GREY = 0.35
_BOX_LINE_MM = 0.25
_FIELD_GREY = 0.45
_LABEL_SIZE, _SMALLEST_LABEL = 9.5, 7.5
_WRITTEN_SIZES = (12.0, 9.0, 7.0)
_GREEN = (0.173, 0.42, 0.29)
_POINT_MM = 25.4 / 72
_CAP = 0.33
"""From the middle of a line of text down to its base line, in parts of its size."""


def draw_head(pen: Pen, number: int, title: str, hint: str, y: float) -> float:
    """Draw the head of a block, with a hint at its right; return where the block begins."""
    face = fonts.face("display", 700)
    x = LEFT_MM + pen.text(str(number), LEFT_MM, y + 5.0, face, 13.5) + 2.4
    x += pen.text(title, x, y + 5.0, face, 13.5) + 5.0
    if hint:
        made = on_one_line(hint, fonts.face("text"), 9.5, 7.5, RIGHT_MM - x)
        pen.line_of_text(made, RIGHT_MM, y + 5.0, "right", GREY)
    pen.rule(LEFT_MM, y + 6.8, RIGHT_MM, y + 6.8, 0.3, _GREEN)
    return y + HEAD_MM


def on_one_line(sentence: str, face: str, size: float, smallest: float, room_mm: float) -> Line:
    """Return a text on one line: smaller when it is long, cut with "…" when it is far too long."""
    made = fit_line(" ".join(sentence.split()), face, size, smallest, room_mm)
    if len(made) == 1:
        return made[0]
    kept = lines.wrap(made[0].text, face, made[0].size, room_mm * mm - made[0].size)[0].text.rstrip()
    return lines.line(f"{kept}…", face, made[0].size)


def draw_field(  # noqa: PLR0913 - a field has a place, a size, a name and what stands in it
    pen: Pen,
    name: str,
    label: str,
    place_mm: tuple[float, float, float],
    meaning: Mapping[str, object],
    written: str = "",
    height_mm: float = FIELD_MM,
) -> tuple[TextField, bool]:
    """Draw a label and below it a frame, at (x, y, width); return the frame, and whether what is known fits in it."""
    x, y, wide = place_mm
    pen.line_of_text(
        on_one_line(label, fonts.face("text"), _LABEL_SIZE, _SMALLEST_LABEL, wide), x, y + LABEL_MM - 1.2, "left", GREY
    )
    top = y + LABEL_MM
    pen.frame(x, top, wide, height_mm, 0.2, _FIELD_GREY)
    fits = _write(pen, written, (x, top, wide, height_mm)) if written.strip() else True
    return TextField(name, round(x, 3), round(top, 3), round(wide, 3), height_mm, dict(meaning)), fits


def _write(pen: Pen, written: str, place_mm: tuple[float, float, float, float]) -> bool:
    """Print what is known in a frame, on one line or two; return whether all of it fits."""
    x, top, wide, high = place_mm
    face, room = fonts.face("text"), wide - 3.0
    large, least, small = _WRITTEN_SIZES
    made = fit_line(written, face, large, least, room)
    if len(made) > 1:
        made = lines.wrap(written, face, small, room * mm)
    kept = made[: max(1, int(high / (small * 1.25 * _POINT_MM)))]
    pitch = kept[0].size * 1.25 * _POINT_MM
    at = top + high / 2 - pitch * len(kept) / 2
    for line in kept:
        if line.right_to_left:
            pen.line_of_text(line, x + wide - 1.5, at + pitch / 2 + line.size * _CAP * _POINT_MM, "right", 0.0)
        else:
            pen.line_of_text(line, x + 1.5, at + pitch / 2 + line.size * _CAP * _POINT_MM, "left", 0.0)
        at += pitch
    return len(kept) == len(made)


def draw_box(  # noqa: PLR0913 - a box has a place, a shape, a name and a meaning
    pen: Pen,
    name: str,
    x: float,
    middle: float,
    meaning: Mapping[str, object],
    shape: Literal["square", "circle"] = "square",
) -> Box:
    """Draw an empty box whose middle line is at y; circles are for one answer, squares for any number."""
    box = Box(name, round(x, 3), round(middle - BOX_MM / 2, 3), BOX_MM, BOX_MM, shape, dict(meaning))
    radius = BOX_MM / 2 if shape == "circle" else 0.0
    pen.frame(box.x_mm, box.y_mm, BOX_MM, BOX_MM, _BOX_LINE_MM, 0.0, radius_mm=radius)
    return box


def draw_beside(pen: Pen, words: str, x: float, middle: float, room_mm: float) -> bool:
    """Write the words of a box at its right; return whether they fit."""
    made = on_one_line(words, fonts.face("text"), 11, 8.5, room_mm)
    pen.line_of_text(made, x + BOX_MM + BESIDE_MM, middle + made.size * _CAP * _POINT_MM)
    return not made.text.endswith("…") or words.endswith("…")


def draw_block(pen: Pen, made: Sequence[Line], place_mm: tuple[float, float, float], leading: float) -> None:
    """Write lines around a middle line, at (x, middle, width); those of a right-to-left script begin at the right."""
    x, middle, width_mm = place_mm
    pitch = made[0].size * leading * _POINT_MM
    at = middle - pitch * len(made) / 2
    for line in made:
        base = at + pitch / 2 + line.size * _CAP * _POINT_MM
        if line.right_to_left:
            pen.line_of_text(line, x + width_mm, base, "right")
        else:
            pen.line_of_text(line, x, base)
        at += pitch
