"""Where things lie on a run sheet, in mm from the top left corner, and its colours.

The page comes home, so nothing but its marks lies in the corners and half-way the sides (see `printing/marks.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

LEFT_MM, RIGHT_MM = 19.0, 191.0
BOTTOM_MM = 271.6
WIDTH_MM = RIGHT_MM - LEFT_MM
WHEN_MM, TITLE_MM, WHO_MM, NEEDS_MM, TICK_MM = 20.5, 40.0, 101.0, 132.0, 180.0
"""Where the columns begin; the box to tick stands in the middle of the last one."""
HEAD_MM, BAND_MM = 6.5, 6.2
BOX_MM, BOX_LINE_MM = 4.5, 0.25
GAP_MM = 3.2
GREY, RULE_GREY, FIELD_GREY = 0.35, 0.62, 0.55
GREEN = (0.169, 0.42, 0.29)
TINT = (0.957, 0.949, 0.925)
WHITE = (1.0, 1.0, 1.0)
INK = 0.08


@dataclass(frozen=True, slots=True)
class Density:
    """How close the rows are: the least height of one, the size of its letters, and the white above and below them.

    Boxes that are read from a photo are at least eight mm apart.
    """

    row_mm: float
    size: float
    pad_mm: float


DENSITIES = (
    Density(10.0, 10.5, 1.7),
    Density(9.0, 10.0, 1.3),
    Density(8.0, 9.5, 1.0),
    Density(8.0, 9.0, 0.5),
)
"""From roomy to close; the roomiest that needs no more pages is taken."""
