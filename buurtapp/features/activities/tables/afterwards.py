"""What an activity taught."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from buurtapp.core.store.base import Row, UtcMoment


class Evaluation(Row):
    """Two minutes afterwards, one row for each activity: what went well, what next time, what people said.

    `helpers` and `helper_minutes` are how many helped and how long all together; None: not told, the run sheet says.
    """

    __tablename__ = "evaluation"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), unique=True)
    went_well: Mapped[str]
    next_time: Mapped[str]
    said: Mapped[str]
    helpers: Mapped[int | None]
    helper_minutes: Mapped[int | None]
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
