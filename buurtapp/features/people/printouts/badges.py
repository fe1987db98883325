"""Name badges, eight on a sheet of A4: the first name so large that it is read across a table, ticks where to cut.

Measures are those of a badge holder of 90 by 60 mm. What is left of the last sheet becomes badges for guests, who write
their own name.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from buurtapp.core.i18n import N_, _, text
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.papers import BadgesJob
from buurtapp.features.people.printouts.list_frame import (
    LEADING,
    POINT_MM,
    Fitted,
    Type,
    draw_lines,
    fitted,
    warnings_of,
)
from buurtapp.features.people.records import PersonCard
from buurtapp.printing import art, fonts
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import Pen

COLUMNS, ROWS = 2, 4
WIDE_MM, HIGH_MM = 90.0, 60.0
LEFT_MM, TOP_MM = 15.0, 28.5
_BAND_MM, _BAND_INSET_MM, _BAND_RADIUS_MM = 14.0, 4.0, 3.0
_TEXT_FROM_MM, _TEXT_RIGHT_MM, _TEXT_INSET_MM = 23.0, 5.0, 6.5
_NAME_SIZE, _NAME_SMALLEST = 54.0, 18.0
_FOOT_MM = 12.0
_NAME_MM = 23.3
"""One line of the largest size."""
_LOGO_MM = 9.0
_GREEN = (0.173, 0.42, 0.29)
_WHITE = (1.0, 1.0, 1.0)
_INK = (0.08, 0.08, 0.08)
_LONGEST_CODE = 3
_TIGHT = 0.95 / LEADING
_HEART = art.path(
    "M12 20.4C5.8 15.6 3 12.4 3 8.9a4.7 4.7 0 0 1 9-1.9 4.7 4.7 0 0 1 9 1.9c0 3.5-2.8 6.7-9 11.5z", "white", 2.0
)
_HOUSE = art.path("M3 11.4 12 3.6l9 7.8M5.4 9.6v11h13.2v-11M10 20.6v-6h4v6", "white", 2.0)
_STAR = art.path("m12 3 2.8 5.8 6.3.9-4.6 4.4 1.1 6.3L12 17.4l-5.6 3 1.1-6.3L2.9 9.7l6.3-.9z", "white", 2.0)
_CUP = art.path(
    "M4 8.6h12.6v6.2a4.8 4.8 0 0 1-4.8 4.8H8.8A4.8 4.8 0 0 1 4 14.8zM16.6 10h1.6a2.6 2.6 0 0 1 0 5.4h-1.8"
    "M7.6 3v2.6M12.4 3v2.6",
    "ink",
    2.0,
)


@dataclass(frozen=True, slots=True)
class Badge:
    """What stands on one badge, laid out. Without a name it is for a guest."""

    first: Fitted | None
    family: Fitted | None
    role: Fitted | None
    group: Fitted | None
    speaks: Fitted | None = None
    has_own_role: bool = False


def draw_badges(job: BadgesJob) -> PrintedPages:
    """Return the badges as PDF in the present language, in the order given."""
    logo = _readable(job.logo)
    names = [card.name for card in job.people]
    badges = [_badge(card, job) for card in job.people]
    on_a_sheet = COLUMNS * ROWS
    badges += [_guest(job)] * (-len(badges) % on_a_sheet if badges else on_a_sheet)
    pen = Pen(_("Name badges"))
    for at in range(0, len(badges), on_a_sheet):
        if at:
            pen.next_page()
        _draw_cut_marks(pen)
        for place, badge in enumerate(badges[at : at + on_a_sheet]):
            _draw_badge(pen, badge, LEFT_MM + place % COLUMNS * WIDE_MM, TOP_MM + place // COLUMNS * HIGH_MM, logo)
    unreadable = [name.spoken for name in names if fonts.missing(name.spoken)]
    cut = [name.spoken for name, badge in zip(names, badges, strict=False) if _is_cut(badge)]
    cut += [words for words, part in ((job.role, badges[0].role), (job.group_name, badges[0].group)) if _cut(part)]
    warnings = warnings_of(unreadable, cut)
    if job.logo and logo is None:
        warnings += (text(N_("The logo of the group cannot be drawn and was left out.")),)
    return PrintedPages(pen.finish(), None, len(badges) // on_a_sheet, warnings)


def parts_of(name: Name) -> tuple[str, str]:
    """Return what stands large and what small: the first name and the family name; all large when there is no first."""
    if not name.given.strip():
        return name.spoken, ""
    return name.given, " ".join(part for part in (name.infix, name.family) if part)


def _room_mm() -> float:
    return WIDE_MM - _TEXT_FROM_MM - _TEXT_RIGHT_MM


def _badge(card: PersonCard, job: BadgesJob) -> Badge:
    large, small = parts_of(card.name)
    display = Type(fonts.face("display", 800), _NAME_SIZE, _NAME_SMALLEST)
    first = fitted(large, display, _room_mm(), _NAME_MM) if large.strip() else None
    left_mm = HIGH_MM - 2 * _TEXT_INSET_MM - _FOOT_MM - 1.0 - (first.height_mm * _TIGHT if first is not None else 0.0)
    family = fitted(small, Type(fonts.face("text"), 15.0, 11.5), _room_mm(), left_mm) if small.strip() else None
    own = card.roles[0] if job.details and card.roles else ""
    speaks = _speaks(card.languages) if job.details else None
    high = _FOOT_MM - (speaks.height_mm if speaks is not None else 0.0)
    return Badge(first, family, _role(own[:1].upper() + own[1:] or job.role, high), _group(job), speaks, bool(own))


def _speaks(languages: Sequence[str]) -> Fitted | None:
    """Return "speaks NL · TR" in small letters; a language without a code is written out."""
    if not languages:
        return None
    short = " · ".join(one.upper() if len(one) <= _LONGEST_CODE else one for one in languages)
    words = _("speaks {languages}").format(languages=short)
    return fitted(words, Type(fonts.face("text"), 10.0, 8.0), _room_mm() * 0.52, _FOOT_MM / 2)


def _guest(job: BadgesJob) -> Badge:
    return Badge(None, None, _role(_("Guest")), _group(job))


def _role(role: str, high_mm: float = _FOOT_MM) -> Fitted | None:
    if not role.strip():
        return None
    return fitted(role, Type(fonts.face("text", 800), 13.0, 9.0), _room_mm() * 0.52, high_mm)


def _group(job: BadgesJob) -> Fitted | None:
    if not job.group_name.strip():
        return None
    room = _room_mm() * 0.46 - (_LOGO_MM + 1.6 if job.logo else 0.0)
    # Several short lines stand better in the corner than one of small letters.
    return fitted(job.group_name, Type(fonts.face("text", 700), 9.5, 9.0), room, _FOOT_MM)


def _cut(part: Fitted | None) -> bool:
    return part is not None and part.is_cut


def _is_cut(badge: Badge) -> bool:
    return _cut(badge.first) or _cut(badge.family)


def _readable(logo: bytes | None) -> ImageReader | None:
    if not logo:
        return None
    try:
        picture = ImageReader(io.BytesIO(logo))
        picture.getRGBData()
    except (OSError, ValueError, SyntaxError):  # what Pillow says of a damaged or unknown picture
        return None
    return picture


def _draw_badge(pen: Pen, badge: Badge, x: float, y: float, logo: ImageReader | None) -> None:
    _draw_band(pen, badge, x + _BAND_INSET_MM, y + _BAND_INSET_MM)
    left, right = x + _TEXT_FROM_MM, x + WIDE_MM - _TEXT_RIGHT_MM
    if badge.first is None and badge.family is None:
        pen.text(_("I am"), left, y + 10.5, fonts.face("text"), 13)
        pen.rule(left, y + 30.0, right, y + 30.0, 0.4)
    else:
        _draw_name(pen, badge, left, y + _TEXT_INSET_MM)
    bottom = y + HIGH_MM - _TEXT_INSET_MM
    if badge.speaks is not None:
        draw_lines(pen, badge.speaks, left, bottom - badge.speaks.height_mm, 0.08)
    if badge.role is not None:
        below = badge.speaks.height_mm if badge.speaks is not None else 0.0
        draw_lines(pen, badge.role, left, bottom - below - max(badge.role.height_mm, 5.0), 0.08)
    if badge.group is not None:
        draw_lines(pen, badge.group, right - badge.group.width_mm, bottom - badge.group.height_mm, 0.08)
    if logo is not None:
        taken = badge.group.width_mm + 1.6 if badge.group is not None else 0.0
        pen.picture(logo, right - taken - _LOGO_MM, bottom - _LOGO_MM, _LOGO_MM, _LOGO_MM)


def _draw_name(pen: Pen, badge: Badge, left: float, top: float) -> None:
    """Draw the first name, and below it the family name; several lines of a long one stand close together."""
    at = top
    for line in badge.first.lines if badge.first is not None else ():
        pitch = line.size * LEADING * POINT_MM * _TIGHT
        pen.line_of_text(line, left, at + pitch * 0.8)
        at += pitch
    if badge.family is not None:
        draw_lines(pen, badge.family, left, at + 1.0, 0.08)


def _draw_band(pen: Pen, badge: Badge, x: float, y: float) -> None:
    """Draw the coloured band: inside the edge, so that a cut beside the line does not show."""
    is_guest = badge.first is None and badge.family is None
    high = HIGH_MM - 2 * _BAND_INSET_MM
    if is_guest:
        pen.canvas.saveState()
        pen.canvas.setDash(1.2 * mm, 0.9 * mm)
        pen.frame(x, y, _BAND_MM, high, 0.4, radius_mm=_BAND_RADIUS_MM)
        pen.canvas.restoreState()
    else:
        filling = _INK if badge.has_own_role else _GREEN
        pen.frame(x, y, _BAND_MM, high, 0.0, filling=filling, radius_mm=_BAND_RADIUS_MM)
    shape = _CUP if is_guest else _STAR if badge.has_own_role else _HEART if badge.role is not None else _HOUSE
    color = _INK if is_guest else _WHITE
    side = 8.0
    place = ((x + (_BAND_MM - side) / 2) * mm, (pen.height_mm - y - 5.5) * mm, side / 24 * mm)
    art.draw(pen.canvas, (shape,), place, lambda one: art.Paint(None, color, one.line))


def _draw_cut_marks(pen: Pen) -> None:
    """Draw ticks in the margins and crosses between the badges, and say how to cut."""
    words = _("Name badges of 90 × 60 mm · cut along the marks · fit a badge holder of 90 × 60 mm")
    pen.text(words, LEFT_MM, 12.4, fonts.face("text"), 10, "left", 0.2)
    bottom = TOP_MM + ROWS * HIGH_MM
    for column in range(COLUMNS + 1):
        x = LEFT_MM + column * WIDE_MM
        pen.rule(x, TOP_MM - 9.5, x, TOP_MM - 2.5, 0.2)
        pen.rule(x, bottom + 2.5, x, bottom + 9.5, 0.2)
    for row in range(ROWS + 1):
        y = TOP_MM + row * HIGH_MM
        pen.rule(6.0, y, 12.5, y, 0.2)
        pen.rule(197.5, y, 204.0, y, 0.2)
        if 0 < row < ROWS:
            middle = LEFT_MM + WIDE_MM
            pen.rule(middle - 1.5, y, middle + 1.5, y, 0.2)
            pen.rule(middle, y - 1.5, middle, y + 1.5, 0.2)
