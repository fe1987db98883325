"""Rules of activities that come again, and the days they give.

A rule is an RRULE of RFC 5545 without its start; days come from python-dateutil. All times are wall-clock times: soup
at twelve is at twelve in summer and in winter. A month without the 31st has its last day instead, and a year without 29
February its 28th: who meets "on the last day" meets every month, where RFC 5545 leaves such months out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date, datetime, time
from itertools import dropwhile, islice, takewhile

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.series.records import EVERY, Every, Repeat

MOST_TIMES = 200
"""So many times are laid out at once, at most: almost four years of every week."""
AHEAD_MONTHS = 6
"""A series without an end is laid out so far ahead."""
ALWAYS = 28
"""Every month has so many days."""


def problems(repeat: Repeat, starts_at: datetime) -> list[DraftProblem]:
    """Return what is wrong with how something comes again, all at once."""
    found = []
    if repeat.every not in EVERY:
        found.append(DraftProblem("every", text(N_("Choose how often it comes again."))))
    if repeat.times is not None and not 2 <= repeat.times <= MOST_TIMES:
        found.append(DraftProblem("times", text(N_("Fill in a number from 2 to {most}."), most=MOST_TIMES)))
    if repeat.times is not None and repeat.until is not None:
        found.append(DraftProblem("until", text(N_("Choose a number of times or a last day, not both."))))
    if found or repeat.until is None:
        return found
    days = list(islice(_days(rule_of(repeat, starts_at), starts_at), MOST_TIMES + 1))
    if len(days) < 2:
        found.append(DraftProblem("until", text(N_("It does not come again before this day. Choose a later day."))))
    elif len(days) > MOST_TIMES:
        found.append(
            DraftProblem("until", text(N_("That is more than {most} times. Choose an earlier day."), most=MOST_TIMES))
        )
    return found


# Rules


def rule_of(repeat: Repeat, starts_at: datetime) -> str:
    """Return the rule of something that comes again from this time on."""
    rule = _base(repeat.every, starts_at)
    if repeat.times is not None:
        return f"{rule};COUNT={repeat.times}"
    if repeat.until is not None:
        return f"{rule};UNTIL={repeat.until:%Y%m%d}T235959"
    return rule


def _base(every: Every, starts_at: datetime) -> str:
    if every == "week":
        return "FREQ=WEEKLY"
    if every == "2weeks":
        return "FREQ=WEEKLY;INTERVAL=2"
    if every == "month":
        weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[starts_at.weekday()]
        return f"FREQ=MONTHLY;BYDAY={nth_of(starts_at):+d}{weekday}"
    days = _or_last(starts_at.day)
    if every == "monthday":
        return f"FREQ=MONTHLY;{days}"
    days = _or_last(starts_at.day) if (starts_at.month, starts_at.day) == (2, 29) else f"BYMONTHDAY={starts_at.day}"
    return f"FREQ=YEARLY;BYMONTH={starts_at.month};{days}"


def _or_last(day: int) -> str:
    """Return the part of a rule that says this day, or the last day of a month that has no such day."""
    if day <= ALWAYS:
        return f"BYMONTHDAY={day}"
    return f"BYMONTHDAY={','.join(str(one) for one in range(ALWAYS, day + 1))};BYSETPOS=-1"


def nth_of(when: date) -> int:
    """Return the how many-th of its weekday in the month a day is, 1 to 4; the fifth is the last: -1."""
    nth = (when.day - 1) // 7 + 1
    return nth if nth < 5 else -1


def parts(rule: str) -> dict[str, str]:
    """Return the parts of a rule by their names: {"FREQ": "WEEKLY", …}."""
    return dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)


def every_of(rule: str) -> Every | None:
    """Return which of our own rules this is; None for one that came from elsewhere."""
    found = parts(rule)
    shape = found.get("FREQ"), found.get("INTERVAL", "1"), bool(found.keys() & {"BYDAY"})
    simple: dict[tuple[str | None, str, bool], Every] = {
        ("WEEKLY", "1", False): "week",
        ("WEEKLY", "2", False): "2weeks",
        ("MONTHLY", "1", True): "month",
        ("MONTHLY", "1", False): "monthday",
        ("YEARLY", "1", False): "year",
    }
    every = simple.get(shape)
    if every == "month" and not re.fullmatch(r"\+?-?\d[A-Z]{2}", found["BYDAY"]):
        return None
    return every


def is_endless(rule: str) -> bool:
    """Return whether a rule has no end."""
    return not parts(rule).keys() & {"COUNT", "UNTIL"}


def from_here(rule: str, starts_at: datetime, first: datetime, new_first: datetime) -> str:
    """Return the rule of what follows, when from `first` on it is done at `new_first`: the times that are left.

    On another day it is the same kind of rule for that day; a rule from elsewhere stays as it is.
    """
    every, found = every_of(rule), parts(rule)
    if "COUNT" in found:
        done = sum(1 for at in _days(rule, starts_at) if at < first)
        found["COUNT"] = str(max(1, int(found["COUNT"]) - done))
    ends = ";".join(f"{name}={found[name]}" for name in ("COUNT", "UNTIL") if name in found)
    if every is not None and first.date() != new_first.date():
        base = _base(every, new_first)
    else:
        base = ";".join(part for part in rule.split(";") if not part.upper().startswith(("COUNT=", "UNTIL=")))
    return ";".join(part for part in (base, ends) if part)


# Days


def laid_out(rule: str, starts_at: datetime) -> list[datetime]:
    """Return the times of a new series: all of them, or without an end half a year of them, and two at least."""
    if not is_endless(rule):
        return list(islice(_days(rule, starts_at), MOST_TIMES))
    return _up_to(_days(rule, starts_at), half_a_year_on(starts_at), least=2)


def more(rule: str, starts_at: datetime, known: Collection[datetime]) -> list[datetime]:
    """Return the times that come after all those that are known: half a year of them, and one at least.

    Known by their day: of one series no two times are on one day. A rule with an end gives none past it.
    """
    last = max((at.date() for at in known), default=starts_at.date())
    days = (at for at in _days(rule, starts_at) if at.date() > last)
    return _up_to(days, half_a_year_on(datetime.combine(last, time.min)), least=1)


def first_times(rule: str, starts_at: datetime, count: int) -> list[datetime]:
    """Return so many times of a rule, from its start on."""
    return list(islice(_days(rule, starts_at), count))


def times_between(rule: str, starts_at: datetime, first: datetime, last: datetime) -> list[datetime]:
    """Return the times of a rule from one to another, both with it."""
    return list(takewhile(lambda at: at <= last, dropwhile(lambda at: at < first, _days(rule, starts_at))))


def half_a_year_on(when: datetime) -> datetime:
    """Return the end of the day half a year later; of a month that is too short the last one."""
    years, month = divmod(when.month - 1 + AHEAD_MONTHS, 12)
    year = when.year + years
    day = min(when.day, monthrange(year, month + 1)[1])
    return datetime.combine(date(year, month + 1, day), time.max)


def _up_to(days: Iterator[datetime], end: datetime, least: int) -> list[datetime]:
    found: list[datetime] = []
    for at in islice(days, MOST_TIMES):
        if at > end and len(found) >= least:
            break
        found.append(at)
    return found


def _days(rule: str, starts_at: datetime) -> Iterator[datetime]:
    """Yield the times of a rule, strictly later each."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - 8 ms that the first painted window has no need of

    # Calendars elsewhere write an end in UTC; here all times are those of the wall clock.
    yield from rrulestr(re.sub(r"(UNTIL=\d{8}T\d{6})Z", r"\1", rule), dtstart=starts_at.replace(microsecond=0))
