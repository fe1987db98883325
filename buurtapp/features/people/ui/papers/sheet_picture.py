"""A small picture of a sheet of labels: which ones are gone already, and which is the first to be printed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.papers import LabelSheet
from buurtapp.features.people.rules.label_sheets import PAPER_HEIGHT_MM, PAPER_WIDTH_MM
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import paint_ring

_WIDE, _EDGE = 180, 6


class SheetPicture(QWidget):
    """Click a label, or go there with the arrows: `chosen` tells its number. White also in the dark, as paper is."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._sheet: LabelSheet | None = None
        self._start = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_sheet(self, sheet: LabelSheet, start_at: int) -> None:
        """Show this sheet, with everything before a label gone."""
        self._sheet, self._start = sheet, start_at
        self._say()
        self.update()

    def _say(self) -> None:
        if self._sheet is not None:
            words = text(
                N_("The sheet: label {start} of {count} is the first"), start=self._start, count=self._sheet.count
            )
            self.setAccessibleName(words.render())

    def _paper(self) -> QRectF:
        wide = look.current().px(_WIDE)
        size = QSize(wide, round(wide * PAPER_HEIGHT_MM / PAPER_WIDTH_MM))
        left = _EDGE if self.isLeftToRight() else self.width() - _EDGE - wide
        return QRectF(QPointF(left, _EDGE), size)

    def _label(self, number: int) -> QRectF:
        """Return where a label lies on the picture; the first is 1, they go on from left to right."""
        sheet, paper = self._sheet, self._paper()
        if sheet is None:
            return paper
        row, at = divmod(number - 1, sheet.columns)
        mm = paper.width() / PAPER_WIDTH_MM
        left = sheet.left_mm + at * (sheet.width_mm + sheet.gap_x_mm)
        top = sheet.top_mm + row * (sheet.height_mm + sheet.gap_y_mm)
        return QRectF(paper.left() + left * mm, paper.top() + top * mm, sheet.width_mm * mm, sheet.height_mm * mm)

    def _choose(self, number: int) -> None:
        if self._sheet is not None and 1 <= number <= self._sheet.count and number != self._start:
            self.chosen.emit(number)

    # Qt's names

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the paper with its edge."""
        wide = look.current().px(_WIDE)
        return QSize(wide + 2 * _EDGE, round(wide * PAPER_HEIGHT_MM / PAPER_WIDTH_MM) + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size: a sheet is never cut."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the label that is clicked."""
        for number in range(1, self._sheet.count + 1 if self._sheet is not None else 1):
            if self._label(number).contains(event.position()):
                self._choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from label to label with the arrows."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -(self._sheet.columns if self._sheet is not None else 1),
            Qt.Key.Key_Down: self._sheet.columns if self._sheet is not None else 1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._start + step)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet: grey is gone, the first one is green."""
        theme = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self._paper(), QColor("white"))
        painter.setPen(QPen(theme.color("line-strong"), 1))
        painter.drawRect(self._paper())
        for number in range(1, self._sheet.count + 1 if self._sheet is not None else 1):
            self._paint_label(painter, number)
        painter.end()
        if self.hasFocus():
            paint_ring(self, "", "focus", 6)

    def _paint_label(self, painter: QPainter, number: int) -> None:
        light = look.Theme()
        place = self._label(number).adjusted(1, 1, -1, -1)
        is_first = number == self._start
        ground = "primary" if is_first else "line" if number < self._start else "tint"
        painter.setPen(QPen(light.color("control"), 1))
        painter.setBrush(light.color(ground))
        painter.drawRoundedRect(place, 2, 2)
        if is_first:
            painter.setPen(light.color("on-primary"))
            painter.setFont(look.current().font("caption", 700))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language; grow with the text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)
