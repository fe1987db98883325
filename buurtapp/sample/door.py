"""Who is to be fetched for the soup of tomorrow, as the door of the story shows it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.features.activities.tables import Activity, Signup
from buurtapp.features.people.tables import Person

_SOUP_AT = datetime(2026, 10, 14, 12)  # noqa: DTZ001 - wall-clock time, as activities keep it
_FETCHED = ("Aaltje", "Brinkman")


def add_lifts(work: Work) -> None:
    """Note that Aaltje needs a lift to the soup; in a neighbourhood without her nobody does."""
    given, family = _FETCHED
    wanted = (
        select(Signup).join(Activity, Activity.id == Signup.activity_id).join(Person, Person.id == Signup.person_id)
    )
    wanted = wanted.where(Activity.starts_at == _SOUP_AT, Person.given == given, Person.family == family)
    for row in work.session.scalars(wanted):
        row.lift = True
