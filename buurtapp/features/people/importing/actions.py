"""Saving a plan: one action, so that one undo takes the whole import back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.exchange.table import Progress
from buurtapp.features.people.actions.doors import ensure_street, new_address
from buurtapp.features.people.actions.people import change_person, draft_of, ensure_label
from buurtapp.features.people.actions.refresh import refresh_streets
from buurtapp.features.people.importing import headings, queries
from buurtapp.features.people.importing.records import (
    Choice,
    Doubles,
    DoublesChoice,
    ImportResult,
    Known,
    Plan,
    Planned,
    ReadPerson,
)
from buurtapp.features.people.queries.cards import card, cards
from buurtapp.features.people.records import Door, PersonCard, PersonDraft
from buurtapp.features.people.rules import keys
from buurtapp.features.people.rules.doors import door_key
from buurtapp.features.people.tables import Address, Email, ImportMapping, LooseEnd, Person, PersonLabel, Phone, Street

DoorKey = tuple[str, int, str]
_STEPS = 6
_EVERY = 50


def imported_label(source: str, people: int) -> Text:
    """Return what the history says of `apply_plan`."""
    return plural_text(
        "List {source} read: {count} person", "List {source} read: {count} people", people, source=source
    )


def with_mapping(choice: Choice, mapping: Mapping[str, str]) -> Choice:
    """Return a choice in which some columns mean something else.

    Raises UserError "unknown_meaning" or "unknown_heading".
    """
    for heading, meaning in mapping.items():
        if meaning not in headings.MEANINGS:
            raise UserError(
                "unknown_meaning",
                text(N_("“{meaning}” is no meaning of a column. Nothing was read."), meaning=meaning),
                text(N_("Choose one of: {meanings}."), meanings=", ".join(headings.MEANINGS)),
            )
        if heading not in choice.headings:
            raise UserError(
                "unknown_heading",
                text(N_("There is no column “{heading}” in this list. Nothing was read."), heading=heading),
                text(N_("These are there: {headings}."), headings=", ".join(choice.headings)),
            )
    meanings = (
        mapping.get(heading, meaning) for heading, meaning in zip(choice.headings, choice.meanings, strict=True)
    )
    return replace(choice, meanings=tuple(meanings))


def done_with(doubles: DoublesChoice, row: int) -> Doubles:
    """Return what is to be done with the doubles in a row."""
    return doubles if isinstance(doubles, str) else doubles.get(row, "skip")


def wanted_people(plan: Plan, doubles: DoublesChoice) -> list[Planned]:
    """Return who will be added as a new person."""
    return [
        one
        for one in plan.people
        if (one.same_as_person is None and one.same_as_planned is None) or done_with(doubles, one.row) == "keep"
    ]


def foresee(plan: Plan, known: Known, doubles: DoublesChoice) -> ImportResult:
    """Return what `apply_plan` would do, without saving anything."""
    people = len(wanted_people(plan, doubles))
    have = {key for door in known.doors if (key := door_key(door)) is not None}
    new = {key for row in plan.rows if (key := door_key(row.door)) is not None} - have
    merged = (one for one in plan.people if one.same_as_person and done_with(doubles, one.row) == "merge")
    changed = len({one.same_as_person for one in merged})
    return ImportResult(people, len(new), changed, len(known.people) + people, len(known.doors) + len(new))


def apply_plan(
    work: Work,
    plan: Plan,
    doubles: DoublesChoice,
    progress: Progress | None = None,
    remember: bool = True,  # noqa: FBT001, FBT002 - what an action gets, it gets by place
) -> ImportResult:
    """Save what the plan says; `progress` may raise Cancelled, and then nothing is kept.

    `remember`: the next list with these headings begins with these meanings.
    """
    tell = progress or (lambda _done, _total: None)
    before = queries.totals(work.session)
    tell(0, _STEPS)
    doors = _add_doors(work, plan)
    tell(1, _STEPS)
    added = wanted_people(plan, doubles)
    numbers = _add_people(work, added, doors)
    refresh_streets(work, _streets_of(work, plan, doors))
    tell(3, _STEPS)
    _add_reach(work, added, numbers)
    _add_labels(work, added, numbers)
    made = {id(one): number for one, number in zip(added, numbers, strict=True)}
    changed = _merge(work, _to_merge(plan, doubles, made), lambda: tell(4, _STEPS))
    tell(5, _STEPS)
    work.add_many(_loose_ends(work, plan))
    if remember:
        _remember(work, plan.choice)
    after = queries.totals(work.session)
    tell(_STEPS, _STEPS)
    return ImportResult(len(added), after[1] - before[1], changed, *after)


def _add_doors(work: Work, plan: Plan) -> dict[DoorKey, int]:
    """Make the doors that are not there yet; return the numbers of all doors by key."""
    known: dict[DoorKey, Address] = {}
    for address, street in work.session.execute(
        select(Address, Street.name).join(Street, Street.id == Address.street_id)
    ):
        key = door_key(Door(street, address.number or None, address.addition))
        if key is not None:
            known[key] = address
    streets: dict[str, int] = {}
    new: dict[DoorKey, Address] = {}
    for row in plan.rows:
        key = door_key(row.door)
        if key is None:
            continue
        door = known.get(key) or new.get(key)
        if door is None:
            street_id = streets.get(key[0]) or ensure_street(work, row.door.street).id
            streets[key[0]] = street_id
            door = new[key] = new_address(street_id, row.door)
        door.postcode = door.postcode or row.door.postcode
        door.place = door.place or row.door.place
        if row.note and row.note not in door.note:
            door.note = "\n".join(part for part in (door.note, row.note) if part)
    work.add_many(new.values())
    return {key: address.id for key, address in (known | new).items()}


def _streets_of(work: Work, plan: Plan, doors: Mapping[DoorKey, int]) -> set[int]:
    """Return the streets that the list names: who came to live there is sorted as the street is walked."""
    named = {doors[key] for key in (door_key(row.door) for row in plan.rows) if key is not None}
    found = work.session.execute(select(Address.id, Address.street_id))
    return {street for address, street in found if address in named}


def _add_people(work: Work, added: Iterable[Planned], doors: Mapping[DoorKey, int]) -> list[int]:
    rows = []
    for one in added:
        name, key = one.person.name, door_key(one.door)
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
                contact_preference="",
                best_time="",
                note=one.person.note,
                do_not_approach=False,
                sort_name=keys.sort_name(name),
                place_key=keys.place_key(name, door),
                search_text=keys.search_text(name, door, one.person.phones, one.person.emails),
            )
        )
    work.add_many(rows)
    return [row.id for row in rows]


def _add_reach(work: Work, added: list[Planned], numbers: list[int]) -> None:
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


def _add_labels(work: Work, added: list[Planned], numbers: list[int]) -> None:
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


def _to_merge(plan: Plan, doubles: DoublesChoice, made: Mapping[int, int]) -> list[tuple[int, ReadPerson]]:
    """Return who gets what is new: the number of somebody in the group file, and the double in the list."""
    found = []
    for one in plan.people:
        if id(one) not in made and done_with(doubles, one.row) == "merge":
            number = _double_of(one, plan, made)
            if number is not None:
                found.append((number, one.person))
    return found


def _double_of(one: Planned, plan: Plan, made: Mapping[int, int]) -> int | None:
    """Return who this is; the double in the list may itself be the double of somebody above it."""
    while one.same_as_person is None and one.same_as_planned is not None:
        one = plan.people[one.same_as_planned]
        if id(one) in made:
            return made[id(one)]
    return one.same_as_person


def _merge(work: Work, doubles: list[tuple[int, ReadPerson]], tell: Callable[[], None]) -> int:
    """Give doubles what is new about them; return how many people were changed by it."""
    before = {found.id: found for found in cards(work.session, list(dict.fromkeys(number for number, _ in doubles)))}
    changed: set[int] = set()
    for at, (number, person) in enumerate(doubles):
        if at % _EVERY == 0:
            tell()
        old = card(work.session, number) if number in changed else before[number]
        draft = _merged(old, person)
        if draft != draft_of(old):
            change_person(work, number, draft)
            changed.add(number)
    return len(changed)


def _merged(old: PersonCard, new: ReadPerson) -> PersonDraft:
    """What the group knows stays; what the list adds comes with it."""
    name = replace(
        old.name,
        title=old.name.title or new.name.title,
        given=old.name.given or new.name.given,
        initials=old.name.initials or new.name.initials,
        infix=old.name.infix or new.name.infix,
    )
    notes = [note for note in (old.note, "" if new.note in old.note else new.note) if note]
    have = {fold(label) for label in old.labels}
    return replace(
        draft_of(old),
        name=name,
        phones=tuple(dict.fromkeys(old.phones + new.phones)),
        emails=tuple(dict.fromkeys(old.emails + new.emails)),
        labels=old.labels + tuple(label for label in new.labels if fold(label) not in have),
        note="\n".join(notes),
    )


def _loose_ends(work: Work, plan: Plan) -> list[LooseEnd]:
    """Return the problems and the rows without a person, to be sorted out by hand."""
    ends = [
        LooseEnd(source=plan.source, row=one.row, column=one.column, kind=one.kind, text=one.text, created_at=work.now)
        for one in plan.problems
    ]
    ends += [
        LooseEnd(source=plan.source, row=row.number, column="", kind="no_person", text=row.loose, created_at=work.now)
        for row in plan.rows
        if row.loose
    ]
    return ends


def _remember(work: Work, choice: Choice) -> None:
    signature = queries.signature(choice)
    mapping = json.dumps(choice.described(), ensure_ascii=False)
    row = work.session.scalars(select(ImportMapping).where(ImportMapping.signature == signature)).first()
    if row is None:
        work.add(ImportMapping(signature=signature, mapping=mapping))
    else:
        row.mapping = mapping
