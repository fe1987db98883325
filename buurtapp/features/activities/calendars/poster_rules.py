"""What stands where on the agenda of a month: what comes every week, what has a day, and what is told at the foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from buurtapp.core.text import fold
from buurtapp.features.activities.calendars.records import PosterRow, Weekly
from buurtapp.features.activities.calendars.rules import WEEK, month_start

WEEKLY_TIMES, MOST_WEEKLY = 3, 3
USUAL_DATED, MOST_DATED = 10, 14
"""How many dated activities stand on a sheet: as a rule, and in lower rows."""
_LEAST_TIMES = 2
_ROOM = re.compile(r"\b(?:zaal|kamer|ruimte|lokaal|hal|room|hall)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\D*[^\W\d]{3,}\D*\s\d+\s?\w{0,4}")
_FREE = frozenset({"gratis", "free", "geen", "niets", "0", "0 euro"})
_KIND_OF_GROUP = re.compile(r"^(?:de )?(?:buurtgroep|stichting|vereniging|buurtvereniging|werkgroep)\s+", re.IGNORECASE)


def weekly_and_dated(rows: Sequence[PosterRow], month: date) -> tuple[tuple[Weekly, ...], tuple[PosterRow, ...]]:
    """Return what comes every week, at most three, and what has a day of its own; each earliest first.

    Every week: the same title on the same weekday at the same hour, three times or more in the month.
    """
    times: dict[tuple[str, int, object], list[PosterRow]] = {}
    for row in rows:
        key = (fold(row.title) or row.title, row.starts_at.weekday(), row.starts_at.time())
        times.setdefault(key, []).append(row)
    often = [
        found for found in times.values() if len(found) >= WEEKLY_TIMES and not any(one.highlight for one in found)
    ]
    chosen = sorted(often, key=lambda found: -len(found))[:MOST_WEEKLY]
    chosen.sort(key=lambda found: (found[0].starts_at.weekday(), found[0].starts_at.time()))
    taken = {id(row) for found in chosen for row in found}
    weekly = tuple(Weekly(found[0], _not_on(found, month)) for found in chosen)
    return weekly, tuple(row for row in rows if id(row) not in taken)


def _not_on(found: Sequence[PosterRow], month: date) -> tuple[date, ...]:
    """Return the days of the month that something of every week falls out."""
    there = {row.starts_at.date() for row in found}
    day = month + timedelta(days=(found[0].starts_at.weekday() - month.weekday()) % WEEK)
    missed = []
    while day < month_start(month, 1):
        if day not in there:
            missed.append(day)
        day += timedelta(days=WEEK)
    return tuple(missed)


def place_and_more(place: str) -> tuple[str, str]:
    """Return the name of a place and what stands behind the first comma: "De Kas", "Esdoornplein 2"."""
    name, _comma, more = " ".join(place.split()).partition(",")
    return name.strip(), more.strip()


def told_once(rows: Sequence[PosterRow]) -> tuple[str, str] | None:
    """Return name and address of the place that several of these are at, to be told once; None when there is none."""
    found = Counter(
        (name, more)
        for name, more in map(place_and_more, (row.place for row in rows))
        if name and _ADDRESS.fullmatch(more) and not _ROOM.search(more)
    )
    if not found:
        return None
    address, times = found.most_common(1)[0]
    return address if times >= _LEAST_TIMES else None


def without_address(row: PosterRow, address: tuple[str, str] | None) -> PosterRow:
    """Return an activity with the name of its place alone, where the address is told at the foot."""
    if address is None or place_and_more(row.place) != address:
        return replace(row, place=" ".join(row.place.split()))
    return replace(row, place=address[0])


def is_free(rows: Sequence[PosterRow]) -> bool:
    """Return whether everything is said to be free; what says nothing of costs does not say so."""
    return bool(rows) and all(fold(row.cost) in _FREE for row in rows)


def is_open(rows: Sequence[PosterRow]) -> bool:
    """Return whether everything is for everybody."""
    return bool(rows) and not any(row.for_whom.strip() for row in rows)


def place_of_group(name: str) -> str:
    """Return the neighbourhood in the name of a group: "De Wilgenhof" of "Buurtgroep De Wilgenhof"."""
    plain = " ".join(name.split())
    return _KIND_OF_GROUP.sub("", plain) or plain


def sheets_of(dated: Sequence[PosterRow]) -> list[tuple[PosterRow, ...]]:
    """Return what stands on each sheet: ten, or up to fourteen in lower rows; more are shared out evenly."""
    count = max(1, -(-len(dated) // MOST_DATED))
    each = -(-len(dated) // count) if dated else 0
    return [tuple(dated[at * each : (at + 1) * each]) for at in range(count)]
