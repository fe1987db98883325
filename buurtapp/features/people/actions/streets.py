"""Streets as a whole: their name, two spellings that are one, and how people walk them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from buurtapp.core.errors import DraftInvalid, DraftProblem, UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.people.actions.areas import set_street_area
from buurtapp.features.people.actions.refresh import refresh_doors, refresh_street, refresh_streets, some, walk_doors
from buurtapp.features.people.queries import listing
from buurtapp.features.people.queries import streets as queries
from buurtapp.features.people.records import WALKS, Walk
from buurtapp.features.people.rules import walking
from buurtapp.features.people.rules.doors import house_of
from buurtapp.features.people.tables import Address, Person, Street


def renamed_label(name: str) -> Text:
    """Return what the history says of `rename_street`."""
    return text(N_("Street written as {street}"), street=name)


def joined_label(gone: str, keep: str) -> Text:
    """Return what the history says of `join_streets`."""
    return text(N_("Streets joined: {gone} is {keep}"), gone=gone, keep=keep)


def walk_label(street: str) -> Text:
    """Return what the history says when a street is walked in another way."""
    return text(N_("Way of walking changed: {street}"), street=street)


def rename_street(work: Work, street_id: int, name: str) -> None:
    """Write a street otherwise, for all its doors; raises DraftInvalid, or UserError "street_exists"."""
    if not fold(name):
        raise DraftInvalid([DraftProblem("street", text(N_("Fill in a street.")))])
    street = work.get(Street, street_id)
    other = queries.spelled_like(work.session, name, street_id)
    if other is not None:
        raise UserError(
            "street_exists",
            text(N_("There is a street {street} already. Nothing was changed."), street=work.get(Street, other).name),
            text(N_("Join the two streets when they are one.")),
        )
    street.name, street.sort_name = " ".join(name.split()), fold(name)
    refresh_doors(work, _doors(work, street_id))


def join_streets(work: Work, keep_id: int, gone_id: int) -> int:
    """Let two spellings of one street be one: doors with the same number become one, people stay where they live.

    Returns how many doors became one. Raises UserError "same_street".
    """
    if keep_id == gone_id:
        raise UserError("same_street", text(N_("This is one street already. Nothing was changed.")))
    keep, gone = work.get(Street, keep_id), work.get(Street, gone_id)
    there = {house_of(door.number, door.addition): door for door in _rows(work, keep_id)}
    twice = 0
    for door in _rows(work, gone_id):
        same = there.get(house_of(door.number, door.addition))
        if same is None:
            door.street_id, door.walk_position = keep_id, None
            there[house_of(door.number, door.addition)] = door
        else:
            twice += 1
            _join_doors(work, same, door)
    keep.area_id = keep.area_id or gone.area_id
    work.flush()
    work.delete(gone)
    refresh_street(work, keep_id)
    refresh_doors(work, _doors(work, keep_id))
    return twice


def _join_doors(work: Work, keep: Address, gone: Address) -> None:
    for person in list(work.session.scalars(select(Person).where(Person.address_id == gone.id))):
        person.address_id = keep.id
    keep.postcode, keep.place = keep.postcode or gone.postcode, keep.place or gone.place
    keep.note = "\n".join(dict.fromkeys(part for part in (keep.note, gone.note) if part))
    keep.stairwell, keep.sticker = keep.stairwell or gone.stairwell, keep.sticker or gone.sticker
    # Whoever asked to be left alone at one of the two is left alone.
    keep.no_bell, keep.do_not_approach = keep.no_bell or gone.no_bell, keep.do_not_approach or gone.do_not_approach
    work.flush()
    work.session.delete(gone)


def _rows(work: Work, street_id: int) -> Sequence[Address]:
    return work.session.scalars(select(Address).where(Address.street_id == street_id).order_by(Address.sort_key)).all()


def _doors(work: Work, street_id: int) -> Sequence[int]:
    return work.session.scalars(select(Address.id).where(Address.street_id == street_id)).all()


@dataclass(frozen=True, slots=True)
class StreetChange:
    """What is to change of a street; None leaves it as it is. `area_id` and `position` 0 take it away."""

    name: str | None = None
    walk: Walk | None = None
    area_id: int | None = None
    position: int | None = None


def changed_label(name: str) -> Text:
    """Return what the history says of `change_street`."""
    return text(N_("Street changed: {street}"), street=name)


def change_street(work: Work, street_id: int, change: StreetChange) -> None:
    """Change several things of a street at once; raises what each of them raises."""
    if change.name is not None:
        rename_street(work, street_id, change.name)
    if change.walk is not None:
        walk_street(work, street_id, change.walk)
    if change.area_id is not None:
        set_street_area(work, street_id, change.area_id or None)
    if change.position is not None:
        place_street(work, street_id, change.position or None)


# Walking


def walk_street(work: Work, street_id: int, walk: Walk) -> None:
    """Let a street be walked by a rule; an order chosen by hand is dropped. Raises UserError "unknown_walk"."""
    if walk not in WALKS:
        raise UserError("unknown_walk", text(N_("“{walk}” is no way to walk a street."), walk=walk))
    street = work.get(Street, street_id)
    street.walk = walk
    by_hand = Address.street_id == street_id, Address.walk_position.is_not(None)
    for door in work.session.scalars(select(Address).where(*by_hand)).all():
        door.walk_position = None
    refresh_street(work, street_id)


def place_street(work: Work, street_id: int, position: int | None) -> None:
    """Give a street a place in the round, from 1; others move up. None: it comes by name, after those with a place."""
    street = work.get(Street, street_id)
    placed = [
        row
        for row in work.session.scalars(
            select(Street).where(Street.walk_position.is_not(None)).order_by(*listing.round_order())
        )
        if row.id != street_id
    ]
    if position is not None:
        if position < 1:
            raise DraftInvalid([DraftProblem("walk_position", text(N_("The first place in the round is 1.")))])
        placed.insert(position - 1, street)
    before = {row.id: row.walk_position for row in (*placed, street)}
    street.walk_position = None
    for at, row in enumerate(placed, 1):
        row.walk_position = at
    refresh_streets(work, [row.id for row in dict.fromkeys((*placed, street)) if row.walk_position != before[row.id]])


def move_door(work: Work, address_id: int, step: int) -> None:
    """Let a door come one place earlier (-1) or later (1) on the walk; from then on the street is walked by hand."""
    street, ordered = _walk(work, address_id)
    _place_doors(work, street, walking.moved_by(ordered, address_id, step))


def move_door_after(work: Work, address_id: int, other_id: int | None) -> None:
    """Let a door come after another one of its street, or first of all; raises UserError "other_street"."""
    street, ordered = _walk(work, address_id)
    if other_id is not None and other_id not in {door.id for door in ordered}:
        work.get(Address, other_id)
        raise UserError("other_street", text(N_("These doors are in two streets. A door is walked in its own street.")))
    if other_id == address_id:
        raise UserError("same_door", text(N_("A door cannot come after itself. Nothing was changed.")))
    _place_doors(work, street, walking.moved_after(ordered, address_id, other_id))


def walk_door_by_rule(work: Work, address_id: int) -> None:
    """Take away the place of a door that was chosen by hand: it follows the door it follows by the rule."""
    address = work.get(Address, address_id)
    address.walk_position = None
    refresh_street(work, address.street_id)


def set_stairwell(work: Work, addresses: Sequence[int], stairwell: str) -> None:
    """Let doors be in this stairwell or court, or in none: they are walked together."""
    streets = []
    for number in addresses:
        address = work.get(Address, number)
        address.stairwell = " ".join(stairwell.split())
        streets.append(address.street_id)
    refresh_streets(work, streets)


def _walk(work: Work, address_id: int) -> tuple[Street, list[walking.WalkDoor]]:
    street = work.get(Street, work.get(Address, address_id).street_id)
    return street, walking.in_order(walk_doors(work, street.id), street.walk)  # type: ignore[arg-type]


def _place_doors(work: Work, street: Street, ordered: Sequence[walking.WalkDoor]) -> None:
    before = {door.id: door.position for door in ordered}
    placed = {door.id: door.position for door in walking.numbered(ordered) if door.position != before[door.id]}
    for address in some(work, Address, list(placed)):
        address.walk_position = placed[address.id]
    refresh_street(work, street.id)
