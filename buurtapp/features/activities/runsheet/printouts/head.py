"""What stands above and below the jobs of a run sheet: title, facts, and the foot with the code."""

from __future__ import annotations

import io
from dataclasses import dataclass

from reportlab.lib.utils import ImageReader

from buurtapp.core.i18n import N_, Text, _, p_, text
from buurtapp.features.activities.printouts.attendance_frame import Place, day_in_words, hours_in_words
from buurtapp.features.activities.runsheet.printouts import measures as m
from buurtapp.features.activities.runsheet.records import PaperSheet
from buurtapp.features.people.printouts.list_frame import Fitted, Type, draw_lines, fitted
from buurtapp.printing import fonts
from buurtapp.printing.pen import Pen

_LOGO_X, _LOGO_Y, _LOGO_MM = 153.0, 8.5, 15.0
_QR_MIDDLE_MM, _CAPTION_MM = 180.0, 28.0
_TITLE_BASE = 17.0
_SUBJECT_MM = 19.6
_RULE_MM = 30.5
_LEAST_BESIDE = 10.0
_FOOTER_X, _FOOTER_SIZE = 42.0, 9.0


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the first page, laid out once; the pages after it have only the title and the subject."""

    logo: ImageReader | None
    subject: tuple[Fitted, Fitted]
    beside: bool
    facts: tuple[tuple[Fitted, Fitted], ...]
    facts_mm: float
    top_mm: float
    next_mm: float
    warnings: tuple[Text, ...]

    @classmethod
    def of(cls, sheet: PaperSheet) -> Head:
        """Lay out the head of a run sheet."""
        logo = _logo(sheet.logo)
        room = (_LOGO_X if logo else _QR_MIDDLE_MM - 9.0) - m.LEFT_MM - 3.0
        hours = hours_in_words(sheet.starts_at, sheet.ends_at)
        told = " · ".join(part for part in (day_in_words(sheet.starts_at.date()), hours, sheet.place.strip()) if part)
        title = fitted(" ".join(sheet.title.split()), Type(fonts.face("text", 700), 11.0, 9.5), room, 9.5)
        beside = f"· {' '.join(told.split())}"
        plain = Type(fonts.face("text"), 11.0, 9.0)
        rest = fitted(beside, plain, max(20.0, room - title.width_mm - 1.2), 9.0)
        is_beside = len(title.lines) == len(rest.lines) == 1 and rest.lines[0].size >= _LEAST_BESIDE
        if not is_beside:
            rest = fitted(beside.removeprefix("· "), plain, room, 9.0)
        below = 0.0 if is_beside else rest.height_mm
        rule = max(_RULE_MM, _SUBJECT_MM + title.height_mm + below + 1.5)
        facts = _facts(sheet)
        high = max((label.height_mm + value.height_mm for label, value in facts), default=0.0)
        top = rule + (high + 4.5 if facts else 0.0) + 1.5
        warnings = []
        cut = [words for words in (title, rest, *(value for _label, value in facts)) if words.is_cut]
        if cut:
            names = ", ".join(f"{words.lines[0].text}…" for words in cut)
            warnings.append(text(N_("Too long to print in full: {names}"), names=names))
        if sheet.logo and logo is None:
            warnings.append(text(N_("The logo of the group cannot be drawn and was left out.")))
        return cls(logo, (title, rest), is_beside, facts, rule, top, rule + 1.5, tuple(warnings))

    def draw(self, pen: Pen, sheet: PaperSheet, place: Place) -> None:
        """Draw the head of a page."""
        if self.logo is not None:
            pen.picture(self.logo, _LOGO_X, _LOGO_Y, _LOGO_MM, _LOGO_MM)
        title = p_("paper", "Run sheet")
        pen.text(title, m.LEFT_MM, _TITLE_BASE, fonts.face("display", 800), 21 if sheet.saving else 26)
        name, rest = self.subject
        draw_lines(pen, name, m.LEFT_MM, _SUBJECT_MM, m.INK)
        if self.beside:
            draw_lines(pen, rest, m.LEFT_MM + name.width_mm + 1.2, _SUBJECT_MM, m.INK)
        else:
            draw_lines(pen, rest, m.LEFT_MM, _SUBJECT_MM + name.height_mm, m.INK)
        caption = f"{place.code} · {place.page}/{place.pages}"
        pen.text(caption, _QR_MIDDLE_MM, _CAPTION_MM, fonts.face("text", 700), 7.5, "center")
        color = m.INK if sheet.saving else m.GREEN
        pen.rule(m.LEFT_MM, self.facts_mm, m.RIGHT_MM, self.facts_mm, 0.5 if not sheet.saving else 0.25, color)
        if place.page == 1 and self.facts:
            self._draw_facts(pen)

    def _draw_facts(self, pen: Pen) -> None:
        wide = m.WIDTH_MM / len(self.facts)
        for at, (label, value) in enumerate(self.facts):
            x = m.LEFT_MM + at * wide
            draw_lines(pen, label, x, self.facts_mm + 1.6, m.INK)
            draw_lines(pen, value, x, self.facts_mm + 1.6 + label.height_mm, m.INK)
        pen.rule(m.LEFT_MM, self.top_mm - 1.5, m.RIGHT_MM, self.top_mm - 1.5, 0.4)


def _facts(sheet: PaperSheet) -> tuple[tuple[Fitted, Fitted], ...]:
    told = (
        (p_("run sheet", "Coordinator"), sheet.coordinator),
        (p_("run sheet", "Expected"), sheet.expected),
        (p_("run sheet", "Notice to the council"), sheet.notice),
        (p_("run sheet", "Budget"), sheet.budget),
    )
    shown = [(label, " ".join(value.split())) for label, value in told if value.strip()]
    wide = m.WIDTH_MM / max(1, len(shown)) - 3.0
    bold, plain = Type(fonts.face("text", 700), 10.0, 8.0), Type(fonts.face("text"), 10.0, 8.5)
    return tuple((fitted(label, bold, wide, 9.0), fitted(value, plain, wide, 13.0)) for label, value in shown)


def _logo(data: bytes | None) -> ImageReader | None:
    if not data:
        return None
    try:
        picture = ImageReader(io.BytesIO(data))
        picture.getRGBData()
    except (OSError, ValueError, SyntaxError):  # what Pillow says of a damaged or unknown picture
        return None
    return picture


def draw_footer(pen: Pen, sheet: PaperSheet, place: Place) -> None:
    """Draw whose sheet this is, what becomes of it, its code and page."""
    bold, plain = fonts.face("text", 700), fonts.face("text")
    code = pen.text(place.code, m.RIGHT_MM, 283.3, bold, 11, "right")
    pages = _("page {page} of {pages}").format(page=place.page, pages=place.pages)
    count = pen.text(pages, m.RIGHT_MM, 288.6, bold, _FOOTER_SIZE, "right")
    room = m.RIGHT_MM - _FOOTER_X - max(code, count) - 4.0
    made = _("printed {day}").format(day=day_in_words(sheet.printed_on))
    told = (
        f"{' '.join(sheet.group_name.split())} · {made}" if sheet.group_name.strip() else made,
        _("With names and phones: keep it among the helpers, and throw it away once it is entered."),
    )
    y = 279.6
    for sentence, face in zip(told, (bold, plain), strict=True):
        line = fitted(sentence, Type(face, _FOOTER_SIZE, 8.0), room, 4.6 if face == bold else 8.0)
        draw_lines(pen, line, _FOOTER_X, y, m.GREY)
        y += line.height_mm + 0.2
