"""The foot of the agenda: whose it is, what is true of all of it, who can be asked, and a code for a phone."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from buurtapp.core.i18n import _
from buurtapp.features.activities.calendars.printouts import poster_layout as at
from buurtapp.features.activities.calendars.printouts.poster_layout import one_line
from buurtapp.features.activities.calendars.printouts.poster_paints import Inks
from buurtapp.features.activities.calendars.records import Poster
from buurtapp.printing import art, fonts, lines
from buurtapp.printing.fit import MM_OF_POINT
from buurtapp.printing.house import LOGO
from buurtapp.printing.pen import Pen
from buurtapp.printing.qr import draw_qr, reach_content

_TEXT_PT, _CAPTION_PT, _LEADING = 17.5, at.LEAST_PT, 1.28
_GAP_MM, _CAPTION_GAP_MM = 6.0, 3.5


def draw_foot(pen: Pen, poster: Poster, inks: Inks) -> None:
    """Draw the foot below its line."""
    pen.rule(at.LEFT_MM, at.FOOT_MM, at.RIGHT_MM, at.FOOT_MM, 0.5 if inks.saving else 1.0, inks.rule)
    middle = (at.FOOT_MM + 0.5 + 5.0 + at.BOTTOM_MM) / 2
    right = _code(pen, poster, inks)
    _logo(pen, poster, inks, middle)
    x = at.LEFT_MM + at.LOGO_MM + _GAP_MM
    room = right - x
    bold, plain = fonts.face("text", 700), fonts.face("text")
    told = [one_line(poster.group_name, bold, _TEXT_PT, room)] if poster.group_name.strip() else []
    told += [line for line in lines.wrap(_sentences(poster), plain, _TEXT_PT, room / MM_OF_POINT) if line.text][:2]
    asked = _asked(poster)
    high = _TEXT_PT * _LEADING * MM_OF_POINT
    y = middle - (len(told) + bool(asked)) * high / 2 + high / 2 + _TEXT_PT * 0.345 * MM_OF_POINT
    for line in told:
        pen.line_of_text(line, x, y, "left", inks.ink)
        y += high
    if asked:
        words, reach = asked
        size = min(_TEXT_PT, _TEXT_PT * room / _wide(words, reach))
        wide = pen.text(f"{words} ", x, y, plain, size, "left", inks.ink)
        pen.text(reach, x + wide, y, bold, size, "left", inks.ink)


def _wide(words: str, reach: str) -> float:
    plain, bold = fonts.face("text"), fonts.face("text", 700)
    return (fonts.width(f"{words} ", plain, _TEXT_PT) + fonts.width(reach, bold, _TEXT_PT)) * MM_OF_POINT


def _sentences(poster: Poster) -> str:
    """Return what is true of everything on the poster."""
    told = []
    if poster.is_free:
        told.append(_("Everything is free."))
    if poster.is_open:
        told.append(_("Everybody may come."))
    if poster.address is not None:
        told.append(f"{poster.address[0]}: {poster.address[1]}.".replace(" ", "\u00a0"))
    return " ".join(told)


def _asked(poster: Poster) -> tuple[str, str] | None:
    """Return the words before the number or address that answers questions, and that itself."""
    if poster.phone:
        words = _("Questions? Call {name}:").format(name=poster.contact) if poster.contact else _("Questions? Call:")
        return words, poster.phone.replace(" ", "\u00a0")
    if poster.email:
        words = _("Questions? Mail {name}:").format(name=poster.contact) if poster.contact else _("Questions? Mail:")
        return words, poster.email
    return None


def _code(pen: Pen, poster: Poster, inks: Inks) -> float:
    """Draw the code with its caption at the right; return where the words before it must end."""
    content = reach_content(poster.email, poster.phone, _("Agenda"))
    if not content:
        return at.RIGHT_MM
    top, left = at.BOTTOM_MM - at.CODE_MM, at.RIGHT_MM - at.CODE_MM
    draw_qr(pen, content, left, top, at.CODE_MM)
    face = fonts.face("text")
    caption = (_("Scan and\nsend a mail") if poster.email else _("Scan and\nring us")).split("\n")
    made = [one_line(words, face, _CAPTION_PT, 46.0) for words in caption]
    high = _CAPTION_PT * 1.2 * MM_OF_POINT
    y = at.BOTTOM_MM - (len(made) - 1) * high - 1.0
    for line in made:
        pen.line_of_text(line, left - _CAPTION_GAP_MM, y, "right", inks.ink)
        y += high
    return left - _CAPTION_GAP_MM - max(line.width for line in made) * MM_OF_POINT - 4.0


def _logo(pen: Pen, poster: Poster, inks: Inks, middle: float) -> None:
    top = middle - at.LOGO_MM / 2
    picture = _readable(poster.logo)
    if picture is not None:
        pen.picture(picture, at.LEFT_MM, top, at.LOGO_MM, at.LOGO_MM)
        return
    place = (at.LEFT_MM * mm, (pen.height_mm - top) * mm, at.LOGO_MM / 48 * float(mm))
    art.draw(pen.canvas, LOGO, place, inks.house)


def _readable(logo: bytes | None) -> ImageReader | None:
    if logo is None:
        return None
    try:
        with Image.open(io.BytesIO(logo)) as picture:
            return ImageReader(picture.convert("RGBA"))
    except (OSError, ValueError):
        return None
