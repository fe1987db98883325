"""The states of the sign-ups of an activity worth looking at."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtWidgets import QStackedWidget, QWidget

from buurtapp.core.errors import UserError
from buurtapp.features.activities import queries
from buurtapp.features.activities.records import SignupDraft, SignupFacts, SignupLine
from buurtapp.features.activities.rows import ActivityRow
from buurtapp.features.activities.ui.activity_view import ActivityView
from buurtapp.features.activities.ui.signup_entry import SignupEntryView
from buurtapp.features.activities.ui.signup_papers import call_list_out
from buurtapp.features.activities.ui.signup_sheet_out import SignupOut
from buurtapp.features.activities.ui.signup_table import Signed
from buurtapp.features.activities.ui.signups_tab import SignupsTab
from buurtapp.features.sheets.records import FrozenRow, SheetInfo
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture


class Shows(Protocol):
    """What the page can show."""

    desk: Desk
    activity: ActivityView
    stack: QStackedWidget

    def show_activity(self, number: int, tab: str = "") -> None:
        """Show an activity."""


def of_activity(page: Shows, row: ActivityRow) -> list[Picture]:
    """Return a new neighbour, a waiting list with too many on it, and a note that is better not written down."""
    return [
        Picture("05-activiteit-aanmelden-nieuw", lambda: _new(page, row)),
        Picture("05-activiteit-aanmeldingen-vol", lambda: _full(page, row)),
        Picture("05-activiteit-aanmeldingen-let-op", lambda: _private(page, row)),
        Picture("05-inschrijflijst-afdrukken", lambda: _sheet(page, row)),
        Picture("17-inschrijflijst-invoeren", lambda: _entry(page, row)),
        Picture("05-bellijst-afdrukken", lambda: _calls(page, row)),
    ]


def _tab(page: Shows, row: ActivityRow) -> SignupsTab:
    page.show_activity(row.id, "signups")
    page.activity.signups.begin_again()
    return page.activity.signups


def _new(page: Shows, row: ActivityRow) -> None:
    _tab(page, row).begin_new("Noor")


def _full(page: Shows, row: ActivityRow) -> None:
    """Show the list as it is with less room, some waiting, and one who just got a place."""
    tab = _tab(page, row)
    rows = page.desk.read(queries.signups, row.id)
    card = page.desk.read(queries.card, row.id)
    full = replace(card, draft=replace(card.draft, capacity=max(1, len(rows) - 5)))
    waiting = [replace(one, waiting=True) for one in rows[-3:]]
    before = Signed((*rows[:-3], *waiting), SignupFacts(), ())
    now = Signed((*rows[:-3], replace(waiting[0], waiting=False), *waiting[1:]), SignupFacts(1, 2, 3), ())
    tab.show_as(full, before, now)


def _private(page: Shows, row: ActivityRow) -> None:
    tab = _tab(page, row)
    tab.one.form.set_value("note", "heeft diabetes")
    tab.one.form.edited.emit("note")


def _sheet(page: Shows, row: ActivityRow) -> QWidget:
    out = SignupOut(page.desk, row.id)
    return out.show_first(out.first_work()(_no_progress), page.activity)


def _calls(page: Shows, row: ActivityRow) -> QWidget | None:
    out = call_list_out(page.desk, row.id)
    try:
        drawn = out.first_work()(_no_progress)
    except UserError as error:
        page.desk.tell_error(error)
        return None
    return out.show_first(drawn, page.activity)


def _no_progress(_done: int, _all: int) -> None:
    """Take no notice."""


def _entry(page: Shows, row: ActivityRow) -> None:
    """Show a sheet that came home, half typed over; it was never printed from this file, and nothing is saved."""
    view = SignupEntryView(page.desk)
    sheet = SheetInfo(
        0,
        "AAAAA-A",
        "sign-up",
        row.id,
        row.title,
        page.desk.clock.now(),
        1,
        None,
        tuple(FrozenRow(at, 1, None, "") for at in range(1, 21)),
    )
    lines = [SignupLine(1, "Noor Bakker", SignupDraft(1, 2, lift=True)), SignupLine(2, "Henk van der Meer")]
    view.show_sheet(sheet, lines)
    page.stack.addWidget(view)
    page.stack.setCurrentWidget(view)
    view.card.entry.field.setText("mee")
    view.card.entry.look_up()
