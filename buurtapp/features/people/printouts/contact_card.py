"""Everything that is known of one person, for the coordinator's folder: one A4, a second one only for very long notes.

What is not known is not named. Features that know more of somebody hand it over as `more`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm

from buurtapp.core.i18n import _
from buurtapp.features.people.printouts.contact_facts import Fact, facts_of
from buurtapp.features.people.printouts.list_frame import (
    CAP,
    FOOTER_MM,
    GREY,
    LEADING,
    MARGIN_MM,
    POINT_MM,
    Fitted,
    Foot,
    Head,
    Type,
    draw_lines,
    draw_plate,
    fitted,
    plate_height_mm,
    plate_of,
    warnings_of,
)
from buurtapp.features.people.records import PersonCard
from buurtapp.printing import fonts, lines
from buurtapp.printing.lines import Line
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import A4_MM, Pen, fit_line

_TOPIC_MM = 46.0
_GAP_MM = 2.6
_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0)
_CARE_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the card: what it is about when it is the first of its fact, and its words."""

    topic: Line | None
    words: Line

    @property
    def height_mm(self) -> float:
        """How high it is, with the white above the first line of a fact."""
        return self.words.size * LEADING * POINT_MM + (_GAP_MM if self.topic is not None else 0.0)


def draw_contact_card(card: PersonCard, group_name: str, day: date, more: Sequence[Fact] = ()) -> PrintedPages:
    """Return the card as PDF in the present language."""
    width = A4_MM[0] - 2 * MARGIN_MM
    head = Head.of(" ".join(card.name.spoken.split()) or _("No name"), [group_name, _("Contact card")], width)
    facts = [*facts_of(card), *more]
    care = _care(card, width)
    plate = plate_of(card.door.street, width * 0.7) if card.door.street.strip() else None
    top = head.bottom_mm + 2.0
    first = top + (care.height_mm + 7.0 if care else 0.0) + (plate_height_mm(plate) + 4.0 if plate else 0.0)
    bottom = A4_MM[1] - FOOTER_MM - 3.0
    pages = _pages(facts, bottom - first, bottom - top)
    foot = Foot.of(_on_it(card, facts), _("Confidential, only for the coordinator's folder"), day, len(pages))
    pen = Pen(_("Contact card"))
    for number, rows in enumerate(pages):
        if number:
            pen.next_page()
        head.draw(pen)
        pen.rule(MARGIN_MM, head.bottom_mm, pen.width_mm - MARGIN_MM, head.bottom_mm, 0.4)
        if number == 0:
            _draw_care(pen, care, top + 1.5, width)
            _draw_address(pen, card, plate, top + (care.height_mm + 7.0 if care else 0.0) + 1.5)
        _draw_rows(pen, rows, first if number == 0 else top)
        foot.draw(pen)
    known = [card.name.spoken, card.door.line, *(fact.words for fact in facts)]
    unreadable = [" ".join(words.split())[:60] for words in known if fonts.missing(words)]
    return PrintedPages(pen.finish(), None, len(pages), warnings_of(unreadable, head.cut))


def _on_it(card: PersonCard, facts: Sequence[Fact]) -> list[str]:
    told = [_("name")]
    if card.door.street.strip():
        told.append(_("address"))
    return [*told, *dict.fromkeys(fact.topic[:1].lower() + fact.topic[1:] for fact in facts)]


def _care(card: PersonCard, width_mm: float) -> Fitted | None:
    """Return what is to be heeded before anything else: to leave somebody alone, and whose wish that is."""
    if card.asked_not_to:
        words = _("Do not approach. This neighbour does not want to be called, written to or visited.")
    elif card.do_not_approach:
        words = _("Do not approach. Nobody at this address wants to be called, written to or visited.")
    else:
        return None
    return fitted(words, Type(fonts.face("text", 700), _CARE_SIZE, 10.0), width_mm - 8.0, 30.0)


def _pages(facts: Sequence[Fact], first_mm: float, next_mm: float) -> list[list[_Row]]:
    """Return the lines of each page: in the largest letters in which all fits on one, else on as many as it takes."""
    rows: list[_Row] = []
    for size in _SIZES:
        rows = [row for fact in facts for row in _rows(fact, size)]
        if sum(row.height_mm for row in rows) <= first_mm:
            return [rows]
    pages: list[list[_Row]] = [[]]
    room = first_mm
    for row in rows:
        if row.height_mm > room:
            pages.append([])
            room = next_mm
        pages[-1].append(row)
        room -= row.height_mm
    return pages


def _rows(fact: Fact, size: float) -> list[_Row]:
    room = A4_MM[0] - 2 * MARGIN_MM - _TOPIC_MM
    topic = fit_line(fact.topic, fonts.face("text", 700), min(size, 10.5), 6.0, _TOPIC_MM - 3.0)[0]
    parts = [part for part in fact.words.splitlines() if part.strip()]
    made = [line for part in parts for line in lines.wrap(part.strip(), fonts.face("text"), size, room * mm)]
    return [_Row(topic if place == 0 else None, line) for place, line in enumerate(made)]


def _draw_care(pen: Pen, care: Fitted | None, y: float, width_mm: float) -> None:
    if care is None:
        return
    pen.frame(MARGIN_MM, y, width_mm, care.height_mm + 4.0, 0.7, radius_mm=1.2)
    draw_lines(pen, care, MARGIN_MM + 4.0, y + 2.0, 0.08)


def _draw_address(pen: Pen, card: PersonCard, plate: Fitted | None, y: float) -> None:
    """Draw the street sign with the house number large beside it."""
    if plate is None:
        return
    wide = draw_plate(pen, plate, MARGIN_MM, y)
    if not card.door.house:
        return
    room = pen.width_mm - 2 * MARGIN_MM - wide - 3.0
    house = fit_line(card.door.house, fonts.face("display", 800), 19, 8, room)[0]
    base = y + plate_height_mm(plate) / 2 + house.size * CAP * POINT_MM
    pen.line_of_text(house, MARGIN_MM + wide + 3.0, base)


def _draw_rows(pen: Pen, rows: Sequence[_Row], top_mm: float) -> None:
    at = top_mm
    for row in rows:
        if row.topic is not None:
            at += _GAP_MM
        pitch = row.words.size * LEADING * POINT_MM
        base = at + pitch / 2 + row.words.size * CAP * POINT_MM
        if row.topic is not None:
            pen.line_of_text(row.topic, MARGIN_MM, base, "left", GREY)
        pen.line_of_text(row.words, MARGIN_MM + _TOPIC_MM, base)
        at += pitch
