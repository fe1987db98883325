"""Keys for sorting and search: family name without tussenvoegsel first, doors as people walk."""

from __future__ import annotations

from collections.abc import Iterable

from buurtapp.core.text import digits, fold, house_number_key
from buurtapp.features.people.records import Door, Name

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
    """Return the key of a door within its street."""
    return house_number_key(number, addition)


def place_key(name: Name, door: Door) -> str:
    """Return the key under which a person stands in the list by street; without an address at the end."""
    if not door.street:
        return f"{_LAST}{_NEXT}{sort_name(name)}"
    return _NEXT.join((fold(door.street), house_number_key(door.number, door.addition), sort_name(name)))


def search_text(name: Name, door: Door, phones: Iterable[str], emails: Iterable[str]) -> str:
    """Return everything a person can be found by, folded: names, door, phone figures, e-mail."""
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
    ]
    return " " + " ".join(word for word in words if word)


def _dutch_digits(phone: str) -> str:
    """Return the figures of a number as they are dialled here and from abroad: "0600000111 31600000111"."""
    figures = digits(phone)
    return f"0{figures[2:]} {figures}" if phone.startswith("+31") else figures
