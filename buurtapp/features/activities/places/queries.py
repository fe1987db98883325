"""Questions about places that were used before."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.core.text import fold
from buurtapp.features.activities.places.records import Place
from buurtapp.features.activities.tables import Activity


def used(session: Session) -> list[Place]:
    """Return each place once, the one used last first; capitals and accents make no other place."""
    wanted = select(Activity.place, Activity.capacity).where(Activity.place != "")
    names: dict[str, str] = {}
    capacities: dict[str, int] = {}
    for name, capacity in session.execute(wanted.order_by(Activity.starts_at.desc(), Activity.id.desc())):
        key = fold(name)
        names.setdefault(key, name)
        if capacity is not None:
            capacities.setdefault(key, capacity)
    return [Place(name, capacities.get(key)) for key, name in names.items()]
