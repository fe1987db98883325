"""The icons of what comes every week, on a grid of 24: thin lines with round ends."""

from __future__ import annotations

from buurtapp.core.text import fold
from buurtapp.printing.art import Shape, circle, path

_LINE = 2.0


def _line(written: str) -> Shape:
    return path(written, "ln", _LINE)


ICONS: dict[str, tuple[Shape, ...]] = {
    "people": (
        circle(8.4, 7.8, 3.4, "ln", _LINE),
        _line("M2.2 20c0-4 2.8-6.4 6.2-6.4s6.2 2.4 6.2 6.4"),
        circle(17, 9, 2.6, "ln", _LINE),
        _line("M17.2 14.2c2.7 0 4.7 1.9 4.7 5"),
    ),
    "cup": (
        _line(
            "M4 8.6h12.6v6.2a4.8 4.8 0 0 1-4.8 4.8H8.8A4.8 4.8 0 0 1 4 14.8z"
            "M16.6 10h1.6a2.6 2.6 0 0 1 0 5.4h-1.8M7.6 3v2.6M12.4 3v2.6"
        ),
    ),
    "pot": (
        _line(
            "M4.4 10h15.2v6.6a3.4 3.4 0 0 1-3.4 3.4H7.8a3.4 3.4 0 0 1-3.4-3.4z"
            "M2 12.4h2.4M19.6 12.4H22M3.6 10h16.8M9.6 7V4.6M14.4 7V4.6"
        ),
    ),
    "talk": (_line("M3 4.4h18v12H11l-5 4.2v-4.2H3z"), _line("M7 8.8h10M7 12.2h6.6")),
    "leaf": (_line("M4 20.5C4 10 9 4 20.5 3.6 20.8 15 15 20 7 17.6M4 20.5c2-5.5 5.5-9 10.5-11.4"),),
    "tool": (
        _line(
            "M14.6 6.2a4.6 4.6 0 0 1 5.8-2.4l-2.8 2.9 1.7 2.3 3-1.8a4.6 4.6 0 0 1-6.9 4.6L8 19.6a2.2 2.2 0 0 1-3.2-3.1z"
        ),
    ),
}
_WORDS = (
    ("cup", ("koffie", "thee", "inloop", "ontmoet")),
    ("pot", ("soep", "eten", "maaltijd", "koken", "lunch", "ontbijt")),
    ("talk", ("taal", "praat", "gesprek", "vergader", "spreekuur", "lees")),
    ("leaf", ("groen", "tuin", "moestuin", "planten")),
    ("tool", ("klus", "repar", "fiets", "maken")),
)


def icon_for(title: str, kind: str) -> tuple[Shape, ...]:
    """Return the icon that goes with a title, else with a kind of activity; two people when nothing does."""
    for words in (fold(title), fold(kind)):
        for name, beginnings in _WORDS:
            if any(word.startswith(beginnings) for word in words.split()):
                return ICONS[name]
    return ICONS["people"]
