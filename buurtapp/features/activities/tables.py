"""Activities, sign-ups and attendance."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import DateTime, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from buurtapp.core.store.base import Row, UtcMoment


class Activity(Row):
    """Something neighbours do together. `starts_at` and `ends_at` are wall-clock times, without a zone."""

    __tablename__ = "activity"

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


class Signup(Row):
    """Somebody who said to come, with unnamed guests and children.

    Of one person's two sign-ups the earliest counts, with a place when either has one, and the larger company.
    """

    __tablename__ = "signup"
    once_per_person = ("activity_id",)
    together: ClassVar = {"guests": max, "children": max, "since": min, "waiting": min}

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    guests: Mapped[int]
    children: Mapped[int]
    since: Mapped[datetime] = mapped_column(UtcMoment)
    waiting: Mapped[bool]


class Attendance(Row):
    """Somebody who was there, or a walk-in with only the name that was written down.

    `name` is filled in for who was not on the list. `arrived_at` is known when it was noted at the door.
    """

    __tablename__ = "attendance"
    once_per_person = ("activity_id",)
    together: ClassVar = {"arrived_at": min}

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str]
    sheet_id: Mapped[int | None] = mapped_column(ForeignKey("sheet.id"), index=True)
    arrived_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class HeadCount(Row):
    """Guests and children without a name: counted at the door, or tallied on a sheet that came home."""

    __tablename__ = "head_count"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    guests: Mapped[int]
    children: Mapped[int]
    sheet_id: Mapped[int | None] = mapped_column(ForeignKey("sheet.id"), index=True)
