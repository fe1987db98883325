"""The sentences of the home screen, and long words made to fit."""

from __future__ import annotations

import re
from datetime import date, datetime

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.rows import ActivityRow, Counts
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.today.records import ComingUp, Growth, Readiness
from buurtapp.uikit.words import Words, clock_time, day, figure, one_line

_NOON, _EVENING = 12, 18
_BREAK_AT = 24
_LONG_WORD = re.compile(rf"\S{{{_BREAK_AT}}}(?=\S)")
_DAYS_NAMED = 3
_HALF_A_YEAR = 183


def shown(written: str, most: int = 120) -> str:
    """Return a text for a label of a few lines: shortened, on one line, and with words that can be broken."""
    line = one_line(written)
    short = line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
    return _LONG_WORD.sub(lambda found: f"{found[0]}\u200b", short)


def greeting(here: datetime, contact: str) -> Text:
    """Return what to say first at a wall-clock time, with the first name of the contact person when it is known."""
    name = shown(_first_name(contact), 40) if contact.strip() else ""
    if here.hour < _NOON:
        return text(N_("Good morning, {name}"), name=name) if name else text(N_("Good morning"))
    if here.hour < _EVENING:
        return text(N_("Good afternoon, {name}"), name=name) if name else text(N_("Good afternoon"))
    return text(N_("Good evening, {name}"), name=name) if name else text(N_("Good evening"))


def _first_name(contact: str) -> str:
    """Return what somebody is called; one word alone, such as "Lan", is a first name too."""
    name = parse_name(contact)
    is_alone = not any((name.title, name.given, name.initials, name.infix)) and len(name.family.split()) == 1
    return name.family if is_alone else name.given


def near_day(when: date, today: date) -> str:
    """Return the word above a date: today, tomorrow, or the day of the week."""
    near = {0: text(N_("today")), 1: text(N_("tomorrow"))}.get((when - today).days)
    return near.render() if near is not None else day(when, "EEEE")


def when_and_where(activity: ActivityRow) -> Text:
    """Return the second line of an activity: times, place, and how many come."""
    times = {"start": clock_time(activity.starts_at), "place": shown(activity.place, 80)}
    if activity.ends_at is not None and activity.ends_at.date() == activity.starts_at.date():
        times["end"] = clock_time(activity.ends_at)
    template = _TIMES["end" in times, bool(activity.place.strip())]
    return Text("{when} · {places}", {"when": Text(template, times), "places": places(activity)})


_TIMES = {
    (True, True): N_("{start} to {end}, {place}"),
    (True, False): N_("{start} to {end}"),
    (False, True): N_("{start}, {place}"),
    (False, False): N_("Starts at {start}"),
}
"""(is the end known, is the place known) → how to say it."""


def places(activity: ActivityRow) -> Text:
    """Return how many come, of how many places."""
    counts: Counts = activity.counts
    if activity.capacity is None:
        return plural_text("{count} sign-up", "{count} sign-ups", counts.heads)
    return text(N_("{taken} of {places} places taken"), taken=counts.heads, places=activity.capacity)


def readiness(of: str, state: Readiness) -> Text:
    """Return how ready a paper is; `of` is "flyer" or "list"."""
    return _READY[of, state]


_READY = {
    ("flyer", "done"): text(N_("Flyer made")),
    ("flyer", "due"): text(N_("Flyer not made yet")),
    ("flyer", "later"): text(N_("Flyer can wait")),
    ("list", "done"): text(N_("Attendance list printed")),
    ("list", "due"): text(N_("Attendance list not printed yet")),
    ("list", "later"): text(N_("List can wait")),
}


def free_jobs(coming: ComingUp) -> Text:
    """Return how many jobs nobody does yet."""
    return plural_text("{count} job without anybody", "{count} jobs without anybody", coming.free_jobs)


def also_on(coming: ComingUp) -> Text | None:
    """Return on which other days the same comes again; None for what comes once."""
    if not coming.also_on:
        return None
    days = ", ".join(day(one.date(), "d MMM") for one in coming.also_on[:_DAYS_NAMED])
    more = len(coming.also_on) - _DAYS_NAMED
    if more > 0:
        return plural_text(
            "Also on {days} and {count} time more", "Also on {days} and {count} times more", more, days=days
        )
    return text(N_("Also on {days}"), days=days)


def age(days: int) -> Text:
    """Return how long ago something was."""
    if days <= 0:
        return text(N_("today"))
    return plural_text("{count} day", "{count} days", days)


def due(when: date | None, today: date) -> tuple[Words, str]:
    """Return when something is to be done, and the colour of it: "wrong" when it is late, "" today and tomorrow."""
    if when is None:
        return "", "second"
    days = (when - today).days
    if days < 0:
        return plural_text("{count} day late", "{count} days late", -days), "wrong"
    if days <= 1:
        return text(N_("tomorrow")) if days else text(N_("today")), ""
    pattern = "EEE d MMM" if when.year == today.year or days < _HALF_A_YEAR else "d MMM y"
    return day(when, pattern), "second"


def time_left(days: int) -> Text:
    """Return how long there is until a deadline, or how long ago it was."""
    if days < 0:
        return plural_text("{count} day late", "{count} days late", -days)
    if days == 0:
        return text(N_("today"))
    return plural_text("{count} day left", "{count} days left", days)


def copy_made(made_at: datetime | None, now: datetime) -> Text:
    """Return how old the newest copy is; both moments are aware."""
    if made_at is None:
        return text(N_("There is no copy yet"))
    days = (local(now).date() - local(made_at).date()).days
    if days <= 0:
        return text(N_("Made today at {time}"), time=clock_time(local(made_at)))
    return plural_text("{count} day old", "{count} days old", days)


def taking_part(growth: Growth) -> Text:
    """Return what stands beside the large number."""
    return plural_text(
        "of {addresses} addresses takes part",
        "of {addresses} addresses take part",
        growth.taking_part,
        addresses=figure(growth.addresses),
    )


def new_this_month(growth: Growth) -> Text:
    """Return how many are new."""
    return text(N_("now: {count} new this month"), count=growth.new_this_month)
