"""Giving out codes, freezing what was printed, and noting that it came home."""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random, SystemRandom

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.core.geometry import SheetLayout
from buurtapp.core.store.work import Work
from buurtapp.features.sheets.records import FrozenRow
from buurtapp.features.sheets.tables import Sheet, SheetRow
from buurtapp.printing.codes import human_code, new_form_id, parse_code


def free_code(session: Session, chance: Random | None = None) -> str:
    """Return a code no sheet of this file has, as people read it."""
    chance = chance or SystemRandom()
    while True:
        form = new_form_id(chance)
        if session.scalars(select(Sheet.id).where(Sheet.code == form)).first() is None:
            return human_code(form)


def keep_sheet(  # noqa: PLR0913 - everything that is frozen at once
    work: Work, layout: SheetLayout, subject_id: int, title: str, rows: Sequence[FrozenRow], pdf_sha256: str
) -> int:
    """Keep what was printed: where everything lies, and the rows as they stood there. Returns the sheet's number."""
    sheet = work.add(
        Sheet(
            code=parse_code(layout.code),
            kind=layout.kind,
            subject_id=subject_id,
            title=title,
            printed_at=work.now,
            pages=len(layout.pages),
            layout_json=json.dumps(layout.to_json(), ensure_ascii=False, separators=(",", ":")),
            pdf_sha256=pdf_sha256,
            came_home_at=None,
        )
    )
    work.add_many(
        SheetRow(sheet_id=sheet.id, page=row.page, row=row.row, person_id=row.person_id, text=row.text) for row in rows
    )
    return sheet.id


def note_home(work: Work, sheet_id: int) -> None:
    """Note that a sheet came home; the first time counts."""
    sheet = work.get(Sheet, sheet_id)
    sheet.came_home_at = sheet.came_home_at or work.now
