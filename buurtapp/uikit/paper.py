"""A finished paper on its way out: shown page by page, then to a printer or into a file.

What draws and what renders is handed in; this module knows Qt and paper sizes only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.errors import OutsideTrouble
from buurtapp.core.files import write_atomic
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import Words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PRINT_DPI = 300
_DOTS_MM = 25.4
_WIDEST_PX = 900
_GAP = 16
PDF_FILES = text(N_("PDF (*.pdf)"))


class Pixels(Protocol):
    """A page as a picture, three bytes for each pixel, row by row."""

    @property
    def width(self) -> int:
        """Pixels in a row."""

    @property
    def height(self) -> int:
        """Rows."""

    @property
    def data(self) -> bytes:
        """Red, green and blue of each pixel."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What will be printed: its title, the PDF, sizes of its pages in mm, how a page becomes a picture, its file name.

    `what` says what data is on it, `warnings` what to look at before printing, `copies` how many times the printer
    is asked for.
    """

    title: Words
    pdf: bytes
    sizes_mm: Sequence[tuple[float, float]]
    page_pixels: Callable[[bytes, int, int], Pixels]
    file_name: str
    what: Words = ""
    warnings: Sequence[Text] = ()
    copies: int = 1


def picture(pixels: Pixels) -> QImage:
    """Return a rendered page as a picture of Qt."""
    made = QImage(pixels.data, pixels.width, pixels.height, pixels.width * 3, QImage.Format.Format_RGB888)
    return made.copy()


class PaperView(QScrollArea):
    """Shows pages as they come out of the printer: white, also in the dark."""

    def __init__(self, name: Words) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._name = name
        self._paper: Paper | None = None
        self._labels: list[QLabel] = []
        self._drawn_px = 0

    def show_paper(self, paper: Paper) -> None:
        """Show this paper from its first page."""
        self._paper = paper
        self._drawn_px = 0
        self._draw()

    def _width_px(self) -> int:
        return max(120, min(self.viewport().width() - 2 * _GAP, _WIDEST_PX))

    def _draw(self) -> None:
        paper = self._paper
        if paper is None or self._drawn_px == self._width_px():
            return
        self._drawn_px = self._width_px()
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        column.setSpacing(_GAP)
        self._labels = []
        sharp = self.devicePixelRatioF()
        for number, (width, height) in enumerate(paper.sizes_mm[:20], 1):
            label = QLabel()
            label.setObjectName("sheet")
            label.setFixedSize(self._drawn_px, round(self._drawn_px * height / width))
            label.setAccessibleName(text(N_("Page {number}"), number=number).render())
            pixels = picture(paper.page_pixels(paper.pdf, number, round(self._drawn_px * sharp)))
            pixels.setDevicePixelRatio(sharp)
            label.setPixmap(QPixmap.fromImage(pixels))
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
            self._labels.append(label)
        column.addStretch(1)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pages as wide as there is room."""
        super().resizeEvent(event)
        self._draw()


class PrintDialog(QDialog):
    """Shows what will be printed, how many pages and what data is on it; then printer or PDF.

    `went_out` comes after it was printed or saved, with how many copies. `options` stand beside the paper; whoever
    gives them shows what they do with `wait` and `show_paper`.
    """

    went_out = Signal(int)

    def __init__(self, desk: Desk, paper: Paper, parent: QWidget, options: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paper = paper
        self._options = options
        self._warned: list[PlainLabel] = []
        self.setWindowTitle(text(N_("Print")).render())
        self.setModal(True)
        self.resize(min(parent.window().width() - 40, 860), min(parent.window().height() - 40, 780))
        self.view = PaperView(paper.title)
        self.print_button = Button(text(N_("Print…")), "primary", "printer")
        self.save_button = Button(text(N_("Save as PDF…")), "secondary", "save")
        self.close_button = Button(text(N_("Not now")), "quiet")
        self._build()
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        self.show_paper(paper)
        self.print_button.setFocus()

    def show_paper(self, paper: Paper) -> None:
        """Show this paper from now on: it is what will be printed."""
        self._paper = paper
        self._title.set_words(paper.title)
        self._pages.set_words(plural_text("{count} page", "{count} pages", len(paper.sizes_mm)))
        self._what.set_words(paper.what)
        self._what.setVisible(bool(paper.what))
        for old in self._warned:
            old.hide()
            old.deleteLater()
        self._warned = [PlainLabel(warning, "care") for warning in paper.warnings]
        for label in self._warned:
            self._warnings.addWidget(label)
        self.view.show_paper(paper)
        self._let_print(yes=True)

    def wait(self) -> None:
        """Let nothing out until the next `show_paper`: another paper is being made."""
        self._let_print(yes=False)

    def _let_print(self, *, yes: bool) -> None:
        self.print_button.setEnabled(yes)
        self.save_button.setEnabled(yes)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        box = QVBoxLayout(inside)
        box.setContentsMargins(20, 16, 20, 8)
        box.setSpacing(8)
        self._title = Heading("", "h2", wrap=True)
        self._title.setMinimumWidth(1)
        self._pages = PlainLabel("", "second")
        self._what = PlainLabel()
        self._warnings = QVBoxLayout()
        box.addWidget(self._title)
        box.addWidget(self._pages)
        box.addWidget(self._what)
        box.addLayout(self._warnings)
        if self._options is not None:
            box.addSpacing(8)
            box.addWidget(self._options)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        side = Card("card")
        whole = QVBoxLayout(side)
        whole.setContentsMargins(1, 1, 1, 16)
        whole.addWidget(scroll, 1)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(20, 0, 20, 0)
        buttons.setSpacing(8)
        for button in (self.print_button, self.save_button, self.close_button):
            buttons.addWidget(button)
        whole.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.view, 3)
        row.addWidget(side, 2)

    def _save(self) -> None:
        suggested = Path.home() / self._paper.file_name
        file = self._desk.choosing.save_file(self, text(N_("Save as PDF")), suggested, PDF_FILES)
        if file is None:
            return
        try:
            write_atomic(file, self._paper.pdf)
        except OutsideTrouble as error:
            self._desk.tell_error(error)
            self.reject()
            return
        self._desk.tell(text(N_("Saved: {name}"), name=file.name))
        self.went_out.emit(self._paper.copies)
        self.accept()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only when something is printed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._paper.file_name)
        printer.setCopyCount(self._paper.copies)
        _set_page(printer, self._paper.sizes_mm[0])
        asked = QPrintDialog(printer, self)
        if asked.exec() != QDialog.DialogCode.Accepted:
            return
        if not print_pages(printer, self._paper):
            self._desk.tell(
                text(N_("The printer did not take it. Is it on? Nothing is lost: you can print again.")), "wrong"
            )
            return
        self._desk.tell(text(N_("Sent to the printer: {title}"), title=self._paper.title))
        self.went_out.emit(max(1, printer.copyCount()))
        self.accept()


def _set_page(printer: QPrinter, size_mm: tuple[float, float]) -> None:
    """Tell a QPrinter the size of the paper; no margins, as the page has its own."""
    width, height = size_mm
    upright = QSizeF(min(width, height), max(width, height))
    size = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lies = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, lies, QMarginsF(0, 0, 0, 0))
    # In the mode of the layout: setPageLayout takes back what setFullPage said before it.
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def print_pages(printer: QPrinter, paper: Paper) -> bool:
    """Draw the pages a QPrinter was asked for, at their true size; return whether the printer took them."""
    # The dialog of the system may have put its own margins back; the page has its own, and boxes have their place.
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    dots = printer.resolution() / _DOTS_MM
    first = printer.fromPage() or 1
    last = printer.toPage() or len(paper.sizes_mm)
    for number in range(first, min(last, len(paper.sizes_mm)) + 1):
        if number > first:
            if paper.sizes_mm[number - 1] != paper.sizes_mm[number - 2]:
                _set_page(printer, paper.sizes_mm[number - 1])
            printer.newPage()
        width, height = paper.sizes_mm[number - 1]
        pixels = picture(paper.page_pixels(paper.pdf, number, round(width / _DOTS_MM * _PRINT_DPI)))
        painter.drawImage(QRect(0, 0, round(width * dots), round(height * dots)), pixels)
    return painter.end()
