"""Keys for sorting and search: family name without tussenvoegsel first, doors as people walk."""

from __future__ import annotations

from collections.abc import Iterable

from buurtapp.core.text import digits, fold
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules.walking import house_key, street_key

_LAST = "\uffff"
_NEXT = "\x1f"
"""Between the parts of a key: sorts before the space of "12 a", so that 12 comes first."""


def sort_name(name: Name) -> str:
    """Return the key under which a name stands in a list."""
    return (
        " ".join(part for part in (fold(name.family), fold(name.given or name.initials), fold(name.infix)) if part)
        or _LAST
    )


def sort_door(number: int, addition: str) -> str:
    """Return the key of a door in a street that is walked by number, as long as nothing else is known of it."""
    return house_key(number, addition)


def joined_walk_key(street: str, position: int | None, sort_key: str) -> str:
    """Return what sorts a door among those of all streets: its street in the round, and its key there."""
    return f"{street_key(street, position)}{_NEXT}{sort_key}"


def walk_key(door: Door) -> str:
    """Return what sorts a door among those of all streets; what no query filled in is by name and number."""
    return door.walk_key or joined_walk_key(door.street, None, house_key(door.number, door.addition))


def walk_key_in(placed: str) -> str:
    """Return the key of the door in the key of somebody who lives there."""
    return placed.rpartition(_NEXT)[0]


def place_key(name: Name, door: Door) -> str:
    """Return the key under which a person stands in the list by street; without an address at the end."""
    return placed(walk_key(door) if door.street else _LAST, sort_name(name))


def placed(walked: str, named: str) -> str:
    """Return the key of somebody from that of the door and that of the name."""
    return f"{walked}{_NEXT}{named}"


def search_text(name: Name, door: Door, phones: Iterable[str], emails: Iterable[str], more: Iterable[str] = ()) -> str:
    """Return what a person can be found by, folded: names, door, phone figures, e-mail, what they can and are.

    `more` holds skills and roles. Labels are looked up in their own table: one label may stand on 10,000 people.
    """
    house = f"{door.number or ''}{fold(door.addition).replace(' ', '')}"
    words = [
        fold(f"{name.title} {name.given} {name.initials} {name.infix} {name.family}"),
        fold(name.initials.replace(".", "")),
        fold(door.street),
        house,
        fold(door.postcode).replace(" ", ""),
        fold(door.place),
        *(_dutch_digits(phone) for phone in phones),
        *(fold(email) for email in emails),
        *(fold(word) for word in more),
    ]
    return " " + " ".join(word for word in words if word)


def _dutch_digits(phone: str) -> str:
    """Return the figures of a number as they are dialled here and from abroad: "0600000111 31600000111"."""
    figures = digits(phone)
    return f"0{figures[2:]} {figures}" if phone.startswith("+31") else figures
