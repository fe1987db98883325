"""Activities, sign-ups and attendance. What belongs to one part only is in the folders: series, runsheet, money."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from sqlalchemy import DateTime, ForeignKey, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from buurtapp.core.store.base import Row, UtcMoment


def _both(values: Iterable[str]) -> str:
    """Return two texts as one: the first, and the other when it says something else."""
    return "; ".join(dict.fromkeys(value for value in values if value))


class Activity(Row):
    """Something neighbours do together. `starts_at` and `ends_at` are wall-clock times, without a zone.

    `purpose` says what it is for; `asked_by` how many residents asked for it, `anyway` why it is done though nobody
    did. `expected` is how many are expected, when that is not who signed up; `highlight` makes it stand out on the
    poster of the month. `series_at` is its time in the rule of its series, also when it was moved. `trial_street`
    makes it a trial in one street, that goes on from `trial_goal` people; `trial_result` is one of
    `records.TRIAL_RESULTS`, with why. `uid` is its name in the calendar it came from.
    """

    __tablename__ = "activity"
    __table_args__ = (
        Index("ix_activity_series_id", "series_id", sqlite_where=sql("series_id IS NOT NULL")),
        Index("ix_activity_uid", "uid", sqlite_where=sql("uid != ''")),
        Row.__table_args__,
    )

    title: Mapped[str]
    text: Mapped[str]
    kind: Mapped[str]
    place: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(DateTime, index=True)
    ends_at: Mapped[datetime | None] = mapped_column(DateTime)
    capacity: Mapped[int | None]
    cost: Mapped[str]
    organiser: Mapped[str]
    contact_person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    source: Mapped[str]
    for_whom: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="", server_default=sql("''"))
    asked_by: Mapped[int | None]
    anyway: Mapped[str] = mapped_column(default="", server_default=sql("''"))
    expected: Mapped[int | None]
    highlight: Mapped[bool] = mapped_column(default=False, server_default=sql("0"))
    fund_id: Mapped[int | None] = mapped_column(ForeignKey("fund.id", use_alter=True), index=True)
    series_id: Mapped[int | None] = mapped_column(ForeignKey("series.id", use_alter=True))
    series_at: Mapped[datetime | None] = mapped_column(DateTime)
    copied_from_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))
    trial_street: Mapped[str] = mapped_column(default="", server_default=sql("''"))
    trial_goal: Mapped[int | None]
    trial_result: Mapped[str] = mapped_column(default="", server_default=sql("''"))
    trial_why: Mapped[str] = mapped_column(default="", server_default=sql("''"))
    uid: Mapped[str] = mapped_column(default="", server_default=sql("''"))


class Signup(Row):
    """Somebody who said to come, with unnamed guests and children.

    `lift` says that they need a lift, `brings` what they bring, `note` what else to heed. Of one person's two sign-ups
    the earliest counts, with a place when either has one, the larger company, and what either of them said.
    """

    __tablename__ = "signup"
    once_per_person = ("activity_id",)
    together: ClassVar = {
        "guests": max,
        "children": max,
        "since": min,
        "waiting": min,
        "lift": max,
        "brings": _both,
        "note": _both,
    }

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    guests: Mapped[int]
    children: Mapped[int]
    since: Mapped[datetime] = mapped_column(UtcMoment)
    waiting: Mapped[bool]
    lift: Mapped[bool] = mapped_column(default=False, server_default=sql("0"))
    brings: Mapped[str] = mapped_column(default="", server_default=sql("''"))
    note: Mapped[str] = mapped_column(default="", server_default=sql("''"))


class Attendance(Row):
    """Somebody who was there, or a walk-in with only the name that was written down.

    `name` is filled in for who was not on the list. `arrived_at` is known when it was noted at the door. `unreadable`
    is somebody who was there and whose name nobody can read; `line` is the row of the sheet it stands on.
    `photo_ok` is the tick "photo ok", None when it was not asked.
    """

    __tablename__ = "attendance"
    once_per_person = ("activity_id",)
    together: ClassVar = {"arrived_at": min, "photo_ok": max}

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str]
    sheet_id: Mapped[int | None] = mapped_column(ForeignKey("sheet.id"), index=True)
    arrived_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    unreadable: Mapped[bool] = mapped_column(default=False, server_default=sql("0"))
    line: Mapped[int | None]
    photo_ok: Mapped[bool | None]


class HeadCount(Row):
    """Guests and children without a name: counted at the door, or tallied on a sheet that came home."""

    __tablename__ = "head_count"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    guests: Mapped[int]
    children: Mapped[int]
    sheet_id: Mapped[int | None] = mapped_column(ForeignKey("sheet.id"), index=True)
