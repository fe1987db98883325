"""Drawing a flyer of the style "tafel": a cloth of tiles, the title large, and who, what, where beneath."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.features.press.printouts import icons, layout, measures, tiles
from buurtapp.features.press.printouts.layout import BOLD, DISPLAY, NORMAL, Fact, Layout, face, lay_out
from buurtapp.features.press.printouts.paints import Colors
from buurtapp.features.press.records import Flyer
from buurtapp.features.press.rules import SIZES_MM, check
from buurtapp.printing import art, fonts, imposition, lines
from buurtapp.printing.fit import MM_OF_POINT
from buurtapp.printing.house import LOGO
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import Pen
from buurtapp.printing.qr import draw_qr, reach_content

Progress = Callable[[int, int], None]


def draw_flyer(flyer: Flyer, progress: Progress | None = None) -> PrintedPages:
    """Return the flyer as PDF, in the language of the context; raises UserError when it cannot be made so."""
    flyer = check(flyer)
    made = lay_out(flyer)
    up = flyer.up
    pen = Pen(flyer.text.title, imposition.sheet(up) if up > 1 else SIZES_MM[flyer.format])
    places = imposition.cells(up) if up > 1 else [(0.0, 0.0)]
    for at, (x, y) in enumerate(places):
        if progress is not None:
            progress(at, len(places))
        pen.canvas.saveState()
        pen.canvas.translate(x * mm, -y * mm)
        _Drawing(pen, flyer, made).draw()
        pen.canvas.restoreState()
    if up > 1:
        imposition.cut_marks(pen, up)
    return PrintedPages(pen.finish(), None, 1, tuple(_warnings(flyer, made)))


def _warnings(flyer: Flyer, made: Layout) -> list[Text]:
    found = []
    if made.step.number >= measures.SMALL_FROM:
        found.append(text(N_("There is much text: the letters are as small as they may be.")))
    said = flyer.text
    written = f"{said.title}{said.body}{said.where}{said.contact}{said.group}{said.kicker}{said.who}{said.cost}"
    lacking = fonts.missing(written)
    if lacking:
        found.append(
            text(N_("We have no letters for: {letters}. They are printed as boxes."), letters=" ".join(lacking))
        )
    return found


class _Drawing:
    """One flyer on its way onto paper, from top to bottom."""

    def __init__(self, pen: Pen, flyer: Flyer, made: Layout) -> None:
        self.pen = pen
        self.flyer = flyer
        self.made = made
        self.colors = Colors(flyer.theme, flyer.ink)
        self.left = made.margin
        self.top = made.margin

    def draw(self) -> None:
        """Draw all of it."""
        made, said, unit = self.made, self.flyer.text, self.made.unit
        self._picture()
        self.top += made.picture_mm + 7 * unit
        if said.kicker:
            self._line(said.kicker, BOLD, made.step.facts, 1.1, self.colors.dark)
            self.top += 3.2 * unit
        for one in made.title:
            self._line(one, DISPLAY, made.title_size, layout.TITLE_LEADING, self.colors.main, kerned=True)
        if made.body:
            self.top += 4.5 * unit
            for one in made.body:
                self._line(one, NORMAL, made.step.body, layout.BODY_LEADING, self.colors.text)
        if made.facts:
            self._facts()
        self._footer()

    def _picture(self) -> None:
        made, pen = self.made, self.pen
        for tile in tiles.tiles(made.width, made.picture_mm):
            x, y = self.left + tile.x, self.top + tile.y
            thick = 0.25 if self.flyer.ink == "saving" else 0.0
            overlap = 0.0 if thick else 0.05
            pen.frame(x, y, tile.w + overlap, tile.h + overlap, thick, filling=self.colors.tone(tile.tone))
            if tile.motif == "check":
                self._checked(tile, x, y)
                continue
            scale = min(tile.w, tile.h) / 100 * 0.86
            place = (x + tile.w / 2 - 50 * scale, y + tile.h / 2 - 50 * scale)
            self._art(tiles.MOTIFS[tile.motif], place, scale, tile.tone)

    def _checked(self, tile: tiles.Tile, x: float, y: float) -> None:
        paint = self.colors.motif(tile.tone)(tiles.MOTIFS["check"][0])
        for shape in tiles.MOTIFS["check"]:
            column, row, w, h, _radius = shape.numbers
            self.pen.frame(
                x + column / 100 * tile.w,
                y + row / 100 * tile.h,
                w / 100 * tile.w,
                h / 100 * tile.h,
                0.25 if paint.stroke else 0.0,
                filling=paint.fill,
            )

    def _art(self, shapes: tuple[art.Shape, ...], place: tuple[float, float], scale: float, tone: str) -> None:
        x, y = place
        where = (x * mm, (self.pen.height_mm - y) * mm, scale * float(mm))
        art.draw(self.pen.canvas, shapes, where, self.colors.motif(tone))

    def _line(  # noqa: PLR0913 - a line of text has these
        self,
        written: str,
        kind: str,
        size: float,
        leading: float,
        color: tuple[float, float, float],
        *,
        x: float | None = None,
        align: lines.Align = "left",
        kerned: bool = False,
    ) -> float:
        """Draw one line at the top and go down by its height; return how wide it is in mm."""
        name = face(kind)
        height = size * leading
        up, down = fonts.ascent(name, size), abs(fonts.descent(name, size))
        base = self.top + (height / 2 + (up - down) / 2) * MM_OF_POINT
        made = lines.line(written, name, size, kerned=kerned)
        width = self.pen.line_of_text(made, self.left if x is None else x, base, align, color)
        self.top += height * MM_OF_POINT
        return width

    def _facts(self) -> None:
        made, unit = self.made, self.made.unit
        self.top += 6.5 * unit
        thick = 0.5 if self.flyer.ink == "saving" else 1.1 * unit
        self.pen.frame(self.left, self.top, made.width, thick, 0.0, filling=self.colors.dark)
        self.top += (1.1 + 3.6) * unit
        for at, row in enumerate(made.facts):
            self.top += made.step.row_gap * unit if at else 0
            top = self.top
            for column, fact in enumerate(row):
                self.top = top
                self._fact(fact, self.left + column * (made.width + 7 * unit) / 2)
            self.top = top + max(fact.height for fact in row)

    def _fact(self, fact: Fact, x: float) -> None:
        step, colors = self.made.step, self.colors
        em = layout.DISPLAY_ICON if fact.large else layout.ICON
        side = step.facts * em * MM_OF_POINT
        scale = side / 24 * float(mm)
        art.draw(
            self.pen.canvas, icons.ICONS[fact.icon], (x * mm, (self.pen.height_mm - self.top) * mm, scale), colors.icon
        )
        x += side + step.facts * layout.ICON_GAP * MM_OF_POINT
        size = step.facts * (step.display if fact.large else 1.0)
        leading = layout.DISPLAY_LEADING if fact.large else layout.FACT_LEADING
        top, wide = self.top, 0.0
        for one in fact.lines:
            wide = self._line(one, DISPLAY if fact.large else BOLD, size, leading, colors.text, x=x)
        if fact.inline:
            self.top = top + (size * leading - step.facts * leading) / 2 * MM_OF_POINT
            x += wide + size * layout.INLINE_GAP * MM_OF_POINT
        for one in fact.more:
            self._line(one, NORMAL, step.facts, leading if fact.inline else layout.FACT_LEADING, colors.text, x=x)

    def _footer(self) -> None:
        bottom = SIZES_MM[self.flyer.format][1] - self.made.margin
        self._group(bottom)
        right = self.left + self.made.width
        has_code = layout.has_code(self.flyer)
        self._contact(bottom, self.left + self.made.width * (layout.CONTACT_FROM if has_code else 0.62))
        if has_code:
            self._code(bottom, right)

    def _group(self, bottom: float) -> None:
        step, made = self.made.step, self.made
        size = layout.group_size(step)
        side = layout.LOGO * size * MM_OF_POINT
        if not (made.group or self.flyer.logo):
            return
        picture = _readable(self.flyer.logo)
        if picture is not None:
            self.pen.picture(picture, self.left, bottom - side, side, side)
        else:
            place = (self.left * mm, (self.pen.height_mm - bottom + side) * mm, side / 48 * float(mm))
            art.draw(self.pen.canvas, LOGO, place, self.colors.logo)
        height = len(made.group) * size * layout.GROUP_LEADING * MM_OF_POINT
        self.top = bottom - side / 2 - height / 2 if height < side else bottom - height
        for one in made.group:
            self._line(
                one, BOLD, size, layout.GROUP_LEADING, self.colors.text, x=self.left + side + size * 0.5 * MM_OF_POINT
            )

    def _contact(self, bottom: float, x: float) -> None:
        step, said = self.made.step, self.flyer.text
        reach = said.phone or said.email
        caption = self._caption().split("\n") if self.flyer.format == "A6" and layout.has_code(self.flyer) else []
        height = (len(self.made.contact) + bool(reach)) * step.facts * layout.FACT_LEADING
        height += len(caption[:1]) * layout.caption_size(step) * layout.CAPTION_LEADING
        self.top = bottom - height * MM_OF_POINT
        for one in self.made.contact:
            self._line(one, BOLD, step.facts, layout.FACT_LEADING, self.colors.text, x=x)
        if reach:
            self._line(reach, NORMAL, step.facts, layout.FACT_LEADING, self.colors.text, x=x)
        if caption:
            size = layout.caption_size(step)
            self._line(" ".join(caption), NORMAL, size, layout.CAPTION_LEADING, self.colors.text, x=x)

    def _caption(self) -> str:
        return _("Scan and\nsend a mail") if self.flyer.text.email else _("Scan and\nring us")

    def _code(self, bottom: float, right: float) -> None:
        step = self.made.step
        side = step.qr_mm
        said = self.flyer.text
        draw_qr(self.pen, reach_content(said.email, said.phone, said.title), right - side, bottom - side, side)
        if self.flyer.format == "A6":
            return
        size = layout.caption_size(step)
        caption = self._caption().split("\n")
        self.top = bottom - len(caption) * size * layout.CAPTION_LEADING * MM_OF_POINT
        for one in caption:
            x = right - side - 3 * self.made.unit
            self._line(one, NORMAL, size, layout.CAPTION_LEADING, self.colors.text, x=x, align="right")


def _readable(logo: bytes | None) -> ImageReader | None:
    if logo is None:
        return None
    try:
        with Image.open(io.BytesIO(logo)) as picture:
            return ImageReader(picture.convert("RGBA"))
    except (OSError, ValueError):
        return None
