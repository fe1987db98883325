"""Questions about printed sheets."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.rules.history import Happening, Place
from buurtapp.features.sheets.records import FrozenRow, SheetInfo
from buurtapp.features.sheets.tables import Sheet, SheetRow
from buurtapp.printing.codes import human_code, is_one_slip, parse_code, plain_code

ATTENDANCE = "attendance"
"""The kind of sheet that an attendance list is."""


def find(session: Session, typed: str) -> SheetInfo:
    """Return the sheet with this code, however it was typed; raises UserError "bad_code" or "unknown_code".

    One slip away from a code of this file, that one is suggested; it is never taken for it.
    """
    try:
        form = parse_code(typed)
    except UserError as error:
        raise UserError(error.kind, error.text, _meant(session, typed) or error.advice) from error
    sheet = session.scalars(select(Sheet).where(Sheet.code == form)).first()
    if sheet is None:
        told = text(N_("There is no list with the code {code}."), code=human_code(form))
        other = text(N_("It may be a list of another group, or one from another file."))
        raise UserError("unknown_code", told, _meant(session, human_code(form)) or other)
    return info(session, sheet)


def _meant(session: Session, typed: str) -> Text | None:
    """Return which code of this file was meant, when one slip of the hand makes the one that was typed of it."""
    plain = plain_code(typed)
    for form in session.scalars(select(Sheet.code).order_by(Sheet.id.desc())):
        code = human_code(form)
        if is_one_slip(plain, plain_code(code)) or is_one_slip(plain[: len(form)], form):
            return text(N_("Do you mean {code}?"), code=code)
    return None


def info(session: Session, sheet: Sheet) -> SheetInfo:
    """Return a sheet with its frozen rows."""
    rows = session.scalars(select(SheetRow).where(SheetRow.sheet_id == sheet.id).order_by(SheetRow.row))
    frozen = tuple(FrozenRow(row.row, row.page, row.person_id, row.text) for row in rows)
    return _short(sheet, frozen)


def _short(sheet: Sheet, rows: tuple[FrozenRow, ...] = ()) -> SheetInfo:
    return SheetInfo(
        sheet.id,
        human_code(sheet.code),
        sheet.kind,
        sheet.subject_id,
        sheet.title,
        sheet.printed_at,
        sheet.pages,
        sheet.came_home_at,
        rows,
    )


def layout(session: Session, typed: str) -> dict[str, Any]:
    """Return where everything lies on a sheet, in the shape of the `layout` command."""
    number = find(session, typed).id
    sheet = session.get_one(Sheet, number)
    found: dict[str, Any] = json.loads(sheet.layout_json)
    return found


def of_subject(session: Session, kind: str, subject_id: int) -> list[SheetInfo]:
    """Return the sheets printed about one thing, newest first, without their rows."""
    wanted = select(Sheet).where(Sheet.kind == kind, Sheet.subject_id == subject_id).order_by(Sheet.id.desc())
    return [_short(sheet) for sheet in session.scalars(wanted)]


def still_out(session: Session) -> list[SheetInfo]:
    """Return the sheets that did not come home yet, oldest first, without their rows."""
    return [
        _short(sheet) for sheet in session.scalars(select(Sheet).where(Sheet.came_home_at.is_(None)).order_by(Sheet.id))
    ]


def happenings(session: Session, _here: datetime, person_id: int) -> list[Happening]:
    """Return on which printed lists somebody stands, newest first."""
    wanted = select(Sheet).join(SheetRow, SheetRow.sheet_id == Sheet.id).where(SheetRow.person_id == person_id)
    return [_happening(sheet) for sheet in session.scalars(wanted.distinct().order_by(Sheet.id.desc()))]


def _happening(sheet: Sheet) -> Happening:
    code = human_code(sheet.code)
    title = text(N_("On the list of {title}"), title=sheet.title)
    detail = text(N_("printed, code {code}"), code=code)
    if sheet.came_home_at is not None:
        detail = text(N_("code {code}, came home"), code=code)
    where = Place("activities", sheet.subject_id) if sheet.kind == ATTENDANCE else None
    return Happening(local(sheet.printed_at).date(), "listed", "printer", title, detail, where)
