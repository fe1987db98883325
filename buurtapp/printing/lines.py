"""One line, or some lines, of any text from data on a canvas: plain letters quickly, other scripts through Qt.

What is drawn can be read back from the PDF as it was typed. Sizes and places are in points, y upwards, as ReportLab
has them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

from buurtapp.printing import fonts
from buurtapp.printing.embedded_font import is_shapeless

if TYPE_CHECKING:
    from buurtapp.printing.shaped_text import Glyph, ShapedLine

Align = Literal["left", "center", "right"]

_EM = 1000
_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_WORD = re.compile(r" *[^ ]*?[-/\u200b]+(?=[^ ])| *[^ ]+| +$")
"""A word with the spaces before it; a hyphen, a slash or a break mark ends one too."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line ready to be drawn: its text, face, size, and width in points."""

    text: str
    face: str
    size: float
    width: float
    shaped: ShapedLine | None = None

    @property
    def right_to_left(self) -> bool:
        """Tell whether the line begins at the right."""
        return self.shaped is not None and self.shaped.right_to_left


def needs_shaping(text: str) -> bool:
    """Tell whether drawing letter by letter would be wrong: right-to-left letters, loose accents."""
    if text.isascii():
        return False
    return any(
        unicodedata.bidirectional(char) in {"R", "AL", "AN"}
        or (unicodedata.category(char) in {"Mn", "Mc"} and not is_shapeless(char))
        for char in text
    )


def line(text: str, face: str, size: float, *, kerned: bool = False) -> Line:
    """Return the text as one line, however long; `kerned` sets letters such as "AV" closer, for large titles."""
    if kerned or needs_shaping(text):
        from buurtapp.printing import shaped_text  # noqa: PLC0415 - Qt is only loaded for texts that need it

        shaped = shaped_text.shape(text, face)[0]
        return Line(text, face, size, shaped.width * size / _EM, shaped)
    return Line(text, face, size, fonts.width(text, face, size))


def wrap(text: str, face: str, size: float, width: float, *, kerned: bool = False) -> list[Line]:
    """Return the text as lines that are at most `width` points wide; a word that is wider is broken."""
    lines = []
    for paragraph in _BREAKS.split(text):
        if kerned or needs_shaping(paragraph):
            from buurtapp.printing import shaped_text  # noqa: PLC0415 - Qt is only loaded for texts that need it

            lines += [
                Line(shaped.text, face, size, shaped.width * size / _EM, shaped)
                for shaped in shaped_text.shape(paragraph, face, width * _EM / size)
            ]
        else:
            lines += [line(part, face, size) for part in _broken(paragraph, face, size, width)]
    return lines


def _broken(text: str, face: str, size: float, width: float) -> list[str]:
    if fonts.width(text, face, size) <= width:
        return [text]
    parts: list[str] = []
    now = ""
    for word in _WORD.findall(text):
        if now and fonts.width(now + word, face, size) > width:
            parts.append(now)
            now = word.lstrip(" ")
        else:
            now += word
        while len(now) > 1 and fonts.width(now, face, size) > width:
            cut = _fitting(now, face, size, width)
            parts.append(now[:cut])
            now = now[cut:]
    return [*parts, now] if now else parts


def _fitting(word: str, face: str, size: float, width: float) -> int:
    """Return how many letters of a too long word fit, at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if fonts.width(word[:middle], face, size) <= width:
            low = middle
        else:
            high = middle - 1
    # An accent, joiner or second half of a sign is not to be torn off.
    while 1 < low < len(word) and (
        unicodedata.combining(word[low]) or word[low] in "\u200d\ufe0f" or word[low - 1] == "\u200d"
    ):
        low -= 1
    return low


def draw_line(canvas: Canvas, made: Line, x: float, y: float, align: Align = "left") -> None:
    """Draw a line with its base line at y; x is its left end, middle or right end."""
    left = x - {"left": 0.0, "center": made.width / 2, "right": made.width}[align]
    if made.shaped is not None:
        _draw_shaped(canvas, made.shaped, left, y, made.size)
        return
    text = canvas.beginText(left, y)
    for run in fonts.runs(made.text, made.face):
        text.setFont(run.face, made.size)
        text.textOut(run.text)
    canvas.drawText(text)


def draw_text(  # noqa: PLR0913 - place, face, size and side are what a text has
    canvas: Canvas, text: str, x: float, y: float, face: str, size: float, align: Align = "left"
) -> Line:
    """Draw a text as one line and return the line, whose width the caller may want."""
    made = line(text, face, size)
    draw_line(canvas, made, x, y, align)
    return made


def _draw_shaped(canvas: Canvas, shaped: ShapedLine, x: float, y: float, size: float) -> None:
    for (face, height), group in groupby((g for g in shaped.glyphs if g.text), key=lambda g: (g.face, g.y)):
        _show(canvas, list(group), face, x, y + height * size / _EM, size)
    for glyph in shaped.glyphs:
        if glyph.outline and not glyph.text:
            _fill(canvas, glyph, x, y, size)


def _show(  # noqa: PLR0913 - as above
    canvas: Canvas, glyphs: list[Glyph], face: str, x: float, y: float, size: float
) -> None:
    """Show glyphs of one face on one base line; the numbers in between move the pen by thousandths, leftwards."""
    font = fonts.font(face)
    document = canvas._doc  # noqa: SLF001 - ReportLab's text object cannot place single glyphs
    text = canvas.beginText(x + glyphs[0].x * size / _EM, y)
    text.setFont(face, size)
    subset_now: int | None = None
    shown: list[str] = []
    pen = glyphs[0].x
    for glyph in glyphs:
        char = font.code_of_glyph(glyph.number, glyph.text, glyph.advance)
        ((subset, code),) = font.splitString(char, document)
        if subset != subset_now:
            if shown:
                text._code.append(f"[{''.join(shown)}] TJ")  # noqa: SLF001 - as above
                shown = []
            text._code.append(f"{font.getSubsetInternalName(subset, document)} {fp_str(size)} Tf")  # noqa: SLF001
            subset_now = subset
        if abs(glyph.x - pen) > 0.01:
            shown.append(fp_str(pen - glyph.x))
        shown.append(f"({canvas._escape(code)})")  # noqa: SLF001 - as above
        pen = glyph.x + font.face.getCharWidth(ord(char))
    text._code.append(f"[{' '.join(shown)}] TJ")  # noqa: SLF001 - as above
    canvas.drawText(text)


def _fill(canvas: Canvas, glyph: Glyph, x: float, y: float, size: float) -> None:
    scale = size / _EM
    path = canvas.beginPath()
    for kind, points in glyph.outline:
        placed = [
            (x + (glyph.x + value) * scale) if place % 2 == 0 else (y + (glyph.y + value) * scale)
            for place, value in enumerate(points)
        ]
        {"m": path.moveTo, "l": path.lineTo, "c": path.curveTo}[kind](*placed)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
