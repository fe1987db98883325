"""Expected against came, as two bars below each other; guests and children stand apart. The words say the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.afterwards.records import Turnout
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import PlainLabel

_WIDTH, _HEIGHT, _GAP = 180, 14, 2


class Bar(QWidget):
    """A bar as long as its number, with the part of guests behind it in another shade."""

    def __init__(self, role: str, more_role: str) -> None:
        super().__init__()
        self._roles = (role, more_role)
        self._shown = (0, 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_numbers(self, first: int, more: int, most: int) -> None:
        """Show two numbers behind each other; `most` is as wide as the whole place."""
        self._shown = (first, more, max(most, 1))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the usual size."""
        return QSize(look.current().px(_WIDTH), look.current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size."""
        return QSize(40, look.current().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw both parts."""
        theme, (first, more, most) = look.current(), self._shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        at = 0.0
        for number, role in zip((first, more), self._roles, strict=True):
            wide = self.width() * number / most
            if number:
                painter.setBrush(theme.color(role))
                painter.drawRoundedRect(QRectF(at, 0, max(wide - _GAP, 2), self.height()), 2, 2)
            at += wide
        painter.end()


class TurnoutBars(QWidget):
    """Two bars with their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.expected, self.came = Bar("ramp-2", "ramp-1"), Bar("primary", "window")
        self.expected_words, self.came_words = (PlainLabel("", wrap=False), PlainLabel("", wrap=False))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        rows = (
            (text(N_("Expected")), self.expected, self.expected_words),
            (text(N_("Came")), self.came, self.came_words),
        )
        for at, (name, bar, words) in enumerate(rows):
            grid.addWidget(PlainLabel(name, "second", wrap=False), at, 0)
            grid.addWidget(bar, at, 1)
            grid.addWidget(words, at, 2)

    def show_turnout(self, turnout: Turnout) -> None:
        """Show how many were expected and came."""
        came = turnout.came or 0
        most = max(turnout.expected, came + turnout.along)
        guests = min(turnout.guests, turnout.expected)
        self.expected.show_numbers(turnout.expected - guests, guests, most)
        self.came.show_numbers(came, turnout.along, most)
        self.expected_words.set_words(str(turnout.expected))
        self.came_words.set_words(_came(turnout))


def _came(turnout: Turnout) -> Text | str:
    if turnout.came is None:
        return text(N_("not counted yet"))
    if not turnout.along:
        return str(turnout.came)
    return plural_text("{came} + {count} guest", "{came} + {count} guests", turnout.along, came=turnout.came)
