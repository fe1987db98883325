"""The marks: drawn here, found by OpenCV, read by ZXing, also in a crooked photo."""

from __future__ import annotations

import math
from random import Random

import cv2
import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray

from buurtapp.printing import codes, marks, page_qr, render
from buurtapp.printing.pen import Pen

DPI = 200
DICTIONARY = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
Gray = NDArray[np.uint8]


def _page(page: int = 1) -> tuple[Gray, dict[str, tuple[float, float, float]], list[str]]:
    pen = Pen("test")
    drawn = marks.fiducials(pen.width_mm, pen.height_mm, "7K3Q2", page)
    pen.fiducials(drawn)
    (picture,) = render.page_images(pen.finish(), DPI)
    places = {mark.payload: (mark.x_mm, mark.y_mm, mark.size_mm) for mark in drawn if mark.kind == "aruco"}
    return np.asarray(picture.convert("L")), places, [mark.payload for mark in drawn if mark.kind == "qr"]


def _found(picture: Gray) -> dict[str, NDArray[np.float32]]:
    corners, ids, _rejected = cv2.aruco.ArucoDetector(DICTIONARY).detectMarkers(picture)
    return {str(number): quad[0] for number, quad in zip([] if ids is None else ids.flatten(), corners, strict=True)}


def _read(picture: Gray) -> list[str]:
    return sorted(found.text for found in zxingcpp.read_barcodes(picture, formats=QR))


def _crooked(picture: Gray, degrees: float, skew: float) -> Gray:
    """Return the page as a hand holds a phone over it: turned, and one side farther away."""
    high, wide = picture.shape
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    angle = math.radians(degrees)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]], np.float32)
    middle = np.array([wide / 2, high / 2], np.float32)
    farther = np.array([[skew, 0], [-skew, skew], [0, 0], [0, 0]], np.float32) * wide
    target = ((corners + farther - middle) * 0.8) @ turn.T + np.float32(high / 2)
    matrix = cv2.getPerspectiveTransform(corners, target.astype(np.float32))
    warped = cv2.warpPerspective(picture, matrix, (high, high), borderValue=(120,))
    return np.asarray(cv2.GaussianBlur(warped, (3, 3), 0.8), np.uint8)


def test_the_bits_are_those_of_the_dictionary() -> None:
    for number, rows in enumerate(marks.ARUCO):
        drawn = np.array([[bit == "1" for bit in row] for row in rows])
        assert (drawn == (cv2.aruco.generateImageMarker(DICTIONARY, number, 6) < 128)).all()


def test_six_marks_lie_where_the_layout_says() -> None:
    picture, places, _payloads = _page()

    found = _found(picture)

    assert set(found) == {"0", "1", "2", "3", "4", "5"}
    for number, (x, y, size) in places.items():
        corners = found[number] * 25.4 / DPI
        wanted = np.array([[x, y], [x + size, y], [x + size, y + size], [x, y + size]])
        assert np.abs(corners - wanted).max() < 0.2


def test_two_codes_stand_in_opposite_corners() -> None:
    picture, _places, payloads = _page(page=3)

    assert _read(picture) == sorted(payloads)
    half_y, half_x = picture.shape[0] // 2, picture.shape[1] // 2
    assert _read(picture[:half_y, half_x:].copy()) == [payloads[0]]
    assert _read(picture[half_y:, :half_x].copy()) == [payloads[1]]
    first, second = (codes.read_payload(payload) for payload in payloads)
    assert first is not None
    assert second is not None
    assert (first.form, first.page, first.corner) == ("7K3Q2", 3, 0)
    assert (second.page, second.corner) == (3, 1)


@pytest.mark.parametrize(("degrees", "skew"), [(0, 0.06), (8, 0.04), (-12, 0.08), (90, 0.0), (180, 0.05)])
def test_a_crooked_photo_still_shows_marks_and_code(degrees: float, skew: float) -> None:
    picture, _places, payloads = _page()

    photo = _crooked(picture, degrees, skew)

    assert len(_found(photo)) >= 4
    assert set(_read(photo)) & set(payloads)


def test_modules_of_the_code_are_large_enough_for_a_phone() -> None:
    assert marks.QR_MM / page_qr.MODULES >= 0.7


def test_any_payload_becomes_a_code_that_is_read_back() -> None:
    random = Random(7)
    for _ in range(60):
        payload = codes.write_payload(
            codes.Payload(
                codes.new_form_id(random), random.randrange(32), random.randrange(32**4), random.randrange(1, 512), 1
            )
        )
        modules = np.pad(~np.array(page_qr.qr_rows(payload)), page_qr.QUIET_MODULES, constant_values=True)
        picture = np.kron(modules.astype(np.uint8) * 255, np.ones((4, 4), np.uint8))
        assert _read(picture) == [payload]


def test_a_damaged_code_is_mended() -> None:
    """Level Q mends about a quarter of the words; three modules of dirt are nothing to it."""
    payload = codes.write_payload(codes.Payload("7K3Q2", 1, 0, 1, 0))
    rows = page_qr.qr_rows(payload)
    for row, column in ((10, 15), (15, 12), (18, 18)):
        rows[row][column] = not rows[row][column]
    modules = np.pad(~np.array(rows), page_qr.QUIET_MODULES, constant_values=True)

    assert _read(np.kron(modules.astype(np.uint8) * 255, np.ones((4, 4), np.uint8))) == [payload]


def test_a_text_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="16"):
        page_qr.qr_rows("BA")


def test_a_page_as_png_has_the_width_asked_for() -> None:
    pen = Pen("test")
    pen.next_page()
    pdf = pen.finish()

    picture = cv2.imdecode(np.frombuffer(render.page_png(pdf, 2, 640), np.uint8), cv2.IMREAD_GRAYSCALE)

    assert picture is not None
    assert picture.shape[1] == 640
    assert abs(picture.shape[0] - 640 * 297 / 210) < 2
    assert render.page_count(pdf) == 2
