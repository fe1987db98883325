"""Cards to say thank you with, four on a sheet of A4: a name, a sentence, and room to write something yourself.

They are handed over; there is no room for an address. What is left of the last sheet are cards without a name.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.features.activities.afterwards.printouts.colours import ACCENT, INK, WHITE, Rgb, main_of
from buurtapp.features.activities.afterwards.records import ThankYouJob
from buurtapp.features.people.printouts.list_frame import (
    Fitted,
    Type,
    day_in_words,
    draw_lines,
    fitted,
    warnings_of,
)
from buurtapp.printing import art, fonts
from buurtapp.printing.imposition import cells, cut_marks
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import Pen

WIDE_MM, HIGH_MM = 105.0, 148.5
_UP = 4
_EDGE_MM, _PANEL_MM, _RADIUS_MM = 7.0, 50.0, 4.0
_INSET_MM = 5.0
_TEXT_MM = WIDE_MM - 2 * _EDGE_MM - 2 * _INSET_MM
_LINES, _PITCH_MM = 4, 9.0
_FOOT_MM = 10.0
_HEART = art.path(
    "M12 20.4C5.8 15.6 3 12.4 3 8.9a4.7 4.7 0 0 1 9-1.9 4.7 4.7 0 0 1 9 1.9c0 3.5-2.8 6.7-9 11.5z", "white", 1.6
)


def draw_thank_you(job: ThankYouJob) -> PrintedPages:
    """Return the cards as PDF in the present language, one for each name; a sheet of blank ones for nobody."""
    logo = _readable(job.logo)
    names = [*job.names, *[""] * (-len(job.names) % _UP or (0 if job.names else _UP))]
    sentence = _sentence(job)
    pen = Pen(_("Thank you"))
    cut: list[str] = []
    for at in range(0, len(names), _UP):
        if at:
            pen.next_page()
        for name, (x, y) in zip(names[at : at + _UP], cells(_UP), strict=True):
            cut += _draw_card(pen, job, name, (x, y), sentence, logo)
        cut_marks(pen, _UP)
    return PrintedPages(pen.finish(), None, len(names) // _UP, _warnings(job, cut, logo))


def _sentence(job: ThankYouJob) -> Fitted:
    # The parts of a day stay together on one line.
    day = day_in_words(job.day).replace(" ", "\u00a0")
    helped, came = _("for your help with “{title}” on {day}."), _("for being there: “{title}” on {day}.")
    words = (helped if job.who == "helpers" else came).format(title=" ".join(job.title.split()), day=day)
    return fitted(words, Type(fonts.face("text", 500), 13, 10.5), _TEXT_MM, 24.0)


def _draw_card(  # noqa: PLR0913 - what stands on a card, and where it lies
    pen: Pen, job: ThankYouJob, name: str, place: tuple[float, float], sentence: Fitted, logo: ImageReader | None
) -> list[str]:
    """Draw one card; return names whose end had to be left out."""
    x, y = place
    left, cut = x + _EDGE_MM + _INSET_MM, list[str]()
    _draw_panel(pen, job, x + _EDGE_MM, y + _EDGE_MM)
    at = y + _EDGE_MM + _PANEL_MM + 6.0
    if name:
        made = fitted(name, Type(fonts.face("display", 700), 21, 12), _TEXT_MM, 17.0)
        draw_lines(pen, made, left, at, INK)
        at += max(made.height_mm, 9.0) + 1.5
        cut = [name] if made.is_cut else []
    else:
        pen.rule(left, at + 8.5, left + _TEXT_MM, at + 8.5, 0.3, 0.45)
        at += 12.0
    draw_lines(pen, sentence, left, at, INK)
    bottom = y + HIGH_MM - _EDGE_MM - _FOOT_MM
    first = max(at + sentence.height_mm + 9.0, bottom - _LINES * _PITCH_MM)
    row = first
    while row <= bottom - 3.0:
        pen.rule(left, row, left + _TEXT_MM, row, 0.2, 0.6)
        row += _PITCH_MM
    _draw_foot(pen, job, left, y + HIGH_MM - _EDGE_MM, logo)
    return cut


def _draw_panel(pen: Pen, job: ThankYouJob, x: float, y: float) -> None:
    wide = WIDE_MM - 2 * _EDGE_MM
    pen.frame(x, y, wide, _PANEL_MM, 0.0, filling=main_of(job.theme), radius_mm=_RADIUS_MM)
    side = 15.0
    hearts = ((0.0, side, WHITE), (side + 2.5, side * 0.62, ACCENT), (side * 1.62 + 5.5, side * 0.44, WHITE))
    for shift, size, color in hearts:
        corner = (
            (x + _INSET_MM - size / 8 + shift) * mm,
            (pen.height_mm - y - 7.0 - (side - size)) * mm,
            size / 24 * mm,
        )
        art.draw(pen.canvas, (_HEART,), corner, _in(color))
    words = fitted(_("Thank you"), Type(fonts.face("display", 800), 40, 20), _TEXT_MM, 20.0)
    draw_lines(pen, words, x + _INSET_MM, y + _PANEL_MM - words.height_mm - 4.0, WHITE)


def _in(color: Rgb) -> Callable[[art.Shape], art.Paint]:
    return lambda shape: art.Paint(None, color, shape.line)


def _draw_foot(pen: Pen, job: ThankYouJob, left: float, bottom: float, logo: ImageReader | None) -> None:
    at = left
    if logo is not None:
        pen.picture(logo, left, bottom - _FOOT_MM + 1.0, 9.0, 9.0)
        at += 12.0
    words = fitted(" ".join(job.group_name.split()), Type(fonts.face("text", 700), 10, 8.5), left + _TEXT_MM - at, 8.0)
    draw_lines(pen, words, at, bottom - 1.0 - max(words.height_mm, 5.0), INK)


def _warnings(job: ThankYouJob, cut: list[str], logo: ImageReader | None) -> tuple[Text, ...]:
    unreadable = [words for words in (*job.names, job.title, job.group_name) if fonts.missing(words)]
    found = warnings_of(unreadable, cut)
    if job.logo and logo is None:
        found += (text(N_("The logo of the group cannot be drawn and was left out.")),)
    return found


def _readable(logo: bytes | None) -> ImageReader | None:
    if not logo:
        return None
    try:
        picture = ImageReader(io.BytesIO(logo))
        picture.getRGBData()
    except (OSError, ValueError, SyntaxError):  # what Pillow says of a damaged or unknown picture
        return None
    return picture
