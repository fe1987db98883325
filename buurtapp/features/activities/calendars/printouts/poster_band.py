"""The band of what comes every week: at most three things side by side, each with its icon, weekday and hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from buurtapp.core.i18n import _
from buurtapp.features.activities.calendars.poster_rules import place_and_more
from buurtapp.features.activities.calendars.printouts import poster_icons
from buurtapp.features.activities.calendars.printouts import poster_layout as at
from buurtapp.features.activities.calendars.printouts.poster_layout import day_words, one_line, time_words
from buurtapp.features.activities.calendars.printouts.poster_paints import Inks
from buurtapp.features.activities.calendars.records import PosterRow, Weekly
from buurtapp.features.activities.calendars.rules import short_titles
from buurtapp.printing import art, fonts, lines
from buurtapp.printing.fit import MM_OF_POINT
from buurtapp.printing.lines import Line
from buurtapp.printing.pen import Pen

_PAD_MM, _ICON_MM, _ICON_GAP_MM, _GAP_MM, _HEAD_GAP_MM = 7.0, 14.0, 4.0, 6.0, 12.0
_NAME_PT, _WHEN_PT, _HEAD_PT, _LEADING = 18.0, at.LEAST_PT, 26.0, 1.25
_HEAD_MOST_MM = 48.0


def draw_band(pen: Pen, weekly: Sequence[Weekly], inks: Inks) -> None:
    """Draw the band below the month."""
    fill, ring = inks.band
    top, middle = at.BAND_TOP_MM, at.BAND_TOP_MM + at.BAND_MM / 2
    pen.frame(at.LEFT_MM, top, at.RIGHT_MM - at.LEFT_MM, at.BAND_MM, ring, inks.ink, filling=fill, radius_mm=4.0)
    head = _head()
    _below(pen, head, at.LEFT_MM + _PAD_MM, middle, inks, 1.02)
    left = at.LEFT_MM + _PAD_MM + max(line.width for line in head) * MM_OF_POINT + _HEAD_GAP_MM
    room = at.RIGHT_MM - _PAD_MM - left
    each = (room - (len(weekly) - 1) * _GAP_MM) / len(weekly) - _ICON_MM - _ICON_GAP_MM
    words = [_words(one, each) for one in weekly]
    wide = [_ICON_MM + _ICON_GAP_MM + max(line.width for line in made) * MM_OF_POINT for made in words]
    gap = (room - sum(wide)) / (len(weekly) - 1) if len(weekly) > 1 else 0.0
    for one, made, width in zip(weekly, words, wide, strict=True):
        place = (left * mm, (pen.height_mm - middle + _ICON_MM / 2) * mm, _ICON_MM / 24 * float(mm))
        art.draw(pen.canvas, poster_icons.icon_for(one.first.title, one.first.kind), place, inks.icon)
        _below(pen, made, left + _ICON_MM + _ICON_GAP_MM, middle, inks, _LEADING)
        left += width + gap


def _head() -> list[Line]:
    """Return "Elke week" in one or two lines."""
    face = fonts.face("display", 800)
    return [one_line(words, face, _HEAD_PT, _HEAD_MOST_MM) for words in _("Every\nweek").split("\n")]


def _words(one: Weekly, width_mm: float) -> list[Line]:
    """Return the lines of one thing: its name, when, where if that fits, and when not."""
    row = one.first
    name = one_line(short_titles(row.title)[0], fonts.face("text", 700), _NAME_PT, width_mm)
    face = fonts.face("text")
    when = f"{day_words(row.starts_at.date(), 'EEEE')} {time_words(row)}"
    if lines.line(when, face, _WHEN_PT).width * MM_OF_POINT > width_mm:
        when = f"{day_words(row.starts_at.date(), 'EEEE')} {time_words(_without_end(row))}"
    found = [name, one_line(when, face, _WHEN_PT, width_mm, 12.0)]
    place = place_and_more(row.place)[0]
    with_place = lines.line(f"{when}, {place}", face, _WHEN_PT)
    if place and with_place.width * MM_OF_POINT <= width_mm:
        found[1] = with_place
    if one.not_on:
        days = ", ".join(day_words(day, "d MMM") for day in one.not_on)
        found.append(one_line(_("not on {days}").format(days=days), face, _WHEN_PT, width_mm, 12.0))
    elif place and found[1] is not with_place:
        found.append(one_line(place, face, _WHEN_PT, width_mm))
    return found


def _without_end(row: PosterRow) -> PosterRow:
    return replace(row, ends_at=None)


def _below(pen: Pen, made: Sequence[Line], x: float, middle: float, inks: Inks, leading: float) -> None:  # noqa: PLR0913 - lines and their place
    """Draw lines below each other around a height."""
    y = middle - sum(line.size for line in made) * leading * MM_OF_POINT / 2
    for line in made:
        high = line.size * leading * MM_OF_POINT
        pen.line_of_text(line, x, y + high / 2 + line.size * 0.345 * MM_OF_POINT, "left", inks.ink)
        y += high
