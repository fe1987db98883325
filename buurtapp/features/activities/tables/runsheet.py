"""Jobs of an activity, who does them, what else stands on a run sheet, and run sheets to use again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from buurtapp.core.store.base import Row, UtcMoment


class Job(Row):
    """One job. `phase` is "before", "day" or "after"; `position` its place in the phase.

    When is told relative to the activity, so that it moves along: `day_offset` in days from the day it starts (-21 is
    three weeks before), `minute_offset` in minutes from the moment it starts (None: any time of that day). `step` marks
    what belongs to the backward plan: one of `records.STEPS`, or "". `person_id` leads it; `who` are the words for
    others ("iedereen"). `places` is how many people it takes in all; `minutes` how long it takes each.
    """

    __tablename__ = "job"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    phase: Mapped[str]
    position: Mapped[int]
    title: Mapped[str]
    needs: Mapped[str]
    step: Mapped[str]
    day_offset: Mapped[int]
    minute_offset: Mapped[int | None]
    minutes: Mapped[int | None]
    places: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    who: Mapped[str]
    done_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class JobHelper(Row):
    """Somebody who helps with a job, besides who leads it."""

    __tablename__ = "job_helper"
    once_per_person = ("job_id",)

    job_id: Mapped[int] = mapped_column(ForeignKey("job.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)


class RunSheetFacts(Row):
    """What else stands on the run sheet of an activity: one row for each. `supplies` and `emergency` hold lines."""

    __tablename__ = "run_sheet_facts"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), unique=True)
    notice: Mapped[str]
    plan_b: Mapped[str]
    supplies: Mapped[str]
    emergency: Mapped[str]


class OwnRunSheet(Row):
    """A run sheet of the group itself, to use again: `content` is TOML in the shape of those that are shipped."""

    __tablename__ = "own_run_sheet"

    name: Mapped[str]
    content: Mapped[str]


class RunSheetSetting(Row):
    """What this group fills in once for its run sheets: `name` "notice_days" → how long before the council is told."""

    __tablename__ = "run_sheet_setting"

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[int]
