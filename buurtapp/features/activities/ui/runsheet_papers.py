"""The run sheet and the job slips on their way to the printer: shown first, kept once they went out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.errors import BuurtappError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import slug
from buurtapp.features.activities import queries
from buurtapp.features.activities.runsheet import actions, paper
from buurtapp.features.activities.runsheet.records import PaperSheet
from buurtapp.features.group.records import Outgoing
from buurtapp.features.sheets.ui.plain_out import PlainOut, PlainPaper
from buurtapp.features.sheets.ui.sheet_out import SheetOut
from buurtapp.printing.pages import PrintedPages
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, tick
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.page import Picture
from buurtapp.uikit.paper import Paper
from buurtapp.uikit.words import one_line

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store


@dataclass(frozen=True, slots=True)
class Drawn:
    """A run sheet as it would come out of the printer."""

    sheet: PaperSheet
    pages: PrintedPages
    paper: Paper

    @property
    def code(self) -> str:
        """The code on it."""
        return self.sheet.code


class SheetOptions(QWidget):
    """What can be chosen for a run sheet: whether it is to save ink."""

    changed = Signal()

    def __init__(self, *, saving: bool) -> None:
        super().__init__()
        self.form = Form()
        self.form.add(("saving", tick(text(N_("Save ink: no areas of colour")))))
        self.form.set_value("saving", saving)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)
        self.form.committed.connect(lambda _name: self.changed.emit())

    def is_saving(self) -> bool:
        """Return whether it is to save ink."""
        return bool(self.form.value("saving"))


def print_run_sheet(desk: Desk, activity_id: int, parent: QWidget) -> RunSheetOut:
    """Make the run sheet of an activity and show it, ready for the printer; keep it when it went out."""
    out = RunSheetOut(desk, activity_id)
    out.begin(parent)
    return out


def print_job_slips(desk: Desk, activity_id: int, parent: QWidget) -> PlainOut:
    """Make the job slips of an activity and show them, ready for the printer."""
    store = _open(desk)

    def first(_progress: Progress) -> PlainPaper:
        return draw_slips(store, activity_id)

    out = PlainOut(desk, text(N_("Making the job slips")), first)
    out.begin(parent)
    return out


class RunSheetOut(SheetOut[Drawn, SheetOptions]):
    """A run sheet on its way out."""

    def __init__(self, desk: Desk, activity_id: int) -> None:
        super().__init__(desk, text(N_("Making the run sheet")))
        self._activity = activity_id

    def first_work(self) -> Callable[[Progress], Drawn]:
        """Return what draws the jobs that are left."""
        store = _open(self._desk)
        return lambda progress: draw(first_sheet(store, self._activity), progress)

    def options_for(self, drawn: Drawn) -> SheetOptions:
        """Return what can be chosen."""
        return SheetOptions(saving=drawn.sheet.saving)

    def next_work(self, drawn: Drawn, options: SheetOptions) -> Callable[[Progress], Drawn] | None:
        """Return what draws what is chosen now. A code belongs to one paper: what went out gets another code."""
        saving = options.is_saving()
        if saving == drawn.sheet.saving:
            return None
        store, before, kept = _open(self._desk), drawn.sheet, self.is_kept(drawn)

        def work(progress: Progress) -> Drawn:
            sheet = first_sheet(store, self._activity) if kept else before
            return draw(replace(sheet, saving=saving), progress)

        return work

    def keep(self, drawn: Drawn) -> None:
        """Keep the jobs as they were printed. Where the paper went was told already; that it is kept needs no word."""
        sheet, pages = drawn.sheet, drawn.pages
        if pages.layout is not None:
            label = actions.printed_label(sheet.title)
            doing = self._desk.do(label, actions.keep_run_sheet, self._activity, sheet, pages.layout, pages.pdf)
            doing.quiet()

    def outgoing(self, drawn: Drawn, copies: int) -> Outgoing:
        """Return what the log of prints is to know."""
        sheet = drawn.sheet
        return Outgoing("run-sheet", sheet.code, drawn.pages.pages, copies, len(sheet.phones), ("name", "phone"))


def _open(desk: Desk) -> Store:
    store = desk.store
    assert store is not None, "a run sheet is printed from a file that is open"
    return store


def first_sheet(store: Store, activity_id: int) -> PaperSheet:
    """Return what stands on a new run sheet."""
    return store.read(paper.compose, activity_id, store.clock.today())


def draw(sheet: PaperSheet, progress: Callable[[int, int], None] | None = None) -> Drawn:
    """Return the run sheet as it comes out of the printer; takes a moment, so away from the screen."""
    from buurtapp.features.activities.runsheet.printouts.run_sheet import run_sheet  # noqa: PLC0415 - loads what draws

    pages = run_sheet(sheet, progress)
    title = text(N_("Run sheet of {title}"), title=one_line(sheet.title)[:200])
    return Drawn(sheet, pages, _paper(title, text(N_("Run sheet")), sheet, pages))


def draw_slips(store: Store, activity_id: int) -> PlainPaper:
    """Return the job slips as they come out of the printer."""
    from buurtapp.features.activities.runsheet.printouts.job_slips import job_slips  # noqa: PLC0415 - loads what draws

    sheet = first_sheet(store, activity_id)
    pages = job_slips(sheet)
    title = text(N_("Job slips of {title}"), title=one_line(sheet.title)[:200])
    outgoing = Outgoing("job-slips", "", pages.pages, 1, len(sheet.phones), ("name", "phone"))
    return PlainPaper(_paper(title, text(N_("Job slips")), sheet, pages), outgoing)


def _paper(title: Text, name: Text, sheet: PaperSheet, pages: PrintedPages) -> Paper:
    from buurtapp.printing.render import page_pixels, page_sizes_mm  # noqa: PLC0415 - only when something is printed

    parts = (slug(name.render()), slug(sheet.title), f"{sheet.starts_at:%Y-%m-%d}")
    file_name = "-".join(part for part in parts if part) + ".pdf"
    return Paper(title, pages.pdf, page_sizes_mm(pages.pdf), page_pixels, file_name, data_on(sheet), pages.warnings)


def data_on(sheet: PaperSheet) -> Text:
    """Return what is told about people on this paper."""
    if sheet.phones:
        return text(N_("On this paper stand: who does which job, and the phone of who may be called."))
    return text(N_("On this paper stand: who does which job. No phone, no address."))


def pictures(desk: Desk, page: QWidget) -> list[Picture]:
    """Return the printing of a run sheet, of the next activity of the file."""
    return [Picture("20-draaiboek-afdrukken", lambda: _picture(desk, page))]


def _picture(desk: Desk, page: QWidget) -> QWidget | None:
    soon = desk.read(queries.upcoming, local(desk.clock.now()), 1) or desk.read(queries.listed)[-1:]
    if not soon:
        return None
    out = RunSheetOut(desk, soon[0].id)
    try:
        drawn = draw(first_sheet(_open(desk), soon[0].id))
    except BuurtappError as error:
        desk.tell_error(error)
        return None
    return out.show_first(drawn, page)
