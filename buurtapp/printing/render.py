"""Pictures of PDF pages, for the preview, for a PNG beside the PDF, and for tests."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from PIL.Image import Image

_POINTS_PER_INCH = 72
_one_at_a_time = threading.Lock()
"""PDFium must not be used by two threads at once."""


def page_png(pdf: bytes, page: int, width_px: int) -> bytes:
    """Return a page (the first is 1) as PNG, `width_px` wide."""
    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as document:
        image = _image(document, page - 1, width_px)
    return as_png(image)


def page_images(pdf: bytes, dpi: float) -> Iterator[Image]:
    """Yield the pages one by one as pictures at a resolution."""
    for number in range(page_count(pdf)):
        with _one_at_a_time, pypdfium2.PdfDocument(pdf) as document:
            image: Image = document[number].render(scale=dpi / _POINTS_PER_INCH).to_pil()
        yield image


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF."""
    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page, as another program would copy it."""
    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as document:
        return [str(document[number].get_textpage().get_text_bounded()) for number in range(len(document))]


def as_png(image: Image) -> bytes:
    """Return a picture as PNG."""
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def _image(document: pypdfium2.PdfDocument, number: int, width_px: int) -> Image:
    page = document[number]
    made: Image = page.render(scale=width_px / page.get_width()).to_pil()
    return made if made.width == width_px else made.resize((width_px, round(made.height * width_px / made.width)))


@dataclass(frozen=True, slots=True)
class Pixels:
    """A page as a picture: `data` holds three bytes (red, green, blue) for each pixel, row by row, without gaps."""

    width: int
    height: int
    data: bytes


def page_pixels(pdf: bytes, page: int, width_px: int) -> Pixels:
    """Return a page (the first is 1), `width_px` wide, for a preview or a printer."""
    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as document:
        image = _image(document, page - 1, width_px).convert("RGB")
    return Pixels(image.width, image.height, image.tobytes())


def page_sizes_mm(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page in mm."""
    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as document:
        sizes = [document[number].get_size() for number in range(len(document))]
    return [(width / _POINTS_PER_INCH * 25.4, height / _POINTS_PER_INCH * 25.4) for width, height in sizes]
