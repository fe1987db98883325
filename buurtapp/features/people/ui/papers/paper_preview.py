"""The paper as it will be printed, following each choice: one page at a time, drawn in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.ui.papers.choices import Made
from buurtapp.uikit import theme as look
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paper import Pixels, picture

_WAIT_MS = 30
"""So long a key waits for what comes with it: less than anybody notices."""
_MARGIN = 6
_LEAST = (150, 220)
Room = tuple[int, int]
Make = Callable[[], Made]


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper with one of its pages as a picture; no picture when it has no pages."""

    made: Made
    page: int
    pixels: Pixels | None


class PaperPreview(QWidget):
    """Shows the paper that is wanted last. `drawn` tells what came out, also when that was nothing."""

    drawn = Signal(object)
    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._make: Make | None = None
        self._made: Made | None = None
        self.page = 1
        self._image = QImage()
        self._title: Text | None = None
        self._is_drawing = False
        self._is_behind = False
        self._round = 0
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._ask)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(*_LEAST)

    def want(self, make: Make) -> None:
        """Draw this soon; what was wanted before and is not begun yet is left out."""
        self._make = make
        self._is_behind = True
        self._wait()

    def forget(self, title: Text) -> None:
        """Show an empty sheet, from its first page on, until another paper is drawn."""
        self._title = title
        self._make, self._made, self._image, self.page = None, None, QImage(), 1
        self._is_behind = self._is_drawing = False
        self._round += 1
        self._say()
        self.update()

    @property
    def pages(self) -> int:
        """How many pages there are to look at."""
        return len(self._made.sizes_mm) if self._made is not None else 0

    def turn(self, by: int) -> None:
        """Go some pages on, or back."""
        page = min(max(self.page + by, 1), max(self.pages, 1))
        if page != self.page:
            self.page = page
            self._show_page()
            self._say()
            self.turned.emit()

    def _wait(self) -> None:
        if self.isVisible() and not self._is_drawing:
            self._timer.start()

    def _ask(self) -> None:
        make = self._make
        if make is None or self._desk.store is None or self._is_drawing:
            return
        self._is_drawing, self._is_behind = True, False
        page, room, now = self.page, self._room(), self._round
        self._desk.later(
            "people_paper", lambda _store: _shown(make(), page, room), lambda shown: self._on_made(shown, now)
        )

    def _show_page(self) -> None:
        made = self._made
        if made is None or made.pages is None or self._desk.store is None:
            return
        page, room = self.page, self._room()
        self._desk.later("people_paper_page", lambda _store: _shown(made, page, room), self._on_page)

    def _on_made(self, shown: Shown, begun_in: int) -> None:
        if begun_in != self._round:
            return
        self._is_drawing = False
        self._made = shown.made
        self.page = shown.page
        self._on_page(shown)
        self.drawn.emit(shown.made)
        if self._is_behind:
            self._wait()

    def _on_page(self, shown: Shown) -> None:
        if shown.made is self._made and shown.page == self.page:
            self._image = picture(shown.pixels) if shown.pixels is not None else self._kept(shown.made)
            self._say()
            self.update()

    def _kept(self, made: Made) -> QImage:
        """What was seen before stays while something is not right yet; with nobody to print for there is nothing."""
        return self._image if made.error is not None else QImage()

    def _room(self) -> Room:
        sharp = self.devicePixelRatioF()
        return int((self.width() - 2 * _MARGIN) * sharp), int((self.height() - 2 * _MARGIN) * sharp)

    def _say(self) -> None:
        title = self._title.render() if self._title is not None else ""
        words = text(N_("{title} as it will be printed, page {number}"), title=title, number=self.page)
        self.setAccessibleName(words.render())

    # Qt's names

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for little: what room there is comes by itself."""
        return QSize(*_LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet in the middle, white also in the dark; with an edge that asks for care when it is old."""
        theme = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = QSizeF(210, 297) if self._image.isNull() else QSizeF(self._image.size())
        size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        sheet = QRectF(QPointF(room.center().x() - size.width() / 2, room.top()), size)
        is_old = self._made is not None and self._made.error is not None
        painter.fillRect(sheet.translated(0, 1), theme.color("line-strong"))
        painter.fillRect(sheet, QColor("white"))
        painter.drawImage(sheet, self._image)
        painter.setPen(QPen(theme.color("care" if is_old else "line-strong"), 4 if is_old else 1))
        painter.drawRect(sheet)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the page as large as there is room."""
        super().resizeEvent(event)
        self._show_page()

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
        if self._is_behind:
            self._wait()


def _shown(made: Made, page: int, room: Room) -> Shown:
    """Return a page as large as fits in the room; the last page when there are fewer."""
    from buurtapp.printing.render import page_pixels  # noqa: PLC0415 - loads what renders

    if made.pages is None:
        return Shown(made, 1, None)
    page = min(page, len(made.sizes_mm))
    width_mm, height_mm = made.sizes_mm[page - 1]
    width = max(1, int(width_mm * min(room[0] / width_mm, room[1] / height_mm)))
    return Shown(made, page, page_pixels(made.pages.pdf, page, width))
