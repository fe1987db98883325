"""The list of people: which ones in which order, and their rows a page at a time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from buurtapp.core.text import digits, fold, like_words
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.queries import narrowing
from buurtapp.features.people.queries.quick import tuples
from buurtapp.features.people.records import Door, LabelCount, ListedPerson, PersonRow, StreetCount
from buurtapp.features.people.rules.keys import walk_key_in
from buurtapp.features.people.tables import Address, Label, Person, PersonLabel, Street

Order = Literal["place", "name"]
_MANY = 500
_FEW = 1000
_SHORTEST_OF_LABEL = 2
"""One letter is in nearly every label, and tells nothing."""
_SHORT = 3
"""Up to so many figures are the number of a house."""
_NUMBER = re.compile(r"\d{1,3}[a-z]?")
_HOUSE = re.compile(r"\b(\d{1,4}) ([a-z])\b")
_PHONE = re.compile(r"\s*\+?[\d\s()./\-]+")
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom the list shows: found by words, with a label, of certain people, and through filters (`narrowing.py`)."""

    search: str = ""
    label_id: int | None = None
    among: Collection[int] | None = None
    also: tuple[str, ...] = ()


def listed(
    session: Session, search: str = "", *, label_id: int | None = None, order: Order = "place", most: int | None = None
) -> list[ListedPerson]:
    """Return the people a search finds, in order: words in any order, of labels too, accents folded, figures of phones.

    With `most` only the first of them: among 100,000 people they are there in 5 to 20 ms, all of them in 200.
    """
    return found(session, Wanted(search, label_id), order=order, most=most)


def found(
    session: Session, sought: Wanted, *, order: str = "place", down: bool = False, most: int | None = None
) -> list[ListedPerson]:
    """Return the people that are wanted, in order or the other way round; with `most` only the first of them."""
    conditions = _conditions(session, sought)
    few = _few(session, conditions) if most is not None and conditions else None
    if few is not None:
        conditions = [Person.id.in_(few)]
    key = Person.place_key if order == "place" else Person.sort_name
    sorted_by = (key.desc() if down else key, Person.id)
    if most is None and not conditions:
        return _everybody(session, sorted_by)
    wanted = select(Person.id, Address.street_id, Person.address_id).outerjoin(Address, Address.id == Person.address_id)
    wanted = wanted.where(*conditions).order_by(*sorted_by).limit(most)
    return list(map(ListedPerson._make, tuples(session, wanted)))


def wanted_ids(session: Session, sought: Wanted, *, down: bool = False) -> Select[int]:
    """Ask for the numbers of the people that are wanted, in order of name or the other way round."""
    name = Person.sort_name.desc() if down else Person.sort_name
    return select(Person.id).where(*_conditions(session, sought)).order_by(name, Person.id)


def _everybody(session: Session, sorted_by: Iterable[Any]) -> list[ListedPerson]:
    """Return everybody in order: an index has the order, and looking up 100,000 rows in it one by one takes twice."""
    doors = dict(tuples(session, select(Person.id, Person.address_id)))
    streets = dict(tuples(session, select(Address.id, Address.street_id)))
    found = [number for (number,) in tuples(session, select(Person.id).order_by(*sorted_by))]
    addresses = list(map(doors.__getitem__, found))
    return list(map(ListedPerson._make, zip(found, map(streets.get, addresses), addresses, strict=True)))


def _conditions(session: Session, sought: Wanted) -> list[ColumnElement[bool]]:
    conditions = _found_by(sought.search)
    if sought.label_id is not None:
        conditions.append(Person.id.in_(select(PersonLabel.person_id).where(PersonLabel.label_id == sought.label_id)))
    if sought.among is not None:
        conditions.append(narrowing.one_of(sought.among))
    return conditions + narrowing.conditions(session, sought.also)


def _few(session: Session, conditions: list[ColumnElement[bool]]) -> list[int] | None:
    """Return whom conditions find when they are few, in no order; None when they are many.

    In order of street everybody is looked up one by one, which is quick as long as the first screenful is soon full
    and four times as slow as a plain look through everybody when it is not (85 against 15 ms among 100,000).
    """
    found = list(session.scalars(select(Person.id).where(*conditions).limit(_FEW + 1)))
    return found if len(found) <= _FEW else None


def _found_by(search: str) -> list[ColumnElement[bool]]:
    phone = _phone(search)
    if phone is not None:
        return [phone]
    words = _words(search)
    if words or not search.strip():
        # The longest word is in the fewest names: whoever has not got it is not looked at for the others.
        return [_holds(word) for word in sorted(words, key=len, reverse=True)]
    # Nothing but signs or pictures, which folding takes away: look for them as they are.
    return [
        or_(
            Person.family.contains(search.strip(), autoescape=True),
            Person.given.contains(search.strip(), autoescape=True),
        )
    ]


def _words(search: str) -> list[str]:
    """Return the words to look for: a number and a letter apart are one house ("12 a"), figures may be a phone."""
    return like_words(_HOUSE.sub(r"\1\2", fold(search)))


def _holds(word: str) -> ColumnElement[bool]:
    if _NUMBER.fullmatch(word):
        # A short number is a house number: "12" finds 12 and 12a, not every phone with 12 in it.
        return Person.search_text.like(f"% {word}%")
    if len(word) < _SHORTEST_OF_LABEL:
        return Person.search_text.like(f"%{word}%")
    # Gathered once for the whole search; most words are in no label, and then nothing is gathered.
    labels = select(Label.id).where(Label.sort_name.like(f"%{word}%"))
    labelled = select(PersonLabel.person_id).where(PersonLabel.label_id.in_(labels))
    return or_(Person.search_text.like(f"%{word}%"), Person.id.in_(labelled))


def _phone(search: str) -> ColumnElement[bool] | None:
    """Return who has these figures in a phone, in one row or each group somewhere; None when it is no phone."""
    figures = digits(search)
    if len(figures) <= _SHORT or not _PHONE.fullmatch(search):
        return None
    groups = _FIGURES.findall(search)
    apart = and_(*(Person.search_text.like(f"%{group}%") for group in sorted(groups, key=len, reverse=True)))
    together = Person.search_text.like(f"%{figures.removeprefix('00')}%")
    return or_(together, apart) if len(groups) > 1 else together


def find_ids(session: Session, search: str, most: int = 50) -> list[int]:
    """Return the first people a search finds, by name."""
    wanted = select(Person.id).where(*_found_by(search))
    return list(session.scalars(wanted.order_by(Person.sort_name, Person.id).limit(most)))


def ids_by_name(session: Session, typed: str, first: Collection[int], most: int) -> list[int]:
    """Return people whose name holds all typed words: of `first` all of them, then of the others at most so many."""
    found = [Person.sort_name.like(f"%{word}%") for word in like_words(typed)]
    begins = Person.sort_name.like(f"{fold(typed)}%")
    numbers = list(
        session.scalars(select(Person.id).where(*found).order_by(begins.desc(), Person.sort_name, Person.id))
    )
    return [number for number in numbers if number in first] + [number for number in numbers if number not in first][
        :most
    ]


def missing(session: Session, numbers: Sequence[int]) -> list[int]:
    """Return which of these numbers are nobody's."""
    there: set[int] = set()
    for at in range(0, len(numbers), _MANY):
        there.update(session.scalars(select(Person.id).where(Person.id.in_(numbers[at : at + _MANY]))))
    return [number for number in numbers if number not in there]


def rows(session: Session, numbers: Sequence[int]) -> list[PersonRow]:
    """Return these people in this order; numbers that are gone are left out."""
    found: dict[int, PersonRow] = {}
    for at in range(0, len(numbers), _MANY):
        part = numbers[at : at + _MANY]
        labels = labels_of(session, part)
        doors = select(Person, Address, Street.name).outerjoin(Address, Address.id == Person.address_id)
        for person, address, street in session.execute(
            doors.outerjoin(Street, Street.id == Address.street_id).where(Person.id.in_(part))
        ):
            found[person.id] = PersonRow(
                person.id,
                name_of(person),
                person.address_id,
                door_of(person, address, street),
                tuple(labels[person.id]),
                person.contact_preference,
                person.do_not_approach or (address is not None and address.do_not_approach),
            )
    return [found[number] for number in numbers if number in found]


def labels_of(session: Session, people: Iterable[int]) -> defaultdict[int, list[str]]:
    """Return the labels of each of these people, sorted."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    wanted = select(PersonLabel.person_id, Label.name).join(Label, Label.id == PersonLabel.label_id)
    for person, name in session.execute(
        wanted.where(PersonLabel.person_id.in_(list(people))).order_by(Label.sort_name)
    ):
        found[person].append(name)
    return found


def name_of(person: Person) -> Name:
    """Return the name in a row."""
    kind = "household" if person.kind == "household" else "person"
    return Name(person.title, person.given, person.initials, person.infix, person.family, kind)  # type: ignore[arg-type]


def door_of(person: Person, address: Address | None, street: str | None) -> Door:
    """Return where a person lives, or what a list said of it."""
    if address is None:
        return Door(postcode=person.postcode, place=person.place)
    return Door(
        street or "",
        address.number or None,
        address.addition,
        address.postcode,
        address.place,
        walk_key=walk_key_in(person.place_key),
    )


def streets(session: Session) -> list[StreetCount]:
    """Return all streets in order, with how many doors and people they have."""
    doors = _counts(session, select(Address.street_id, func.count()).group_by(Address.street_id))
    lived = (
        select(Address.street_id, func.count())
        .join(Person, Person.address_id == Address.id)
        .group_by(Address.street_id)
    )
    people = _counts(session, lived)
    named = session.execute(select(Street.id, Street.name).order_by(*round_order()))
    return [StreetCount(number, name, doors.get(number, 0), people.get(number, 0)) for number, name in named]


def round_order() -> tuple[Any, ...]:
    """Return what to sort streets by: those with a place in the round first, the others by name."""
    return Street.walk_position.is_(None), Street.walk_position, Street.sort_name, Street.id


def _counts(session: Session, wanted: Select[int, int]) -> dict[int, int]:
    return {number: count for number, count in session.execute(wanted)}  # noqa: C416 - a Result looks like a mapping to dict()


def labels(session: Session) -> list[LabelCount]:
    """Return all labels in order, with on how many people they are."""
    counts = select(Label.id, Label.name, func.count(PersonLabel.id)).outerjoin(
        PersonLabel, PersonLabel.label_id == Label.id
    )
    found = session.execute(counts.group_by(Label.id).order_by(Label.sort_name, Label.id))
    return [LabelCount(number, name, people) for number, name, people in found]


def count(session: Session) -> int:
    """Return how many people there are."""
    return session.scalar(select(func.count()).select_from(Person)) or 0


def ids_with_label(session: Session, name: str) -> list[int]:
    """Return everybody with this label, in the order of the list."""
    wanted = (
        select(Person.id)
        .join(PersonLabel, PersonLabel.person_id == Person.id)
        .join(Label, Label.id == PersonLabel.label_id)
    )
    return list(session.scalars(wanted.where(Label.sort_name == fold(name)).order_by(Person.place_key, Person.id)))


def ids_in_street(session: Session, name: str) -> list[int]:
    """Return everybody who lives in this street, in the order of the doors."""
    wanted = (
        select(Person.id).join(Address, Address.id == Person.address_id).join(Street, Street.id == Address.street_id)
    )
    return list(session.scalars(wanted.where(Street.sort_name == fold(name)).order_by(Person.place_key, Person.id)))
