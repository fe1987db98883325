"""Saving a plan: one action, so that one undo takes the whole import back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select

from buurtapp.core.errors import DraftInvalid, UserError
from buurtapp.core.i18n import N_, Text, _, plural_text, text
from buurtapp.core.store.work import Work
from buurtapp.exchange.table import Progress
from buurtapp.features.people.actions.doors import ensure_street, new_address
from buurtapp.features.people.actions.people import change_person, draft_of, label_people
from buurtapp.features.people.actions.refresh import refresh_streets
from buurtapp.features.people.importing import adding, columns, headings, loose, memory, queries, values
from buurtapp.features.people.importing.changes import Outcome, outcome
from buurtapp.features.people.importing.records import (
    Afterwards,
    Change,
    Choice,
    Doubles,
    DoublesChoice,
    ImportResult,
    Known,
    Plan,
    Planned,
)
from buurtapp.features.people.queries.cards import cards
from buurtapp.features.people.records import Door, PersonCard
from buurtapp.features.people.rules.doors import door_key
from buurtapp.features.people.tables import Address, ImportMapping, Street

_STEPS = 6
_EVERY = 50


def imported_label(source: str, people: int, changed: int = 0) -> Text:
    """Return what the history says of `apply_plan`: how many people came in, how many were there and are changed."""
    if changed:
        return plural_text(
            "List {source} read: {count} person, {changed} changed",
            "List {source} read: {count} people, {changed} changed",
            people,
            source=source,
            changed=changed,
        )
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


def done_with(doubles: DoublesChoice, one: Planned) -> Doubles:
    """Return what is to be done with somebody who is, or may be, there already.

    Who seems to have moved is a new person, unless that row was decided on or the list is to win.
    """
    if isinstance(doubles, str):
        return "keep" if one.is_moved and doubles != "update" else doubles
    return doubles.get(one.row, "keep" if one.is_moved else "skip")


def wanted_people(plan: Plan, doubles: DoublesChoice) -> list[Planned]:
    """Return who will be added as a new person."""
    return [one for one in plan.people if not (one.is_double or one.is_moved) or done_with(doubles, one) == "keep"]


def outcomes(plan: Plan, doubles: DoublesChoice, people: Mapping[int, PersonCard]) -> dict[int, Outcome]:
    """Return what becomes of people who are there already; `people` are those of `queries.matched`."""
    rows = _to_change(plan, doubles, {})
    return {number: outcome(people[number], rows[number]) for number in rows if number in people}


def foresee(
    plan: Plan, known: Known, doubles: DoublesChoice, people: Mapping[int, PersonCard] | None = None
) -> ImportResult:
    """Return what `apply_plan` would do, without saving anything; `people` are those of `queries.matched`."""
    added = len(wanted_people(plan, doubles))
    have = {key for door in known.doors if (key := door_key(door)) is not None}
    new = {key for row in plan.rows if (key := door_key(row.door)) is not None} - have
    ends = outcomes(plan, doubles, people or {})
    changed = sum(1 for one in ends.values() if one.is_change)
    return ImportResult(
        added, len(new), changed, len(known.people) + added, len(known.doors) + len(new), in_order(ends.values())
    )


def in_order(ends: Iterable[Outcome]) -> tuple[Change, ...]:
    """Return all changes in the order of the rows of the list."""
    return tuple(sorted((change for one in ends for change in one.changes), key=lambda change: change.row))


def apply_plan(
    work: Work,
    plan: Plan,
    doubles: DoublesChoice,
    progress: Progress | None = None,
    afterwards: Afterwards = Afterwards(),  # noqa: B008 - frozen
) -> ImportResult:
    """Save what the plan says; `progress` may raise Cancelled, and then nothing is kept."""
    tell = progress or (lambda _done, _total: None)
    before = queries.totals(work.session)
    tell(0, _STEPS)
    doors = _add_doors(work, plan)
    tell(1, _STEPS)
    added = wanted_people(plan, doubles)
    numbers = adding.add_people(work, added, doors, lambda: tell(2, _STEPS))
    refresh_streets(work, _streets_of(work, plan, doors))
    made = {id(one): number for one, number in zip(added, numbers, strict=True)}
    tell(3, _STEPS)
    ends = _change(work, _to_change(plan, doubles, made), lambda: tell(4, _STEPS))
    if afterwards.missing:
        label_people(work, sorted(afterwards.missing), missing_label())
    tell(5, _STEPS)
    changes = in_order(ends.values())
    work.add_many(loose.ends_of(work, plan, changes))
    memory.remember_rows(work, plan, _rows_read(plan, doubles, made), is_settled=afterwards.missing is not None)
    if afterwards.remember:
        _remember(work, plan.choice)
    after = queries.totals(work.session)
    tell(_STEPS, _STEPS)
    new = set(made.values())
    changed = sum(1 for number, one in ends.items() if one.is_change and number not in new)
    known = tuple(change for change in changes if change.person_id not in new)
    return ImportResult(len(added), after[1] - before[1], changed, *after, known)


def missing_label() -> str:
    """Return the label of people who stand in a list no more."""
    return _("no longer in the list")


def _add_doors(work: Work, plan: Plan) -> dict[adding.DoorKey, int]:
    """Make the doors that are not there yet; return the numbers of all doors by key."""
    known: dict[adding.DoorKey, Address] = {}
    for address, street in work.session.execute(
        select(Address, Street.name).join(Street, Street.id == Address.street_id)
    ):
        key = door_key(Door(street, address.number or None, address.addition))
        if key is not None:
            known[key] = address
    streets: dict[str, int] = {}
    new: dict[adding.DoorKey, Address] = {}
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
        door.no_bell = door.no_bell or row.no_bell
        door.sticker = door.sticker or row.sticker
    work.add_many(new.values())
    return {key: address.id for key, address in (known | new).items()}


def _streets_of(work: Work, plan: Plan, doors: Mapping[adding.DoorKey, int]) -> set[int]:
    """Return the streets that the list names: who came to live there is sorted as the street is walked."""
    named = {doors[key] for key in (door_key(row.door) for row in plan.rows) if key is not None}
    found = work.session.execute(select(Address.id, Address.street_id))
    return {street for address, street in found if address in named}


def _to_change(plan: Plan, doubles: DoublesChoice, made: Mapping[int, int]) -> dict[int, list[tuple[Planned, bool]]]:
    """Return the rows that tell of somebody who is there: by number, with whether the list wins.

    `made` has the numbers of new people by the id of their record; without it only people who were there are told.
    """
    found: defaultdict[int, list[tuple[Planned, bool]]] = defaultdict(list)
    for one in plan.people:
        how = done_with(doubles, one) if one.is_double or one.is_moved else "skip"
        if id(one) in made or how not in {"merge", "update"}:
            continue
        number = who(one, plan, made, follows=how == "update")
        if number is not None:
            found[number].append((one, how == "update" and number not in made.values()))
    return dict(found)


def who(one: Planned, plan: Plan, made: Mapping[int, int], *, follows: bool = True) -> int | None:
    """Return who this is, in the group or made just now; a double in the list may be that of somebody above it.

    `follows`: what an earlier version of the list says comes before the address.
    """
    if id(one) in made:
        return made[id(one)]
    while True:
        if one.known_as is not None and (follows or one.is_moved):
            return one.known_as
        if one.same_as_person is not None or one.same_as_planned is None:
            return one.same_as_person
        one = plan.people[one.same_as_planned]
        if id(one) in made:
            return made[id(one)]


def _rows_read(plan: Plan, doubles: DoublesChoice, made: Mapping[int, int]) -> dict[str, tuple[int, str]]:
    """Return who each row is and the fingerprints of what was taken over of it, by its key."""
    found = {}
    for one in plan.people:
        number = who(one, plan, made)
        if number is None:
            continue
        is_taken = id(one) in made or done_with(doubles, one) != "skip"
        # A second row about somebody was left out on purpose; a row about somebody of another list was not looked at.
        is_left_out = one.known_as is None and one.same_as_person is None
        if is_taken or is_left_out:
            found[one.key] = number, values.written(values.marks(values.of_row(one)))
        else:
            found[one.key] = number, values.written(one.before) if one.before is not None else ""
    return found


def _change(
    work: Work, rows: Mapping[int, Sequence[tuple[Planned, bool]]], tell: Callable[[], None]
) -> dict[int, Outcome]:
    """Give people what is new about them; who stays as they are is not touched."""
    found = {}
    for at, one in enumerate(cards(work.session, list(rows))):
        if at % _EVERY == 0:
            tell()
        end = outcome(one, rows[one.id])
        if end.draft != draft_of(one):
            try:
                change_person(work, one.id, end.draft)
            except DraftInvalid:
                # What cannot be kept like that (a note that gets too long) stays as it was, and waits to be sorted out.
                end = replace(end, changes=tuple(replace(change, is_conflict=True) for change in end.changes))
        adding.note_answers(work, {one.id: end.consents})
        found[one.id] = end
    return found


def _remember(work: Work, choice: Choice) -> None:
    signature = columns.signature(choice)
    mapping = json.dumps(choice.described(), ensure_ascii=False)
    row = work.session.scalars(select(ImportMapping).where(ImportMapping.signature == signature)).first()
    if row is None:
        work.add(ImportMapping(signature=signature, mapping=mapping))
    else:
        row.mapping = mapping
