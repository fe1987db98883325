"""Which people are shown and in which order: the first screenful at once, everybody in the background."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import ListedPerson
from buurtapp.features.people.rules.steps import Step
from buurtapp.uikit.paged_model import Group

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store
    from buurtapp.features.people.ui.ladder import Ladder

FIRST = 250
"""So many people are read at once: more than any screen shows, and a whole neighbourhood as a rule."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the coordinator looks for."""

    search: str = ""
    label_id: int | None = None
    order: listing.Order = "place"
    step: Step | None = None

    @property
    def is_everybody(self) -> bool:
        """Whether nobody is left out."""
        return not self.search.strip() and self.label_id is None and self.step is None


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of the list: numbers of people, and groups as negative ones. `is_whole` when nobody is missing yet."""

    finding: Finding
    ids: tuple[int, ...]
    groups: tuple[Group, ...]
    people: int
    is_whole: bool


def first_found(store: Store, finding: Finding, ladder: Ladder | None = None) -> Found:
    """Return the first people that are found: among 100,000 as fast as among a hundred."""
    people = store.read(listing.found, _wanted(store, finding, ladder), order=finding.order, most=FIRST + 1)
    shown = people[:FIRST]
    first_of_street = {person.street_id: person.id for person in reversed(shown) if person.street_id is not None}
    rows = {row.id: row for row in store.read(listing.rows, list(first_of_street.values()))}
    names = {street: rows[number].door.street for street, number in first_of_street.items() if number in rows}
    return arranged(finding, shown, names, is_whole=len(people) <= FIRST)


def all_found(store: Store, finding: Finding, ladder: Ladder | None = None) -> Found:
    """Return everybody that is found; for work in the background."""
    people = store.read(listing.found, _wanted(store, finding, ladder), order=finding.order)
    names = {street.id: street.name for street in store.read(listing.streets)}
    return arranged(finding, people, names, is_whole=True)


def _wanted(store: Store, finding: Finding, ladder: Ladder | None) -> listing.Wanted:
    among: Collection[int] | None = None
    if finding.step is not None and ladder is not None:
        among = ladder.ids_at(store, finding.step)
    return listing.Wanted(finding.search, finding.label_id, among)


def arranged(finding: Finding, people: Sequence[ListedPerson], names: Mapping[int, str], *, is_whole: bool) -> Found:
    """Return people below their streets; by name there are no streets. Of a part the last street is not counted."""
    if finding.order == "name":
        return Found(finding, tuple(person.id for person in people), (), len(people), is_whole)
    ids: list[int] = []
    groups: list[Group] = []
    for street, members in groupby(people, attrgetter("street_id")):
        there = list(members)
        is_cut_off = not is_whole and there[-1] is people[-1]
        groups.append(_group(names.get(street) if street is not None else None, () if is_cut_off else there))
        ids.append(-len(groups))
        ids.extend(person.id for person in there)
    return Found(finding, tuple(ids), tuple(groups), len(people), is_whole)


def _group(street: str | None, people: Sequence[ListedPerson]) -> Group:
    count = plural_text("{count} person", "{count} people", len(people))
    if street is None:
        return Group(text(N_("No address")), count if people else "")
    doors = len({person.address_id for person in people})
    at = plural_text("{count} address", "{count} addresses", doors)
    return Group(
        street, text(N_("{people} at {addresses}"), people=count, addresses=at) if people else "", is_place=True
    )
