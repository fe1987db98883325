"""Events that come again, as single events up to a year ahead. Rules of strangers: some would never end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, tzinfo
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr

from buurtapp.features.activities.calendars.ical import zones

MOST_TIMES = 200
"""So many times of all events that come again are read from one file."""
_OFTEN = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"})
_LONGEST_STEP = 1000
_LONGEST_MONTH = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_MOST_LOOKED_AT = 40_000
"""A daily event of a hundred years has so many times."""


class RuleNotKnownError(ValueError):
    """The rule of an event cannot be followed."""


def times(event: Mapping[str, Any], start: datetime, since: datetime, until: datetime) -> list[datetime]:
    """Return when an event comes again from `since` up to `until`, as wall-clock times of the zone of `start`.

    At most one more than `MOST_TIMES`, so that it shows when there are more. Raises RuleNotKnownError.
    """
    zone, wall = start.tzinfo, start.replace(tzinfo=None)
    found = set[datetime]()
    for one in _each(event["RRULE"]):
        found.update(_by_rule(one, start, since, until))
    found.update(at for at in _days(event.get("RDATE"), wall, zone) if since <= at <= until)
    return sorted(found.difference(_days(event.get("EXDATE"), wall, zone)))[: MOST_TIMES + 1]


def _each(told: Any) -> list[Any]:
    if told is None:
        return []
    return told if isinstance(told, list) else [told]


def _by_rule(rule: Any, start: datetime, since: datetime, until: datetime) -> Iterator[datetime]:
    parts = {str(name).upper(): value if isinstance(value, list) else [value] for name, value in rule.items()}
    _check(parts)
    ends = parts.pop("UNTIL", None)
    try:
        words = type(rule)(dict(parts)).to_ical().decode()
        made = rrulestr(words, dtstart=start.replace(tzinfo=None))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RuleNotKnownError(str(error)) from error
    last = min(until, _last(ends[0], start.tzinfo)) if ends else until
    for at in islice(made, _MOST_LOOKED_AT):
        if at > last:
            return
        if at >= since:
            yield at


def _last(ends: date, zone: tzinfo | None) -> datetime:
    """Return the last time that counts; a day counts whole."""
    if isinstance(ends, datetime):
        return own_wall(ends, zone)
    return datetime.combine(ends, time.max)


def _check(parts: Mapping[str, list[Any]]) -> None:
    """Refuse rules that we do not know, and those that go on without a time for ever."""
    try:
        often = str(parts["FREQ"][0]).upper()
        steps = [int(step) for step in parts.get("INTERVAL", [1])]
        days, months = [[int(day) for day in parts.get(name, ())] for name in ("BYMONTHDAY", "BYMONTH")]
    except (KeyError, ValueError, TypeError, IndexError) as error:
        raise RuleNotKnownError(str(error)) from error
    if often not in _OFTEN or set(parts) - _KNOWN or not all(1 <= step <= _LONGEST_STEP for step in steps):
        raise RuleNotKnownError(often)
    if often == "DAILY" and (days or "BYSETPOS" in parts):
        raise RuleNotKnownError(often)
    longest = max((_LONGEST_MONTH.get(month, 31) for month in months), default=31)
    if days and not any(1 <= abs(day) <= longest for day in days):
        raise RuleNotKnownError(str(days))


def _days(told: Any, wall: datetime, zone: tzinfo | None) -> set[datetime]:
    """Return the times in EXDATE or RDATE; a day stands for the time of the event on that day."""
    found = set[datetime]()
    for each in (each for one in _each(told) for each in getattr(one, "dts", ())):
        moment = each.dt[0] if isinstance(each.dt, tuple) else each.dt
        if isinstance(moment, datetime):
            found.add(own_wall(moment, zone))
        elif isinstance(moment, date):
            found.add(datetime.combine(moment, wall.time()))
    return found


def own_wall(moment: datetime, zone: tzinfo | None) -> datetime:
    """Return a moment as a wall-clock time of a zone; None: of the Netherlands."""
    if moment.tzinfo is None or moment.tzinfo is zone:
        return moment.replace(tzinfo=None)
    return moment.astimezone(zone or zones.HERE).replace(tzinfo=None)
