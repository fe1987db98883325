"""A first look into a group file: the home screen, read before the file is opened in full and SQLAlchemy is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from buurtapp.core.clock import Clock, FixedClock
from buurtapp.core.errors import BuurtappError
from buurtapp.core.store import copies
from buurtapp.core.store.ask import look_into
from buurtapp.features.today import queries
from buurtapp.features.today.records import TodayView


@dataclass(frozen=True, slots=True)
class Glance:
    """What was seen: the home screen, the clock of the file, and when the newest copy was made (aware)."""

    view: TodayView
    clock: Clock
    made_at: datetime | None


def glance(file: Path, clock: Clock) -> Glance | None:
    """Return what can be seen at once; None when only opening the file tells what is the matter with it."""
    try:
        with look_into(file) as ask:
            moment = queries.sample_moment(ask)
            standing = FixedClock(moment) if moment is not None else clock
            made_at = copies.newest(file)
            return Glance(queries.view_of(ask, standing.now(), made_at), standing, made_at)
    except BuurtappError:
        return None
