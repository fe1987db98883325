"""How a rule is said: "every Wednesday at 12.00", and in two words for the head of an activity."""

from __future__ import annotations

import re
from datetime import datetime

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.activities.series import rules

WEEKDAYS = (
    text(N_("Monday")),
    text(N_("Tuesday")),
    text(N_("Wednesday")),
    text(N_("Thursday")),
    text(N_("Friday")),
    text(N_("Saturday")),
    text(N_("Sunday")),
)
_MONTHS = (
    text(N_("January")),
    text(N_("February")),
    text(N_("March")),
    text(N_("April")),
    text(N_("May")),
    text(N_("June")),
    text(N_("July")),
    text(N_("August")),
    text(N_("September")),
    text(N_("October")),
    text(N_("November")),
    text(N_("December")),
)
_NTH = {
    1: N_("every first {weekday} of the month at {hour}:{minute}"),
    2: N_("every second {weekday} of the month at {hour}:{minute}"),
    3: N_("every third {weekday} of the month at {hour}:{minute}"),
    4: N_("every fourth {weekday} of the month at {hour}:{minute}"),
    -1: N_("every last {weekday} of the month at {hour}:{minute}"),
}
_SHORT = {
    "week": text(N_("every week")),
    "2weeks": text(N_("every 2 weeks")),
    "month": text(N_("every month")),
    "monthday": text(N_("every month")),
    "year": text(N_("every year")),
    None: text(N_("comes again")),
}


def short(rule: str) -> Text:
    """Return a rule in two words: "every week"."""
    return _SHORT[rules.every_of(rule)]


def sentence(rule: str, starts_at: datetime) -> Text:
    """Return a rule in words: "every Wednesday at 12.00"."""
    every = rules.every_of(rule)
    at = {"hour": f"{starts_at:%H}", "minute": f"{starts_at:%M}"}
    weekday = WEEKDAYS[starts_at.weekday()]
    if every == "week":
        return text(N_("every {weekday} at {hour}:{minute}"), weekday=weekday, **at)
    if every == "2weeks":
        return text(N_("every other week on {weekday} at {hour}:{minute}"), weekday=weekday, **at)
    if every == "month":
        nth = re.match(r"[+-]?\d", rules.parts(rule)["BYDAY"])
        known = int(nth[0]) if nth is not None else 0
        return text(_NTH[known], weekday=weekday, **at) if known in _NTH else short(rule)
    if every == "monthday":
        return _on_the_day(rule, starts_at, at)
    if every == "year":
        return text(
            N_("every year on {month} {day} at {hour}:{minute}"),
            day=starts_at.day,
            month=_MONTHS[starts_at.month - 1],
            **at,
        )
    return short(rule)


def _on_the_day(rule: str, starts_at: datetime, at: dict[str, str]) -> Text:
    """Return the sentence of a rule by the date; the largest day of the rule is meant, where it is there."""
    told = rules.parts(rule).get("BYMONTHDAY", "")
    day = max((int(one) for one in told.split(",") if one.isdigit()), default=starts_at.day)
    if day > rules.ALWAYS:
        return text(N_("every month on day {day}, or else the last day, at {hour}:{minute}"), day=day, **at)
    return text(N_("every month on day {day} at {hour}:{minute}"), day=day, **at)
