"""Times of the wall: what a calendar says in any zone becomes the time here, and ours gets its zone.

The zone of the Netherlands stands in our files as a rule, not as a list of days: since 1996 summer time is from the
last Sunday of March to the last Sunday of October (Directive 2000/84/EC).
"""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

NAME = "Europe/Amsterdam"
HERE = ZoneInfo(NAME)
RULES = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def here(moment: date) -> datetime:
    """Return the wall-clock time in the Netherlands of a moment; without a zone it is one already. A day: midnight."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    if moment.tzinfo is None:
        return moment
    if getattr(moment.tzinfo, "key", "") == NAME:
        return moment.replace(tzinfo=None, fold=0)
    return moment.astimezone(HERE).replace(tzinfo=None, fold=0)
