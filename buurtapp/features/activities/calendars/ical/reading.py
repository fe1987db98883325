"""Reading a calendar of somebody else: what can be read is, and what cannot is told with the number of its line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from unicodedata import category

from icalendar import Event, Timezone

from buurtapp.core.i18n import N_, _, text
from buurtapp.features.activities.calendars.ical import repeating, zones
from buurtapp.features.activities.calendars.ical.lines import Block, blocks_of, decoded
from buurtapp.features.activities.calendars.ical.records import CalendarEvent, CalendarFile, LineProblem
from buurtapp.features.activities.calendars.ical.writing import OWN
from buurtapp.features.activities.records import SOURCES
from buurtapp.features.activities.rules import LONGEST_TITLE

_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, AssertionError)
"""What the library says of events that are broken, each in another way."""
_LONGEST = {"location": 2_000, "description": 100_000, "uid": 400, "other": 300}
_BREAKS = re.compile(r"\s*[\n\t\u2028\u2029]\s*")
_MARKED = re.compile(r"\\([\\;,nN])")
_YEARS = range(1970, 2200)
_EVERY = 50
Progress = Callable[[int, int], None]


class _BadEventError(ValueError):
    """An event that cannot be read; `msgid` says why."""

    def __init__(self, msgid: str) -> None:
        super().__init__(msgid)
        self.msgid = msgid


def read_calendar(data: bytes, name: str, today: date, progress: Progress = lambda _done, _all: None) -> CalendarFile:
    """Return the events of a calendar file; those that come again from today on, up to a year ahead.

    `progress` may raise Cancelled. Raises UserError for what is too large or no calendar at all.
    """
    blocks = blocks_of(decoded(data, name), name)
    _learn_zones(blocks.zones)
    reader = _Reader(datetime.combine(today, time()))
    for at, block in enumerate(blocks.events):
        if at % _EVERY == 0:
            progress(at, len(blocks.events))
        reader.read(block)
    events = sorted(reader.events(), key=lambda event: (event.starts_at, event.title, event.uid))
    problems = sorted([*blocks.problems, *reader.problems], key=lambda problem: problem.line)
    return CalendarFile(name, tuple(events), tuple(problems))


def _learn_zones(blocks: list[Block]) -> None:
    """Let the library know zones that the file describes itself; a broken one is only told of where it is used."""
    for block in blocks:
        try:
            Timezone.from_ical("\r\n".join([*block.lines, ""]))
        except _BROKEN:
            continue


class _Reader:
    """Collects events by name, so that the same one twice is one."""

    def __init__(self, since: datetime) -> None:
        self._since = since
        self._until = since + timedelta(days=366)
        self._found: dict[str, CalendarEvent] = {}
        self._moved: set[str] = set()
        self._times = 0
        self._is_full = False
        self.problems: list[LineProblem] = []

    def events(self) -> list[CalendarEvent]:
        """Return what was found."""
        return list(self._found.values())

    def read(self, block: Block) -> None:
        """Read one event; what is wrong with it is noted."""
        try:
            self._read(Event.from_ical("\r\n".join([*block.lines, ""])), block.line)
        except _BadEventError as bad:
            self._note(block.line, bad.msgid)
        except repeating.RuleNotKnownError:
            self._note(block.line, N_("We cannot follow how often this event comes again. It was left out."))
        except _BROKEN:
            self._note(block.line, N_("This event is broken. It was left out."))

    def _read(self, event: Any, line: int) -> None:
        start = _moment(event, "DTSTART")
        if start is None:
            raise _BadEventError(N_("This event has no day and time that we can read. It was left out."))
        made = replace(_event(event, start), line=line)
        is_cancelled = str(event.get("STATUS", "")).upper() == "CANCELLED"
        own_time = _own_time(event, start)
        if own_time:
            made = replace(made, uid=f"{made.uid}/{own_time}")
            self._moved.add(made.uid)
        if is_cancelled:
            self._found.pop(made.uid, None)
            self._note(line, N_("This event was called off. It was left out."))
        elif "RRULE" in event and not own_time:
            self._read_times(event, start, made)
        else:
            self._found[made.uid] = made

    def _read_times(self, event: Any, start: date, made: CalendarEvent) -> None:
        first = start if isinstance(start, datetime) else datetime.combine(start, time())
        lasts = made.ends_at - made.starts_at if made.ends_at is not None else None
        for at in repeating.times(event, first, self._since, self._until):
            uid = f"{made.uid}/{at:%Y%m%dT%H%M}"
            if uid in self._moved:
                continue
            if self._times >= repeating.MOST_TIMES:
                self._tell_full(made.line)
                return
            self._times += 1
            begins = zones.here(at.replace(tzinfo=first.tzinfo))
            ends = begins + lasts if lasts is not None else None
            self._found[uid] = replace(made, uid=uid, starts_at=begins, ends_at=ends)

    def _tell_full(self, line: int) -> None:
        if not self._is_full:
            self._is_full = True
            words = text(
                N_("Of events that come again only {most} times are read from one file."), most=repeating.MOST_TIMES
            )
            self.problems.append(LineProblem(line, words))

    def _note(self, line: int, msgid: str) -> None:
        self.problems.append(LineProblem(line, text(msgid)))


def _event(event: Any, start: date) -> CalendarEvent:
    begins = zones.here(start)
    if begins.year not in _YEARS:
        raise _BadEventError(N_("The day of this event is too far away. It was left out."))
    whole_day = not isinstance(start, datetime)
    ends = _end(event, start)
    title = _words(event, "SUMMARY", LONGEST_TITLE, lines=False) or _("Without a title")
    source = _words(event, OWN["source"])
    return CalendarEvent(
        _uid(event, title, begins),
        title,
        begins,
        ends if ends is not None and ends > begins else None,
        _words(event, "LOCATION", _LONGEST["location"], lines=False),
        _words(event, "DESCRIPTION", _LONGEST["description"]),
        _words(event, OWN["cost"]) or None,
        _words(event, OWN["for_whom"]) or None,
        _categories(event) or None,
        source if source in SOURCES else None,
        whole_day,
    )


def _end(event: Any, start: date) -> datetime | None:
    """Return when an event ends; a whole day ends a minute before midnight."""
    end, minute = _moment(event, "DTEND"), timedelta(minutes=1)
    if end is None:
        lasts = getattr(event.get("DURATION"), "dt", None)
        if isinstance(lasts, timedelta) and lasts > timedelta():
            # Beside the clock on the wall, as people mean it: two hours are two hours on the clock.
            return zones.here(start) + lasts - (timedelta() if isinstance(start, datetime) else minute)
        return None if isinstance(start, datetime) else zones.here(start) + timedelta(days=1) - minute
    if isinstance(start, datetime):
        return zones.here(end)
    return zones.here(max(end, start + timedelta(days=1))) - minute if not isinstance(end, datetime) else None


def _moment(event: Any, name: str) -> date | None:
    found = event.get(name)
    moment = getattr(found[0] if isinstance(found, list) and found else found, "dt", None)
    return moment if isinstance(moment, date) else None


def _own_time(event: Any, start: date) -> str:
    """Return which time of an event that comes again this one stands for; "" for none."""
    moment = _moment(event, "RECURRENCE-ID")
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        return f"{moment:%Y%m%dT%H%M}" if isinstance(start, datetime) else f"{moment:%Y%m%d}T0000"
    zone = start.tzinfo if isinstance(start, datetime) else None
    return f"{repeating.own_wall(moment, moment.tzinfo or zone):%Y%m%dT%H%M}"


def _uid(event: Any, title: str, begins: datetime) -> str:
    """Return the name of an event; one without a name, or with an endless one, gets one made of what it says."""
    told = _words(event, "UID", _LONGEST["uid"] + 1, lines=False)
    if told and len(told) <= _LONGEST["uid"]:
        return told
    made = hashlib.sha256(f"{told}|{title}|{begins:%Y%m%dT%H%M}".encode()).hexdigest()[:32]
    return f"{made}@unnamed"


def _categories(event: Any) -> str:
    found = event.get("CATEGORIES")
    each = [str(word) for one in (found if isinstance(found, list) else [found]) for word in getattr(one, "cats", ())]
    return _clean(", ".join(each), _LONGEST["other"], lines=False)


def _words(event: Any, name: str, most: int = _LONGEST["other"], *, lines: bool = True) -> str:
    found = event.get(name)
    one = found[0] if isinstance(found, list) and found else found
    if one is None:
        return ""
    # The library takes the marks before commas off the words it knows, and off no others.
    return _clean(_plain(str(one)) if name.startswith("X-") else str(one), most, lines=lines)


def _plain(words: str) -> str:
    """Return words without the marks before signs that mean something in a calendar (RFC 5545, 3.3.11)."""
    return _MARKED.sub(lambda found: "\n" if found[1] in "nN" else found[1], words)


def _clean(words: str, most: int, *, lines: bool) -> str:
    """Return words without control signs, and without line breaks where there is room for one line only."""
    plain = words[: most * 2].replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(sign for sign in plain if sign in "\n\t" or category(sign) != "Cc")
    return (plain if lines else _BREAKS.sub(" ", plain)).strip()[:most].strip()
