"""When are two people the same one? Figures and words as in the import of lists: certain doubles only."""

from __future__ import annotations

from buurtapp.core.text import fold
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules.doors import door_key
from buurtapp.features.people.rules.names import gender_of

DoubleKey = tuple[str, str, int, str]
_SHORT_INFIX = {"v d": ("van der", "van den", "van de"), "vd": ("van der", "van den", "van de"), "v": ("van",)}


def double_key(name: Name, door: Door) -> DoubleKey | None:
    """Return the key two people must share to be a certain double; None without an address or a family name."""
    at = door_key(door)
    family = fold(name.family)
    return (family, *at) if at is not None and family else None


def same_person(one: Name, other: Name) -> bool:
    """Return whether two names at one door with one family name are certainly the same person."""
    return infix_fits(one.infix, other.infix) and _title_fits(one, other) and _first_fits(one, other)


def infix_fits(one: str, other: str) -> bool:
    """Return whether two infixes may be the same: one is missing, or is short for the other."""
    first, second = fold(one), fold(other)
    if not first or not second or first == second:
        return True
    return second in _SHORT_INFIX.get(first, ()) or first in _SHORT_INFIX.get(second, ())


def _title_fits(one: Name, other: Name) -> bool:
    return {gender_of(one.title), gender_of(other.title)} != {"m", "f"}


def _first_fits(one: Name, other: Name) -> bool:
    if not _has_first(one) and not _has_first(other):
        return gender_of(one.title) == gender_of(other.title) and one.kind == other.kind
    if not _has_first(one) or not _has_first(other):
        return False
    if one.given and other.given:
        # Names of signs alone fold to nothing: they are the same only when they are written the same.
        return fold(one.given) == fold(other.given) and (fold(one.given) != "" or one.given == other.given)
    if one.initials and other.initials:
        first, second = _letters(one.initials), _letters(other.initials)
        return first.startswith(second) or second.startswith(first)
    given, initials = (one.given, other.initials) if one.given else (other.given, one.initials)
    return fold(given)[:1] == _letters(initials)[:1]


def _has_first(name: Name) -> bool:
    return bool(name.given or name.initials)


def _letters(initials: str) -> str:
    return fold(initials).replace(" ", "")
