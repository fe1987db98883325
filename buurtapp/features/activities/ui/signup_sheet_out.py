"""Printing a sign-up sheet: shown first, with what can be chosen beside it; kept once it went out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import slug
from buurtapp.features.activities.actions import print_signup
from buurtapp.features.activities.records import SignupSheet
from buurtapp.features.group.records import Outgoing
from buurtapp.features.sheets.ui.sheet_out import SheetOut
from buurtapp.printing.pages import PrintedPages
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, number_field, tick
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.paper import Paper
from buurtapp.uikit.words import one_line

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_WAIT_MS = 250


@dataclass(frozen=True, slots=True)
class DrawnSignup:
    """A sign-up sheet as it would come out of the printer."""

    sheet: SignupSheet
    pages: PrintedPages
    paper: Paper
    with_names: bool

    @property
    def code(self) -> str:
        """The code on it."""
        return self.sheet.code


class SignupOptions(QWidget):
    """What can be chosen: how many lines, and whether first names stand on it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form()
        self.form.add(("lines", number_field(text(N_("Lines to write on")), 1, print_signup.MOST_LINES)))
        self.form.add(("names", tick(text(N_("With first names")))))
        self.form.set_value("lines", print_signup.USUAL_LINES)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)
        # Numbers count up one by one with the arrows: draw once they have come to rest.
        self._rest = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._rest.timeout.connect(self.changed)
        self.form.committed.connect(lambda _name: self._rest.start())
        spin = self.form.field("lines").input
        assert isinstance(spin, QSpinBox)
        spin.valueChanged.connect(lambda _value: self._rest.start())

    def chosen(self) -> tuple[int, bool]:
        """Return how many lines, and whether with names."""
        return int(str(self.form.value("lines"))), bool(self.form.value("names"))


class SignupOut(SheetOut[DrawnSignup, SignupOptions]):
    """A sign-up sheet on its way out."""

    def __init__(self, desk: Desk, activity_id: int) -> None:
        super().__init__(desk, text(N_("Making the sign-up sheet")))
        self._activity = activity_id

    def first_work(self) -> Callable[[Progress], DrawnSignup]:
        """Return what draws the sheet without names."""
        store = self._store()
        return lambda _progress: draw_signup(store, self._activity, print_signup.USUAL_LINES, with_names=False)

    def options_for(self, drawn: DrawnSignup) -> SignupOptions:  # noqa: ARG002 - the shape of every paper
        """Return what can be chosen."""
        return SignupOptions()

    def next_work(self, drawn: DrawnSignup, options: SignupOptions) -> Callable[[Progress], DrawnSignup] | None:
        """Return what draws what is chosen now. A code belongs to one paper: what went out gets another code."""
        lines, with_names = options.chosen()
        if (lines, with_names) == (drawn.sheet.lines, drawn.with_names):
            return None
        store, code = self._store(), "" if self.is_kept(drawn) else drawn.code
        return lambda _progress: draw_signup(store, self._activity, lines, with_names=with_names, code=code)

    def keep(self, drawn: DrawnSignup) -> None:
        """Keep the lines as they were printed."""
        sheet, pages = drawn.sheet, drawn.pages
        if pages.layout is not None:
            said = print_signup.printed_label(sheet.title)
            self._desk.do(said, print_signup.keep_signup_sheet, self._activity, sheet, pages.layout, pages.pdf).quiet()

    def outgoing(self, drawn: DrawnSignup, copies: int) -> Outgoing:
        """Return what the log of prints is to know."""
        names = len(drawn.sheet.first_names)
        fields = ("name",) if names else ()
        return Outgoing("sign-up-sheet", drawn.code, drawn.pages.pages, copies, names, fields)

    def _store(self) -> Store:
        store = self._desk.store
        assert store is not None, "a sheet is printed from a file that is open"
        return store


def draw_signup(store: Store, activity_id: int, lines: int, *, with_names: bool, code: str = "") -> DrawnSignup:
    """Return the sheet as it comes out of the printer; takes a moment, so away from the screen."""
    from buurtapp.features.activities.printouts.signup_sheet import signup_sheet  # noqa: PLC0415 - loads what draws
    from buurtapp.printing.render import page_pixels, page_sizes_mm  # noqa: PLC0415 - only when something is printed

    today = store.clock.today()
    sheet = store.read(print_signup.compose_signup_sheet, activity_id, today, lines=lines, with_names=with_names)
    sheet = replace(sheet, code=code or sheet.code)
    pages = signup_sheet(sheet)
    title = text(N_("Sign-up sheet of {title}"), title=one_line(sheet.title)[:200])
    name = "-".join(filter(None, (slug(text(N_("Sign-up sheet")).render()), slug(sheet.title))))
    paper = Paper(title, pages.pdf, page_sizes_mm(pages.pdf), page_pixels, f"{name}.pdf", _told(sheet), pages.warnings)
    return DrawnSignup(sheet, pages, paper, with_names)


def _told(sheet: SignupSheet) -> Text:
    if sheet.first_names:
        return text(N_("On this paper stand: first names of who may be told of. No address, no phone."))
    return text(N_("No names stand on this paper. Whoever writes on it shows their number to the next one."))
