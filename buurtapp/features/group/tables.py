"""One row: who this group is."""

from __future__ import annotations

from datetime import datetime

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
