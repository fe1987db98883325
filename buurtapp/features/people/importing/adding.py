"""Saving new people of a list, many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.people.actions.consents import note_consent
from buurtapp.features.people.actions.people import ensure_label
from buurtapp.features.people.importing.records import Details, Planned, ReadConsent
from buurtapp.features.people.records import ConsentDraft, Door
from buurtapp.features.people.rules import keys
from buurtapp.features.people.rules.doors import door_key
from buurtapp.features.people.tables import Email, Person, PersonLabel, PersonWord, Phone

DoorKey = tuple[str, int, str]
_NOTHING = Details()


def add_people(
    work: Work, added: Sequence[Planned], doors: Mapping[DoorKey, int], tell: Callable[[], None]
) -> list[int]:
    """Add people with everything a list says of them; return their numbers in this order."""
    numbers = _add_persons(work, added, doors)
    tell()
    _add_reach(work, added, numbers)
    _add_labels(work, added, numbers)
    pairs = [(one.person.details, number) for one, number in zip(added, numbers, strict=True)]
    told = [(details, number) for details, number in pairs if details != _NOTHING]
    _add_words(work, told)
    note_answers(work, {number: details.consents for details, number in told})
    return numbers


def _add_persons(work: Work, added: Iterable[Planned], doors: Mapping[DoorKey, int]) -> list[int]:
    rows = []
    for one in added:
        name, key, more = one.person.name, door_key(one.door), one.person.details
        door = one.door if key is not None else Door(postcode=one.door.postcode, place=one.door.place)
        rows.append(
            Person(
                title=name.title,
                given=name.given,
                initials=name.initials,
                infix=name.infix,
                family=name.family,
                kind=name.kind,
                address_id=doors[key] if key is not None else None,
                postcode="" if key is not None else door.postcode,
                place="" if key is not None else door.place,
                contact_preference=more.contact_preference,
                best_time=more.best_time,
                note=one.person.note,
                do_not_approach=more.do_not_approach,
                relation=more.relation or "resident",
                birth_year=more.birth_year,
                member_from=more.member_from,
                member_until=more.member_until,
                sort_name=keys.sort_name(name),
                place_key=keys.place_key(name, door),
                search_text=keys.search_text(
                    name, door, one.person.phones, one.person.emails, [*more.skills, *more.roles]
                ),
            )
        )
    work.add_many(rows)
    return [row.id for row in rows]


def _add_reach(work: Work, added: Sequence[Planned], numbers: list[int]) -> None:
    work.add_many(
        Phone(person_id=number, number=phone, position=at)
        for one, number in zip(added, numbers, strict=True)
        for at, phone in enumerate(one.person.phones)
    )
    work.add_many(
        Email(person_id=number, address=email, position=at)
        for one, number in zip(added, numbers, strict=True)
        for at, email in enumerate(one.person.emails)
    )


def _add_labels(work: Work, added: Sequence[Planned], numbers: list[int]) -> None:
    people: defaultdict[str, dict[int, None]] = defaultdict(dict)
    shown: dict[str, str] = {}
    for one, number in zip(added, numbers, strict=True):
        for label in one.person.labels:
            if fold(label):
                people[fold(label)][number] = None
                shown.setdefault(fold(label), label)
    for key, having in people.items():
        number_of_label = ensure_label(work, shown[key]).id
        work.add_many(PersonLabel(person_id=number, label_id=number_of_label) for number in having)


def _add_words(work: Work, told: Iterable[tuple[Details, int]]) -> None:
    work.add_many(
        PersonWord(person_id=number, kind=kind, word=word, position=at)
        for details, number in told
        for kind, words in (("language", details.languages), ("skill", details.skills), ("role", details.roles))
        for at, word in enumerate(words)
    )


def note_answers(work: Work, answers: Mapping[int, Sequence[ReadConsent]]) -> None:
    """Note what a list says people answered; without a day it is that of today, and a day to come is today too."""
    alike: defaultdict[ReadConsent, list[int]] = defaultdict(list)
    for person, found in answers.items():
        for answer in found:
            alike[answer].append(person)
    for answer, people in alike.items():
        on_day = min(answer.on_day or work.today, work.today)
        note_consent(work, people, [answer.purpose], ConsentDraft(answer.state, on_day, answer.how))
