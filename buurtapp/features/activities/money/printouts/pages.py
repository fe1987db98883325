"""The pages behind an account: each paper of a receipt as it looks, and photos with the words below them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import partial

from reportlab.lib.utils import ImageReader

from buurtapp.core.i18n import _
from buurtapp.features.activities.money.attachments import page_width_px
from buurtapp.features.activities.money.printouts.blocks import (
    GREY,
    MARGIN_MM,
    POINT_MM,
    TOP_MM,
    WIDE_MM,
    Block,
    dashed,
    short,
)
from buurtapp.features.activities.money.records import PDF, AttachmentInfo, PhotoRow
from buurtapp.printing import fonts, lines
from buurtapp.printing.pen import Pen

_LONGEST_PX = 1754
"""A4 at 150 dots per inch."""
_QUALITY = 85
_FEWEST_DPI = 72
_BOX_FROM, _BOX_MM = 34.0, 236.0
_PHOTO_MM, _PHOTO_GAP, _CAPTION_MM = (84.0, 58.0), 6.0, 11.0


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A page with a paper on it: what stands above it, and which page of the paper it is."""

    title: str
    facts: str
    paper: AttachmentInfo
    page: int


def draw_paper(pen: Pen, one: PaperPage, content: bytes) -> bool:
    """Draw a page of a paper; return whether it could be drawn."""
    title = one.title
    if one.paper.pages > 1:
        title = _("{title}, sheet {page} of {pages}").format(title=title, page=one.page, pages=one.paper.pages)
    pen.line_of_text(short(title, fonts.face("display", 800), 15, WIDE_MM), MARGIN_MM, TOP_MM + 4.5)
    pen.line_of_text(short(one.facts, fonts.face("text"), 11, WIDE_MM), MARGIN_MM, TOP_MM + 11, "left", GREY)
    picture = _picture(one, content)
    if picture is None:
        dashed(pen, MARGIN_MM, _BOX_FROM, WIDE_MM, 24.0)
        words = _("This sheet cannot be drawn. Add the paper itself here.")
        pen.text(words, MARGIN_MM + 4, _BOX_FROM + 13, fonts.face("text", 600), 11)
        return False
    place_picture(pen, picture, (MARGIN_MM, _BOX_FROM, WIDE_MM, _BOX_MM))
    return True


def _picture(one: PaperPage, content: bytes) -> ImageReader | None:
    if one.paper.media != PDF:
        return ImageReader(io.BytesIO(content))
    from PIL import Image  # noqa: PLC0415 - only when there is a PDF among the papers
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - as above

    from buurtapp.printing.render import page_pixels, page_sizes_mm  # noqa: PLC0415 - as above

    # Drawn, not taken over: nothing of a strange PDF comes along but what it looks like.
    try:
        size = page_sizes_mm(content)[one.page - 1]
        pixels = page_pixels(content, one.page, page_width_px(size, _LONGEST_PX))
    except PdfiumError:
        return None
    target = io.BytesIO()
    Image.frombytes("RGB", (pixels.width, pixels.height), pixels.data).save(target, "JPEG", quality=_QUALITY)
    target.seek(0)
    return ImageReader(target)


def place_picture(pen: Pen, picture: ImageReader, box_mm: tuple[float, float, float, float]) -> tuple[float, float]:
    """Draw a picture in the left upper corner of a box, as large as it fits and is sharp; return its size in mm."""
    x, y, wide, high = box_mm
    across, down = picture.getSize()
    mm = min(wide / across, high / down, 25.4 / _FEWEST_DPI)
    size = across * mm, down * mm
    pen.picture(picture, x, y, *size)
    pen.frame(x, y, *size, 0.15, 0.72)
    return size


def photo_rows(photos: list[PhotoRow], contents: dict[int, bytes]) -> list[Block]:
    """Return the photos, two in a row, with their words below them."""
    rows = [photos[at : at + 2] for at in range(0, len(photos), 2)]
    high = _PHOTO_MM[1] + _CAPTION_MM
    return [Block(high, partial(_draw_photos, row, contents)) for row in rows]


def _draw_photos(row: list[PhotoRow], contents: dict[int, bytes], pen: Pen, y: float) -> None:
    for at, photo in enumerate(row):
        x = MARGIN_MM + at * (_PHOTO_MM[0] + _PHOTO_GAP)
        picture = ImageReader(io.BytesIO(contents[photo.attachment.id]))
        _wide, high = place_picture(pen, picture, (x, y, *_PHOTO_MM))
        said = _("{caption} Photo with consent.").format(
            caption=f"{photo.caption.rstrip('. ')}." if photo.caption else ""
        )
        for number, line in enumerate(lines.wrap(said.strip(), fonts.face("text"), 9, _PHOTO_MM[0] / POINT_MM)[:2]):
            pen.line_of_text(line, x, y + high + 4.2 + number * 4.2)
