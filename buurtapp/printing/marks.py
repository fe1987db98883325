"""The marks by which a photo of a page is laid straight: six ArUco squares and two QR codes, drawn as vectors.

Places and sizes follow what was measured for reading paper: 8 mm squares with their outer corner 8 mm from the paper's
edges, one half-way down on either side, and the page's code twice, in opposite corners.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from buurtapp.core.geometry import Fiducial
from buurtapp.printing import codes, page_qr

ARUCO = (
    ("111111", "101001", "110101", "111001", "111011", "111111"),
    ("111111", "111111", "100001", "101101", "101011", "111111"),
    ("111111", "111001", "111001", "111011", "100101", "111111"),
    ("111111", "101101", "101101", "110111", "110011", "111111"),
    ("111111", "110101", "110111", "101101", "100011", "111111"),
    ("111111", "110001", "101101", "100111", "100101", "111111"),
)
"""OpenCV's DICT_4X4_50, numbers 0 to 5, with the black border; 1 is black. 0 top left, 1 top right, 2 bottom right,
3 bottom left, 4 half-way left, 5 half-way right."""

ARUCO_MM = 8.0
EDGE_MM = 8.0
QR_MM = 15.0
QR_GAP_MM = 6.5
"""From a corner mark to the QR code beside it."""


def fiducials(  # noqa: PLR0913 - the paper's size and what its code says
    width_mm: float, height_mm: float, form: str, page: int, *, version: int = 1, copy: int = 0
) -> tuple[Fiducial, ...]:
    """Return the marks of a page: six squares, and two QR codes at the top right and the bottom left."""
    right, bottom = width_mm - EDGE_MM - ARUCO_MM, height_mm - EDGE_MM - ARUCO_MM
    middle = (height_mm - ARUCO_MM) / 2
    squares = (
        (EDGE_MM, EDGE_MM),
        (right, EDGE_MM),
        (right, bottom),
        (EDGE_MM, bottom),
        (EDGE_MM, middle),
        (right, middle),
    )
    inset = EDGE_MM + ARUCO_MM + QR_GAP_MM
    qr = ((width_mm - inset - QR_MM, EDGE_MM), (inset, height_mm - EDGE_MM - QR_MM))
    return tuple(
        [Fiducial(f"aruco{number}", "aruco", x, y, ARUCO_MM, str(number)) for number, (x, y) in enumerate(squares)]
        + [
            Fiducial(
                f"qr{corner}", "qr", x, y, QR_MM, codes.write_payload(codes.Payload(form, version, copy, page, corner))
            )
            for corner, (x, y) in enumerate(qr)
        ]
    )


def draw_fiducials(canvas: Canvas, marks: Iterable[Fiducial], height_mm: float) -> None:
    """Draw the marks of a page, black on the white of the paper."""
    canvas.saveState()
    canvas.setFillGray(0)
    for mark in marks:
        if mark.kind == "aruco":
            rows = [[bit == "1" for bit in row] for row in ARUCO[int(mark.payload)]]
        else:
            rows = page_qr.qr_rows(mark.payload)
        _draw_modules(canvas, rows, mark, height_mm)
    canvas.restoreState()


def _draw_modules(canvas: Canvas, rows: list[list[bool]], mark: Fiducial, height_mm: float) -> None:
    """Draw a matrix as one path, so that no seam shows between modules: each black run of a row is a rectangle."""
    module = mark.size_mm / len(rows)
    # Rows overlap by a hair, else some printers leave white lines between them.
    overlap = 0.01
    path = canvas.beginPath()
    for number, row in enumerate(rows):
        top = mark.y_mm + number * module
        deep = module + (overlap if number + 1 < len(rows) else 0)
        for start, length in _black_runs(row):
            path.rect((mark.x_mm + start * module) * mm, (height_mm - top - deep) * mm, length * module * mm, deep * mm)
    canvas.drawPath(path, stroke=0, fill=1)


def _black_runs(row: list[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place, black in enumerate(row):
        if black and runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif black:
            runs.append((place, 1))
    return runs
