"""Printing registration forms: shown first, with what can be chosen beside them; kept once they went out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QWidget

from buurtapp.core.errors import BuurtappError, UserError
from buurtapp.core.i18n import N_, Text, language, plural_text, text, use_language
from buurtapp.core.text import slug
from buurtapp.features.group.records import Outgoing
from buurtapp.features.people.forms import MOST_COPIES, PrintedForms, RegistrationForm
from buurtapp.features.people.names_and_consents import PURPOSES, Purpose
from buurtapp.features.people.queries import cards
from buurtapp.features.people.rules.consent_words import PURPOSE_WORDS
from buurtapp.features.sheets.forms import actions, queries
from buurtapp.features.sheets.forms.records import FormsWanted
from buurtapp.features.sheets.forms.wording import left_out, text_warnings
from buurtapp.features.sheets.ui.sheet_out import SheetOut
from buurtapp.uikit.controls import PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, choice, number_field
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.page import column
from buurtapp.uikit.paper import Paper
from buurtapp.uikit.words import say

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_WAIT_MS = 250
TITLE = text(N_("Registration form"))
_SHOWN_AS = text(N_("A form to join in"))
"""In words that break where letters are large."""


@dataclass(frozen=True, slots=True)
class DrawnForms:
    """Forms as they would come out of the printer."""

    wanted: FormsWanted
    forms: tuple[RegistrationForm, ...]
    printed: PrintedForms
    paper: Paper

    @property
    def code(self) -> str:
        """The code on the first of them."""
        return self.forms[0].code


class FormOptions(QWidget):
    """What can be chosen: the language, how many blank ones, and about what people are asked."""

    changed = Signal()

    def __init__(self, tongue: str, *, is_blank: bool) -> None:
        super().__init__()
        # Numbers count up one by one with the arrows: draw once they have come to rest.
        self._rest = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._rest.timeout.connect(self.changed)
        self.form = Form()
        languages = (("nl", "Nederlands"), ("en", "English"))
        self.form.add(("language", choice(text(N_("Language of the form")), languages)))
        self.form.set_value("language", tongue)
        if is_blank:
            self.form.add(("copies", number_field(text(N_("How many")), 1, MOST_COPIES)))
            self.form.field("copies").set_hint(text(N_("Each gets a number of its own.")))
            self.form.set_value("copies", 1)
        self.form.add_widget(PlainLabel(text(N_("Yes or no to")), size="small", strong=True))
        self.ticks = {purpose: QCheckBox() for purpose in PURPOSES}
        together = QWidget()
        box = column(together, (0, 0, 0, 0), 0)
        for purpose, tick in self.ticks.items():
            tick.setChecked(True)
            tick.toggled.connect(lambda _on: self._rest.start())
            box.addWidget(_Ticked(tick, PURPOSE_WORDS[purpose]))
        self.form.add_widget(together)
        column(self, (0, 0, 0, 0), 0).addWidget(self.form)
        self.form.committed.connect(lambda _name: self._rest.start())
        self._is_blank = is_blank
        if is_blank:
            cast("QSpinBox", self.form.field("copies").input).valueChanged.connect(lambda _value: self._rest.start())

    def wanted(self, before: FormsWanted) -> FormsWanted:
        """Return what is chosen now."""
        copies = int(str(self.form.value("copies"))) if self._is_blank else 1
        purposes: tuple[Purpose, ...] = tuple(one for one, tick in self.ticks.items() if tick.isChecked())
        return replace(before, language=str(self.form.value("language")), copies=copies, purposes=purposes)


class _Ticked(QWidget):
    """A tick with words beside it that break where there is little room; a click on them ticks too."""

    def __init__(self, tick: QCheckBox, words: Text) -> None:
        super().__init__()
        self._tick = tick
        tick.setAccessibleName(say(words))
        label = PlainLabel(words)
        label.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(tick)
        row.addWidget(label, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick it, or not."""
        super().mouseReleaseEvent(event)
        self._tick.toggle()


class FormSheets:
    """Prints forms for the list of people, which cannot keep them itself."""

    def print_forms(self, desk: Desk, people: Sequence[int], parent: QWidget) -> FormsOut:
        """Show the forms of these people, or a blank one when there are none, ready for the printer."""
        out = FormsOut(desk, people)
        out.begin(parent)
        return out


class FormsOut(SheetOut[DrawnForms, FormOptions]):
    """Forms on their way out."""

    def __init__(self, desk: Desk, people: Sequence[int]) -> None:
        super().__init__(desk, text(N_("Making the forms")))
        self._people = tuple(people)

    def first_work(self) -> Callable[[Progress], DrawnForms]:
        """Return what draws the forms in the language of the screen."""
        store, wanted = _open(self._desk), FormsWanted(self._people, language=language())
        return lambda progress: draw(store, wanted, progress)

    def options_for(self, drawn: DrawnForms) -> FormOptions:
        """Return what can be chosen."""
        return FormOptions(drawn.wanted.language, is_blank=not drawn.wanted.people)

    def next_work(self, drawn: DrawnForms, options: FormOptions) -> Callable[[Progress], DrawnForms] | None:
        """Return what draws what is chosen now; every drawing has codes of its own."""
        store, wanted = _open(self._desk), options.wanted(drawn.wanted)
        return None if wanted == drawn.wanted else lambda progress: draw(store, wanted, progress)

    def keep(self, drawn: DrawnForms) -> None:
        """Keep the forms as they were printed. Where they went was told already; that they are kept needs no word."""
        self._desk.do(actions.printed_label(drawn.forms), actions.keep_forms, drawn.forms, drawn.printed).quiet()

    def outgoing(self, drawn: DrawnForms, copies: int) -> Outgoing:
        """Return what the log of prints is to know."""
        people, pages = len(drawn.wanted.people), drawn.printed.pages
        return Outgoing("form", "", pages, copies, people, ("name", "address") if people else ())


def _open(desk: Desk) -> Store:
    store = desk.store
    assert store is not None, "forms are printed from a file that is open"
    return store


def draw(store: Store, wanted: FormsWanted, progress: Progress | None = None) -> DrawnForms:
    """Return the forms as they come out of the printer; takes a moment, so away from the screen.

    Whoever is not to be approached gets none; raises UserError "nobody_to_ask" when nobody is left.
    """
    from buurtapp.features.people.printouts.form import draw_forms  # noqa: PLC0415 - loads what draws
    from buurtapp.printing.render import page_pixels, page_sizes_mm  # noqa: PLC0415 - only when something is printed

    warnings = []
    asked = wanted
    if wanted.people:
        may = tuple(card.id for card in store.read(cards.cards, wanted.people) if not card.do_not_approach)
        if not may:
            raise UserError(
                "nobody_to_ask", text(N_("They do not want to be approached, so there is no form to print for them."))
            )
        if len(may) < len(wanted.people):
            warnings.append(left_out(len(wanted.people) - len(may)))
        asked = replace(wanted, people=may)
    forms = store.read(queries.compose, asked, store.clock.today())
    with use_language(wanted.language):
        printed = draw_forms(forms, progress)
    warnings += [*text_warnings(forms, wanted.language), *printed.warnings]
    paper = Paper(
        _SHOWN_AS, printed.pdf, page_sizes_mm(printed.pdf), page_pixels, _file_name(store), data_on(forms), warnings
    )
    return DrawnForms(wanted, forms, printed, paper)


def _file_name(store: Store) -> str:
    return f"{slug(TITLE.render())}-{store.clock.today():%Y-%m-%d}.pdf"


def data_on(forms: tuple[RegistrationForm, ...]) -> Text:
    """Return what is told about people on these papers."""
    known = sum(not form.is_blank for form in forms)
    if not known:
        return text(N_("No names stand on this paper yet. At its foot is a code, by which it is read back."))
    return plural_text(
        "On this paper stand: the name and address of {count} person, and a code by which it is read back.",
        "On these papers stand: the names and addresses of {count} people, and codes by which they are read back.",
        known,
    )


def picture(desk: Desk, page: QWidget) -> QWidget | None:
    """Return the printing of two blank forms, as it looks at first."""
    store = desk.store
    if store is None:
        return None
    try:
        drawn = draw(store, FormsWanted(copies=2, language=language()))
    except BuurtappError as error:
        desk.tell_error(error)
        return None
    out = FormsOut(desk, ())
    dialog = out.show_first(drawn, page)
    if out.options is not None:
        out.options.form.set_value("copies", 2)
    return dialog
