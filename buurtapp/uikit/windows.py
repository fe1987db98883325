"""Four small windows that light up: how involved somebody is, and nothing else. Always with the word beside them."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QWidget

from buurtapp.core.i18n import text
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, paint_ring
from buurtapp.uikit.theme import Theme
from buurtapp.uikit.words import Words, say

WINDOWS = 4
_WIDE, _HIGH, _PITCH, _BESIDE = 8, 12, 10, 8
"""A window, from one to the next, and from the last to its word: pixels at 100 %."""
_ICON_GAP = 7
"""Between the windows of a chip and its word."""
_BAR_HIGH, _BAR_GAP, _BAR_BELOW = 10, 6, 3


def windows_size(theme: Theme) -> QSize:
    """Return how much room the windows take."""
    return QSize(theme.px((WINDOWS - 1) * _PITCH + _WIDE), theme.px(_HIGH))


def paint_windows(painter: QPainter, corner: QPointF, lit: int, theme: Theme) -> None:
    """Draw the windows with their left upper corner here; so many of them are lit."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(round(corner.x()), round(corner.y())), _picture(lit, theme, ratio))


@functools.lru_cache(64)
def _picture(lit: int, theme: Theme, ratio: float) -> QPixmap:
    """Return the windows as a picture, kept: each row of each list shows one."""
    size = windows_size(theme)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at in range(WINDOWS):
        place = QRectF(theme.px(at * _PITCH), 0, theme.px(_WIDE), theme.px(_HIGH))
        _paint_pane(painter, place, ("window", "window-edge") if at < lit else ("", "control"), 1, theme)
    painter.end()
    return picture


def _paint_pane(painter: QPainter, place: QRectF, roles: tuple[str, str], radius: float, theme: Theme) -> None:
    """Draw a pane in the colours of its ground and its edge; the edge, of one pixel, lies inside its place."""
    ground, edge = roles
    painter.setPen(QPen(theme.color(edge), 1))
    painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_involvement(painter: QPainter, place: QRectF, lit: int, word: str) -> None:
    """Draw the windows and their word in a cell; a word that is too long is shortened at its end."""
    if not word:
        return
    theme = look.current()
    size, font = windows_size(theme), theme.font("small")
    paint_windows(painter, QPointF(place.left(), place.center().y() - size.height() / 2), lit, theme)
    rest = place.adjusted(size.width() + theme.px(_BESIDE), 0, 0, 0)
    painter.setFont(font)
    painter.setPen(theme.color("ink" if lit else "ink-2"))
    shown = QFontMetrics(font).elidedText(word, Qt.TextElideMode.ElideRight, round(rest.width()))
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class CountChip(Button):
    """A chip with a word and a quieter number behind it."""

    def __init__(self, icon: str = "") -> None:
        super().__init__("", "chip", icon)
        self._word: Words = ""
        self._count = ""

    def set_counted(self, word: Words, count: str, name: Words | None = None) -> None:
        """Show a word and its number; `name` is what a screen reader says, where that is more."""
        self._word, self._count = word, count
        self.set_words(text("{word} {count}", word=word, count=count), name)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the chip, its word, and the number in a colour of its own."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._paint_words(painter)
        painter.end()
        if self.hasFocus():
            paint_ring(self, "surface", "focus", 16)

    def _paint_words(self, painter: QPainter) -> None:
        theme, measure = look.current(), self.fontMetrics()
        size = QSize() if self.icon().isNull() else self.iconSize()
        icon = size.width() + theme.px(_ICON_GAP) if size.isValid() else 0
        word = self.text().strip().removesuffix(self._count)
        wide = icon + measure.horizontalAdvance(word) + measure.horizontalAdvance(self._count)
        left = (self.width() - wide) / 2
        if icon:
            self.icon().paint(painter, round(left), (self.height() - size.height()) // 2, size.width(), size.height())
        painter.setFont(self.font())
        for words, role in ((word, "ink"), (self._count, "ink-2")):
            place = QRectF(left + icon, 0, wide, self.height())
            painter.setPen(theme.color(role))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
            left += measure.horizontalAdvance(words)


class WindowsChip(CountChip):
    """A chip with windows before its word."""

    _lit = 0

    def __init__(self, lit: int) -> None:
        super().__init__("windows")
        self._lit = lit
        self._paint_icon()

    def _paint_icon(self) -> None:
        theme = look.current()
        self.setIcon(QIcon(_picture(self._lit, theme, self.devicePixelRatioF())))
        self.setIconSize(windows_size(theme))


class StepBar(QWidget):
    """A bar in as many parts as there are steps, lit up to the one that is reached, with their words below."""

    def __init__(self, name: Words, steps: Sequence[Words]) -> None:
        super().__init__()
        self._name = name
        self._steps = tuple(steps)
        self._at = -1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._say()

    def show_step(self, at: int) -> None:
        """Light the bar up to this step; -1 lights nothing."""
        self._at = at
        self._say()
        self.update()

    def _say(self) -> None:
        word = say(self._steps[self._at]) if self._at >= 0 else ""
        self.setAccessibleName(say(self._name))
        self.setAccessibleDescription(word)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of the bar with its words; it takes the width it gets."""
        theme = look.current()
        letters = QFontMetrics(theme.font("caption", 700)).height()
        return QSize(theme.px(200), theme.px(_BAR_HIGH) + _BAR_BELOW + letters)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size."""
        return QSize(1, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language, grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()

    def parts(self) -> list[QRectF]:
        """Return where the parts of the bar lie: wider below a longer word, so that all words fit."""
        theme, count = look.current(), len(self._steps)
        strong, plain = QFontMetrics(theme.font("caption", 700)), QFontMetrics(theme.font("caption"))
        wide = [
            (strong if at == self._at else plain).horizontalAdvance(say(step)) for at, step in enumerate(self._steps)
        ]
        spare = max((self.width() - _BAR_GAP * (count - 1) - sum(wide)) / count, 0)
        scale = min((self.width() - _BAR_GAP * (count - 1)) / max(sum(wide), 1), 1)
        found, left = [], 0.0
        for one in wide:
            found.append(QRectF(round(left), 0, round(left + one * scale + spare) - round(left), theme.px(_BAR_HIGH)))
            left += one * scale + spare + _BAR_GAP
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the bar and the words; where they do not all fit, the one that is reached."""
        theme = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        parts = self.parts()
        for at, place in enumerate(parts):
            roles = ("window", "window-edge") if at <= self._at else ("sunken", "line-strong")
            _paint_pane(painter, place, roles, 2, theme)
        fits = all(self._fits(at, place) for at, place in enumerate(parts))
        for at, place in enumerate(parts):
            if fits or at == self._at:
                painter.setFont(theme.font("caption", 700 if at == self._at else 400))
                painter.setPen(theme.color("ink" if at == self._at else "ink-2"))
                below = QRectF(place.left(), place.bottom() + _BAR_BELOW, place.width(), self.height())
                if not fits:
                    below.setRight(self.width())
                painter.drawText(below, Qt.TextFlag.TextSingleLine, say(self._steps[at]))
        painter.end()

    def _fits(self, at: int, place: QRectF) -> bool:
        font = look.current().font("caption", 700 if at == self._at else 400)
        return QFontMetrics(font).horizontalAdvance(say(self._steps[at])) <= place.width() + 1
