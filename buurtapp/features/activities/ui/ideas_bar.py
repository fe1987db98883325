"""Whose idea was it: a bar of ideas of neighbours and plans of organisations, with the numbers beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities.records import Ideas
from buurtapp.features.activities.ui.row_button import Pair
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Icon
from buurtapp.uikit.flow import FlowRow, Inline

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


class IdeasBar(QWidget):
    """Below the calendar: from whom the ideas of this year came."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = Split()
        self.own = Inline(size="small")
        self.theirs = Inline(size="small")
        self.nothing = Inline(text(N_("No ideas yet this year.")), "second", size="small")
        self._pairs = (
            Pair(Icon("house", "primary", 18), self.own),
            Pair(Icon("building-2", "info", 18), self.theirs),
        )
        self._build()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 10, 16, 10)
        asked = Inline(text(N_("Who came up with it this year?")), strong=True)
        box.addWidget(FlowRow((asked, self.bar, self.nothing, *self._pairs), line_gap=4))

    def show_ideas(self, ideas: Ideas) -> None:
        """Show the ideas of a year."""
        self.bar.show_parts(ideas.residents, ideas.organisations)
        self.own.set_words(plural_text("{count} from a resident", "{count} from residents", ideas.residents))
        self.theirs.set_words(
            plural_text("{count} from an organisation", "{count} from organisations", ideas.organisations)
        )
        is_any = ideas.residents + ideas.organisations > 0
        self.nothing.setVisible(not is_any)
        for pair in self._pairs:
            pair.setVisible(is_any)
