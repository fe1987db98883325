"""Finding likely doubles among many: only people who share something are compared, not everybody with everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from buurtapp.features.people.rules.likeness import Folded, Likeness, Somebody, folded, likeness

Progress = Callable[[int, int], None]

_LONGEST_BLOCK = 48
"""A number that half a neighbourhood gave says little: there only names that stand near each other are compared."""
_NEAR = 24
_STREET_LETTERS = 3
_FEW_NAMESAKES = 3
_EVERY = 500


def likely_pairs(people: Sequence[Somebody], progress: Progress | None = None) -> list[tuple[int, int, Likeness]]:
    """Return the numbers of pairs that may be one person, lowest number first, the surest pair first.

    `progress` may raise to stop.
    """
    ready = [folded(one) for one in people]
    blocks = list(_blocks(ready).values())
    seen: set[tuple[int, int]] = set()
    found: list[tuple[int, int, Likeness]] = []
    for at, block in enumerate(blocks):
        if progress is not None and at % _EVERY == 0:
            progress(at, len(blocks))
        for one, other in _pairs(block):
            key = (one.id, other.id) if one.id < other.id else (other.id, one.id)
            if key in seen:
                continue
            seen.add(key)
            alike = likeness(one, other)
            if alike is not None:
                found.append((*key, alike))
    return sorted(found, key=lambda pair: (-pair[2].score, pair[0], pair[1]))


def _blocks(people: Sequence[Folded]) -> dict[Hashable, list[Folded]]:
    made: defaultdict[Hashable, list[Folded]] = defaultdict(list)
    for one in people:
        for key in _keys(one):
            made[key].append(one)
    shared = {key: block for key, block in made.items() if len(block) > 1}
    for key, block in _namesakes(people).items():
        shared["name", key] = block
    return shared


def _keys(one: Folded) -> Iterator[Hashable]:
    if one.address is not None:
        yield "address", one.address
    for phone in one.phones:
        yield "phone", phone
    for email in one.emails:
        yield "email", email
    if one.street is not None and one.given and one.family:
        # Whoever stands at another door of the street counts only with a whole name; swapped parts have their own key.
        yield "street", one.street, one.family[:_STREET_LETTERS]
        yield "street", one.street, *sorted((one.given, one.family))


def _namesakes(people: Sequence[Folded]) -> dict[str, list[Folded]]:
    """Return people of one name of whom somebody has no address; a name that many have says nothing."""
    made: defaultdict[str, list[Folded]] = defaultdict(list)
    for one in people:
        if one.given and one.family:
            made[f"{one.given} {one.family}"].append(one)
    return {
        name: block
        for name, block in made.items()
        if 1 < len(block) <= _FEW_NAMESAKES and any(one.address is None for one in block)
    }


def _pairs(block: list[Folded]) -> Iterator[tuple[Folded, Folded]]:
    near = len(block)
    if near > _LONGEST_BLOCK:
        block = sorted(block, key=lambda one: (one.family, one.given or one.initials))
        near = _NEAR
    for at, one in enumerate(block):
        for other in block[at + 1 : at + 1 + near]:
            yield one, other
