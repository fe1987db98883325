"""Making the sample file: doors, people, activities, sign-ups and attendance, drawn with a seed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from buurtapp.core.clock import FixedClock
from buurtapp.core.store.store import Store
from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.activities.tables import Activity, Attendance, Signup
from buurtapp.features.group.actions import change_group
from buurtapp.features.people.actions.doors import new_address
from buurtapp.features.people.records import CONTACT_PREFERENCES, Door, Name
from buurtapp.features.people.rules import keys
from buurtapp.features.people.rules.doors import parse_house
from buurtapp.features.people.tables import Address, Email, Label, Person, PersonLabel, Phone, Street
from buurtapp.features.press.tables import PrintLog
from buurtapp.sample import names, story

NOW = datetime(2026, 10, 13, 12, 5, tzinfo=UTC)
"""The moment of the story: Tuesday 13 October 2026, five past two in the Netherlands."""
DEFAULT_ADDRESSES = 325
DEFAULT_PEOPLE = 186
MOST_PEOPLE = 100_000
_DOORS_A_STREET = 120
_PEOPLE_A_DOOR = 2.5


def make_sample(path: Path, addresses: int | None = None, people: int | None = None, seed: int = 1) -> Store:
    """Make and open a sample file; the same figures and seed give the same content. Raises UserError "file_exists"."""
    people = DEFAULT_PEOPLE if people is None else people
    if addresses is None:
        addresses = max(DEFAULT_ADDRESSES, round(people / _PEOPLE_A_DOOR))
    store = Store.create(path, FixedClock(NOW))
    try:
        store.fill(_fill, addresses, people, Random(seed))  # noqa: S311 - drawn names, no secrets
    except BaseException:
        store.close()
        path.unlink()
        raise
    return store


def _fill(work: Work, addresses: int, people: int, chance: Random) -> None:
    change_group(work, story.GROUP)
    doors = _doors(work, addresses, chance)
    numbers = _people(work, doors, people, chance)
    _activities(work, numbers, chance)


def _doors(work: Work, addresses: int, chance: Random) -> list[tuple[str, Address]]:
    """Return (street, address) of all doors, as people walk."""
    doors: list[tuple[str, Address]] = []
    left = addresses
    for number, (name, size) in enumerate(_streets(addresses)):
        doors_here = min(size, left)
        left -= doors_here
        if doors_here <= 0:
            break
        street = work.add(Street(name=name, sort_name=fold(name)))
        postcode = f"9999 {chr(65 + number // 26 % 26)}{chr(65 + number % 26)}"
        for house, addition in _houses(name, doors_here, chance):
            doors.append((name, new_address(street.id, Door(name, house, addition, postcode, story.GROUP.place))))
    work.add_many(address for _, address in doors)
    return doors


def _streets(addresses: int) -> list[tuple[str, int]]:
    streets = list(names.STREETS)
    size = sum(doors for _, doors in streets)
    for ending in names.ENDINGS:
        for tree in names.TREES:
            if size >= addresses:
                return streets
            streets.append((f"{tree}{ending}", _DOORS_A_STREET))
            size += _DOORS_A_STREET
    while size < addresses:
        streets.append((f"{len(streets)}e Dwarsstraat", _DOORS_A_STREET))
        size += _DOORS_A_STREET
    return streets


def _houses(street: str, size: int, chance: Random) -> list[tuple[int, str]]:
    """Return so many doors of a street; those of the story are always there, some have an addition."""
    wanted = [parse_house(one.house) for one in story.NEIGHBOURS if one.street == street]
    houses = list(dict.fromkeys(house for house in wanted if house is not None))[:size]
    number = 0
    while len(houses) < size:
        number += 1
        for addition in ("", "a", "b") if chance.random() < 0.05 else ("",):
            if (number, addition) not in houses and len(houses) < size:
                houses.append((number, addition))
    return sorted(houses)


def _people(work: Work, doors: list[tuple[str, Address]], people: int, chance: Random) -> list[int]:
    by_house = {(street, address.number, address.addition): address for street, address in doors}
    rows: list[Person] = []
    reach: list[tuple[str, str]] = []
    labels: list[tuple[str, ...]] = []
    for one in story.NEIGHBOURS[:people]:
        address = by_house.get((one.street, *(parse_house(one.house) or (0, ""))))
        name = Name(given=one.given, infix=one.infix, family=one.family)
        row = _row(name, one.street if address else "", address, one.phone, "")
        row.contact_preference, row.best_time = one.preference, one.best_time
        row.note, row.do_not_approach = one.note, one.do_not_approach
        rows.append(row)
        reach.append((one.phone, ""))
        labels.append(one.labels)
    # Klaverstraat is told in full by the story; the others live elsewhere, unless there is nothing else.
    homes = [door for door in doors if door[0] != "Klaverstraat"] or doors
    while len(rows) < people:
        _household(rows, reach, labels, homes, min(people - len(rows), chance.choice((1, 1, 2, 2, 3))), chance)
    work.add_many(rows)
    _add_reach(work, rows, reach, labels)
    return [row.id for row in rows]


def _household(  # noqa: PLR0913 - three lists that grow together
    rows: list[Person],
    reach: list[tuple[str, str]],
    labels: list[tuple[str, ...]],
    homes: list[tuple[str, Address]],
    size: int,
    chance: Random,
) -> None:
    street, address = chance.choice(homes)
    shared = chance.choice(names.FAMILY)
    for _ in range(size):
        infix, family = shared if chance.random() < 0.7 else chance.choice(names.FAMILY)
        name = Name(given=chance.choice(names.GIVEN), infix=infix, family=family)
        phone = f"+31{chance.choice(('60000', '49900'))}0{300 + len(rows) % 700:03d}" if chance.random() < 0.7 else ""
        email = f"{fold(name.given).replace(' ', '')}.{len(rows)}@example.org" if chance.random() < 0.5 else ""
        row = _row(name, street, address, phone, email)
        row.contact_preference = chance.choice(CONTACT_PREFERENCES)
        row.best_time = chance.choice(names.BEST_TIMES) if chance.random() < 0.2 else ""
        row.do_not_approach = chance.random() < 0.02
        rows.append(row)
        reach.append((phone, email))
        labels.append(tuple(sorted(set(chance.choices(names.LABELS, k=chance.choice((0, 0, 1, 1, 2)))))))


def _row(name: Name, street: str, address: Address | None, phone: str, email: str) -> Person:
    door = Door(street, address.number, address.addition, address.postcode, address.place) if address else Door()
    return Person(
        **asdict(name),
        address_id=address.id if address else None,
        postcode="",
        place="",
        contact_preference="",
        best_time="",
        note="",
        do_not_approach=False,
        sort_name=keys.sort_name(name),
        place_key=keys.place_key(name, door),
        search_text=keys.search_text(name, door, [phone] if phone else [], [email] if email else []),
    )


def _add_reach(work: Work, rows: list[Person], reach: list[tuple[str, str]], labels: list[tuple[str, ...]]) -> None:
    both = list(zip(rows, reach, strict=True))
    work.add_many(Phone(person_id=row.id, number=phone, position=0) for row, (phone, _) in both if phone)
    work.add_many(Email(person_id=row.id, address=email, position=0) for row, (_, email) in both if email)
    having: defaultdict[str, list[int]] = defaultdict(list)
    for row, words in zip(rows, labels, strict=True):
        for word in words:
            having[word].append(row.id)
    for word in sorted(having):
        label = work.add(Label(name=word, sort_name=fold(word)))
        work.add_many(PersonLabel(person_id=number, label_id=label.id) for number in having[word])


def _activities(work: Work, people: list[int], chance: Random) -> None:
    regulars = [
        number
        for number, one in zip(people, story.NEIGHBOURS, strict=False)
        if f"{one.given} {one.infix} {one.family}".replace("  ", " ") in story.SOUP
    ]
    others = [number for number in people if number not in set(regulars)]
    marijke = next(
        (number for number, one in zip(people, story.NEIGHBOURS, strict=False) if one.given == "Marijke"), None
    )
    for event in story.EVENTS:
        activity = work.add(_activity(event, marijke))
        guests = regulars + chance.sample(others, min(len(others), 30))
        work.add_many(_signups(activity.id, guests[: event.signed_up], event))
        work.add_many(
            Attendance(activity_id=activity.id, person_id=number, name="", sheet_id=None)
            for number in guests[: event.came or 0]
        )
        if event.starts_at.date() == story.FLYER_FOR:
            work.add(_flyer(activity.id))


def _activity(event: story.Event, contact: int | None) -> Activity:
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


def _flyer(activity_id: int) -> PrintLog:
    return PrintLog(
        kind="flyer",
        activity_id=activity_id,
        description="tafel A6",
        copies=60,
        pages=15,
        printed_at=NOW - timedelta(days=11),
    )


def _signups(activity_id: int, guests: list[int], event: story.Event) -> list[Signup]:
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
        for at, number in enumerate(guests)
    ]
