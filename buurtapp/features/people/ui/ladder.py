"""What the list of people shows of a ladder of involvement, which a feature above this one knows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from buurtapp.features.people.rules.steps import Rung, Step

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store


class Ladder(Protocol):
    """Knows how involved people are. `tables` are those that it goes by, besides the ones of people.

    Everything but `of` may take a third of a second among 100,000: ask it in the background.
    """

    tables: tuple[str, ...]

    def of(self, store: Store, numbers: Sequence[int]) -> Mapping[int, Rung]:
        """Return where each of these people stands; for a page of the list, at once."""

    def counts(self, store: Store) -> Mapping[Step, int]:
        """Return how many stand on each step."""

    def ids_at(self, store: Store, step: Step) -> Collection[int]:
        """Return who stands on a step."""

    def sort_keys(self, store: Store, by: str) -> Mapping[int, Any]:
        """Return what everybody is sorted by under "step" (the lowest step first) or "last" (the longest ago first)."""
