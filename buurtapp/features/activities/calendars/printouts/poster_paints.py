"""The colours of the agenda: those of forms and reports, or black lines on white that save ink."""

from __future__ import annotations

from dataclasses import dataclass

from buurtapp.printing.art import Paint, Shape

Rgb = tuple[float, float, float]
_WHITE: Rgb = (1.0, 1.0, 1.0)
_BLACK: Rgb = (0x16 / 255, 0x14 / 255, 0x12 / 255)
_MAIN: Rgb = (0x2C / 255, 0x6B / 255, 0x4A / 255)
_INK: Rgb = (0x16 / 255, 0x21 / 255, 0x1B / 255)
_ACCENT: Rgb = (0xE9 / 255, 0xA9 / 255, 0x3A / 255)
_TINT: Rgb = (0xE6 / 255, 0xF0 / 255, 0xE9 / 255)
_HOUSE_LINE = 1.7


@dataclass(frozen=True, slots=True)
class Inks:
    """What everything is painted with; `saving` prints lines instead of surfaces."""

    saving: bool = False

    @property
    def ink(self) -> Rgb:
        """The colour of words."""
        return _BLACK if self.saving else _INK

    @property
    def rule(self) -> Rgb:
        """The colour of lines."""
        return _BLACK if self.saving else _MAIN

    @property
    def band(self) -> tuple[Rgb, float]:
        """Ground and line of the band of every week."""
        return (_WHITE, 0.5) if self.saving else (_TINT, 0.0)

    def tile(self, *, stands_out: bool) -> tuple[Rgb, float, Rgb]:
        """Return ground, line in mm and words of the tile of a day."""
        if self.saving:
            return _WHITE, 1.2 if stands_out else 0.7, _BLACK
        return (_ACCENT, 0.0, _BLACK) if stands_out else (_MAIN, 0.0, _WHITE)

    def disc(self, *, stands_out: bool) -> tuple[Rgb, float, Rgb]:
        """Return ground, line in mm and number of a day in the small month; a small surface may be black."""
        if self.saving:
            return (_WHITE, 0.7, _BLACK) if stands_out else (_BLACK, 0.0, _WHITE)
        return (_ACCENT, 0.0, _BLACK) if stands_out else (_MAIN, 0.0, _WHITE)

    def icon(self, shape: Shape) -> Paint:
        """Return how a shape of an icon is painted."""
        return Paint(None, self.ink, shape.line) if shape.line else Paint(self.ink)

    def house(self, shape: Shape) -> Paint:
        """Return how a shape of the house is painted: as lines when ink is saved."""
        if not self.saving:
            color = _WHITE if shape.paint == "white" else _MAIN
            return Paint(None, color, shape.line) if shape.line else Paint(color)
        if shape.kind == "circle" or shape.paint == "white":
            return Paint(_WHITE, _BLACK, _HOUSE_LINE)
        return Paint(None, _BLACK, shape.line) if shape.line else Paint(_BLACK)
