"""Everything that stands on a report of activities. No people, and no group so small that it tells of people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from buurtapp.features.activities.afterwards.records import EvaluationDraft, Help

LEAST_TOLD = 5
"""A group of fewer is not told: it could be somebody."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of all addresses took part, and how many of those never had before.

    `streets` are (name, how many took part, how many there are); a number under `LEAST_TOLD` is None.
    """

    addresses: int = 0
    of: int = 0
    new: int = 0
    streets: tuple[tuple[str, int | None, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Money:
    """What was planned and paid, in cents; `lines` are (what for, planned, paid)."""

    planned: int = 0
    paid: int = 0
    lines: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportPhoto:
    """A photo that may be shown: everybody who can be known on it agreed."""

    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose report it is, and the day on which it was made."""

    name: str
    logo: bytes | None
    made_on: date


@dataclass(frozen=True, slots=True)
class ActivityReport:
    """One activity. `visits` are all heads that were there, None when nobody was counted."""

    owner: Owner
    title: str
    starts_at: datetime
    ends_at: datetime | None
    place: str
    what: str
    purpose: str
    for_whom: str
    source: str
    asked_by: int | None
    anyway: str
    expected: int
    came: int | None
    guests: int
    children: int
    first_timers: int
    reach: Reach
    learned: EvaluationDraft
    help: Help
    money: Money
    photo: ReportPhoto | None = None


@dataclass(frozen=True, slots=True)
class MonthVisits:
    """A month with how many visits there were, and in the same month of the year before."""

    month: date
    visits: int
    year_before: int = 0


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """All activities that began from one day up to another. `kinds` are (kind, visits, times), most visits first.

    `sources` counts ideas by `records.SOURCES`; `lessons` are (day, title, what is done differently).
    """

    owner: Owner
    first: date
    last: date
    times: int
    visits: int
    people: int
    reach: Reach
    help: Help
    months: tuple[MonthVisits, ...] = ()
    kinds: tuple[tuple[str, int, int], ...] = ()
    sources: dict[str, int] = field(default_factory=dict)
    money: Money = Money()
    lessons: tuple[tuple[date, str, str], ...] = ()
    quotes: tuple[str, ...] = ()
    photo: ReportPhoto | None = None
    not_counted: int = 0
