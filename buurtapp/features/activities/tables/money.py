"""Funds, budget lines, receipts, and the pictures and papers that are kept in the file."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from buurtapp.core.store.base import Row, UtcMoment


class Fund(Row):
    """Money that was granted, to be accounted for by a day. Amounts are in cents of a euro."""

    __tablename__ = "fund"

    name: Mapped[str]
    giver: Mapped[str]
    reference: Mapped[str]
    granted: Mapped[int]
    deadline: Mapped[date | None]
    signer: Mapped[str]
    signed_on: Mapped[date | None]
    sent_on: Mapped[date | None]


class BudgetLine(Row):
    """What money is planned for, in cents: of an activity, of a fund, or of an activity that a fund pays."""

    __tablename__ = "budget_line"

    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"), index=True)
    fund_id: Mapped[int | None] = mapped_column(ForeignKey("fund.id"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    planned: Mapped[int]


class Attachment(Row):
    """A picture or a PDF, kept in the file: `media` is "image/jpeg" or "application/pdf"; pictures were made small."""

    __tablename__ = "attachment"

    media: Mapped[str]
    name: Mapped[str]
    content: Mapped[bytes]
    size: Mapped[int]
    pages: Mapped[int]
    sha256: Mapped[str]
    added_at: Mapped[datetime] = mapped_column(UtcMoment)


class Receipt(Row):
    """Something that was paid, in cents, on a budget line; `attachment_id` None: the receipt is still missing.

    `holder` says who has the paper, as long as it is missing.
    """

    __tablename__ = "receipt"

    line_id: Mapped[int] = mapped_column(ForeignKey("budget_line.id"), index=True)
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"), index=True)
    title: Mapped[str]
    amount: Mapped[int]
    paid_on: Mapped[date | None]
    holder: Mapped[str]
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"), index=True)


class Photo(Row):
    """A photo of an activity. `consent`: everybody who can be known on it agreed; without that it is not used."""

    __tablename__ = "photo"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"), index=True)
    caption: Mapped[str]
    consent: Mapped[bool]
