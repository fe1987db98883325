"""What the home screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from buurtapp.features.activities.rows import ActivityRow
from buurtapp.features.group.records import Group

Readiness = Literal["done", "due", "later"]
"""Of a flyer or a list: printed, to be printed now, or time enough."""

StepKind = Literal[
    "add_people",
    "plan_activity",
    "print_list",
    "make_flyer",
    "fill_jobs",
    "take_attendance",
    "enter_list",
    "evaluate",
    "make_copy",
    "",
]
"""What the one main button does; "" when there is nothing to do."""

CopyAge = Literal["fine", "old", "very_old", "none"]

PaperKind = Literal["attendance", "sign-up", "run-sheet"]
PAPER_KINDS: tuple[PaperKind, ...] = ("attendance", "sign-up", "run-sheet")
"""The sheets that belong to an activity, by their kind (features/sheets)."""

TaskSource = Literal["promise", "job"]
Urgency = Literal["calm", "soon", "late"]
"""How pressing a deadline is: over 30 days, under 30, under 7 or past (ui-notes, screen 20)."""


@dataclass(frozen=True, slots=True)
class ComingUp:
    """An activity that is still to come, or going on, and what it still needs; `also_on` when it comes again.

    `free_jobs` are the jobs before and on the day that nobody does yet, `jobs` whether somebody must be found now;
    `is_now`: people are coming in.
    """

    activity: ActivityRow
    flyer: Readiness
    attendance_list: Readiness
    also_on: tuple[datetime, ...] = ()
    jobs: Readiness = "done"
    free_jobs: int = 0
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class PaperOut:
    """A printed sheet of an activity that did not come home; `days` since the activity.

    A sign-up sheet is missed from the day of the activity, the others when it is over.
    """

    sheet_id: int
    code: str
    activity_id: int
    title: str
    starts_at: datetime
    days: int
    kind: PaperKind = "attendance"


@dataclass(frozen=True, slots=True)
class NotCounted:
    """An activity that is over, of which nobody said who came and no list was printed."""

    activity_id: int
    title: str
    starts_at: datetime
    days: int


@dataclass(frozen=True, slots=True)
class NotEvaluated:
    """An activity that was counted, and of which nobody wrote down what it taught."""

    activity_id: int
    title: str
    starts_at: datetime
    days: int


@dataclass(frozen=True, slots=True)
class SeriesEnd:
    """A series that runs out: `left` times are still to come. `activity_id` is the last one that was planned."""

    series_id: int
    title: str
    left: int
    activity_id: int


@dataclass(frozen=True, slots=True)
class FundDue:
    """An account that has to be sent to whoever gave money; `days` from today, negative when it is late.

    `activity_id` is the last activity it paid for, None when there is none.
    """

    fund_id: int
    name: str
    deadline: date
    days: int
    urgency: Urgency
    activity_id: int | None


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do: a promise, or a job of a run sheet. `id` is its number in its own table.

    `kind` is that of a promise, "job" for a job, of which `step` names the step of the backward plan. `owner` is the
    first name or the words for who does it, "" when `is_own`; `is_free`: a job that nobody does yet. `phone` is of the
    neighbour to call, as people read it, when they may be called.
    """

    source: TaskSource
    id: int
    title: str
    kind: str
    due_on: date | None
    owner: str = ""
    is_own: bool = False
    is_free: bool = False
    activity_id: int | None = None
    activity_title: str = ""
    step: str = ""
    person_id: int | None = None
    phone: str = ""


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
    """Everything on the home screen. `growth` None: less than two months to tell of.

    `tasks` are the first of `task_count`, the earliest day on top, without a day last.
    """

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
    tasks: tuple[Task, ...] = ()
    task_count: int = 0
    not_evaluated: tuple[NotEvaluated, ...] = ()
    series_ends: tuple[SeriesEnd, ...] = ()
    funds: tuple[FundDue, ...] = ()
