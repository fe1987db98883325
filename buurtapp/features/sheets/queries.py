"""Questions about printed sheets."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.rules.history import Happening, Place
from buurtapp.features.sheets.records import FrozenRow, SheetInfo
from buurtapp.features.sheets.tables import Sheet, SheetRow
from buurtapp.printing.codes import human_code, parse_code

_ONE_SLIP = 1
ATTENDANCE = "attendance"
"""The kind of sheet that an attendance list is."""


def find(session: Session, typed: str) -> SheetInfo:
    """Return the sheet with this code, however it was typed; raises UserError "bad_code" or "unknown_code"."""
    form = parse_code(typed)
    sheet = session.scalars(select(Sheet).where(Sheet.code == form)).first()
    if sheet is None:
        raise _unknown(session, form)
    return info(session, sheet)


def _unknown(session: Session, form: str) -> UserError:
    known = list(session.scalars(select(Sheet.code)))
    near = [code for code in known if sum(a != b for a, b in zip(code, form, strict=True)) <= _ONE_SLIP]
    advice = (
        text(N_("Do you mean {code}?"), code=human_code(near[0]))
        if near
        else text(N_("It may be a list of another group, or one from another file."))
    )
    return UserError("unknown_code", text(N_("There is no list with the code {code}."), code=human_code(form)), advice)


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
