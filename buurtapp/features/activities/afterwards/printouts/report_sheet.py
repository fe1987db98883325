"""The pages of a report: head, key numbers, sections that never break in the middle of a line, and a footer.

Measures are those of the print rules, section 9: margins of 14 mm, key numbers of 37 points below a rule of 1.2 mm.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from buurtapp.core.i18n import _
from buurtapp.features.activities.afterwards.printouts.colours import INK, Rgb, main_of
from buurtapp.features.people.printouts.list_frame import POINT_MM, Type, draw_lines, fitted
from buurtapp.printing import fonts, lines
from buurtapp.printing.pen import Pen

LEFT_MM, RIGHT_MM, TOP_MM = 14.0, 196.0, 12.0
BOTTOM_MM, RULE_MM = 275.0, 279.0
WIDE_MM = RIGHT_MM - LEFT_MM
PHOTO_MM = (88.0, 58.0)
GREY = 0.3
BODY, LEADING = 10.8, 1.38
_LONGEST = 3000
_GAP_MM = 5.0


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """A large number, what it counts, and a small fact below."""

    number: str
    words: str
    more: str = ""


class Sheet:
    """Writes downwards; what does not fit begins on the next page."""

    def __init__(self, title: str, footer: str, pages: int) -> None:
        self.pen = Pen(title)
        self.y = TOP_MM
        self._footer = footer
        self._pages = pages
        self.color: Rgb = main_of("")

    def finish(self) -> bytes:
        """Return the PDF."""
        self._draw_footer()
        return self.pen.finish()

    def need(self, high_mm: float) -> None:
        """Go to the next page when there is less room than this."""
        if self.y + high_mm > BOTTOM_MM and self.y > TOP_MM:
            self._draw_footer()
            self.pen.next_page()
            self.y = TOP_MM

    def _draw_footer(self) -> None:
        self.pen.rule(LEFT_MM, RULE_MM, RIGHT_MM, RULE_MM, 0.25, 0.55)
        made = fitted(self._footer, Type(fonts.face("text"), 9, 8.5), WIDE_MM - 35, 4.5)
        draw_lines(self.pen, made, LEFT_MM, RULE_MM + 1.2, GREY)
        page = _("page {page} of {pages}").format(page=self.pen.page, pages=max(self._pages, self.pen.page))
        self.pen.text(page, RIGHT_MM, RULE_MM + 4.4, fonts.face("text", 700), 9, "right", GREY)

    # Parts

    def head(self, title: str, subject: str, logo: bytes | None) -> bool:
        """Draw the title and whose report it is; return whether the logo could be drawn."""
        picture = readable(logo)
        room = WIDE_MM - (24.0 if picture is not None else 0.0)
        made = fitted(title, Type(fonts.face("display", 800), 36, 20), room, 27.0)
        draw_lines(self.pen, made, LEFT_MM, TOP_MM - 1.5, INK)
        below = fitted(subject, Type(fonts.face("text"), 12.5, 10), room, 12.0)
        top = TOP_MM + made.height_mm
        draw_lines(self.pen, below, LEFT_MM, top, INK)
        if picture is not None:
            self.pen.picture(picture, RIGHT_MM - 19.0, TOP_MM, 19.0, 19.0)
        self.y = max(top + below.height_mm, TOP_MM + 19.0 if picture is not None else 0.0) + 6.0
        return picture is not None or not logo

    def key_numbers(self, numbers: Sequence[KeyNumber]) -> None:
        """Draw large numbers side by side, each below its rule."""
        self.need(31.0)
        wide = (WIDE_MM - (len(numbers) - 1) * 4.0) / len(numbers)
        for at, one in enumerate(numbers):
            x = LEFT_MM + at * (wide + 4.0)
            self.pen.frame(x, self.y, wide, 1.2, 0.0, filling=self.color)
            number = fitted(one.number, Type(fonts.face("display", 800), 37, 18), wide, 16.0)
            words = fitted(one.words, Type(fonts.face("text"), 11, 8.5), wide, 10.0)
            draw_lines(self.pen, number, x, self.y + 1.5, INK)
            draw_lines(self.pen, words, x, self.y + 17.0, INK)
            if one.more:
                more = fitted(one.more, Type(fonts.face("text", 700), 9.5, 8.5), wide, 9.0)
                draw_lines(self.pen, more, x, self.y + 22.3, INK)
        self.y += 33.0

    def heading(self, words: str, keep_mm: float = 12.0) -> None:
        """Draw the heading of a section, with room for what comes below it."""
        self.need(9.0 + keep_mm)
        self.pen.text(words, LEFT_MM, self.y + 5.0, fonts.face("display", 700), 16, "left", INK)
        self.y += 9.0

    def gap(self) -> None:
        """Leave room before the next section."""
        self.y += _GAP_MM

    def paragraphs(  # noqa: PLR0913 - words, and where they stand
        self,
        words: str,
        x_mm: float = LEFT_MM,
        wide_mm: float = WIDE_MM,
        *,
        face: str = "",
        size: float = BODY,
        color: float | Rgb = INK,
    ) -> None:
        """Write words of any length; they go on on the next page."""
        pitch = size * LEADING * POINT_MM
        for paragraph in words[:_LONGEST].splitlines():
            for line in lines.wrap(paragraph.strip(), face or fonts.face("text"), size, wide_mm * mm):
                self.need(pitch)
                self.pen.line_of_text(line, x_mm, self.y + pitch * 0.74, "left", color)
                self.y += pitch


def readable(data: bytes | None) -> ImageReader | None:
    """Return a picture that can be drawn; None for none or a damaged one."""
    if not data:
        return None
    try:
        picture = ImageReader(io.BytesIO(data))
        picture.getRGBData()
    except (OSError, ValueError, SyntaxError):  # what Pillow says of a damaged or unknown picture
        return None
    return picture
