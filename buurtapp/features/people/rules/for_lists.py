"""Who stands on a list that goes round the doors or is phoned from, and what it may tell of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from buurtapp.features.people.papers import ListField
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.approach import Way, parted

_ANY: tuple[Way, ...] = ("door", "letter", "phone")


def ways_of(fields: Collection[ListField]) -> tuple[Way, ...]:
    """Return how people are approached with a list of these columns.

    Whoever has the numbers phones, whoever has only the addresses goes round; with mere names it can be any way.
    """
    ways: list[Way] = []
    if "phone" in fields:
        ways.append("phone")
    if "email" in fields:
        ways.append("email")
    if not ways and "address" in fields:
        ways.append("door")
    return tuple(ways) or _ANY


def for_contact(
    cards: Sequence[PersonCard], fields: Collection[ListField]
) -> tuple[list[PersonCard], list[PersonCard]]:
    """Return who may stand on a list with these columns, and who may not; both in the order given.

    Somebody stands on it who may be approached in one of its ways; a number or e-mail address that may not be used is
    left out of what it tells.
    """
    allowed: dict[int, set[Way]] = {}
    for way in ways_of(fields):
        for card in parted(cards, way)[0]:
            allowed.setdefault(card.id, set()).add(way)
    may: list[PersonCard] = []
    may_not: list[PersonCard] = []
    for card in cards:
        if card.id in allowed:
            may.append(_as_agreed(card, allowed[card.id]))
        else:
            may_not.append(card)
    return may, may_not


def fields_of(ending: str) -> tuple[str, ...]:
    """Return what a file with this ending tells of people, for the log of what went out."""
    return ("name", "address", "phone", "email", "labels", "note") if ending.lower() == ".vcf" else ("everything",)


def _as_agreed(card: PersonCard, ways: Collection[Way]) -> PersonCard:
    phones = card.phones if "phone" in ways else ()
    emails = card.emails if "email" in ways else ()
    if (phones, emails) == (card.phones, card.emails):
        return card
    return replace(card, phones=phones, emails=emails)
