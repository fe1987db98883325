"""Whose idea was it: a bar of ideas of neighbours and plans of organisations, each of which leads to its list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.activities.records import Ideas
from buurtapp.features.activities.ui.cut_text import BoldPart
from buurtapp.features.activities.ui.row_button import Pair, RowButton
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Icon, paint_ring
from buurtapp.uikit.flow import FlowRow, Inline
from buurtapp.uikit.words import Words, say

_WIDTH, _HEIGHT, _GAP = 150, 14, 2


class Split(QWidget):
    """A bar in two parts, green and blue; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_parts(self, own: int, theirs: int) -> None:
        """Show how many there are of each."""
        self._parts = (own, theirs)
        self.setVisible(own + theirs > 0)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the usual size."""
        return QSize(look.current().px(_WIDTH), look.current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size."""
        return QSize(40, look.current().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw both parts."""
        theme, (own, theirs) = look.current(), self._parts
        if not own + theirs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide = self.width() * own / (own + theirs)
        painter.setBrush(theme.color("primary"))
        painter.drawRoundedRect(QRectF(0, 0, wide - (_GAP if theirs else 0), self.height()), 2, 2)
        painter.setBrush(theme.color("plate"))
        painter.drawRoundedRect(QRectF(wide, 0, self.width() - wide, self.height()), 2, 2)
        painter.end()


class IdeaButton(RowButton):
    """Words with their number that lead to a list; quiet until the mouse or the keyboard is there."""

    def __init__(self, icon: str, role: str) -> None:
        super().__init__("")
        self._said: tuple[Words, Words] = ("", "")
        self.words = BoldPart(size="small")
        self.row.setContentsMargins(6, 3, 6, 3)
        self.row.addWidget(Pair(Icon(icon, role, 18), self.words))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, words: Text, number: int, hint: Text) -> None:
        """Say how many there are; the hint says what a press does."""
        self._said = (words, hint)
        self.words.set_parts(words, str(number))
        self._name_it()

    def _name_it(self) -> None:
        words, hint = self._said
        self.setAccessibleName(say(words))
        self.setToolTip(say(hint))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be called by another name in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_it()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground while the mouse is there, and the ring."""
        if self.underMouse() or self.isDown():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.current().color("tint-hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
            painter.end()
        if self.hasFocus():
            paint_ring(self, "", "focus", 4)


class IdeasBar(QWidget):
    """Below the calendar: from whom the ideas of this year came. `wanted` asks for the list: "own" or "theirs"."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.bar = Split()
        self.own = IdeaButton("house", "primary")
        self.theirs = IdeaButton("building-2", "info")
        self.nothing = Inline(text(N_("No ideas yet this year.")), "second", size="small")
        self.own.clicked.connect(lambda: self.wanted.emit("own"))
        self.theirs.clicked.connect(lambda: self.wanted.emit("theirs"))
        self._build()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 7, 16, 7)
        asked = Inline(text(N_("Who came up with it?")), strong=True)
        year = Inline(text(N_("this year")), "second", size="small")
        box.addWidget(FlowRow((asked, year, self.bar, self.nothing, self.own, self.theirs), line_gap=4))

    def show_ideas(self, ideas: Ideas) -> None:
        """Show the ideas of a year."""
        self.bar.show_parts(ideas.residents, ideas.organisations)
        self.own.show_words(
            text(N_("residents {count}"), count=ideas.residents),
            ideas.residents,
            text(N_("Show the activities that were an idea of residents")),
        )
        self.theirs.show_words(
            text(N_("organisations {count}"), count=ideas.organisations),
            ideas.organisations,
            text(N_("Show the activities that were a plan of organisations")),
        )
        is_any = ideas.residents + ideas.organisations > 0
        self.nothing.setVisible(not is_any)
        for button in (self.own, self.theirs):
            button.setVisible(is_any)
