"""Who is meant by a few letters at the door: from names in memory, so that each key is answered at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from buurtapp.core.text import fold
from buurtapp.features.activities import queries
from buurtapp.features.activities.attendance import queries as attendance
from buurtapp.features.activities.attendance.finding import Names, ranked
from buurtapp.features.activities.records import DoorRow
from buurtapp.features.people.queries import listing
from buurtapp.uikit.desk import Desk

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_MOST_FOUND = 50


class DoorNames:
    """Everybody's name, fetched in the background; until it is there the file is asked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._activity = 0
        self._names: Names | None = None

    @property
    def is_there(self) -> bool:
        """Tell whether the names are in memory."""
        return self._names is not None

    def load(self, activity: int) -> None:
        """Fetch the names for the door of an activity; those of before are used until the new ones are there."""
        if activity != self._activity:
            self._activity, self._names = activity, None

        def ask(store: Store) -> Names:
            return Names(store.read(attendance.neighbours), store.read(attendance.came_before, activity))

        def show(names: Names) -> None:
            self._names = names

        self._desk.later("door_names", ask, show)

    def find(self, typed: str, rows: Sequence[DoorRow]) -> list[DoorRow]:
        """Return whom the letters can mean; `rows` are those who are expected or in."""
        if not self._activity:
            return []
        names = self._names
        if names is None or not fold(typed):
            return self._desk.read(queries.door_matches, self._activity, typed, _MOST_FOUND)
        known = {row.person.id: row for row in rows if row.person is not None}
        found = names.find(typed, known, _MOST_FOUND)
        others = self._desk.read(listing.rows, [number for number in found if number not in known])
        made = [known[number] for number in found if number in known]
        made += [DoorRow(one, one.name.spoken, first_time=names.is_new(one.id)) for one in others]
        return ranked(made, typed)[:_MOST_FOUND]
