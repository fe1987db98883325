"""When a job is to be done, as people write and read it: "3 weken vooraf", "-21", "do 15 okt", "11.00".

All of it is relative to the activity, by the clock on the wall: eleven o'clock stays eleven o'clock when the clocks go
forward in between.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.text import fold
from buurtapp.features.activities import rules as activities
from buurtapp.features.activities.runsheet.records import Phase, When

MOST_DAYS = 400
"""A job more than a year away is a slip of the pen."""
_NIGHT, _EVENING = time(5), time(12)
"""A time before five belongs to the night after, when the activity starts in the afternoon or later."""
_SIGNED = re.compile(r"[+-]\d{1,4}|0")
_COUNTED = re.compile(
    r"(?P<count>\d{1,4}|een|één|a|an|one|twee|two|drie|three)"
    r" (?P<unit>dag|dagen|day|days|week|weken|weeks|maand|maanden|month|months)"
    r" (?P<side>.+)"
)
_UNITS = {"da": 1, "we": 7, "ma": 30, "mo": 30}
_NUMBERS = {"een": 1, "één": 1, "a": 1, "an": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3}
_BEFORE = {"vooraf", "van tevoren", "tevoren", "ervoor", "voor", "eerder", "before", "ahead", "in advance", "earlier"}
_AFTER = {"na", "erna", "daarna", "later", "na afloop", "after", "afterwards", "achteraf"}
_NAMED = {
    **dict.fromkeys(("de dag ervoor", "dag ervoor", "de dag vooraf", "dag vooraf", "the day before", "day before"), -1),
    **dict.fromkeys(("de dag erna", "dag erna", "de dag na", "dag na", "the day after", "day after"), 1),
    **dict.fromkeys(("op de dag", "de dag zelf", "dezelfde dag", "on the day", "the same day", "same day"), 0),
    **dict.fromkeys(("de week ervoor", "week ervoor", "the week before", "week before"), -7),
    **dict.fromkeys(("de week erna", "week erna", "the week after", "week after"), 7),
}
_WEEKDAYS = {
    **dict(zip(("ma", "di", "wo", "do", "vr", "za", "zo"), range(7), strict=True)),
    **dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), range(7), strict=True)),
    **dict(
        zip(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"), range(7), strict=True)
    ),
    **dict(zip(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), range(7), strict=True)),
}
_MONTHS = ("jan", "feb", "mrt|maa|mar", "apr", "mei|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec")
_DAY_MONTH = re.compile(r"(\d{1,2})[ /-]([a-z]+|\d{1,2})(?:[ /-](\d{4}))?")
_TIME = re.compile(r"(\d{1,2})(?:[.:]|u|h)(\d{2})?(?: uur)?|(\d{1,2}) uur")


def parse(typed: str, starts_at: datetime) -> When | None:
    """Return when is meant, for an activity that starts then; None for what is no time. "" is None too."""
    words = " ".join(typed.casefold().replace("’", "'").split())
    if _SIGNED.fullmatch(words):
        return _days(int(words))
    if words in _NAMED:
        return _days(_NAMED[words])
    counted = _COUNTED.fullmatch(words)
    if counted is not None:
        return _counted(counted)
    return _by_the_calendar(words, starts_at)


def _days(count: int) -> When | None:
    return When(count) if abs(count) <= MOST_DAYS else None


def _counted(found: re.Match[str]) -> When | None:
    side = found["side"]
    if side not in _BEFORE | _AFTER:
        return None
    count = _NUMBERS.get(found["count"]) or int(found["count"])
    return _days(count * _UNITS[found["unit"][:2]] * (-1 if side in _BEFORE else 1))


def _by_the_calendar(words: str, starts_at: datetime) -> When | None:
    """Return what a weekday, a date or a time of the clock means."""
    first, _space, rest = words.partition(" ")
    weekday = _WEEKDAYS.get(first.rstrip("."))
    if weekday is not None:
        words = rest
    if not words:
        return None if weekday is None else _days(_nearest(weekday, starts_at.date()))
    day = _date(words, starts_at.date())
    if day is not None:
        return _days((day - starts_at.date()).days)
    clock = _clock(words)
    if clock is None:
        return None
    if weekday is not None:
        day = starts_at.date() + timedelta(days=_nearest(weekday, starts_at.date()))
    else:
        is_night = clock < _NIGHT and starts_at.time() >= _EVENING
        day = starts_at.date() + timedelta(days=1 if is_night else 0)
    return from_moment(datetime.combine(day, clock), starts_at)


def from_moment(moment: datetime, starts_at: datetime) -> When:
    """Return a moment on the wall clock as it is from an activity."""
    minutes = round((moment - starts_at).total_seconds() / 60)
    return When((moment.date() - starts_at.date()).days, minutes)


def _nearest(weekday: int, day: date) -> int:
    """Return how many days away the nearest such weekday is, at most three."""
    return (weekday - day.weekday() + 3) % 7 - 3


def _clock(words: str) -> time | None:
    found = _TIME.fullmatch(words)
    return activities.parse_time(words) if found is not None or words.isdigit() else None


def _date(words: str, near: date) -> date | None:
    """Return the day in "15 okt", "15 oktober 2026" or "15-10": without a year the one nearest to a day."""
    found = _DAY_MONTH.fullmatch(words)
    month = _month(found[2]) if found is not None else None
    if found is None or month is None:
        return None
    years = [int(found[3])] if found[3] else [near.year - 1, near.year, near.year + 1]
    days = [made for year in years if (made := _real_day(year, month, int(found[1]))) is not None]
    return min(days, key=lambda day: abs((day - near).days), default=None)


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    return next((at for at, names in enumerate(_MONTHS, 1) if word[:3] in names.split("|")), None)


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def phase_of(when: When, starts_at: datetime, ends_at: datetime | None) -> Phase:
    """Return in which phase something belongs that was typed with only a time: on the day, or before or after it."""
    moment = when.at(starts_at)
    if moment is not None:
        last = (ends_at or starts_at).date()
        return (
            "day"
            if starts_at.date() <= moment.date() <= max(last, starts_at.date() + timedelta(days=1))
            else ("before" if moment < starts_at else "after")
        )
    if when.days == 0:
        return "day"
    return "before" if when.days < 0 else "after"


def told(when: When) -> Text:
    """Return when it is, from the activity: "3 weeks before", "1 day after"; read back by `parse`."""
    count = abs(when.days)
    if when.days == 0:
        return text(N_("on the day"))
    weeks, rest = divmod(count, 7)
    if when.days < 0:
        if rest:
            return plural_text("{count} day before", "{count} days before", count)
        return plural_text("{count} week before", "{count} weeks before", weeks)
    if rest:
        return plural_text("{count} day after", "{count} days after", count)
    return plural_text("{count} week after", "{count} weeks after", weeks)


def fits_phase(when: When, phase: str) -> bool:
    """Return whether a job of this phase can be then: a time of the clock is for the day itself."""
    if when.minutes is not None:
        return phase == "day"
    return {"before": when.days <= 0, "day": when.days == 0, "after": when.days >= 0}.get(phase, False)


def split(line: str, starts_at: datetime) -> tuple[str, str, When | None]:
    """Return title, owner and time of a line such as "Sleutel halen @Dirk-Jan 11.00"; what is not there is empty.

    Only a time that cannot be anything else is taken from the end of the line: "voor 16" and "om 14 uur" belong to the
    words, unless an owner stands before them.
    """
    words = line.split()
    owned = next((at for at, word in enumerate(words) if word.startswith("@") and len(word) > 1), None)
    start = (owned + 1) if owned is not None else 1
    cut, when = _time_at_the_end(words, start, starts_at, is_sure=owned is None)
    title, owner = words[:cut], ""
    if owned is not None:
        title, owner = words[:owned], " ".join(words[owned:cut])[1:]
    elif when is not None and fold(title[-1]) in {"om", "at"} and len(title) > 1:
        title = title[:-1]
    return " ".join(title), owner, when


def _time_at_the_end(words: list[str], start: int, starts_at: datetime, *, is_sure: bool) -> tuple[int, When | None]:
    for at in range(max(start, len(words) - 4), len(words)):
        tail = " ".join(words[at:])
        if is_sure and re.fullmatch(r"\d+|\d+ uur|[a-z]+|0", tail.casefold()):
            continue
        when = parse(tail, starts_at)
        if when is not None:
            return at, when
    return len(words), None
