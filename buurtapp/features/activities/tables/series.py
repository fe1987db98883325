"""Rules of activities that come again, and days that are left out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import DateTime, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from buurtapp.core.store.base import Row


class Series(Row):
    """What comes again: `rule` is an RRULE of RFC 5545 without its start, which is `starts_at` (wall-clock time).

    Its times are activities of their own, up to a day; `ended` says that no more are made.
    """

    __tablename__ = "series"

    title: Mapped[str]
    rule: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(DateTime)
    minutes: Mapped[int | None]
    ended: Mapped[bool]


class SeriesSkip(Row):
    """A time of a series that is left out, by its time in the rule, with why ("kerst")."""

    __tablename__ = "series_skip"

    series_id: Mapped[int] = mapped_column(ForeignKey("series.id"), index=True)
    at: Mapped[datetime] = mapped_column(DateTime)
    why: Mapped[str]
