"""The states of reading a list back that are worth looking at. Nothing is saved for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from buurtapp.core.clock import local
from buurtapp.features.activities import queries, rules
from buurtapp.features.activities.attendance.records import SheetShape
from buurtapp.features.activities.records import SheetAnswers, WalkIn
from buurtapp.features.activities.ui.sheet_card import SheetCard
from buurtapp.features.activities.ui.sheet_code import CodeBar
from buurtapp.features.activities.ui.sheet_paper import Paper
from buurtapp.features.activities.ui.sheet_state import SheetState
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.records import FrozenRow, SheetInfo
from buurtapp.printing.codes import human_code
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture

_BLANK = 4


class SheetScreen(Protocol):
    """The screen, as far as its pictures need it."""

    desk: Desk
    state: SheetState | None
    code: CodeBar
    paper: Paper
    card: SheetCard

    def show_sheet(self, sheet: SheetInfo, known: SheetAnswers, shape: SheetShape | None = None) -> None:
        """Show a list, with what is known of it already."""


def pictures(view: SheetScreen) -> list[Picture]:
    """Return the states, with a list of the next activity of the file."""
    return [
        Picture("17-blad-invoeren", lambda: _half(view)),
        Picture("17-blad-invoeren-code", lambda: _begin(view)),
        Picture("17-blad-invoeren-onbekende-code", lambda: _unknown(view)),
        Picture("17-blad-invoeren-naam", lambda: _name(view)),
        Picture("17-blad-invoeren-eerder", lambda: _before(view)),
        Picture("17-blad-invoeren-straten", lambda: _by_street(view)),
    ]


def _sheet(view: SheetScreen) -> SheetInfo | None:
    """Return a list as it could have been printed today."""
    now = view.desk.clock.now()
    soon = view.desk.read(queries.upcoming, local(now), 1) or view.desk.read(queries.listed)[-1:]
    if not soon:
        return None
    people = [row.person for row in view.desk.read(queries.signups, soon[0].id)]
    names = [(one.person_id, f"{one.name} ({one.note})" if one.note else one.name) for one in rules.list_names(people)]
    lines = [*names, *[(None, "")] * _BLANK]
    rows = tuple(FrozenRow(at, 1, person, name) for at, (person, name) in enumerate(lines, 1))
    code = human_code("7K3Q2")
    return SheetInfo(0, code, sheets.ATTENDANCE, soon[0].id, soon[0].title, now, 1, None, rows)


def _begin(view: SheetScreen) -> None:
    if view.state is not None:
        # What a picture typed on a blank line is not work that has to be kept.
        view.card.entry.show_name(None)
        view.state.is_saved = True
    view.code.another_asked.emit()


def _half(view: SheetScreen) -> None:
    _begin(view)
    sheet = _sheet(view)
    if sheet is None:
        return
    view.show_sheet(sheet, SheetAnswers(frozenset()))
    state = view.state
    assert state is not None
    for at in range(min(8, state.names)):
        if at % 3 != 1:
            state.tick(at)
        state.go_on()
    view.card.tallied.emit()
    view.paper.redraw()


def _unknown(view: SheetScreen) -> None:
    _begin(view)
    code = human_code("9ZZZ9")
    view.code.field.setText(code)
    view.code.typed.emit(code, True)  # noqa: FBT003 - a signal's shape


def _name(view: SheetScreen) -> None:
    _half(view)
    state = view.state
    if state is None:
        return
    view.paper.table.clicked_line.emit(state.names)
    view.card.entry.field.setText("van")
    view.card.entry.look_up()


def _before(view: SheetScreen) -> None:
    _begin(view)
    sheet = _sheet(view)
    if sheet is None:
        return
    home = replace(sheet, came_home_at=view.desk.clock.now() - timedelta(days=2))
    ticked = frozenset(row.row for row in sheet.rows if row.person_id is not None and row.row % 4 != 2)
    view.show_sheet(home, SheetAnswers(ticked, (WalkIn("Annie van Loon"),), 2, 1))
    for at in (1, 2):
        view.paper.table.clicked_box.emit(at)


def _by_street(view: SheetScreen) -> None:
    """Show a list in walking order with boxes "photo ok", on which a name cannot be read."""
    _begin(view)
    sheet = _sheet(view)
    if sheet is None:
        return
    doors = {row.person.id: row.person for row in view.desk.read(queries.signups, sheet.subject_id)}
    walked = rules.street_names(sorted(doors.values(), key=lambda one: (one.door.street, one.door.walk_key)))
    lines: list[tuple[int | None, str]] = [(one.person_id, f"{one.name} ({one.note})") for one in walked]
    rows = tuple(FrozenRow(at, 1, *line) for at, line in enumerate([*lines, *[(None, "")] * _BLANK], 1))
    streets = [one.street for one in walked]
    bands = {at: street for at, street in enumerate(streets, 1) if at == 1 or streets[at - 2] != street}
    homes = {at: doors[one.person_id].address_id or 0 for at, one in enumerate(walked, 1)}
    shape = SheetShape(frozenset(row.row for row in rows), bands, homes)
    view.show_sheet(replace(sheet, rows=rows), SheetAnswers(frozenset()), shape)
    state = view.state
    assert state is not None
    for at in range(min(6, state.names)):
        state.tick_photo(at) if at % 2 else state.tick(at)
    state.write(state.names + 1, WalkIn("", unreadable=True))
    # The one below lives in the same house as somebody else.
    view.paper.table.clicked_line.emit(
        next((at for at in range(len(walked)) if len(state.housemates(state.lines[at])) > 1), 0)
    )
