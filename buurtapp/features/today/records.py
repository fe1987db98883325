"""What the home screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from buurtapp.features.activities.records import ActivityRow
from buurtapp.features.group.records import Group

Readiness = Literal["done", "due", "later"]
"""Of a flyer or a list: printed, to be printed now, or time enough."""

StepKind = Literal[
    "add_people", "plan_activity", "print_list", "make_flyer", "take_attendance", "enter_list", "make_copy", ""
]
"""What the one main button does; "" when there is nothing to do."""

CopyAge = Literal["fine", "old", "very_old", "none"]


@dataclass(frozen=True, slots=True)
class ComingUp:
    """An activity that is still to come, or going on, and what it still needs; `also_on` when it comes again."""

    activity: ActivityRow
    flyer: Readiness
    attendance_list: Readiness
    also_on: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperOut:
    """A printed list of which the activity is over, and that did not come home; `days` since then."""

    sheet_id: int
    code: str
    activity_id: int
    title: str
    starts_at: datetime
    days: int


@dataclass(frozen=True, slots=True)
class NotCounted:
    """An activity that is over, of which nobody said who came and no list was printed."""

    activity_id: int
    title: str
    starts_at: datetime
    days: int


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do first."""

    kind: StepKind
    activity_id: int | None = None
    sheet_code: str = ""


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many addresses took part, from the start up to the end of this month."""

    month: date
    taking_part: int


@dataclass(frozen=True, slots=True)
class Growth:
    """How many of the addresses ever took part, counted over the months since the first time."""

    addresses: int
    taking_part: int
    new_this_month: int
    months: tuple[MonthCount, ...]


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything on the home screen. `growth` None: less than two months to tell of."""

    group: Group
    people: int
    addresses: int
    coming_up: tuple[ComingUp, ...]
    papers_out: tuple[PaperOut, ...]
    not_counted: tuple[NotCounted, ...]
    loose_ends: int
    growth: Growth | None
    copy_age: CopyAge
    next_step: NextStep
