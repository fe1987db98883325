"""The states of the screen of streets that are worth looking at, for pictures and for the check of all screens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from buurtapp.features.people.queries import streets as queries
from buurtapp.features.people.ui.streets.view import Shown, StreetsView
from buurtapp.features.people.ui.streets.way_in import Streets
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture


class Page(Protocol):
    """The page, as far as its streets need it."""

    desk: Desk
    streets: Streets

    def show_place(self, **where: object) -> None:
        """Show a place of the page."""


def pictures(page: Page) -> list[Picture]:
    """Return the states; each brings the page there by itself."""
    shows: tuple[tuple[str, Callable[[StreetsView], object]], ...] = (
        ("03-mensen-straten", lambda _view: None),
        ("03-mensen-straten-samen", _same_street),
        ("03-mensen-straten-deur", _door),
        ("03-mensen-straten-toevoegen", _add),
        ("03-mensen-straten-gebieden", lambda view: view.show_areas()),
        ("03-mensen-straten-leeg", _empty),
    )
    return [Picture(name, partial(_at, page, show)) for name, show in shows]


def _at(page: Page, show: Callable[[StreetsView], object]) -> None:
    page.show_place(streets=True)
    view = page.streets.view()
    rows = page.desk.read(queries.streets)
    row = next((row for row in rows if row.people), None)
    if row is not None:
        view.show_street(row.id)
        view.show_all(
            Shown(rows, page.desk.read(queries.areas), row, page.desk.read(queries.doors, row.id)),
        )
    show(view)


def _empty(view: StreetsView) -> None:
    # The answer to what was asked when the screen opened may still come: the newest question counts.
    view.desk.later("streets_view", lambda _store: Shown((), (), None, ()), view.show_all)


def _same_street(view: StreetsView) -> None:
    rows = view.desk.read(queries.streets)
    if len(rows) > 1:
        view.street.form.set_value("name", rows[1].name)
        view.street.form.committed.emit("name")


def _door(view: StreetsView) -> None:
    doors = list(view.street.table.doors.records())
    lived = next((door for door in doors if door.people), doors[0] if doors else None)
    if lived is not None:
        view.show_door(lived.id)
        view.door.form.set_value("number", "14 t/m 18")
        view.door.form.committed.emit("number")
        if lived.people:
            view.door.delete.click()


def _add(view: StreetsView) -> None:
    rows = view.desk.read(queries.streets)
    view.add_doors(rows[0].name if rows else "")
    view.add.form.set_value("numbers", "1-155 oneven")
    view.add.form.edited.emit("numbers")
