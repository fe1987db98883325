"""Job slips: eight on a sheet of A4, for whoever does the job: what, who, when, where, and whom to ring."""

from __future__ import annotations

from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.features.activities.printouts.attendance_frame import day_in_words
from buurtapp.features.activities.runsheet.printouts import measures as m
from buurtapp.features.activities.runsheet.records import PaperJob, PaperSheet
from buurtapp.features.activities.runsheet.wording import PHASE_WORDS
from buurtapp.features.people.printouts.list_frame import Fitted, Type, draw_lines, fitted
from buurtapp.printing import fonts
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import A4_MM, Pen

_COLUMNS, _ROWS = 2, 4
_WIDE_MM, _HIGH_MM = A4_MM[0] / _COLUMNS, A4_MM[1] / _ROWS
_PAD_MM = 9.0
_TICK_FROM, _TICK_TO, _CROSS_MM, _THICK = 5.5, 9.5, 5.0, 0.2
_ROOM_MM = _WIDE_MM - 2 * _PAD_MM


def job_slips(sheet: PaperSheet) -> PrintedPages:
    """Return a slip for each job as PDF in the present language, to cut along the ticks; one page without jobs."""
    pen = Pen(_("Job slips"))
    cut: list[str] = []
    for at, job in enumerate(sheet.jobs):
        place = at % (_COLUMNS * _ROWS)
        if place == 0:
            if at:
                pen.next_page()
            _draw_ticks(pen)
        x, y = place % _COLUMNS * _WIDE_MM, place // _COLUMNS * _HIGH_MM
        cut += _draw_slip(pen, sheet, job, x + _PAD_MM, y + _PAD_MM)
    if not sheet.jobs:
        pen.text(_("There are no jobs left to do."), _PAD_MM, 20.0, fonts.face("text"), 11)
    pages = pen.page
    return PrintedPages(pen.finish(), None, pages, _warnings(cut))


def _warnings(cut: list[str]) -> tuple[Text, ...]:
    if not cut:
        return ()
    return (text(N_("Too long to print in full: {names}"), names=", ".join(f"{one[:60]}…" for one in cut)),)


def _draw_slip(pen: Pen, sheet: PaperSheet, job: PaperJob, x: float, y: float) -> list[str]:
    """Draw one slip; return what was cut."""
    bold, plain = fonts.face("text", 700), fonts.face("text")
    phase = PHASE_WORDS[job.phase].render()
    day = sheet.starts_at.date()
    parts: list[tuple[Fitted, float, float]] = [
        (
            fitted(f"{' '.join(sheet.title.split())} · {day_in_words(day)}", Type(plain, 9.5, 7.5), _ROOM_MM, 8.0),
            m.GREY,
            1.2,
        ),
        (fitted(job.title, Type(fonts.face("display", 800), 14.0, 14.0), _ROOM_MM, 19.0), m.INK, 1.6),
        (fitted(job.who or "………………………………", Type(bold, 12.5, 9.5), _ROOM_MM, 9.5), m.INK, 1.0),
    ]
    takes = _("{minutes} minutes").format(minutes=job.minutes) if job.minutes else ""
    when = ", ".join(part for part in (job.when, takes) if part)
    contact = sheet.phones[0] if sheet.phones else None
    facts = (
        (_("When: {when}"), "when", f"{when} ({phase.lower()})" if when else phase),
        (_("Where: {place}"), "place", " ".join(sheet.place.split())),
        (_("Needed: {needs}"), "needs", job.needs),
        (_("Questions? {contact}"), "contact", f"{contact.name} {contact.phone}".strip() if contact else ""),
    )
    for sentence, name, value in facts:
        if value:
            made = fitted(sentence.format(**{name: value}), Type(plain, 10.5, 8.5), _ROOM_MM, 8.7)
            parts.append((made, m.INK, 0.6))
    at = y
    for made, color, gap in parts:
        draw_lines(pen, made, x, at, color)
        at += made.height_mm + gap
    return [made.lines[0].text for made, _color, _gap in parts if made.is_cut and made.lines]


def _draw_ticks(pen: Pen) -> None:
    """Draw ticks on the lines where to cut: they fall away with the cut. A cross marks where two cuts meet."""
    across, half = _WIDE_MM, _CROSS_MM / 2
    for top in (_TICK_FROM, pen.height_mm - _TICK_TO):
        pen.rule(across, top, across, top + _TICK_TO - _TICK_FROM, _THICK)
    for row in range(1, _ROWS):
        y = row * _HIGH_MM
        pen.rule(_TICK_FROM, y, _TICK_TO, y, _THICK)
        pen.rule(pen.width_mm - _TICK_TO, y, pen.width_mm - _TICK_FROM, y, _THICK)
        pen.rule(across - half, y, across + half, y, _THICK)
        pen.rule(across, y - half, across, y + half, _THICK)
