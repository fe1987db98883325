"""When a promise is due, how people write that down, and what is wrong with a promise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.core.text import fold
from buurtapp.features.people.rules.days import day_of
from buurtapp.features.promises.records import KINDS, PromiseDraft

LONGEST_TITLE = 200
NOT_A_DUE_DAY = text(N_("Write a day: tomorrow, Friday or 16 Oct."))
_FARTHEST_DAYS = 3660
"""Ten years: whoever says more made a typing mistake."""
_LEAP_YEARS = 8
"""The most years from one 29 February to the next: 1896 to 1904, 2096 to 2104."""
_WEEK = 7
_NEAR: Mapping[str, int] = {
    word: days
    for days, words in enumerate(("vandaag nu today now", "morgen tomorrow", "overmorgen"))
    for word in words.split()
}
_DAYS: Mapping[str, int] = {
    word: day
    for day, words in enumerate(
        (
            "maandag ma monday mon",
            "dinsdag di tuesday tue tues",
            "woensdag wo wednesday wed",
            "donderdag do thursday thu thurs",
            "vrijdag vr friday fri",
            "zaterdag za saturday sat",
            "zondag zo sunday sun",
        )
    )
    for word in words.split()
}
_UNITS: Mapping[str, int] = {
    **dict.fromkeys(["dag", "dagen", "day", "days", "d"], 1),
    **dict.fromkeys(["week", "weken", "weeks", "w"], _WEEK),
}
_FEW: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        ("een one a", "twee two", "drie three", "vier four", "vijf five", "zes six", "zeven seven", "acht eight"), 1
    )
    for word in words.split()
}
_AHEAD = re.compile(r"(?:over|in) (\w+) ?([a-z]+)")
_FIGURES_FIRST = re.compile(r"(\d+)([a-z]+)")
_ONLY_A_DAY = re.compile(r"(?:de )?(\d{1,2})(?:e|ste|de|th|st|nd|rd)?")


def problems(draft: PromiseDraft) -> list[DraftProblem]:
    """Return what is wrong with a draft, all at once."""
    found = []
    if not draft.title.strip():
        found.append(DraftProblem("title", text(N_("Write down what has to be done."))))
    elif len(draft.title) > LONGEST_TITLE:
        found.append(
            DraftProblem("title", text(N_("This is too long. Use at most {most} letters."), most=LONGEST_TITLE))
        )
    if draft.kind not in KINDS:
        found.append(DraftProblem("kind", text(N_("Choose what kind of task this is."))))
    return found


def due_of(written: str, today: date) -> date | None:
    """Return the day that is meant, None when it cannot be read.

    A day of the week is the next one, never today; a day without a year is the next one, today included. "Over 3
    dagen" and "in 2 weeks" count from today, by the calendar, whatever the clock does in between.
    """
    folded = fold(written)
    if folded in _NEAR:
        return today + timedelta(days=_NEAR[folded])
    if folded in {"volgende week", "next week"}:
        return today + timedelta(days=_WEEK)
    if folded.removeprefix("op ").removeprefix("on ") in _DAYS:
        return _next_weekday(_DAYS[folded.removeprefix("op ").removeprefix("on ")], today)
    return _ahead(folded, today) or _without_year(folded, today) or _whole(written)


def _next_weekday(day: int, today: date) -> date:
    return today + timedelta(days=(day - today.weekday() - 1) % _WEEK + 1)


def _ahead(folded: str, today: date) -> date | None:
    found = _AHEAD.fullmatch(folded)
    if found is None or found[2] not in _UNITS:
        return None
    number = int(found[1]) if found[1].isdecimal() else _FEW.get(found[1])
    if number is None or number * _UNITS[found[2]] > _FARTHEST_DAYS:
        return None
    return today + timedelta(days=number * _UNITS[found[2]])


def _without_year(folded: str, today: date) -> date | None:
    """Return the next such day: "16 okt", "16-10", "vr 16 okt", or only "16"."""
    alone = _ONLY_A_DAY.fullmatch(folded)
    if alone is not None:
        return _next_with_number(int(alone[1]), today)
    words = _FIGURES_FIRST.sub(r"\1 \2", folded).split()
    if words and words[0] in _DAYS:
        words = words[1:]
    if len(words) != 2 or not words[0].isdecimal():
        return None
    for year in range(today.year, today.year + _LEAP_YEARS + 1):
        day = day_of(f"{words[0]} {words[1]} {year}")
        if day is not None and day >= today:
            return day
    return None


def _next_with_number(number: int, today: date) -> date | None:
    """Return the next day of a month with this number: in three months each number from 1 to 31 comes by."""
    if not 1 <= number <= 31:
        return None
    return next(day for ahead in range(93) if (day := today + timedelta(days=ahead)).day == number)


def _whole(written: str) -> date | None:
    """Return a day that was written in full; a month or a year alone is no day to do something on."""
    first, last = day_of(written), day_of(written, last=True)
    return first if first == last else None
