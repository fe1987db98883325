"""Where things lie on a printed page, in mm from the top left corner of the paper.

The same records drive the drawing, the screen that looks like the paper, and the reading of a photo.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Box:
    """A box to put a cross in. `meaning` says what a cross there means, without names."""

    id: str
    x_mm: float
    y_mm: float
    w_mm: float
    h_mm: float
    shape: Literal["square", "circle"]
    meaning: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class TextField:
    """A place to write in by hand."""

    id: str
    x_mm: float
    y_mm: float
    w_mm: float
    h_mm: float
    meaning: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Fiducial:
    """A printed mark by which a photo is laid straight: an ArUco 4x4 marker or a QR code."""

    id: str
    kind: Literal["aruco", "qr"]
    x_mm: float
    y_mm: float
    size_mm: float
    payload: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A heading between rows, such as the street of those below it; it stands above this row."""

    above_row: int
    text: str


def _box_json(box: Box) -> Json:
    return {
        "id": box.id,
        "x_mm": round(box.x_mm, 3),
        "y_mm": round(box.y_mm, 3),
        "w_mm": round(box.w_mm, 3),
        "h_mm": round(box.h_mm, 3),
        "shape": box.shape,
        "meaning": dict(box.meaning),
    }


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Everything on one page that can be read back."""

    page: int
    width_mm: float
    height_mm: float
    boxes: tuple[Box, ...] = ()
    text_fields: tuple[TextField, ...] = ()
    fiducials: tuple[Fiducial, ...] = ()
    bands: tuple[Band, ...] = ()

    def to_json(self) -> Json:
        """Return the shape of the `layout` command; headings between rows only where there are any."""
        bands = [{"above_row": band.above_row, "text": band.text} for band in self.bands]
        return {
            "page": self.page,
            "width_mm": self.width_mm,
            "height_mm": self.height_mm,
            "boxes": [_box_json(box) for box in self.boxes],
            "text_fields": [
                {
                    "id": place.id,
                    "x_mm": round(place.x_mm, 3),
                    "y_mm": round(place.y_mm, 3),
                    "w_mm": round(place.w_mm, 3),
                    "h_mm": round(place.h_mm, 3),
                    "meaning": dict(place.meaning),
                }
                for place in self.text_fields
            ],
            "fiducials": [
                {
                    "id": mark.id,
                    "kind": mark.kind,
                    "x_mm": round(mark.x_mm, 3),
                    "y_mm": round(mark.y_mm, 3),
                    "size_mm": round(mark.size_mm, 3),
                    "payload": mark.payload,
                }
                for mark in self.fiducials
            ],
            **({"bands": bands} if bands else {}),
        }


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The pages of one printed list or form; `meaning` of each box is fixed at print time."""

    kind: str
    code: str
    pages: tuple[PageLayout, ...] = field(default=())

    def to_json(self) -> Json:
        """Return the shape of the `layout` command."""
        return {"kind": self.kind, "code": self.code, "pages": [page.to_json() for page in self.pages]}
