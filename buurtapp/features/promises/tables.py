"""What somebody promised to do."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from buurtapp.core.store.base import Row, UtcMoment


class Promise(Row):
    """Something to do, by a day. `kind` is one of `records.KINDS`.

    `person_id` is who promised it; `who` the words for somebody who is not in the list ("iedereen"), both empty: the
    coordinator. `about_kind` and `about_id` name what it is about: ("activity", 12), or ("", None). `about_person_id`
    is the neighbour it is about: whom to call.
    """

    __tablename__ = "promise"
    __table_args__ = (Index("ix_promise_about", "about_kind", "about_id"), Row.__table_args__)

    title: Mapped[str]
    kind: Mapped[str]
    due_on: Mapped[date | None]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    who: Mapped[str]
    about_kind: Mapped[str]
    about_id: Mapped[int | None]
    about_person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    note: Mapped[str]
    done_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
