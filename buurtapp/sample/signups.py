"""What some of the people of the story said about coming to the next soup: a lift, bread, no meat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.features.activities.tables import Activity, Signup
from buurtapp.features.people.tables import Person
from buurtapp.sample import story

_NEXT_SOUP = datetime(2026, 10, 14, 12)  # noqa: DTZ001 - a wall-clock time, as in events.py
_LIFT = ("Aaltje Brinkman",)
_NO_MEAT = ("Bets Kuipers", "Coby Zandstra", "Joke Meerman", "Toos van 't Hek")
_BRINGS = {"Jolanda de Wilde": "brood", "Piet ter Horst": "appeltaart"}


def add_signup_words(work: Work, people: Sequence[Person]) -> None:
    """Write what people said with the sign-ups that are there; nobody is added."""
    named = {person.id: one.name for one, person in zip(story.NEIGHBOURS, people, strict=False)}
    wanted = select(Signup).join(Activity, Activity.id == Signup.activity_id)
    for row in work.session.scalars(wanted.where(Activity.starts_at == _NEXT_SOUP)):
        name = named.get(row.person_id, "")
        row.lift = name in _LIFT
        row.note = "geen vlees" if name in _NO_MEAT else ""
        row.brings = _BRINGS.get(name, "")
    work.flush()
