"""The finished paper on its way out: to the printer, or into a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from buurtapp.core.files import write_atomic
from buurtapp.core.i18n import N_, text
from buurtapp.core.text import slug
from buurtapp.features.group.ui.outgoing import note
from buurtapp.features.people.ui.papers import drawing, wording
from buurtapp.features.people.ui.papers.choices import Choice, Made, Source
from buurtapp.features.people.ui.papers.kinds import NAMES
from buurtapp.features.people.ui.papers.noting import outgoing
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.paper import PDF_FILES, Paper, PrintDialog

_MAKING = text(N_("Making the paper"))


class PaperOut(QObject):
    """Prints and saves. `dialog` is the one that was opened last; `opened` tells of a new one."""

    opened = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.dialog: PrintDialog | None = None

    def print_out(self, choice: Choice, source: Source) -> None:
        """Draw the whole paper and show what will be printed."""
        self._desk.start(
            _MAKING,
            lambda progress: drawing.draw(choice, source, progress),
            lambda made: self._show(made, source),
        )

    def _show(self, made: Made, source: Source) -> None:
        dialog = self.show_dialog(made)
        if dialog is not None:
            dialog.went_out.connect(lambda copies: note(self._desk, outgoing(made, source, copies)))

    def show_dialog(self, made: Made) -> PrintDialog | None:
        """Show what will be printed; None when it could not be made, which the message bar tells."""
        from buurtapp.printing.render import page_pixels  # noqa: PLC0415 - loads what renders

        if made.pages is None:
            if made.error is not None:
                self._desk.tell_error(made.error)
            return None
        paper = Paper(
            NAMES[drawing.kind_of(made.choice)],
            made.pages.pdf,
            made.sizes_mm,
            page_pixels,
            self._file_name(made.choice),
            what=text(N_("{things}. {data}"), things=wording.what_is_on_it(made), data=wording.data_on(made)),
            warnings=(*wording.left_out(made), *made.warnings),
        )
        dialog = PrintDialog(self._desk, paper, self._page)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
        self.opened.emit(dialog)
        return dialog

    def save_pdf(self, choice: Choice, source: Source) -> None:
        """Save what the printer would get."""
        suggested = Path.home() / self._file_name(choice)
        chosen = self._desk.choosing.save_file(self._page, text(N_("Save as PDF")), suggested, PDF_FILES)
        if chosen is None:
            return
        file = chosen if chosen.suffix else chosen.with_name(f"{chosen.name}.pdf")

        def work(progress: Progress) -> Made:
            made = drawing.draw(choice, source, progress)
            if made.error is not None:
                raise made.error
            if made.pages is not None:
                write_atomic(file, made.pages.pdf)
            return made

        def saved(made: Made) -> None:
            self._desk.tell(text(N_("Saved: {name}"), name=file.name))
            note(self._desk, outgoing(made, source))

        self._desk.start(text(N_("Saving {name}"), name=file.name), work, saved)

    def _file_name(self, choice: Choice) -> str:
        return f"{slug(NAMES[drawing.kind_of(choice)].render())}-{self._desk.clock.today():%Y-%m-%d}.pdf"
