"""The picture of the style "tafel": a cloth of tiles with food on it, for any rectangle; as in the print rules."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from buurtapp.printing.art import Shape, circle, path, rect

TONES = ("t1", "t2", "t3", "t4", "t5")
_ORDER = ("plate", "check", "pot", "melon", "lemon", "fish", "check", "tomato", "bread", "glass", "carrot", "cutlery")
_NOT_ON = {
    "plate": {"t2"},
    "cutlery": {"t2", "t3"},
    "fish": {"t2"},
    "lemon": {"t3", "t2"},
    "bread": {"t3"},
    "carrot": {"t3"},
    "tomato": {"t1"},
    "glass": {"t2", "t3"},
    "melon": {"t5"},
    "pot": {"t4"},
    "check": set(),
}
_FEWEST_COLUMNS, _MOST_COLUMNS, _MOST_TILES = 4, 14, 40


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile: its place and size in mm within the picture, its motif and the tone it lies on."""

    x: float
    y: float
    w: float
    h: float
    motif: str
    tone: str


def _lemon() -> tuple[Shape, ...]:
    wedges = []
    for piece in range(8):
        begin, end = math.radians(piece * 45), math.radians((piece + 1) * 45)
        middle = (begin + end) / 2

        def at(radius: float, angle: float) -> str:
            return f"{50 + radius * math.cos(angle):.1f} {50 + radius * math.sin(angle):.1f}"

        wedges.append(path(f"M{at(4, middle)}L{at(27, begin + 0.09)}A27 27 0 0 1 {at(27, end - 0.09)}z", "b"))
    return (circle(50, 50, 37, "b"), circle(50, 50, 31, "w"), *wedges)


MOTIFS: dict[str, tuple[Shape, ...]] = {
    "plate": (
        circle(50, 50, 38, "w"),
        circle(50, 50, 27, "nl", 2.2),
        circle(42, 45, 9, "a"),
        circle(57, 43, 8, "a"),
        circle(50, 58, 9, "a"),
        path("M60 60c8-2 13 2 14 9-8 2-13-1-14-9z", "g"),
        path("M35 60c-6 1-9 5-8 11 6 0 9-4 8-11z", "g"),
    ),
    "pot": (
        rect(4, 43, 16, 14, "d", 5),
        rect(80, 43, 16, 14, "d", 5),
        circle(50, 50, 36, "d"),
        circle(50, 50, 28, "b"),
        circle(42, 44, 4, "g"),
        circle(57, 40, 3, "w"),
        circle(60, 56, 5, "a"),
        circle(46, 60, 3.4, "g"),
        circle(52, 49, 2.4, "w"),
        circle(36, 54, 3, "w"),
    ),
    "cutlery": (
        path("M30 14h4v22h3V14h4v22h3V14h4v24c0 6-3 9-6 10v38a3 3 0 0 1-6 0V48c-3-1-7-4-7-10V14z", "w"),
        path("M66 14c9 4 11 24 8 38h-5v34a3 3 0 0 1-6 0V17c0-2 1-3.5 3-3z", "w"),
    ),
    "lemon": _lemon(),
    "bread": (
        path("M16 56c0-18 16-28 34-28s34 10 34 28c0 8-5 14-12 14H28c-7 0-12-6-12-14z", "b"),
        path("M34 36l8 14M50 33l8 15M66 37l6 12", "wl", 4),
    ),
    "fish": (
        path("M12 50c12-24 44-28 60-6l16-14c-3 12-3 28 0 40L72 56C56 78 24 74 12 50z", "w"),
        circle(29, 46, 4, "d"),
        path("M42 38c5 8 5 16 0 24M54 37c4 8 4 18 0 26", "nl", 2.2),
    ),
    "tomato": (
        circle(50, 54, 34, "a"),
        path("M50 28l5 9 11-3-5 9 8 6-12 1-7 9-6-9-13-1 9-6-5-9 11 3z", "g"),
    ),
    "melon": (
        path("M8 40h84a42 42 0 0 1-84 0z", "g"),
        path("M15 40h70a35 35 0 0 1-70 0z", "w"),
        path("M19 40h62a31 31 0 0 1-62 0z", "a"),
        *(
            path(f"M{x} {y}c2 3 2 5 0 7-2-2-2-4 0-7z", "d")
            for x, y in ((36, 48), (50, 46), (64, 48), (43, 58), (57, 58))
        ),
    ),
    "carrot": (
        path("M30 38c10-10 28-8 36 2L46 88c-2 4-6 3-8-1z", "b", turned=38),
        path("M66 34c0-12 4-20 8-22 3 6 2 14-2 22M66 34c8-6 18-8 24-5-3 6-12 9-22 9M66 34", "g"),
    ),
    "glass": (
        circle(50, 50, 30, "w"),
        circle(50, 50, 23, "b"),
        circle(58, 43, 8, "w"),
        path("M44 62c-4 0-8-2-10-6", "wl", 4),
    ),
    "check": tuple(
        rect(column * 25, row * 25, 25, 25, "c2") for column in range(4) for row in range(4) if (column + row) % 2 == 0
    ),
}


def grid(w: float, h: float) -> tuple[int, int]:
    """Return columns and rows: the tiles nearest to squares, few rather than many."""
    best, best_score = (_FEWEST_COLUMNS, 1), math.inf
    for columns in range(_FEWEST_COLUMNS, _MOST_COLUMNS + 1):
        rows = max(1, round(h / (w / columns)))
        score = abs(h / rows / (w / columns) - 1) + max(0, columns - 5) * 0.035 + max(0, columns - 9) * 0.05
        if rows * columns <= _MOST_TILES and score < best_score:
            best, best_score = (columns, rows), score
    return best


def tiles(w: float, h: float) -> Iterator[Tile]:
    """Yield the tiles of a cloth of this size in mm; neighbours never have the same tone."""
    columns, rows = grid(w, h)
    tile_w, tile_h = w / columns, h / rows
    above: list[str] = []
    for row in range(rows):
        here: list[str] = []
        for column in range(columns):
            motif = _ORDER[(column + row * columns + _shift(columns, row)) % len(_ORDER)]
            left = here[-1] if here else ""
            up = above[column] if above else ""
            tone = _tone(column * 2 + row * 3, motif, left, up)
            here.append(tone)
            yield Tile(column * tile_w, row * tile_h, tile_w, tile_h, motif, tone)
        above = here


def _shift(columns: int, row: int) -> int:
    """Keep the same motif from standing in one column all the way down."""
    if columns not in {4, 6, 8, 12}:
        return 0
    first = row // 2 * 3 if columns == 6 else row * columns // 12 * 5
    return first + (row * 3 if columns in {8, 12} else 0)


def _tone(start: int, motif: str, left: str, up: str) -> str:
    tone = TONES[start % len(TONES)]
    for step in range(9):
        tone = TONES[(start + step) % len(TONES)]
        if tone not in _NOT_ON[motif] and tone not in {left, up}:
            break
    return tone
