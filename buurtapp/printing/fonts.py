"""The letters of our papers: faces by role and weight, and another face for what one of them lacks.

A face is named by its file ("AtkinsonNext-700") and registered with ReportLab when first asked for. Nothing here
draws; `lines.py` does. Only left-to-right text can be drawn run by run as `runs` gives it; the rest needs
`shaped_text.py`.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape as escape_markup

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics

from buurtapp.core import paths
from buurtapp.printing.embedded_font import EmbeddedFont, is_shapeless

Role = Literal["text", "display", "serif", "round", "arabic", "kufi"]

_FILES: dict[Role, tuple[str, tuple[int, ...]]] = {
    "text": ("AtkinsonNext", (400, 500, 600, 700, 800)),
    "display": ("Bricolage", (500, 700, 800)),
    "serif": ("Fraunces", (500, 700, 900)),
    "round": ("Baloo2", (600, 800)),
    "arabic": ("PlexArabic", (400, 700)),
    "kufi": ("NotoKufi", (500, 800)),
}
_ITALICS = frozenset({"AtkinsonNext-400", "Fraunces-500"})
_FALLBACKS = ("BuurtNoto", "BuurtHebreeuws", "PlexArabic", "BuurtEmoji")
"""Faces tried, in this order, for a text that the wanted face lacks letters for: in 400 and, but for emoji, in 700."""
_BOLD_FROM = 600
BASE_FACE = "AtkinsonNext-400"

_registering = threading.Lock()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text and the face it is drawn in."""

    text: str
    face: str


def face(role: Role, weight: int = 400, *, italic: bool = False) -> str:
    """Return the ReportLab name of the face of a role whose weight is nearest; it is ready for use."""
    family, weights = _FILES[role]
    nearest = min(weights, key=lambda have: (abs(have - weight), -have))
    name = f"{family}-{nearest}"
    if italic and name in _ITALICS:
        name += "i"
    font(name)
    return name


@functools.cache
def _registered(name: str) -> EmbeddedFont:
    made = EmbeddedFont(name, str(paths.resource("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(made)
    if name == BASE_FACE:
        # Without this a Helvetica that is not embedded stays in every PDF.
        rl_config.canvas_basefontname = name
        for bold in (0, 1):
            for slanted in (0, 1):
                target = "AtkinsonNext-700" if bold else "AtkinsonNext-400i" if slanted else name
                addMapping(name, bold, slanted, target)
    return made


def font(name: str) -> EmbeddedFont:
    """Return the font of a face name ("AtkinsonNext-400"), registered with ReportLab."""
    with _registering:
        if name != BASE_FACE:
            _registered(BASE_FACE)
        return _registered(name)


def fallbacks(name: str) -> tuple[str, ...]:
    """Return the faces to try, in order, for letters that a face lacks, in the weight that goes with it."""
    weight = int(name.rpartition("-")[2].rstrip("i"))
    own = 700 if weight >= _BOLD_FROM else 400
    return tuple(f"{family}-{400 if family == 'BuurtEmoji' else own}" for family in _FALLBACKS)


def covers(text: str, name: str) -> bool:
    """Tell whether a face has every letter of a text."""
    has = font(name).has
    return all(has(char) for char in text)


def missing(text: str, name: str = BASE_FACE) -> str:
    """Return the characters, each once and in order, that none of our faces can draw."""
    if covers(text, name):
        return ""
    faces = [font(other) for other in (name, *fallbacks(name))]
    return "".join(dict.fromkeys(char for char in text if not any(one.has(char) for one in faces)))


def _first_covering(text: str, names: Sequence[str]) -> str | None:
    return next((name for name in names if covers(text, name)), None)


def _candidates(text: str, name: str) -> tuple[str, ...]:
    """Return the faces one of which may take over the whole text.

    A face of another script is not to take over Latin letters that the wanted face has.
    """
    has = font(name).has
    others = fallbacks(name)
    return (name, *(others[:1] if any(char.isalpha() and has(char) for char in text) else others))


def runs(text: str, name: str) -> tuple[Run, ...]:
    """Return the text in pieces with the face of each; together they are the text.

    One face for the whole text if there is one, else one for each word, else one for each letter; what no face has
    stays in the wanted face and is drawn as a box.
    """
    whole = _first_covering(text, _candidates(text, name))
    if whole is not None:
        return (Run(text, whole),) if text else ()
    pieces: list[Run] = []
    for word in _words(text):
        chosen = _first_covering(word, (name, *fallbacks(name)))
        pieces.extend([Run(word, chosen)] if chosen is not None else _letters(word, name))
    return _joined(pieces)


def _words(text: str) -> list[str]:
    words: list[str] = [""]
    for char in text:
        if char == " " or words[-1] == " ":
            words.append(char)
        else:
            words[-1] += char
    return [word for word in words if word]


def _letters(word: str, name: str) -> list[Run]:
    pieces: list[Run] = []
    for char in word:
        # A joiner or accent stays with the letter before it.
        if pieces and (is_shapeless(char) or font(pieces[-1].face).has(char)):
            pieces.append(Run(char, pieces[-1].face))
        else:
            pieces.append(Run(char, _first_covering(char, (name, *fallbacks(name))) or name))
    return pieces


def _joined(pieces: list[Run]) -> tuple[Run, ...]:
    joined: list[Run] = []
    for piece in pieces:
        if joined and joined[-1].face == piece.face:
            joined[-1] = Run(joined[-1].text + piece.text, piece.face)
        else:
            joined.append(piece)
    return tuple(joined)


def width(text: str, name: str, size: float) -> float:
    """Return the width in points of a text drawn in a face, other faces standing in where it lacks letters."""
    return float(sum(font(run.face).stringWidth(run.text, size) for run in runs(text, name)))


def ascent(name: str, size: float) -> float:
    """Return how far a face reaches above the base line, in points."""
    return float(font(name).face.ascent) * size / 1000


def descent(name: str, size: float) -> float:
    """Return how far a face reaches below the base line, in points, as a negative figure."""
    return float(font(name).face.descent) * size / 1000


def escape(text: str) -> str:
    """Return text from data such that a ReportLab Paragraph shows it as typed."""
    return escape_markup(text)


def markup(text: str, name: str) -> str:
    """Return text from data for a ReportLab Paragraph in a face, with other faces where it lacks letters."""
    pieces = []
    for run in runs(text, name):
        escaped = escape_markup(run.text)
        pieces.append(escaped if run.face == name else f'<font name="{run.face}">{escaped}</font>')
    return "".join(pieces)
