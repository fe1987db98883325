"""Who in a list is somebody an earlier version of it told of, also when they moved; and who stands in it no more.

The rules. A list is a new version of one that was read when it has the same headings and at least half of its rows come
back. A row is known by its member number, where a name, a phone or a door says so too: a list may be numbered anew.
Without a number it is known by name and door. Who is left over is known by the same name with the same phone or e-mail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from buurtapp.core.text import fold
from buurtapp.features.people.importing.records import (
    EarlierList,
    Known,
    ListedBefore,
    Missing,
    Planned,
    ReadRow,
)
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules.doors import door_key
from buurtapp.features.people.rules.doubles import infix_fits, same_person

_ENOUGH = 0.5
_ALIKE = 80
"""How much two names at one door or under one number must be alike, of 100 (rapidfuzz ratio)."""


def with_keys(rows: Sequence[ReadRow], people: Sequence[Planned]) -> list[Planned]:
    """Return people with what tells them apart in the list: "n:12", or "j de boer|klaverstraat 5"; twice gets "~2"."""
    members = {row.number: fold(row.member) for row in rows if row.member}
    places: Counter[int] = Counter()
    seen: Counter[str] = Counter()
    made = []
    for one in people:
        places[one.row] += 1
        member = members.get(one.row)
        name = fold(f"{one.person.name.spoken}")
        key = f"n:{member}.{places[one.row]}" if member else f"{name}|{fold(one.door.line)}"
        seen[key] += 1
        made.append(replace(one, key=key if seen[key] == 1 else f"{key}~{seen[key]}"))
    return made


def recognised(
    people: Sequence[Planned], known: Known
) -> tuple[list[Planned], EarlierList | None, tuple[Missing, ...]]:
    """Return people with who they are, the earlier version of the list, and who stands in it no more."""
    found = list(people)
    here = {number: (name, door) for number, name, door in known.people} if known.lists or known.reach else {}
    earlier = _earlier(people, known, here)
    taken: set[int] = {one.same_as_person for one in people if one.same_as_person is not None}
    if earlier is not None:
        entries = {entry.key: entry for entry in earlier.entries}
        for at, one in enumerate(found):
            entry = entries.get(one.key)
            if entry is not None and _is(one, entry, known.reach, here):
                found[at] = replace(one, known_as=entry.person_id, before=entry.said)
                taken.add(entry.person_id)
    for at, one in enumerate(found):
        if one.known_as is None and not one.is_double:
            person = _by_reach(one, known.reach, here, taken)
            if person is not None:
                found[at] = replace(one, known_as=person)
                taken.add(person)
    return found, earlier, _missing(earlier, taken, here)


def _earlier(people: Sequence[Planned], known: Known, here: Mapping[int, tuple[Name, Door]]) -> EarlierList | None:
    """Return the list that was read before of which most comes back; None when none comes back for half."""
    by_key = {one.key: one for one in people}
    best, best_share = None, 0.0
    for one in known.lists:
        back = sum(1 for e in one.entries if e.key in by_key and _is(by_key[e.key], e, known.reach, here))
        share = back / len(one.entries) if one.entries else 0.0
        if share >= max(_ENOUGH, best_share):
            best, best_share = one, share
    return best


def _is(
    one: Planned, entry: ListedBefore, reach: Mapping[str, tuple[int, ...]], here: Mapping[int, tuple[Name, Door]]
) -> bool:
    """Whether a row with the key of an earlier one is about the same person."""
    if entry.person_id not in here:
        return False
    if not entry.key.startswith("n:"):
        return True
    name, door = here[entry.person_id]
    if _is_name(one.person.name, name):
        return True
    if any(entry.person_id in reach.get(value, ()) for value in (*one.person.phones, *one.person.emails)):
        return _first(one.person.name)[:1] == _first(name)[:1]
    from rapidfuzz import fuzz  # noqa: PLC0415 - only where a name is written otherwise than before

    alike = fuzz.ratio(fold(one.person.name.spoken), fold(name.spoken)) >= _ALIKE
    return alike and (door_key(one.door) == door_key(door) or fold(one.person.name.family) == fold(name.family))


def _first(name: Name) -> str:
    return fold(name.given or name.initials)


def _is_name(one: Name, other: Name) -> bool:
    family = fold(one.family) == fold(other.family)
    return family and bool(one.family) and infix_fits(one.infix, other.infix) and same_person(one, other)


def _by_reach(
    one: Planned,
    reach: Mapping[str, tuple[int, ...]],
    here: Mapping[int, tuple[Name, Door]],
    taken: set[int],
) -> int | None:
    """Return who has the same name and the same phone or e-mail; None unless it is one who is not another row."""
    people = {person for value in (*one.person.phones, *one.person.emails) for person in reach.get(value, ())}
    fits = [person for person in people - taken if person in here and _is_name(one.person.name, here[person][0])]
    return fits[0] if len(fits) == 1 else None


def _missing(
    earlier: EarlierList | None, taken: set[int], here: Mapping[int, tuple[Name, Door]]
) -> tuple[Missing, ...]:
    if earlier is None:
        return ()
    gone = dict.fromkeys(entry.person_id for entry in earlier.entries if entry.person_id not in taken)
    return tuple(Missing(person, here[person][0].spoken) for person in gone if person in here)
