"""The group file: opening, reading, writing, undo, copies and checks. Start reading in `store.py`.

The names below are imported when they are first used: looking at a file needs no SQLAlchemy, and a window that
waits for it looks like a program that does not work.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtapp.core.store.base import Base as Base
    from buurtapp.core.store.base import Row as Row
    from buurtapp.core.store.base import UtcMoment as UtcMoment
    from buurtapp.core.store.changes import Changes as Changes
    from buurtapp.core.store.journal import HistoryEntry as HistoryEntry
    from buurtapp.core.store.store import Store as Store
    from buurtapp.core.store.work import Work as Work

_PLACES = {
    "Base": "base",
    "Changes": "changes",
    "HistoryEntry": "journal",
    "Row": "base",
    "Store": "store",
    "UtcMoment": "base",
    "Work": "work",
}


def __getattr__(name: str) -> object:
    """Return one of our names, from the module it lives in."""
    if name not in _PLACES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(importlib.import_module(f"{__name__}.{_PLACES[name]}"), name)
