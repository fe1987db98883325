"""What the rest of the house knows of run sheets: jobs, what else stands on the paper, and sheets to use again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Phase = Literal["before", "day", "after"]
PHASES: tuple[Phase, ...] = ("before", "day", "after")
Step = Literal["flyer", "notice", "shopping", "list", "thanks", "account"]
STEPS: tuple[Step, ...] = ("flyer", "notice", "shopping", "list", "thanks", "account")
"""What the backward plan knows: print the flyer, tell the council, shop, print the list, thank people, settle up."""
RUN_SHEET = "run-sheet"
"""The kind of sheet that a printed run sheet is."""
NOTICE_DAYS = "notice_days"
USUAL_NOTICE_DAYS = 21
"""How long before most councils want to know of a small party in the street, until the group says otherwise."""


@dataclass(frozen=True, slots=True)
class When:
    """When a job is to be done: days from the day of the activity, and on the day minutes from its start.

    `minutes` None: any time of that day. With minutes it is they that count; `days` is then the day they fall on.
    """

    days: int = 0
    minutes: int | None = None

    def on(self, starts_at: datetime) -> date:
        """Return the day it falls on, of an activity that starts then (wall-clock time)."""
        if self.minutes is not None:
            return (starts_at + timedelta(minutes=self.minutes)).date()
        return starts_at.date() + timedelta(days=self.days)

    def at(self, starts_at: datetime) -> datetime | None:
        """Return the wall-clock time it begins, None when any time of the day will do."""
        return None if self.minutes is None else starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class JobDraft:
    """A job as it was typed. `places` is how many people it takes in all, `minutes` how long it takes each.

    `person_id` leads it; `who` are words for others ("iedereen"). `step` is one of `STEPS`, or "".
    """

    title: str
    phase: str = "before"
    when: When = When()
    needs: str = ""
    step: str = ""
    minutes: int | None = None
    places: int = 1
    person_id: int | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who does a job, or helps with it."""

    person_id: int
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job of an activity. `owner` leads it, when a person of the list is named; `helpers` help."""

    id: int
    activity_id: int
    draft: JobDraft
    owner: Helper | None
    helpers: tuple[Helper, ...]
    done_at: datetime | None

    @property
    def has_nobody(self) -> bool:
        """Whether nobody does it yet."""
        return self.owner is None and not self.draft.who.strip() and not self.helpers

    @property
    def still_wanted(self) -> int:
        """How many people it still takes. Words such as "iedereen" may stand for any number."""
        if self.draft.who.strip():
            return 0
        return max(0, self.draft.places - len(self.helpers) - (self.owner is not None))


@dataclass(frozen=True, slots=True)
class Facts:
    """What else stands on the run sheet. `supplies` and `emergency` hold a line for each thing."""

    notice: str = ""
    plan_b: str = ""
    supplies: str = ""
    emergency: str = ""


@dataclass(frozen=True, slots=True)
class SheetJob:
    """A job of a run sheet to use again. `is_notice`: its day is that on which the council wants to know."""

    title: str
    phase: str
    when: When
    needs: str = ""
    step: str = ""
    minutes: int | None = None
    places: int = 1
    who: str = ""

    @property
    def is_notice(self) -> bool:
        """Whether its day is how long before the council wants to know."""
        return self.step == "notice"


@dataclass(frozen=True, slots=True)
class RunSheet:
    """A run sheet to use again: its word on the command line, its name for people, its jobs, what else is on it."""

    key: str
    name: str
    jobs: tuple[SheetJob, ...]
    facts: Facts = Facts()
    icon: str = ""
    own_id: int | None = None

    @property
    def asks_notice(self) -> bool:
        """Whether it must be known how long before the council is told."""
        return any(job.is_notice for job in self.jobs)


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step of the backward plan on its day. `late_days` is how many days ago it should have been done, 0: in time."""

    step: str
    title: str
    phase: str
    when: When
    day: date
    late_days: int = 0


@dataclass(frozen=True, slots=True)
class Used:
    """What using a run sheet did: the jobs that were added, and those whose day is past already."""

    jobs: tuple[int, ...]
    late: tuple[PlanStep, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What was read from a run sheet that came home: jobs with a tick, and what was written at the foot.

    None: not read, leave it as it is.
    """

    done: frozenset[int]
    went_well: str | None = None
    next_time: str | None = None
    head_count: int | None = None


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What entering a run sheet did: jobs newly done, corrected, as they were; `problems` are jobs that are gone."""

    stored: int
    changed: int
    unchanged: int
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Phoned:
    """Somebody to ring on the day, and why them."""

    name: str
    why: str
    phone: str


@dataclass(frozen=True, slots=True)
class PaperJob:
    """A job as it stands on paper: `when` in words, `who` in names, and where and what is needed."""

    id: int
    phase: str
    when: str
    title: str
    who: str
    needs: str
    is_for_all: bool = False
    is_done: bool = False
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """Everything that stands on a printed run sheet."""

    code: str
    group_name: str
    logo: bytes | None
    title: str
    starts_at: datetime
    ends_at: datetime | None
    place: str
    coordinator: str
    expected: str
    notice: str
    budget: str
    jobs: tuple[PaperJob, ...]
    phones: tuple[Phoned, ...]
    facts: Facts
    printed_on: date
    saving: bool = False
