"""Receipts and photos on their way into the file: looked at, made small, and refused in words when they cannot be kept.

Pictures are turned upright, at most 1,600 pixels long, and keep nothing of where and when they were taken. PDFs stay as
they are. Nothing of them is ever run: PDFium only draws pages here. A file is refused by its size before it is read.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from buurtapp.core import trouble
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.money.records import JPEG, PDF, Prepared
from buurtapp.features.activities.money.typed import size_words

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 30_000_000
"""What a camera or a phone makes of one picture is smaller."""
MOST_PDF_BYTES = 5_000_000
MOST_PAGES = 20
LONGEST_PX = 1600
MOST_PIXELS = 89_000_000
"""Pillow warns above 89,478,485 pixels; what a phone makes of one picture stays below."""
MOST_SIDE_MM = 1200.0
"""A page larger than A0 is no receipt, and would be a picture of gigabytes."""
_QUALITY = 80
_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
_LONGEST_NAME = 120
PICTURE_ENDINGS = ("jpg", "jpeg", "png", "webp", "heic", "heif")
ENDINGS = (*PICTURE_ENDINGS, "pdf")


def prepare_file(path: Path, *, pictures_only: bool = False) -> Prepared:
    """Return a file as it will be kept; raises UserError or OutsideTrouble with a sentence, and changes nothing."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise _too_large(path.name, size, MOST_BYTES)
        with path.open("rb") as stream:
            start = stream.read(1024)
            if b"%PDF-" in start and size > MOST_PDF_BYTES:
                raise _too_large(path.name, size, MOST_PDF_BYTES)
            data = start + stream.read(MOST_BYTES)
    except OSError as error:
        raise trouble.from_os(error, path) from error
    return prepare(data, path.name, pictures_only=pictures_only)


def prepare(data: bytes, name: str, *, pictures_only: bool = False) -> Prepared:
    """Return a picture or PDF as it will be kept; raises UserError with a sentence, and changes nothing."""
    if not data:
        raise UserError(
            "empty_file",
            text(N_("The file {name} is empty. Nothing was changed."), name=name),
            text(N_("Copy the picture from the phone or camera once more.")),
        )
    is_pdf = b"%PDF-" in data[:1024]
    if len(data) > (MOST_PDF_BYTES if is_pdf else MOST_BYTES):
        raise _too_large(name, len(data), MOST_PDF_BYTES if is_pdf else MOST_BYTES)
    digest = hashlib.sha256(data).hexdigest()
    short = name if len(name) <= _LONGEST_NAME else name[-_LONGEST_NAME:]
    if not is_pdf:
        return Prepared(JPEG, short, _small_picture(data, name), 1, digest)
    if pictures_only:
        raise UserError(
            "not_a_picture",
            text(N_("{name} is a PDF. Nothing was changed."), name=name),
            text(N_("Choose a photo: JPEG, PNG, WebP or HEIC.")),
        )
    return Prepared(PDF, short, data, _pages(data, name), digest)


def _too_large(name: str, size: int, most: int) -> UserError:
    return UserError(
        "too_large",
        text(
            N_("The file {name} is too large: {size}. At most {most} fits. It was not read, and nothing was changed."),
            name=name,
            size=size_words(size),
            most=size_words(most),
        ),
        text(N_("Take a photo of the paper with your phone, or scan it in black and white.")),
    )


def _broken(name: str) -> UserError:
    return UserError(
        "broken_picture",
        text(N_("The file {name} cannot be read as a picture or PDF. Nothing was changed."), name=name),
        text(N_("Open it on this computer to look whether it is whole, or take the photo again.")),
    )


def _small_picture(data: bytes, name: str) -> bytes:
    from pi_heif import register_heif_opener  # type: ignore[import-untyped]  # noqa: PLC0415 - only when needed
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - as above

    register_heif_opener()
    try:
        with warnings.catch_warnings():
            # A picture that is too large is told in words below.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
        if picture.width * picture.height > MOST_PIXELS:
            raise _too_many_pixels(name, picture.width, picture.height)
        picture.draft("RGB", (LONGEST_PX, LONGEST_PX))
        picture.load()
        # Upright first: what says which way is up goes with the rest of what the camera noted.
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((LONGEST_PX, LONGEST_PX), Image.Resampling.LANCZOS)
        target = io.BytesIO()
        _on_white(upright).save(target, "JPEG", quality=_QUALITY, optimize=True)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError, RuntimeError) as error:
        raise _broken(name) from error
    return target.getvalue()


def _on_white(picture: Image) -> Image:
    """Return a picture without see-through parts and with no more than its colours."""
    from PIL.Image import new  # noqa: PLC0415 - only when there is a picture

    if picture.mode in {"L", "RGB"}:
        clean = picture.copy()
    elif "A" in picture.getbands() or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        clean = new("RGB", seen.size, "white")
        clean.paste(seen, mask=seen.getchannel("A"))
    else:
        clean = picture.convert("RGB")
    clean.info.clear()
    return clean


def _too_many_pixels(name: str, width: int = 0, height: int = 0) -> UserError:
    size = f"{width} × {height}" if width else "?"
    return UserError(
        "too_many_pixels",
        text(N_("The picture {name} is too large to open: {size} points. Nothing was changed."), name=name, size=size),
        text(N_("Make it smaller first, or take a photo of the paper with your phone.")),
    )


def _pages(data: bytes, name: str) -> int:
    """Return how many pages a PDF has; raises UserError when it cannot be opened or drawn."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - only when there is a PDF

    from buurtapp.printing.render import page_count, page_pixels, page_sizes_mm  # noqa: PLC0415 - as above

    try:
        count = page_count(data)
        if count > MOST_PAGES:
            raise UserError(
                "too_many_pages",
                text(
                    N_("The PDF {name} has {count} pages. At most {most} fit. Nothing was changed."),
                    name=name,
                    count=count,
                    most=MOST_PAGES,
                ),
                text(N_("Save only the pages that matter as a new PDF.")),
            )
        sizes = page_sizes_mm(data)
        if not sizes or any(min(size) < 1 or max(size) > MOST_SIDE_MM for size in sizes):
            raise _broken(name)
        page_pixels(data, 1, 60)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise UserError(
                "locked_pdf",
                text(N_("The PDF {name} is locked with a password. Nothing was changed."), name=name),
                text(N_("Open it with the password, print it as a new PDF, and add that one.")),
            ) from error
        raise _broken(name) from error
    return count


def page_width_px(size_mm: tuple[float, float], longest_px: int) -> int:
    """Return how wide a page is drawn so that its longest side has so many pixels."""
    width, height = size_mm
    return max(1, round(longest_px * min(1.0, width / height)))
