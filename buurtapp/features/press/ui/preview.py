"""The page as it will be printed, following each key. Paper is white, also in the dark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.press.records import Flyer
from buurtapp.features.press.ui.drawing import Drawn, Room, draw
from buurtapp.uikit import theme as look
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paper import picture

_WAIT_MS = 30
"""So long a key waits for what comes with it: less than anybody notices."""
_MARGIN = 6
_LEAST = (160, 280)


class Preview(QWidget):
    """Draws the flyer that is wanted last, one at a time. `drawn` tells how that went."""

    drawn = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._flyer: Flyer | None = None
        self._image = QImage()
        self._is_good = True
        self._is_drawing = False
        self._is_behind = False
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._ask)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(*_LEAST)
        self._say()

    def want(self, flyer: Flyer) -> None:
        """Draw this flyer soon, in the background; what was wanted before it and is not begun yet is left out."""
        self._flyer = flyer
        self._is_behind = True
        self._say()
        self._wait()

    def has_picture(self) -> bool:
        """Return whether something is shown."""
        return not self._image.isNull()

    def is_good(self) -> bool:
        """Return whether what is shown is the flyer as it is now, and not the last one that could be made."""
        return self._is_good

    def forget(self) -> None:
        """Show an empty sheet until another flyer is drawn."""
        self._image = QImage()
        self.update()

    def room(self) -> Room:
        """Return how many dots the sheet may have."""
        sharp = self.devicePixelRatioF()
        return int((self.width() - 2 * _MARGIN) * sharp), int((self.height() - 2 * _MARGIN) * sharp)

    def _ask(self) -> None:
        flyer = self._flyer
        if flyer is None or self._desk.store is None:
            return
        self._is_drawing, self._is_behind = True, False
        room = self.room()
        self._desk.later(
            "flyer_preview",
            lambda _store: draw(flyer, room, lambda: True),
            self._on_drawn,
        )

    def _wait(self) -> None:
        # One that is being drawn is shown first: whoever keeps a key down sees the page follow.
        if self.isVisible() and not self._is_drawing and not self._timer.isActive():
            self._timer.start()

    def _on_drawn(self, drawn: Drawn | None) -> None:
        self._is_drawing = False
        self.show_drawn(drawn)
        if self._is_behind:
            self._wait()

    def show_drawn(self, drawn: Drawn | None) -> None:
        """Show what was drawn; where it could not be, what was shown before stays."""
        if drawn is None:
            return
        self._is_good = drawn.pixels is not None
        if drawn.pixels is not None:
            self._image = picture(drawn.pixels)
        self.update()
        self.drawn.emit(drawn)

    def _say(self) -> None:
        title = self._flyer.text.title if self._flyer is not None else ""
        self.setAccessibleName(text(N_("The flyer as it will be printed: {title}"), title=title).render())

    # Qt's names

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for little: what room there is comes by itself, and a short window scrolls no sooner than it must."""
        return QSize(*_LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet in the middle; the last good one has an edge that asks for care."""
        theme = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = QSizeF(210, 297) if self._image.isNull() else QSizeF(self._image.size())
        size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        sheet = QRectF(QPointF(room.center().x() - size.width() / 2, room.top()), size)
        painter.fillRect(sheet.translated(0, 1), theme.color("line-strong"))
        painter.fillRect(sheet, QColor("white"))
        painter.drawImage(sheet, self._image)
        painter.setPen(QPen(theme.color("line-strong" if self._is_good else "care"), 1 if self._is_good else 4))
        painter.drawRect(sheet if self._is_good else sheet.adjusted(-1, -1, 1, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it as large as there is room."""
        super().resizeEvent(event)
        if self._flyer is not None:
            self.want(self._flyer)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Draw nothing that nobody sees; the file may be about to close."""
        super().hideEvent(event)
        self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what was wanted while nobody looked."""
        super().showEvent(event)
        self._is_drawing = False
        if self._flyer is not None:
            self._timer.start()
