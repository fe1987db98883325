"""What stands around the rows of an attendance list: title, how to cross, column heads, counts, footer."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from buurtapp.core.geometry import TextField
from buurtapp.core.i18n import N_, Text, _, language, n_, p_, text
from buurtapp.features.activities.records import AttendanceSheet
from buurtapp.printing import fonts, lines
from buurtapp.printing.crossing import Example, draw_strip
from buurtapp.printing.lines import Line
from buurtapp.printing.pen import Pen, fit_line

LEFT_MM, NAMES_FROM_MM, RIGHT_MM = 19.0, 36.0, 191.0
NAMES_BEHIND_PHOTO_MM = 51.0
PRESENT_MIDDLE_MM, PHOTO_MIDDLE_MM = 31.25, 43.25
"""Where the boxes stand: 12 mm apart, so that a cross in one does not touch the other."""
BOTTOM_MM = 270.0
_LOGO_X, _LOGO_Y, _LOGO_MM = 20.0, 8.5, 15.0
_TITLE_TO_MM = 167.0
_QR_MIDDLE_MM = 180.0
_STRIP_FROM_MM = 29.5
_STRIP_MM = 7.0
_HEAD_MM = 5.5
_FOOTER_X = 42.0
_FOOTER_LINES = (282.9, 286.2, 289.5)
_FOOTER_SIZE = 8.5
_COUNTS_Y, _COUNTS_MM = 271.2, 8.6
_COUNT_WIDE_MM = 16.0
_NOTES_FROM_MM = 40.0
_GREY = 0.35
_FIELD_GREY = 0.55
_POINT_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Column:
    """A column beside the boxes, from its left to its right line; `field` is what is written in it."""

    field: str
    from_mm: float
    to_mm: float


@dataclass(frozen=True, slots=True)
class Place:
    """Which page of which list this is."""

    code: str
    page: int
    pages: int


def columns_of(kind: str, *, photo: bool = False) -> tuple[Column, ...]:
    """Return the columns of a variant: only names, or also signatures, or also phone numbers and a remark."""
    start = NAMES_BEHIND_PHOTO_MM if photo else NAMES_FROM_MM
    if kind == "signature":
        return (Column("name", start, 112.0), Column("signature", 112.0, RIGHT_MM))
    if kind == "phone":
        return (Column("name", start, 106.0), Column("phone", 106.0, 150.0), Column("remark", 150.0, RIGHT_MM))
    return (Column("name", start, RIGHT_MM),)


def _column_head(field: str) -> tuple[str, str]:
    """Return the heading of a column, and what is said about it in lighter letters."""
    return {
        "name": (p_("column of a printed list", "Name"), ""),
        "signature": (p_("column of a printed list", "Signature"), _("(only if it is needed)")),
        "phone": (p_("column of a printed list", "Phone"), _("(may stay empty)")),
        "remark": (p_("column of a printed list", "Remark"), ""),
    }[field]


def day_in_words(day: date) -> str:
    """Return a day as on paper, on one line: "zaterdag 13 juni 2026"."""
    from babel.dates import format_date  # noqa: PLC0415 - loads its tables at first use

    # The full form of other languages has its own order of words; the British and Dutch one is this.
    pattern = "EEEE d MMMM y" if language() in {"en", "nl"} else "full"
    return format_date(day, pattern, locale="en_GB" if language() == "en" else language())


def hours_in_words(starts: datetime, ends: datetime | None) -> str:
    """Return the time of day as on paper: "17.30 – 20.00 uur"; the end has its date when it is another day."""
    # Translators: how the time of day is written: HH hours, mm minutes
    pattern = p_("time of day", "HH:mm").replace("HH", "%H").replace("mm", "%M")
    if ends is None:
        return p_("time of day", "from {start}").format(start=starts.strftime(pattern))
    end = ends.strftime(pattern)
    if ends.date() != starts.date():
        end = f"{day_in_words(ends.date())} {end}"
    return p_("time of day", "{start} – {end}").format(start=starts.strftime(pattern), end=end)


@dataclass(frozen=True, slots=True)
class Header:
    """The head of every page, laid out once: a long title makes it higher."""

    title: str
    subject: tuple[Line, ...]
    facts: tuple[Line, ...]
    logo: ImageReader | None
    left_mm: float
    rows_from_mm: float
    warnings: tuple[Text, ...]

    @classmethod
    def of(cls, sheet: AttendanceSheet) -> Header:
        """Lay out the head of a list."""
        logo = _logo(sheet.logo)
        left = _LOGO_X + (_LOGO_MM + 3.0 if logo else 0.0)
        width = _TITLE_TO_MM - left
        warnings: list[Text] = []
        subject = _at_most(6, fit_line(sheet.title, fonts.face("text", 700), 12.5, 10.5, width), warnings)
        people = len(sheet.names)
        counted = (
            n_("{count} person signed up", "{count} people signed up", people).format(count=people) if people else ""
        )
        facts = [
            day_in_words(sheet.starts_at.date()),
            hours_in_words(sheet.starts_at, sheet.ends_at),
            sheet.place,
            counted,
        ]
        together = " · ".join(fact.strip() for fact in facts if fact.strip())
        described = _at_most(4, fit_line(together, fonts.face("text"), 11.5, 10.0, width), warnings)
        if sheet.photo:
            told = _("A cross at “photo ok”: you may be in our pictures.")
            described = [*described, *fit_line(told, fonts.face("text"), 10.5, 9.5, width)]
        height = sum(line.size for line in (*subject, *described)) * 1.28 * _POINT_MM
        strip = max(_STRIP_FROM_MM, 17.2 + height + 1.6)
        if sheet.logo and not logo:
            warnings.append(text(N_("The logo of the group cannot be drawn and was left out.")))
        missing = fonts.missing(sheet.title + sheet.place + sheet.group_name + sheet.contact)
        if missing:
            warnings.append(
                text(N_("There are no letters for these signs; they are printed as boxes: {signs}"), signs=missing)
            )
        return cls(
            _("Attendance list"),
            tuple(subject),
            tuple(described),
            logo,
            left,
            strip + _STRIP_MM + _HEAD_MM,
            tuple(warnings),
        )

    def draw(self, pen: Pen, place: Place) -> None:
        """Draw the head of a page."""
        if self.logo is not None:
            pen.picture(self.logo, _LOGO_X, _LOGO_Y, _LOGO_MM, _LOGO_MM)
        pen.text(self.title, self.left_mm, 15.6, fonts.face("display", 800), 23)
        at = 17.2
        for line in (*self.subject, *self.facts):
            at += line.size * 1.28 * _POINT_MM
            pen.line_of_text(line, self.left_mm, at - 0.6)
        caption = f"{place.code} · {place.page}/{place.pages}"
        pen.text(caption, _QR_MIDDLE_MM, 28.0, fonts.face("text", 700), 7.5, "center")
        _draw_strip(pen, self.rows_from_mm - _HEAD_MM - _STRIP_MM)


def _at_most(count: int, made: list[Line], warnings: list[Text]) -> list[Line]:
    """Return no more than some lines of a text; what is left out is warned about."""
    if len(made) <= count:
        return made
    kept = made[:count]
    warnings.append(text(N_("Too long to print in full: {names}"), names=f"{kept[0].text.strip()}…"))
    return [*kept[:-1], lines.line(f"{kept[-1].text.rstrip()}…", kept[-1].face, kept[-1].size)]


def _logo(data: bytes | None) -> ImageReader | None:
    if not data:
        return None
    try:
        picture = ImageReader(io.BytesIO(data))
        picture.getRGBData()
    except (OSError, ValueError, SyntaxError):  # what Pillow says of a damaged or unknown picture
        return None
    return picture


def _draw_strip(pen: Pen, y: float) -> None:
    """Draw how to cross: right, taken back, wrong; and with what."""
    examples = (
        Example("cross", _("Cross"), _("= here")),
        Example("blacked", _("Mistake?"), _("Make the box black: it does not count.")),
        Example("ring", _("No ring"), ""),
    )
    draw_strip(pen, (LEFT_MM, y, RIGHT_MM - LEFT_MM, _STRIP_MM), examples, _("Blue or black pen"))


def draw_column_heads(pen: Pen, columns: tuple[Column, ...], rows_from_mm: float, *, photo: bool = False) -> None:
    """Draw the names of the columns and what the boxes ask above the first row."""
    bold, plain = fonts.face("text", 700), fonts.face("text")
    base = rows_from_mm - 1.5
    pen.text(p_("above the boxes of a printed list", "here"), PRESENT_MIDDLE_MM, base, bold, 10, "center")
    if photo:
        pen.text(p_("above the boxes of a printed list", "photo ok"), PHOTO_MIDDLE_MM, base, bold, 8.5, "center")
    for column in columns:
        strong, rest = _column_head(column.field)
        x = column.from_mm + 1.0
        x += pen.text(strong, x, base, bold, 10) + 1.0
        if rest:
            pen.text(rest, x, base, plain, 10)
    pen.rule(LEFT_MM, rows_from_mm, RIGHT_MM, rows_from_mm, 0.35)


def draw_notes(pen: Pen, from_mm: float) -> None:
    """Fill a large empty space under the rows with ruled lines: a photo is hard to lay straight on bare white."""
    if BOTTOM_MM - from_mm < _NOTES_FROM_MM:
        return
    top = from_mm + 6.0
    heading = _("Room for notes about the activity (no personal details)")
    pen.text(heading, NAMES_FROM_MM + 2.0, top + 5.0, fonts.face("text"), 9.5, "left", _GREY)
    pen.frame(NAMES_FROM_MM, top, RIGHT_MM - NAMES_FROM_MM, BOTTOM_MM - 2.0 - top, 0.2, _FIELD_GREY, radius_mm=1.6)
    y = top + 15.0
    while y < BOTTOM_MM - 6.0:
        pen.rule(40.0, y, RIGHT_MM - 4.0, y, 0.15, 0.7)
        y += 10.0


def draw_counts(pen: Pen) -> list[TextField]:
    """Draw the counts of people without a name at the foot of the last page; return where they are written."""
    bold, plain = fonts.face("text", 700), fonts.face("text")
    base = _COUNTS_Y + _COUNTS_MM / 2 + 1.35
    x = _FOOTER_X
    x += pen.text(_("Came along without a name:"), x, base, plain, 10.5) + 4.0
    fields = []
    for name, label in (("guests", _("guests")), ("children", _("children"))):
        x += pen.text(label, x, base, bold, 10.5) + 2.0
        pen.frame(x, _COUNTS_Y, _COUNT_WIDE_MM, _COUNTS_MM, 0.2, _FIELD_GREY)
        fields.append(TextField(name, round(x, 3), _COUNTS_Y, _COUNT_WIDE_MM, _COUNTS_MM, {"field": name}))
        x += _COUNT_WIDE_MM + 6.0
    return fields


def draw_footer(pen: Pen, sheet: AttendanceSheet, place: Place) -> None:
    """Draw whose list this is, what becomes of it, its code and page."""
    bold, plain = fonts.face("text", 700), fonts.face("text")
    first, second, third = _FOOTER_LINES
    code = pen.text(place.code, RIGHT_MM, first + 0.4, bold, 11, "right")
    pages = _("page {page} of {pages}").format(page=place.page, pages=place.pages)
    count = pen.text(pages, RIGHT_MM, third, bold, _FOOTER_SIZE + 0.5, "right")
    room = RIGHT_MM - _FOOTER_X - max(code, count) - 4.0
    printed = _("printed {day}").format(day=day_in_words(sheet.printed_on))
    told = [
        (f"{sheet.group_name} · {printed}" if sheet.group_name else printed, bold, first),
        (_("Only to count who was here. After 14 days we throw this list away."), plain, second),
        (_("Questions? {contact}").format(contact=sheet.contact) if sheet.contact.strip() else "", plain, third),
    ]
    for sentence, face, y in told:
        if sentence:
            pen.line_of_text(_squeezed(" ".join(sentence.split()), face, room), _FOOTER_X, y, "left", _GREY)


def _squeezed(sentence: str, face: str, room_mm: float) -> Line:
    """Return a sentence of the footer on one line: smaller when it is long, cut when it is far too long."""
    made = fit_line(sentence, face, _FOOTER_SIZE, _FOOTER_SIZE * 0.75, room_mm)
    if len(made) == 1:
        return made[0]
    start = lines.wrap(sentence, face, made[0].size, room_mm * mm - made[0].size)[0]
    return lines.line(f"{start.text.rstrip()}…", face, start.size)
