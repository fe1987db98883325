"""What went out of the file, on paper or as a list: what, when, how many people, which columns. Never who."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, text
from buurtapp.features.group.records import Outgoing
from buurtapp.shell.settings.columns import Columns
from buurtapp.shell.settings.tab import Tab, card
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import EmptyState, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture
from buurtapp.uikit.paged_model import Column, Group, ShortModel
from buurtapp.uikit.table import Table, row_height
from buurtapp.uikit.words import clock_time, day, one_line

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes
    from buurtapp.core.store.store import Store

_LAST = 500
_LEAST_ROWS = 5


class PrintsTab(Tab):
    """What was printed and saved, day by day, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._build()

    def _build(self) -> None:
        from buurtapp.features.group.rules import (  # noqa: PLC0415 - words, only when the settings are shown
            outgoing_fields,
            outgoing_kind,
            outgoing_people,
            outgoing_size,
        )

        self.model: ShortModel[Outgoing] = ShortModel(
            (
                Column(text(N_("Time")), _time, "second", 72),
                Column(text(N_("What")), lambda one: one_line(str(outgoing_kind(one.kind))), "strong", 0),
                Column(text(N_("How many people")), lambda one: str(outgoing_people(one)), "plain", 130),
                Column(text(N_("What stands on it")), lambda one: one_line(outgoing_fields(one)), "plain", 0),
                Column(text(N_("Size")), lambda one: one_line(str(outgoing_size(one))), "second", 0),
            )
        )
        self.table = Table(text(N_("Printed and saved")), self.model)
        self.table.setMinimumHeight(look.current().px(30) + _LEAST_ROWS * row_height(look.current()))
        self.empty = EmptyState(
            "printer",
            text(N_("Nothing was printed yet.")),
            text(N_("Papers and lists that go out come here: what, when, and of how many people.")),
        )
        made, box = card(text(N_("What was printed and saved")))
        self._card = made
        self.empty.hide()
        words = text(N_("Handy when a paper or stick is lost: what stood on it. Who stood on it is not kept."))
        box.addWidget(PlainLabel(words, "second", size="small"))
        box.addWidget(self.table, 1)
        columns = Columns((1, 0))
        columns.left.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        columns.left.addWidget(made, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(columns)

    # Tab

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what went out until now."""
        if self.desk.store is not None and (changes is None or changes.touches("print_log")):
            self.desk.later("settings_prints", _told, self.show_prints)

    def show_prints(self, found: Sequence[Outgoing]) -> None:
        """Show these, newest first."""
        self.model.set_grouped(_by_day(found, self.desk.clock.today()))
        self._card.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.table.choose_first()

    def focus_first(self) -> None:
        """Put the keyboard on the list."""
        self.table.setFocus()

    def pictures(self) -> list[Picture]:
        """Return the list with something in it, and an empty one."""
        return [
            Picture("21-instellingen-gedrukt", lambda: self._show_made_up(_story(self.desk))),
            Picture("21-instellingen-gedrukt-leeg", lambda: self._show_made_up(())),
        ]

    def _show_made_up(self, story: Sequence[Outgoing]) -> None:
        # Under the same key: the true list, if it is still on its way, does not come over it.
        self.desk.later("settings_prints", lambda _store: story, self.show_prints)


def _told(store: Store) -> Sequence[Outgoing]:
    from buurtapp.features.group import queries  # noqa: PLC0415 - brings SQLAlchemy

    return store.read(queries.outgoing, _LAST)


def _by_day(found: Sequence[Outgoing], today: date) -> list[tuple[Group, list[Outgoing]]]:
    days: dict[date, list[Outgoing]] = {}
    for one in found:
        if one.at is not None:
            days.setdefault(local(one.at).date(), []).append(one)
    return [(Group(_day(when, today)), lines) for when, lines in days.items()]


def _day(when: date, today: date) -> str:
    return day(when) if when.year == today.year else day(when, "EEEE d MMMM y")


def _time(one: Outgoing) -> str:
    return clock_time(local(one.at)) if one.at is not None else ""


def _story(desk: Desk) -> list[Outgoing]:
    """Return what could have gone out, for pictures."""
    now = desk.clock.now()
    return [
        Outgoing("labels", "Avery L7160", 4, 1, 84, ("name", "address"), now),
        Outgoing("people-list", "", 2, 3, 41, ("name", "address", "phone"), now - timedelta(hours=2)),
        Outgoing("people", "xlsx", 0, 1, 186, ("everything",), now - timedelta(days=1)),
        Outgoing("attendance", "K7M2-3", 1, 1, 24, ("name",), now - timedelta(days=2)),
        Outgoing("flyer", "tafel A6", 15, 60, None, (), now - timedelta(days=12)),
    ]
