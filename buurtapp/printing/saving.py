"""Putting a finished paper on disk: one PDF, or a picture of each page."""

from __future__ import annotations

from pathlib import Path

from buurtapp.core.files import write_atomic

_PICTURE_WIDTH = 1240
"""Pixels: A4 at 150 dots per inch."""


def save_pages(pdf: bytes, output: Path, width_px: int = _PICTURE_WIDTH) -> list[Path]:
    """Write a PDF, or one PNG for each page when the name ends so; return the files."""
    if output.suffix.lower() != ".png":
        write_atomic(output, pdf)
        return [output]
    from buurtapp.printing.render import page_count, page_png  # noqa: PLC0415 - only for pictures

    files = []
    for page in range(1, page_count(pdf) + 1):
        path = output if page == 1 else output.with_stem(f"{output.stem}-{page}")
        write_atomic(path, page_png(pdf, page, width_px))
        files.append(path)
    return files
