"""Printing an attendance list: shown first, with what can be chosen beside it; kept once it went out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.errors import BuurtappError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import slug
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import print_list
from buurtapp.features.activities.records import AttendanceSheet, ListColumn, ListOrder
from buurtapp.features.group.records import Outgoing
from buurtapp.features.sheets.ui.sheet_out import SheetOut
from buurtapp.printing.pages import PrintedPages
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, choice, number_field, tick
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.page import Picture
from buurtapp.uikit.paper import Paper
from buurtapp.uikit.words import one_line

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

USUAL_LINES, LINES_WITHOUT_NAMES, MOST_LINES = 4, 20, 200
_WAIT_MS = 250


@dataclass(frozen=True, slots=True)
class Drawn:
    """A list as it would come out of the printer: what stands on it, the pages, and their sizes."""

    sheet: AttendanceSheet
    pages: PrintedPages
    paper: Paper

    @property
    def code(self) -> str:
        """The code on the list."""
        return self.sheet.code


class ListOptions(QWidget):
    """What can be chosen for a list: its order, what people fill in beside their name, and how many blank lines."""

    changed = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.form = Form()
        columns = (
            ("", text(N_("Only the names"))),
            ("signature", text(N_("A signature"))),
            ("phone", text(N_("Phone and a remark"))),
        )
        orders = (("name", text(N_("By name"))), ("street", text(N_("Street by street, as you walk"))))
        self.form.add(("column", choice(text(N_("Beside the names")), columns)))
        self.form.add(("order", choice(text(N_("Order")), orders)))
        self.form.add(("photo", tick(text(N_("Box “photo ok”")))))
        self.form.add(("big", tick(text(N_("Large letters")))))
        self.form.add(("lines", number_field(text(N_("Blank lines for others")), 0, MOST_LINES)))
        self.form.set_value("lines", lines)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)
        # Numbers count up one by one with the arrows: draw once they have come to rest. A choice is drawn at once:
        # whoever presses "Print" right after it wants it on the paper.
        self._rest = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._rest.timeout.connect(self.changed)
        self.form.committed.connect(lambda name: self._rest.start() if name == "lines" else self.changed.emit())
        spin = self.form.field("lines").input
        assert isinstance(spin, QSpinBox)
        spin.valueChanged.connect(lambda _value: self._rest.start())

    def column(self) -> ListColumn:
        """Return what stands beside the names."""
        return cast("ListColumn", self.form.value("column"))

    def lines(self) -> int:
        """Return how many blank lines there are."""
        return int(str(self.form.value("lines")))

    def order(self) -> ListOrder:
        """Return in which order the names stand."""
        return cast("ListOrder", self.form.value("order"))

    def is_on(self, name: str) -> bool:
        """Return whether "photo" or "big" is ticked."""
        return bool(self.form.value(name))

    def chosen_for(self, sheet: AttendanceSheet) -> AttendanceSheet:
        """Return a list as it is chosen now; its names are those it had, in the order it had."""
        return replace(
            sheet,
            column=self.column(),
            walk_in_lines=self.lines(),
            photo=self.is_on("photo"),
            is_big=self.is_on("big"),
            order=self.order(),
        )


def print_attendance(desk: Desk, activity_id: int, parent: QWidget) -> ListOut:
    """Make the attendance list of an activity and show it, ready for the printer; keep it when it went out."""
    out = ListOut(desk, activity_id)
    out.begin(parent)
    return out


class ListOut(SheetOut[Drawn, ListOptions]):
    """An attendance list on its way out."""

    def __init__(self, desk: Desk, activity_id: int) -> None:
        super().__init__(desk, text(N_("Making the attendance list")))
        self._activity = activity_id

    def first_work(self) -> Callable[[Progress], Drawn]:
        """Return what draws who signed up."""
        store = _open(self._desk)
        return lambda progress: draw(first_sheet(store, self._activity), progress)

    def options_for(self, drawn: Drawn) -> ListOptions:
        """Return what can be chosen."""
        return ListOptions(drawn.sheet.walk_in_lines)

    def next_work(self, drawn: Drawn, options: ListOptions) -> Callable[[Progress], Drawn] | None:
        """Return what draws what is chosen now. A code belongs to one paper: what went out gets another code."""
        wanted = options.chosen_for(drawn.sheet)
        if wanted == drawn.sheet:
            return None
        store, is_kept, is_moved = _open(self._desk), self.is_kept(drawn), wanted.order != drawn.sheet.order

        def work(progress: Progress) -> Drawn:
            sheet = wanted
            if is_kept:
                sheet = replace(sheet, code=first_sheet(store, self._activity).code)
            if is_kept or is_moved:
                sheet = replace(sheet, names=store.read(print_list.names_in_order, self._activity, sheet.order))
            return draw(sheet, progress)

        return work

    def keep(self, drawn: Drawn) -> None:
        """Keep the rows as they were printed. Where the paper went was told already; that it is kept needs no word."""
        sheet, pages = drawn.sheet, drawn.pages
        if pages.layout is not None:
            said = print_list.printed_label(sheet.title)
            self._desk.do(said, print_list.keep_list, self._activity, sheet, pages.layout, pages.pdf).quiet()

    def outgoing(self, drawn: Drawn, copies: int) -> Outgoing:
        """Return what the log of prints is to know."""
        sheet = drawn.sheet
        return Outgoing("attendance", sheet.code, drawn.pages.pages, copies, len(sheet.names), sheet.fields)


def _open(desk: Desk) -> Store:
    store = desk.store
    assert store is not None, "a list is printed from a file that is open"
    return store


def first_sheet(store: Store, activity_id: int) -> AttendanceSheet:
    """Return what stands on a new list: who signed up, and blank lines; more of those when nobody signed up."""
    sheet = store.read(print_list.compose_list, activity_id, store.clock.today(), walk_in_lines=USUAL_LINES)
    return sheet if sheet.names else replace(sheet, walk_in_lines=LINES_WITHOUT_NAMES)


def draw(sheet: AttendanceSheet, progress: Callable[[int, int], None] | None = None) -> Drawn:
    """Return the list as it comes out of the printer; takes a moment, so away from the screen."""
    from buurtapp.features.activities.printouts.attendance_list import attendance_list  # noqa: PLC0415 - loads what draws
    from buurtapp.printing.render import page_pixels, page_sizes_mm  # noqa: PLC0415 - only when something is printed

    pages = attendance_list(sheet, progress)
    title = text(N_("Attendance list of {title}"), title=one_line(sheet.title)[:200])
    paper = Paper(
        title, pages.pdf, page_sizes_mm(pages.pdf), page_pixels, file_name(sheet), data_on(sheet), pages.warnings
    )
    return Drawn(sheet, pages, paper)


def file_name(sheet: AttendanceSheet) -> str:
    """Return a name for the file: what it is, of what and when; never the name of a person."""
    parts = (slug(text(N_("Attendance list")).render()), slug(sheet.title), f"{sheet.starts_at:%Y-%m-%d}")
    return "-".join(part for part in parts if part) + ".pdf"


def data_on(sheet: AttendanceSheet) -> Text:
    """Return what is told about people on this paper."""
    if not sheet.names:
        told = text(N_("No names stand on this paper yet."))
    elif sheet.order == "street":
        told = text(N_("On this paper stand: names, streets and house numbers. No phone, no e-mail."))
    elif any(name.note for name in sheet.names):
        told = text(
            N_("On this paper stand: names, and the house number of people with the same name. No phone, no e-mail.")
        )
    else:
        told = text(N_("On this paper stand: names. No address, no phone, no e-mail."))
    if not sheet.contact.strip():
        return told
    return text(
        N_("{told} At the foot stands the contact of the group: {contact}."),
        told=told,
        contact=one_line(sheet.contact)[:120],
    )


def pictures(desk: Desk, page: QWidget) -> list[Picture]:
    """Return the printing of a list, of the next activity of the file."""
    return [Picture("20-aanwezigheidslijst-afdrukken", lambda: _picture(desk, page))]


def _picture(desk: Desk, page: QWidget) -> QWidget | None:
    soon = desk.read(queries.upcoming, local(desk.clock.now()), 1) or desk.read(queries.listed)[-1:]
    if not soon:
        return None
    out = ListOut(desk, soon[0].id)
    try:
        drawn = draw(first_sheet(_open(desk), soon[0].id))
    except BuurtappError as error:
        desk.tell_error(error)
        return None
    return out.show_first(drawn, page)
