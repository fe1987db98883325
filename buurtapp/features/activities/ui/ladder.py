"""How involved people are, for the list of people; which must not know of activities itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from buurtapp.core.clock import local
from buurtapp.features.activities.ladder import queries
from buurtapp.features.people.rules.steps import LIT, Rung, Step

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from buurtapp.core.store.store import Store


class ActivityLadder:
    """The ladder, from sign-ups, attendance and contact persons.

    Who has a window that is lit is kept until the file changes or the day ends: each letter of a search may need it.
    """

    tables: tuple[str, ...] = ("activity", "signup", "attendance", "person_word", "area")

    def __init__(self) -> None:
        self._kept: tuple[tuple[Path, int, date], Mapping[Step, frozenset[int]]] | None = None

    def of(self, store: Store, numbers: Sequence[int]) -> Mapping[int, Rung]:
        """Return where each of these people stands."""
        return store.read(queries.rungs, local(store.clock.now()), numbers)

    def counts(self, store: Store) -> Mapping[Step, int]:
        """Return how many stand on each step."""
        return store.read(queries.counts, local(store.clock.now()))

    def ids_at(self, store: Store, step: Step) -> frozenset[int]:
        """Return who stands on a step."""
        if step in LIT:
            return self._lit(store)[step]
        everybody = store.read(queries.steps, local(store.clock.now()))
        return frozenset(number for number, one in everybody.items() if one == step)

    def _lit(self, store: Store) -> Mapping[Step, frozenset[int]]:
        now = (store.path, store.counter(), store.clock.today())
        # Two searches may work this out at the same time; then the later answer stays, and both are right.
        kept = self._kept
        if kept is not None and kept[0] == now:
            return kept[1]
        members: dict[Step, list[int]] = {step: [] for step in LIT}
        for number, step in store.read(queries.lit, local(store.clock.now())).items():
            members[step].append(number)
        found = {step: frozenset(people) for step, people in members.items()}
        self._kept = (now, found)
        return found
