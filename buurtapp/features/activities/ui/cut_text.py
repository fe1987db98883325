"""Words of somebody else in a small place: cut at the end with "…", never wider than there is room for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from buurtapp.uikit.controls import PlainLabel
from buurtapp.uikit.words import Words, one_line, say

_LEAST = 24
_LONGEST = 400
"""More letters than fit on any line; Qt takes long over measuring a whole book."""


class CutLabel(PlainLabel):
    """One line that is shortened where there is no room; its whole text is its name. Not for sentences of ours."""

    def __init__(self, words: Words = "", kind: str = "", *, size: str = "body", strong: bool = False) -> None:
        super().__init__(words, kind, size=size, strong=strong)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, words: Words) -> None:
        """Show other words."""
        super().set_words(words)
        self.setAccessibleName(say(words))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be called by another name in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.text())

    def _line(self) -> str:
        return one_line(self.text())[:_LONGEST]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the whole text."""
        measure = self.fontMetrics()
        return QSize(measure.horizontalAdvance(self._line()) + 2, measure.height() + 2)

    def heightForWidth(self, _width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of one line, however narrow it is."""
        return self.sizeHint().height()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: a letter or two."""
        return QSize(_LEAST, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw as much of the text as there is room for."""
        shown = self.fontMetrics().elidedText(self._line(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        place = Qt.AlignmentFlag.AlignVCenter | (self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        self.style().drawItemText(
            painter, self.rect(), int(place.value), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()


class BoldPart(CutLabel):
    """One line of which a part is bold, such as the number in "12 of 13 expected"."""

    def __init__(self, words: Words = "", bold: str = "", kind: str = "", *, size: str = "small") -> None:
        super().__init__(words, kind, size=size)
        self._bold = bold

    def set_parts(self, words: Words, bold: str) -> None:
        """Show other words, with another part in bold."""
        self._bold = bold
        self.set_words(words)
        self.updateGeometry()

    def _parts(self) -> list[tuple[str, QFont]]:
        """Return the pieces of the line with their fonts; all of it is plain where the part is not in it."""
        plain = self.font()
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.Bold)
        before, found, after = self._line().partition(self._bold) if self._bold else (self._line(), "", "")
        return [(piece, font) for piece, font in ((before, plain), (found, bold), (after, plain)) if piece]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the whole text."""
        wide = sum(QFontMetrics(font).horizontalAdvance(piece) for piece, font in self._parts())
        return QSize(wide + 4, self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pieces behind each other, as far as there is room."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        left, middle = 0, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for piece, font in self._parts():
            measure = QFontMetrics(font)
            painter.setFont(font)
            shown = measure.elidedText(piece, Qt.TextElideMode.ElideRight, max(0, self.width() - left))
            painter.drawText(QRect(left, 0, self.width() - left, self.height()), middle, shown)
            left += measure.horizontalAdvance(shown)
        painter.end()


def soft(label: PlainLabel) -> PlainLabel:
    """Return a label that wraps, and that a word without end does not make wider than its place."""
    label.setMinimumWidth(1)
    return label


def lines_of(words: str, measure: QFontMetrics, width: int, most: int) -> list[str]:
    """Return a text in at most so many lines of this width; what does not fit is cut off with "…"."""
    lines: list[str] = []
    rest = one_line(words)[:_LONGEST].split()
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and measure.horizontalAdvance(" ".join(rest[: taken + 1])) <= width:
            taken += 1
        lines.append(measure.elidedText(" ".join(rest[:taken]), Qt.TextElideMode.ElideRight, width))
        rest = rest[taken:]
    if rest:
        lines.append(measure.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width))
    return lines
