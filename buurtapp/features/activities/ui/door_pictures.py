"""The states of the door worth looking at. Nothing is saved for them: who is in is made up on the spot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from buurtapp.core.clock import local
from buurtapp.core.text import fold
from buurtapp.features.activities import queries
from buurtapp.features.activities.records import DoorRow
from buurtapp.features.activities.ui.door_new import NewNeighbour
from buurtapp.features.activities.ui.door_search import DoorSearch
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture


class DoorScreen(Protocol):
    """The door, as far as its pictures need it."""

    desk: Desk
    search: DoorSearch
    new: NewNeighbour

    def show_activity(self, activity_id: int) -> None:
        """Stand at the door of this activity."""

    def show_rows(self, rows: Sequence[DoorRow], heads: tuple[int, int]) -> None:
        """Show these people and these numbers of guests and children."""

    def focus_first(self) -> None:
        """Put the keyboard in the check-in field."""


def pictures(view: DoorScreen) -> list[Picture]:
    """Return the states, of the next activity of the file."""
    return [
        Picture("06-aanwezigheid", lambda: _show(view, _some_in, _letters)),
        Picture("06-aanwezigheid-begin", lambda: _show(view, list, lambda _rows: "")),
        Picture("06-aanwezigheid-zelfde-naam", lambda: _twins(view)),
        Picture("06-aanwezigheid-niemand", lambda: _show(view, _some_in, lambda _rows: "xqz")),
        Picture("06-aanwezigheid-nieuw", lambda: _new(view)),
    ]


def next_activity(view: DoorScreen) -> int:
    """Return the next activity, else the last; 0 when there is none."""
    soon = view.desk.read(queries.upcoming, local(view.desk.clock.now()), 1)
    found = soon or view.desk.read(queries.listed)[-1:]
    return found[0].id if found else 0


def _show(
    view: DoorScreen, change: Callable[[Sequence[DoorRow]], list[DoorRow]], letters: Callable[[Sequence[DoorRow]], str]
) -> None:
    activity = next_activity(view)
    if not activity:
        return
    view.show_activity(activity)
    view.new.left.emit()
    rows = change(view.desk.read(queries.at_the_door, activity))
    found = [row for row in rows if fold(letters(rows)) and fold(letters(rows)) in fold(row.name)]
    view.focus_first()
    # Under the same key, so that what show_activity asked for does not come after it.
    view.desk.later("door", lambda _store: rows, lambda made: _put(view, made, letters(made), found))


def _put(view: DoorScreen, rows: list[DoorRow], typed: str, found: list[DoorRow]) -> None:
    view.search.field.setText("")
    view.show_rows(rows, (2, 1) if any(row.present for row in rows) else (0, 0))
    view.search.field.setText(typed)
    known = {row.person.id for row in rows if row.person is not None}
    others = [row for row in view.search.whom(typed) if row.person is not None and row.person.id not in known]
    view.search.show_found(sorted([*found, *others], key=lambda row: row.present))


def _some_in(rows: Sequence[DoorRow]) -> list[DoorRow]:
    """Let most of the people be in, one after the other."""
    begun = datetime(2026, 10, 14, 9, 35, tzinfo=UTC)
    return [
        replace(row, present=True, arrived_at=begun + timedelta(minutes=2 * at)) if at % 4 != 1 else row
        for at, row in enumerate(rows)
    ]


def _letters(rows: Sequence[DoorRow]) -> str:
    """Return the three letters with which most family names begin."""
    starts = Counter(fold(row.person.name.family)[:3] for row in rows if row.person is not None)
    return starts.most_common(1)[0][0] if starts else "a"


def _twins(view: DoorScreen) -> None:
    def alike(rows: Sequence[DoorRow]) -> list[DoorRow]:
        return [replace(row, name="Jan Bakker") if at in {1, 2} else row for at, row in enumerate(rows)]

    _show(view, alike, lambda _rows: "bak")


def _new(view: DoorScreen) -> None:
    _show(view, _some_in, lambda _rows: "")
    view.search.new_asked.emit("Karel Nieuw")
