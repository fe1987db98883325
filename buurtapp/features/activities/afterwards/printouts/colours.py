"""The colour of a group on its own paper, by the name of its theme (print rules, section 5)."""

from __future__ import annotations

from collections.abc import Mapping

Rgb = tuple[float, float, float]
_MAIN: Mapping[str, str] = {
    "tomaat": "BF3A22",
    "delft": "1F4E8C",
    "blad": "2C7442",
    "feest": "B4256B",
    "koffie": "8A4B2A",
    "zon": "141414",
}
_HOUSE = "2C6B4A"
WHITE: Rgb = (1.0, 1.0, 1.0)
INK: Rgb = (0.086, 0.129, 0.106)
ACCENT: Rgb = (0.914, 0.663, 0.227)
PALE: Rgb = (0.902, 0.941, 0.914)
"""Ink, accent and tint of the house."""


def main_of(theme: str) -> Rgb:
    """Return the main colour of a theme; that of the house when there is none. White text on it is readable."""
    code = _MAIN.get(theme, _HOUSE)
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue
