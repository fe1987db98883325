"""The order in which people walk along doors: one rule for every list, paper and round.

A street is walked by number, or out along one side and back along the other; the doors of a stairwell or court are
walked together, at the place of the first of them; a place chosen by hand goes before the rule. What comes out is a
key for each door, which sorts as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from buurtapp.core.text import fold
from buurtapp.features.people.records import Walk

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_GROUND = {"huis": 0, "hs": 0, "bg": 1, "begane": 1, "grond": 2, "bel": 3, "beneden": 4, "laag": 5}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_AT_GROUND, _FIGURE, _WORD = "!", "{", "|"
"""Put before parts of an addition, so that they sort: ground floor, letters (which have none), floors, words."""
_IN_STAIRWELL = "\x1e"
"""Sorts before the space of "12 a": a stairwell that begins at 12 comes before 12 a."""
_BY_HAND = "#"
_WAY_BACK = "~"
_HIGHEST = 999_999


@dataclass(frozen=True, slots=True)
class WalkDoor:
    """A door of one street, as far as walking goes; `number` 0 when there is none, `position` from 1."""

    id: int
    number: int
    addition: str = ""
    stairwell: str = ""
    position: int | None = None


def house_key(number: int | None, addition: str, *, letters: bool = False) -> str:
    """Return what sorts the houses of a street: 12, 12 hs, 12 a, 12 b, 12-1, 12-2, 12 II, 12 bis, 13.

    With `letters` I, V and X are letters of the alphabet, else they are floors.
    """
    base = f"{number or 0:06d}"
    parts = [_part_key(part, is_floor=_is_floor(addition) and not letters) for part in _PARTS.findall(fold(addition))]
    return " ".join((base, *parts)) if parts else base


def _is_floor(addition: str) -> bool:
    """Tell whether a single letter is a Roman figure: "I" and "II" are written in capitals, "i" is a letter."""
    return addition.strip(" -/.").isupper()


def _part_key(part: str, *, is_floor: bool) -> str:
    if part.isdecimal():
        return f"{_FIGURE}{int(part):06d}"
    if part in _ROMAN and (len(part) > 1 or is_floor):
        return f"{_FIGURE}{_ROMAN[part]:06d}i"
    if part in _GROUND:
        return f"{_AT_GROUND}{_GROUND[part]}"
    return part if len(part) == 1 else f"{_WORD}{part}"


def street_key(name: str, position: int | None = None) -> str:
    """Return what sorts streets: those with a place in the round first, in that order, the others by name."""
    return fold(name) if position is None else f"!{position:06d} {fold(name)}"


def keys_of(doors: Iterable[WalkDoor], walk: Walk = "") -> dict[int, str]:
    """Return the key of each door of one street, by its number of record."""
    all_doors = list(doors)
    houses = _houses(all_doors)
    if not any(door.position is not None for door in all_doors):
        return _by_rule(all_doors, walk, houses)
    ordered = _by_hand(all_doors, _by_rule(all_doors, walk, houses))
    return {door.id: f"{_BY_HAND}{at:06d}" for at, door in enumerate(ordered, 1)}


def in_order(doors: Iterable[WalkDoor], walk: Walk = "") -> list[WalkDoor]:
    """Return the doors of one street as people walk."""
    all_doors = list(doors)
    keys = keys_of(all_doors, walk)
    return sorted(all_doors, key=lambda door: (keys[door.id], door.id))


def _houses(doors: Sequence[WalkDoor]) -> dict[int, str]:
    """Return the house key of each door: "I" between H and J is a letter, "I" before II a floor."""
    known = {(door.number, fold(door.addition)) for door in doors}

    def is_letter(door: WalkDoor) -> bool:
        letter = fold(door.addition)
        return len(letter) == 1 and letter in _ROMAN and (door.number, chr(ord(letter) - 1)) in known

    return {door.id: house_key(door.number, door.addition, letters=is_letter(door)) for door in doors}


def _by_rule(doors: Sequence[WalkDoor], walk: Walk, houses: Mapping[int, str]) -> dict[int, str]:
    own = {door.id: _side_key(door.number, houses[door.id], walk) for door in doors}
    first: dict[str, str] = {}
    for door in doors:
        where = stairwell_key(door.stairwell)
        if where:
            first[where] = min(own[door.id], first.get(where, own[door.id]))
    return {
        door.id: f"{first[where]}{_IN_STAIRWELL}{houses[door.id]}"
        if (where := stairwell_key(door.stairwell))
        else own[door.id]
        for door in doors
    }


def _side_key(number: int, house: str, walk: Walk) -> str:
    """Return the key of a house in a street that is walked like this.

    On the way back numbers fall; what has the same number stays as it is, for it mostly has one entrance.
    """
    if not walk or not number or bool(number % 2) is (walk == "odd_first"):
        return house
    return f"{_WAY_BACK}{_HIGHEST - number:06d}{house[6:]}"


def stairwell_key(stairwell: str) -> str:
    """Return what tells stairwells of a street apart: "Portiek A" and "portiek a" are one."""
    return fold(stairwell) or stairwell.strip()


def _by_hand(doors: Sequence[WalkDoor], by_rule: Mapping[int, str]) -> list[WalkDoor]:
    """Return doors in the order chosen by hand.

    A door without a place, such as one that was added later, follows the door that it follows by the rule.
    """
    behind: dict[int, list[WalkDoor]] = {}
    anchor = 0
    for door in sorted(doors, key=lambda door: (by_rule[door.id], door.id)):
        if door.position is None:
            behind.setdefault(anchor, []).append(door)
        else:
            anchor = door.id
    placed = sorted((door for door in doors if door.position is not None), key=lambda one: (one.position or 0, one.id))
    ordered = list(behind.get(0, ()))
    for door in placed:
        ordered += [door, *behind.get(door.id, ())]
    return [door for block in _blocks(ordered) for door in block]


def _blocks(ordered: Iterable[WalkDoor]) -> list[list[WalkDoor]]:
    """Return doors that are walked as one: those of a stairwell, each at the place of its first door."""
    blocks: dict[object, list[WalkDoor]] = {}
    for door in ordered:
        where = stairwell_key(door.stairwell)
        blocks.setdefault(where or door.id, []).append(door)
    return list(blocks.values())


def moved_by(ordered: Sequence[WalkDoor], door_id: int, step: int) -> list[WalkDoor]:
    """Return doors in order with one of them a step further (1) or back (-1); the order as it was at the ends.

    Inside its stairwell a door changes place with its neighbour; at the edge of it the stairwell goes as a whole.
    """
    blocks = _blocks(ordered)
    at = next(number for number, block in enumerate(blocks) if any(door.id == door_id for door in block))
    inside = [door.id for door in blocks[at]].index(door_id)
    changing: list[WalkDoor] | list[list[WalkDoor]] = blocks[at]
    place = inside
    if not 0 <= inside + step < len(blocks[at]):
        changing, place = blocks, at
    if 0 <= place + step < len(changing):
        changing.insert(place + step, changing.pop(place))  # type: ignore[arg-type]
    return [door for block in blocks for door in block]


def moved_after(ordered: Sequence[WalkDoor], door_id: int, other_id: int | None) -> list[WalkDoor]:
    """Return doors in order with one of them behind another, or as the first of all; a stairwell goes as a whole."""
    door = next(one for one in ordered if one.id == door_id)
    where = stairwell_key(door.stairwell)
    other = next((one for one in ordered if one.id == other_id), None)
    if other is not None and where and stairwell_key(other.stairwell) == where:
        rest = [one for one in ordered if one.id != door_id]
        at = rest.index(other) + 1
        return [*rest[:at], door, *rest[at:]]
    block = next(block for block in _blocks(ordered) if door in block)
    if other is None:
        block = [door, *(one for one in block if one != door)]
    blocks = [others for others in _blocks(ordered) if door not in others]
    at = 0 if other is None else next(at for at, others in enumerate(blocks) if other in others) + 1
    return [one for others in (*blocks[:at], block, *blocks[at:]) for one in others]


def numbered(ordered: Sequence[WalkDoor]) -> list[WalkDoor]:
    """Return the doors with their places in this order, from 1."""
    return [replace(door, position=at) for at, door in enumerate(ordered, 1)]
