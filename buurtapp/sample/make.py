"""Making the sample file: doors and people, drawn with a seed; what they did in a year is made in `year.py`."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from buurtapp.core.clock import FixedClock
from buurtapp.core.store.store import Store
from buurtapp.core.store.work import Work
from buurtapp.core.text import fold, slug
from buurtapp.features.group.actions import change_group
from buurtapp.features.people.actions.doors import new_address
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import CONTACT_PREFERENCES, Door
from buurtapp.features.people.rules import keys
from buurtapp.features.people.rules.doors import parse_house
from buurtapp.features.people.tables import Address, Email, Label, Person, PersonLabel, Phone, Street
from buurtapp.sample import names, story
from buurtapp.sample.consents import add_consents
from buurtapp.sample.evaluations import add_evaluations
from buurtapp.sample.lives import add_lives
from buurtapp.sample.money import add_money
from buurtapp.sample.places import add_places
from buurtapp.sample.promises import add_promises
from buurtapp.sample.repeating import add_repeating
from buurtapp.sample.runsheets import add_run_sheets
from buurtapp.sample.signups import add_signup_words
from buurtapp.sample.year import add_year

NOW = datetime(2026, 10, 13, 12, 5, tzinfo=UTC)
"""The moment of the story: Tuesday 13 October 2026, five past two in the Netherlands."""
DEFAULT_ADDRESSES = 325
DEFAULT_PEOPLE = 186
MOST_PEOPLE = 100_000
Home = tuple[str, Address]
"""A street and a door of it."""
_STREET, _LANE = "Klaverstraat", "Meidoornlaan"
_LANE_HOMES = len(story.MEIDOORNLAAN)
_SIZES = (1, 1, 2, 2, 3)
_SAME_NAME = 0.7
_NAMELESS = 0.1
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
    rows = _people(work, doors, people, chance)
    add_year(work, rows, chance, NOW)
    # Each with a chance of its own, so that what is drawn for one stays as it was when another changes.
    drawn = chance.getrandbits(64)
    add_consents(work, rows, Random(drawn))  # noqa: S311 - as above
    add_places(work, rows)
    add_lives(work, rows, Random(drawn + 1))  # noqa: S311 - as above
    add_evaluations(work)
    add_signup_words(work, rows)
    add_money(work, NOW, Random(drawn + 2))  # noqa: S311 - as above
    add_run_sheets(work, rows, Random(drawn + 3))  # noqa: S311 - as above
    add_repeating(work)
    add_promises(work, rows)


def _doors(work: Work, addresses: int, chance: Random) -> list[Home]:
    """Return (street, address) of all doors, as people walk."""
    doors: list[Home] = []
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


class _Neighbours:
    """The people on their way into the file, with how to reach them and their labels."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.rows: list[Person] = []
        self.reach: list[tuple[str, str]] = []
        self.labels: list[tuple[str, ...]] = []

    def add_story(self, doors: list[Home], most: int) -> None:
        """Add the people of the story, as far as there are so many."""
        by_house = {(street, address.number, address.addition): address for street, address in doors}
        for one in story.NEIGHBOURS[:most]:
            address = by_house.get((one.street, *(parse_house(one.house) or (0, ""))))
            name = Name(given=one.given, infix=one.infix, family=one.family)
            email = f"{slug(one.given or one.family)}@voorbeeld.invalid" if one.preference == "email" else ""
            row = _row(name, one.street if address else "", address, one.phone, email)
            row.contact_preference, row.best_time = one.preference, one.best_time
            row.note, row.do_not_approach = one.note, one.do_not_approach
            self._take(row, one.phone, email, one.labels)

    def add_household(self, home: Home, size: int) -> None:
        """Add people who live together; not all of them have the same family name."""
        chance = self.chance
        shared = chance.choice(names.FAMILY)
        if size == 1 and chance.random() < _NAMELESS:
            infix, family = shared
            self._draw(Name("fam.", infix=infix, family=family, kind="household"), home)
            return
        for _ in range(size):
            infix, family = shared if chance.random() < _SAME_NAME else chance.choice(names.FAMILY)
            self._draw(Name(given=chance.choice(names.GIVEN), infix=infix, family=family), home)

    def _draw(self, name: Name, home: Home) -> None:
        chance = self.chance
        number = 500 + len(self.rows) % 500
        phone = f"+31{chance.choice(('60000', '49900'))}0{number}" if chance.random() < 0.7 else ""
        email = f"{slug(name.given) or 'buur'}.{len(self.rows)}@example.org" if chance.random() < 0.5 else ""
        row = _row(name, *home, phone, email)
        row.contact_preference = chance.choice(CONTACT_PREFERENCES)
        row.best_time = chance.choice(names.BEST_TIMES) if chance.random() < 0.2 else ""
        row.do_not_approach = chance.random() < 0.02
        labels = chance.choices(names.LABELS, k=chance.choice((0, 0, 1, 1, 2)))
        self._take(row, phone, email, tuple(sorted(set(labels))))

    def _take(self, row: Person, phone: str, email: str, labels: tuple[str, ...]) -> None:
        self.rows.append(row)
        self.reach.append((phone, email))
        self.labels.append(labels)


def _people(work: Work, doors: list[Home], people: int, chance: Random) -> list[Person]:
    neighbours = _Neighbours(chance)
    neighbours.add_story(doors, people)
    rows = neighbours.rows
    taken = {row.address_id for row in rows}
    free = [home for home in doors if home[1].id not in taken]
    lane = chance.sample(lane_doors := [home for home in free if home[0] == _LANE], min(len(lane_doors), _LANE_HOMES))
    for home, size in zip(lane, story.MEIDOORNLAAN, strict=False):
        neighbours.add_household(home, min(people - len(rows), size))
    # The Klaverstraat and the Meidoornlaan are told in full; the others live elsewhere, unless there is nothing else.
    homes = [home for home in free if home[0] not in {_STREET, _LANE}] or doors
    chance.shuffle(homes)
    for home in itertools.cycle(homes):
        if len(rows) >= people:
            break
        neighbours.add_household(home, min(people - len(rows), chance.choice(_SIZES)))
    work.add_many(rows)
    _add_reach(work, rows, neighbours.reach, neighbours.labels)
    return rows


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
