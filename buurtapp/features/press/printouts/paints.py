"""The colours of a flyer: of a theme, in greys, or as lines that save ink."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from buurtapp.features.press.records import Ink
from buurtapp.features.press.rules import THEMES
from buurtapp.printing.art import Paint, Shape

Rgb = tuple[float, float, float]
BLACK: Rgb = (0x11 / 255,) * 3
WHITE: Rgb = (1.0, 1.0, 1.0)
_CREAM, _GREEN, _LEAF = "#F8E7D3", "#7C9A6A", "#4E7A46"
_OUTLINE, _CHECK_OUTLINE = 2.4, 0.9
_ON = {
    ("t1", "a"): "#F0B43C",
    ("t1", "g"): "#3B1F2B",
    ("t5", "g"): "#2F5230",
    ("t4", "g"): "#7FA66F",
    ("t4", "d"): "#7A4B5D",
    ("t3", "b"): "main",
    ("t3", "a"): "main",
}
"""Colours that change on some tiles, so that a motif keeps standing out."""


def rgb(written: str) -> Rgb:
    """Return "#BF3A22" as three numbers from 0 to 1."""
    return (int(written[1:3], 16) / 255, int(written[3:5], 16) / 255, int(written[5:7], 16) / 255)


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of one flyer. `main` is that of the title, `rule` of the line above the facts."""

    theme: str
    ink: Ink

    def of(self, written: str) -> Rgb:
        """Return a colour of the theme as this flyer prints it."""
        made = rgb(written)
        if self.ink == "colour":
            return made
        light = 0.299 * made[0] + 0.587 * made[1] + 0.114 * made[2]
        return (light, light, light)

    @property
    def main(self) -> Rgb:
        """The colour of title and icons."""
        return BLACK if self.ink == "saving" else self.of(THEMES[self.theme].main)

    @property
    def text(self) -> Rgb:
        """The colour of the text: near black."""
        return BLACK if self.ink == "saving" else self.of(THEMES[self.theme].ink)

    @property
    def dark(self) -> Rgb:
        """The dark colour of the theme."""
        return BLACK if self.ink == "saving" else self.of(THEMES[self.theme].dark)

    def tone(self, name: str) -> Rgb:
        """Return the colour of a tile."""
        if self.ink == "saving":
            return WHITE
        theme = THEMES[self.theme]
        tones = {"t1": theme.main, "t2": _CREAM, "t3": theme.accent, "t4": theme.dark, "t5": _GREEN}
        return self.of(tones[name])

    def motif(self, tone: str) -> Callable[[Shape], Paint]:
        """Return how the shapes of a motif on this tone are painted."""
        return self._saving if self.ink == "saving" else lambda shape: self._full(shape, tone)

    def _full(self, shape: Shape, tone: str) -> Paint:
        theme = THEMES[self.theme]
        if shape.line:
            color = WHITE if shape.paint == "wl" else self.of("#E4CDB4")
            return Paint(None, color, shape.line)
        if shape.paint == "c2":
            return Paint(
                _mixed(self.tone("t1"), WHITE, 0.24)
                if tone == "t1"
                else self.of(theme.main if tone == "t2" else _CREAM)
            )
        base = {"w": "#FFFFFF", "a": "#D9472B", "b": "#F0B43C", "g": _LEAF, "d": "#3B1F2B"}[shape.paint]
        chosen = _ON.get((tone, shape.paint), base)
        return Paint(self.of(theme.main if chosen == "main" else chosen))

    def _saving(self, shape: Shape) -> Paint:
        if shape.line:
            return Paint(None, BLACK, _OUTLINE)
        if shape.paint == "c2":
            return Paint(WHITE, BLACK, _CHECK_OUTLINE)
        return Paint(BLACK if shape.paint in {"d", "g"} else WHITE, BLACK, _OUTLINE)

    def icon(self, shape: Shape) -> Paint:
        """Return how a shape of an icon is painted."""
        return Paint(None, self.main, shape.line) if shape.line else Paint(self.main)

    def logo(self, shape: Shape) -> Paint:
        """Return how a shape of the house is painted: as lines when ink is saved."""
        if self.ink != "saving":
            color = WHITE if shape.paint == "white" else self.main
            return Paint(None, color, shape.line) if shape.line else Paint(color)
        if shape.kind == "circle" or shape.paint == "white":
            return Paint(WHITE, BLACK, 1.7)
        return Paint(None, BLACK, shape.line) if shape.line else Paint(BLACK)


def _mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return (red, green, blue)
