"""Drawings as data: circles, rectangles and SVG paths, in a square of 100 by 100, drawn in any size and colour."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|-?(?:\d+\.\d+|\.\d+|\d+)(?:e-?\d+)?")
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
Move = tuple[str, tuple[float, ...]]
"""("m" | "l" | "c" | "z", absolute points)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of a drawing. `paint` names a colour of the style; `line` > 0 draws the outline that thick instead."""

    kind: Literal["circle", "rect", "path"]
    paint: str
    numbers: tuple[float, ...] = ()
    path: str = ""
    line: float = 0.0
    turned: float = 0.0


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is painted: red, green and blue from 0 to 1; None leaves filling or outline away."""

    fill: tuple[float, float, float] | None
    stroke: tuple[float, float, float] | None = None
    thick: float = field(default=0.0)


def circle(x: float, y: float, radius: float, paint: str, line: float = 0.0) -> Shape:
    """Return a circle."""
    return Shape("circle", paint, (x, y, radius), line=line)


def rect(x: float, y: float, w: float, h: float, paint: str, radius: float = 0.0) -> Shape:  # noqa: PLR0913 - a box
    """Return a rectangle, with round corners when asked."""
    return Shape("rect", paint, (x, y, w, h, radius))


def path(written: str, paint: str, line: float = 0.0, turned: float = 0.0) -> Shape:
    """Return a path as SVG writes it; `turned` in degrees around the middle (50, 50)."""
    return Shape("path", paint, path=written, line=line, turned=turned)


def draw(
    canvas: Canvas, shapes: Iterable[Shape], place: tuple[float, float, float], painted: Callable[[Shape], Paint]
) -> None:
    """Draw shapes with their top left corner at (x, y) in points, y upwards, each unit `scale` points large."""
    x, y, scale = place
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, -scale)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for shape in shapes:
        paint = painted(shape)
        if paint.fill is not None:
            canvas.setFillColorRGB(*paint.fill)
        if paint.stroke is not None:
            canvas.setStrokeColorRGB(*paint.stroke)
            canvas.setLineWidth(paint.thick)
        _draw_one(canvas, shape, int(paint.fill is not None), int(paint.stroke is not None))
    canvas.restoreState()


def _draw_one(canvas: Canvas, shape: Shape, fill: int, stroke: int) -> None:
    if shape.kind == "circle":
        x, y, radius = shape.numbers
        canvas.circle(x, y, radius, stroke=stroke, fill=fill)
    elif shape.kind == "rect":
        x, y, w, h, radius = shape.numbers
        canvas.roundRect(x, y, w, h, radius, stroke=stroke, fill=fill) if radius else canvas.rect(
            x, y, w, h, stroke, fill
        )
    else:
        canvas.saveState()
        if shape.turned:
            canvas.translate(50, 50)
            canvas.rotate(shape.turned)
            canvas.translate(-50, -50)
        drawn = canvas.beginPath()
        for kind, points in moves(shape.path):
            {"m": drawn.moveTo, "l": drawn.lineTo, "c": drawn.curveTo, "z": drawn.close}[kind](*points)
        canvas.drawPath(drawn, stroke=stroke, fill=fill)
        canvas.restoreState()


@functools.cache
def moves(written: str) -> tuple[Move, ...]:
    """Return an SVG path as moves, lines and Bézier curves with absolute points; raises ValueError."""
    made: list[Move] = []
    x = y = start_x = start_y = 0.0
    last_curve: tuple[float, float] | None = None
    last_bend: tuple[float, float] | None = None
    for letter, values in _commands(written):
        here = letter.upper()
        dx, dy = (x, y) if letter.islower() else (0.0, 0.0)
        curve: tuple[float, float] | None = None
        bend: tuple[float, float] | None = None
        if here == "Z":
            made.append(("z", ()))
            x, y = start_x, start_y
        elif here in "ML":
            x, y = values[0] + dx, values[1] + dy
            made.append((here.lower(), (x, y)))
            if here == "M":
                start_x, start_y = x, y
        elif here in "HV":
            x, y = (values[0] + dx, y) if here == "H" else (x, values[0] + dy)
            made.append(("l", (x, y)))
        elif here == "A":
            to = values[5] + dx, values[6] + dy
            made += [("c", points) for points in _arc((x, y), values, to)]
            x, y = to
        else:
            placed = [value + (dx if at % 2 == 0 else dy) for at, value in enumerate(values)]
            points, curve, bend = _curve(here, (x, y), placed, last_curve, last_bend)
            made.append(("c", points))
            x, y = points[4], points[5]
        last_curve, last_bend = curve, bend
    return tuple(made)


def _commands(written: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; numbers that go on repeat the command."""
    letter = ""
    numbers: list[float] = []
    for token in _TOKEN.findall(written):
        if token.isalpha():
            letter = token
            if letter in "Zz":
                yield letter, []
            continue
        if not letter:
            raise ValueError(written)
        numbers.append(float(token))
        if len(numbers) == _SIZES[letter.upper()]:
            yield letter, numbers
            numbers = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)
    if numbers:
        raise ValueError(written)


def _curve(
    kind: str,
    at: tuple[float, float],
    placed: list[float],
    last_curve: tuple[float, float] | None,
    last_bend: tuple[float, float] | None,
) -> tuple[tuple[float, ...], tuple[float, float] | None, tuple[float, float] | None]:
    """Return a curve of six numbers, and the points a smooth curve after it goes on from."""
    x, y = at
    if kind == "C":
        return tuple(placed), (placed[2], placed[3]), None
    if kind == "S":
        first = (2 * x - last_curve[0], 2 * y - last_curve[1]) if last_curve else at
        return (*first, *placed), (placed[0], placed[1]), None
    if kind == "T":
        bend = (2 * x - last_bend[0], 2 * y - last_bend[1]) if last_bend else at
        end = placed[0], placed[1]
    else:
        bend, end = (placed[0], placed[1]), (placed[2], placed[3])
    first = x + (bend[0] - x) * 2 / 3, y + (bend[1] - y) * 2 / 3
    second = end[0] + (bend[0] - end[0]) * 2 / 3, end[1] + (bend[1] - end[1]) * 2 / 3
    return (*first, *second, *end), None, bend


def _arc(at: tuple[float, float], values: list[float], to: tuple[float, float]) -> Iterator[tuple[float, ...]]:
    """Yield Bézier curves for a circular arc (SVG 1.1, appendix F.6; all arcs of our drawings are of circles)."""
    radius, large, sweep = values[0], bool(values[3]), bool(values[4])
    half_x, half_y = (to[0] - at[0]) / 2, (to[1] - at[1]) / 2
    half = math.hypot(half_x, half_y)
    if half == 0 or radius == 0:
        return
    radius = max(radius, half)
    height = math.sqrt(max(radius**2 - half**2, 0)) * (1 if large != sweep else -1)
    middle = (at[0] + to[0]) / 2 - half_y / half * height, (at[1] + to[1]) / 2 + half_x / half * height
    begin = math.atan2(at[1] - middle[1], at[0] - middle[0])
    end = math.atan2(to[1] - middle[1], to[0] - middle[0])
    turn = (end - begin) % (2 * math.pi)
    if not sweep:
        turn -= 2 * math.pi
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / pieces
    handle = 4 / 3 * math.tan(step / 4) * radius
    for piece in range(pieces):
        one, two = begin + piece * step, begin + (piece + 1) * step
        x1, y1 = middle[0] + radius * math.cos(one), middle[1] + radius * math.sin(one)
        x2, y2 = middle[0] + radius * math.cos(two), middle[1] + radius * math.sin(two)
        yield (
            x1 - handle * math.sin(one),
            y1 + handle * math.cos(one),
            x2 + handle * math.sin(two),
            y2 - handle * math.cos(two),
            x2,
            y2,
        )
