"""One row: who this group is; and what went out of its file."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from buurtapp.core.store.base import Row, UtcMoment


class GroupInfo(Row):
    """The group of this file; always number 1. `logo` is a PNG or JPEG as it was read."""

    __tablename__ = "group_info"

    name: Mapped[str]
    place: Mapped[str]
    purpose: Mapped[str]
    for_whom: Mapped[str]
    first_step: Mapped[str]
    contact_name: Mapped[str]
    contact_phone: Mapped[str]
    contact_email: Mapped[str]
    logo: Mapped[bytes | None]
    theme: Mapped[str]
    is_sample: Mapped[bool]
    created_at: Mapped[datetime] = mapped_column(UtcMoment)


class PrintLog(Row):
    """One time something was printed or saved as a file.

    `description` names style, size or ending; `people` is how many people stand on it, None when there are none to
    count; `fields` the columns, with commas. Who they are is not kept.
    """

    __tablename__ = "print_log"

    kind: Mapped[str]
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"), index=True)
    description: Mapped[str]
    copies: Mapped[int]
    pages: Mapped[int]
    printed_at: Mapped[datetime] = mapped_column(UtcMoment)
    people: Mapped[int | None]
    fields: Mapped[str] = mapped_column(default="", server_default=text("''"))
