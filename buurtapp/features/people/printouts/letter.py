"""A letter for each addressee, on A4: what is the same on all of them is drawn once, what differs is filled in.

Folded in three, the address lies in the left window of a DL (EA5/6) or C5/6 envelope. Such a window is 90 mm wide and
45 high, 20 mm from the left and 15 from the bottom of the envelope (DIN 680, which Dutch envelopes follow), and the
paper shifts inside by 10 mm to the side and 11 up or down: whatever it does, WINDOW stays in sight. It goes with the
Dutch letter of NEN 1026 (as in the LaTeX class isodoc by Wybo Dekker: 70 mm wide, its middle 63.5 mm from the top).
Nothing but the address may show: the head ends above, the date begins below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, _, language, plural_text, text
from buurtapp.features.people.papers import Addressee, LetterJob
from buurtapp.features.people.printouts.letter_head import Letterhead, with_dots
from buurtapp.features.people.printouts.letter_lines import LEADING, Row, share_out, text_rows
from buurtapp.features.people.printouts.letter_slip import draw_slip, slip_mm
from buurtapp.features.people.rules import letters
from buurtapp.printing import fonts, lines
from buurtapp.printing.lines import Line
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import Pen, fit_line

Progress = Callable[[int, int], None]

WINDOW = (20.0, 50.0, 80.0, 34.0)
"""Left, top, width and height in mm of what is always seen through the window of the envelope."""
ADDRESS_X, ADDRESS_Y = 25.0, 53.0
ADDRESS_WIDE, ADDRESS_HIGH = 70.0, 30.0
LEFT_MM, RIGHT_MM = 25.0, 185.0
_DATE_Y = 102.0
_SUBJECT_Y = 110.0
_NEXT_PAGE_Y = 32.0
_BOTTOM_MM = 270.0
_FOOT_Y = 285.0
_SLIP_TO_MM = 277.0
_SIZE, _SMALL = 11.5, 9.0
_SIGN_MM = 20.0
"""White for a name written by hand."""
_FOLDS_Y = (99.0, 198.0)
_GREY = 0.35
_POINT_MM = 25.4 / 72
_WIDE = RIGHT_MM - LEFT_MM
_ADDRESS_SIZES = (11.0, 10.0, 9.0, 8.0)
_ADDRESS_LEADING = 1.25
_MOST_LINES = 6
"""Lines of a subject or salutation; what is longer is cut."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """One letter, laid out: what stands in the window, and the rows of each page."""

    address: tuple[Line, ...]
    pages: tuple[tuple[Row, ...], ...]
    first_mm: float
    subject: tuple[Line, ...]
    greeting: tuple[Line, ...]
    to: str


def draw_letter(job: LetterJob, progress: Progress | None = None) -> PrintedPages:
    """Return the letters as PDF in the present language, one after the other in the order given.

    Each begins on its own page. `progress` is called before the first letter and after each one. Raises UserError when
    there is nobody to write to, and DraftInvalid when the text is empty or has a field that we do not know.
    """
    letters.check(job.subject, job.body)
    if not job.addressees:
        raise UserError("nobody_chosen", text(N_("Nobody was found for this paper. Nothing was printed.")))
    pen = Pen(_("Letter"))
    # Letters of one page on both sides of the paper would stand on each other's back.
    pen.canvas.setViewerPreference("Duplex", "Simplex")
    head = Letterhead.of(job, LEFT_MM, RIGHT_MM)
    head.keep(pen)
    cut: list[str] = []
    pages = 0
    for number, addressee in enumerate(job.addressees):
        if progress is not None:
            progress(number, len(job.addressees))
        letter = _laid_out(job, addressee, cut)
        for page, rows in enumerate(letter.pages, 1):
            if pages:
                pen.next_page()
            pages += 1
            if page == 1:
                head.draw(pen)
                _draw_first(pen, letter, rows, job)
            else:
                _draw_next(pen, letter, rows, job)
            _draw_foot(pen, page, len(letter.pages))
        draw_slip(pen, job.slip, LEFT_MM, RIGHT_MM, _SLIP_TO_MM)
    pdf = pen.finish()
    if progress is not None:
        progress(len(job.addressees), len(job.addressees))
    return PrintedPages(pdf, None, pages, (*head.warnings, *_warnings(job, cut)))


def date_line(place: str, day: date) -> str:
    """Return the line with place and date: "Klaverdorp, 13 oktober 2026"."""
    from babel.dates import format_date  # noqa: PLC0415 - loads its tables at first use

    pattern = "d MMMM y" if language() in {"en", "nl"} else "long"
    written = str(format_date(day, pattern, locale="en_GB" if language() == "en" else language()))
    return ", ".join(part for part in (" ".join(place.split()), written) if part)


def _laid_out(job: LetterJob, addressee: Addressee, cut: list[str]) -> _Letter:
    values = letters.values_of(addressee)
    subject = " ".join(letters.filled(job.subject, values).split())
    greeting = "" if "salutation" in letters.fields_in(job.body) else addressee.salutation
    bold, plain = fonts.face("text", 700), fonts.face("text")
    subject_lines = _at_most(_MOST_LINES, subject, bold, cut)
    greeting_lines = _at_most(_MOST_LINES, greeting, plain, cut)
    pitch = _SIZE * LEADING * _POINT_MM
    above = len(subject_lines) * pitch + (pitch if subject_lines else 0)
    above += len(greeting_lines) * pitch + (pitch * 0.62 if greeting_lines else 0)
    first_mm = _SUBJECT_Y + above
    written = [letters.filled(part, values) for part in letters.paragraphs(job.body)]
    rows = text_rows(written, plain, _SIZE, _WIDE)
    rows += _closing(job, pitch)
    pages = _shared(rows, first_mm, slip_mm(job.slip))
    return _Letter(
        _address(addressee, cut),
        tuple(tuple(page) for page in pages),
        first_mm,
        subject_lines,
        greeting_lines,
        values.name,
    )


def _shared(rows: Sequence[Row], first_mm: float, slip: float) -> list[list[Row]]:
    """Return the rows of each page, with room for a slip at the foot of the last; when need be it has its own page."""
    whole = share_out(rows, _BOTTOM_MM - first_mm, _BOTTOM_MM - _NEXT_PAGE_Y)
    if not slip:
        return whole
    bottom = _SLIP_TO_MM - slip
    parted = share_out(rows, bottom - first_mm, bottom - _NEXT_PAGE_Y)
    if len(parted) == 1:
        return parted
    used = sum(row.height_mm + (row.above_mm if at else 0.0) for at, row in enumerate(whole[-1]))
    fits = len(whole) > 1 and _NEXT_PAGE_Y + used <= bottom
    return whole if fits else parted if len(whole) == 1 else [*whole, []]


def _at_most(count: int, written: str, face: str, cut: list[str]) -> tuple[Line, ...]:
    if not written.strip():
        return ()
    made = lines.wrap(written, face, _SIZE, _WIDE * mm)
    return tuple(_shortened(made, count, _WIDE, cut, written))


def _shortened(made: list[Line], count: int, width_mm: float, cut: list[str], written: str) -> list[Line]:
    """Return no more than some lines; the last one ends with "…" when something was left out, and it is told."""
    if len(made) <= count:
        return made
    cut.append(written)
    last = made[count - 1]
    return [*made[: count - 1], with_dots(last, width_mm)]


def _address(addressee: Addressee, cut: list[str]) -> tuple[Line, ...]:
    """Return the lines in the window: smaller when there is much, more lines for a long name, cut at last."""
    face = fonts.face("text")
    for size in _ADDRESS_SIZES:
        made = [line for one in addressee.lines for line in fit_line(one, face, size, min(size, _SMALL), ADDRESS_WIDE)]
        if _address_mm(made) <= ADDRESS_HIGH:
            return tuple(made)
    # Street and town are what the post needs: they stay whole, and the first lines give way.
    smallest = _ADDRESS_SIZES[-1]
    room = int(ADDRESS_HIGH / (smallest * _ADDRESS_LEADING * _POINT_MM))
    parts = [lines.wrap(one, face, smallest, ADDRESS_WIDE * mm) for one in addressee.lines]
    while sum(map(len, parts)) > room:
        at = max(range(len(parts)), key=lambda number: len(parts[number]))
        if len(parts[at]) == 1:
            del parts[at]
        else:
            over = sum(map(len, parts)) - room
            parts[at] = _shortened(parts[at], max(1, len(parts[at]) - over), ADDRESS_WIDE, cut, addressee.lines[at])
    return tuple(line for part in parts for line in part)


def _address_mm(made: Sequence[Line]) -> float:
    return sum(line.size * _ADDRESS_LEADING * _POINT_MM for line in made)


def _closing(job: LetterJob, pitch: float) -> list[Row]:
    """Return the greeting at the end, the white to sign in, and who signs: always together, with text above it."""
    plain, bold = fonts.face("text"), fonts.face("text", 700)
    rows = [Row(lines.line(_("Kind regards,"), plain, _SIZE), pitch * 0.9, pitch, may_begin_page=False)]
    above = _SIGN_MM
    for name, face in ((job.signed_by, bold if job.group_name.strip() else plain), (job.group_name, plain)):
        if name.strip():
            for line in fit_line(" ".join(name.split()), face, _SIZE, _SMALL, _WIDE)[:3]:
                rows.append(Row(line, above, pitch, may_begin_page=False))
                above = 0.0
    return rows


def _draw_first(pen: Pen, letter: _Letter, rows: Sequence[Row], job: LetterJob) -> None:
    """Draw the first page of a letter, but for its head."""
    y = ADDRESS_Y
    for line in letter.address:
        y += line.size * _ADDRESS_LEADING * _POINT_MM
        pen.line_of_text(line, ADDRESS_X, y - line.size * 0.27 * _POINT_MM, color=0.0)
    pen.text(date_line(job.place, job.day), LEFT_MM, _DATE_Y, fonts.face("text"), _SIZE)
    pitch = _SIZE * LEADING * _POINT_MM
    y = _SUBJECT_Y
    for part, white in ((letter.subject, 1.0), (letter.greeting, 0.62)):
        for line in part:
            y += pitch
            _draw_line(pen, line, y)
        y += pitch * white if part else 0
    _draw_rows(pen, rows, letter.first_mm)
    for fold in _FOLDS_Y:
        pen.rule(6.0, fold, 9.5, fold, 0.15, 0.5)


def _draw_next(pen: Pen, letter: _Letter, rows: Sequence[Row], job: LetterJob) -> None:
    """Draw a later page: whose it is stands above, in case the pile falls."""
    face = fonts.face("text")
    date_wide = pen.text(date_line(job.place, job.day), RIGHT_MM, 19.0, face, _SMALL, "right", _GREY)
    room = _WIDE - date_wide - 6.0
    to = fit_line(" ".join(letter.to.split()), face, _SMALL, _SMALL - 1.5, room)
    pen.line_of_text(to[0] if len(to) == 1 else with_dots(to[0], room), LEFT_MM, 19.0, "left", _GREY)
    pen.rule(LEFT_MM, 22.0, RIGHT_MM, 22.0, 0.15, 0.6)
    _draw_rows(pen, rows, _NEXT_PAGE_Y)


def _draw_rows(pen: Pen, rows: Sequence[Row], top: float) -> None:
    y = top
    for at, row in enumerate(rows):
        y += row.height_mm + (row.above_mm if at else 0.0)
        _draw_line(pen, row.line, y)


def _draw_line(pen: Pen, line: Line, bottom: float) -> None:
    base = bottom - line.size * 0.3 * _POINT_MM
    if line.right_to_left:
        pen.line_of_text(line, RIGHT_MM, base, "right")
    else:
        pen.line_of_text(line, LEFT_MM, base)


def _draw_foot(pen: Pen, page: int, pages: int) -> None:
    face = fonts.face("text")
    pen.rule(LEFT_MM, _FOOT_Y - 5.0, RIGHT_MM, _FOOT_Y - 5.0, 0.15, 0.6)
    if page == 1:
        asked = _("Would you rather not get letters from us? Tell us, and we will stop.")
        pen.text(asked, LEFT_MM, _FOOT_Y, face, _SMALL, "left", _GREY)
    if pages > 1:
        place = _("page {page} of {pages}").format(page=page, pages=pages)
        pen.text(place, RIGHT_MM, _FOOT_Y, face, _SMALL, "right", _GREY)


def _warnings(job: LetterJob, cut: Sequence[str]) -> tuple[Text, ...]:
    found = []
    if cut:
        shown = ", ".join(dict.fromkeys(f"{' '.join(one.split())[:60]}…" for one in cut))
        found.append(text(N_("Too long to print in full: {names}"), names=shown))
    signs = fonts.missing("".join(dict.fromkeys(f"{job.subject}{job.body}{job.signed_by}{job.place}{job.group_name}")))
    if signs:
        found.append(text(N_("There are no letters for these signs; they are printed as boxes: {signs}"), signs=signs))
    unreadable = [line for one in job.addressees for line in one.lines if fonts.missing(line)]
    if unreadable:
        shown = ", ".join(dict.fromkeys(unreadable))
        found.append(
            text(
                N_("These names have signs that we have no letters for; they are printed as boxes: {names}"),
                names=shown,
            )
        )
    empty = letters.without_value(f"{job.subject}\n{job.body}", job.addressees)
    if empty:
        found.append(
            plural_text(
                "In {count} letter a field stays empty, because we do not know what belongs there: {names}",
                "In {count} letters a field stays empty, because we do not know what belongs there: {names}",
                len(empty),
                names=", ".join(empty[:10]),
            )
        )
    blanks = letters.blanks_in(f"{job.subject}\n{job.body}")
    if blanks:
        found.append(text(N_("This still has to be filled in: {blanks}"), blanks=", ".join(blanks)))
    if not job.contact.strip():
        found.append(text(N_("The letter does not say how to reach you: the group has no contact yet.")))
    return tuple(found)
