"""The code of a list that came home: where it stands on the paper, and what is wrong with what was typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.ui.cut_text import CutLabel
from buurtapp.features.activities.ui.sheet_model import paper_theme
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, PlainLabel, restyle
from buurtapp.uikit.words import Words, say

_WHOLE = 6
"""Letters and figures in a code: with so many it can be looked up without Enter."""


class _CodeField(QLineEdit):
    """The field; Escape is told."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Empty the field on Escape, or leave."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Where(QWidget):
    """A small paper with a ring around the code."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(text(N_("A list, with its code at the bottom right")).render())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the small paper."""
        theme = paper_theme()
        return QSize(theme.px(130), theme.px(176))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: it is small already."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the paper as it comes from the printer, in a few lines."""
        theme, size = paper_theme(), self.sizeHint()
        wide, high = size.width(), size.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.current().color("line-strong"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(QRectF(0.5, 0.5, wide - 1, high - 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        corner = wide * 0.06
        for x, y in ((0.05, 0.03), (0.89, 0.03), (0.05, 0.93), (0.89, 0.93)):
            painter.drawRect(QRectF(wide * x, high * y, corner, corner))
        painter.drawRect(QRectF(wide * 0.16, high * 0.06, wide * 0.4, high * 0.035))
        painter.drawRect(QRectF(wide * 0.72, high * 0.05, wide * 0.12, wide * 0.12))
        painter.setBrush(theme.color("line"))
        for row in range(9):
            top = high * (0.22 + row * 0.07)
            painter.drawRect(QRectF(wide * 0.2, top, wide * (0.38 + 0.06 * (row % 3)), high * 0.018))
            painter.drawRect(QRectF(wide * 0.1, top - 1, wide * 0.045, wide * 0.045))
        painter.setBrush(theme.color("ink"))
        painter.drawRect(QRectF(wide * 0.6, high * 0.895, wide * 0.26, high * 0.022))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("wrong"), 2.5))
        painter.drawEllipse(QRectF(wide * 0.54, high * 0.865, wide * 0.38, high * 0.085))
        painter.end()


class CodeBar(QWidget):
    """Field, what was found beside it, what is wrong below it. `typed`: a code, and whether to say what is wrong."""

    typed = Signal(str, bool)
    another_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.field = _CodeField()
        self.field.setProperty("kind", "code")
        self.field.setMaxLength(60)
        self.label = PlainLabel(text(N_("Type the code of the list")), size="small", strong=True)
        self.label.setBuddy(self.field)
        self.field.setAccessibleName(say(text(N_("Type the code of the list"))))
        self._fit()
        self.problem = PlainLabel("", "wrong", strong=True)
        self.found = CutLabel("", size="h2", strong=True)
        self.more = CutLabel("", "second")
        self.another_button = Button(text(N_("Another list (Esc)")), "secondary")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch(1)
        said.addWidget(self.found)
        said.addWidget(self.more)
        said.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.field, 3)
        row.addLayout(said, 4)
        row.addStretch(1)
        row.addWidget(self.another_button, 0, Qt.AlignmentFlag.AlignVCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.label)
        box.addLayout(row)
        box.addWidget(self.problem)
        box.addSpacing(4)
        box.addLayout(self._hint())

    def _hint(self) -> QHBoxLayout:
        self.where = _Where()
        self.where_words = PlainLabel(
            text(N_("The code stands at the foot of the list, on the right. Small letters and spaces are fine.")),
            "second",
        )
        hint = QHBoxLayout()
        hint.setSpacing(20)
        hint.addWidget(self.where)
        hint.addWidget(self.where_words, 1, Qt.AlignmentFlag.AlignVCenter)
        return hint

    def _connect(self) -> None:
        self.field.textEdited.connect(self._edited)
        self.field.returnPressed.connect(self._ask)
        self.field.left.connect(self.left)
        self.another_button.clicked.connect(self.another_asked)

    def _ask(self) -> None:
        self.typed.emit(self.field.text(), True)  # noqa: FBT003 - a signal's shape

    def _edited(self, written: str) -> None:
        self.show_problem("")
        if sum(sign.isalnum() for sign in written) == _WHOLE:
            self.typed.emit(written, False)  # noqa: FBT003 - a signal's shape

    def show_problem(self, words: Words) -> None:
        """Say below the field what is wrong with the code; what was typed stays."""
        said = say(words)
        self.problem.set_words(words)
        self.problem.setVisible(bool(said))
        self.field.setAccessibleDescription(said)
        self.field.setProperty("wrong", "yes" if said else "no")
        restyle(self.field)

    def show_found(self, code: str, found: Words, more: Words) -> None:
        """Show which list it is; the field is done with until another list is asked for."""
        self.show_problem("")
        self.field.setText(code)
        self.field.setReadOnly(True)
        self.found.set_words(found)
        self.more.set_words(more)
        self._show_stage(is_found=True)

    def begin(self) -> None:
        """Ask for a code."""
        self.show_problem("")
        self.field.setReadOnly(False)
        self.field.clear()
        self._show_stage(is_found=False)

    def _show_stage(self, *, is_found: bool) -> None:
        for widget in (self.found, self.more, self.another_button):
            widget.setVisible(is_found)
        self.where.setVisible(not is_found)
        self.where_words.setVisible(not is_found)
        # Once a list is found, the keyboard has no business in the field: Tab goes to the paper.
        self.field.setFocusPolicy(Qt.FocusPolicy.ClickFocus if is_found else Qt.FocusPolicy.StrongFocus)

    def _fit(self) -> None:
        self.field.setMinimumWidth(look.current().px(170))
        self.field.setMaximumWidth(look.current().px(300))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language; grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        if event.type() == QEvent.Type.LanguageChange:
            self.field.setAccessibleName(say(text(N_("Type the code of the list"))))
            self.where.setAccessibleName(text(N_("A list, with its code at the bottom right")).render())
