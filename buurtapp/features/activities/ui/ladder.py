"""How involved people are, for the list of people; which must not know of activities itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from buurtapp.core.clock import local
from buurtapp.features.activities.ladder import queries
from buurtapp.features.people.rules.steps import STEPS, Rung, Step

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from buurtapp.core.store.store import Store

    _Now = tuple[Path, int, date]


class ActivityLadder:
    """The ladder, from sign-ups, attendance and contact persons.

    The step of everybody, and the day they came last, are kept until the file changes or the day ends: each letter of
    a search may need them, and a list that is sorted by them.
    """

    tables: tuple[str, ...] = ("activity", "signup", "attendance", "person_word", "area")

    def __init__(self) -> None:
        self._kept: dict[str, tuple[_Now, Mapping[int, Any]]] = {}

    def of(self, store: Store, numbers: Sequence[int]) -> Mapping[int, Rung]:
        """Return where each of these people stands."""
        return store.read(queries.rungs, local(store.clock.now()), numbers)

    def counts(self, store: Store) -> Mapping[Step, int]:
        """Return how many stand on each step."""
        counted = Counter(self._steps(store).values())
        return {step: counted[step] for step in STEPS}

    def ids_at(self, store: Store, step: Step) -> frozenset[int]:
        """Return who stands on a step."""
        return frozenset(number for number, one in self._steps(store).items() if one == step)

    def sort_keys(self, store: Store, by: str) -> Mapping[int, Any]:
        """Return what everybody is sorted by."""
        if by == "last":
            return self._once("last", store, queries.last_days)
        ranks = {step: at for at, step in enumerate(STEPS)}
        return {number: ranks[step] for number, step in self._steps(store).items()}

    def _steps(self, store: Store) -> Mapping[int, Step]:
        return self._once("steps", store, queries.steps)

    def _once(self, name: str, store: Store, ask: Callable[[Any, datetime], dict[int, Any]]) -> Mapping[int, Any]:
        now = (store.path, store.counter(), store.clock.today())
        # Two searches may work this out at the same time; then the later answer stays, and both are right.
        kept = self._kept.get(name)
        if kept is None or kept[0] != now:
            kept = now, store.read(ask, local(store.clock.now()))
            self._kept[name] = kept
        return kept[1]
