"""What every page of the side panel is: a part that scrolls, and a foot that stays."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from buurtapp.core.errors import UserError
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import PersonCard
from buurtapp.uikit.controls import Button, Card
from buurtapp.uikit.desk import Desk


class PanelPage(QWidget):
    """A page of the panel. `closed` asks to go back to the person, or to the list."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        inner = QWidget()
        inner.setProperty("kind", "scrolled")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(12)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        self._foot = Card("foot")
        self._foot_row = QHBoxLayout(self._foot)
        self._foot_row.setContentsMargins(20, 8, 20, 8)
        self._foot.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._scroll, 1)
        box.addWidget(self._foot)

    def add_foot(self, *buttons: Button) -> None:
        """Put buttons below the part that scrolls."""
        for button in buttons:
            self._foot_row.addWidget(button)
        self._foot_row.addStretch(1)
        self._foot.show()

    def scroll_up(self) -> None:
        """Show the top."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_in_view(self, widget: QWidget) -> None:
        """Scroll until a widget is seen."""
        self._scroll.ensureWidgetVisible(widget, 0, 24)

    def leave(self) -> None:
        """Go back; what is being typed is finished first."""
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and away."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    # Qt 6.10 keeps the height of what was taken out.
    layout.invalidate()


def bring_in_view(widget: QWidget) -> None:
    """Scroll whatever a widget lies in until it is seen, once there is room for it: a panel does not know its page."""

    def scroll() -> None:
        around = widget.parentWidget() if isValid(widget) else None
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            # What was just shown has no size yet.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            around.ensureWidgetVisible(widget, 0, 24)

    QTimer.singleShot(0, scroll)


def card_of(desk: Desk, number: int) -> PersonCard | None:
    """Return everything about somebody; None when they are gone."""
    try:
        return desk.read(cards.card, number)
    except UserError:
        return None
