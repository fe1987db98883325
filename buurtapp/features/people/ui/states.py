"""The states of the workspace People that are worth looking at, for pictures and for the check of all screens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import LooseEndRow
from buurtapp.features.people.ui.column_choice import Layout
from buurtapp.features.people.ui.columns_dialog import ColumnsDialog
from buurtapp.features.people.ui.doubles_states import show_apart, show_none, show_some
from buurtapp.features.people.ui.papers.pictures import pictures as pictures_of_papers
from buurtapp.features.people.ui.streets.pictures import pictures as pictures_of_streets
from buurtapp.uikit.page import Picture

if TYPE_CHECKING:
    from buurtapp.features.people.ui.bulk_bar import BulkBar
    from buurtapp.features.people.ui.doubles_way_in import Doubles
    from buurtapp.features.people.ui.filters import FilterBar
    from buurtapp.features.people.ui.papers.way_in import Papers
    from buurtapp.features.people.ui.people_list import PeopleList
    from buurtapp.features.people.ui.side_panel import SidePanel
    from buurtapp.features.people.ui.streets.way_in import Streets
    from buurtapp.uikit.desk import Desk

_STREET = "Klaverstraat"
_SOMEBODY = "van 't hek"
_NO_EMAIL = "toos.example"


class Shown(Protocol):
    """The page, as far as its states need it."""

    desk: Desk
    list: PeopleList
    panel: SidePanel
    filters: FilterBar
    bulk: BulkBar
    doubles: Doubles
    streets: Streets
    papers: Papers

    def show_place(self, **where: object) -> None:
        """Show a place of the page."""

    def refresh(self) -> None:
        """Show what is true now."""

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""

    def new(self) -> None:
        """Add somebody."""

    def search(self) -> None:
        """Put the keyboard in the search field."""

    def import_view(self) -> QWidget | None:
        """Return where lists are read."""


def states(page: Shown) -> list[Picture]:
    """Return the states of this page; each brings the page there by itself."""
    shows: tuple[tuple[str, Callable[[Shown], object]], ...] = (
        ("03-mensen", _with_choice),
        ("03-mensen-zoeken", lambda page: page.show_place(search="meer")),
        ("03-mensen-niemand", lambda page: page.show_place(search="xyz")),
        ("03-mensen-op-naam", _by_name),
        ("03-mensen-kern", _core),
        ("03-mensen-sorteren", _by_last),
        ("03-mensen-kolommen", _columns),
        ("03-mensen-meer-kolommen", _more_columns),
        ("03-mensen-filters", _filters),
        ("03-mensen-filter-niemand", _filtered_away),
        ("03-mensen-dichtgeklapt", _folded),
        ("03-mensen-label", _give_label),
        ("03-mensen-gevraagd", _ask_consent),
        ("03-mensen-wijzig", _edit),
        ("03-mensen-wijzig-fout", _edit_wrong),
        ("03-mensen-wijzig-meer", _edit_more),
        ("03-mensen-ter-plekke", _in_place),
        ("03-mensen-toestemming", _consent),
        ("03-mensen-toevoegen", lambda page: page.new()),
        ("03-mensen-bestaat-al", _double),
        ("03-mensen-straat", lambda page: page.panel.add_street()),
        ("03-mensen-uitzoeken", _loose_ends),
        ("03-mensen-dubbele", lambda page: show_some(page.doubles)),
        ("03-mensen-dubbele-twee", lambda page: show_apart(page.doubles)),
        ("03-mensen-dubbele-geen", lambda page: show_none(page.doubles)),
        ("03-mensen-betrokken", partial(_ask, "involvement")),
        ("03-mensen-notitie", partial(_ask, "history")),
        ("03-mensen-leeg", _empty),
    )
    made = [Picture(name, partial(_at, page, show)) for name, show in shows]
    return [*made, *pictures_of_streets(page), *pictures_of_papers(page), *_of_import(page)]


def _of_import(page: Shown) -> list[Picture]:
    page.show_place(importing=True)
    view = page.import_view()
    made = getattr(view, "pictures", None)
    found: list[Picture] = list(made()) if callable(made) else []

    def at(picture: Picture) -> QWidget | None:
        page.show_place(importing=True)
        return picture.show()

    page.show_place(search="")
    return [Picture(picture.name, partial(at, picture)) for picture in found]


def _at(page: Shown, show: Callable[[Shown], object]) -> QDialog | None:
    """Bring the page to where it is when it opens, and on from there; return the dialog that is to be seen, if any."""
    for dialog in page.list.findChildren(ColumnsDialog):
        dialog.close()
    page.list.table.rearranged.emit(Layout())
    page.list.unfold()
    page.show_place(search="")
    page.list.model.clear_ticks()
    page.panel.view.reach.leave()
    page.panel.add().cancel.click()
    page.filters.cleared.emit()
    page.filters.ordered.emit("place")
    page.refresh()
    page.focus_first()
    shown = show(page)
    return shown if isinstance(shown, QDialog) else None


def _person(page: Shown) -> int:
    found = page.desk.read(listing.find_ids, _SOMEBODY, 1) or page.desk.read(listing.find_ids, "", 1)
    return found[0] if found else 0


def _with_choice(page: Shown) -> None:
    somebody = _person(page)
    page.show_place(person=somebody)
    for number in page.desk.read(listing.ids_in_street, _STREET)[:9:4]:
        row = page.list.model.row_of(number)
        if row >= 0:
            page.list.model.tick_rows([row], on=True)
    row = page.list.model.row_of(somebody)
    if row >= 0:
        page.list.model.tick_rows([row], on=True)
        page.list.table.scrollTo(page.list.model.index(max(row - 8, 0), 0), page.list.table.ScrollHint.PositionAtTop)
    page.focus_first()


def _empty(page: Shown) -> None:
    page.list.show_empty()
    page.filters.show_counts(0, (), 0)
    page.panel.show_person(None)


def _by_name(page: Shown) -> None:
    page.filters.ordered.emit("name")


def _by_last(page: Shown) -> None:
    page.list.table.asked_order.emit("last", True)  # noqa: FBT003 - a signal's shape


def _columns(page: Shown) -> ColumnsDialog:
    return page.list.choose_columns()


def _more_columns(page: Shown) -> None:
    shown = ("door", "name", "step", "email", "postcode", "relation", "consent_letter", "phone")
    page.list.table.rearranged.emit(Layout().with_shown(shown))


def _filters(page: Shown) -> None:
    page.filters.also.emit("no_phone")
    page.filters.also.emit("consent:letter:given")


def _filtered_away(page: Shown) -> None:
    page.filters.also.emit("consent:photo:withdrawn")
    page.show_place(search="xyz")


def _folded(page: Shown) -> None:
    for row in (0, 1, 3):
        if page.list.model.group(row) is not None:
            page.list.table.asked_fold.emit(row)


def _core(page: Shown) -> None:
    page.filters.stepped.emit("core")


def _give_label(page: Shown) -> None:
    _with_choice(page)
    page.search()
    page.bulk.ask_label(gives=True)


def _ask_consent(page: Shown) -> QDialog:
    _with_choice(page)
    return page.bulk.ask_consent()


def _edit(page: Shown) -> None:
    somebody = _person(page)
    page.show_place(person=somebody)
    page.panel.edit(somebody)


def _consent(page: Shown) -> None:
    page.show_place(person=_person(page))
    page.panel.view.consents.ask("email")


def _ask(panel: str, page: Shown) -> None:
    """Open what a panel below the person asks, where that panel is there."""
    page.show_place(person=_person(page))
    for found in page.panel.view.findChildren(QWidget, panel):
        ask = getattr(found, "ask", None)
        if callable(ask):
            ask()


def _edit_wrong(page: Shown) -> None:
    somebody = _person(page)
    page.show_place(person=somebody)
    page.panel.edit(somebody)
    form = page.panel.edit_page().form
    for name, value in (("postcode", "99 ZZ"), ("labels", "soep, diabetes")):
        form.set_value(name, value)
        form.edited.emit(name)
    form.committed.emit("postcode")
    form.field("postcode").input.setFocus()


def _edit_more(page: Shown) -> None:
    somebody = _person(page)
    page.show_place(person=somebody)
    page.panel.edit(somebody)
    edit = page.panel.edit_page()
    edit.form.show_more(on=True)
    for name, value in (("languages", "Turks, Nederlands"), ("skills", "hulp met de rolstoel"), ("birth_year", "62")):
        edit.form.set_value(name, value)
        edit.form.edited.emit(name)
    edit.form.committed.emit("birth_year")
    edit.form.field("member_from").input.setFocus()
    QTimer.singleShot(0, edit, lambda: edit.show_in_view(edit.form.field("member_until")))


def _in_place(page: Shown) -> None:
    page.show_place(person=_person(page))
    reach = page.panel.view.reach
    reach.emails[0].begin()
    field = reach.emails[0].field.input
    if isinstance(field, QLineEdit):
        field.setText(_NO_EMAIL)
    reach.emails[0].finish()


def _double(page: Shown) -> None:
    form = page.panel.add().form
    page.new()
    for name, value in (("name", "Toos van 't Hek"), ("street", _STREET), ("number", "11")):
        form.set_value(name, value)
        form.edited.emit(name)


def _loose_ends(page: Shown) -> None:
    page.filters.asked_loose_ends.emit()
    page.panel.show_loose_ends().show_rows(
        [
            LooseEndRow(1, "buren.xlsx", 12, "Telefoon", "phone_unreadable", "via Ria, staat in de app"),
            LooseEndRow(2, "buren.xlsx", 31, "Adres", "address_no_number", "Klaverstraat"),
            LooseEndRow(3, "buren.xlsx", 40, "", "no_person", "Sleutel van de zaal ligt bij de beheerder"),
        ]
    )
