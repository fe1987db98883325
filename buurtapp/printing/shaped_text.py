"""Text that letter-by-letter drawing gets wrong: right-to-left and mixed scripts, loose accents, joined letters.

Qt's text engine orders, joins and places the glyphs; they are written by number into our own embedded fonts. The
only place under `printing/` that needs Qt, and only when such a text is met. Every face gets a family name of its own
here, so that a font of the same name on this computer is never taken for it.
"""

from __future__ import annotations

import functools
import struct
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGlyphRun,
    QGuiApplication,
    QPainterPath,
    QRawFont,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from buurtapp.core import paths
from buurtapp.printing import fonts
from buurtapp.printing.embedded_font import is_shapeless

_EM = 1000
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_TAMED = str.maketrans(
    dict.fromkeys("\u202a\u202b\u202c\u202d\u202e", "\u200b") | dict.fromkeys("\t\n\v\f\r\x85\u2028\u2029", " ")
)
"""Signs that force a direction could turn a name into another one (those that only set text apart are kept), and
breaks are the caller's."""
_FAMILY = "buurtapp "
_starting = threading.Lock()
_kept: list[QGuiApplication] = []


PathStep = tuple[Literal["m", "l", "c"], tuple[float, ...]]
"""Move, line or curve, with one or three points, y upwards."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a face, the letters it stands for, and where it is drawn, in thousandths of the type size.

    A glyph that stands for nothing (an accent that belongs to the letter before it) is drawn as an outline: there is
    no other way to keep it out of the text that is read from a PDF.
    """

    face: str
    number: int
    text: str
    advance: float
    x: float
    y: float
    right_to_left: bool
    outline: tuple[PathStep, ...] = ()


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """One line, glyphs from left to right; `width` in thousandths of the type size."""

    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    right_to_left: bool


def is_right_to_left(text: str) -> bool:
    """Tell whether a text runs from right to left: its first letter with a direction decides."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return False


def _application() -> None:
    """Make sure Qt's fonts can be used, also where there is no screen."""
    with _starting:
        if QGuiApplication.instance() is None:
            _kept.append(QGuiApplication(["buurtapp", "-platform", "offscreen"]))


def _renamed(data: bytes, family: str) -> bytes:
    """Return a TrueType file whose names all say `family`, with the new name table put behind the old tables."""
    encoded = family.encode("utf-16-be")
    kinds = (1, 4, 6, 16)
    table = struct.pack(">HHH", 0, len(kinds), 6 + 12 * len(kinds))
    table += b"".join(struct.pack(">HHHHHH", 3, 1, 0x409, kind, len(encoded), 0) for kind in kinds) + encoded
    table += b"\0" * (-len(table) % 4)
    padded = bytearray(data + b"\0" * (-len(data) % 4))
    (count,) = struct.unpack_from(">H", padded, 4)
    for place in range(12, 12 + 16 * count, 16):
        if padded[place : place + 4] == b"name":
            check = sum(struct.unpack(f">{len(table) // 4}L", table)) & 0xFFFFFFFF
            struct.pack_into(">LLL", padded, place + 4, check, len(padded), len(table))
    return bytes(padded) + table


@functools.cache
def _family(face: str) -> str:
    """Return the family name under which Qt has a face of ours, and nothing else."""
    family = _FAMILY + face
    data = _renamed(paths.resource("fonts", f"{face}.ttf").read_bytes(), family)
    number = QFontDatabase.addApplicationFontFromData(QByteArray(data))
    if QFontDatabase.applicationFontFamilies(number) != [family]:
        message = f"the font file of {face} cannot be used"
        raise RuntimeError(message)
    return family


def _qt_font(face: str) -> QFont:
    made = QFont(_family(face))
    made.setPixelSize(_EM)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.NoFontMerging | QFont.StyleStrategy.PreferOutline)
    return made


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _layout(text: str, runs: Sequence[fonts.Run], face: str, *, right_to_left: bool) -> QTextLayout:
    layout = QTextLayout(text.translate(_TAMED), _qt_font(face))
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight,
    )
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    formats = []
    start = 0
    for run in runs:
        piece = QTextLayout.FormatRange()
        piece.start = start
        piece.length = _utf16_length(run.text)
        style = QTextCharFormat()
        style.setFont(_qt_font(run.face))
        piece.format = style
        formats.append(piece)
        start += piece.length
    layout.setFormats(formats)
    return layout


def shape(text: str, face: str, width: float | None = None, *, right_to_left: bool | None = None) -> list[ShapedLine]:
    """Return the lines of a text, broken at `width` (thousandths of the type size) or not at all.

    Without `right_to_left` the text itself tells its direction.
    """
    _application()
    backwards = is_right_to_left(text) if right_to_left is None else right_to_left
    layout = _layout(text, fonts.runs(text, face), face, right_to_left=backwards)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width if width is not None else 1e7)
        lines.append(line)
    layout.endLayout()
    units = text.encode("utf-16-le", "surrogatepass")
    return [_shaped_line(line, units, right_to_left=backwards) for line in lines]


def _shaped_line(line: QTextLine, units: bytes, *, right_to_left: bool) -> ShapedLine:
    start, end = line.textStart(), line.textStart() + line.textLength()
    runs = line.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll)
    clusters: dict[int, list[Glyph]] = {}
    for run in runs:
        for place, glyph in _glyphs(run, line.y() + line.ascent()):
            clusters.setdefault(place, []).append(glyph)
    glyphs = sorted(_readable(clusters, units, start, end), key=lambda glyph: glyph.x)
    left = glyphs[0].x if glyphs else 0.0
    return ShapedLine(
        _part(units, start, end),
        tuple(replace(glyph, x=glyph.x - left) for glyph in glyphs),
        line.naturalTextWidth(),
        right_to_left,
    )


def _part(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def _glyphs(run: QGlyphRun, base_line: float) -> list[tuple[int, Glyph]]:
    """Return the glyphs of a run, each with the place in the text it stands for."""
    raw: QRawFont = run.rawFont()
    face = raw.familyName().removeprefix(_FAMILY)
    numbers = run.glyphIndexes()
    places = run.stringIndexes()
    clusters = Counter(places)
    advances = raw.advancesForGlyphIndexes(numbers)
    return [
        (
            place,
            Glyph(
                face,
                number,
                "",
                advance.x(),
                position.x(),
                base_line - position.y(),
                run.isRightToLeft(),
                _outline(raw.pathForGlyph(number)) if clusters[place] > 1 else (),
            ),
        )
        for number, position, place, advance in zip(numbers, run.positions(), places, advances, strict=True)
    ]


def _readable(clusters: dict[int, list[Glyph]], units: bytes, start: int, end: int) -> Iterator[Glyph]:
    """Give every glyph the letters it stands for; glyphs of characters without a shape are left out."""
    places = sorted(clusters)
    following = [*places[1:], end][: len(places)]
    shapes = [
        place for place, after in zip(places, following, strict=True) if not _is_shapeless(_part(units, place, after))
    ]
    for number, place in enumerate(shapes):
        begin = start if number == 0 else place
        after = shapes[number + 1] if number + 1 < len(shapes) else end
        yield from _meant(clusters[place], _part(units, begin, after))


def _is_shapeless(text: str) -> bool:
    return all(is_shapeless(char) for char in text)


def _meant(glyphs: list[Glyph], text: str) -> list[Glyph]:
    """Let the widest glyph stand for the letters of a cluster.

    Readers turn right-to-left text round again, letter by letter and bracket by bracket, so it is given as it lies on
    the paper.
    """
    if glyphs[0].right_to_left:
        text = text.translate(_MIRRORED)[::-1]
    widest = max(glyphs, key=lambda glyph: glyph.advance)
    return [replace(glyph, text=text if glyph is widest else "") for glyph in glyphs]


def _outline(path: QPainterPath) -> tuple[PathStep, ...]:
    steps: list[PathStep] = []
    curve: list[float] = []
    for number in range(path.elementCount()):
        element = path.elementAt(number)
        point = (element.x, -element.y)
        if element.isMoveTo():
            steps.append(("m", point))
        elif element.isLineTo():
            steps.append(("l", point))
        else:
            curve.extend(point)
            if len(curve) == 6:
                steps.append(("c", tuple(curve)))
                curve = []
    return tuple(steps)
