"""The states of typing a form over that are worth looking at. Nothing is saved for them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.forms import FORM
from buurtapp.features.people.queries import listing
from buurtapp.features.sheets.forms import queries
from buurtapp.features.sheets.forms.records import FormBox, FormInHand, FormsWanted
from buurtapp.features.sheets.forms.ui.form_card import FormCard
from buurtapp.features.sheets.forms.ui.form_paper import FormPaper
from buurtapp.features.sheets.records import FrozenRow, SheetInfo
from buurtapp.printing.codes import human_code
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture

_TEXTS = {
    "p1.given": "Amina",
    "p1.infix": "el",
    "p1.family": "Idrissi",
    "p1.street": "Klaverstraat",
    "p1.number": "12",
    "p1.phone": "06 0000 0105",
    "p1.languages": "Nederlands, Arabisch",
}
_YES = frozenset({"p1.contact.phone", "p1.word.1", "p1.consent.phone.yes", "p1.consent.letter.yes"})
_SERIALS = 20


class FormScreen(Protocol):
    """The screen, as far as its pictures need it."""

    desk: Desk
    paper: FormPaper
    card: FormCard

    def show_form(self, hand: FormInHand) -> None:
        """Show a form."""

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""


def pictures(view: FormScreen) -> list[Picture]:
    """Return the states, with a blank form as it could have been printed today."""
    return [
        Picture("17-formulier-invoeren", lambda: _half(view)),
        Picture("17-formulier-invoeren-bekend", lambda: _known(view)),
        Picture("17-formulier-invoeren-fout", lambda: _wrong(view)),
        Picture("17-formulier-invoeren-leeg", lambda: _empty(view)),
    ]


def _show(view: FormScreen) -> FormInHand:
    from buurtapp.features.people.printouts.form import draw_forms  # noqa: PLC0415 - loads what draws

    (form,) = view.desk.read(queries.compose, FormsWanted(copies=1), view.desk.clock.today())
    layout = draw_forms([form]).layouts[0]
    boxes = tuple(FormBox(box.id, box.shape, box.meaning) for box in layout.pages[0].boxes)
    rows = tuple(FrozenRow(at, 1, None, "") for at in range(1, _SERIALS + 1))
    sheet = SheetInfo(0, human_code("7K3Q2"), FORM, 0, "", view.desk.clock.now(), 1, None, rows)
    texts = {str(one.purpose): one.text for one in form.consents}
    hand = FormInHand(sheet, 4, _SERIALS, frozenset({1, 2, 3}), boxes, texts, None, form.whom.door)
    view.show_form(hand)
    view.focus_first()
    return hand


def _empty(view: FormScreen) -> None:
    _show(view)


def _half(view: FormScreen) -> None:
    hand = _show(view)
    view.paper.show_form(hand, _TEXTS, _YES)
    if len(view.paper.questions) > 4:
        question = view.paper.questions[4]
        question.setFocus()
        key = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "n")
        QApplication.sendEvent(question, key)


def _known(view: FormScreen) -> None:
    _half(view)
    people = view.desk.read(listing.listed, most=1)
    rows = view.desk.read(listing.rows, [person.id for person in people])
    view.card.show_alike(rows[0] if rows else None)


def _wrong(view: FormScreen) -> None:
    hand = _show(view)
    view.paper.show_form(hand, {**_TEXTS, "p1.number": "twaalf"}, _YES)
    wrong = text(N_("“{value}” is not a house number. Write it like this: 12 a."), value="twaalf")
    view.paper.show_problems([DraftProblem("number", wrong)])
