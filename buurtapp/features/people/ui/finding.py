"""Which people are shown and in which order: the first screenful at once, everybody in the background."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.people.queries import listing, sorting
from buurtapp.features.people.queries.quick import unswept
from buurtapp.features.people.records import ListedPerson
from buurtapp.features.people.rules.steps import Step
from buurtapp.uikit.paged_model import Group

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store
    from buurtapp.features.people.ui.ladder import Ladder

Folded = AbstractSet[int | None]
"""Streets of which only the heading is shown; None: whoever has no address."""
KEPT_IN_ORDER = ("place", "name")
"""What the file itself keeps people in the order of."""
FIRST = 250
"""So many people are read at once: more than any screen shows, and a whole neighbourhood as a rule."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the coordinator looks for: words, a label, a step, filters with a code; and by which column it is sorted."""

    search: str = ""
    label_id: int | None = None
    order: str = "place"
    step: Step | None = None
    down: bool = False
    also: tuple[str, ...] = ()

    @property
    def is_everybody(self) -> bool:
        """Whether nobody is left out."""
        return not self.search.strip() and not self.is_narrowed

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is on."""
        return self.label_id is not None or self.step is not None or bool(self.also)

    @property
    def is_grouped(self) -> bool:
        """Whether people stand below their streets."""
        return self.order == "place"

    def everybody(self) -> Finding:
        """Return everybody, sorted as now."""
        return Finding(order=self.order, down=self.down)

    def widened(self) -> Finding:
        """Return the same search without filters."""
        return replace(self, label_id=None, step=None, also=())


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of the list: numbers of people, and groups as negative ones. `is_whole` when nobody is missing yet.

    `everybody` are all that are found, also in streets that are folded; `streets` those of the groups.
    """

    finding: Finding
    ids: tuple[int, ...]
    groups: tuple[Group, ...]
    people: int
    is_whole: bool
    everybody: tuple[int, ...] = ()
    streets: tuple[int | None, ...] = ()


def first_found(store: Store, finding: Finding, ladder: Ladder | None = None, folded: Folded = frozenset()) -> Found:
    """Return the first people that are found: among 100,000 as fast as among a hundred, by street or by name.

    Sorted by another column everybody is found at once: who is first is only known when all were looked at.
    """
    if finding.order not in KEPT_IN_ORDER:
        return _sorted(store, finding, ladder)
    wanted = _wanted(store, finding, ladder)
    people = store.read(listing.found, wanted, order=finding.order, down=finding.down, most=FIRST + 1)
    shown = people[:FIRST]
    first_of_street = {person.street_id: person.id for person in reversed(shown) if person.street_id is not None}
    rows = {row.id: row for row in store.read(listing.rows, list(first_of_street.values()))}
    names = {street: rows[number].door.street for street, number in first_of_street.items() if number in rows}
    return arranged(finding, shown, names, is_whole=len(people) <= FIRST, folded=folded)


def all_found(store: Store, finding: Finding, ladder: Ladder | None = None, folded: Folded = frozenset()) -> Found:
    """Return everybody that is found; for work in the background."""
    if not finding.is_grouped:
        return _sorted(store, finding, ladder)
    wanted = _wanted(store, finding, ladder)
    with unswept():
        people = store.read(listing.found, wanted, down=finding.down)
        names = {street.id: street.name for street in store.read(listing.streets)}
        return arranged(finding, people, names, is_whole=True, folded=folded)


def _sorted(store: Store, finding: Finding, ladder: Ladder | None) -> Found:
    of_ladder = finding.order in {"step", "last"}
    if not of_ladder:
        keys: Mapping[int, Any] = store.read(sorting.keys, finding.order)
    else:
        keys = ladder.sort_keys(store, finding.order) if ladder is not None else {}
    ids = tuple(store.read(sorting.sorted_ids, _wanted(store, finding, ladder), keys, down=finding.down))
    return Found(finding, ids, (), len(ids), is_whole=True, everybody=ids)


def _wanted(store: Store, finding: Finding, ladder: Ladder | None) -> listing.Wanted:
    among: Collection[int] | None = None
    if finding.step is not None and ladder is not None:
        among = ladder.ids_at(store, finding.step)
    return listing.Wanted(finding.search, finding.label_id, among, finding.also)


def arranged(
    finding: Finding,
    people: Sequence[ListedPerson],
    names: Mapping[int, str],
    *,
    is_whole: bool,
    folded: Folded = frozenset(),
) -> Found:
    """Return people below their streets; by name there are no streets. Of a part the last street is not counted.

    Of streets that are folded only the heading is shown.
    """
    everybody = tuple(person.id for person in people)
    if not finding.is_grouped:
        return Found(finding, everybody, (), len(people), is_whole, everybody)
    ids: list[int] = []
    groups: list[Group] = []
    streets: list[int | None] = []
    for street, members in groupby(people, attrgetter("street_id")):
        there = list(members)
        is_cut_off = not is_whole and there[-1] is people[-1]
        is_folded = street in folded
        name = names.get(street) if street is not None else None
        groups.append(replace(_group(name, () if is_cut_off else there), is_folded=is_folded))
        streets.append(street)
        ids.append(-len(groups))
        if not is_folded:
            ids.extend(person.id for person in there)
    return Found(finding, tuple(ids), tuple(groups), len(people), is_whole, everybody, tuple(streets))


def _group(street: str | None, people: Sequence[ListedPerson]) -> Group:
    count = plural_text("{count} person", "{count} people", len(people))
    if street is None:
        return Group(text(N_("No address")), count if people else "")
    doors = len({person.address_id for person in people})
    at = plural_text("{count} address", "{count} addresses", doors)
    return Group(
        street, text(N_("{people} at {addresses}"), people=count, addresses=at) if people else "", is_place=True
    )
