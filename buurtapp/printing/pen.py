"""A pen that draws pages of paper, measuring in mm from the top left corner.

Every PDF of ours is made here, so all of them are alike: the same input gives the same bytes, all fonts are inside,
and the properties of the file name no person.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from buurtapp.core.geometry import Fiducial
from buurtapp.core.i18n import language
from buurtapp.printing import fonts, lines, marks
from buurtapp.printing.lines import Align, Line

A4_MM = (210.0, 297.0)
INK = 0.08
"""How light our black text is, 0 to 1: the near-black of the screens."""

Color = float | tuple[float, float, float]
"""A grey from 0 (black) to 1, or red, green and blue."""


class Pen:
    """Draws the pages of one PDF. Places are in mm from the top left corner of the paper, type sizes in points."""

    def __init__(self, title: str, paper_mm: tuple[float, float] = A4_MM) -> None:
        fonts.font(fonts.BASE_FACE)
        self.width_mm, self.height_mm = paper_mm
        self.page = 1
        self._stream = io.BytesIO()
        self.canvas = Canvas(
            self._stream,
            pagesize=(self.width_mm * mm, self.height_mm * mm),
            invariant=1,
            pageCompression=1,
            initialFontName=rl_config.canvas_basefontname,
            lang=language(),
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor("Buurtapp")
        self.canvas.setCreator("Buurtapp")
        self.canvas.setProducer("Buurtapp")
        self.canvas.setSubject("")
        self.canvas.setViewerPreference("PrintScaling", "None")

    def next_page(self) -> None:
        """Finish this page and go to the next one."""
        self.canvas.showPage()
        self.page += 1

    def finish(self) -> bytes:
        """Finish the last page and return the PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self._stream.getvalue()

    def text(  # noqa: PLR0913 - place, face, size, side and colour are what a text has
        self,
        text: str,
        x_mm: float,
        y_mm: float,
        face: str,
        size: float,
        align: Align = "left",
        color: Color = INK,
    ) -> float:
        """Draw text as one line with its base line at y; return how many mm it is wide."""
        return self.line_of_text(lines.line(text, face, size), x_mm, y_mm, align, color)

    def line_of_text(self, line: Line, x_mm: float, y_mm: float, align: Align = "left", color: Color = INK) -> float:
        """Draw a line made before; return how many mm it is wide."""
        self._fill(color)
        lines.draw_line(self.canvas, line, x_mm * mm, (self.height_mm - y_mm) * mm, align)
        return line.width / float(mm)

    def rule(  # noqa: PLR0913 - two ends, a thickness and a colour
        self, x_mm: float, y_mm: float, to_x_mm: float, to_y_mm: float, thick_mm: float, color: Color = 0.0
    ) -> None:
        """Draw a straight line."""
        self._stroke(color)
        self.canvas.setLineWidth(thick_mm * mm)
        self.canvas.line(x_mm * mm, (self.height_mm - y_mm) * mm, to_x_mm * mm, (self.height_mm - to_y_mm) * mm)

    def frame(  # noqa: PLR0913 - a frame has a place, a size, a line and a filling
        self,
        x_mm: float,
        y_mm: float,
        w_mm: float,
        h_mm: float,
        thick_mm: float,
        color: Color = 0.0,
        *,
        filling: Color | None = None,
        radius_mm: float = 0.0,
    ) -> None:
        """Draw a frame whose outer edge is the given rectangle."""
        self._stroke(color)
        if filling is not None:
            self._fill(filling)
        self.canvas.setLineWidth(thick_mm * mm)
        half = thick_mm / 2
        self.canvas.roundRect(
            (x_mm + half) * mm,
            (self.height_mm - y_mm - h_mm + half) * mm,
            (w_mm - thick_mm) * mm,
            (h_mm - thick_mm) * mm,
            max(radius_mm - half, 0) * mm,
            stroke=int(thick_mm > 0),
            fill=int(filling is not None),
        )

    def picture(self, picture: ImageReader, x_mm: float, y_mm: float, w_mm: float, h_mm: float) -> None:
        """Draw a picture as large as fits, in the middle of a rectangle."""
        self.canvas.drawImage(
            picture,
            x_mm * mm,
            (self.height_mm - y_mm - h_mm) * mm,
            w_mm * mm,
            h_mm * mm,
            mask="auto",
            preserveAspectRatio=True,
            anchor="c",
        )

    def fiducials(self, drawn: Iterable[Fiducial]) -> None:
        """Draw the marks by which a photo of this page is read."""
        marks.draw_fiducials(self.canvas, drawn, self.height_mm)

    def _fill(self, color: Color) -> None:
        if isinstance(color, tuple):
            self.canvas.setFillColorRGB(*color)
        else:
            self.canvas.setFillGray(color)

    def _stroke(self, color: Color) -> None:
        if isinstance(color, tuple):
            self.canvas.setStrokeColorRGB(*color)
        else:
            self.canvas.setStrokeGray(color)


def fit_line(text: str, face: str, size: float, smallest: float, width_mm: float) -> list[Line]:
    """Return the text as one line, smaller when need be; when it does not fit even in the smallest size, as several."""
    width = width_mm * mm
    line = lines.line(text, face, size)
    if line.width <= width and "\n" not in text:
        return [line]
    shrunk = max(smallest, int(size * width / line.width * 4) / 4) if line.width else size
    if "\n" not in text and line.width * shrunk / size <= width:
        return [lines.line(text, face, shrunk)]
    return lines.wrap(text, face, smallest, width)
