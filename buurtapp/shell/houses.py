"""A row of Dutch houses, drawn by us. A window more lights up with every question that is answered."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurtapp.uikit import theme as look

_WIDTH, _HEIGHT = 480.0, 300.0
"""The drawing; it is scaled to the room there is, and goes on to the side."""
_LEAST_HEIGHT = 90
_PANE_WIDTH, _PANE_HEIGHT = 13.0, 23.0


@dataclass(frozen=True, slots=True)
class House:
    """A house: left side and width, the height of its wall, its roof, and what its colour and door are.

    `shade` is how much light there is on the wall, 0 to 1; `rows` the floors with windows above the street.
    """

    left: float
    width: float
    wall: float
    roof: str
    shade: float
    door: str
    door_at: str
    rows: int


HOUSES = (
    House(0, 93, 208, "cornice", 0.24, "nav", "left", 4),
    House(93, 84, 232, "bell", 0.34, "wrong", "right", 4),
    House(177, 91, 206, "point", 0.18, "plate", "left", 4),
    House(268, 101, 260, "steps", 0.44, "nav", "right", 5),
    House(369, 111, 222, "cornice", 0.24, "wrong", "left", 4),
)
ALWAYS_LIT = ((1, -1, 0), (2, -1, 0))
"""(house, row, column) of windows in which somebody is home already; row -1 is the one under the roof."""
LIT_BY_ANSWERS = (((3, 2, 0), (0, 1, 1)), ((4, 0, 2), (2, 2, 1), (1, 1, 2)), ((3, 0, 1), (0, 3, 2), (4, 2, 0)))
"""The windows that each answer lights."""


def lit_windows(answers: int) -> frozenset[tuple[int, int, int]]:
    """Return the windows with light in them after so many answers."""
    return frozenset(ALWAYS_LIT).union(*LIT_BY_ANSWERS[:answers])


class Houses(QWidget):
    """The drawing, at the bottom of the room it gets."""

    def __init__(self) -> None:
        super().__init__()
        self._answers = 0
        self.setMinimumHeight(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def light(self, answers: int) -> None:
        """Light the windows of so many answers."""
        self._answers = answers
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the drawing."""
        return QSize(int(_WIDTH), int(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the row, and draw it again where the room is wider."""
        if self.height() < _LEAST_HEIGHT:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / _WIDTH, self.height() / _HEIGHT)
        painter.translate(0, self.height())
        painter.scale(scale, scale)
        lit = lit_windows(self._answers)
        at = 0.0
        while at * scale < self.width():
            for number, house in enumerate(HOUSES):
                _paint_house(painter, house, [one[1:] for one in lit if one[0] == number])
            painter.translate(_WIDTH, 0)
            at += _WIDTH
        painter.end()


def mixed(one: str, other: str, part: float) -> QColor:
    """Return a colour between two roles; `part` is how much of the other."""
    theme = look.current()
    a, b = theme.color(one), theme.color(other)
    return QColor.fromRgbF(
        a.redF() * (1 - part) + b.redF() * part,
        a.greenF() * (1 - part) + b.greenF() * part,
        a.blueF() * (1 - part) + b.blueF() * part,
    )


def _paint_house(painter: QPainter, house: House, lit: list[tuple[int, ...]]) -> None:
    wall = mixed("nav", "ramp-2", house.shade)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed("nav", "ramp-2", house.shade * 0.45))
    if house.roof == "cornice":
        painter.drawPolygon(
            [
                QPointF(house.left + 4, -house.wall),
                QPointF(house.left + 13, -house.wall - 26),
                QPointF(house.left + house.width - 13, -house.wall - 26),
                QPointF(house.left + house.width - 4, -house.wall),
            ]
        )
    painter.setBrush(wall)
    painter.drawPath(_front(house))
    if house.roof == "cornice":
        painter.setBrush(mixed("nav", "nav-ink", 0.8))
        painter.drawRect(QRectF(house.left, -house.wall - 4, house.width, 8))
    else:
        _paint_window(painter, house.left + house.width / 2 - 6, -house.wall - 20, is_lit=(-1, 0) in lit, small=True)
    for row in range(house.rows):
        for column in range(3):
            x = house.left + house.width * (0.21 + column * 0.29) - _PANE_WIDTH / 2
            y = -house.wall + 20 + row * 37
            _paint_window(painter, x, y, is_lit=(row, column) in lit)
    _paint_ground_floor(painter, house)


def _front(house: House) -> QPainterPath:
    """Return the front with its gable."""
    left, right, top = house.left, house.left + house.width, -house.wall
    middle = (left + right) / 2
    path = QPainterPath(QPointF(left, 0))
    path.lineTo(left, top)
    if house.roof == "bell":
        path.cubicTo(left + 2, top - 22, middle - 20, top - 12, middle - 19, top - 32)
        path.cubicTo(middle - 18, top - 56, middle + 18, top - 56, middle + 19, top - 32)
        path.cubicTo(middle + 20, top - 12, right - 2, top - 22, right, top)
    elif house.roof == "point":
        path.lineTo(middle, top - 46)
        path.lineTo(right, top)
    elif house.roof == "steps":
        for step in range(1, 4):
            path.lineTo(left + step * 12.5, top - (step - 1) * 13)
            path.lineTo(left + step * 12.5, top - step * 13)
        for step in range(3, 0, -1):
            path.lineTo(right - step * 12.5, top - step * 13)
            path.lineTo(right - step * 12.5, top - (step - 1) * 13)
        path.lineTo(right, top)
    else:
        path.lineTo(right, top)
    path.lineTo(right, 0)
    path.closeSubpath()
    return path


def _paint_window(painter: QPainter, x: float, y: float, *, is_lit: bool, small: bool = False) -> None:
    height = 15.0 if small else _PANE_HEIGHT
    place = QRectF(x, y, 12.0 if small else _PANE_WIDTH, height)
    painter.setPen(QPen(mixed("nav", "nav-ink", 0.85), 1.6))
    painter.setBrush(look.current().color("window") if is_lit else mixed("nav", "ramp-2", 0.06))
    painter.drawRect(place)
    if not small:
        painter.setPen(QPen(mixed("nav", "nav-ink", 0.85), 1))
        painter.drawLine(QPointF(place.left(), y + 7), QPointF(place.right(), y + 7))
        painter.drawLine(QPointF(place.center().x(), y + 7), QPointF(place.center().x(), place.bottom()))


def _paint_ground_floor(painter: QPainter, house: House) -> None:
    """Draw the door at its side, and the wide window beside it."""
    door_left = house.left + house.width - 26 if house.door_at == "right" else house.left + 10
    frame = QPen(mixed("nav", "nav-ink", 0.85), 1.6)
    painter.setPen(frame)
    painter.setBrush(mixed(house.door, "nav", 0.15 if house.door != "nav" else 0))
    painter.drawRect(QRectF(door_left, -34, 16, 36))
    painter.setBrush(mixed("nav", "ramp-2", 0.06))
    painter.drawRect(QRectF(door_left + 3, -31, 10, 6))
    left = house.left + 10 if house.door_at == "right" else door_left + 24
    right = door_left - 8 if house.door_at == "right" else house.left + house.width - 10
    painter.drawRect(QRectF(left, -32, right - left, 20))
    painter.drawLine(QPointF((left + right) / 2, -32), QPointF((left + right) / 2, -12))
