"""What the screens of streets say: ways of walking, what is special about a door."""

from __future__ import annotations

from collections.abc import Mapping

from buurtapp.core.i18n import N_, Text, _, plural_text, text
from buurtapp.features.people.records import DoorRow, StreetRow, Walk

WALK_WORDS: Mapping[Walk, Text] = {
    "": text(N_("By number")),
    "odd_first": text(N_("Odd side out, even side back")),
    "even_first": text(N_("Even side out, odd side back")),
}
_EXPLAINED: Mapping[Walk, Text] = {
    "": text(N_("From the lowest number to the highest: 1, 2, 3, 4.")),
    "odd_first": text(N_("First the odd numbers going up, then the even ones coming down: 1, 3, 5, 6, 4, 2.")),
    "even_first": text(N_("First the even numbers going up, then the odd ones coming down: 2, 4, 6, 5, 3, 1.")),
}
_BY_HAND = text(N_("You put the doors in an order of your own. Choose a way of walking to drop it."))


def explained(row: StreetRow) -> Text:
    """Return in words how a street is walked."""
    return _BY_HAND if row.by_hand else _EXPLAINED[row.walk]


def counted(row: StreetRow) -> Text:
    """Return how many doors and people a street has."""
    return text(
        N_("{addresses} · {people} · {unknown}"),
        addresses=plural_text("{count} address", "{count} addresses", row.addresses),
        people=plural_text("{count} person", "{count} people", row.people),
        unknown=plural_text("nobody known at {count}", "nobody known at {count}", row.unknown),
    )


def details(row: DoorRow) -> str:
    """Return the stairwell of a door and what it asks, each on a line of its own."""
    said = (
        row.stairwell,
        _("do not approach") if row.do_not_approach else "",
        _("no bell") if row.no_bell else "",
        {"nee_nee": _("NEE/NEE"), "nee_ja": _("NEE/JA")}.get(row.sticker, ""),
    )
    return "\n".join(filter(None, said))


def residents(row: DoorRow) -> str:
    """Return who lives at a door, as one line."""
    return ", ".join(person.name.spoken for person in row.people) or _("nobody known")
