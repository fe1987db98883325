"""A QR code for people's phones, of any content, as black modules on white."""

from __future__ import annotations

from urllib.parse import quote

from reportlab.graphics.barcode import qrencoder

from buurtapp.printing.pen import Pen

_WHITE = (1.0, 1.0, 1.0)
_LONGEST_SUBJECT = 60


def reach_content(email: str, phone: str, subject: str) -> str:
    """Return what a code holds that mails or rings somebody; it works without internet. Empty without either."""
    if email:
        return f"mailto:{quote(email)}?subject={quote(subject[:_LONGEST_SUBJECT])}"
    digits = "".join(char for char in phone if char.isdigit() or char == "+")
    return f"tel:{digits}" if digits else ""


def draw_qr(pen: Pen, content: str, x_mm: float, y_mm: float, side_mm: float) -> None:
    """Draw a code with its top left corner there, on white."""
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(content)
    code.make()
    size = side_mm / code.moduleCount
    pen.frame(x_mm, y_mm, side_mm, side_mm, 0.0, filling=_WHITE)
    for row, modules in enumerate(code.modules):
        start = None
        for column, dark in enumerate([*modules, False]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                pen.frame(x_mm + start * size, y_mm + row * size, (column - start) * size, size, 0.0, filling=0.0)
                start = None
