"""What stands around the questions of a registration form: title, how to cross, what becomes of it, code and page."""

from __future__ import annotations

import io

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from buurtapp.core.geometry import TextField
from buurtapp.core.i18n import N_, Text, _, language, p_, text
from buurtapp.features.people.forms import MOST_COPIES, RegistrationForm
from buurtapp.features.people.printouts.form_parts import GREY, LEFT_MM, RIGHT_MM, on_one_line
from buurtapp.printing import fonts, lines
from buurtapp.printing.crossing import Example, draw_strip
from buurtapp.printing.pen import Pen

STRIP_Y_MM, STRIP_MM = 29.5, 7.0
BOTTOM_MM = 270.0
_LOGO_X, _LOGO_Y, _LOGO_MM = 20.0, 8.5, 15.0
_TITLE_TO_MM = 167.0
_QR_MIDDLE_MM = 180.0
_FOOTER_X = 42.0
_FOOTER_SIZE, _NUMBER_SIZE = 8.5, 11.0
_HANDED_Y, _HANDED_MM = 271.4, 8.2
_NOTICE_SIZES = (9.5, 9.25, 9.0, 8.75, 8.5)
_NOTICE_ROWS, _MOST_NOTICE_ROWS = 5, 7
_NOTICE_INSET, _NOTICE_GAP = 3.0, 7.0
_LEADING = 1.28
_POINT_MM = 25.4 / 72


def logo_of(form: RegistrationForm) -> tuple[ImageReader | None, tuple[Text, ...]]:
    """Return the logo of the group ready to be drawn; a damaged one is left out, which is told."""
    if not form.logo:
        return None, ()
    try:
        picture = ImageReader(io.BytesIO(form.logo))
        picture.getRGBData()
    except (OSError, ValueError, SyntaxError):  # what Pillow says of a damaged or unknown picture
        return None, (text(N_("The logo of the group cannot be drawn and was left out.")),)
    return picture, ()


def draw_header(pen: Pen, form: RegistrationForm, logo: ImageReader | None) -> None:
    """Draw the head of a form and the strip that says how to cross."""
    left = _LOGO_X
    if logo is not None:
        pen.picture(logo, _LOGO_X, _LOGO_Y, _LOGO_MM, _LOGO_MM)
        left += _LOGO_MM + 3.0
    pen.text(_("I join in"), left, 15.4, fonts.face("display", 800), 22)
    width = _TITLE_TO_MM - left
    name = " ".join(form.group_name.split())
    who = _("Registering with {group}").format(group=name) if name else _("Registering with our group")
    pen.line_of_text(on_one_line(who, fonts.face("text", 700), 12, 8, width), left, 21.2)
    why = _("So that we know who you are, and what you want and do not want.")
    pen.line_of_text(on_one_line(why, fonts.face("text"), 10.5, 8, width), left, 26.2)
    examples = (
        Example("cross", _("Cross"), p_("how to cross", "= yes")),
        Example("blacked", _("Mistake?"), _("Make the box black: it does not count.")),
    )
    write = _("Write in CAPITALS. Blue or black pen.")
    draw_strip(pen, (LEFT_MM, STRIP_Y_MM, RIGHT_MM - LEFT_MM, STRIP_MM), examples, write)


def notice_height_mm(form: RegistrationForm) -> float:
    """Return how high the block is that says what becomes of the data."""
    made, size = _notice(form)
    return _rows(made) * size * _LEADING * _POINT_MM + 2 * _NOTICE_INSET - 0.6


def _rows(made: list[lines.Line]) -> int:
    return (len(made) + 1) // 2


def _notice(form: RegistrationForm) -> tuple[list[lines.Line], float]:
    """Return the lines of the notice, for two columns: smaller when they would take many rows."""
    # Not split(): the groups of a phone number are held together by spaces that do not break.
    contact = form.contact.replace("\n", " ").strip()
    reach = _("Ask {contact}.").format(contact=contact) if contact else _("Ask the person who gave you this form.")
    told = " ".join(
        (
            _("We use this form only for our neighbourhood group. The details stand on one computer of the group."),
            _("We keep them for as long as you join in, and at most one year after that."),
            _("This paper we destroy within four weeks."),
            _("You may always see, correct or erase your details, and take back a yes."),
            reach,
            _("A complaint? That can go to the Dutch Data Protection Authority."),
        )
    )
    width = (RIGHT_MM - LEFT_MM - 2 * _NOTICE_INSET - _NOTICE_GAP) / 2
    face = fonts.face("text")
    for size in _NOTICE_SIZES:
        made = lines.wrap(told, face, size, width * mm)
        if _rows(made) <= _NOTICE_ROWS:
            return made, size
    return lines.wrap(told, face, _NOTICE_SIZES[-1], width * mm)[: 2 * _MOST_NOTICE_ROWS], _NOTICE_SIZES[-1]


def draw_notice(pen: Pen, form: RegistrationForm, y: float) -> None:
    """Draw what becomes of the data and what somebody may ask, in two columns."""
    made, size = _notice(form)
    height = notice_height_mm(form)
    pen.frame(LEFT_MM, y, RIGHT_MM - LEFT_MM, height, 0.2, 0.55, filling=(0.965, 0.957, 0.925), radius_mm=1.6)
    width = (RIGHT_MM - LEFT_MM - 2 * _NOTICE_INSET - _NOTICE_GAP) / 2
    rows, pitch = _rows(made), size * _LEADING * _POINT_MM
    for at, line in enumerate(made):
        column, row = divmod(at, rows)
        x = LEFT_MM + _NOTICE_INSET + column * (width + _NOTICE_GAP)
        pen.line_of_text(line, x, y + _NOTICE_INSET + (row + 0.72) * pitch - 0.3)


def draw_handed_out(pen: Pen, name: str, meaning: dict[str, object]) -> TextField:
    """Draw where the group writes who handed the form out; return the field."""
    base = _HANDED_Y + _HANDED_MM / 2 + 1.3
    label = _("Handed out by (for the group):")
    x = _FOOTER_X + pen.text(label, _FOOTER_X, base, fonts.face("text", 700), 9.5) + 2.5
    wide = RIGHT_MM - x
    pen.frame(x, _HANDED_Y, wide, _HANDED_MM, 0.2, 0.45)
    return TextField(name, round(x, 3), _HANDED_Y, round(wide, 3), _HANDED_MM, meaning)


def draw_number(pen: Pen, number: str) -> None:
    """Draw the number of this very paper, below its code for a camera and at its foot."""
    pen.text(f"{number} · 1/1", _QR_MIDDLE_MM, 27.4, fonts.face("text", 700), 7.5, "center")
    pen.text(number, RIGHT_MM, 284.0, fonts.face("text", 700), _NUMBER_SIZE, "right")


def draw_footer(pen: Pen, form: RegistrationForm) -> None:
    """Draw whose form it is, when it was printed, and its page."""
    bold, plain = fonts.face("text", 700), fonts.face("text")
    longest = f"{form.code}/{MOST_COPIES}" if form.is_blank else form.code
    code = fonts.width(longest, bold, _NUMBER_SIZE) / mm
    page = _("page {page} of {pages}").format(page=1, pages=1)
    count = pen.text(page, RIGHT_MM, 288.6, bold, _FOOTER_SIZE, "right")
    room = RIGHT_MM - _FOOTER_X - max(code, count) - 4.0
    printed = _("printed {day}").format(day=_day(form))
    name = " ".join(form.group_name.split())
    first = f"{name} · {printed}" if name else printed
    pen.line_of_text(on_one_line(first, bold, _FOOTER_SIZE, 6.5, room), _FOOTER_X, 284.0, "left", GREY)
    below = _("Registration form. Give it back to who gave it to you, or put it in the letterbox of the group.")
    pen.line_of_text(on_one_line(below, plain, _FOOTER_SIZE, 6.5, room), _FOOTER_X, 288.6, "left", GREY)


def _day(form: RegistrationForm) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - loads its tables at first use

    return str(format_date(form.printed_on, "d MMMM y", locale="en_GB" if language() == "en" else language()))
