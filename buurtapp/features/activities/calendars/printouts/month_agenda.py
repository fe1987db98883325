"""The agenda of a month as a poster: the month large with its days, what comes every week, and what has a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Literal

from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.features.activities.calendars import poster_rules
from buurtapp.features.activities.calendars.printouts import poster_layout as at
from buurtapp.features.activities.calendars.printouts.poster_band import draw_band
from buurtapp.features.activities.calendars.printouts.poster_foot import draw_foot
from buurtapp.features.activities.calendars.printouts.poster_layout import Told, day_words, one_line
from buurtapp.features.activities.calendars.printouts.poster_paints import Inks
from buurtapp.features.activities.calendars.records import Poster, PosterRow
from buurtapp.features.activities.calendars.rules import WEEK, month_start
from buurtapp.printing import fonts, lines
from buurtapp.printing.fit import MM_OF_POINT
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import Pen

Size = Literal["A3", "A4"]
SIZES_MM: dict[Size, tuple[float, float]] = {"A3": (297.0, 420.0), "A4": (210.0, 297.0)}
Progress = Callable[[int, int], None]
_MONTH_PT, _HEAD_PT = 190.0, 24.0
_MONTH_TOP_MM = 29.5
_BLANK_ROWS = 4


def draw_agenda(
    poster: Poster, size: Size = "A3", *, saving: bool = False, progress: Progress | None = None
) -> PrintedPages:
    """Return the poster as PDF in the present language, a sheet for each fourteen activities; `saving` saves ink."""
    sheets = poster_rules.sheets_of(poster.dated)
    title = _("Agenda of {month}").format(month=day_words(poster.month, "LLLL yyyy"))
    pen = Pen(title, SIZES_MM[size])
    scale = SIZES_MM[size][0] / at.WIDTH_MM
    told: list[Told] = []
    for number, rows in enumerate(sheets, 1):
        if progress is not None:
            progress(number - 1, len(sheets))
        if number > 1:
            pen.next_page()
        pen.canvas.saveState()
        pen.canvas.scale(scale, scale)
        # From here on the pen measures on A3, whatever the paper.
        pen.width_mm, pen.height_mm = at.WIDTH_MM, at.HEIGHT_MM
        told += _Sheet(pen, poster, Inks(saving=saving), (number, len(sheets))).draw(rows)
        pen.canvas.restoreState()
    return PrintedPages(pen.finish(), None, len(sheets), _warnings(poster, told))


def _warnings(poster: Poster, told: Sequence[Told]) -> tuple[Text, ...]:
    found = []
    cut = [" ".join(one.row.title.split())[:40] for one in told if one.is_cut]
    if cut:
        found.append(text(N_("Too long to print in full: {names}"), names=", ".join(cut)))
    if not (poster.phone or poster.email):
        found.append(
            text(N_("Nobody can be asked: fill in a phone number or e-mail address of the group in the settings."))
        )
    written = "".join(f"{row.title}{row.place}" for row in (*poster.dated, *(one.first for one in poster.weekly)))
    lacking = fonts.missing(f"{written}{poster.group_name}{poster.contact}".replace("\n", " "))
    if lacking:
        found.append(
            text(N_("We have no letters for: {letters}. They are printed as boxes."), letters=" ".join(lacking))
        )
    return tuple(found)


class _Sheet:
    """One sheet on its way onto paper. `page` is (which, of how many)."""

    def __init__(self, pen: Pen, poster: Poster, inks: Inks, page: tuple[int, int]) -> None:
        self.pen, self.poster, self.inks, self.page = pen, poster, inks, page
        self.highlight = next((row for row in poster.dated if row.highlight), None)

    def draw(self, rows: Sequence[PosterRow]) -> list[Told]:
        """Draw all of it; return the rows as they were laid out."""
        self._head()
        self._small_month()
        if self.poster.weekly:
            draw_band(self.pen, self.poster.weekly, self.inks)
        top = at.items_top_mm(has_weekly=bool(self.poster.weekly))
        told = self._rows(rows, top)
        if not rows:
            self._blank(top)
        draw_foot(self.pen, self.poster, self.inks)
        return told

    def _head(self) -> None:
        year = f"{self.poster.month.year}"
        group = poster_rules.place_of_group(self.poster.group_name)
        words = _("Things to do in {place}").format(place=group) if group else _("Things to do")
        words = f"{words} · {year}"
        if self.page[1] > 1:
            words += " · " + _("sheet {page} of {pages}").format(page=self.page[0], pages=self.page[1])
        room = at.GRID_LEFT_MM - at.LEFT_MM - 6.0
        self.pen.line_of_text(
            one_line(words, fonts.face("text", 700), _HEAD_PT, room), at.LEFT_MM, 25.1, color=self.inks.ink
        )
        name, face = day_words(self.poster.month, "LLLL"), fonts.face("display", 800)
        made = lines.line(name, face, _MONTH_PT, kerned=True)
        size = min(_MONTH_PT, _MONTH_PT * room / (made.width * MM_OF_POINT))
        up, down = 0.745 * size * MM_OF_POINT, 0.2 * size * MM_OF_POINT
        spare = at.GRID_BOTTOM_MM - _MONTH_TOP_MM - up - down
        base = _MONTH_TOP_MM + up + max(0.0, spare) * 0.4
        self.pen.line_of_text(
            lines.line(name, face, size, kerned=True), at.LEFT_MM - size * 0.008, base, color=self.inks.ink
        )

    def _small_month(self) -> None:
        month, pitch = self.poster.month, at.pitch_mm(self.poster.month)
        share = pitch / 14.82
        wide = 14.82
        monday = month - timedelta(days=month.weekday())
        for column in range(WEEK):
            name = day_words(monday + timedelta(days=column), "EEE")
            made = one_line(name, fonts.face("text", 700), 19.2, wide - 2.5, 8.0)
            self.pen.line_of_text(made, at.GRID_LEFT_MM + (column + 0.5) * wide, 23.2, "center", self.inks.ink)
        marked = {row.starts_at.date(): row is self.highlight for row in reversed(self.poster.dated)}
        day = month
        while day < month_start(month, 1):
            week, column = divmod((day - monday).days, WEEK)
            x, y = at.GRID_LEFT_MM + (column + 0.5) * wide, 34.5 + week * pitch
            color = self.inks.ink
            if day in marked:
                color = self._disc(x, y, 6.44 * share, stands_out=marked[day])
            face, size = fonts.face("text", 800 if day in marked else 400), 21.0 * share
            self.pen.text(str(day.day), x, y + size * 0.35 * MM_OF_POINT, face, size, "center", color)
            day += timedelta(days=1)

    def _disc(self, x: float, y: float, radius: float, *, stands_out: bool) -> tuple[float, float, float]:
        """Draw a disc behind a day; return the colour of its number."""
        fill, ring, number = self.inks.disc(stands_out=stands_out)
        self.pen.frame(
            x - radius, y - radius, 2 * radius, 2 * radius, ring, self.inks.ink, filling=fill, radius_mm=radius
        )
        return number

    def _rows(self, rows: Sequence[PosterRow], top: float) -> list[Told]:
        size = at.row_size(len(rows), top)
        in_left = -(-len(rows) // 2)
        told = [at.tell(row, size) for row in rows]
        for number, one in enumerate(told):
            column, row = divmod(number, in_left)
            x = at.LEFT_MM + column * (at.COLUMN_MM + at.COLUMN_GAP_MM)
            y = top + row * size.height_mm
            self.pen.rule(x, y, x + at.COLUMN_MM, y, 0.5, self.inks.rule)
            self._tile(one.row, x, y + (size.height_mm - size.tile_mm) / 2, size)
            self._words(one, x + size.tile_mm + at.TILE_GAP_MM, y + (size.height_mm - one.height_mm) / 2)
        return told

    def _tile(self, row: PosterRow, x: float, y: float, size: at.RowSize) -> None:
        fill, ring, color = self.inks.tile(stands_out=row is self.highlight)
        side, middle = size.tile_mm, x + size.tile_mm / 2
        self.pen.frame(x, y, side, side, ring, self.inks.ink, filling=fill, radius_mm=3.0)
        weekday = one_line(
            day_words(row.starts_at.date(), "EEE"), fonts.face("text", 700), size.weekday, side - 3.0, 9.0
        )
        self.pen.line_of_text(weekday, middle, y + max(side * 0.205, 6.6), "center", color)
        number = fonts.face("display", 800)
        base = y + side * 0.205 + (side * 0.795 + size.number * 0.70 * MM_OF_POINT) / 2 - side * 0.03
        self.pen.text(str(row.starts_at.day), middle, base, number, size.number, "center", color)

    def _words(self, told: Told, x: float, top: float) -> None:
        y = top
        for face, leading, size, words in (
            (fonts.face("display", 800), at.TITLE_LEADING, told.title_pt, told.title),
            (fonts.face("text"), at.TEXT_LEADING, told.text_pt, told.text),
        ):
            for line in words:
                high = size * leading * MM_OF_POINT
                self.pen.text(line, x, y + high / 2 + size * 0.345 * MM_OF_POINT, face, size, "left", self.inks.ink)
                y += high
            y += at.TEXT_GAP_MM

    def _blank(self, top: float) -> None:
        """Say that nothing is sure yet, and leave room to write."""
        face = fonts.face("display", 800)
        words = _("This is not settled yet") if not self.poster.weekly else _("The rest is not settled yet")
        self.pen.text(words, at.LEFT_MM, top + 11.0, face, 25.0, "left", self.inks.ink)
        size = at.row_size(2, top)
        for number in range(2 * _BLANK_ROWS):
            column, row = divmod(number, _BLANK_ROWS)
            x = at.LEFT_MM + column * (at.COLUMN_MM + at.COLUMN_GAP_MM)
            y = top + 18.0 + row * size.height_mm
            self.pen.rule(x, y, x + at.COLUMN_MM, y, 0.5, self.inks.rule)
            self.pen.frame(x, y + 5.25, size.tile_mm, size.tile_mm, 0.5, self.inks.ink, filling=None, radius_mm=3.0)
            for line in (17.0, 32.0):
                self.pen.rule(x + size.tile_mm + at.TILE_GAP_MM, y + line, x + at.COLUMN_MM, y + line, 0.35, 0.45)
