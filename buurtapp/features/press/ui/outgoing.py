"""The finished flyer on its way out: to the printer, or into a file; and the line in the log that tells so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from buurtapp.core.files import write_atomic
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.text import slug
from buurtapp.features.press import actions
from buurtapp.features.press.records import Flyer, Printed
from buurtapp.features.press.rules import sheets_needed
from buurtapp.printing.pages import PrintedPages
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.paper import PDF_FILES, Paper, PrintDialog
from buurtapp.uikit.words import one_line

PNG_FILES = text(N_("Picture (*.png)"))
_PICTURE_WIDTH = 1080
"""Pixels: what messaging apps show sharply."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to go out: how many flyers, for which activity on which day."""

    activity: int
    day: date
    flyer: Flyer
    copies: int

    @property
    def sheets(self) -> int:
        """How many sheets of paper that takes."""
        return sheets_needed(self.copies, self.flyer.up)

    def file_name(self, ending: str) -> str:
        """Return a name for a file: "soep-op-woensdag-2026-10-21.pdf"."""
        return f"{slug(self.flyer.text.title) or 'flyer'}-{self.day:%Y-%m-%d}{ending}"


@dataclass(frozen=True, slots=True)
class Finished:
    """A flyer ready for the printer: its pages and the sizes of them in mm."""

    pages: PrintedPages
    sizes_mm: list[tuple[float, float]]


def finish(flyer: Flyer, progress: Progress | None = None) -> Finished:
    """Return the flyer ready for the printer; raises UserError when it cannot be made."""
    from buurtapp.features.press.printouts.table_flyer import draw_flyer  # noqa: PLC0415 - loads what draws
    from buurtapp.printing.render import page_sizes_mm  # noqa: PLC0415 - the same

    pages = draw_flyer(flyer, progress)
    return Finished(pages, page_sizes_mm(pages.pdf))


def paper_words(copies: int, flyer: Flyer) -> Text:
    """Return how many sheets of which paper so many flyers take: "30 sheets of A4"."""
    size = "A4" if flyer.up > 1 else flyer.format
    return plural_text(
        "{count} sheet of {size}", "{count} sheets of {size}", sheets_needed(copies, flyer.up), size=size
    )


def cutting_words(flyer: Flyer) -> Text | None:
    """Return what is to be done with the sheets then; None when nothing is."""
    return text(N_("{up} flyers on a sheet, then cut"), up=flyer.up) if flyer.up > 1 else None


class WayOut(QObject):
    """Prints and saves. `dialog` is the one that was opened last; `opened` tells of a new one."""

    opened = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.dialog: PrintDialog | None = None

    def print_out(self, order: Order) -> None:
        """Draw the flyer and show what will be printed."""
        self._desk.start(
            text(N_("Making the flyer")),
            lambda progress: finish(order.flyer, progress),
            lambda finished: self._show(order, finished),
        )

    def _show(self, order: Order, finished: Finished) -> None:
        self.show_dialog(order, finished)

    def show_dialog(self, order: Order, finished: Finished) -> PrintDialog:
        """Show what will be printed."""
        from buurtapp.printing.render import page_pixels  # noqa: PLC0415 - loads what renders

        sheets, cut = paper_words(order.copies, order.flyer), cutting_words(order.flyer)
        paper = Paper(
            text(N_("Flyer: {title}"), title=one_line(order.flyer.text.title)),
            finished.pages.pdf,
            finished.sizes_mm,
            page_pixels,
            order.file_name(".pdf"),
            what=sheets if cut is None else text(N_("{sheets}: {cut}"), sheets=sheets, cut=cut),
            warnings=finished.pages.warnings,
            copies=order.sheets,
        )
        dialog = PrintDialog(self._desk, paper, self._page)
        dialog.went_out.connect(lambda sheets: self._log(order, sheets))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
        self.opened.emit(dialog)
        return dialog

    def save_pdf(self, order: Order) -> None:
        """Save what the printer would get."""
        self._save(order, text(N_("Save as PDF")), PDF_FILES, ".pdf", _as_pdf)

    def save_picture(self, order: Order) -> None:
        """Save one flyer as a picture to send around."""
        self._save(order, text(N_("Save as picture")), PNG_FILES, ".png", _as_picture)

    def _save(self, order: Order, title: Text, kinds: Text, ending: str, make: Callable[[Flyer], bytes]) -> None:
        suggested = Path.home() / order.file_name(ending)
        chosen = self._desk.choosing.save_file(self._page, title, suggested, kinds)
        if chosen is None:
            return
        file = chosen if chosen.suffix else chosen.with_name(chosen.name + ending)

        def work(_progress: Progress) -> None:
            write_atomic(file, make(order.flyer))

        def saved(_nothing: None) -> None:
            self._desk.tell(text(N_("Saved: {name}"), name=file.name))
            self._log(order, order.sheets)

        self._desk.start(text(N_("Saving {name}"), name=file.name), work, saved)

    def _log(self, order: Order, sheets: int) -> None:
        """Keep in the file that so many sheets went out; where it may only be looked at, it cannot be kept."""
        store = self._desk.store
        if store is None or store.read_only:
            return
        flyer = order.flyer
        copies = order.copies if sheets == order.sheets else sheets * flyer.up
        printed = Printed("flyer", f"{flyer.style} {flyer.format}", copies, sheets)
        self._desk.do(actions.printed_label(flyer.text.title), actions.log_print, order.activity, printed).quiet()


def _as_pdf(flyer: Flyer) -> bytes:
    return finish(flyer).pages.pdf


def _as_picture(flyer: Flyer) -> bytes:
    from buurtapp.printing.render import page_png  # noqa: PLC0415 - loads what renders

    return page_png(finish(replace(flyer, up=1)).pages.pdf, 1, _PICTURE_WIDTH)
