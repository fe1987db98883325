"""What the people of the sample did: activities, sign-ups, who came, and the flyers that were printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from buurtapp.core.store.work import Work
from buurtapp.features.activities.tables import Activity, Attendance, HeadCount, Signup
from buurtapp.features.people.tables import Person
from buurtapp.features.press.tables import PrintLog
from buurtapp.sample import story
from buurtapp.sample.events import EVENTS, Event

_CONTACT = "Marijke van der Meer"
_POOL = 200
"""So many drawn people are enough for a year; a town has more, who never come."""


def add_year(work: Work, people: Sequence[Person], chance: Random, now: datetime) -> None:
    """Write every activity of the year, with who signed up and who came, as far as there are people."""
    crowd = _Crowd(people, chance)
    for event in EVENTS:
        activity = work.add(_activity(event, crowd.named.get(_CONTACT)))
        came = crowd.who_came(event) if event.came is not None else []
        signed_up = crowd.who_signed_up(event, came)
        work.add_many(_signups(activity.id, signed_up, event))
        work.add_many(
            Attendance(activity_id=activity.id, person_id=number, name="", sheet_id=None, arrived_at=None)
            for number in came
        )
        if came and (event.guests or event.children):
            work.add(HeadCount(activity_id=activity.id, guests=event.guests, children=event.children, sheet_id=None))
        if event.flyer:
            work.add(_flyer(activity.id, event, now))


class _Crowd:
    """Who can come: people of the story by name, those who came before, and doors that never came."""

    def __init__(self, people: Sequence[Person], chance: Random) -> None:
        told = list(zip(story.NEIGHBOURS, people, strict=False))
        self.named = {one.name: person.id for one, person in told}
        self.chance = chance
        self.before: list[int] = []
        doors = {person.address_id for _, person in told}
        self.fresh: list[int] = []
        for person in people[len(told) :]:
            if person.address_id not in doors and not person.do_not_approach and len(self.fresh) < _POOL:
                doors.add(person.address_id)
                self.fresh.append(person.id)
        chance.shuffle(self.fresh)

    def who_came(self, event: Event) -> list[int]:
        """Return who came: those named, so many new doors, and the others drawn from those who came before."""
        named = self._by_name(event)
        new = [self.fresh.pop() for _ in range(min(event.fresh, len(self.fresh)))]
        known = self._draw((event.came or 0) - len(named) - len(new), named)
        self.before += new
        return named + new + known

    def who_signed_up(self, event: Event, came: list[int]) -> list[int]:
        """Return who signed up: who came first, and some who did not come after all."""
        chosen = (came or self._by_name(event))[: event.signed_up]
        return chosen + self._draw(event.signed_up - len(chosen), chosen + came)

    def _by_name(self, event: Event) -> list[int]:
        return [self.named[name] for name in event.named if name in self.named]

    def _draw(self, count: int, but: list[int]) -> list[int]:
        pool = [number for number in self.before if number not in but]
        return self.chance.sample(pool, max(0, min(count, len(pool))))


def _activity(event: Event, contact: int | None) -> Activity:
    return Activity(
        title=event.title,
        text=event.text,
        kind=event.kind,
        place=event.place,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        capacity=event.capacity,
        cost=event.cost,
        organiser=event.organiser,
        contact_person_id=contact,
        source=event.source,
        for_whom="",
    )


def _flyer(activity_id: int, event: Event, now: datetime) -> PrintLog:
    return PrintLog(
        kind="flyer",
        activity_id=activity_id,
        description="tafel A6",
        copies=event.flyer,
        pages=event.flyer // 4,
        printed_at=min(event.starts_at.replace(tzinfo=UTC), now) - timedelta(days=11),
    )


def _signups(activity_id: int, people: list[int], event: Event) -> list[Signup]:
    since = event.starts_at.replace(tzinfo=UTC) - timedelta(days=7)
    return [
        Signup(
            activity_id=activity_id,
            person_id=number,
            guests=0,
            children=0,
            since=since + timedelta(minutes=at),
            waiting=False,
        )
        for at, number in enumerate(people)
    ]
