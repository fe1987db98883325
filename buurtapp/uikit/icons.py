"""Icons of one colour, drawn from SVG in the colour of the theme and as sharp as the screen is."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from buurtapp.core import paths

SIZE = 20


@functools.lru_cache(maxsize=512)
def icon(name: str, color: str, size: int = SIZE) -> QIcon:
    """Return an icon of our set ("house") in a colour ("#17614F"); raises FileNotFoundError for an unknown name."""
    made = QIcon()
    for scale in _scales():
        made.addPixmap(pixmap(name, color, size, scale))
    return made


def _scales() -> tuple[int, ...]:
    """Return how sharp an icon must be: twice as well where a screen is fine, or two screens differ."""
    app = QGuiApplication.instance()
    is_coarse = isinstance(app, QGuiApplication) and app.devicePixelRatio() == 1
    return (1,) if is_coarse else (1, 2)


@functools.lru_cache(maxsize=512)
def pixmap(name: str, color: str, size: int = SIZE, scale: float = 1.0) -> QPixmap:
    """Return an icon as a picture of `size` logical pixels."""
    source = paths.resource("icons", f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", QColor(color).name()).encode()))
    side = round(size * scale)
    made = QPixmap(QSize(side, side))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(scale)
    return made
