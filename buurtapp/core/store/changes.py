"""What a commit tells the screens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows an operation touched, by table; `initiator` is whatever began it, so that it need not redraw itself."""

    operation: int
    touched: Mapping[str, frozenset[int]]
    initiator: object | None = None

    def touches(self, *tables: str) -> bool:
        """Return whether a row of one of these tables was touched."""
        return any(self.touched.get(table) for table in tables)
