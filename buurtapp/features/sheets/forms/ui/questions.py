"""Questions with boxes as they stand on a form: one key for each box, and the cross is there to be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import PlainLabel, paint_ring
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.words import Words, say

Kind = Literal["one", "many", "yes_no"]
_BOX_PX, _GAP_PX, _BESIDE_PX = 20, 8, 440


class PaperBox(QAbstractButton):
    """A box with the key that crosses it and what stands beside it."""

    def __init__(self, name: str, key: str, words: Words, *, is_round: bool) -> None:
        super().__init__()
        self.name = name
        self._key, self._words, self._is_round = key, words, is_round
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(say(self._words))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size: key, box and words on one line."""
        theme = look.current()
        wide = QFontMetrics(theme.font("body")).horizontalAdvance(say(self._words))
        key = QFontMetrics(theme.font("small", 700)).horizontalAdvance(self._key)
        return QSize(key + theme.px(_BOX_PX) + wide + 3 * _GAP_PX, theme.px(32))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size in which at least key and box are whole."""
        return QSize(min(self.sizeHint().width(), look.current().px(140)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box as on paper, white also in the dark."""
        theme = look.current()
        paper = look.Theme(dark=False, percent=theme.percent)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small", 700))
        key = painter.fontMetrics().horizontalAdvance(self._key)
        painter.setPen(theme.color("ink-2"))
        side = theme.px(_BOX_PX)
        painter.drawText(QRectF(0, 0, key + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self._key)
        box = QRectF(key + _GAP_PX, (self.height() - side) / 2, side, side)
        painter.setBrush(Qt.GlobalColor.white)
        painter.setPen(QPen(paper.color("ink"), 1.4))
        if self._is_round:
            painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))
        else:
            painter.drawRect(box.adjusted(0.7, 0.7, -0.7, -0.7))
        if self.isChecked():
            pen = QPen(paper.color("primary"), side / 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            cross = box.adjusted(side / 5, side / 5, -side / 5, -side / 5)
            painter.drawLine(cross.topLeft(), cross.bottomRight())
            painter.drawLine(cross.topRight(), cross.bottomLeft())
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font("body", 700 if self.isChecked() else 400))
        left = box.right() + _GAP_PX
        room = QRectF(left, 0, self.width() - left, self.height())
        shown = painter.fontMetrics().elidedText(say(self._words), Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text; be called by another name in another language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self._say()
            self.updateGeometry()


class Question(QFrame):
    """One question. `answered` asks for the next one, `moved` for one further on or back, `changed` tells of a cross.

    Keys: a figure for each box; for yes and no also J or Y, and N; 0 takes the crosses away; Enter goes on.
    """

    answered = Signal()
    moved = Signal(int)
    changed = Signal()

    def __init__(self, words: Words, kind: Kind, boxes: Sequence[tuple[str, Words]]) -> None:
        super().__init__()
        self._words, self._kind = words, kind
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.label = PlainLabel(words)
        self.label.setMinimumWidth(1)
        keys = _yes_no_keys() if kind == "yes_no" else [str(at) for at in range(1, len(boxes) + 1)]
        self.boxes = [
            PaperBox(name, key, said, is_round=kind == "one") for (name, said), key in zip(boxes, keys, strict=True)
        ]
        for box in self.boxes:
            box.clicked.connect(self._clicker(box))
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(8, 5, 8, 5)
        self._box.setSpacing(2)
        self._box.addWidget(self.label, 1)
        self._box.addWidget(self._answers())
        self._say()

    def _answers(self) -> QWidget:
        """Return the boxes in a row: short ones at the right, as on the paper; long ones where there is room."""
        inside = QWidget()
        if self._kind == "yes_no":
            row = QHBoxLayout(inside)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(16)
            for box in self.boxes:
                row.addWidget(box)
            row.addStretch(1)
        else:
            flow = Flow(inside, 16, 2)
            for box in self.boxes:
                flow.addWidget(box)
        return inside

    def _clicker(self, box: PaperBox) -> Callable[[], None]:
        def click() -> None:
            self.setFocus()
            box.setChecked(not box.isChecked())
            self._cross(box)

        return click

    def marks(self) -> set[str]:
        """Return the names of the boxes with a cross."""
        return {box.name for box in self.boxes if box.isChecked()}

    def show_marks(self, marks: set[str] | frozenset[str]) -> None:
        """Show these crosses."""
        for box in self.boxes:
            box.setChecked(box.name in marks)
        self._say()

    def _cross(self, box: PaperBox) -> bool:
        """Put a cross, or take it away; return whether there is one now. One answer takes the place of another."""
        is_on = not box.isChecked()
        if self._kind != "many":
            for other in self.boxes:
                other.setChecked(False)
        box.setChecked(is_on)
        self._say()
        self.changed.emit()
        return is_on

    def _say(self) -> None:
        said = ", ".join(box.accessibleName() for box in self.boxes if box.isChecked())
        self.setAccessibleName(say(self._words))
        self.setAccessibleDescription(said or text(N_("nothing crossed")).render())

    def _box_of(self, typed: str) -> PaperBox | None:
        if self._kind == "yes_no":
            at = 0 if typed in {"j", "y", "1"} else 1 if typed in {"n", "2"} else -1
        else:
            at = int(typed) - 1 if typed.isdecimal() and typed.isascii() else -1
        return self.boxes[at] if 0 <= at < len(self.boxes) else None

    # Qt's names

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Cross the box of a key; go on when the question is answered."""
        key, typed = event.key(), event.text().lower()
        box = self._box_of(typed) if typed else None
        if box is not None:
            if self._kind == "many":
                self._cross(box)
            else:
                box.setChecked(False)
                self._cross(box)
                self.answered.emit()
        elif typed in {"0", "."}:
            self.show_marks(set())
            self.changed.emit()
            self.answered.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.answered.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Backspace):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put yes and no beside the sentence where there is room."""
        super().resizeEvent(event)
        is_beside = self._kind == "yes_no" and self.width() >= look.current().px(_BESIDE_PX)
        wanted = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take this question in hand."""
        super().mousePressEvent(event)
        self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that this question is in hand."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that another one is in hand."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a ring around the question in hand."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.fillRect(self.rect(), look.current().color("tint"))
            painter.end()
            paint_ring(self, "", "focus", 6)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()


def _yes_no_keys() -> list[str]:
    """Return the letters shown for yes and no: those with which the words begin in the present language."""
    return [YES.render()[0].upper(), NO.render()[0].upper()]


YES: Text = text(N_("yes"))
NO: Text = text(N_("no"))
