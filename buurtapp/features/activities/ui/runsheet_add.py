"""The row below the jobs: type one, Enter adds it, and the keyboard stays for the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.uikit import icons
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, PlainLabel
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.words import Words, say

_LEAST_FIELD = 240


class AddField(QLineEdit):
    """A field with a plus in front. Up goes to the jobs above, Escape empties it."""

    went_up = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setProperty("kind", "search")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self._say()
        self._make_room()

    def _say(self) -> None:
        said = say(self._words)
        self.setPlaceholderText(said)
        self.setAccessibleName(said)

    def _make_room(self) -> None:
        self.setTextMargins(look.current().px(icons.SIZE) + 8, 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language; grow with the text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.StyleChange:
            self._make_room()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the field, and the plus in front of the words."""
        super().paintEvent(event)
        theme = look.current()
        side = theme.px(icons.SIZE)
        painter = QPainter(self)
        picture = icons.pixmap("plus", theme.color("ink-2").name(), side, self.devicePixelRatioF())
        left = 12 if self.isLeftToRight() else self.width() - 12 - side
        painter.drawPixmap(left, (self.height() - side) // 2, picture)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Empty on Escape, go to the jobs on Up."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Up:
            self.went_up.emit()
        else:
            super().keyPressEvent(event)


class AddRow(QWidget):
    """The field, and the ways to the run sheets there are and to the rest of this one."""

    added = Signal(str)
    wanted_sheets = Signal()
    wanted_more = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = AddField(text(N_("New job, then Enter")))
        self.sheets_button = Button(text(N_("From another run sheet")), "secondary")
        self.more_button = Button(text(N_("More on the paper")), "secondary")
        self.hint = PlainLabel(
            text(N_("With @ you say who, and behind it when: “Fetch the key @Dirk-Jan 11.00” or “3 weeks before”.")),
            "second",
            size="caption",
        )
        self.hint.setMinimumWidth(1)
        self.problem = PlainLabel("", "wrong", size="small", strong=True)
        self._buttons = FlowRow((self.sheets_button, self.more_button), gap=8)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self._buttons)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 6, 8, 6)
        box.setSpacing(4)
        box.addLayout(self._row)
        box.addWidget(self.hint)
        box.addWidget(self.problem)
        self.hint.hide()
        self.problem.hide()
        self.field.returnPressed.connect(self._add)
        self.field.textChanged.connect(self._on_typed)
        self.sheets_button.clicked.connect(self.wanted_sheets)
        self.more_button.clicked.connect(self.wanted_more)

    def _add(self) -> None:
        if self.field.text().strip():
            self.added.emit(self.field.text())

    def _on_typed(self, typed: str) -> None:
        self.hint.setVisible(bool(typed))
        self.problem.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons below the field where there is little room beside it."""
        super().resizeEvent(event)
        beside = self.width() - self._buttons.sizeHint().width() >= look.current().px(_LEAST_FIELD)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)

    def show_problem(self, words: Words) -> None:
        """Say what is wrong with what was typed; it stays in the field."""
        self.problem.set_words(words)
        self.problem.show()
        self.field.setFocus()
