"""The states of the papers that are worth looking at, for pictures and for the check of all screens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QDialog

from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.rules.label_sheets import find_sheet
from buurtapp.features.people.ui.papers import drawing
from buurtapp.features.people.ui.papers.kinds import PaperKind
from buurtapp.features.people.ui.papers.labels_form import LabelsForm
from buurtapp.features.people.ui.papers.way_in import Papers
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture

_STREET = "Klaverstraat"
_SOME = 25


class Shown(Protocol):
    """The page, as far as its papers need it."""

    desk: Desk
    papers: Papers

    def show_place(self, **where: object) -> None:
        """Show a place of the page."""


def pictures(page: Shown) -> list[Picture]:
    """Return the states; each brings the page there by itself."""
    return [
        Picture("03-mensen-etiketten", lambda: _labels(page)),
        Picture("03-mensen-etiketten-eigen", lambda: _own(page, "70")),
        Picture("03-mensen-etiketten-onmogelijk", lambda: _own(page, "95")),
        Picture("03-mensen-brief", lambda: _open(page, "letter", (*_street(page)[:2], *_nobody(page)[:1]))),
        Picture("03-mensen-brief-niemand", lambda: _open(page, "letter", _nobody(page))),
        Picture("03-mensen-brief-fout", lambda: _wrong(page)),
        Picture("03-mensen-lijst-drukken", lambda: _open(page, "list", _everybody(page))),
        Picture("03-mensen-badges", lambda: _badges(page)),
        Picture("03-mensen-enveloppen", lambda: _open(page, "envelopes", _street(page))),
        Picture("03-mensen-etiketten-afdrukken", lambda: _dialog(page)),
    ]


def _open(page: Shown, kind: PaperKind, people: Sequence[int]) -> None:
    page.show_place(paper=kind, people=people)


def _street(page: Shown) -> list[int]:
    return page.desk.read(listing.ids_in_street, _STREET) or _everybody(page)[:_SOME]


def _everybody(page: Shown) -> list[int]:
    return [person.id for person in page.desk.read(listing.listed)]


def _nobody(page: Shown) -> list[int]:
    everybody = page.desk.read(cards.cards, _everybody(page)[: _SOME * 10])
    return [card.id for card in everybody if card.do_not_approach][:5] or _everybody(page)[:1]


def _labels(page: Shown) -> None:
    _open(page, "labels", _street(page))
    form = page.papers.view().parts.form("labels")
    if isinstance(form, LabelsForm):
        form.choose_commonest()
        form.begin_at(5)


def _own(page: Shown, width: str) -> None:
    _open(page, "labels", _street(page))
    form = page.papers.view().parts.form("labels")
    if isinstance(form, LabelsForm):
        form.own.show_sheet(find_sheet("3474"))
        form.own.form.set_value("width_mm", width)
        form.choose_own()


def _wrong(page: Shown) -> None:
    _open(page, "letter", _street(page))
    form = page.papers.view().parts.form("letter").form
    form.set_value("body", "Beste {voornaam},\n\nTot woensdag.")
    form.edited.emit("body")


def _badges(page: Shown) -> None:
    _open(page, "badges", _everybody(page)[:_SOME])
    form = page.papers.view().parts.form("badges").form
    form.set_value("role", "Vrijwilliger")
    form.set_value("details", True)  # noqa: FBT003 - Qt's shape
    form.edited.emit("role")


def _dialog(page: Shown) -> QDialog | None:
    _labels(page)
    view = page.papers.view()
    store = page.desk.store
    if store is None:
        return None
    source = drawing.read_source(store, _street(page), page.desk.clock.today())
    return view.out.show_dialog(drawing.draw(view.parts.form("labels").choice(), source))
