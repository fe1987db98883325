"""What the calendar shows: all activities with the state of their list, and the words for that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.text import fold
from buurtapp.features.activities import queries, rules
from buurtapp.features.activities.records import ActivityRow, Ideas
from buurtapp.features.sheets import queries as sheets

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_LOOK_AHEAD_DAYS = 62
"""So far ahead it is looked up whether a list was printed: nobody prints earlier."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An activity, and how it is with its list."""

    row: ActivityRow
    list_state: rules.ListState

    @property
    def is_over(self) -> bool:
        """Whether it has been."""
        return self.list_state == "over"

    @property
    def is_own_idea(self) -> bool:
        """Whether it is an idea of the neighbourhood, and no plan of an organisation."""
        return self.row.source in {"resident", "helper"}

    @property
    def heads(self) -> int | None:
        """How many were there with guests and children; None when nobody said so."""
        counts = self.row.counts
        return None if counts.came is None else counts.came + counts.came_along


@dataclass(frozen=True, slots=True)
class Coming:
    """An activity to come; `also_on` when it comes again under the same title."""

    planned: Planned
    also_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the calendar, earliest first."""

    planned: tuple[Planned, ...]
    ideas: Ideas

    def on(self, day: date) -> list[Planned]:
        """Return what is on a day."""
        return [one for one in self.planned if one.row.starts_at.date() == day]

    def coming(self, most: int) -> list[Coming]:
        """Return what comes next; what comes every week is told once, with its other days."""
        again: dict[str, list[Planned]] = {}
        for one in self.planned:
            if not one.is_over:
                again.setdefault(fold(one.row.title) or one.row.title, []).append(one)
        times = list(again.values())[:most]
        return [Coming(first, tuple(one.row.starts_at.date() for one in rest)) for first, *rest in times]

    def been(self, most: int) -> list[Planned]:
        """Return what was, newest first."""
        return [one for one in reversed(self.planned) if one.is_over][:most]


def load_board(store: Store, here: datetime) -> Board:
    """Return the calendar at a wall-clock time; for the background, as it reads every activity."""
    rows = store.read(queries.listed)
    ideas = store.read(queries.ideas, here.year, here)
    return Board(tuple(_planned(store, row, here) for row in rows), ideas)


def _planned(store: Store, row: ActivityRow, here: datetime) -> Planned:
    is_near = not rules.is_over(row.starts_at, row.ends_at, here) and (row.starts_at - here).days < _LOOK_AHEAD_DAYS
    printed = is_near and bool(store.read(sheets.of_subject, sheets.ATTENDANCE, row.id))
    return Planned(row, rules.list_state(row.starts_at, row.ends_at, here, printed=printed))


@dataclass(frozen=True, slots=True)
class Mark:
    """A state in a word, with its icon and the role of its colour."""

    words: Text
    icon: str
    role: str


def block_mark(planned: Planned) -> Mark:
    """Return the state of an activity in two words at most, for the calendar."""
    if planned.is_over:
        came = planned.heads
        if came is None:
            return Mark(text(N_("not counted")), "", "ink-2")
        return Mark(plural_text("{count} came", "{count} came", came), "", "ink-2")
    return {
        "done": Mark(text(N_("on time")), "circle-check", "primary"),
        "due": Mark(text(N_("no list yet")), "circle-alert", "care"),
    }.get(planned.list_state, Mark(text(N_("can wait")), "circle", "ink-2"))


def list_mark(state: rules.ListState) -> Mark:
    """Return how it is with a list that is not printed yet, or that is."""
    return {
        "done": Mark(text(N_("list printed")), "circle-check", "primary"),
        "due": Mark(text(N_("list still to print")), "circle-alert", "care"),
    }.get(state, Mark(text(N_("list can wait")), "circle", "ink-2"))


_SOURCES = {
    "resident": Mark(text(N_("idea of a resident")), "house", "primary"),
    "helper": Mark(text(N_("idea of a helper")), "house", "primary"),
    "organisation": Mark(text(N_("plan of an organisation")), "building-2", "info"),
    "council": Mark(text(N_("plan of the council")), "building-2", "info"),
}
_SHORT_SOURCES = {
    "resident": text(N_("resident")),
    "helper": text(N_("helper")),
    "organisation": text(N_("organisation")),
    "council": text(N_("council")),
}


def source_mark(source: str) -> Mark:
    """Return whose idea an activity was."""
    return _SOURCES.get(source, _SOURCES["resident"])


def short_source(source: str) -> Text:
    """Return whose idea an activity was, in one word."""
    return _SHORT_SOURCES.get(source, _SHORT_SOURCES["resident"])


def titles(planned: Sequence[Planned]) -> str:
    """Return the titles of some activities behind each other."""
    return ", ".join(" ".join(one.row.title.split()) for one in planned)
