"""Activities as a calendar file: single events, each with a name that stays the same. No people stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from unicodedata import category

from icalendar import Calendar, Event, Timezone, vDate, vDatetime, vText

from buurtapp.features.activities.calendars.ical import zones
from buurtapp.features.activities.calendars.ical.records import OutgoingEvent, is_whole_day

OWN = {"cost": "X-BUURTAPP-COST", "for_whom": "X-BUURTAPP-FOR-WHOM", "source": "X-BUURTAPP-SOURCE"}
"""What no calendar has a word for."""
_MAKER = "-//Buurtapp//Buurtapp//NL"


def write_calendar(name: str, events: Sequence[OutgoingEvent]) -> bytes:
    """Return a calendar with these events, called by this name; equal activities give equal bytes."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", vText(_clean(name)))
    calendar.add_component(Timezone.from_ical(zones.RULES.replace("\n", "\r\n")))
    for one in events:
        calendar.add_component(_event(one))
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _event(one: OutgoingEvent) -> Event:
    event, made = one.event, Event()
    made.add("uid", event.uid)
    # The day of writing says nothing; the moment of the last change does (RFC 5545, 3.8.7.2).
    for name in ("dtstamp", "last-modified"):
        made.add(name, one.changed_at)
    made.add("sequence", one.sequence)
    made.add("summary", vText(_clean(event.title)))
    _add_times(made, event.starts_at, event.ends_at)
    told = (("location", event.place), ("description", event.text), ("categories", event.kind or ""))
    for name, words in (*told, *_own(one)):
        if words:
            made.add(name, [_clean(words)] if name == "categories" else vText(_clean(words)))
    return made


def _own(one: OutgoingEvent) -> Iterable[tuple[str, str]]:
    return ((name, getattr(one.event, field) or "") for field, name in OWN.items())


def _add_times(made: Event, starts_at: datetime, ends_at: datetime | None) -> None:
    if ends_at is not None and is_whole_day(starts_at, ends_at):
        made.add("dtstart", vDate(starts_at.date()), parameters={"VALUE": "DATE"})
        made.add("dtend", vDate(ends_at.date() + timedelta(days=1)), parameters={"VALUE": "DATE"})
        return
    for name, when in (("dtstart", starts_at), ("dtend", ends_at)):
        if when is not None:
            # As on the wall: in the hour that is skipped in spring too, so that it comes back as it was written.
            made.add(name, vDatetime(when), parameters={"TZID": zones.NAME})


def _clean(words: str) -> str:
    """Return words without signs that no calendar may hold (RFC 5545, 3.1): all control signs but tab and new line."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or category(sign) != "Cc")
