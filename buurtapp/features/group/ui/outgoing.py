"""Noting on the screen side that something went out of the file: to a printer, or as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtapp.features.group.records import Outgoing
from buurtapp.uikit.desk import Desk

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store


def note(desk: Desk, outgoing: Outgoing) -> None:
    """Write down that this went out; in a file that may only be looked at it cannot be kept."""
    if desk.store is not None and not desk.store.read_only:
        desk.later("outgoing", lambda store: _note(store, outgoing), _nothing_to_show)


def _note(store: Store, outgoing: Outgoing) -> int:
    from buurtapp.features.group.actions import note_outgoing  # noqa: PLC0415 - only when something went out

    return store.note(note_outgoing, outgoing)


def _nothing_to_show(_number: int) -> None:
    """Say nothing: the paper itself was told of."""
