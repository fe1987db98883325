"""A paper or photo that is kept in the file, on the screen: to look at, to save elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.files import write_atomic
from buurtapp.core.i18n import N_, _, text
from buurtapp.features.activities.money import queries
from buurtapp.features.activities.money.attachments import page_width_px
from buurtapp.features.activities.money.records import PDF, AttachmentInfo
from buurtapp.features.activities.money.typed import size_words
from buurtapp.uikit.controls import Button, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paper import picture

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_LONGEST_PX = 1600
_GAP = 12


@dataclass(frozen=True, slots=True)
class Shown:
    """What is looked at, and its pages as pictures; no pictures when it cannot be drawn."""

    info: AttachmentInfo
    content: bytes
    pages: tuple[QImage, ...]


def load_shown(store: Store, number: int) -> Shown:
    """Return a paper or photo as it looks; takes a moment, so away from the screen."""
    info, content = store.read(queries.content, number)
    if info.media != PDF:
        made = QImage.fromData(content)
        return Shown(info, content, () if made.isNull() else (made,))
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - only for a PDF

    from buurtapp.printing.render import page_pixels, page_sizes_mm  # noqa: PLC0415 - as above

    try:
        sizes = page_sizes_mm(content)
        pages = [
            picture(page_pixels(content, at, page_width_px(size, _LONGEST_PX))) for at, size in enumerate(sizes, 1)
        ]
    except PdfiumError:
        pages = []
    return Shown(info, content, tuple(pages))


class ViewDialog(QDialog):
    """Shows a paper or photo page by page, below each other; Escape closes it."""

    def __init__(self, desk: Desk, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = shown
        self.setWindowTitle(shown.info.name)
        self.setModal(True)
        window = parent.window()
        self.resize(min(window.width() - 40, 760), min(window.height() - 40, 760))
        facts = PlainLabel(f"{shown.info.name} · {size_words(shown.info.size)}", "second")
        self.save_button = Button(text(N_("Save…")), "secondary", "save")
        self.close_button = Button(text(N_("Close")), "primary")
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(shown.info.name)
        self.area.setWidget(self._pages())
        row = QHBoxLayout()
        row.addWidget(facts, 1)
        row.addWidget(self.save_button)
        row.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.addWidget(self.area, 1)
        box.addLayout(row)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()

    def _pages(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        box = QVBoxLayout(inside)
        box.setSpacing(_GAP)
        if not self._shown.pages:
            box.addWidget(PlainLabel(text(N_("This cannot be shown here. It can be saved, and opened elsewhere."))))
        wide = self.width() - 70
        for at, page in enumerate(self._shown.pages, 1):
            label = QLabel()
            label.setObjectName("sheet")
            label.setAccessibleName(_("Page {number}").format(number=at))
            small = (
                page if page.width() <= wide else page.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            )
            label.setPixmap(QPixmap.fromImage(small))
            box.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        return inside

    def _save(self) -> None:
        info, content = self._shown.info, self._shown.content
        is_pdf = info.media == PDF
        name = f"{Path(info.name).stem or 'bon'}{'.pdf' if is_pdf else '.jpg'}"
        kinds = text(N_("PDF (*.pdf)")) if is_pdf else text(N_("Photo (*.jpg)"))
        file = self._desk.choosing.save_file(self, text(N_("Save this paper")), Path(name), kinds)
        if file is not None:
            said = text(N_("Saved: {name}"), name=file.name)
            self._desk.start(
                text(N_("Saving")), lambda _progress: write_atomic(file, content), lambda _done: self._desk.tell(said)
            )


def view(desk: Desk, number: int, parent: QWidget) -> None:
    """Show what is kept under a number, once it was drawn."""

    def show(shown: Shown) -> None:
        dialog = ViewDialog(desk, shown, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    desk.later("money-view", lambda store: load_shown(store, number), show)
