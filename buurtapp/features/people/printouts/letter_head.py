"""The head of our letters: logo, name of the group and how to reach it. Kept in the PDF once, however many letters."""

from __future__ import annotations

import io
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.papers import LetterJob
from buurtapp.printing import fonts, lines
from buurtapp.printing.lines import Line
from buurtapp.printing.pen import Pen, fit_line

TOP_MM, BOTTOM_MM = 11.0, 36.0
"""The head ends here: what stands lower could show in the window of the envelope."""
_LOGO_MM = 22.0
_GREY = 0.3
_POINT_MM = 25.4 / 72
_FORM = "letterhead"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head, laid out."""

    name: tuple[Line, ...]
    contact: tuple[Line, ...]
    logo: ImageReader | None
    left_mm: float
    right_mm: float
    warnings: tuple[Text, ...]

    @classmethod
    def of(cls, job: LetterJob, left_mm: float, right_mm: float) -> Letterhead:
        """Lay out the head of a letter: a long name becomes smaller, then takes two lines."""
        logo = _logo(job.logo)
        width = right_mm - left_mm - (_LOGO_MM + 6.0 if logo is not None else 0.0)
        name = fit_line(" ".join(job.group_name.split()), fonts.face("display", 800), 21, 12, width)
        contact = fit_line(" ".join(job.contact.split()), fonts.face("text"), 10.5, 9, width)
        warnings: list[Text] = []
        if job.logo and logo is None:
            warnings.append(text(N_("The logo of the group cannot be drawn and was left out.")))
        for made, count in ((name, 2), (contact, 2)):
            if len(made) > count:
                warnings.append(text(N_("Too long to print in full: {names}"), names=f"{made[0].text.strip()}…"))
                made[count - 1 :] = [with_dots(made[count - 1], width)]
        return cls(
            tuple(name),
            tuple(contact) if job.contact.strip() else (),
            logo,
            left_mm,
            right_mm,
            tuple(warnings),
        )

    def keep(self, pen: Pen) -> None:
        """Put the head in the PDF, to be drawn on many pages; before anything is drawn on the first."""
        pen.canvas.beginForm(_FORM, 0, 0, pen.width_mm * mm, pen.height_mm * mm)
        self._draw(pen)
        pen.canvas.endForm()

    def draw(self, pen: Pen) -> None:
        """Draw the head that was kept on this page."""
        pen.canvas.doForm(_FORM)

    def _draw(self, pen: Pen) -> None:
        if self.logo is not None:
            pen.picture(self.logo, self.right_mm - _LOGO_MM, TOP_MM, _LOGO_MM, _LOGO_MM)
        y = TOP_MM + 1.0
        for line in self.name:
            y += line.size * 1.08 * _POINT_MM
            pen.line_of_text(line, self.left_mm, y - line.size * 0.18 * _POINT_MM)
        for line in self.contact:
            y += line.size * 1.38 * _POINT_MM
            pen.line_of_text(line, self.left_mm, y, "left", _GREY)


def with_dots(line: Line, width_mm: float) -> Line:
    """Return a line that ends with "…", for a text whose end is left out."""
    kept = line.text.rstrip()
    made = lines.line(f"{kept}…", line.face, line.size)
    while kept and made.width > width_mm * mm:
        kept = kept[:-1]
        made = lines.line(f"{kept}…", line.face, line.size)
    return made


def _logo(data: bytes | None) -> ImageReader | None:
    if not data:
        return None
    try:
        picture = ImageReader(io.BytesIO(data))
        picture.getRGBData()
    except (OSError, ValueError, SyntaxError):  # what Pillow says of a damaged or unknown picture
        return None
    return picture
