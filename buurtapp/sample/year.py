"""What the people of the sample did: activities, sign-ups, who came, and the flyers that were printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from buurtapp.core.store.work import Work
from buurtapp.features.activities.tables import Activity, Attendance, HeadCount, Signup
from buurtapp.features.group.tables import PrintLog
from buurtapp.features.people.tables import Person
from buurtapp.sample import story
from buurtapp.sample.events import EVENTS, Event

_POOL = 200
"""So many doors are enough for a year; a town has more, who never come."""
_KEEN, _OFTEN, _TOO_LATE, _WHIM = 0.45, 8, 8, 6.0
"""How many come often, how often that is, from which month on nobody can any more, and what a mood weighs."""


def add_year(work: Work, people: Sequence[Person], chance: Random, now: datetime) -> None:
    """Write every activity of the year, with who signed up and who came, as far as there are people."""
    crowd = _Crowd(people, chance)
    for event in EVENTS:
        activity = work.add(_activity(event, crowd.named.get(event.contact)))
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
    """Who can come: people of the story by name, those who came before with whom they live, and doors that never came.

    Whoever comes for the first time decides how often to come again, with the others at the door; some come often.
    """

    def __init__(self, people: Sequence[Person], chance: Random) -> None:
        told = list(zip(story.NEIGHBOURS, people, strict=False))
        self.named = {one.name: person.id for one, person in told}
        self.chance = chance
        self.again: dict[int, int] = {}
        doors = {person.address_id for _, person in told}
        self.homes: list[list[int]] = []
        by_door: dict[int | None, list[int]] = {}
        for person in people[len(told) :]:
            if person.address_id in doors or person.do_not_approach:
                continue
            home = by_door.get(person.address_id)
            if home is not None:
                home.append(person.id)
            elif len(self.homes) < _POOL:
                by_door[person.address_id] = home = [person.id]
                self.homes.append(home)
        chance.shuffle(self.homes)

    def who_came(self, event: Event) -> list[int]:
        """Return who came: those named, so many new doors, and the others drawn from those who want to come again."""
        named = self._by_name(event.named)
        homes = [self.homes.pop() for _ in range(min(event.fresh, len(self.homes)))]
        new = [home[0] for home in homes]
        known = self._draw((event.came or 0) - len(named) - len(new), named)
        for home in homes:
            for number in home:
                self.again[number] = self._times(event)
        came = named + new + known
        for number in came:
            self.again[number] = self.again.get(number, 1) - 1
        return came

    def _times(self, event: Event) -> int:
        is_early = event.starts_at.month < _TOO_LATE
        return _OFTEN if is_early and self.chance.random() < _KEEN else self.chance.choice((1, 1, 2))

    def who_signed_up(self, event: Event, came: list[int]) -> list[int]:
        """Return who signed up: who came first, and some who did not come after all."""
        chosen = (came or self._by_name(event.named))[: event.signed_up]
        missed = self._by_name(event.missed)[: event.signed_up - len(chosen)]
        chosen += missed
        # Half of them thought better of it, and never came at all.
        shy = [home[0] for home in self.homes[: (event.signed_up - len(chosen)) // 2]]
        return chosen + shy + self._draw(event.signed_up - len(chosen) - len(shy), [*chosen, *came])

    def _by_name(self, names: Sequence[str]) -> list[int]:
        return [self.named[name] for name in names if name in self.named]

    def _draw(self, count: int, but: Sequence[int]) -> list[int]:
        """Return so many who came before, or live with who did; those first who want to come most often still."""
        told = set(self.named.values())
        pool = [number for number in self.again if number not in but and number not in told]
        self.chance.shuffle(pool)
        pool.sort(key=lambda number: -self.again[number] + self.chance.random() * _WHIM)
        return pool[: max(0, count)]


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
