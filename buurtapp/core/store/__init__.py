"""The group file: opening, reading, writing, undo, copies and checks. Start reading in `store.py`."""

from buurtapp.core.store.base import Base, Row, UtcMoment
from buurtapp.core.store.changes import Changes
from buurtapp.core.store.journal import HistoryEntry
from buurtapp.core.store.store import Store
from buurtapp.core.store.work import Work

__all__ = ["Base", "Changes", "HistoryEntry", "Row", "Store", "UtcMoment", "Work"]
