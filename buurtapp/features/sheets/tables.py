"""What was printed: sheets with a code, and the rows as they stood on the paper."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from buurtapp.core.store.base import Row, UtcMoment


class Sheet(Row):
    """One printed list. `code` has no hyphen; `layout_json` is the shape of the `layout` command without the names."""

    __tablename__ = "sheet"

    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    subject_id: Mapped[int] = mapped_column(index=True)
    title: Mapped[str]
    printed_at: Mapped[datetime] = mapped_column(UtcMoment)
    pages: Mapped[int]
    layout_json: Mapped[str]
    pdf_sha256: Mapped[str]
    came_home_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class SheetRow(Row):
    """One line of a printed list, in the order of the paper. `text` is the name as it was printed."""

    __tablename__ = "sheet_row"
    __table_args__ = (Index("ix_sheet_row_sheet_id_row", "sheet_id", "row"), Row.__table_args__)

    sheet_id: Mapped[int] = mapped_column(ForeignKey("sheet.id"))
    page: Mapped[int]
    row: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    text: Mapped[str]
