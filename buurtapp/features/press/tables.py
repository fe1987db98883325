"""What was printed, for whom to print again and for the account afterwards."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from buurtapp.core.store.base import Row, UtcMoment


class PrintLog(Row):
    """One time something was printed or saved as a file. `description` names style, size and ink; no people."""

    __tablename__ = "print_log"

    kind: Mapped[str]
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"), index=True)
    description: Mapped[str]
    copies: Mapped[int]
    pages: Mapped[int]
    printed_at: Mapped[datetime] = mapped_column(UtcMoment)
