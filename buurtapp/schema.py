"""Imports every table, so that the whole schema is known before the first query."""

from buurtapp.core.store import tables
from buurtapp.core.store.base import Base
from buurtapp.features.activities import tables as activities
from buurtapp.features.activities.tables import afterwards, money, runsheet, series
from buurtapp.features.group import tables as group
from buurtapp.features.people import tables as people
from buurtapp.features.promises import tables as promises
from buurtapp.features.sheets import tables as sheets

METADATA = Base.metadata
"""The schema as the mapped classes tell it; the migrations must arrive at the same."""

__all__ = [
    "METADATA",
    "activities",
    "afterwards",
    "group",
    "money",
    "people",
    "promises",
    "runsheet",
    "series",
    "sheets",
    "tables",
]
